"""One line to change in the code behind a bet, and what comes of it."""

from typing import Annotated

from pydantic import Field

from coprod_sim.learning.items import Line
from coprod_sim.learning.readouts import Readout
from coprod_sim.library_files import FileValue


class CodeTask(FileValue):
    """One line to change, and what to expect; a test plays it and holds what is said.

    `old` stands once in the cells that play and draw the bet's run, `new` takes its place. What `read` gives
    then lies between `low` and `high`, and its sign is the same in this share of the `models` not ruled out.
    """

    old: Line
    new: Line
    expect: Line
    read: Readout
    low: float
    high: float
    models: Annotated[float, Field(ge=0.5, le=1)]
