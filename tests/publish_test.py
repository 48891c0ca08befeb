#!/usr/bin/python3
"""The public edition: planted names in every place and spelling, its proof, what is kept, what else is in the file.

    publish_test.py PROTOKOLL [unittest arguments]

What is left of a name is looked for here by other means than the tool's: HTML's references, percent escapes and accents decoded by Python, with tags
and without, over line ends and hyphens.
"""
import html
import json
import pathlib
import re
import unicodedata
import urllib.parse

import archive

SAMPLES = sorted(path for path in (pathlib.Path(__file__).resolve().parent.parent / "samples").iterdir() if path.suffix in (".txt", ".md", ".html"))
PAGE = """<!DOCTYPE html>
<html lang="de"><head><meta charset="utf-8"><title>Protokoll</title>{head}</head><body>
<h1>Protokoll der Sitzung des Vorstands vom 9. November 2017</h1>
<p>Leitung: Hedwig Brandstötter<br>Protokoll: Ludger Ziegenhals</p>
<p>Anwesend: Annegret Weidenbüsch, Hedwig Brandstötter, Ludger Ziegenhals, Jo Ott</p>
<h2>TOP 1 Haushalt</h2>
<p>Der Haushalt wird beraten. Die Kirche ist bei der Bank verschuldet.</p>
{body}
<h2>TOP 2 Verschiedenes</h2>
<p>Der Vorstand beschließt, das Dach zu decken.</p>
</body></html>
"""
MARKDOWN = """{front}# Protokoll der Sitzung des Vorstands vom 9. November 2017

Anwesend: Annegret Weidenbüsch, Hedwig Brandstötter, Ludger Ziegenhals

## TOP 1 Haushalt

Der Haushalt wird beraten.

{body}

## TOP 2 Verschiedenes

Der Vorstand beschließt, das Dach zu decken.
"""
SECRETS = ("annegret", "weidenbusch", "weidenbuesch", "4711815")

