"""What stands in the cells of a sheet: their values by kind and style, and the columns by their letters."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

LETTERS = re.compile(r"[A-Z]{1,3}", re.ASCII)
LAST_COLUMN = 16_384
Row = tuple[Any, ...]


@dataclass(frozen=True)
class CellValues:
    """What the cells of a workbook refer to: its shared texts, and which styles write a number as a date."""

    shared: Sequence[str] = ()
    as_date: Mapping[int, Callable[[float], Any]] = field(default_factory=dict)
    iso_date: Callable[[str], Any] = str

    def of(self, kind: str, style: str, text: str) -> Any:
        """Give the value of a cell.

        Args:
            kind: what the file says it holds, such as ``n``, ``s`` or ``b``.
            style: the number of its style, or nothing.
            text: what stands in it.

        Returns:
            A number, a text, a date, or a truth value.

        Raises:
            ValueError: the text is none of that kind.
        """
        return self.reader(kind, style)(text)

    def reader(self, kind: str, style: str) -> Callable[[str], Any]:
        """Give what makes values of the texts in cells of one kind and style.

        Args:
            kind: what the file says they hold.
            style: the number of their style, or nothing.

        Returns:
            What gives a value for a text, or raises a `ValueError` where it is none of that kind.
        """
        if kind == "n":
            written = self.as_date.get(int(style)) if style and self.as_date else None
            return (lambda text: written(_number(text))) if written else _number
        if kind == "s":
            return lambda text: self.shared[int(text)]
        if kind == "b":
            return lambda text: bool(int(text))
        return self.iso_date if kind == "d" else str


def _number(text: str) -> float:
    return float(text) if "." in text or "e" in text or "E" in text else int(text)


@cache
def column_called(letters: str) -> int:
    """Give the number of a column by its letters, such as 28 for ``AB``.

    Args:
        letters: how a sheet calls it.

    Returns:
        Its number, counted from 1.

    Raises:
        ValueError: no column is called so.
    """
    number = 0
    for letter in letters if LETTERS.fullmatch(letters) else "":
        number = number * 26 + ord(letter) - 64
    if not 0 < number <= LAST_COLUMN:
        raise ValueError(f"{letters[:10]!r} is no column of a sheet")
    return number
