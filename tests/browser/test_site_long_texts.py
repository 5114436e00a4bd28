"""A text that is longer than its box has room for: nothing is cut without a word."""

import pytest
from playwright.sync_api import expect
from site_stage import POOL, turn_to, view_in

from coprod_sim.board.view import link_of

REASONS = "We keep it open. " * 38
"""646 letters, of which the box has room for 600."""


def test_a_reason_that_is_too_long_stays_whole_and_the_page_says_that_its_end_is_left_out(
    page_of, stick: str
) -> None:
    view = POOL.but(part="take", recommended_way="co_production")
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    box = page.get_by_label("Why you recommend it")
    box.fill(REASONS)
    expect(box).to_have_value(REASONS)
    said = page.locator("#" + box.get_attribute("id") + "-wrong")
    expect(said).to_have_attribute("role", "status")
    expect(said).to_contain_text("There is room for 600 letters here: 46 are too many.")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text(
        'Not on this page: the end of what was typed under "Why you recommend it". 46 letters are too '
        "many."
    )
    assert view_in(page).recommendation == REASONS[:599] + "…"
    turn_to(page, "Why")
    turn_to(page, "Take it away")
    expect(box).to_have_value(REASONS)
    page.get_by_label("Which way do you recommend?").select_option("tickbox")
    expect(box).to_have_value("")
    page.get_by_label("Which way do you recommend?").select_option("co_production")
    expect(box).to_have_value(REASONS)
    box.fill("Short.")
    expect(said).to_have_text("")
    expect(sheet).not_to_contain_text("Not on this page")
    assert view_in(page).recommendation == "Short."


@pytest.mark.parametrize("label", ["What do you call it?", "By when must it be decided?"])
def test_a_line_of_the_form_keeps_what_is_too_long_for_it(page_of, stick: str, label) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL.but(part='case'))}")
    box = page.get_by_label(label)
    box.fill("x" * 101)
    expect(box).to_have_value("x" * 101)
    expect(page.locator("#" + box.get_attribute("id") + "-wrong")).to_contain_text(
        "There is room for 100 letters here: 1 is too many."
    )
    kept = view_in(page).own
    assert ("x" * 99 + "…") in kept.values()


def test_who_prepared_a_page_stays_whole_on_every_case(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL.but(part='take'))}")
    box = page.get_by_label("Prepared by")
    box.fill("y" * 130)
    turn_to(page, "The case")
    page.get_by_label("Case", exact=True).select_option("west_dulwich")
    turn_to(page, "Take it away")
    expect(box).to_have_value("y" * 130)
    assert view_in(page).prepared_by == "y" * 119 + "…"
