"""The prior: each assumption from half to one and a half times its value, all equally likely."""

import numpy as np

from coprod_sim.assumptions import REFERENCE, Assumptions
from coprod_sim.results.uncertainty import REACH, scaled


def assumptions_at(point: np.ndarray) -> Assumptions:
    """Give the assumptions at a point of the unit cube.

    Args:
        point: a number from 0 to 1 for each free assumption: 0 is half of a value, 1 one and a half.

    Returns:
        The assumptions, each kept inside its declared range; limits and switches stand as they are.
    """
    return scaled(REFERENCE, 1.0 + REACH * (2.0 * point - 1.0))
