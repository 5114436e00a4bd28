"""Checks one answer to an exercise; every answer gets words back."""

from typing import Any

from coprod_sim.learning.check_result import CheckResult
from coprod_sim.learning.exercise import Exercise
from coprod_sim.learning.kinds import kind_of
from coprod_sim.learning.runs import fresh_seed

TRIES = 2
"""Answers after which the model answer may be asked for."""


def check_answer(
    exercise: Exercise, answer: dict[str, Any], seed: int | None = None, *, course: bool = False
) -> CheckResult:
    """Say what an answer comes to; where the model is asked, with a fresh seed unless one is given.

    On a `course` a kind may leave out of the marks what nobody can know, such as a bet.
    """
    luck = fresh_seed() if seed is None else seed
    kind = kind_of(exercise.kind)
    check = getattr(kind, "mark", kind.check) if course else kind.check
    return check(exercise.detail, answer, luck)
