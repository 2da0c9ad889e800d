"""JupyterLab as a reader has it: `caytre lab` on a copy of the project, and notebooks run in a real browser.

Whatever would leave the machine is noted: requests of the page by the browser, connections of the server and of the
kernels by an audit hook that every Python process of the lab loads at its start.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat

from tests.helpers import PROJECT

if TYPE_CHECKING:
    from playwright.sync_api import Page

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",  # Chromium refuses to start as root with one
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
OFF_MACHINE = re.compile(
    r"^(?!(?:https?|wss?)://(?:127\.0\.0\.1|localhost)(?::\d+)?(?:/|$)|data:|blob:|about:)"
)

START = 60
"""Seconds that the server may take to answer."""
RUN = 120
"""Seconds that a notebook may take: the first one on a corpus also annotates it."""
DRAW = 5
"""Seconds that outputs may take to be drawn after the last cell has run."""

AUDIT = """
import os, sys

def note(event, arguments):
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    host = host.decode() if isinstance(host, bytes) else str(host or "localhost")
    if host not in ("localhost", "::1", "0.0.0.0", "::") and not host.startswith("127."):
        with open(os.environ["CAYTRE_TEST_AUDIT"], "a") as log:
            log.write(f"{event} {host} by {' '.join(sys.orig_argv[1:4])}\\n")

