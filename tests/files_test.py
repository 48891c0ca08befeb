#!/usr/bin/python3
"""No file of the user is lost: what is read is never written over, names of outputs stay, a folder gives what can be read.

    files_test.py PROTOKOLL [unittest arguments]
"""
import json
import os
import subprocess
import sys

import archive

PAGE = "# Protokoll der Sitzung vom 9. November 2017\n\n## TOP 1 Haushalt\n\nDer Haushalt wird angenommen.\n"
HTML = "<h1>Protokoll der Sitzung vom 9. November 2017</h1><h2>TOP 1 Haushalt</h2><p>Der Haushalt wird angenommen.</p>"


class Files(archive.Batch):
    def run_in(self, *arguments, **more):
        more = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, **more}
        return subprocess.run([archive.TOOL, *arguments], cwd=self.folder, stderr=subprocess.PIPE, timeout=120, check=False, **more)

    def refused(self, names, *arguments, **more):
        """Exit status 2, one sentence that holds all `names`, and nothing on disk has changed."""
        before = self.tree(".")
        result = self.run_in(*arguments, **more)
        said = result.stderr.decode()
        self.assertEqual(result.returncode, 2, (arguments, said))
        self.assertRegex(said, r"\Aprotokoll: [^\n]+\n\Z", arguments)
        for name in names:
            self.assertIn(name, said, arguments)
        self.assertEqual(self.tree("."), before, arguments)


class OutputIsInput(Files):
    def setUp(self):
        super().setUp()
        for name in ("m.md", "other.md"):
            self.file(name, PAGE)

    def test_the_same_file_in_every_spelling(self):
        (self.folder / "link.md").symlink_to("m.md")
        os.link(self.folder / "m.md", self.folder / "hard.md")
        (self.folder / "sub").mkdir()
        for output in ("m.md", "./m.md", "sub/../m.md", str(self.folder / "m.md"), "link.md", "hard.md"):
            self.refused(["m.md", output], "m.md", "-o", output)
            self.refused([output], "other.md", "m.md", "-o", output)
        self.refused(["m.md", "link.md"], "link.md", "-o", "m.md")
        with open(self.folder / "m.md", "rb") as document:
            self.refused(["m.md", "<stdin>"], "convert", "-", "-o", "m.md", stdin=document)

    def test_the_folder_of_the_file(self):
        self.refused(["./m.md", "m.md"], "m.md", "-o", ".", "--to", "markdown")
        self.refused(["m.md"], "other.md", "m.md", "-o", str(self.folder) + "/", "--to", "markdown")
        self.run_tool("m.md", "-o", ".")
        self.assertEqual(json.loads((self.folder / "m.json").read_text())["schema"], "protokoll/1")
        self.run_tool("m.md", "-o", ".")

    def test_a_tree_that_meets_its_own_input(self):
        self.file("archive/a/1.md", PAGE)
        self.file("archive/a/2.html", HTML)
        for output in ("archive", "archive/", "./archive/a/.."):
            self.refused(["a/1.md"], "archive", "-o", output, "--to", "markdown")
        self.refused(["./archive/a/1.md", " archive/a/1.md"], "archive", "archive/a/2.html", "archive/a/1.md", "-o", ".", "--to", "markdown")
        (self.folder / "mirror").symlink_to("archive")
        self.refused(["mirror/a/1.md", "archive/a/1.md"], "archive", "-o", "mirror", "--to", "markdown")
        self.refused(["archive/a/1.md"], "--files-from", "-", "-o", ".", "--to", "markdown", stdin=None, input=b"archive/a/2.html\narchive/a/1.md\n")
        self.run_tool("archive", "-o", "archive")
        self.assertEqual(sorted(name for name in self.tree("archive") if not name.startswith(".")), ["a/1.json", "a/1.md", "a/2.html", "a/2.json"])
        self.run_tool("archive", "-o", "archive", "--resume")

    def test_a_folder_of_documents_is_no_output_of_the_folder_around(self):
        self.file("archive/a/1.md", PAGE)
        self.file("archive/b/2.md", PAGE)
        self.refused(["archive/a"], "archive", "-o", "archive/a")
        self.run_tool("archive", "-o", "archive/out")
        result = self.run_tool("archive", "-o", "archive/out")
        self.assertIn(b"2 converted", result.stderr, "an output of an earlier run is none of the documents")

    def test_a_file_in_the_folder(self):
        self.file("archive/a.md", PAGE)
        for target in ("all.ndjson", "all.csv", "all.facts"):
            for _ in range(2):
                self.assertIn(b"1 converted", self.run_tool("archive", "-o", "archive/" + target).stderr)
        for _ in range(2):
            self.assertIn(b"1 converted", self.run_tool("archive", "-o", "archive/all.md").stderr, "what a run wrote is known by its manifest")
        (self.folder / "archive/all.md").unlink()
        self.file("archive/b.md", PAGE)
        self.refused(["archive/b.md", "--exclude"], "archive", "-o", "archive/b.md")
        self.assertIn(b"1 converted", self.run_tool("archive", "-o", "archive/b.md", "--exclude", "b.md").stderr)

    def test_what_is_read_beside_documents(self):
        self.file("list", "m.md\n")
        self.file("words.json", json.dumps({"language": "de", "extends": "de", "labels": {"decision": ["Ratschluss"]}}))
        self.refused(["list"], "--files-from", "list", "-o", "list", "--to", "ndjson")
        self.refused(["words.json"], "m.md", "--language-file", "words.json", "-o", "words.json")
        self.refused(["m.md"], "m.md", "--errors", "m.md")
        self.refused(["x.json"], "m.md", "-o", "x.json", "--errors", "./x.json")

    def test_check_and_verify(self):
        self.file("config.json", "{}")
        for option in ("-o", "--write-baseline", "--errors"):
            self.refused(["m.md", "./m.md"], "check", "m.md", option, "./m.md")
        self.refused(["config.json"], "check", "m.md", "--config", "config.json", "-o", "config.json")
        for command in ("verify", "why"):
            self.refused(["m.md"], command, "m.md", "--errors", "./m.md")
        self.refused(["m.md"], "check", "--fix", "m.md", "-o", "m.md")
        self.file("archive/a.md", PAGE)
        for command in ("check", "verify"):
            self.refused(["archive/a.md"], command, "archive", "--errors", "archive/a.md")
        self.run_tool("check", "m.md", "--write-baseline", "known.json")
        self.run_tool("check", "m.md", "--baseline", "known.json", "--write-baseline", "known.json")

    def test_redirected(self):
        for command in (["m.md"], ["check", "m.md"], ["verify", "m.md"], ["why", "m.md"]):
            with open(self.folder / "m.md", "ab") as output:
                self.refused(["standard output", "m.md"], *command, stdout=output)

    def test_devices_are_no_files(self):
        self.assertEqual(self.run_in("m.md", "-o", "/dev/null", "--to", "json", "--errors", "/dev/null").returncode, 0)
        self.assertEqual(self.run_in("/dev/null", "-o", "/dev/null", "--to", "json").returncode, 0)


