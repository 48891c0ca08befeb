#!/usr/bin/python3
"""Reports of `check` over all samples and cases against the schemas of their formats (tests/check/README.md).

    report_test.py PROTOKOLL ROOT [unittest arguments]
"""
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

import jsonschema

TOOL = ""
ROOT = pathlib.Path()


def schema(name):
    loaded = json.loads((ROOT / "tests/check" / name).read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(loaded)
    validator.check_schema(loaded)
    return validator(loaded)


class Reports(unittest.TestCase):
    """Samples and cases, and a document that hides a finding and holds what formats must escape."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        hostile = pathlib.Path(cls.folder.name) / 'a"<&>\n%.md'
        hostile.write_text("# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof \x01\x1b\u202e]]>&<\n\nThe next meeting takes place on 11 January 2023.\n\n"
                           "<!-- protokoll-disable-next-line PK014 -->\nWork begins on Monday, 9 January 2024.\n\nIt ends on Monday, 10 January\n2024.\n\n"
                           "## 4. Gate\n\nIt was bought on 31 February 2023.\n", encoding="utf-8")
        cls.documents = [str(hostile), "samples", "tests/cases"]
        cls.findings = json.loads(cls.report("json"))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def report(cls, form, *more):
        result = subprocess.run([TOOL, "check", "--no-config", "--select", "all", "--format", form, *more, *(cls.documents if not more else [])], cwd=ROOT, capture_output=True, timeout=300, check=False)
        assert result.returncode in (0, 1) and b"0 failed" in result.stderr or more, result.stderr
        return result.stdout.decode()

    def count(self):
        return sum(len(document["findings"]) for document in self.findings)

    def validate_xml(self, name, report):
        path = pathlib.Path(self.folder.name) / "report.xml"
        path.write_text(report, encoding="utf-8")
        result = subprocess.run(["xmllint", "--noout", "--nonet", "--schema", ROOT / "tests/check" / name, path], capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(result.returncode, 0, result.stderr[-2000:])
        return xml.etree.ElementTree.fromstring(report)

    def test_there_is_enough_to_report(self):
        self.assertGreater(len(self.findings), 100)
        self.assertGreater(len({finding["id"] for document in self.findings for finding in document["findings"]}), 20)

    def test_sarif(self):
        report = json.loads(self.report("sarif"))
        schema("sarif-2.1.0.json").validate(report)
        run = report["runs"][0]
        results = run["results"]
        self.assertEqual(len([r for r in results if "suppressions" not in r]), self.count())
        self.assertEqual([r["ruleId"] for r in results if "suppressions" in r], ["PK014"])
        declared = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
        self.assertEqual({r["ruleId"] for r in results if r["ruleId"].startswith("PK")} - declared, set())
        for result in results:
            self.assertRegex(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], r"\A(file:///)?[\w./~%-]+\Z")

    def test_sarif_byte_offsets(self):
        for result in json.loads(self.report("sarif"))["runs"][0]["results"]:
            place = result["locations"][0]["physicalLocation"]
            region, uri = place["region"], place["artifactLocation"]["uri"]
            if uri.startswith("file:") or any(part in uri for part in ("utf16", "1252", "latin")):
                continue
            data = (ROOT / re.sub("%([0-9A-F]{2})", lambda m: chr(int(m[1], 16)), uri)).read_bytes()
            self.assertLessEqual(region["byteOffset"] + region["byteLength"], len(data))
            self.assertEqual(data[:region["byteOffset"]].count(b"\n") + 1, region["startLine"], (uri, region))

    def test_gitlab(self):
        report = json.loads(self.report("gitlab"))
        schema("gitlab-codequality.schema.json").validate(report)
        self.assertEqual(len(report), self.count())
        twice = [name for name, number in collections.Counter(entry["fingerprint"] for entry in report).items() if number > 1]
        self.assertEqual(twice, [], "GitLab drops the second")

    def test_junit(self):
        root = self.validate_xml("junit-jenkins.xsd", self.report("junit"))
        self.assertEqual(len(root.findall("testsuite")), len(self.findings))
        failing = sum(finding["severity"] != "note" for document in self.findings for finding in document["findings"])
        self.assertLess(failing, self.count())
        self.assertEqual(len(root.findall("testsuite/testcase/failure")), failing, "notes fail nothing")
        self.assertEqual(len(root.findall("testsuite/testcase/system-out")), self.count() - failing)

    def test_checkstyle(self):
        root = self.validate_xml("checkstyle.xsd", self.report("checkstyle"))
        self.assertEqual(len(root.findall("file")), len(self.findings))
        self.assertEqual(len(root.findall("file/error")), self.count())

    def test_reports_without_findings(self):
        quiet = ["--ignore", "all", "samples/12-fachkreis-kurz.txt"]
        schema("sarif-2.1.0.json").validate(json.loads(self.report("sarif", *quiet)))
        schema("gitlab-codequality.schema.json").validate(json.loads(self.report("gitlab", *quiet)))
        self.validate_xml("junit-jenkins.xsd", self.report("junit", *quiet))
        self.validate_xml("checkstyle.xsd", self.report("checkstyle", *quiet))


if __name__ == "__main__":
    TOOL = str(pathlib.Path(sys.argv.pop(1)).resolve())
    ROOT = pathlib.Path(sys.argv.pop(1)).resolve()
    unittest.main()
