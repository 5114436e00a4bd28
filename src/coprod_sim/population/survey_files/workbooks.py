"""Reads survey files of Excel: the sheet with the most rows, or the one told."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from itertools import islice

import pandas as pd

from coprod_sim.errors import InputError
from coprod_sim.population.quoting import count, hint, listing, quote
from coprod_sim.population.reading import Reading
from coprod_sim.population.survey_files.cell_values import Row
from coprod_sim.population.survey_files.header_rows import (
    LOOKED_AT,
    MOST_COLUMNS,
    TableHead,
    find_head,
)
from coprod_sim.population.survey_files.survey_table import Tell, as_text
from coprod_sim.population.survey_files.workbook_parts import WorkbookParts

MOST_UNPACKED = 1024**3
"""A workbook that unpacks to more than this is not opened [bytes]."""
UNPACKED, SWELLS = 50_000_000, 60
"""A workbook that unpacks to more than this, and to more than so many times its size, is not opened [bytes].

Surveys swell five- to thirtyfold; what swells a thousandfold was made to fill the memory."""
MOST_ROWS = 500_000
"""The most rows of a sheet that are read."""
MOST_CELLS = 20_000_000
"""The most cells of a sheet that are read, empty ones between others among them."""
FIRST_ROWS = 10_000
"""So many rows at the top of each sheet are looked at for a table."""


class SheetNeededError(InputError):
    """A workbook in which more than one sheet holds a table, or none; ``sheets`` are those that do."""

    def __init__(self, said: str, sheets: tuple[str, ...]) -> None:
        self.sheets = sheets
        self.ways = tuple({"sheet": sheet} for sheet in sheets)
        super().__init__(said)


def read_workbook(
    data: bytes, told: Reading, tell: Tell
) -> tuple[pd.DataFrame, TableHead, tuple[str, ...], str]:
    """Read one sheet of a workbook.

    Args:
        data: the bytes of the file.
        told: the sheet, where several hold a table, and the rows of names and of the first person.
        tell: what is told how far it has come.

    Returns:
        The rows of people, the top of the sheet, the names of all sheets with a table, and the one
        that was read.

    Raises:
        InputError: it is no workbook, there is no such sheet, or several could be meant.
    """
    try:
        rows, tables, chosen = _unpacked(data, told.sheet, tell)
    except InputError:
        raise
    except Exception:  # a damaged workbook fails in many ways inside the library
        raise InputError(
            "this is no Excel workbook (.xlsx) that can be read, or it is damaged; save the survey as"
            " .xlsx or .csv and give that file."
        ) from None
    while rows and not any(map(as_text, rows[-1])):
        rows.pop()
    head = find_head(
        [[as_text(cell) for cell in row] for row in rows[:LOOKED_AT]],
        told.names_row, told.first_row,
    )  # fmt: skip
    width = len(head.names)
    frame = pd.DataFrame(
        [_wide(row, width) for row in rows[head.body :]],
        index=range(head.body + 1, len(rows) + 1), columns=head.names, dtype=object,
    )  # fmt: skip
    return frame, head, tuple(tables), chosen


def _wide(row: Row, width: int) -> Row:
    """Give a row as wide as the table: cut off, or with empty cells at its end."""
    return row if len(row) == width else (*row[:width], *[None] * (width - len(row)))


def _unpacked(data: bytes, sheet: str | None, tell: Tell) -> tuple[list[Row], list[str], str]:
    """Give the rows of one sheet, the names of the sheets with a table, and the sheet's name.

    Raises:
        InputError: the workbook is too large, or which sheet is meant is not clear.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        unpacked = sum(one.file_size for one in packed.infolist())
        if unpacked > min(MOST_UNPACKED, UNPACKED + SWELLS * len(data)):
            raise InputError(
                f"the workbook unpacks from {len(data) / 2**20:,.1f} to {unpacked / 2**20:,.0f} MiB, more"
                " than is opened; save its sheet as .csv and give that file."
            )
    book = WorkbookParts(data)
    tables = [name for name in book.sheets if _holds_table(book.rows(name), cells=2)]
    tables = tables or [name for name in book.sheets if _holds_table(book.rows(name), cells=1)]
    chosen = _choose(book.sheets, tables, sheet)
    size = book.size(chosen)
    rows = book.rows(chosen, lambda done: tell(min(done, size), size))
    return list(_bounded(rows)), tables, chosen


def _bounded(rows: Iterable[Row]) -> Iterator[Row]:
    """Give the rows of a sheet without what is empty at their ends, as long as they are not too much.

    Raises:
        InputError: the sheet has too many rows, columns or cells.
    """
    cells = 0
    for number, row in enumerate(rows, 1):
        width = next((k for k in range(len(row), 0, -1) if row[k - 1] is not None), 0)
        cells += width
        if number > MOST_ROWS or width > MOST_COLUMNS or cells > MOST_CELLS:
            raise InputError(
                f"the sheet has more than {MOST_ROWS:,} rows, {MOST_COLUMNS:,} columns or"
                f" {MOST_CELLS:,} cells, counted from its first to the last that is filled; keep only the"
                " columns and rows you need."
            )
        yield row[:width]


def _holds_table(rows: Iterable[Row], cells: int) -> bool:
    """Say whether at least two of the first rows of a sheet have so many cells that hold anything."""
    first = islice(rows, FIRST_ROWS)
    filled = (row for row in first if sum(as_text(cell) != "" for cell in row) >= cells)
    return len(list(islice(filled, 2))) == 2


def _choose(sheets: list[str], tables: list[str], sheet: str | None) -> str:
    """Take the sheet told, or the only one that holds a table.

    Raises:
        InputError: there is no such sheet.
        SheetNeededError: several could be meant, or none holds a table.
    """
    if sheet is not None and sheet not in sheets:
        raise InputError(
            f"there is no sheet {quote(sheet)}{hint(sheet, sheets)} The sheets are {listing(sheets)}."
        )
    if sheet is None and len(tables) != 1:
        which = f"{listing(tables)} could be meant" if tables else "none holds a table"
        raise SheetNeededError(
            f"the workbook has {count(len(sheets), 'sheet')} and {which}; name the sheet.",
            tuple(tables),
        )
    return tables[0] if sheet is None else sheet
