"""Says how many people stand behind weighted answers, and which weights cannot be those of people."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
Flags = NDArray[np.bool_]

LEAST_GROUP = 10
"""The fewest people whose answers are kept as a group of their own [people].

A file or a link travels, and holds exact shares: of one person they are the answer, and of a few, each of
whom knows his own, nearly so. Ten is what many publishers of official statistics ask for in such tables; on
the screen of a room, where only counts are shown, five are enough."""
FEW_ANSWERS = 100
"""With fewer answers than this a survey is a rough guide [answers].

By luck alone a share may be 10 in 100 off."""
LONGEST_QUESTION = 200
"""More of a question than this is not shown where a survey is spoken of [characters]."""
LEAST_ROWS = 10
"""In fewer rows than this no row can be told to be a total [rows]."""
TIMES = 10
"""A total weighs at least so many times as much as a usual row."""
MOST_OF_ONE = 0.5
"""Where one row weighs more than this part of a total, the "total" repeats the weight of that one."""
CLOSE = 0.002
"""How far a total may be from the sum of its rows, by rounding, as a part of it."""


def people_behind(weights: FloatArray) -> int:
    """Count the people that some weights amount to, were all to count the same.

    Source: Kish (1965), Survey Sampling: the square of the sum over the sum of the squares.

    Args:
        weights: weights from 0 up.

    Returns:
        A number of people, rounded down; at most as many as have a weight above 0.
    """
    squares = float((weights**2).sum())
    return int(float(weights.sum()) ** 2 / squares + 1e-9) if squares > 0 else 0


def totals_by_weight(weights: FloatArray) -> Flags:
    """Mark the rows that weigh as much as all others, or as all rows above them since the last total.

    Args:
        weights: a weight for each row, NaN where it has none.

    Returns:
        A flag for each row.
    """
    known = np.nan_to_num(weights)
    found = np.zeros(len(known), dtype=np.bool_)
    filled = known[known > 0]
    if len(filled) < LEAST_ROWS:
        return found
    heavy = known >= TIMES * float(np.median(filled))
    if not heavy.any():
        return found
    found |= heavy & _close(known, known.sum() - known)
    people, since = _Sum(), _Sum()
    for k, weight in enumerate(known):
        if found[k] or (heavy[k] and (since.is_told_by(weight) or people.is_told_by(weight))):
            found[k], since = True, _Sum()
        else:
            people, since = people.with_one(weight), since.with_one(weight)
    return found


class _Sum(NamedTuple):
    """The weights of some rows together, and the largest of them."""

    total: float = 0.0
    largest: float = 0.0

    def with_one(self, weight: float) -> "_Sum":
        return _Sum(self.total + weight, max(self.largest, weight))

    def is_told_by(self, weight: float) -> bool:
        return bool(_close(weight, self.total)) and self.largest <= MOST_OF_ONE * self.total


def _close(weight: FloatArray | float, total: FloatArray | float) -> Flags:
    return np.abs(np.asarray(weight) - total) <= CLOSE * np.asarray(total)
