"""How a value shows itself: as the last line of a notebook's cell, and at a prompt."""

from importlib import import_module
from typing import Any

DRAWN_BY = "coprod_sim.cells"
"""What draws values for notebooks; it is named and not imported, for it stands above all that it draws."""


def plotted(value: object, kind: str, **how: Any) -> Any:
    """Draw a picture of a value.

    Args:
        value: a result.
        kind: which picture.
        **how: what else that picture can be told.

    Returns:
        The picture, a `Chart`.
    """
    return import_module(DRAWN_BY).plotted(value, kind, **how)


class ShowsItself:
    """Something that a notebook shows with pictures and tables, and a prompt in two lines."""

    def __repr__(self) -> str:
        return self._in_short() or super().__repr__()

    def __str__(self) -> str:
        return self._in_short() or super().__str__()

    def _in_short(self) -> str:
        """Say in two lines what it is; nothing where its parts say that."""
        return ""

    def _repr_html_(self) -> str | None:
        """Give what stands below a cell; nothing for a kind that nobody draws."""
        return import_module(DRAWN_BY).below_a_cell(self)
