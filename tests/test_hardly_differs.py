"""A difference that is nearly all smaller than what is worth having is called neither better nor worse."""

import numpy as np
import pytest

from coprod_sim.briefing.answer_said import answer_in_words
from coprod_sim.briefing.clearer import clearer_of
from coprod_sim.charts.verdict import side_of, whole_side
from coprod_sim.report.sentences import headline
from coprod_sim.results import compare


@pytest.mark.parametrize(
    ("low", "high", "above", "measure", "least", "said"),
    [
        (-0.4, 4.0, 0.9, "acceptance", 0.05, "hardly"),
        (-4.9, -1.0, 0.0, "losers", 0.05, "hardly"),
        (-0.4, 5.0, 0.9, "acceptance", 0.05, "mostly_more"),
        (-0.4, 4.0, 0.9, "acceptance", 0.03, "mostly_more"),
        (-18.0, 6.0, 0.3, "acceptance", 0.05, "mostly_less"),
        (-9.0, 6.0, 0.5, "acceptance", 0.05, "open"),
        (-1.0, 9.0, 0.9, "acceptance", 0.1, "hardly"),
        (1.0, 3.0, 1.0, "took_part", 0.05, "more"),  # no measure of better or worse
        (float("nan"), float("nan"), float("nan"), "losers_acceptance", 0.05, "open"),
    ],
)
def test_what_is_worth_having_decides_whether_a_way_differs(
    low, high, above, measure, least, said
) -> None:
    gains = np.where(np.arange(10) < 10 * above, 0.02, -0.02) * (1.0 if above >= 0.0 else np.nan)
    assert side_of(low, high, gains, measure, least) == said


def test_a_way_that_hardly_differs_is_said_so_on_every_page_and_is_no_clearer_choice() -> None:
    ways = ["no_exercise", "tickbox", "honest_consultation"]
    found = compare("bad_for_everyone", ways, runs=8, draws=24)
    tickbox = found.engagements[1]
    assert "hardly differs from asking nobody" in answer_in_words(found, tickbox, {})
    alone = compare("bad_for_everyone", ["tickbox", "no_exercise"], runs=8, draws=24)
    assert headline(alone).startswith("Asking nobody hardly differs from Tickbox consultation.")
    assert clearer_of(found, tickbox, ()) is None
    certain = answer_in_words(found, tickbox, {}, least=0.0)
    assert "mostly does worse" in certain


@pytest.mark.parametrize(
    ("low", "high", "side"),
    [(0.3, 13.3, "more"), (-9.4, -0.3, "less"), (0.04, 13.3, "open"), (-0.52, 8.2, "open")],
)  # fmt: skip
def test_a_difference_lies_on_one_side_of_nothing_as_its_ends_are_written(
    low: float, high: float, side: str
):
    assert whole_side(low, high) == side
