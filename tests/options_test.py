#!/usr/bin/python3
"""Options and names: none swallows its neighbour, none is misspelt in silence, none is without effect and silent about it.

    options_test.py PROTOKOLL [unittest arguments]
"""
import json
import re
import subprocess
import sys
import xml.etree.ElementTree

import archive

PAGE = "# Protokoll der Sitzung vom 9. November 2017\n\n## TOP 1 Haushalt\n\nDer Haushalt wird angenommen.\n"
COMMANDS = ("convert", "check", "verify", "rules", "config", "explain", "languages", "formats", "dialects", "profiles", "register", "schema")


class Options(archive.Batch):
    def setUp(self):
        super().setUp()
        self.file("m.md", PAGE)

    def run_in(self, *arguments, **more):
        return subprocess.run([archive.TOOL, *arguments], cwd=self.folder, stdin=more.pop("stdin", subprocess.DEVNULL), capture_output=True, timeout=120, check=False, **more)

    def says(self, status, words, *arguments):
        """One sentence that holds `words`, and the exit status."""
        result = self.run_in(*arguments)
        self.assertEqual(result.returncode, status, (arguments, result.stderr))
        self.assertRegex(result.stderr.decode(), r"\Aprotokoll: [^\n]+\n\Z", arguments)
        self.assertIn(words, result.stderr.decode(), arguments)
        return result


class OneValue(Options):
    """An option that takes one value takes one."""

    VALUES = {"--include": "*.md", "--exclude": "*.css", "--to": "json", "--from": "markdown", "--dialect": "markdown", "--format": "json", "--language": "de", "--rows": "items", "--jobs": "1", "--max-bytes": "1MB",
              "--shard": "1/1", "--progress": "never", "--color": "never", "--select": "PK0", "--ignore": "PK060", "--min-severity": "note", "--profile": "plain", "--files-from": "list",
              "--output": "out.json", "--errors": "errors", "--baseline": "known.json", "--write-baseline": "new.json", "--config": "config.json", "--stdin-name": "x.md",
              "--language-file": "words.json", "--item": "1"}

    def test_every_option(self):
        self.file("list", "m.md\n")
        self.file("config.json", "{}")
        self.file("words.json", json.dumps({"language": "de", "extends": "de", "labels": {"decision": ["Ratschluss"]}}))
        self.run_tool("check", "m.md", "--write-baseline", "known.json")
        self.file("m.md", "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nWork begins on Monday, 9 January 2024.\n")
        for command in ("convert", "check", "verify", "why"):
            text = self.run_tool(command, "--help").stdout.decode()
            valued = {names[-1] for names in (re.findall(r"--[a-z-]+", spelled) for spelled in re.findall(r"^  ((?:-\w,)?--[a-z,-]+) [A-Z/]+\b", text, re.M))}
            self.assertGreater(len(valued), 9, text)
            self.assertLessEqual({"--include", "--exclude", "--files-from"}, valued)
            for option in sorted(valued):
                value = self.VALUES[option]
                for spelled in ([option, value], [f"{option}={value}"]):
                    # Were the document swallowed, nothing would be read, or standard input.
                    result = self.run_in(command, *spelled, "m.md")
                    written = [path for path in self.folder.glob("*.json") if path.name in ("out.json", "new.json")]
                    text = result.stdout + b"".join(path.read_bytes() for path in written)
                    self.assertLess(result.returncode, 2, (command, spelled, result.stderr))
                    self.assertIn(b"Roof" if command == "why" else b"m.md", text, (command, spelled, result.stderr))
                    for path in written:
                        path.unlink()

    def test_a_folder_behind_a_glob(self):
        self.file("archive/a.md", PAGE)
        self.file("archive/b.txt", PAGE)
        for command in ("convert", "check", "verify"):
            for option, value in (("--include", "*.md"), ("--exclude", "*.txt")):
                self.assertRegex(self.run_in(command, option, value, "archive").stderr, rb"protokoll: 1 \w+, ")
        twice = self.run_tool("convert", "--include", "*.md", "--include", "*.txt", "archive", "--to", "ndjson")
        self.assertIn(b"2 converted", twice.stderr, "repeated for more")


