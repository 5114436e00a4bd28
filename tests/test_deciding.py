"""Which sentence holds follows from numbers: every outcome there is, from numbers typed in."""

import math

import numpy as np
import pytest

from coprod_sim.engagement.scored import APART, how_far_apart
from coprod_sim.results.deciding import (
    EVENS,
    LEADS,
    OFTEN,
    best_way,
    count_open,
    how_often,
    is_misled,
    lead,
    lean,
    side,
    when_cheaper,
)

NAN = math.nan


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [
        (0.5, 2.0, 1), (-2.0, -0.5, -1), (0.04, 13.3, 0), (0.49, 2.0, 0), (-2.0, -0.49, 0),
        (-0.1, 0.1, 0), (0.0, 2.0, 0), (-2.0, 0.0, 0), (NAN, NAN, 0),
    ],
)  # fmt: skip
def test_a_range_is_clear_only_where_it_leaves_zero_out_by_half_a_point(low, high, found):
    assert side(low, high) == found


@pytest.mark.parametrize(
    ("means", "low_is_better", "place"),
    [
        ((1, 3, 2), 0, 1),
        ((1, 3, 2), 1, 0),
        ((NAN, 3, 2), 1, 2),
        ((2, 2), 0, 0),
        ((NAN, NAN), 0, -1),
    ],
)
def test_the_best_way_is_the_first_with_the_best_mean_and_nobody_where_nobody_is_measured(
    means, low_is_better, place
):
    assert best_way(np.array(means, dtype=float), low_is_better) == place


@pytest.mark.parametrize(
    ("top", "lows", "highs", "found"),
    [
        (0, (-9, -5), (-1, -2), "first_clear"),
        (0, (-9, -5), (-1, 2), "first_open"),
        (2, (-9, 5), (-1, 9), "other_clear"),
        (1, (-9, 5), (1, 9), "other_open"),
        (1, (NAN,), (NAN,), "other_open"),
    ],
)
def test_a_lead_is_clear_where_its_paired_differences_are(top, lows, highs, found):
    assert LEADS[int(lead(top, np.array(lows, dtype=float), np.array(highs, dtype=float)))] == found


def test_differences_that_take_zero_in_are_counted():
    assert count_open(np.array([-1.0, 0.5, -3.0]), np.array([1.0, 2.0, -0.5])) == 1


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        # gains in acceptance, in being swayed (low ends), in judgement, in quality, quality (high ends)
        ((5, -1, 1, 1, 30), 0),
        ((5, 1, 1, 1, 30), 1),
        ((5, -1, -1, 1, 30), 1),
        ((5, -1, 1, -1, 30), 1),
        ((5, -1, 1, 1, -3), 1),
        ((-5, -1, 1, 1, -3), 0),
    ],
)
def test_people_are_misled_where_they_say_yes_to_what_does_not_serve_them(numbers, found):
    assert is_misled(*numbers) == found


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [
        (math.inf, math.inf, "never"), (1.1, 2.0, "never"), (-1.0, 0.0, "anyhow"),
        (-1.0, 0.2, "once"), (1.0, 2.0, "once"),
    ],
)  # fmt: skip
def test_the_dearer_way_pays_never_anyhow_or_from_some_chance_on(low, high, found):
    assert EVENS[int(when_cheaper(low, high))] == found


@pytest.mark.parametrize(
    ("one", "other", "found"), [(0.3, 0.4, "none"), (0.7, 0.4, "small"), (0.2, 0.9, "large")]
)
def test_two_scores_are_near_or_a_little_or_far_apart(one, other, found):
    assert APART[int(how_far_apart(one, other))] == found


@pytest.mark.parametrize(
    ("low", "high", "above", "below", "found"),
    [
        (1.0, 2.0, 1.0, 0.0, 1.0), (-2.0, -1.0, 0.0, 1.0, -1.0), (-18.0, 6.0, 0.33, 0.67, -0.5),
        (-3.0, 9.0, 0.77, 0.23, 0.5), (-9.0, 1.0, 0.55, 0.45, 0.0), (-9.0, 1.0, 0.6, 0.4, 0.5),
        (-9.0, 1.0, 0.4, 0.6, -0.5), (-1.0, 1.0, 0.0, 0.0, 0.0), (math.nan, math.nan, 0.0, 0.0, 0.0),
    ],
)  # fmt: skip
def test_an_open_difference_leans_where_six_in_ten_results_lie_however_wide_its_range(
    low, high, above, below, found
):
    assert lean(low, high, above, below) == found


@pytest.mark.parametrize(
    ("count", "models", "found"),
    [
        (0, 100, "none"), (1, 100, "few"), (20, 100, "few"), (21, 100, "many"), (49, 100, "many"),
        (50, 100, "most"), (99, 100, "most"), (100, 100, "all"), (1, 1, "all"), (0, 1, "none"),
    ],
)  # fmt: skip
def test_how_often_something_is_so_is_said_in_plain_steps(count, models, found):
    assert OFTEN[int(how_often(float(count), float(models)))] == found
