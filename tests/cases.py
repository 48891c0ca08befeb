#!/usr/bin/python3
"""Runs the golden cases: a document and, beside it, what the tool must make of it.

    cases.py PROTOKOLL [--accept] [NAME…]

Documents are tests/cases/**/*.{txt,html,htm,md} (one folder for each area) and samples/*. Expected outputs stand beside the
document, those of a sample in tests/cases:

    NAME.html.facts        protokoll convert --to facts NAME.html
    NAME.html.json         … --to json; so for every other format, by its extension (.md: markdown)
    NAME.html.votes.csv    … --to csv --rows votes
    NAME.html.check        protokoll check NAME.html
    NAME.html.gold         what a careful reader wrote down by hand: see gold.py
    NAME.html.options      further words for the command line, for every command on that document

What stands in tests/cases/known is right but not yet met: such a case is reported as a known gap, counts as passed for nobody, and is a
failure as soon as it is met, so that it moves to its area. A document without any expected output or gold is a failure. Every document is also verified (nothing lost, every span true) and
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
KNOWN = CASES / "known"
DOCUMENTS = {".txt", ".html", ".htm", ".md"}
FORMAT_OF = {"md": "markdown"}
OTHER_WORLD = {"LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.ISO-8859-1", "TZ": "Pacific/Kiritimati", "COLUMNS": "20", "NO_COLOR": "1"}


def documents(folder):
    for path in sorted(folder.rglob("*")):
        if path.is_relative_to(ROOT / "samples" / "out"):  # what samples/convert has written
            continue
        # "a.html.md" beside "a.html" is an expected output, not a document.
        if path.suffix in DOCUMENTS and not (path.with_suffix("").suffix in DOCUMENTS and path.with_suffix("").exists()):
            yield path


def beside(document, extension):
    """The file of that extension that belongs to a document."""
    folder = document.parent if document.is_relative_to(CASES) else CASES
    return folder / (document.name + extension)


def title(document):
    return str(document.relative_to(CASES if document.is_relative_to(CASES) else ROOT))


def expectations(document):
    """The expected outputs of a document, as (file, arguments in front of the document)."""
    for path in sorted(beside(document, "").parent.glob(document.name + ".*")):
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
        self.known = document.parent == KNOWN
        self.tool, self.document, self.accept = tool, document, accept and not self.known
        options = beside(document, ".options")
        self.options = shlex.split(options.read_text(encoding="utf-8")) if options.exists() else []
        self.complaints, self.gaps, self.accepted = [], [], []

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
        (self.gaps if self.known else self.complaints).append("\n".join(difference) if difference else "differs in line ends only")

    def check(self):
        expected = list(expectations(self.document))
        measured = beside(self.document, ".gold").exists()
        if not expected and not measured and self.accept:
            expected = [(beside(self.document, ".facts"), ["convert", "--to", "facts"])]
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
        if self.known and not self.gaps:
            self.complaints.append("is no longer a gap: move it to its area")
        return self


def orphans(all_documents):
    """Expected outputs whose document is gone would pass unseen."""
    homes = {str(beside(document, "")) for document in all_documents}
    for path in sorted(CASES.rglob("*")):
        if path.is_file() and not any(str(path) == home or str(path).startswith(home + ".") for home in homes):
            yield path


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool")
    parser.add_argument("--accept", action="store_true")
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    tool = str(pathlib.Path(arguments.tool).resolve())
    all_documents = [path for folder in (CASES, ROOT / "samples") if folder.is_dir() for path in documents(folder)]
    failures = [f"{title(path)}: belongs to no document" for path in orphans(all_documents)]
    chosen = [path for path in all_documents if not arguments.names or any(name in title(path) for name in arguments.names)]
    gaps = 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for case in pool.map(lambda path: Case(tool, path, arguments.accept).check(), chosen):
            if case.gaps:
                gaps += 1
                print("known gap:", title(case.document))
            failures += [f"{title(case.document)}: {complaint}" for complaint in case.complaints]
            for name in case.accepted:
                print("accepted", name)
    for failure in failures:
        print(failure, end="\n\n")
    print(f"{len(chosen) - gaps} documents, {len(failures)} failures, {gaps} known gaps")
    return 1 if failures or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
