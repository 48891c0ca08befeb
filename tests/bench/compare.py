#!/usr/bin/python3
"""Speed and memory of whole runs, and what a user would pick instead, as one table.

    compare.py PROTOKOLL [--small N] [--many N] [--alternatives N] [--largest MB]

threads: --small documents of 10 KB (default 20,000) on one thread and on two; memory: 1,000 documents and --many (100,000) small ones;
parser: what the conversion of one document to JSON takes beside gumbo_parse alone (the program `bench`, in the same build);
startup: the processor time of single processes (startup.py, which says more);
alternatives: --alternatives documents (1,000) of 10 KB; one document of 1, 10 ... --largest MB (100). Alternatives that are not installed (pandoc; python3-bs4 and python3-lxml; npm's cheerio in NODE_PATH) are said to be missing.
"""
import argparse
import filecmp
import multiprocessing
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
SAMPLES = HERE.parent.parent / "samples"
TEN_KB = 9700
ROW = re.compile(r"^[^\t\n<]{1,6}\t(.*)$", re.MULTILINE)
CELLS = [cell for name in ("01-netzwerk-plenum.txt", "02-vorstand-radverein.txt") for cell in ROW.findall((SAMPLES / name).read_text(encoding="utf-8"))]


def document(number, size):
    """Minutes like the plenum among the samples, of about `size` bytes: its rows in another order and other numbers."""
    choice = random.Random(number)
    parts = [f"## Protokoll der {number}. Sitzung des Radvereins Beispielhafen\n\n12. März {1990 + number % 40}, 18:00 – 19:30 Uhr\n\n"]
    length, item = 0, 0
    while length < size:
        item += 1
        parts.append(f"{item}.\t{choice.choice(CELLS)}\n")
        length += len(parts[-1].encode())
    return "".join(parts)


def make_documents(folder, count, size):
    for number in range(count):
        path = folder / f"{number // 1000:04}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(document(number, size), encoding="utf-8")


def apart(work, *arguments):
    """In a process of its own: a command's peak memory counts from that of the process which starts it."""
    process = multiprocessing.Process(target=work, args=arguments)
    process.start()
    process.join()
    if process.exitcode != 0:
        raise SystemExit(f"{work.__name__} failed")


def documents(folder, count, size):
    apart(make_documents, folder, count, size)
    return folder


