#!/usr/bin/python3
"""What the shells and man(1) are told is what the tool itself says.

    shell_test.py PROTOKOLL [unittest arguments]

Bash's completions are asked as readline asks them, and once through a terminal; those of fish and zsh and the manual page where
the programs are installed.
"""
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

TOOL = ""
# The function that `complete` registered is called as readline does it: the words of the line and the place of the last.
ASK = r"""
source "$1"; shift
spec=$(complete -p protokoll)
[[ $spec =~ -F\ ([a-z_]+) ]] || exit 3
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=${#COMP_LINE}
"${BASH_REMATCH[1]}" protokoll "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
(( ${#COMPREPLY[@]} == 0 )) || printf '%s\n' "${COMPREPLY[@]}"
"""
# zsh asks a completion function only in a terminal: zpty gives it one, and the function's answers are shown between marks.
ASK_ZSH = r"""
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PROMPT= ; cd '$2'; fpath=('$1' \$fpath); autoload -Uz compinit; compinit -u -D"
zpty -w shell "compadd() { local -a w; if [[ \${@[(I)-[OAD]]} -eq 0 ]]; then builtin compadd -O w \"\$@\"; print -r -- \"offer:\${(j: :)w}\"; fi; builtin compadd \"\$@\" }"
zpty -w shell "print read''y"
while zpty -r shell line; do [[ $line == ready* ]] && break; done
zpty -w -n shell "$3"$'\t'
sleep 1
zpty -w shell $'\x15print don''e'
while zpty -r shell line; do [[ $line == *done* ]] && break; print -r -- $line; done
zpty -d shell
"""


def said(*arguments):
    return subprocess.run([TOOL, *arguments], check=True, capture_output=True, text=True, timeout=60).stdout


def first_words(*arguments):
    return [line.split()[0] for line in said(*arguments).splitlines()]


def commands():
    return re.findall(r"^  ([a-z]+) ", said("--help").split("Subcommands:\n")[1], re.M)


def options(command):
    """(names, placeholder, summary) of every option in a command's help."""
    # Those of many names have their summary on a line of its own.
    text = re.sub(r"\n {20,}", "  ", said(command, "--help").split("\nOptions:\n")[1])
    for line in text.splitlines():
        match = re.match(r"  (-\S+)(?: (\S+))?\s{2,}(.*)$|  (-\S+) (\S+) (.*)$", line)
        if match:
            names, placeholder, summary = match.group(1, 2, 3) if match[1] else match.group(4, 5, 6)
            yield names.split(","), placeholder, summary


