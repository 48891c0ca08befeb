"""Documents made to break the tool, each for every dialect in which it makes sense, in any size."""
import bait

MEGABYTE = 1 << 20
ELEMENTS = ("a abbr address article aside b blockquote button caption center code dd div dl dt em fieldset figure font form h1 h3 i label li main nav nobr ol option "
            "optgroup p pre ruby s section small span strike strong sub summary table tbody td tfoot th thead tr tt u ul").split()
SWALLOWING = "select svg math template textarea title xmp".split()
SENTENCE = "Frau Beyer berichtet am 3. Mai 2018 um 18 Uhr. "


def numbered(pattern, count):
    return "".join(pattern.replace("{n}", str(n)) for n in range(count))


def unclosed(elements, size):
    text, n = [], 0
    while size > 0:
        text.append(f"<{elements[n * n % len(elements)]}>x ")
        size -= len(text[-1])
        n += 1
    return "".join(text)


# What any dialect may hold: name: (markup for a scale, the diagnostic that says which bound is met in HTML at full size; "" where none is)
MARKUP = {
    "60 KB of nested <b>": (lambda s: "<b>" * 20_000 + "x", "markup-too-deep"),
    "200,000 nested <div>": (lambda s: "<div>" * int(200_000 * s) + "x", "markup-too-deep"),
    "200,000 nested <font>, all different": (lambda s: numbered("<font color={n}>x", int(200_000 * s)), "markup-too-deep"),
    "10^6 attributes in one tag": (lambda s: "<p " + numbered("a{n}=b ", int(1_000_000 * s)) + ">x", "markup-too-large"),
    "a table of 10^6 rows": (lambda s: "<table>" + numbered("<tr><td>{n}<td>Thema", int(1_000_000 * s)), ""),
    "rowspan and colspan of 10^9": (lambda s: "<table>" + "<tr><td rowspan=1000000000>a<td colspan=1000000000>b" * int(60_000 * s), ""),
    "everything unclosed": (lambda s: unclosed(ELEMENTS, int(2 * MEGABYTE * s)), "markup-too-deep"),
    "everything unclosed, what swallows the rest too": (lambda s: "<p>x" * 100 + unclosed(ELEMENTS[:20] + SWALLOWING, int(2 * MEGABYTE * s)), ""),
    "mis-nested tables": (lambda s: "<table><b>x<tr><i>y<td></b>z<table></i>w</tr></td>" * int(40_000 * s), "markup-too-deep"),
    "mis-nested formatting": (lambda s: "<p><b><i>x</b></p>y</i>" * int(90_000 * s), "markup-too-large"),
    "a comment that never ends": (lambda s: "<p>x<!-- " + "a -- > " * int(300_000 * s), ""),
    "comments in comments": (lambda s: "<p>x" + "<!--" * int(500_000 * s), ""),
    "CDATA that never ends": (lambda s: "<p>x<svg><![CDATA[" + "a ]] > " * int(300_000 * s), ""),
    "a tag that never ends": (lambda s: "<p>x<p " + "a='" * int(700_000 * s), "markup-too-large"),
    "entities without end": (lambda s: "<p>" + "&auml" * int(400_000 * s), ""),
    "one entity that never ends": (lambda s: "<p>&" + "a" * int(2_000_000 * s), ""),
    "one number of an entity": (lambda s: "<p>&#" + "9" * int(2_000_000 * s), ""),
    "10^6 links": (lambda s: numbered("<a href=x{n}>y</a> ", int(1_000_000 * s)), ""),
    "paragraphs of one letter": (lambda s: "<p>x" * int(500_000 * s), "markup-too-large"),
    "text outside of cells": (lambda s: "<table>" + "<tr>a<td>b</td>c</tr>d" * int(90_000 * s), "markup-too-large"),
}