class Misspelt(Options):
    def test_commands(self):
        for word, meant in (("chek", "check"), ("verfiy", "verify"), ("convrt", "convert"), ("explian", "explain"), ("langages", "languages"), ("Chek", "check")):
            for more in (["m.md"], []):
                result = self.says(2, f"did you mean 'protokoll {meant}'?", word, *more)
                self.assertEqual(result.stdout, b"")
        self.says(2, "'protokoll check'", "-q", "--color", "never", "chek", "m.md")
        self.file("chek", PAGE)
        self.assertIn(b"chek", self.run_tool("chek").stdout, "a file of that name is meant")
        self.says(2, "No such file", "minutes.md")
        self.says(2, "No such file", "--", "verfy")

    def test_options(self):
        for command, option, meant in (("convert", "--qqqqqq", ""), ("convert", "--exel", "--excel"), ("convert", "--inclde", "--include"), ("check", "--formt", "--format"), ("check", "--basline", "--baseline"),
                                       ("verify", "--progres", "--progress"), ("rules", "--too", "--to"), ("convert", "--resum=1", "--resume")):
            self.says(2, f"did you mean {meant}?" if meant else "unknown option --qqqqqq;", command, option, "m.md")
        self.says(2, "--fix is an option of 'protokoll check'", "m.md", "--fix")

    def test_values(self):
        for arguments, meant in ((["--to", "jsn"], "json"), (["--to", "mardown"], "markdown"), (["--from", "htlm"], "html"), (["--to", "csv", "--rows", "desicions"], "decisions"),
                                 (["--color", "alwys"], "always"), (["--progress", "nevr"], "never"), (["check", "--format", "sarf"], "sarif"), (["check", "--profile", "vereine"], "verein"),
                                 (["check", "--select", "title-colons"], "title-colon"), (["check", "--min-severity", "warn"], ""), (["check", "--min-severity", "wraning"], "warning"), (["rules", "--to", "jsn"], "json"), (["why", "--to", "jsn"], "json"),
                                 (["check", "--ignore", "due-befor-meeting"], "due-before-meeting")):
            self.says(2, f"did you mean '{meant}'?" if meant else "known:", *arguments, *(["m.md"] if arguments[0] != "rules" else []))
        self.says(2, "did you mean 'PK022'?", "explain", "PK0222")
        self.says(2, "did you mean 'title-colon'?", "explain", "title-coln")
        self.assertIn("known: auto, de, en", self.says(2, "'tlh'", "--language", "tlh", "m.md").stderr.decode())


class AnyCase(Options):
    def same(self, one, other):
        results = [self.run_in(*arguments) for arguments in (one, other)]
        self.assertEqual(results[0].returncode, results[1].returncode, results)
        self.assertLess(results[0].returncode, 2, results)
        self.assertEqual(results[0].stdout, results[1].stdout, one)

    def test_names(self):
        m = "m.md"
        for one, other in ((["--to", "JSON", m], ["--to", "json", m]), (["--to", "CSV", "--rows", "Items", m], ["--to", "csv", m]), (["--language", "EN", m], ["--language", "en", m]),
                           (["--language", "DE-at", m], ["--language", "de", m]), (["--language", "en_GB", m], ["--language", "en", m]), (["--language", "Auto", m], [m]),
                           (["--from", "Markdown", m], ["--from", "markdown", m]), (["--color", "NEVER", m], [m]), (["CHECK", m], ["check", m]), (["Schema"], ["schema"]),
                           (["explain", "pk022"], ["explain", "PK022"]), (["explain", "Title-Colon"], ["explain", "title-colon"]), (["check", "--select", "pk0", m], ["check", "--select", "PK0", m]),
                           (["check", "--select", "ALL", "--ignore", "pk", m], ["check", "--select", "all", "--ignore", "PK", m]), (["check", "--profile", "VEREIN", m], ["check", "--profile", "verein", m]),
                           (["check", "--format", "Sarif", m], ["check", "--format", "sarif", m]), (["check", "--min-severity", "ERROR", m], ["check", "--min-severity", "error", m]),
                           (["rules", "--to", "JSON"], ["rules", "--to", "json"]), (["why", "--to", "JSON", m], ["why", "--to", "json", m])):
            self.same(one, other)

    def test_settings_and_comments(self):
        bad = PAGE + "\nDer Umbau beginnt am 08.01. 2018.\n"
        self.file("bad.md", bad)
        self.assertIn(b"PK017", self.run_in("check", "bad.md").stdout)
        self.file("bad.md", bad.replace("Der Umbau", "<!-- protokoll-disable-next-line pk017 -->\nDer Umbau"))
        self.assertNotIn(b"PK017", self.run_in("check", "bad.md").stdout)
        self.file("bad.md", bad)
        self.file(".protokoll.json", '{"severity": {"pk017": "OFF"}, "profile": "Plain"}')
        self.assertNotIn(b"PK017", self.run_in("check", "bad.md").stdout)

    def test_a_file_wins(self):
        self.file("Check", PAGE)
        self.assertIn(b'"name": "Check"', self.run_tool("Check").stdout)


