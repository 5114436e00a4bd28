"""A way of involving people, read from a file in the library or from the user's own."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import Field, field_validator

from coprod_sim.engagement.dials import Dials
from coprod_sim.five_steps import (
    awareness,
    buy_in,
    conditions,
    expectations,
    feedback,
    performance,
)
from coprod_sim.library_files import FileValue, library_names, load

PACKAGE = "coprod_sim.engagement"
SINCE = "since the second version of the model"
Line = Annotated[str, Field(min_length=1, max_length=600)]


class Engagement(FileValue):
    """A way of involving people: its story in plain words, and where each dial stands."""

    name: str = ""
    title: Line
    summary: Line
    who_decides: Line
    year: Annotated[int, Field(ge=1900, le=2100)]
    sources: Annotated[tuple[Line, ...], Field(min_length=1, strict=False)]
    assumed: Annotated[tuple[Line, ...], Field(strict=False)] = ()
    rung: Line = "none"
    asked: bool
    awareness: Annotated[float, awareness.DIAL]
    buy_in: Annotated[float, buy_in.DIAL]
    expectations: Annotated[float, expectations.DIAL]
    performance: Annotated[float, performance.DIAL]
    feedback: Annotated[float, feedback.DIAL]
    openness: Annotated[float, conditions.OPENNESS]
    equal_access: Annotated[float, conditions.EQUAL_ACCESS]
    influence: Annotated[float, conditions.INFLUENCE]
    seats: Annotated[float, conditions.SEATS] = 0.0

    @field_validator("seats")
    @classmethod
    def _in_people(cls, seats: float) -> float:
        if conditions.SEATS.allows(seats):
            return seats
        mend = f"write how many there is room for, {conditions.SEATS.least:g} or more, or 0 for all who come"
        if seats > 1.0:
            raise ValueError(f"these are people, but {seats:g} is given: {mend}")
        was = "meant no limit" if seats == 1.0 else "was a share"
        raise ValueError(f"{SINCE} these are people, and {seats:g} {was} before: {mend}")

    @property
    def dials(self) -> Dials:
        """The engagement as the rules read it."""
        return Dials(*(float(getattr(self, name)) for name in Dials._fields))

    def _in_short(self) -> str:
        dials = ", ".join(f"{name} {value:g}" for name, value in self.dials._asdict().items())
        return f"Engagement {self.name!r}: {self.title}\n  {dials}"

    def but(self, changes: Mapping[str, Any] | None = None, /, **more: Any) -> Self:
        """Return a checked copy with dials turned or words changed; `asked` is a dial that is 0 or 1."""
        turned: Any = changes or {}
        if not isinstance(turned, Mapping):
            return super().but(changes)  # which says what it must be
        given: dict[str, Any] = {**turned, **more}
        if given.get("asked") in (0, 1):
            given["asked"] = bool(given["asked"])
        return super().but(given)


def engagement_names() -> tuple[str, ...]:
    """List the engagements in the library."""
    return library_names(PACKAGE)


def load_engagement(name: str | Path | Engagement) -> Engagement:
    """Load an engagement by its library name or by the path of a `.toml` file; one that is loaded stays."""
    return load(Engagement, PACKAGE, name)
