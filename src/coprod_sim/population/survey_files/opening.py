"""Opens a survey file by what it holds, not by its name: text, Excel, SPSS or Stata."""

import io
import re
import zipfile
from pathlib import Path

import pandas as pd

from coprod_sim.errors import InputError
from coprod_sim.files import bytes_in
from coprod_sim.population.quoting import count, hint
from coprod_sim.population.reading import Reading
from coprod_sim.population.survey_files.header_rows import TableHead, find_head
from coprod_sim.population.survey_files.labelled_files import read_labelled
from coprod_sim.population.survey_files.option_columns import gathered
from coprod_sim.population.survey_files.rows_at_the_end import LOOKED_AT, rows_at_the_end
from coprod_sim.population.survey_files.rows_of_totals import without_totals
from coprod_sim.population.survey_files.survey_table import (
    SurveyTable,
    Tell,
    as_text,
    tell_nobody,
)
from coprod_sim.population.survey_files.text_files import (
    SAVE_AS,
    SEPARATORS,
    body_of,
    decoded,
    find_separator,
    first_rows,
)
from coprod_sim.population.survey_files.workbooks import read_workbook

LARGEST_FILE = 64 * 1024 * 1024
SUFFIXES = ("csv", "tsv", "txt", "tab", "dat", "xlsx", "xlsm", "sav", "zsav", "dta")
SPSS = (b"$FL2", b"$FL3")
STATA = (
    b"<stata_dta>",
    *(
        bytes([release, order, 1, 0])
        for release in (108, 110, 111, 113, 114, 115)
        for order in (1, 2)
    ),
)
PACKED = b"PK\x03\x04"
PAGE = re.compile(
    rb"(\xef\xbb\xbf)?\s*<(!doctype html|html|head|body|table|meta|\?xml)\b", re.IGNORECASE
)
REFUSED = {
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"%PDF": "a PDF",
    b"\x1f\x8b": "a packed file",
    b"Rar!": "a packed file",
    b"7z\xbc\xaf": "a packed file",
    b"\xd0\xcf\x11\xe0": "an old or a protected Excel file",
}


def open_survey(
    path: Path, reading: Reading | None = None, tell: Tell = tell_nobody
) -> SurveyTable:
    """Open a survey file, as `survey_table` does.

    Range: at most 64 MiB.

    Args:
        path: the file.
        reading: which sheet, row of names and encoding, where these are not to be found.
        tell: what is told how far it has come.

    Returns:
        Its rows, and what it says about its columns.

    Raises:
        InputError: the file is missing, cannot be read or is too large, or as `survey_table` says.
    """
    return survey_table(_bytes(path), reading, tell)


def survey_table(
    data: bytes, reading: Reading | None = None, tell: Tell = tell_nobody
) -> SurveyTable:
    """Read the bytes of a survey file: text with any separator, Excel, SPSS or Stata.

    Range: at most 5,000 columns.

    Args:
        data: the bytes of the file.
        reading: which sheet, row of names and encoding, where these are not to be found.
        tell: what is told how far it has come.

    Returns:
        Its rows, and what it says about its columns.

    Raises:
        InputError: the file is empty, or of a kind that is not read, or not a table.
    """
    told = reading or Reading()
    what = next((what for start, what in REFUSED.items() if data.startswith(start)), _kind(data))
    if what:
        raise InputError(f"this is {what}; {SAVE_AS}")
    if not data.strip():
        raise InputError("the file is empty; it must hold column names and then one row a person.")
    if data.startswith(SPSS):
        table = read_labelled(data, "sav", told.encoding, tell)
    elif data.startswith(STATA):
        table = read_labelled(data, "dta", told.encoding, tell)
    elif data.startswith(PACKED):
        table = _workbook(data, told, tell)
    else:
        table = _text(data, told, tell)
    if table.frame.empty:
        raise InputError("there are column names but no rows below them.")
    return table


