"""What stands beside, and in, a headline: what the gate says, and that a way goes beyond the limits."""

import re

from board_page_stage import CENTRE
from board_stage import settled
from playwright.sync_api import Page, expect
from site_stage import POOL, part_of, turn_to, verdict, view_in

from coprod_sim.board.view import link_of

ASKED = 'The answers to "Should we ask?"'
SAYS = f"{ASKED} (4 of 14 questions are still open) say: "
MEANS = f"{SAYS}find the time, or move the decision."
LIMITS = "What can we do in the time and money we have?"


def test_what_the_gate_says_stands_beside_every_headline_and_leads_to_the_answers(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL.but(part='what', budget=20_000.0))}")
    settled(page)
    expect(page.locator(".answer + .gate-says")).to_contain_text(MEANS)
    turn_to(page, "Take it away")
    expect(page.get_by_role("article").locator("header")).to_contain_text(MEANS)
    turn_to(page, "Why")
    expect(part_of(page, LIMITS)).to_contain_text(MEANS)  # beside the next step
    page.get_by_role("button", name="See these answers").click()
    expect(verdict(page).first).to_have_text("Find the time, or move the decision")
    expect(page.get_by_role("group", name="Should we ask?", exact=True)).to_be_focused()


def test_a_gate_without_an_outcome_has_nothing_beside_the_headline(page_of, stick: str) -> None:
    unanswered = POOL.but(part="what", gate={}, stakes="", trust="")
    page = page_of(f"{stick}/leaders.html#view={link_of(unanswered)}")
    settled(page)
    expect(page.locator(".answer")).to_contain_text("than with tickbox")
    expect(page.get_by_text(ASKED)).to_have_count(0)


def test_to_decide_together_is_said_with_what_speaks_against_it_here(page_of, stick: str) -> None:
    view = POOL.but(part="what", gate=POOL.gate | {"time": "yes"}, money={"weeks_available": 10.0})
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    settled(page)
    says = page.locator(".answer + .gate-says")
    expect(says).to_contain_text(
        f"{SAYS}decide it together. But co-production does not fit into your 10 weeks: "
        "make room for it, or say openly what can still change."
    )
    fits = view.but(
        money={"weeks_available": 40.0}, own=POOL.own | {"zero_sum": "yes", "heat": "hot"}
    )
    page = page_of(f"{stick}/leaders.html#view={link_of(fits)}")
    settled(page)
    says = page.locator(".answer + .gate-says")
    expect(says).to_contain_text(
        re.compile("But in this model co-production (mostly )?does worse here than tickbox")
    )
    expect(says).not_to_contain_text("does not fit")


def test_the_step_that_shows_why_sends_nobody_to_itself(page_of, stick: str) -> None:
    view = POOL.but(
        part="why", gate=POOL.gate | {"time": "yes"}, money={"weeks_available": 20.0},
        own=POOL.own | {"zero_sum": "yes", "heat": "hot"},
    )  # fmt: skip
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    says = part_of(page, LIMITS).locator(".gate-says")
    expect(says).to_contain_text("see here why, before you make room for it.", timeout=60_000)
    expect(says).not_to_contain_text('see "Why"')
    turn_to(page, "What would happen")
    expect(page.locator(".answer + .gate-says")).to_contain_text('see "Why" before you make')


def test_on_a_phone_no_warning_about_time_is_behind_a_fold(page_of, stick: str) -> None:
    view = POOL.but(part="what", own=POOL.own | {"months": 2.5})
    page = page_of(f"{stick}/leaders.html")
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{stick}/leaders.html#view={link_of(view)}")
    page.reload()
    settled(page)
    expect(page.locator(".compared details")).not_to_have_attribute("open", "")
    expect(
        page.get_by_text(
            "getting ready may take as long again. Getting ready included, these take "
        )
    ).to_be_visible()


