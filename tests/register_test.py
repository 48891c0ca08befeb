#!/usr/bin/python3
"""The register of an archive: its tables, its sameness, its resumption, and what a kill leaves.

    register_test.py PROTOKOLL [unittest arguments]

KILLS in the environment says how often a run is killed (default 20; with SANITIZED 6). Exit status 77 where every chosen test had to be skipped.
"""
import json
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import time

import archive
import cases

TABLES = ("document", "meeting", "item", "decision", "vote", "task", "person", "attendance", "attachment", "next_meeting")
VIEWS = ("decision_register", "open_tasks", "deferred_items", "attendance_rate")
# Ids depend on which documents came before; what they point at does not.
CONTENT = {
    "document": "SELECT name, sha256, bytes, encoding, dialect, language, title, head, tail FROM document",
    "meeting": "SELECT d.name, m.title, series, ordinal, organization, date, start_time, end_time, location FROM meeting m JOIN document d ON d.id = m.document",
    "item": "SELECT d.name, i.position, p.position, i.depth, i.number, i.title, i.status, i.public, i.text, i.span_begin, i.span_end FROM item i "
            "LEFT JOIN item p ON p.id = i.parent JOIN document d ON d.id = i.meeting",
    "decision": "SELECT d.name, i.position, c.kind, c.text, c.outcome, c.due, c.span_begin, c.span_end FROM decision c LEFT JOIN item i ON i.id = c.item JOIN document d ON d.id = c.meeting",
    "vote": "SELECT d.name, c.text, yes, no, abstain, unanimous, v.span_begin FROM vote v LEFT JOIN decision c ON c.id = v.decision JOIN document d ON d.id = v.meeting",
    "task": "SELECT d.name, i.position, t.text, t.due, t.done, t.span_begin FROM task t LEFT JOIN item i ON i.id = t.item JOIN document d ON d.id = t.meeting",
    "part": "SELECT d.name, i.position, t.text, q.name, p.name, p.role, p.span_begin FROM part p LEFT JOIN item i ON i.id = p.item LEFT JOIN task t ON t.id = p.task "
            "LEFT JOIN person q ON q.id = p.person JOIN document d ON d.id = p.meeting",
    "attendance": "SELECT d.name, a.kind, q.name, a.name, a.role, a.span_begin FROM attendance a LEFT JOIN person q ON q.id = a.person JOIN document d ON d.id = a.meeting",
    "attachment": "SELECT d.name, a.label, i.position, c.text FROM attachment a LEFT JOIN attachment_use u ON u.attachment = a.id LEFT JOIN item i ON i.id = u.item "
                  "LEFT JOIN decision c ON c.id = u.decision JOIN document d ON d.id = a.meeting",
    "next_meeting": "SELECT d.name, n.date, n.start_time, n.location, n.text, n.span_begin FROM next_meeting n JOIN document d ON d.id = n.meeting",
    "decision_register": "SELECT date, meeting, number, item, kind, text, outcome, yes, no, abstain, document FROM decision_register",
}


class Register(archive.Batch):
    def register(self, *arguments, output="r.sqlite", **more):
        return self.run_tool("register", *arguments, "-o", output, **more)

    def open(self, name="r.sqlite"):
        connection = sqlite3.connect(f"file:{self.folder / name}?mode=ro", uri=True)
        self.addCleanup(connection.close)
        return connection

    def rows(self, sql, *values, name="r.sqlite"):
        return self.open(name).execute(sql, values).fetchall()

    def content(self, name="r.sqlite"):
        connection = self.open(name)
        held = {table: sorted(connection.execute(sql), key=repr) for table, sql in CONTENT.items()}
        for word in ("Haushalt", "Sommerfest", "Antrag"):
            held[word] = sorted(connection.execute("SELECT d.name, i.position FROM item_text JOIN item i ON i.id = item_text.rowid JOIN document d ON d.id = i.meeting "
                                                   "WHERE item_text MATCH ?", (word,)))
        return held

    def bytes(self, name="r.sqlite"):
        return (self.folder / name).read_bytes()

    def left_beside(self):
        return sorted(path.name for path in self.folder.iterdir() if path.name.startswith("."))

    def samples(self):
        for folder in (cases.ROOT / "samples", cases.CASES):
            for document in cases.documents(folder):
                self.file(f"archive/{folder.name}/{document.name}", document.read_bytes())


