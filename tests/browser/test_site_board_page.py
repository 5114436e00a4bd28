"""The page for the board: what it says, and what it rests on."""

import re

from board_page_stage import CENTRE, FULL
from board_stage import settled
from playwright.sync_api import expect
from site_stage import POOL, turn_to

from coprod_sim.board.view import link_of


def test_the_board_page_has_the_answer_the_law_the_conditions_and_the_limits(
    page_of, stick
) -> None:
    page = page_of(f"{stick}/leaders.html#case=west_dulwich")
    settled(page)
    turn_to(page, "Take it away")
    page.get_by_label("We will pay for people's time, and for travel and care.").check()
    page.get_by_label("Which way do you recommend?").select_option("co_production")
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
        "The cabinet.", "Before the summer.", "Tickbox consultation; consultation done well; co-production.",
        "No way is recommended here yet.", "A named senior person",
        "In 30 of 100 made-up results, co-production gains less than 5 in 100 over tickbox",
        "of the less-heard people lose by it",
        "By the answers given, a duty to ask or to involve people is likely: ",
        "This page cannot say what the law requires here.",
        "Find the time, or move the decision.",
        "People's own hours", "people's own time is not paid", "£60,000 to £200,000",
        "cheaper than tickbox consultation once the chance of a lost challenge is above",
        "At your chance of 15 in 100",
        "What this cannot tell", "Signature",
        "consultation done well is cheaper than tickbox consultation once",
        "co-production is cheaper than tickbox consultation once",
        "Weeks available",
    ):  # fmt: skip
        expect(sheet).to_contain_text(said, timeout=60_000)
    text = sheet.inner_text()
    assert "made up for teaching" not in text
    sentences = [s for s in re.split(r"(?<=[.!?])\s+|\n+", text) if len(s.split()) > 4]
    assert len(sentences) == len(set(sentences))


def test_a_board_sees_beside_the_headline_that_nothing_fits_into_the_weeks_there_are(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(CENTRE)}")
    head = page.get_by_role("article").locator("header")
    expect(head.get_by_role("heading")).to_contain_text(
        "None of these ways fits into your 10 weeks. Co-production as set here mostly gains less here than",
        timeout=60_000,
    )
    expect(head.get_by_role("heading")).to_contain_text(re.compile(r": 0\.\d to \d+ more people"))
    rows = page.get_by_role("article").get_by_role("row")
    expect(rows.last).to_have_text("Weeks available10")
    turn_to(page, "What would happen")
    expect(page.locator(".answer")).to_contain_text("None of these ways fits into your 10 weeks.")
    late = page.locator(".answer ~ .late:not(.duty)")
    expect(late).to_contain_text("The weeks they take: tickbox consultation (13), ")
    expect(late).not_to_contain_text("You have 10 weeks.")


def test_the_page_says_why_not_to_ask_yet_and_what_it_rests_on(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(CENTRE)}")
    sheet = page.get_by_role("article")
    for said in (
        "Fix this first, then ask. It is not certain that there is time before the decision.",
        "Entered: how hot it is: hot; months for a decision: 2.5.",
        "Assumed, as nobody entered it: ",
        "trust at the start is that of people in parliament (United Kingdom, by survey); false stories: not "
        "that we know of.",
        "These sums rest on £90,000 for a lost challenge, and on how much of the risk stays: 40 in 100.",
    ):  # fmt: skip
        expect(sheet).to_contain_text(said, timeout=60_000)


def test_the_page_gives_an_answer_as_it_was_chosen_and_what_it_comes_to_as_the_models(
    page_of, stick: str
) -> None:
    """The number moves with the share of less-heard people: nobody entered it."""
    view = POOL.but(own=POOL.own | {"draft": "fits", "share_less_heard": 45.0})
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text(
        "how well the first plan suits people: it suits most people about equally "
        "(29 in 100 lose by it in the model, before anybody is asked)",
        timeout=60_000,
    )
    expect(sheet).not_to_contain_text("Entered: that")


