#!/usr/bin/python3
"""`check --fix` and `--unsafe-fixes` on copies of documents: the result is what the edits of the JSON report make of the bytes, applied here by other means;
it verifies, no finding that could be fixed is left, and fixing again changes nothing.

    fix_test.py PROTOKOLL [--every N] DOCUMENT_OR_FOLDER…

--every N: only each Nth document, where each start of the tool takes long.
"""
import argparse
import collections
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

ENDINGS = {".txt", ".md", ".html", ".htm"}


def run(tool, *arguments):
    return subprocess.run([tool, *arguments], capture_output=True, timeout=120, check=False)


def edits(finding, unsafe):
    """The edits of the first fix that may be applied."""
    return next((fix["edits"] for fix in finding["fixes"] if fix["safe"] or unsafe), [])


def touch(a, b):
    """Whether two ranges overlap; insertions also at the ends."""
    return a[0] < b[1] and b[0] < a[1] or (a[0] == a[1] or b[0] == b[1]) and a[0] <= b[1] and b[0] <= a[1]


def applied(data, encoding, findings, unsafe):
    """The bytes with the edits of the findings, and the rules that were fixed; of fixes that touch one another only the first."""
    chosen, rules = [], collections.Counter()
    for finding in findings:
        wanted = [(edit["span"], edit["text"].encode(encoding)) for edit in edits(finding, unsafe)]
        if wanted and not any(touch(span, other) for span, _ in wanted for other, _ in chosen):
            chosen += wanted
            rules[finding["id"]] += 1
    for (begin, end), text in sorted(chosen, reverse=True):
        data = data[:begin] + text + data[end:]
    return data, rules


def encoding_of(tool, path):
    """As Python calls it."""
    encoding = json.loads(run(tool, "convert", path, "--to", "json").stdout)["source"]["encoding"]
    if encoding.startswith("UTF-16") or encoding.startswith("UTF-32"):
        encoding += "" if encoding[-2:] in ("LE", "BE") else "-LE"
    return encoding


def expected(tool, path, unsafe):
    """What fixing must make of a file, by the JSON report alone."""
    encoding, all_rules = None, collections.Counter()
    for _ in range(10):
        findings = json.loads(run(tool, "check", "--no-config", "--format", "json", path).stdout)[0]["findings"]
        if not any(edits(finding, unsafe) for finding in findings):
            break
        encoding = encoding or encoding_of(tool, path)
        data, rules = applied(path.read_bytes(), encoding, findings, unsafe)
        all_rules += rules
        if not rules:
            break
        path.write_bytes(data)
    return path.read_bytes(), all_rules


def complaints(tool, document, folder, unsafe, fixed):
    path, copy = folder / document.name, folder / ("copy" + document.suffix)
    for target in (path, copy):
        shutil.copyfile(document, target)
    right, rules = expected(tool, copy, unsafe)
    fixed.update(rules)
    option = "--unsafe-fixes" if unsafe else "--fix"
    run(tool, "check", "--no-config", option, path)
    result = path.read_bytes()
    if result != right:
        yield f"{option} gives other bytes than its report names"
    if not rules:
        return
    if result == document.read_bytes():
        yield f"{option} changed nothing"
    left = [f["id"] for d in json.loads(run(tool, "check", "--no-config", "--format", "json", path).stdout) for f in d["findings"] if edits(f, unsafe)]
    if left:
        yield f"{option} left {left}"
    run(tool, "check", "--no-config", option, path)
    if path.read_bytes() != result:
        yield f"{option} again changes something"
    verified = run(tool, "verify", path)
    if verified.returncode != 0:
        yield f"{option}: {verified.stdout.decode(errors='replace')}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool")
    parser.add_argument("places", nargs="+", type=pathlib.Path)
    parser.add_argument("--every", type=int, default=1)
    arguments = parser.parse_args()
    tool, documents = arguments.tool, []
    for place in arguments.places:
        documents += [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.is_file() and path.suffix in ENDINGS)
    failures, fixed = 0, collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        for document in documents[:: arguments.every]:
            for unsafe in (False, True):
                for complaint in complaints(tool, document, pathlib.Path(folder), unsafe, fixed):
                    print(f"{document}: {complaint}")
                    failures += 1
    print(f"{len(documents[:: arguments.every])} documents, {sum(fixed.values())} findings fixed ({', '.join(f'{rule} {count}' for rule, count in sorted(fixed.items()))}), {failures} failures")
    return 1 if failures or not fixed else 0


if __name__ == "__main__":
    sys.exit(main())
