#!/usr/bin/python3
"""The annotated page of a document (--to html, check --format html) in a real browser.

    document_page_test.py PROTOKOLL [unittest arguments]        see browser.py
"""
import html.parser
import json
import os
import pathlib
import re
import sys

import archive
import browser as browsers

SAMPLES = sorted(path for path in (pathlib.Path(__file__).resolve().parents[1] / "samples").iterdir() if path.suffix in (".txt", ".md", ".html"))
RUN = "window.owned = 1; document.title = 'owned'"
HEAD = "# Protokoll der 3. Sitzung des Radvereins\n\n12. März 2019\n\n"
# Twenty documents that would run a script in a page which took any of their text, attributes or addresses for its own.
HOSTILE = {
    "script.md": HEAD + f"## TOP 1 `<script>{RUN}</script>`\n\nBeschluss: `</script><script>{RUN}</script>` wird angenommen.\n",
    "script.html": f"<h1>Protokoll</h1><script>{RUN}</script><h2>TOP 1 Bericht</h2><p>Beschluss: Das Dach wird gedeckt.</p>",
    "entities.html": f"<h1>Protokoll</h1><h2>TOP 1 &lt;script&gt;{RUN}&lt;/script&gt;</h2><p>Beschluss: &lt;img src=x onerror=\"{RUN}\"&gt; wird angenommen.</p>",
    "twice.html": f"<h2>TOP 1 Bericht</h2><p>&amp;lt;script&amp;gt;{RUN}&amp;lt;/script&amp;gt; &#60;script&#62;{RUN}&#60;/script&#62;</p>",
    "attribute.md": HEAD + f'## TOP 1 " onmouseover="{RUN}" autofocus onfocus="{RUN}" x="\n\nBeschluss: " onclick="{RUN}" wird angenommen.\n',
    "apostrophe.md": HEAD + f"## TOP 1 ' onmouseover='{RUN}' x='\n\nBeschluss: ' onfocus='{RUN}' autofocus tabindex='0 wird angenommen.\n",
    "javascript.md": HEAD + f"## TOP 1 Wege\n\n[eins](javascript:{RUN.replace(' ', '')}) [zwei](JaVaScRiPt:alert(1)) [drei](<java\tscript:alert(1)>) [vier](&#106;avascript:alert(1))\n",
    "javascript.html": "<h2>TOP 1 Wege</h2><p>" + "".join(f'<a href="{scheme}window.owned=1">Weg</a> ' for scheme in (
        "javascript:", " javascript:", "java\nscript:", "java&#9;script:", "&#1;javascript:", "javascript&colon;", "javascript://a/%0a", "vbscript:", "view-source:javascript:")) + "</p>",
    "data.html": f'<h2>TOP 1 Wege</h2><p><a href="data:text/html,<script>{RUN}</script>">a</a> <a href="blob:x">b</a> <a href="file:///etc/passwd">c</a> <a href="//host/x">d</a></p>',
    "title.html": f"<html lang='\"><script>{RUN}</script>'><title></title><script>{RUN}</script></title><body><h1>&lt;/title&gt;&lt;script&gt;{RUN}&lt;/script&gt;</h1><h2>TOP 1 Bericht</h2><p>Text.</p>",
    "svg.html": f"<h2>TOP 1 Bild</h2><svg onload=\"{RUN}\"><script>{RUN}</script><a xlink:href='javascript:{RUN}'><text>Text</text></a><foreignObject><body onload='{RUN}'></foreignObject></svg><p>Ende.</p>",
    "math.html": f"<h2>TOP 1 Formel</h2><math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror={RUN}&gt;\"></mglyph></table></mtext></math><p>Ende.</p>",
    "template.md": HEAD + "## TOP 1 {{data}} {{title}} {{script-hash}} {{\n\nBeschluss: {{document}} wird {{style}} angenommen. }}\n",
    "closing.md": HEAD + f"## TOP 1 `</mark></a></main></div></nav></details></body></html><script>{RUN}</script>`\n\nBeschluss: `</h3></li></ul></aside><script>{RUN}</script>` gilt.\n",
    "comment.md": HEAD + f"## TOP 1 `<!--` und `<!--<script>`\n\nBeschluss: `--><script>{RUN}</script><!--` wird angenommen. `]]><![CDATA[`\n",
    "style.md": HEAD + f"## TOP 1 `</style><script>{RUN}</script><style>*{{display:none}}`\n\nBeschluss: `<link rel=stylesheet href=data:,*{{}}><base href=javascript:>` gilt.\n",
    "json.md": HEAD + '## TOP 1 \\u003c/script>"}],"facts":[["/__proto__/x","item","x","x",0,9]]\n\nBeschluss: Das "\\\\" und `","kind":"<img src=x onerror=window.owned=1>` wird angenommen.\u2028 Ja.\n',
    "people.txt": f"Protokoll\n\nAnwesend: <b onclick={RUN}>Jana Probst</b>, \"><script>{RUN}</script>, Ole Krug\n\nTOP 1 Bericht\n\nAufgabe: <iframe src=javascript:alert(1)> prüft Jana Probst bis 1. Mai 2019.\n",
    "frames.html": f"<h2>TOP 1 Rahmen</h2><iframe srcdoc='<script>parent.owned=1</script>'>x</iframe><object data='javascript:{RUN}'>y</object><embed src='x'><meta http-equiv=refresh content='0;url=javascript:{RUN}'><form action='javascript:{RUN}'><input autofocus onfocus='{RUN}'></form><p>Ende.</p>",
    "clobber.html": "<h2 id=data>TOP 1 Namen</h2><p id=panel>a</p><p id=document name=body>b</p><p id=__proto__>c</p><form id=data><input name=textContent></form><a id=location href='#item-0'>d</a><img name=getSelection>",
}


