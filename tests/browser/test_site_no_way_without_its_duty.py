"""Wherever a way is put forward that would probably not meet a likely duty to ask, the page says so there."""

import re

from board_stage import settled
from playwright.sync_api import expect
from site_stage import POOL, part_of, turn_to

from coprod_sim.board.view import link_of

LIMITS = "What can we do in the time and money we have?"
LIKELY = {"loses": "yes", "promised": "yes", "listed": "yes", "groups": "yes", "elsewhere": "no"}
"""Answers that make a duty to ask likely."""
SAYS = "A duty to ask is likely, and tickbox consultation would probably not meet it. Ask your lawyers."
VIEW = POOL.but(
    gate=POOL.gate | LIKELY, ways=("tickbox", "ladder_consultation_well_done", "co_production"),
    money={"weeks_available": 24.0}, budget=30_000.0, part="what",
)  # fmt: skip


def test_a_headline_by_which_tickbox_fits_has_beside_it_that_it_would_not_meet_the_duty_also_on_paper(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(VIEW)}")
    settled(page)
    expect(page.locator(".answer")).to_contain_text(
        "these fit: tickbox consultation and consultation done well, but tickbox consultation would "
        "probably not meet the likely duty to ask."
    )
    expect(page.locator(".answer ~ .late").filter(has_text=SAYS)).to_be_visible()
    turn_to(page, "Take it away")
    page.emulate_media(media="print")
    head = page.get_by_role("article").locator("header")
    expect(head.filter(has_text=SAYS)).to_be_visible()


def test_more_weeks_are_offered_for_the_way_that_would_meet_the_duty_before_the_one_that_would_not(
    page_of, stick: str
) -> None:
    view = VIEW.but(money={"weeks_available": 10.0}, part="why")
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    turn_to(page, "What would happen")
    settled(page)
    turn_to(page, "Why")
    expect(part_of(page, LIMITS).get_by_role("status").first).to_contain_text(
        re.compile(r"With about \d+ weeks more than you have, consultation done well would fit: ")
    )


def test_where_no_duty_is_likely_no_headline_speaks_of_one(page_of, stick: str) -> None:
    view = VIEW.but(gate=VIEW.gate | dict.fromkeys(LIKELY, "no"))
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    settled(page)
    expect(page.locator(".answer")).to_contain_text("these fit: tickbox consultation and")
    expect(page.get_by_text("would probably not meet")).to_have_count(0)
