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
@pytest.mark.parametrize("over", ["plausible", "not_ruled_out"])
def test_a_stream_says_what_a_comparison_says(over: str):
    streamed = stream("west_dulwich", WAYS, runs=104, draws=21, over=over)
    table = compare("west_dulwich", WAYS, runs=104, draws=21, over=over)
    for ours, theirs in (
        (streamed.ranges, table.ranges),
        (streamed.differences, table.differences),
    ):
        assert ours["mean"].notna().sum() == theirs["mean"].notna().sum()
        both = ours.join(theirs.add_suffix("_table"), how="inner").dropna(how="any")
        assert len(both) > 250
        assert both["mean"].to_numpy() == pytest.approx(both["mean_table"].to_numpy(), abs=1e-9)
        widths = both.index.get_level_values("measure").map(
            lambda m: 2 * (MEASURES[m][0].high - MEASURES[m][0].low)
        )
        for end in ("run_low", "run_high", "low", "high"):
            steps = np.sort(both[[end, f"{end}_table"]].to_numpy(), axis=1)
            # between two neighbouring runs the quantile of a table is a matter of taste
            assert np.median((steps[:, 1] - steps[:, 0]) / widths) < 1 / BINS
            assert ((steps[:, 1] - steps[:, 0]) / widths).max() < 0.02


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
