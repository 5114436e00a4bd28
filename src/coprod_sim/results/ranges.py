"""How far results reach: ends of ranges, means with their spread, and paired differences, in one place."""

from functools import lru_cache

import numpy as np
import pandas as pd

from coprod_sim.model.measures import MEASURES
from coprod_sim.results.frame import MeasuredRuns
from coprod_sim.results.ranges_loops import HIGH, LOW, carry_on, straight_between

COLUMNS = pd.Index(["mean", "run_low", "run_high", "low", "high"])
"""The columns of every table of ranges."""


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

    Args:
        values: one value a run; nan where there is none.

    Returns:
        `mean`, `low` and `high`, in the unit of the values.
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


def ranges_of(found: MeasuredRuns) -> pd.DataFrame:
    """Sum runs up: a row for each engagement, decision, group and measure.

    Args:
        found: what was measured in every run.

    Returns:
        `mean`, `run_low` and `run_high` of the runs as assumed (draw 0); `low` and `high` of the runs
        under the other sets of assumptions, never narrower; without such sets, of the same runs.
    """
    return _summed_up(found, found.engagements, found.numbers)


def differences_of(found: MeasuredRuns) -> pd.DataFrame:
    """Sum up the differences to the first engagement, run by run: same draw, same run, same luck.

    Args:
        found: what was measured in every run, the baseline first.

    Returns:
        As `ranges_of`, with the other engagements in alphabetical order.
    """
    names = found.engagements
    rest = sorted(range(1, len(names)), key=names.__getitem__)
    gains = found.numbers[rest] - found.numbers[0]
    return _summed_up(found, tuple(names[k] for k in rest), gains)


def ends_of(found: MeasuredRuns, values: np.ndarray) -> tuple[float, float, float]:
    """Sum up a number of every run, such as how much dearer one way is than another.

    Args:
        found: the runs.
        values: the number in each of their rows.

    Returns:
        Low end, mean and high end, as `ranges_of` has them.
    """
    mean, _, _, low, high = _parts(found.draws, values[:, None])[0].tolist()
    return low, mean, high


def losses_of(calm: MeasuredRuns, attacked: MeasuredRuns, measure: str) -> pd.DataFrame:
    """Sum up what is lost after the last decision, run by run: same draw, same run, same luck.

    Args:
        calm: what was measured where nothing happened.
        attacked: the same runs where something did; those of them that were played are counted.
        measure: a name in `MEASURES`.

    Returns:
        A row for each engagement, with the columns of `ranges_of`.
    """
    both = [
        dict(zip(_runs(found), _after(found, measure), strict=True)) for found in (calm, attacked)
    ]
    lost = np.array([both[0][run] - both[1][run] for run in both[1]])
    return pd.DataFrame(_parts(attacked.draws, lost), list(attacked.engagements), COLUMNS)


def _runs(found: MeasuredRuns) -> list[tuple[int, int]]:
    return list(zip(found.draws.tolist(), found.runs.tolist(), strict=True))


def _after(found: MeasuredRuns, measure: str) -> np.ndarray:
    """Give a measure of the whole public after the last decision: rows x engagements."""
    place = found.groups.index("all"), list(MEASURES).index(measure)
    return found.numbers[:, :, -1, *place].T


@lru_cache(maxsize=32)
def index_of(
    engagements: tuple[str, ...], decisions: int, groups: tuple[str, ...]
) -> pd.MultiIndex:
    """Name the rows of a table of ranges: each engagement, decision, group and measure, in this order."""
    levels = [engagements, range(1, decisions + 1), groups, MEASURES]
    codes = np.indices([len(level) for level in levels]).reshape(len(levels), -1)
    names = ["engagement", "decision", "group", "measure"]
    return pd.MultiIndex([list(level) for level in levels], codes, names=names)


def _summed_up(found: MeasuredRuns, names: tuple[str, ...], values: np.ndarray) -> pd.DataFrame:
    rows = np.moveaxis(values, 1, 0).reshape(len(found.draws), -1)
    table = _parts(found.draws, rows)
    return pd.DataFrame(table, index_of(names, values.shape[2], found.groups), COLUMNS)


def _parts(draws: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Give the mean and the ends of each column of rows, in the order of `COLUMNS`."""
    as_assumed, others = rows[draws == 0], rows[draws > 0]
    run_low, run_high = _ends_there(as_assumed)
    low, high = _ends_there(others) if len(others) else (run_low, run_high)
    wide = np.fmin(low, run_low), np.fmax(high, run_high)
    return np.stack([_mean(as_assumed), run_low, run_high, *wide], axis=-1)


def _mean(rows: np.ndarray) -> np.ndarray:
    """Give means along the first axis without what is missing; sums carry their rounding along (Kahan)."""
    there = ~np.isnan(rows)
    sums, lost = np.zeros((2, *rows.shape[1:]))
    for here, row in zip(there, np.where(there, rows, 0.0), strict=True):
        now, left = carry_on(sums, lost, row)
        sums, lost = np.where(here, now, sums), np.where(here, left, lost)
    count = there.sum(axis=0)
    return np.divide(sums, count, out=np.full(sums.shape, np.nan), where=count > 0)


def _ends_there(rows: np.ndarray) -> list[np.ndarray]:
    """Give the ends of each column without what is missing, straight between two values."""
    ordered = np.sort(rows, axis=0)  # what is missing goes to the end
    count = (~np.isnan(rows)).sum(axis=0)
    return [_quantile(ordered, part * np.maximum(count - 1, 0)) for part in (LOW, HIGH)]


def _quantile(ordered: np.ndarray, place: np.ndarray) -> np.ndarray:
    """Give each column's value at a place between two others, counted from 0."""
    below, columns = place.astype(np.intp), np.arange(len(place))
    above = np.minimum(below + 1, len(ordered) - 1)
    low, high = ordered[below, columns], ordered[above, columns]
    return straight_between(low, high, place - below)
