"""What journeys through a lesson in the kit's own frame do: open it, turn its parts, look how tall it is."""

from playwright.sync_api import Locator, Page, expect

TALLEST = 7000
"""No part of a lesson is taller at a width of 1,280, in the kit or on the site [pixels]."""


def opened(page: Page, address: str) -> Page:
    """Open a page and wait until its parts can be used."""
    page.goto(address)
    page.wait_for_selector("body[data-terms]")
    return page


def opened_lesson(page: Page, address: str) -> Page:
    """Open a lesson and wait until its parts can be turned."""
    opened(page, address)
    page.locator(".part-turn").wait_for()
    return page


def part(page: Page, name: str) -> Locator:
    return page.locator(f".part-{name}")


def forward(page: Page) -> Locator:
    return page.get_by_role("button", name="Go on", exact=True)


def go_on(page: Page) -> None:
    here = page.locator(".part-way p")
    before = here.inner_text()
    forward(page).click()
    expect(here).not_to_have_text(before)


def turn_to(page: Page, name: str) -> None:
    """Go on until a part of a lesson is in sight."""
    page.locator(".part-turn").wait_for()
    while not part(page, name).is_visible():
        go_on(page)


def place_unknown(page: Page) -> None:
    """Bet "I don't know", which opens the next part."""
    part(page, "predict").get_by_label("I don't know").check()
    part(page, "predict").get_by_role("button", name="Place my bet").click()
    part(page, "see").locator("svg").first.wait_for()


def tall(page: Page) -> int:
    """Say how tall the page is [pixels]."""
    return page.evaluate("document.documentElement.scrollHeight")
