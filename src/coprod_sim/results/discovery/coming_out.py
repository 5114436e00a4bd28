"""How a plan can come out otherwise than was meant, and what it brings, in plain loops that also compile."""

import numpy as np

from coprod_sim.engagement import SHARES, Dials
from coprod_sim.results.paying import mean_there

LEVELS = 8
"""Places of the draft that are tried; each needs a pass of its own."""
WORST_DRAFT = 1.5
"""The draft that suits people worst among those tried [position] (assumption)."""
STRONGEST = 0.8
"""The strongest campaign of false claims tried [hearsay per exposure] (assumption)."""
REACH = 0.6
"""The share of people such a campaign reaches (assumption)."""
TURNED = tuple(list(Dials._fields).index(name) for name in SHARES)
"""The places of the dials that may fall short, among all that a way has."""
OUTCOME = len(Dials._fields) + 3
"""Numbers that say how a plan comes out."""


def outcome_at(point: np.ndarray, start: np.ndarray, goal: np.ndarray, found: np.ndarray) -> None:
    """Say how a plan comes out at a point: every dial of `SHARES` anywhere between start and goal.

    Args:
        point: a coordinate for every dial of `SHARES`, then for the draft and for the campaign.
        start: the dials of the way that all are compared with.
        goal: those of the way that may fall short.
        found: where every dial ends, the place of the draft, strength and reach of the campaign; filled in.
    """
    for k in range(len(goal)):
        found[k] = goal[k]
    for k in range(len(TURNED)):
        dial = TURNED[k]
        found[dial] = start[dial] + point[k] * (goal[dial] - start[dial])
    level = min(int(point[len(TURNED)] * LEVELS), LEVELS - 1)
    found[len(goal)] = (level + 0.5) / LEVELS * WORST_DRAFT
    found[len(goal) + 1] = point[len(TURNED) + 1] * STRONGEST
    found[len(goal) + 2] = REACH


def gains_of(values: np.ndarray, lanes: float, gains: np.ndarray) -> None:
    """Give what each point brings over the start, on the mean over its runs.

    Args:
        values: points x (the way as it came out, the start) x lanes.
        lanes: how many runs stand side by side.
        gains: one a point; missing where nobody is measured. Filled in.
    """
    pairs = values.reshape((len(gains), 2, int(lanes)))
    for k in range(len(gains)):
        gains[k] = mean_there(pairs[k, 0]) - mean_there(pairs[k, 1])
