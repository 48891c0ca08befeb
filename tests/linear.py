#!/usr/bin/python3
"""Four times the input may take about four times as long, whatever the input is.

    linear.py PROTOKOLL [--size BYTES] [NAME…]

Each pattern is repeated up to SIZE bytes and to a quarter of it; the CPU time of the whole conversion is taken on both. A pattern fails where the
large one takes more than eight times as long as the small one and more than a second, or more than a minute at all.
"""
import argparse
import pathlib
import resource
import subprocess
import sys
import tempfile

HEAD = "## Protokoll der 4. Sitzung\n\n3. Mai 2018, 18:00 – 19:00 Uhr\n\n"
ROW = "{n}.\t<p><b>Thema {n}</b> Ulla Beyer (Amt)</p> <p>Frau Beyer berichtet, siehe <b>Anlage {n}</b>.</p> <p><u>Beschluss:</u></p> <ul><li>• Das Haus wird gestrichen.</li></ul>\n"

# name: (extension, what stands in front, what is repeated)
PATTERNS = {
    "rows": ("txt", HEAD, ROW),
    "one-number": ("txt", HEAD, ROW.replace("{n}", "1")),
    "continued-row": ("txt", HEAD + "1.\t<p><b>Thema</b></p>\n", "\t<p>Noch ein Absatz.</p>\n"),
    "one-line": ("txt", HEAD + "1.\t", "<p>Frau Beyer berichtet vom 3. Mai 2018, 4 Ja, 0 Nein.</p> "),
    "one-paragraph": ("txt", HEAD + "1.\t<p>", "Frau Beyer berichtet am 3. Mai 2018 um 18 Uhr. "),
    "one-word": ("txt", "", "a"),
    "numbers": ("txt", HEAD, "1."),
    "capitals": ("txt", HEAD + "1.\t<p><b>Thema</b> ", "Ulla Beyer "),
    "parentheses": ("txt", HEAD + "1.\t<p><b>Thema</b> ", "("),
    "attachments": ("txt", HEAD + "1.\t<p>Anlage 1", ", {n}"),
    "people": ("txt", HEAD + "1.\t<p><b>Thema</b></p>", "<p>Frau Dr. Beyer{n} fragt.</p>"),
    "attendance": ("txt", "Anwesend: ", "Ulla Beyer{n}, "),
    "votes": ("txt", HEAD + "1.\t<p>Abstimmung: ", "3 Ja, 2 Nein, 1 Enthaltung, "),
    "tabs": ("txt", HEAD, "\t"),
    "windows-1252": ("txt", "Gr\udcfc\udcdfe\n", "\udcfc\udce4\udcf6 "),
    "dangling-utf8": ("txt", "", "\udcc3"),
    "combining": ("txt", "a", "\u0301\u0327"),
    "open-p": ("html", "", "<p>"),
    "open-b": ("html", "", "<b>x"),
    "open-div": ("html", "", "<div>x"),
    "open-li": ("html", "", "<ul><li>x"),
    "open-table": ("html", "", "<table><tr><td>x"),
    "open-a": ("html", "", "<a href=x>x<p>"),
    "less-than": ("html", "<p>", "<"),
    "ampersand": ("html", "<p>", "&amp"),
    "comment": ("html", "<p>", "<!--"),
    "attributes": ("html", "<p ", "a{n}=b "),
    "headings": ("html", "", "<h2>TOP {n}: Thema</h2><p>Beschluss: Das Haus wird gestrichen.</p>\n"),
    "nested-headings": ("html", "", "<h1>1 A</h1><h2>1.1 B</h2><h3>1.1.1 C</h3><p>Text.</p>"),
    "table-rows": ("html", "<table><tr><th>TOP</th><th>Inhalt</th><th>Wer</th></tr>", "<tr><td>{n}</td><td>Thema</td><td>Beyer</td></tr>\n"),
    "table-cells": ("html", "<table><tr>", "<td>x</td>"),
    "md-headings": ("md", "", "## TOP {n}: Thema\n\nText.\n\n- [ ] Ulla: Haus streichen\n\n"),
    "md-brackets": ("md", "", "["),
    "md-links": ("md", "", "[x](y) "),
    "md-stars": ("md", "", "*a **b "),
    "md-ticks": ("md", "", "`a ``b "),
    "md-quotes": ("md", "", "> "),
    "md-deep-quotes": ("md", "", "> > > > > > > > a\n"),
    "md-lists": ("md", "", "- a\n  - b\n    - c\n"),
    "md-table": ("md", "| Name | anwesend |\n|---|---|\n", "| Ulla{n} | ja |\n"),
    "md-wide-table": ("md", "| a |" + " b |" * 500 + "\n|" + "---|" * 501 + "\n", "| x |\n"),
    "md-html": ("md", "", "<b>\n"),
    "md-references": ("md", "", "[a{n}]: /x\n"),
    "md-entities": ("md", "", "&auml;&"),
}


def content(front, pattern, size):
    """At least `size` bytes; surrogates are raw bytes."""
    parts, length, n = [front], len(front), 0
    while length < size:
        n += 1
        parts.append(pattern.replace("{n}", str(n)))
        length += len(parts[-1])
    return "".join(parts).encode("utf-8", errors="surrogateescape")


def cpu_of_children():
    """Seconds of CPU time: what else the machine does in the meantime does not count."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def seconds(tool, path):
    begin = cpu_of_children()
    try:
        result = subprocess.run([tool, "-q", "convert", "--to", "json", path], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=60)
    except subprocess.TimeoutExpired:
        return 60.0, "takes more than a minute"
    spent = cpu_of_children() - begin
    return spent, "" if result.returncode == 0 else f"status {result.returncode}: {result.stderr.decode(errors='replace')[-600:]}"


def main(description=__doc__, patterns=PATTERNS, measure=seconds, size=1 << 20):
    """Times every pattern on two sizes by `measure(tool, path)`, which gives the seconds and what went wrong; the exit status."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool")
    parser.add_argument("--size", type=int, default=size)
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, (extension, front, pattern) in patterns.items():
            if arguments.names and name not in arguments.names:
                continue
            times, troubles = [], []
            for size in (arguments.size // 4, arguments.size):
                path = pathlib.Path(folder) / f"{name}.{extension}"
                path.write_bytes(content(front, pattern, size))
                spent, trouble = measure(arguments.tool, path)
                times.append(spent)
                troubles += [trouble] if trouble else []
                if trouble:
                    break
            if not troubles and times[1] > 1 and times[1] > 8 * times[0]:
                troubles.append("grows faster than its input")
            print(f"{name:<18}", *(f"{spent:7.2f} s" for spent in times), *troubles, flush=True)
            failures += bool(troubles)
    print(f"{failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
