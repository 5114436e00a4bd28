"""Plays what a lesson or an exercise asks for; the model is loaded only when it is first needed."""

import secrets
from collections.abc import Iterable
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from coprod_sim.engagement import load_engagement
from coprod_sim.learning.items import AnswerOption, Readout, Run, RunQuestion

if TYPE_CHECKING:  # loading the model takes seconds
    from coprod_sim.learning.playing import Played

UNKNOWN = "unknown"
"""The answer "I don't know", which every prediction takes."""


def fresh_seed() -> int:
    """Choose a seed nobody has seen, so that no answer can be learnt by heart."""
    return secrets.randbelow(2**31)


def model() -> ModuleType:
    """Open what plays and reads; the first time takes seconds."""
    return import_module("coprod_sim.learning.playing")


def play(run: Run, seed: int) -> "Played":
    """Play a run; the same run and seed give the same numbers."""
    return model().play(run, seed)


def number(read: Readout, played: "Played", of: str = "") -> float:
    """Read one number off a run."""
    return model().number(read, played, of)


def by_way(read: Readout, played: "Played") -> dict[str, float]:
    """Read the number of every way off a run."""
    return model().by_way(read, played)


def dials_at(run: Run, name: str, dials: Iterable[str]) -> dict[str, float]:
    """Give where dials stand in one way of a run, without loading the model."""
    way = next((w for w in run.ways if w.id == name), None)
    engagement = load_engagement(way.engagement if way else name)
    own = way.dials if way else {d: run.set[p] for d in dials if (p := f"{name}.{d}") in run.set}
    return {d: float(own[d]) if d in own else float(getattr(engagement, d)) for d in dials}


def true_choice(question: RunQuestion, played: "Played") -> AnswerOption:
    """Give the option that a run makes right: the band its number lies in, or the way that leads."""
    if question.read.rule in ("highest", "lowest"):
        values = {k: v for k, v in by_way(question.read, played).items() if _offered(question, k)}
        pick = max if question.read.rule == "highest" else min
        leader = pick(values, key=lambda k: values[k])
        return next(o for o in question.options if o.id == leader)
    value = number(question.read, played)
    inside = [o for o in question.options if o.low <= value < o.high]
    nearest = min(question.options, key=lambda o: min(abs(value - o.low), abs(value - o.high)))
    return inside[0] if inside else nearest


def true_order(question: RunQuestion, played: "Played") -> list[str]:
    """Give the ids in the order a run puts them, highest first."""
    values = by_way(question.read, played)
    return sorted((i.id for i in question.order), key=lambda k: -values[k])


def swapped(order: list[str], values: dict[str, float], close: float) -> tuple[str, str] | None:
    """Find two that stand the wrong way round by more than `close`; none if the order will do."""
    for k, first in enumerate(order):
        for second in order[k + 1 :]:
            if values[second] - values[first] > close:
                return first, second
    return None


def _offered(question: RunQuestion, way: str) -> bool:
    return any(o.id == way for o in question.options)
