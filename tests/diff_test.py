#!/usr/bin/python3
"""What `protokoll diff` finds: in edited pairs the change that was made and no other, in the same minutes in two dialects nothing.

    diff_test.py PROTOKOLL [unittest arguments]

A pair is tests/diff/NN-name.old.EXT, .new.EXT and .expected.json: a list of changes as the JSON output tells them, without places, the words as
wdiff marks them, the item as "NUMBER TITLE" of the newer version that has it. Places are checked against the files instead.
"""
import json
import pathlib
import re
import subprocess
import unittest

import archive

HERE = pathlib.Path(__file__).resolve().parent
PAIRS = HERE / "diff"
SAMPLES = HERE.parent / "samples"


def marked(words):
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return " ".join(marks[change].format(text) for change, text in words)


def told(change):
    """A change as the files of expected changes have it."""
    row = {key: change[key] for key in ("change", "subject", "field", "name", "items") if key in change}
    # A decision or task is known by its text, which stands there as well.
    if row["subject"] in ("decision", "task"):
        row.pop("name", None)
    for side in ("old", "new"):
        if "value" in change[side]:
            row[side] = change[side]["value"]
        if "item" in change[side]:
            row["item"] = f"{change[side]['item']['number']} {change[side]['item']['title']}"
    if "words" in change:
        row["words"] = marked(change["words"])
    return row


class Diff(archive.Batch):
    def diff(self, *arguments, **more):
        return self.run_tool("-q", "diff", *map(str, arguments), **more)

    def changes(self, *arguments):
        result = json.loads(subprocess.run([archive.TOOL, "-q", "diff", "--to", "json", *map(str, arguments)], capture_output=True, check=False, cwd=self.folder).stdout)
        self.assertEqual(result["schema"], "protokoll-diff/1")
        self.assertEqual(result["equal"], not result["changes"])
        return result["changes"]

    def check_place(self, side, path):
        """Line and column lead where the span does, and to the value where it stands as printed."""
        content = path.read_bytes()
        begin, end = side["span"]
        before = content[:begin].decode()
        self.assertEqual((side["line"], side["column"]), (before.count("\n") + 1, len(before) - before.rfind("\n")))
        there = re.sub(r"<[^>]*>", "", content[begin:end].decode())
        word = side.get("value", "").split(" ")[0]
        if word and not re.fullmatch(r"[\d:-]+|true|false|[a-z]+", word):
            # An item begins with its label.
            self.assertIn(word, there.split("\n")[0])


class Pairs(Diff):
    def test_exactly_the_change_that_was_made(self):
        expected = sorted(PAIRS.glob("*.expected.json"))
        self.assertGreaterEqual(len(expected), 30)
        for path in expected:
            stem = path.name.removesuffix(".expected.json")
            old, new = (next(PAIRS.glob(f"{stem}.{side}.*")) for side in ("old", "new"))
            with self.subTest(stem):
                changes = self.changes(old, new)
                self.assertEqual([told(change) for change in changes], json.loads(path.read_text(encoding="utf-8")))
                for change in changes:
                    self.check_place(change["old"], old)
                    self.check_place(change["new"], new)


if __name__ == "__main__":
    raise SystemExit(archive.main())
