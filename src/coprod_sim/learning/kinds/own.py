"""Own case: the learner's own project, built of parts that are checked one by one."""

from typing import Annotated

from pydantic import Field

from coprod_sim.learning.pieces import Id, Line
from coprod_sim.library_files import FileValue


class Piece(FileValue):
    """One part of the own case that must be done, and what to say while it is not."""

    id: Id
    name: Line
    missing: Line


class Own(FileValue):
    """The parts of an own case, in the order in which they are done."""

    parts: Annotated[tuple[Piece, ...], Field(strict=False, min_length=1)]
    rubric: Annotated[tuple[Line, ...], Field(strict=False)] = ()


TABLE = Own
