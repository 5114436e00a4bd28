"""Lists the points of a design: a grid, a list, scrambled Sobol points, or every assumption in turn."""

from collections.abc import Iterator
from itertools import product

import numpy as np
from scipy.stats import qmc

from coprod_sim.assumptions import DECLARED
from coprod_sim.errors import InputError
from coprod_sim.quantities import Quantity
from coprod_sim.results.experiments.declaration import Axis
from coprod_sim.results.experiments.loaded import Loaded
from coprod_sim.results.experiments.point import Cell, Point, cell_of
from coprod_sim.results.uncertainty import FREE

MOST_CELLS = 10_000
"""Variants times points times cases, at most, where every run is kept [cells]."""


def points_of(loaded: Loaded) -> list[Point]:
    """List the points in order; the first ones of a longer Sobol design are those of a shorter one.

    Args:
        loaded: the experiment, read in.

    Returns:
        Each point's labels and changes.
    """
    axes = loaded.axes
    points = [_point(axes, row) for row in _rows(loaded)]
    if loaded.experiment.each_assumption:
        points = [_both(one, other) for one in points for other in _one_at_a_time()]
    return points


def cells_of(loaded: Loaded) -> list[Cell]:
    """List everything to be played: case by case, then point by point, then variant by variant.

    Args:
        loaded: the experiment, read in.

    Returns:
        Variants x points x cases, ready to be played.

    Raises:
        InputError: for names and values that do not fit, and for too many of them.
    """
    experiment, points = loaded.experiment, points_of(loaded)
    variants = experiment.all_variants
    amount = len(loaded.cases) * len(points) * len(variants)
    if amount > MOST_CELLS:
        raise InputError(f"this asks for {amount} plays, the limit is {MOST_CELLS}; vary less")
    return [
        cell_of(experiment, case, variant, point, loaded.load)
        for case in loaded.cases
        for point in points
        for variant in variants
    ]


def _rows(loaded: Loaded) -> list[tuple[float, ...]]:
    """Give the value of every axis at every point."""
    experiment, axes = loaded.experiment, loaded.axes
    match experiment.method:
        case "sobol":
            shares = _sobol(len(axes), experiment.points, experiment.seed)
            table = [
                _along(axis, loaded.inputs[axis.column], shares[:, k])
                for k, axis in enumerate(axes)
            ]
            return [tuple(row) for row in np.stack(table, axis=1).tolist()]
        case "grid":
            return list(product(*(axis.values for axis in axes)))
        case _:
            return list(zip(*(axis.values for axis in axes), strict=True))


def _sobol(inputs: int, points: int, seed: int) -> np.ndarray:
    """Draw the first points of one endless scrambled Sobol sequence, each number from 0 to 1."""
    sobol = qmc.Sobol(inputs, scramble=True, rng=np.random.default_rng(seed))
    return sobol.random_base2((points - 1).bit_length())[:points]


def _along(axis: Axis, about: Quantity, share: np.ndarray) -> np.ndarray:
    """Turn shares from 0 to 1 into the values of an input."""
    if axis.values:
        place = np.minimum((share * len(axis.values)).astype(int), len(axis.values) - 1)
        return np.array(axis.values)[place]
    if axis.levels:
        share = (np.minimum(np.floor(share * axis.levels), axis.levels - 1) + 0.5) / axis.levels
    value = about.low + share * (about.high - about.low)
    return np.rint(value) if about.whole else value


def _point(axes: tuple[Axis, ...], row: tuple[float, ...]) -> Point:
    numbers = list(zip(axes, row, strict=True))
    return Point(
        {axis.column: _label(axis, value) for axis, value in numbers},
        tuple((what, float(value)) for axis, value in numbers for what in axis.what),
    )


def _label(axis: Axis, value: float) -> float:
    """Write a value without decimals where no value of its axis has any."""
    whole = axis.values and all(v == int(v) for v in axis.values)
    return int(value) if whole else float(value)


def _one_at_a_time() -> Iterator[Point]:
    """Give the assumptions as they stand, then each one in turn at both ends of its plausible range."""
    yield Point({"assumption": "none", "end": "none"})
    for name in FREE:
        about = DECLARED[name]
        for end, value in (("least", about.least), ("most", about.most)):
            yield Point({"assumption": name, "end": end}, ((name, value),))


def _both(one: Point, other: Point) -> Point:
    return Point(one.labels | other.labels, one.changes + other.changes)
