"""Writes HTML, piece by piece: text is escaped, and only what is `Markup` already goes in as it is."""

from collections.abc import Callable, Iterable, Sequence
from numbers import Number
from typing import TYPE_CHECKING, Protocol

from markupsafe import Markup, escape

if TYPE_CHECKING:  # pandas would make the first screen of a page wait
    import pandas as pd

VOID = ("br", "hr", "img", "link", "meta")
"""The elements that hold nothing and are not closed."""
NOTHING = "\N{EN DASH}"
MINUS = "\N{MINUS SIGN}"


class Picture(Protocol):
    """What a figure is made of: a picture, its title, what it shows, and every number drawn."""

    @property
    def svg(self) -> str:
        """Give the picture; it is markup, for charts escape what they draw."""
        ...

    @property
    def title(self) -> str:
        """Name the picture."""
        ...

    @property
    def finding(self) -> str:
        """Say in words what it shows."""
        ...

    @property
    def table(self) -> "pd.DataFrame":
        """Give the numbers behind it."""
        ...


def joined(*parts: object) -> Markup:
    """Put pieces one after the other."""
    return Markup("").join(map(escape, parts))


def element(name: str, /, *inside: object, **attributes: object) -> Markup:
    """Write one element: `element("p", said, class_="honest", aria_label=label)`.

    Args:
        name: The name of the element.
        inside: Text, which is escaped, or other markup.
        attributes: By name, with `_` for `-` and a `_` at the end dropped; None and False leave one
            out, True writes its name alone.

    Returns:
        The element.
    """
    pairs = "".join([_attribute(k, v) for k, v in attributes.items()])
    end = "" if name in VOID else f"{''.join(map(escape, inside))}</{name}>"
    return Markup(f"<{name}{pairs}>{end}")  # noqa: S704 - escaped here; names are ours


def paragraphs(text: str, *, tag: str = "p") -> Markup:
    """Set plain text as paragraphs, one a line."""
    return joined(*(element(tag, line.strip()) for line in text.splitlines() if line.strip()))


def bullets(lines: Iterable[object], *, tag: str = "ul", class_: str | None = None) -> Markup:
    """Set lines as a list; empty ones are left out, and a list of nothing is nothing."""
    items = [element("li", line) for line in lines if line]
    return element(tag, *items, class_=class_) if items else Markup("")


def fold(title: str, inside: object) -> Markup:
    """Set something behind a title that opens it; nothing where there is nothing to open."""
    return element("details", element("summary", title), inside) if inside else Markup("")


def cell(value: object) -> str:
    """Write one cell of a table; what was not measured is a dash.

    >>> cell(0.26), cell(3.0), cell(12345.6), cell(-2.5), cell(float("nan")), cell("no")
    ('0.3', '3', '12,346', '\N{MINUS SIGN}2.5', '\N{EN DASH}', 'no')
    """
    if not isinstance(value, float):
        return str(value)
    if value != value:  # noqa: PLR0124 - nan is the only number unlike itself
        return NOTHING
    whole = abs(value) >= 1000 or value == round(value)
    return f"{value + 0.0:,.{0 if whole else 1}f}".replace("-", MINUS)


def table(
    heads: Iterable[object],
    rows: Iterable[Sequence[object]],
    name: str,
    *,
    caption: object = "",
    written: Callable[[object], str] = cell,
) -> Markup:
    """Set a table whose first column names the rows; it scrolls by itself where it is too wide.

    Args:
        heads: The heads of the columns.
        rows: The cells of each row, text or markup or numbers.
        name: What the table is called; read out, not shown.
        caption: What stands above the table.
        written: How a cell that is not markup is written.

    Returns:
        The table in a region that can be scrolled by keyboard.
    """
    head = element("tr", *(element("th", h, scope="col") for h in heads))
    body = joined(*(_row(row, written) for row in rows))
    inside = element(
        "table",
        element("caption", caption) if caption else "",
        element("thead", head),
        element("tbody", body),
    )
    return element("div", inside, class_="scroll", role="region", tabindex=0, aria_label=name)


def frame_table(
    frame: "pd.DataFrame",
    name: str,
    *,
    caption: object = "",
    written: Callable[[object], str] = cell,
) -> Markup:
    """Set a data frame as `table` does, its columns in order, without its index."""
    rows = frame.itertuples(index=False, name=None)
    return table(frame.columns, rows, name, caption=caption, written=written)


def figure(
    chart: Picture,
    table_label: str,
    *,
    level: int = 3,
    said: object = None,
    class_: str | None = None,
    written: Callable[[object], str] = cell,
) -> Markup:
    """Set a chart with its title, what it shows in words, and its numbers behind a fold.

    Args:
        chart: The chart.
        table_label: What opens the fold with the numbers.
        level: The level of the heading.
        said: What stands under the title; what the chart shows in words unless told otherwise.
        class_: A class of the figure, for its width.
        written: How a number is written.

    Returns:
        The figure.
    """
    words = paragraphs(chart.finding) if said is None else said
    return element(
        "figure",
        element("figcaption", element(f"h{level}", chart.title), words),
        element("div", Markup(chart.svg), class_="picture"),  # noqa: S704 - escaped where it was drawn
        fold(table_label, frame_table(chart.table, chart.title, written=written)),
        class_=class_,
    )


def document(title: str, style: str, *inside: object, language: str = "en") -> str:
    """Write a whole page that needs no other file: title, style, and what stands in `main`."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        element("style", Markup(style)),  # noqa: S704 - a style sheet of ours
    )
    body = element("body", element("main", *inside))
    return f"<!doctype html>\n{element('html', head, body, lang=language)}\n"


def _attribute(name: str, value: object) -> str:
    if value is None or value is False:
        return ""
    plain = name.rstrip("_").replace("_", "-")
    return f" {plain}" if value is True else f' {plain}="{escape(value)}"'


def _row(values: Sequence[object], written: Callable[[object], str]) -> Markup:
    first, *rest = values
    cells = [element("td", _cell(v, written), class_=_kind(v)) for v in rest]
    return element("tr", element("th", _cell(first, written), scope="row"), *cells)


def _cell(value: object, written: Callable[[object], str]) -> object:
    return value if isinstance(value, Markup) else written(value)


def _kind(value: object) -> str | None:
    return "number" if isinstance(value, Number) else None
