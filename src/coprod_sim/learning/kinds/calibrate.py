"""Calibrate: guess an order or ranges, work it out, and see how well you knew."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from coprod_sim.learning.pieces import Id, Item, Line, Read, Run, different, fits_read, known
from coprod_sim.library_files import FileValue


class Guess(FileValue):
    """A number to guess as a range that should hold it 9 times in 10."""

    id: Id
    text: Line
    unit: Line = "in 100"
    read: Read


class Calibrate(FileValue):
    """What is guessed: an order (compared by rank) or ranges (how many held the truth).

    `by = "ways"` orders the ways of the run by `read`; `by = "steps"` orders the five steps by what each
    brings between the first way of the run and the last.
    """

    question: Line
    run: Run
    by: Literal["ways", "steps"] = "ways"
    read: Read = Read()
    order: Annotated[tuple[Item, ...], Field(strict=False)] = ()
    ranges: Annotated[tuple[Guess, ...], Field(strict=False)] = ()
    need: float = 0.6
    near: Line
    far: Line
    upside_down: Line = "You have it the other way round."
    sure: bool = True

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if bool(self.order) == bool(self.ranges):
            raise ValueError("give either an order or ranges, not both")
        different([i.id for i in (*self.order, *self.ranges)], "item")
        if self.by == "ways":
            for item in self.order:
                known(item.id, self.run.names, "one of the ways that are played")
        for read in (self.read, *(g.read for g in self.ranges)):
            fits_read(read, self.run)
        return self


TABLE = Calibrate
