"""How sure we are: the same comparison again with every assumption moved by up to half of its size."""

import numpy as np
from scipy.stats import qmc

from coprod_sim.assumptions import DECLARED, Assumptions

REACH = 0.5
"""How far an assumption is moved at most, as a share of its size."""


def moved(p: Assumptions, draws: int, seed: int, reach: float = REACH) -> list[Assumptions]:
    """Make moved copies of the assumptions, spread evenly by a scrambled Sobol sequence.

    Every assumption that is not `fixed` is multiplied by a number between 1 - reach and 1 + reach, and
    kept inside its range. The first copies of a longer list are those of a shorter one.
    """
    names = [name for name, a in DECLARED.items() if not a.fixed]
    if draws == 0:
        return []
    sobol = qmc.Sobol(len(names), scramble=True, rng=np.random.default_rng(seed))
    points = sobol.random_base2(max(0, (draws - 1).bit_length()))[:draws]
    return [_move(p, names, 1.0 + reach * (2.0 * point - 1.0)) for point in points]


def _move(p: Assumptions, names: list[str], factors: np.ndarray) -> Assumptions:
    values = {
        name: float(np.clip(getattr(p, name) * factor, DECLARED[name].low, DECLARED[name].high))
        for name, factor in zip(names, factors, strict=True)
    }
    return p._replace(**values)
