"""Reads the cells of one sheet of a workbook row by row, without keeping the whole in memory."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import IO, Any
from xml.parsers import expat

PIECE = 1 << 18
"""So much of a sheet is read at a time [bytes]."""
SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET, ROW, CELL, VALUE, INLINE, TEXT, SOUND, SHARED = (
    f"{SPACE} {name}" for name in ("sheetData", "row", "c", "v", "is", "t", "rPh", "si")
)
LETTERS = re.compile(r"[A-Z]{1,3}", re.ASCII)
LAST_COLUMN = 16_384
ESCAPED_UNDERSCORE = "x005F_"
Row = tuple[Any, ...]
Attributes = Mapping[str, str]


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
        if kind == "n":
            number = float(text) if "." in text or "e" in text or "E" in text else int(text)
            written = self.as_date.get(int(style)) if style and self.as_date else None
            return written(number) if written else number
        if kind == "s":
            return self.shared[int(text)]
        if kind == "b":
            return bool(int(text))
        return self.iso_date(text) if kind == "d" else text


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
    for done in _pieces(source, cells):
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
    for _ in _pieces(source, texts):
        pass
    return texts.found


def _pieces(source: IO[bytes], handler: "_Cells | _Texts") -> Iterator[int]:
    """Read a file piece by piece, without any declaration of its own; gives how many bytes are done."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = handler.start, handler.end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = _refuse
    done = 0
    while piece := source.read(PIECE):
        parser.Parse(piece)
        done += len(piece)
        yield done
    parser.Parse(b"", True)
    yield done


def _refuse(*_declared: object) -> None:
    raise ValueError("a sheet declares no kinds of its own")


class _Texts:
    """Gathers texts, which may be in parts; what says how signs are spoken is left out."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.parts: list[str] = []
        self.inside = self.spoken = False

    def start(self, tag: str, _attributes: Attributes) -> None:
        if tag == TEXT:
            self.inside = not self.spoken
        elif tag == SOUND:
            self.spoken = True

    def text(self, text: str) -> None:
        if self.inside:
            self.parts.append(text)

    def end(self, tag: str) -> None:
        if tag == TEXT:
            self.inside = False
        elif tag == SOUND:
            self.spoken = False
        elif tag == SHARED:
            self.found.append("".join(self.parts).replace(ESCAPED_UNDERSCORE, ""))
            self.parts.clear()


class _Cells:
    """Gathers the cells of the rows that were read since they were last taken."""

    def __init__(self, values: CellValues) -> None:
        self.values = values
        self.rows: list[tuple[int, Row]] = []
        self.number = self.column = 0
        self.row: list[Any] | None = None
        self.cell: Attributes = {}
        self.parts: list[str] = []
        self.inside = self.inline = self.spoken = False

    def taken(self) -> list[tuple[int, Row]]:
        """Give the rows gathered, and begin anew."""
        rows, self.rows = self.rows, []
        return rows

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == CELL:
            self.cell = attributes
            self.parts.clear()
        elif tag == VALUE:
            self.inside = self.cell.get("t") != "inlineStr"
        elif tag == ROW:
            self.number = int(float(attributes["r"])) if "r" in attributes else self.number + 1
            self.row, self.column = [], 0
        else:
            self._start_inline(tag)

    def _start_inline(self, tag: str) -> None:
        if tag == INLINE:
            self.inline = self.cell.get("t") == "inlineStr"
        elif tag == SOUND:
            self.spoken = True
        elif tag == TEXT:
            self.inside = self.inline and not self.spoken

    def text(self, text: str) -> None:
        if self.inside:
            self.parts.append(text)

    def end(self, tag: str) -> None:
        if tag == CELL:
            self._end_cell()
        elif tag in (VALUE, TEXT):
            self.inside = False
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
    return _column_called(cell.rstrip("0123456789"))


@cache
def _column_called(letters: str) -> int:
    number = 0
    for letter in letters if LETTERS.fullmatch(letters) else "":
        number = number * 26 + ord(letter) - 64
    if not 0 < number <= LAST_COLUMN:
        raise ValueError(f"{letters[:10]!r} is no column of a sheet")
    return number
