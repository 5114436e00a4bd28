"""Puts ways, or the five steps, in order by what they come to, in a run and in every model that fits."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import permutations
from typing import Literal

import numpy as np

from coprod_sim.learning.readouts import Readout, all_values, step_gains
from coprod_sim.learning.runs import Run, play

RankedBy = Literal["ways", "steps"]
"""What is put in order: the ways of a run, or what each of the five steps brings in it."""
NEXT = ","
"""What stands between the names of an order that is kept as one text."""


def ranked_values(run: Run, read: Readout, by: RankedBy, seed: int) -> dict[str, np.ndarray]:
    """Work out everything that is put in order: a number a run, as in `all_values`.

    Args:
        run: what is played.
        read: what is read off.
        by: what is put in order.
        seed: the seed of all luck.

    Returns:
        By name the numbers: those of the rules as they stand, then those of the other models.
    """
    if by == "steps":
        return step_gains(run, read.measure, seed)
    played, plain = play(run, seed), read.but(rule="value")
    return {name: all_values(plain, played, name) for name in played.names}


def in_order(values: Mapping[str, float]) -> list[str]:
    """List names by their numbers, the biggest first."""
    return sorted(values, key=lambda name: -values[name])


def orders_of_models(found: Mapping[str, np.ndarray], runs: int) -> dict[str, int]:
    """Count in how many of the other models each order comes out.

    Args:
        found: what `ranked_values` gives.
        runs: how many of its numbers are of the rules as they stand.

    Returns:
        The orders, each as one text, with the number of models.
    """
    from coprod_sim.results.comparison import RUNS_A_DRAW  # noqa: PLC0415 - the model is loaded by now

    means = {k: v[runs:].reshape(-1, RUNS_A_DRAW).mean(axis=1) for k, v in found.items()}
    models = (dict(zip(means, row, strict=True)) for row in zip(*means.values(), strict=True))
    return dict(Counter(NEXT.join(in_order(one)) for one in models))


def agreement(given: Sequence[str], right: Sequence[str]) -> float:
    """Give Spearman's rank correlation of a guessed order with the one that came out, from -1 to 1."""
    n = len(given)
    apart = sum((given.index(k) - right.index(k)) ** 2 for k in given)
    return 1.0 - 6.0 * apart / (n * (n * n - 1))


def fitting(given: Sequence[str], held: Mapping[str, int], need: float) -> int:
    """Count of 100 models those with whose own order a guessed one agrees well enough."""
    fits = sum(n for order, n in held.items() if agreement(given, order.split(NEXT)) >= need)
    return round(100 * fits / sum(held.values()))


def first_in(name: str, held: Mapping[str, int]) -> int:
    """Count of 100 models those in which one thing comes out first."""
    first = sum(n for order, n in held.items() if order.split(NEXT)[0] == name)
    return round(100 * first / sum(held.values()))


def chance_of(names: Sequence[str], need: float) -> float:
    """Give the chance that an order drawn by lot agrees well enough: counted over all orders."""
    orders = list(permutations(names))
    return sum(agreement(one, names) >= need for one in orders) / len(orders)
