"""Adds runs up as they pass, in fixed bins: means and ranges of a million runs take no more room than of ten.

A bin's count and a sum in whole steps of 2^-40 do not depend on the order of the runs, so parts that were
played in another order, in other pieces or on other computers merge into the very same numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd

from coprod_sim.engagement import Engagement
from coprod_sim.model.buffers import LANES
from coprod_sim.model.measures import MEASURES, measured_in
from coprod_sim.model.totals import EVERY_GROUP, GROUPS
from coprod_sim.results.comparison import RUNS_A_DRAW, SEED, check_counts, trials_on
from coprod_sim.results.in_short import InShort
from coprod_sim.results.player import Played, Progress, Trial, play, play_draws
from coprod_sim.results.ranges import HIGH, LOW, index_of
from coprod_sim.results.uncertainty import LUCK, PLAUSIBLE, Enough, draws_over, sets_over
from coprod_sim.results.variant import Variant
from coprod_sim.scenarios import Scenario
from coprod_sim.taking import takes_what_it_says

BINS = 1024
"""Bins between the ends of a measure; a range is right to one of them [bins]."""
PIECE = 64 * LANES
"""Runs that are in memory at a time [runs]."""
SETS = 16
"""Sets of assumptions that are in memory at a time [sets]."""
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


@dataclass(frozen=True, repr=False)
class Streamed(InShort, Enough):
    """Means and ranges over runs: a row each engagement, decision, group and measure.

    `differences` are to the first engagement, run by run. Columns as in `Comparison.ranges`: mean, run_low
    to run_high (luck alone), low to high (over what `over` names in `uncertainty.OVER`).
    """

    ranges: pd.DataFrame
    differences: pd.DataFrame
    runs: int
    draws: int
    over: str


@dataclass(frozen=True)
class Kept:
    """What is kept of the runs: the bins of every engagement, and of its differences to the first.

    `rows` name the series of both.
    """

    values: Bins
    gains: Bins
    rows: tuple[pd.MultiIndex, pd.MultiIndex]

    @classmethod
    def nothing(cls, trials: Sequence[Trial], groups: tuple[str, ...]) -> "Kept":
        """Make room for the results of some trials of one case."""
        kinds = [kind for kind, _ in MEASURES.values()]
        names, decisions = tuple(t.variant.name for t in trials), trials[0].case.decisions.count
        times = decisions * len(groups)
        return cls(
            _empty([(k.low, k.high) for k in kinds], len(names) * times),
            _empty([(k.low - k.high, k.high - k.low) for k in kinds], (len(names) - 1) * times),
            (index_of(names, decisions, groups), index_of(names[1:], decisions, groups)),
        )

    def add(self, found: np.ndarray) -> None:
        """Add runs: engagements x runs x decisions x groups x measures."""
        self.values.add(_series(found))
        self.gains.add(_series(found[1:] - found[:1]))


@takes_what_it_says
def stream(
    scenario: Scenario | str | Path, engagements: Sequence[Variant | Engagement | str] | None = None, *,
    runs: int, draws: int = 0, seed: int = SEED, over: str = PLAUSIBLE, split: bool = False,
    threads: int | None = None, on_progress: Progress = lambda _done, _all: None,
) -> Streamed:  # fmt: skip
    """Play ways of involving people on a case in any number of runs; no table of them is kept.

    Args:
        scenario: a case, its name in the library, or the path of its `.toml` file.
        engagements: variants, engagements or their names, the baseline first (those the case names).
        runs: runs with the assumptions as they stand.
        draws: other sets of assumptions, with 8 runs each; runs, sets and luck are those of `compare`.
        seed: the seed of all luck.
        over: which other sets, as for `compare`.
        split: also by winners and losers, in the room or not, and thirds of first trust.
        threads: threads (all cores).
        on_progress: is told the runs done and all runs.

    Returns:
        Means and ranges, and those of paired differences.

    Raises:
        InputError: for unknown names and impossible numbers.
    """
    runs, draws, seed = check_counts(runs, draws_over(over, draws, 0), seed)
    case, trials = trials_on(scenario, engagements)
    once = partial(play, seed=seed, threads=threads, split=split)
    many = partial(play_draws, seed=seed, threads=threads, split=split)
    sets = sets_over(over, case, draws, seed)
    luck, every = (Kept.nothing(trials, EVERY_GROUP if split else GROUPS) for _ in range(2))
    whole = runs + len(sets) * RUNS_A_DRAW
    for first in range(0, runs, PIECE):
        luck.add(_found([once(trials, min(PIECE, runs - first), first_run=first)]))
        on_progress(min(first + PIECE, runs), whole)
    for done in range(0, len(sets), SETS):
        some = [[trial.under(p) for trial in trials] for p in sets[done : done + SETS]]
        every.add(_found(many(some, RUNS_A_DRAW, first_draw=done + 1)))
        on_progress(runs + (done + len(some)) * RUNS_A_DRAW, whole)
    return Streamed(*_tables(luck, every), runs, len(sets), over if sets else LUCK)


def _empty(ends: Sequence[tuple[float, float]], times: int) -> Bins:
    """Make bins for every series, given the ends of each measure."""
    low, high = np.tile(np.array(ends, dtype=np.float64), (times, 1)).T
    return Bins.between(low, high)


def _found(sets: Sequence[Sequence[Played]]) -> np.ndarray:
    """Measure what came under each set: engagements x (sets and runs) x decisions x groups x measures."""
    found = [np.stack([measured_in(one.totals) for one in played]) for played in sets]
    return np.concatenate(found, axis=1)


def _series(values: np.ndarray) -> np.ndarray:
    """Lay values out as series x runs."""
    return np.moveaxis(values, 1, -1).reshape(-1, values.shape[1])


def _tables(luck: Kept, every: Kept) -> tuple[pd.DataFrame, pd.DataFrame]:
    values, gains = luck.rows
    return _table(luck.values, every.values, values), _table(luck.gains, every.gains, gains)


def _table(luck: Bins, every: Bins, index: pd.MultiIndex) -> pd.DataFrame:
    """Give means and both ranges; the wide one never leaves out what luck alone brings."""
    ends = luck.quantile(LOW), luck.quantile(HIGH)
    columns = {
        "mean": luck.mean,
        "run_low": ends[0],
        "run_high": ends[1],
        "low": np.fmin(every.quantile(LOW), ends[0]),
        "high": np.fmax(every.quantile(HIGH), ends[1]),
    }
    return pd.DataFrame(columns, index=index)
