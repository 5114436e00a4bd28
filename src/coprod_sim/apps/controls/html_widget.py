"""Puts HTML on a page."""

import ipywidgets


def show(html: str = "", *, class_: str = "") -> ipywidgets.HTML:
    """Make a place on the page for some HTML; set `value` to change it."""
    place = ipywidgets.HTML(value=html)
    place.add_class("coprod-show")
    if class_:
        place.add_class(class_)
    return place