# What belongs to one dialect: name: (extension, document for a scale, diagnostics)
DIALECT = {
    "50 MB in one line, HTML": ("html", lambda s: "<p>" + SENTENCE * int(50 * MEGABYTE * s / len(SENTENCE)), ""),
    "50 MB in one line, tabbed": ("txt", lambda s: "1.\t<p>" + SENTENCE * int(50 * MEGABYTE * s / len(SENTENCE)), ""),
    "50 MB in one line, Markdown": ("md", lambda s: "# Protokoll\n\n" + SENTENCE * int(50 * MEGABYTE * s / len(SENTENCE)), ""),
    "50 MB in one word": ("txt", lambda s: "a" * int(50 * MEGABYTE * s), ""),
    "10^6 rows, tabbed": ("txt", lambda s: numbered("{n}.\t<p><b>Thema</b></p>\n", int(1_000_000 * s)), "too-many-items"),
    "more items than are read, Markdown": ("md", lambda s: "# Protokoll\n\n" + numbered("## TOP {n}: Kasse und Haushalt {n}\n\nText.\n\n", 110_000), "too-many-items"),
    "rows without number, tabbed": ("txt", lambda s: "1.\t<p>x</p>\n" + "\t<p>y</p>\n" * int(200_000 * s), ""),
    "a pipe table of 10^6 rows, Markdown": ("md", lambda s: "| TOP | Thema |\n|---|---|\n" + numbered("| {n} | Thema |\n", int(1_000_000 * s)), ""),
    "a pipe table of 10^4 columns, Markdown": ("md", lambda s: "| a " * 10_000 + "|\n" + "|---" * 10_000 + "|\n" + "| x |\n" * int(200_000 * s), "markdown-bounds"),
    "brackets, Markdown": ("md", lambda s: "[" * int(2_000_000 * s), ""),
    "link definitions, Markdown": ("md", lambda s: numbered("[a{n}]: /x\n", int(150_000 * s)) + numbered("[a{n}] ", int(150_000 * s)), ""),
    "paragraphs of one letter, in Markdown": ("md", lambda s: "x\n\n" * int(600_000 * s), ""),
    "emphasis, Markdown": ("md", lambda s: "*a **b _c __d " * int(150_000 * s), ""),
    "quotes in quotes, Markdown": ("md", lambda s: ">" * int(100_000 * s) + "x", "markdown-bounds"),
    "lists in lists, Markdown": ("md", lambda s: "".join("  " * depth + "- x\n" for depth in range(int(1400 * max(s, .2) ** .5))), "markdown-bounds"),
    "code that never ends, Markdown": ("md", lambda s: "```\n" + "x `` ` y\n" * int(200_000 * s), ""),
    "backticks, Markdown": ("md", lambda s: "".join("`" * n + " x " for n in range(1, int(2000 * s ** .5)) ), ""),
    "front matter that never ends, Markdown": ("md", lambda s: "---\n" + "a: b\n" * int(400_000 * s), ""),
    "bytes that are no UTF-8": ("txt", lambda s: b"\xc3\xa4 " + b"\xc3 \xff\xfe x" * int(300_000 * s), ""),
    "NUL bytes": ("txt", lambda s: "Protokoll\n" + ("x" * 200 + "\0") * int(10_000 * s), ""),
    "a letter with 10^6 marks": ("txt", lambda s: "a" + "\u0301\u0327" * int(500_000 * s), ""),
    "200,000 people": ("txt", lambda s: "Anwesend: " + numbered("Ulla Beyer{n}, ", int(200_000 * s)), ""),
    "75,000 votes": ("txt", lambda s: "1.\t<p>Abstimmung: " + "3 Ja, 2 Nein, 1 Enthaltung, " * int(75_000 * s), ""),
    "200,000 dates": ("txt", lambda s: numbered("3.5.2018, 4./5. Mai, ", int(100_000 * s)), ""),
    "10^5 faults": ("txt", lambda s: numbered("{n}.\t<p>30.2.2018, 31.4.2018</p>\n", int(100_000 * s)), ""),
}

# What is hardly anything but paragraphs and cells of one letter or word: each may open an item and is weighed, and is a block of text with its place, its tile and its value.
DENSE = ("paragraphs of one letter", "text outside of cells", "a pipe table of 10^6 rows")

# Bounds that the whole document meets, and the inputs that meet theirs at every scale.
OF_THE_WHOLE = ("markup-too-large", "too-many-items")
OF_ONE_SIZE = ("10^6 attributes in one tag, HTML", "10^6 attributes in one tag, tabbed", "10^6 attributes in one tag, Markdown", "more items than are read, Markdown")

WRAPPED = {
    "HTML": ("html", lambda markup: "<!DOCTYPE html><html><body>" + markup),
    "tabbed": ("txt", lambda markup: "## Protokoll der 3. Sitzung\n\n1.\t<p><b>Thema</b></p>\n2.\t" + markup.replace("\n", " ")),
    "Markdown": ("md", lambda markup: "# Protokoll der 3. Sitzung\n\n1. Thema\n\n" + markup),
}


def bait_in(dialect, tag, size):
    paragraphs = bait.bait(tag, size)
    if dialect == "HTML":
        return f"<!DOCTYPE html><html lang={tag}><body>" + "".join(f"<p>{text}</p>\n" for text in paragraphs)
    if dialect == "tabbed":
        return "## Protokoll\n\n" + "".join(f"{number}.\t<p>{text}</p>\n" for number, text in enumerate((t.replace("\n", " ") for t in paragraphs), 1))
    return f"---\nlang: {tag}\n---\n\n" + "\n\n".join(paragraphs)


def inputs():
    """name: (extension, document for a scale, diagnostics one of which must be there)"""
    every = {}
    for name, (make, bound) in MARKUP.items():
        for dialect, (extension, wrap) in WRAPPED.items():
            # Inline elements between lines of Markdown are no tree: nothing nests there.
            flat = dialect == "Markdown" and name in ("60 KB of nested <b>", "200,000 nested <font>, all different", "everything unclosed")
            every[f"{name}, {dialect}"] = (extension, lambda s, make=make, wrap=wrap: wrap(make(s)), "" if flat else bound)
    every.update(DIALECT)
    for tag in bait.languages():
        for dialect, (extension, _) in WRAPPED.items():
            every[f"bait for every phrase of {tag}, {dialect}"] = (extension, lambda s, d=dialect, t=tag: bait_in(d, t, int(4 * MEGABYTE * s)), "")
    return every
