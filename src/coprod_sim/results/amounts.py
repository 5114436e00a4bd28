"""How exactly money and counts are written; totals are worked out from amounts that are not rounded."""

import math

FIGURES = 3
"""So many figures of an estimate count; what was worked out from entered numbers alone is exact."""
EXACT = 1e-9
"""So little of a step is an error of the machine's own arithmetic."""


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


def rounded_up(value: float, figures: int = 2) -> float:
    """Round a count that is needed up, to two figures that count: it is set against what there is.

    Args:
        value: the count.
        figures: how many figures count; below them it has one decimal.

    Returns:
        The count, never lower.

    >>> rounded_up(20.3), rounded_up(20.0), rounded_up(9.81)
    (21, 20, 9.9)
    """
    step = _grain(value, figures)
    return round(math.ceil(value / step - EXACT) * step, 9)


def rounded_down(value: float, figures: int = 2) -> float:
    """Round what there is down to a count that `rounded_up` can give: what fits into one fits into the other.

    Args:
        value: the count.
        figures: how many figures count; below them it has one decimal.

    Returns:
        The count, never higher; what has no end stays so.

    >>> rounded_down(20.5), rounded_down(9.87)
    (20, 9.8)
    """
    if not math.isfinite(value):
        return value
    step = _grain(value, figures)
    return round(math.floor(value / step + EXACT) * step, 9)


def _grain(value: float, figures: int) -> float:
    if value < 10 ** (figures - 1):
        return 0.1
    return 10 ** (math.floor(math.log10(value)) + 1 - figures)


def _step(amount: float) -> float:
    """Give the step to which an estimate is rounded, which is never finer than 1."""
    size = abs(amount)
    return 10.0 ** (math.floor(math.log10(size)) + 1 - FIGURES) if size >= 10**FIGURES else 1.0