# Where the name of Annegret Weidenbüsch is planted, and how it is spelled there.
IN_BODY = {
    "paragraph": "<p>Annegret Weidenbüsch fragt nach.</p>",
    "last name alone": "<p>Weidenbüsch fragt nach.</p>",
    "given name alone": "<p>Annegret fragt nach.</p>",
    "with form of address and title": "<p>Frau Dr. Weidenbüsch fragt nach.</p>",
    "with initial": "<p>A. Weidenbüsch fragt nach.</p>",
    "last name first": "<p>Weidenbüsch, Annegret fragt nach.</p>",
    "genitive": "<p>Weidenbüschs Antrag liegt vor.</p>",
    "genitive with an apostrophe": "<p>Annegret’s und Weidenbüsch's Antrag liegt vor.</p>",
    "adjective": "<p>Der weidenbüschsche Antrag liegt vor.</p>",
    "capitals": "<p>ANNEGRET WEIDENBÜSCH fragt nach.</p>",
    "small letters": "<p>annegret weidenbüsch fragt nach.</p>",
    "named references": "<p>Weidenb&uuml;sch fragt nach.</p>",
    "decimal references": "<p>&#87;eidenb&#252;sch fragt nach.</p>",
    "hexadecimal references": "<p>&#x57;eid&#x65;nb&#xFC;sch fragt nach.</p>",
    "reference without semicolon": "<p>Weidenb&uumlsch fragt nach.</p>",
    "decomposed accents": "<p>Weidenbu\u0308sch fragt nach.</p>",
    "decomposed by a reference": "<p>Weidenbu&#776;sch fragt nach.</p>",
    "without dots": "<p>Weidenbusch fragt nach.</p>",
    "umlaut as two letters": "<p>Weidenbuesch fragt nach.</p>",
    "wide letters": "<p>Ｗｅｉｄｅｎｂüｓｃｈ fragt nach.</p>",
    "soft hyphens": "<p>Wei\u00adden\u00adbüsch fragt nach.</p>",
    "soft hyphens as references": "<p>Wei&shy;den&shy;büsch fragt nach.</p>",
    "zero-width characters": "<p>Weiden\u200bbü\u200csch fragt nach.</p>",
    "first and last on two lines": "<p>Annegret\nWeidenbüsch fragt nach.</p>",
    "hyphenated at a line end": "<p>Frau Weiden-\nbüsch fragt nach.</p>",
    "broken by an element": "<p>Weiden<br>büsch fragt nach.</p>",
    "spaced out": "<p>W e i d e n b ü s c h fragt nach.</p>",
    "half in bold": "<p>Wei<b>den</b>büsch fragt nach.</p>",
    "a comment within": "<p>Weiden<!-- x -->büsch fragt nach.</p>",
    "hyphenated compound": "<p>Der Weidenbüsch-Antrag liegt vor.</p>",
    "street": "<p>In der Weidenbüschstraße wird gebaut.</p>",
    "double name": "<p>Frau Weidenbüsch-Zahnleiter fragt nach.</p>",
    "heading": "<h3>Antrag Weidenbüsch</h3><p>Er liegt vor.</p>",
    "table": "<table><tr><th>Name</th><th>Amt</th></tr><tr><td>Weidenbüsch</td><td>Kasse</td></tr></table>",
    "two cells": "<table><tr><td>Weidenbüsch</td><td>Annegret</td></tr></table>",
    "list": "<ul><li>Weidenbüsch: Angebote einholen bis 3. Dezember 2017</li></ul>",
    "struck out": "<p><s>Weidenbüsch fragt nach.</s> Entfällt.</p>",
    "raised": "<p>Entfällt.<sup>Weidenbüsch</sup></p>",
    "motion in brackets": "<p>Antrag (Weidenbüsch): Das Dach wird gedeckt.</p>",
    "vote": "<p>Abstimmung: 3 Ja, 1 Nein (Weidenbüsch)</p>",
    "initials": "<p>Das Dach deckt (AW) bis Freitag.</p>",
    "initials with full stops": "<p>Das Dach deckt A. W. bis Freitag.</p>",
    "initials behind the name": "<p>Annegret Weidenbüsch (AW) fragt. AW bittet um Antwort.</p>",
    "e-mail": "<p>Post an annegret.weidenbuesch@verein.example.</p>",
    "e-mail with an initial": "<p>Post an aweidenbuesch@verein.example.</p>",
    "e-mail spelled out": "<p>Post an weidenbuesch (at) verein (dot) example.</p>",
    "e-mail in references": "<p>Post an weidenbuesch&#64;verein.example.</p>",
    "mailto": '<p><a href="mailto:a.weidenbuesch@verein.example?subject=Dach">Post</a></p>',
    "mailto with escapes": '<p><a href="mailto:annegret%2Eweidenb%C3%BCsch%40verein.example">Post</a></p>',
    "handle": "<p>@aweidenbuesch fragt nach.</p>",
    "handle without a mark": "<p>annegretw und weidenbuesch77 fragen nach.</p>",
    "link to a person's page": '<p><a href="https://verein.example/~weidenbuesch/">Seite</a></p>',
    "link with percent escapes": '<p><a href="/leute/Annegret%20Weidenb%C3%BCsch.html">Seite</a></p>',
    "name of a file": '<p><a href="anlagen/Angebot_Weidenbuesch_2017.pdf">Anlage 1</a></p>',
    "camel case": '<p><a href="AnnegretWeidenbuesch.pdf">Anlage 1</a></p>',
    "title attribute": '<p title="von Frau Weidenbüsch">Der Antrag liegt vor.</p>',
    "alternative text": '<p><img src="x.png" alt="Frau Weidenb&uuml;sch am Dach"></p>',
    "data attribute": '<p data-editor="weidenbuesch">Der Antrag liegt vor.</p>',
    "name of a data attribute": '<p data-weidenbuesch="1">Der Antrag liegt vor.</p>',
    "id and anchor": '<p id="weidenbuesch"><a href="#weidenbuesch">Antrag</a></p>',
    "class": '<p class="von-weidenbuesch">Der Antrag liegt vor.</p>',
    "style": "<p style=\"mso-comment-author:'Annegret Weidenb&uuml;sch'\">Der Antrag liegt vor.</p>",
    "comment": "<!-- Frau Weidenbüsch war dagegen --><p>Der Antrag liegt vor.</p>",
    "Word's conditional comment": "<!--[if gte mso 9]><xml><o:Author>Annegret Weidenbüsch</o:Author></xml><![endif]--><p>Der Antrag liegt vor.</p>",
    "hidden attribute": "<p hidden>Frau Weidenbüsch war dagegen.</p>",
    "display: none": '<p style="display: none">Frau Weidenbüsch war dagegen.</p>',
    "Word's hidden text": "<p><span style='mso-hide:all'>Frau Weidenbüsch war dagegen.</span></p>",
    "Word's tracked deletion": '<p>Der Antrag <del cite="mailto:Annegret%20Weidenb%C3%BCsch" datetime="2017-11-10">von Frau Weidenbüsch</del> liegt vor.</p>',
    "Word's tracked insertion": '<p>Der Antrag <ins cite="mailto:Annegret%20Weidenb%C3%BCsch" datetime="2017-11-10">liegt</ins> vor.</p>',
    "pandoc's tracked change": '<p>Der Antrag <span class="insertion" author="Annegret Weidenbüsch" date="2017-11-10">liegt</span> vor.</p>',
    "script": '<script>var author = "Annegret Weidenb\\u00fcsch Weidenbuesch";</script>',
    "linked data": '<script type="application/ld+json">{"author": "Annegret Weidenbüsch"}</script>',
    "template": "<template><p>Frau Weidenbüsch</p></template>",
    "form": '<p><input name="wer" value="Annegret Weidenbüsch" placeholder="Weidenbüsch"></p>',
    "telephone": "<p>Rückfragen: 0151 4711815.</p>",
    "telephone with country": "<p>Rückfragen: +49 (0)151 / 47 11 815</p>",
    "telephone with a word": "<p>Tel. 4711815</p>",
    "telephone link": '<p><a href="tel:+491514711815">Anruf</a></p>',
    "image of a badge": '<p><img src="fotos/weidenb%c3%bcsch.jpg"></p>',
    "vector graphic": "<svg><title>Weidenbüsch</title><text>Weidenbüsch</text></svg>",
}
IN_HEAD = {
    "title": "<title>Protokoll (Weidenbüsch)</title>",
    "author": '<meta name="author" content="Annegret Weidenbüsch">',
    "description": '<meta name="description" content="Sitzung mit Annegret Weidenbüsch">',
    "creator": '<meta name="DC.creator" content="A. Weidenbuesch">',
    "style sheet": "<style>/* Weidenbüsch */ .weidenbuesch { color: red }</style>",
    "link to the author": '<link rev="made" href="mailto:weidenbuesch@verein.example">',
}
IN_MARKDOWN = {
    "emphasis": "**Annegret** *Weidenbüsch* fragt nach.",
    "half in bold": "Wei**den**büsch fragt nach.",
    "link": "[Frau Weidenbüsch](https://verein.example/weidenbuesch \"Weidenbüsch\") fragt nach.",
    "autolink": "Post an <a.weidenbuesch@verein.example>.",
    "reference": "Siehe [Antrag][w].\n\n[w]: https://verein.example/weidenbuesch 'Antrag Weidenbüsch'",
    "image": "![Frau Weidenbüsch](weidenbuesch.jpg)",
    "table": "| Name | Amt |\n|---|---|\n| Weidenbüsch | Kasse |",
    "code": "`git log --author=weidenbuesch`",
    "fenced code": "```\nWeidenbüsch <w@verein.example>\n```",
    "HTML between": "<div title=\"Weidenbüsch\"><!-- Weidenbüsch --></div>",
    "footnote": "Der Antrag[^1] liegt vor.\n\n[^1]: von Frau Weidenbüsch",
    "task": "- [ ] @weidenbuesch: Angebot einholen",
    "struck out": "~~Weidenbüsch fragt nach.~~",
}


