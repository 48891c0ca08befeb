#!/usr/bin/python3
"""The tool in a bad world: for each trouble what the user is told, what is on disk afterwards, and the exit status.

    world_test.py PROTOKOLL [unittest arguments]

Exit status 77 where every chosen test had to be skipped.
"""
import json
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import time

import archive

SANITIZED = bool(os.environ.get("SANITIZED"))
COUNT = 2_000 if SANITIZED else 10_000
BROKEN_PIPE = (0, 128 + signal.SIGPIPE)
ALIVE = b"Ein kurzes Protokoll.\n"


def as_nobody():
    """A prefix that gives up root, who reads and writes everything; None where the tool cannot be run by anybody else."""
    if os.geteuid() != 0:
        return []
    prefix = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    reaches = shutil.which("setpriv") and subprocess.run([*prefix, "test", "-x", archive.TOOL], check=False).returncode == 0
    return prefix if reaches else None


class World(archive.Batch):
    def run_in(self, *arguments, prefix=(), stdin=b"", **more):
        return subprocess.run([*prefix, archive.TOOL, *arguments], cwd=self.folder, input=stdin, stdout=more.pop("stdout", subprocess.PIPE), stderr=subprocess.PIPE,
                              timeout=300, **more)

    def shell(self, script):
        return subprocess.run(["bash", "-c", script, "bash", archive.TOOL], cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=300)

    def assert_told(self, result, status, *says):
        """One line for people, without escapes, and the exit status."""
        self.assertEqual(result.returncode, status, result.stderr)
        self.assertNotIn(b"\x1b", result.stderr)
        for words in says:
            self.assertIn(words, result.stderr)

    def assert_no_rubbish(self):
        self.assertEqual([path.name for path in self.folder.rglob("*") if path.name.endswith((".tmp", ".part", "-part"))], [])


class Input(World):
    def test_unreadable_file_among_others(self):
        prefix = as_nobody()
        if prefix is None:
            self.skipTest("NOT RUN: root reads everything, and nobody else may run the tool here")
        self.documents(3)
        self.folder.chmod(0o777)
        (self.folder / "archive/1/minutes 1.txt").chmod(0)
        result = self.run_in("convert", "archive", "--to", "ndjson", prefix=prefix)
        self.assert_told(result, 1, b"archive/1/minutes 1.txt: Permission denied", b"2 converted, 1 failed")
        self.assertEqual(len(result.stdout.splitlines()), 2)

    def test_unreadable_folder(self):
        prefix = as_nobody()
        if prefix is None:
            self.skipTest("NOT RUN: root reads everything, and nobody else may run the tool here")
        self.documents(3)
        self.folder.chmod(0o777)
        (self.folder / "archive/1").chmod(0)
        result = self.run_in("convert", "archive", "--to", "ndjson", prefix=prefix)
        (self.folder / "archive/1").chmod(0o755)
        self.assert_told(result, 1, b"archive/1: Permission denied", b"2 converted")

    def test_folder_that_vanishes_during_the_run(self):
        self.documents(400, items=12)
        run = subprocess.Popen([archive.TOOL, "convert", "archive", "-o", "all.ndjson", "-j1"], cwd=self.folder, stderr=subprocess.PIPE)
        time.sleep(0.15)
        shutil.rmtree(self.folder / "archive/6")
        said = run.communicate(timeout=120)[1]
        # Whether it was in time or not: what was there was converted, what was not is told.
        lines = (self.folder / "all.ndjson").read_bytes().splitlines()
        self.assertGreaterEqual(len(lines), 343)
        self.assertTrue(all(json.loads(line)["schema"] == "protokoll/1" for line in lines))
        self.assertEqual(run.returncode, 0 if len(lines) == 400 or b", 0 failed" in said else 1, said)
        self.assert_no_rubbish()

    def test_name_that_is_no_utf8(self):
        (self.folder / "archive").mkdir()
        with open(os.fsencode(self.folder) + b"/archive/caf\xe9.txt", "wb") as file:
            file.write(archive.minutes(1).encode())
        result = self.run_in("convert", "archive", "--to", "ndjson")
        self.assert_told(result, 0)
        self.assertEqual(json.loads(result.stdout.decode("utf-8"))["source"]["name"], "archive/caf\ufffd.txt")
        self.assert_told(self.run_in("convert", "archive", "-o", "out/"), 0)
        self.assertIn(b"caf\xe9.json", os.listdir(os.fsencode(self.folder) + b"/out"))
        result = self.run_in("convert", b"caf\xe9-gone.txt")
        self.assert_told(result, 2, rb"caf\xe9-gone.txt: No such file")

    def test_symbolic_links_in_a_circle(self):
        self.documents(3)
        (self.folder / "archive/1/up").symlink_to("..")
        (self.folder / "archive/2/self.txt").symlink_to("self.txt")
        result = self.run_in("convert", "archive", "--to", "ndjson")
        self.assertEqual(len(result.stdout.splitlines()), 3, "each document once")
        self.assertIn(result.returncode, (0, 1), result.stderr)

    def test_ten_thousand_documents_with_few_descriptors(self):
        for number in range(COUNT):
            self.file(f"archive/{number % 100}/{number}.txt", ALIVE)
        script = 'ulimit -n 32; "$1" convert archive -o {} -q'
        for output in ("tree/", "all.ndjson"):
            result = self.shell(script.format(output))
            self.assert_told(result, 0)
        self.assertEqual(len((self.folder / "all.ndjson").read_bytes().splitlines()), COUNT)
        self.assertEqual(sum(path.suffix == ".json" for path in (self.folder / "tree").rglob("*.json")), COUNT)

    def test_ten_thousand_documents_on_the_command_line(self):
        for number in range(COUNT):
            self.file(f"{number}.txt", ALIVE)
        result = self.shell('ulimit -n 32; "$1" convert *.txt --to ndjson | wc -l')
        self.assert_told(result, 0)
        self.assertEqual(int(result.stdout), COUNT)


