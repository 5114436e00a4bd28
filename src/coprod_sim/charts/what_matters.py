"""What matters most: the part of the spread of outcomes that each input explains."""

import pandas as pd

from coprod_sim.charts.chart import Chart
from coprod_sim.charts.recipe import HUNDRED, Line, PanelNumbers, Recipe, Values, picture_of
from coprod_sim.charts.words import between
from coprod_sim.quantities import Quantity
from coprod_sim.results.discovery import Sample
from coprod_sim.words import ENGLISH, words_in

MOST = 6
"""Inputs drawn; the table has them all."""
RECIPE = Recipe(named=True, bar=True, look="plain", scale="hundred")
t = words_in(ENGLISH)


def draw(table: pd.DataFrame, sample: Sample) -> Chart:
    """Draw the result of `what_matters`, largest first."""
    rows, inputs = table * 100.0, sample.inputs
    top, title = rows.iloc[0], t("chart-matters")
    finding = t(
        "chart-matters-most",
        what=inputs[str(top.name)].label,
        part=between(top["low"], top["high"]),
    )
    shown = rows.head(MOST)[["share", "low", "high"]].to_numpy().tolist()
    names = [inputs[str(name)].label for name in rows.index]
    lines = [Line(k, Values(*row), names[k]) for k, row in enumerate(shown)]
    svg = picture_of(
        RECIPE, title, finding, [PanelNumbers(t("chart-matters-part"), HUNDRED, lines)]
    )
    return Chart(svg, finding, _table(rows, sample), title)


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
