"""What it takes, in weeks, hours and money, and for how many people."""

import re

from board_page_stage import BROKEN, LIBRARY
from board_stage import settled
from conftest import sideways
from playwright.sync_api import expect
from site_stage import POOL, turn_to, view_in

from coprod_sim.apps.leaders.delay import delays_in_words
from coprod_sim.board.cases import scenario_of, ways_of
from coprod_sim.board.view import View, link_of
from coprod_sim.charts.words import about, people_of
from coprod_sim.results import compare


def test_where_nobody_entered_how_many_are_affected_no_number_of_people_is_called_yours(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#case=west_dulwich")
    for view in (f"view={link_of(POOL)}", "case=west_dulwich"):
        page.goto(f"{stick}/leaders.html#{view}")
        page.reload()
        turn_to(page, "What would happen")
        settled(page)
        expect(page.locator("p.honest")).to_contain_text("for such a town; yours may be larger")
        turn_to(page, "Take it away")
        expect(page.get_by_role("article")).to_contain_text("hours are for such a town. The model")


def test_a_leader_enters_how_many_people_are_affected_and_the_pages_count_them(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL.but(part='case'))}")
    people = page.get_by_label("How many people does it affect?")
    expect(people).to_have_value("")
    people.fill("48,000")
    people.press("Tab")
    turn_to(page, "What would happen")
    settled(page)
    view = view_in(page)
    assert view.own["people_affected"] == 48_000
    found = compare(scenario_of(view).unpaid(), ways_of(view))
    lose, accept = (
        found.value("co_production", measure, decision=1) for measure in ("losers", "acceptance")
    )
    who = page.get_by_role("region", name="Who loses by it", exact=True)
    count = (
        "Of your 48,000 people, about {} lose by it with co-production. "
        "Of all 48,000, winners and losers alike, about {} accept it."
    )
    said = count.format(
        *(people_of(48_000, 100 * one["low"], 100 * one["high"]) for one in (lose, accept))
    )
    expect(who).to_contain_text(said)
    expect(who).to_contain_text("The model runs a made-up town of 1,000 people")
    expect(page.locator(".facts")).to_contain_text("of your 48,000 people lose.")
    each = found.efforts["ladder_consultation_well_done"].hours_each
    came = found.value("ladder_consultation_well_done", "took_part", decision=1)
    hours = " to ".join(about(48_000 * came[end] * each) for end in ("low", "high"))
    cost = page.get_by_role("region", name="What it takes", exact=True)
    own_hours = cost.locator("tbody tr td:nth-child(4)")
    expect(own_hours.nth(1)).to_have_text(hours)
    full = about(ways_of(view)[2].seats * found.efforts["co_production"].hours_each, 3)
    expect(own_hours.nth(2)).to_have_text(full)
    expect(cost).to_contain_text("People's own hours, and their pay, are for your 48,000 people.")
    turn_to(page, "Take it away")
    sheet = page.get_by_role("article")
    for words in (said, "shares are applied to your 48,000 people", "People affected"):
        expect(sheet).to_contain_text(words, timeout=60_000)
    printed = page.pdf(prefer_css_page_size=True, tagged=True)
    assert re.findall(rb"/Type /Pages\b[^>]*/Count (\d+)", printed) == [b"1"]
    turn_to(page, "The case")
    people.fill("12.5")
    people.press("Tab")
    expect(page.get_by_text("Please give a whole number from 1 to 100,000,000.")).to_be_visible()


def test_every_way_with_seats_says_what_nobody_entered_and_can_be_entered_for(
    page_of, stick
) -> None:
    ways = ("tickbox", "ladder_co_design", "co_production")
    page = page_of(f"{stick}/leaders.html#view={link_of(View(part='what', ways=ways))}")
    settled(page)
    cost = page.get_by_role("region", name="What it takes", exact=True)
    expect(cost).to_contain_text(re.compile("Not in the sum for [^.]* and co-production: rooms"))
    cost.get_by_label("Which way").select_option(index=1)
    cost.get_by_label("Rooms, food and equipment").fill("7,000")
    expect(cost).to_contain_text(re.compile("Not in the sum for [^.]*: finding people by lot"))
    expect(cost).to_contain_text("Not in the sum for co-production: rooms")
    assert view_in(page).besides == {"ladder_co_design": {"venue": 7000.0}}
    expect(cost).to_contain_text("52, assumed")