def plain(text):
    """Letters as anybody could read them: every way to write one undone, one after the other."""
    for _ in range(2):
        text = urllib.parse.unquote(html.unescape(text))
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), text)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return text.casefold()


def readings(text):
    """A document as it lies there, and as it is read: without comments and tags, over line ends, without what Markdown marks."""
    shown = re.sub(r"<[^>]*>", "", re.sub(r"<!--.*?-->", "", text, flags=re.S))
    for form in (text, shown):
        once = plain(form)
        yield once
        yield re.sub(r"-?\s*\n\s*", "", once)
        yield re.sub(r"[*~`_]", "", once)
        yield re.sub(r"(?<=\b\w) (?=\w\b)", "", once)
        yield re.sub(r"(?<=\d)[ /()-]+(?=\d)", "", once)


def found(secret, text):
    return any(secret in reading for reading in readings(text))


class Publish(archive.Batch):
    def publish(self, name, *options, status=0):
        result = self.run_tool("publish", name, "-o", "out", *options, status=status)
        return (self.folder / "out").read_text("utf-8"), result.stderr.decode()

    def proves(self, name, *options):
        self.run_tool("publish", "--verify", name, "out", *options)


class Planted(Publish):
    """Nothing of a planted name is left, and what is planted in is found at all by what looks for it here."""

    def check(self, places, page, name):
        for place, snippet in places.items():
            with self.subTest(place):
                document = page(snippet)
                spelled = place in ("initials", "initials with full stops")
                if not spelled:
                    self.assertTrue(any(found(secret, snippet) for secret in SECRETS), "the test is blind for its own name")
                self.file(name, document)
                published, said = self.publish(name)
                self.assertEqual([secret for secret in SECRETS if found(secret, published)], [])
                if spelled:
                    self.assertNotRegex(published, r"\bA\. ?W\.|\bAW\b")
                self.proves(name)
                self.assertIn("Der Vorstand beschließt, das Dach zu decken.", published)
                self.assertNotIn("Annegret", published)
                self.assertIn("taken out", said)

    def test_body(self):
        self.assertGreaterEqual(len(IN_BODY) + len(IN_HEAD) + len(IN_MARKDOWN), 50)
        self.check(IN_BODY, lambda snippet: PAGE.format(head="", body=snippet), "m.html")

    def test_head(self):
        self.check(IN_HEAD, lambda snippet: PAGE.format(head=snippet, body=""), "m.html")

    def test_markdown(self):
        self.check(IN_MARKDOWN, lambda snippet: MARKDOWN.format(front="", body=snippet), "m.md")
        self.check({"front matter": "---\nauthor: Annegret Weidenbüsch\n---\n\n"}, lambda snippet: MARKDOWN.format(front=snippet, body=""), "m.md")

    def test_all_at_once(self):
        self.file("m.html", PAGE.format(head="".join(IN_HEAD.values()), body="\n".join(IN_BODY.values())))
        published, _ = self.publish("m.html")
        self.assertEqual([secret for secret in SECRETS if found(secret, published)], [])
        self.proves("m.html")

    def test_names_of_authors_whom_nothing_else_names(self):
        self.file("m.html", PAGE.format(head='<meta name="author" content="Kunibert Zwack">', body="<p>Zwack fragt nach.</p><!-- Ferdi Unbekannt -->"))
        published, _ = self.publish("m.html")
        for name in ("Zwack", "Kunibert", "Ferdi", "Unbekannt"):
            self.assertNotIn(name, published)

    def test_encodings(self):
        text = PAGE.format(head="", body="<p>Weidenbüsch fragt nach – bald.</p>")
        for encoding in ("utf-16", "utf-8-sig", "windows-1252"):
            with self.subTest(encoding):
                self.file("m.html", text.replace('"utf-8"', f'"{encoding}"').encode(encoding))
                self.run_tool("publish", "m.html", "-o", "out")
                published = (self.folder / "out").read_bytes().decode(encoding)
                self.assertFalse(found("weidenbusch", published))
                self.assertIn("Mitglied B fragt nach – bald.", re.sub("Mitglied [A-D] fragt", "Mitglied B fragt", published))
                self.proves("m.html")


