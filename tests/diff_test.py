#!/usr/bin/python3
"""What `protokoll diff` finds: in edited pairs the change that was made and no other, in the same minutes in two dialects nothing.

    diff_test.py PROTOKOLL [unittest arguments]

A pair is tests/diff/NN-name.old.EXT, .new.EXT and .expected.json: a list of changes as the JSON output tells them, without places, the words as
wdiff marks them, the item as "NUMBER TITLE" of the newer version that has it. Places are checked against the files instead.
"""
import html.parser
import json
import os
import pathlib
import pty
import re
import shutil
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


class SameInAnotherDialect(Diff):
    def test_dialects(self):
        same = sorted((PAIRS / "dialects").iterdir())
        dialects = {json.loads(self.run_tool("-q", path).stdout)["source"]["dialect"] for path in same}
        self.assertLessEqual({"asciidoc", "html", "markdown", "org", "tabbed", "text", "wiki"}, dialects)
        for path in same:
            self.assertEqual(self.diff(same[0], path).stdout, b"", path)

    def test_samples_as_markdown_json_and_html(self):
        pandoc = shutil.which("pandoc")
        for sample in sorted(SAMPLES.glob("[0-9]*")):
            with self.subTest(sample.name):
                self.run_tool("-q", sample, "-o", "same.md")
                self.run_tool("-q", sample, "-o", "same.json")
                self.assertEqual(self.diff(sample, "same.md").stdout, b"")
                self.assertEqual(self.diff("same.json", sample).stdout, b"")
                self.assertEqual(self.diff("same.json", "same.md").stdout, b"")
                if pandoc:
                    subprocess.run([pandoc, "-f", "gfm", "-t", "html", "-o", "same.html", "same.md"], cwd=self.folder, check=True)
                    self.assertEqual(self.diff("same.html", sample).stdout, b"")

    def test_samples_differ_from_each_other(self):
        samples = sorted(SAMPLES.glob("[0-9]*"))
        for one, other in zip(samples, samples[1:]):
            self.assertTrue(self.diff(one, other, status=1).stdout)


