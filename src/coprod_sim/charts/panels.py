"""Rows of dots or bars with their ranges, in panels: what most charts are made of."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from coprod_sim.charts.axes import LinearScale, axis_number
from coprod_sim.charts.labels import text_width, wrap
from coprod_sim.charts.svg import line, marker, tag, text
from coprod_sim.charts.theme import AXIS, GRID, INK, LEADING, QUIET, TEXT, WIDTH, Look

LEFT, RIGHT = 8.0, 228.0
"""Where the plot starts and ends beside the column of numbers [drawing units]."""
FULL = WIDTH - LEFT
"""Where the plot ends when the numbers stand above it [drawing units]."""
ROW, NAMED_ROW = 20.0, 37.0
"""Height of a row without and with its name above it [drawing units]."""
GAP = 18.0
NEAR = 3.0
"""From a line to the words beside it [drawing units]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One dot or bar: the mean, the range of all runs, and the range of luck alone.

    `above` is empty room over the row [drawing units].
    """

    look: Look
    mean: float
    low: float = math.nan
    high: float = math.nan
    run_low: float = math.nan
    run_high: float = math.nan
    words: str = ""
    name: str = ""
    hollow: bool = False
    bar: bool = False
    above: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Rows that share a scale, under one heading; `limit` draws a named line at a value."""

    title: str
    scale: LinearScale
    rows: Sequence[Row]
    unit: str = ""
    marks: bool = True
    limit: tuple[float, str] | None = None


def key(
    titles: Sequence[str], looks: Sequence[Look], y: float, hollow: Sequence[bool] = ()
) -> tuple[list[str], float]:
    """Draw the names of the engagements with their markers; give the parts and where they end."""
    parts: list[str] = []
    filled = hollow or [False] * len(looks)
    for title, look, empty in zip(titles, looks, filled, strict=True):
        parts.append(marker(look, LEFT, y + TEXT * 0.65, hollow=empty))
        for words in wrap(title, WIDTH - 24):
            y += LEADING
            parts.append(text(22.0, y - 4.0, words))
        y += 3.0
    return parts, y + 6.0


def notes(said: Sequence[str], y: float) -> tuple[list[str], float]:
    """Draw quiet lines; give the parts and where they end."""
    parts: list[str] = []
    for words in (part for one in said for part in wrap(one, WIDTH)):
        parts.append(text(0.0, y + TEXT, words, fill=QUIET))
        y += LEADING
    return parts, y + 8.0


def stack(panels: Sequence[Panel], y: float) -> tuple[list[str], float]:
    """Draw panels one under the other; give the parts and where they end."""
    parts: list[str] = []
    for panel in panels:
        drawn, y = _panel(panel, y)
        parts += drawn
        y += GAP if panel.marks else GAP - 6.0
    return parts, y - GAP + 8.0


def _panel(panel: Panel, y: float) -> tuple[list[str], float]:
    head, y = _heading(panel, y)
    top, rows = y + 6.0, []
    y += 4.0
    if panel.limit:
        y += LEADING
    for row in panel.rows:
        drawn, y = _row(row, panel.scale, y)
        rows += drawn
    marks = _marks(panel, top, y)
    return [*head, *marks, *rows], y + (LEADING if panel.marks else 0.0)


def _heading(panel: Panel, y: float) -> tuple[list[str], float]:
    room = WIDTH - (text_width(panel.unit) + 8.0 if panel.unit else 0.0)
    parts = [text(WIDTH, y + TEXT, panel.unit, anchor="end", fill=QUIET)] if panel.unit else []
    for words in wrap(panel.title, room, bold=True):
        parts.append(text(0.0, y + TEXT, words, bold=True))
        y += LEADING
    return parts, y


