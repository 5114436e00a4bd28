"""Answers about a run are judged from numbers alone, in Python as in the browser."""

import numpy as np
import pytest

from coprod_sim.results.judging import band_of, first_reaching, out_of_order


@pytest.mark.parametrize(
    ("value", "place"),
    [(-7.0, 0), (-2.0, 1), (0.0, 1), (1.9, 1), (2.0, 2), (4.9, 2), (5.0, 2), (80.0, 2)],
)
def test_a_band_holds_its_low_end_and_the_nearest_takes_what_none_holds(value: float, place: int):
    assert band_of(value, np.array([-9.0, -2.0, 2.0]), np.array([-2.0, 2.0, 5.0])) == place


@pytest.mark.parametrize(("mark", "when"), [(40.0, 1), (50.0, 2), (61.0, 4), (70.0, 5)])
def test_a_mark_is_reached_at_the_first_decision_or_after_the_last(mark: float, when: int):
    assert first_reaching(np.array([45.0, 60.0, 50.0, 65.0]), mark) == when


def test_an_order_that_is_near_enough_will_do_and_the_first_wrong_pair_is_named():
    values = np.array([50.0, 51.0, 30.0, 44.0])
    assert out_of_order(values, 20.0) == -1.0
    assert out_of_order(values, 1.0) == 2 * 4 + 3
    assert out_of_order(values, 0.5) == 0 * 4 + 1
