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

    def write(self, table: dict[str, Any]) -> None:
        """Keep a worksheet; raises `InputError` with a sentence when that cannot be done."""
        ...


class InMemory:
    """Keeps a worksheet while the page is open, and no longer."""

    place = ""

    def __init__(self) -> None:
        self.table: dict[str, Any] | None = None

    def read(self) -> dict[str, Any] | None:
        """Give what was kept last, or nothing."""
        return self.table

    def write(self, table: dict[str, Any]) -> None:
        """Keep a worksheet."""
        self.table = table
