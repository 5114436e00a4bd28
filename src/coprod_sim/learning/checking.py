"""Checks one answer to an exercise; every answer gets words back."""

from typing import Any

from coprod_sim.learning.check_result import CheckResult
from coprod_sim.learning.exercise import Exercise
from coprod_sim.learning.kinds import kind_of
from coprod_sim.learning.runs import fresh_seed

TRIES = 2
"""Answers after which the model answer may be asked for."""


def check_answer(
    exercise: Exercise, answer: dict[str, Any], seed: int | None = None
) -> CheckResult:
    """Say what an answer comes to, on its page as on a course; with a fresh seed unless one is given."""
    luck = fresh_seed() if seed is None else seed
    return kind_of(exercise.kind).check(exercise.detail, answer, luck)