class Content(Register):
    def test_what_it_holds(self):
        self.samples()
        self.register("archive")
        connection = self.open()
        self.assertEqual(connection.execute("PRAGMA user_version").fetchone(), (1,))
        self.assertEqual(connection.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
        self.assertEqual(connection.execute("PRAGMA foreign_key_check").fetchall(), [])
        for name in TABLES + VIEWS:
            self.assertGreater(connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0], 0, name)
        for table in ("item", "decision", "task", "document"):
            connection2 = sqlite3.connect(self.folder / "r.sqlite")
            connection2.execute(f"INSERT INTO {table}_text ({table}_text, rank) VALUES ('integrity-check', 1)")
            connection2.close()

    def test_same_as_json(self):
        """Counts and values are those of the JSON; spans lie where the JSON says."""
        self.samples()
        self.register("archive")
        documents = [json.loads(line) for line in self.run_tool("convert", "archive", "--to", "ndjson").stdout.splitlines()]

        def items(agenda):
            for item in agenda:
                yield item
                yield from items(item.get("items", []))

        expected = {"document": len(documents), "item": 0, "decision": 0, "task": 0, "attachment": 0, "next_meeting": 0, "person": 0}
        for document in documents:
            every = list(items(document["agenda"]))
            held = [document, *every]
            expected["item"] += len(every)
            expected["decision"] += sum(len(holder.get("decisions", [])) for holder in held)
            expected["task"] += sum(len(holder.get("actions", [])) for holder in held)
            expected["attachment"] += len(document["attachments"])
            expected["next_meeting"] += len(document["meeting"].get("next", []))
            expected["person"] += len(document["people"])
            titles = [(item.get("title"), *item["span"]) for item in every]
            self.assertEqual(self.rows("SELECT i.title, i.span_begin, i.span_end FROM item i JOIN document d ON d.id = i.meeting WHERE d.name = ? ORDER BY i.position",
                                       document["source"]["name"]), titles)
        for table, count in expected.items():
            self.assertEqual(self.rows(f"SELECT count(*) FROM {table}"), [(count,)], table)

    def test_questions(self):
        self.file("archive/one.md", "# Protokoll der 3. Sitzung des Vorstands vom 9. November 2017\n\n## TOP 1 Gebühren der Küche\n\nBeschluss: Die Gebühr für die Küche wird auf 20 € "
                  "festgesetzt.\n\nAbstimmung: 5 Ja, 1 Nein, 0 Enthaltungen\n\n## TOP 2 Dachrinne\n\nDer Punkt wird vertagt.\n")
        self.register("archive")
        self.assertEqual(self.rows("SELECT date, number, yes, no, document FROM decision_register"), [("2017-11-09", "1", 5, 1, "archive/one.md")])
        # Case and accents make no difference.
        for words in ("kuche", "KÜCHE", "gebuhr*"):
            self.assertEqual(self.rows("SELECT count(*) FROM decision_text WHERE decision_text MATCH ?", words), [(1,)], words)
        self.assertEqual(self.rows("SELECT title FROM deferred_items"), [("Dachrinne",)])

    def test_schema(self):
        sql = self.run_tool("schema", "--to", "sql").stdout.decode()
        made = sqlite3.connect(":memory:")
        made.executescript(sql)
        self.documents(2)
        self.register("archive")
        tables = "SELECT type, name, sql FROM sqlite_schema ORDER BY name"
        self.assertEqual(self.rows(tables), made.execute(tables).fetchall())

    def test_spans(self):
        """Bytes of the file at a decision's span hold the words of the decision."""
        self.documents(5)
        self.register("archive")
        checked = 0
        for name, text, begin, end in self.rows("SELECT document, text, span_begin, span_end FROM decision_register"):
            slice_ = (self.folder / name).read_bytes()[begin:end].decode()
            self.assertIn(text.split()[0], slice_)
            checked += 1
        self.assertGreater(checked, 20)

    def test_refused(self):
        self.documents(1)
        for arguments, words in ((["archive"], b"name it: -o"), (["archive", "-o", "-"], b"name it: -o"), (["archive", "-o", "archive"], b"is no file"),
                                 (["-o", "r.sqlite"], b"no input"), (["--from", "ndjson", "archive", "-o", "r.sqlite"], b"is a directory"),
                                 (["--from", "ndjson", "none.ndjson", "-o", "r.sqlite"], b"none.ndjson"), (["archive", "-o", "none/r.sqlite"], b"cannot be written"),
                                 (["archive/0/minutes 0.txt", "-o", "archive/0/minutes 0.txt"], b"would be written over")):
            result = self.run_tool("register", *arguments, status=2, stdin=subprocess.DEVNULL)
            self.assertIn(words, result.stderr)
            self.assertEqual(result.stderr.count(b"\n"), 1, result.stderr)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["archive"])

    def test_hostile_names_and_texts(self):
        self.file("archive/it's \"quoted\"; DROP TABLE item;.md", "# Minutes\n\n## 1. Robert'); DROP TABLE item; --\n\nResolved: that '%s' \" be adopted.\n")
        os.makedirs(os.fsencode(self.folder / "archive"), exist_ok=True)
        pathlib.Path(os.fsdecode(os.fsencode(self.folder) + b"/archive/bad\xff.md")).write_text("# Minutes\n\n## 1. One\n")
        self.register("archive")
        self.assertEqual(self.rows("SELECT count(*) FROM item"), [(2,)])


