"""Where along a dial the gain crosses a line: from there on it is enough, or no longer enough."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import qmc

from coprod_sim.quantities import Quantity
from coprod_sim.results.discovery.emulator import Emulator, learn
from coprod_sim.results.discovery.sample import Sample
from coprod_sim.results.in_short import InShort
from coprod_sim.results.ranges import ends
from coprod_sim.taking import takes_what_it_says

STOPS, OTHERS = 33, 256
"""Stops along the dial, and settings of all other inputs over which each is averaged."""
RESAMPLES = 40


@dataclass(frozen=True, kw_only=True, repr=False)
class Threshold(InShort):
    """Where the mean gain crosses `line` along an input; nan where it never does.

    `low` to `high` hold 9 in 10 of the resamples that cross; `crosses` is their share. `rising` says
    whether the gain lies above the line beyond the crossing. `curve` has value, mean, low and high.
    """

    name: str
    about: Quantity
    measure: str
    line: float
    at: float
    low: float
    high: float
    crosses: float
    rising: bool
    curve: pd.DataFrame


@takes_what_it_says
def threshold(
    sample: Sample, name: str, *, line: float = 0.05, measure: str = "losers_acceptance",
    emulator: Emulator | None = None,
) -> Threshold:  # fmt: skip
    """Find where the gain crosses a line along one input, averaged over all the others.

    Args:
        sample: the points played.
        name: the input.
        line: the gain to be crossed, in the measure's unit.
        measure: whose gain.
        emulator: what was learnt from these points; learnt here if left out.

    Returns:
        Where it crosses, and the curve of mean gains along the input.

    Raises:
        InputError: for unknown inputs and measures, or too few points.
    """
    sample = sample.measured(measure)
    known = emulator or learn(sample.cube, sample.gains(measure))
    k, stops = sample.number(name), np.linspace(0.0, 1.0, STOPS)
    places = _places(len(sample.inputs), k, stops)
    mean = known.mean(places).reshape(OTHERS, STOPS).mean(axis=0)
    again = known.resampled(places, RESAMPLES).reshape(OTHERS, STOPS, -1).mean(axis=0)
    first, last = (end[k] for end in sample.ends)
    values = first + stops * (last - first)
    found = np.array([_crossing(values, curve, line) for curve in again.T])
    there = found[np.isfinite(found)]
    low, high = ends(there) if len(there) else (np.nan, np.nan)
    bottoms, tops = ends(again, axis=1)
    return Threshold(
        name=name, about=sample.inputs[name], measure=measure, line=line, at=_crossing(values, mean, line),
        low=float(low), high=float(high), crosses=len(there) / RESAMPLES,
        rising=bool(mean[-1] > mean[0]),
        curve=pd.DataFrame({"value": values, "mean": mean, "low": bottoms, "high": tops}),
    )  # fmt: skip


def _places(inputs: int, k: int, stops: np.ndarray) -> np.ndarray:
    """List every stop along one input under many settings of all the others."""
    others = qmc.Sobol(inputs, rng=np.random.default_rng(3)).random(OTHERS)
    places = np.repeat(others, STOPS, axis=0)
    places[:, k] = np.tile(stops, OTHERS)
    return places


def _crossing(values: np.ndarray, curve: np.ndarray, line: float) -> float:
    """Give the first place where a curve crosses a line, or nan."""
    above = curve >= line
    turns = np.flatnonzero(above[1:] != above[:-1])
    if len(turns) == 0:
        return float("nan")
    k = turns[0]
    share = (line - curve[k]) / (curve[k + 1] - curve[k])
    return float(values[k] + share * (values[k + 1] - values[k]))
