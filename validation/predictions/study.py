"""Reads the studies whose results are predicted: their designs, and how the model plays each."""

from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from coprod_sim.engagement import Engagement, load_engagement
from coprod_sim.library_files import FileValue, check, read_toml

FILE = Path(__file__).parent / "studies.toml"
Line = Annotated[str, Field(min_length=1, max_length=400)]
Known = Literal["nothing", "direction", "title"]
"""What was remembered of a result before it was predicted."""


class Study(FileValue):
    """A published study by its design, and the two towns in the model that stand for it."""

    id: Line
    citation: Line
    link: Line
    design: Line
    contrast: Line
    known: Known
    play: Line
    measure: Line
    who: Literal["all", "room", "outside"]
    read: Line
    treated: dict[str, Any]
    control: dict[str, Any] | None = None
    same_plan: bool = False
    heat: float | None = None
    decisions: int = 1

    @property
    def no_effect(self) -> float:
        """Where the number stands when nothing makes a difference; signs are counted from there."""
        return 1.0 if self.read.endswith("_ratio") or "_over_" in self.read else 0.0


def engagement_of(table: dict[str, Any]) -> Engagement:
    """Load the engagement a table names, with its dials turned.

    Args:
        table: `engagement`, a name in the library, and any dials.

    Returns:
        A way of involving people.
    """
    return load_engagement(table["engagement"]).but(
        {k: v for k, v in table.items() if k != "engagement"}
    )


@cache
def studies() -> tuple[Study, ...]:
    """Read all studies, in the order of the file.

    Returns:
        The studies.

    Raises:
        InputError: when one of them cannot be read.
    """
    return tuple(
        check(Study, table, table.get("id", "study")) for table in read_toml(FILE)["study"]
    )
