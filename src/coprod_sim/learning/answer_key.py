"""The answers that must pass and the mistakes that must fail, which lie beside every exercise."""

from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from coprod_sim.errors import InputError
from coprod_sim.learning.check_result import DONE, Status
from coprod_sim.learning.checking import check_answer
from coprod_sim.learning.exercise import TRAINER, Exercise
from coprod_sim.learning.items import Line
from coprod_sim.learning.kinds import kind_of
from coprod_sim.library_files import FileValue, check, read_toml

FILE = "answers.toml"


class Right(FileValue):
    """An answer that must pass; words in braces stand for numbers from the learner's own run."""

    what: str = ""
    answer: dict[str, Any]


class Mistake(FileValue):
    """A usual mistake that must not pass, and words that must be in what is said about it."""

    what: str = ""
    answer: dict[str, Any]
    says: Line


class OtherBet(Mistake):
    """A bet that comes out otherwise: it is not marked, so it passes, and must hear its own words."""


class AnswerKey(FileValue):
    """What a trainer's folder knows about an exercise."""

    right: Annotated[tuple[Right, ...], Field(strict=False, min_length=1)]
    mistake: Annotated[tuple[Mistake, ...], Field(strict=False, min_length=1)]
    bet: Annotated[tuple[OtherBet, ...], Field(strict=False)] = ()


def load_answer_key(folder: Path) -> AnswerKey:
    """Read the answers of an exercise from its trainer folder; raises `InputError` where there are none."""
    path = folder / TRAINER / FILE
    if not path.is_file():
        raise InputError(
            f"{folder.name}: has no {TRAINER}/{FILE}; the kit is installed without it, so that no learner "
            "can look there. It is in the project's own folder of exercises"
        )
    return check(AnswerKey, read_toml(path), f"{folder.name}/{TRAINER}/{FILE}")


def key_faults(exercise: Exercise, seed: int) -> list[str]:
    """Try every answer with one seed; say which do not come out as they must."""
    answers = load_answer_key(exercise.folder)
    found = []
    for k, right in enumerate(answers.right, 1):
        outcome = check_answer(exercise, filled(exercise, right.answer, seed), seed)
        if outcome.status not in DONE or outcome.hints:
            found.append(f"right answer {k} does not pass (seed {seed}): {outcome.text}")
    for name, ends in (("mistake", (Status.NOT_YET, Status.MARKED)), ("bet", DONE)):
        for k, one in enumerate(getattr(answers, name), 1):
            outcome = check_answer(exercise, filled(exercise, one.answer, seed), seed)
            about = f"(seed {seed}): {outcome.text}"
            if outcome.status not in ends:
                found.append(f"{name} {k} comes out as {outcome.status} {about}")
            elif one.says.lower() not in outcome.text.lower():
                found.append(f"{name} {k} is not told {one.says!r} {about}")
    return found


def filled(exercise: Exercise, answer: dict[str, Any], seed: int) -> dict[str, Any]:
    """Put the numbers of the learner's own run where an answer has places for them."""
    fill = getattr(kind_of(exercise.kind), "filled", None)
    return fill(exercise.detail, answer, seed) if fill else answer
