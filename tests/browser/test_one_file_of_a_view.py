"""A page made of a saved view carries the advice, the duty and the recommendation under its headline."""

import re
from pathlib import Path

import pytest
from board_stage import settled
from conftest import sideways
from playwright.sync_api import expect
from site_stage import POOL

from coprod_sim.apps.leaders.in_models import in_models_in_words
from coprod_sim.board.cases import scenario_of
from coprod_sim.board.shown import played
from coprod_sim.board.view import View
from coprod_sim.results.discovery.theories import against
from coprod_sim.results.prior_posterior import over_models
from coprod_sim.site import write_one_file

LIKELY = {"loses": "yes", "promised": "yes", "listed": "yes", "groups": "yes", "elsewhere": "no"}
VIEW = POOL.but(
    gate=POOL.gate | LIKELY | {"open": "no"}, ways=("tickbox", "ladder_consultation_well_done"),
    recommended_way="ladder_consultation_well_done", money={"weeks_available": 24.0}, part="take",
)  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("one") / "stop.html"
    write_one_file(file, scenario_of(VIEW).unpaid(), view=VIEW, in_models=in_models_in_words)
    return file


@pytest.mark.parametrize("model", [True, False], ids=["with the model", "without it"])
def test_who_gets_only_this_page_reads_under_the_headline_what_the_page_for_a_board_says(
    page_of, made: Path, model: bool
) -> None:
    page = page_of(made.as_uri())
    page.set_viewport_size({"width": 360, "height": 780})
    if not model:
        page.add_init_script("delete globalThis.WebAssembly")
        page.reload()
    outcome = "say: reopen the decision, or do not start."
    said = page.locator(".answer")
    expect(said).to_contain_text(outcome, timeout=60_000)
    expect(page.locator(".duty")).to_have_text(
        "A duty to ask is likely, and tickbox consultation would probably not meet it. Ask your lawyers. "
        "With consultation done well, people can choose details: too little for a duty to ask if it is "
        "still open whether to do it at all."
    )
    expect(page.locator(".recommendation")).to_have_text(
        "We recommend: Consultation done well. Keep it open for a year."
    )
    expect(
        page.get_by_role("heading", name="With consultation done well, we sign up to")
    ).to_be_visible()
    expect(page.locator("ol > li")).to_have_count(3)
    expect(page.get_by_role("button", name="See these answers")).to_have_count(0)
    top, picture = page.locator(".recommendation"), page.locator(".live")
    assert top.bounding_box()["y"] < picture.bounding_box()["y"]
    assert sideways(page) <= 0
    expect(page.locator("body")).to_contain_text(
        'What the answers to "Should we ask?" come to stands with the headline'
    )


def test_the_risks_the_law_a_challenge_and_what_is_saved_are_on_the_page_for_a_phone_too(
    page_of, tmp_path: Path
) -> None:
    file = tmp_path / "phone.html"
    view = VIEW.but(
        money={"weeks_available": 10.0, "challenge": 90_000.0},
        saving=120_000.0,
        chance=0.2,
        left=0.4,
    )
    write_one_file(file, scenario_of(view).unpaid(), view=view, in_models=in_models_in_words)
    page = page_of(file.as_uri())
    page.set_viewport_size({"width": 360, "height": 780})
    settled(page)
    even = page.get_by_role("region", name="When does it become the cheaper choice?")
    for said in (
        "As entered, the decision saves £120,000 a year. Compared with tickbox consultation, the saving "
        "begins 7.7 weeks later with consultation done well (£17,800 lost)",
        "At your chance of 20 in 100, with the risk and the wait for the saving counted in, tickbox "
        "consultation costs £29,200",
        "tickbox consultation would probably not meet it: ",
    ):
        expect(even).to_contain_text(said, timeout=60_000)
    expect(even.get_by_label("What the decision saves a year")).to_have_value("120000")
    weighed = page.locator("dl.weighed")
    for said in (
        "Whether to close the pool.", "The cabinet.", "Before the summer.",
        "made-up results, consultation done well",
        "in 100 of the less-heard people lose by it", "Reopen the decision, or do not start.",
        "By the answers given, a duty to ask or to involve people is likely: ",
    ):  # fmt: skip
        expect(weighed).to_contain_text(said)
    expect(page.get_by_text('"Why"')).to_have_count(0)  # a step that this page does not have
    assert sideways(page) <= 0


def test_a_page_of_a_case_of_the_library_has_nothing_of_a_view(page_of, tmp_path: Path) -> None:
    file = tmp_path / "case.html"
    case = scenario_of(View(case="west_dulwich")).unpaid()
    write_one_file(file, case)
    page = page_of(file.as_uri())
    settled(page)
    expect(page.locator(".gate-says, .duty, .recommendation")).to_have_count(0)
    expect(page.locator("body")).to_contain_text("Whether you must ask, why it comes out")


@pytest.mark.parametrize("model", [True, False], ids=["with the model", "without it"])
def test_it_says_what_it_rests_on_and_in_how_many_models_it_does_not_gain_enough(
    page_of, made: Path, model: bool
) -> None:
    """Both stood on the page for a board, in print and in the PDF, and were missing here."""
    page = page_of(made.as_uri())
    if not model:
        page.add_init_script("delete globalThis.WebAssembly")
        page.reload()
    rows = page.locator(".weighed")
    expect(rows).to_contain_text("What it rests on", timeout=60_000)
    expect(rows).to_contain_text("Assumed, as nobody entered it: ")
    expect(rows).to_contain_text("In how many models it does not gain enough")
    found = played(VIEW)
    wide = over_models(
        found.scenario, *found.engagements, "told_openly", seed=VIEW.seed, over="plausible"
    )
    bad = int(against(wide, "ladder_consultation_well_done")[0].sum())
    expect(rows).to_contain_text(f"in {bad} of 100 plausible models, and in ")
    expect(rows).to_contain_text("What this cannot tell")


def test_the_page_in_one_file_leads_with_the_first_way_where_that_is_recommended(
    page_of, tmp_path: Path
) -> None:
    """It was headed by co-production, directly above "We recommend: Tickbox consultation"."""
    file = tmp_path / "tickbox.html"
    view = View(
        case="west_dulwich", ways=("tickbox", "honest_consultation", "co_production"),
        recommended_way="tickbox", recommendation="It is quick.",
    )  # fmt: skip
    write_one_file(file, scenario_of(view).unpaid(), view=view, in_models=in_models_in_words)
    page = page_of(file.as_uri())
    settled(page)
    expect(page.locator(".answer")).to_have_text(re.compile("^Tickbox consultation"))
    expect(page.locator(".beside")).to_contain_text(
        "Compared with co-production, acceptance with tickbox"
    )
    expect(page.locator(".recommendation")).to_contain_text("We recommend: Tickbox consultation.")
    expect(page.locator("dl.weighed")).to_contain_text(
        "The High Court ruled on 9 May 2025 that the decision was unlawful, on one of three grounds."
    )
