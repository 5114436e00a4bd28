"""Write: a short text in plain words that has every part it needs."""

import re
from typing import Annotated, Self

from pydantic import Field, model_validator

from coprod_sim.learning.pieces import Id, Line, Read, Run, Text, different, fits_read
from coprod_sim.library_files import FileValue


class Part(FileValue):
    """Something the text must hold: any of these words or patterns; and what to say if it does not."""

    id: Id
    name: Line
    any: Annotated[tuple[Line, ...], Field(strict=False, min_length=1)]
    missing: Line

    @model_validator(mode="after")
    def _patterns(self) -> Self:
        for pattern in self.any:
            try:
                re.compile(pattern, re.IGNORECASE)
            except re.error as problem:
                raise ValueError(f"{pattern!r} is not a pattern: {problem}") from None
        return self


class Avoid(FileValue):
    """Something the text must not say, and why; any of these words or patterns."""

    any: Annotated[tuple[Line, ...], Field(strict=False, min_length=1)]
    says: Line


class Figure(FileValue):
    """A number from the learner's own run that the text must give, to within `within`."""

    id: Id
    name: Line
    read: Read
    within: Annotated[float, Field(gt=0)] = 1.0
    missing: Line


class OwnRun(FileValue):
    """The run the learner makes, and the numbers from it that belong into the text."""

    run: Run
    figures: Annotated[tuple[Figure, ...], Field(strict=False, min_length=1, max_length=6)]

    @model_validator(mode="after")
    def _fits(self) -> Self:
        for figure in self.figures:
            fits_read(figure.read, self.run)
        return self


class Sum(FileValue):
    """A list of costs that must add up: lines with the sign, and one line with the total's name."""

    sign: Line = "£"
    total: Line = "total"
    lines: Annotated[int, Field(ge=2, le=20)] = 3
    missing: Line
    wrong: Line = "Your lines add up to {sum}, but you wrote {total}."


class Write(FileValue):
    """What to write: how long, how plain, with which parts, and a model answer for afterwards."""

    prompt: Text
    start: str = ""
    words: Annotated[tuple[int, int], Field(strict=False)] = (40, 250)
    grade: Annotated[float, Field(ge=3, le=12)] = 6.0
    parts: Annotated[tuple[Part, ...], Field(strict=False, min_length=1, max_length=10)]
    avoid: Annotated[tuple[Avoid, ...], Field(strict=False)] = ()
    from_run: OwnRun | None = None
    sum: Sum | None = None
    model: Text

    @model_validator(mode="after")
    def _fits(self) -> Self:
        different([p.id for p in self.parts], "part")
        low, high = self.words
        if not 0 < low < high <= 600:
            raise ValueError("words must be two numbers, the smaller first, at most 600")
        return self


TABLE = Write
