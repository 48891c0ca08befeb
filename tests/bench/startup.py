#!/usr/bin/python3
"""What one call of the tool costs, beside those that shells are full of: user and system time of whole processes.

    startup.py PROTOKOLL [--runs N] [--before OLD_PROTOKOLL]

The least and the median of N runs (50), each program in turn so that a busy machine disturbs all alike. A loop over files, an editor
that checks on each save and a pre-commit hook pay this for every document. --before adds the times of another build, measured in the same run.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile

import compare


def cost(command):
    """Milliseconds of user and system time."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{command[0]} failed")
    return (usage.ru_utime + usage.ru_stime) * 1000


def commands(tool, folder, before=None):
    empty, ten, json = folder / "empty.txt", folder / "ten.txt", folder / "ten.json"
    empty.write_text("", encoding="utf-8")
    ten.write_text(compare.document(1, compare.TEN_KB), encoding="utf-8")
    json.write_bytes(subprocess.run([tool, ten], check=True, capture_output=True).stdout)
    yield "cat, 10 KB", ["cat", ten]
    yield "jq . of the 10 KB document's JSON", ["jq", ".", json]
    yield "pandoc -f html -t json, 10 KB", ["pandoc", "-f", "html", "-t", "json", ten]
    yield "protokoll --version", [tool, "--version"]
    yield "protokoll, empty document", [tool, empty]
    yield "protokoll, 10 KB", [tool, ten]
    yield "protokoll --to markdown, 10 KB", [tool, "--to", "markdown", ten]
    yield "protokoll check, empty document", [tool, "check", "--no-config", empty]
    yield "protokoll check, 10 KB", [tool, "check", "--no-config", ten]
    if before:
        yield "before, empty document", [before, empty]
        yield "before, 10 KB", [before, ten]
        yield "before, check, 10 KB", [before, "check", "--no-config", ten]


def table(tool, runs, before=None):
    """What, least, median."""
    with tempfile.TemporaryDirectory() as folder:
        runs_of = {what: (command, []) for what, command in commands(tool, pathlib.Path(folder), before)}
        for _ in range(runs):
            for command, costs in runs_of.values():
                if shutil.which(command[0]):
                    costs.append(cost(command))
    return [(what, min(costs), statistics.median(costs)) if costs else (what, None, None) for what, (_, costs) in runs_of.items()]


def rows(tool):
    """Rows of the table that compare.py prints."""
    for what, least, median in table(tool, 50):
        time = "not installed" if least is None else f"{median:.1f} ms"
        print(f"| {'process: ' + what:<52} | {time:>11} | {'':>12} | {'' if least is None else f'at least {least:.1f} ms':<28} |", flush=True)


def show(tool, runs, before):
    print(f"| {'one process, user + system time':<38} | {'least':>9} | {'median':>9} |\n|{'-' * 40}|{'-' * 10}:|{'-' * 10}:|")
    for what, least, median in table(tool, runs, before):
        print(f"| {what:<38} | " + (f"{least:>6.1f} ms | {median:>6.1f} ms |" if least is not None else f"{'-':>9} | {'-':>9} |  not installed"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool", type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("--runs", type=int, default=50)
    parser.add_argument("--before", type=lambda path: str(pathlib.Path(path).resolve()), metavar="OLD_PROTOKOLL")
    options = parser.parse_args()
    show(options.tool, options.runs, options.before)


if __name__ == "__main__":
    main()