class Region(Options):
    """The order of day and month."""

    TEXT = "# Minutes of the board meeting\n\nDate: 02/03/2021\n\n## 1. Roof\n\nThe board agreed to repair the roof.\n\nThe next meeting will be held on 04/05/2021.\n"

    def meeting(self, *arguments, text=TEXT, name="en.md"):
        self.file(name, text)
        return json.loads(self.run_tool("--to", "json", *arguments, name, "-v").stdout)

    def test_without_a_region_it_stays_text(self):
        for arguments in ([], ["--language", "en"], ["--language", "en-CA"]):
            minutes = self.meeting(*arguments)
            self.assertNotIn("date", minutes["meeting"])
            self.assertIn("ambiguous-date", {d["id"] for d in minutes["diagnostics"]})

    def test_a_region_settles_it(self):
        for tag, date, following, reason in (("en-GB", "2021-03-02", "2021-05-04", "en-GB: day before month"), ("EN-us", "2021-02-03", "2021-04-05", "en-US: month before day"),
                                             ("en-Latn-IE", "2021-03-02", "2021-05-04", "en-IE: day before month")):
            ways = [self.meeting("--language", tag), self.meeting(text=f"---\nlang: {tag}\n---\n" + self.TEXT),
                    self.meeting("--language", "en", text=f"---\nlang: {tag}\n---\n" + self.TEXT),
                    self.meeting(text=f'<html lang="{tag}"><h1>Minutes of the board meeting</h1><p>Date: 02/03/2021</p><h2>1. Roof</h2><p>The board agreed to repair the roof.</p>'
                                 "<p>The next meeting will be held on 04/05/2021.</p></html>", name="en.html")]
            for minutes in ways:
                meeting = minutes["meeting"]
                self.assertEqual((meeting["date"], meeting["printed"]["date"], meeting["reasons"]["date"]), (date, "02/03/2021", reason))
                following_meeting = meeting["next"][0]
                self.assertEqual((following_meeting["date"], following_meeting["printed"]["date"], following_meeting["reasons"]["date"]), (following, "04/05/2021", reason))
                self.assertNotIn("ambiguous-date", {d["id"] for d in minutes.get("diagnostics", [])})
            self.run_tool("verify", "en.md", "--language", tag)

    def test_what_was_asked_for_wins(self):
        minutes = self.meeting("--language", "en-US", text="---\nlang: en-GB\n---\n" + self.TEXT)
        self.assertEqual(minutes["meeting"]["date"], "2021-02-03")

    def test_what_needs_no_settling_has_no_reason(self):
        for printed, date in (("25/03/2021", "2021-03-25"), ("03/25/2021", "2021-03-25"), ("4 March 2021", "2021-03-04"), ("2021-03-04", "2021-03-04")):
            minutes = self.meeting("--language", "en-US", text=self.TEXT.replace("02/03/2021", printed))
            self.assertEqual(minutes["meeting"]["date"], date)
            self.assertNotIn("date", minutes["meeting"].get("reasons", {}))

    def test_another_language_is_not_touched(self):
        german = self.meeting(text="---\nlang: en-US\n---\n" + PAGE.replace("9. November 2017", "02.03.2021"))
        self.assertEqual((german["language"], german["meeting"]["date"]), ("de", "2021-03-02"))

    def test_a_language_file_names_its_regions(self):
        self.file("words.json", json.dumps({"language": "en", "extends": "en", "regions": {"CA": "month first"}}))
        self.assertEqual(self.meeting("--language", "en-CA", "--language-file", "words.json")["meeting"]["date"], "2021-02-03")
        self.file("words.json", json.dumps({"language": "en", "extends": "en", "regions": {"CA": "month"}}))
        self.says(2, "regions/CA", "en.md", "--language-file", "words.json")


class WithoutEffect(Options):
    def test_it_is_said(self):
        for arguments, words in ((["--to", "json", "--rows", "items"], "--rows has no effect with json"), (["--to", "json", "--excel"], "--excel has no effect with json"),
                                 (["--to", "csv", "--compact"], "--compact has no effect with csv"), (["--to", "ndjson", "--compact"], "--compact has no effect with ndjson"),
                                 (["--null"], "--null has no effect"), (["--include", "*.x"], "--include has no effect"), (["--exclude", "*.md"], "--exclude has no effect"),
                                 (["check", "--diff", "--fix"], "--fix has no effect with --diff"), (["check", "--no-config", "--config", "none.json"], "--config has no effect"),
                                 (["check", "--stdin-name", "x.md"], "--stdin-name has no effect"), (["check", "--statistics", "--format", "json"], "--format has no effect"),
                                 (["check", "--diff", "--format", "json"], "--format has no effect"), (["verify", "--null"], "--null has no effect")):
            result = self.run_in(*arguments, "m.md")
            self.assertEqual(result.returncode, 0, (arguments, result.stderr))
            self.assertIn(words, result.stderr.decode(), arguments)
            self.assertEqual(self.run_in(*arguments, "m.md", "-q").stderr, b"", arguments)

    def test_rows_and_excel_imply_csv(self):
        table = self.run_tool("--to", "csv", "--rows", "people", "m.md")
        implied = self.run_tool("--rows", "people", "m.md")
        self.assertEqual((implied.stdout, implied.stderr), (table.stdout, table.stderr))
        self.assertEqual(self.run_tool("--excel", "m.md").stdout, self.run_tool("--to", "csv", "--excel", "m.md").stdout)
        self.assertIn(b"--rows has no effect with markdown", self.run_tool("--rows", "items", "m.md", "-o", "x.md").stderr, "what is named counts more")


