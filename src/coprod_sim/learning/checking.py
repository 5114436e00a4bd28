"""Checks one answer to an exercise; every answer gets words back."""

from typing import Any

from coprod_sim.learning.check_result import CheckResult
from coprod_sim.learning.exercise import Exercise
from coprod_sim.learning.kinds import kind_of
from coprod_sim.learning.runs import LARGEST_SEED, fresh_seed

TRIES = 2
"""Answers after which the model answer may be asked for."""


def check_answer(
    exercise: Exercise, answer: dict[str, Any], seed: int | None = None
) -> CheckResult:
    """Say what an answer comes to; where the model is asked, with a fresh seed unless one is given.

    An answer may bring the `seed` of the run the learner saw, where what they saw is asked for.
    """
    luck = next((s for s in (seed, seed_seen(exercise, answer)) if isinstance(s, int)), None)
    luck = fresh_seed() if luck is None else luck
    return kind_of(exercise.kind).check(exercise.detail, answer, luck)


def seed_seen(exercise: Exercise, answer: dict[str, Any]) -> int | None:
    """Give the seed of the run the learner saw, where what they saw is asked for."""
    seen = answer.get("seed") if kind_of(exercise.kind).SEED == "learner" else None
    return seen if isinstance(seen, int) and 0 <= seen < LARGEST_SEED else None