def _kind(data: bytes) -> str:
    """Name what is called a table but is a page of the web, or a folder packed into one file."""
    if PAGE.match(data):
        return "a page of the web (HTML), whatever its name ends in"
    if not data.startswith(PACKED):
        return ""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            inside = packed.namelist()
    except zipfile.BadZipFile:
        return ""
    is_book = any(name.casefold() == "[content_types].xml" for name in inside)
    return "" if is_book else "a packed folder (.zip); take the survey out of it first"


def _workbook(data: bytes, told: Reading, tell: Tell) -> SurveyTable:
    frame, head, sheets, sheet = read_workbook(data, told, tell)
    how = f"sheet {sheet!r}, with names in row {head.names_row + 1}"
    return _tidy(frame, head, SurveyTable(frame, how, sheets=sheets, sheet=sheet))


def _text(data: bytes, told: Reading, tell: Tell) -> SurveyTable:
    text, encoding = decoded(data, told.encoding)
    if not text.strip():
        raise InputError("the file is empty; it must hold column names and then one row a person.")
    separator = find_separator(text)
    top = first_rows(text, separator)
    head = find_head(top, told.names_row, told.first_row)
    width = max(len(head.names), *map(len, top))
    names = head.names + [f"(no name, column {k})" for k in range(len(head.names) + 1, width + 1)]
    frame, broken = body_of(text, separator, names, head.body, tell)
    how = [f"parted by {SEPARATORS[separator]}"] if width > 1 else []
    how += [f"with names in row {head.names_row + 1}"] if head.names_row else []
    how += [f"as {encoding} text"] if encoding != "UTF-8" else []
    how += [_left_out(broken)] if broken else []
    return _tidy(frame, head, SurveyTable(frame, ", ".join(how)))


def _left_out(rows: list[int]) -> str:
    """Say which rows were left out, as they have more values than there are columns."""
    some = ", ".join(f"{row:,}" for row in rows[:5])
    more = f" and {len(rows) - 5:,} more" if len(rows) > 5 else ""
    return f"without {count(len(rows), 'row')} that had too many values ({some}{more})"


def _tidy(frame: pd.DataFrame, head: TableHead, table: SurveyTable) -> SurveyTable:
    """Leave out rows in which no person stands, and gather what has one column an option."""
    people, left_out = _without_end(frame)
    people, totals = without_totals(_without_empty_rows(people))
    return SurveyTable(
        frame=gathered(people, head.blocks),
        how=", ".join(part for part in (table.how, left_out, totals) if part),
        questions=head.questions,
        above=head.above,
        sheets=table.sheets,
        sheet=table.sheet,
    )


def _without_end(frame: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """Leave out totals and notes below the last person; says which rows these were."""
    last = frame.tail(LOOKED_AT)
    found = rows_at_the_end([[as_text(cell) for cell in row] for row in last.to_numpy()])
    if not found:
        return frame, ""
    first = frame.index[-found]
    return frame.iloc[
        :-found
    ], f"without what stands from row {first:,} on, as it holds totals or notes"


def _without_empty_rows(frame: pd.DataFrame) -> pd.DataFrame:
    """Leave out rows that hold nothing: what a line between two paragraphs is in a table."""
    suspects = None
    for name in frame.columns:
        blank = frame[name].isin(["", None]) | frame[name].isna()
        suspects = blank if suspects is None else suspects & blank
        if not suspects.any():
            return frame
    return frame if suspects is None else frame[~suspects]


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir() or not path.exists():
            raise InputError(_not_a_file(path))
        data = bytes_in(path, LARGEST_FILE)
    except OSError as problem:
        raise InputError(f"the file cannot be read: {problem.strerror or 'no reason'}.") from None
    if len(data) > LARGEST_FILE:
        size = max(path.stat().st_size, len(data))
        raise InputError(
            f"the file is {size / 2**20:,.1f} MiB and at most {LARGEST_FILE / 2**20:g} MiB is"
            " allowed; keep only the columns you need."
        )
    return data


def _not_a_file(path: Path) -> str:
    if path.is_dir():
        return "this is a folder; give the name of a file inside it."
    folder = path.parent
    near = (
        [f.name for f in folder.iterdir() if f.suffix[1:].casefold() in SUFFIXES]
        if folder.is_dir()
        else []
    )
    return f"there is no such file{hint(path.name, near)}"
