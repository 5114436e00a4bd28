"""What is lost when somebody spreads falsehoods before the last decision."""

import pandas as pd

from coprod_sim.charts.axes import around
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.labels import listing
from coprod_sim.charts.panels import FULL, LEFT, Panel, Row, stack
from coprod_sim.charts.svg import picture
from coprod_sim.charts.theme import look
from coprod_sim.charts.values import WAY, titles
from coprod_sim.charts.words import between, span
from coprod_sim.results import Comparison

TITLE = "What a campaign of falsehoods costs"


def draw(comparison: Comparison) -> Chart:
    """Draw the acceptance lost to the test campaign, the same for every engagement."""
    named = titles(comparison)
    lost = comparison.resilience.loc[list(named)] * 100.0
    finding = _finding(lost, named)
    panel = Panel(
        title="Acceptance lost", unit="in 100", rows=_rows(lost, named),
        scale=around(lost.to_numpy().ravel(), LEFT, FULL),
    )  # fmt: skip
    drawn, height = stack([panel], 0.0)
    table = lost.round(1).rename(index=named)
    table.columns = ["Mean", "Low", "High"]
    table = table.rename_axis(WAY).reset_index()
    return Chart(picture(TITLE, finding, height, drawn), finding, table, TITLE)


def _rows(lost: pd.DataFrame, named: dict[str, str]) -> list[Row]:
    return [
        Row(
            look=look(k), mean=v["mean"], low=v["low"], high=v["high"], bar=True,
            name=named[str(name)], words=span(v["low"], v["high"], digits=1),
        )
        for k, (name, v) in enumerate(lost.iterrows())
    ]  # fmt: skip


def _finding(lost: pd.DataFrame, named: dict[str, str]) -> str:
    parts = [
        f"{named[str(name)]} {between(v['low'], v['high'], digits=1)}"
        for name, v in lost.iterrows()
    ]
    return f"Acceptance lost to a campaign of falsehoods: {listing(parts)}."