class SeveralInOne(Files):
    def test_json(self):
        self.file("a/1.md", PAGE)
        self.file("a/2.md", PAGE)
        for inputs in (["a/1.md", "a/2.md"], ["a"], ["--files-from", self.file("list", "a/1.md\n")]):
            self.refused(["x.json", "--to ndjson", "-o FOLDER/"], *inputs, "-o", "x.json")
            self.refused(["--to ndjson"], *inputs, "-o", "x", "--to", "json") if "a" not in inputs and "--files-from" not in inputs else None
            self.run_tool(*inputs, "-o", "x.json", "--to", "ndjson")
            self.run_tool(*inputs, "-o", "tree/", "--to", "json")
        records = {"stdin": None, "input": json.dumps({"name": "1", "text": PAGE}).encode()}
        self.refused(["x.json", "--to ndjson"], "--from", "ndjson", "-o", "x.json", **records)
        self.assertEqual(self.run_in("--from", "ndjson", "-o", "x.csv", **records).returncode, 0)
        self.assertTrue((self.folder / "x.csv").read_text().startswith("document,"), "the extension counts for records, too")
        self.run_tool("a/1.md", "-o", "x.json")
        json.loads((self.folder / "x.json").read_text())
        decoder, text, count = json.JSONDecoder(), self.run_tool("a").stdout.decode(), 0
        while text.strip():
            end = decoder.raw_decode(text)[1]
            text, count = text[end:].lstrip(), count + 1
        self.assertEqual(count, 2, "standard output is a stream of documents, as jq reads it")


