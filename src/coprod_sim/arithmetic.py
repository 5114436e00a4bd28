"""The few words the rules are written in, each meaning the same for one citizen and for a million.

A rule uses `+ - * /`, comparisons and the words below, and nothing else. So one text of a rule runs on
the plain numbers of a Mesa agent, on NumPy arrays, and compiled, and gives the same result to the last
bit: only operations that IEEE 754 fixes are used, always in the same order, and never the platform's
own `exp`, which differs between libraries.
"""

import math
from typing import Any

import numpy as np

HALVINGS = 8
"""How often the argument of `exp` is halved before its series is used [count]."""


def where(condition: Any, yes: Any, no: Any) -> Any:
    """Take `yes` where the condition holds and `no` elsewhere."""
    if isinstance(condition, np.ndarray):
        return np.where(condition, yes, no)  # pyright: ignore
    return yes if condition else no


def minimum(a: Any, b: Any) -> Any:
    """Take the smaller of two numbers."""
    return where(a < b, a, b)


def maximum(a: Any, b: Any) -> Any:
    """Take the larger of two numbers."""
    return where(a > b, a, b)


def clip(x: Any, low: float, high: float) -> Any:
    """Keep a number between two limits."""
    return minimum(maximum(x, low), high)


def share(x: Any) -> Any:
    """Keep a number between 0 and 1."""
    return clip(x, 0.0, 1.0)


def exp(x: Any) -> Any:
    """Raise e to a power between -40 and 40 (beyond that, the nearest of the two).

    The first seven terms of the series of x / 256, from the last to the first, squared eight times; relative
    error below 1e-11 for x between -8 and 8, and below 2e-7 everywhere.

    Args:
        x: a number or an array.

    Returns:
        e to that power.
    """
    y = clip(x, -40.0, 40.0) * (1.0 / 2.0**HALVINGS)
    s = 1.0 / 120.0 + y * (1.0 / 720.0)
    s = 1.0 / 24.0 + y * s
    s = 1.0 / 6.0 + y * s
    s = 0.5 + y * s
    s = 1.0 + y * s
    s = 1.0 + y * s
    for _ in range(HALVINGS):
        s = s * s
    return s


def logistic(x: Any) -> Any:
    """Turn a score into a probability: 1 / (1 + e^-x)."""
    return 1.0 / (1.0 + exp(-x))


def root(x: float) -> float:
    """Take the square root, which IEEE 754 fixes to the last bit; of one number, never of an array."""
    return math.sqrt(x)


def rate(chance: float) -> float:
    """Turn a chance into a rate, -ln(1 - chance); of one number, from 0 to 0.5.

    Twice the series of the inverse hyperbolic tangent of chance / (2 - chance); relative error below 1e-12.
    """
    z = chance / (2.0 - chance)
    square, term, s = z * z, z, z
    for k in range(3, 28, 2):
        term = term * square
        s = s + term / k
    return 2.0 * s


def total(numbers: Any) -> Any:
    """Add numbers up along the first axis: each four together first, then the fours in their order.

    Python's own `sum` compensates rounding and NumPy's adds in pairs; neither gives the same last bit
    as a compiled loop.

    Args:
        numbers: one or more axes; the first is added up.

    Returns:
        The sum, with one axis fewer.
    """
    values = np.asarray(numbers, dtype=np.float64)
    missing = np.zeros((-len(values) % 4, *values.shape[1:]))
    a, b, c, d = np.moveaxis(
        np.concatenate([values, missing]).reshape(-1, 4, *values.shape[1:]), 1, 0
    )
    return np.add.accumulate((a + b) + (c + d), axis=0)[-1]


WORDS = (minimum, maximum, clip, share, exp, logistic)
"""The words made of `where` alone, in an order in which each only uses earlier ones."""
