"""How often one way is ahead: counted over the runs as assumed and those under other assumptions together."""

import numpy as np
import pytest

from coprod_sim.results.ahead import share_ahead

NOTHING = np.empty(0)


def batch(first: list[float], second: list[float]) -> np.ndarray:
    """Make a batch of two ways with one number each run."""
    return np.array([[first], [second]]).ravel()


def test_a_way_is_ahead_in_the_runs_where_it_gains_enough() -> None:
    runs = batch([0.5] * 8, [0.4, 0.5, 0.55, 0.56, 0.6, 0.7, 0.8, 0.9])
    assert share_ahead(runs, NOTHING, 2, 1, 8, 1, 0, 0.06) == 5 / 8


def test_runs_beyond_those_asked_for_do_not_count() -> None:
    runs = batch([0.0] * 8, [1.0, 1.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0])
    assert share_ahead(runs, NOTHING, 2, 1, 4, 1, 0, 0.5) == 0.5


def test_other_assumptions_count_run_by_run_beside_those_as_they_stand() -> None:
    ahead, behind = batch([0.0] * 8, [1.0] * 8), batch([1.0] * 8, [0.0] * 8)
    assert (
        share_ahead(ahead, np.concatenate([behind, behind, ahead]), 2, 1, 4, 1, 0, 0.1) == 12 / 28
    )


def test_runs_where_nobody_is_measured_are_left_out() -> None:
    runs = batch([0.0] * 8, [np.nan] * 4 + [1.0, 0.0, 0.0, 0.0])
    assert share_ahead(runs, NOTHING, 2, 1, 8, 1, 0, 0.5) == 0.25
    assert np.isnan(share_ahead(batch([np.nan] * 8, [1.0] * 8), NOTHING, 2, 1, 8, 1, 0, 0.5))


def test_the_way_and_the_number_asked_for_are_the_ones_compared() -> None:
    three = np.zeros((1, 3, 2, 8))
    three[0, 2, 1, :6] = 1.0
    assert share_ahead(three.ravel(), NOTHING, 3, 2, 8, 2, 1, 0.5) == 0.75
    assert share_ahead(three.ravel(), NOTHING, 3, 2, 8, 1, 1, 0.5) == pytest.approx(0.0)
