"""The headline figures twice: with every assumption moved, and with those the findings leave standing."""

import pandas as pd

from coprod_sim.charts.axes import around
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.panels import FULL, LEFT, Panel, Row, stack
from coprod_sim.charts.svg import picture
from coprod_sim.charts.theme import COLOURS, PLAIN, Look
from coprod_sim.charts.words import difference, span
from coprod_sim.results.measures import MEASURES

TITLE = "What is gained, by what we assume"
SHORT = {"losers_acceptance": "Acceptance, those who lose"}
"""Names that would not fit beside their range."""
LEFT_STANDING = Look(COLOURS[0], "diamond", "")


def headline(table: pd.DataFrame) -> Chart:
    """Draw the result of `headline`: the range with every assumption moved, and the one left standing."""
    rows = table * 100.0
    top = rows.iloc[0]
    finding = (
        f"{MEASURES[str(top.name)][0].label}: with assumptions the findings do not rule out, "
        f"{difference(top['low'], top['high'])}; with every assumption moved by up to half, "
        f"{difference(top['moved_low'], top['moved_high'])}."
    )
    scale = around(rows[["low", "high", "moved_low", "moved_high"]].to_numpy().ravel(), LEFT, FULL)
    panels = [
        Panel(
            title=title, unit="more, in 100", scale=scale,
            rows=[
                Row(look=look, mean=v["mean"], low=v[low], high=v[high],
                    name=SHORT.get(str(m), MEASURES[str(m)][0].label), words=span(v[low], v[high], sign=True))
                for m, v in rows.iterrows()
            ],
        )
        for title, look, low, high in (
            ("Not ruled out by the findings", LEFT_STANDING, "low", "high"),
            ("Every assumption moved by up to half", PLAIN, "moved_low", "moved_high"),
        )
    ]  # fmt: skip
    drawn, height = stack(panels, 0.0)
    return Chart(picture(TITLE, finding, height, drawn), finding, _table(rows), TITLE)


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    named = rows.round(1).rename(index=lambda m: MEASURES[str(m)][0].label)
    columns = {
        "mean": "As assumed", "low": "Not ruled out, low", "high": "Not ruled out, high",
        "moved_low": "Moved, low", "moved_high": "Moved, high", "above": "Above 0, in 100 sets",
    }  # fmt: skip
    return named[list(columns)].rename(columns=columns).rename_axis("What").reset_index()
