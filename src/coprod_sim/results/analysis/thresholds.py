"""Where along a dial the gain crosses a line: from there on it pays, or no longer pays."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import qmc

from coprod_sim.results.analysis.emulator import Emulator, learn
from coprod_sim.results.exploring.sample import Sample

STOPS, OTHERS = 33, 256
"""Stops along the dial, and settings of all other inputs over which each is averaged."""
RESAMPLES = 40


@dataclass(frozen=True, kw_only=True)
class Threshold:
    """Where the mean gain crosses `line` along an input; nan where it never does.

    `low` to `high` hold 9 in 10 of the resamples that cross; `crosses` is their share. `rising` says
    whether the gain lies above the line beyond the crossing. `curve` has value, mean, low and high.
    """

    name: str
    measure: str
    line: float
    at: float
    low: float
    high: float
    crosses: float
    rising: bool
    curve: pd.DataFrame


def threshold(
    sample: Sample, name: str, *, line: float = 0.05, measure: str = "losers_acceptance",
    emulator: Emulator | None = None,
) -> Threshold:  # fmt: skip
    """Find where the gain crosses a line along one input, averaged over all the others."""
    sample = sample.measured(measure)
    known = emulator or learn(sample.cube, sample.gains(measure))
    k = sample.number(name)
    stops = np.linspace(0.0, 1.0, STOPS)
    others = qmc.Sobol(len(sample.inputs), rng=np.random.default_rng(3)).random(OTHERS)
    places = np.repeat(others, STOPS, axis=0)
    places[:, k] = np.tile(stops, OTHERS)
    mean = known.mean(places).reshape(OTHERS, STOPS).mean(axis=0)
    again = known.resampled(places, RESAMPLES).reshape(OTHERS, STOPS, -1).mean(axis=0)
    bottom, top = (end[k] for end in sample.ends)
    values = bottom + stops * (top - bottom)
    found = np.array([_crossing(values, curve, line) for curve in again.T])
    there = found[np.isfinite(found)]
    low, high = np.quantile(there, (0.05, 0.95)) if len(there) else (np.nan, np.nan)
    ends = np.quantile(again, (0.05, 0.95), axis=1)
    return Threshold(
        name=name, measure=measure, line=line, at=_crossing(values, mean, line),
        low=float(low), high=float(high), crosses=len(there) / RESAMPLES,
        rising=bool(mean[-1] > mean[0]),
        curve=pd.DataFrame({"value": values, "mean": mean, "low": ends[0], "high": ends[1]}),
    )  # fmt: skip


def _crossing(values: np.ndarray, curve: np.ndarray, line: float) -> float:
    """Give the first place where a curve crosses a line, or nan."""
    above = curve >= line
    turns = np.flatnonzero(above[1:] != above[:-1])
    if len(turns) == 0:
        return float("nan")
    k = turns[0]
    share = (line - curve[k]) / (curve[k + 1] - curve[k])
    return float(values[k] + share * (values[k + 1] - values[k]))
