#!/usr/bin/python3
"""Input made to break the tool: answered in time and memory proportional to its size, with a diagnostic, and nothing of its text lost.

    hostile_test.py PROTOKOLL [--scale FACTOR] [--sanitized] [--table FILE] [NAME…]

Each input is converted to JSON and verified. Allowed are 2 seconds per megabyte and 50 times the input's size in memory, both plus what the
tool needs for nothing (a second, 64 MB). --scale makes the large inputs smaller, --sanitized allows ten times the time and no memory is
measured. --table writes what was measured as Markdown.
"""
import argparse
import json
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
MEGABYTE = 1 << 20
ELEMENTS = ("a abbr address article aside b blockquote button caption center code dd div dl dt em fieldset figure font form h1 h3 i label li main nav nobr ol option "
            "optgroup p pre ruby s section select small span strike strong sub summary svg math table tbody td template textarea tfoot th thead title tr tt u ul").split()


def nested(front, size):
    return "".join(front for _ in range(size // len(front)))


def numbered(pattern, count):
    return "".join(pattern.replace("{n}", str(n)) for n in range(count))


def unclosed(size):
    text, n = [], 0
    while size > 0:
        text.append(f"<{ELEMENTS[n * n % len(ELEMENTS)]}>x ")
        size -= len(text[-1])
        n += 1
    return "".join(text)


def bait(tag, size):
    """Begins of what each pattern of a language file looks for, over and over: its words and digits without the end that would match."""
    patterns = json.loads((ROOT / "src" / "languages" / f"{tag}.json").read_text())["patterns"]
    paragraphs = []
    for entries in patterns.values():
        for entry in entries:
            plain = re.sub(r"\\d(\{[^}]*\})?[+*]?", "1", entry["match"])
            plain = re.sub(r"\\s[+*]?|\\W\*", " ", plain)
            plain = re.sub(r"\(\?[^)<>:]*[:>]|\(\?P<\w+>|\{[^}]*\}|\[[^\]]*\]|\\p\{\w+\}|\\[bpPLNWw]|[()?*+|^$\\]", " ", plain)
            words = " ".join(plain.split()[:12]) or "a"
            paragraphs.append(words)
    each = max(1, size // len(paragraphs))
    return "".join(f"<p>{(words + ' ') * (each // (len(words) + 1) + 1)}</p>\n" for words in paragraphs)


# name: (extension, content for a scale, id of the diagnostic that says which bound was met, or "")
INPUTS = {
    "60 KB of nested <b>": ("html", lambda s: nested("<b>", 60_000) + "x", "markup-too-deep"),
    "200,000 nested <div>": ("html", lambda s: "<div>" * int(200_000 * s) + "x", "markup-too-deep"),
    "200,000 nested <font> with attributes": ("html", lambda s: numbered("<font color={n}>x", int(200_000 * s)), "markup-too-deep"),
    "10^6 attributes in one tag": ("html", lambda s: "<p " + numbered("a{n}=b ", int(1_000_000 * s)) + ">x", "markup-too-deep|markup-too-large|markup-too-many-attributes"),
    "50 MB in one line, HTML": ("html", lambda s: "<p>" + "Frau Beyer berichtet am 3. Mai 2018 um 18 Uhr. " * int(50 * MEGABYTE * s / 47), ""),
    "50 MB in one line, Markdown": ("md", lambda s: "Frau Beyer berichtet am 3. Mai 2018 um 18 Uhr. " * int(50 * MEGABYTE * s / 47), ""),
    "50 MB in one word": ("txt", lambda s: "a" * int(50 * MEGABYTE * s), ""),
    "a table of 10^6 rows, HTML": ("html", lambda s: "<table>" + numbered("<tr><td>{n}<td>Thema", int(1_000_000 * s)), ""),
    "a table of 10^6 rows, Markdown": ("md", lambda s: "| TOP | Thema |\n|---|---|\n" + numbered("| {n} | Thema |\n", int(1_000_000 * s)), ""),
    "10^6 rows, tabbed": ("txt", lambda s: numbered("{n}.\t<p><b>Thema</b></p>\n", int(1_000_000 * s)), ""),
    "rowspan=10^9": ("html", lambda s: "<table>" + "<tr><td rowspan=1000000000>a<td colspan=1000000000>b" * int(20_000 * s), ""),
    "every element unclosed": ("html", lambda s: unclosed(int(2 * MEGABYTE * s)), "markup-too-deep"),
    "mis-nested tables": ("html", lambda s: "<table><b>x<tr><i>y<td></b>z<table></i>w</tr></td>" * int(40_000 * s), "markup-too-deep"),
    "mis-nested formatting": ("html", lambda s: "<p><b><i>x</b></p>y</i>" * int(90_000 * s), "markup-too-deep|markup-too-large"),
    "a comment that never ends": ("html", lambda s: "<p>x<!-- " + "a -- > " * int(300_000 * s), ""),
    "comments that never end": ("html", lambda s: "<p>x" + "<!--" * int(500_000 * s), ""),
    "CDATA that never ends": ("html", lambda s: "<p>x<svg><![CDATA[" + "a ]] > " * int(300_000 * s), ""),
    "a tag that never ends": ("html", lambda s: "<p>x<p " + "a='" * int(700_000 * s), ""),
    "entities without end": ("html", lambda s: "<p>" + "&auml" * int(400_000 * s), ""),
    "an entity that never ends": ("html", lambda s: "<p>&" + "a" * int(2_000_000 * s), ""),
    "numbers of entities without end": ("html", lambda s: "<p>&#" + "9" * int(2_000_000 * s), ""),
    "10^6 links": ("html", lambda s: numbered("<a href=x{n}>y</a> ", int(1_000_000 * s)), ""),
    "Markdown brackets": ("md", lambda s: "[" * int(2_000_000 * s), "markdown-bounds"),
    "Markdown link definitions": ("md", lambda s: numbered("[a{n}]: /x\n", int(150_000 * s)) + numbered("[a{n}] ", int(150_000 * s)), ""),
    "Markdown emphasis": ("md", lambda s: "*a **b _c __d " * int(150_000 * s), ""),
    "Markdown quotes in quotes": ("md", lambda s: ">" * int(100_000 * s) + "x", "markdown-bounds"),
    "Markdown lists in lists": ("md", lambda s: "".join("  " * depth + "- x\n" for depth in range(int(1400 * s ** .5))), "markdown-bounds"),
    "Markdown code that never ends": ("md", lambda s: "```\n" + "x `` ` y\n" * int(200_000 * s), ""),
    "Markdown, a table of 10^4 columns": ("md", lambda s: "| a " * 10_000 + "|\n" + "|---" * 10_000 + "|\n" + "| x |\n" * int(200_000 * s), ""),
    "front matter that never ends": ("md", lambda s: "---\n" + "a: b\n" * int(400_000 * s), ""),
    "rows without begin": ("txt", lambda s: "1.\t<p>x</p>\n" + "\t<p>y</p>\n" * int(200_000 * s), ""),
    "bytes that are no UTF-8": ("txt", lambda s: b"\xc3\xa4 " + b"\xc3 \xff\xfe x" * int(300_000 * s), "repaired|invalid|mixed|encoding|undecodable"),
    "NUL bytes": ("txt", lambda s: "Protokoll\n" + ("x" * 200 + "\0") * int(10_000 * s), ""),
    "a row of combining marks": ("txt", lambda s: "a" + "\u0301\u0327" * int(500_000 * s), ""),
    "bait for every German pattern": ("html", lambda s: bait("de", int(2 * MEGABYTE * s)), ""),
    "bait for every English pattern": ("html", lambda s: "<html lang=en>" + bait("en", int(2 * MEGABYTE * s)), ""),
    "a million people": ("txt", lambda s: "Anwesend: " + numbered("Ulla Beyer{n}, ", int(200_000 * s)), ""),
    "a million votes": ("txt", lambda s: "1.\t<p>Abstimmung: " + "3 Ja, 2 Nein, 1 Enthaltung, " * int(75_000 * s), ""),
    "a million dates": ("txt", lambda s: numbered("3.5.2018, 4./5. Mai, ", int(100_000 * s)), ""),
}


def measured(command):
    """Status, output, seconds, peak memory in bytes."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, output, time.monotonic() - begin, usage.ru_maxrss * 1024


def trouble_with(tool, path, wanted, arguments):
    size = path.stat().st_size
    result = path.with_suffix(".json")
    status, output, seconds, memory = measured([tool, "-v", "convert", "--to", "ndjson", "-o", result, path])
    troubles = []
    if status != 0:
        return seconds, memory, "", [f"convert: status {status}: {output[-600:]}"]
    ids = re.findall(r"\[([a-z0-9-]+)\]$", output, re.MULTILINE)
    allowed = 1 + 2 * size / MEGABYTE * (10 if arguments.sanitized else 1)
    if seconds > allowed:
        troubles.append(f"takes longer than {allowed:.1f} s")
    if not arguments.sanitized and memory > 64 * MEGABYTE + 50 * size:
        troubles.append("takes too much memory")
    if wanted and not any(re.match(wanted, found) for found in ids):
        troubles.append(f"says nothing of {wanted}")
    status, output, checking, _ = measured([tool, "verify", path])
    if status != 0:
        troubles.append(f"verify: {output[-600:]}")
    if checking > 2 * allowed:
        troubles.append(f"verify takes {checking:.1f} s")
    return seconds, memory, ", ".join(sorted(set(ids))), troubles


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool")
    parser.add_argument("--scale", type=float, default=1)
    parser.add_argument("--sanitized", action="store_true")
    parser.add_argument("--table", type=pathlib.Path)
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    failures = 0
    rows = ["| input | size | time | peak memory | diagnostics |", "|---|---:|---:|---:|---|"]
    with tempfile.TemporaryDirectory() as folder:
        for name, (extension, make, wanted) in INPUTS.items():
            if arguments.names and not any(word in name for word in arguments.names):
                continue
            content = make(arguments.scale)
            path = pathlib.Path(folder) / f"hostile.{extension}"
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            del content
            size = path.stat().st_size
            seconds, memory, ids, troubles = trouble_with(arguments.tool, path, wanted, arguments)
            row = f"| {name.replace('<', '`<').replace('>', '>`')} | {size / MEGABYTE:.2f} MB | {seconds:.2f} s | {memory / MEGABYTE:.0f} MB | {ids or '–'} |"
            print(row, *troubles, flush=True)
            rows.append(row)
            failures += bool(troubles)
    if arguments.table:
        arguments.table.write_text("\n".join(rows) + "\n")
    print(f"{failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
