#!/usr/bin/python3
"""The register of an archive of 10,000 documents: time and memory beside `convert --to ndjson`, resumption, size, and a full-text question.

    register.py PROTOKOLL [--documents N] [--folder FOLDER] [-j N]

The archive is made here, from the samples with other names and years, in FOLDER (kept) or in one that vanishes.
"""
import argparse
import filecmp
import json
import pathlib
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"
NAMES = "Albers Brandtner Czerny Dahlmann Ebeling Fahrenkamp Grothe Hallstein Isenbeck Jungnickel Kettler Lohmeyer Mertesacker Nottebohm Oelschlegel Pahlke Quast Rohwedder".split()


def people(tool, path):
    """Family names in a document."""
    minutes = json.loads(subprocess.run([tool, "--to", "json", path], check=True, capture_output=True).stdout)
    return sorted({person["name"].split()[-1] for person in minutes["people"]} - {""}, key=len, reverse=True)


def make(tool, folder, count):
    documents = [(path, path.read_bytes(), people(tool, path)) for path in sorted(SAMPLES.iterdir()) if path.suffix in (".txt", ".md", ".html")]
    choice = random.Random(24)
    for number in range(count):
        path, content, names = documents[number % len(documents)]
        for name in names:
            content = content.replace(name.encode(), choice.choice(NAMES).encode())
        shift = choice.randrange(-25, 15)
        content = re.sub(rb"\b20([012])(\d)\b", lambda found: str(int(found[0]) + shift).encode(), content)
        target = folder / f"{number // 500:03}" / f"{number:05}{path.suffix}"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


MEASURE = """import os, sys, time
begin = time.monotonic()
process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)])
_, status, usage = os.wait4(process, 0)
print(status, time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)"""


def measured(*command):
    """Seconds, CPU seconds and peak memory in MiB; started by a small process, since a child's peak begins with what its parent had."""
    said = subprocess.run([sys.executable, "-S", "-c", MEASURE, *map(str, command)], check=True, capture_output=True, text=True).stdout
    status, *figures = map(float, said.split())
    if status:
        sys.exit(f"{command}: status {status}")
    return figures


def show(what, figures, base=None):
    ratio = "" if base is None else " ".join(f"{one / other:.2f}" for one, other in zip(figures, base))
    print(f"| {what} | {figures[0]:.2f} s | {figures[1]:.2f} s | {figures[2]:.1f} MiB | {ratio} |", flush=True)


def run(tool, top, count, jobs):
    archive = top / "archive"
    if not archive.exists():
        make(tool, archive, count)
    ndjson, register = top / "all.ndjson", top / "r.sqlite"
    for path in (ndjson, register):
        path.unlink(missing_ok=True)
    print("| run | time | CPU | peak memory | ratio |\n|---|--:|--:|--:|---|")
    base = measured(tool, "convert", archive, "-o", ndjson, "-j", jobs)
    show("convert --to ndjson", base)
    full = measured(tool, "register", archive, "-o", register, "-j", jobs)
    show("register", full, base)
    show("register --from ndjson", measured(tool, "register", "--from", "ndjson", ndjson, "-o", top / "n.sqlite", "-j", jobs), base)
    print(f"| the same bytes from ndjson: {filecmp.cmp(top / 'n.sqlite', register, shallow=False)}; {register.stat().st_size >> 20} MiB, of {ndjson.stat().st_size >> 20} MiB NDJSON |")
    show("register --resume, nothing changed", measured(tool, "register", archive, "-o", register, "--resume", "-j", jobs), full)
    for path in sorted(archive.rglob("*.md"))[:10]:
        path.write_bytes(path.read_bytes() + b"\nOne more paragraph.\n")
    show("register --resume, ten changed", measured(tool, "register", archive, "-o", register, "--resume", "-j", jobs), full)
    connection = sqlite3.connect(register)
    for words in ("Haushalt", "budget OR Beitrag", "vorst*", '"die Mitglieder"'):
        begin = time.perf_counter()
        found = connection.execute("SELECT item.title, snippet(item_text, 1, '[', ']', '…', 8) FROM item_text JOIN item ON item.id = item_text.rowid WHERE item_text MATCH ? "
                                   "ORDER BY rank LIMIT 20", (words,)).fetchall()
        print(f"| {words}: {len(found)} rows in {1000 * (time.perf_counter() - begin):.1f} ms |")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("--documents", type=int, default=10000)
    parser.add_argument("--folder", type=pathlib.Path)
    parser.add_argument("-j", default="2")
    arguments = parser.parse_args()
    tool = str(pathlib.Path(arguments.tool).resolve())
    with tempfile.TemporaryDirectory() as scratch:
        run(tool, arguments.folder or pathlib.Path(scratch), arguments.documents, arguments.j)


if __name__ == "__main__":
    main()