sys.addaudithook(note)
"""

ALL_DRAWN = '{"windowingMode": "none"}'
"""Every output is drawn, also far below the window: a picture from the network would be asked for."""

OPEN = """path => { window.jupyterapp.commands.execute('docmanager:open', { path, factory: 'Notebook' }) }"""

READY = """path => {
  const panel = window.jupyterapp.shell.currentWidget;
  return panel?.context?.path === path && panel.context.isReady && panel.sessionContext.isReady
    && panel.sessionContext.session?.kernel?.connectionStatus === 'connected' }"""

SET_CORPUS = """corpus => {
  const cells = window.jupyterapp.shell.currentWidget.content.widgets.map(cell => cell.model.sharedModel);
  const cell = cells.find(each => (each.getMetadata('tags') ?? []).includes('parameters'));
  const source = cell.source;
  cell.setSource(source.replace(/^CORPUS = "[^"]*"/m, 'CORPUS = "' + corpus + '"'));
  return cell.source !== source }"""

RUN_ALL = """() => {
  window.caytreRan = false;
  window.jupyterapp.commands.execute('notebook:run-all-cells').finally(() => { window.caytreRan = true }) }"""

DIALOG = """() => [...document.querySelectorAll('.jp-Dialog, .Toastify__toast')].map(node => node.innerText).join(' | ')"""

DISMISS = """() => document.querySelectorAll('.jp-Dialog .jp-mod-reject, .Toastify__close-button')
  .forEach(button => button.click())"""

CELLS = """() => window.jupyterapp.shell.currentWidget.content.widgets.map(cell => cell.model)
  .filter(model => model.type === 'code' && model.sharedModel.source.trim())
  .map(model => ({ source: model.sharedModel.source, count: model.executionCount,
    outputs: model.outputs.toJSON().map(({ output_type, name, text, ename, evalue }) =>
      ({ output_type, name, text, ename, evalue })) }))"""

UNDRAWN = """() => {
  const { node, widgets } = window.jupyterapp.shell.currentWidget.content;
  const count = (what, left) => [...node.querySelectorAll(what)].filter(left).length;
  const made = widgets.flatMap(cell => cell.model.outputs?.toJSON() ?? [])
    .filter(output => output.data?.['application/vnd.jupyter.widget-view+json']).length;
  return { widgets: Math.max(0, made - count('.jp-OutputArea-output:has(.jupyter-widgets)', () => true)),
           tables: count('table[id^="itables"]', table => !table.classList.contains('dataTable')),
           pictures: count('img', picture => !picture.naturalWidth) } }"""

CLOSE = """async () => {
  const panel = window.jupyterapp.shell.currentWidget;
  if (!panel?.sessionContext) return;
  await panel.context.save();
  await panel.sessionContext.shutdown();
  panel.dispose() }"""


def chromium() -> str | None:
    """Path of an installed Chromium, or None."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def copy_project(target: Path) -> None:
    """What a lab needs of the project, as a fresh checkout has it: no store, no outputs in the notebooks."""
    target.mkdir()
    shutil.copy(PROJECT / "environment.yml", target)
    for folder in ("data", "figures", "notebooks"):
        hidden = shutil.ignore_patterns(".store", ".ipynb_checkpoints", ".new-*")
        shutil.copytree(PROJECT / folder, target / folder, ignore=hidden)
    for path in (target / "notebooks").glob("*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.update(outputs=[], execution_count=None)
        nbformat.write(notebook, path)


class Lab:
    """A running `caytre lab` on *project*; *scratch* takes its configuration, its log and its notes on connections."""

    def __init__(self, project: Path, scratch: Path) -> None:
        self.token = secrets.token_hex(16)
        self.audit = scratch / "connections"
        self.log = scratch / "log"
        self._runtime = scratch / "runtime"
        _prepare(scratch)
        environment = {name: value for name, value in os.environ.items() if not name.startswith("JUPYTER")}
        environment |= {
            "CAYTRE_TEST_AUDIT": str(self.audit),
            "IPYTHONDIR": str(scratch / "ipython"),
            "JUPYTER_CONFIG_DIR": str(scratch / "config"),
            "JUPYTER_DATA_DIR": str(scratch / "data"),
            "JUPYTER_RUNTIME_DIR": str(self._runtime),
            "JUPYTER_TOKEN": self.token,
            "PYTHONPATH": os.pathsep.join(
                filter(None, [str(scratch / "hook"), os.environ.get("PYTHONPATH")])
            ),
        }
        options = [
            "--no-browser",
            "--allow-root",
            "--ServerApp.port=0",
            "--LabApp.expose_app_in_browser=True",
        ]
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "caytre", "lab", "--", *options],
                cwd=project,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def url(self) -> str:
        """The address that `caytre lab` opens, once the server has written down its port."""
        note = self._runtime / f"jpserver-{self.process.pid}.json"
        deadline = time.monotonic() + START
        while time.monotonic() < deadline and self.process.poll() is None:
            if note.exists() and (text := note.read_text(encoding="utf-8")).endswith("}"):
                return f"{json.loads(text)['url']}?token={self.token}"
            time.sleep(0.1)
        raise RuntimeError(f"JupyterLab does not answer:\n{self.log.read_text(encoding='utf-8')[-2000:]}")

    def connections(self) -> list[str]:
        """What the server and the kernels looked up or connected to off the machine, so far."""
        return self.audit.read_text(encoding="utf-8").splitlines() if self.audit.exists() else []

    def stop(self) -> None:
        """End the server, which ends its kernels."""
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def _prepare(scratch: Path) -> None:
    settings = scratch / "config/lab/user-settings/@jupyterlab/notebook-extension"
    for folder in (scratch / "runtime", scratch / "hook", settings):
        folder.mkdir(parents=True)
    (scratch / "hook" / "sitecustomize.py").write_text(AUDIT, encoding="utf-8")
    (settings / "tracker.jupyterlab-settings").write_text(ALL_DRAWN, encoding="utf-8")


class Reader:
    """Somebody at the browser who opens notebooks and runs them."""

    def __init__(self, page: Page, lab: Lab) -> None:
        self.page = page
        self.lab = lab
        self._seen: list[str] = []
        self._connections = 0
        page.on("request", lambda request: self._request(request.url))
        page.on("websocket", lambda socket: self._request(socket.url))
        page.on("pageerror", lambda error: self._seen.append(f"script error: {error}"))
        page.on("dialog", lambda dialog: (self._seen.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.context.route(OFF_MACHINE, lambda route: route.abort())
        page.goto(lab.url())
        page.wait_for_selector(".jp-Notebook", timeout=START * 1000)

    def _request(self, url: str) -> None:
        if OFF_MACHINE.match(url):
            self._seen.append(f"request off the machine: {url[:200]}")

    def open(self, path: str) -> list[str]:
        """Open a notebook and wait for its kernel; what went wrong on the way."""
        self.page.evaluate(OPEN, path)
        self._wait(READY, path, START)
        return self._report()

    def run(self, *, corpus: str = "") -> list[str]:
        """Put *corpus* into the parameters of the open notebook and run every cell; what went wrong on the way."""
        if corpus and not self.page.evaluate(SET_CORPUS, corpus):
            self._seen.append("no CORPUS to change in the cell tagged parameters")
        self.page.evaluate(RUN_ALL)
        self._wait("() => window.caytreRan", None, RUN)
        self._seen += self._cells()
        self._drawn()
        return self._report()

    def close(self) -> None:
        """Save the open notebook, end its kernel, close it; nothing where none could be opened."""
        self.page.evaluate(CLOSE)

    def _wait(self, condition: str, argument: Any, seconds: float) -> bool:
        """Whether *condition* came true in time; a dialog ends the wait, for nothing goes on behind it."""
        deadline = time.monotonic() + seconds
        while not self.page.evaluate(condition, argument):
            if self.page.evaluate(DIALOG):
                return False
            if time.monotonic() > deadline:
                self._seen.append(f"not finished after {seconds} s")
                return False
            self.page.wait_for_timeout(100)
        return True

    def _cells(self) -> Iterator[str]:
        for number, cell in enumerate(self.page.evaluate(CELLS), 1):
            where = f"code cell {number} ({cell['source'].strip().splitlines()[-1][:60]})"
            if cell["count"] is None:
                yield f"{where}: did not run"
            for output in cell["outputs"]:
                if output["output_type"] == "error":
                    yield f"{where}: {output['ename']}: {output['evalue'][:300]}"
                if output.get("name") == "stderr":
                    yield f"{where}: stderr: {''.join(output['text'])[:300]}"

    def _drawn(self) -> None:
        deadline = time.monotonic() + DRAW
        while any((left := self.page.evaluate(UNDRAWN)).values()):
            if time.monotonic() > deadline:
                self._seen.append(f"outputs that are not drawn: {left}")
                return
            self.page.wait_for_timeout(100)

    def _report(self) -> list[str]:
        if dialog := self.page.evaluate(DIALOG):
            self._seen.append(f"dialog: {dialog}")
            self.page.evaluate(DISMISS)
        connections = self.lab.connections()
        found = [*self._seen, *(f"connection: {each}" for each in connections[self._connections :])]
        self._seen, self._connections = [], len(connections)
        return found


@contextmanager
def reader(project: Path, scratch: Path, executable: str) -> Iterator[Reader]:
    """A reader at a browser with an empty profile, in front of a lab on *project*."""
    from playwright.sync_api import sync_playwright

    lab = Lab(project, scratch)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
            try:
                yield Reader(browser.new_page(viewport={"width": 1400, "height": 1000}), lab)
            finally:
                browser.close()
    finally:
        lab.stop()
