"""What is said of a way is counted for that way; what speaks against it is said wherever it is named."""

import re

from board_stage import settled
from playwright.sync_api import expect
from site_stage import POOL, part_of, turn_to, view_in

from coprod_sim.board.view import link_of

WELL_DONE = "ladder_consultation_well_done"
LIKELY = {"promised": "yes", "listed": "yes", "groups": "yes", "elsewhere": "no"}
TEN_WEEKS = POOL.but(
    ways=("tickbox", WELL_DONE, "co_production"), efforts={WELL_DONE: {"weeks": 10.0}},
    gate=POOL.gate | LIKELY | {"time": "yes"}, money={"weeks_available": 10.0}, budget=30_000.0,
)  # fmt: skip
"""Ten weeks and £30,000, into which consultation done well fits alone: the page speaks about that."""
OFTEN = re.compile(
    r"In (\d+ of 100|all|none) .{0,30}made-up results, consultation done well gains less"
)


def test_how_often_a_way_gains_too_little_is_counted_for_the_way_that_is_named(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(TEN_WEEKS)}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("This page is about consultation done well", timeout=60_000)
    spoken = OFTEN.search(sheet.inner_text())
    page.get_by_label("Which way do you recommend?").select_option(WELL_DONE)
    expect(sheet).to_contain_text("We recommend: Consultation done well.", timeout=60_000)
    expect(sheet).to_contain_text(OFTEN)  # it is counted anew
    recommended = OFTEN.search(sheet.inner_text())
    assert spoken
    assert recommended
    assert spoken[1] == recommended[1]
    page.get_by_label("Which way do you recommend?").select_option("")
    turn_to(page, "What would happen")
    expect(page.locator(".facts")).to_contain_text(
        "In this many results consultation done well is ahead"
    )


def test_a_reason_is_on_the_page_only_with_its_way_and_is_never_lost(page_of, stick: str) -> None:
    view = TEN_WEEKS.but(recommended_way="honest_consultation", recommendation="This is what fits.")
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("No way is recommended here yet.", timeout=60_000)
    expect(sheet).not_to_contain_text("This is what fits.")
    expect(page.get_by_label("Why you recommend it")).to_have_value("This is what fits.")
    gone = page.get_by_text("You recommended honest consultation. It is no longer compared")
    expect(gone).to_contain_text("Your reason stays here, and is on the page only with a recom")
    page.get_by_label("Which way do you recommend?").select_option(WELL_DONE)
    expect(sheet.locator(".recommendation")).to_have_text("We recommend: Consultation done well.")
    expect(gone).to_have_count(0)
    expect(page.get_by_text("What you wrote about honest consultation is kept.")).to_be_visible()
    page.get_by_label("Why you recommend it").fill("It meets the duty.")
    page.get_by_label("Which way do you recommend?").select_option("co_production")
    expect(page.get_by_label("Why you recommend it")).to_have_value("")
    page.get_by_label("Which way do you recommend?").select_option(WELL_DONE)
    expect(sheet).to_contain_text("We recommend: Consultation done well. It meets the duty.")
    assert view_in(page).reasons == {"honest_consultation": "This is what fits."}


def test_the_questions_say_themselves_what_speaks_against_deciding_together(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(TEN_WEEKS.but(part='gate'))}")
    expect(page.locator(".verdict")).to_contain_text(
        "All your first answers are yes.", timeout=60_000
    )
    expect(page.locator(".verdict")).to_contain_text(
        "But co-production does not fit into your 10 weeks: make room for it", timeout=60_000
    )


def test_the_questions_say_themselves_that_the_consultation_they_point_to_does_not_fit(
    page_of, stick: str
) -> None:
    """That a consultation done well is enough stood alone, of a way that takes 21 weeks of ten."""
    view = TEN_WEEKS.but(part="gate", efforts={}, stakes="small", trust="middle")
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    expect(page.locator(".verdict")).to_contain_text(
        "But consultation done well does not fit into your 10 weeks, and in this model it mostly does little",
        timeout=60_000,
    )


