"""A way that a search finds says so where it would not meet a likely duty to ask, or takes too long."""

import re
from datetime import date, timedelta

from playwright.sync_api import expect
from site_stage import part_of

from coprod_sim.board.view import View, link_of

LIKELY = {"loses": "yes", "promised": "yes", "listed": "yes", "groups": "yes", "elsewhere": "no"}
"""Answers that make a duty to ask likely."""


def test_a_way_that_is_found_and_would_not_meet_a_likely_duty_says_that_it_is_no_way_to_go(
    page_of, stick
) -> None:
    view = View(
        case="own", part="why", budget=9000.0, gate=LIKELY, lawful=False,
        money={"weeks_available": 10.0},
    )  # fmt: skip
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    part = part_of(page, "What can we do in the time and money we have?")
    part.get_by_role("button", name="Find the best within these limits").click()
    expect(part.locator(".found")).to_contain_text(
        re.compile(
            r"A duty to ask is likely, and this way would probably not meet it: [^.]+\. "
            r"So it is no way to go before somebody who knows the law has looked at it\."
        ),
        timeout=180_000,
    )


def test_the_cheapest_way_to_a_goal_says_that_it_misses_a_likely_duty_and_goes_beyond_what_there_is(
    page_of, stick
) -> None:
    view = View(
        case="own", part="why", target=0.4, budget=30_000.0, gate=LIKELY, lawful=False,
        money={"weeks_available": 8.0},
    )  # fmt: skip
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    part = part_of(page, "What is the cheapest way to a goal?")
    part.get_by_role("button", name="Find the cheapest way there").click()
    found = part.locator(".found")
    expect(found).to_contain_text(
        "A duty to ask is likely, and this way would probably not meet it: ", timeout=180_000
    )
    expect(found).to_contain_text("This does not fit into your 8 weeks.")


def test_a_search_keeps_to_the_weeks_until_the_date_where_nobody_entered_weeks(
    page_of, stick
) -> None:
    """It offered a way of 24 weeks for a decision in 14, and said that money was the limit."""
    day = date.today() + timedelta(weeks=14, days=2)
    view = View(
        case="own", part="why", budget=25_000.0, own={"by_when": f"{day.day} {day:%B %Y}"},
        ways=("tickbox", "ladder_consultation_well_done", "co_production"),
    )  # fmt: skip
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    part = part_of(page, "What can we do in the time and money we have?")
    expect(part).to_contain_text("Until you enter weeks, the 14 until your date count.")
    expect(part).to_contain_text("tickbox consultation, which fits now", timeout=60_000)
    expect(part).not_to_contain_text("consultation done well, which fits now")
    part.get_by_role("button", name="Find the best within these limits").click()
    expect(part.locator(".found")).to_contain_text("Within 14 weeks", timeout=180_000)
    part.get_by_label("Weeks you have").fill("30")
    expect(part).not_to_contain_text("until your date count")
