"""How exactly an amount of money is written; totals are worked out from amounts that are not rounded."""

import math

FIGURES = 3
"""So many figures of an estimate count; what was worked out from entered numbers alone is exact."""


def as_written(amount: float, *, exact: bool = False) -> float:
    """Give an amount as it is written: an estimate to three figures, an exact one without pence.

    Args:
        amount: the amount.
        exact: whether it follows from entered numbers alone.

    Returns:
        The amount, rounded.

    >>> as_written(15_523.0), as_written(15_523.4, exact=True), as_written(-15_450.0)
    (15500.0, 15523.0, -15400.0)
    """
    places = 0 if exact else -round(math.log10(_step(amount)))
    return round(float(amount), places)


def _step(amount: float) -> float:
    """Give the step to which an estimate is rounded, which is never finer than 1."""
    size = abs(amount)
    return 10.0 ** (math.floor(math.log10(size)) + 1 - FIGURES) if size >= 10**FIGURES else 1.0
