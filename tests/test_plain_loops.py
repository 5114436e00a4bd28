"""What a browser's module reads off in plain loops has the same bits as what is read off whole tables."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_sim.adding import numpy_sum, python_sum
from coprod_sim.assumptions import REFERENCE
from coprod_sim.gate import gate_outcome
from coprod_sim.model.measure_batch import measure_batch, measure_splits_of_batch
from coprod_sim.model.measures import MEASURES, measured_in
from coprod_sim.model.totals import totals_of
from coprod_sim.population.population import fill_trust_table, mix_shares
from coprod_sim.results.discovery.breaking_even import meeting_chance, money_with_risk
from coprod_sim.results.effort import money_of_effort
from coprod_sim.results.frame import MeasuredRuns
from coprod_sim.results.ranges import differences_of, mean_and_ends, ranges_of
from coprod_sim.results.ranges_loops import (
    mean_and_ends_of,
    quantile_of,
    ranges_of_gains,
    ranges_of_runs,
)
from coprod_sim.results.switches import switch_channels, switch_steps

WIDE = st.floats(-1e9, 1e9, allow_subnormal=False)


@given(st.lists(WIDE, max_size=700))
def test_a_series_is_added_up_as_numpy_does(series: list[float]):
    values = np.array(series, dtype=np.float64)
    assert numpy_sum(values) == values.sum()


def test_a_long_series_is_added_up_as_numpy_does():
    values = np.random.default_rng(3).normal(size=100_003) * 10.0 ** np.arange(100_003) ** 0.1
    assert numpy_sum(values) == values.sum()
    assert numpy_sum(values) != math.fsum(values), "rounding must show, or the order is not held"


@given(st.lists(WIDE, max_size=60))
def test_a_series_is_added_up_as_python_does(series: list[float]):
    assert python_sum(np.array(series, dtype=np.float64)) == sum(series)


def test_every_measure_of_a_batch_is_the_one_read_off_the_table():
    luck = np.random.default_rng(7)
    decisions, ways, lanes = 2, 3, 8
    sums = luck.random((decisions, ways, 2, 20, lanes)) * 100.0
    sums[luck.random(sums.shape) < 0.2] = 0.0
    sums[0, 0, 0, 8] = sums[0, 0, 0, 0] ** 2 / 20.0  # all answer alike
    best = np.array([0.4, 0.7, 0.0])
    out = np.zeros((ways, decisions, 3, len(MEASURES), lanes))
    measure_batch(sums, np.array([20.0, 80.0, 100.0]), best, out)
    table = np.moveaxis(sums, (1, 4), (0, 1))
    expected = measured_in(totals_of(table, (20, 80), best[:, None, None]))
    np.testing.assert_array_equal(out, np.moveaxis(expected, 1, -1))
    assert 0.1 < np.isnan(out).mean() < 0.3


def test_a_part_of_the_town_is_measured_as_a_town_of_these_people_would_be():
    luck = np.random.default_rng(5)
    decisions, ways, parts, lanes = 2, 2, 7, 3
    splits = luck.random((decisions, ways, 2, parts, 21, lanes)) * 100.0
    best = np.array([0.4, 0.7])
    out = np.zeros((ways, decisions, parts, len(MEASURES), lanes))
    measure_splits_of_batch(splits, best, out)
    for place in np.ndindex(ways, decisions, parts, lanes):
        way, decision, part, lane = place
        less, well = splits[decision, way, :, part, :, lane]
        town = np.zeros((1, 1, 2, 20, 1))
        town[0, 0, 0, :, 0] = less[:20] + well[:20]
        people = np.array([less[20] + well[20], 1.0, 1.0])
        alone = np.zeros((1, 1, 3, len(MEASURES), 1))
        measure_batch(town, people, best[way : way + 1], alone)
        there = out[way, decision, part, :, lane]
        np.testing.assert_array_equal(there, alone[0, 0, 0, :, 0])
    assert np.ptp(out[:, :, :, 0]) > 0


def test_a_mixture_weighs_the_answers_to_each_question():
    tables, shares = np.array([[0.2, 0.8], [0.6, 0.4]]), np.zeros(2)
    mix_shares(np.array([3.0, 1.0]), tables, shares)
    assert np.allclose(shares, [0.3, 0.7], rtol=1e-15)


def test_trust_is_spread_evenly_inside_each_answer_and_jumps_over_answers_nobody_gave():
    shares, table = np.zeros(11), np.zeros(1025)
    shares[[2, 7]] = 3.0, 1.0
    fill_trust_table(shares, table)
    # three quarters answered 2, which is trust from 2/11 to 3/11; the rest 7
    assert table[[0, 384, 767]].tolist() == [0.181818181818, 0.227272727273, 0.272608901515]
    assert table[[768, 896, 1024]].tolist() == [0.636363636364, 0.681818181818, 0.727272727273]


@pytest.mark.parametrize(("runs", "draws"), [(100, 32), (5, 1), (1, 0)])
def test_ranges_and_paired_differences_are_those_of_the_tables(runs: int, draws: int):
    numbers = np.random.default_rng(11).normal(size=(3, runs + 8 * draws, 2, 3, len(MEASURES)))
    numbers[:, :, :, 0, 2] = np.nan
    numbers[:, ::3, :, 1, 2] = np.nan
    names = ("first", "second", "third")
    drawn = np.repeat(np.arange(draws + 1), [runs, *[8] * draws])
    found = MeasuredRuns(names, numbers, drawn, np.arange(runs + 8 * draws), np.ones(1))
    as_assumed, others = _in_batches(numbers[:, :runs]), _in_batches(numbers[:, runs:])
    ranges, gains = np.zeros((2, 3 * 2 * 3 * len(MEASURES), 5))
    ranges_of_runs(as_assumed, others, len(ranges), runs, ranges.reshape(-1))
    gains = gains[: len(gains) // 3 * 2]
    ranges_of_gains(as_assumed, others, 3, runs, gains.reshape(-1))
    np.testing.assert_array_equal(ranges, ranges_of(found).to_numpy())
    np.testing.assert_array_equal(gains, differences_of(found).to_numpy())


def _in_batches(numbers: np.ndarray) -> np.ndarray:
    """Lay ways x runs x columns out as the module leaves them: batches x ways x columns x lanes."""
    ways, runs, width = len(numbers), numbers.shape[1], math.prod(numbers.shape[2:])
    full = np.pad(numbers, [(0, 0), (0, -runs % 8), *[(0, 0)] * 3], constant_values=77.0)
    batches = full.reshape(ways, full.shape[1] // 8, 8, width)
    return np.moveaxis(batches, (1, 0, 2), (0, 1, 3)).ravel()


@given(st.lists(WIDE, min_size=1, max_size=200))
def test_a_series_is_summed_up_as_in_the_tables(series: list[float]):
    found, values = np.zeros(3), np.array(series)
    mean_and_ends_of(values, found)
    assert dict(zip(("mean", "low", "high"), found.tolist(), strict=True)) == mean_and_ends(values)


def test_a_quantile_is_numpys_and_missing_where_a_number_is():
    for length in (1, 2, 5, 32):
        series = np.random.default_rng(length).normal(size=length)
        for part in (0.0, 0.05, 0.5, 0.95, 1.0):
            assert quantile_of(np.sort(series), part) == np.quantile(series, part)
    assert np.isnan(quantile_of(np.sort([2.0, np.nan, 1.0]), 0.5))


def test_the_digits_of_a_set_say_which_steps_are_as_the_goal_has_them():
    start, goal, dials = np.arange(10.0), np.arange(10.0) + 100.0, np.zeros(10)
    switch_steps(start, goal, 0b10010, dials)
    assert dials.tolist() == [100, 1, 2, 103, 4, 105, 106, 107, 108, 109]


def test_the_digits_of_a_set_say_which_channels_are_left_as_they_are():
    changed = np.zeros(len(REFERENCE))
    switch_channels(np.array(REFERENCE), 0b1001, changed)
    off = {n for n, a, b in zip(REFERENCE._fields, REFERENCE, changed, strict=True) if a != b}
    assert off == {
        "openness_teaches", "session_teaches", "feedback_teaches", "slant", "acceptance_fairness",
    }  # fmt: skip
    assert all(changed[REFERENCE._fields.index(name)] == 0.0 for name in off)


def test_the_gate_stays_open_while_stakes_or_trust_are_not_said():
    sure = np.array([1.0] * 7 + [2.0] * 5)
    assert [gate_outcome(sure, s, t) for s, t in ((0, 0), (1, 0), (2, 3), (1, 2))] == [0, 0, 5, 4]


def test_money_is_hours_at_their_price():
    assert money_of_effort(100.0, 2.0, 30.0, 40.0, 5.0) == 4300.0


def test_ways_meet_where_what_is_spared_pays_for_the_dearer_one():
    assert meeting_chance(5_000.0, 20_000.0, 0.5) == 0.5
    assert meeting_chance(5_000.0, 20_000.0, 1.0) == math.inf
    assert money_with_risk(9_000.0, 0.5, 20_000.0, 0.5) == 14_000.0
