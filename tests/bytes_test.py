#!/usr/bin/python3
"""Bytes of every kind come in as text, and no output attacks who looks at it.

    bytes_test.py PROTOKOLL [unittest arguments]
"""
import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys

import archive

TEXT = "## Protokoll der 3. Sitzung des Vereins Beispielhafen e. V.\n\n12. März 2019, 18:00 – 19:30 Uhr\n\n1.\t<p><b>Begrüßung</b></p> <p>Frau Probst eröffnet die Sitzung.</p>\n"
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def item(text):
    return f"## Protokoll\n\n1.\t<p><b>Thema</b></p> <p>{text}</p>\n"


class Bytes(archive.Batch):
    def minutes(self, content, *arguments):
        name = self.file("document.txt", content)
        self.run_tool("verify", name)
        return json.loads(self.run_tool("convert", name, *arguments).stdout)

    def text(self, content):
        """The one paragraph of the one item."""
        blocks = [block for section in self.minutes(content)["agenda"][0]["sections"] for block in section["blocks"]]
        return "\n".join(block["text"] for block in blocks)

    def test_encodings(self):
        title = self.minutes(TEXT)["meeting"]["title"]["value"] if isinstance(self.minutes(TEXT)["meeting"]["title"], dict) else self.minutes(TEXT)["meeting"]["title"]
        facts = self.run_tool("convert", "document.txt", "--to", "facts").stdout
        self.assertIn("Begrüßung", facts.decode())
        for encoding, mark in (("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("utf-16-le", b""), ("utf-16-be", b""),
                               ("utf-32-le", b"\xff\xfe\0\0"), ("utf-32-be", b"\0\0\xfe\xff"), ("windows-1252", b"")):
            minutes = self.minutes(mark + TEXT.encode(encoding))
            found = self.run_tool("convert", "document.txt", "--to", "facts").stdout
            self.assertEqual(found, facts, (encoding, mark, minutes["source"]["encoding"]))
        self.assertTrue(title)

    def test_a_byte_order_mark_in_the_middle_is_nothing_to_see(self):
        self.assertEqual(self.text(item("Der Haus\ufeffhalt wird beraten.")), "Der Haushalt wird beraten.")

    def test_broken_utf8_is_told_and_no_neighbour_is_lost(self):
        for broken in (b"\xed\xa0\x80", b"\xc0\xaf", b"\xe0\x80\xaf", b"\xf0\x82\x82\xac", b"\xe2\x82", b"\xf4\x90\x80\x80", b"\xff", b"\x80"):
            # With its mark it is UTF-8 whatever else is in it; without, broken bytes may make windows-1252 the better guess.
            content = b"\xef\xbb\xbf" + item("Die Prüfung MARKE liegt vor.").encode().replace(b"MARKE", b"x" + broken + b"y")
            text = self.text(content)
            self.assertRegex(text, r"^Die Prüfung x[^y]+y liegt vor\.$", broken)
            self.assertNotRegex(text, r"[\ud800-\udfff/]", "no surrogate, and no slash made of an overlong form")
            self.assertTrue(self.minutes(content)["diagnostics"], broken)

    def test_utf16_with_half_a_pair(self):
        content = b"\xff\xfe" + item("Die PrüfungXliegt vor.").encode("utf-16-le").replace(b"X\0", b"\x00\xd8")
        self.assertEqual(self.text(content), "Die Prüfung\ufffdliegt vor.")

    def test_nul(self):
        self.assertEqual(self.text(item("Der Haus\0halt wird beraten." + " Wort" * 30)), "Der Haushalt wird beraten." + " Wort" * 30)

    def test_line_ends(self):
        facts = set()
        for end in ("\n", "\r\n"):
            self.minutes(TEXT.replace("\n", end))
            facts.add(self.run_tool("convert", "document.txt", "--to", "facts").stdout)
        self.assertEqual(len(facts), 1)
        html = "<h1>Protokoll</h1>{0}<h2>1. Thema</h2>{0}<p>Erste{0}Zeile</p>{0}"
        for end in ("\n", "\r\n", "\r"):
            self.assertEqual(self.text(html.format(end)), "Erste Zeile", repr(end))
        for end in ("\u0085", "\u2028", "\u2029"):
            self.assertEqual(self.text(item(f"Erste{end}Zeile")), "Erste Zeile", repr(end))

    def test_white_space_and_what_is_not_seen(self):
        for inside, shown in (("\u00ad", ""), ("\u00a0", " "), ("\u202f", " "), ("\u200b", ""), ("\u2060", ""), ("&shy;", ""), ("&nbsp;", " "), ("&#8203;", ""), ("<wbr>", "")):
            self.assertEqual(self.text(item(f"Haus{inside}halt beraten.")), f"Haus{shown}halt beraten.", repr(inside))

    def test_decomposed_letters_are_composed(self):
        self.assertEqual(self.text(item("Pru\u0308fung der Ka\u0308sse")), "Prüfung der Kässe")
        self.assertEqual(self.minutes(item("Der Beschluss: Pru\u0308fung.").replace("Thema", "Gru\u0308nes"))["agenda"][0]["title"], "Grünes")

    def test_ligatures_of_pdf_stay_as_they_are(self):
        self.assertEqual(self.text(item("Die P\ufb02ege der \ufb01nanziellen Mittel")), "Die P\ufb02ege der \ufb01nanziellen Mittel")

    def test_hyphens_at_line_ends_stay(self):
        text = self.text(item("Die Mitglieder-<br>versammlung und der Vor- und Nachname"))
        self.assertEqual(text.replace("\n", "|"), "Die Mitglieder-|versammlung und der Vor- und Nachname")


class Outputs(archive.Batch):
    EVIL = "Evi\x1b[31m\x07\u009b1m Beyer"

    def every_output(self, name, **more):
        for arguments in (["convert", "--to", "json"], ["convert", "--to", "ndjson"], ["convert", "--to", "markdown"], ["convert", "--to", "csv"], ["convert", "--to", "csv", "--excel"],
                          ["convert", "--to", "facts"], ["verify"], *(["check", "--format", name] for name in ("text", "json", "sarif", "github", "gitlab", "junit", "checkstyle"))):
            yield arguments, subprocess.run([archive.TOOL, *arguments, name], cwd=self.folder, capture_output=True, timeout=60)

    def test_no_control_reaches_a_terminal(self):
        html = f"<h1>Protokoll {self.EVIL}</h1><p>Anwesend: {self.EVIL}</p><h2>1. Thema {self.EVIL}</h2><p><a href='x\x1b]0;y\x07'>Beschluss {self.EVIL}</a> &#27;[2J</p>"
        name = self.file("evil\x1b[31m\n\u009b.html", html.encode() + b"\xff\x9b31m")
        for arguments, result in self.every_output(name):
            for output in (result.stdout, result.stderr):
                found = CONTROLS.search(output.decode("utf-8").replace("\r\n", "\n").replace("\n", ""))
                self.assertIsNone(found, (arguments, output[:300]))

    def test_progress_shows_names_harmlessly(self):
        self.file("archive/a\x1b]0;x\x07b.txt", archive.minutes(1))
        said = self.run_tool("convert", "archive", "-o", "all.ndjson", "--progress", "always").stderr.decode()
        self.assertIsNone(CONTROLS.search(said.replace("\x1b[K", "").replace("\r", "").replace("\n", "")), said)

    def test_formulas(self):
        formulas = ["=HYPERLINK(\"http://a.example\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "=1\r\n=2"]
        rows = "".join(f"{n}.\t<p><b>{f.strip()}</b></p> <p>x</p>\n" for n, f in enumerate(formulas, 1))
        self.file("f.txt", "## Protokoll\n\n" + rows)
        table = self.run_tool("convert", "f.txt", "--to", "csv", "--excel").stdout.decode("utf-8-sig")
        cells = [cell for row in csv.reader(io.StringIO(table), delimiter=";") for cell in row]
        self.assertTrue(any("HYPERLINK" in cell for cell in cells))
        self.assertEqual([cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")], [])
        plain = self.run_tool("convert", "f.txt", "--to", "csv").stdout.decode()
        self.assertIn('=HYPERLINK(""http://a.example"")', plain, "data stay data where no spreadsheet is named")

    MARKUP = ["*kein* Stern", "<script>alert(1)</script>", "<b>fett</b>", "# keine Überschrift", "1. keine Liste", "- kein Strich", "[kein](http://a.example)", "`kein` Code",
              "| a | b |", "&amp;lt; &copy;", "> kein Zitat", "___", "~~~", "a\\*b\\", "http://a.example/_x_", "<!-- kein Kommentar -->", "![x](y)", "+ plus", "= gleich", "2) klammer"]

    def test_markdown_shows_the_same_text(self):
        renderers = [command for command in (["cmark"], ["md2html", "--github"], ["pandoc", "-f", "gfm", "-t", "html"]) if shutil.which(command[0])]
        if not renderers:
            self.fail("no Markdown renderer: install cmark")
        escape = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
        for text in self.MARKUP:
            name = self.file("m.html", f"<h1>Protokoll</h1><h2>1. Thema</h2><p>{text.translate(escape)}</p>")
            markdown = self.run_tool("convert", name, "--to", "markdown").stdout
            for renderer in renderers:
                page = subprocess.run(renderer, input=markdown, capture_output=True, timeout=60, check=True).stdout.decode()
                self.assertNotRegex(page, r"<script|<img|<b>fett|<em>kein|<del>|<table|<blockquote|<code>kein", text)
                self.assertIn("".join(text.split()), "".join(subprocess_visible(page).split()), (renderer, markdown.decode()))

    def test_links_of_scripts_are_text(self):
        name = self.file("j.html", "<h1>Protokoll</h1><h2>1. Thema</h2><p><a href='javascript:alert(1)'>klick</a> <a href='data:text/html,x'>da</a> <a href='https://a.example/'>gut</a></p>")
        links = json.loads(self.run_tool("convert", name).stdout)["agenda"][0]["links"]
        self.assertIn({"text": "gut", "href": "https://a.example/"}, [{k: link[k] for k in ("text", "href")} for link in links])
        markdown = self.run_tool("convert", name, "--to", "markdown").stdout.decode()
        self.assertNotRegex(markdown, r"\]\(<?(javascript|data):")
        self.assertIn("klick", markdown)
        self.assertIn("https://a.example/", markdown)

    def test_names_of_records_stay_inside(self):
        names = ["../up.txt", "/etc/abs.txt", "a/../../../up.txt", "..", "new\nline.txt", "nul\0.txt", "", "x" * 300 + ".txt"]
        records = "".join(json.dumps({"name": name, "text": archive.minutes(1)}) + "\n" for name in names)
        (self.folder / "deep/er").mkdir(parents=True)
        subprocess.run([archive.TOOL, "convert", "--from", "ndjson", "-o", "out/"], cwd=self.folder / "deep/er", input=records.encode(), capture_output=True, timeout=60)
        outside = [path for path in self.folder.rglob("*") if path.is_file() and self.folder / "deep/er" not in path.parents]
        self.assertEqual(outside, [])
        self.assertFalse(os.path.exists("/etc/abs.json") or os.path.exists("/etc/abs.txt.json"))
        result = subprocess.run([archive.TOOL, "convert", "--from", "ndjson", "--to", "ndjson"], cwd=self.folder, input=records.encode(), capture_output=True, timeout=60)
        self.assertEqual(len(result.stdout.splitlines()), len(names))


def subprocess_visible(page):
    """The text of a rendered page."""
    import html
    return html.unescape(re.sub(r"<[^>]*>", "", page))


if __name__ == "__main__":
    sys.exit(archive.main())
