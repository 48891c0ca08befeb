#!/usr/bin/python3
"""Runs that are killed, interrupted or out of space leave nothing half written, and --resume completes them to the byte.

    resume_test.py PROTOKOLL [unittest arguments]

KILLS in the environment says how often a run is killed (default 15), and that documents take long: then there are fewer. Exit status 77 where every chosen test had to be skipped.
"""
import itertools
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import time

import archive

SEED = 20171109
DOCUMENTS = 150 if "KILLS" in os.environ else 400
OUTPUTS = {"tree": [], "all.ndjson": [], "all.csv": ["--rows", "decisions"]}


class Runs(archive.Batch):
    """Runs into each kind of output, and what they leave."""

    def start(self, output, *arguments):
        return subprocess.Popen([archive.TOOL, "convert", "archive", "-o", output, *OUTPUTS[output], *arguments], cwd=self.folder, stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE)

    def whole(self, output):
        """What an undisturbed run writes, and how long it takes."""
        begin = time.monotonic()
        with self.start(output) as run:
            run.communicate()
        took = time.monotonic() - begin
        return self.state(output), took

    def state(self, output):
        path = self.folder / output
        return self.tree(output) if path.is_dir() else {output: path.read_bytes()} if path.exists() else {}

    def remove(self, output):
        shutil.rmtree(self.folder / output, ignore_errors=True)
        for path in [self.folder / output, *self.folder.glob(f".{output}.*")]:
            path.unlink(missing_ok=True)

    def assert_nothing_half(self, output, expected):
        for name, content in self.state(output).items():
            if not pathlib.Path(name).name.startswith("."):
                self.assertEqual(content, expected[name], f"{name} is whole")


