#!/usr/bin/env python3
"""Plain sentences that state, deny, propose, ask and report decisions and votes (tests/fit/decided/LANGUAGE.tsv: CLASS, sentence, outcome, yes-no-abstain
or `u`), each the only one of an item: what is found of them, and does it say what they say?

usage: decided.py [-v] [--most N] TOOL

D.* is a decision, X.* the acceptance or refusal of a motion that stands elsewhere, V a vote; M (moved) and P (another time, another body, a question, a
candidate) decide nothing. An outcome or a vote that is not the sentence's is counted apart: none is allowed. Exit status 1 if one is found, or if more
than N sentences are missed or invented.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

HEAD = {"de": "# Protokoll der Sitzung vom 5. März 2024", "en": "# Minutes of the meeting of 5 March 2024", "fr": "# Procès-verbal de la réunion du 5 mars 2024",
        "it": "# Verbale della riunione del 5 marzo 2024", "nl": "# Notulen van de vergadering van 5 maart 2024", "es": "# Acta de la reunión del 5 de marzo de 2024"}


def counts_of(vote):
    if vote.get("unanimous") and vote.get("yes") is None:
        return "u"
    text = "-".join("" if vote.get(side) is None else str(vote[side]) for side in ("yes", "no", "abstain"))
    return "" if text == "--" else text


def fault_of(kind, outcome, counts, item):
    """(is it false, what) or nothing."""
    decisions = item.get("decisions") or []
    votes = [d["vote"] for d in decisions if d.get("vote")] + (item.get("votes") or [])
    if kind in ("M", "P"):
        return (False, "decides nothing") if decisions or votes else None
    said = {outcome for outcome in [*(d.get("outcome") for d in decisions), *(v.get("outcome") for v in votes)] if outcome}
    if said - {outcome or "adopted"}:
        return True, f"outcome {', '.join(sorted(said))}"
    found = {text for text in map(counts_of, votes) if text}
    if found - {counts}:
        return True, f"vote {', '.join(sorted(found))}"
    if counts and not found:
        return False, "no vote"
    if kind.startswith("D") and not decisions:
        return False, "no decision"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool")
    parser.add_argument("-v", action="store_true")
    parser.add_argument("--most", type=int, default=0)
    options = parser.parse_args()
    wrong = false = total = 0
    for path in sorted((pathlib.Path(__file__).parent / "fit" / "decided").glob("*.tsv")):
        sentences = [(line.split("\t") + ["", ""])[:4] for line in path.read_text(encoding="utf-8").splitlines()]
        with tempfile.NamedTemporaryFile("w", suffix=".md", encoding="utf-8") as file:
            file.write(HEAD[path.stem] + "\n" + "".join(f"\n## {n + 1}. Punkt {n + 1}\n\n{sentence}\n" for n, (_, sentence, _, _) in enumerate(sentences)))
            file.flush()
            agenda = json.loads(subprocess.run([options.tool, "convert", "--to", "json", "--language", path.stem, file.name], capture_output=True, check=True).stdout)["agenda"]
        faults = []
        for number, (kind, sentence, outcome, counts) in enumerate(sentences):
            item = next((item for item in agenda if item.get("number") == str(number + 1)), {})
            if fault := fault_of(kind, outcome, counts, item):
                faults.append((fault[0], f"{fault[1]}: {kind} {sentence}"))
        false += sum(is_false for is_false, _ in faults)
        print(f"{path.stem}: {len(sentences) - len(faults)} of {len(sentences)}")
        if options.v:
            print("".join(f"    {'FALSE ' if is_false else ''}{fault}\n" for is_false, fault in faults), end="")
        wrong += len(faults)
        total += len(sentences)
    print(f"{wrong} of {total} read wrongly, {false} of them say what their sentence does not")
    return int(false > 0 or wrong - false > options.most)


if __name__ == "__main__":
    sys.exit(main())
