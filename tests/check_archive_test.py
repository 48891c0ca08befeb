#!/usr/bin/python3
"""`protokoll check` over archives: the same findings however they are spread, and what goes wrong on the way.

    check_archive_test.py PROTOKOLL [unittest arguments]
"""
import json
import os
import pty
import subprocess
import sys

import archive

FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit", "checkstyle")
SPACE = "# Protokoll der Sitzung vom 09.11.2017\n\n## TOP 1 Termine\n\nDer Umbau beginnt am 08.01. 2018.\n"
WEEKDAY = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nWork begins on Monday, 9 January 2024.\n"


def minutes(number):
    """The third of three documents has a finding that can be fixed."""
    text = archive.minutes(number)
    return text if number % 3 else text.replace("</ul>", "</ul> <p>Fertig am 08.01. 2049.</p>")


class CheckArchive(archive.Batch):
    def setUp(self):
        super().setUp()
        for number in range(30):
            self.file(f"archive/{number % 7}/minutes {number}.txt", minutes(number))

    def check(self, *arguments, status=1, **more):
        return self.run_tool("check", *arguments, status=status, **more).stdout

    def ids(self, *arguments, status=1):
        """The file and rule of every finding."""
        return [(document["file"], finding["id"]) for document in json.loads(self.check(*arguments, "--format", "json", status=status)) for finding in document["findings"]]

    # --- the same on every way ---

    def test_threads(self):
        for form in FORMATS:
            reports = {self.check("archive", "--format", form, "-j", jobs) for jobs in ("1", "2", "8")}
            self.assertEqual(len(reports), 1, form)
        self.assertEqual(len({self.check("archive", "--statistics", "-j", jobs) for jobs in ("1", "8")}), 1)
        for jobs in ("1", "8"):
            self.check("archive", "--write-baseline", f"known{jobs}", "-j", jobs, status=0)
        self.assertEqual((self.folder / "known1").read_text(), (self.folder / "known8").read_text())

    def test_an_archive_holds_what_single_runs_find(self):
        whole = json.loads(self.check("archive/", "--format", "json"))
        self.assertEqual(len(whole), 30)
        self.assertEqual([d["file"] for d in whole], sorted((d["file"] for d in whole), key=lambda name: name.split("/")))
        for document in whole:
            single = subprocess.run([archive.TOOL, "check", document["file"], "--format", "json"], cwd=self.folder, capture_output=True, timeout=60)
            self.assertEqual(json.loads(single.stdout), [document])

    def test_shards_and_lists(self):
        whole = json.loads(self.check("archive", "--format", "json"))
        parts = [json.loads(self.run_tool("check", "archive", "--format", "json", "--shard", f"{k}/3", status=1).stdout) for k in (1, 2, 3)]
        self.assertTrue(all(parts))
        self.assertEqual(sorted(sum(parts, []), key=lambda d: d["file"]), sorted(whole, key=lambda d: d["file"]))
        names = [d["file"] for d in whole]
        self.assertEqual(json.loads(self.check("--files-from", "-", "-0", "--format", "json", input="\0".join(names).encode())), whole)
        self.assertEqual(json.loads(self.check("archive", "--include", "minutes 3.txt", "--format", "json")), [d for d in whole if d["file"].endswith("/minutes 3.txt")])

    # --- settings ---

    def test_settings_by_path(self):
        self.file("archive/.protokoll.json", '{"overrides": [{"files": ["3/**"], "ignore": ["PK017"]}]}')
        self.file("archive/6/.protokoll.json", '{"select": ["PK014"]}')
        found = {file.split("/")[1] for file, rule in self.ids("archive") if rule == "PK017"}
        self.assertEqual(found, {str(n % 7) for n in range(0, 30, 3)} - {"3", "6"})

    def test_a_faulty_configuration_ends_the_run(self):
        self.file("archive/2/.protokoll.json", '{"selekt": []}')
        for jobs in ("1", "8"):
            result = self.run_tool("check", "archive", "-j", jobs, "-o", "report", status=2)
            self.assertRegex(result.stderr, rb"\Aprotokoll: [^\n]*archive/2/\.protokoll\.json: unknown key 'selekt'\n\Z")
            self.assertFalse((self.folder / "report").exists())

    def test_suppressions(self):
        before = self.ids("archive")
        self.file("archive/0/minutes 0.txt", minutes(0) + "<!-- protokoll-disable-file PK017 -->\n")
        self.assertIn(("archive/0/minutes 0.txt", "PK017"), before)
        self.assertEqual(self.ids("archive"), [f for f in before if f != ("archive/0/minutes 0.txt", "PK017")])

    def test_the_baseline_counts_from_its_own_folder(self):
        self.check("archive", "--write-baseline", "known.json", status=0)
        self.assertEqual(self.ids("archive", "--baseline", "known.json", status=0), [])
        for where, what, known in (("archive", ".", "../known.json"), ("/", str(self.folder / "archive"), str(self.folder / "known.json"))):
            result = subprocess.run([archive.TOOL, "check", what, "--baseline", known], cwd=self.folder / where, capture_output=True, timeout=60)
            self.assertEqual((result.returncode, result.stdout), (0, b""))
        self.file("archive/1/new.md", SPACE)
        self.assertIn(("archive/1/new.md", "PK017"), self.ids("archive", "--baseline", "known.json"))

    def test_languages_of_ones_own(self):
        self.file("words.json", json.dumps({"language": "de", "extends": "de", "labels": {"present": ["Beisammen"]}}))
        self.file("one.md", "# Protokoll der Sitzung vom 09.11.2017\n\nBeisammen: Mia Weber, Ole Krug\n\nEntschuldigt: Ole Krug\n\n## TOP 1 Termine\n\nDer Umbau beginnt.\n")
        self.assertNotIn(("one.md", "PK043"), self.ids("one.md", status=0))
        self.assertIn(("one.md", "PK043"), self.ids("one.md", "--language-file", "words.json"))

    # --- fixes ---

    def test_fixes(self):
        before = self.tree("archive")
        diffs = {self.check("archive", "--diff", "-j", jobs) for jobs in ("1", "8")}
        self.assertEqual((len(diffs), self.tree("archive")), (1, before))
        said = self.check("archive", "--fix", "--min-severity", "warning", status=0)
        self.assertEqual(said.splitlines()[-1], b"60 fixed in 10 documents")
        self.assertEqual(self.tree("archive"), {path: text.replace(b". 2049", b".2049") for path, text in before.items()})
        self.assertEqual(self.check("archive", "--diff", status=0), b"")
        self.run_tool("check", "--fix", "-", "archive", status=2, input=b"")

    # --- trouble ---

    def test_the_rest_goes_on(self):
        (self.folder / "archive/broken.txt").symlink_to("nowhere")
        (self.folder / "archive/5/circle.txt").symlink_to("circle.txt")
        self.file("archive/scan.pdf", b"%PDF-1.7 ...")
        for form in FORMATS:
            result = self.run_tool("check", "archive", "--format", form, "--errors", "errors", status=1)
            self.assertIn(b"30 checked, 10 of them with findings, 2 failed, 1 skipped", result.stderr)
            self.assertEqual([json.loads(line)["name"] for line in (self.folder / "errors").read_text().splitlines()], ["archive/broken.txt", "archive/5/circle.txt"])
        self.assertEqual(len(json.loads(self.check("archive", "--format", "json"))), 30)
        stopped = self.run_tool("check", "archive", "--fail-fast", "--format", "json", status=2)
        self.assertEqual(json.loads(stopped.stdout), [])
        self.assertIn(b"stopped", stopped.stderr)
        self.assertEqual(self.check("archive", "--include", "broken.txt", status=2), b"")

    def test_the_report_is_no_document(self):
        for option, status in (("-o", 1), ("--write-baseline", 0)):
            for name in ("report.json", "report.txt"):
                result = self.run_tool("check", "archive", option, f"archive/{name}", status=status)
                self.assertIn(b"30 checked", result.stderr)
            # Nobody can tell it from a document any more; none is lost.
            self.file("archive/report.txt", SPACE)
            result = self.run_tool("check", "archive", option, "archive/report.txt", status=2)
            self.assertIn(b"archive/report.txt", result.stderr)
            self.assertEqual((self.folder / "archive/report.txt").read_text(), SPACE)
            result = self.run_tool("check", "archive", option, "archive/report.txt", "--exclude", "report.txt", status=status)
            self.assertIn(b"30 checked", result.stderr)
            (self.folder / "archive/report.txt").unlink()

    def test_progress(self):
        ours, theirs = pty.openpty()
        result = subprocess.run([archive.TOOL, "check", "archive", "-o", "report", "--progress", "always"], stderr=theirs, cwd=self.folder, timeout=60)
        os.close(theirs)
        said = os.read(ours, 65536)
        os.close(ours)
        self.assertEqual(result.returncode, 1)
        self.assertRegex(said, rb"MB/s, archive/")
        self.assertNotIn(b"\x1b", self.run_tool("check", "archive", "-o", "report", status=1).stderr)


if __name__ == "__main__":
    sys.exit(archive.main())
