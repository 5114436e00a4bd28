"""Measures the leaders' page in a real browser: the redraw after a dial moves, against bare compute."""

import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from importlib import import_module
from importlib.util import find_spec
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.figures import Figure, with_meanings
from benchmarks.ports import free_port
from coprod_sim.errors import InputError
from coprod_sim.results import compare
from coprod_sim.scenarios import load_scenario

MOVES = 20
RUNS, DRAWS = 8, 2
"""Runs and moved sets of assumptions of the rough numbers shown while a dial moves."""
EXPLORER = "/voila/render/apps/explore_scenarios.ipynb"
MEANINGS = {
    "door_seconds": "seconds until the text of the door can be read, in a warm session",
    "controls_seconds": "seconds until the first question can be answered",
    "numbers_seconds": "seconds until the first numbers are on screen",
    "redraw_ms": "milliseconds from a key on a dial to changed numbers, median",
    "redraw_p90_ms": "the same, 9 in 10 are faster",
    "compute_ms": "milliseconds of bare compute for the same numbers, in this run",
    "redraw_vs_compute": "times the bare compute",
}
WATCH = """() => { window.seen = []; const cards = document.querySelector('.part-what .cards');
new MutationObserver(() => requestAnimationFrame(() => window.seen.push(performance.now())))
  .observe(cards, {subtree: true, childList: true, characterData: true}); }"""
MOVE = """async (name) => { const dial = [...document.querySelectorAll('.part-what input[type=range]')]
  .find(d => d.labels[0].textContent === name); window.seen = []; const at = performance.now();
  dial.value = Number(dial.value) - 1; dial.dispatchEvent(new Event('input', {bubbles: true}));
  while (!window.seen.length && performance.now() - at < 5000) await new Promise(r => setTimeout(r, 2));
  return window.seen.length ? window.seen[0] - at : 5000; }"""


def measure_page() -> list[Figure]:
    """Open the page as a user would and measure it; needs playwright and a Chromium."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None or find_spec("playwright") is None:
        raise InputError("--page needs Chromium and playwright: pip install 'coprod-sim[dev]'")
    playwright = import_module("playwright.sync_api").sync_playwright
    port = free_port()
    command = [sys.executable, "-m", "coprod_sim", "open", "--no-browser", "--port", str(port)]
    with subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            _wait(port)
            with playwright() as started:
                browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
                figures = _measure(browser.new_page(), port)
                browser.close()
        finally:
            server.send_signal(signal.SIGINT)
    return with_meanings(figures, MEANINGS)


def _measure(page: Any, port: int) -> dict[str, float]:
    start = perf_counter()
    page.goto(f"http://127.0.0.1:{port}{EXPLORER}", wait_until="commit")
    figures = {}
    for name, selector in (
        ("door", "h1"),
        ("controls", ".coprod-parts"),
        ("numbers", ".part-what"),
    ):
        page.wait_for_selector(selector, state="attached", timeout=90_000)
        if name == "numbers":
            page.get_by_role("navigation").get_by_role("button", name="What would happen").click()
            page.wait_for_selector(".part-what .live svg", timeout=90_000)
        figures[f"{name}_seconds"] = perf_counter() - start
    page.wait_for_timeout(15_000)  # until the next session has warmed up
    page.evaluate(WATCH)
    moves = []
    for _ in range(MOVES):
        moves.append(page.evaluate(MOVE, "Real influence"))
        page.wait_for_timeout(1500)
    compute = 1000 * median(_compute() for _ in range(MOVES))
    return figures | {
        "redraw_ms": median(moves),
        "redraw_p90_ms": sorted(moves)[int(0.9 * len(moves))],
        "compute_ms": compute,
        "redraw_vs_compute": median(moves) / compute,
    }


def _compute() -> float:
    start = perf_counter()
    found = compare(load_scenario("west_dulwich"), runs=RUNS, draws=DRAWS)
    _ = found.ranges, found.differences
    return perf_counter() - start


def _wait(port: int) -> None:
    for _ in range(200):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=2):
                break
        except OSError:
            time.sleep(0.25)
    time.sleep(20)  # until a session is warm, as it is for whoever reads the start page first
