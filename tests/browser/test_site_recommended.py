"""The page for the board speaks about the way that is recommended, and says what it would mean."""

import re

from board_page_stage import CENTRE, LIBRARY, LONGEST
from playwright.sync_api import expect
from site_stage import POOL, turn_to, view_in

from coprod_sim.board.view import link_of


def test_the_page_for_the_board_speaks_about_the_way_that_is_recommended(page_of, stick) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL)}")
    sheet = page.get_by_role("article")
    head, chosen = (
        sheet.get_by_role("heading").first,
        page.get_by_label("Which way do you recommend?"),
    )
    expect(sheet).to_contain_text("No way is recommended here yet.", timeout=60_000)
    expect(head).to_contain_text("Co-production")
    chosen.select_option("Consultation done well")
    expect(head).to_contain_text("Consultation done well", timeout=60_000)
    for said in (
        "We recommend: Consultation done well. Keep it open for a year.",
        "With consultation done well, we sign up to", "results, consultation done well gains less",
    ):  # fmt: skip
        expect(sheet).to_contain_text(said)
    prose = sheet.locator("p:not(.unseen), dd:not(:has(table)):not(:has(p))").all_inner_texts()
    named = [text for text in prose if "co-production" in text.lower()]
    beside, options, *rest = named
    assert beside.startswith(
        "Consultation done well is the cheapest way here that would probably meet the duty, but only if "
    )
    assert "Compared with co-production, acceptance with consultation done well is " in beside
    assert options == "Tickbox consultation; consultation done well; co-production."
    risk, priced, mine, between, when = rest
    assert "results, consultation done well gains less" in risk
    assert "Over co-production, it gains too little in " in risk
    assert priced.startswith("Staff time is priced")  # the table's
    assert "; consultation done well costs £" in mine
    assert "and co-production costs £" in mine
    assert between.startswith("On money alone, consultation done well is ")
    assert when.startswith("On money alone, co-production is ")
    assert view_in(page).recommended_way == "ladder_consultation_well_done"
    chosen.select_option("Tickbox consultation")
    expect(head).to_contain_text("Tickbox consultation: acceptance ends at")


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


def test_a_board_reads_what_would_be_done_in_a_way_that_a_search_found(page_of, stick) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(LIBRARY)}")
    sheet = page.get_by_role("article")
    doing = sheet.locator(".doing")
    for said in (
        "What we would do", "Buy-in (80): Citizens' groups are asked whether and how to do it.",
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
    expect(sheet.locator(".recommendation")).to_contain_text(
        "The way found, changed by hand, but it would probably not meet the likely duty to ask."
    )


def test_a_known_way_that_is_recommended_is_not_spelt_out(page_of, stick) -> None:
    view = POOL.but(recommended_way="ladder_consultation_well_done")
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("We recommend: Consultation done well.", timeout=60_000)
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


def test_a_promise_to_pay_is_held_to_the_pay_entered_and_not_to_the_performance_dial(
    page_of, stick
) -> None:
    view = POOL.but(
        recommended_way="co_production", conditions=("performance_1",),
        turned={"co_production": {"performance": 0.0}}, money={"citizen_hour": 12.0},
    )  # fmt: skip
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    promise = page.get_by_role("article").get_by_role("listitem").filter(has_text="We will pay")
    expect(promise).to_have_text(
        "We will pay for people's time, and for travel and care.", timeout=60_000
    )
    page = page_of(f"{stick}/leaders.html#view={link_of(view.but(money={}))}")
    promise = page.get_by_role("article").get_by_role("listitem").filter(has_text="We will pay")
    expect(promise).to_contain_text(
        "But no pay is in the sums for co-production as set here: nobody entered any under",
        timeout=60_000,
    )


def test_a_way_that_would_not_meet_a_likely_duty_says_so_beside_the_law_and_among_the_risks(
    page_of, stick
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(LIBRARY)}")
    sheet = page.get_by_role("article")
    for said in (
        'The way found would probably not meet the duty under "Should we ask?"; "Risks" says why.',
        "A duty to ask is likely, and the way found would probably not meet it: no reasons or "
        "options before the decision; the report is not open",
    ):
        expect(sheet).to_contain_text(said, timeout=60_000)
    page.get_by_label("Which way do you recommend?").select_option("Co-production")
    expect(sheet).to_contain_text(
        "The way you recommend does not fit: it takes 30 weeks (you have 10)"
    )
    for gone in (
        "way found would probably not meet the duty",
        "co-production would probably not meet",
    ):
        expect(sheet).not_to_contain_text(gone)
