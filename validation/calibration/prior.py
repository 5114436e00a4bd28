"""The prior: each assumption from half to one and a half times its value, all equally likely."""

import numpy as np

from coprod_sim.assumptions import DECLARED, REFERENCE, Assumptions
from coprod_sim.results.uncertainty import REACH

NAMES = tuple(name for name, a in DECLARED.items() if not a.fixed)
"""The assumptions that are not limits or switches, in the order of the rules."""


def assumptions_at(point: np.ndarray) -> Assumptions:
    """Give the assumptions at a point of the unit cube.

    Args:
        point: a number from 0 to 1 for each of `NAMES`: 0 is half of a value, 1 one and a half of it.

    Returns:
        The assumptions, each kept inside its declared range; limits and switches stand as they are.
    """
    factors = 1.0 + REACH * (2.0 * point - 1.0)
    values = {
        name: float(np.clip(getattr(REFERENCE, name) * f, DECLARED[name].low, DECLARED[name].high))
        for name, f in zip(NAMES, factors, strict=True)
    }
    return REFERENCE._replace(**values)
