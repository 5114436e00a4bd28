"""A printed sheet as plain data: headings, lines, lists, tables and room to write, for HTML and PDF alike."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "head", "text", "strong", "bullets", "ticks", "table", "write", "card", "scale", "page"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One piece of a sheet.

    `head`, `text` and `strong` show `text`; `bullets` and `ticks` show `lines`; a `table` has `lines`
    as its first row and `rows` below; `write` leaves `count` lines to write on; a `card` is a box with
    `text` as its heading and `lines` inside; a `scale` asks `text` from 0 to 10 with its two ends in
    `lines`; `page` starts a new page.
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
    blocks: tuple[Block, ...]

    @property
    def words(self) -> str:
        """All that is read on the sheet, one piece a line."""
        pieces = [self.title]
        for b in self.blocks:
            pieces += [b.text, *b.lines, *(cell for row in b.rows for cell in row)]
        return "\n".join(p for p in pieces if p)


def head(text: str) -> Block:
    """Make a heading."""
    return Block(kind="head", text=text)


def text(words: str, *, strong: bool = False) -> Block:
    """Make a paragraph."""
    return Block(kind="strong" if strong else "text", text=words)


def bullets(lines: tuple[str, ...]) -> Block:
    """Make a list."""
    return Block(kind="bullets", lines=lines)


def ticks(question: str, options: tuple[str, ...]) -> tuple[Block, Block]:
    """Make a question with boxes to tick."""
    return text(question, strong=True), Block(kind="ticks", lines=options)


def scale(question: str, low: str, high: str) -> Block:
    """Make a question from 0 to 10, with what the two ends mean."""
    return Block(kind="scale", text=question, lines=(low, high))


def table(columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Block:
    """Make a table whose first column names the rows."""
    return Block(kind="table", lines=columns, rows=rows)


def write(count: int) -> Block:
    """Leave lines to write on."""
    return Block(kind="write", count=count)


PAGE = Block(kind="page")
