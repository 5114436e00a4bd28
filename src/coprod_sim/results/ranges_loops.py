"""Means, ends of ranges and paired differences in plain loops, which also compile; `ranges` makes tables."""

from typing import Any

import numpy as np

from coprod_sim.adding import numpy_sum
from coprod_sim.arithmetic import where
from coprod_sim.model.buffers import LANES

LOW, HIGH = 0.05, 0.95
"""The ends of every range: 9 in 10 results lie between them."""
FOUND = 5
"""Numbers that are found of each column: mean, run_low, run_high, low and high."""


def carry_on(so_far: Any, lost: Any, value: Any) -> Any:
    """Add a number to a sum, and carry along what rounding loses (Kahan).

    Args:
        so_far: the sum so far; numbers or arrays.
        lost: what it has lost.
        value: what is added.

    Returns:
        The sum, and what it has lost.
    """
    step = value - lost
    now = so_far + step
    return now, (now - so_far) - step


def straight_between(low: Any, high: Any, part_way: Any) -> Any:
    """Give the number part of the way between two others.

    Args:
        low: the lower; numbers or arrays.
        high: the higher; it may be missing (nan) where nothing of the way is gone.
        part_way: from 0 to less than 1.

    Returns:
        The number between.
    """
    return where(part_way == 0.0, low, low + (high - low) * part_way)


def ranges_of_runs(
    as_assumed: np.ndarray, others: np.ndarray, columns: float, runs: float, found: np.ndarray
) -> None:
    """Sum runs up as `ranges.ranges_of` does.

    Args:
        as_assumed: batches x columns x lanes; the runs under the assumptions as they stand.
        others: the same under other sets of assumptions; there may be none.
        columns: how many numbers there are of each run.
        runs: how many of the runs as assumed count.
        found: columns x `FOUND`; filled in.
    """
    width, into = int(columns), found.reshape((-1, FOUND))
    assumed, moved = as_assumed.reshape((-1, width, LANES)), others.reshape((-1, width, LANES))
    some, more = np.empty(int(runs)), np.empty(len(moved) * LANES)
    for column in range(width):
        size = _there(assumed, column, column, some)
        _sum_up(some[:size], more[: _there(moved, column, column, more)], into[column])


def ranges_of_gains(
    as_assumed: np.ndarray, others: np.ndarray, ways: float, runs: float, found: np.ndarray
) -> None:
    """Sum the differences to the first way up, run by run: same draw, same run, same luck.

    Args:
        as_assumed: batches x ways x columns x lanes, as for `ranges_of_runs`.
        others: the same under other sets of assumptions; there may be none.
        ways: how many ways there are.
        runs: how many of the runs as assumed count.
        found: ways but the first x columns x `FOUND`; filled in.
    """
    into = found.reshape((-1, FOUND))
    width = len(into) // (int(ways) - 1)
    assumed = as_assumed.reshape((-1, width + len(into), LANES))
    moved = others.reshape((-1, width + len(into), LANES))
    some, more = np.empty(int(runs)), np.empty(len(moved) * LANES)
    for k in range(len(into)):
        size = _there(assumed, width + k, k % width, some)
        _sum_up(some[:size], more[: _there(moved, width + k, k % width, more)], into[k])


def mean_and_ends_of(values: np.ndarray, found: np.ndarray) -> None:
    """Sum a series up as `ranges.mean_and_ends` does.

    Args:
        values: one a run, none missing.
        found: mean, low and high; filled in.
    """
    ordered = np.sort(values)
    found[0] = numpy_sum(values) / len(values)
    found[1], found[2] = quantile_of(ordered, LOW), quantile_of(ordered, HIGH)


def quantile_of(ordered: Any, part: float) -> Any:
    """Give the value below which a part of a series lies, as NumPy's `quantile` does.

    Args:
        ordered: numbers in their order, what is missing (nan) at the end.
        part: from 0 to 1.

    Returns:
        The value; nan where one is missing.
    """
    last = len(ordered) - 1
    if np.isnan(ordered[last]):
        return np.nan
    below = int(part * last)
    part_way = part * last - below
    low, high = ordered[below], ordered[min(below + 1, last)]
    gap = high - low
    return low + gap * part_way if part_way < 0.5 else high - gap * (1.0 - part_way)


def _there(values: Any, column: int, less: int, into: Any) -> int:
    """Copy a column without what is missing, less another where they differ, and count what was copied."""
    size = 0
    for k in range(len(into)):
        value = values[k // LANES, column, k % LANES]
        if less != column:
            value = value - values[k // LANES, less, k % LANES]
        if not np.isnan(value):
            into[size] = value
            size += 1
    return size


def _sum_up(assumed: Any, moved: Any, found: Any) -> None:
    found[0] = _mean(assumed)
    found[1], found[2] = _ends(assumed)
    low, high = _ends(moved)
    found[3] = low if low < found[1] or np.isnan(found[1]) else found[1]
    found[4] = high if high > found[2] or np.isnan(found[2]) else found[2]


def _mean(values: Any) -> Any:
    total, lost = 0.0, 0.0
    for k in range(len(values)):
        total, lost = carry_on(total, lost, values[k])
    return total / len(values) if len(values) > 0 else np.nan


def _ends(values: Any) -> Any:
    """Give both ends; only what lies outside them, and just inside, is put in order."""
    if len(values) == 0:
        return np.nan, np.nan
    last = len(values) - 1
    below, above = int(LOW * last), int(HIGH * last)
    lowest = _smallest(values, min(below + 2, last + 1), 1.0)
    highest = _smallest(values, last + 1 - above, -1.0)
    low = straight_between(lowest[below], lowest[len(lowest) - 1], LOW * last - below)
    start, end = -highest[len(highest) - 1], -highest[max(len(highest) - 2, 0)]
    return low, straight_between(start, end, HIGH * last - above)


def _smallest(values: Any, count: int, times: float) -> Any:
    """Give the smallest of some numbers, each taken times another, in rising order."""
    found = np.empty(count)
    for k in range(len(values)):
        value = values[k] * times
        if k < count or value < found[count - 1]:
            place = min(k, count - 1)
            while place > 0 and found[place - 1] > value:
                found[place] = found[place - 1]
                place -= 1
            found[place] = value
    return found
