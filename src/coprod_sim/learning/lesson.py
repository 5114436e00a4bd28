"""One lesson: what is asked in it, and what is said to each answer. The prose is in its notebook."""

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Annotated, Self

from pydantic import Field, model_validator

from coprod_sim.errors import InputError, did_you_mean, known
from coprod_sim.learning.code_task import CodeTask
from coprod_sim.learning.exercise import Step
from coprod_sim.learning.items import Id, Line, Prediction, RecallQuestion, Text
from coprod_sim.learning.readouts import Readout
from coprod_sim.learning.runs import Run
from coprod_sim.learning.shipped_counts import with_counts
from coprod_sim.learning.what_if import WhatIf
from coprod_sim.library_files import FileValue, check, parse_toml
from coprod_sim.results.variant import all_different

PACKAGE = "coprod_sim.learning"
FOLDER = "lessons"


class ChangeTask(WhatIf):
    """One thing to change in one variant of the lesson's run, shown before and after.

    The assumptions of a switch change for all variants. `talk` is a thought to leave with.
    """

    question: Line
    variant: str
    talk: str = ""

    def changed(self, run: Run, values: Mapping[str, float]) -> Run:
        """Give the run with the dials turned, or with the switches that are on applied."""
        dials, assumptions = self.changes(values)
        run = run.but(assumptions=run.assumptions | assumptions)
        return run.turned(self.variant, dials)


class TransferTask(FileValue):
    """What it means at the learner's own place; kept in the journal."""

    prompt: Line
    starters: Annotated[tuple[Line, ...], Field(strict=False)] = ()


class IdeaOption(FileValue):
    """One idea a learner can put forward, what it turns in the model, and what became of it.

    `next` is what is likely, and when one hears next and from whom; `taken` is false for a refusal.
    """

    id: Id
    text: Line
    dials: dict[str, float] = Field(default_factory=dict)
    fate: Line
    situation: Line
    objective: Line
    barrier: Line
    next: Line
    changed: Line
    taken: bool = True


class IdeaTask(FileValue):
    """A question for the learner's own idea; a later lesson traces it to its end (`lesson.fate()`).

    The likely outcome is worked out: the variant `variant` of the run with and without what the idea turns.
    """

    question: Line
    own_words: Line
    options: Annotated[tuple[IdeaOption, ...], Field(strict=False, min_length=2, max_length=6)]
    run: Run
    variant: str
    read: Readout

    @model_validator(mode="after")
    def _fits(self) -> Self:
        all_different([o.id for o in self.options], "idea")
        known(self.variant, self.run.names, "one of the variants that are played")
        for option in self.options:
            self.run.turned(self.variant, option.dials)
        self.read.fits(self.run)
        return self


class IdeaFate(FileValue):
    """Which lesson's idea is traced here, and what is said to somebody who gave none."""

    of: str
    none: Line


class RoomActivity(FileValue):
    """What a trainer does with the lesson in a room."""

    title: Line
    minutes: Annotated[int, Field(ge=3, le=60)]
    do: Text


class Lesson(FileValue):
    """Everything a lesson asks, in the one order all lessons keep; and what it tells after the bet.

    `studies` is Markdown; read before the bet, it would give the result away, and so would `key_points`.
    """

    id: str = ""
    title: Line
    minutes: Annotated[int, Field(ge=5, le=60)]
    step: Step
    objectives: Annotated[tuple[Line, ...], Field(strict=False, min_length=2, max_length=5)]
    recall: Annotated[tuple[RecallQuestion, ...], Field(strict=False, max_length=3)] = ()
    example: Prediction | None = None
    predict: Prediction | None = None
    change: ChangeTask | None = None
    code: CodeTask | None = None
    idea: IdeaTask | None = None
    fate: IdeaFate | None = None
    place: TransferTask | None = None
    studies: str = ""
    key_points: Annotated[tuple[Line, ...], Field(strict=False, min_length=2, max_length=6)]
    exercises: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    activity: RoomActivity | None = None
    sources: Annotated[tuple[Line, ...], Field(strict=False, min_length=1)]

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.change is None:
            return self
        if self.predict is None:
            raise ValueError("change needs predict, whose run it changes")
        self.change.fits(self.predict.run, self.change.variant)
        if self.code is not None:
            self.code.read.fits(self.predict.run)
        return self


def lesson_names() -> list[str]:
    """List the lessons, in the order in which they are taken."""
    folder = resources.files(PACKAGE) / FOLDER
    return sorted(p.name.removesuffix(".toml") for p in folder.iterdir() if p.name[-5:] == ".toml")


@lru_cache
def load_lesson(name: str) -> Lesson:
    """Load a lesson by its name; raises `InputError` with the nearest one when there is none."""
    names = lesson_names()
    if name not in names:
        hint = did_you_mean(name, names)
        raise InputError(
            f"there is no lesson called {name[:40]!r}{hint} (known: {', '.join(names)})"
        )
    data = (resources.files(PACKAGE) / FOLDER / f"{name}.toml").read_bytes()
    table = with_counts(parse_toml(data, f"{name}.toml"), name)
    return check(Lesson, table | {"id": name}, f"{name}.toml")
