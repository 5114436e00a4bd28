"""What the leaders' page asks of a way where a duty to consult is likely, and which ways give it."""

from functools import cache
from typing import Any

import node_stage
import pytest

from coprod_sim.board.declarations import declarations
from coprod_sim.engagement import engagement_names, load_engagement
from coprod_sim.scenarios import load_scenario, scenario_names
from coprod_sim.scenarios.described import described

LACKING = """given.dials.map((dials) =>
  m.lackingSaid({declared: given.declared, words: {say: (name) => name.split("_").pop()}}, dials))"""
"""Asks the page itself what it finds lacking, by the last word of each message's name."""


@cache
def lacking() -> dict[str, str]:
    """Say of every way of the library what it lacks of a likely duty, as the page does."""
    given: dict[str, Any] = {
        "declared": declarations([]),
        "dials": [list(load_engagement(name).dials) for name in engagement_names()],
    }
    found = node_stage.worked_out("leaders/duty.ts", LACKING, given)
    return dict(zip(engagement_names(), found, strict=True))


def test_the_ways_of_a_case_of_ones_own_offer_a_consultation_that_meets_a_likely_duty():
    asking = [load_engagement(n) for n in described({}).engagements if n != "co_production"]
    lawful = [way.name for way in asking if way.asked and not lacking()[way.name]]
    assert lawful == ["ladder_consultation_well_done"]
    title = load_engagement(lawful[0]).title
    assert title == "Consultation done well"
    assert "," not in title  # it stands in lists and in the middle of sentences


def test_what_keeps_the_other_ways_from_meeting_it_is_named():
    assert lacking()["co_production"] == ""
    assert lacking()["honest_consultation"] == "say"
    assert lacking()["tickbox"] == "say; reply"
    assert lacking()["told_openly"].startswith("say")


def test_an_honest_consultation_says_itself_that_it_would_not_meet_it_and_which_way_would():
    title = load_engagement("ladder_consultation_well_done").title
    (said,) = [line for line in load_engagement("honest_consultation").assumed if "duty" in line]
    assert title in said
    assert "would not be enough, for little can change" in said


@pytest.mark.parametrize("name", scenario_names())
def test_the_cases_of_the_library_name_their_own_ways(name: str):
    """What a case of one's own begins with moves none of them."""
    assert "ladder_consultation_well_done" not in load_scenario(name).engagements
