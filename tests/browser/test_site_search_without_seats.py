"""The searches under "Why" also try ways without seats, and say which the least is that would meet a duty."""

from board_stage import settled
from playwright.sync_api import Page, expect
from site_stage import part_of, turn_to, view_in

from coprod_sim.board.view import View, link_of

LIMITS = "What can we do in the time and money we have?"
GOAL = "What is the cheapest way to a goal?"
ROOM = {"venue": 4_000.0, "recruitment": 6_000.0, "facilitation": 30_000.0, "members": 8_000.0}
CLOSING = View(
    case="own", part="why", ways=("tickbox", "ladder_consultation_well_done", "co_production"),
    own={
        "title": "Closing the day centre", "draft": "badly", "heat": "disputed", "months": 3,
        "institution": "council", "people_affected": 8_400,
    },
    gate={
        "problem": "yes", "open": "yes", "used": "yes", "means": "yes", "enough": "yes", "answer": "yes",
        "time": "no", "loses": "yes", "promised": "no", "listed": "no", "groups": "yes", "elsewhere": "no",
    },
    stakes="high", trust="low", saving=410_000.0, budget=20_000.0, besides={"co_production": ROOM},
    money={"weeks_available": 14.0, "staff_hour": 38.0, "challenge": 90_000.0, "citizen_hour": 15.0},
)  # fmt: skip
"""A council means to close a day centre: a room of 40 would cost GBP 48,000 besides hours."""

WAIT = (
    "Each further week also puts off the saving you entered: about £7,880 a week, not counted here."
)
"""410,000 / 52 is 7,885 [GBP]."""


def opened(page_of, stick: str, view: View) -> Page:
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    turn_to(page, "What would happen")
    settled(page)
    turn_to(page, "Why")
    return page


def test_a_way_without_seats_is_found_that_fits_where_a_room_would_not(page_of, stick: str) -> None:
    page = opened(page_of, stick, CLOSING)
    part = part_of(page, LIMITS)
    part.get_by_role("button", name="Find the best within these limits").click()
    said = part.locator(".found")
    expect(said).to_contain_text("Within 14 weeks and £20,000, the best we found", timeout=180_000)
    expect(said).to_contain_text("by its dials this way would probably meet it")
    expect(said).to_contain_text(
        "It has no seats, so the £48,000 that you entered besides hours for co-production is not in it"
    )
    expect(said).not_to_contain_text("people have a seat")
    part.get_by_role("button", name="Put these dials on the board").click()
    kept = view_in(page)
    assert kept.turned["found"]["seats"] == 0.0
    assert "found" not in kept.besides


def test_the_cheapest_way_to_a_goal_costs_no_more_than_one_without_seats(
    page_of, stick: str
) -> None:
    page = opened(page_of, stick, CLOSING.but(target=0.4))
    part = part_of(page, GOAL)
    part.get_by_role("button", name="Find the cheapest way there").click()
    said = part.locator(".found p").first
    expect(said).to_contain_text("40 in 100 can be reached", timeout=180_000)
    cost = float(said.inner_text().split("£")[1].split(" ")[0].replace(",", ""))
    assert cost <= 22_600.0
    expect(part.locator(".found")).to_contain_text(WAIT)


def test_the_least_that_would_meet_the_duty_is_told_by_its_dials_and_by_how_much_more_it_needs(
    page_of, stick: str
) -> None:
    money = CLOSING.money | {"weeks_available": 10.0}
    page = opened(page_of, stick, CLOSING.but(money=money, budget=None))
    part = part_of(page, LIMITS)
    expect(part.get_by_role("status").first).to_contain_text(
        "With about 11 weeks more than you have, consultation done well would fit"
    )
    part.get_by_role("button", name="Find the best within these limits").click()
    said = part.locator(".found")
    expect(said).to_contain_text("We found no way within 10 weeks", timeout=180_000)
    expect(said).to_contain_text(
        "A way with the least that would probably meet it takes about 13 weeks and £12,700 in all"
    )
    expect(said).to_contain_text(
        "For this way you would need about 3 weeks more than you have. It is none of the ways compared, and "
        "does less than consultation done well."
    )
    expect(said).to_contain_text(
        "With this way, people can choose details: too little for a duty to ask if it is still open whether "
        "to do it at all."
    )
    expect(said).to_contain_text(WAIT)
    expect(said).to_contain_text(
        "What you would do, each dial from 0 to 100: Awareness (40): Reasons"
    )
