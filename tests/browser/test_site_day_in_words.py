"""The box for a day says at once which day it understood, or that it understood none."""

from datetime import date, timedelta

from playwright.sync_api import expect
from site_stage import POOL

from coprod_sim.board.view import link_of


def test_the_box_for_a_day_says_which_day_it_counts_or_that_it_counts_none(page_of, stick) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL.but(part='case'))}")
    box = page.get_by_label("By when must it be decided?")
    said = page.locator("#" + (box.get_attribute("id") or "") + "-read")
    expect(said).to_have_attribute("role", "status")
    expect(said).to_have_text(
        "Not understood as a day, so no weeks are counted from it. Write, for example, 16 February 2027, "
        "February 2027 or in 8 weeks."
    )
    box.fill("Cabinet, in eleven weeks")
    day = (date.today() + timedelta(weeks=11)).strftime("%d %B %Y").lstrip("0")
    expect(said).to_have_text(
        f"Understood as {day}: 11 whole weeks from today. If you save this view, enter that date instead: "
        "your words are counted again from the day the view is opened."
    )
    box.fill("March 2020")
    expect(said).to_have_text(
        "Understood as 1 March 2020. That is not after today, so no weeks are counted."
    )
    box.fill("")
    expect(said).to_have_text("")
