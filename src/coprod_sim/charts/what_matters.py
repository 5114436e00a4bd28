"""What matters most: the part of the spread of outcomes that each input explains."""

import pandas as pd

from coprod_sim.charts.axes import hundred
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.panels import FULL, LEFT, Panel, Row, stack
from coprod_sim.charts.svg import picture
from coprod_sim.charts.theme import PLAIN
from coprod_sim.charts.words import between, span
from coprod_sim.quantities import Quantity
from coprod_sim.results.discovery import Sample

TITLE = "What matters most"
MOST = 6
"""Inputs drawn; the table has them all."""


def draw(table: pd.DataFrame, sample: Sample) -> Chart:
    """Draw the result of `what_matters`, largest first."""
    rows, inputs = table * 100.0, sample.inputs
    top = rows.iloc[0]
    finding = (
        f"{inputs[str(top.name)].label} explains most of the differences between the outcomes: "
        f"{between(top['low'], top['high'])}."
    )
    panel = Panel(
        title="Part of the differences explained", unit="in 100", scale=hundred(LEFT, FULL),
        rows=[
            Row(look=PLAIN, mean=v["share"], low=v["low"], high=v["high"], bar=True,
                name=inputs[str(name)].label, words=span(v["low"], v["high"]))
            for name, v in rows.head(MOST).iterrows()
        ],
    )  # fmt: skip
    drawn, height = stack([panel], 0.0)
    return Chart(picture(TITLE, finding, height, drawn), finding, _table(rows, sample), TITLE)


def example(said: str) -> tuple[pd.DataFrame, Sample]:
    """Give two inputs to draw."""
    names = ("share", "low", "high", "effect", "effect_low", "effect_high")
    rows = [(0.6, 0.5, 0.7, 0.2, 0.1, 0.3), (0.1, 0.0, 0.2, 0.0, -0.1, 0.1)]
    table = pd.DataFrame(rows, columns=names, index=["influence", "homophily"])
    inputs = {"influence": Quantity(label=said), "homophily": Quantity(label="Own group")}
    return table, Sample(frame=pd.DataFrame(), inputs=inputs, way="Co-production")


def _table(rows: pd.DataFrame, sample: Sample) -> pd.DataFrame:
    named = rows.round(1).rename(index={n: q.label for n, q in sample.inputs.items()})
    named.columns = [
        "Explains, in 100", "Low", "High", "From low to high it adds, in 100", "Adds, low", "Adds, high",
    ]  # fmt: skip
    return named.rename_axis("What").reset_index()