def test_what_a_way_costs_besides_hours_is_entered_and_said_beside_the_headline_if_it_is_low(
    page_of, stick
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL.but(part='what'))}")
    cost = page.get_by_role("region", name="What it takes", exact=True)
    expect(cost).to_contain_text(
        "Not in the sum for co-production: rooms, finding people by lot, those who run the meetings and "
        "pay and travel of members.", timeout=60_000,
    )  # fmt: skip
    money = cost.locator("tbody tr").nth(2).locator("td").last
    expect(money).to_contain_text("£31,900")
    cost.get_by_label("Rooms, food and equipment").fill("5000")
    cost.get_by_label("Rooms, food and equipment").press("Tab")
    expect(money).to_contain_text("£36,900")
    cost.get_by_label("Finding people by lot").fill("-3")
    cost.get_by_label("Finding people by lot").press("Tab")
    expect(cost.get_by_role("alert").filter(has_text="Please")).to_contain_text("from 0 to")
    turn_to(page, "Take it away")
    expect(page.get_by_role("article")).to_contain_text(
        "Co-production costs £36,900, by what you entered and by hours that are assumed. "
        "That is less than the £60,000 to £200,000 published for citizens' juries."
    )
    assert view_in(page).besides == {"co_production": {"venue": 5000.0}}


def test_only_those_with_a_seat_are_paid_until_somebody_says_that_all_are(page_of, stick) -> None:
    view = POOL.but(part="what", own=POOL.own | {"people_affected": 50_000.0})
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    settled(page)
    cost = page.get_by_role("region", name="What it takes", exact=True)
    money = cost.locator("tbody tr td:last-child")
    expect(cost.get_by_label("Whom you pay")).to_have_count(0)
    unpaid = money.all_text_contents()
    cost.get_by_label("What you pay people for an hour").fill("10")
    expect(cost).to_contain_text("paid at £10 an hour where a way has seats.")
    full = 840 * 38 + 40 * 13.2 * 10
    expect(money.nth(2)).to_have_text(f"£{about(full, 3)}")
    assert money.all_text_contents()[:2] == unpaid[:2]
    cost.get_by_label("Whom you pay").select_option("all")
    found = compare(scenario_of(view), ways_of(view))
    came = found.value("tickbox", "took_part", decision=1)
    all_paid = [319 * 38 + 50_000 * came[end] * 2.2 * 10 for end in ("low", "high")]
    expect(money.nth(0)).to_have_text(" to ".join(f"£{about(one, 3)}" for one in all_paid))
    expect(money.nth(2)).to_have_text(f"£{about(full, 3)}")
    assert view_in(page).pays == "all"


def test_hours_and_weeks_of_ones_own_are_entered_for_each_way_and_counted_everywhere(
    page_of, stick
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL.but(part='what'))}")
    settled(page)
    cost = page.get_by_role("region", name="What it takes", exact=True)
    cost.get_by_label("Weeks you have").fill("10")
    late = page.locator(".late:not(.duty)")
    expect(late).to_contain_text("co-production (30)")
    cost.get_by_label("Staff hours", exact=True).fill("500")
    cost.get_by_label("Weeks it takes").fill("9")
    row = cost.locator("tbody tr").nth(2).locator("td")
    expect(row.nth(0)).to_have_text("9 *")
    expect(row.nth(1)).to_have_text("500 *")
    expect(row.last).to_have_text("£19,000 *")
    expect(cost).to_contain_text("* Entered, or worked out from what was entered alone.")
    expect(late).not_to_contain_text("co-production (")
    expect(page.locator(".answer")).to_contain_text("Of the ways compared only co-production fits.")
    expect(page.locator(".facts")).to_contain_text("9 weeks")
    cost.get_by_label("Money you have (GBP)").fill("20000")
    cost.get_by_label("Rooms, food and equipment").fill("6000")
    expect(late).to_contain_text("and co-production (£25,000).")
    kept = view_in(page)
    assert kept.efforts == {"co_production": {"staff_hours": 500.0, "weeks": 9.0}}
    assert (kept.budget, kept.money["weeks_available"]) == (20_000.0, 10.0)
    turn_to(page, "Take it away")
    sheet = page.get_by_role("article")
    expect(sheet.locator("tbody tr").nth(2).locator("td").first).to_have_text("9 *")
    turn_to(page, "Why")
    part = page.get_by_role(
        "region", name="What can we do in the time and money we have?", exact=True
    )
    expect(part.get_by_label("Money you have (GBP)")).to_have_value("20000")


