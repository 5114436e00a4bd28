"""Measures the leaders' page of the kit in a real browser: from its address to numbers, and to a file."""

import shutil
from importlib import import_module
from importlib.util import find_spec
from time import perf_counter
from typing import Any

from benchmarks.figures import Figure, with_meanings
from benchmarks.opened_kit import warm_kit
from coprod_sim.errors import InputError

LEADERS = "voila/render/apps/explore_scenarios.ipynb#case=west_dulwich"
MEANINGS = {
    "door_seconds": "seconds until the text of the door can be read, in a warm session",
    "first_number_seconds": "seconds until the first numbers are on screen",
    "all_numbers_seconds": "seconds until everything is worked out",
    "pdf_seconds": "seconds from the button to the page for the board as a PDF",
}
TARGETS = {"first_number_seconds": "<= 8 (2 quiet cores)"}
SEEN = {
    "door_seconds": "h1",
    "first_number_seconds": ".row .figure",
    "all_numbers_seconds": ".progress.done",
}
"""What is on the page from then on."""


def measure_page() -> list[Figure]:
    """Open the page as a user would and measure it; needs playwright and a Chromium."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None or find_spec("playwright") is None:
        raise InputError("--page needs Chromium and playwright: pip install -e '.[dev]'")
    playwright = import_module("playwright.sync_api").sync_playwright
    with warm_kit() as kit, playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        figures = _measure(browser.new_page(), kit.address)
        browser.close()
    return with_meanings(figures, MEANINGS, TARGETS)


def _measure(page: Any, address: str) -> dict[str, float]:
    page.set_default_timeout(90_000)
    start = perf_counter()
    page.goto(address + LEADERS, wait_until="commit")
    figures = {}
    for name, selector in SEEN.items():
        page.locator(selector).first.wait_for(state="attached")
        figures[name] = perf_counter() - start
    page.get_by_role("navigation").get_by_role("button", name="Take it away").click()
    start = perf_counter()
    with page.expect_download():
        page.get_by_role("button", name="Save the page (PDF)").click()
    return figures | {"pdf_seconds": perf_counter() - start}
