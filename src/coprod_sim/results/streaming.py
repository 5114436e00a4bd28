"""Adds runs up as they pass, in fixed bins: means and ranges of a million runs take no more room than of ten.

A bin's count and a sum in whole steps of 2^-40 do not depend on the order of the runs, so parts that were
played in another order, in other pieces or on other computers merge into the very same numbers.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from coprod_sim.engagement import Engagement
from coprod_sim.model.ensemble import play_all
from coprod_sim.model.setting import LANES, Setting, arm_of, setting_of
from coprod_sim.population import population_of
from coprod_sim.results.compare import HIGH, LOW, SEED, check_counts, engagements_of
from coprod_sim.results.measures import GROUPS, MEASURES, tally_of
from coprod_sim.scenarios import Scenario, load_scenario

BINS = 1024
"""Bins between the ends of a measure; a range is right to one of them [bins]."""
PIECE = 64 * LANES
"""Runs that are in memory at a time [runs]."""
STEP = 2.0**-40
"""The steps in which values are added up: exact whatever the order [units of the measure]."""


@dataclass(frozen=True)
class Bins:
    """Many values of several series, added up: how many fell into each bin, and their sum.

    Shapes: `counts` is series x bins; `steps` (the sum in `STEP`), `low` and `high` (the ends) are series.
    """

    low: np.ndarray
    high: np.ndarray
    counts: np.ndarray
    steps: np.ndarray

    @classmethod
    def between(cls, low: np.ndarray, high: np.ndarray) -> "Bins":
        """Make empty bins between the ends of each series."""
        size = len(low)
        return cls(low, high, np.zeros((size, BINS), np.int64), np.zeros(size, np.int64))

    def add(self, values: np.ndarray) -> None:
        """Add values, series x runs; those that are not there (nan) are left out."""
        there = ~np.isnan(values)
        known = np.where(there, values, 0.0)
        place = (known - self.low[:, None]) / (self.high - self.low)[:, None] * BINS
        place = np.clip(place.astype(np.int64), 0, BINS - 1)
        place += np.arange(len(values))[:, None] * BINS
        self.counts[:] += np.bincount(place[there], minlength=self.counts.size).reshape(-1, BINS)
        self.steps[:] += np.where(there, np.rint(known / STEP), 0).astype(np.int64).sum(axis=1)

    def merged(self, other: "Bins") -> "Bins":
        """Put the values of both together; which comes first makes no difference."""
        return Bins(self.low, self.high, self.counts + other.counts, self.steps + other.steps)

    @property
    def mean(self) -> np.ndarray:
        """The mean of each series; nan where there is no value."""
        count = self.counts.sum(axis=1)
        with np.errstate(invalid="ignore", divide="ignore"):
            return self.steps * STEP / count

    def quantile(self, q: float) -> np.ndarray:
        """The value below which a share `q` lies, right to one bin; nan where there is no value."""
        whole = self.counts.cumsum(axis=1)
        total = whole[:, -1]
        bin_ = (whole < (q * total)[:, None]).sum(axis=1).clip(max=BINS - 1)
        rows = np.arange(len(total))
        inside = self.counts[rows, bin_]
        before = whole[rows, bin_] - inside
        share = np.divide(q * total - before, inside, out=np.zeros(len(total)), where=inside > 0)
        value = self.low + (bin_ + share) / BINS * (self.high - self.low)
        return np.where(total > 0, value, np.nan)


@dataclass(frozen=True)
class Streamed:
    """Means and ranges over runs: a row each engagement, decision, group and measure.

    `differences` are to the first engagement, run by run. Columns: mean, run_low, run_high.
    """

    ranges: pd.DataFrame
    differences: pd.DataFrame
    runs: int


def stream(
    scenario: Scenario | str,
    engagements: Sequence[Engagement | str] | None = None,
    *,
    runs: int,
    seed: int = SEED,
    threads: int | None = None,
    on_progress: Callable[[int, int], object] = lambda _done, _all: None,
) -> Streamed:
    """Play engagements on a case in any number of runs, with the assumptions as they stand.

    The runs are those of `compare`; no table of them is kept. Raises `InputError` as `compare` does.
    """
    case = load_scenario(scenario) if isinstance(scenario, str) else scenario
    chosen = engagements_of(case, engagements)
    check_counts(runs, 0, seed)
    setting = setting_of(case, population_of(case), seed)
    kinds = [kind for kind, _ in MEASURES.values()]
    values = _empty([(k.low, k.high) for k in kinds], chosen, setting)
    gains = _empty([(k.low - k.high, k.high - k.low) for k in kinds], chosen[1:], setting)
    for first in range(0, runs, PIECE):
        found = _played(case, setting, chosen, first, min(PIECE, runs - first), threads)
        values.add(_series(found))
        gains.add(_series(found[1:] - found[:1]))
        on_progress(min(first + PIECE, runs), runs)
    return Streamed(_table(values, chosen, setting), _table(gains, chosen[1:], setting), runs)


def _empty(
    ends: Sequence[tuple[float, float]], chosen: Sequence[Engagement], setting: Setting
) -> Bins:
    """Make bins for every series, given the ends of each measure."""
    times = len(chosen) * setting.decisions * len(GROUPS)
    low, high = np.tile(np.array(ends, dtype=np.float64), (times, 1)).T
    return Bins.between(low, high)


def _played(
    case: Scenario,
    setting: Setting,
    chosen: Sequence[Engagement],
    first: int,
    runs: int,
    threads: int | None,
) -> np.ndarray:
    """Play a piece of the runs: engagements x runs x decisions x groups x measures."""
    arms = [arm_of(e, case.rules, case.campaign) for e in chosen]
    workers = threads or os.cpu_count() or 1
    sums = play_all(setting, arms, runs, threads=workers, first_run=first)
    tally = tally_of(sums, setting.population.group_sizes)
    return np.stack([formula(tally) for _, formula in MEASURES.values()], axis=-1)


def _series(values: np.ndarray) -> np.ndarray:
    """Lay values out as series x runs."""
    return np.moveaxis(values, 1, -1).reshape(-1, values.shape[1])


def _table(bins: Bins, chosen: Sequence[Engagement], setting: Setting) -> pd.DataFrame:
    index = pd.MultiIndex.from_product(
        [[e.name for e in chosen], range(1, setting.decisions + 1), GROUPS, MEASURES],
        names=["engagement", "decision", "group", "measure"],
    )
    columns = {"mean": bins.mean, "run_low": bins.quantile(LOW), "run_high": bins.quantile(HIGH)}
    return pd.DataFrame(columns, index=index)
