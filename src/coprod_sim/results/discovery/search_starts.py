"""Says from which stands of the dials a search may begin."""

import numpy as np
from scipy.stats import qmc

from coprod_sim.engagement import SHARES, Engagement

TURNED = SHARES
"""The dials the search turns; seats stay where the goal has them, or are left out (`seatings_of`)."""
ROUGH = 64
"""Points of a Sobol sequence from which a further start is taken."""
A_LITTLE = (0.05, 0.25)
"""How far single dials are up where a search begins that may not begin with everything at 0."""
Stand = tuple[float, ...]
"""Where every dial that is turned stands, in the order of `TURNED`."""


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
