"""The answers to "Should we ask?" belong to the case on the page: they count there, and for no other."""

import re
from pathlib import Path

from board_stage import settled
from playwright.sync_api import Page, expect
from site_stage import POOL, answer_gate, answer_law, part_of, turn_to, view_in

from coprod_sim.board.view import View, from_file, from_link, link_of

LIKELY = {"loses": "yes", "promised": "yes", "listed": "yes", "groups": "yes", "elsewhere": "no"}
"""Answers that make a duty to ask likely."""
DUTY = (
    "A duty to ask is likely, and tickbox consultation and honest consultation would probably not meet it. "
    "Ask your lawyers."
)
DULWICH = View(case="west_dulwich", part="gate")


def turn_to_case(page: Page, name: str) -> None:
    turn_to(page, "The case")
    page.get_by_label("Case", exact=True).select_option(name)


def test_what_is_answered_on_west_dulwich_stands_beside_its_headline_and_on_its_page_for_the_board(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(DULWICH)}")
    expect(page.locator(".gate-whose")).to_have_text(
        re.compile(r'^Your answers are about the case "West Dulwich.+ for no other case\.$')
    )
    answer_gate(page, "yyyynyy")
    answer_law(page, "yyyyn")
    turn_to(page, "What would happen")
    settled(page)
    expect(page.locator(".duty")).to_have_text(DUTY)
    expect(page.locator(".answer + .gate-says")).to_contain_text(
        "find the time, or move the decision"
    )
    turn_to(page, "Take it away")
    sheet = page.get_by_role("article")
    expect(sheet.locator(".duty")).to_have_text(DUTY)
    expect(sheet).to_contain_text(
        "By the answers given, a duty to ask or to involve people is likely: "
    )
    expect(sheet).to_contain_text(
        "There is no time before the decision. By the weeks assumed for this case (52), all the ways "
        "compared fit."
    )


def test_another_case_shows_its_own_answers_and_the_first_has_its_own_again(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL.but(part='gate'))}")
    expect(page.locator("fieldset.question input:checked")).to_have_count(10)
    turn_to_case(page, "west_dulwich")
    turn_to(page, "Should we ask?")
    expect(page.locator("fieldset.question input:checked")).to_have_count(0)
    expect(page.locator(".verdict")).to_contain_text("9 of 9 questions are still open")
    expect(page.locator(".verdict")).to_contain_text(
        "5 of 5 questions about the law are still open"
    )
    answer_law(page, "nnnnn")
    turn_to(page, "What would happen")
    settled(page)
    expect(page.locator(".gate-says, .duty")).to_have_count(0)
    kept = view_in(page)
    assert kept.gate == dict.fromkeys(LIKELY, "no")
    assert (kept.kept, kept.own) == ({}, {})  # an address is copied and sent
    assert (kept.stakes, kept.trust) == ("", "")
    page.reload()
    settled(page)
    turn_to_case(page, "own")
    turn_to(page, "Should we ask?")
    expect(page.locator("fieldset.question input:checked")).to_have_count(10)
    expect(page.get_by_label("Much, or it is hard to undo")).to_be_checked()


def test_a_search_on_a_case_of_the_library_keeps_to_the_duty_that_was_answered_there(
    page_of, stick: str
) -> None:
    view = DULWICH.but(part="why", gate=LIKELY, budget=30_000.0)
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    part = part_of(page, "What can we do in the time and money we have?")
    expect(part.get_by_label("Only ways that would probably meet the duty to ask")).to_be_checked()


def test_what_the_form_of_ones_own_case_was_told_is_not_said_of_a_case_of_the_library(
    page_of, stick: str
) -> None:
    told = "In the form for your own case you answered"
    own = POOL.but(part="gate", own=POOL.own | {"heat": "hot"})
    page = page_of(f"{stick}/leaders.html#view={link_of(own)}")
    expect(page.get_by_text(told)).to_have_count(1)
    turn_to_case(page, "west_dulwich")
    turn_to(page, "Should we ask?")
    expect(page.get_by_text(told)).to_have_count(0)


def test_nothing_of_ones_own_case_leaves_with_a_case_of_the_library(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL.but(part='take'))}")
    again = page.get_by_role("region", name="Come back to this view", exact=True)
    stays = "What you entered about other cases, such as your own, stays in this browser."
    expect(again).not_to_contain_text(stays)
    turn_to_case(page, "west_dulwich")
    turn_to(page, "Take it away")
    expect(again).to_contain_text(stays)
    page.wait_for_timeout(600)
    with page.expect_download() as coming:
        again.get_by_role("button", name="Save this view as a file").click()
    file = from_file(Path(coming.value.path()).read_bytes(), "file")
    link = str(again.get_by_role("link", name="Link to this view").get_attribute("href"))
    for left in (file, from_link(link.split("#view=")[1]), view_in(page)):
        assert (left.case, left.own, left.kept) == ("west_dulwich", {}, {})
        assert left.recommendation == ""
    page.reload()
    settled(page)
    turn_to_case(page, "own")
    expect(page.get_by_label("What do you call it?")).to_have_value("The pool in Northfield")
