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
    gains = np.where(np.arange(10) < 10 * above, 0.2, -0.2) * (1.0 if above >= 0.0 else np.nan)
    assert side_of(low, high, gains, measure, least) == said


@pytest.mark.parametrize(
    ("enough", "little", "loses", "low", "high", "said"),
    [
        (50, 20, 30, -6.0, 13.0, "mostly_more"),
        (49, 36, 15, -2.0, 13.0, "little"),  # most lie below what is worth having
        (18, 77, 5, -0.2, 7.0, "little"),
        (29, 71, 0, 0.6, 8.6, "little"),  # also where none loses
        (50, 50, 0, 0.6, 8.6, "more"),
        (30, 29, 41, -7.0, 9.0, "open"),
        (40, 0, 60, -9.0, 9.0, "mostly_less"),
    ],
)
def test_better_are_only_ways_that_gain_what_is_worth_having_in_half_of_the_results(
    enough: int, little: int, loses: int, low: float, high: float, said: str
):
    gains = np.repeat([0.05, 0.049, -0.02], [enough, little, loses])
    assert side_of(low, high, gains, "acceptance") == said
    turned = {"mostly_more": "mostly_less", "mostly_less": "mostly_more", "more": "less"}
    assert side_of(-high, -low, -gains, "losers") == turned.get(said, said)  # fewer is better
    neither = {"little": "more" if low > 0 else "mostly_more"}
    assert side_of(low, high, gains, "took_part") == neither.get(said, said)


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
