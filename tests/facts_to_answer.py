#!/usr/bin/python3
"""Turns labelled facts (NAME.facts.tsv, form: shared/corpus/GUIDE.md) into answers, as a careful service would give them, and grounds them.

    facts_to_answer.py PROTOKOLL FOLDER [-v] [--write FOLDER] [NAME…]

Prints how many values are exact, derived and so on, by kind of fact; with -v each that is neither exact nor derived. Facts marked `?` are left out.
Exit status 1 if less than 97 % are exact or derived.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile


def count(text):
    return int(text) if text.isdigit() else None


def vote(fields):
    yes, no, abstain, outcome = (fields + ["-"] * 4)[:4]
    made = {key: value for key, value in (("yes", count(yes)), ("no", count(no)), ("abstain", count(abstain))) if value is not None}
    if yes == "u":
        made["unanimous"] = True
    if outcome not in ("-", ""):
        made["outcome"] = outcome
    return made


def action(fields):
    text, assignees, due = (fields + [""] * 3)[:3]
    made = {"text": text} if text else {}
    if assignees:
        made["assignees"] = [{"name": name.strip()} for name in assignees.split(";") if name.strip()]
    if due:
        made["due"] = due
    return made


def answer(text):
    """The answer of a file of facts."""
    meeting, agenda, root = {}, [], {}

    def home(ordinal):
        return agenda[int(ordinal) - 1] if ordinal.isdigit() and 0 < int(ordinal) <= len(agenda) else root

    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    for line in sorted(lines, key=lambda line: line[0] != "item"):
        if line[-1] == "?" and line[0] != "item":
            continue
        kind, fields = line[0], [field for field in line[1:]]
        if kind in ("title", "date", "start", "end", "location"):
            meeting.setdefault(kind, fields[0])
        elif kind in ("chair", "secretary"):
            meeting.setdefault(kind, []).append({"name": fields[0]})
        elif kind in ("present", "excused", "absent", "guest"):
            meeting.setdefault("attendance", {}).setdefault("guests" if kind == "guest" else kind, []).append({"name": fields[0]})
        elif kind == "item":
            number, title = (fields + ["", ""])[1:3]
            agenda.append({key: value for key, value in (("number", number), ("title", title)) if value and value != "?"})
        elif kind == "presenter":
            home(fields[0]).setdefault("presenters", []).append({"name": fields[1]})
        elif kind == "status":
            home(fields[0])["status"] = fields[1]
        elif kind == "decision":
            home(fields[0]).setdefault("decisions", []).append({"kind": fields[1], "text": fields[2]})
        elif kind == "vote":
            home(fields[0]).setdefault("votes", []).append(vote(fields[1:]))
        elif kind == "action":
            home(fields[0]).setdefault("actions", []).append(action(fields[1:]))
        elif kind == "attachment":
            home(fields[0]).setdefault("attachments", []).append(fields[1] if home(fields[0]) is not root else {"label": fields[1]})
        elif kind == "next":
            made = {"date": fields[0]}
            if len(fields) > 1 and fields[1]:
                made["location"] = fields[1]
            meeting.setdefault("next", []).append(made)
    return {"meeting": meeting, "agenda": agenda, **root}


def ground(tool, document, facts):
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(answer(facts.read_text(encoding="utf-8")), file, ensure_ascii=False)
        file.flush()
        result = subprocess.run([tool, "ground", "--to", "values", str(document), file.name], capture_output=True)
    if result.returncode > 1:
        sys.exit(f"{document}: {result.stderr.decode(errors='replace')}")
    return [line.split("\t") for line in result.stdout.decode("utf-8").splitlines()]


def kind_of(pointer):
    return "/".join(part for part in pointer.split("/")[1:] if not part.isdigit())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("-v", action="store_true")
    parser.add_argument("--write", type=pathlib.Path, help="write the answers to this folder and do nothing else")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    pairs = [(path.with_name(path.name.removesuffix(".facts.tsv")), path) for path in sorted(options.folder.rglob("*.facts.tsv"))]
    pairs = [pair for pair in pairs if pair[0].exists() and (not options.names or any(name in pair[0].name for name in options.names))]
    if options.write:
        for document, facts in pairs:
            (options.write / f"{document.name}.answer.json").write_text(json.dumps(answer(facts.read_text(encoding="utf-8")), ensure_ascii=False, indent=1), encoding="utf-8")
        return 0
    total, by_kind = collections.Counter(), collections.defaultdict(collections.Counter)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for (document, _), values in zip(pairs, pool.map(lambda pair: ground(options.tool, *pair), pairs)):
            for pointer, grounding, value, _, note in [(line + [""] * 5)[:5] for line in values]:
                total[grounding] += 1
                by_kind[kind_of(pointer)][grounding] += 1
                if options.v and grounding not in ("exact", "derived"):
                    print(f"{document.name}\t{pointer}\t{grounding}\t{value[:150]}\t{note[:200]}")
    for kind, counts in sorted(by_kind.items(), key=lambda entry: -entry[1].total()):
        good = counts["exact"] + counts["derived"]
        print(f"{kind:<32} {good:>5} of {counts.total():>5}  {100 * good / counts.total():5.1f} %  {dict(counts)}")
    good = 100 * (total["exact"] + total["derived"]) / max(1, total.total())
    print(f"{len(pairs)} documents, {total.total()} values, {good:.2f} % exact or derived: {dict(total)}")
    return 1 if good < 97 else 0


if __name__ == "__main__":
    sys.exit(main())
