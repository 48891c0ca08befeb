"""Chromium without a window, driven by chromedriver (Debian: chromium, chromium-driver); where it cannot start, that is said and the test is skipped.

AXE in the environment names axe.min.js (npm: axe-core), which looks for what keeps people out; SCREENSHOTS a folder for pictures.
"""
import base64
import json
import os
import pathlib
import re
import shutil
import subprocess
import unittest
import urllib.error
import urllib.request

AXE = [os.environ.get("AXE", ""), "/usr/share/javascript/axe-core/axe.min.js", str(pathlib.Path(__file__).resolve().parents[1] / "node_modules/axe-core/axe.min.js")]


def axe():
    """Where axe-core is; None where it is not."""
    return next((path for path in AXE if path and os.path.exists(path)), None)


class Browser:
    """A session of WebDriver (https://www.w3.org/TR/webdriver2/)."""

    def __init__(self, width):
        driver = shutil.which("chromedriver")
        if not driver:
            raise unittest.SkipTest("chromedriver is not there (Debian: chromium-driver)")
        self.process = subprocess.Popen([driver, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        port = None
        while port is None and (line := self.process.stdout.readline()):
            port = re.search(r"successfully on port (\d+)", line)
        if not port:
            raise unittest.SkipTest("chromedriver does not start")
        self.url = f"http://127.0.0.1:{port[1]}"
        options = {"args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-lcd-text", f"--window-size={width},900"]}
        try:
            self.session = self.call("POST", "/session", {"capabilities": {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}}})["sessionId"]
        except urllib.error.HTTPError as error:
            self.process.kill()
            raise unittest.SkipTest(f"Chromium does not start: {error.read()[:300]}") from error

    def call(self, method, path, body=None):
        request = urllib.request.Request(self.url + path, json.dumps(body or {}).encode() if method == "POST" else None, {"Content-Type": "application/json"}, method=method)
        with urllib.request.urlopen(request, timeout=90) as answer:
            return json.load(answer)["value"]

    def devtools(self, command, **parameters):
        """A command of the Chrome DevTools Protocol."""
        return self.call("POST", f"/session/{self.session}/goog/cdp/execute", {"cmd": command, "params": parameters})

    def be_narrow(self, width, height=900):
        """A window cannot be narrower than 500 pixels; what is shown in it can."""
        self.devtools("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def be_dark(self, dark=True):
        self.devtools("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])

    def console(self):
        """What the browser had to complain of since it was asked last."""
        return [entry["message"] for entry in self.call("POST", f"/session/{self.session}/se/log", {"type": "browser"})]

    def violations(self):
        """What axe-core says keeps people out; None where it is not there."""
        if not axe():
            return None
        self.run(pathlib.Path(axe()).read_text(encoding="utf-8"))
        found = self.run_async("axe.run().then(arguments[0])")
        return [(violation["id"], [node["html"][:200] for node in violation["nodes"][:3]]) for violation in found["violations"]]

    def open(self, path):
        self.call("POST", f"/session/{self.session}/url", {"url": path.as_uri()})

    def run(self, script, *arguments):
        return self.call("POST", f"/session/{self.session}/execute/sync", {"script": script, "args": arguments})

    def run_async(self, script, *arguments):
        return self.call("POST", f"/session/{self.session}/execute/async", {"script": script, "args": arguments})

    def picture(self, name):
        if os.environ.get("SCREENSHOTS"):
            pathlib.Path(os.environ["SCREENSHOTS"], name).write_bytes(self.screenshot())

    def screenshot(self):
        """What the window shows, as PNG."""
        return base64.b64decode(self.call("GET", f"/session/{self.session}/screenshot"))

    def close(self):
        try:
            self.call("DELETE", f"/session/{self.session}")
        finally:
            self.process.terminate()
            self.process.communicate()
