"""Where a worksheet is kept: in the learner's progress, or in memory where there is none."""

from typing import Any, Protocol


class Keeper(Protocol):
    """A place that takes a worksheet as plain tables after every change, and gives it back."""

    @property
    def place(self) -> str:
        """Name the file for people; empty when nothing outlives the page."""
        ...

    def read(self) -> dict[str, Any] | None:
        """Give what was kept last, or nothing."""
        ...

    def write(self, table: dict[str, Any]) -> bool:
        """Keep a worksheet, and say whether a text of another page had to go into the journal for it.

        Raises:
            InputError: It cannot be kept; the sentence says why.
        """
        ...

    def look(self) -> dict[str, Any] | None:
        """Give the worksheet anew where another page has changed it by now."""
        ...

    def saw(self, part: str) -> None:
        """Note that the page shows a part as it is kept now."""
        ...


class InMemory:
    """Keeps a worksheet while the page is open, and no longer."""

    place = ""

    def __init__(self) -> None:
        self.table: dict[str, Any] | None = None

    def read(self) -> dict[str, Any] | None:
        """Give what was kept last, or nothing."""
        return self.table

    def write(self, table: dict[str, Any]) -> bool:
        """Keep a worksheet; there is no other page."""
        self.table = table
        return False

    def look(self) -> None:
        """Give nothing, for there is no other page."""

    def saw(self, part: str) -> None:
        """Note nothing."""
