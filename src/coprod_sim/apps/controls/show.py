"""Puts text, charts and tables on a page as HTML; everything that is not ours is escaped."""

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

import ipywidgets

if TYPE_CHECKING:  # pandas would make the first screen wait
    import pandas as pd

    from coprod_sim.charts.chart import Chart


def show(html: str = "", *, class_: str = "") -> ipywidgets.HTML:
    """Make a place on the page for some HTML; set `value` to change it."""
    place = ipywidgets.HTML(value=html)
    place.add_class("coprod-show")
    if class_:
        place.add_class(class_)
    return place


def paragraphs(text: str, *, tag: str = "p") -> str:
    """Set plain text as paragraphs, one a line, escaped."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return "".join(f"<{tag}>{escape(line)}</{tag}>" for line in lines)


def bullets(lines: Iterable[str], *, tag: str = "ul") -> str:
    """Set plain lines as a list, escaped."""
    return f"<{tag}>{paragraphs(chr(10).join(lines), tag='li')}</{tag}>"


def figure(chart: "Chart", table_label: str, *, level: int = 3, finding: bool = True) -> str:
    """Set a chart with its title, what it shows in words, and its numbers as a table."""
    said = paragraphs(chart.finding) if finding else ""
    head = f"<h{level}>{escape(chart.title)}</h{level}>"
    fold = f"<details><summary>{escape(table_label)}</summary>{table(chart.table, chart.title)}</details>"
    return (
        f"<figure><figcaption>{head}{said}</figcaption>"
        f'<div class="picture">{chart.svg}</div>{fold}</figure>'
    )


def table(frame: "pd.DataFrame", name: str, *, caption: bool = False) -> str:
    """Set a table whose first column names the rows; it scrolls by itself where it is too wide."""
    head = "".join(f'<th scope="col">{escape(str(c))}</th>' for c in frame.columns)
    rows = "".join(_row(row) for row in frame.itertuples(index=False, name=None))
    title = f"<caption>{escape(name)}</caption>" if caption else ""
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(name)}"><table>{title}'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(values: tuple[object, ...]) -> str:
    first, *rest = (escape(_cell(v)) for v in values)
    return f'<tr><th scope="row">{first}</th>' + "".join(f"<td>{v}</td>" for v in rest) + "</tr>"


def _cell(value: object) -> str:
    if isinstance(value, float):
        if value != value:  # noqa: PLR0124 - nan is the only number unlike itself
            return "\N{EN DASH}"
        return f"{value:,.0f}" if abs(value) >= 1000 or value == round(value) else f"{value:,.1f}"
    return str(value)
