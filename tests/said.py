#!/usr/bin/env python3
"""Plain sentences with what they say (tests/fit/BANK/LANGUAGE.tsv), each the only one of an item of minutes: does the tool read the same?

usage: said.py [-v] [--most N] TOOL BANK

decided  CLASS, sentence, outcome, yes-no-abstain or `u`: D.* is a decision, X.* the acceptance or refusal of a motion that stands elsewhere, V a vote;
         M (moved) and P (another time, another body, a question, a candidate) decide nothing. An outcome or a vote that is not the sentence's is false.
given    CLASS, sentence, who, due: T gives a task, P only looks like it.
status   STATUS or -, sentence: what becomes of the item. A status that the sentence does not state is false.

Exit status 1 if something false is found, or if more than N sentences are missed or invented.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

HEAD = {"de": ("Protokoll der Sitzung vom 5. März 2024", "Anwesend: "), "en": ("Minutes of the meeting of 5 March 2024", "Present: "),
        "fr": ("Procès-verbal de la réunion du 5 mars 2024", "Présents : "), "it": ("Verbale della riunione del 5 marzo 2024", "Presenti: "),
        "nl": ("Notulen van de vergadering van 5 maart 2024", "Aanwezig: "), "es": ("Acta de la reunión del 5 de marzo de 2024", "Asistentes: ")}


def counts_of(vote):
    if vote.get("unanimous") and vote.get("yes") is None:
        return "u"
    text = "-".join("" if vote.get(side) is None else str(vote[side]) for side in ("yes", "no", "abstain"))
    return "" if text == "--" else text


def decided(row, item):
    kind, _, outcome, counts = row
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


def given(row, item):
    kind, _, who, due = row
    tasks = item.get("actions") or []
    if kind != "T":
        return (False, "no task") if tasks else None
    if not tasks:
        return False, "missed"
    people = ";".join(person["name"] for task in tasks for person in task.get("assignees") or [])
    day = tasks[0].get("due") or ""
    return None if (people, day) == (who, due) else (False, f"{people or 'nobody'}, {day or 'no date'}")


def status(row, item):
    wanted, found = row[0], item.get("status") or "treated"
    return None if found == wanted.replace("-", "treated") else (found != "treated", found)


FAULTS = {"decided": decided, "given": given, "status": status}


def document(language, rows, bank):
    title, present = HEAD[language]
    text = f"# {title}\n"
    if bank == "given":
        text += f"\n{present}{', '.join(dict.fromkeys(name for _, _, who, _ in rows for name in who.split(';') if ' ' in name))}\n"
    return text + "".join(f"\n## {number}. Punkt {number}\n\n{row[1]}\n" for number, row in enumerate(rows, 1))


def agenda_of(tool, language, text):
    with tempfile.NamedTemporaryFile("w", suffix=".md", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        done = subprocess.run([tool, "convert", "--to", "json", "--language", language, file.name], capture_output=True, check=True)
    return {item.get("number"): item for item in json.loads(done.stdout)["agenda"]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool")
    parser.add_argument("bank", choices=FAULTS)
    parser.add_argument("-v", action="store_true")
    parser.add_argument("--most", type=int, default=0)
    options = parser.parse_args()
    wrong = false = total = 0
    for path in sorted((pathlib.Path(__file__).parent / "fit" / options.bank).glob("*.tsv")):
        rows = [(line.split("\t") + ["", ""])[:4] for line in path.read_text(encoding="utf-8").splitlines()]
        agenda = agenda_of(options.tool, path.stem, document(path.stem, rows, options.bank))
        faults = []
        for number, row in enumerate(rows, 1):
            if fault := FAULTS[options.bank](row, agenda.get(str(number), {})):
                faults.append((fault[0], f"{fault[1]}: {row[0]} {row[1]}"))
        false += sum(is_false for is_false, _ in faults)
        print(f"{path.stem}: {len(rows) - len(faults)} of {len(rows)}")
        if options.v:
            print("".join(f"    {'FALSE ' if is_false else ''}{fault}\n" for is_false, fault in faults), end="")
        wrong += len(faults)
        total += len(rows)
    print(f"{wrong} of {total} read wrongly, {false} of them say what their sentence does not")
    return int(false > 0 or wrong - false > options.most)


if __name__ == "__main__":
    sys.exit(main())
