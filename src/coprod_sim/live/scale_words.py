"""How a mean and the scale it stands on are said: alike on phones, on the wall and in the record."""

from collections.abc import Mapping
from typing import Any

from coprod_sim.markup import MINUS
from coprod_sim.words import Words

Counted = Mapping[str, Any]
"""A question on a scale with its numbers, as from `tally.count_answers`."""


def mean_shown(question: Counted) -> str:
    """Write the mean with one digit after the point."""
    return f"{round(question['mean'], 1) + 0.0:.1f}".replace("-", MINUS)


def mean_in_words(question: Counted, t: Words) -> str:
    """Say the mean, and between which ends it could lie."""
    ends = {end: _end(question, end, t) for end in ("low", "high")}
    return t("room-mean", mean=mean_shown(question), **ends)


def scale_in_words(question: Counted, t: Words) -> str:
    """Say from where to where a scale goes, and what its ends mean."""
    return t("room-scale", **{end: _end(question, end, t) for end in ("low", "high")})


def one_scale(questions: list[Counted]) -> bool:
    """Say whether all questions have one scale, so that it need be said but once."""
    names = ("low", "high", "low_means", "high_means")
    return len({tuple(q.get(name) for name in names) for q in questions}) == 1


def _end(question: Counted, end: str, t: Words) -> str:
    value, means = str(question[end]).replace("-", MINUS), question.get(f"{end}_means")
    return t("room-scale_end", end=value, means=means) if means else value
