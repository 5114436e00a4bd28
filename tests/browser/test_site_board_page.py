"""The page for the board: what it says, what it rests on, and how it prints."""

import re

import pytest
from board_stage import settled
from conftest import sideways, violations
from pdf_structure import letters_on, structure_of
from playwright.sync_api import expect
from site_stage import POOL, turn_to, view_in

from coprod_sim.board.cases import scenario_of, ways_of
from coprod_sim.board.view import View, link_of
from coprod_sim.charts.words import about, people_of
from coprod_sim.results import compare


def test_the_board_page_has_the_answer_the_law_the_conditions_and_the_limits(
    page_of, stick
) -> None:
    page = page_of(f"{stick}/leaders.html")
    settled(page)
    turn_to(page, "Take it away")
    page.get_by_label("We will pay for people's time, and for travel and care.").check()
    page.get_by_label("Why you recommend it").fill("Co-produce the school street.")
    sheet = page.get_by_role("article")
    for said in ("Co-production mostly does better, but this is not certain", "This page cannot say",
                 "Ask your lawyers", "Who loses by it", "What this cannot tell",
                 "Co-produce the school street.", "We will pay for"):  # fmt: skip
        expect(sheet).to_contain_text(said)
    page.emulate_media(media="print")
    expect(sheet).to_be_visible()
    expect(page.get_by_role("button", name="Print this page")).not_to_be_visible()


def test_the_page_for_ones_own_case_is_fit_to_be_put_before_a_board(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL)}")
    sheet = page.get_by_role("article")
    for said in (
        "The pool in Northfield. Northfield. A case of our own.", "Whether to close the pool.",
        "The cabinet.", "14 July.", "Tickbox consultation; honest consultation; co-production.",
        "Keep it open for a year.", "A named senior person", "In 22 of 100 made-up results",
        "of the less-heard people lose by it", "A duty to ask or to involve people is likely.",
        "This page cannot say what the law requires here.",
        "Find the time and the means, or move the decision.",
        "People's own hours", "people's own time is not paid", "£60,000 to £200,000",
        "cheaper than tickbox consultation once the chance of a lost challenge is above",
        "At your chance of 15 in 100",
        "What this cannot tell", "Signature", "honest consultation is cheaper than tickbox consultation once",
        "co-production is cheaper than tickbox consultation once",
        "52, assumed: the weeks are not taken from the months or the date entered",
    ):  # fmt: skip
        expect(sheet).to_contain_text(said, timeout=60_000)
    text = sheet.inner_text()
    assert "made up for teaching" not in text
    sentences = [s for s in re.split(r"(?<=[.!?])\s+|\n+", text) if len(s.split()) > 4]
    assert len(sentences) == len(set(sentences))


def test_the_page_for_the_board_speaks_about_the_way_that_is_recommended(page_of, stick) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL)}")
    sheet = page.get_by_role("article")
    head, chosen = (
        sheet.get_by_role("heading").first,
        page.get_by_label("Which way do you recommend?"),
    )
    expect(sheet).to_contain_text("No way is recommended here yet.", timeout=60_000)
    expect(head).to_contain_text("Co-production")
    chosen.select_option("Honest consultation")
    expect(head).to_contain_text("Honest consultation", timeout=60_000)
    for said in (
        "We recommend: Honest consultation. Keep it open for a year.",
        "With honest consultation, we sign up to", "results, honest consultation gains less",
    ):  # fmt: skip
        expect(sheet).to_contain_text(said)
    prose = sheet.locator("p:not(.unseen), dd:not(:has(table)):not(:has(p))").all_inner_texts()
    named = [text for text in prose if "co-production" in text.lower()]
    assert named == ["Tickbox consultation; honest consultation; co-production."]
    assert view_in(page).recommended_way == "honest_consultation"
    chosen.select_option("Tickbox consultation")
    expect(head).to_contain_text("Tickbox consultation: acceptance ends at")


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
    each = found.efforts["honest_consultation"].hours_each
    came = found.value("honest_consultation", "took_part", decision=1)
    hours = " to ".join(about(48_000 * came[end] * each) for end in ("low", "high"))
    cost = page.get_by_role("region", name="What it takes", exact=True)
    expect(cost).to_contain_text(f"{hours} with honest consultation, where all who come have room")
    seats = ways_of(view)[2].seats
    full = about(seats * found.efforts["co_production"].hours_each)
    expect(cost).to_contain_text(f"{full} with co-production, when its {seats:g} seats are filled")
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
    expect(money).to_contain_text("£32,000")
    cost.get_by_label("Rooms, food and equipment").fill("5000")
    cost.get_by_label("Rooms, food and equipment").press("Tab")
    expect(money).to_contain_text("£37,000")
    cost.get_by_label("Finding people by lot").fill("-3")
    cost.get_by_label("Finding people by lot").press("Tab")
    expect(cost.get_by_role("alert").filter(has_text="Please")).to_contain_text("from 0 to")
    turn_to(page, "Take it away")
    expect(page.get_by_role("article").locator("header")).to_contain_text(
        "With what you entered, co-production costs £37,000. "
        "That is less than the £60,000 to £200,000 published for citizens' juries."
    )
    assert view_in(page).besides == {"co_production": {"venue": 5000.0}}


