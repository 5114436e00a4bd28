"""Rules out the points whose outputs cannot lie inside all the published bands: history matching.

Simulate a few points, learn an emulator of each output, rule out every point that is implausible even if
the emulator errs, simulate a few more where something is left, and so on in waves. Source: Craig et al.
1997; Vernon, Goldstein and Bower 2010; the limit of three is Pukelsheim's (1994).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
from scipy.stats import qmc

from coprod_sim.results.discovery.emulator import Emulator, learn

CUTOFF = 3.0
"""From which implausibility on a point is ruled out [standard deviations outside the band]."""
NORMAL = 1.645
"""Standard deviations that hold 9 in 10 of a bell curve, on each side."""
LOT = 4096
"""Points looked at together: enough to find some where a hundredth is left, small enough for memory."""

Learn = Callable[[np.ndarray, np.ndarray], list[Emulator]]
"""Learns every output: points and outputs in, an emulator for each output out."""
Simulate = Callable[[np.ndarray], np.ndarray]
"""Simulates points of the unit cube: points x inputs in, points x outputs out."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Wave:
    """What one wave knew: an emulator for each output, and the share of points not ruled out after it."""

    emulators: tuple[Emulator, ...]
    left: float = np.nan


@dataclass(frozen=True, kw_only=True, eq=False)
class Matched:
    """The points simulated, and the waves that ruled the others out.

    Attributes:
        low: the lower end of each output's band; an open end is minus infinity.
        high: the upper end of each output's band; an open end is infinity.
        points: points x inputs of the unit cube.
        outputs: points x outputs, each in its own unit.
        waves: the waves so far.
    """

    low: np.ndarray
    high: np.ndarray
    points: np.ndarray
    outputs: np.ndarray
    waves: tuple[Wave, ...]

    def plausible(self, points: np.ndarray) -> np.ndarray:
        """Say of each point (points x inputs) whether no wave rules it out."""
        # Each wave is entitled to rule points out. The last rules out most, so the others see only the rest.
        left = np.arange(len(points))
        for wave in reversed(self.waves):
            left = left[_plausible(wave.emulators, self.low, self.high, points[left])]
        out = np.zeros(len(points), dtype=bool)
        out[left] = True
        return out


def match(
    simulate: Simulate, low: np.ndarray, high: np.ndarray, inputs: int, *,
    sizes: tuple[int, ...], seed: int = 1, learn_all: Learn | None = None,
    tell: Callable[[int, int], None] = lambda *_: None,
) -> Matched:  # fmt: skip
    """Simulate waves of points, each among those that are not ruled out yet, and learn after each.

    Args:
        simulate: gives the outputs at points.
        low: the lower end of each output's band; an open end is minus infinity.
        high: the upper end of each output's band; an open end is infinity.
        inputs: dimensions of the unit cube.
        sizes: points of each wave.
        seed: names the luck.
        learn_all: learns all outputs; one after the other if not given.
        tell: is told which wave has been simulated, and how many there are.

    Returns:
        The points simulated and the waves.
    """
    # So few points of a Sobol sequence tie some inputs in pairs; those of later waves part them again.
    points = qmc.Sobol(inputs, rng=np.random.default_rng(seed)).random(sizes[0])
    found = Matched(low=low, high=high, points=points, outputs=simulate(points), waves=())
    for k in range(len(sizes)):
        if k:
            more = np.array(list(islice(not_ruled_out(found, seed + k), sizes[k])))
            found = replace(
                found,
                points=np.vstack([found.points, more]),
                outputs=np.vstack([found.outputs, simulate(more)]),
            )
        tell(k, len(sizes))
        found = _wiser(found, seed, learn_all or one_by_one)
    return found


def not_ruled_out(found: Matched, seed: int) -> Iterator[np.ndarray]:
    """Draw points one after the other, all equally likely, among those that are not ruled out."""
    rng = np.random.default_rng(seed)
    inputs = found.points.shape[1]
    while True:
        lot = rng.random((LOT, inputs))
        yield from lot[found.plausible(lot)]


def one_by_one(points: np.ndarray, outputs: np.ndarray) -> list[Emulator]:
    """Learn the outputs one after the other."""
    return [learn(points, y) for y in outputs.T]


def _wiser(found: Matched, seed: int, learn_all: Learn) -> Matched:
    """Learn each output from all points simulated, and see what is then left."""
    emulators = tuple(learn_all(found.points, _near(found)))
    fresh = np.random.default_rng(seed).random((LOT, found.points.shape[1]))
    wiser = replace(found, waves=(*found.waves, Wave(emulators=emulators)))
    left = float(wiser.plausible(fresh).mean())
    return replace(found, waves=(*found.waves, Wave(emulators=emulators, left=left)))


def _near(found: Matched) -> np.ndarray:
    """Cut outputs off one band's width outside it: an emulator is to be good where bands are decided."""
    width = found.high - found.low
    width = np.where(np.isfinite(width), width, np.inf)
    return np.clip(np.nan_to_num(found.outputs, nan=np.inf), found.low - width, found.high + width)


def _plausible(
    emulators: tuple[Emulator, ...], low: np.ndarray, high: np.ndarray, points: np.ndarray
) -> np.ndarray:
    """Say of each point whether its largest implausibility over all outputs is within `CUTOFF`."""
    left = np.arange(len(points))
    for emulator, bottom, top in zip(emulators, low, high, strict=True):
        # Each output looks only at what those before it left, and the width of a band is found only where
        # the widest would leave a point: that is what takes the time.
        outside = _outside(emulator.mean(points[left]), bottom, top)
        left = left[outside <= CUTOFF * emulator.widest / NORMAL]
        mean, half = emulator.predict(points[left])
        left = left[_outside(mean, bottom, top) <= CUTOFF * half / NORMAL]
    out = np.zeros(len(points), dtype=bool)
    out[left] = True
    return out


def _outside(mean: np.ndarray, bottom: float, top: float) -> np.ndarray:
    """Say how far expected answers lie outside a band."""
    return np.maximum(np.maximum(bottom - mean, mean - top), 0.0)
