"""On the site a criterion whose box is empty cannot be marked as there, and says so itself, in view."""

import json

import pytest
from conftest import sideways, violations
from playwright.sync_api import Page, expect

from coprod_sim.learning.artefact import artefact_of

pytestmark = pytest.mark.slow
ONE = artefact_of("1_awareness")
WORDS = "We do not know how many would come on other days."
EMPTY = '"There" does not count while this box is empty, or nearly so: What does nobody know yet?'
BET = {"seed": 7, "answer": {"choice": "unknown"}}


def keep(page: Page, unknown: str) -> None:
    """Let this browser hold a bet, and the page of lesson 1 with one box as it is given."""
    boxes = {b.id: WORDS for b in ONE.boxes} | {"unknown": unknown}
    kept = {"lesson/1_awareness/predict": BET, ONE.key: {"boxes": boxes}}
    items = {name: {"value": value} for name, value in kept.items()}
    table = json.dumps({"format": 2, "made_with": "x", "items": items})
    page.evaluate("table => localStorage.setItem('coprod_progress', table)", table)


@pytest.mark.parametrize("width", [1280, 360])
def test_there_is_refused_where_it_was_pressed_and_nowhere_else(page_of, space: str, width: int):
    page = page_of(f"{space}/learn.html")
    page.set_viewport_size({"width": width, "height": 740})
    keep(page, "??")
    page.goto(f"{space}/lessons/1_awareness.html#mark")
    ways, unknown = (
        page.locator("fieldset", has_text=name).locator("..")
        for name in ("Every way is there", "What is not known")
    )
    ways.get_by_label("There", exact=True).check()
    expect(ways.get_by_role("status")).to_be_empty()
    expect(ways.get_by_label("There", exact=True)).to_be_checked()
    unknown.get_by_label("There", exact=True).click()
    said = unknown.get_by_role("status")
    expect(said).to_have_text(EMPTY)
    expect(said.get_by_text(EMPTY)).to_be_in_viewport()
    expect(unknown.get_by_label("There", exact=True)).not_to_be_checked()
    expect(page.get_by_text(EMPTY)).to_have_count(1)
    assert violations(page) == []
    assert sideways(page) <= 0
    keep(page, WORDS)
    page.reload()
    unknown.get_by_label("There", exact=True).check()
    expect(unknown.get_by_label("There", exact=True)).to_be_checked()
    expect(said).to_contain_text("All boxes are filled")