class NamesStay(Files):
    def outputs(self, *arguments):
        """Which document each output holds."""
        self.run_tool("archive", "-o", "out", *arguments)
        return {name: json.loads(text)["source"]["name"].removeprefix("archive/") for name, text in self.tree("out").items() if not name.startswith(".")}

    def test_a_newcomer_takes_no_name(self):
        self.file("archive/1.md", PAGE)
        self.assertEqual(self.outputs(), {"1.json": "1.md"})
        self.file("archive/1.html", HTML)
        self.assertEqual(self.outputs("--resume"), {"1.json": "1.md", "1.html.json": "1.html"})
        self.file("archive/1.adoc", PAGE + "Neu.\n")
        self.assertEqual(self.outputs("--resume"), {"1.json": "1.md", "1.html.json": "1.html", "1.adoc.json": "1.adoc"})
        self.file("archive/1.md", PAGE + "Anders.\n")
        self.assertEqual(self.outputs("--resume", "--compact"), {"1.json": "1.md", "1.html.json": "1.html", "1.adoc.json": "1.adoc"}, "other options are another run, not other names")

    def test_a_leaver_takes_its_name_along(self):
        self.file("archive/1.html", HTML)
        self.file("archive/1.md", PAGE)
        self.assertEqual(self.outputs(), {"1.json": "1.html", "1.md.json": "1.md"})
        (self.folder / "archive/1.html").unlink()
        self.assertEqual(self.outputs("--resume"), {"1.json": "1.html", "1.md.json": "1.md"}, "its output is left as it was")
        self.file("archive/1.htm", HTML + "<p>Neu.</p>")
        self.assertEqual(self.outputs("--resume"), {"1.json": "1.html", "1.md.json": "1.md", "1.htm.json": "1.htm"})

    def test_a_document_named_twice(self):
        self.file("archive/1.md", PAGE)
        for more in ([], ["--resume"], ["--resume"]):
            self.run_tool("archive/1.md", "archive/1.md", "-o", "twice/", *more)
            self.assertEqual(sorted(name for name in self.tree("twice") if not name.startswith(".")), ["archive/1.json", "archive/1.md.json"])


class Kinds(Files):
    READ = ("a.html", "b.HTM", "c.xhtml", "d.md", "e.markdown", "f.txt", "g.rst", "h.adoc", "i.wiki")
    LEFT = ("style.css", "app.js", "data.json", "table.csv", "run.sh", "logo.svg", "scan.png", "Makefile", "more.css")

    def setUp(self):
        super().setUp()
        for name in (*self.READ, *self.LEFT):
            self.file("archive/" + name, PAGE)

    def names(self, *arguments):
        lines = self.run_tool(*arguments, "--to", "ndjson").stdout.splitlines()
        return [json.loads(line)["source"]["name"].removeprefix("archive/") for line in lines]

    def test_a_folder_gives_what_readers_name(self):
        self.assertEqual(self.names("archive"), list(self.READ))
        said = self.run_tool("archive", "--to", "ndjson").stderr.decode()
        self.assertIn("9 skipped (9 of other kinds", said)
        self.assertRegex(said, r"9 files of other kinds left out \(2 \.css, [^)]*\); --include '\*\.css' takes those, --include '\*' every file\n")
        for command in ("check", "verify"):
            result = self.run_in(command, "archive")
            self.assertIn(b"9 files of other kinds left out", result.stderr)
        self.assertNotIn(b"other kinds", self.run_tool("archive", "-q", "--to", "ndjson").stderr)

    def test_how_to_have_them(self):
        self.assertEqual(self.names("archive", "--include", "*.css"), ["more.css", "style.css"])
        self.assertEqual(self.names("archive", "--include", "*"), sorted((*self.READ, *self.LEFT)))

    def test_what_is_named_is_read(self):
        named = [f"archive/{name}" for name in ("data.json", "style.css", "Makefile")]
        self.assertEqual(self.names(*named), [name.removeprefix("archive/") for name in named])
        self.file("list", "".join(name + "\n" for name in named))
        self.assertEqual(len(self.names("--files-from", "list")), 3)

    def test_readers_name_them(self):
        listed = self.run_tool("dialects").stdout.decode()
        for name in self.READ:
            self.assertIn(name.split(".")[1].lower(), listed)

    def test_nothing_to_read_is_said(self):
        for name in self.READ:
            (self.folder / "archive" / name).unlink()
        for command in ("convert", "check", "verify"):
            result = self.run_in(command, "archive")
            self.assertEqual((result.returncode, result.stdout), (0, b""), command)
            self.assertRegex(result.stderr, rb"protokoll: 0 \w+, 0 failed, 9 skipped[^\n]+\nprotokoll: no document was found\nprotokoll: 9 files of other kinds left out")


class Lists(Files):
    def test_as_windows_writes_them(self):
        names = ["a.md", "b c.md", "d.md"]
        for name in names:
            self.file(name, PAGE)
        for content in ("\r\n".join(names), "\ufeff" + "\r\n".join(names) + "\r\n", "\ufeff" + "\n".join(names)):
            self.file("list", content)
            for source, more in (("list", {}), ("-", {"input": content.encode()})):
                result = self.run_tool("--files-from", source, "--to", "ndjson", **more)
                self.assertEqual([json.loads(line)["source"]["name"] for line in result.stdout.splitlines()], names)
        self.file("odd\r", PAGE)
        self.file("list", "odd\r\n")
        self.assertEqual(json.loads(self.run_tool("--files-from", "list", "--to", "ndjson").stdout)["source"]["name"], "odd\r", "a name that ends so is meant so")
        self.file("list", "\r\n".join(names).encode("utf-16"))
        self.refused(["list", "UTF-8"], "--files-from", "list", "--to", "ndjson")


if __name__ == "__main__":
    sys.exit(archive.main())