class Resume(Runs):
    """Runs that end before their time."""

    def test_killed_at_any_moment(self):
        kills = int(os.environ.get("KILLS", "15"))
        self.documents(DOCUMENTS, items=12)
        choice = random.Random(SEED)
        wholes = {output: self.whole(output) for output in OUTPUTS}
        hits = 0
        for number, output in zip(range(kills), itertools.cycle(OUTPUTS)):
            expected, took = wholes[output]
            self.remove(output)
            # Some are killed again while they resume.
            for again in range(1 + number % 2):
                with self.start(output, *["--resume"] * (again > 0)) as run:
                    time.sleep(choice.uniform(0, 0.9 * took))
                    run.kill()
                    run.communicate()
                    hits += run.returncode == -signal.SIGKILL
                self.assert_nothing_half(output, expected)
            with self.start(output, "--resume") as run:
                said = run.communicate()[1]
            self.assertEqual(run.returncode, 0, said)
            self.assertEqual(self.state(output), expected, f"kill {number}, {output}")
            self.assertEqual([path.name for path in self.folder.glob(f".{output}.*-part")], [])
        self.assertGreater(hits, kills // 3, "many kills came in time")

    def test_work_is_not_done_twice(self):
        self.documents(30)
        for output in OUTPUTS:
            expected, _ = self.whole(output)
            with self.start(output, "--resume") as run:
                self.assertIn(b"0 converted, 30 kept", run.communicate()[1])
            self.assertEqual(self.state(output), expected)

    def test_changed_new_and_vanished(self):
        self.documents(30)
        for output in OUTPUTS:
            self.whole(output)
        self.file("archive/3/minutes 3.txt", archive.minutes(77))
        self.file("archive/3/minutes new.txt", archive.minutes(78))
        (self.folder / "archive/5/minutes 5.txt").unlink()
        for output in OUTPUTS:
            with self.start(output, "--resume") as run:
                said = run.communicate()[1]
            self.assertIn(b"2 converted, 28 kept", said)
            self.assertRegex(said, rb"archive/5/minutes 5\.txt: is gone")
            resumed = self.state(output)
            self.remove(output)
            fresh, _ = self.whole(output)
            self.assertEqual({name: text for name, text in resumed.items() if name not in (".protokoll-manifest", "5/minutes 5.json")},
                             {name: text for name, text in fresh.items() if name != ".protokoll-manifest"})

    def test_changed_while_it_was_stopped(self):
        self.documents(DOCUMENTS, items=12)
        for output in ("all.ndjson", "tree"):
            self.file("archive/0/minutes 7.txt", archive.minutes(7, 12))
            with self.start(output) as run:
                time.sleep(0.7)
                run.send_signal(signal.SIGINT)
                run.communicate()
            self.file("archive/0/minutes 7.txt", archive.minutes(1007))
            with self.start(output, "--resume") as run:
                run.communicate()
            resumed = self.state(output)
            self.remove(output)
            self.assertEqual({k: v for k, v in resumed.items() if not k.startswith(".")},
                             {k: v for k, v in self.whole(output)[0].items() if not k.startswith(".")})

    def test_other_options_are_another_run(self):
        self.documents(10)
        self.whole("tree")
        with self.start("tree", "--resume", "--compact") as run:
            self.assertIn(b"10 converted", run.communicate()[1])

    def test_interrupted(self):
        self.documents(DOCUMENTS, items=12)
        for output, number in zip(OUTPUTS, (signal.SIGINT, signal.SIGTERM, signal.SIGINT)):
            expected, took = self.whole(output)
            self.remove(output)
            with self.start(output) as run:
                time.sleep(took / 2)
                run.send_signal(number)
                said = run.communicate()[1]
            self.assertEqual(run.returncode, 128 + number, said)
            self.assertIn(b"--resume", said)
            self.assert_nothing_half(output, expected)
            self.assertEqual(list(self.folder.rglob(".protokoll-*.part")), [])
            with self.start(output, "--resume") as run:
                self.assertRegex(run.communicate()[1], rb" [1-9]\d* kept from before")
            self.assertEqual(self.state(output), expected)

    def test_two_runs_do_not_meet(self):
        self.documents(DOCUMENTS, items=12)
        with self.start("tree") as first:
            time.sleep(0.3)
            with self.start("tree") as second:
                said = second.communicate()[1]
            if first.poll() is None:
                self.assertEqual(second.returncode, 2)
                self.assertIn(b"another run", said)
            first.communicate()


class FullDisk(Runs):
    def test_full_disk(self):
        mount = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
        if not shutil.which("unshare") or subprocess.run([*mount, "mount", "-t", "tmpfs", "tmpfs", str(self.folder)], capture_output=True).returncode != 0:
            self.skipTest("NOT RUN: no file system can be mounted here (root or user namespaces are needed)")
        self.documents(120)
        for output in OUTPUTS:
            expected, _ = self.whole(output)
            self.remove(output)
            (self.folder / "disk").mkdir(exist_ok=True)
            script = ('mount -t tmpfs -o size=64k tmpfs disk && { "$@"; echo $? > status; cp -a disk/. small; mount -o remount,size=64m disk;'
                      ' "$@" --resume; echo $? >> status; cp -a disk/. large; }')
            run = subprocess.run([*mount, "sh", "-c", script, "sh", archive.TOOL, "convert", "archive", "-o", f"disk/{output}", *OUTPUTS[output]], cwd=self.folder,
                                 capture_output=True, timeout=300)
            self.assertEqual((self.folder / "status").read_text().split(), ["2", "0"], run.stderr)
            self.assertIn(b"No space left", run.stderr)
            small, large = self.folder / "small", self.folder / "large"
            if (small / output).is_dir():
                for name, content in self.tree(f"small/{output}").items():
                    self.assertTrue(name == ".protokoll-manifest" or content == expected.get(name), name)
                self.assertEqual(self.tree(f"large/{output}"), expected)
            else:
                self.assertFalse((small / output).exists(), "half a file under the output's name")
                self.assertEqual((large / output).read_bytes(), expected[output])
            for folder in (small, large):
                shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(archive.main())
