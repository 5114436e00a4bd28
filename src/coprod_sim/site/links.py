"""Turns links between notebooks into links between pages of the site."""

import re
from typing import Any

NOTEBOOK = re.compile(r'href="((?:\.\./|notebooks/)*)((?:apps/)?)(\w+)\.ipynb(?:\?[^"]*)?"')
PAGES = {
    "explore_scenarios": "leaders.html",
    "do_exercises": "exercises.html",
    "my_own_case": "leaders.html",
}
"""Which page of the site does what a notebook in `apps/` does; the others need Python."""
NEEDS_PYTHON = "index.html#python"


def between_pages(html: str, up: str) -> str:
    """Let links to notebooks lead to pages of the site.

    Args:
        html: what was set from Markdown.
        up: the way from the page to the root of the site.

    Returns:
        The same, with its links changed.
    """

    def moved(found: re.Match[str]) -> str:
        _way, apps, name = found.groups()
        page = PAGES.get(name, NEEDS_PYTHON) if apps else f"lessons/{name}.html"
        return f'href="{up}{page}"'

    return NOTEBOOK.sub(moved, html)


def linked(value: Any, up: str) -> Any:
    """Let the links in every text of a table lead to pages of the site.

    Args:
        value: a table, a list, or a text set from Markdown.
        up: the way from the page to the root of the site.

    Returns:
        The same, with its links changed.
    """
    if isinstance(value, str):
        return between_pages(value, up)
    if isinstance(value, dict):
        return {name: linked(one, up) for name, one in value.items()}
    return [linked(one, up) for one in value] if isinstance(value, list | tuple) else value
