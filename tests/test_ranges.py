"""Ranges hold 9 in 10 results, and differences are paired: the same draw, the same run, the same luck."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from coprod_sim.errors import InputError
from coprod_sim.model.measures import MEASURES
from coprod_sim.model.totals import GROUPS
from coprod_sim.results import compare, error_of_ends
from coprod_sim.results.frame import MeasuredRuns
from coprod_sim.results.ranges import (
    differences_of,
    ends,
    ends_of,
    mean_and_ends,
    mean_and_spread,
    ranges_of,
)
from coprod_sim.scenarios import load_scenario

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
    return (
        start
        + decision
        + {"less_heard": 0.25, "well_connected": 0.75, "all": 0.5}[group]
        + luck * (1 + 0.1 * draw)
    )


def table(names: tuple[str, ...], draws: dict[int, int]) -> MeasuredRuns:
    rows = [(draw, run) for draw, runs in draws.items() for run in range(runs)]
    numbers = np.array([
        [[[value(name, *row, decision, g) for g in GROUPS] for decision in (1, 2)] for row in rows]
        for name in names
    ])  # fmt: skip
    times = np.arange(1, len(MEASURES) + 1)
    people = np.full(numbers.shape, 100.0)
    places, towns = np.array(rows).T
    return MeasuredRuns(names, numbers[..., None] * times, places, towns, people)


FRAME = table(("tickbox", "co_production"), {0: 41, 1: 10, 2: 10})


def values(engagement: str, decision: int, group: str, draws: tuple[int, ...]) -> list[float]:
    runs = {0: 41, 1: 10, 2: 10}
    return [value(engagement, d, r, decision, group) for d in draws for r in range(runs[d])]


def test_there_is_a_row_for_each_engagement_decision_group_and_measure():
    found = ranges_of(FRAME)
    assert list(found.index.names) == ["engagement", "decision", "group", "measure"]
    assert list(found.columns) == ["mean", "run_low", "run_high", "low", "high"]
    assert len(found) == 2 * 2 * 3 * len(MEASURES)


@pytest.mark.parametrize("engagement", ["tickbox", "co_production"])
@pytest.mark.parametrize("decision", [1, 2])
@pytest.mark.parametrize("group", ["less_heard", "well_connected", "all"])
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
    others = (FRAME.draws > 0)[:, None, None, None]
    calm = replace(FRAME, numbers=np.where(others, 50.0, FRAME.numbers))
    found = ranges_of(calm).loc[("tickbox", 1, "all", "acceptance")]
    assumed = values("tickbox", 1, "all", (0,))
    assert found["low"] == found["run_low"] == pytest.approx(quantile(assumed, 0.05))
    assert found["high"] == found["run_high"] == pytest.approx(quantile(assumed, 0.95))


def test_without_other_sets_both_ranges_are_of_the_runs_as_assumed():
    found = ranges_of(table(FRAME.engagements, {0: 41}))
    pd.testing.assert_series_equal(found["low"], found["run_low"], check_names=False)
    pd.testing.assert_series_equal(found["high"], found["run_high"], check_names=False)


@pytest.mark.parametrize(("base", "other", "gain"), [
    ("tickbox", "co_production", 100.0), ("co_production", "tickbox", -100.0),
])  # fmt: skip
def test_a_difference_is_taken_to_the_first_engagement_run_by_run(base, other, gain):
    found = differences_of(table((base, other), {0: 41, 1: 10, 2: 10}))
    assert set(found.index.get_level_values("engagement")) == {other}
    assert len(found) == 2 * 3 * len(MEASURES)
    for k, name in enumerate(MEASURES):  # luck is the same for both, so nothing of it is left
        rows = found.xs(name, level="measure") / (k + 1)
        assert rows.to_numpy() == pytest.approx(np.full((6, 5), gain))


def test_a_number_of_every_run_is_summed_up_as_measures_are():
    """Twenty runs: 0 to 19, whose 5 and 95 in 100 quantiles are .95 and 18.05."""
    low, mean, high = ends_of(table(("tickbox",), {0: 20}), np.arange(20.0))
    assert (low, mean, high) == pytest.approx((0.95, 9.5, 18.05))


def test_runs_without_a_value_are_left_out_of_means_and_ranges():
    numbers = FRAME.numbers.copy()
    numbers[0, 1, 0, 0, 0] = NAN  # the second run as assumed
    numbers[0, :, 1] = NAN
    found = ranges_of(replace(FRAME, numbers=numbers))
    assumed = values("tickbox", 1, "less_heard", (0,))
    row = found.loc[("tickbox", 1, "less_heard", "acceptance")]
    left = [assumed[0], *assumed[2:]]
    assert row["mean"] == pytest.approx(sum(left) / 40)
    assert row["run_low"] == pytest.approx(quantile(left, 0.05))
    assert row["run_high"] == pytest.approx(quantile(left, 0.95))
    assert found.loc[("tickbox", 2)].isna().to_numpy().all()


def test_the_error_told_of_an_end_is_how_far_it_moves_when_other_models_are_drawn():
    case = load_scenario("reference").but({"people.citizens": 60, "decisions.count": 1})
    again = [
        compare(case, ["tickbox", "co_production"], runs=40, draws=24, seed=s) for s in range(16)
    ]
    for difference in (False, True):
        tables = [one.differences if difference else one.ranges for one in again]
        ends = pd.DataFrame(
            [t.loc[("co_production", 1, "all", "trust"), ["low", "high"]] for t in tables]
        )
        told = pd.DataFrame([
            error_of_ends(one, "co_production", "trust", difference=difference) for one in again
        ]).mean()  # fmt: skip
        assert (told / ends.std() > 0.5).all()
        assert (told / ends.std() < 2.5).all()


def test_runs_that_share_a_network_are_hardly_more_alike_than_others():
    """The description says that the intraclass correlation is below 0.1 on the reference case (7.17)."""
    found = compare(
        "reference", ["tickbox", "honest_consultation", "co_production"], runs=1600, draws=0
    )
    after = found.measured.numbers[:, :, -1, found.groups.index("all")]
    for measure in ("acceptance", "losers_acceptance", "trust", "quality", "fairness"):
        for values in after[..., list(MEASURES).index(measure)].reshape(3, -1, 8):
            between, inside = 8 * values.mean(axis=1).var(ddof=1), values.var(axis=1, ddof=1).mean()
            assert (between - inside) / (between + 7 * inside) < 0.1, measure


def test_the_error_of_an_end_is_over_towns_where_ranges_are_and_nothing_of_one_town_or_one_model():
    case = load_scenario("reference").but({"people.citizens": 60, "decisions.count": 1})
    few, many = (
        error_of_ends(compare(case, ["tickbox"], runs=runs, draws=0), "tickbox", "trust")
        for runs in (16, 1024)
    )
    assert 0 < many["low"] < few["low"]
    for runs, draws in ((1, 0), (8, 1)):
        one = compare(case, ["tickbox"], runs=runs, draws=draws)
        assert np.isnan(error_of_ends(one, "tickbox", "trust")["low"])
    with pytest.raises(InputError, match="trust"):
        error_of_ends(compare(case, ["tickbox"], runs=2, draws=0), "tickbox", "trsut")