def test_the_page_for_the_board_fits_a_phone(page_of, space: str) -> None:
    page = page_of(f"{space}/leaders.html#view={link_of(POOL)}")
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.get_by_role("article")).to_contain_text("At your chance of 15", timeout=60_000)
    assert sideways(page) <= 0
    assert violations(page) == []


def test_the_page_for_the_board_prints_as_one_tagged_page(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL)}")
    expect(page.get_by_role("article")).to_contain_text("At your chance of 15", timeout=60_000)
    printed = page.pdf(prefer_css_page_size=True, tagged=True)
    assert re.findall(rb"/Type /Pages\b[^>]*/Count (\d+)", printed) == [b"1"]
    for tag in (b"/StructTreeRoot", b"/Marked true", b"/Lang (en)", b"/S /H2", b"/S /Table"):
        assert tag in printed


def test_a_screen_reader_meets_the_printed_page_in_order_and_every_picture_in_words(
    page_of, stick
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL)}")
    expect(page.get_by_role("article")).to_contain_text("At your chance of 15", timeout=60_000)
    found = structure_of(page.pdf(prefer_css_page_size=True, tagged=True))
    assert (found.pages, found.tagged, found.language) == (1, True, "en")
    assert found.title
    assert found.kinds("H1", "H2", "H3", "Table", "L") == ["H2", "Table", "H3", "L"]
    pictures = [words for kind, words in found.elements if kind == "Figure"]
    assert len(pictures) >= 2
    assert all(pictures)
    assert re.search(r"Co-production \d+ to \d+ in 100", pictures[0])


CENTRE = POOL.but(
    money={"challenge": 90_000.0, "staff_hour": 38.0, "weeks_available": 10.0},
    gate=POOL.gate | {"time": "unsure"}, turned={"co_production": {"awareness": 0.0}},
    own=POOL.own | {"months": 2.5, "heat": "hot"},
)  # fmt: skip
"""The same with ten weeks to go, one dial turned, and one answer that is not sure."""


def test_a_board_sees_beside_the_headline_that_nothing_fits_into_the_weeks_there_are(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(CENTRE)}")
    head = page.get_by_role("article").locator("header")
    expect(head.get_by_role("heading")).to_contain_text(
        "None of these ways fits into your 10 weeks. Co-production as set here mostly does better",
        timeout=60_000,
    )
    expect(head.get_by_role("heading")).to_contain_text(": none to ")
    rows = page.get_by_role("article").get_by_role("row")
    expect(rows.last).to_have_text("Weeks available10")
    turn_to(page, "What would happen")
    expect(page.locator(".answer")).to_contain_text("None of these ways fits into your 10 weeks.")
    expect(page.locator(".answer + .late")).to_contain_text(
        "You have 10 weeks. These take longer than that: "
    )


def test_six_decisions_in_a_row_raise_no_alarm_over_the_weeks_for_one(page_of, stick: str) -> None:
    view = View(
        case="west_dulwich", part="what", span="series", ways=("tickbox", "honest_consultation")
    )
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    settled(page)
    takes = page.locator(".cost")
    expect(takes).to_contain_text(
        "for each decision. All the ways compared here fit into that time."
    )
    expect(takes.get_by_role("columnheader", name="Weeks, each decision")).to_be_visible()
    expect(page.locator(".late")).to_have_count(0)


def test_a_turned_way_never_goes_by_its_bare_name_on_the_page_for_a_board(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(CENTRE)}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("At your chance of 15", timeout=60_000)
    expect(sheet).to_contain_text("Co-production as set here: awareness at 0 instead of 85.")
    page.emulate_media(media="print")
    expect(sheet.locator(".turned")).to_be_visible()
    text = sheet.inner_text()
    assert len(re.findall("o-production", text)) == len(
        re.findall("o-production as set here", text)
    )