class Contacts(Publish):
    GONE = ("0151 4711815", "0151/4711815", "0151-47 11 815", "+49 151 4711815", "+49 (0)151 4711815", "(0151) 4711815", "Tel. 4711", "Mobil: 47 11 81", "03.25.00.14.37", "03 25 00 14 37", "(555) 123-4567",
            "555-123-4567", "a@b.example", "a.b+c@d-e.example", "a [at] b.example", "a (at) b [dot] example", "@ab_c")
    STAYS = ("01.02.2024", "1.2.2024", "2024-02-01", "08:00-10:00", "08.00 - 10.00 Uhr", "0900-1030", "07./08.05.2024", "1.234.567,89 Euro", "0,5 Prozent", "100 000.00", "Fl.-Nr. 214/3", "19/01140/LBC", "2023/2024",
             "DIN 14675", "@ 10 Uhr", "3 @ 5")

    def test_numbers_and_addresses(self):
        for text in self.GONE + self.STAYS:
            with self.subTest(text):
                self.file("m.md", MARKDOWN.format(front="", body=f"Zu merken ist {text} und mehr."))
                published, _ = self.publish("m.md")
                self.assertIn("Zu merken ist " + (text if text in self.STAYS else ("Tel. (…)" if "Tel" in text else "Mobil: (…)" if "Mobil" in text else "(…)")) + " und mehr.", published)
                self.proves("m.md")


