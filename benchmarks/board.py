"""Measures the dial board in a real browser: from a dial's event to the drawn picture, and to all numbers."""

import shutil
import tempfile
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.figures import Figure, with_meanings
from coprod_sim.board.declarations import declarations
from coprod_sim.board.standalone import one_file
from coprod_sim.board.view import View
from coprod_sim.errors import InputError
from coprod_sim.scenarios import load_scenario

CASE = "west_dulwich"
FRAMES, FULLS, WARM = 40, 9, 5
MEANINGS = {
    "board_frame_ms": "milliseconds from a dial's event to the drawn picture: 8 runs, 3 ways, median",
    "board_frame_p90_ms": "the same, 9 in 10 are faster",
    "board_full_ms": "milliseconds until 100 runs and 32 other models are shown, median",
    "board_file_kb": "size of the page in one file, model and all [1,000 bytes]",
}
TARGETS = {"board_frame_ms": "33", "board_full_ms": "1000", "board_file_kb": "1000"}
DRAWN = """async ([value, kind]) => {
  const root = document.querySelector("[data-shade]").shadowRoot;
  const dial = root.querySelector("[id$=dial-influence]");
  // Rough numbers are there when the mean has moved, full ones when nothing is left to work out.
  const [place, name, there] = kind === "input"
    ? [root.querySelector(".row.way-2 .mean"), "x1", () => true]
    : [root.querySelector(".progress"), "class", () => root.querySelector(".progress.done")];
  const seen = new Promise((done) => new MutationObserver((_, watch) => {
    if (there()) { watch.disconnect(); done(); }
  }).observe(place, { attributes: true, attributeFilter: [name] }));
  const begun = performance.now();
  dial.value = value;
  dial.dispatchEvent(new Event(kind, { bubbles: true }));
  await seen;
  await new Promise((drawn) => requestAnimationFrame(() => {
    const after = new MessageChannel();
    after.port1.onmessage = drawn;
    after.port2.postMessage(0);
  }));
  return performance.now() - begun;
}"""


def measure_board() -> list[Figure]:
    """Open a board from a file and turn a dial; needs playwright and a Chromium."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None or find_spec("playwright") is None:
        raise InputError("--board needs Chromium and playwright: pip install 'coprod-sim[dev]'")
    playwright = import_module("playwright.sync_api").sync_playwright
    with tempfile.TemporaryDirectory() as folder, playwright() as started:
        file = Path(folder) / "board.html"
        text = one_file(declarations([load_scenario(CASE)]), View(case=CASE))
        file.write_text(text, encoding="utf-8")
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(file.as_uri())
        figures = _measure(page) | {"board_file_kb": file.stat().st_size / 1000}
        browser.close()
    return with_meanings(figures, MEANINGS, TARGETS)


def _measure(page: Any) -> dict[str, float]:
    page.locator(".progress.done").wait_for(state="attached")
    fulls = [page.evaluate(DRAWN, [30 + k, "change"]) for k in range(FULLS)]
    frames = [page.evaluate(DRAWN, [20 + k, "input"]) for k in range(FRAMES + WARM)][WARM:]
    return {
        "board_frame_ms": median(frames),
        "board_frame_p90_ms": sorted(frames)[int(0.9 * len(frames))],
        "board_full_ms": median(fulls),
    }
