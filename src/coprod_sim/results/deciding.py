"""Decides from numbers alone which sentence holds; the words stand elsewhere, for both languages."""

import numpy as np

MORE, LESS, OPEN = 1.0, -1.0, 0.0
"""On which side of zero a whole range lies; open where it takes zero in, or comes near it."""
NEAR = 0.5
"""A difference whose near end is less than this far from zero is no clear one: it is written as 0 [points of
100]."""
MOSTLY = 0.6
"""The share of results on one side of zero from which an open difference leans there (assumption)."""
LEADS = ("first_clear", "first_open", "other_clear", "other_open")
"""Who has the best mean, the first way or another, and whether that is clear from the paired differences."""
FIRST_CLEAR, FIRST_OPEN, OTHER_CLEAR, OTHER_OPEN = (float(place) for place in range(len(LEADS)))
EVENS = ("never", "anyhow", "once")
"""When the dearer way is the cheaper one on money alone: never, without any challenge, or above a chance."""
OFTEN = ("none", "few", "many", "most", "all")
"""In how many of several models something is so: few up to a fifth, most from a half on."""
FEW, HALF = 0.2, 0.5
NOBODY = -1.0
"""Stands for a place where there is none."""


def side(low: float, high: float) -> float:
    """Say on which side of zero a range lies.

    Args:
        low: its low end [points of 100]; missing (nan) where there is nobody to measure it on.
        high: its high end.

    Returns:
        `MORE`, `LESS` or `OPEN`; open, too, where an end comes nearer to zero than `NEAR`.
    """
    if low >= NEAR:
        return MORE
    return LESS if high <= -NEAR else OPEN


def lean(low: float, high: float, above: float, below: float) -> float:
    """Say on which side of zero a difference lies, or most results lie.

    Args:
        low: the low end of its range [points of 100]; missing (nan) where there is nobody to measure it on.
        high: its high end.
        above: the share of results above zero, over the set that the range is over.
        below: the share of them below zero.

    Returns:
        `MORE`, `LESS` or `OPEN`, as `side` does; half of `MORE` or `LESS` where the range takes zero in, but
        at least `MOSTLY` of the results lie on one side.
    """
    clear = side(low, high)
    if clear != OPEN:
        return clear
    if below >= MOSTLY:
        return LESS / 2.0
    return MORE / 2.0 if above >= MOSTLY else OPEN


def best_way(means: np.ndarray, low_is_better: float) -> float:
    """Find the way with the best mean, the first of them where several have it.

    Args:
        means: one a way; missing (nan) where there is nobody to measure it on.
        low_is_better: 1 where less is better, else 0.

    Returns:
        Its place, or `NOBODY` where nothing is measured.
    """
    found, best = NOBODY, np.nan
    for place in range(len(means)):
        value = -means[place] if low_is_better > 0.0 else means[place]
        if not np.isnan(value) and (np.isnan(best) or value > best):
            found, best = float(place), value
    return found


def lead(top: float, lows: np.ndarray, highs: np.ndarray) -> float:
    """Say whether the way with the best mean is clearly ahead.

    Args:
        top: its place among the ways, from 0.
        lows: low ends of the differences to the first way, of all others in their order.
        highs: their high ends.

    Returns:
        A place in `LEADS`. The first way's lead is clear when no difference to it is open.
    """
    if top > 0.0:
        apart = side(lows[int(top) - 1], highs[int(top) - 1])
        return OTHER_OPEN if apart == OPEN else OTHER_CLEAR
    return FIRST_OPEN if count_open(lows, highs) > 0.0 else FIRST_CLEAR


def count_open(lows: np.ndarray, highs: np.ndarray) -> float:
    """Count the differences that may be zero.

    Args:
        lows: their low ends.
        highs: their high ends.

    Returns:
        How many take zero in.
    """
    found = 0.0
    for k in range(len(lows)):
        if side(lows[k], highs[k]) == OPEN:
            found += 1.0
    return found


def is_misled(
    acceptance_low: float,
    swayed_low: float,
    judgement_high: float,
    fit_high: float,
    quality_high: float,
) -> float:
    """Say whether more people than under the first way say yes to what does not serve them.

    So it is where the decision is worse for them, where their yes comes clearly more from want of knowledge
    or less from judgement, and where they say yes more often to what harms them.

    Args:
        acceptance_low: low end of the gain in acceptance over the first way.
        swayed_low: low end of the gain in acceptance for want of knowledge.
        judgement_high: high end of the gain in reasoned judgement.
        fit_high: high end of the gain in quality.
        quality_high: high end of the quality itself.

    Returns:
        1 if so, else 0.
    """
    blind = swayed_low > 0.0 or judgement_high < 0.0 or fit_high < 0.0
    return 1.0 if blind or (acceptance_low > 0.0 and quality_high < 0.0) else 0.0


def when_cheaper(low: float, high: float) -> float:
    """Say when the dearer way is the cheaper one, with the cost of lost challenges counted in.

    Args:
        low: the lowest chance of a lost challenge at which both may cost the same.
        high: the highest.

    Returns:
        A place in `EVENS`.
    """
    if low > 1.0:
        return 0.0
    return 1.0 if high <= 0.0 else 2.0


def how_often(count: float, models: float) -> float:
    """Say in plain steps in how many models something is so; half of them and more is most.

    Args:
        count: in how many it is so.
        models: how many there are.

    Returns:
        A place in `OFTEN`.
    """
    if count <= 0.0 or count >= models:
        return 0.0 if count <= 0.0 else 4.0
    share = count / models
    if share >= HALF:
        return 3.0
    return 1.0 if share <= FEW else 2.0