def test_the_risk_left_may_be_another_for_each_way(page_of, stick) -> None:
    view = POOL.but(part="what", chance=0.1, left=0.5)
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    part = page.get_by_role("region", name="When does it become the cheaper choice?")
    found = part.locator(".found")
    expect(found).to_contain_text("At your chance of 10 in 100", timeout=60_000)
    one = (840 - 319) * 38 / (90_000 * 0.5) * 100
    expect(found).to_contain_text(f"once the chance of a lost challenge is above {one:.0f} in 100.")
    part.get_by_label("How much remains with co-production").fill("10")
    other = (840 - 319) * 38 / (90_000 * 0.9) * 100
    expect(found).to_contain_text(
        f"once the chance of a lost challenge is above {other:.0f} in 100."
    )
    assert view_in(page).lefts == {"co_production": 0.1}
    turn_to(page, "Take it away")
    expect(page.get_by_role("article")).to_contain_text(
        "50 in 100 with consultation done well and 10 in 100 with co-production"
    )


def test_six_decisions_in_a_row_raise_no_alarm_over_the_weeks_for_one(page_of, stick: str) -> None:
    view = View(
        case="west_dulwich", part="what", span="series", ways=("tickbox", "honest_consultation")
    )
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    settled(page)
    takes = page.locator(".cost")
    expect(takes).to_contain_text("for each decision.")
    expect(takes.get_by_role("columnheader", name="Weeks, each decision")).to_be_visible()
    expect(page.locator(".late:not(.duty)")).to_have_count(0)


def test_a_bargain_that_would_not_meet_a_likely_duty_is_told_as_none(page_of, stick) -> None:
    page = page_of(
        f"{stick}/leaders.html#view={link_of(LIBRARY.but(part='what', left=0.2, chance=0.1))}"
    )
    part = page.get_by_role("region", name="When does it become the cheaper choice?")
    expect(part.locator(".found")).to_contain_text(
        "A duty to ask is likely, and the way found would probably not meet it: no reasons or "
        "options before the decision; the report is not open; topic and dates are not told; too few ways to "
        "take part; no account of what became of the answers. More of the risk may stay",
        timeout=60_000,
    )
    expect(part.locator(".found")).not_to_contain_text(
        "and co-production would probably not meet it"
    )


def test_the_numbers_say_of_how_large_a_town_they_are(page_of, stick) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(LIBRARY)}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("in made-up towns of 1,000 people", timeout=60_000)
    turn_to(page, "What would happen")
    expect(page.locator(".honest")).to_contain_text("run in made-up towns of 1,000 people")
    lose = page.get_by_role("region", name="Who loses by it")
    expect(lose).to_contain_text("40 people take part")
    expect(lose).to_contain_text("as there are 40 seats. That is ")
    expect(lose).to_contain_text(
        re.compile(r"That is (\d(\.\d)? to )?4(\.0)? in 100 of a town of 1,000\.")
    )


def test_no_column_of_what_it_takes_is_cut_on_a_phone(page_of, stick) -> None:
    all_paid = POOL.but(
        part="what", pays="all", money={"citizen_hour": 12.0, "staff_hour": 41.0},
        own=POOL.own | {"people_affected": 48_000.0},
        efforts={"co_production": {"staff_hours": 610.0, "weeks": 9.0}},
    )  # fmt: skip
    page = page_of(f"{stick}/leaders.html#view={link_of(all_paid)}")
    page.set_viewport_size({"width": 360, "height": 740})
    settled(page)
    cut = "one => one.scrollWidth - one.clientWidth"
    assert page.locator(".cost > div.wide").first.evaluate(cut) <= 0
    page.goto(f"{stick}/leaders.html#view={link_of(LIBRARY.but(part='what'))}")
    page.reload()
    settled(page)
    assert page.locator(".cost > div.wide").first.evaluate(cut) <= 0
    assert page.locator(".cost tbody").first.evaluate(BROKEN) == []
    assert sideways(page) <= 0


def test_a_yearly_saving_that_is_entered_counts_the_weeks_of_every_way(page_of, stick: str) -> None:
    view = View(part="what", money={"challenge": 90_000.0}, left=0.1, chance=0.5)
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    settled(page)
    even = page.get_by_role("region", name="When does it become the cheaper choice?")
    expect(even.locator(".found")).to_contain_text("co-production is cheaper than tickbox")
    even.get_by_label("What the decision saves a year (GBP)").fill("420,000")
    kept = view_in(page)
    assert kept.saving == 420_000.0
    found = compare("west_dulwich")
    said = delays_in_words(found, kept)
    assert "weeks later with co-production (£" in said
    expect(even.get_by_role("status").first).to_have_text(said)
    expect(even.locator(".found")).to_contain_text("co-production is never cheaper than tickbox")
    turn_to(page, "Take it away")
    expect(page.get_by_role("article")).to_contain_text(said)
    turn_to(page, "The case")
    page.get_by_label("Case", exact=True).select_option("wales_20mph")
    assert view_in(page).saving is None
