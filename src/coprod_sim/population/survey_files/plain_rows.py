"""Takes the rows of a sheet that are written as spreadsheet programs write plain ones, and leaves all others.

What a sheet means is told by the reader of XML. A row is taken here only where it could mean nothing else
to that reader: where it consists of nothing but the cells that are described below.
"""

import re
from collections.abc import Callable, Container, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from coprod_sim.population.survey_files.cell_values import CellValues, Row, column_called

SIGNS = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
"""The signs that every file of XML may write as a name; the last makes the beginning of a name itself."""
NAMED_SIGN = re.compile("|".join(SIGNS))
BLANK = " \t\r\n"
TEXT = r"([^<>\x00-\x08\x0b-\x1f]*+)"
"""Text that is the same to the reader of XML: it ends no part, and no end of a line is written otherwise."""
OWN_TEXT = rf'<t(?: xml:space="preserve")?+(?:>{TEXT}</t>| ?/>)'
PLACE = r'(?: r="([A-Z]{1,3}+)[0-9]{1,7}+")?+'
KIND_OWN = r'(?: s="[0-9]{1,9}+" t="inlineStr"| t="inlineStr"(?: s="[0-9]{1,9}+")?+) ?'
FORMULA = (
    r'<f(?: aca="[a-z]++")?+(?: t="shared")?+(?: ref="[A-Z0-9:]++")?+(?: si="[0-9]++")?+'
    rf"(?:>{TEXT.replace('(', '(?:')}</f>|/>)"
)
"""How a value is reckoned, which is passed over."""
CELL = re.compile(
    rf"<c{PLACE}(?:{KIND_OWN}(?:/>|>(?:<is>{OWN_TEXT}</is>)?+</c>)"
    rf"|([^<>&/]*+)(?:/>|>(?:{FORMULA})?+(?:<v>{TEXT}</v>|<v ?/>)?+</c>))"
)
"""A cell: the letters of its column, a text of its own, or else what is said of it and what it holds."""
EACH = CELL.groups + 1
SAID = re.compile(r'(?: s="(?P<style>[0-9]{1,9}+)")?+(?: t="(?P<kind>[A-Za-z]{1,9}+)")?+ ?')
SAID_TURNED = re.compile(r' t="(?P<kind>[A-Za-z]{1,9}+)" s="(?P<style>[0-9]{1,9}+)" ?')
ROW = re.compile(rf'[{BLANK}]*+<row(?: r="([0-9]{{1,7}}+)")?+([^<>&/]*+)(/?+)>')
ROW_END = "</row>"
SAID_OF_ROW = re.compile(r' ([A-Za-z0-9:]++)="[A-Za-z0-9:. -]*+"')
KNOWN_OF_ROW = frozenset(
    ["spans", "s", "customFormat", "ht", "hidden", "customHeight", "outlineLevel", "collapsed",
     "thickTop", "thickBot", "ph"]
)  # fmt: skip
PREFIX = "x14ac"
KNOWN_WITH_PREFIX = KNOWN_OF_ROW | {f"{PREFIX}:dyDescent"}
"""What Excel says of a row besides, in a space of its own."""
SHARED_TEXT = re.compile(rf"[{BLANK}]*+<si>{OWN_TEXT}</si>")
Read = Callable[[str], Any]


class _Layout(NamedTuple):
    """Which columns the cells of a row stand in, and how each is read; nothing for a text of its own."""

    columns: Sequence[int]
    reads: Sequence[Read | None]
    in_order: bool


