"""Reads the cells of one sheet of a workbook row by row, without keeping the whole in memory."""

import re
from collections.abc import Callable, Iterator
from typing import IO, Any

from coprod_sim.population.survey_files.cell_values import CellValues, Row, column_called
from coprod_sim.population.survey_files.plain_rows import PlainRows, plain_texts
from coprod_sim.population.survey_files.xml_pieces import Attributes, read_pieces

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORKSHEET, SHEET, ROW, CELL, VALUE, INLINE, TEXT, SOUND, LIST, SHARED = (
    f"{SPACE} {name}"
    for name in ("worksheet", "sheetData", "row", "c", "v", "is", "t", "rPh", "sst", "si")
)
ESCAPED_UNDERSCORE = "x005F_"
DEEPEST = 100
"""So many elements may stand one inside the other: each takes room until it ends, and a sheet has few."""
TOO_DEEP = "too many elements stand one inside the other"


def rows_of(source: IO[bytes], values: CellValues, tell: Callable[[int], None]) -> Iterator[Row]:
    """Read the rows of a sheet in their order; rows that the file leaves out are empty.

    Args:
        source: the sheet, as XML.
        values: what its cells refer to.
        tell: what is told how many bytes are done.

    Yields:
        The values from the first column to the last that the file holds.

    Raises:
        ValueError: a row or a cell cannot be read.
        ExpatError: it is no XML.
    """
    cells, given = _Cells(values), 0
    for done in read_pieces(source, cells):
        for number, row in cells.taken():
            for _ in range(given + 1, number):
                yield ()
            if number > given:
                yield row
            given = max(given, number)
        tell(done)


def shared_texts(source: IO[bytes]) -> list[str]:
    """Read the texts that cells share.

    Args:
        source: the list of texts, as XML.

    Returns:
        The texts, in their order.

    Raises:
        ExpatError: it is no XML.
    """
    texts = _Texts()
    for _ in read_pieces(source, texts):
        pass
    return texts.found


class _Texts:
    """Gathers texts, which may be in parts; what says how signs are spoken is left out."""

    inside = (LIST,)
    opening = re.compile(rb"<sst[^<>]*>")
    part = "si"

    def __init__(self) -> None:
        self.found: list[str] = []
        self.parts: list[str] = []
        self.is_told = self.spoken = False
        self.depth = 0

    def start(self, tag: str, _attributes: Attributes) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise ValueError(TOO_DEEP)
        if tag == TEXT:
            self.is_told = not self.spoken
        elif tag == SOUND:
            self.spoken = True

    def take(self, text: str, at: int, _prefixes: frozenset[str]) -> int:
        end, texts = plain_texts(text, at)
        self.found += [text.replace(ESCAPED_UNDERSCORE, "") for text in texts]
        return end

    def text(self, text: str) -> None:
        if self.is_told:
            self.parts.append(text)

    def end(self, tag: str) -> None:
        self.depth -= 1
        if tag == TEXT:
            self.is_told = False
        elif tag == SOUND:
            self.spoken = False
        elif tag == SHARED:
            self.found.append("".join(self.parts).replace(ESCAPED_UNDERSCORE, ""))
            self.parts.clear()


class _Cells:
    """Gathers the cells of the rows that were read since they were last taken."""

    inside = (WORKSHEET, SHEET)
    opening = re.compile(rb"<sheetData>")
    part = "row"

    def __init__(self, values: CellValues) -> None:
        self.values = values
        self.plain = PlainRows(values)
        self.rows: list[tuple[int, Row]] = []
        self.number = self.column = self.depth = 0
        self.row: list[Any] | None = None
        self.cell: Attributes = {}
        self.parts: list[str] = []
        self.is_told = self.inline = self.spoken = False

    def taken(self) -> list[tuple[int, Row]]:
        """Give the rows gathered, and begin anew."""
        rows, self.rows = self.rows, []
        return rows

    def start(self, tag: str, attributes: Attributes) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise ValueError(TOO_DEEP)
        if tag == CELL:
            self.cell = attributes
            self.parts.clear()
        elif tag == VALUE:
            self.is_told = self.cell.get("t") != "inlineStr"
        elif tag == ROW:
            self.number = int(float(attributes["r"])) if "r" in attributes else self.number + 1
            self.row, self.column, self.cell = [], 0, {}
        else:
            self._start_inline(tag)

    def take(self, text: str, at: int, prefixes: frozenset[str]) -> int:
        end, rows = self.plain.take(text, at, self.number, prefixes)
        if rows:
            self.number = rows[-1][0]
            self.rows += rows
        return end

    def _start_inline(self, tag: str) -> None:
        if tag == INLINE:
            self.inline = self.cell.get("t") == "inlineStr"
        elif tag == SOUND:
            self.spoken = True
        elif tag == TEXT:
            self.is_told = self.inline and not self.spoken

    def text(self, text: str) -> None:
        if self.is_told:
            self.parts.append(text)

    def end(self, tag: str) -> None:
        self.depth -= 1
        if tag == CELL:
            self._end_cell()
        elif tag in (VALUE, TEXT):
            self.is_told = False
        elif tag == ROW:
            self.rows.append((self.number, tuple(self.row or ())))
            self.row = None
        elif tag == INLINE:
            self.inline = False
        elif tag == SOUND:
            self.spoken = False

    def _end_cell(self) -> None:
        named = self.cell.get("r")
        at = self.column = _column(named) if named else self.column + 1
        row = self.row
        if row is None or not self.parts:
            return
        if len(row) < at:
            row.extend([None] * (at - len(row)))
        kind = self.cell.get("t", "n")
        row[at - 1] = self.values.of(kind, self.cell.get("s", ""), "".join(self.parts))


def _column(cell: str) -> int:
    """Give the number of the column in which a cell stands, such as 28 for ``AB7``."""
    return column_called(cell.rstrip("0123456789"))