class Marks(Publish):
    def test_stable_in_text_and_attendance(self):
        self.file("m.html", PAGE.format(head="", body="<p>Frau Weidenbüsch fragt. Herr Ziegenhals antwortet Annegret Weidenbüsch.</p>"))
        published, said = self.publish("m.html")
        self.assertIn("Anwesend: Mitglied C, Mitglied A, Mitglied B, Mitglied D", published)
        self.assertIn("Mitglied C fragt. Mitglied B antwortet Mitglied C.", published)
        self.assertIn("Mitglied C = Annegret Weidenbüsch (3 places)", said)

    def test_more_than_letters(self):
        people = ", ".join(f"Mia Zork{chr(97 + i // 26)}{chr(97 + i % 26)}mann" for i in range(30))
        self.file("m.md", f"# Minutes of the board, 9 November 2023\n\nPresent: {people}\n\n## 1. Roof\n\nThe roof is repaired.\n")
        published, _ = self.publish("m.md")
        self.assertIn("Member Z, Member AA, Member AB, Member AC, Member AD", published)

    def test_who_may_be_meant(self):
        self.file("m.md", "# Protokoll vom 9. November 2017\n\nAnwesend: Mia Zorkmann, Udo Zorkmann\n\n## TOP 1 Dach\n\nFrau Zorkmann fragt. Udo Zorkmann antwortet.\n")
        published, said = self.publish("m.md")
        self.assertIn("(…) fragt. Mitglied B antwortet.", published)
        self.assertIn("several people bear it", said)

    def test_namesakes_by_initials(self):
        self.file("m.md", "# Minutes of the board, 9 November 2023\n\nPresent: Cllr M. Zorkman, Cllr R. Zorkman\n\n## 1. Roof\n\nCllr R. Zorkman asked Cllr M. Zorkman.\n")
        published, _ = self.publish("m.md")
        self.assertIn("Member B asked Member A.", published)

    def test_standard_error_only(self):
        self.file("m.html", PAGE.format(head="", body=""))
        result = self.run_tool("publish", "m.html")
        self.assertNotIn(b"Weidenb", result.stdout)
        self.assertIn("Annegret Weidenbüsch".encode(), result.stderr)
        quiet = self.run_tool("-q", "publish", "m.html")
        self.assertEqual((quiet.stdout, quiet.stderr), (result.stdout, b""))


