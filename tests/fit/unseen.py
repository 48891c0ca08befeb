#!/usr/bin/python3
"""Reads one document by weights that did not see its house, so that the whole tool can be judged leave-one-organisation-out.

    structure.py --folds DIR …; sentences.py --folds DIR …; tasks.py --folds DIR …
    score --tool 'tests/fit/unseen.py DIR' FOLDER

Prints the document's JSON, as `protokoll convert --to json` does.
"""
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from corpus import fold_of, house

TOOL = os.environ.get("PROTOKOLL", "build/release/protokoll")


def main():
    folder, document = map(pathlib.Path, sys.argv[1:3])
    weights = folder / str(fold_of(house(document)))
    if not weights.is_dir():
        sys.exit(f"{weights}: no weights of this fold; see the head of this file")
    os.execv(TOOL, [TOOL, "convert", "--to", "json", "--weights", str(weights), str(document)])


if __name__ == "__main__":
    main()
