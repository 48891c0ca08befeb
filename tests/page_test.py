#!/usr/bin/python3
"""The page of a register in a real browser, and the collection of resolutions of § 24 WEG.

    page_test.py PROTOKOLL [unittest arguments]        see browser.py
"""
import csv
import html.parser
import io
import os
import pathlib
import re
import sys
import time
import urllib.request

import archive
import browser as browsers
import links_test

HOSTILE = "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"


class Page(archive.Batch):
    def browser(self, width=1280):
        browser = browsers.Browser(width)
        self.addCleanup(browser.close)
        return browser

    def make(self):
        """Minutes of a garden society, one of them hostile."""
        for place, (name, case) in zip(links_test.PLACES, links_test.PAIRS.items()):
            for number, (date, text) in enumerate(zip((links_test.FIRST, links_test.SECOND, links_test.THIRD), case[1]), 1):
                self.file(f"archive/{place} {number}.md", links_test.HEADS[case[0]].format(number=number, place=place, date=date[case[0]], items=text))
        self.file("archive/javascript:alert(1).md", links_test.DE.format(number=1, place="Bösdorf", date="9. November 2019", items=links_test.decides(
            "Es wird `" + HOSTILE + "` beschlossen.", "`" + HOSTILE + "`")))
        self.run_tool("register", "archive", "-o", "site/register.html")

    def rows(self, browser):
        return browser.run("return [...document.querySelectorAll('tbody tr')].map(row => [...row.cells].map(cell => cell.textContent))")

    def type(self, browser, at, text):
        browser.run("const control = document.querySelectorAll('#filters input, #filters select')[arguments[0]]; control.value = arguments[1]; "
                    "control.dispatchEvent(new Event('input', {bubbles: true}))", at, text)
        time.sleep(0.3)

    def setUp(self):
        super().setUp()
        (self.folder / "site").mkdir()

    def test_file(self):
        """What a program sees: nothing is fetched, nothing of the minutes is markup."""
        self.make()
        text = (self.folder / "site/register.html").read_text(encoding="utf-8")
        parser = html.parser.HTMLParser()
        tags = []
        parser.handle_starttag = lambda tag, attributes: tags.append((tag, dict(attributes)))
        parser.feed(text)
        self.assertEqual([attributes for _, attributes in tags if {"src", "href", "onerror"} & set(attributes)], [])
        self.assertEqual(sum(tag == "script" for tag, _ in tags), 2)
        self.assertNotIn("{{", text)
        self.assertIn('<html lang="de">', text)
        again = (self.folder / "site/register.html").read_bytes()
        self.run_tool("register", "archive", "-o", "site/register.html", "-j", "1")
        self.assertEqual((self.folder / "site/register.html").read_bytes(), again)
        self.assertEqual(sorted(path.name for path in (self.folder / "site").iterdir()), ["register.html"])
        self.run_tool("register", "archive", "-o", "site/register.html", "--resume", status=2)

    def test_filters_and_order(self):
        self.make()
        browser = self.browser()
        browser.open(self.folder / "site/register.html")
        self.assertNotEqual(browser.run("return document.title"), "owned")
        everything = len(self.rows(browser))
        self.assertGreater(everything, 30)
        self.type(browser, 0, "GEBUHR 25")
        found = self.rows(browser)
        self.assertEqual(len(found), 1)
        self.assertIn("25 Euro", "".join(found[0]))
        self.assertIn("1 / ", browser.run("return document.getElementById('status').textContent"))
        self.type(browser, 0, "nowhere at all")
        self.assertEqual(self.rows(browser), [])
        self.type(browser, 0, "")
        self.type(browser, 1, "2019")
        hostile = self.rows(browser)
        self.assertEqual(len(hostile), 1)
        self.assertIn("onerror", "".join(hostile[0]))
        self.assertEqual(browser.run("return document.querySelector('tbody a').protocol"), "file:")
        self.type(browser, 1, "")
        browser.run("document.querySelector('th button').click()")
        dates = [row[0] for row in self.rows(browser)]
        self.assertEqual(dates, sorted(dates))
        self.assertEqual(browser.run("return document.querySelector('th').getAttribute('aria-sort')"), "ascending")
        browser.run("document.querySelector('th button').click()")
        self.assertEqual(browser.run("return document.querySelector('th').getAttribute('aria-sort')"), "descending")
        # The links lead to the documents.
        href = browser.run("return document.querySelector('tbody a').href")
        self.assertTrue(pathlib.Path(urllib.request.url2pathname(href.removeprefix("file://"))).exists(), href)

    def test_annotated_pages(self):
        """Rows lead to their places in annotated pages; a page of a document that was changed since is none."""
        self.make()
        self.run_tool("convert", "-q", "archive", "-o", "site/pages/", "--to", "html")
        changed = sorted((self.folder / "archive").iterdir())[0]
        changed.write_bytes(changed.read_bytes() + b"\n")
        self.run_tool("register", "archive", "-o", "site/register.html", "--pages", "site/pages")
        browser = self.browser()
        browser.open(self.folder / "site/register.html")
        for view in range(3):
            browser.run("document.querySelectorAll('#views button')[arguments[0]].click()", view)
            links = browser.run("return [...document.querySelectorAll('td.text a, td.item a')].map(link => link.href)")
            self.assertGreater(len(links), 0, view)
            self.assertFalse([link for link in links if changed.stem in urllib.request.url2pathname(link)])
            browser.call("POST", f"/session/{browser.session}/url", {"url": links[0]})
            self.assertEqual(browser.run("return document.querySelectorAll('a.at:target').length"), 1)
            browser.open(self.folder / "site/register.html")
        self.run_tool("register", "archive", "-o", "site/register.html", "--pages", "nowhere", status=2)
        self.assertIn(b"--pages", self.run_tool("register", "archive", "-o", "site/register.sqlite", "--pages", "site/pages").stderr)

    def test_other_lists(self):
        self.make()
        browser = self.browser()
        browser.open(self.folder / "site/register.html")
        for at in (1, 2):
            browser.run("document.querySelectorAll('#views button')[arguments[0]].click()", at)
            self.assertGreater(len(self.rows(browser)), 1)
            self.assertEqual(browser.run("return document.querySelectorAll('#views [aria-pressed=true]').length"), 1)

    def test_nobody_is_kept_out(self):
        self.make()
        for width in (1280, 390):
            browser = self.browser(width)
            browser.be_narrow(width)
            browser.open(self.folder / "site/register.html")
            browser.picture(f"register-{width}.png")
            self.assertLessEqual(browser.run("return document.documentElement.scrollWidth"), browser.run("return innerWidth"), "nothing sticks out")
            found = browser.violations()
            self.assertIn(found, ([], None))
        if found is None:
            print("axe-core is not there (npm install axe-core; AXE=…/axe.min.js): contrast and roles were not looked at", file=sys.stderr)

    def test_many_rows(self):
        """20,000 decisions: drawn and filtered while one waits."""
        for number in range(int(os.environ.get("ROWS", "4000")) // 40):
            points = "\n\n".join(f"## TOP {at} Punkt {number}-{at}\n\nBeschluss: Die Gebühr {number}-{at} für die Laube wird auf {at} Euro festgesetzt.\n\nAbstimmung: 5 Ja, 1 Nein, 0 Enthaltungen"
                                 for at in range(1, 41))
            self.file(f"archive/{number:04}.md", links_test.DE.format(number=number, place="Aalbek", date=f"{1 + number % 28}. März {1980 + number % 40}", items=points))
        self.run_tool("register", "archive", "-o", "site/register.html")
        browser = self.browser()
        begin = time.monotonic()
        browser.open(self.folder / "site/register.html")
        opened = time.monotonic() - begin
        paint = browser.run("return performance.getEntriesByType('paint').map(entry => entry.startTime).at(-1)")
        took = browser.run("const field = document.querySelector('#filters input'), status = document.getElementById('status'), before = status.textContent; field.value = 'gebuhr 7-3'; "
                           "const begin = performance.now(); field.dispatchEvent(new Event('input')); "
                           "return new Promise(done => { const wait = () => status.textContent !== before ? done(performance.now() - begin) : setTimeout(wait, 5); wait(); })")
        print(f"{browser.run('return document.getElementById(`status`).textContent')}; opened in {opened:.2f} s, first contentful paint after {paint or 0:.0f} ms, filtered in {took:.0f} ms",
              file=sys.stderr)
        left = int(re.search(r"\d+", browser.run("return document.getElementById('status').textContent"))[0])
        browser.run("dispatchEvent(new Event('beforeprint'))")
        self.assertEqual(browser.run("return document.querySelectorAll('tbody tr').length"), left, "paper has room for all")
        browser.run("dispatchEvent(new Event('afterprint'))")
        self.assertLessEqual(browser.run("return document.querySelectorAll('tbody tr').length"), 50)
        self.assertLess(opened, 20)
        self.assertLess(took, 5000)


class Weg24(archive.Batch):
    def test_collection(self):
        self.file("a/1.md", links_test.DE.format(number=1, place="Aalbek", date="9. November 2017\n\nOrt: Gemeinschaftsraum", items=links_test.ROOF))
        self.file("a/2.md", links_test.DE.format(number=2, place="Aalbek", date="14. Dezember 2017\n\nOrt: Gemeinschaftsraum", items=links_test.decides("Der Beschluss vom 9. November 2017 wird aufgehoben.")))
        self.file("a/3.md", links_test.DE.format(number=3, place="Aalbek", date="18. Januar 2018", items=links_test.items(("Bank", "Beschluss: Eine Bank wird gekauft, \"grün\" & <neu>."), ("Zaun", "Der Punkt wird vertagt."))))
        self.run_tool("register", "a", "--to", "weg-24", "-o", "c.csv")
        rows = list(csv.DictReader(io.StringIO((self.folder / "c.csv").read_bytes().decode(), newline="")))
        self.assertEqual([(row["number"], row["date"], row["location"], row["outcome"], row["note"], row["missing"]) for row in rows],
                         [("1", "2017-11-09", "Gemeinschaftsraum", "adopted", "aufgehoben durch Nr. 2", ""), ("2", "2017-12-14", "Gemeinschaftsraum", "adopted", "", ""),
                          ("3", "2018-01-18", "", "", "", "Ort, Ergebnis")])
        self.run_tool("register", "a", "--to", "weg-24", "-o", "c.html")
        text = (self.folder / "c.html").read_text(encoding="utf-8")
        self.assertIn("Beschluss-Sammlung", text)
        self.assertIn("&quot;grün&quot; &amp;", text)
        self.assertIn("<strong>Es fehlt: Ort, Ergebnis</strong>", text)
        self.assertNotIn("<neu>", text)


if __name__ == "__main__":
    sys.exit(archive.main())
