"""The kit is killed while a learner writes, and begins again with a new key: nothing typed is lost."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import lead, sideways, turn, violations
from kit_lesson_stage import opened_lesson, part, place_unknown, turn_to
from playwright.sync_api import Browser, Locator, Page, expect

from benchmarks.opened_kit import Kit
from benchmarks.ports import free_port

pytestmark = pytest.mark.slow
LESSON = "voila/render/5_feedback.ipynb"
WINDOWS = ((1280, 900), (360, 640), (320, 256))
"""Widths and heights; the last is a window of 1280 by 1024 at four times the size [pixels]."""


class Killed:
    """A kit with a key on a port of its own, which can be killed and started again."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.progress = folder / "coprod_progress.json"
        self.log = (folder / "said.txt").open("w")
        self.begin()

    def begin(self) -> None:
        """Start the kit; its address carries the key."""
        places = {"COPROD_PROGRESS": str(self.progress), "COPROD_ROOMS": str(self.folder / "rooms")}
        self.running = Kit(port=self.port, settings=places, errors=self.log)
        self.address = self.running.address

    def kill(self) -> None:
        """Let it die as in a crash: without a word."""
        self.running.kill()


@pytest.fixture
def kit(tmp_path: Path) -> Iterator[Killed]:
    started = Killed(tmp_path)
    yield started
    started.kill()
    started.log.close()
    assert "websocket_ping" not in (tmp_path / "said.txt").read_text()


@pytest.fixture
def page(browser: Browser, kit: Killed) -> Iterator[Page]:
    """Open a lesson and write in its box for one's own place, a few parts behind the bet."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    shown = context.new_page()
    shown.set_default_timeout(90_000)
    shown.goto(kit.address)
    opened_lesson(shown, f"http://127.0.0.1:{kit.port}/{LESSON}")
    place_unknown_at_the_bet(shown)
    turn_to(shown, "place")
    box(shown).fill("Before the crash")
    box(shown).blur()
    in_the_file(shown, kit, "Before the crash")
    yield shown
    context.close()


def place_unknown_at_the_bet(page: Page) -> None:
    turn_to(page, "predict")
    place_unknown(page)


def box(page: Page) -> Locator:
    return part(page, "place").locator("textarea:visible").last


def in_the_file(page: Page, kit: Killed, text: str) -> None:
    """Wait until a text is in the progress file."""
    for _ in range(100):
        if kit.progress.exists() and text in json.dumps(json.loads(kit.progress.read_text())):
            return
        page.wait_for_timeout(200)
    pytest.fail(f"{text!r} never came into the file")


def banner(page: Page) -> Locator:
    return page.get_by_role("alert").and_(page.locator("#trouble"))


def covered(page: Page) -> bool:
    """Say whether the banner hides what has the focus."""
    look = "box => [document.activeElement.getBoundingClientRect().top, box.getBoundingClientRect().top]"
    top, edge = banner(page).evaluate(look)
    return top >= edge - 20


def test_what_was_typed_after_the_crash_comes_back_on_the_part_where_the_learner_was(page, kit):
    where = page.locator(".part-way p").inner_text()
    page.keyboard.press("End")
    kit.kill()
    told = banner(page)
    expect(told).to_contain_text("The kit does not answer")
    expect(told).to_be_in_viewport(ratio=1)
    expect(told).to_contain_text("coprod-sim open")
    expect(told).to_contain_text("stays in the file coprod_progress.json")
    expect(told).to_contain_text("is kept in this browser, and comes back")
    expect(told).not_to_contain_text("in the address")
    box(page).fill("Before the crash and after it")
    page.wait_for_timeout(4_000)
    expect(box(page)).to_have_value("Before the crash and after it")
    before = kit.address
    kit.begin()
    assert kit.address != before
    expect(told).to_contain_text("The kit was started again")
    page.get_by_role("button", name="Load this page again").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("The kit asks for its key")
    where_the_key_is = page.get_by_text('the line that begins with "The kit is open at"')
    expect(where_the_key_is).to_be_in_viewport(ratio=1)
    assert kit.running.said.startswith("The kit is open at http")
    expect(
        page.get_by_text("When its page has opened in this browser, load this page")
    ).to_be_visible()
    assert violations(page) == []
    key = page.get_by_label("The new address")
    key.fill(before)
    key.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("This is not the key")
    key.fill(kit.address)
    page.get_by_role("button", name="Open the kit").click()

    page.wait_for_selector("body[data-terms]")
    expect(page.locator(".part-way p")).to_have_text(where)
    expect(box(page)).to_have_value("Before the crash and after it")
    in_the_file(page, kit, "Before the crash and after it")
    page.wait_for_function(
        "!Object.keys(localStorage).some((name) => name.startsWith('coprod draft'))"
    )
    page.goto(f"http://127.0.0.1:{kit.port}/{LESSON}")  # an address that names no part
    page.wait_for_selector("body[data-terms]")
    expect(page.locator(".part-way p")).to_have_text(where)
    expect(box(page)).to_have_value("Before the crash and after it")


def test_a_page_that_the_kit_has_ended_says_so_and_asks_for_no_key(page):
    page.evaluate(
        """() => {
          const { kernelId } = JSON.parse(document.getElementById("jupyter-config-data").textContent);
          return fetch(`${document.body.dataset.baseUrl}api/shutdown/${kernelId}`, { method: "POST" });
        }"""
    )
    expect(banner(page)).to_contain_text("The kit still runs. Load this page again", timeout=20_000)
    expect(banner(page)).not_to_contain_text("key")
    page.get_by_role("button", name="Load this page again").click()
    page.wait_for_selector("body[data-terms]", timeout=90_000)


def test_a_leader_comes_back_through_the_question_for_the_key_to_the_step_they_were_on(
    browser, kit
):
    page = browser.new_page()
    page.set_default_timeout(90_000)
    page.goto(kit.address)
    lead(page, f"http://127.0.0.1:{kit.port}")
    turn(page, "Where we are")
    expect(page).to_have_url(re.compile("#"))
    kit.kill()
    expect(banner(page)).to_contain_text("is kept in this page's address")
    kit.begin()
    page.get_by_role("button", name="Load this page again").click()
    page.get_by_label("The new address").fill(kit.address)
    page.get_by_role("button", name="Open the kit").click()
    expect(page.get_by_role("group", name="Where we are")).to_be_visible()
    page.close()


def test_the_banner_is_in_view_in_every_window_and_hides_nothing_that_has_the_focus(page, kit):
    kit.kill()
    expect(banner(page)).to_contain_text("The kit does not answer")
    found = []
    for width, height in WINDOWS:
        page.set_viewport_size({"width": width, "height": height})
        box(page).focus()
        expect(banner(page)).to_be_in_viewport()
        assert banner(page).bounding_box()["height"] <= 0.4 * height + 1
        assert sideways(page) <= 0
        for key in ["Tab"] * 4 + ["Shift+Tab"] * 8:
            page.keyboard.press(key)
            page.wait_for_timeout(100)
            inside = banner(page).evaluate("box => box.contains(document.activeElement)")
            if not inside and covered(page):
                found.append((width, key, page.evaluate("document.activeElement.outerHTML")[:80]))
        found += violations(page)
    assert found == []