class Sameness(Register):
    def test_threads(self):
        self.documents(60)
        for jobs in ("1", "2", "7"):
            self.register("archive", "-j", jobs, output=f"{jobs}.sqlite")
        self.assertEqual(self.bytes("1.sqlite"), self.bytes("2.sqlite"))
        self.assertEqual(self.bytes("1.sqlite"), self.bytes("7.sqlite"))

    def test_ndjson(self):
        """What many machines converted becomes the register that one makes, byte for byte: all samples and cases."""
        self.samples()
        self.register("archive")
        for part in (1, 2, 3):
            self.run_tool("convert", "archive", "--shard", f"{part}/3", "-o", f"{part}.ndjson")
        self.register("--from", "ndjson", "3.ndjson", "1.ndjson", "2.ndjson", output="shards.sqlite")
        self.assertEqual(self.bytes(), self.bytes("shards.sqlite"))
        lines = b"".join(self.bytes(f"{part}.ndjson") for part in (2, 1, 3))
        self.register("--from", "ndjson", output="pipe.sqlite", input=lines)
        self.assertEqual(self.bytes(), self.bytes("pipe.sqlite"))
        # No blank in the order of inputs, either.
        self.register("archive/samples", "archive/cases", output="parts.sqlite")
        self.assertEqual(self.bytes(), self.bytes("parts.sqlite"))

    def test_ndjson_with_faults(self):
        self.documents(3)
        lines = self.run_tool("convert", "archive", "--to", "ndjson").stdout.splitlines(keepends=True)
        good = b"".join(lines)
        deep = b'{"schema":"protokoll/1","source":{"name":"deep","sha256":"0"},"meeting":{},"agenda":' + b'[{"items":' * 5000 + b"[]" + b"}]" * 5000 + b"}\n"
        odd = b'{"schema":"protokoll/1","source":{"name":"odd","sha256":"0","bytes":-1},"meeting":[],"people":[{"mentions":"x"}],"attachments":[{}],"agenda":[1,{"span":[9,1]}]}\n'
        faults = [b'{"name":"x.md","error":"x.md: cannot be read"}\n', b"nonsense\n", b"\n", lines[0], b'{"source":{"name":"y"}}\n', lines[1][:200]]
        result = self.register("--from", "ndjson", "-", input=good + deep + odd + b"".join(faults), status=1)
        for words in (b"x.md: cannot be read", b"<stdin>:7: is no document", b"comes a second time", b"y: is no document"):
            self.assertIn(words, result.stderr)
        self.assertEqual(self.rows("SELECT count(*) FROM document"), [(5,)])
        self.assertEqual(self.rows("PRAGMA foreign_key_check"), [])


