"""Opens a workbook as its sheets, its shared texts and the styles that write numbers as dates."""

import io
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from coprod_sim.population.survey_files.cell_values import CellValues, Row
from coprod_sim.population.survey_files.sheet_rows import rows_of, shared_texts

NO_DATE = "#VALUE!"
"""What stands for a number that is written as a date and lies beyond all dates."""


class WorkbookParts:
    """A workbook whose sheets are read only when they are asked for."""

    def __init__(self, data: bytes) -> None:
        from openpyxl.reader.excel import ExcelReader  # noqa: PLC0415 - only for workbooks
        from openpyxl.styles.stylesheet import apply_stylesheet  # noqa: PLC0415 - as above

        book = ExcelReader(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        book.read_manifest()
        book.read_workbook()
        apply_stylesheet(book.archive, book.wb)
        self._files: zipfile.ZipFile = book.archive
        self._sheets = _sheets(book)
        self._values = _values(book)

    @property
    def sheets(self) -> list[str]:
        """The names of the sheets, in their order."""
        return list(self._sheets)

    def size(self, sheet: str) -> int:
        """Give how many bytes a sheet takes.

        Args:
            sheet: its name.

        Returns:
            The bytes that are there to be read.
        """
        return self._files.getinfo(self._sheets[sheet]).file_size

    def rows(self, sheet: str, tell: Callable[[int], None] = lambda _done: None) -> Iterator[Row]:
        """Read the rows of a sheet.

        Args:
            sheet: its name.
            tell: what is told how many bytes are done.

        Yields:
            The values of a row, up to the last that the file holds.
        """
        with self._files.open(self._sheets[sheet]) as source:
            yield from rows_of(source, self._values, tell)


def _sheets(book: Any) -> dict[str, str]:
    """Give where each sheet of cells lies, by its name."""
    found = ((sheet.name, about) for sheet, about in book.parser.find_sheets())
    return {
        name: about.target
        for name, about in found
        if about.target in book.valid_files and "chartsheet" not in about.Type
    }


def _values(book: Any) -> CellValues:
    from openpyxl.utils.datetime import from_ISO8601  # noqa: PLC0415 - only for workbooks
    from openpyxl.xml.constants import SHARED_STRINGS  # noqa: PLC0415 - as above

    shared = book.package.find(SHARED_STRINGS)
    texts: list[str] = []
    if shared is not None:
        with book.archive.open(shared.PartName[1:]) as source:
            texts = shared_texts(source)
    spans = book.wb._timedelta_formats
    as_date = {
        style: partial(_date, book.wb.epoch, style in spans) for style in book.wb._date_formats
    }
    return CellValues(texts, as_date, from_ISO8601)


def _date(epoch: Any, is_span: bool, number: float) -> Any:
    from openpyxl.utils.datetime import from_excel  # noqa: PLC0415 - only for workbooks

    try:
        return from_excel(number, epoch, timedelta=is_span)
    except (OverflowError, ValueError):
        return NO_DATE
