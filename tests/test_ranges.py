"""Ranges hold 9 in 10 results, and differences are paired: the same draw, the same run, the same luck."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from coprod_sim.results.measures import MEASURES
from coprod_sim.results.ranges import ends, mean_and_ends, mean_and_spread, paired, ranges_of

NAN = float("nan")
VALUES = arrays(np.float64, st.integers(1, 60), elements=st.floats(-5, 5))


def quantile(values: list[float], q: float) -> float:
    """Read a quantile off the sorted values, on the straight line between its neighbours."""
    ordered = sorted(values)
    place = q * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def test_9_in_10_of_a_hundred_and_one_values_lie_between_the_ends():
    assert ends(np.arange(101.0)) == pytest.approx((5.0, 95.0))


@given(values=VALUES)
@example(values=np.array([3.0]))
def test_the_ends_are_the_5_and_95_in_100_quantiles(values):
    low, high = ends(values)
    assert (low, high) == pytest.approx((quantile(values, 0.05), quantile(values, 0.95)), abs=1e-12)


def test_the_ends_are_taken_along_the_axis_named():
    table = np.stack([np.arange(101.0), np.arange(101.0) * 10])
    low, high = ends(table, axis=1)
    assert low.tolist() == pytest.approx([5, 50])
    assert high.tolist() == pytest.approx([95, 950])
    assert ends(table, axis=0)[0].shape == (101,)


@given(values=VALUES)
def test_a_mean_with_its_ends_leaves_out_what_is_missing(values):
    found = mean_and_ends(np.concatenate([values, [NAN, NAN]]))
    assert list(found) == ["mean", "low", "high"]
    expected = (sum(values) / len(values), quantile(values, 0.05), quantile(values, 0.95))
    assert tuple(found.values()) == pytest.approx(expected, abs=1e-12)


def test_nothing_has_no_mean_and_no_ends():
    found = mean_and_ends(np.array([NAN]))
    assert list(found) == ["mean", "low", "high"]
    assert np.isnan(list(found.values())).all()


def test_means_and_spreads_are_taken_over_runs_leaving_out_what_is_missing():
    runs = np.array([[1.0, NAN, 4.0, NAN], [3.0, 5.0, NAN, NAN], [8.0, 9.0, NAN, NAN]])
    mean, spread = mean_and_spread(runs)
    assert mean.tolist() == pytest.approx([4.0, 7.0, 4.0, NAN], nan_ok=True)
    assert spread.tolist() == pytest.approx([13**0.5, 8**0.5, NAN, NAN], nan_ok=True)


# Tables of runs: two engagements, two decisions; 41 runs as assumed, 2 other sets with 10 runs each


def value(engagement: str, draw: int, run: int, decision: int, group: str) -> float:
    """Make up a value; each of its causes leaves its own trace."""
    start = {"tickbox": 0.0, "co_production": 100.0}[engagement]
    luck = ((run + 3 * draw) * 7919) % 101
    return start + decision + {"less_heard": 0.25, "all": 0.5}[group] + luck * (1 + 0.1 * draw)


def table(draws: dict[int, int]) -> pd.DataFrame:
    rows = [
        (engagement, draw, run, decision, group)
        for draw, runs in draws.items()
        for engagement in ("tickbox", "co_production")
        for run in range(runs)
        for decision in (1, 2)
        for group in ("less_heard", "all")
    ]
    frame = pd.DataFrame(rows, columns=["engagement", "draw", "run", "decision", "group"])
    numbers = np.array([value(*row) for row in rows])
    columns = {name: numbers * (k + 1) for k, name in enumerate(MEASURES)}
    named = {
        "engagement": pd.Categorical(frame["engagement"], ["co_production", "tickbox", "unplayed"]),
        "group": pd.Categorical(frame["group"], ["less_heard", "well_connected", "all"]),
    }
    return pd.concat([frame.assign(**named), pd.DataFrame(columns)], axis=1)


FRAME = table({0: 41, 1: 10, 2: 10})


def values(engagement: str, decision: int, group: str, draws: tuple[int, ...]) -> list[float]:
    runs = {0: 41, 1: 10, 2: 10}
    return [value(engagement, d, r, decision, group) for d in draws for r in range(runs[d])]


def test_there_is_a_row_for_each_engagement_decision_group_and_measure():
    found = ranges_of(FRAME)
    assert list(found.index.names) == ["engagement", "decision", "group", "measure"]
    assert list(found.columns) == ["mean", "run_low", "run_high", "low", "high"]
    assert len(found) == 2 * 2 * 2 * len(MEASURES)


@pytest.mark.parametrize("engagement", ["tickbox", "co_production"])
@pytest.mark.parametrize("decision", [1, 2])
@pytest.mark.parametrize("group", ["less_heard", "all"])
def test_the_narrow_range_is_of_the_runs_as_assumed_and_the_wide_one_of_the_others(
    engagement, decision, group
):
    assumed = values(engagement, decision, group, (0,))
    others = values(engagement, decision, group, (1, 2))
    narrow = quantile(assumed, 0.05), quantile(assumed, 0.95)
    wide = quantile(others, 0.05), quantile(others, 0.95)
    row = ranges_of(FRAME).loc[(engagement, decision, group)]
    for k, name in enumerate(MEASURES):
        found = row.loc[name] / (k + 1)
        assert found["mean"] == pytest.approx(sum(assumed) / 41)
        assert (found["run_low"], found["run_high"]) == pytest.approx(narrow)
        assert found["low"] == pytest.approx(min(narrow[0], wide[0]))
        assert found["high"] == pytest.approx(max(narrow[1], wide[1]))


def test_the_wide_range_is_never_narrower_than_the_narrow_one():
    calm = FRAME.copy()
    calm.loc[calm["draw"] > 0, list(MEASURES)] = 50.0
    found = ranges_of(calm).loc[("tickbox", 1, "all", "acceptance")]
    assumed = values("tickbox", 1, "all", (0,))
    assert found["low"] == found["run_low"] == pytest.approx(quantile(assumed, 0.05))
    assert found["high"] == found["run_high"] == pytest.approx(quantile(assumed, 0.95))


def test_without_other_sets_both_ranges_are_of_the_runs_as_assumed():
    found = ranges_of(FRAME[FRAME["draw"] == 0])
    pd.testing.assert_series_equal(found["low"], found["run_low"], check_names=False)
    pd.testing.assert_series_equal(found["high"], found["run_high"], check_names=False)


def test_a_difference_is_taken_to_the_first_engagement_run_by_run():
    mixed = FRAME.sample(frac=1, random_state=3)
    found = paired(mixed, ["tickbox", "co_production"])
    assert set(found["engagement"]) == {"co_production"}
    assert len(found) == len(FRAME) / 2
    for k, name in enumerate(MEASURES):
        assert (found[name] / (k + 1)).to_numpy() == pytest.approx(np.full(len(found), 100.0))
    other = paired(FRAME, ["co_production", "tickbox"])
    assert other["acceptance"].to_numpy() == pytest.approx(np.full(len(other), -100.0))
    assert list(other.columns[:5]) == ["engagement", "draw", "run", "decision", "group"]
