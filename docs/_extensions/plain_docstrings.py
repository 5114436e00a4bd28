"""Keeps Napoleon from reading "The ends: so and so" under a constant as a type and its meaning."""

from typing import Any

from sphinx.application import Sphinx

NAPOLEON = 500
"""The priority at which Napoleon rewrites a docstring."""
PLAIN = {"attribute", "data", "property"}
_kept: dict[str, list[str]] = {}


def _keep(app: Sphinx, what: str, name: str, obj: Any, options: Any, lines: list[str]) -> None:  # noqa: ARG001
    if what in PLAIN:
        _kept[name] = list(lines)


def _put_back(app: Sphinx, what: str, name: str, obj: Any, options: Any, lines: list[str]) -> None:  # noqa: ARG001
    if what in PLAIN:
        lines[:] = _kept.pop(name)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx, before and after Napoleon."""
    app.connect("autodoc-process-docstring", _keep, priority=NAPOLEON - 1)
    app.connect("autodoc-process-docstring", _put_back, priority=NAPOLEON + 1)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