class Output(World):
    def setUp(self):
        super().setUp()
        self.file("good.txt", archive.minutes(1))

    def test_full_disk_for_every_command(self):
        for command in (["convert", "good.txt"], ["convert", "good.txt", "--to", "csv"], ["verify", "good.txt"], ["check", "--format", "json", "good.txt"], ["rules"], ["schema"],
                        ["formats"], ["dialects"], ["languages"], ["profiles"], ["explain", "PK001"], ["--help"], ["--version"], ["convert", "--help"]):
            with open("/dev/full", "wb") as full:
                result = self.run_in(*command, stdout=full)
            self.assertEqual(result.returncode, 2, (command, result.stderr))
            self.assertIn(b"No space left", result.stderr, command)

    def test_closed_standard_output(self):
        for command in ("convert good.txt", "verify good.txt", "formats", "--help", "rules"):
            result = self.shell(f'"$1" {command} >&-')
            self.assert_told(result, 2, b"standard output: cannot be written")
        for closed in (">&-", "<&-", "2>&-", "<&- >&- 2>&-"):
            result = self.shell(f'"$1" convert good.txt -o out.json {closed}')
            self.assertEqual(result.returncode, 0, (closed, result.stderr))
            json.loads((self.folder / "out.json").read_text())
            (self.folder / "out.json").unlink()
        self.assertEqual((self.folder / "good.txt").read_text(), archive.minutes(1), "no message went into a document")
        self.assert_no_rubbish()

    def test_reader_that_has_gone(self):
        self.documents(60)
        for command in ("convert archive --to ndjson", "verify archive", "check archive/*/*.txt", "rules", "schema"):
            result = self.shell(f'"$1" {command} 2>err | head -c 10 >/dev/null; exit "${{PIPESTATUS[0]}}"')
            self.assertIn(result.returncode, (*BROKEN_PIPE, 1), command)
            self.assertNotIn("pipe", (self.folder / "err").read_text().lower(), "a closed pipe is nothing to speak of")

    def test_sigpipe_where_it_is_not_ignored(self):
        self.documents(60, items=30)
        read, write = os.pipe()
        os.close(read)
        result = self.run_in("convert", "archive", "--to", "ndjson", stdout=write, preexec_fn=lambda: signal.signal(signal.SIGPIPE, signal.SIG_DFL))
        os.close(write)
        self.assertIn(result.returncode, BROKEN_PIPE, result.stderr)

    def test_read_only_output_folder(self):
        prefix = as_nobody()
        if prefix is None:
            self.skipTest("NOT RUN: root writes everywhere, and nobody else may run the tool here")
        self.folder.chmod(0o755)
        self.documents(3)
        (self.folder / "out").mkdir(mode=0o555)
        for output in ("out/", "out/all.ndjson"):
            self.assert_told(self.run_in("convert", "archive", "-o", output, prefix=prefix), 2, b"Permission denied")
            self.assertEqual(os.listdir(self.folder / "out"), [])

    def test_output_that_is_a_folder(self):
        (self.folder / "out.json").mkdir()
        self.assert_told(self.run_in("convert", "good.txt", "-o", "out.json"), 0)
        self.assertEqual([path.name for path in (self.folder / "out.json").glob("*.json")], ["good.json"])

    def test_no_folder_for_temporary_files(self):
        result = self.run_in("convert", "good.txt", "-o", "out.json", env={**os.environ, "TMPDIR": "/nowhere", "HOME": "/nowhere"})
        self.assert_told(result, 0)
        if os.geteuid() == 0 and shutil.which("unshare"):
            script = 'mount -t tmpfs -o ro tmpfs /tmp && cd "$2" && exec "$1" convert /proc/self/cwd/good.txt -o /dev/shm/protokoll-world.json'
            place = pathlib.Path("/dev/shm/protokoll-world")
            place.mkdir(exist_ok=True)
            shutil.copy(self.folder / "good.txt", place)
            shutil.copy(archive.TOOL, place / "tool")
            try:
                result = subprocess.run(["unshare", "--mount", "bash", "-c", script, "bash", str(place / "tool"), str(place)], capture_output=True, timeout=60)
                if b"unshare" not in result.stderr and b"mount" not in result.stderr:
                    self.assertEqual((result.returncode, result.stderr), (0, b""))
                    json.loads(pathlib.Path("/dev/shm/protokoll-world.json").read_text())
            finally:
                shutil.rmtree(place)
                pathlib.Path("/dev/shm/protokoll-world.json").unlink(missing_ok=True)

    def test_limit_of_file_size(self):
        self.file("big.txt", archive.minutes(1, 400))
        result = self.run_in("convert", "big.txt", "-o", "out.json", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)))
        self.assert_told(result, 2, b"File too large")
        self.assertFalse((self.folder / "out.json").exists())
        self.assert_no_rubbish()


