"""Plays a country region by region and adds the regions up: exact, and with one region in memory."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from coprod_sim.errors import InputError
from coprod_sim.results.experiments.declaration import Experiment, Region
from coprod_sim.results.experiments.point import Cell
from coprod_sim.results.experiments.values import Values, measured, played
from coprod_sim.results.player import Played, own_seed

COUNTRY = "country"
"""The name of all regions together in the result."""


def values_by_region(experiment: Experiment, cells: Sequence[Cell]) -> dict[str, list[Values]]:
    """Play every region, and add up the measures of the whole country.

    Each region is a town of its own, with its own room, its own body and its own luck; all meet the same
    drafts. Sums over citizens add up, so the country's numbers are exact and no region waits in memory
    for another.

    Args:
        experiment: the regions, measures, runs and seed.
        cells: case by case, then point by point, then variant by variant.

    Returns:
        By region, the country first: the measures of each cell.

    Raises:
        InputError: for a region whose people cannot be.
    """
    found: dict[str, list[Values]] = {}
    whole: list[Played] = []
    for number, region in enumerate(experiment.regions):
        here = [_in_region(experiment, one, number) for one in cells]
        seed = own_seed(experiment.seed, number)
        parts = played(experiment, here, seed=seed, drafts_from=experiment.seed)
        found[region.name] = _measures(experiment, cells, parts)
        whole = [added(a, b) for a, b in zip(whole, parts, strict=True)] if whole else parts
    return {COUNTRY: _measures(experiment, cells, whole)} | found


def _measures(
    experiment: Experiment, cells: Sequence[Cell], parts: Sequence[Played]
) -> list[Values]:
    return [measured(experiment, one, got) for one, got in zip(cells, parts, strict=True)]


def added(one: Played, other: Played) -> Played:
    """Add what came of a play in two places; trust at the start is weighted by people.

    Args:
        one: what came of it in one place.
        other: what came of it in the other, in as many runs.

    Returns:
        Both places together.
    """
    sizes = (one.sizes[0] + other.sizes[0], one.sizes[1] + other.sizes[1])
    here, there = (play.totals.people for play in (one, other))
    if here.ndim > 1:
        here, there = here[:, 0], there[:, 0]  # who belongs to a third stays the same
    start = (one.start * here + other.start * there) / (here + there)
    return Played(sums=one.sums + other.sums, sizes=sizes, best=one.best, start=start)


def _in_region(experiment: Experiment, one: Cell, number: int) -> Cell:
    """Give a cell as it is in one region.

    Raises:
        InputError: for people that cannot be, with the region's name.
    """
    region, case = experiment.regions[number], one.trial.case
    people = {"citizens": citizens_of(experiment.regions, case.people.citizens)[number]}
    people |= region.model_dump(include={"share_less_heard", "trust"}, exclude_none=True)
    try:
        case = case.but({f"people.{name}": value for name, value in people.items()})
    except InputError as problem:
        raise InputError(f"region {region.name}: {problem}") from None
    return replace(one, trial=replace(one.trial, case=case))


def citizens_of(regions: Sequence[Region], citizens: int) -> list[int]:
    """Share the citizens out among the regions, so that none is lost in rounding.

    Args:
        regions: the regions, whose shares add up to 1.
        citizens: people in the country.

    Returns:
        People in each region.
    """
    return list(_between([0, *np.cumsum([r.share for r in regions]).tolist()], citizens))


def _between(edges: Sequence[float], citizens: int) -> Iterator[int]:
    for low, high in pairwise(edges):
        yield round(high * citizens) - round(low * citizens)
