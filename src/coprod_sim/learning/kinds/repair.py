"""Repair: turn the dials of something broken until it works, within what there is to spend."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from coprod_sim.engagement import DIALS
from coprod_sim.learning.pieces import Line, Read, Run, fits_read, known
from coprod_sim.library_files import FileValue

Resource = Literal["staff_hours", "hours_each", "weeks", "money", "points"]
"""What can be limited, for one decision.

Staff hours, hours of each person who takes part, weeks, money in the case's currency; or points: one for
each hundredth by which a dial is turned up.
"""


class Goal(FileValue):
    """What must be reached, and in which share of fresh runs it must hold."""

    read: Read
    at_least: float | None = None
    at_most: float | None = None
    in_share: Annotated[float, Field(gt=0, le=1)] = 0.8
    says: Line

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.at_least is None) == (self.at_most is None):
            raise ValueError("give either at_least or at_most")
        return self


class Slip(FileValue):
    """A usual mistake and what to say about it: a dial left below or turned above a place."""

    dial: str
    below: float = -1.0
    above: float = 2.0
    says: Line


class Repair(FileValue):
    """A broken way in a case, the dials that may move, the budget, and the goals."""

    run: Run
    dials: Annotated[tuple[str, ...], Field(strict=False, min_length=1)]
    budget: Annotated[dict[Resource, Annotated[float, Field(gt=0)]], Field(min_length=1)]
    goals: Annotated[tuple[Goal, ...], Field(strict=False, min_length=1, max_length=3)]
    slips: Annotated[tuple[Slip, ...], Field(strict=False)] = ()

    @property
    def start(self) -> str:
        """The id of the way to repair: the last one played."""
        return self.run.names[-1]

    @model_validator(mode="after")
    def _fits(self) -> Self:
        for dial in (*self.dials, *(s.dial for s in self.slips)):
            known(dial, DIALS, "a dial")
        for goal in self.goals:
            fits_read(goal.read, self.run)
        return self


TABLE = Repair
