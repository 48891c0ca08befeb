#!/usr/bin/python3
"""Input made to break the tool: answered in time and memory in proportion to its size, with the bound that was met named and no text lost.

    hostile_test.py PROTOKOLL [--full] [--scale FACTOR] [--sanitized] [--table FILE] [NAME…]

Each input is converted to NDJSON and verified. Allowed are, for each of the two, 2 seconds of CPU time per megabyte of input, and 50 times the input in
memory (150 times where it is nothing but paragraphs of one letter); both plus what the tool takes for a small document (half a second, 48 MB). Without --full the large inputs are smaller (--scale);
--sanitized allows thirty times the time and measures no memory. --table writes the measured table as Markdown.
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "hostile"))
import inputs  # noqa: E402

MEGABYTE = inputs.MEGABYTE
BASE_SECONDS, SECONDS_PER_MEGABYTE = 0.5, 2
BASE_MEMORY, TIMES_THE_SIZE, TIMES_A_DENSE_SIZE = 48 * MEGABYTE, 50, 150
SLOWER_WITH_SANITIZERS = 30


def write_in_child(path, make, scale):
    """In a process of its own, since a child's peak memory counts what its parent held when it was forked."""
    child = os.fork()
    if child == 0:
        try:
            content = make(scale)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    return path.stat().st_size


def measured(command, log):
    """Status, output, seconds of CPU time, peak memory in bytes."""
    with open(log, "wb") as output:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    size = log.stat().st_size
    with open(log, "rb") as output:
        text = output.read(20_000)
        output.seek(max(20_000, size - 200_000))
        text += output.read()
    return process.returncode, text.decode(errors="replace"), usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def named_bounds(output):
    return sorted(set(re.findall(r"\[([a-z]+(?:-[a-z]+)+)\]$", output, re.MULTILINE)))


class Trial:
    def __init__(self, tool, path, size, dense, arguments):
        self.tool, self.path, self.size, self.arguments = tool, path, size, arguments
        self.memory_allowed = BASE_MEMORY + (TIMES_A_DENSE_SIZE if dense else TIMES_THE_SIZE) * size
        self.log = path.with_suffix(".log")
        self.troubles = []

    def run(self, bound):
        self.seconds, self.memory, output = self.step("-v", "convert", "--to", "ndjson", "-o", self.path.with_suffix(".ndjson"), self.path)
        self.ids = named_bounds(output)
        if bound and not any(re.fullmatch(bound, found) for found in self.ids):
            self.troubles.append(f"says nothing of {bound}")
        self.verify_seconds, self.verify_memory, output = self.step("verify", self.path)
        if not re.search(r" 0 lost, 0 invented; .* 0 false spans", output):
            self.troubles.append(f"verify: {output[-400:]}")

    def step(self, *command):
        status, output, seconds, memory = measured([self.tool, *command], self.log)
        what = next(word for word in command if word in ("convert", "verify"))
        slower = SLOWER_WITH_SANITIZERS if self.arguments.sanitized else 1
        allowed = slower * (BASE_SECONDS + SECONDS_PER_MEGABYTE * self.size / MEGABYTE)
        if status != 0:
            self.troubles.append(f"{what}: status {status}: {output[-400:]}")
        if seconds > allowed:
            self.troubles.append(f"{what} takes {seconds:.1f} s, longer than {allowed:.1f} s")
        if not self.arguments.sanitized and memory > self.memory_allowed:
            self.troubles.append(f"{what} takes {memory / MEGABYTE:.0f} MB, more than {self.memory_allowed / MEGABYTE:.0f} MB")
        return seconds, memory, output

    def row(self, name):
        name = re.sub(r"(<\w+>)", r"`\1`", name)
        size = self.size / MEGABYTE
        return (f"| {name} | {size:.2f} MB | {self.seconds:.2f} s | {self.seconds / size:.2f} | {self.memory / MEGABYTE:.0f} MB | {self.memory / self.size:.0f} |"
                f" {self.verify_seconds:.2f} s | {', '.join(self.ids) or '–'} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--scale", type=float, default=0.05)
    parser.add_argument("--sanitized", action="store_true")
    parser.add_argument("--table", type=pathlib.Path)
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_intermixed_args()
    rows = ["| input | size | time | s/MB | peak memory | × size | verify | diagnostics |", "|---|---:|---:|---:|---:|---:|---:|---|"]
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, (extension, make, bound) in inputs.inputs().items():
            if arguments.names and not any(word in name for word in arguments.names):
                continue
            path = pathlib.Path(folder) / f"hostile.{extension}"
            size = write_in_child(path, make, 1 if arguments.full else arguments.scale)
            trial = Trial(arguments.tool, path, size, name.startswith(inputs.DENSE), arguments)
            # A bound on the whole is not met by what is smaller than the whole.
            trial.run(bound if arguments.full or bound not in inputs.OF_THE_WHOLE or name in inputs.OF_ONE_SIZE else "")
            rows.append(trial.row(name))
            print(rows[-1], *trial.troubles, flush=True)
            failures += bool(trial.troubles)
    if arguments.table:
        arguments.table.write_text("\n".join(rows) + "\n")
    print(f"{len(rows) - 2} inputs, {failures} failures")
    return 1 if failures or len(rows) == 2 else 0


if __name__ == "__main__":
    sys.exit(main())
