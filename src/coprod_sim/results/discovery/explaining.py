"""How much of a spread an input explains, and what it adds, in plain loops that also compile."""

import numpy as np

from coprod_sim.draws import philox
from coprod_sim.results.ranges_loops import HIGH, LOW, quantile_of

BINS = 16
"""Slices of an input in which outcomes are averaged."""
RESAMPLES = 200
"""Resamples behind the range of what an input explains."""
QUARTER = 0.25
RESAMPLING, BITS, ZERO = np.uint64(6), np.uint64(32), np.uint64(0)
"""The purpose of luck that says which points stand in a resample."""
FEWEST = 32
"""Points that must have a value before anything is said about them."""


def first_order(x: np.ndarray, y: np.ndarray, bins: int = BINS) -> float:
    """Give the share of the variance of y that the mean of y along x explains, corrected for luck.

    Args:
        x: an input at every point.
        y: what each point brought.
        bins: slices of equal size along the input.

    Returns:
        A share from 0 to 1.

    Source: binned first-order indices on Sobol points (Saltelli et al. 2008).
    """
    ordered, count = y[np.argsort(x, kind="mergesort")], len(y)
    inside, begin = 0.0, 0
    for k in range(bins):
        end = begin + count // bins + (1 if k < count % bins else 0)
        part = ordered[begin:end]
        inside += ((part - part.mean()) ** 2).sum()
        begin = end
    whole = ((y - y.mean()) ** 2).sum() / (count - 1)
    if whole <= 0.0:
        return 0.0
    return min(max(1.0 - inside / (count - bins) / whole, 0.0), 1.0)


def adds(x: np.ndarray, y: np.ndarray) -> float:
    """Give the mean of y in the highest quarter of x, less that in the lowest.

    Args:
        x: an input at every point.
        y: what each point brought.

    Returns:
        A difference, in the unit of y.
    """
    ordered = np.sort(x)
    low, high = quantile_of(ordered, QUARTER), quantile_of(ordered, 1.0 - QUARTER)
    return y[x >= high].mean() - y[x <= low].mean()


def explained(x: np.ndarray, y: np.ndarray, found: np.ndarray) -> None:
    """Say how much of a spread an input explains by itself, and what it adds.

    Args:
        x: an input at every point.
        y: what each point brought; missing (nan) where nobody is measured.
        found: the share that it explains, with its low and high end; then what it adds between its lowest
            and its highest quarter, with low and high; the ends hold 9 in 10 resamples. All missing where
            too few points have a value. Filled in.
    """
    there = np.isfinite(y)
    some_x, some_y = x[there], y[there]
    count = len(some_y)
    found[:] = np.nan
    if count < FEWEST:
        return
    shares, effects = np.empty(RESAMPLES), np.empty(RESAMPLES)
    picks = np.empty(count, dtype=np.int64)
    for k in range(RESAMPLES):
        _pick(k, picks)
        again_x, again_y = some_x[picks], some_y[picks]
        shares[k], effects[k] = first_order(again_x, again_y), adds(again_x, again_y)
    shares.sort()
    effects.sort()
    found[0], found[3] = first_order(some_x, some_y), adds(some_x, some_y)
    found[1] = min(quantile_of(shares, LOW), found[0])
    found[2], found[4] = quantile_of(shares, HIGH), quantile_of(effects, LOW)
    found[5] = quantile_of(effects, HIGH)


def _pick(resample: int, picks: np.ndarray) -> None:
    """Draw as many points as there are, each as likely as the other every time."""
    size = np.uint64(len(picks))
    for k in range(0, len(picks), 4):
        four = philox(np.uint64(k), np.uint64(resample), ZERO, RESAMPLING, ZERO, ZERO)
        for j in range(min(4, len(picks) - k)):
            picks[k + j] = np.int64((four[j] * size) >> BITS)
