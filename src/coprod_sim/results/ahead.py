"""What part of the results gains so much, and on which side most lie, in plain loops that also compile.

Everything is counted over the set that the range beside it is over: the runs under other assumptions where
there are any, else those with the model as it stands. The two are never counted together.
"""

import numpy as np

from coprod_sim.model.buffers import LANES
from coprod_sim.results.deciding import lean
from coprod_sim.results.paying import mean_there


def gains_over(
    as_assumed: np.ndarray, others: np.ndarray, ways: float, columns: float, runs: float,
    way: float, column: float, found: np.ndarray,
) -> None:  # fmt: skip
    """Give how far a way is from the first, in every run of the set that a range is over.

    Args:
        as_assumed: batches x ways x columns x lanes; the runs under the assumptions as they stand.
        others: the same under other sets of assumptions, a batch for each set; there may be none.
        ways: how many ways there are.
        columns: how many numbers there are of each run.
        runs: how many of the runs as assumed count, where there are no others.
        way: the place of the way, from 1.
        column: the place of the number that is compared.
        found: as long as the longer of both has runs; filled in, with nan (missing) behind the last.
    """
    size = int(ways) * int(columns) * LANES
    alone = len(others) < size
    values = (as_assumed if alone else others).reshape((-1, int(ways), int(columns), LANES))
    end = int(runs) if alone else len(values) * LANES
    for run in range(len(found)):
        found[run] = np.nan
        if run < end:
            batch, lane = run // LANES, run % LANES
            theirs = values[batch, 0, int(column), lane]
            found[run] = values[batch, int(way), int(column), lane] - theirs


def share_of(gains: np.ndarray, times: float, at_least: float) -> float:
    """Give the share of gains that reach so much.

    Args:
        gains: one a result; missing (nan) where there is nobody to measure it on.
        times: 1 where more is better, -1 where less is.
        at_least: how much, in the unit of the gains.

    Returns:
        From 0 to 1; nan where all are missing.
    """
    reach, counted = 0, 0
    for k in range(len(gains)):
        if not np.isnan(gains[k]):
            counted += 1
            reach += 1 if gains[k] * times >= at_least else 0
    return reach / counted if counted > 0 else np.nan


def lean_of(low: float, high: float, gains: np.ndarray) -> float:
    """Say on which side of zero a difference lies, or most results lie, as `deciding.lean` does.

    Args:
        low: the low end of its range [points of 100]; missing (nan) where there is nobody to measure it on.
        high: its high end.
        gains: one a result; missing (nan) where there is nobody.

    Returns:
        What `deciding.lean` gives.
    """
    above, below, counted = 0, 0, 0
    for k in range(len(gains)):
        if not np.isnan(gains[k]):
            counted += 1
            above += 1 if gains[k] > 0.0 else 0
            below += 1 if gains[k] < 0.0 else 0
    whole = max(counted, 1)
    return lean(low, high, above / whole, below / whole)


def sets_below(usual: float, times: float, gains: np.ndarray) -> float:
    """Give the share of other sets of assumptions under which a way gains less than with those as they stand.

    Args:
        usual: the mean gain with the assumptions as they stand.
        times: 1 where more is better, -1 where less is.
        gains: sets x lanes; missing (nan) where there is nobody to measure it on.

    Returns:
        From 0 to 1; nan where all are missing.
    """
    less, counted = 0, 0
    for k in range(len(gains) // LANES):
        mean = mean_there(gains[k * LANES : (k + 1) * LANES])
        if not np.isnan(mean):
            counted += 1
            less += 1 if mean * times < usual * times else 0
    return less / counted if counted > 0 else np.nan