class Reports(Options):
    """Only what fails the run fails in a report."""

    NOTE = "# Minutes of the board meeting\n\nDate: 02/03/2021\n\n## 1. Roof\n\nThe board agreed to repair the roof.\n"

    def report(self, form, status):
        return self.run_tool("check", "n.md", "--select", "ambiguous-date,PK014", "--format", form, status=status).stdout

    def test_notes(self):
        self.file("n.md", self.NOTE)
        suite = xml.etree.ElementTree.fromstring(self.report("junit", 0)).find("testsuite")
        self.assertEqual((suite.get("tests"), suite.get("failures"), len(suite.findall("testcase/failure"))), ("1", "0", 0))
        self.assertIn("n.md:3:", suite.find("testcase/system-out").text)
        error = xml.etree.ElementTree.fromstring(self.report("checkstyle", 0)).find("file/error")
        self.assertEqual(error.get("severity"), "info")
        self.assertEqual([entry["severity"] for entry in json.loads(self.report("gitlab", 0))], ["info"])

    def test_warnings(self):
        self.file("n.md", self.NOTE + "\nWork begins on Monday, 9 January 2024.\n")
        suite = xml.etree.ElementTree.fromstring(self.report("junit", 1)).find("testsuite")
        self.assertEqual((suite.get("tests"), suite.get("failures"), len(suite.findall("testcase/failure"))), ("2", "1", 1))


class BaselineKnowsItems(Options):
    WRONG = "Work begins on Monday, 9 January 2024."

    def text(self, *items):
        return "# Minutes of the board meeting, 9 November 2023\n\n" + "".join(f"## {n}. {title}\n\n{text}\n\n" for n, (title, text) in enumerate(items, 1))

    def found(self, baseline="known.json"):
        report = self.run_in("check", "b.md", "--select", "PK014", "--baseline", baseline, "--format", "json")
        return [finding["begin"]["line"] for finding in json.loads(report.stdout)[0]["findings"]]

    def setUp(self):
        super().setUp()
        self.file("b.md", self.text(("Roof", self.WRONG), ("Garden", "Nothing.")))
        self.run_tool("check", "b.md", "--select", "PK014", "--write-baseline", "known.json")

    def test_the_same_words_under_another_item_are_new(self):
        self.assertEqual(self.found(), [])
        self.file("b.md", self.text(("Roof", "Nothing."), ("Garden", self.WRONG)))
        self.assertEqual(len(self.found()), 1)

    def test_items_may_move_and_be_numbered_anew(self):
        self.file("b.md", self.text(("Cellar", "Nothing."), ("Garden", "Nothing."), ("Roof", self.WRONG)))
        self.assertEqual(self.found(), [])

    def test_old_baselines_go_on_working(self):
        known = json.loads((self.folder / "known.json").read_text())
        self.assertEqual(known["baseline"], "protokoll-baseline/2")
        sarif = json.loads(self.run_in("check", "b.md", "--select", "PK014", "--format", "sarif").stdout)
        words = sarif["runs"][0]["results"][0]["partialFingerprints"]["protokoll/v1"]
        self.file("old.json", json.dumps({"baseline": "protokoll-baseline/1", "files": {"b.md": {f"PK014 {words}": 1}}}))
        self.assertEqual(self.found("old.json"), [])
        self.file("b.md", self.text(("Roof", "Nothing."), ("Garden", self.WRONG)))
        self.assertEqual(self.found("old.json"), [], "it knows no items")
        self.file("new.json", json.dumps({"baseline": "protokoll-baseline/3", "files": {}}))
        self.says(2, "new.json: is no protokoll-baseline/2", "check", "b.md", "--baseline", "new.json")


if __name__ == "__main__":
    sys.exit(archive.main())
