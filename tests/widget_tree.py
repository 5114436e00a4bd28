"""Finds the forms on a page of widgets, and reads its words, without a browser."""

from collections.abc import Iterator

import ipywidgets

from coprod_sim.apps.controls import Form


def forms(widget: ipywidgets.Widget) -> Iterator[Form]:
    """Give every form on a page or a part of it, from top to bottom."""
    if isinstance(widget, Form):
        yield widget
    for child in getattr(widget, "children", ()):
        yield from forms(child)


def form_with(widget: ipywidgets.Widget, field: str) -> Form:
    return next(form for form in forms(widget) if field in form.fields)


def texts(widget: ipywidgets.Widget) -> str:
    """Give all that the widgets say, one after the other."""
    value = getattr(widget, "value", "")
    own = value if isinstance(value, str) else ""
    return " ".join([own, *(texts(child) for child in getattr(widget, "children", ()))])
