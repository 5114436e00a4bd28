"""What a page's widgets come to where no script runs: an exported or printed notebook."""

from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, Group
from coprod_sim.markup import Markup, bullets, element, joined, paragraphs
from coprod_sim.quantities import in_digits

LINE = "border-bottom:1px solid;height:1.6em;max-width:40em"
"""A line to write on, for a box that is empty."""
UNPRINTED = "unprinted"
"""The class of what an export leaves out."""
PRESSED = ("button", "file", "progress")
"""Kinds of fields that are of no use on paper."""


class PrintedBox(ipywidgets.VBox):
    """A box of widgets that an export shows as plain text: what is said, what is asked, what was answered."""

    def _repr_mimebundle_(self, **options: Any) -> dict[str, Any]:
        data = super()._repr_mimebundle_(**options) or {}
        return {**data, "text/html": str(in_print(self))}


def in_print(widget: ipywidgets.Widget) -> Markup:
    """Give what a widget and all inside it show, as HTML that needs no script and no style.

    Args:
        widget: a page, or a part of one; what is hidden on the page is left out.

    Returns:
        The HTML.
    """
    if isinstance(widget, Form):
        return joined(*(_part(part, widget.values) for part in widget.parts))
    if UNPRINTED in getattr(widget, "_dom_classes", ()):
        return Markup("")
    if isinstance(widget, ipywidgets.HTML):
        return Markup(widget.value)
    inside = [w for w in getattr(widget, "children", ()) if w.layout.display != "none"]
    return joined(*map(in_print, inside))


def _part(part: Field | Group, values: dict[str, Any]) -> Markup:
    if isinstance(part, Field):
        return _field(part, values.get(part.id))
    inside = [_field(one, values.get(one.id)) for one in part.fields]
    return joined(element("h4", part.legend), paragraphs(part.help), *inside)


def _field(field: Field, value: Any) -> Markup:
    if field.kind in PRESSED:
        return Markup("")
    asked = element("p", element("strong", field.label))
    if field.options:
        return joined(asked, paragraphs(field.help), bullets(_options(field, value)))
    if field.kind in ("note", "check"):
        return element("p", field.label)
    given = (
        element("div", style=LINE)
        if value in (None, "")
        else paragraphs(f"{_shown(value)} {field.unit}")
    )
    return joined(asked, paragraphs(field.help), given)


def _shown(value: Any) -> str:
    return in_digits(value) if isinstance(value, float) else str(value)


def _options(field: Field, value: Any) -> list[Markup]:
    """List the answers there are; the one that was given stands out."""
    return [element("strong" if o.value == value else "span", o.label) for o in field.options]
