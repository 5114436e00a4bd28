"""How sure we are: the same comparison again under many other sets of assumptions."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from scipy.stats import qmc

from coprod_sim.assumptions import DECLARED, Assumptions
from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.results.nroy import not_ruled_out
from coprod_sim.scenarios import Scenario

REACH = 0.5
"""How far an assumption is moved at most, as a share of its size."""
FREE = tuple(name for name, a in DECLARED.items() if not a.fixed)
"""The assumptions that are not limits or switches, in the order of the rules."""
MOVED, NOT_RULED_OUT = "moved", "not_ruled_out"


def sets_over(over: str, case: Scenario, draws: int, seed: int) -> list[Assumptions]:
    """Give the sets of assumptions that a range is taken over, by its name in `OVER`.

    Args:
        over: `moved`, copies of the case's own, each number moved by up to half; or `not_ruled_out`,
            the first that ship because published findings do not rule them out; what the case itself
            assumes stays.
        case: the case.
        draws: how many sets.
        seed: the seed of the moved copies.

    Returns:
        One set a draw; fewer where fewer ship.

    Raises:
        InputError: for another name.
    """
    if over not in OVER:
        raise InputError(
            f"over must be one of {', '.join(OVER)}, but is {over!r}{did_you_mean(over, list(OVER))}"
        )
    return OVER[over](case, draws, seed)


def _moved(case: Scenario, draws: int, seed: int) -> list[Assumptions]:
    return list(moved(case.rules, draws, seed))


def _not_ruled_out(case: Scenario, draws: int, _seed: int) -> list[Assumptions]:
    return [p._replace(**case.assumptions) for p in not_ruled_out().sets[:draws]]


OVER: dict[str, Callable[[Scenario, int, int], list[Assumptions]]] = {
    MOVED: _moved,
    NOT_RULED_OUT: _not_ruled_out,
}
"""What the ranges of a comparison can be taken over."""


@lru_cache(maxsize=16)
def moved(p: Assumptions, draws: int, seed: int, reach: float = REACH) -> tuple[Assumptions, ...]:
    """Make moved copies of the assumptions, spread evenly by a scrambled Sobol sequence.

    Every assumption that is not `fixed` is multiplied by a number between 1 - reach and 1 + reach, and
    kept inside its range. The first copies of a longer list are those of a shorter one.

    Args:
        p: the assumptions to start from.
        draws: how many copies.
        seed: the seed of the sequence.
        reach: how far a number is moved at most, as a share of its size.

    Returns:
        The copies.
    """
    if draws == 0:
        return ()
    sobol = qmc.Sobol(len(FREE), scramble=True, rng=np.random.default_rng(seed))
    points = sobol.random_base2(max(0, (draws - 1).bit_length()))[:draws]
    return tuple(scaled(p, 1.0 + reach * (2.0 * point - 1.0)) for point in points)


def scaled(p: Assumptions, factors: np.ndarray) -> Assumptions:
    """Multiply every assumption that is free.

    Args:
        p: the assumptions to start from.
        factors: one for each name of `FREE`, in that order.

    Returns:
        A copy, each number kept inside its declared range.
    """
    values = {
        name: float(np.clip(getattr(p, name) * factor, DECLARED[name].low, DECLARED[name].high))
        for name, factor in zip(FREE, factors, strict=True)
    }
    return p._replace(**values)
