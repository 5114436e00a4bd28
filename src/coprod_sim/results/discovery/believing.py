"""Finds the beliefs that part the models in which a way gains too little from the others, in plain loops."""

import numpy as np

FEWEST = 8
"""Models in either half of a range that can be compared."""
CLEAR = 0.001
"""A belief counts if luck would part the models as much more rarely than this."""
TOLD = 4
"""Numbers that are told of a belief: its place, the shares against in both halves, the doubt."""
NONE = -1.0
"""Stands in the place of a belief where there is none."""
SAME = 1.0 + 1e-9
"""Tables as likely as the one there is, but for rounding."""


def beliefs_of(
    models: np.ndarray, against: np.ndarray, least: np.ndarray, most: np.ndarray, found: np.ndarray
) -> None:
    """Rank the assumptions that tell the models against a way from the others, the strongest first.

    Args:
        models: models x assumptions.
        against: 1 for each model that speaks against the way, else 0.
        least: the low end of each assumption's plausible range.
        most: its high end.
        found: for each belief that clearly matters its place among the assumptions, the shares of models
            against among those in the lower and in the upper half of its range, and the chance that luck
            would part them as much; a place is `NONE` where there are no more. Filled in.
    """
    width, rows = len(least), found.reshape((-1, TOLD))
    table = models.reshape((-1, width))
    for k in range(len(rows)):
        rows[k, 0] = NONE
    for place in range(width):
        counts = in_halves(table[:, place], against, (least[place] + most[place]) / 2)
        lower, upper = counts[0] + counts[1], counts[2] + counts[3]
        if min(lower, upper) < FEWEST:
            continue
        doubt = doubt_of(counts[0], counts[1], counts[2], counts[3])
        if doubt < CLEAR:
            _put_in_order(rows, float(place), counts[0] / lower, counts[2] / upper, doubt)


def in_halves(
    values: np.ndarray, against: np.ndarray, middle: float
) -> tuple[float, float, float, float]:
    """Count models below and above the middle of a range, against a way and not.

    Args:
        values: an assumption in every model.
        against: 1 for each model that speaks against the way, else 0.
        middle: the middle of the range.

    Returns:
        Below: against, not against; above: against, not against.
    """
    low_bad, low_good, high_bad, high_good = 0.0, 0.0, 0.0, 0.0
    for k in range(len(values)):
        upper, bad = values[k] > middle, against[k] > 0.0
        low_bad += 1.0 if bad and not upper else 0.0
        low_good += 1.0 if not bad and not upper else 0.0
        high_bad += 1.0 if bad and upper else 0.0
        high_good += 1.0 if not bad and upper else 0.0
    return low_bad, low_good, high_bad, high_good


def doubt_of(a: float, b: float, c: float, d: float) -> float:
    """Give the chance that luck alone would part two groups as much (Fisher's exact test, two-sided).

    Args:
        a: in the first group, those counted.
        b: in the first group, the others.
        c: in the second group, those counted.
        d: in the second group, the others.

    Returns:
        A chance from 0 to 1.

    Source: Fisher 1922.
    """
    whole, as_rare = 1.0, 1.0
    for way in (1.0, -1.0):
        likely, p, q, r, s = 1.0, a, b, c, d
        while (min(q, r) if way > 0.0 else min(p, s)) > 0.0:
            if way > 0.0:
                likely *= q * r / ((p + 1.0) * (s + 1.0))
            else:
                likely *= p * s / ((q + 1.0) * (r + 1.0))
            p, q, r, s = p + way, q - way, r - way, s + way
            whole += likely
            as_rare += likely if likely <= SAME else 0.0
    return as_rare / whole


def _put_in_order(rows: np.ndarray, place: float, low: float, high: float, doubt: float) -> None:
    """Put a belief among those found, behind the stronger ones; the weakest falls out."""
    size = abs(low - high)
    for k in range(len(rows)):
        if rows[k, 0] == NONE or abs(rows[k, 1] - rows[k, 2]) < size:
            for later in range(len(rows) - 1, k, -1):
                for column in range(TOLD):
                    rows[later, column] = rows[later - 1, column]
            rows[k, 0], rows[k, 1], rows[k, 2], rows[k, 3] = place, low, high, doubt
            return