class PlainRows:
    """Takes plain rows from the text of a sheet."""

    def __init__(self, values: CellValues) -> None:
        self._values = values
        self._read = lru_cache(1000)(self._reads_as)
        self._said: tuple[list[Any], list[Any]] | None = None
        self._layout: _Layout | None = None

    def take(
        self, text: str, at: int, number: int, prefixes: Container[str]
    ) -> tuple[int, list[tuple[int, Row]]]:
        """Take rows from a place on, up to the first that is not plain.

        Args:
            text: a part of a sheet that ends where a row does.
            at: where a row begins.
            number: the number of the row before.
            prefixes: the short names of spaces that are known there.

        Returns:
            The place behind the last row taken, and the numbers and the values of the rows.
        """
        rows: list[tuple[int, Row]] = []
        known = KNOWN_WITH_PREFIX if PREFIX in prefixes else KNOWN_OF_ROW
        while found := ROW.match(text, at):
            named, said, is_empty = found.groups()
            end = found.end()
            close = end if is_empty else text.find(ROW_END, end)
            row = self._cells(text[end:close]) if _is_known(said, known) else None
            if row is None:
                break
            number = int(named) if named else number + 1
            at = end if is_empty else close + len(ROW_END)
            rows.append((number, row))
        return at, rows

    def _cells(self, text: str) -> Row | None:
        """Give the values of a row, or nothing where it is not plain."""
        if not _names_signs_only(text):
            return None
        parts: list[Any] = CELL.split(text)
        if "".join(parts[::EACH]).strip(BLANK):
            return None
        said, own, held = (parts[1::EACH], parts[3::EACH]), parts[2::EACH], parts[4::EACH]
        if said != self._said:
            self._said, self._layout = said, self._laid_out(*said)
        if self._layout is None:
            return None
        if "&" in text:
            own, held = _all_written_out(own), _all_written_out(held)
        values = [
            (read(text) if text else None) if read else mine or None
            for read, text, mine in zip(self._layout.reads, held, own, strict=True)
        ]
        return _placed(values, self._layout)

    def _laid_out(
        self, letters: Sequence[str | None], said: Sequence[str | None]
    ) -> _Layout | None:
        """Say where the cells of a row stand and how each is read; nothing where one is not plain."""
        columns = list(map(_column, letters))
        if None in letters:
            before = 0
            for k, column in enumerate(columns):
                before = columns[k] = before + 1 if letters[k] is None else column
        reads = list(map(self._read, said))
        if 0 in columns or _leave in reads:
            return None
        return _Layout(columns, reads, columns == list(range(1, len(columns) + 1)))

    def _reads_as(self, said: str | None) -> Read | None:
        """Say how a cell is read by what is said of it; nothing for a text of its own."""
        if said is None:
            return None
        found = SAID.fullmatch(said) or SAID_TURNED.fullmatch(said)
        if found is None:
            return _leave
        style, kind = found["style"] or "", found["kind"] or "n"
        return _leave if kind == "inlineStr" else self._values.reader(kind, style)


def _leave(_text: str) -> Any:
    """Stand for how a cell is read that is left to the reader of XML."""


def plain_texts(text: str, at: int) -> tuple[int, list[str]]:
    """Take texts that cells share from a place on, up to the first that is not plain.

    Args:
        text: a part of the list of texts that ends where a text does.
        at: where a text begins.

    Returns:
        The place behind the last text taken, and the texts.
    """
    if at == 0 and _names_signs_only(text):
        parts: list[str | None] = SHARED_TEXT.split(text)
        if not "".join(filter(None, parts[::2])).strip(BLANK):
            return len(text), [_written_out(own or "") for own in parts[1::2]]
    texts: list[str] = []
    while found := SHARED_TEXT.match(text, at):
        own = found[1] or ""
        if not _names_signs_only(own):
            break
        texts.append(_written_out(own))
        at = found.end()
    return at, texts


def _names_signs_only(text: str) -> bool:
    """Say whether every reference in a text is one that all files of XML know."""
    return "&" not in text or "&" not in NAMED_SIGN.sub("", text)


def _all_written_out(texts: Sequence[str | None]) -> list[str | None]:
    return [text and _written_out(text) for text in texts]


def _written_out(text: str) -> str:
    if "&" in text:
        for name, sign in SIGNS.items():
            text = text.replace(name, sign)
    return text


@cache
def _column(letters: str | None) -> int:
    """Give the number of a column, or 0 where a sheet has none that is called so."""
    try:
        return column_called(letters or "")
    except ValueError:
        return 0


@lru_cache(1000)
def _is_known(said: str, known: frozenset[str]) -> bool:
    """Say whether what is said of a row changes nothing of what is read, and is no damage either."""
    names = SAID_OF_ROW.findall(said)
    whole = SAID_OF_ROW.sub("", said) == ""
    return whole and len(set(names)) == len(names) and known.issuperset(names)


def _placed(values: list[Any], layout: _Layout) -> Row:
    """Put values into their columns, up to the last that is filled; a later one takes the place."""
    row = values
    if not layout.in_order:
        row = []
        for column, value in zip(layout.columns, values, strict=True):
            if value is not None:
                row.extend([None] * (column - len(row)))
                row[column - 1] = value
    while row and row[-1] is None:
        row.pop()
    return tuple(row)
