#!/usr/bin/python3
"""action.yml as far as a machine without GitHub can tell: its form, and its shell steps run as a runner runs them.

    action_test.py PROTOKOLL [unittest arguments]
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import yaml

TOOL = ""
ROOT = pathlib.Path(__file__).resolve().parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
EXPRESSION = re.compile(r"\$\{\{ *([a-z._]+) *\}\}")
FLAWED = "## Minutes of the garden club\n\n3 May 2019, 18:00\n\n1.\t<p><b>Budget:</b></p>\n3.\t<p><b>Paths</b></p>\n"


class Action(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        for name in ("bin", "temp", "work"):
            (self.folder / name).mkdir()
        self.log = self.folder / "log"
        self.work = self.folder / "work"

    def program(self, name, text=None):
        """A program in front of all others: the tool itself, or one that only notes that it was called."""
        path = self.folder / "bin" / name
        if text is None:
            path.symlink_to(TOOL)
            return
        path.write_text(f'#!/bin/bash\necho "{name} $*" >> "{self.log}"\n{text}\n', encoding="utf-8")
        path.chmod(0o755)

    def run_action(self, expected=0, **given):
        """Runs the shell steps with these inputs; gives what the last one printed."""
        inputs = {name: str(entry["default"]) for name, entry in ACTION["inputs"].items()}
        self.assertLessEqual(set(given), set(inputs))
        context = {f"inputs.{name}": value for name, value in {**inputs, **given}.items()}
        printed = ""
        for step in ACTION["runs"]["steps"]:
            if "if" in step:
                name = re.fullmatch(r"(steps\.source\.outputs\.key) != ''", step["if"])[1]
                if not context[name]:
                    continue
            if "run" not in step:
                continue
            output = self.folder / "output"
            output.write_text("", encoding="utf-8")
            environment = {name: EXPRESSION.sub(lambda found: context[found[1]], value) for name, value in step.get("env", {}).items()}
            script = self.folder / "step.sh"
            script.write_text(step["run"], encoding="utf-8")
            # https://docs.github.com/actions/reference/workflow-syntax-for-github-actions: shell bash
            result = subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", script], cwd=self.work, capture_output=True, text=True, check=False, timeout=120,
                                    env={"PATH": f"{self.folder / 'bin'}:/usr/bin:/bin", "HOME": str(self.folder), "GITHUB_ACTION_PATH": str(ROOT), "GITHUB_OUTPUT": str(output),
                                         "RUNNER_TEMP": str(self.folder / "temp"), **environment})
            for line in output.read_text(encoding="utf-8").splitlines():
                name, value = line.split("=", 1)
                context[f"steps.{step['id']}.outputs.{name}"] = value
            printed = result.stdout + result.stderr
            if result.returncode != 0:
                break
        self.assertEqual(result.returncode, expected, printed)
        return printed

    def minutes(self, name, text=FLAWED):
        path = self.work / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    # --- its form ---

    def test_form(self):
        self.assertEqual(ACTION["runs"]["using"], "composite")
        self.assertLessEqual({"paths", "profile", "format", "baseline"}, set(ACTION["inputs"]))
        for entry in ACTION["inputs"].values():
            self.assertTrue(entry["description"])
        for step in ACTION["runs"]["steps"]:
            self.assertEqual("run" in step, "uses" not in step)
            if "run" in step:
                self.assertEqual(step["shell"], "bash")
                # An input in the text of a script would be run as a part of it.
                self.assertNotIn("${{", step["run"])
                self.assertTrue(os.access(ROOT / re.search(r"\.github/action/[a-z]+", step["run"])[0], os.X_OK))
        used = {name for step in ACTION["runs"]["steps"] for value in step.get("env", {}).values() for name in EXPRESSION.findall(value)}
        self.assertEqual(used, {f"inputs.{name}" for name in ACTION["inputs"]})

    def test_formats_are_those_of_the_tool(self):
        message = subprocess.run([TOOL, "check", "--format", "?"], input="", capture_output=True, text=True, check=False, timeout=60).stderr
        for name in re.search(r"known: ([a-z, ]+)", message)[1].split(", "):
            self.assertIn(name, ACTION["inputs"]["format"]["description"])

    # --- the check ---

    def test_findings_at_their_lines(self):
        self.program("protokoll")
        self.minutes("2019/may minutes.md")
        self.assertRegex(self.run_action(expected=1), r"(?m)^::(warning|error) file=(\./)?2019/may minutes\.md,line=\d+")

    def test_inputs(self):
        self.program("protokoll")
        self.minutes("a.md")
        self.minutes("b/c.md")
        self.run_action(expected=1, paths="*.md\nb/**/*.md\n", format="sarif", profile="verein", output="report.sarif")
        report = (self.work / "report.sarif").read_text(encoding="utf-8")
        self.assertIn("a.md", report)
        self.assertIn("b/c.md", report)
        subprocess.run([TOOL, "check", "a.md", "b/c.md", "--write-baseline", "known.json"], cwd=self.work, check=False, capture_output=True, timeout=60)
        self.run_action(paths="a.md\nb", baseline="known.json")

    def test_names_have_no_meaning(self):
        self.program("protokoll")
        self.minutes("-x.md")
        self.minutes("$(touch broken).md")
        self.minutes("two words;touch broken.md")
        self.assertIn("-x.md", self.run_action(expected=1, paths="-x.md\n$(touch broken).md\ntwo words;touch broken.md"))
        self.assertFalse((self.work / "broken").exists())

    def test_nothing_matches(self):
        self.program("protokoll")
        self.assertIn("::error::protokoll: no file matches: *.md", self.run_action(expected=2, paths="*.md"))

    # --- how the tool comes in ---

    def stubs(self):
        self.program("dpkg-query", "echo installed")
        self.program("ccache", "")
        self.program("cmake", "")
        self.program("cpack", 'mkdir -p "$4" && : > "$4/protokoll_0.1.0_amd64.deb"')
        self.program("sudo", f'ln -sf "{TOOL}" "{self.folder}/bin/protokoll"')

    def test_built_once(self):
        self.stubs()
        (ROOT / "build" / "release").mkdir(parents=True, exist_ok=True)
        self.minutes("a.md")
        self.run_action(expected=1)
        calls = self.log.read_text(encoding="utf-8")
        package = f"{self.folder}/temp/protokoll"
        self.assertRegex(calls, rf"(?s)cmake --preset release.*cmake --build.*cpack -G DEB -B {package}\n.*sudo apt-get install -y -qq {package}/protokoll_0\.1\.0_amd64\.deb\n")
        self.log.unlink()
        (self.folder / "bin" / "protokoll").unlink()
        self.run_action(expected=1)
        self.assertNotIn("cmake", self.log.read_text(encoding="utf-8"))

    def test_key(self):
        self.stubs()
        script = ROOT / ".github" / "action" / "source"
        environment = {"PATH": f"{self.folder / 'bin'}:/usr/bin:/bin"}
        keys = {subprocess.run([script], env=environment, cwd=folder, check=True, capture_output=True, text=True, timeout=60).stdout for folder in (ROOT, self.work)}
        self.assertEqual(len(keys), 1)
        self.assertRegex(keys.pop(), r"^key=[a-z]+-\S*-[0-9a-f]{16}\n$")


def main():
    global TOOL
    TOOL = str(pathlib.Path(sys.argv[1]).resolve())
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])


if __name__ == "__main__":
    main()
