"""What the charts are made of, as plain values: Python draws from it, and so does JavaScript."""

from dataclasses import asdict
from typing import Any

from coprod_sim.charts import (
    all_charts,
    bands,
    break_even,
    labels,
    over_time,
    panels,
    recipe,
    svg,
    theme,
)

LOOKS = 12
"""So many ways have a look of their own in JavaScript."""


def declared() -> dict[str, Any]:
    """Give sizes, colours, markers, widths of letters, and the recipe of every chart that has one."""
    return {
        "sizes": {
            "width": theme.WIDTH, "text": theme.TEXT, "leading": theme.LEADING, "left": panels.LEFT,
            "right": panels.RIGHT, "full": panels.FULL, "row": panels.ROW, "named": panels.NAMED_ROW,
            "gap": panels.GAP, "near": panels.NEAR, "apart": recipe.APART,
        },
        "series": {
            "top": over_time.TOP, "labels": over_time.LABELS, "named": over_time.NAMED,
            "whisker": over_time.WHISKER, "shortest": over_time.SHORTEST, "many": over_time.MANY,
            "margin": over_time.MARGIN,
        },
        "even": {"head": break_even.HEAD, "tall": break_even.TALL, "many": break_even.MANY},
        "bands": bands.declared(),
        "paint": {
            "paper": theme.PAPER, "ink": theme.INK, "quiet": theme.QUIET, "axis": theme.AXIS,
            "grid": theme.GRID, "font": theme.FONT, "widest": svg.WIDEST,
        },
        "looks": [asdict(theme.look(place)) for place in range(LOOKS)],
        "plain": asdict(theme.PLAIN),
        "any": asdict(recipe.ANY),
        "shapes": svg.SHAPES,
        "letters": {
            "widths": labels.LETTERS, "capital": labels.CAPITAL, "other": labels.OTHER,
            "far": labels.FAR, "bold": labels.BOLD, "farUp": labels.FAR_UP,
        },
        "recipes": {
            name: asdict(chart.RECIPE)
            for name, chart in all_charts().items()
            if hasattr(chart, "RECIPE")
        },
    }  # fmt: skip
