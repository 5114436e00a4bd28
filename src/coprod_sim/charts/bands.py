"""One measure over all ways as broad bands: pale for the whole range, dark for luck, a line for the mean.

The large picture of the board and the small one of the briefing; the browser draws its bands by the same
declaration (`web/src/charts/bands.ts`), and a test draws both and compares.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from coprod_sim.charts.axes import LinearScale, axis_number
from coprod_sim.charts.labels import text_width, wrap
from coprod_sim.charts.recipe import Values
from coprod_sim.charts.svg import picture, tag, text
from coprod_sim.charts.theme import AXIS, GRID, INK, LEADING, QUIET, TEXT, WIDTH, Look

TALL = 20.0
"""Height of a row's bands, guide lines and all [drawing units]; the browser stretches it."""
BAND, LINE = (0.18, 0.64), (0.08, 0.84)
"""Where a band and the line for the mean begin in it, and how much of it they take."""
PALE, DARK = 0.26, 0.82
"""How much of its colour the band of the whole range has, and the one of luck alone."""
THIN, THICK = 1.0, 3.0
"""Width of guide lines and of the line for the mean [drawing units]."""
SHORTEST = 1.2
"""A band is never shorter, so that it can be seen [drawing units]."""
NEAR, APART = 4.0, 6.0
"""From the name to its bands, and from one row to the next [drawing units]."""


class BandRow(NamedTuple):
    """A row of the picture: whose it is, its numbers, and its range in words."""

    look: Look
    values: Values
    name: str
    words: str


def bar(
    scale: LinearScale, values: Values, look: Look, y: float = 0.0, *, luck: bool = False
) -> list[str]:
    """Draw a row's guide lines and bands; over luck alone there is one band, and it is pale."""
    parts = [
        _line("zero" if abs(mark) < 1e-9 else "guide", scale.at(mark), (0.0, 1.0), y)
        for mark in scale.marks
    ]
    if not math.isfinite(values.mean):
        return parts
    parts.append(_band("wide", scale, values.low, values.high, look, y, PALE))
    if not luck:
        parts.append(_band("narrow", scale, values.run_low, values.run_high, look, y, DARK))
    return [*parts, _line("mean", scale.at(values.mean), LINE, y)]


def picture_of(
    title: str, finding: str, unit: str, scale: LinearScale, rows: Sequence[BandRow], *,
    luck: bool = False,
) -> tuple[str, float]:  # fmt: skip
    """Draw the whole picture: names and ranges in words over the bands, numbers at the foot.

    Args:
        title: the name of the picture.
        finding: what it shows, in words.
        unit: what the scale counts in.
        scale: where values stand across the picture.
        rows: the ways, in order.
        luck: whether the ranges are over luck alone.

    Returns:
        The SVG, and its height in drawing units.
    """
    parts, y = [text(WIDTH, TEXT, unit, anchor="end", fill=QUIET)], 0.0
    for words in wrap(title, WIDTH - text_width(unit) - 8.0, bold=True):
        parts.append(text(0.0, y + TEXT, words, bold=True))
        y += LEADING
    for row in rows:
        y += APART
        parts.append(text(WIDTH, y + TEXT, row.words, anchor="end", bold=True))
        for words in wrap(row.name, WIDTH - text_width(row.words, bold=True) - 12.0, bold=True):
            parts.append(text(0.0, y + TEXT, words, bold=True, fill=row.look.colour))
            y += LEADING
        parts += bar(scale, row.values, row.look, y + NEAR, luck=luck)
        y += NEAR + TALL
    parts += [_foot(scale, mark, y + TEXT + 2.0) for mark in scale.marks]
    height = y + LEADING + 4.0
    return picture(title, finding, height, parts), height


def _foot(scale: LinearScale, mark: float, y: float) -> str:
    """Write the number of a guide line below it, inside the picture."""
    words = axis_number(mark)
    half = text_width(words) / 2
    return text(min(max(scale.at(mark), half), WIDTH - half), y, words, anchor="middle", fill=QUIET)


def _band(
    kind: str, scale: LinearScale, low: float, high: float, look: Look, y: float, shade: float
) -> str:  # fmt: skip
    start, width = scale.at(low), max(scale.at(high) - scale.at(low), SHORTEST)
    top, tall = BAND
    return tag(
        "rect", class_=kind, x=start, y=y + top * TALL, width=width, height=tall * TALL,
        fill=look.colour, opacity=str(shade),
    )  # fmt: skip


STROKES = {"guide": (GRID, THIN), "zero": (AXIS, THIN), "mean": (INK, THICK)}
"""Colour and width of each kind of line."""


def _line(kind: str, x: float, place: tuple[float, float], y: float) -> str:
    (colour, width), (top, tall) = STROKES[kind], place
    return tag(
        "line", class_=kind, x1=x, y1=y + top * TALL, x2=x, y2=y + (top + tall) * TALL,
        stroke=colour, stroke_width=width,
    )  # fmt: skip


def declared() -> dict[str, object]:
    """Give what the browser draws its bands by."""
    return {
        "tall": TALL, "band": BAND, "line": LINE, "pale": PALE, "dark": DARK, "shortest": SHORTEST,
        "strokes": STROKES,
    }  # fmt: skip
