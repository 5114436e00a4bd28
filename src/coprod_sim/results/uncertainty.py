"""What ranges are taken over: plausible assumptions, the models that fit the findings, or luck alone."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.stats import qmc

from coprod_sim.assumptions import DECLARED, REFERENCE, Assumptions
from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.results.nroy import not_ruled_out
from coprod_sim.scenarios import Scenario

PLAUSIBLE, NOT_RULED_OUT, LUCK = "plausible", "not_ruled_out", "luck"
FEWEST_TOWNS = 8
"""Runs, each in a town of its own, below which nobody is said to be ahead [runs]."""
FEWEST_SETS = 20
"""Other sets of assumptions below which nobody is said to be ahead: 1 in 20 results lies beyond an end of a
range, and of fewer sets that is less than one [sets]."""
WORTH_HAVING = 0.05
"""The smallest gain worth having, as long as nobody sets another (assumption) [share]."""
FREE = tuple(name for name, a in DECLARED.items() if not a.fixed)
"""The assumptions with a plausible range, in the order of the rules."""


@dataclass(frozen=True, kw_only=True)
class Over:
    """Something that ranges are taken over, in the words that every screen and every report uses.

    `words` go behind a range, `models` names the sets of assumptions that are played; `sets` gives the
    first so many of them, fewer where fewer ship.
    """

    words: str
    models: str
    sets: Callable[[int, int], tuple[Assumptions, ...]]


class Enough:
    """A result that knows whether enough was played for it to say who is ahead."""

    runs: int
    draws: int

    @property
    def few_towns(self) -> bool:
        """Whether the runs are too few towns."""
        return self.runs < FEWEST_TOWNS

    @property
    def few_sets(self) -> bool:
        """Whether ranges are over other sets of assumptions, but too few of them."""
        return 0 < self.draws < FEWEST_SETS

    @property
    def too_few(self) -> bool:
        """Whether too little was played to say who is ahead."""
        return self.few_towns or self.few_sets


def plausible_at(point: np.ndarray) -> Assumptions:
    """Give the assumptions at a point of the unit cube.

    Args:
        point: a number for each name of `FREE`: 0 is the least that is plausible, 1 the most.

    Returns:
        The assumptions; scales and switches stand as they are.
    """
    ends = ((name, DECLARED[name].least, DECLARED[name].most) for name in FREE)
    return REFERENCE._replace(
        **{n: least + float(u) * (most - least) for (n, least, most), u in zip(ends, point, strict=True)}
    )  # fmt: skip


@lru_cache(maxsize=16)
def plausible(draws: int, seed: int) -> tuple[Assumptions, ...]:
    """Spread sets of assumptions evenly over the plausible ranges, by a Latin hypercube.

    A Sobol sequence would tie assumptions in pairs: this few points are too few for so many dimensions.

    Args:
        draws: how many sets; each assumption has one value in each of so many equal slices of its range.
        seed: the seed of the hypercube.

    Returns:
        The sets.

    Source: McKay, Beckman and Conover 1979.
    """
    cube = qmc.LatinHypercube(len(FREE), rng=np.random.default_rng(seed))
    return tuple(map(plausible_at, cube.random(draws)))


OVER: dict[str, Over] = {
    PLAUSIBLE: Over(
        words="over plausible assumptions", models="plausible models", sets=plausible
    ),
    NOT_RULED_OUT: Over(
        words="over the models that fit the findings", models="models that fit the findings",
        sets=lambda draws, _seed: tuple(not_ruled_out().sets[:draws]),
    ),
    LUCK: Over(words="over luck alone", models="", sets=lambda _draws, _seed: ()),
}  # fmt: skip
"""What ranges can be taken over; luck, which is another town and chance, is part of each."""
REPLACED = {"moved": PLAUSIBLE, "as_assumed": LUCK}
"""Names of the first version, and what stands in their place."""


def check_over(name: str) -> None:
    """Refuse what no range can be taken over.

    Args:
        name: what a range is to be taken over.

    Raises:
        InputError: for a name that is not in `OVER`, with the nearest one, or what the first version's
            name has become.
    """
    if name not in OVER:
        now = (
            f"; write {REPLACED[name]!r}"
            if name in REPLACED
            else did_you_mean(str(name), list(OVER))
        )
        raise InputError(f"over must be one of {', '.join(OVER)}, but is {name!r:.60}{now}")


def draws_over(over: str, draws: int | None, usual: int) -> int:
    """Give how many other sets of assumptions are played; over luck alone none is, and none may be asked for.

    Args:
        over: a name in `OVER`.
        draws: how many were asked for, if any number was.
        usual: how many there are where none was.

    Returns:
        How many.

    Raises:
        InputError: for sets over luck alone.
    """
    if over == LUCK and draws:
        raise InputError(
            f"{OVER[LUCK].words} no other assumptions are played, so leave draws={draws} out, or give"
            f" over={PLAUSIBLE!r}"
        )
    return draws if draws is not None else 0 if over == LUCK else usual


def sets_over(over: str, case: Scenario, draws: int, seed: int) -> list[Assumptions]:
    """Give the sets of assumptions that a range is taken over; what the case itself assumes stays.

    Args:
        over: a name in `OVER`.
        case: the case.
        draws: how many sets.
        seed: the seed of those that are spread over the plausible ranges.

    Returns:
        One set a draw; none for luck alone.

    Raises:
        InputError: for another name, and for more models that fit the findings than ship.
    """
    check_over(over)
    sets = OVER[over].sets(draws, seed)
    if over != LUCK and len(sets) < draws:
        raise InputError(
            f"draws must be {len(sets)} or fewer, but is {draws}: "
            f"{len(sets)} {OVER[over].models} come with this version"
        )
    return [p._replace(**case.assumptions) for p in sets]
