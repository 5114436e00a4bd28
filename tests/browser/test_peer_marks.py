"""In the kit somebody else marks what was made, and sees no box that stays with its writer."""

from pathlib import Path

import pytest
from conftest import sideways, violations
from kit_lesson_stage import opened_lesson, part, place_unknown, turn_to
from learn_stage import press_on
from playwright.sync_api import expect

from coprod_sim.learning.artefact import artefact_of

pytestmark = pytest.mark.slow
MADE = artefact_of("1_awareness")


@pytest.fixture(autouse=True)
def nothing_done(kept: dict[str, str]) -> None:
    """Begin as somebody who has done nothing yet."""
    Path(kept["COPROD_PROGRESS"]).unlink(missing_ok=True)


@pytest.mark.parametrize("width", [1280, 360])
def test_somebody_else_marks_by_keyboard_and_sees_only_what_is_for_others(page_at, kit, width):
    page = opened_lesson(page_at(width), f"{kit}/voila/render/1_awareness.ipynb")
    turn_to(page, "predict")
    place_unknown(page)
    turn_to(page, "place")
    place = part(page, "place")
    for box in MADE.boxes:
        field = place.get_by_label(box.label)
        field.fill(f"What I know of {box.id}.")
        field.blur()
    turn = "Let somebody else mark it"
    place.get_by_role("button", name="Save only this page").focus()
    press_on(page, turn)
    back = place.get_by_role("button", name="Go back to all of it")
    expect(back).to_be_focused()
    for box in MADE.boxes:
        expect(place.get_by_label(box.label)).to_be_hidden()
        told = place.get_by_text(f"What I know of {box.id}.")
        expect(told).to_have_count(0) if box.record else expect(told.last).to_be_visible()
    expect(place.get_by_text("Mark it yourself")).to_be_hidden()
    place.get_by_role("radio", name="There", exact=True).locator("visible=true").first.check()
    expect(place.get_by_text("Now mark it, and let somebody else do so.").first).to_be_visible()
    assert violations(page) == []
    assert sideways(page) <= 0
    back.press("Enter")
    expect(place.get_by_label(MADE.boxes[0].label)).to_have_value("What I know of why_now.")
    expect(place.get_by_role("button", name=turn)).to_be_focused()
