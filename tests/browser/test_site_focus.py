"""Where the keyboard stands when the control that was pressed goes away: at what follows."""

import re

from board_stage import settled
from playwright.sync_api import expect
from site_stage import part_of

from coprod_sim.board.view import View, link_of


def test_whoever_describes_their_own_case_from_the_board_stands_in_its_step(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(View(part='what'))}")
    settled(page)
    page.get_by_role("button", name="Describe my own case").press("Enter")
    expect(page.get_by_role("group", name="The case", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Case", exact=True)).to_be_focused()


def test_whoever_puts_found_dials_on_the_board_stands_in_the_step_of_the_board(
    page_of, stick: str
) -> None:
    view = View(part="why", staff_hours=900.0)
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    part = part_of(page, "What can we do in the time and money we have?")
    part.get_by_role("button", name="Find the best within").press("Enter")
    part.get_by_role("button", name="Put these dials on the board").press("Enter", timeout=180_000)
    expect(page.get_by_role("group", name="What would happen", exact=True)).to_be_focused()
    expect(page.locator(".answer")).to_be_in_viewport()


def test_a_way_that_is_left_out_leaves_the_keyboard_among_the_ways(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(View(part='what'))}")
    settled(page)
    ways = page.get_by_role("group", name="What is compared")
    ways.get_by_role("button", name="Leave Co-production out").press("Enter")
    expect(ways).to_be_focused()


def test_a_case_like_ones_own_that_is_looked_at_is_where_the_keyboard_stands(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(View(case='own', part='case'))}")
    page.get_by_role("button", name=re.compile("Look at ")).first.press("Enter")
    expect(page.get_by_role("heading", name="What happened")).to_be_visible()
    expect(page.get_by_role("region", name="The case", exact=True)).to_be_focused()
