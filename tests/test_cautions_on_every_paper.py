"""What has to be said beside an answer stands on every paper of the case, from one list."""

from html import unescape
from pathlib import Path

import pytest
from paper_cases import CASES
from pdf_structure import text_on
from test_board_page_in_both import in_the_browser

from coprod_sim.apps.leaders.duty_met import details_in_words
from coprod_sim.apps.leaders.files_to_save import extras_of, made
from coprod_sim.apps.leaders.gate_said import verdict_in_words
from coprod_sim.apps.leaders.next_best import beside_in_words
from coprod_sim.apps.leaders.risks import unmet_by_ways
from coprod_sim.board.looked_at import looked_at_in_words
from coprod_sim.board.shown import limits_of, played
from coprod_sim.board.view import View, file_of
from coprod_sim.briefing.content import briefing_of
from coprod_sim.briefing.spoken import spoken_of
from coprod_sim.cli.command_line import main
from coprod_sim.results.discovery.theories import against
from coprod_sim.results.prior_posterior import over_models

SEARCH = ' Search again under "Why".'
"""Where to go next, which a page with steps adds and paper cannot."""


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", CASES)
def test_each_caution_that_holds_stands_in_the_list_of_python_and_of_the_browser(name: str):
    view, typed = CASES[name]
    found = played(view)
    cautions = extras_of(found, view).cautions
    assert cautions is not None
    for one in typed:
        assert one in " ".join(cautions)
    there = in_the_browser(found, view)["cautions"].replace(SEARCH, "").splitlines()
    way = spoken_of(found, view.recommended_way, limits_of(view), view.measure)
    head = (  # right at its headline, the page in the browser has these
        verdict_in_words(found, view, way),
        looked_at_in_words(view),
        unmet_by_ways(view, found.engagements),
        details_in_words(view, found.engagements),
        beside_in_words(found, view, way),
    )
    assert there == [one for one in cautions if one not in head]


@pytest.mark.parametrize("name", CASES)
def test_each_caution_that_holds_stands_in_the_pdf_the_saved_page_and_the_command(
    name: str, tmp_path: Path, capsys
):
    """The page lacked two that PDF and command had, and one stood in the command alone."""
    view, typed = CASES[name]
    cautions = extras_of(played(view), view).cautions
    assert cautions is not None
    file = tmp_path / "own.coprod.json"
    file.write_bytes(file_of(view))
    assert main(["compare", str(file), "--out", str(tmp_path)]) == 0
    first, *_ = text_on(made("pdf", view).data)
    papers = {
        "saved page": unescape(made("html", view).data.decode()),
        "command": capsys.readouterr().out.replace("-\n  ", "-"),
        "page of the command": unescape((tmp_path / "comparison.html").read_text("utf-8")),
    }
    for said in {*cautions, *typed}:
        for paper, text in papers.items():
            assert plain(said) in plain(text), (paper, said)
        # On paper a line may end within a word that has a hyphen.
        assert plain(said).replace(" ", "") in first.replace(" ", ""), ("first sheet", said)


def test_what_is_signed_and_who_prepared_it_stand_in_the_command_as_on_the_page(tmp_path, capsys):
    view, _ = CASES["a plan that is bad for everyone"]
    file = tmp_path / "own.coprod.json"
    file.write_bytes(file_of(view))
    assert main(["compare", str(file), "--out", str(tmp_path)]) == 0
    printed = plain(capsys.readouterr().out)
    page = plain(unescape((tmp_path / "comparison.html").read_text("utf-8")))
    for text in (printed, page):
        assert "With honest consultation, we sign up to" in text
        assert "1. We will publish the reasons, the options we dropped and the costs" in text
        assert "3. Everyone hears within four weeks what became of each idea, and why." in text
        assert "Prepared by A. Chief, " in text


def test_ways_beyond_the_weeks_entered_are_called_so_where_a_challenge_is_worked_out():
    """With tickbox recommended, the page said so and PDF and command did not."""
    view, _ = CASES["one side loses what the other gains"]
    said = extras_of(played(view), view).challenge
    assert (
        "consultation done well (beyond your 16 weeks) is cheaper than tickbox consultation" in said
    )


def test_the_first_sheet_names_every_dial_of_a_found_way_that_does_not_stand_at_0(sheet_of):
    """It named one dial of four, and nothing said that there were more."""
    view, _ = CASES["a found way, sought for other limits"]
    found = {"awareness": 0.05, "buy_in": 0.8, "openness": 0.3, "influence": 0.35, "seats": 40.0}
    page = sheet_of(view.but(turned={"found": dict.fromkeys(view.turned["found"], 0.0) | found}))
    assert (
        "The way found, each dial from 0 to 100: awareness 5, buy-in 80, open information 30 and real "
        "influence 35. All other dials stand at 0. Seats: room for 40 people." in page
    )


@pytest.fixture
def sheet_of():
    def of(view: View) -> str:
        found = played(view)
        page = briefing_of(found, extras_of(found, view))
        blocks = (f"{one.head} {one.words}" for one in (*page.left, *page.right))
        return plain(" ".join([*(one.words for one in page.facts), *blocks]))

    return of


def test_the_risks_say_under_which_way_most_people_lose():
    """They said "Most people lose by this decision", with the range of one way beside that of another."""
    view, _ = CASES["a plan that is bad for everyone"]
    said = extras_of(played(view), view).risks
    assert "With honest consultation, most people lose by this decision: " in said


def test_paper_counts_models_by_the_smallest_gain_that_somebody_set():
    """It counted by 5 in 100 whatever was set, while the page beside it went by what was set."""
    view = View(case="misinformation_vote", ways=("tickbox", "co_production"), at_least=0.2)
    wide = over_models(
        played(view).scenario, "tickbox", "co_production", seed=view.seed, over="plausible"
    )
    bad = int(against(wide, "co_production", at_least=0.2)[0].sum())
    assert bad > int(against(wide, "co_production")[0].sum())
    said = plain(unescape(made("html", view).data.decode()))
    assert f"in {bad} of 100 plausible models, and in " in said
    assert "less than 20 in 100 more of those who lose accept it" in said
