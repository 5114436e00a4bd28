"""Small pieces of text that the parts of pages are made of."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import ipywidgets

from coprod_sim.apps.controls import show
from coprod_sim.markup import element, figure, joined, paragraphs
from coprod_sim.words import Words

if TYPE_CHECKING:  # charts bring pandas, and the first screen of a page must not wait for it
    from coprod_sim.charts import Chart


def head(
    t: Words, key: str, *, level: int = 2, title: str = "title", **numbers: Any
) -> ipywidgets.HTML:
    """Make the heading of a part with the lines that open it, which may hold numbers."""
    opens = f"{key}-intro" if title == "title" else f"{key}-{title}_intro"
    name = element(f"h{level}", t(f"{key}-{title}"))
    return show(joined(name, paragraphs(t(opens, **numbers)) if t.has(opens) else ""))


def drawn(chart: "Chart", t: Words) -> ipywidgets.HTML:
    """Show a chart with its sentences and its table."""
    return show(figure(chart, t("page-as_table")))


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
