#!/usr/bin/python3
"""Answers about minutes and what `protokoll ground` finds of them.

    ground_test.py PROTOKOLL [CLASS…] [-v]

tests/ground/NN-name.answer.json with NN-name.expected.tsv: see the README there. With -v the table of what was found, by kind.
"""
import collections
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import cases

TOOL = str(pathlib.Path(sys.argv[1]).resolve())
ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tests" / "ground"
HOLDS = ("exact", "derived")
# Where a document says a thing twice, the other place may be found; and a list's marker that the tool has as a number stands nowhere.
MARKS = ("span", "spans", "printed", "reasons", "by", "confidence", "item_spans", "row_spans", "source", "diagnostics")


def run(*arguments, text=None, status=(0, 1)):
    result = subprocess.run([TOOL, *map(str, arguments)], input=text, stdin=None if text is not None else subprocess.DEVNULL, capture_output=True, cwd=ROOT)
    assert result.returncode in status, f"{arguments}: status {result.returncode}: {result.stderr.decode(errors='replace')}"
    return result


def values(document, answer):
    """pointer: [grounding, value, place, note]"""
    lines = run("-q", "ground", "--to", "values", document, answer).stdout.decode().splitlines()
    return {line.split("\t")[0]: line.split("\t")[1:] for line in lines}


