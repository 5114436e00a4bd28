"""Dials one below the other, each a track from 0 to 100 with marks on it."""

from collections.abc import Container, Sequence

from coprod_sim.charts.axes import hundred
from coprod_sim.charts.labels import text_width, wrap
from coprod_sim.charts.panels import LEFT
from coprod_sim.charts.svg import line, marker, text
from coprod_sim.charts.theme import AXIS, GRID, QUIET, TEXT, WIDTH, Look

TALL = 46.0
"""Height of a dial with its name above it [drawing units]."""
BESIDE = 7.0
"""How far equal values stand from each other [drawing units]."""
JOINED = Look("#0a5c9e", "circle", "")
"""How the line between two ends of a track is drawn, and marks that belong to nobody."""
SCALE = hundred(LEFT + 8.0, WIDTH - 14.0)

Mark = tuple[float, Look, bool]
"""A value in 100, how it is drawn, and whether its shape is hollow."""


def track(
    name: str, words: str, marks: Sequence[Mark], ends: tuple[float, float], y: float
) -> list[str]:
    """Draw one dial: its name, words at the right, a line between two ends (unless nan), and the marks."""
    middle = y + 33.0
    label = wrap(name, WIDTH - text_width(words) - 10.0, lines=1, bold=True)[0]
    parts = [
        text(0.0, y + TEXT, label, bold=True),
        text(WIDTH, y + TEXT, words, anchor="end", fill=QUIET),
    ]
    parts += [line(SCALE.at(m), y + 22.0, SCALE.at(m), y + 44.0, GRID) for m in SCALE.marks]
    parts.append(line(SCALE.at(0.0), middle, SCALE.at(100.0), middle, AXIS))
    if all(e == e for e in ends):  # noqa: PLR0124 - nan is the only number unlike itself
        parts.append(line(SCALE.at(ends[0]), middle, SCALE.at(ends[1]), middle, JOINED.colour, 4.0))
    seen: dict[float, int] = {}
    for value, look, hollow in marks:
        place = seen.get(value, 0)
        seen[value] = place + 1
        beside = BESIDE * ((place + 1) // 2) * (1 if place % 2 else -1)
        parts.append(marker(look, SCALE.at(value) + beside, middle, hollow=hollow))
    return parts


def foot(y: float) -> list[str]:
    """Write the numbers of the scale below the last track."""
    return [text(SCALE.at(m), y + TEXT, f"{m:g}", anchor="middle", fill=QUIET) for m in SCALE.marks]


def told_apart(label: str, taken: Container[str]) -> str:
    """Give a label that no other column of the table has: two people may have the same."""
    name, count = label, 2
    while name in taken:
        name, count = f"{label} ({count})", count + 1
    return name
