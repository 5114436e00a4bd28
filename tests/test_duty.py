"""What the leaders' page asks of a way where a duty to consult is likely, and which ways give it."""

from functools import cache
from typing import Any

import node_stage
import pytest
from pool_case import HURRY, POOL

from coprod_sim.apps.leaders import doing
from coprod_sim.apps.leaders.duty_met import details_in_words, seats_in_words
from coprod_sim.apps.leaders.files_to_save import extras_of
from coprod_sim.board.declarations import declarations
from coprod_sim.board.leading import entered_elsewhere
from coprod_sim.board.shown import played
from coprod_sim.engagement import Engagement, engagement_names, load_engagement
from coprod_sim.scenarios import load_scenario, scenario_names
from coprod_sim.scenarios.described import described
from coprod_sim.words import ENGLISH, words_in

LACKING = """given.dials.map((dials) =>
  m.lackingSaid({declared: given.declared, words: {say: (name) => name.split("_").pop()}}, dials))"""
"""Asks the page itself what it finds lacking, by the last word of each message's name."""


def asked(ways: list[Engagement]) -> dict[str, Any]:
    """Give what the page needs to say what ways lack."""
    declared = declarations([]) | entered_elsewhere()
    return {"declared": declared, "dials": [list(way.dials) for way in ways]}


@cache
def lacking() -> dict[str, str]:
    """Say of every way of the library what it lacks of a likely duty, as the page does."""
    given = asked([load_engagement(name) for name in engagement_names()])
    found = node_stage.worked_out("leaders/lacking.ts", LACKING, given)
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
    assert lacking()["tickbox"] == "facts; say; reply"
    assert "say" in lacking()["told_openly"]


def test_an_honest_consultation_says_itself_that_it_would_not_meet_it_and_which_way_would():
    title = load_engagement("ladder_consultation_well_done").title
    (said,) = [line for line in load_engagement("honest_consultation").assumed if "duty" in line]
    assert title in said
    assert "would not be enough, for little can change" in said


@pytest.mark.parametrize("name", scenario_names())
def test_the_cases_of_the_library_name_their_own_ways(name: str):
    """What a case of one's own begins with moves none of them."""
    assert "ladder_consultation_well_done" not in load_scenario(name).engagements


NEEDED = {
    "awareness": 0.5, "openness": 0.5, "expectations": 0.25, "equal_access": 0.5, "influence": 0.25,
    "feedback": 0.5,
}  # fmt: skip
"""The dials at which a way may just meet a likely duty, at the sentences that say so."""


def test_a_way_that_gives_just_what_the_duty_needs_meets_it_and_one_step_less_on_any_dial_does_not():
    t = words_in(ENGLISH)
    just = load_engagement("co_production").but(**NEEDED)
    assert doing.lacking(just, t) == ""
    for name, value in NEEDED.items():
        assert doing.lacking(just.but(**{name: value - 0.25}), t), name


def test_a_notice_of_the_result_and_one_way_in_are_not_enough():
    """Such a way was said to give reasons, a say and a reply."""
    found = load_engagement("co_production").but(
        awareness=0.5, expectations=0.0, feedback=0.15, equal_access=0.0, influence=0.15
    )
    said = doing.lacking(found, words_in(ENGLISH))
    for lack in ("topic and dates", "too few ways to take part", "no account of what became"):
        assert lack in said


@pytest.mark.parametrize(
    ("seats", "few"), [(0.0, False), (2.0, True), (11.0, True), (12.0, False), (40.0, False)]
)
def test_a_room_of_a_few_seats_does_not_meet_it_and_one_that_is_open_to_all_does(seats, few):
    """A room of one seat among 48,000 people was called a way that would probably meet the duty."""
    way = load_engagement("co_production").but(seats=seats)
    there = node_stage.worked_out("leaders/lacking.ts", LACKING, asked([way]))
    assert there == ["seats" if few else ""]
    said = doing.lacking(way, words_in(ENGLISH))
    assert said == (f"too few seats ({seats:.0f})" if few else "")


BIG: dict[str, Any] = {
    "gate": HURRY.gate | {"loses": "yes", "promised": "yes", "region": "yes"},
    "own": HURRY.own | {"people_affected": 48_000},
}


def test_it_is_said_of_ways_that_would_meet_it_that_a_say_in_details_may_be_too_little():
    """The search said so, and the page for a board, which puts such a way forward, did not."""
    view = HURRY.but(**BIG)
    done_well = load_engagement("ladder_consultation_well_done")
    ways = [load_engagement(n) for n in ("tickbox", "co_production")]
    assert details_in_words(view, [*ways, done_well]) == (
        "With consultation done well, people can choose details: too little for a duty to ask if it is "
        "still open whether to do it at all."
    )
    assert details_in_words(view, ways) == ""
    assert details_in_words(view.but(gate={}), [done_well]) == ""
    view = POOL.but(gate=BIG["gate"])
    found = played(view)
    (there,) = [one for one in extras_of(found, view).cautions or () if "choose details" in one]
    assert there.startswith("With ")


def test_it_is_said_whom_a_room_with_seats_leaves_out_where_it_is_known_how_many_are_affected():
    view, room = HURRY.but(**BIG), load_engagement("co_production")
    assert seats_in_words(view, [load_engagement("tickbox"), room]) == (
        "With co-production, only 40 of 48,000 people have a seat; ask your lawyers how all others are "
        "heard."
    )
    for unsaid in (
        seats_in_words(view, [room.but(seats=0.0)]),
        seats_in_words(view, [room.but(seats=5.0)]),
        seats_in_words(view.but(own=HURRY.own | {"people_affected": 40}), [room]),
        seats_in_words(view.but(gate={}), [room]),
    ):
        assert unsaid == ""


def test_python_and_the_page_find_the_same_lacking():
    t = words_in(ENGLISH)
    whys = {
        t(f"leaders-page-duty_unmet_{why}"): why
        for why in ("reasons", "facts", "topic", "access", "say", "reply")
    }
    for name in engagement_names():
        parts = filter(None, doing.lacking(load_engagement(name), t).split("; "))
        assert "; ".join(whys[part] for part in parts) == lacking()[name]
