"""Checks one answer to an exercise; every answer gets words back."""

from typing import Any

from coprod_sim.learning.exercise import Exercise
from coprod_sim.learning.kinds import kind_of
from coprod_sim.learning.outcome import Outcome
from coprod_sim.learning.trying import fresh_seed

TRIES = 2
"""Answers after which the model answer may be asked for."""


def check_answer(exercise: Exercise, answer: dict[str, Any], seed: int | None = None) -> Outcome:
    """Say what an answer comes to; where the model is asked, with a fresh seed unless one is given."""
    luck = fresh_seed() if seed is None else seed
    return kind_of(exercise.kind).check(exercise.detail, answer, luck)
