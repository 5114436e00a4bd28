"""Small pieces of text that every part of the worksheet is made of."""

from collections.abc import Iterable

import ipywidgets

from coprod_sim.apps.controls import show
from coprod_sim.charts import Chart
from coprod_sim.markup import element, figure, joined, paragraphs
from coprod_sim.words import Words


def head(t: Words, key: str, *, level: int = 2, title: str = "title") -> ipywidgets.HTML:
    """Make the heading of a part with the lines that open it."""
    opens = f"{key}.intro" if title == "title" else f"{key}.{title}_intro"
    name = element(f"h{level}", t(f"{key}.{title}"))
    return show(joined(name, paragraphs(t(opens)) if t.has(opens) else ""))


def drawn(chart: Chart, t: Words) -> ipywidgets.HTML:
    """Show a chart with its sentences and its table."""
    return show(figure(chart, t("page.as_table")))


def side_by_side(left: list[ipywidgets.Widget], right: ipywidgets.Widget) -> ipywidgets.Widget:
    """Set a few texts beside a picture; on a narrow page the picture comes first."""
    column = ipywidgets.VBox(left)
    column.add_class("left")
    right.add_class("right")
    both = ipywidgets.VBox([column, right])
    both.add_class("side-by-side")
    return both


def told(title: str, lines: Iterable[str], *, class_: str = "verdict") -> ipywidgets.HTML:
    """Show sentences under a small heading."""
    return show(joined(element("h3", title), paragraphs("\n".join(lines))), class_=class_)