def run(command, **more):
    """Seconds and peak memory (MiB) of a command."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **more)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{command[0]} failed: {said.decode()[-500:]}")
    return time.monotonic() - begin, usage.ru_maxrss / 1024


def line(what, seconds, memory, ratio=""):
    print(f"| {what:<52} | {seconds:>9.2f} s | {memory:>8.1f} MiB | {ratio:<28} |", flush=True)


def parser_ratio(tool, folder):
    bench = pathlib.Path(tool).parent / "tests" / "bench"
    if not bench.exists():
        print(f"| {'one document beside gumbo_parse alone':<52} | {'not built':>11} | {'':>12} | {'':<28} |")
        return
    names = sorted(documents(folder / "ratio", 10, TEN_KB).rglob("*.txt"))
    total = subprocess.run([bench, *names], check=True, capture_output=True, text=True).stdout.splitlines()[-1].split()
    ours, bare = float(total[2]) / len(names) / 1e6, float(total[5]) / len(names) / 1e6
    print(f"| {'one document of 10 KB to JSON, in the library':<52} | {ours * 1000:>8.2f} ms | {'':>12} | {f'{ours / bare:.2f} times gumbo_parse':<28} |", flush=True)


def threads(tool, folder, count):
    documents(folder / "small", count, TEN_KB)
    one = run([tool, "convert", folder / "small", "-q", "-j1", "-o", folder / "one.ndjson"])
    two = run([tool, "convert", folder / "small", "-q", "-j2", "-o", folder / "two.ndjson"])
    if not filecmp.cmp(folder / "one.ndjson", folder / "two.ndjson", shallow=False):
        raise SystemExit("one thread and two give different records")
    line(f"{count} documents of 10 KB, 1 thread", *one, f"{count / one[0]:.0f} documents/s")
    line(f"{count} documents of 10 KB, 2 threads", *two, f"{one[0] / two[0]:.2f} times 1 thread")
    shutil.rmtree(folder / "small")


def memory(tool, folder, many):
    few = run([tool, "convert", documents(folder / "few", 1000, 1000), "-q", "-o", folder / "few.ndjson"])
    lots = run([tool, "convert", documents(folder / "many", many, 1000), "-q", "-o", folder / "many.ndjson"])
    line("1000 small documents", *few)
    line(f"{many} small documents", *lots, f"{lots[1] - few[1]:+.1f} MiB")
    shutil.rmtree(folder / "many")


def alternatives(tool, folder, count):
    top = documents(folder / "ten", count, TEN_KB)
    names = sorted(str(path) for path in top.rglob("*.txt"))
    listing = "\n".join(names).encode()
    ours = run([tool, "convert", top, "-q", "-j1", "-o", folder / "ten.ndjson"])
    two = run([tool, "convert", top, "-q", "-j2", "-o", folder / "ten.ndjson"])
    line(f"{count} documents, protokoll -j1", *ours)
    line(f"{count} documents, protokoll -j2", *two, f"{ours[0] / two[0]:.2f} times 1 thread")

    def other(what, missing, command, given=listing):
        if missing:
            print(f"| {what:<52} | {'not installed':>11} | {'':>12} | {'':<28} |")
            return
        (folder / "listing").write_bytes(given)
        with open(folder / "listing", "rb") as stdin:
            took = run(command, stdin=stdin)
        line(what, *took, f"{took[0] / ours[0]:.1f} times -j1, {took[0] / two[0]:.1f} times -j2")

    other(f"{count} documents, pandoc -t json per file", not shutil.which("pandoc"), ["xargs", "-d", "\\n", "-n1", "pandoc", "-f", "html", "-t", "json"])
    lacks_soup = subprocess.run([sys.executable, "-c", "import bs4, lxml"], capture_output=True, check=False).returncode != 0
    other(f"{count} documents, BeautifulSoup (lxml)", lacks_soup, [sys.executable, HERE / "soup.py"])
    lacks_cheerio = not shutil.which("node") or subprocess.run(["node", "-e", "require('cheerio')"], capture_output=True, check=False).returncode != 0
    other(f"{count} documents, cheerio", lacks_cheerio, ["node", HERE / "cheerio.js"])


def many_rows(size):
    return document(1, size)


def one_cell(size):
    text = " ".join(CELLS)
    return "1.\t<p><b>Bericht</b></p> " + text * (size // len(text.encode())) + "\n"


def short_items(size):
    return "## Protokoll\n\n" + "".join(f"{number}.\t<p>x</p>\n" for number in range(1, size // 17))


def write_large(path, make, size):
    path.write_text(make(size), encoding="utf-8")


def sizes(tool, folder, largest):
    for what, make in (("many rows", many_rows), ("one huge cell", one_cell), ("short items", short_items)):
        before = None
        for megabytes in (1, 10, 100):
            if megabytes > largest:
                break
            path = folder / "large.txt"
            apart(write_large, path, make, megabytes * 1_000_000)
            took = run([tool, "convert", path, "-q", "-j1", "-o", folder / "large.json"])
            line(f"one document, {what}, {megabytes} MB", *took, f"{took[0] / before:.1f} times the one before" if before else "")
            before = took[0]


def main():
    import startup  # which makes its documents with this file

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool", type=lambda path: str(pathlib.Path(path).resolve()))
    for name, default in (("small", 20_000), ("many", 100_000), ("alternatives", 1000), ("largest", 100)):
        parser.add_argument(f"--{name}", type=int, default=default)
    options = parser.parse_args()
    print(f"| {'run':<52} | {'time':>11} | {'peak memory':>12} | {'ratio':<28} |\n|{'-' * 54}|{'-' * 12}:|{'-' * 13}:|{'-' * 30}|")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        startup.rows(options.tool)
        parser_ratio(options.tool, folder)
        alternatives(options.tool, folder, options.alternatives)
        threads(options.tool, folder, options.small)
        memory(options.tool, folder, options.many)
        sizes(options.tool, folder, options.largest)


if __name__ == "__main__":
    main()
