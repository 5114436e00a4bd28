"""Reads survey files of text: any usual encoding, any sign between the columns."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

import pandas as pd

from coprod_sim.errors import InputError
from coprod_sim.population.quoting import hint, quote
from coprod_sim.population.survey_files.header_rows import LOOKED_AT
from coprod_sim.population.survey_files.survey_table import Tell

SAVE_AS = "save the survey as .xlsx, .sav, .dta or .csv and give that file."
SAMPLE = 200_000
ROWS_AT_A_TIME = 50_000
BEYOND = 8
"""So many values more than there are columns are looked for; a row with more stops the reading."""
MOST_BROKEN = 0.05
"""The largest part of the rows that may have too many values."""
MOST_LINES = 200
"""A cell with more lines than this comes of a quotation mark that was not closed [lines]."""
# fmt: off
SEPARATORS = {
    ",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright strokes", "^": "carets",
    "~": "tildes", "\x1f": "unit separators", "\N{BROKEN BAR}": "broken bars",
}
WINDOWS = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "cp1255", "cp1256", "mac_roman")
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)
# fmt: on
TOO_WIDE = re.compile(r"Expected \d+ fields in line (\d+), saw")


def decoded(data: bytes, encoding: str | None) -> tuple[str, str]:
    """Decode a file of text: as told, by its mark, as UTF-8, or in the likeliest Windows code page.

    Args:
        data: the bytes of the file.
        encoding: what somebody has said it is, if anybody has.

    Returns:
        The text, and the name of the encoding.

    Raises:
        InputError: it is not text, or not in the encoding told.
    """
    if encoding is not None:
        return _as_told(data, encoding), encoding
    for mark, name in MARKS:
        if data.startswith(mark):
            return _as_told(data, name), name.removesuffix("-sig").upper()
    if b"\0" in data:
        return _unmarked_utf_16(data), "UTF-16"
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _in_code_page(data)


def _as_told(data: bytes, encoding: str) -> str:
    """Decode a file as told, or say what speaks against it.

    Raises:
        InputError: there is no such encoding, or a byte does not fit it.
    """
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except LookupError:
        near = hint(encoding, ("utf-8", "utf-16", *WINDOWS))
        raise InputError(f"{quote(encoding)} is not an encoding of text{near}") from None
    except UnicodeDecodeError as problem:
        raise InputError(
            f"the file is not {encoding} text: byte 0x{data[problem.start]:02X} at position"
            f" {problem.start:,} is not allowed."
        ) from None


def _unmarked_utf_16(data: bytes) -> str:
    """Decode UTF-16 that lost its mark: every second byte of plain letters is 0.

    Raises:
        InputError: it is no such text.
    """
    sample = data[:SAMPLE]
    for start, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = sample[start::2].count(0)
        if zeros * 2 > len(sample[start::2]) and not sample[1 - start :: 2].count(0):
            return _as_told(data, name)
    raise InputError(f"this is no file of text; {SAVE_AS}")


def _in_code_page(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only where it is needed

    found = from_bytes(data[: SAMPLE * 5], cp_isolation=list(WINDOWS)).best()
    text, name = _first_that_fits(
        data, (found.encoding if found else "cp1252", "cp1252", "latin-1")
    )
    if name != "cp1252" and data.decode("cp1252", "replace") == text:
        name = "cp1252"  # as good, and much more usual
    return text, name.replace("cp125", "Windows-125")


def _first_that_fits(data: bytes, names: tuple[str, ...]) -> tuple[str, str]:
    """Decode in the first encoding that fits; the last one takes any byte."""
    for name in names[:-1]:
        try:
            return data.decode(name), name
        except UnicodeDecodeError:
            continue
    return data.decode(names[-1]), names[-1]


def find_separator(text: str) -> str:
    """Take the sign that gives most of the first rows the same width, and the widest among equals.

    Args:
        text: the file.

    Returns:
        One of `SEPARATORS`.
    """
    return max(SEPARATORS, key=lambda sign: _fit(text[:SAMPLE], sign))


def _fit(sample: str, separator: str) -> tuple[bool, float, int, float]:
    widths = [len(row) for row in islice(_csv(sample, separator), LOOKED_AT) if row]
    usual = max(widths, key=lambda width: (widths.count(width), width), default=0)
    share = widths.count(usual) / max(1, len(widths))
    return usual > 1, round(share, 2), usual, share


def _csv(text: str, separator: str) -> Iterator[list[str]]:
    csv.field_size_limit(SAMPLE * 10)
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def first_rows(text: str, separator: str) -> list[list[str]]:
    """Give the first rows of a table as text.

    Args:
        text: the file.
        separator: the sign between its columns.

    Returns:
        At most 60 rows, empty ones among them.
    """
    return list(islice(_csv(text[: SAMPLE * 10], separator), LOOKED_AT))


def body_of(
    text: str, separator: str, names: list[str], body: int, tell: Tell
) -> tuple[pd.DataFrame, list[int]]:
    """Read the rows of people as text; those with too many values are left out, for none can be trusted.

    Args:
        text: the file.
        separator: the sign between its columns.
        names: the names of the columns.
        body: the row the people begin in, counted from 0.
        tell: what is told how far it has come.

    Returns:
        A table of text whose index is the row of the file, counted from 1, and the rows left out.

    Raises:
        InputError: many rows have too many values, or a quotation mark is not closed.
    """
    data = io.BytesIO(text.encode("utf-8", "replace"))
    parts, total = [], data.getbuffer().nbytes
    beyond = [f"(beyond, {k})" for k in range(BEYOND)]
    try:
        reader = pd.read_csv(
            data, sep=separator, header=None, names=[*names, *beyond], index_col=False, dtype="str",
            keep_default_na=False, na_filter=False, skip_blank_lines=False, chunksize=ROWS_AT_A_TIME,
            engine="c", low_memory=False, encoding="utf-8",
        )  # fmt: skip
        for part in reader:
            parts.append(part)
            tell(min(data.tell(), total), total)
    except (pd.errors.ParserError, pd.errors.EmptyDataError, ValueError) as problem:
        raise InputError(_broken(str(problem), len(names))) from None
    frame = pd.concat(parts)
    frame.index = frame.index + 1
    _check_lines(text, frame, separator)
    return _without_broken(frame.iloc[body:], names, beyond)


def _without_broken(
    frame: pd.DataFrame, names: list[str], beyond: list[str]
) -> tuple[pd.DataFrame, list[int]]:
    """Leave out rows with more values than there are columns, unless they are many.

    Raises:
        InputError: more than 1 row in 20 is like that.
    """
    broken = (frame[beyond] != "").any(axis=1)
    rows = [int(row) for row in frame.index[broken]]
    if len(rows) > MOST_BROKEN * len(frame):
        raise InputError(_too_wide(rows[0], len(names)))
    return frame.loc[~broken, names], rows


def _broken(problem: str, columns: int) -> str:
    found = TOO_WIDE.search(problem)
    if found:
        return _too_wide(int(found[1]), columns)
    return _unclosed(f"the rows cannot be read ({problem.strip().splitlines()[0][:120]})")


def _too_wide(row: int, columns: int) -> str:
    return f"row {row:,} has more values than there are columns ({columns:,})."


def _unclosed(what: str) -> str:
    return f"{what}; look for a quotation mark that is not closed, or a very long answer."


def _check_lines(text: str, frame: pd.DataFrame, separator: str) -> None:
    """Refuse a table in which one cell has swallowed many rows.

    Raises:
        InputError: a cell has very many lines, which look like rows.
    """
    if text.count("\n") <= len(frame) + MOST_LINES:
        return
    for name in frame.columns:
        lines = frame[name].str.count("\n")
        row = lines.idxmax()
        cell, most = str(frame[name].loc[row]), int(lines.max())
        if most > MOST_LINES and cell.count(separator) * 2 >= most * min(1, text.count(separator)):
            raise InputError(_unclosed(f"row {int(row):,} has a cell of {most:,} lines"))
