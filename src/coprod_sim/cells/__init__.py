"""What a notebook shows below a cell whose last line is a case, a way, or a result.

A module here draws one kind, or a few that belong together: `draw` is registered for it in `DRAWN`. What none
of them names is drawn by its parts.
"""

from functools import singledispatch

from markupsafe import Markup

from coprod_sim.cells import (
    case_sheet,
    charts,
    comparisons,
    experiments,
    found,
    parts,
    samples,
    sweeps,
    towns,
    ways,
)
from coprod_sim.cells.plots import plotted
from coprod_sim.charts.look import INSIDE, style
from coprod_sim.markup import element

__all__ = ["below_a_cell", "plotted"]


@singledispatch
def _drawn(_value: object) -> Markup:
    return Markup("")


for module in (
    case_sheet, charts, comparisons, experiments, found, parts, samples, sweeps, towns, ways,
):  # fmt: skip
    for kind, draw in module.DRAWN.items():
        _drawn.register(kind, draw)


def below_a_cell(value: object) -> str | None:
    """Give the HTML of a value, with its look, so that it stands well in any notebook and any theme.

    Args:
        value: what stands in the last line of the cell.

    Returns:
        The HTML; nothing for a value without parts that nobody draws, and then its text is shown.
    """
    inside = _drawn(value)
    if not inside:
        return None
    sheet = element("style", Markup(style()))  # noqa: S704 - a style sheet of ours
    return str(element("div", sheet, inside, class_=f"{INSIDE} {INSIDE}-cell"))
