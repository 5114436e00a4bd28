"""Writes tables that no spreadsheet will run: the one guard for every CSV and workbook people may open."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    import pandas as pd

FORMULA = re.compile("(^|[;|\t\r\n])(?=[=+@\t\r\uff1d\uff0b\uff0d\uff20-])")
"""Where text begins that a spreadsheet takes for a formula, also after what it may split the cells at.

Whoever splits our commas at semicolons or tabs gets a new cell in the middle of a text, whatever stands
around it in quotation marks. The wide forms of the signs count as well."""
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
        The value itself, or its text with a quote (`'`) before what would be a formula, which spreadsheets
        take for plain text then.
    """
    return FORMULA.sub(r"\1'", value) if isinstance(value, str) else value


def as_texts(sheet: Any) -> None:
    """Have a sheet of a workbook hold texts as texts, whatever they begin with: its cells have a kind.

    Args:
        sheet: a sheet of openpyxl, filled.
    """
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                cell.data_type = "s"
                cell.quotePrefix = FORMULA.match(cell.value) is not None  # also once it is edited


def _cell(value: Any) -> Any:
    """Give what a cell of a CSV holds: a number that is missing is an empty cell."""
    return None if isinstance(value, float) and value != value else defuse(value)  # noqa: PLR0124


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Write rows as CSV under their columns behind `MARK`, every cell defused; None and nan are empty."""
    out = io.StringIO()
    out.write(MARK)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(map(defuse, columns))
    writer.writerows(map(_cell, row) for row in rows)
    return out.getvalue()


def fill_csv(file: BinaryIO, frame: "pd.DataFrame") -> None:
    """Write a table into an open file as CSV behind `MARK`, its index left out, every text defused."""
    safe = frame.copy(deep=False)
    for column in frame.columns:
        if frame[column].dtype.kind not in "biufcmM":
            safe[column] = frame[column].astype(object).map(defuse)
    file.write(MARK.encode())
    safe.rename(columns=defuse).to_csv(file, mode="wb", index=False, lineterminator="\n")
