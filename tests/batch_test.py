#!/usr/bin/python3
"""Archives in one run: the same records however they are spread, and what goes wrong on the way.

    batch_test.py PROTOKOLL [unittest arguments]

Exit status 77 where every chosen test had to be skipped.
"""
import json
import os
import pty
import shutil
import subprocess
import sys

import archive


class Records(archive.Batch):
    """The same records on every way."""

    def setUp(self):
        super().setUp()
        self.documents(40)
        self.expected = self.run_tool("convert", "archive", "--to", "ndjson", "-j1").stdout
        self.lines = sorted(self.expected.splitlines())
        self.assertEqual(len(self.lines), 40)

    def test_threads(self):
        for target in ("ndjson", "csv", "json"):
            outputs = {self.run_tool("convert", "archive", "--to", target, "-j", jobs).stdout for jobs in ("1", "2", "8")}
            self.assertEqual(len(outputs), 1, target)
        for jobs in ("1", "2", "8"):
            self.run_tool("convert", "archive", "-o", f"tree{jobs}", "-j", jobs)
            self.assertEqual(self.tree(f"tree{jobs}"), self.tree("tree1"))
            self.run_tool("convert", "archive", "-o", f"all{jobs}.ndjson", "-j", jobs)
            self.assertEqual((self.folder / f"all{jobs}.ndjson").read_bytes(), self.expected)

    def test_a_tree_holds_what_single_runs_give(self):
        self.run_tool("convert", "archive", "-o", "tree/")
        for path, content in self.tree("tree").items():
            if not path.startswith("."):
                source = "archive/" + path.removesuffix("json") + "txt"
                self.assertEqual(self.run_tool("convert", source).stdout, content)

    def test_shards(self):
        for count in (1, 2, 5):
            parts = [self.run_tool("convert", "archive", "--to", "ndjson", "--shard", f"{k}/{count}").stdout for k in range(1, count + 1)]
            self.assertEqual(sorted(b"".join(parts).splitlines()), self.lines)
        self.assertTrue(all(parts), "five parts of forty documents")
        for k in "123":
            self.run_tool("convert", "archive", "-o", "tree/", "--shard", f"{k}/3")
        self.run_tool("convert", "archive", "-o", "whole/")
        visible = [{k: v for k, v in self.tree(t).items() if not k.startswith(".")} for t in ("tree", "whole")]
        self.assertEqual(*visible)
        self.run_tool("convert", "archive", "--shard", "4/3", status=2)

    def test_records_on_standard_input(self):
        names = [json.loads(line)["source"]["name"] for line in self.expected.splitlines()]
        records = "".join(json.dumps({"name": name, "text": (self.folder / name).read_text()}) + "\n" for name in names).encode()
        for jobs in ("1", "2", "8"):
            self.assertEqual(self.run_tool("--from", "ndjson", "-j", jobs, input=records).stdout, self.expected)

    def test_every_record_is_answered_at_once(self):
        for jobs in ("1", "2"):
            with subprocess.Popen([archive.TOOL, "convert", "--from", "ndjson", "-j", jobs], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as tool:
                for record in ('{"name": "a", "text": "1.\\t<p>x</p>"}', "no record", '{"name": "b"}', '{"name": "c", "text": ""}'):
                    tool.stdin.write(record.encode() + b"\n")
                    tool.stdin.flush()
                    answer = json.loads(tool.stdout.readline())
                    self.assertEqual("error" in answer, record in ("no record", '{"name": "b"}'))
                tool.stdin.close()
                self.assertEqual(tool.wait(60), 1)

    def test_lists(self):
        names = [f"archive/{n % 7}/minutes {n}.txt" for n in (3, 1, 2)]
        one_by_one = b"".join(self.run_tool("convert", "--to", "ndjson", name).stdout for name in names)
        for separator, flags in (("\n", []), ("\0", ["-0"])):
            listing = separator.join(names).encode()
            self.file("list", listing)
            self.assertEqual(self.run_tool("convert", "--to", "ndjson", "--files-from", "list", *flags).stdout, one_by_one)
            self.assertEqual(self.run_tool("convert", "--to", "ndjson", "--files-from", "-", *flags, input=listing).stdout, one_by_one)

    def test_verify_goes_the_same_way(self):
        lines = {self.run_tool("verify", "archive", "-j", jobs).stdout for jobs in ("1", "8")}
        self.assertEqual([len(text.splitlines()) for text in lines], [40])


class GnuParallel(archive.Batch):
    def test_the_same_records(self):
        if not shutil.which("parallel"):
            self.skipTest("GNU parallel is not installed")
        self.documents(40)
        expected = self.run_tool("convert", "archive", "--to", "ndjson").stdout
        find = "find archive -name '*.txt' | sort | "
        for how in (f"{find} parallel -k -j2 -N7 '{archive.TOOL}' --to ndjson {{}}",
                    f"{find} parallel --pipe -N7 -j2 '{archive.TOOL}' --to ndjson --files-from -",
                    f"seq 4 | parallel -j2 '{archive.TOOL}' convert archive --to ndjson --shard {{}}/4"):
            result = subprocess.run(how, shell=True, cwd=self.folder, capture_output=True, timeout=300, env={**os.environ, "PARALLEL_HOME": str(self.folder)})
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertEqual(sorted(result.stdout.splitlines()), sorted(expected.splitlines()))
        records = "".join(json.dumps({"name": json.loads(line)["source"]["name"], "text": (self.folder / json.loads(line)["source"]["name"]).read_text()}) + "\n"
                          for line in expected.splitlines())
        result = subprocess.run(f"parallel --pipe -k -N7 -j2 '{archive.TOOL}' --from ndjson", shell=True, cwd=self.folder, input=records.encode(), capture_output=True,
                                timeout=300, env={**os.environ, "PARALLEL_HOME": str(self.folder)})
        self.assertEqual(result.stdout, expected, result.stderr)


class Trouble(archive.Batch):
    """What goes wrong on the way, and what is left out."""

    def test_the_rest_goes_on(self):
        self.documents(5)
        (self.folder / "archive/broken.txt").symlink_to("nowhere")
        (self.folder / "archive/1/circle.txt").symlink_to("circle.txt")
        result = self.run_tool("convert", "archive", "-o", "tree", "--errors", "errors.ndjson", status=1)
        self.assertIn(b"5 converted", result.stderr)
        self.assertIn(b"2 failed", result.stderr)
        errors = [json.loads(line) for line in (self.folder / "errors.ndjson").read_text().splitlines()]
        self.assertEqual([error["name"] for error in errors], ["archive/broken.txt", "archive/1/circle.txt"])
        result = self.run_tool("convert", "archive", "--to", "ndjson", "--fail-fast", status=2)
        self.assertEqual(result.stdout, b"")
        self.assertIn(b"stopped", result.stderr)
        shutil.rmtree(self.folder / "archive/1")
        for other in "0234":
            shutil.rmtree(self.folder / "archive" / other)
        self.run_tool("convert", "archive", "-o", "tree", status=2)

    def test_left_out(self):
        self.documents(3)
        self.file("archive/.hidden.txt", archive.minutes(1))
        self.file("archive/.git/config.txt", archive.minutes(1))
        self.file("archive/scan.pdf", b"%PDF-1.7 ...")
        self.file("archive/noise.txt", b"\0\1\2" * 500)
        (self.folder / "archive/0/up").symlink_to("..")
        os.mkfifo(self.folder / "archive/pipe.txt")
        result = self.run_tool("convert", "archive", "-o", "archive/out")
        self.assertIn(b"3 converted, 0 failed, 6 skipped (1 of other kinds, 1 binary, 2 hidden, 0 not wanted, 2 links", result.stderr)
        again = self.run_tool("convert", "archive", "-o", "archive/out")
        self.assertIn(b"3 converted", again.stderr, "outputs are no inputs")

    def test_globs(self):
        for name in ("a/1.txt", "a/2.md", "b/3.txt", "b/draft.txt"):
            self.file("archive/" + name, archive.minutes(1))
        def names(*arguments):
            lines = self.run_tool("convert", "archive", "--to", "ndjson", *arguments).stdout.splitlines()
            return [json.loads(line)["source"]["name"].removeprefix("archive/") for line in lines]
        self.assertEqual(names(), ["a/1.txt", "a/2.md", "b/3.txt", "b/draft.txt"])
        self.assertEqual(names("--include", "*.txt"), ["a/1.txt", "b/3.txt", "b/draft.txt"])
        self.assertEqual(names("--include", "*.txt", "--exclude", "draft*"), ["a/1.txt", "b/3.txt"])
        self.assertEqual(names("--exclude", "a"), ["b/3.txt", "b/draft.txt"])
        self.assertEqual(names("--include", "b/*"), ["b/3.txt", "b/draft.txt"])

    def test_duplicates(self):
        self.documents(3)
        self.file("archive/copy.txt", archive.minutes(1))
        result = self.run_tool("convert", "archive", "-o", "tree")
        self.assertIn(b"has the same content as archive/copy.txt", result.stderr)
        self.assertIn(b"1 with the same content", result.stderr)

    def test_outputs_stay_inside(self):
        self.file("inner/x.txt", archive.minutes(1))
        self.file("x.txt", archive.minutes(2))
        self.file("x.md", "# Protokoll\n")
        (self.folder / "inner/work").mkdir()
        result = subprocess.run([archive.TOOL, "../x.txt", "../../" + self.folder.name + "/inner/x.txt", str(self.folder / "x.md"), "../x.txt", "-o", "out/"],
                                cwd=self.folder / "inner", capture_output=True, timeout=60)
        self.assertEqual(result.returncode, 0, result.stderr)
        where = str(self.folder).lstrip("/")
        self.assertEqual(set(self.tree("inner/out")) - {".protokoll-manifest"},
                         {"x.json", "x.txt.json", f"{self.folder.name}/inner/x.json", f"{where}/x.json"})
        (self.folder / "trap").mkdir()
        (self.folder / "trap/inner").symlink_to(self.folder / "inner/work")
        self.run_tool("inner/x.txt", "-o", "trap/", status=2)
        self.assertEqual(self.tree("inner/work"), {}, "a link inside the outputs leads nowhere")

    def test_names_of_all_kinds(self):
        names = [b"line\nbreak.txt", b"caf\xe9.txt", b"-dash.txt", b"tab\t.txt", "Sitzung März.txt".encode(), b"a" * 250 + b".txt", b"x" * 251 + b".md"]
        top = os.fsencode(self.folder) + b"/archive/"
        os.mkdir(top)
        for number, name in enumerate(names):
            with open(top + name, "wb") as file:
                file.write(archive.minutes(number).encode())
        result = self.run_tool("convert", "archive", "-o", "tree", "--errors", "errors", status=1)
        self.assertEqual(set(os.listdir(os.fsencode(self.folder) + b"/tree")) - {b".protokoll-manifest"},
                         {name.rsplit(b".", 1)[0] + b".json" for name in names if len(name.rsplit(b".", 1)[0] + b".json") <= 255})
        again = self.run_tool("convert", "archive", "-o", "tree", "--resume", status=1)
        self.assertIn(b"0 converted, 6 kept from before", again.stderr)
        self.assertEqual(len(result.stderr.splitlines()), 2, result.stderr)
        (self.folder / "archive/gone\nand away.txt").symlink_to("nowhere")
        result = self.run_tool("convert", "archive", "-q", "-o", "tree", status=1)
        self.assertIn(rb"gone\x0aand away.txt", result.stderr)

    def test_progress(self):
        self.documents(30, items=40)
        def bar(*arguments):
            ours, theirs = pty.openpty()
            result = subprocess.run([archive.TOOL, "convert", "archive", "-o", "all.ndjson", *arguments], stderr=theirs, cwd=self.folder, timeout=60)
            os.close(theirs)
            said = b""
            try:
                while chunk := os.read(ours, 65536):
                    said += chunk
            except OSError:
                pass
            os.close(ours)
            self.assertEqual(result.returncode, 0)
            return said
        self.assertRegex(bar(), rb"\r(\[#*\.*\] .*%|\d+ documents).* MB/s, archive/")
        for quiet in (["--progress", "never"], ["--quiet"]):
            self.assertNotIn(b"\x1b[K", bar(*quiet))
        self.assertNotIn(b"\x1b", self.run_tool("convert", "archive", "-o", "all.ndjson").stderr)
        self.assertIn(b"\x1b[K", self.run_tool("convert", "archive", "-o", "all.ndjson", "--progress", "always").stderr)


if __name__ == "__main__":
    sys.exit(archive.main())
