"""How far results reach: ends of ranges, means with their spread, and paired differences, in one place."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from coprod_sim.results.measures import MEASURES

LOW, HIGH = 0.05, 0.95
"""The ends of every range: 9 in 10 results lie between them."""


def ends(values: np.ndarray, axis: int | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Give the ends between which 9 in 10 values lie.

    Args:
        values: any shape, without missing values.
        axis: the axis the values lie along; without it, all of them.

    Returns:
        The low and the high end, each in the shape that is left.
    """
    low, high = np.quantile(values, (LOW, HIGH), axis=axis)
    return low, high


def mean_and_ends(values: np.ndarray) -> dict[str, float]:
    """Give `mean`, `low` and `high` of values along one axis, leaving out those that are missing (nan).

    All three are nan where no value is left.
    """
    there = values[~np.isnan(values)]
    if len(there) == 0:
        return dict.fromkeys(("mean", "low", "high"), np.nan)
    low, high = ends(there)
    return {"mean": float(there.mean()), "low": float(low), "high": float(high)}


def mean_and_spread(runs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give mean and standard deviation over the first axis, leaving out missing values (nan).

    Args:
        runs: runs x anything.

    Returns:
        Both in the shape of one run; nan where no value is there (for the spread: fewer than two).
    """
    there = ~np.isnan(runs)
    count = there.sum(axis=0)
    filled = np.where(there, runs, 0.0)
    mean = np.divide(filled.sum(axis=0), count, out=np.full(count.shape, np.nan), where=count > 0)
    squares = np.where(there, (runs - mean) ** 2, 0.0).sum(axis=0)
    spread = np.divide(squares, count - 1, out=np.full(count.shape, np.nan), where=count > 1)
    return mean, np.sqrt(spread)


def ranges_of(frame: pd.DataFrame) -> pd.DataFrame:
    """Sum a table of runs up: a row for each engagement, decision, group and measure.

    Args:
        frame: a row for each engagement, draw, run, decision and group, as in `Comparison.frame`.

    Returns:
        `mean`, `run_low` and `run_high` of the runs as assumed (draw 0); `low` and `high` of the runs
        under the other sets of assumptions, never narrower; without such sets, of the same runs.
    """
    return _summed_up(_by_case(frame))


def differences_of(frame: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    """Sum up the differences to the first engagement, run by run: same draw, same run, same luck.

    Args:
        frame: a row for each engagement, draw, run, decision and group, each engagement's in one order.
        names: the engagements, the baseline first.

    Returns:
        As `ranges_of`, with the other engagements in alphabetical order.
    """
    cases = _by_case(frame)
    base, *rest = names
    ways, *others = cases.levels
    places = ways.get_indexer(sorted(rest))
    gains = cases.runs[places] - cases.runs[ways.get_loc(base)]
    return _summed_up(Cases((pd.Index(sorted(rest)), *others), gains, cases.draws))


@dataclass(frozen=True)
class Cases:
    """A table of runs, sorted: every engagement after every decision in every group has the same rows.

    `levels` are the engagements, decisions and groups, `runs` engagements x decisions x groups x rows
    x measures, `draws` the draw of each of the rows.
    """

    levels: tuple[pd.Index, ...]
    runs: np.ndarray
    draws: np.ndarray


def _by_case(frame: pd.DataFrame) -> Cases:
    found = [pd.factorize(frame[key], sort=True) for key in ("engagement", "decision", "group")]
    levels = tuple(pd.Index(level) for _, level in found)
    order = np.lexsort([codes for codes, _ in reversed(found)])
    shape = (*map(len, levels), -1)
    values = frame[list(MEASURES)].to_numpy()[order].reshape(*shape, len(MEASURES))
    return Cases(levels, values, frame["draw"].to_numpy()[order].reshape(shape)[0, 0, 0])


def _summed_up(cases: Cases) -> pd.DataFrame:
    rows = np.moveaxis(cases.runs, 3, 0)
    as_assumed, others = rows[cases.draws == 0], rows[cases.draws > 0]
    every = others if others.size else as_assumed
    run_low, run_high = (_quantile(as_assumed, part) for part in (LOW, HIGH))
    low, high = (_quantile(every, part) for part in (LOW, HIGH))
    parts = {
        "mean": _mean(as_assumed), "run_low": run_low, "run_high": run_high,
        "low": np.fmin(low, run_low), "high": np.fmax(high, run_high),
    }  # fmt: skip
    names = ["engagement", "decision", "group", "measure"]
    index = pd.MultiIndex.from_product([*cases.levels, list(MEASURES)], names=names)
    table = np.stack(list(parts.values()), axis=-1).reshape(len(index), len(parts))
    return pd.DataFrame(table, index=index, columns=list(parts))


def _mean(rows: np.ndarray) -> np.ndarray:
    """Give means along the first axis without what is missing; sums carry their rounding along (Kahan)."""
    there = ~np.isnan(rows)
    sums, lost = np.zeros((2, *rows.shape[1:]))
    for here, row in zip(there, np.where(there, rows, 0.0), strict=True):
        step = row - lost
        now = sums + step
        lost = np.where(here, (now - sums) - step, lost)
        sums = np.where(here, now, sums)
    count = there.sum(axis=0)
    return np.divide(sums, count, out=np.full(sums.shape, np.nan), where=count > 0)


def _quantile(rows: np.ndarray, part: float) -> np.ndarray:
    """Give a quantile along the first axis without what is missing, straight between two values."""
    ordered = np.sort(rows, axis=0)  # what is missing goes to the end
    place = part * np.maximum((~np.isnan(rows)).sum(axis=0) - 1, 0)
    below = place.astype(np.intp)
    above = np.minimum(below + 1, len(rows) - 1)
    low, high = (np.take_along_axis(ordered, k[None], axis=0)[0] for k in (below, above))
    part_way = place - below
    return np.where(part_way == 0.0, low, low + (high - low) * part_way)
