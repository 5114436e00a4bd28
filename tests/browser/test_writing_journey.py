"""A learner writes, marks their own text, makes something for their own decision, and takes it home."""

from pathlib import Path

import pytest
from conftest import sideways, violations
from kit_lesson_stage import turn_to
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.slow
WIDTHS = (1280, 360)
PAGE = """Our library costs GBP 84k a year. Next year we have £66,000. By law we must keep a library for all.
We could close on two days and save £19,000, let the top floor for £12,000,
or let helpers run three days for £21,000. Then 60 pupils lose a place,
25 people the computers, or two of our staff their hours.
Nobody knows yet if there is a tenant, or if there are enough helpers.
The cabinet decides on 9th May, and your words count until 18th April. All three ways are open until then.
Please write to us, or come to the desk and say what you think.
We write down what you say and read it to the cabinet. You will hear by 20 May what was decided and why."""


@pytest.fixture(autouse=True)
def nothing_done(kept: dict[str, str]) -> None:
    """Begin each journey as somebody who has done nothing yet."""
    Path(kept["COPROD_PROGRESS"]).unlink(missing_ok=True)


def clean(page: Page) -> list[str]:
    """Look at a page at both widths: what axe finds, and whether it is wider than the window."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"at {width}: {v}" for v in violations(page)]
        if sideways(page) > 0:
            found.append(f"at {width}: wider than the window")
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


def test_a_learner_marks_their_own_text_and_compares_it_with_two_others(page_at, kit):
    page = page_at(1280)
    page.goto(f"{kit}/voila/render/apps/do_exercises.ipynb?exercise=1_3")
    page.wait_for_selector("body[data-terms]")
    here = page.locator(".part-exercise")
    here.get_by_label("Your text").fill(PAGE)
    here.get_by_role("button", name="Check my answer").click()
    expect(here).to_contain_text("You have not marked it yet.")
    expect(here.locator(".counted")).to_have_count(0)
    rubric = here.get_by_role("group", name="Mark your own text")
    lists = rubric.get_by_role("combobox")
    expect(lists).to_have_count(7)
    lists.nth(4).select_option(
        "Nobody knows yet if there is a tenant, or if there are enough helpers."
    )
    for k in (0, 1, 2, 3, 5):
        lists.nth(k).select_option("own_words")
    lists.nth(6).select_option("missing")
    here.get_by_role("button", name="Check again").click()
    expect(here).to_contain_text("You marked 6 of 7 parts as there.")
    expect(here).to_contain_text("Find the line that sells")
    lists.nth(6).select_option("own_words")
    here.get_by_role("button", name="Check again").click()
    expect(here).to_contain_text("nobody has checked it")
    here.get_by_role("button", name="Show an answer").click()
    expect(here).to_contain_text("A weaker answer")
    here.get_by_text("Which parts does this one have?").click()
    expect(here).to_contain_text("only one option has a price")
    assert clean(page) == []
    page.reload()
    page.wait_for_selector("body[data-terms]")
    expect(here.get_by_label("Your text")).to_have_value(PAGE)
    expect(lists.nth(4)).to_have_value(
        "Nobody knows yet if there is a tenant, or if there are enough helpers."
    )


def test_a_learner_makes_an_open_page_for_their_own_decision_and_takes_it_home(page_at, kit):
    page = page_at(1280)
    page.goto(f"{kit}/voila/render/1_awareness.ipynb")
    page.wait_for_selector("body[data-terms]")
    turn_to(page, "predict")
    bet = page.locator(".part-predict")
    bet.get_by_role("radio").first.check()
    bet.get_by_role("textbox", name="in 100").fill("70")
    bet.get_by_role("textbox", name="in 100").blur()
    bet.get_by_role("button", name="Place my bet").click()
    page.locator(".part-see svg").first.wait_for()
    turn_to(page, "place")
    here = page.locator(".part-place")
    expect(here).to_contain_text("You have not named one yet")
    here.get_by_role("textbox").first.fill("By 12 May the cabinet decides on the pool.")
    here.get_by_role("textbox").first.blur()
    expect(here).to_contain_text("The open page")
    boxes = here.locator("textarea")
    for k in range(1, 7):
        boxes.nth(k).fill(f"What I know, part {k}.")
    boxes.nth(6).blur()
    expect(here).to_contain_text("All boxes are filled")
    here.get_by_text("Mark it yourself").click()
    for box in here.locator("details[open] fieldset.choice").all():
        box.get_by_label("There", exact=True).check()
    marks = here.locator("details[open] fieldset.choice")
    expect(marks.last).to_contain_text("You can use it")
    expect(marks.first).not_to_contain_text("You can use it")
    here.get_by_text("Compare yours with two other answers").click()
    expect(here.get_by_role("heading", name="A weaker answer")).to_be_visible()
    assert clean(page) == []
    with page.expect_download() as saved:
        here.get_by_role("button", name="Save all I have written as one page").click()
    text = Path(saved.value.path()).read_text(encoding="utf-8")
    assert "By 12 May the cabinet decides on the pool." in text
    assert "What I know, part 5." in text
    later = page_at(360)
    later.goto(f"{kit}/voila/render/7_when_it_goes_wrong.ipynb")
    later.wait_for_selector("body[data-terms]")
    expect(later.locator(".part-place")).to_contain_text("By 12 May the cabinet decides")
