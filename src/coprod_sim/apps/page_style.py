"""The style sheet that every page of the kit carries along, into its own frame and into any notebook."""

from functools import cache
from importlib import resources

from markupsafe import Markup

from coprod_sim.charts.look import style
from coprod_sim.markup import element


@cache
def page_style() -> Markup:
    """Give the style of pictures and tables, then that of what pages are made of, as one element."""
    sheet = resources.files("coprod_sim.apps") / "page.css"
    text = f"{style()}\n{sheet.read_text(encoding='utf-8')}"
    return element("style", Markup(text))  # noqa: S704 - a style sheet of ours
