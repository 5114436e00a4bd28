"""A printed sheet as plain data: headings, lines, lists, tables and room to write, for HTML and PDF alike."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "head",
    "text",
    "strong",
    "sign",
    "bullets",
    "ticks",
    "table",
    "grid",
    "write",
    "card",
    "scale",
    "cut",
    "page",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetBlock:
    """One piece of a sheet.

    `head`, `text`, `strong` and `sign` (as large as the page takes) show `text`; `bullets` and `ticks`
    show `lines`; a `table` has `lines` as its first row and `rows` below, a `grid` as well, with
    columns of one width to write in; `write` leaves `count` lines to
    write on; a `card` is a box with `text` as its heading and `lines` inside; a `scale` asks `text` from 0
    to 10 with its two ends in `lines`; `cut` has cards to cut out, each of `rows` with something large and a
    line below; `page` starts a new page.
    """

    kind: Kind
    text: str = ""
    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet with its title, who reads it, and its blocks in order."""

    key: str
    title: str
    readers: Literal["participants", "trainer"]
    blocks: tuple[SheetBlock, ...]

    @property
    def words(self) -> str:
        """All that is read on the sheet, one piece a line."""
        pieces = [self.title]
        for b in self.blocks:
            pieces += [b.text, *b.lines, *(cell for row in b.rows for cell in row)]
        return "\n".join(p for p in pieces if p)


def head(text: str) -> SheetBlock:
    """Make a heading."""
    return SheetBlock(kind="head", text=text)


def text(words: str, *, strong: bool = False) -> SheetBlock:
    """Make a paragraph."""
    return SheetBlock(kind="strong" if strong else "text", text=words)


def sign(words: str) -> SheetBlock:
    """Make a word that is read from across a room."""
    return SheetBlock(kind="sign", text=words)


def bullets(lines: tuple[str, ...]) -> SheetBlock:
    """Make a list."""
    return SheetBlock(kind="bullets", lines=lines)


def ticks(question: str, options: tuple[str, ...]) -> tuple[SheetBlock, SheetBlock]:
    """Make a question with boxes to tick, each with the number that stands for it when it is typed in."""
    numbered = tuple(f"{k} {option}" for k, option in enumerate(options, 1))
    return text(question, strong=True), SheetBlock(kind="ticks", lines=numbered)


def scale(question: str, low: str, high: str) -> SheetBlock:
    """Make a question from 0 to 10, with what the two ends mean."""
    return SheetBlock(kind="scale", text=question, lines=(low, high))


def table(columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> SheetBlock:
    """Make a table whose first column names the rows."""
    return SheetBlock(kind="table", lines=columns, rows=rows)


def grid(columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> SheetBlock:
    """Make a table to write in, whose columns are all as wide."""
    return SheetBlock(kind="grid", lines=columns, rows=rows)


def cut(cards: tuple[tuple[str, str], ...]) -> SheetBlock:
    """Make cards to cut out: something large, and a line below."""
    return SheetBlock(kind="cut", rows=cards)


def write(count: int) -> SheetBlock:
    """Leave lines to write on."""
    return SheetBlock(kind="write", count=count)


PAGE = SheetBlock(kind="page")
