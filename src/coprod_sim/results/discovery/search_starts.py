"""Says among which kinds of ways a search looks, and from which stands of the dials it may begin."""

import numpy as np
from scipy.stats import qmc

from coprod_sim.engagement import SHARES, Engagement

TURNED = SHARES
"""The dials the search turns; seats stay where the goal has them, or are left out (`kinds_of`)."""
ONLY_IF_ASKED = ("buy_in", "expectations", "performance", "influence")
"""Dials that change nothing where nobody is asked: a search that asks nobody leaves them at 0."""
ROUGH = 64
"""Points of a Sobol sequence from which a further start is taken."""
A_LITTLE = (0.05, 0.25)
"""How far single dials are up where a search begins that may not begin with everything at 0."""
Stand = tuple[float, ...]
"""Where every dial that is turned stands, in the order of `TURNED`."""


def kinds_of(goal: Engagement, *, involving: bool = False) -> list[Engagement]:
    """Give what a search tries: the goal with its seats, open to all who come, and asking nobody.

    Args:
        goal: the way whose seats are meant.
        involving: whether somebody must take part.

    Returns:
        One to three ways, the one with seats first.
    """
    asking = goal.but(asked=True)
    seated = [asking, asking.but(seats=0.0)] if goal.seats > 0.0 else [asking]
    return seated if involving else [*seated, goal.but(asked=False, seats=0.0)]


def starts_of(start: Engagement, goal: Engagement) -> list[Stand]:
    """List where a search may begin besides an edge: both ways, and scattered stands.

    Args:
        start: one way.
        goal: another.

    Returns:
        Stands on a grid of 20 steps.
    """
    named = [tuple(round(getattr(e, d) * 20) / 20 for d in TURNED) for e in (start, goal)]
    return [*named, *scattered()]


def scattered() -> list[Stand]:
    """Give stands that are spread evenly, from the best of which the search also begins.

    Returns:
        Stands on a grid of 20 steps.
    """
    return [
        tuple((np.round(p * 20) / 20).tolist())
        for p in qmc.Sobol(len(TURNED), seed=1).random(ROUGH)
    ]


def singles() -> list[Stand]:
    """Give stands with one dial a little up and every other at 0: the least that may involve somebody.

    Returns:
        Stands, dial by dial.
    """
    return [
        tuple(up if place == dial else 0.0 for place in range(len(TURNED)))
        for dial in range(len(TURNED))
        for up in A_LITTLE
    ]