def _marks(panel: Panel, top: float, bottom: float) -> list[str]:
    """Draw the guide lines, the zero line, the limit, and the numbers at the foot."""
    scale, parts = panel.scale, []
    for mark in scale.marks:
        x = scale.at(mark)
        parts.append(line(x, top, x, bottom, AXIS if abs(mark) < 1e-9 else GRID))
    if panel.marks:
        parts += _numbers(scale, bottom + TEXT)
    return parts + (_limit(panel, top, bottom) if panel.limit else [])


def _numbers(scale: LinearScale, y: float) -> list[str]:
    """Write the numbers under the guide lines, inside the picture; every second where they would meet."""
    feet = [_foot(scale.at(m), axis_number(m)) for m in scale.marks]
    meet = any(one[1] + NEAR > other[0] for one, other in pairwise(feet))
    every = 2 if meet else 1
    return [
        text((start + end) / 2, y, axis_number(m), anchor="middle", fill=QUIET)
        for m, (start, end) in zip(scale.marks, feet, strict=True)
        if round(m / scale.step) % every == 0
    ]


def _foot(x: float, words: str) -> tuple[float, float]:
    """Say from where to where a number under a guide line goes, kept inside the picture."""
    half = text_width(words) / 2
    middle = min(max(x, half), WIDTH - half)
    return middle - half, middle + half


def _limit(panel: Panel, top: float, bottom: float) -> list[str]:
    value, name = panel.limit or (0.0, "")
    x = panel.scale.at(value)
    right = x > (panel.scale.start + panel.scale.end) / 2
    anchor, near = ("end", -NEAR) if right else ("start", NEAR)
    room = x - NEAR if right else WIDTH - x - NEAR
    words = wrap(name, room, lines=1)[0]
    return [
        line(x, top, x, bottom, INK, 1.5, "4 3"),
        text(x + near, top + TEXT - 2.0, words, anchor=anchor),
    ]


def _row(row: Row, scale: LinearScale, y: float) -> tuple[list[str], float]:
    """Draw one row, with its numbers beside it or, where it has a name, above it."""
    y += row.above
    if row.name:
        room = WIDTH - LEFT - text_width(row.words) - 12.0
        words = wrap(row.name, room, lines=1)[0]
        head = [
            text(LEFT + 4.0, y + TEXT + 2.0, words),
            text(WIDTH, y + TEXT + 2.0, row.words, anchor="end"),
        ]
        return [*head, *_drawn(row, scale, y + LEADING + 9.0)], y + NAMED_ROW
    middle = y + ROW / 2
    beside = text(WIDTH, middle + TEXT * 0.36, row.words, anchor="end")
    return [beside, *_drawn(row, scale, middle)], y + ROW


def _drawn(row: Row, scale: LinearScale, y: float) -> list[str]:
    if not math.isfinite(row.mean):
        return []
    if row.bar:
        return [*_bar(row, scale, y), *_range(row, scale, y, INK)]
    parts = _range(row, scale, y, row.look.colour)
    return [*parts, marker(row.look, scale.at(row.mean), y, hollow=row.hollow)]


def _bar(row: Row, scale: LinearScale, y: float) -> list[str]:
    ends = sorted((scale.at(0.0), scale.at(row.mean)))
    width = max(ends[1] - ends[0], 0.5)
    return [tag("rect", x=ends[0], y=y - 5.0, width=width, height=10.0, fill=row.look.colour)]


def _range(row: Row, scale: LinearScale, y: float, colour: str) -> list[str]:
    """Draw a thin line for the whole range, with ends, and a thick one for the range of luck."""
    parts: list[str] = []
    if math.isfinite(row.low) and row.high > row.low:
        start, end = scale.at(row.low), scale.at(row.high)
        dash = "3 2.5" if row.hollow else ""
        parts.append(line(start, y, end, y, colour, 1.6, dash))
        parts += [line(x, y - 4.0, x, y + 4.0, colour, 1.6) for x in (start, end)]
    if math.isfinite(row.run_low) and row.run_high > row.run_low:
        parts.append(line(scale.at(row.run_low), y, scale.at(row.run_high), y, colour, 5.0))
    return parts
