"""The answers that must pass and the mistakes that must fail, which lie beside every exercise."""

from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from coprod_sim.learning.exercise import TRAINER
from coprod_sim.learning.pieces import Line
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


class Answers(FileValue):
    """What a trainer's folder knows about an exercise."""

    right: Annotated[tuple[Right, ...], Field(strict=False, min_length=1)]
    mistake: Annotated[tuple[Mistake, ...], Field(strict=False, min_length=1)]


def load_answers(folder: Path) -> Answers:
    """Read the answers of an exercise from its trainer folder."""
    path = folder / TRAINER / FILE
    return check(Answers, read_toml(path), f"{folder.name}/{TRAINER}/{FILE}")