def test_the_headline_itself_says_that_a_way_is_beyond_the_limits_and_which_way_fits(
    page_of, stick: str
) -> None:
    view = CENTRE.but(part="what", turned={}, budget=25_000.0, money={"weeks_available": 21.0})
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    settled(page)
    said = re.compile(
        r"^.*[Cc]onsultation done well.* than with tickbox consultation\. "
        r"In 64 of 100 results it gains less than 5 in 100, or loses\. "
        r"Of the ways compared these fit: tickbox consultation and consultation done well, "
        r"but tickbox consultation would probably not meet the likely duty to ask\.$"
    )
    expect(page.locator(".answer")).to_have_text(said)
    expect(page.locator(".facts")).to_contain_text("with consultation done well")
    expect(page.locator(".facts")).not_to_contain_text("co-production")
    expect(page.locator(".late:not(.duty)")).to_contain_text(
        "Only this takes longer: co-production (30)."
    )
    turn_to(page, "Take it away")
    expect(page.get_by_role("article").get_by_role("heading").first).to_have_text(said)
    page.get_by_label("Which way do you recommend?").select_option("co_production")
    expect(page.get_by_role("article").get_by_role("heading").first).to_contain_text(
        "Co-production (beyond your 21 weeks and £25,000)"
    )
    expect(page.get_by_role("article")).to_contain_text(
        "The way you recommend does not fit: it takes 30 weeks (you have 21) and it costs "
    )


def search(page: Page) -> None:
    part_of(page, LIMITS).get_by_role("button", name="Find the best within").click()


def test_the_search_takes_a_way_with_figures_of_its_own_by_those_and_at_the_boards_price(
    page_of, stick: str
) -> None:
    quick = {"co_production": {"staff_hours": 300.0, "weeks": 9.0}}
    view = POOL.but(
        part="why", budget=30_000.0, efforts=quick, gate={},
        besides={"co_production": {"venue": 7_000.0}}, money={"weeks_available": 10.0, "staff_hour": 38.0},
    )  # fmt: skip
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    settled_in_why(page)
    search(page)
    found = part_of(page, LIMITS).locator(".found")
    expect(found.locator(".first")).to_contain_text(
        "Within 10 weeks and £30,000, the best we found is co-production, one of the ways compared: ",
        timeout=180_000,
    )
    expect(found).to_contain_text("It takes about 9 weeks and £18,400, by the figures entered for")
    turn_to(page, "What would happen")
    row = part_of(page, "What it takes").locator("tbody tr").nth(2).locator("td")
    expect(row.last).to_have_text("£18,400 *")


def test_what_a_search_found_costs_on_the_board_what_the_search_said(page_of, stick: str) -> None:
    slow = {"co_production": {"staff_hours": 2_000.0}, "found": {"weeks": 2.0}}
    view = POOL.but(
        part="why", budget=30_000.0, efforts=slow, gate={}, involving=True,
        besides={way: {"venue": 7_000.0} for way in ("co_production", "honest_consultation")},
        money={"weeks_available": 18.0, "staff_hour": 38.0},
    )  # fmt: skip
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    settled_in_why(page)
    search(page)
    part = part_of(page, LIMITS)
    said = part.get_by_text(
        "That counts £7,000 besides hours, as you entered it for honest consultation: neither has seats."
    )
    expect(said).to_be_visible(timeout=180_000)
    weeks, money = re.search(r"about (\d+) weeks and (£[\d,]+)\.", said.inner_text()).groups()
    part.get_by_role("button", name="Put these dials on the board").click()
    settled(page)
    rows = part_of(page, "What it takes").locator("tbody tr", has_text="The way found")
    expect(rows.locator("td").first).to_have_text(weeks)
    expect(rows.locator("td").last).to_have_text(money)
    assert view_in(page).efforts == {"co_production": {"staff_hours": 2_000.0}}


def settled_in_why(page: Page) -> None:
    turn_to(page, "What would happen")
    settled(page)
    turn_to(page, "Why")


def test_weeks_and_months_that_do_not_fit_together_say_so_and_weeks_nobody_entered_are_none(
    page_of, stick: str
) -> None:
    view = POOL.but(part="what", own=POOL.own | {"months": 2.5})
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    settled(page)
    cost = part_of(page, "What it takes")
    expect(cost.locator("table").first.locator("tr").last).to_have_text(
        "Weeks availableabout 11, from your months"
    )
    expect(page.locator(".late:not(.duty)")).to_contain_text(
        "No weeks were entered. Your 2.5 months from the first word in public to the decision are about 11 "
        "weeks; getting ready may take as long again. Getting ready included, these take more than 11 weeks: "
        "tickbox consultation (13) and consultation done well (21). Even with as long again that is too "
        "short for co-production (30)."
    )
    expect(cost).not_to_contain_text("Nobody entered how many weeks there are.")
    expect(cost).not_to_contain_text("fit into that time")
    clash = (
        "2.5 months from the first word in public to the decision are about 11 weeks, but 6 "
        "weeks were entered for it."
    )
    expect(cost).not_to_contain_text("Please check")
    expect(page.get_by_text("getting ready may take as long again")).to_have_count(1)
    cost.get_by_label("Weeks you have").fill("6")
    expect(cost.get_by_role("alert").filter(has_text="Please check")).to_contain_text(clash)
    turn_to(page, "Take it away")
    expect(page.get_by_role("article")).to_contain_text(clash)
    turn_to(page, "What would happen")
    cost.get_by_label("Weeks you have").fill("12")
    expect(cost).not_to_contain_text("Please check")