def test_the_page_says_why_not_to_ask_yet_and_what_it_rests_on(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(CENTRE)}")
    sheet = page.get_by_role("article")
    for said in (
        "Fix this first, then ask. You are not sure that there is time before the decision.",
        "Entered: how hot it is; months for a decision: 2.5.",
        "trust as in Parliament, United Kingdom; false stories.",
        "These sums rest on £90,000 for a lost challenge, and on 40 in 100 of the risk staying",
    ):  # fmt: skip
        expect(sheet).to_contain_text(said, timeout=60_000)


BROKEN = """sheet => [...sheet.querySelectorAll('th, td, .figure')].filter(cell =>
    getComputedStyle(cell.closest('thead') ?? cell).position !== 'absolute').flatMap(cell => {
    const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), found = [];
    while (walk.nextNode())
        for (const word of walk.currentNode.data.matchAll(/[^\\s-]+/g)) {
            const range = document.createRange();
            range.setStart(walk.currentNode, word.index);
            range.setEnd(walk.currentNode, word.index + word[0].length);
            const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
            if (lines.size > 1) found.push(word[0]);
        }
    return found;
})"""
"""Names words and numbers that stand on more than one line, but for heads that only screen readers meet."""


@pytest.mark.parametrize(("media", "width"), [("print", 718), ("screen", 360), ("screen", 1280)])
def test_no_number_or_word_in_the_table_of_the_board_page_is_broken(
    page_of, stick: str, media: str, width: int
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(CENTRE)}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("At your chance of 15", timeout=60_000)
    page.emulate_media(media=media)
    page.set_viewport_size({"width": width, "height": 1000})
    assert sheet.evaluate(BROKEN) == []
    assert sideways(page) <= 0


def test_the_printed_page_keeps_the_title_the_key_and_the_differences_of_its_bands(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(CENTRE)}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("At your chance of 15", timeout=60_000)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})
    for said in (
        "Acceptance after one decision, in 100", "Pale: 9 in 10 results",
        "more than tickbox consultation",
    ):  # fmt: skip
        expect(sheet.locator(".sheet").get_by_text(said).last).to_be_visible()
    printed = page.pdf(format="A4", tagged=True)
    assert re.findall(rb"/Type /Pages\b[^>]*/Count (\d+)", printed) == [b"1"]


def test_answers_about_ones_own_decision_say_nothing_about_a_case_of_the_library(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL.but(case='west_dulwich'))}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("A real case.", timeout=60_000)
    expect(sheet).to_contain_text("Ask your lawyers whether you must consult")
    expect(sheet).not_to_contain_text("Find the time and the means")
    expect(sheet).not_to_contain_text("By when")


LONGEST = "The best way found that involves people, within 10 weeks, £30,000 and 1,000 staff hours"
LIBRARY = POOL.but(
    ways=("tickbox", "found", "co_production"), found=LONGEST, recommended_way="found",
    turned={
        "found": dict.fromkeys(("expectations", "performance", "feedback", "equal_access"), 0.0)
        | {"awareness": 0.05, "buy_in": 0.8, "openness": 0.3, "influence": 0.35, "seats": 40.0}
    },
    conditions=("performance_2", "feedback_1", "awareness_1"), budget=30_000.0, staff_hours=1_000.0,
    money={"challenge": 90_000.0, "staff_hour": 38.0, "weeks_available": 10.0},
    prepared_by="A. B. Clerk, Head of Libraries, Culture and Customer Services, Northfield Borough Council",
    recommendation="We cannot keep every branch open, and this lets the people who use them say which "
    "hours and services matter most. It is the most that we can do well before the budget is set.",
    own=POOL.own | {
        "title": "The branch library in Northfield and the two mobile libraries that serve the villages",
        "what": "Whether to close the branch library, and what is there for people without a car.",
    },
)  # fmt: skip
"""A closure with ten weeks and £30,000: a found way is recommended, every field is filled in."""


def test_a_page_with_the_longest_texts_prints_on_two_sheets_at_most_and_none_is_blank(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(LIBRARY)}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("At your chance of 15", timeout=60_000)
    expect(sheet.locator(".kicker")).to_contain_text("A thinking tool, not a forecast.")
    letters = letters_on(page.pdf(format="A4"))
    assert 1 <= len(letters) <= 2
    assert letters[0] > 2000
    assert min(letters) > 200


