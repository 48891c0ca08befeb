#!/usr/bin/python3
"""`protokoll check` beside markdownlint-cli2 over the same documents.

    lint.py PROTOKOLL [--documents 1000] [--bytes 10000] [--markdownlint PATH] [--keep FOLDER]

Writes varied minutes made from the samples in Markdown, and times both tools over all of them, each in one run: the best of three.
markdownlint-cli2 comes from npm (npm install markdownlint-cli2) and is left out where it is not found.
"""
import argparse
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAMES = "Abel Berger Conrad Dietz Ebner Falk Gerlach Hoyer Imhof Jost Kranz Lorch Merk Noll Ostertag Pabst Quast Rieger Sattler Thoma".split()


def sections(text):
    """The head of minutes and their items, cut at headings."""
    parts, current = [], []
    for line in text.splitlines(keepends=True):
        if line.startswith("#") and current:
            parts.append("".join(current))
            current = []
        current.append(line)
    return parts + ["".join(current)]


def documents(count, size):
    """So many documents of about so many bytes; the same on every run."""
    samples = [sections(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "samples").glob("*.md"))]
    samples = [parts for parts in samples if len(parts) > 2]
    for number in range(count):
        choice = random.Random(number)
        head, *items = samples[number % len(samples)]
        text = head
        while len(text.encode()) < size:
            one, other = choice.sample(NAMES, 2)
            text += f"{choice.choice(items).rstrip()}\n\nFrau {one} fragt nach Nummer {choice.randrange(1000)}. Herr {other} antwortet.\n\n"
        yield text


def best(command, folder, statuses=(0, 1)):
    """Seconds of the best of three runs by the clock, and its processor time."""
    times = []
    for _ in range(3):
        begin, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
        result = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append((time.monotonic() - begin, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime))
        if result.returncode not in statuses:
            sys.exit(f"{command}: status {result.returncode}: {result.stderr.decode(errors='replace')[-1000:]}")
    return min(times)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool", type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--bytes", type=int, default=10000)
    parser.add_argument("--markdownlint", default=shutil.which("markdownlint-cli2"))
    parser.add_argument("--keep")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(arguments.keep or temporary)
        folder.mkdir(exist_ok=True)
        total = 0
        for number, text in enumerate(documents(arguments.documents, arguments.bytes)):
            total += (folder / f"{number:05}.md").write_bytes(text.encode())
        print(f"{arguments.documents} documents, {total / 1e6:.1f} MB")
        commands = {f"protokoll check -j {jobs}": [arguments.tool, "check", "-j", str(jobs), "."] for jobs in (1, 2)}
        if arguments.markdownlint:
            commands["markdownlint-cli2"] = [arguments.markdownlint, "*.md"]
        times = {name: best(command, folder) for name, command in commands.items()}
        slowest = max(times.values())[0]
        for name, (spent, processor) in times.items():
            print(f"{name:<22} {spent:7.2f} s {total / 1e6 / spent:7.2f} MB/s {slowest / spent:6.1f} x, {processor:.2f} s of processor time")


if __name__ == "__main__":
    main()
