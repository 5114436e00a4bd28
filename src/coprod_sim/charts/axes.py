"""Turns numbers into places on the page, with round numbers along the way."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
NOTHING = 1e-6
"""Values this near to zero, all of them, get the scale from 0 to 1."""


@dataclass(frozen=True, slots=True)
class LinearScale:
    """A straight scale: `low` stands at `start`, `high` at `end`, with a mark every `step`."""

    low: float
    high: float
    start: float
    end: float
    step: float

    def at[Values: (float, np.ndarray)](self, value: Values) -> Values:
        """Give the place of a value, or of many."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    @property
    def marks(self) -> list[float]:
        """The round numbers along the scale."""
        count = math.floor((self.high - self.low) / self.step + 1e-9)
        return [self.low + k * self.step for k in range(count + 1)]


def hundred(start: float, end: float) -> LinearScale:
    """Make the scale from 0 to 100 in 100, for everything that is a share or a chance."""
    return LinearScale(0.0, 100.0, start, end, 25.0)


def around(values: Iterable[float], start: float, end: float, marks: int = 4) -> LinearScale:
    """Make a scale with round ends that holds zero and all the values; nan is passed over."""
    real = [0.0, *(v for v in values if math.isfinite(v))]
    low, high = min(real), max(real)
    high = high if high - low > NOTHING else low + 1.0
    step = _round_step((high - low) / marks)
    bottom = math.floor(low / step + 1e-9) * step
    return LinearScale(
        bottom, max(math.ceil(high / step - 1e-9) * step, bottom + step), start, end, step
    )


def _round_step(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    return power * next(s for s in STEPS if s * power >= rough * 0.999)


def axis_number(mark: float) -> str:
    """Write a round number at a scale, with a real minus sign."""
    return f"{mark:,.10g}".replace("-", "\N{MINUS SIGN}")
