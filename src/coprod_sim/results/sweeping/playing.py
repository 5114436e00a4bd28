"""Plays some points of a design: the same numbers in any order, in any company, on any computer."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from coprod_sim.errors import InputError
from coprod_sim.results.experiments.playing import Values, values_of
from coprod_sim.results.experiments.points import Point, cell_of
from coprod_sim.results.measures import GROUPS
from coprod_sim.results.ranges import mean_and_spread
from coprod_sim.results.sweeping.job import Job, code_version

Numbered = tuple[int, Point]
"""A point with its number in the design."""


@dataclass
class Found:
    """What some points gave, by their number: rows of means and spreads, or why there are none.

    Each array is kinds (variants, then pairs) x decisions x groups x measures x (mean, spread).
    """

    arrays: dict[int, np.ndarray] = field(default_factory=dict)
    failed: dict[int, str] = field(default_factory=dict)

    def add(self, other: "Found") -> None:
        """Take in what other points gave."""
        self.arrays |= other.arrays
        self.failed |= other.failed


def play_points(job: Job, points: Sequence[Numbered], threads: int = 1) -> Found:
    """Play points together; if one of them fails, play each alone and name those that do."""
    if job.code != code_version():
        raise InputError(
            f"this computer has coprod-sim {code_version()}, the sweep was started with {job.code}; "
            "install the same version everywhere"
        )
    try:
        return Found(arrays=_play(job, points, threads))
    except Exception as problem:
        if len(points) == 1:
            return Found(failed={points[0][0]: in_words(problem)})
    found = Found()
    for one in points:
        found.add(play_points(job, [one], threads))
    return found


def in_words(problem: BaseException) -> str:
    """Say what went wrong in one line."""
    text = " ".join(str(problem).split())[:300]
    if isinstance(problem, InputError):
        return text
    if isinstance(problem, MemoryError):
        return f"there is too little memory for it ({text or 'no more could be had'})"
    return f"{type(problem).__name__}: {text}"


def _play(job: Job, points: Sequence[Numbered], threads: int) -> dict[int, np.ndarray]:
    if job.design.luck == "shared":
        return _with_luck(job, points, job.design.seed, threads)
    found: dict[int, np.ndarray] = {}
    for number, point in points:
        luck = np.random.SeedSequence(job.design.seed, spawn_key=(number,))
        seed = int(luck.generate_state(1, np.uint64)[0])
        found |= _with_luck(job, [(number, point)], seed, threads)
    return found


def _with_luck(
    job: Job, points: Sequence[Numbered], seed: int, threads: int
) -> dict[int, np.ndarray]:
    variants = job.design.all_variants
    cells = [
        cell_of(job.design, job.case, variant, point, job.plans.__getitem__)
        for _, point in points
        for variant in variants
    ]
    values = values_of(job.design, cells, threads=threads, seed=seed)
    width = len(variants)
    return {
        number: _summary(job, values[k * width : (k + 1) * width])
        for k, (number, _) in enumerate(points)
    }


def _summary(job: Job, values: Sequence[Values]) -> np.ndarray:
    """Give mean and spread over the runs of every variant, and of every paired difference."""
    names = [v.name for v in job.design.all_variants]
    stacked = [_stacked(job, one) for one in values]
    paired = [stacked[names.index(a)] - stacked[names.index(b)] for a, b in job.design.pairs]
    return np.stack([np.stack(mean_and_spread(one), axis=-1) for one in (*stacked, *paired)])


def _stacked(job: Job, values: Values) -> np.ndarray:
    """Give the wanted values of every run: runs x decisions x groups x measures."""
    design = job.design
    whole = np.stack([values[name] for name in design.measures], axis=-1)
    decisions = design.decisions or (whole.shape[1] - 1,)
    groups = [GROUPS.index(name) for name in design.groups]
    return whole[:, list(decisions)][:, :, groups]
