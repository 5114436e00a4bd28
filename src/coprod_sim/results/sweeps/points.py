"""Plays some points of a design: the same numbers in any order, in any company, on any computer."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from coprod_sim.errors import InputError
from coprod_sim.model.totals import EVERY_GROUP
from coprod_sim.results.experiments.loaded import Loaded, code_version
from coprod_sim.results.experiments.point import Point, cell_of
from coprod_sim.results.experiments.values import Values, values_of
from coprod_sim.results.player import own_seed
from coprod_sim.results.ranges import mean_and_spread

Numbered = tuple[int, Point]
"""A point with its number in the experiment."""


@dataclass
class PointResults:
    """What some points gave, by their number: rows of means and spreads, or why there are none.

    Each array is kinds (variants, then pairs) x decisions x groups x measures x (mean, spread).
    """

    arrays: dict[int, np.ndarray] = field(default_factory=dict)
    failed: dict[int, str] = field(default_factory=dict)

    def add(self, other: "PointResults") -> None:
        """Take in what other points gave."""
        self.arrays |= other.arrays
        self.failed |= other.failed


def play_points(loaded: Loaded, points: Sequence[Numbered], threads: int = 1) -> PointResults:
    """Play points together; if one of them fails, play each alone and name those that do.

    Args:
        loaded: the experiment, read in.
        points: the points with their numbers.
        threads: threads.

    Returns:
        What each point gave, or why it failed.

    Raises:
        InputError: the sweep was started with another version of the code.
    """
    if loaded.code != code_version():
        raise InputError(
            f"this computer has coprod-sim {code_version()}, the sweep was started with {loaded.code}; "
            "install the same version everywhere"
        )
    try:
        return PointResults(arrays=_play(loaded, points, threads))
    except Exception as problem:
        if len(points) == 1:
            return PointResults(failed={points[0][0]: in_words(problem)})
    found = PointResults()
    for one in points:
        found.add(play_points(loaded, [one], threads))
    return found


def in_words(problem: BaseException) -> str:
    """Say what went wrong in one line.

    Args:
        problem: what was raised.

    Returns:
        At most 300 characters of it, in one line.
    """
    text = " ".join(str(problem).split())[:300]
    if isinstance(problem, InputError):
        return text
    if isinstance(problem, MemoryError):
        return f"there is too little memory for it ({text or 'no more could be had'})"
    return f"{type(problem).__name__}: {text}"


def _play(loaded: Loaded, points: Sequence[Numbered], threads: int) -> dict[int, np.ndarray]:
    if loaded.experiment.luck == "shared":
        return _with_luck(loaded, points, loaded.experiment.seed, threads)
    found: dict[int, np.ndarray] = {}
    for number, point in points:
        seed = own_seed(loaded.experiment.seed, number)
        found |= _with_luck(loaded, [(number, point)], seed, threads)
    return found


def _with_luck(
    loaded: Loaded, points: Sequence[Numbered], seed: int, threads: int
) -> dict[int, np.ndarray]:
    variants = loaded.experiment.all_variants
    cells = [
        cell_of(loaded.experiment, loaded.case, variant, point, loaded.load)
        for _, point in points
        for variant in variants
    ]
    values = values_of(loaded.experiment, cells, threads=threads, seed=seed)
    width = len(variants)
    return {
        number: _summary(loaded, values[k * width : (k + 1) * width])
        for k, (number, _) in enumerate(points)
    }


def _summary(loaded: Loaded, values: Sequence[Values]) -> np.ndarray:
    """Give mean and spread over the runs of every variant, and of every paired difference."""
    names = [v.name for v in loaded.experiment.all_variants]
    stacked = [_stacked(loaded, one) for one in values]
    paired = [
        stacked[names.index(a)] - stacked[names.index(b)]
        for a, b in loaded.experiment.pairs.items()
    ]
    return np.stack([np.stack(mean_and_spread(one), axis=-1) for one in (*stacked, *paired)])


def _stacked(loaded: Loaded, values: Values) -> np.ndarray:
    """Give the wanted values of every run: runs x decisions x groups x measures."""
    experiment = loaded.experiment
    whole = np.stack([values[name] for name in experiment.measures], axis=-1)
    decisions = experiment.decisions or (whole.shape[1] - 1,)
    groups = [EVERY_GROUP.index(name) for name in experiment.groups]
    return whole[:, list(decisions)][:, :, groups]
