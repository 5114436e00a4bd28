"""A way that was found says what it was sought for, and may be sought among those that meet a likely duty."""

import re

from board_stage import settled
from playwright.sync_api import Page, expect
from site_stage import POOL, part_of, turn_to, view_in

from coprod_sim.board.view import View, link_of

LIMITS = "What can we do in the time and money we have?"
LIKELY = {"loses": "yes", "promised": "yes", "listed": "yes", "groups": "yes", "elsewhere": "no"}
"""Answers that make a duty to ask likely."""
LAWFUL = "Only ways that would probably meet the duty to ask"
WAYS = ("tickbox", "ladder_consultation_well_done", "co_production")
VIEW = POOL.but(
    gate=POOL.gate | LIKELY, ways=WAYS, part="why", money={"weeks_available": 16.0}, budget=30_000.0
)


def searched(page_of, stick: str, view: View) -> Page:
    """Look for the best within the limits, on a page on which the ways compared are settled."""
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    turn_to(page, "What would happen")
    settled(page)
    turn_to(page, "Why")
    part_of(page, LIMITS).get_by_role("button", name="Find the best within").click()
    expect(part_of(page, LIMITS).locator(".found .first")).to_be_visible(timeout=240_000)
    return page


def test_where_a_duty_is_likely_a_way_is_found_that_would_meet_it_beside_the_middle_way_that_does(
    page_of, stick: str
) -> None:
    page = searched(page_of, stick, VIEW)
    part = part_of(page, LIMITS)
    expect(part.get_by_label(LAWFUL)).to_be_checked()
    expect(part.locator(".found .first")).to_contain_text(
        re.compile(
            r"Within 16 weeks and £30,000, the best we found: over plausible assumptions, \d+ to \d+ in 100 "
            r"of those who lose accept it after one decision\.$"
        )
    )
    expect(part.locator(".found")).to_contain_text(
        "A duty to ask is likely, and by its dials this way would probably meet it: "
    )
    expect(part).to_contain_text("it takes the place of co-production.")
    part.get_by_role("button", name="Put these dials on the board").click()
    kept = view_in(page)
    assert kept.ways == ("tickbox", "ladder_consultation_well_done", "found")
    reply = "a reply" if kept.turned["found"]["feedback"] > 0.625 else "an account"
    title = f"The best way found with reasons, access and {reply}, within 16 weeks and £30,000"
    assert (kept.found, kept.sought["limits"]) == (title, "16 weeks and £30,000")
    board = settled(page)
    expect(board).to_contain_text("these fit: tickbox consultation and the way found")
    expect(board.locator(".duty").first).to_have_text(
        re.compile(
            r"^A duty to ask is likely, and tickbox consultation would probably not meet it\. Ask your "
            r"lawyers\. With consultation done well[^.:]*, people can choose details: too little for a duty "
            r"to ask if it is still open whether to do it at all\.$"
        )
    )
    expect(board).not_to_contain_text("The way found was sought for")
    part_of(page, "What it takes").get_by_label("Weeks you have").fill("24")
    expect(board.locator(".late").filter(has_text="sought for")).to_have_text(
        "The way found was sought for 16 weeks and £30,000, which is not what is entered now. "
        'Search again under "Why".'
    )
    assert view_in(page).found == "A way found earlier, for 16 weeks and £30,000"
    turn_to(page, "Take it away")
    care = page.get_by_role("article").locator(".care")
    expect(care).to_contain_text(
        "sought for 16 weeks and £30,000, which is not what is entered now."
    )
    expect(care).not_to_contain_text("Search again under")  # it is printed, and paper has no steps


def test_what_is_found_has_the_seats_that_were_entered(page_of, stick: str) -> None:
    """It had the 40 of the library, beside a sum that was said to be for the seats entered.

    A room that has space for all who come is as good as none, which is tried as well, and it stays.
    """
    page = searched(page_of, stick, VIEW.but(turned={"co_production": {"seats": 200.0}}))
    part = part_of(page, LIMITS)
    expect(part.locator(".found")).to_contain_text("room for 200 people")
    part.get_by_role("button", name="Put these dials on the board").click()
    assert view_in(page).turned["found"]["seats"] == 200.0


def test_where_no_way_that_would_meet_the_duty_fits_the_page_says_what_the_least_takes(
    page_of, stick: str
) -> None:
    page = searched(page_of, stick, VIEW.but(money={"weeks_available": 2.0}))
    part = part_of(page, LIMITS)
    expect(part.locator(".found .first")).to_have_text(
        re.compile(
            r"^We found no way within 2 weeks and £30,000 that would probably meet the duty to ask\. "
            r"A way with the least that would probably meet it takes about "
            r"\d+(\.\d)? weeks and £[\d,]+ in all: "
        )
    )
    expect(part.get_by_role("button", name="Put these dials on the board")).to_have_count(0)
    part.get_by_label(LAWFUL).uncheck()
    assert view_in(page).lawful is False