class Kept(Publish):
    TEXT = ("# Protokoll vom 9. November 2017\n\nLeitung: Hedwig Brandstötter\nProtokoll: Ludger Ziegenhals\nAnwesend: Hedwig Brandstötter, Ludger Ziegenhals, Jutta Nadler (Kassenwartin), Ute Zorkmann\n\n"
            "## TOP 1 Bericht (Ute Zorkmann)\n\nFrau Brandstötter fragt. Frau Zorkmann berichtet. Die Kasse führt Frau Nadler. Nadlers Nadelwald wächst.\n")

    def check(self, *options, kept=(), gone=()):
        self.file("m.md", self.TEXT)
        published, _ = self.publish("m.md", *options)
        self.proves("m.md", *options)
        for name in kept:
            self.assertIn(name, published, options)
        for name in gone:
            self.assertNotIn(name, published, options)

    def test_groups(self):
        self.check(gone=("Brandst", "Ziegenh", "Nadler", "Zorkm"))
        self.check("--keep", "chair", kept=("Hedwig Brandstötter", "Frau Brandstötter fragt"), gone=("Ziegenh", "Nadler", "Zorkm"))
        self.check("--keep", "chair,secretary", kept=("Brandstötter", "Ludger Ziegenhals"), gone=("Nadler", "Zorkm"))
        self.check("--keep", "officers", kept=("Brandstötter", "Ziegenhals", "Jutta Nadler"), gone=("Zorkm",))
        self.check("--keep", "presenters", kept=("(Ute Zorkmann)", "Frau Zorkmann berichtet"), gone=("Brandst", "Nadler"))

    def test_names_and_words(self):
        self.check("--keep-name", "Nadler", kept=("Frau Nadler", "Nadlers"), gone=("Zorkm", "Brandst"))
        self.file("names", "Ute Zorkmann\r\n\nJutta Nadler\n")
        self.check("--keep-name", "names", kept=("Ute Zorkmann", "Nadler"), gone=("Brandst",))
        self.check("--keep-word", "Brandstötter", kept=("Brandstötter",), gone=("Hedwig", "Zorkm"))

    def test_a_kept_name_saves_no_namesake(self):
        self.file("m.md", "# Protokoll vom 9. November 2017\n\nLeitung: Mia Zorkmann\nAnwesend: Mia Zorkmann, Udo Zorkmann\n\n## TOP 1 Dach\n\nUdo Zorkmann fragt. Mia Zorkmann antwortet. Zorkmann dankt.\n")
        published, _ = self.publish("m.md", "--keep", "chair")
        self.assertIn("Mitglied A fragt. Mia Zorkmann antwortet. (…) dankt.", published)
        self.proves("m.md", "--keep", "chair")

    def test_parts(self):
        self.file("m.md", "# Protokoll vom 9. November 2017\n\nAnwesend: Anna Lang, Udo Zorkmann\n\n## TOP 1 Dach\n\nDie Annahme ist langfristig. In der Langstraße fragt annalang.\n")
        strict, said = self.publish("m.md")
        self.assertIn("Die (…) ist (…). In der (…) fragt (…).", strict)
        self.assertEqual(said.count("a part of a word"), 4)
        self.assertIn("--parts names", said)
        self.proves("m.md")
        names, said = self.publish("m.md", "--parts", "names")
        self.assertIn("left as ordinary words though they hold a name: Annahme (1), langfristig (1)", said)
        self.assertIn("Die Annahme ist langfristig. In der (…) fragt (…).", names)
        self.proves("m.md", "--parts", "names")


class Closed(Publish):
    HTML = ("<html lang='de'><meta charset='utf-8'><h1>Niederschrift der Sitzung des Gemeinderates vom 9. November 2017</h1><p>Tagesordnung:</p><ol><li>Dach der Schule</li><li>Verkauf des Grundstücks am Anger</li></ol>"
            "<h2>Öffentlicher Teil</h2><h3>TOP 1: Dach der Schule</h3><p>Das Dach wird gedeckt.</p>"
            "<h2>Nichtöffentlicher Teil</h2><h3>TOP 2: Verkauf des Grundstücks am Anger</h3><p>Der Preis beträgt <b>98.000 Euro</b>.</p><table><tr><td>Bieter</td><td>Gebot</td></tr></table><img src='data:image/png;base64,AAAA' alt='Plan'></html>")
    MARKDOWN = ("# Niederschrift der Sitzung des Gemeinderates vom 9. November 2017\n\n## Öffentlicher Teil\n\n### TOP 1: Dach der Schule\n\nDas Dach wird gedeckt.\n\n"
                "## Nichtöffentlicher Teil\n\n### TOP 2: Verkauf des Grundstücks am Anger\n\nDer Preis beträgt 98.000 Euro.\n\n### TOP 3: Pacht der Mühle\n\nDer Pächter wird gehört.\n")

    def test_number_and_title(self):
        for name, text in (("m.html", self.HTML), ("m.md", self.MARKDOWN)):
            with self.subTest(name):
                self.file(name, text)
                published, said = self.publish(name)
                for gone in ("98.000", "Preis", "Anger", "Bieter", "base64", "Pächter", "Mühle"):
                    self.assertNotIn(gone, published)
                self.assertIn("Das Dach wird gedeckt.", published)
                self.assertRegex(published, r"TOP 2:? ?.{0,10}\(nicht öffentlich\)")
                self.assertIn("closed item", said)
                self.proves(name)
                titled, _ = self.publish(name, "--closed", "title")
                self.assertIn("TOP 2: Verkauf des Grundstücks am Anger", titled)
                self.assertNotIn("98.000", titled)
                self.proves(name, "--closed", "title")

    def test_markup_stays_whole(self):
        self.file("m.html", self.HTML)
        published, _ = self.publish("m.html")
        for tag in ("p", "b", "table", "tr", "td", "h3", "li", "ol"):
            self.assertEqual(published.count(f"<{tag}>"), published.count(f"</{tag}>"), tag)


