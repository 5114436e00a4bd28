"""Trying things in the model: dials to turn or switches to flip in a run, and what is looked at."""

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from coprod_sim.engagement import DIALS
from coprod_sim.errors import known
from coprod_sim.learning.items import Id, Line
from coprod_sim.learning.readouts import Readout
from coprod_sim.learning.runs import Run
from coprod_sim.library_files import FileValue
from coprod_sim.results.variant import all_different


class Switch(FileValue):
    """One thing that can be tried: dials that are turned and assumptions that change."""

    id: Id
    text: Line
    dials: dict[str, float] = Field(default_factory=dict)
    assumptions: dict[str, float] = Field(default_factory=dict)


class WhatIf(FileValue):
    """Dials that may be turned in one variant of a run, or switches in their place; and what is read off."""

    dials: Annotated[tuple[str, ...], Field(strict=False, max_length=8)] = ()
    switches: Annotated[tuple[Switch, ...], Field(strict=False, max_length=16)] = ()
    reads: Annotated[tuple[Readout, ...], Field(strict=False, min_length=1, max_length=4)]

    def fits(self, run: Run, name: str) -> None:
        """Refuse dials, assumptions and readouts that the variant `name` of a run does not have."""
        known(name, run.names, "one of the variants that are played")
        for switch in self.switches:
            run.turned(name, switch.dials, switch.assumptions)
        for read in self.reads:
            read.fits(run)

    def start(self, run: Run, name: str) -> dict[str, float]:
        """Give where the dials stand in a variant, and every switch as off (0)."""
        return run.dials_at(name, self.dials) | {s.id: 0.0 for s in self.switches}

    def changes(self, values: Mapping[str, Any]) -> tuple[dict[str, float], dict[str, float]]:
        """Give the dials and the assumptions that follow from what was turned and flipped."""
        dials = {d: float(values[d]) for d in self.dials if values.get(d) is not None}
        assumptions: dict[str, float] = {}
        for switch in self.switches:
            if values.get(switch.id):
                dials |= switch.dials
                assumptions |= switch.assumptions
        return dials, assumptions

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if bool(self.dials) == bool(self.switches):
            raise ValueError("give either dials or switches to try")
        for dial in self.dials:
            known(dial, DIALS, "a dial")
        all_different([s.id for s in self.switches], "switch")
        return self
