"""Reads the rows of a survey file as plain text, or says in a sentence why it cannot."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pandas as pd

from coprod_sim.errors import InputError
from coprod_sim.population.quoting import count, hint, listing, quote

LARGEST_FILE = 64 * 1024 * 1024
MOST_COLUMNS = 5_000
CELLS_AT_A_TIME = 500_000
SAMPLE = 200_000
SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}
NOT_TEXT = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"%PDF", b"\x1f\x8b", b"\xd0\xcf")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")

Row = list[str]


@dataclass(frozen=True)
class SurveyRows:
    """The rows of a survey as text: one column per question, one row per person.

    The index of ``frame`` is the line of the file, counted from 1; ``separator`` is the sign
    between the columns: a comma, a semicolon or a tab.
    """

    frame: pd.DataFrame
    separator: str

    @property
    def columns(self) -> list[str]:
        """The names of the columns, in the order of the file."""
        return list(self.frame.columns)

    def texts(self, column: str) -> pd.Series:
        """The values of one column as text, without spaces around them.

        Args:
            column: the name of a column.

        Returns:
            One text for each row.
        """
        return pd.Series(self.frame[column]).str.strip()

    @property
    def decimal_comma(self) -> bool:
        """Whether ``3,5`` is a number, which it cannot be where commas part the columns."""
        return self.separator != ","


def read_rows(path: Path) -> SurveyRows:
    """Read a survey file, as `rows_in` does.

    Range: at most 64 MiB.

    Args:
        path: the file.

    Returns:
        Its rows as text, with the line of the file as index.

    Raises:
        InputError: the file is missing, cannot be read or is too large, or as `rows_in` says.
    """
    return rows_in(_read_bytes(path))


def rows_in(data: bytes) -> SurveyRows:
    """Read the rows in the bytes of a survey file with commas, semicolons or tabs, in UTF-8.

    Range: at most 5,000 columns.

    Args:
        data: the bytes of the file.

    Returns:
        Its rows as text, with the line of the file as index.

    Raises:
        InputError: the file is empty, not UTF-8 text, or not a table in which every row has one
            value for each column name.
    """
    text = _decode(data)
    if not text.strip():
        raise InputError("the file is empty; it must hold column names and then one row a person.")
    separator = _find_separator(text)
    rows = _rows(text, separator)
    names = _header(next(rows, (0, [""]))[1])
    frame = pd.concat(list(_frames(rows, names)))
    if frame.empty:
        raise InputError(f"there are column names ({listing(names)}) but no rows below them.")
    return SurveyRows(frame, separator)


def _read_bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise InputError(_not_a_file(path))
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise InputError(
                f"the file is {size / 2**20:,.1f} MiB and at most {LARGEST_FILE / 2**20:g} MiB is"
                " allowed; keep only the columns you need."
            )
        return path.read_bytes()
    except OSError as problem:
        raise InputError(f"the file cannot be read: {problem.strerror or 'no reason'}.") from None


def _not_a_file(path: Path) -> str:
    if path.is_dir():
        return "this is a folder; give the name of a file inside it."
    folder = path.parent
    near = [file.name for file in folder.glob("*.[ct]sv")] if folder.is_dir() else []
    return f"there is no such file{hint(path.name, near)}"


def _decode(data: bytes) -> str:
    if data.startswith(UTF_16):
        raise InputError(
            f"the file is UTF-16, not UTF-8 text (byte 0x{data[0]:02X} at position 0);"
            " save it again as 'CSV UTF-8'."
        )
    if data.startswith(NOT_TEXT) or b"\0" in data:
        raise InputError(
            "this is not a text file but perhaps a photo, a workbook or a PDF; save the survey"
            " as 'CSV UTF-8' and give that file."
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise InputError(_not_utf_8(data, problem.start)) from None


def _not_utf_8(data: bytes, at: int) -> str:
    line = data.count(b"\n", 0, at) + 1
    return (
        f"the file is not UTF-8 text: byte 0x{data[at]:02X} at position {at:,} (line {line:,}) is"
        " not allowed; save it again as 'CSV UTF-8'."
    )


def _find_separator(text: str) -> str:
    """Take the sign that gives most of the first rows the width of the column names."""
    return max(SEPARATORS, key=lambda sign: _fit(text[:SAMPLE], sign))


def _fit(sample: str, separator: str) -> tuple[bool, float, int]:
    lines = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
    try:
        widths = [len(row) for row in islice(lines, 20) if row]
    except csv.Error:
        return False, 0.0, 0
    width, others = (widths[0], widths[1:]) if widths else (0, [])
    return width > 1, others.count(width) / max(1, len(others)), width


def _rows(text: str, separator: str) -> Iterator[tuple[int, Row]]:
    """Give each row that is not an empty line, with its line number in the file.

    Raises:
        InputError: when a row cannot be read.
    """
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for row in lines:
            if len(row) > 1 or (row and row[0].strip()):
                yield lines.line_num, row
    except csv.Error as problem:
        raise InputError(
            f"the row that ends at line {lines.line_num:,} cannot be read ({problem}); look for a"
            " quotation mark that is not closed, or a very long answer."
        ) from None


def _header(row: Row) -> list[str]:
    if not any(name.strip() for name in row):
        raise InputError("the first row is blank; it must hold the names of the columns.")
    if len(row) > MOST_COLUMNS:
        raise InputError(
            f"there are {len(row):,} columns and at most {MOST_COLUMNS:,} are allowed; keep only"
            " the columns you need."
        )
    names = [name.strip() or f"(no name, column {k})" for k, name in enumerate(row, start=1)]
    twice = [name for name, times in Counter(names).items() if times > 1]
    if twice:
        raise InputError(
            f"every column needs its own name, but more than one is called {listing(twice)};"
            " change the names in the first row."
        )
    return names


def _frames(rows: Iterator[tuple[int, Row]], names: list[str]) -> Iterator[pd.DataFrame]:
    """Make tables of text, some thousand rows at a time so that memory stays small."""
    yield pd.DataFrame(columns=names, dtype="str")
    at_a_time = max(1, CELLS_AT_A_TIME // len(names))
    while part := list(islice(rows, at_a_time)):
        lines = [line for line, _ in part]
        values = [row for _, row in part]
        _check_widths(lines, values, len(names))
        yield pd.DataFrame(values, index=lines, columns=names, dtype="str")


def _check_widths(lines: list[int], values: list[Row], width: int) -> None:
    for line, row in zip(lines, values, strict=True):
        if len(row) != width:
            raise InputError(
                f"line {line:,} has {count(len(row), 'value')} but there are"
                f" {count(width, 'column name')}; the line starts with {quote(row[0])}."
            )