def expected(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    faults = dict(line.split("\t")[:2] for line in lines if line and not line.startswith("#"))
    omitted = [line.split(":", 1)[1].strip() for line in lines if line.startswith("# omitted:")]
    return lines[0].removeprefix("#").split()[0], faults, omitted


def strip(value):
    if isinstance(value, dict):
        return {key: strip(entry) for key, entry in value.items() if key not in MARKS}
    return [strip(entry) for entry in value] if isinstance(value, list) else value


class Temporary(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else (content if isinstance(content, str) else json.dumps(content)).encode())
        return path


class Planted(unittest.TestCase):
    """Forty answers written by hand: every fault of the right kind, and no other."""

    def test_faults(self):
        table = collections.Counter()
        for path in sorted(FOLDER.glob("*.expected.tsv")):
            document, faults, _ = expected(path)
            found = values(document, FOLDER / path.name.replace(".expected.tsv", ".answer.json"))
            with self.subTest(answer=path.name):
                self.assertEqual(faults, {pointer: value[0] for pointer, value in found.items() if value[0] not in HOLDS})
            for pointer, kind in faults.items():
                table[kind, found.get(pointer, ["not judged"])[0]] += 1
            table["flawless", "exact or derived"] += sum(value[0] in HOLDS for value in found.values())
        if "-v" in sys.argv:
            for (kind, found), number in sorted(table.items()):
                print(f"{kind:<14} found {found:<18} {number:>5}")

    def test_left_out(self):
        """An item that the answer leaves out is told by --compare."""
        for path in sorted(FOLDER.glob("*.expected.tsv")):
            document, _, omitted = expected(path)
            if not omitted:
                continue
            answer = FOLDER / path.name.replace(".expected.tsv", ".answer.json")
            rows = json.loads(run("-q", "ground", "--compare", "--to", "json", document, answer).stdout)["comparisons"]
            alone = {row["tool"].split(" ")[0] for row in rows if row["who"] == "tool" and row["kind"] == "item"}
            with self.subTest(answer=path.name):
                self.assertLessEqual(set(omitted), alone)


class Own(unittest.TestCase):
    """What the tool itself read, its spans taken away."""

    def test_own_output(self):
        documents = [path for folder in (cases.CASES, ROOT / "samples") for path in cases.documents(folder)]
        with tempfile.TemporaryDirectory() as folder:
            def check(numbered):
                number, document = numbered
                read = json.loads(run("-q", "convert", "--to", "json", document).stdout)
                answer = pathlib.Path(folder) / f"{number}.json"
                answer.write_text(json.dumps(strip(read), ensure_ascii=False), encoding="utf-8")
                result = run("-q", "ground", document, answer)
                wrong = [pointer for pointer, value in values(document, answer).items() if value[0] not in HOLDS]
                return document.name, wrong, moved(read, json.loads(result.stdout), document.read_bytes())
            with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
                for name, wrong, elsewhere in pool.map(check, enumerate(documents)):
                    with self.subTest(document=name):
                        self.assertEqual([], wrong)
                        self.assertEqual([], elsewhere)


def moved(read, grounded, data):
    """Facts whose place is another one and does not hold the same words."""
    def words(span):
        return "".join(c for c in data[span[0]:span[1]].decode(errors="replace").lower() if c.isalnum())

    faults = []
    for kind in ("decisions", "actions"):
        for own, other in zip(facts(read, kind), facts(grounded, kind)):
            if own["span"] != other.get("span") and not ("span" in other and words(own["span"]) == words(other["span"])):
                faults.append((kind, own.get("text"), own["span"], other.get("span")))
    return faults


def facts(node, kind):
    yield from node.get(kind) or []
    for item in node.get("agenda", node.get("items")) or []:
        if isinstance(item, dict):
            yield from facts(item, kind)


class Output(Temporary):
    DOCUMENT = "samples/08-steering-committee.md"
    ANSWER = {"agenda": [{"number": "4", "title": "Hosting budget", "confidence_score": 0.9,
                          "decisions": [{"text": "Move the mailing lists to a paid provider", "outcome": "adopted", "vote": {"yes": 1, "no": 4}}]}],
              "meeting": {"date": "2023-09-07", "chair": ["Imogen Farrant"]}}

    def test_document(self):
        result = run("ground", self.DOCUMENT, self.write("a.json", self.ANSWER), status=(1,))
        grounded = json.loads(result.stdout)
        decision = grounded["agenda"][0]["decisions"][0]
        self.assertEqual([1129, 1171], decision["span"][:1] + [decision["span"][1] + 1])
        self.assertEqual({"text": "exact", "outcome": "contradicted"}, decision["grounding"])
        self.assertEqual({"yes": "exact", "no": "contradicted"}, decision["vote"]["grounding"])
        self.assertEqual(["exact"], grounded["meeting"]["grounding"]["chair"])
        self.assertEqual(0.9, grounded["agenda"][0]["confidence_score"])
        self.assertIn(b"^~~", result.stderr)
        self.assertIn(b"1 unknown key kept", result.stderr)

    def test_strict(self):
        grounded = json.loads(run("-q", "ground", "--strict", self.DOCUMENT, self.write("a.json", self.ANSWER), status=(1,)).stdout)
        decision = grounded["agenda"][0]["decisions"][0]
        self.assertNotIn("outcome", decision)
        self.assertEqual(1, decision["vote"]["yes"])
        self.assertNotIn("no", decision["vote"])

    def test_compare_and_merge(self):
        answer = self.write("a.json", self.ANSWER)
        rows = json.loads(run("-q", "ground", "--compare", "--to", "json", self.DOCUMENT, answer).stdout)["comparisons"]
        self.assertIn(("differ", "decision"), [(row["who"], row["kind"]) for row in rows])
        self.assertIn("Release 4.2", "".join(row.get("tool", "") for row in rows if row["who"] == "tool"))
        self.assertIn(b"only found by the tool", run("-q", "ground", "--compare", self.DOCUMENT, answer).stdout)
        merged = json.loads(run("-q", "ground", "--merge", self.DOCUMENT, answer).stdout)
        self.assertEqual(["tool", "both"], [decision["by"] for decision in merged["agenda"][3]["decisions"]])
        self.assertEqual("both", merged["meeting"]["by"]["date"])

    def test_reports(self):
        answer = self.write("a.json", self.ANSWER)
        for report in ("text", "json", "sarif", "github", "gitlab", "junit", "checkstyle"):
            self.assertIn(b"contradicted", run("ground", "--format", report, self.DOCUMENT, answer, status=(1,)).stdout, report)

    def test_standard_input_and_folder(self):
        right = {"meeting": {"date": "2023-09-07"}}
        answer = self.write("m.md.answer.json", right)
        self.assertEqual(0, run("-q", "ground", self.DOCUMENT, "-", text=json.dumps(right).encode()).returncode)
        text = (ROOT / self.DOCUMENT).read_bytes()
        self.assertEqual(0, run("-q", "ground", "-", answer, text=text).returncode)
        self.write("m.md", text)
        self.write("n.md", text)
        self.write("n.answer.json", {"meeting": {"date": "2024-09-07"}})
        self.write("alone.md", text)
        self.assertEqual(2, run("-q", "ground", "--to", "values", self.folder, status=(1,)).stdout.count(b"/meeting/date"))
        names = self.write("list.txt", f"{self.folder}/m.md\n")
        self.assertEqual(0, run("-q", "ground", "--files-from", names).returncode)
        self.assertEqual(2, run("ground", self.folder / "alone.md", status=(2,)).returncode)
        self.assertEqual(2, run("ground", self.DOCUMENT, answer, "-o", answer, status=(2,)).returncode)

    def test_same_twice(self):
        answer = self.write("a.json", self.ANSWER)
        self.assertEqual(run("-q", "ground", self.DOCUMENT, answer).stdout, run("-q", "ground", self.DOCUMENT, answer).stdout)

    def test_schema(self):
        schema = run("schema", "--to", "answer").stdout.decode()
        self.assertNotIn("$ref", schema)

        def check(node, place="answer"):
            self.assertTrue(node.get("description"), place)
            for key, entry in node.get("properties", {}).items():
                check(entry, f"{place}/{key}")
            if "items" in node:
                check(node["items"], f"{place}[]")
        check(json.loads(schema))


class Hostile(Temporary):
    DOCUMENT = "samples/08-steering-committee.md"

    def refused(self, content, words):
        result = run("ground", self.DOCUMENT, self.write("a.json", content), status=(2,))
        self.assertEqual(b"", result.stdout)
        self.assertIn(words, result.stderr.decode())
        self.assertEqual(1, result.stderr.count(b"\n"))

    def test_refused(self):
        self.refused(b'{"agenda": ' + b"[" * 100000 + b"]" * 100000 + b"}", "nests deeper")
        self.refused(b'{"language": "d\0e"}' + b" " * 200, "NUL")
        self.refused(b'{"language": "\\ud800"}', "no JSON")
        self.refused(b'{"language": "\xff"}', "no JSON")
        self.refused(b'{"language": "de", "language": "en"}', "twice")
        self.refused(b'["de"]', "no object")
        self.refused(b"Here are your minutes:", "no JSON")
        self.refused(b'{"language": "' + b"x" * (65 << 20) + b'"}', "are not read")

    def test_wrong_types(self):
        answer = {"meeting": {"title": 5, "date": [], "ordinal": "x", "chair": [7, None, {}], "attendance": []}, "agenda": {"a": 1}, "decisions": [[1], {"text": {}, "vote": 3, "kind": "great"}],
                  "actions": "do", "votes": [{"yes": 1e300, "no": -4, "unanimous": "yes", "outcome": 1}], "people": [{"name": "\0", "mentions": True}]}
        found = values(self.DOCUMENT, self.write("a.json", answer))
        self.assertEqual("missing", found["/meeting/title"][0])
        self.assertIn("is a number where a text is expected", found["/meeting/title"][3])
        self.assertNotIn("exact", [value[0] for value in found.values()])

    def test_ten_thousand_equal_values(self):
        answer = {"agenda": [{"title": "Hosting budget", "decisions": [{"text": "move the mailing lists to a paid provider", "vote": {"yes": 1}}] * 10000}]}
        result = run("-q", "ground", "--to", "values", self.DOCUMENT, self.write("a.json", answer))
        self.assertEqual(20001, result.stdout.count(b"\n"))
        document = self.write("d.md", "# Minutes\n\n## 1. One\n\n" + "to be or not to be " * 20000)
        answer = {"agenda": [{"title": "One", "decisions": [{"text": "to be or not to be " * 40 + f"or {number}"} for number in range(3000)]}]}
        result = run("ground", "--to", "values", document, self.write("b.json", answer), status=(1,))
        self.assertIn(b"not looked for", result.stderr)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *(name for name in sys.argv[2:] if name != "-v")])
