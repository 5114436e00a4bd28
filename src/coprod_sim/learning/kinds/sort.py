"""Sort: put each card into the bin where it belongs."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from coprod_sim.learning.pieces import Id, Line, different, known
from coprod_sim.library_files import FileValue


class Card(FileValue):
    """One card, the bin where it belongs, and why."""

    id: Id
    text: Line
    bin: str
    why: Line
    if_wrong: dict[str, Line] = Field(default_factory=dict)


class Sort(FileValue):
    """Bins by their id, cards, and how many must be right; `near` bins count half."""

    bins: Annotated[dict[Id, Line], Field(min_length=2, max_length=8)]
    items: Annotated[tuple[Card, ...], Field(strict=False, min_length=3, max_length=24)]
    near: Annotated[
        tuple[Annotated[tuple[str, str], Field(strict=False)], ...], Field(strict=False)
    ] = ()
    need: float = 0.0

    @property
    def needed(self) -> float:
        """How many cards must be right for a yes; all of them unless told otherwise."""
        return self.need or float(len(self.items))

    @model_validator(mode="after")
    def _fits(self) -> Self:
        different([i.id for i in self.items], "card")
        for name in (*(i.bin for i in self.items), *(b for pair in self.near for b in pair)):
            known(name, self.bins, "a bin")
        for card in self.items:
            for name in card.if_wrong:
                known(name, self.bins, "a bin")
        if self.need > len(self.items):
            raise ValueError(f"need is {self.need:g}, but there are only {len(self.items)} cards")
        return self


TABLE = Sort