class Scripts(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        for shell, name in (("bash", "protokoll.bash"), ("zsh", "_protokoll"), ("fish", "protokoll.fish")):
            (self.folder / name).write_text(said("completions", shell), encoding="utf-8")
        (self.folder / "work").mkdir()
        (self.folder / "work" / "my minutes.md").write_text("x", encoding="utf-8")

    def needs(self, program):
        if not shutil.which(program):
            self.skipTest(f"{program} is not installed")


class Bash(Scripts):
    def offers(self, line):
        words = re.findall(r"=|[^\s=]+|(?<=\s)$", line)
        result = subprocess.run(["bash", "--norc", "-c", ASK, "ask", self.folder / "protokoll.bash", *words], cwd=self.folder / "work", capture_output=True, text=True,
                                check=False, timeout=60)
        self.assertEqual((result.returncode, result.stderr), (0, ""), line)
        return result.stdout.splitlines()

    def test_names(self):
        for line, source in (("protokoll --to ", "formats"), ("protokoll convert --to ", "formats"), ("protokoll check -p ", "profiles"), ("protokoll verify --from ", "dialects"),
                             ("protokoll check x.md --language ", "languages")):
            self.assertEqual(self.offers(line), first_words(source), line)
        rules = [word for line in said("rules").splitlines() for word in line.split()[:2]]
        for line in ("protokoll explain ", "protokoll check --select ", "protokoll config --ignore "):
            self.assertEqual(self.offers(line), rules, line)

    def test_fixed_words_are_those_that_the_tool_knows(self):
        for line, command in (("protokoll --to csv --rows ", ["--to", "csv", "--rows", "?"]), ("protokoll check --format ", ["check", "--format", "?"]),
                              ("protokoll completions ", ["completions", "?"]), ("protokoll rules --to ", ["rules", "--to", "?"])):
            message = subprocess.run([TOOL, *command], input="", capture_output=True, text=True, check=False, timeout=60).stderr
            known = re.search(r"\((?:known: |it can be )?([a-z, ]+)\)", message)[1].split(", ")
            self.assertCountEqual(self.offers(line), known, line)

    def test_every_option_that_takes_a_word_offers_some(self):
        for command in commands():
            for names, placeholder, _ in options(command):
                if placeholder and placeholder not in ("PATH", "FILE", "GLOB", "K/N", "N", "SIZE"):
                    for name in names:
                        self.assertTrue(self.offers(f"protokoll {command} {name} "), (command, name))

    def test_part_of_a_word(self):
        self.assertEqual(self.offers("protokoll --to nd"), ["ndjson"])
        self.assertEqual(self.offers("protokoll --to=nd"), ["ndjson"])
        self.assertEqual(self.offers("protokoll --to="), first_words("formats"))
        self.assertEqual(self.offers("protokoll exp"), ["explain"])
        self.assertEqual(self.offers("protokoll check --ignore PK001,PK002,title-co"), ["PK001,PK002,title-colon"])

    def test_commands_and_files(self):
        self.assertEqual(sorted(self.offers("protokoll ")), sorted([*commands(), "my minutes.md"]))
        self.assertEqual(self.offers("protokoll my"), ["my minutes.md"])
        self.assertEqual(sorted(self.offers("protokoll --quiet --color never c")), ["check", "completions", "config", "convert"])
        # What is left to readline: names of files.
        for line in ("protokoll check ", "protokoll convert -o ", "protokoll x.md y", "protokoll check --baseline "):
            self.assertEqual(self.offers(line), [], line)

    def test_options(self):
        for command in commands():
            expected = {name for names, _, _ in options(command) for name in names} | {"--color", "-q", "--quiet", "-v", "--verbose", "--version"}
            self.assertEqual(set(self.offers(f"protokoll {command} -")), expected, command)
        self.assertEqual(self.offers("protokoll -"), self.offers("protokoll convert -"))
        self.assertEqual(self.offers("protokoll x.md --stri"), ["--strict"])

    def test_in_a_terminal(self):
        process, terminal = pty.fork()
        if process == 0:
            os.chdir(self.folder / "work")
            os.execvpe("bash", ["bash", "--norc", "--noprofile", "-i"], {**os.environ, "PS1": "$ ", "TERM": "dumb", "INPUTRC": "/dev/null"})
        self.addCleanup(os.waitpid, process, 0)
        self.addCleanup(os.close, terminal)
        os.write(terminal, f"source '{self.folder}/protokoll.bash'; bind 'set enable-bracketed-paste off'\n".encode())
        os.write(terminal, b"echo protokoll --to mark\t -o my\tend\n")
        os.write(terminal, b"protokoll() { echo \"<$*>\"; }; echo begin\n")
        os.write(terminal, b"protokoll --to mark\tmy\t; exit\n")
        shown, until = b"", time.monotonic() + 20
        while time.monotonic() < until and b"<--to markdown my minutes.md>" not in shown:
            if select.select([terminal], [], [], 0.2)[0]:
                try:
                    shown += os.read(terminal, 4096)
                except OSError:
                    break
        self.assertIn(b"<--to markdown my minutes.md>", shown)


class OtherShells(Scripts):
    def test_fish(self):
        self.needs("fish")

        def offers(line):
            result = subprocess.run(["fish", "--no-config", "-c", f"source {self.folder}/protokoll.fish; complete -C '{line}'"], cwd=self.folder / "work", capture_output=True, text=True,
                                    check=True, timeout=60, env={**os.environ, "HOME": str(self.folder)})
            self.assertEqual(result.stderr, "", line)
            return [answer.split("\t")[0] for answer in result.stdout.splitlines()]

        for line in ("protokoll --to ", "protokoll convert --to "):
            self.assertCountEqual(offers(line), first_words("formats"), line)
        self.assertCountEqual(offers("protokoll check --profile "), first_words("profiles"))
        self.assertCountEqual(offers("protokoll check --from "), first_words("dialects"))
        self.assertIn("sarif", offers("protokoll check --format "))
        self.assertIn("PK012", offers("protokoll explain PK"))
        self.assertEqual(offers("protokoll check --ignore PK001,title-co"), ["PK001,title-colon"])
        self.assertLessEqual({*commands(), "my minutes.md"}, set(offers("protokoll ")))
        self.assertNotIn("check", offers("protokoll check "))
        self.assertIn("--strict", offers("protokoll x.md --"))
        self.assertNotIn("--fix", offers("protokoll x.md --"))
        self.assertIn("--fix", offers("protokoll check --"))

    def test_zsh(self):
        self.needs("zsh")

        def offers(line):
            result = subprocess.run(["zsh", "-f", "-c", ASK_ZSH, "ask", self.folder, self.folder / "work", line], capture_output=True, text=True, check=False, timeout=60)
            self.assertNotIn("_protokoll:", result.stdout, line)
            return set(re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", " ".join(re.findall(r"offer:(.*)", result.stdout))).split())

        self.assertLessEqual(set(first_words("formats")), offers("protokoll --to "))
        self.assertLessEqual({"sarif", "junit"}, offers("protokoll check --format "))
        self.assertLessEqual({"check", "verify"}, offers("protokoll "))
        self.assertLessEqual({"PK012", "title-colon"}, offers("protokoll explain "))


class ManualPage(unittest.TestCase):
    def test_says_what_help_says(self):
        if not shutil.which("man"):
            self.skipTest("man is not installed")
        with tempfile.TemporaryDirectory() as folder:
            page = pathlib.Path(folder) / "protokoll.1"
            page.write_text(said("man"), encoding="utf-8")
            result = subprocess.run(["man", "--warnings", "-l", page], capture_output=True, text=True, check=True, timeout=60,
                                    env={**os.environ, "MANWIDTH": "1000", "LC_ALL": "C.UTF-8", "MANPAGER": "cat", "MAN_KEEP_FORMATTING": ""})
        self.assertEqual(result.stderr, "")
        shown = " ".join(re.sub(r".\x08", "", result.stdout).split())
        for command in commands():
            self.assertIn(f"protokoll {command} ", shown.replace("[convert]", "convert"))
            for names, placeholder, summary in options(command):
                entry = ", ".join(names) + (f" {placeholder}" if placeholder else "")
                self.assertIn(" ".join(f"{entry} {summary}".split()), shown)
        self.assertIn("EXIT STATUS", shown)

    def test_without_a_fault(self):
        if not shutil.which("mandoc"):
            self.skipTest("mandoc is not installed")
        result = subprocess.run(["mandoc", "-Tlint", "-Wwarning"], input=said("man"), capture_output=True, text=True, check=False, timeout=60)
        self.assertEqual([line for line in result.stdout.splitlines() if "missing date" not in line], [])


def main():
    global TOOL
    TOOL = str(pathlib.Path(sys.argv[1]).resolve())
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])


if __name__ == "__main__":
    main()
