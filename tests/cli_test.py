#!/usr/bin/python3
"""The command line in a bad world: exit status and message of every way to go wrong, and the plain ways to go right.

    cli_test.py PROTOKOLL [unittest arguments]

Exit status: 0 clean, 1 findings or some of several documents failed, 2 usage or I/O. An error is one sentence on standard error.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

TOOL = ""
MINUTES = """## Protokoll der 3. Sitzung des Vereins Beispielhafen e. V.

12. März 2019, 18:00 – 19:30 Uhr

1.\t<p><b>Begrüßung</b> Jana Probst (Vorstand)</p> <p>Frau Probst eröffnet die Sitzung.</p>
2.\t<p><b>Haushalt</b></p> <p><u>Beschluss:</u></p> <ul> <li>Der Haushalt wird angenommen.</li> </ul>
"""


class CommandLine(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.file("good.txt", MINUTES)

    def file(self, name, content=""):
        (self.folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    def run_tool(self, *arguments, stdin=b"", prefix=(), **more):
        more = {"stdout": subprocess.PIPE, **more}
        return subprocess.run([*prefix, TOOL, *arguments], input=stdin, stderr=subprocess.PIPE, cwd=self.folder, timeout=120, **more)

    def good(self, *arguments, **more):
        result = self.run_tool(*arguments, **more)
        self.assertEqual((result.returncode, result.stderr), (0, b""), result)
        return result.stdout

    def bad(self, status, says, *arguments, **more):
        """Fails with `status` and one sentence that holds `says`."""
        result = self.run_tool(*arguments, **more)
        message = result.stderr.decode()
        self.assertEqual(result.returncode, status, message)
        self.assertRegex(message, r"\Aprotokoll: [^\n]+\n\Z")
        self.assertIn(says, message)
        return result

    # --- how documents come in ---

    def test_a_file(self):
        minutes = json.loads(self.good("convert", "good.txt"))
        self.assertEqual(minutes["schema"], "protokoll/1")
        self.assertEqual(minutes["source"]["name"], "good.txt")
        self.assertEqual(minutes["source"]["bytes"], len(MINUTES.encode()))

    def test_standard_input(self):
        from_file = json.loads(self.good("convert", "good.txt"))
        for arguments in (["convert", "-"], ["convert"]):
            from_stdin = json.loads(self.good(*arguments, stdin=MINUTES.encode()))
            from_stdin["source"]["name"] = "good.txt"
            self.assertEqual(from_stdin, from_file)

    def test_an_empty_file_is_a_document(self):
        minutes = json.loads(self.run_tool("convert", self.file("empty.txt")).stdout)
        self.assertEqual((minutes["source"]["bytes"], minutes["agenda"]), (0, []))

    def test_a_binary_file_is_a_document(self):
        result = self.run_tool("convert", self.file("binary.txt", bytes(range(256)) * 64))
        self.assertEqual(result.returncode, 0)
        json.loads(result.stdout)

    def test_a_megabyte_without_line_end(self):
        size = 1 << 20
        for content in (b"a" * size, b"<p>" * (size // 3), b"<" * size, b"\t" * size, b"1. " * (size // 3), b"* [" * (size // 3), b"&" * size):
            result = self.run_tool("convert", self.file("long.txt", content))
            self.assertEqual(result.returncode, 0, content[:8])
            self.assertEqual(json.loads(result.stdout)["source"]["bytes"], len(content))

    def test_a_name_that_looks_like_an_option(self):
        self.file("-x.txt", MINUTES)
        self.good("convert", "--", "-x.txt")

    def test_a_name_with_bytes_that_are_no_utf8(self):
        name = os.fsencode(str(self.folder)) + b"/caf\xe9.txt"
        with open(name, "wb") as file:
            file.write(MINUTES.encode())
        json.loads(self.good("convert", b"caf\xe9.txt").decode("utf-8"))

    # --- the unusable world ---

    def test_missing_file(self):
        self.bad(2, "missing.txt", "convert", "missing.txt")

    def test_an_empty_folder_is_an_archive_without_documents(self):
        (self.folder / "folder.txt").mkdir()
        result = self.run_tool("convert", "folder.txt")
        self.assertEqual((result.returncode, result.stdout), (0, b""))
        self.assertIn(b"0 converted, 0 failed", result.stderr)

    def test_symbolic_link_to_itself(self):
        (self.folder / "loop.txt").symlink_to("loop.txt")
        self.bad(2, "loop.txt", "convert", "loop.txt")

    def test_unreadable_file(self):
        self.file("secret.txt", MINUTES)
        (self.folder / "secret.txt").chmod(0)
        self.folder.chmod(0o755)
        prefix = []
        if os.geteuid() == 0:
            reach = subprocess.run(["setpriv", "--reuid=65534", "--clear-groups", "test", "-x", TOOL], check=False) if shutil.which("setpriv") else None
            if reach is None or reach.returncode != 0:
                self.skipTest("root reads everything, and nobody else may run the tool here")
            prefix = ["setpriv", "--reuid=65534", "--clear-groups"]
        self.bad(2, "secret.txt", "convert", "secret.txt", prefix=prefix)

    def test_full_disk(self):
        with open("/dev/full", "wb") as full:
            self.bad(2, "No space left", "convert", "good.txt", stdout=full)
        self.bad(2, "/dev/full", "convert", "good.txt", "--to", "json", "-o", "/dev/full")

    def test_output_into_no_folder(self):
        self.bad(2, "nowhere/out.json", "convert", "good.txt", "-o", "nowhere/out.json")

    def test_reader_that_stops_reading(self):
        many = self.file("many.txt", MINUTES + "".join(f"{n}.\t<p><b>Thema {n}</b></p> <p>{'Wort ' * 50}</p>\n" for n in range(3, 2000)))
        pipeline = subprocess.run(f'"{TOOL}" convert {many} | head -1; exit "${{PIPESTATUS[0]}}"', shell=True, executable="/bin/bash", cwd=self.folder,
                                  capture_output=True, timeout=120)
        self.assertEqual((pipeline.stdout, pipeline.stderr), (b"{\n", b""))
        self.assertIn(pipeline.returncode, (0, 128 + 13), "a closed pipe is no error of ours")

    # --- usage ---

    def test_unknown_names(self):
        self.bad(2, "'xml'", "convert", "--to", "xml", "good.txt")
        self.bad(2, "'latex'", "convert", "--from", "latex", "good.txt")
        self.bad(2, "'tlh'", "convert", "--language", "tlh", "good.txt")
        self.bad(2, "'rooms'", "convert", "--to", "csv", "--rows", "rooms", "good.txt")

    def test_usage(self):
        for arguments in (["convert", "--no-such-option", "good.txt"], ["--no-such-option"], ["check", "--rule"]):
            result = self.run_tool(*arguments)
            self.assertEqual((result.returncode, result.stdout), (2, b""), arguments)
            self.assertNotEqual(result.stderr, b"")

    def test_help_and_version(self):
        self.assertRegex(self.good("--version").decode(), r"\d+\.\d+\.\d+")
        for arguments in (["--help"], ["convert", "--help"], ["check", "--help"], ["verify", "--help"]):
            text = self.good(*arguments).decode()
            self.assertIn("--help", text)
            self.assertLessEqual(max(map(len, text.splitlines())), 160)

    # --- how results go out ---

    def test_output_file_implies_the_format(self):
        for name, start in (("out.json", "{"), ("out.csv", "document,"), ("out.md", "#"), ("out.ndjson", "{")):
            self.assertEqual(self.good("convert", "good.txt", "-o", name), b"")
            text = (self.folder / name).read_text(encoding="utf-8")
            self.assertTrue(text.startswith(start), (name, text[:40]))
        self.bad(2, "out.xyz", "convert", "good.txt", "-o", "out.xyz")

    def test_a_failed_run_leaves_the_old_output(self):
        self.file("out.json", "precious")
        self.run_tool("convert", "missing.txt", "-o", "out.json")
        self.assertEqual((self.folder / "out.json").read_text(), "precious")

    def test_several_files(self):
        self.file("second.txt", MINUTES.replace("3. Sitzung", "4. Sitzung"))
        lines = self.good("convert", "--to", "ndjson", "good.txt", "second.txt").decode().splitlines()
        self.assertEqual([json.loads(line)["source"]["name"] for line in lines], ["good.txt", "second.txt"])
        table = self.good("convert", "--to", "csv", "good.txt", "second.txt").decode().splitlines()
        self.assertEqual(sum(row.startswith("document,") for row in table), 1, "one header for all documents")

    def test_one_of_several_files_fails(self):
        result = self.run_tool("convert", "--to", "ndjson", "good.txt", "missing.txt", "good.txt")
        self.assertEqual(result.returncode, 1)
        self.assertEqual(len(result.stdout.splitlines()), 2, "the others are converted all the same")
        self.assertRegex(result.stderr.decode(), r"\Aprotokoll: [^\n]*missing\.txt[^\n]*\n")

    def test_all_of_several_files_fail(self):
        result = self.run_tool("convert", "--to", "ndjson", "missing.txt", "gone.txt")
        self.assertIn(result.returncode, (1, 2))
        self.assertEqual(result.stdout, b"")

    def test_listings(self):
        for command, words in (("formats", ["json", "csv", "markdown"]), ("dialects", ["tabbed", "html", "markdown"]), ("languages", ["de", "en"])):
            text = self.good(command).decode()
            for word in words:
                self.assertIn(word, text)

    def test_language_file(self):
        toy = {"language": "qtt", "name": "Toyish", "lists": {"typical": ["zoo", "zim"]}, "labels": {"decision": ["Zabeschlum"]}}
        toyish = self.file("toyish.txt", "1.\t<p><b>Zim zam</b></p> <p><u>Zabeschlum:</u></p> <p>Zoo zaa zot.</p>\n")
        own = self.file("own.json", json.dumps(toy))
        self.assertIn("Toyish", self.good("languages", "--language-file", own).decode())
        minutes = json.loads(self.good("convert", toyish, "--language-file", own))
        self.assertEqual((minutes["language"], minutes["agenda"][0]["decisions"][0]["text"]), ("qtt", "Zoo zaa zot."))
        self.good("verify", toyish, "--language-file", own)
        more = self.file("more.json", json.dumps({"language": "qtt", "extends": "qtt", "labels": {"action": ["Zuzutun"]}, "classes": {"act": ["zaa"]}}))
        both = ["--language-file", own, "--language-file", more]
        self.file("task.txt", "1.\t<p><b>Zim zoo</b></p> <p><u>Zuzutun:</u></p> <p>Zoo zaa.</p> <p><u>Zabeschlum:</u></p> <p>Zot.</p>\n")
        item = json.loads(self.good("convert", "task.txt", "--language", "qtt", *both))["agenda"][0]
        self.assertEqual((len(item["actions"]), len(item["decisions"])), (1, 1), "the second file adds to the first")

    def test_words_added_to_a_language(self):
        words = self.file("words.json", json.dumps({"language": "de", "extends": "de", "classes": {"adopt": ["verratschlagt"], "act": ["erheischen"]}}))
        self.file("dialect.md", "# Protokoll der Sitzung vom 9. November 2023\n\n## 1. Dach\n\nDer Vorstand verratschlagt, das Dach zu decken.\n\n"
                                "## 2. Haus\n\nFrau Weber wird ein Angebot erheischen.\n\n## 3. Hof\n\nBeschluss: Der Hof wird gefegt.\n")

        def facts(*arguments):
            return [(item["title"], key) for item in json.loads(self.good("convert", "dialect.md", *arguments))["agenda"] for key in ("decisions", "actions") if item.get(key)]
        self.assertEqual(facts(), [("Hof", "decisions")])
        self.assertEqual(facts("--language-file", words), [("Dach", "decisions"), ("Haus", "actions"), ("Hof", "decisions")], "the language's own words stay")

    def test_language_file_with_a_fault(self):
        for content, says in (({"name": "x"}, "'language'"), ({"language": "x", "months": {"mai": 13}}, "months/mai"), ({"language": "x", "lables": {}}, "lables"),
                              ({"language": "x", "labels": {"decision": "Beschluss"}}, "labels/decision"),
                              ({"language": "x", "patterns": {"vote": ["carried"]}}, "'classes'"), ({"language": "x", "macros": {"b": "x"}}, "no expressions"),
                              ({"language": "x", "labels": {"next": ["next ~x meeting"]}}, "labels/next"), ({"language": "x", "labels": {"next": ["~1 *ing"]}}, "labels/next"),
                              ({"language": "x", "attachments": {"Annex": "Annexes"}}, "attachments/Annex"), ({"language": "x", "classes": {"adoption": ["a"]}}, "classes/adoption"),
                              ({"language": "x", "classes": {"adopt": ["a*b"]}}, "classes/adopt"), ({"language": "x", "extends": "tlh"}, "'tlh'"), ([], "object")):
            own = self.file("own.json", json.dumps(content))
            for command in (["convert", "good.txt"], ["verify", "good.txt"], ["languages"]):
                self.assertIn("own.json", self.bad(2, says, *command, "--language-file", own).stderr.decode())
        self.bad(2, "line 1", "languages", "--language-file", self.file("own.json", "{"))
        self.bad(2, "missing.json", "languages", "--language-file", "missing.json")

    def test_why_of_one_item(self):
        path = self.file("two.md", "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nResolved: The roof is mended.\n\n## 2. Door\n\nThe board resolved to paint the door.\n")
        of = {number: self.good("why", path, "--item", number).decode() for number in "129"}
        self.assertIn("Door", of["2"])
        self.assertIn("decision", of["2"])
        self.assertNotIn("Roof", of["2"])
        self.assertNotIn("Door", of["1"])
        self.assertEqual(of["9"], "no item has the number 9\n")
        self.assertEqual([e["text"] for e in json.loads(self.good("why", path, "--item", "9", "--to", "json"))["evidence"]], [])

    def test_schema(self):
        self.assertEqual(json.loads(self.good("schema"))["$schema"], "https://json-schema.org/draft/2020-12/schema")

    def test_verify(self):
        self.good("verify", "good.txt")
        self.bad(2, "missing.txt", "verify", "missing.txt")

    def test_no_colour_where_there_is_no_terminal(self):
        for arguments in (["check", "good.txt"], ["convert", "good.txt"], ["--help"]):
            result = self.run_tool(*arguments)
            self.assertNotIn(b"\x1b[", result.stdout + result.stderr)


if __name__ == "__main__":
    TOOL = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
