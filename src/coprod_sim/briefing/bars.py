"""The small picture of the page: acceptance as bars with their ranges."""

from coprod_sim.briefing.content import Briefing
from coprod_sim.charts.axes import hundred
from coprod_sim.charts.panels import FULL, LEFT, Panel, Row, stack
from coprod_sim.charts.svg import picture
from coprod_sim.charts.theme import look
from coprod_sim.charts.words import span


def bars(briefing: Briefing) -> str:
    """Draw acceptance after the last decision for every way; the alternative says every number."""
    rows = [
        Row(
            look=look(k),
            mean=r.mean,
            low=r.low,
            high=r.high,
            name=r.title,
            words=span(r.low, r.high),
        )
        for k, r in enumerate(briefing.rows)
    ]
    panel = Panel(title="Acceptance", unit="in 100", scale=hundred(LEFT, FULL), rows=rows)
    drawn, height = stack([panel], 0.0)
    return picture("Acceptance after the last decision", briefing.alt, height, drawn)