class Visible(html.parser.HTMLParser):
    """A page's tags and text."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.text = set(), ""
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)

    def handle_data(self, data):
        self.text += data


class CommandLine(Diff):
    def setUp(self):
        super().setUp()
        self.old, self.new = PAIRS / "07-decision_words.old.md", PAIRS / "07-decision_words.new.md"

    def test_text(self):
        self.assertEqual(self.diff(self.old, self.new, status=1).stdout.decode(),
                         f"--- {self.old}\n+++ {self.new}\nItem 3 Neue Boote\n  Decision, Wording: changed (22:12 -> 22:12)\n"
                         "    Der Vorstand kauft [-zwei-] {+drei+} gebrauchte Vierer f\u00fcr h\u00f6chstens 8.000 Euro.\n")

    def test_markdown_in_the_language_of_the_minutes(self):
        self.assertEqual(self.diff(self.old, self.new, "--to", "markdown", status=1).stdout.decode().split("\n\n", 2)[2],
                         "## TOP 3 Neue Boote\n\n- Beschluss, Wortlaut: ge\u00e4ndert (22:12 \u2192 22:12)\\\n"
                         "  Der Vorstand kauft ~~zwei~~ **drei** gebrauchte Vierer f\u00fcr h\u00f6chstens 8.000 Euro.\n")
        self.assertIn("In der Sache ist nichts ge\u00e4ndert.", self.diff(self.old, self.old, "--to", "markdown").stdout.decode())

    def test_page(self):
        self.diff(self.old, self.new, "-o", "changes.html", status=1)
        page = (self.folder / "changes.html").read_text(encoding="utf-8")
        self.assertIn('<html lang="de">', page)
        self.assertIn("Der Vorstand kauft <del>zwei</del> <ins>drei</ins> gebrauchte", page)
        self.assertIn("default-src 'none'", page)
        self.assertFalse(re.search(r"https?:|src=|href=|url\(|@import", page.replace("-src", "")))

    def test_hostile_documents_are_text(self):
        old = self.old.read_text(encoding="utf-8")
        evil = ["</title></style></del></p></main><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "x\"onmouseover=\"alert(1)", "javascript:alert(1)", "&lt;script&gt;"]
        for words in evil:
            # Every mark is escaped, so that the document says these words instead of having the markup.
            said = re.sub(r"([^\w\s])", r"\\\1", words)
            self.file("tame.md", old)
            self.file("evil.md", old.replace("zwei gebrauchte", said + " gebrauchte"))
            page = Visible(self.diff("tame.md", "evil.md", "--to", "html", status=1).stdout.decode())
            self.assertFalse({"script", "img"} & page.tags)
            self.assertIn(words, page.text)
        self.file("\x1b[31m<b>.md", old)
        self.assertNotIn(b"\x1b", self.diff("\x1b[31m<b>.md", self.new, status=1).stdout)

    def test_status_and_silence(self):
        self.assertEqual(self.diff(self.old, self.old).stdout, b"")
        self.assertEqual(self.changes(self.old, self.old), [])
        for words in ([self.old], [self.old, "missing.md"], ["missing.md", self.old], [self.old, "."], ["-", "-"], [self.old, self.new, "--to", "sms"],
                      [self.old, self.new, "--language", "xx"], [self.old, self.new, self.new], [self.old, self.new, "-o", "no/such/folder.txt"], [self.old, self.new, "--max-bytes", "100"]):
            self.assertTrue(self.diff(*words, status=2, input=b"").stderr)
        self.file("picture.md", b"\x89PNG\r\n\x1a\n")
        self.assertIn(b"picture", self.diff(self.old, "picture.md", status=2).stderr)

    def test_standard_input(self):
        old, new = self.old.read_bytes(), self.new.read_bytes()
        self.assertIn(b"+++ <stdin>", self.diff(self.old, "-", status=1, input=new).stdout)
        self.assertIn(b"--- <stdin>", self.diff("-", self.new, status=1, input=old).stdout)
        self.diff("-", self.new, input=new)

    def test_json_that_convert_wrote(self):
        self.run_tool("-q", self.old, "-o", "old.json")
        self.run_tool("-q", self.new, "--to", "ndjson", "-o", "new.ndjson")
        changes = self.changes("old.json", "new.ndjson")
        self.assertEqual([told(change) for change in changes], json.loads((PAIRS / "07-decision_words.expected.json").read_text(encoding="utf-8")))
        self.assertEqual(changes[0]["old"]["span"], self.changes(self.old, self.new)[0]["old"]["span"])
        self.assertNotIn("line", changes[0]["old"])
        # The other side's lines are known.
        self.assertIn(b"-> 22:12)", self.diff("old.json", self.new, status=1).stdout)
        two = (self.folder / "new.ndjson").read_bytes() * 2
        for content in (two, two[:300]):
            self.file("broken.json", content)
            self.assertIn(b"not one whole document", self.diff("broken.json", self.new, status=2).stderr)

    def test_no_input_is_written_over(self):
        before = self.old.read_bytes()
        self.file("draft.md", before)
        self.assertIn(b"draft.md", self.diff("draft.md", self.new, "-o", "draft.md", status=2).stderr)
        self.assertEqual((self.folder / "draft.md").read_bytes(), before)

    def test_color(self):
        environment = {**os.environ, "TERM": "xterm"}
        environment.pop("NO_COLOR", None)
        self.assertNotIn(b"\x1b", self.diff(self.old, self.new, status=1, env=environment).stdout)
        self.assertIn(b"\x1b[31m[-zwei-]\x1b[0m", self.run_tool("--color", "always", "-q", "diff", self.old, self.new, status=1, env=environment).stdout)
        for more, colored in (({}, True), ({"NO_COLOR": "1"}, False)):
            ours, theirs = pty.openpty()
            self.diff(self.old, self.new, status=1, stdout=theirs, env={**environment, **more})
            self.assertEqual(b"\x1b[31m" in os.read(ours, 4096), colored)
            os.close(ours)
            os.close(theirs)
        self.run_tool("--color", "always", "-q", "diff", self.old, self.new, "-o", "plain.txt", status=1)
        self.assertNotIn(b"\x1b", (self.folder / "plain.txt").read_bytes())

    def test_closed_pipe_keeps_the_status(self):
        read, write = os.pipe()
        os.close(read)
        self.diff(self.old, self.new, status=1, stdout=write)
        os.close(write)

    def test_twice_the_same(self):
        for form in ("text", "json", "markdown", "html"):
            samples = sorted(SAMPLES.glob("[0-9]*"))[2:4]
            self.assertEqual(self.diff(*samples, "--to", form, status=1).stdout, self.diff(*samples, "--to", form, status=1).stdout)


class Size(Diff):
    def agenda(self, name, items, words):
        item = {"span": [0, 1], "spans": {}, "sections": [], "actions": [], "items": []}
        agenda = [{**item, "number": str(i), "title": f"{words} {i}", "decisions": [{"kind": "decision", "text": f"{words} {i} ja", "span": [0, 1], "by": "label"}]} for i in range(items)]
        self.file(name, json.dumps({"schema": "protokoll/1", "source": {"name": name, "sha256": "0" * 64, "bytes": 1}, "meeting": {}, "agenda": agenda}))
        return name

    def test_ten_thousand_items_that_all_changed(self):
        items = 1_000 if os.environ.get("SANITIZED") == "1" else 10_000
        old, new = self.agenda("old.json", items, "Antrag"), self.agenda("new.json", items, "Gesuch")
        # Compared each with each this takes minutes.
        self.run_tool("-q", "diff", old, new, "-o", "changes.txt", status=1)
        self.assertEqual((self.folder / "changes.txt").read_text(encoding="utf-8").count("Item, Title: changed"), items)


if __name__ == "__main__":
    raise SystemExit(archive.main())
