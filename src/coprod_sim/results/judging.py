"""Judges an answer about a run from numbers alone: which band holds them, what comes first, what is amiss."""

import numpy as np

from coprod_sim.results.deciding import NOBODY


def band_of(value: float, lows: np.ndarray, highs: np.ndarray) -> float:
    """Find the band a number lies in; each holds its low end, not its high one.

    Args:
        value: the number.
        lows: the low ends of the bands.
        highs: their high ends.

    Returns:
        The place of the band, from 0; of the one with the nearest end where none holds the number.
    """
    nearest, least = 0.0, np.inf
    for place in range(len(lows)):
        if lows[place] <= value < highs[place]:
            return float(place)
        away = min(abs(value - lows[place]), abs(value - highs[place]))
        if away < least:
            nearest, least = float(place), away
    return nearest


def first_reaching(path: np.ndarray, mark: float) -> float:
    """Find when a series first reaches a mark.

    Args:
        path: the series, one a decision.
        mark: the mark.

    Returns:
        The decision, from 1; one more than there are where it never does.
    """
    for place in range(len(path)):
        if path[place] >= mark:
            return place + 1.0
    return len(path) + 1.0


def out_of_order(values: np.ndarray, close: float) -> float:
    """Find two that stand the wrong way round in an order from the highest to the lowest.

    Args:
        values: in the order given.
        close: as near as this, either may come first.

    Returns:
        The place of the first, times their number, plus that of the second; `NOBODY` if the order will do.
    """
    for first in range(len(values)):
        for second in range(first + 1, len(values)):
            if values[second] - values[first] > close:
                return float(first * len(values) + second)
    return NOBODY
