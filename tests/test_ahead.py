"""How often a way gains enough, and where most results lie: over the set that the range beside it is over."""

import numpy as np
import pytest

from coprod_sim.results.ahead import gains_over, lean_of, sets_below, share_of

NOTHING = np.empty(0)
NAN = float("nan")


def batch(first: list[float], second: list[float]) -> np.ndarray:
    """Make a batch of two ways with one number each run."""
    return np.array([[first], [second]]).ravel()


def gains(assumed: np.ndarray, others: np.ndarray, *, runs: float = 8, size: int = 8) -> np.ndarray:
    """Give the gains of the second of two ways."""
    found = np.zeros(size)
    gains_over(assumed, others, 2, 1, runs, 1, 0, found)
    return found


def test_plausible_runs_alone_are_counted_where_there_are_any() -> None:
    usual, behind, ahead = (batch([0.0] * 8, [v] * 8) for v in (0.5, -0.5, 0.25))
    found = gains(usual, np.concatenate([behind, behind, ahead]), size=24)
    assert found.tolist() == [-0.5] * 16 + [0.25] * 8
    assert share_of(found, 1, 0.05) == 1 / 3  # 16 of 32 where usual runs are counted along


def test_over_luck_alone_the_runs_asked_for_are_counted_and_no_more() -> None:
    found = gains(batch([0.0] * 8, [1.0, 1.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0]), NOTHING, runs=4)
    assert found[:4].tolist() == [1.0, 1.0, 0.0, 0.0]
    assert np.isnan(found[4:]).all()
    assert share_of(found, 1, 0.5) == 0.5


def test_a_gain_that_just_reaches_what_is_asked_for_is_enough() -> None:
    assert share_of(np.array([-0.1, 0.05, 0.0625, 0.0]), 1, 0.0625) == 0.25


def test_where_less_is_better_a_fall_is_a_gain() -> None:
    assert share_of(np.array([-0.1, -0.2, 0.1, 0.0]), -1, 0.05) == 0.5


def test_runs_where_nobody_is_measured_are_left_out() -> None:
    assert share_of(np.array([NAN, 1.0, 0.0, NAN]), 1, 0.5) == 0.5
    assert np.isnan(share_of(np.array([NAN, NAN]), 1, 0.5))


def test_the_way_and_the_number_asked_for_are_the_ones_compared() -> None:
    three, found = np.zeros((1, 3, 2, 8)), np.zeros(8)
    three[0, 2, 1, :6] = 1.0
    gains_over(three.ravel(), NOTHING, 3, 2, 8, 2, 1, found)
    assert share_of(found, 1, 0.5) == 0.75
    gains_over(three.ravel(), NOTHING, 3, 2, 8, 1, 1, found)
    assert share_of(found, 1, 0.5) == pytest.approx(0.0)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ([-1.0] * 67 + [1.0] * 33, -0.5), ([1.0] * 60 + [-1.0] * 40, 0.5), ([1.0] * 59 + [-1.0] * 41, 0.0),
        ([0.0] * 50 + [1.0] * 50, 0.0), ([NAN] * 90 + [1.0] * 10, 0.5), ([NAN] * 10, 0.0),
    ],
)  # fmt: skip
def test_sixty_in_a_hundred_results_on_one_side_are_most(values: list[float], found: float) -> None:
    assert lean_of(-18.0, 6.0, np.array(values)) == found


def test_a_difference_clear_by_its_range_needs_no_count() -> None:
    assert lean_of(1.0, 6.0, np.array([NAN])) == 1.0
    assert lean_of(-6.0, -1.0, np.array([NAN])) == -1.0


def test_the_usual_model_is_set_beside_the_mean_of_every_other_model() -> None:
    models = np.repeat([0.1, 0.2, 0.3, -0.4], 8)
    models[8:12], models[12:16] = 0.3, 0.1  # the mean is still 0.2
    assert sets_below(0.25, 1, models) == 0.75
    assert sets_below(0.25, -1, models) == 0.25  # where less is better, only 0.3 is worse
    assert sets_below(0.25, 1, np.array([*models, *[NAN] * 8])) == 0.75
    assert np.isnan(sets_below(0.25, 1, np.full(8, NAN)))
