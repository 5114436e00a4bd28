"""What matters most: how much of the spread of outcomes each input explains, and which way it pulls."""

import numpy as np
import pandas as pd

from coprod_sim.results.exploring.sample import Sample

BINS = 16
"""Slices of an input in which outcomes are averaged."""
RESAMPLES = 200
"""Resamples behind each range."""


def what_matters(sample: Sample, measure: str = "losers_acceptance") -> pd.DataFrame:
    """Rank the inputs by the share of the spread in a measure's gain that each explains by itself.

    Columns: `share` (first-order index, 0 to 1) with `low` to `high`, and `effect`, the gain in the
    highest quarter of the input less the gain in the lowest, with `effect_low` to `effect_high`, both
    holding 9 in 10 resamples. Source: binned first-order indices on Sobol points (Saltelli et al. 2008).
    """
    sample = sample.measured(measure)
    gains = sample.gains(measure)
    rng = np.random.default_rng(0)
    picks = rng.integers(0, len(gains), (RESAMPLES, len(gains)))
    rows = {}
    for name in sample.inputs:
        x = sample.frame[name].to_numpy()
        shares = [first_order(x[p], gains[p]) for p in picks]
        effects = [_effect(x[p], gains[p]) for p in picks]
        rows[name] = {
            "share": first_order(x, gains),
            "low": np.quantile(shares, 0.05),
            "high": np.quantile(shares, 0.95),
            "effect": _effect(x, gains),
            "effect_low": np.quantile(effects, 0.05),
            "effect_high": np.quantile(effects, 0.95),
        }
    table = pd.DataFrame.from_dict(rows, orient="index")
    table["low"] = np.minimum(table["low"], table["share"])
    return table.sort_values("share", ascending=False)


def first_order(x: np.ndarray, y: np.ndarray, bins: int = BINS) -> float:
    """Give the share of the variance of y that the mean of y along x explains, corrected for luck."""
    order = np.argsort(x, kind="stable")
    slices = np.array_split(y[order], bins)
    inside = sum(((s - s.mean()) ** 2).sum() for s in slices) / (len(y) - bins)
    whole = y.var(ddof=1)
    return float(np.clip(1.0 - inside / whole, 0.0, 1.0)) if whole > 0 else 0.0


def _effect(x: np.ndarray, y: np.ndarray) -> float:
    low, high = np.quantile(x, (0.25, 0.75))
    return float(y[x >= high].mean() - y[x <= low].mean())