def test_what_is_in_no_sum_and_the_money_there_is_stand_on_the_page_whichever_way_is_recommended(
    page_of, stick: str
) -> None:
    law = {"loses": "yes", "promised": "yes", "listed": "yes", "groups": "yes", "elsewhere": "no"}
    view = POOL.but(
        recommended_way="ladder_consultation_well_done", budget=30_000.0, gate=POOL.gate | law,
        money={"weeks_available": 10.0, "staff_hour": 38.0},
    )  # fmt: skip
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text(re.compile("Available10£30,000"), timeout=60_000)
    for said in (
        "consultation done well: rooms and those who run the meetings.",
        "Not in the sum for co-production: rooms, finding people by lot, those who run the meetings and pay",
        "for co-production is less than the £60,000 to £200,000 published for citizens' juries.",
    ):
        expect(sheet).to_contain_text(said)
    page.get_by_label("Which way do you recommend?").select_option("")
    expect(sheet).to_contain_text(
        "co-production does not fit: it takes 30 weeks (you have 10)", ignore_case=True
    )
    expect(sheet).to_contain_text("So it could not be carried out as described.")
    expect(sheet).not_to_contain_text("co-production would probably not meet", ignore_case=True)


def test_a_case_of_the_library_has_the_answers_given_about_it_and_no_day_of_ones_own(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL.but(case='west_dulwich'))}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("A real case.", timeout=60_000)
    expect(sheet).to_contain_text(
        "By the answers given, a duty to ask or to involve people is likely: "
    )
    expect(sheet).to_contain_text("Find the time, or move the decision.")
    expect(sheet).not_to_contain_text("By when")


def test_what_was_entered_with_a_decimal_has_it_in_every_part_of_the_page(
    page_of, stick: str
) -> None:
    view = POOL.but(
        case="west_dulwich", money={"weeks_available": 16.5, "challenge": 500_000.0}, chance=0.155,
        left=0.125, at_least=0.025,
    )  # fmt: skip
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    sheet = page.get_by_role("article")
    for said in (
        "You have 16.5 weeks.", "By the weeks you entered (16.5), of the ways compared only",
        "Weeks available16.5",
        "At your chance of 15.5 in 100", "how much of the risk stays: 12.5 in 100",
        "gains less than 2.5 in 100 over",
    ):  # fmt: skip
        expect(sheet).to_contain_text(said, timeout=60_000)


def test_the_page_lists_what_was_entered_besides_hours_with_every_price_it_counts(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(FULL)}")
    sheet = page.get_by_role("article")
    for said in (
        "Staff time is priced at £38 an hour, as entered, and the time of people with a seat at £12, "
        "as entered. Nobody else is paid.",
        "Entered besides hours, for one decision: for honest consultation rooms £1,200; for co-production "
        "rooms £7,000, finding people by lot £4,500, those who run the meetings £18,000 and travel and care "
        "of members £9,000.",
    ):
        expect(sheet).to_contain_text(said, timeout=60_000)


def test_without_a_name_the_page_says_when_it_was_prepared_and_by_nobody(page_of, stick) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL.but(prepared_by=''))}")
    prepared = page.get_by_role("article").locator(".prepared")
    expect(prepared).to_contain_text(re.compile(r"^Prepared on \d+ \w+ \d{4} with"), timeout=60_000)
    page.get_by_label("Prepared by").fill("A. Clerk")
    expect(prepared).to_contain_text(re.compile(r"^Prepared by A\. Clerk on \d+ \w+ \d{4} with"))


def test_the_risks_say_why_the_headline_can_be_a_gain_and_most_results_too_small_a_one(
    page_of, stick: str
) -> None:
    view = FULL.but(recommended_way="honest_consultation")
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    sheet = page.get_by_role("article")
    expect(sheet.get_by_role("heading").first).to_contain_text("more people in 100", timeout=60_000)
    expect(sheet).to_contain_text(
        re.compile(
            r"In \d+ of 100 made-up results, honest consultation gains less than 5 in 100 over tickbox "
            r"consultation, or loses \(by acceptance among all people\)\."
        )
    )