def test_room_is_not_asked_for_what_may_do_worse_here(page_of, stick: str) -> None:
    """One side loses what the other gains: most results are worse than under tickbox."""
    view = TEN_WEEKS.but(part="what", own=POOL.own | {"zero_sum": "yes"})
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    settled(page)
    expect(page.locator(".answer + .gate-says")).to_contain_text(
        "decide it together. But co-production does not fit into your 10 weeks, and in this model it mostly "
        'does worse here than tickbox consultation: see "Why" before you make room for it.'
    )


def test_every_way_that_misses_a_likely_duty_is_named_also_the_first(page_of, stick: str) -> None:
    view = TEN_WEEKS.but(
        part="what", ways=("tickbox", "honest_consultation", "co_production"),
        money={"weeks_available": 40.0, "challenge": 90_000.0},
    )  # fmt: skip
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    settled(page)
    found = page.locator("[id$=-even]").locator("xpath=ancestor::section[1]").locator(".found")
    for said in (
        "tickbox consultation would probably not meet it: ",
        "So a challenge to it is likelier to succeed.",
        "honest consultation would probably not meet it: ",
    ):
        expect(found).to_contain_text(said, timeout=60_000)
    turn_to(page, "Take it away")
    expect(page.get_by_role("article")).to_contain_text(
        "tickbox consultation and honest consultation would probably not meet it."
    )


def test_a_number_that_cannot_be_read_leaves_the_one_before_in_force(page_of, stick: str) -> None:
    view = TEN_WEEKS.but(part="what", money={"weeks_available": 10.0, "challenge": 90_000.0})
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    settled(page)
    limits = page.get_by_label("Weeks you have")
    if not limits.is_visible():
        limits.locator("xpath=ancestor::details[1]/summary").click()
    for typed in ("ten", "30k"):
        limits.fill(typed)
        limits.blur()
        expect(page.get_by_text("Until then 10 counts, as before.")).to_be_visible()
        expect(page.locator(".answer")).to_contain_text("your 10 weeks")
    limits.fill("")
    limits.blur()
    expect(page.locator(".answer")).not_to_contain_text("your 10 weeks")
    risk = page.locator("[id$=-chance]")
    risk.fill("0,2")
    risk.blur()
    expect(page.locator("[id$=-chance-wrong]")).to_contain_text("Please write 0.2 or 20.")
    expect(page.locator("[id$=-chance-wrong]")).to_contain_text("Until then 15 counts")
    risk.fill("50%")
    risk.blur()
    expect(page.locator("[id$=-chance-wrong]")).to_have_text("")
    expect(risk).to_have_value("50")


def test_where_to_change_what_is_assumed_is_said_on_the_screen_alone(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL)}")
    sheet, where = page.get_by_role("article"), 'All of it can be changed under "The case".'
    expect(sheet).to_contain_text("Assumed, as nobody entered it: ", timeout=60_000)
    expect(sheet).not_to_contain_text(where)
    turn_to(page, "The case")
    expect(page.get_by_text(where)).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_text(where)).to_be_hidden()


def test_a_study_of_one_way_is_not_kept_under_the_name_of_another(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(TEN_WEEKS.but(part='why'))}")
    part = part_of(page, "How long does trust take to come back?")
    part.get_by_role("button").first.click()
    expect(part.locator(".found")).to_contain_text("Co-production", timeout=180_000)
    turn_to(page, "Take it away")
    page.get_by_label("Which way do you recommend?").select_option(WELL_DONE)
    turn_to(page, "Why")
    expect(part.get_by_role("button").first).to_be_visible()
    expect(part.locator(".found")).to_be_empty()


def test_that_more_people_lose_stands_beside_the_answer_itself(page_of, stick: str) -> None:
    """The first screen said "no clear difference", and only the page for a board that more lose."""
    own = POOL.own | {"zero_sum": "yes", "campaign": "many"}
    view = POOL.but(part="what", own=own, recommended_way="co_production")
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    settled(page)
    said = page.locator(".harm").filter(
        has_text="With co-production, more people lose than with tickbox consultation in"
    )
    expect(said).to_have_count(1)
    expect(said).to_be_visible()
