#!/usr/bin/python3
"""The Markdown that the tool writes is minutes too: read back, it gives the same facts.

    roundtrip.py PROTOKOLL [--known N] DOCUMENT|FOLDER…

Compares the facts (`--to facts`) of every document with those of its Markdown, kind by kind. --known N lets at most N documents
differ (a ratchet: lower it with every gain). Prints what differs, and the count.
"""
import argparse
import collections
import pathlib
import subprocess
import sys
import tempfile

import cases

KINDS = {"title", "date", "start", "end", "location", "chair", "secretary", "present", "excused", "absent", "guest", "item", "presenter", "status",
         "decision", "vote", "action", "attachment", "next"}
# How many fields of a fact are the fact itself; what follows (label, sign of recognition) depends on the layout.
FIELDS = {"item": 4, "presenter": 3, "decision": 4, "vote": 6, "action": 5, "attachment": 3, "next": 3, "status": 3}


def facts(tool, path):
    out = subprocess.run([tool, "convert", "--quiet", "--to", "facts", str(path)], capture_output=True, check=True).stdout.decode()
    found = collections.Counter()
    for line in out.splitlines():
        fields = line.split("\t")
        if fields[0] in KINDS:
            found[tuple(f.strip() for f in fields[:FIELDS.get(fields[0], 2)])] += 1
    return found


def documents(paths):
    for path in map(pathlib.Path, paths):
        if path.is_dir():
            yield from cases.documents(path)
        else:
            yield path


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool")
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--known", type=int, default=0)
    arguments = parser.parse_args()
    count = different = 0
    with tempfile.TemporaryDirectory() as folder:
        for path in documents(arguments.paths):
            count += 1
            back = pathlib.Path(folder) / "back.md"
            subprocess.run([arguments.tool, "convert", "--quiet", "--to", "markdown", "-o", str(back), str(path)], check=True)
            first, second = facts(arguments.tool, path), facts(arguments.tool, back)
            if first == second:
                continue
            different += 1
            print(f"{path.name}:")
            for fact in (first - second):
                print("  -", " | ".join(fact))
            for fact in (second - first):
                print("  +", " | ".join(fact))
    print(f"{count} documents, {different} differ")
    return 0 if count and different <= arguments.known else 1


if __name__ == "__main__":
    sys.exit(main())
