"""Gives right answers to the tests; the kit itself has no way to them."""

from typing import Any

from coprod_sim.learning.answer_key import filled, load_answer_key
from coprod_sim.learning.exercise import find_exercise

SEED = 1


def right_answer(name: str) -> dict[str, Any]:
    """Give the first right answer of an exercise, with the seed of the run it was made for."""
    exercise = find_exercise(name)
    first = load_answer_key(exercise.folder).right[0].answer
    return filled(exercise, first, SEED) | {"seed": SEED}
