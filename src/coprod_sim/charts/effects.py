"""What matters alone and together: a bar for what an input explains alone, a dot for all it is part of."""

import pandas as pd

from coprod_sim.charts.chart import Chart
from coprod_sim.charts.recipe import (
    HUNDRED,
    Line,
    PanelNumbers,
    Recipe,
    RowLook,
    Values,
    picture_of,
)
from coprod_sim.charts.theme import COLOURS, PLAIN, Look
from coprod_sim.charts.words import between
from coprod_sim.quantities import Quantity
from coprod_sim.results.discovery import Sample
from coprod_sim.words import ENGLISH, words_in

MOST = 5
"""Inputs drawn; the table has them all."""
RECIPE = Recipe(
    named=True, scale="hundred",
    kinds={
        "alone": RowLook(look=PLAIN, bar=True),
        "together": RowLook(look=Look(COLOURS[0], "diamond", "")),
    },
)  # fmt: skip
ENDS = {"alone": ["share", "low", "high"], "together": ["total", "total_low", "total_high"]}
t = words_in(ENGLISH)


def draw(table: pd.DataFrame, sample: Sample) -> Chart:
    """Draw the result of `effects`: what each input explains alone, and with all it is part of."""
    rows = table * 100.0
    top, title = rows.iloc[0], t("chart-effects")
    finding = t(
        "chart-effects-most", what=sample.inputs[str(top.name)].label,
        alone=between(top["low"], top["high"]), together=between(top["total_low"], top["total_high"]),
    )  # fmt: skip
    panels = [_panel(how, rows.head(MOST), sample) for how in ENDS]
    return Chart(picture_of(RECIPE, title, finding, panels), finding, _table(rows, sample), title)


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


def _panel(how: str, rows: pd.DataFrame, sample: Sample) -> PanelNumbers:
    names = [sample.inputs[str(name)].label for name in rows.index]
    lines = [
        Line(k, Values(*row), names[k], how)
        for k, row in enumerate(rows[ENDS[how]].to_numpy().tolist())
    ]
    return PanelNumbers(t("chart-effects-how", how=how), HUNDRED, lines)


def _table(rows: pd.DataFrame, sample: Sample) -> pd.DataFrame:
    named = rows.round(1).rename(index={n: q.label for n, q in sample.inputs.items()})
    columns = {
        "share": "Alone, in 100", "low": "Alone, low", "high": "Alone, high",
        "total": "Together, in 100", "total_low": "Together, low", "total_high": "Together, high",
        "effect": "From low to high it adds, in 100", "effect_low": "Adds, low",
        "effect_high": "Adds, high",
    }  # fmt: skip
    return named[list(columns)].rename(columns=columns).rename_axis("What").reset_index()
