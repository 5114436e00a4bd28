"""Runs that are added up as they pass say the same as a table of them, in whatever order they came."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from coprod_sim.results import MEASURES, compare, streaming
from coprod_sim.results.streaming import BINS, Bins, stream

WAYS = ["tickbox", "co_production"]
numbers = st.floats(-1, 1) | st.just(float("nan"))
values = st.integers(1, 40).flatmap(lambda n: arrays(np.float64, (3, n), elements=numbers))


def bins_of(*parts: np.ndarray) -> Bins:
    bins = Bins.between(np.full(3, -1.0), np.full(3, 1.0))
    for part in parts:
        bins.add(part)
    return bins


def same(one: Bins, other: Bins) -> bool:
    return (
        one.counts.tobytes() + one.steps.tobytes() == other.counts.tobytes() + other.steps.tobytes()
    )


@given(values, st.randoms(use_true_random=False))
def test_order_and_pieces_make_no_difference_to_the_last_bit(found, luck):
    order = list(range(found.shape[1]))
    luck.shuffle(order)
    cut = luck.randint(0, len(order))
    mixed = found[:, order]
    whole, pieces = bins_of(found), bins_of(mixed[:, cut:], mixed[:, :cut])
    assert same(whole, pieces)
    assert same(whole, bins_of(mixed[:, :cut]).merged(bins_of(mixed[:, cut:])))


@given(values, st.sampled_from([0.05, 0.5, 0.95]))
def test_a_quantile_is_right_to_one_bin(found, q):
    given_ = bins_of(found).quantile(q)
    for row, answer in zip(found, given_, strict=True):
        there = row[~np.isnan(row)]
        if len(there) == 0:
            assert np.isnan(answer)
            continue
        exact = np.quantile(there, q, method="inverted_cdf")
        assert abs(answer - exact) <= 2.0 / BINS + 1e-12


@pytest.mark.usefixtures("fitting_models")
def neighbours(runs: pd.DataFrame, q: float, side: str) -> pd.Series:
    """Give, for every series, the run's value next below or above the place of a quantile."""
    by = runs.groupby(["engagement", "decision", "group"], observed=True)
    return by.quantile(q, interpolation=side).rename_axis(columns="measure").stack()  # noqa: PD013


def between(found: pd.DataFrame, runs: pd.DataFrame, gains: bool) -> None:
    """Hold every end of a range between the two runs it lies between, but for one bin."""
    measures = found.index.get_level_values("measure")
    kinds = {m: (2 if gains else 1) * (MEASURES[m][0].high - MEASURES[m][0].low) for m in MEASURES}
    bins = pd.Series(measures.map(kinds) / BINS + 1e-9, found.index)
    draw = runs.index.get_level_values("draw")
    for end, q, widest in (("low", 0.05, np.fmin), ("high", 0.95, np.fmax)):
        luck, every = (
            [neighbours(part, q, side) for side in ("lower", "higher")]
            for part in (runs[draw == 0], runs[draw > 0])
        )
        for column, sides in (
            (f"run_{end}", luck),
            (end, [widest(a, b) for a, b in zip(luck, every, strict=True)]),
        ):
            below, above = (s.reindex(found.index) for s in sides)
            values = found[column]
            assert ((values >= below - bins) & (values <= above + bins) | values.isna()).all(), (
                column
            )


@pytest.mark.parametrize("over", ["plausible", "not_ruled_out"])
def test_a_stream_says_what_a_comparison_says(over: str):
    streamed = stream("west_dulwich", WAYS, runs=104, draws=21, over=over)
    table = compare("west_dulwich", WAYS, runs=104, draws=21, over=over)
    keys = ["engagement", "draw", "run", "decision", "group"]
    runs = table.frame.astype({"engagement": str}).set_index(keys)[list(MEASURES)]
    gains = runs.loc[["co_production"]] - runs.loc["tickbox"]
    for ours, theirs, by_run in (
        (streamed.ranges, table.ranges, runs),
        (streamed.differences, table.differences, gains),
    ):
        assert ours["mean"].notna().sum() == theirs["mean"].notna().sum() > 250
        both = ours.join(theirs.add_suffix("_table"), how="inner").dropna(how="any")
        assert both["mean"].to_numpy() == pytest.approx(both["mean_table"].to_numpy(), abs=1e-9)
        between(ours, by_run, gains=by_run is gains)


def test_without_other_assumptions_both_ranges_are_those_of_luck():
    streamed = stream("reference", WAYS, runs=16)
    found = streamed.ranges
    assert streamed.over == "luck"
    assert found["low"].equals(found["run_low"].rename("low"))
    assert found["high"].equals(found["run_high"].rename("high"))


def test_the_pieces_in_which_runs_are_played_change_nothing(monkeypatch: pytest.MonkeyPatch):
    whole = stream("reference", WAYS, runs=40, draws=9)
    monkeypatch.setattr(streaming, "PIECE", 16)
    monkeypatch.setattr(streaming, "SETS", 2)
    pieces = stream("reference", WAYS, runs=40, draws=9, threads=1)
    pd.testing.assert_frame_equal(whole.ranges, pieces.ranges, check_exact=True)
    pd.testing.assert_frame_equal(whole.differences, pieces.differences, check_exact=True)