class Process(World):
    def interrupted(self, number, *arguments):
        run = subprocess.Popen([archive.TOOL, *arguments], cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        time.sleep(0.3)
        run.send_signal(number)
        said = run.communicate(timeout=60)[1]
        return run.returncode, said

    def test_signals_in_the_middle_of_one_document(self):
        self.file("big.txt", archive.minutes(1, 4_000 if SANITIZED else 40_000))
        self.file("out.json", "precious")
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            status, said = self.interrupted(number, "convert", "big.txt", "-o", "out.json")
            self.assertIn(status, (128 + number, -number), said)
            self.assertEqual((self.folder / "out.json").read_text(), "precious")
            self.assert_no_rubbish()

    def test_signals_while_checking_and_verifying(self):
        self.documents(300, items=40)
        for command in ("check", "verify"):
            for number in (signal.SIGINT, signal.SIGTERM):
                status, said = self.interrupted(number, command, *map(str, sorted((self.folder / "archive").rglob("*.txt"))))
                self.assertIn(status, (128 + number, -number), said)

    def test_no_memory(self):
        if SANITIZED:
            self.skipTest("NOT RUN: AddressSanitizer reserves terabytes of addresses")
        self.file("big.html", "<table>" + "<tr><td>1<td>Thema" * 300_000)
        self.file("out.json", "precious")
        told = 0
        for megabytes in (24, 40, 60, 80, 120, 200, 300):
            result = self.shell(f'ulimit -v {megabytes * 1024}; "$1" convert big.html -o out.json -q')
            if result.returncode == 0:
                continue
            if b"error while loading shared libraries" in result.stderr:
                continue
            self.assert_told(result, 2, b"protokoll: ")
            self.assertRegex(result.stderr, rb"memory|resource|Resource", megabytes)
            self.assertEqual((self.folder / "out.json").read_text(), "precious")
            self.assert_no_rubbish()
            told += 1
        self.assertGreater(told, 2)

    def test_no_more_threads(self):
        if SANITIZED:
            self.skipTest("NOT RUN: LeakSanitizer needs a thread of its own")
        self.documents(20)
        if os.geteuid() == 0 and not as_nobody():
            self.skipTest("NOT RUN: root may start any number of threads")
        self.folder.chmod(0o777)
        result = self.run_in("convert", "archive", "-o", "all.ndjson", "-j8", prefix=as_nobody(), preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NPROC, (1, 1)))
        if result.returncode == 0:
            self.assertEqual(len((self.folder / "all.ndjson").read_bytes().splitlines()), 20)
        else:
            self.assert_told(result, 2, b"Resource temporarily unavailable")
            self.assertFalse((self.folder / "all.ndjson").exists())

    def test_locale_that_does_not_exist(self):
        self.file("good.txt", archive.minutes(1))
        plain = self.run_in("convert", "good.txt", env={"PATH": os.environ["PATH"]})
        for locale in ("xx_YY.UTF-8", "C", "POSIX", "tr_TR.UTF-8", "de_DE.ISO-8859-1"):
            result = self.run_in("convert", "good.txt", env={"PATH": os.environ["PATH"], "LC_ALL": locale, "LANG": locale, "LANGUAGE": "xx"})
            self.assertEqual((result.returncode, result.stdout, result.stderr), (0, plain.stdout, b""), locale)


if __name__ == "__main__":
    sys.exit(archive.main())
