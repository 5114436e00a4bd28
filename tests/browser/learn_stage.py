"""What several journeys of a learner on the site do: turn screens, press keys, look at what is kept."""

import json
from pathlib import Path

from playwright.sync_api import Locator, Page, expect


def heading(page: Page) -> Locator:
    return page.locator(".screen h1")


def screen(page: Page) -> str:
    """Say what kind of screen is shown."""
    page.locator(".screen").wait_for()
    return str(page.locator(".screen").get_attribute("class")).split()[1]


def turn(page: Page) -> None:
    before = page.locator(".way p").inner_text()
    page.get_by_role("button", name="Next", exact=True).click()
    expect(page.locator(".way p")).not_to_have_text(before)


def turn_to(page: Page, kind: str) -> None:
    while screen(page) != kind:
        turn(page)


def items_in(page: Page) -> dict:
    """Read what this browser has kept."""
    return json.loads(page.evaluate("localStorage.getItem('coprod_progress')"))["items"]


def saved(page: Page) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download a copy").click()
    return Path(waiting.value.path()).read_bytes()


def press_on(page: Page, name: str) -> None:
    """Go to a button or a link with the Tab key alone, and press Enter."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()").startswith(name):
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"{name} cannot be reached with the keyboard")


def tab_to(page: Page, selector: str) -> None:
    """Go to the next control of a kind with the Tab key alone."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} cannot be reached with the keyboard")


def in_the_kit(data: bytes, folder: Path) -> Path:
    """Put a file that was saved on the site where the full kit looks for it."""
    file = folder / "coprod_progress.json"
    file.write_bytes(data)
    return file
