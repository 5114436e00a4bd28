"""Lists the points of a design: scrambled Sobol points, a grid, or a list, each a set of changes."""

from itertools import product

import numpy as np
from scipy.stats import qmc

from coprod_sim.quantities import Quantity
from coprod_sim.results.experiments.points import Point
from coprod_sim.results.sweeping.declaration import Range
from coprod_sim.results.sweeping.job import Job


def points_of(job: Job) -> list[Point]:
    """List the points in order; the first ones of a longer Sobol design are those of a shorter one."""
    design, ranges = job.design, job.ranges
    match design.method:
        case "sobol":
            rows = _sobol(len(ranges), design.points, design.seed)
            table = [
                _along(one, job.inputs[one.column], rows[:, k]) for k, one in enumerate(ranges)
            ]
            numbers = np.stack(table, axis=1).tolist()
        case "grid":
            numbers = list(product(*(one.values for one in ranges)))
        case _:
            numbers = list(zip(*(one.values for one in ranges), strict=True))
    return [_point(ranges, row) for row in numbers]


def _sobol(inputs: int, points: int, seed: int) -> np.ndarray:
    """Draw the first points of one endless scrambled Sobol sequence, each number from 0 to 1."""
    sobol = qmc.Sobol(inputs, scramble=True, rng=np.random.default_rng(seed))
    return sobol.random_base2((points - 1).bit_length())[:points]


def _along(one: Range, about: Quantity, share: np.ndarray) -> np.ndarray:
    """Turn shares from 0 to 1 into the values of an input."""
    if one.values:
        place = np.minimum((share * len(one.values)).astype(int), len(one.values) - 1)
        return np.array(one.values)[place]
    if one.levels:
        share = (np.minimum(np.floor(share * one.levels), one.levels - 1) + 0.5) / one.levels
    value = about.low + share * (about.high - about.low)
    return np.rint(value) if about.whole else value


def _point(ranges: tuple[Range, ...], row: list[float] | tuple[float, ...]) -> Point:
    numbers = list(zip(ranges, row, strict=True))
    return Point(
        {one.column: float(value) for one, value in numbers},
        tuple((what, float(value)) for one, value in numbers for what in one.what),
    )
