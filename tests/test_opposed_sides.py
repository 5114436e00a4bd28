"""Where one side loses what the other gains, that and its numbers are said to be the case's own."""

from coprod_sim.apps.leaders.risks import equality_in_words
from coprod_sim.board.leading import entered_elsewhere
from coprod_sim.board.view import View
from coprod_sim.briefing.cautions import (
    _implausible,  # pyright: ignore[reportPrivateUsage]
)
from coprod_sim.engagement import load_engagement
from coprod_sim.results import Comparison, compare
from coprod_sim.scenarios.described import described
from coprod_sim.words import ENGLISH, words_in

BUILT = "is built into the case: one side loses what the other gains."
SETS = "The case itself sets them"
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