class Proof(Publish):
    """The proof goes red for whatever is wrong."""

    def setUp(self):
        super().setUp()
        self.file("m.html", PAGE.format(head="", body="<p>Frau Weidenbüsch fragt nach. Post an w@verein.example oder 0151 4711815.</p>"))
        self.published, _ = self.publish("m.html")

    def red(self, text, *words, status=1):
        self.file("out", text)
        said = self.run_tool("publish", "--verify", "m.html", "out", status=status).stderr.decode()
        for word in words:
            self.assertIn(word, said)
        return said

    def test_proven(self):
        self.assertIn(b"out: proven:", self.run_tool("publish", "--verify", "m.html", "out").stdout)

    def test_leaks(self):
        line = self.published[:self.published.index("Der Haushalt wird beraten.")].count("\n") + 1
        for leak in ("Weidenbüsch", "WEIDENBUESCH", "weidenb&uuml;sch", "Weiden-\nbüsch", "Frau Annegret", "Weidenbüschweg", "w@verein.example", "0151/4711815", "(AW)"):
            with self.subTest(leak):
                said = self.red(self.published.replace("Der Haushalt wird beraten.", f"Der Haushalt {leak} wird beraten."), "leak", "NOT proven")
                self.assertRegex(said, rf"out:{line}:(1[678]|22): leak: ")

    def test_a_mark_replaced_by_the_name(self):
        self.red(re.sub(r"Mitglied \w fragt nach", "Annegret fragt nach", self.published), "leak", "changed")

    def test_another_word(self):
        self.red(self.published.replace("Haushalt wird", "Hausrat wird"), "changed: 'rat wird", "0 leaks")
        self.red(self.published.replace("Dach zu decken", "Dach nicht zu decken"), "changed", "0 leaks")
        self.red(self.published[:-10], "changed: the end stands", "0 leaks")
        self.red(self.published + "\n", "changed", "0 leaks")
        self.red(self.published.replace("<h2>", "<h3>", 1), "changed", "0 leaks")
        self.red(self.published.replace("Mitglied A", "Mitglied B", 1), "changed", "0 leaks")

    def test_the_original_itself(self):
        self.red((self.folder / "m.html").read_text("utf-8"), "leak", "changed")

    def test_trouble(self):
        self.run_tool("publish", "--verify", "m.html", status=2)
        self.run_tool("publish", "--verify", "m.html", "missing", status=2)
        self.run_tool("publish", "--verify", "m.html", "out", "--to", "json", status=2)

    def test_other_options_prove_nothing(self):
        self.run_tool("publish", "--verify", "m.html", "out", "--keep", "chair", status=1)


