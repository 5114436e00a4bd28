"""The small picture of the page: where acceptance ends, as the large one in the browser shows it."""

from coprod_sim.charts.axes import hundred
from coprod_sim.charts.bands import BandRow, picture_of
from coprod_sim.charts.theme import WIDTH, look
from coprod_sim.charts.values import last, lines_of
from coprod_sim.charts.words import after, between, span
from coprod_sim.results import Comparison
from coprod_sim.results.uncertainty import LUCK
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)


def bars(comparison: Comparison) -> tuple[str, str, float]:
    """Draw acceptance for every way; give the SVG, every number in words, and the height drawn."""
    title = t("briefing-picture", when=after(comparison.scenario.decisions))
    ways, ends = comparison.engagements, lines_of(last(comparison, "acceptance"))
    rows = [
        BandRow(look(k), line.values, way.title, span(line.values.low, line.values.high))
        for k, (way, line) in enumerate(zip(ways, ends, strict=True))
    ]
    said = "; ".join(f"{row.name} {between(row.values.low, row.values.high)}" for row in rows)
    alt = t("briefing-picture-said", title=title, ends=said)
    scale, luck = hundred(0.0, WIDTH), comparison.over == LUCK
    svg, height = picture_of(title, alt, "in 100", scale, rows, luck=luck)
    return svg, alt, height