def test_hours_are_called_assumed_only_as_far_as_they_are(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL.but(part='what'))}")
    settled(page)
    cost = part_of(page, "What it takes")
    expect(cost).to_contain_text("Hours and weeks are the kit's assumptions")
    cost.get_by_label("Rooms, food and equipment").fill("£1,500")
    row = cost.locator("tbody tr").nth(2).locator("td")
    expect(row.last).to_have_text("£33,400")
    cost.get_by_label("Staff hours", exact=True).fill("500")
    expect(cost).to_contain_text("Hours and weeks without a * are the kit's assumptions")
    expect(row.last).to_have_text("£20,500 *")
    assert view_in(page).besides == {"co_production": {"venue": 1500.0}}


def test_a_way_without_seats_lacks_no_cost_that_only_seats_bring(page_of, stick: str) -> None:
    ways = ("tickbox", "honest_consultation")
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL.but(part='what', ways=ways))}")
    settled(page)
    cost = part_of(page, "What it takes")
    expect(cost).to_contain_text(
        "Not in the sum for tickbox consultation and honest consultation: rooms and those who run the "
        "meetings."
    )
    expect(cost.get_by_label("Rooms, food and equipment")).to_be_visible()
    expect(cost.get_by_label("Finding people by lot")).to_have_count(0)


def test_the_pages_own_link_in_the_header_keeps_what_was_entered(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL.but(part='what'))}")
    settled(page)
    page.get_by_role("link", name="I decide").click()
    expect(page.get_by_role("heading", name="The case", exact=True)).to_be_visible()
    kept = view_in(page)
    assert (kept.case, kept.own, kept.part) == ("own", POOL.own, "case")
    assert kept.money == POOL.money


def test_the_break_even_is_as_wide_as_its_column_on_paper_and_read_out_once(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL)}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("At your chance of 15", timeout=60_000)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})
    drawn = sheet.locator("figure.drawn svg")
    assert drawn.bounding_box()["width"] > 0.45 * sheet.bounding_box()["width"]
    expect(drawn.locator("desc")).to_have_count(0)
    expect(drawn.locator("title")).to_have_count(1)


def test_the_break_even_names_the_limits_that_a_way_goes_beyond_or_says_that_none_fits(
    page_of, stick: str
) -> None:
    money = {"weeks_available": 21.0, "challenge": 90_000.0, "staff_hour": 38.0}
    view = CENTRE.but(part="what", turned={}, budget=25_000.0, money=money)
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    settled(page)
    found = part_of(page, "When does it become the cheaper choice?").locator(".found")
    expect(found).to_contain_text(
        "On money alone, co-production (beyond your 21 weeks and £25,000) is cheaper than tickbox"
    )
    expect(found).to_contain_text("On money alone, consultation done well is cheaper than tickbox")
    expect(found).not_to_contain_text("None of these ways fits")
    part_of(page, "What it takes").get_by_label("Weeks you have").fill("10")
    expect(found).to_contain_text("None of these ways fits into your 10 weeks and £25,000.")
    expect(found).not_to_contain_text("(beyond your")


def test_which_ways_take_too_long_is_said_once_on_the_board(page_of, stick: str) -> None:
    view = CENTRE.but(part="what", turned={}, money={"weeks_available": 21.0})
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    settled(page)
    cost = part_of(page, "What it takes")
    expect(page.get_by_text("You have 21 weeks.")).to_have_count(1)
    expect(page.locator(".answer ~ .late:not(.duty)")).to_contain_text("You have 21 weeks.")
    cost.get_by_label("Weeks you have").fill("40")
    expect(cost).to_contain_text("You have 40 weeks. All the ways compared here fit into that time")