class Resume(Register):
    def test_nothing_changed(self):
        self.documents(20)
        self.register("archive")

        def state():
            status = os.stat(self.folder / "r.sqlite")
            return status.st_ino, status.st_mtime_ns, status.st_size

        before = state()
        said = self.register("archive", "--resume").stderr
        self.assertIn(b"0 read, 20 kept", said)
        self.assertEqual(state(), before)

    def test_changed_new_and_vanished(self):
        self.documents(30)
        self.register("archive")
        self.file("archive/3/minutes 3.txt", archive.minutes(77))
        self.file("archive/3/minutes new.txt", archive.minutes(78))
        (self.folder / "archive/5/minutes 5.txt").unlink()
        said = self.register("archive", "--resume").stderr
        self.assertIn(b"2 read, 28 kept", said)
        self.assertIn(b"archive/5/minutes 5.txt: is gone", said)
        self.register("archive", output="fresh.sqlite")
        self.assertEqual(self.content(), self.content("fresh.sqlite"))
        connection = sqlite3.connect(self.folder / "r.sqlite")
        for table in ("item", "decision", "task", "document"):
            connection.execute(f"INSERT INTO {table}_text ({table}_text, rank) VALUES ('integrity-check', 1)")
        self.assertEqual(connection.execute("PRAGMA foreign_key_check").fetchall(), [])
        connection.close()

    def test_other_options_or_another_register(self):
        self.documents(10)
        self.register("archive")
        self.assertIn(b"10 read", self.register("archive", "--resume", "--strict").stderr)
        self.file("r.sqlite", self.bytes()[:-4096])
        self.assertIn(b"10 read", self.register("archive", "--resume", "--strict").stderr)
        self.run_tool("convert", "archive", "-o", "all.ndjson")
        self.register("--from", "ndjson", "all.ndjson")
        self.assertIn(b"10 read", self.register("archive", "--resume", "--strict").stderr)
        self.assertEqual(self.left_beside(), [".all.ndjson.protokoll-manifest", ".r.sqlite.protokoll-manifest"])

    def test_unreadable_leaves_it(self):
        self.documents(2)
        self.register("archive")
        before = self.bytes()
        self.register("none", status=2)
        self.assertEqual(self.bytes(), before)


class Killed(Register):
    def start(self, *arguments):
        return subprocess.Popen([archive.TOOL, "register", "archive", "-o", "r.sqlite", *arguments], cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def at_work(self, run):
        """Waits until the run writes: by then it hears signals, and the register is its own."""
        while run.poll() is None and not any(name.endswith("-part") for name in self.left_beside()):
            time.sleep(0.01)

    def test_killed_at_any_moment(self):
        self.documents(120, items=10)
        begin = time.monotonic()
        self.register("archive")
        took = time.monotonic() - begin
        whole, hits, kills = self.bytes(), 0, int(os.environ.get("KILLS", "6" if os.environ.get("SANITIZED") == "1" else "20"))
        choice = random.Random(20171109)
        for number in range(kills):
            path = self.folder / "r.sqlite"
            # Half of them begin anew; half change the one there is.
            if number % 2:
                path.unlink(missing_ok=True)
            before = path.read_bytes() if path.exists() else None
            with self.start(*["--resume"] * (number % 4 == 0)) as run:
                time.sleep(choice.uniform(0, took))
                run.kill()
                run.communicate()
                hits += run.returncode == -signal.SIGKILL
            after = path.read_bytes() if path.exists() else None
            self.assertIn(after, (before, whole), f"kill {number}")
        self.assertGreater(hits, kills // 3)
        self.register("archive")
        self.assertEqual(self.bytes(), whole)
        self.assertEqual(self.left_beside(), [".r.sqlite.protokoll-manifest"])

    def test_interrupted(self):
        self.documents(200, items=10)
        self.file("r.sqlite", b"")
        with self.start() as run:
            self.at_work(run)
            run.send_signal(signal.SIGINT)
            said = run.communicate()[1]
        if run.returncode != 0:
            self.assertEqual(run.returncode, 130, said)
            self.assertEqual(self.bytes(), b"")
            self.assertEqual(self.left_beside(), [])

    def test_two_runs_do_not_meet(self):
        self.documents(300, items=12)
        with self.start() as first:
            self.at_work(first)
            with self.start() as second:
                said = second.communicate()[1]
            if first.poll() is None:
                self.assertEqual(second.returncode, 2)
                self.assertIn(b"another run", said)
            first.communicate()
        self.assertEqual(first.returncode, 0)


if __name__ == "__main__":
    sys.exit(archive.main())
