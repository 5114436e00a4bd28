"""Where one side loses what the other gains, that and its numbers are said to be the case's own."""

import re

import pytest
from test_board_page_in_both import in_the_browser

from coprod_sim.apps.leaders.risks import equality_in_words
from coprod_sim.board.leading import entered_elsewhere
from coprod_sim.board.shown import limits_of, played
from coprod_sim.board.view import View
from coprod_sim.briefing.cautions import (
    _implausible,  # pyright: ignore[reportPrivateUsage]
)
from coprod_sim.briefing.spoken import spoken_of
from coprod_sim.engagement import load_engagement
from coprod_sim.results import Comparison, compare
from coprod_sim.scenarios.described import described
from coprod_sim.words import ENGLISH, words_in

BUILT = "is built into the case: one side loses what the other gains."
SETS = "The case itself sets them"
SHARES = re.compile(r"\d+(?:\.\d+)?(?: to \d+(?:\.\d+)?)?")
TICKBOX = load_engagement("tickbox")


def few(answer: str, **assumed: float) -> Comparison:
    case = described({"zero_sum": answer})
    told = case.model_copy(update={"assumptions": {**case.assumptions, **assumed}})
    return compare(told, [TICKBOX], runs=2)


def test_who_loses_is_said_to_be_built_in_where_it_is():
    for answer, said in (("yes", True), ("no", False)):
        found = few(answer)
        assert (BUILT in equality_in_words(found, View(), TICKBOX)) == said
        assert (SETS in _implausible(found, words_in(ENGLISH))) == said


def test_a_number_that_somebody_entered_is_not_said_to_be_the_cases_own():
    said = _implausible(few("yes", ideal_less_heard=-1.5), words_in(ENGLISH))
    assert said
    assert SETS not in said


def test_the_page_is_told_by_which_assumptions_the_sides_are_opposed():
    opposed = {"ideal_less_heard": -1.0, "ideal_well_connected": 1.0, "ideal_spread": 0.2}
    assert entered_elsewhere()["opposed"] == opposed


@pytest.mark.parametrize(
    ("own", "assumed", "built", "sets"),
    [
        ({"zero_sum": "yes"}, {}, True, True),
        ({"zero_sum": "no"}, {}, False, False),
        ({"zero_sum": "yes"}, {"ideal_less_heard": -1.5}, False, False),
    ],
)
def test_the_browser_says_of_opposed_sides_what_python_says(own, assumed, built, sets):
    view = View(
        case="own", own=own, assumptions=assumed, ways=("tickbox", "co_production"),
        recommended_way="co_production",
    )  # fmt: skip
    found = played(view)
    there = in_the_browser(found, view)
    way = spoken_of(found, view.recommended_way, limits_of(view), view.measure)
    here = equality_in_words(found, view, way)
    assert SHARES.sub("N", there["equality"]) == SHARES.sub("N", here)  # of all people there
    assert (BUILT in there["equality"]) == built
    said = _implausible(found, words_in(ENGLISH))
    assert (SETS in said) == sets
    assert (SETS in there["cautions"]) == sets
    assert all(line in there["cautions"] for line in ([said] if said else []))
