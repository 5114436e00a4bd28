"""The small picture of the page: where acceptance ends, with its ranges."""

from coprod_sim.briefing.tables import LONGEST_TITLE
from coprod_sim.charts.axes import hundred
from coprod_sim.charts.labels import wrap
from coprod_sim.charts.panels import Panel, Row, stack
from coprod_sim.charts.svg import picture, text
from coprod_sim.charts.theme import LEADING, TEXT, WIDTH, look
from coprod_sim.charts.values import last
from coprod_sim.charts.words import after, between
from coprod_sim.engagement import Engagement
from coprod_sim.results import Comparison

NAMES = 164.0
"""Room for the names on the left [drawing units]."""
FIRST, PITCH = 31.0, 20.0
"""Middle of the first row, and from one row to the next [drawing units]."""
MORE = 13.0
"""What a second line of a name takes [drawing units]."""


def bars(comparison: Comparison) -> tuple[str, str, float]:
    """Draw acceptance for every way; give the SVG, every number in words, and the height drawn."""
    title = f"Acceptance {after(comparison.scenario.decisions)}"
    ends = last(comparison, "acceptance")
    names = [_name(way) for way in comparison.engagements]
    rows = [
        Row(
            look=look(k),
            mean=float(v["mean"]),
            low=float(v["low"]),
            high=float(v["high"]),
            above=MORE * (len(names[k]) - 1),
        )
        for k, (_, v) in enumerate(ends.iterrows())
    ]
    scale = hundred(NAMES, WIDTH - 8.0)
    drawn, height = stack([Panel(title=title, unit="in 100", scale=scale, rows=rows)], 0.0)
    parts = zip(comparison.engagements, ends.itertuples(), strict=True)
    said = "; ".join(f"{way.title} {between(v.low, v.high)}" for way, v in parts)
    alt = f"{title}, as dots with their ranges: {said}."
    return picture(title, alt, height, [*drawn, *_written(names)]), alt, height


def _name(way: Engagement) -> list[str]:
    return wrap(way.title[:LONGEST_TITLE], NAMES - 6.0)


def _written(names: list[list[str]]) -> list[str]:
    """Write the names beside their rows; the last line of a name stands level with its dot."""
    parts, y = [], FIRST
    for words in names:
        y += MORE * (len(words) - 1)
        top = y + TEXT * 0.36 - (LEADING - 2.0) * (len(words) - 1)
        parts += [text(0.0, top + (LEADING - 2.0) * k, w) for k, w in enumerate(words)]
        y += PITCH
    return parts
