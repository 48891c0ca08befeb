#!/usr/bin/python3
"""Runs the commands of README.md and compares what they print.

    readme_test.py PROTOKOLL [README.md]

Convention: a block ```sh holds commands, one a line (a line that ends in \\ goes on). It runs as one script in a scratch copy of the
repository's samples/, with `protokoll` on the PATH; every command must succeed. If the next block follows with nothing but empty lines
between and is not ```sh itself, it is the output of the whole block (standard output and error), to the letter; a line `…` in
it stands for any lines. Commands that install or build are not run: their block says ```sh no-run. A block whose last command is
meant to fail says ```sh exit=1 (or another status). Behind ```sh table=FILE.csv the first table of Markdown shows that file: columns that
it has, and all its rows.
"""
import csv
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"^```([^\n`]*)\n(.*?)^```[ ]*$", re.M | re.S)


def examples(text):
    """(line, words of the block's head, commands, output or None, text behind) of every ```sh block that is to run."""
    blocks = list(BLOCK.finditer(text))
    for block, following in zip(blocks, blocks[1:] + [None]):
        words = block[1].split()
        if words[:1] != ["sh"] or "no-run" in words:
            continue
        shown = following is not None and not text[block.end():following.start()].strip() and following[1].split()[:1] != ["sh"]
        yield text.count("\n", 0, block.start()) + 1, words[1:], block[2], following[2] if shown else None, text[block.end():]


def matches(expected, actual):
    pattern = "".join(r"(?:.*\n)*" if line.strip() == "…" else re.escape(line) for line in expected.splitlines(keepends=True))
    return re.fullmatch(pattern, actual if actual.endswith("\n") or not actual else actual + "\n") is not None


def shown_table(text):
    """Rows of the first table of Markdown in a text, the names of its columns first."""
    lines = re.search(r"(?:^\|.*\n?)+", text, re.M)
    rows = [[cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip()[1:-1])] for line in lines[0].splitlines()] if lines else [[]]
    return rows[:1] + rows[2:]


def same_table(path, text):
    """What is wrong with the table in the text as one of a file, or nothing."""
    columns, *rows = shown_table(text)
    with open(path, encoding="utf-8-sig", newline="") as file:
        written = [[row.get(column) for column in columns] for row in csv.DictReader(file)]
    return "\n".join(difflib.unified_diff([str(row) for row in rows], [str(row) for row in written], "README.md", path.name, lineterm=""))


def run(tool, text):
    """Runs all examples in one scratch folder, in order; yields complaints, then the number of examples."""
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        (scratch / "bin").mkdir()
        (scratch / "bin" / "protokoll").symlink_to(pathlib.Path(tool).resolve())
        shutil.copytree(ROOT / "samples", scratch / "work" / "samples", ignore=shutil.ignore_patterns("out"))
        environment = {**os.environ, "PATH": f"{scratch / 'bin'}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "COLUMNS": "120"}
        for line, words, commands, expected, behind in examples(text):
            count += 1
            status = next((int(word[5:]) for word in words if word.startswith("exit=")), 0)
            result = subprocess.run(["bash", "-e", "-c", commands], cwd=scratch / "work", env=environment, stdin=subprocess.DEVNULL, timeout=300,
                                    stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            output = result.stdout.decode(errors="backslashreplace")
            if result.returncode != status:
                yield f"line {line}: status {result.returncode}, not {status}\n{commands}{output}"
            elif expected is not None and not matches(expected, output):
                yield f"line {line}: {commands}" + "\n".join(difflib.unified_diff(expected.splitlines(), output.splitlines(), "README.md", "actual", lineterm=""))
            for table in (word[6:] for word in words if word.startswith("table=")):
                if wrong := same_table(scratch / "work" / table, behind):
                    yield f"line {line}: {commands}{wrong}"
    yield count


def self_check():
    fence = "```"
    text = (f"{fence}sh\necho a; echo b; echo c\n{fence}\n\n{fence}text\na\n…\nc\n{fence}\n"
            f"{fence}sh\necho a\n{fence}\n{fence}text\nb\n{fence}\n{fence}sh\nfalse\n{fence}\n{fence}sh exit=3\nexit 3\n{fence}\n{fence}sh no-run\nfalse\n{fence}\n"
            f"{fence}sh table=t.csv\nprintf 'a,b,c\\n1,\"2,|\",3\\n' > t.csv\n{fence}\nis\n\n| c | b |\n|--|--|\n| 3 | 2,\\| |\n\n"
            f"{fence}sh table=t.csv\ntrue\n{fence}\n| a |\n|--|\n| 2 |\n")
    *found, count = run("/bin/true", text)
    assert count == 6 and [complaint.split(":")[0] for complaint in found] == ["line 10", "line 16", "line 34"], (count, found)


def main():
    self_check()
    readme = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "README.md"
    *found, count = run(sys.argv[1], readme.read_text(encoding="utf-8"))
    for complaint in found:
        print(complaint)
    print(f"{count} examples, {len(found)} failures")
    return 1 if found or not count else 0


if __name__ == "__main__":
    sys.exit(main())