def test_a_board_reads_what_would_be_done_in_a_way_that_a_search_found(page_of, stick) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(LIBRARY)}")
    sheet = page.get_by_role("article")
    doing = sheet.locator(".doing")
    for said in (
        "What we would do.", "Buy-in (80): Citizens' groups are asked whether and how to do it.",
        "Open information (30): A summary is open.", "Real influence (35): People can choose details.",
        "Hardly done: awareness (5).", "Not done: expectations, performance, feedback and equal access.",
        "Seats: room for 40 people.",
    ):  # fmt: skip
        expect(doing).to_contain_text(said, timeout=60_000)
    assert sheet.inner_text().count(LONGEST) == 2
    expect(sheet).to_contain_text("With the way found, we sign up to")
    turn_to(page, "What would happen")
    page.get_by_label("Awareness", exact=True).fill("50")
    turn_to(page, "Take it away")
    expect(sheet.locator(".recommendation")).to_contain_text(f"{LONGEST} as set here.")


def test_a_known_way_that_is_recommended_is_not_spelt_out(page_of, stick) -> None:
    view = POOL.but(recommended_way="honest_consultation")
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("We recommend: Honest consultation.", timeout=60_000)
    expect(sheet.locator(".doing")).to_have_count(0)


def test_a_condition_that_the_way_contradicts_says_so_and_can_be_met_with_one_button(
    page_of, stick
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(LIBRARY)}")
    signed = page.get_by_role("article").get_by_role("listitem")
    hears = signed.filter(has_text="Everyone hears within four weeks")
    expect(hears).to_contain_text(
        "But with the way found, feedback stands at 0: Nobody hears what came of it.",
        timeout=60_000,
    )
    hears.get_by_role("button", name="Turn the dial to match").click()
    expect(hears).not_to_contain_text("But with", timeout=60_000)
    assert view_in(page).turned["found"]["feedback"] == 0.75
    expect(signed.filter(has_text="trained together")).to_contain_text("performance stands at 0")


def test_a_way_that_would_not_meet_a_likely_duty_says_so_beside_the_law_and_among_the_risks(
    page_of, stick
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(LIBRARY)}")
    sheet = page.get_by_role("article")
    for said in (
        "The way found would probably not meet the duty in part 1: reasons and options are not out "
        "before the decision; nobody hears what became of what was said",
        "A duty to ask is likely, and the way found would probably not meet it: reasons and options are "
        "not out before the decision; nobody hears",
    ):
        expect(sheet).to_contain_text(said, timeout=60_000)
    page.get_by_label("Which way do you recommend?").select_option("Co-production")
    expect(sheet).to_contain_text(
        "Co-production would probably not meet the duty in part 1: it takes longer"
    )
    expect(sheet).to_contain_text(
        "The way you recommend does not fit: it takes 30 weeks, and there are 10"
    )


def test_a_bargain_that_would_not_meet_a_likely_duty_is_told_as_none(page_of, stick) -> None:
    page = page_of(
        f"{stick}/leaders.html#view={link_of(LIBRARY.but(part='what', left=0.2, chance=0.1))}"
    )
    part = page.get_by_role("region", name="When does it become the cheaper choice?")
    expect(part.locator(".found")).to_contain_text(
        "A duty to ask is likely, and the way found would probably not meet it: reasons and options are "
        "not out before the decision; nobody hears what became of what was said. More of the risk may stay",
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
    expect(lose).not_to_contain_text("in 100 take part, because there are only")


def test_ones_own_case_is_one_button_away_from_the_first_screen(page_of, stick) -> None:
    page = page_of(f"{stick}/leaders.html")
    settled(page)
    page.get_by_role("button", name="Describe my own case").click()
    expect(page.get_by_label("What is to be decided")).to_be_visible()
    assert view_in(page).case == "own"


def test_no_column_of_what_it_takes_is_cut_on_a_phone(page_of, stick) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(LIBRARY.but(part='what'))}")
    page.set_viewport_size({"width": 360, "height": 740})
    settled(page)
    cut = "one => one.scrollWidth - one.clientWidth"
    assert page.locator(".cost > div.wide").first.evaluate(cut) <= 0
    assert page.locator(".cost tbody").first.evaluate(BROKEN) == []
    assert sideways(page) <= 0
