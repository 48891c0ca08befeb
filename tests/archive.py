"""An archive of invented minutes and the tool at work on it; see batch_test.py and resume_test.py."""
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

TOOL = ""
WORDS = "Antrag Bericht Haushalt Sommerfest Werkstatt Lastenrad Beitrag Mitglieder Vorstand Termin Raum Schlüssel Kasse Prüfung".split()


def minutes(number, items=6):
    """Tabbed minutes of an invented club, the same for the same number."""
    choice = random.Random(number)
    rows = [f"## Protokoll der {number}. Sitzung des Radvereins Beispielhafen\n\n12. März {1990 + number % 40}, 18:00 – 19:30 Uhr\n"]
    for item in range(1, items + 1):
        text = " ".join(choice.choices(WORDS, k=30))
        rows.append(f"{item}.\t<p><b>{choice.choice(WORDS)} {number}</b> Jana Probst (Vorstand)</p> <p>{text}.</p>"
                    f" <p><u>Beschluss:</u></p> <ul> <li>{choice.choice(WORDS)} wird angenommen.</li> </ul>")
    return "\n".join(rows) + "\n"


class Batch(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def documents(self, count, items=6):
        for number in range(count):
            self.file(f"archive/{number % 7}/minutes {number}.txt", minutes(number, items))

    def file(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    def run_tool(self, *arguments, status=0, **more):
        more = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
        result = subprocess.run([TOOL, *arguments], cwd=self.folder, timeout=300, **more)
        self.assertEqual(result.returncode, status, result.stderr)
        return result

    def tree(self, name):
        """Path and content of every file in a folder."""
        top = self.folder / name
        return {path.relative_to(top).as_posix(): path.read_bytes() for path in top.rglob("*") if path.is_file()}


def main():
    """Runs the tests of the calling program; its first argument is the tool. Exit status 77 where every chosen test had to be skipped."""
    global TOOL
    TOOL = str(pathlib.Path(sys.argv.pop(1)).resolve())
    result = unittest.main("__main__", exit=False).result
    if not result.wasSuccessful():
        return 1
    return 77 if result.testsRun > 0 and len(result.skipped) == result.testsRun else 0
