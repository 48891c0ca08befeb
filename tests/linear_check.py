#!/usr/bin/python3
"""`check` takes time in proportion to the document, however many findings, people, items or attachments it has.

    linear_check.py PROTOKOLL [--size BYTES] [NAME…]

As linear.py, with documents that give the rules much to compare; every rule is on, and fixes are looked for as well.
"""
import subprocess
import sys

import linear

HEAD = "# Minutes of the board meeting, 9 November 2023\n\n"
ROW = "{n}.\t<p><b>Roof {n}</b></p> <p>Ms Weber reports.</p>\n"

PATTERNS = {
    "items": ("md", HEAD, "## {n}. Roof {n}:\n\nMs Weber reports.\n\n"),
    "gaps": ("md", HEAD, "## {n}1. Roof {n}\n\nThe item is deferred.\n\n"),
    "agenda": ("md", HEAD + "## Agenda\n\n", "{n}. Roof {n}\n"),
    "people": ("md", HEAD + "## 1. Roof\n\n", "Ms Weber{n} and Mr Wéber{n} report. Jan Weber{n} asks.\n\n"),
    "one-first-name": ("md", HEAD + "Present: Jan Weber, Eva Lund, Ole Krug\n\n## 1. Roof\n\n", "Jan Webe{n}r and Jan Wober ask. "),
    "affiliations": ("md", HEAD + "## 1. Roof\n\n", "Ms Weber{n} (BG RCI{n}) and Mr Lund{n} (BGRCI{n}) report.\n\n"),
    "attendance": ("md", HEAD + "Present: ", "Jan Weber{n}, "),
    "attachments": ("md", HEAD + "## 1. Roof\n\n", "See Annex {n} (plan {n}) and Annex 1 (offer {n}). "),
    "decisions": ("md", HEAD + "## 1. Roof\n\n", "**Decision:** The roof gets slate (unanimous, {n} in favour, 1 against).\n\n"),
    "elections": ("md", HEAD + "## 1. Elections\n\n", "The chair was elected unanimously. Ms Weber{n} asks.\n\n"),
    "empty-labels": ("md", HEAD, "## {n}. Roof\n\n**Decision:**\n\n**Discussion:**\n\n"),
    "tasks": ("md", HEAD + "## 1. Roof\n\n**Actions:**\n\n", "- Mia Weber{n} to ask for offers by 12 January 2022\n"),
    "dates": ("md", HEAD + "## 1. Roof\n\n", "Work begins on Monday, 9 January 2024, on 31 June 2024 and on 32.13.2024. "),
    "next": ("md", HEAD + "## 1. Dates\n\n", "The next meeting takes place on 11 January 2023.\n\n"),
    "links": ("md", HEAD + "## 1. Roof\n\n", "[offer](nothing{n}.pdf) "),
    "suppressions": ("md", HEAD + "## 1. Roof\n\n", "<!-- protokoll-disable-next-line PK014 -->\nWork begins on Monday, 9 January 2024.\n\n"),
    "hidden": ("md", HEAD + "## 1. Roof\n\n", "off\u200bers caf\u00c3\u00a9 "),
    "open-elements": ("txt", HEAD, ROW.replace("<p>Ms", "<p><i><u>Ms")),
    "misnested": ("html", "<h1>Minutes</h1>", "<b><i>x</b></i>"),
    "bullets": ("html", "<h1>Minutes</h1><ul>", "<li>\u2022 slate</li>"),
    "empty-elements": ("html", "<h1>Minutes</h1>", "<p><b></b>x</p>"),
    "wide-rows": ("html", "<h1>Minutes</h1><table><tr><td>x</td></tr>", "<tr><td>x</td><td>y</td></tr>"),
    "pipes": ("md", HEAD + "| a |\n|---|\n", "| x | y |\n"),
}


def seconds(tool, path):
    begin = linear.cpu_of_children()
    for command in (["--select", "all", "--format", "json"], ["--diff"]):
        result = subprocess.run([tool, "check", "--no-config", *command, path], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=240, check=False)
        if result.returncode not in (0, 1):
            return 0, f"status {result.returncode}: {result.stderr.decode(errors='replace')[-600:]}"
    return linear.cpu_of_children() - begin, ""


if __name__ == "__main__":
    sys.exit(linear.main(__doc__, PATTERNS, seconds, 1 << 19))