class Reader(html.parser.HTMLParser):
    """Tags of a page, and the text of its document without the notes beside it."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.text, self.notes = [], "", 0
        self.inside = False
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.append((tag, attributes))
        self.inside = self.inside or attributes.get("id") == "document"
        if tag == "div" and self.inside:
            self.notes += 1

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "main"
        if tag == "div" and self.inside:
            self.notes -= 1

    def handle_data(self, data):
        if self.inside and not self.notes:
            self.text += data


def visible(text):
    return re.sub(r"\s+", "", text)


SHOWN = "const main = document.getElementById('document').cloneNode(true); for (const notes of main.querySelectorAll('.notes')) notes.remove(); return main.textContent"


class DocumentPage(archive.Batch):
    @classmethod
    def setUpClass(cls):
        cls.shared = browsers.Browser(1280)
        cls.addClassCleanup(cls.shared.close)

    def browser(self):
        """As it was when it started."""
        self.shared.be_narrow(1280)
        self.shared.be_dark(False)
        self.shared.devtools("Emulation.setScriptExecutionDisabled", value=False)
        self.shared.console()
        return self.shared

    def pages(self, document):
        """Both pages of a document."""
        plain, checked = self.folder / "plain.html", self.folder / "checked.html"
        self.run_tool("convert", "-q", document, "-o", plain)
        result = archive.subprocess.run([archive.TOOL, "check", "-q", document, "--format", "html", "-o", checked], cwd=self.folder, capture_output=True, check=False)
        self.assertIn(result.returncode, (0, 1), result.stderr)
        return plain, checked

    def opened(self, browser, page):
        """Opens a page, which must not make the browser complain, and show what the file holds in its order."""
        browser.open(page)
        self.assertEqual(browser.console(), [], page)
        self.assertEqual(visible(browser.run(SHOWN)), visible(Reader(page.read_text(encoding="utf-8")).text))

    def test_samples(self):
        """What a program sees of both pages of each sample: nothing is fetched, every link within leads somewhere. And a browser shows it."""
        browser = self.browser()
        notes = 0
        for sample in SAMPLES:
            for page in self.pages(sample):
                text = page.read_text(encoding="utf-8")
                tags = Reader(text).tags
                ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
                self.assertEqual(len(ids), len(set(ids)), sample)
                within = [attributes["href"][1:] for _, attributes in tags if attributes.get("href", "").startswith("#")]
                self.assertEqual([href for href in within if href not in ids], [], sample)
                self.assertEqual([tag for tag, attributes in tags if {"src", "srcset", "style", "action"} & set(attributes) or tag in ("link", "img", "base")], [], sample)
                self.assertEqual(sum(tag == "script" for tag, _ in tags), 2)
                self.opened(browser, page)
                notes += self.notes_stand_apart(browser)
        self.assertGreater(notes, 10)
        again = page.read_bytes()
        self.pages(SAMPLES[-1])
        self.assertEqual(page.read_bytes(), again)

    def test_hostile(self):
        self.assertEqual(len(HOSTILE), 20)
        browser = self.browser()
        for name, document in HOSTILE.items():
            self.file(name, document)
            for page in self.pages(name):
                tags = Reader(page.read_text(encoding="utf-8")).tags
                self.assertEqual([(tag, attributes) for tag, attributes in tags if any(key.startswith("on") or key in ("src", "srcdoc", "style", "xlink:href") for key in attributes)], [], name)
                self.assertEqual({tag for tag, _ in tags} & {"svg", "img", "iframe", "object", "embed", "form", "input", "base", "math"}, set(), name)
                self.opened(browser, page)
                # Everything that a reader could touch is touched.
                browser.run("for (const one of document.querySelectorAll('#document *, #lists *')) { if (one.closest('a[href]:not([href^=\"#\"])')) continue; "
                            "one.click(); one.dispatchEvent(new MouseEvent('mouseover', {bubbles: true})); one.focus?.(); }")
                self.assertEqual(browser.run("return [window.owned ?? null, document.title === 'owned', document.scripts.length, location.protocol]"), [None, False, 2, "file:"], name)
                self.assertEqual(browser.run("return [...document.querySelectorAll('#document a[href]')].map(link => link.protocol).filter(protocol => !['file:', 'https:', 'http:', 'mailto:', 'tel:'].includes(protocol))"), [], name)
                self.assertEqual([message for message in browser.console() if "owned" in message or "Content Security" in message], [], name)

    def test_policy(self):
        """A script that got into a page in spite of all that would not run."""
        self.file("a.md", HOSTILE["script.md"])
        page = self.pages("a.md")[0]
        page.write_text(page.read_text(encoding="utf-8").replace("</main>", f"<script>{RUN}</script><b onclick=\"{RUN}\" id=x></b></main>"), encoding="utf-8")
        browser = self.browser()
        browser.open(page)
        browser.run("document.getElementById('x').click()")
        self.assertIsNone(browser.run("return window.owned ?? null"))
        self.assertEqual(len(browser.console()), 2)

    def test_clicks_and_keys(self):
        sample = next(path for path in SAMPLES if path.name.startswith("08"))
        page = self.pages(sample)[1]
        minutes = json.loads(self.run_tool("convert", "-q", sample, "--to", "json").stdout)
        decision = minutes["agenda"][3]["decisions"][1]
        browser = self.browser()
        browser.open(page)
        place = f"decision-{decision['span'][0]}"
        browser.run("document.getElementById(arguments[0]).nextElementSibling.click()", place)
        shown = browser.run("return document.getElementById('panel').innerText")
        self.assertIn(".agenda[3].decisions[1]", shown)
        self.assertEqual(json.loads(browser.run("return document.querySelector('#panel pre').textContent")), decision)
        self.assertRegex(shown, r"decision 0\.\d\d move the mailing lists")
        self.assertRegex(shown, r"\n *[+-]\d\.\d\d  \S")
        self.assertEqual(browser.run("return document.activeElement.textContent"), "Close")
        self.assertGreater(browser.run("return document.querySelectorAll('mark.lit').length"), 0)
        browser.run("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}))")
        self.assertEqual(browser.run("return [document.getElementById('panel').hidden, document.activeElement.id]"), [True, place])
        # From the list to the place, which is in sight then.
        browser.run("const entry = document.querySelector(`#list-${arguments[0]} a`); entry.closest('details').open = true; entry.click()", place)
        self.assertEqual(browser.run("return location.hash"), f"#{place}")
        self.assertTrue(browser.run("const box = document.querySelector(':target').getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight"))
        # A sign is a link, and so is reached by the keyboard and works by Enter.
        browser.run("const sign = document.getElementById(arguments[0]); sign.focus(); sign.click()", f"item-{minutes['agenda'][0]['span'][0]}")
        self.assertIn('"title": "Approval of minutes"', browser.run("return document.getElementById('panel').innerText"))
        # Every fact that is listed can be shown.
        self.assertEqual(browser.run("return [...document.querySelectorAll('a.at')].filter(sign => { sign.click(); return !document.querySelector('#panel pre').textContent; }).length"), 0)

    def test_without_script(self):
        sample = next(path for path in SAMPLES if path.name.startswith("03"))
        page = self.pages(sample)[1]
        browser = self.browser()
        browser.devtools("Emulation.setScriptExecutionDisabled", value=True)
        browser.open(page)
        self.assertFalse(browser.run("return document.body.classList.contains('scripted')"))
        self.assertEqual(visible(browser.run(SHOWN)), visible(Reader(page.read_text(encoding="utf-8")).text))
        self.assertEqual(browser.run("return [...document.querySelectorAll('#document .notes')].filter(notes => getComputedStyle(notes).position === 'absolute').length"), 0)

    def notes_stand_apart(self, browser):
        """In the margin no note covers another or the text."""
        boxes = browser.run("return [...document.querySelectorAll('.notes')].map(note => note.getBoundingClientRect()).map(box => [box.top, box.bottom, box.left])")
        edge = browser.run("return Math.max(0, ...[...document.querySelectorAll('#document > :not(.notes)')].map(block => block.getBoundingClientRect().right))")
        for one, other in zip(boxes, boxes[1:]):
            self.assertLessEqual(one[1], other[0] + 1)
        for box in boxes:
            self.assertGreaterEqual(box[2], edge - 1)
        return len(boxes)

    def test_nobody_is_kept_out(self):
        """The first sample in every look, the others in turns."""
        browser = self.browser()
        looks = [(width, dark) for width in (1280, 390) for dark in (False, True)]
        for number, sample in enumerate(SAMPLES if browsers.axe() else SAMPLES[:1]):
            page = self.pages(sample)[1]
            for width, dark in [looks[number % len(looks)]] if number else looks:
                browser.be_narrow(width)
                browser.be_dark(dark)
                browser.open(page)
                self.assertLessEqual(browser.run("return document.documentElement.scrollWidth"), browser.run("return innerWidth"), f"{sample} sticks out")
                browser.run("for (const list of document.querySelectorAll('details')) list.open = true; document.querySelector('a.at')?.click()")
                browser.picture(f"{sample.name}-{width}-{'dark' if dark else 'light'}.png")
                self.assertIn(browser.violations(), ([], None), f"{sample} {width} {dark}")
        if not browsers.axe():
            print("axe-core is not there (npm install axe-core; AXE=…/axe.min.js): contrast and roles were not looked at", file=sys.stderr)


class Refusals(archive.Batch):
    def test_several(self):
        """A page is one document."""
        for name in ("a/1.md", "a/2.md"):
            self.file(name, HEAD + "## TOP 1 Dach\n\nBeschluss: Es wird gedeckt.\n")
        for arguments in (["convert", "a/1.md", "a/2.md", "--to", "html"], ["convert", "a", "-o", "x.html"], ["check", "a/1.md", "a/2.md", "--format", "html"], ["check", "a", "-f", "HTML", "-o", "x.html"]):
            self.assertIn(b"one document", self.run_tool(*arguments, status=2).stderr)
        self.assertFalse((self.folder / "x.html").exists())
        self.run_tool("convert", "a", "-o", "pages/", "--to", "html")
        self.assertEqual(sorted(path.name for path in (self.folder / "pages").iterdir() if path.suffix), ["1.html", "2.html"])
        self.run_tool("convert", "-", "-o", "y.html", input=HEAD.encode())
        self.assertIn("<title>", (self.folder / "y.html").read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(archive.main())
