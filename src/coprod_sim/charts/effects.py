"""What matters alone and together: a bar for what an input explains alone, a dot for all it is part of."""

import pandas as pd

from coprod_sim.charts.axes import hundred
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.panels import FULL, LEFT, Panel, Row, stack
from coprod_sim.charts.svg import picture
from coprod_sim.charts.theme import COLOURS, PLAIN, Look
from coprod_sim.charts.words import between, span
from coprod_sim.quantities import Quantity
from coprod_sim.results.discovery import Sample

TITLE = "What matters, alone and together"
MOST = 5
"""Inputs drawn; the table has them all."""
TOGETHER = Look(COLOURS[0], "diamond", "")


def draw(table: pd.DataFrame, sample: Sample) -> Chart:
    """Draw the result of `effects`: what each input explains alone, and with all it is part of."""
    rows = table * 100.0
    top = rows.iloc[0]
    label = sample.inputs[str(top.name)].label
    finding = (
        f"{label} is part of {between(top['total_low'], top['total_high'])} of the differences. "
        f"Alone it explains {between(top['low'], top['high'])}."
    )
    panels = [
        _panel("Explained alone", rows, sample, "share", "low", "high", PLAIN, bar=True),
        _panel("Explained together with others", rows, sample, "total", "total_low", "total_high",
               TOGETHER),
    ]  # fmt: skip
    drawn, height = stack(panels, 0.0)
    return Chart(picture(TITLE, finding, height, drawn), finding, _table(rows, sample), TITLE)


def example(said: str) -> tuple[pd.DataFrame, Sample]:
    """Give two inputs to draw."""
    names = ("share", "low", "high", "total", "total_low", "total_high",
             "effect", "effect_low", "effect_high")  # fmt: skip
    rows = [
        (0.6, 0.5, 0.7, 0.7, 0.6, 0.8, 0.2, 0.1, 0.3),
        (0.0, 0.0, 0.1, 0.2, 0.1, 0.3, 0.0, -0.1, 0.1),
    ]
    table = pd.DataFrame(rows, columns=names, index=["influence", "homophily"])
    inputs = {"influence": Quantity(label=said), "homophily": Quantity(label="Own group")}
    return table, Sample(frame=pd.DataFrame(), inputs=inputs, way="Co-production")


def _panel(
    title: str, rows: pd.DataFrame, sample: Sample, mean: str, low: str, high: str, look: Look,
    *, bar: bool = False,
) -> Panel:  # fmt: skip
    return Panel(
        title=title, unit="in 100", scale=hundred(LEFT, FULL),
        rows=[
            Row(look=look, mean=v[mean], low=v[low], high=v[high], bar=bar,
                name=sample.inputs[str(name)].label, words=span(v[low], v[high]))
            for name, v in rows.head(MOST).iterrows()
        ],
    )  # fmt: skip


def _table(rows: pd.DataFrame, sample: Sample) -> pd.DataFrame:
    named = rows.round(1).rename(index={n: q.label for n, q in sample.inputs.items()})
    columns = {
        "share": "Alone, in 100", "low": "Alone, low", "high": "Alone, high",
        "total": "Together, in 100", "total_low": "Together, low", "total_high": "Together, high",
        "effect": "From low to high it adds, in 100", "effect_low": "Adds, low",
        "effect_high": "Adds, high",
    }  # fmt: skip
    return named[list(columns)].rename(columns=columns).rename_axis("What").reset_index()
