"""Writes CSV that no spreadsheet will run: the one guard for every table people may open."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    import pandas as pd

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""How text may begin that a spreadsheet takes for a formula."""
MARK = "\ufeff"
"""Stands first and says that the text is UTF-8; without it Excel takes the computer's own code page."""


def defuse(value: Any) -> Any:
    """Put a quote before text that a spreadsheet would take for a formula.

    The type decides, not the look: whatever somebody typed is text, so `"-1+2"` and even `"-1"` get
    the quote; what the kit has measured is a number, so `-1.5` stays one, and charts and sums that
    are made from the file stay right.

    Args:
        value: what a cell shall hold.

    Returns:
        The value itself, or its text behind a quote (`'`), which spreadsheets take for plain text.
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(DANGEROUS) else value


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Write rows as CSV under their columns behind `MARK`, every cell defused; None is an empty cell."""
    out = io.StringIO()
    out.write(MARK)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(map(defuse, columns))
    writer.writerows(map(defuse, row) for row in rows)
    return out.getvalue()


def fill_csv(file: BinaryIO, frame: "pd.DataFrame") -> None:
    """Write a table into an open file as CSV behind `MARK`, its index left out, every text defused."""
    safe = frame.copy(deep=False)
    for column in frame.columns:
        if frame[column].dtype.kind not in "biufcmM":
            safe[column] = frame[column].astype(object).map(defuse)
    file.write(MARK.encode())
    safe.rename(columns=defuse).to_csv(file, mode="wb", index=False, lineterminator="\n")
