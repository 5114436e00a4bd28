"""Rules out what cannot be: finds the places whose answers could lie inside all the published bands.

History matching: play a few places, learn from them, rule out every place whose answer lies clearly
outside a band even if the emulator errs, play a few more where something is left, and so on. Source:
Craig et al. 1997; Vernon, Goldstein and Bower 2010; the limit of three is Pukelsheim's (1994).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
from scipy.stats import qmc

from coprod_sim.results.analysis.emulator import Emulator, learn

TOO_FAR = 3.0
"""A place is ruled out when an answer lies this many standard deviations outside its band."""
LIKELY, RIM_COUNTS = 1.0, 5
"""Up to how many a place is no place at the rim; how much more rarely those at the rim are drawn."""
NORMAL = 1.645
"""Standard deviations that hold 9 in 10 of a bell curve, on each side."""
A_LOT = 4096
"""Places looked at together."""

Learn = Callable[[np.ndarray, np.ndarray], list[Emulator]]
"""Learns every answer: places and answers in, an emulator for each answer out."""
Play = Callable[[np.ndarray], np.ndarray]
"""Plays places of the unit cube: places x inputs in, places x answers out."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Wave:
    """What one round knew: an emulator for each answer, and the share of places it leaves."""

    emulators: tuple[Emulator, ...]
    left: float = np.nan


@dataclass(frozen=True, kw_only=True, eq=False)
class Matched:
    """The places played with their answers, and the rounds that ruled the others out."""

    low: np.ndarray
    high: np.ndarray
    places: np.ndarray
    answers: np.ndarray
    waves: tuple[Wave, ...]

    def possible(self, places: np.ndarray) -> np.ndarray:
        """Say of each place whether no round rules it out."""
        left = np.arange(len(places))
        for wave in self.waves:
            left = left[_possible(wave.emulators, self.low, self.high, places[left])]
        out = np.zeros(len(places), dtype=bool)
        out[left] = True
        return out


def match(
    play: Play, low: np.ndarray, high: np.ndarray, inputs: int, *,
    sizes: tuple[int, ...], seed: int = 1, learn_all: Learn | None = None,
    tell: Callable[[int, int], None] = lambda *_: None,
) -> Matched:  # fmt: skip
    """Play rounds of the given sizes, each among the places that are left, and learn after each.

    `low` and `high` are the bands of the answers; an open end is infinite.
    """
    places = qmc.Sobol(inputs, rng=np.random.default_rng(seed)).random(sizes[0])
    found = Matched(low=low, high=high, places=places, answers=play(places), waves=())
    for k in range(len(sizes)):
        if k:
            more = np.array(list(islice(left_over(found, seed + k), sizes[k])))
            found = replace(
                found,
                places=np.vstack([found.places, more]),
                answers=np.vstack([found.answers, play(more)]),
            )
        tell(k, len(sizes))
        found = _wiser(found, seed, learn_all or one_by_one)
    return found


def worth_trying(found: Matched, seed: int) -> Iterator[tuple[np.ndarray, int]]:
    """Draw places as `left_over` does, but those at the rim more rarely; each with how often it counts.

    A place at the rim, where some answer probably lies outside, is drawn with a lower chance and counts
    as many times more. That saves work and favours nobody (stratified sampling).
    """
    rng = np.random.default_rng(seed + 1000)
    for place in left_over(found, seed):
        last = found.waves[-1].emulators
        if _possible(last, found.low, found.high, place[None], LIKELY)[0]:
            yield place, 1
        elif rng.random() < 1.0 / RIM_COUNTS:
            yield place, RIM_COUNTS


def left_over(found: Matched, seed: int) -> Iterator[np.ndarray]:
    """Draw places one after the other, all equally likely, among those that are not ruled out."""
    rng = np.random.default_rng(seed)
    inputs = found.places.shape[1]
    while True:
        lot = rng.random((A_LOT, inputs))
        yield from lot[found.possible(lot)]


def one_by_one(places: np.ndarray, answers: np.ndarray) -> list[Emulator]:
    """Learn the answers one after the other."""
    return [learn(places, y) for y in answers.T]


def _wiser(found: Matched, seed: int, learn_all: Learn) -> Matched:
    """Learn each answer from all places played, and see what is then left."""
    emulators = tuple(learn_all(found.places, _near(found)))
    fresh = np.random.default_rng(seed).random((A_LOT, found.places.shape[1]))
    wiser = replace(found, waves=(*found.waves, Wave(emulators=emulators)))
    left = float(wiser.possible(fresh).mean())
    return replace(found, waves=(*found.waves, Wave(emulators=emulators, left=left)))


def _near(found: Matched) -> np.ndarray:
    """Cut answers off one band's width outside it: how far out they lie beyond that says nothing."""
    width = found.high - found.low
    width = np.where(np.isfinite(width), width, np.inf)
    return np.clip(np.nan_to_num(found.answers, nan=np.inf), found.low - width, found.high + width)


def _possible(
    emulators: tuple[Emulator, ...], low: np.ndarray, high: np.ndarray, places: np.ndarray,
    limit: float = TOO_FAR,
) -> np.ndarray:  # fmt: skip
    left = np.arange(len(places))
    for emulator, bottom, top in zip(emulators, low, high, strict=True):
        mean, half = emulator.predict(places[left])
        outside = np.maximum(np.maximum(bottom - mean, mean - top), 0.0)
        left = left[outside <= limit * half / NORMAL]
    out = np.zeros(len(places), dtype=bool)
    out[left] = True
    return out
