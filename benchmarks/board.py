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
FRAMES, FULLS, WARM = 60, 15, 5
KEPT, NOT_KEPT = "kept", "not_kept"
MEANINGS = {
    "board_frame_ms": "milliseconds from a dial's event to the drawn picture: 8 runs, 3 ways, median",
    "board_frame_p90_ms": "the same, 9 in 10 are faster",
    "board_full_ms": "milliseconds until 100 runs and 32 other models are shown, median",
    "board_frame_kept": "times as long a drag's picture takes where luck is not kept from play to play",
    "board_full_kept": "times as long all of it takes where luck is not kept",
    "board_file_kb": "size of the page in one file, model and all [1,000 bytes]",
}
TARGETS = {
    "board_frame_ms": "33", "board_full_ms": "1000", "board_file_kb": "1000",
    "board_frame_kept": ">= 1", "board_full_kept": ">= 1.15",
}  # fmt: skip
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
    """Open boards from files and turn a dial; needs playwright and a Chromium."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None or find_spec("playwright") is None:
        raise InputError("--board needs Chromium and playwright: pip install -e '.[dev]'")
    playwright = import_module("playwright.sync_api").sync_playwright
    with tempfile.TemporaryDirectory() as folder, playwright() as started:
        files = _boards(Path(folder))
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        pages = {name: _opened(browser, file) for name, file in files.items()}
        figures = _measure(pages) | {"board_file_kb": files[KEPT].stat().st_size / 1000}
        browser.close()
    return with_meanings(figures, MEANINGS, TARGETS)


def _boards(folder: Path) -> dict[str, Path]:
    """Write the board as it is, and one that lends no room for luck that stays from play to play."""
    declared = declarations([load_scenario(CASE)])
    found = {}
    for name, more in ((KEPT, {}), (NOT_KEPT, {"luck": 0})):
        text = one_file(declared | {"size": declared["size"] | more}, View(case=CASE))
        found[name] = folder / f"{name}.html"
        found[name].write_text(text, encoding="utf-8")
    return found


def _opened(browser: Any, file: Path) -> Any:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(file.as_uri())
    page.locator(".progress.done").wait_for(state="attached")
    return page


def _measure(pages: dict[str, Any]) -> dict[str, float]:
    fulls = _in_turn(pages, "change", 30, FULLS)
    frames = {
        name: seen[WARM:] for name, seen in _in_turn(pages, "input", 20, FRAMES + WARM).items()
    }
    return {
        "board_frame_ms": median(frames[KEPT]),
        "board_frame_p90_ms": sorted(frames[KEPT])[int(0.9 * FRAMES)],
        "board_full_ms": median(fulls[KEPT]),
        "board_frame_kept": median(frames[NOT_KEPT]) / median(frames[KEPT]),
        "board_full_kept": median(fulls[NOT_KEPT]) / median(fulls[KEPT]),
    }


def _in_turn(pages: dict[str, Any], kind: str, first: int, times: int) -> dict[str, list[float]]:
    """Turn the dial on one page after the other, so that whatever else goes on disturbs both."""
    seen: dict[str, list[float]] = {name: [] for name in pages}
    for k in range(times):
        for name, page in pages.items():
            page.bring_to_front()
            seen[name].append(page.evaluate(DRAWN, [first + k, kind]))
    return seen
