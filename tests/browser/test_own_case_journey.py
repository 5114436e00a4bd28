"""A learner's own case in a real browser, on a phone: two people score, and a reload loses nothing."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import (
    FLAGS,
    HARMLESS,
    chromium,
    sideways,
    turn,
    violations,
)
from playwright.sync_api import Page, expect, sync_playwright

from benchmarks.opened_kit import opened_kit

PAGE = "/voila/render/apps/my_own_case.ipynb"
LOOKED_AT = ("Should we ask?", "Score it", "What it brings", "Your plan", "Take it away")
"""Parts that axe looks at; the others are made of the same fields."""
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def own_kit(tmp_path_factory) -> Iterator[tuple[str, Path]]:
    """Serve the kit with a progress file of its own."""
    progress = tmp_path_factory.mktemp("work") / "coprod_progress.json"
    with opened_kit(settings={"COPROD_PROGRESS": str(progress)}) as kit:
        yield kit.address.rstrip("/"), progress


def is_fault(message) -> bool:
    return message.type == "error" and not message.text.startswith(HARMLESS)


@pytest.fixture
def open_case(own_kit) -> Iterator[Callable[[int], Page]]:
    """Open the worksheet at a width; the page may write no error and ask nothing of other machines."""
    kit, _ = own_kit
    faults: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)

        def make(width: int) -> Page:
            page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
            page.set_default_timeout(90_000)
            page.on(
                "request",
                lambda r: r.url.startswith((kit, "data:", "blob:")) or faults.append(r.url),
            )
            page.on("pageerror", lambda error: faults.append(str(error)))
            page.on("console", lambda m: faults.append(m.text) if is_fault(m) else None)
            page.goto(f"{kit}{PAGE}")
            page.wait_for_selector(".coprod-parts")
            return page

        yield make
        browser.close()
    assert faults == []


def wait_until_kept(progress: Path, text: str) -> None:
    """Wait until a page of the journal stands in the progress file."""
    for _ in range(200):
        pages = json.loads(progress.read_text(encoding="utf-8"))["items"].get("own_case/journal")
        if pages and pages["value"][0]["text"] == text:
            return
        time.sleep(0.2)
    pytest.fail(f"{text!r} was not kept")


def score(page: Page, person: str, line: int) -> None:
    """Sit a person down, let them tick the same line for every dial, and shut their sheet."""
    part = page.locator(".part-score")
    part.get_by_label("Who scores now?").select_option(person)
    part.locator("fieldset.choice:not(.inline)").nth(7).wait_for()
    for dial in part.locator("fieldset.choice:not(.inline)").all():
        dial.get_by_role("radio").nth(line).check()
    expect(part).to_contain_text("8 of 8 scored")
    part.get_by_role("button", name="My sheet is finished").click()
    expect(part).to_contain_text(f"{person}: the sheet is in")


def test_on_a_phone_two_people_score_the_band_comes_and_a_reload_loses_nothing(own_kit, open_case):
    page = open_case(360)
    page.get_by_label("What do you call it?").fill("The bus in our valley")
    page.get_by_label("Where?").fill("Upper Dale")
    turn(page, "Score it")
    part = page.locator(".part-score")
    for side in ("Staff", "A citizen"):
        fold = part.locator("details", has_text="A label for this person")
        if fold.get_attribute("open") is None:
            fold.locator("summary").click()
        part.get_by_label(side, exact=True).check()
        part.get_by_role("button", name="Add a person").click()
        expect(part).to_contain_text("staff 1" if side == "Staff" else "citizen 1")
    score(page, "staff 1", 3)
    expect(part).to_contain_text("One sheet is still open")
    assert page.locator(".part-score svg").count() == 0
    score(page, "citizen 1", 1)
    expect(part).to_contain_text("On 8 of 8 dials, staff give more points")
    turn(page, "What it brings")
    band = page.locator(".part-brings")
    band.locator("svg").first.wait_for()
    before = band.locator("figure").first.inner_text()
    assert "If staff are right" in before
    turn(page, "Your journal")
    expect(page.locator(".part-journal h2")).to_be_focused()
    page.locator(".part-journal textarea").press_sequentially("I did not expect such a gap.")
    wait_until_kept(own_kit[1], "I did not expect such a gap.")  # the hand is still in the box

    page.reload()
    page.wait_for_selector(".coprod-parts")
    expect(page.get_by_label("What do you call it?")).to_have_value("The bus in our valley")
    turn(page, "What it brings")
    expect(band.locator("figure").first).to_contain_text(
        before.splitlines()[2], use_inner_text=True
    )
    for name in LOOKED_AT:
        turn(page, name)
        assert violations(page) == []
        assert sideways(page) <= 0


def test_a_wide_page_is_clean_and_so_is_the_printed_one(open_case, tmp_path):
    page = open_case(1280)
    for name in LOOKED_AT[2:]:
        turn(page, name)
        assert violations(page) == []
    with page.expect_download() as coming:
        page.get_by_role("button", name="Save the page to print").click()
    file = tmp_path / "my_case.html"
    coming.value.save_as(file)
    printed = page.context.browser.new_page(viewport={"width": 360, "height": 800})
    printed.goto(file.as_uri())
    assert violations(printed) == []
    assert sideways(printed) <= 0
    assert "The bus in our valley" in printed.inner_text("h1")
