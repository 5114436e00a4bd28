"""How a guess fares by chance, and how the orders of a run are told apart."""

import math

import numpy as np

from coprod_sim.learning.items import RunQuestion
from coprod_sim.learning.readouts import value_by_variant
from coprod_sim.learning.runs import PlayedRun
from coprod_sim.results.judging import out_of_order


def true_order(question: RunQuestion, played: PlayedRun) -> list[str]:
    """Give the ids in the order a run puts them, highest first."""
    values = value_by_variant(question.read, played)
    return sorted((i.id for i in question.order), key=lambda k: -values[k])


def guess_chance(question: RunQuestion) -> float:
    """Give the chance that a pure guess is right: one of the options, or one order of many."""
    return 1 / (math.factorial(len(question.order)) if question.order else len(question.options))


def guess_said(chance: float) -> str:
    """Write the chance of a pure guess, in 100, and never as nothing."""
    return f"{max(100 * chance, 1.0):.0f}"


def swapped(order: list[str], values: dict[str, float], close: float) -> tuple[str, str] | None:
    """Find two that stand the wrong way round by more than `close`; none if the order will do."""
    places = int(out_of_order(np.array([values[name] for name in order]), close))
    return None if places < 0 else (order[places // len(order)], order[places % len(order)])
