"""Checks one answer to an exercise; every answer gets words back."""

from typing import Any

from coprod_sim.learning.check_result import CheckResult
from coprod_sim.learning.exercise import Exercise, find_exercise
from coprod_sim.learning.kinds import kind_of
from coprod_sim.learning.runs import fresh_seed

TRIES = 2
"""Answers after which the model answer may be asked for."""


def check_answer(
    exercise: Exercise, answer: dict[str, Any], seed: int | None = None
) -> CheckResult:
    """Say what an answer comes to; where the model is asked, with a fresh seed unless one is given.

    An answer may bring the `seed` of the run the learner saw, where what they saw is asked for.
    """
    kind = kind_of(exercise.kind)
    seen = answer.get("seed") if kind.SEED == "learner" else None
    luck = next((s for s in (seed, seen) if isinstance(s, int)), None)
    luck = fresh_seed() if luck is None else luck
    return kind.check(exercise.detail, answer, luck)


def marked(name: str, answer: dict[str, Any], most: float) -> tuple[CheckResult, float]:
    """Check an answer handed in on a course; gives what it came to and its points, part by part.

    Args:
        name: The exercise's id.
        answer: The answer, as the exercise's page shows it.
        most: Points for a right answer [points].
    """
    outcome = check_answer(find_exercise(name), answer)
    return outcome, round(most * outcome.share, 2)
