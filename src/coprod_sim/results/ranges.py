"""How far results reach: ends of ranges, means with their spread, and paired differences, in one place."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from coprod_sim.results.measures import MEASURES

LOW, HIGH = 0.05, 0.95
"""The ends of every range: 9 in 10 results lie between them."""
RUN_KEYS = ["engagement", "draw", "run", "decision", "group"]
"""What two values must have in common, the engagement apart, to make a paired difference."""


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
    keys, names = ["engagement", "decision", "group"], list(MEASURES)
    first = frame[frame["draw"] == 0].groupby(keys, observed=True)[names]
    rest = frame[frame["draw"] > 0]
    every = (frame if rest.empty else rest).groupby(keys, observed=True)[names]
    parts = {
        "mean": first.mean(),
        "run_low": first.quantile(LOW),
        "run_high": first.quantile(HIGH),
        "low": every.quantile(LOW),
        "high": every.quantile(HIGH),
    }
    columns = {
        name: part.stack(future_stack=True)  # noqa: PD013
        for name, part in parts.items()
    }
    table = pd.DataFrame(columns)
    table["low"] = table[["low", "run_low"]].min(axis=1)
    table["high"] = table[["high", "run_high"]].max(axis=1)
    table.index = table.index.set_names([*keys, "measure"])
    return table


def paired(frame: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    """Take the first engagement's values from the others', run by run: same draw, same run, same luck.

    Args:
        frame: a row for each engagement, draw, run, decision and group.
        names: the engagements, the baseline first; two at least.

    Returns:
        The same table of the others, with differences in place of values.
    """
    values = frame.set_index(RUN_KEYS)[list(MEASURES)]
    base, *rest = names
    parts = [values.loc[name] - values.loc[base] for name in rest]
    return pd.concat(parts, keys=rest, names=["engagement"]).reset_index()
