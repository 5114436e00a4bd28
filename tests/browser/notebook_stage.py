"""A real JupyterLab or Voila, in a folder of its own, with a notebook in it."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from conftest import wait_for
from playwright.sync_api import Page, expect

from benchmarks.ports import free_port

LAB = (
    "jupyter", "lab", "--no-browser", "--allow-root", "--IdentityProvider.token=",
    "--ServerApp.password=", "--LabApp.news_url=None",
)  # fmt: skip
TRIES = 3
"""How often "Run All" is pressed before a notebook is said not to run."""


def notebook(folder: Path, cells: Sequence[str], name: str = "board") -> Path:
    """Write a notebook of code cells."""
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    made = [cell | {"id": f"cell-{k}", "source": text} for k, text in enumerate(cells)]
    file = folder / f"{name}.ipynb"
    file.write_text(
        json.dumps(
            {"cells": made, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
        )
    )
    return file


def serving(folder: Path, *command: str) -> Iterator[str]:
    """Start a server of Jupyter's in a folder of its own, and end it with everything it started."""
    port = free_port()
    home = {name: str(folder / name.lower()) for name in ("JUPYTER_CONFIG_DIR", "IPYTHONDIR")}
    home["COPROD_PROGRESS"] = str(folder / "progress.json")
    server = subprocess.Popen(
        [sys.executable, "-m", *command, f"--port={port}"], cwd=folder,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | home,
    )  # fmt: skip
    try:
        wait_for(f"http://127.0.0.1:{port}/")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(60)


def lab_with(folder: Path, theme: str) -> Iterator[str]:
    """Start JupyterLab in a theme."""
    settings = folder / "jupyter_config_dir/lab/user-settings/@jupyterlab/apputils-extension"
    settings.mkdir(parents=True)
    (settings / "themes.jupyterlab-settings").write_text(json.dumps({"theme": theme}))
    yield from serving(folder, *LAB)


def run_cell(page: Page, place: int) -> None:
    """Run one cell of the notebook that is open."""
    page.locator(".jp-Notebook .jp-Cell .cm-content").nth(place).click()
    page.keyboard.press("Control+Enter")


def run_all(page: Page) -> None:
    """Run all cells of the notebook that is open, once its kernel is there: before, nothing would run.

    A notebook just opened may not have the focus yet, and the menu would run another one: so it is clicked
    into before, and again where its first cell has neither star nor number soon, as a person would.
    """
    shown = page.locator(".jp-NotebookPanel:visible")
    shown.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for()
    begun = shown.locator(".jp-CodeCell .jp-InputPrompt").first
    for _ in range(TRIES):
        begun.click()
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_text("Run All Cells", exact=True).click()
        with suppress(AssertionError):
            expect(begun).to_have_text(re.compile(r"\[(\*|\d+)\]"), timeout=10_000)
            return
        page.keyboard.press("Escape")
    raise AssertionError("the notebook did not run: its cells have neither star nor number")