class Output(Publish):
    def test_only_marks_differ(self):
        """What stands there beside marks is the original's, byte for byte and in its order."""
        for sample in SAMPLES:
            original = sample.read_bytes()
            self.file(sample.name, original)
            self.run_tool("publish", sample.name, "-o", "out")
            published = (self.folder / "out").read_bytes()
            rest = iter(original)
            parts = re.split(rb"(?:Mitglied|Member) [A-Z]{1,2}\b|\(\xe2\x80\xa6\)|\(nicht \xc3\xb6ffentlich\)", published)
            self.assertGreater(len(parts), 4)
            self.assertTrue(all(byte in rest for byte in b"".join(parts)), sample.name)

    def test_samples_are_proven(self):
        for sample in SAMPLES:
            with self.subTest(sample.name):
                self.file(sample.name, sample.read_bytes())
                said = self.run_tool("publish", sample.name, "-o", "out").stderr.decode("utf-8", "replace")
                self.run_tool("publish", "--verify", sample.name, "out")
                published = (self.folder / "out").read_bytes()
                text = published.decode("utf-8", "replace") if b"\xfc" not in published else published.decode("windows-1252")
                for name in re.findall(r"^  \w+ [A-Z]+ = (.*) \(\d+ places?\)$", said, re.M):
                    for part in re.findall(r"[^\W\d_]{4,}", name):
                        if part not in ("Schriftführer", "Mitglied"):
                            self.assertFalse(found(plain(part), re.sub("Mitglied|Member", "", text)), (name, part))

    def test_false_removals_on_samples(self):
        """What goes though it is no name: as many as it is said to be in the README, to be lowered and never raised."""
        false = []
        for sample in SAMPLES:
            self.file(sample.name, sample.read_bytes())
            said = self.run_tool("publish", sample.name, "-o", "out").stderr.decode("utf-8", "replace")
            false += re.findall(r"^\S+: (?:name|initials|handle|telephone number): '(.*)' ->.*uncertain", said, re.M)
        self.assertEqual(false, ["Studierende"])  # holds "Eren"

    def test_formats(self):
        self.file("m.html", PAGE.format(head="", body="<p>Frau Weidenbüsch fragt nach.</p>"))
        for form in ("json", "markdown", "csv", "ndjson"):
            self.run_tool("publish", "m.html", "-o", "out", "--to", form)
            self.assertFalse(found("weidenbusch", (self.folder / "out").read_text("utf-8")), form)
        data = json.loads(self.run_tool("publish", "m.html", "--to", "json").stdout)
        self.assertEqual([person["name"] for person in data["meeting"]["attendance"]["present"]], ["C", "A", "B", "D"])  # "Mitglied" is their role
        self.assertNotIn("m.html", json.dumps(data))

    def test_same_twice(self):
        self.file("m.html", PAGE.format(head="", body="\n".join(IN_BODY.values())))
        self.assertEqual(self.publish("m.html"), self.publish("m.html"))

    def test_never_over_the_input(self):
        self.file("m.html", PAGE.format(head="", body=""))
        before = (self.folder / "m.html").read_bytes()
        for output in ("m.html", "./m.html"):
            self.assertIn(b"m.html", self.run_tool("publish", "m.html", "-o", output, status=2).stderr)
        (self.folder / "link.html").symlink_to("m.html")
        self.run_tool("publish", "m.html", "-o", "link.html", status=2)
        self.assertEqual((self.folder / "m.html").read_bytes(), before)

    def test_nothing_half_written(self):
        self.file("m.html", PAGE.format(head="", body=""))
        self.run_tool("publish", "missing.html", "-o", "out", status=2)
        self.run_tool("publish", "m.html", "-o", "none/out", status=2)
        self.run_tool("publish", "m.html", "-o", "out", "--max-bytes", "100", status=2)
        self.assertFalse((self.folder / "out").exists())

    def test_hostile(self):
        for name, text in {"unclosed": "<" * 20000, "comment": "<!--" * 20000 + "x", "references": "&#87;" * 20000, "open": "<b title='" + "x" * 50000, "tags": "<p>" * 20000, "at": "@" * 50000,
                           "digits": "0 1-" * 20000, "capitals": "A. " * 20000, "percent": "%C3" * 20000, "braces": "(at)" * 20000}.items():
            with self.subTest(name):
                self.file("m.html", PAGE.format(head="", body=text))
                self.run_tool("publish", "m.html", "-o", "out")
                self.proves("m.html")


if __name__ == "__main__":
    raise SystemExit(archive.main())
