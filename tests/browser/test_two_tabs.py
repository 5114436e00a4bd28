"""Typing in a tab that does not show yet what another one has kept loses nothing, and the box says so."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import sideways, violations
from kit_lesson_stage import opened_lesson, place_unknown, turn_to
from learn_stage import items_in
from playwright.sync_api import Locator, Page, expect

from benchmarks.opened_kit import opened_kit

pytestmark = pytest.mark.slow
MADE = "artefact/3_expectations"
JOURNAL = f"journal/another text/{MADE}"
QUESTION = "What do you call it"
IN_B = "TABB Asking young people, and we say so"
IN_A = "TABA Working together"
SAID = "In another tab you had written another text in this place"
ASLEEP = "addEventListener('storage', (event) => event.stopImmediatePropagation(), true)"
BET = {"lesson/3_expectations/predict": {"seed": 7, "answer": {"choice": "unknown"}}}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "coprod_progress.json"


@pytest.fixture
def kit_of_one(file: Path) -> Iterator[str]:
    """Serve a kit that keeps what is written in a file of its own."""
    with opened_kit(settings={"COPROD_PROGRESS": str(file)}) as started:
        yield started.address.rstrip("/")


def box(page: Page) -> Locator:
    return page.get_by_label(QUESTION).locator("visible=true")


def said_beside(page: Page) -> Locator:
    return page.get_by_text(SAID).locator("visible=true")


def kept_in(file: Path, page: Page, text: str) -> dict:
    """Wait until a text is in the progress file, and give what is kept there."""
    for _ in range(100):
        if file.exists() and text in file.read_text("utf-8"):
            return json.loads(file.read_text("utf-8"))["items"]
        page.wait_for_timeout(200)
    pytest.fail(f"{text!r} never came into the file")


def test_in_the_kit_the_text_of_the_other_tab_goes_into_the_journal(browser, kit_of_one, file):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    old, new = context.new_page(), context.new_page()
    old.set_default_timeout(90_000)
    new.set_default_timeout(90_000)
    old.goto(kit_of_one)
    address = f"{kit_of_one.split('?')[0].rstrip('/')}/voila/render/3_expectations.ipynb"
    opened_lesson(old, address)
    turn_to(old, "predict")
    place_unknown(old)
    turn_to(old, "place")
    opened_lesson(new, address)
    turn_to(new, "place")
    box(new).press_sequentially(IN_B)
    kept_in(file, new, IN_B)
    expect(box(old)).to_have_value("")
    old.bring_to_front()
    box(old).press_sequentially(IN_A, delay=20)
    items = kept_in(file, old, IN_A)
    assert items[MADE]["value"]["boxes"]["name"] == IN_A
    assert items[JOURNAL]["value"]["text"] == IN_B
    assert QUESTION in items[JOURNAL]["value"]["prompt"]
    expect(said_beside(old)).to_be_in_viewport(ratio=1)
    expect(old.locator(".coprod-aloud").first).to_contain_text(SAID)
    assert violations(old) == []
    context.close()


@pytest.mark.parametrize("width", [1280, 360])
def test_on_the_site_the_text_of_the_other_tab_goes_into_the_journal(context, stick: str, width):
    context.add_init_script(ASLEEP)
    old, new = context.new_page(), context.new_page()
    for page in (old, new):
        page.set_viewport_size({"width": width, "height": 740})
        page.goto(f"{stick}/lessons/3_expectations.html")
        items = {name: {"value": value} for name, value in BET.items()}
        table = json.dumps({"format": 2, "made_with": "x", "items": items})
        page.evaluate("table => localStorage.setItem('coprod_progress', table)", table)
        page.goto("about:blank")
        page.goto(f"{stick}/lessons/3_expectations.html#make")
    box(new).fill(IN_B)
    expect(box(old)).to_have_value("")
    box(old).press_sequentially(IN_A)
    items = items_in(old)
    assert items[MADE]["value"]["boxes"]["name"] == IN_A
    assert items[JOURNAL]["value"]["text"] == IN_B
    assert items[JOURNAL]["value"]["prompt"].endswith("deciding together?")
    expect(said_beside(old)).to_be_in_viewport(ratio=1)
    assert said_beside(old).locator("xpath=ancestor::*[@role='status']").count() == 1
    assert sideways(old) <= 0
    assert violations(old) == []
