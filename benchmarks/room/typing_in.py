"""Measures how long it takes to type in the papers of plan H, by keys alone, in a real browser."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, expect, sync_playwright

from benchmarks.figures import Figure, with_meanings
from benchmarks.opened_kit import warm_kit

PEOPLE = 25
KEYS_A_MINUTE = 120
"""How fast somebody types who looks for each number: two keys a second. Assumed, not measured."""
TURN_A_PAPER = 3.0
"""How long the next paper is taken up and its card's number looked at [seconds]. Assumed."""
ROUNDS = (
    (1, "Eight questions to start with", 8),
    (1, "Two decisions: What people wanted", 2),
    (3, "Two decisions: First decision", 1),
    (3, "Two decisions: First decision: how it felt", 6),
    (4, "Two decisions: Second decision", 1),
    (4, "Two decisions: Second decision: how it felt", 6),
)
"""What has to be typed in before the two ways can be compared: the part, its name, how many answers."""
MEANINGS = {
    "people": "people whose papers were typed in, all their answers for the comparison",
    "keys_a_person": "keys pressed for one person, over all six rounds",
    "waits_seconds": "seconds in which the page made the typist wait, over all papers",
    "minutes": f"minutes for all, at {KEYS_A_MINUTE} keys a minute and {TURN_A_PAPER:g} seconds to turn to "
    "the next paper",
    "minutes_of_the_longest_round": "minutes of these for the eight questions, the longest round",
}
PAGE = "voila/render/apps/run_a_session.ipynb"


def measure_typing() -> list[Figure]:
    """Type in the papers of 25 people and count keys and waits."""
    with _kit() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        page.set_default_timeout(120_000)
        expect.set_options(timeout=120_000)
        _open_plan_h(page, address)
        typed = {name: _round(page, part, name, answers) for part, name, answers in ROUNDS}
        browser.close()
    return with_meanings(_figures(typed), MEANINGS)


def _figures(typed: dict[str, tuple[int, float]]) -> dict[str, float]:
    minutes = {
        name: keys / KEYS_A_MINUTE + (waits + PEOPLE * TURN_A_PAPER) / 60
        for name, (keys, waits) in typed.items()
    }
    return {
        "people": PEOPLE,
        "keys_a_person": sum(keys for keys, _ in typed.values()) / PEOPLE,
        "waits_seconds": sum(waits for _, waits in typed.values()),
        "minutes": sum(minutes.values()),
        "minutes_of_the_longest_round": max(minutes.values()),
    }


def _open_plan_h(page: Page, address: str) -> None:
    page.goto(address + PAGE)
    page.get_by_role("radio", name="H. No devices, no internet").check()
    expect(page.get_by_role("radio", name="H. No devices")).to_be_checked()
    _turn(page, "Room")
    _press(page, "Open the room")
    _press(page, "Go on and lead")


def _round(page: Page, part: int, name: str, answers: int) -> tuple[int, float]:
    """Type in one round of all people; gives the keys pressed and the seconds that were waited for."""
    _turn(page, "Lead")
    now = page.locator(".part:visible")
    if not page.get_by_label("Go to part").is_visible():
        page.get_by_text("Time, and other parts").click()
    page.get_by_label("Go to part").select_option(index=part - 1)
    expect(now).to_contain_text(f"Part {part} of")
    now.get_by_role("button", name=f"Start: {name}", exact=True).click()
    expect(page.locator(".part-lead .now")).to_contain_text("Open now")
    _turn(page, "Without devices")
    page.get_by_label("Answers of card 1 ").click()
    keys, waits = 0, 0.0
    for card in range(1, PEOPLE + 1):
        line = " ".join(str(1 + (card + k) % 3) for k in range(answers))
        page.keyboard.type(line)
        page.keyboard.press("Enter")
        keys += len(line) + 1
        began = time.monotonic()
        expect(page.get_by_label(f"Answers of card {card + 1} ")).to_be_focused()
        waits += time.monotonic() - began
    _turn(page, "Lead")
    _press(page, "Close it")
    expect(page.locator(".part-lead .now")).to_contain_text("Nothing is open")
    return keys, waits


def _button(page: Page, name: str) -> Locator:
    return page.locator(".part:visible").get_by_role("button", name=name)


def _press(page: Page, name: str) -> None:
    _button(page, name).first.click()


def _turn(page: Page, name: str) -> None:
    page.get_by_role("navigation").get_by_role("button", name=name, exact=True).click()


@contextmanager
def _kit() -> Iterator[str]:
    """Serve the kit with folders of its own; afterwards it and its room are stopped."""
    with tempfile.TemporaryDirectory() as folder:
        places = ("ROOMS", "SESSIONS", "PROGRESS")
        own = {f"COPROD_{name}": str(Path(folder) / name.lower()) for name in places}
        try:
            with warm_kit(own) as kit:
                yield kit.address
        finally:  # once the kit has ended, for the trainer's page starts a room anew that has stopped
            stop = [sys.executable, "-m", "coprod_sim", "room", "--stop"]
            subprocess.run(  # noqa: S603 - our own
                stop, env=os.environ | own, check=False, capture_output=True
            )
