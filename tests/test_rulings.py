"""What a court decided on a case of the library stands on every page for a board, with its source."""

from html import unescape

import pytest

from coprod_sim.apps.leaders.files_to_save import extras_of, made
from coprod_sim.board.declarations import town_of
from coprod_sim.board.shown import played
from coprod_sim.board.view import View
from coprod_sim.briefing.in_text import parts_in_text
from coprod_sim.scenarios import load_scenario, scenario_names

DULWICH = (
    "The High Court ruled on 9 May 2025 that the decision was unlawful, on one of three grounds. Asking "
    "people had been lawful; leaving out what they said was not. Source: High Court finds West Dulwich "
    "Low Traffic Neighbourhood unlawful, FTB Chambers."
)
RULED = {
    "corby_urgent_care", "lewisham_hospital", "libraries_2011", "somerset_schools", "west_dulwich",
}  # fmt: skip


def test_the_cases_on_which_a_court_decided_say_so_by_their_own_sources():
    cases = [load_scenario(name) for name in scenario_names()]
    assert {case.name for case in cases if case.ruling} == RULED
    for case in cases:
        if case.ruling:
            assert set(case.ruling.sources) <= set(case.sources)
            assert "court" in case.ruling.said.lower()


def test_paper_command_and_browser_say_that_the_high_court_ruled_on_west_dulwich():
    """The page for a board did not, though it told what the law may ask for."""
    view = View(case="west_dulwich", ways=("tickbox", "co_production"), gate={"loses": "yes"})
    found = played(view)
    assert town_of(load_scenario("west_dulwich"), [])["ruling"] == DULWICH
    text = unescape(made("html", view).data.decode())
    assert DULWICH in text
    told = dict(parts_in_text(found, extras_of(found, view)))
    assert told["What a court decided"] == DULWICH
    assert "not what a court found" in text  # the answers on the law are the reader's


@pytest.mark.parametrize("name", ["reference", "camden_climate"])
def test_where_no_court_decided_nothing_is_said_of_one(name: str):
    assert town_of(load_scenario(name), [])["ruling"] == ""
