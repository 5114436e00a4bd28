"""The space of assumptions: each from half to one and a half times its value, all equally likely."""

import numpy as np

from coprod_sim.assumptions import DECLARED, REFERENCE, Assumptions
from coprod_sim.results.uncertainty import REACH

NAMES = tuple(name for name, a in DECLARED.items() if not a.fixed)
"""The assumptions that are not limits or switches, in the order of the rules."""


def assumptions_at(place: np.ndarray) -> Assumptions:
    """Give the assumptions at a place of the unit cube: 0 is half of a value, 1 one and a half of it."""
    factors = 1.0 + REACH * (2.0 * place - 1.0)
    values = {
        name: float(np.clip(getattr(REFERENCE, name) * f, DECLARED[name].low, DECLARED[name].high))
        for name, f in zip(NAMES, factors, strict=True)
    }
    return REFERENCE._replace(**values)
