"""What the right answer to a question is, worked out from the very run that was played."""

import math

import numpy as np

from coprod_sim.learning.items import AnswerOption, RunQuestion
from coprod_sim.learning.readouts import value, value_by_variant
from coprod_sim.learning.runs import PlayedRun
from coprod_sim.results.deciding import best_way
from coprod_sim.results.judging import band_of, out_of_order


def true_choice(question: RunQuestion, played: PlayedRun) -> AnswerOption:
    """Give the option that a run makes right: the band its number lies in, or the variant that leads."""
    if question.read.rule in ("highest", "lowest"):
        options = {o.id: o for o in question.options}
        values = value_by_variant(question.read, played)
        asked = [name for name in values if name in options]
        low_is_better = float(question.read.rule == "lowest")
        top = best_way(np.array([values[name] for name in asked]), low_is_better)
        return options[asked[int(top)]]
    lows, highs = (np.array([getattr(o, end) for o in question.options]) for end in ("low", "high"))
    return question.options[int(band_of(value(question.read, played), lows, highs))]


def true_order(question: RunQuestion, played: PlayedRun) -> list[str]:
    """Give the ids in the order a run puts them, highest first."""
    values = value_by_variant(question.read, played)
    return sorted((i.id for i in question.order), key=lambda k: -values[k])


def true_answer(question: RunQuestion, played: PlayedRun) -> str | list[str]:
    """Give the answer that a run makes right, as a learner would give it."""
    return true_order(question, played) if question.order else true_choice(question, played).id


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
