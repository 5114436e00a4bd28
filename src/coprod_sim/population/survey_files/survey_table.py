"""A survey as a table: one column a question, one row a person, whatever kind of file it came in."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

WHOLE_WITH_POINT = re.compile(r"[+-]?\d{1,15}\.(?!000$)0+", re.ASCII)
"""A whole number with a point; not such as ``1.000``, which may be a thousand."""
TRUTHS = (bool, np.bool_)
NUMBERS = (int, float, np.number)
Tell = Callable[[int, int], None]
"""What is told how far reading has come: rows or bytes done, and of how many."""


def tell_nobody(_done: int, _total: int) -> None:
    """Tell nobody how far it has come."""


@dataclass(frozen=True)
class SurveyTable:
    """The rows of a survey, and what its file says about the columns.

    The index of ``frame`` is the row as a spreadsheet program counts it. ``how`` says in half a
    sentence how the file was read. ``questions`` holds the wording of a question by its column;
    ``above`` what stands above the names of the columns; ``labels`` the words for its values, by
    their text; ``missing`` the values that the file itself declares to be no answer.
    ``sheets`` are the sheets of a workbook, ``sheet`` is the one read.
    """

    frame: pd.DataFrame
    how: str = ""
    questions: Mapping[str, str] = field(default_factory=dict)
    above: str = ""
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    missing: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    sheet: str | None = None

    @property
    def columns(self) -> list[str]:
        """The names of the columns, in the order of the file."""
        return list(self.frame.columns)

    def values(self, column: str) -> tuple[list[str], NDArray[np.intp]]:
        """Give the different values of one column as text, and for each row which of them it holds.

        Args:
            column: the name of a column.

        Returns:
            Texts without spaces around them, all different, and a place among them for each row.
        """
        place, found = pd.factorize(self.frame[column], use_na_sentinel=False)
        texts = np.array([as_text(value) for value in found], dtype=object)
        merged, different = pd.factorize(texts)
        return [str(text) for text in different], merged[place]


def as_text(value: Any) -> str:
    """Write a cell as people would: whole numbers without a point, nothing for an empty cell.

    Args:
        value: what a file holds in a cell.

    Returns:
        Its text, without spaces around it.
    """
    if isinstance(value, str):
        plain = value.strip()
        return plain.split(".")[0] if WHOLE_WITH_POINT.fullmatch(plain) else plain
    if value is None or value is pd.NaT or value != value:  # noqa: PLR0124 - NaN is not itself
        return ""
    if isinstance(value, TRUTHS):
        return str(bool(value)).upper()
    if isinstance(value, NUMBERS):
        number = float(value)
        return f"{number:.0f}" if number.is_integer() and abs(number) < 1e15 else repr(number)
    return value.isoformat(sep=" ") if isinstance(value, datetime) else _plain(value)


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value).strip()
