#!/usr/bin/python3
"""`protokoll check` on the command line: formats, exit status, fixes, configuration, suppressions, baseline, pre-commit.

    check_test.py PROTOKOLL ROOT [unittest arguments]
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

TOOL = ""
ROOT = pathlib.Path()
BAD = """# Minutes of the board meeting, 9 November 2023

## 1. Roof

Ms Weber reports. The next meeting takes place on 11 January 2023.

## 2. Dates

Work begins on Monday, 9 January 2024.
"""
GOOD = """# Minutes of the board meeting, 9 November 2023

## 1. Roof

Ms Weber reports. The next meeting takes place on 11 January 2024.
"""
SPACE = "# Protokoll der Sitzung vom 09.11.2017\n\n## TOP 1 Termine\n\nDer Umbau beginnt am 08.01. 2018.\n\n## TOP 2 Fest\n\nDas Fest ist am 08.07. 2018.\n"


class Check(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.file("bad.md", BAD)
        self.file("good.md", GOOD)

    def file(self, name, content=""):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    def run_tool(self, *arguments, stdin=b"", command="check"):
        return subprocess.run([TOOL, command, *arguments], input=stdin, capture_output=True, cwd=self.folder, timeout=120, check=False)

    def out(self, *arguments, status=None, **more):
        result = self.run_tool(*arguments, **more)
        self.assertIn(result.returncode, (0, 1) if status is None else (status,), result)
        self.assertEqual(result.stderr, b"")
        return result.stdout.decode()

    def ids(self, *arguments, **more):
        return [finding["id"] for document in json.loads(self.out(*arguments, "--format", "json", **more)) for finding in document["findings"]]

    # --- exit status and selection ---

    def test_exit_status(self):
        self.assertEqual(self.out("good.md", "--min-severity", "warning", status=0), "")
        self.out("bad.md", status=1)
        self.assertEqual(self.run_tool("missing.md").returncode, 2)
        self.assertEqual(self.run_tool("good.md", "missing.md").returncode, 1)

    def test_notes_do_not_fail(self):
        self.assertIn("note:", self.out("good.md", "--select", "PK004", status=0))

    def test_unknown_names(self):
        for arguments in (["--select", "PK999"], ["--ignore", "PK999"], ["--profile", "none"], ["--format", "pdf"], ["--min-severity", "fatal"], ["--config", "none.json"]):
            result = self.run_tool("good.md", *arguments)
            self.assertEqual((result.returncode, result.stdout), (2, b""), arguments)
            self.assertRegex(result.stderr.decode(), r"\Aprotokoll: [^\n]+\n\Z")

    def test_select_and_ignore(self):
        self.assertEqual(self.ids("bad.md", "--select", "PK012,wrong-weekday"), ["PK012", "PK014"])
        self.assertEqual(self.ids("bad.md", "--select", "PK01", "--ignore", "space-in-date"), ["PK012", "PK014"])
        self.assertNotIn("PK012", self.ids("bad.md", "--ignore", "next-date-in-past"))

    def test_min_severity(self):
        severities = [f["severity"] for f in json.loads(self.out("bad.md", "--format", "json", "--min-severity", "error"))[0]["findings"]]
        self.assertEqual(set(severities), {"error"})

    def test_statistics(self):
        self.assertRegex(self.out("bad.md", "bad.md", "--statistics", "--select", "PK012"), r"\A +2 PK012 next-date-in-past\n\Z")

    # --- formats ---

    def test_text(self):
        text = self.out("bad.md", "--select", "PK012")
        self.assertRegex(text, r"(?m)^bad\.md:5:51: error: .*2024-01-11 is likely \[PK012 next-date-in-past\]\n  Ms Weber reports.*\n +\^~+$")
        self.assertNotIn("\x1b", text)

    def test_colour_is_asked_for(self):
        self.assertIn("\x1b[1;31m", self.out("--color", "always", "bad.md"))

    def test_json(self):
        finding = json.loads(self.out("bad.md", "--format", "json", "--select", "PK012"))[0]["findings"][0]
        begin, end = finding["begin"], finding["end"]
        self.assertEqual(BAD.encode()[begin["byte"]:end["byte"]].decode(), "11 January 2023")
        self.assertEqual((begin["line"], begin["column"]), (5, 51))

    def test_json_of_no_and_many_documents(self):
        self.assertEqual(len(json.loads(self.out("good.md", "bad.md", "good.md", "--format", "json"))), 3)

    def test_sarif(self):
        self.file("quiet.md", BAD.replace("## 2.", "<!-- protokoll-disable-file PK012 -->\n\n## 2."))
        report = json.loads(self.out("bad.md", "quiet.md", "--format", "sarif"))
        run = report["runs"][0]
        declared = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
        self.assertTrue({result["ruleId"] for result in run["results"]} <= declared)
        past = [result for result in run["results"] if result["ruleId"] == "PK012"]
        region = past[0]["locations"][0]["physicalLocation"]["region"]
        self.assertEqual(BAD.encode()[region["byteOffset"]:region["byteOffset"] + region["byteLength"]], b"11 January 2023")
        self.assertEqual([result.get("suppressions") for result in past], [None, [{"kind": "inSource"}]])
        self.assertEqual(past[0]["partialFingerprints"], past[1]["partialFingerprints"])
        self.assertEqual(past[0]["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"], {"text": "2024"})

    def test_sarif_without_findings(self):
        self.assertEqual(json.loads(self.out("good.md", "--format", "sarif", "--select", "PK012"))["runs"][0]["results"], [])

    def test_github(self):
        lines = self.out("bad.md", "--format", "github", "--select", "PK012").splitlines()
        self.assertEqual(len(lines), 1)
        self.assertRegex(lines[0], r"\A::error file=bad\.md,line=5,endLine=5,col=51,endColumn=66,title=PK012 next-date-in-past::the next meeting .*")

    def test_gitlab(self):
        report = json.loads(self.out("bad.md", "bad.md", "--format", "gitlab"))
        for entry in report:
            self.assertEqual(set(entry), {"description", "check_name", "fingerprint", "severity", "location"})
            self.assertIn(entry["severity"], ("info", "minor", "major", "critical", "blocker"))
            self.assertGreaterEqual(entry["location"]["lines"]["begin"], 1)
        self.assertEqual(json.loads(self.out("good.md", "--format", "gitlab", "--select", "PK012")), [])

    def test_junit(self):
        root = xml.etree.ElementTree.fromstring(self.out("good.md", "bad.md", "--format", "junit", "--select", "PK012,PK014"))
        suites = root.findall("testsuite")
        self.assertEqual(root.tag, "testsuites")
        self.assertEqual([(s.get("name"), s.get("tests"), s.get("failures")) for s in suites], [("good.md", "1", "0"), ("bad.md", "2", "2")])
        for suite in suites:
            self.assertEqual(len(suite.findall("testcase")), int(suite.get("tests")))
            self.assertEqual(len(suite.findall("testcase/failure")), int(suite.get("failures")))

    def test_checkstyle(self):
        root = xml.etree.ElementTree.fromstring(self.out("good.md", "bad.md", "--format", "checkstyle"))
        self.assertEqual((root.tag, [file.get("name") for file in root]), ("checkstyle", ["good.md", "bad.md"]))
        for error in root.iter("error"):
            self.assertIn(error.get("severity"), ("error", "warning", "info"))
            self.assertGreaterEqual(int(error.get("line")), 1)

    def test_hostile_text_breaks_no_format(self):
        name = self.file('a"<&>\n%.md', BAD.replace("Monday,", 'Monday, ').replace("Roof", '\u202e"]]>&<\x01\x1b'))
        for form in ("json", "sarif", "gitlab"):
            json.loads(self.out(name, "--format", form))
        for form in ("junit", "checkstyle"):
            xml.etree.ElementTree.fromstring(self.out(name, "--format", form))
        for line in self.out(name, "--format", "github").splitlines():
            self.assertTrue(line.startswith("::"), line)

    # --- fixes ---

    def test_fix_changes_named_bytes_only(self):
        self.file("space.md", SPACE.replace("\n", "\r\n"))
        self.out("space.md", "--fix", "--min-severity", "warning", status=0)
        self.assertEqual((self.folder / "space.md").read_bytes().decode(), SPACE.replace("\n", "\r\n").replace(". 2018", ".2018"))

    def test_unsafe_fixes_are_asked_for(self):
        self.out("bad.md", "--fix")
        self.assertIn("11 January 2023", (self.folder / "bad.md").read_text())
        self.out("bad.md", "--unsafe-fixes")
        self.assertIn("11 January 2024", (self.folder / "bad.md").read_text())

    def test_diff(self):
        self.file("space.md", SPACE)
        diff = self.out("space.md", "--diff", status=1)
        self.assertEqual((self.folder / "space.md").read_text(), SPACE)
        subprocess.run(["patch", "-p0", "-s"], input=diff.encode(), cwd=self.folder, check=True) if shutil.which("patch") else self.skipTest("no patch here")
        self.assertEqual((self.folder / "space.md").read_text(), SPACE.replace(". 2018", ".2018"))
        self.assertEqual(self.out("space.md", "--diff", status=0), "")

    def test_fix_from_standard_input(self):
        self.assertEqual(self.out("-", "--fix", stdin=SPACE.encode()), SPACE.replace(". 2018", ".2018"))

    def test_fix_in_other_encodings(self):
        for encoding in ("utf-16", "cp1252", "utf-8-sig"):
            text = SPACE.replace("Fest", "Gr\u00fcnfest")
            self.file("space.md", text.encode(encoding))
            self.out("space.md", "--fix")
            self.assertEqual((self.folder / "space.md").read_bytes().decode(encoding), text.replace(". 2018", ".2018"), encoding)

    # --- living with an archive ---

    def test_configuration(self):
        self.file(".protokoll.json", '{ // comment\n "ignore": ["PK012"], "severity": {"wrong-weekday": "note"},\n "overrides": [{"files": ["old/**"], "select": ["PK014"]}] }')
        self.file("old/2017/bad.md", BAD)
        self.assertNotIn("PK012", self.ids("bad.md"))
        self.assertEqual(self.ids("old/2017/bad.md"), ["PK014"])
        self.assertIn("PK012", self.ids("bad.md", "--no-config"))
        self.assertEqual(self.ids("bad.md", "--select", "PK014", "--min-severity", "warning"), [])
        self.assertIn("overrides[0]", self.out("old/x.md", command="config"))
        self.assertEqual(self.ids("-", "--stdin-name", "old/new.md", stdin=BAD.encode()), ["PK014"])

    def test_faulty_configuration(self):
        for content in ("{", '{"selekt": []}', '{"severity": {"PK012": "bad"}}', '{"profile": "none"}', '{"select": ["PK999"]}', '{"overrides": [{"selekt": 1}]}', '{"select": 3}'):
            self.file(".protokoll.json", content)
            result = self.run_tool("good.md")
            self.assertEqual(result.returncode, 2, content)
            self.assertRegex(result.stderr.decode(), r"\Aprotokoll: [^\n]+\n\Z")

    def test_profile_of_ones_own(self):
        self.file("club.json", '{"name": "club", "norm": "Statutes s. 12", "required": [{"what": "location"}]}')
        self.file(".protokoll.json", '{"profile": "club.json"}')
        self.assertIn("(Statutes s. 12)", self.out("good.md"))

    def test_profiles_cite_their_norms(self):
        for profile in ("gemo-rlp-41", "vwvfg-93", "weg-24", "verein"):
            findings = json.loads(self.out("good.md", "--profile", profile, "--select", "PK006", "--format", "json"))[0]["findings"]
            self.assertTrue(findings, profile)
            for finding in findings:
                self.assertRegex(finding["message"], r"\(.*(§|court|leaflet).*\)")

    def test_suppressions(self):
        for comment in ("<!-- protokoll-disable-file PK012 -->", "<!-- protokoll-disable-file next-date-in-past -- known -->", "<!-- protokoll-disable-file -->"):
            self.file("quiet.md", BAD + "\n" + comment + "\n")
            self.assertNotIn("PK012", self.ids("quiet.md"))
            self.assertNotIn("PK090", self.ids("quiet.md"))
        self.file("quiet.md", BAD.replace("Ms Weber", "<!-- protokoll-disable-next-line PK012 -->\nMs Weber"))
        self.assertNotIn("PK012", self.ids("quiet.md"))
        self.file("quiet.md", BAD.replace("11 January 2023.", "11 January 2023. <!-- protokoll-disable-line PK012 -->"))
        self.assertNotIn("PK012", self.ids("quiet.md"))
        self.file("quiet.md", BAD.replace("## 2.", "<!-- protokoll-disable-next-line PK012 -->\n## 2."))
        self.assertEqual(self.ids("quiet.md", "--select", "PK012,PK090"), ["PK012", "PK090"])

    def test_baseline(self):
        self.out("bad.md", "--write-baseline", "known.json", status=0)
        self.assertEqual(self.ids("bad.md", "--baseline", "known.json"), [])
        moved = BAD.replace("## 1.", "\n\n## 1.")
        self.file("bad.md", moved)
        self.assertEqual(self.ids("bad.md", "--baseline", "known.json"), [], "lines may move")
        self.file("bad.md", moved + "\nWork ends on Monday, 10 January 2024.\n")
        self.assertEqual(self.ids("bad.md", "--baseline", "known.json"), ["PK014"])

    # --- rules ---

    def test_explain(self):
        for word in ("PK012", "next-date-in-past"):
            self.assertIn("11 January 2024", self.out(word, command="explain"))
        self.assertEqual(self.run_tool("PK999", command="explain").returncode, 2)

    def test_the_page_of_rules_is_fresh(self):
        page = (ROOT / "src/rules/README.md").read_text(encoding="utf-8")
        self.assertEqual(self.out("--to", "markdown", command="rules"), page, "protokoll rules --to markdown > src/rules/README.md")

    def test_lists_of_rules(self):
        self.assertEqual(len(json.loads(self.out("--to", "json", command="rules"))), len(self.out(command="rules").splitlines()))

    # --- where it runs ---

    def test_pre_commit(self):
        if not shutil.which("pre-commit") or not shutil.which("git"):
            self.skipTest("no pre-commit here")
        environment = {**os.environ, "PATH": f"{pathlib.Path(TOOL).parent}:{os.environ['PATH']}", "HOME": str(self.folder), "PRE_COMMIT_HOME": str(self.folder / "cache"),
                       "GIT_CONFIG_GLOBAL": str(self.folder / "gitconfig"), "GIT_ALLOW_PROTOCOL": "file"}
        self.file("gitconfig", "[user]\n name = Test\n email = test@example.org\n[safe]\n directory = *\n[init]\n defaultBranch = main\n")

        def run(*command, where):
            return subprocess.run(command, cwd=where, env=environment, capture_output=True, text=True, check=False, timeout=120)
        hooks, archive = self.folder / "hooks", self.folder / "archive"
        for repository in (hooks, archive):
            repository.mkdir()
            run("git", "init", "-q", where=repository)
        shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
        run("git", "add", "-A", where=hooks)
        self.assertEqual(run("git", "commit", "-qm", "hooks", where=hooks).returncode, 0)
        revision = run("git", "rev-parse", "HEAD", where=hooks).stdout.strip()
        (archive / ".pre-commit-config.yaml").write_text(f"repos:\n- repo: {hooks}\n  rev: {revision}\n  hooks:\n  - id: protokoll\n")
        (archive / "minutes-2023.md").write_text(BAD)
        (archive / "notes.md").write_text(BAD)
        run("git", "add", "-A", where=archive)
        failed = run("pre-commit", "run", "--all-files", where=archive)
        self.assertEqual(failed.returncode, 1, failed)
        self.assertIn("minutes-2023.md:5:51: error:", failed.stdout)
        self.assertNotIn("notes.md", failed.stdout)
        (archive / "minutes-2023.md").write_text(GOOD)
        run("git", "add", "-A", where=archive)
        passed = run("pre-commit", "run", "--all-files", where=archive)
        self.assertEqual(passed.returncode, 0, passed)


if __name__ == "__main__":
    TOOL = str(pathlib.Path(sys.argv.pop(1)).resolve())
    ROOT = pathlib.Path(sys.argv.pop(1)).resolve()
    unittest.main()
