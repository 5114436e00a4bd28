"""The answers that must pass and the mistakes that must fail, which lie beside every exercise."""

from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from coprod_sim.learning.check_result import Status
from coprod_sim.learning.checking import check_answer
from coprod_sim.learning.exercise import TRAINER, Exercise, find_exercise
from coprod_sim.learning.items import Line
from coprod_sim.learning.kinds import kind_of
from coprod_sim.library_files import FileValue, check, read_toml

FILE = "answers.toml"
SEED = 1
"""The luck a model answer is made for, where one depends on a run."""


class Right(FileValue):
    """An answer that must pass; words in braces stand for numbers from the learner's own run."""

    what: str = ""
    answer: dict[str, Any]


class Mistake(FileValue):
    """A usual mistake that must not pass, and words that must be in what is said about it."""

    what: str = ""
    answer: dict[str, Any]
    says: Line


class AnswerKey(FileValue):
    """What a trainer's folder knows about an exercise."""

    right: Annotated[tuple[Right, ...], Field(strict=False, min_length=1)]
    mistake: Annotated[tuple[Mistake, ...], Field(strict=False, min_length=1)]


def load_answer_key(folder: Path) -> AnswerKey:
    """Read the answers of an exercise from its trainer folder."""
    path = folder / TRAINER / FILE
    return check(AnswerKey, read_toml(path), f"{folder.name}/{TRAINER}/{FILE}")


def key_faults(exercise: Exercise, seed: int) -> list[str]:
    """Try every answer with one seed; say which do not come out as they must."""
    answers = load_answer_key(exercise.folder)
    found = []
    for k, right in enumerate(answers.right, 1):
        outcome = check_answer(exercise, filled(exercise, right.answer, seed), seed)
        if outcome.status is not Status.YES:
            found.append(f"right answer {k} does not pass (seed {seed}): {outcome.text}")
    for k, mistake in enumerate(answers.mistake, 1):
        outcome = check_answer(exercise, filled(exercise, mistake.answer, seed), seed)
        if outcome.status is not Status.NOT_YET:
            found.append(f"mistake {k} comes out as {outcome.status} (seed {seed}): {outcome.text}")
        elif mistake.says.lower() not in outcome.text.lower():
            found.append(f"mistake {k} is not told {mistake.says!r} (seed {seed}): {outcome.text}")
    return found


def filled(exercise: Exercise, answer: dict[str, Any], seed: int) -> dict[str, Any]:
    """Put the numbers of the learner's own run where an answer has places for them."""
    fill = getattr(kind_of(exercise.kind), "filled", None)
    return fill(exercise.detail, answer, seed) if fill else answer


def right_answer(name: str) -> dict[str, Any]:
    """Give the first right answer of an exercise, with the seed of the run it was made for."""
    exercise = find_exercise(name)
    first = load_answer_key(exercise.folder).right[0].answer
    return filled(exercise, first, SEED) | {"seed": SEED}
