"""Adds numbers up as the sums of NumPy and of Python do, to the same last bit, in loops that also compile."""

from typing import Any

import numpy as np

BLOCK = 128
"""Longer series are halved first [count]."""
DEEP = 64
"""Room for halves of halves [count]."""


def numpy_sum(values: Any) -> Any:
    """Add a series up as `values.sum()` does.

    Halves wait in a pile; `joins` says how many sums are put together once a part is done.

    Args:
        values: a series of numbers, side by side in memory.

    Returns:
        The sum; 0 where there are none.
    """
    begins, sizes, joins = (
        np.zeros(DEEP, dtype=np.int64),
        np.zeros(DEEP, dtype=np.int64),
        np.zeros(DEEP, dtype=np.int64),
    )
    sums = np.zeros(DEEP)
    sizes[0] = len(values)
    waiting, done = 1, 0
    while waiting > 0:
        waiting -= 1
        begin, size, joined = begins[waiting], sizes[waiting], joins[waiting]
        if size > BLOCK:
            half = size // 2 // 8 * 8
            begins[waiting], sizes[waiting] = begin + half, size - half
            joins[waiting] = joined + 1
            waiting += 1
            begins[waiting], sizes[waiting], joins[waiting] = begin, half, 0
            waiting += 1
        else:
            sums[done] = sum_of_block(values[begin : begin + size])
            for _ in range(joined):
                done -= 1
                sums[done] = sums[done] + sums[done + 1]
            done += 1
    return sums[0]


def sum_of_block(values: Any) -> Any:
    """Add up to `BLOCK` numbers up, eight at a time where there are as many.

    Args:
        values: a series of numbers.

    Returns:
        The sum; 0 where there are none.
    """
    size = len(values)
    whole = size // 8 * 8
    found = 0.0
    if whole > 0:
        eight = values[:8].copy()
        for k in range(8, whole):
            eight[k % 8] += values[k]
        found = ((eight[0] + eight[1]) + (eight[2] + eight[3])) + (
            (eight[4] + eight[5]) + (eight[6] + eight[7])
        )
    for k in range(whole, size):
        found = found + values[k]
    return found


def python_sum(values: Any) -> Any:
    """Add a series up as Python's own `sum` does, which carries along what rounding loses.

    Args:
        values: a series of numbers.

    Returns:
        The sum; 0 where there are none.

    Source: Neumaier 1974, as in Python from 3.12 on.
    """
    whole, lost = 0.0, 0.0
    for k in range(len(values)):
        value = values[k]
        now = whole + value
        if abs(whole) >= abs(value):
            lost += (whole - now) + value
        else:
            lost += (value - now) + whole
        whole = now
    return whole + lost if np.isfinite(lost) else whole
