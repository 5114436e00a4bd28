"""A way of involving people, read from a file in the library or from the user's own."""

import math
from typing import Annotated

from pydantic import Field

from coprod_sim.engagement.dials import DIALS, Dials
from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.five_steps import (
    awareness,
    buy_in,
    conditions,
    expectations,
    feedback,
    performance,
)
from coprod_sim.library_files import FileValue, check, find, library_names

PACKAGE = "coprod_sim.engagement"
Line = Annotated[str, Field(min_length=1, max_length=600)]


class Engagement(FileValue):
    """A way of involving people: its story in plain words, and where each dial stands (0 to 1)."""

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
    seats: Annotated[float, conditions.SEATS] = 1.0

    @property
    def dials(self) -> Dials:
        """The engagement as the rules read it."""
        return Dials(*(float(getattr(self, name)) for name in Dials._fields))


def engagement_names() -> list[str]:
    """List the engagements in the library."""
    return library_names(PACKAGE)


def load_engagement(name: str) -> Engagement:
    """Load an engagement by its library name or by the path of a `.toml` file."""
    stem, table = find(PACKAGE, name, "engagement")
    return check(Engagement, {"name": stem} | table, f"{stem}.toml")


def turned(engagement: Engagement, dial: str, value: float) -> Engagement:
    """Return a copy with one dial turned; `asked` counts as a dial that is 0 or 1.

    Raises `InputError` for an unknown dial or a value outside its range.
    """
    if dial == "asked" and value in (0, 1):
        return engagement.model_copy(update={"asked": bool(value)})
    if dial not in DIALS:
        hint = did_you_mean(dial, [*DIALS, "asked"])
        raise InputError(f"{engagement.name}.{dial[:60]} is not a dial{hint}")
    low, high = DIALS[dial].low, DIALS[dial].high
    if not math.isfinite(value) or not low <= value <= high:
        raise InputError(
            f"{engagement.name}.{dial} must be between {low:g} and {high:g}, but is {value:g}"
        )
    return engagement.model_copy(update={dial: float(value)})
