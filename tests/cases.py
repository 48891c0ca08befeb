#!/usr/bin/python3
"""Runs the golden cases: a document and, beside it, what the tool must make of it.

    cases.py PROTOKOLL [--accept] [NAME…]

Documents are tests/cases/*.{txt,html,htm,md} and samples/*. Expected outputs stand in tests/cases (those of a sample too):

    NAME.html.facts        protokoll convert --to facts NAME.html
    NAME.html.json         … --to json; so for every other format, by its extension (.md: markdown)
    NAME.html.votes.csv    … --to csv --rows votes
    NAME.html.check        protokoll check NAME.html
    NAME.html.gold         what a careful reader wrote down by hand: see gold.py
    NAME.html.options      further words for the command line, for every command on that document

A document without any expected output or gold is a failure. Every document is also verified (nothing lost, every span true) and
converted once more under another locale, time zone and folder: the same bytes must come out.
--accept writes what the tool says now; read the difference before you commit it. NAME… runs only documents that contain one.
"""
import argparse
import concurrent.futures
import difflib
import os
import pathlib
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases"
DOCUMENTS = {".txt", ".html", ".htm", ".md"}
FORMAT_OF = {"md": "markdown"}
OTHER_WORLD = {"LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.ISO-8859-1", "TZ": "Pacific/Kiritimati", "COLUMNS": "20", "NO_COLOR": "1"}


def documents(folder):
    for path in sorted(folder.iterdir()):
        # "a.html.md" beside "a.html" is an expected output, not a document.
        if path.suffix in DOCUMENTS and not (path.with_suffix("").suffix in DOCUMENTS and path.with_suffix("").exists()):
            yield path


def expectations(document):
    """The expected outputs of a document, as (file, arguments in front of the document)."""
    for path in sorted(CASES.glob(document.name + ".*")):
        words = path.name[len(document.name) + 1:].split(".")
        if words in (["options"], ["gold"]):
            continue
        if words == ["check"]:
            yield path, ["check"]
        elif len(words) == 1:
            yield path, ["convert", "--to", FORMAT_OF.get(words[0], words[0])]
        elif len(words) == 2 and words[1] == "csv":
            yield path, ["convert", "--to", "csv", "--rows", words[0]]
        else:
            raise SystemExit(f"{path}: what is this file? See the head of {__file__}.")


class Case:
    def __init__(self, tool, document, accept):
        self.tool, self.document, self.accept = tool, document, accept
        options = CASES / (document.name + ".options")
        self.options = shlex.split(options.read_text(encoding="utf-8")) if options.exists() else []
        self.complaints, self.accepted = [], []

    def run(self, arguments, environment=None):
        """Output and exit status; the tool sees the bare file name, so that outputs don't depend on where the repository lies."""
        result = subprocess.run([self.tool, *arguments, *self.options, self.document.name], cwd=self.document.parent, stdin=subprocess.DEVNULL,
                                capture_output=True, timeout=120, env={**os.environ, **(environment or {})})
        if result.returncode not in (0, 1) or (result.returncode == 1 and arguments[0] == "convert"):
            self.complaints.append(f"`{' '.join(arguments)}` exits with {result.returncode}: {result.stderr.decode(errors='replace')}")
        return result.stdout

    def compare(self, path, arguments):
        actual = self.run(arguments)
        expected = path.read_bytes() if path.exists() else b""
        if actual == expected and path.exists():
            return
        if self.accept:
            path.write_bytes(actual)
            self.accepted.append(path.name)
            return
        lines = [text.decode(errors="backslashreplace").splitlines() for text in (expected, actual)]
        difference = list(difflib.unified_diff(*lines, path.name, "actual", lineterm="", n=2))
        self.complaints.append("\n".join(difference) if difference else "differs in line ends only")

    def check(self):
        expected = list(expectations(self.document))
        measured = (CASES / (self.document.name + ".gold")).exists()
        if not expected and not measured and self.accept:
            expected = [(CASES / (self.document.name + ".facts"), ["convert", "--to", "facts"])]
        if not expected and not measured:
            self.complaints.append("has no expected output; write one or create it with --accept")
        for path, arguments in expected:
            self.compare(path, arguments)
        once = self.run(["convert", "--to", "json"])
        if self.run(["convert", "--to", "json"], OTHER_WORLD) != once:
            self.complaints.append("gives other bytes under another locale and time zone")
        result = subprocess.run([self.tool, "verify", *self.options, self.document.name], cwd=self.document.parent, capture_output=True, timeout=120)
        if result.returncode != 0:
            self.complaints.append(f"is not whole (protokoll verify, status {result.returncode}):\n{(result.stdout + result.stderr).decode(errors='replace')}")
        return self


def orphans(names):
    """Expected outputs whose document is gone would pass unseen."""
    for path in sorted(CASES.iterdir()):
        if path.name not in names and not any(path.name.startswith(name + ".") for name in names):
            yield path


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool")
    parser.add_argument("--accept", action="store_true")
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    tool = str(pathlib.Path(arguments.tool).resolve())
    all_documents = [path for folder in (CASES, ROOT / "samples") if folder.is_dir() for path in documents(folder)]
    failures = [f"{path.name}: belongs to no document" for path in orphans({path.name for path in all_documents})]
    chosen = [path for path in all_documents if not arguments.names or any(name in path.name for name in arguments.names)]
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for case in pool.map(lambda path: Case(tool, path, arguments.accept).check(), chosen):
            failures += [f"{case.document.name}: {complaint}" for complaint in case.complaints]
            for name in case.accepted:
                print("accepted", name)
    for failure in failures:
        print(failure, end="\n\n")
    print(f"{len(chosen)} documents, {len(failures)} failures")
    return 1 if failures or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
