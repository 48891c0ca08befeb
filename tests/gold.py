#!/usr/bin/python3
"""Measures what the tool finds against what a careful reader wrote down by hand.

    gold.py PROTOKOLL [--recall PERCENT] [--precision PERCENT] [NAME…]

tests/cases/NAME.gold belongs to a document of tests/cases or samples: a fact a line, as `--to facts` prints it, but a line may
leave out columns at its end. `?` as last column allows a fact without asking for it, `#` begins a remark. Every kind
in KINDS is compared, in any order. Prints the facts that were missed (-) or invented (+); fails below the given percentages.
"""
import argparse
import pathlib
import sys

import cases

KINDS = {"title", "date", "start", "end", "location", "chair", "secretary", "present", "excused", "absent", "guest", "item", "presenter", "status",
         "decision", "vote", "action", "attachment", "next"}


def compare(gold, facts):
    """(number of facts asked for and found, those missed, those invented)"""
    found = [line.split("\t") for line in facts.splitlines() if line.split("\t")[0] in KINDS]
    expected = [line.split("\t") for line in gold.splitlines() if line and not line.startswith("#")]
    hits, missed = 0, []
    # Those asked for first, so that an optional line never takes the fact of another.
    for line in sorted(expected, key=lambda line: line[-1] == "?"):
        optional = line[-1] == "?"
        columns = line[:-1] if optional else line
        match = next((fact for fact in found if (fact + [""] * len(columns))[:len(columns)] == columns), None)
        if match:
            found.remove(match)
            hits += not optional
        elif not optional:
            missed.append(line)
    return hits, missed, found


def self_check():
    gold = "# remark\nitem\t1\t1\tOpening\nvote\t1\t3\t0\t-\tadopted\nnext\t2020\t\ndecision\t1\tnoted\tMaybe\t?\n"
    facts = "language\ten\nitem\t1\t1\tOpening\t1.\nvote\t1\t3\t1\t-\tadopted\nnext\t2020\ndecision\t1\tnoted\tMaybe\t-\tlabel\n"
    hits, missed, invented = compare(gold, facts)
    assert (hits, len(missed), len(invented)) == (2, 1, 1), (hits, missed, invented)


def main():
    self_check()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool")
    parser.add_argument("--recall", type=float, default=0)
    parser.add_argument("--precision", type=float, default=0)
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    hits = missed = invented = 0
    for document in [document for folder in (cases.CASES, cases.ROOT / "samples") for document in cases.documents(folder)]:
        gold = cases.beside(document, ".gold")
        if not gold.exists() or not (not arguments.names or any(name in document.name for name in arguments.names)):
            continue
        case = cases.Case(str(pathlib.Path(arguments.tool).resolve()), document, accept=False)
        found, misses, inventions = compare(gold.read_text(encoding="utf-8"), case.run(["convert", "--to", "facts"]).decode())
        hits, missed, invented = hits + found, missed + len(misses), invented + len(inventions)
        print(f"{document.name}: {found} of {found + len(misses)} found, {len(inventions)} invented", *case.complaints)
        for sign, facts in (("-", misses), ("+", inventions)):
            for fact in facts:
                print(f"  {sign} {' | '.join(fact)}")
    recall = 100 * hits / max(1, hits + missed)
    precision = 100 * hits / max(1, hits + invented)
    print(f"recall {recall:.1f} % (at least {arguments.recall}), precision {precision:.1f} % (at least {arguments.precision})")
    return 1 if recall < arguments.recall or precision < arguments.precision or hits == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
