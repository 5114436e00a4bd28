"""Trust repair: good decisions needed after one, two or three bad ones."""

import pandas as pd

from coprod_sim.charts.chart import Chart
from coprod_sim.charts.recipe import Line, PanelNumbers, Recipe, Values, picture_of
from coprod_sim.charts.values import held
from coprod_sim.charts.words import duration, span
from coprod_sim.engagement import load_engagement
from coprod_sim.results.discovery import TrustRepair
from coprod_sim.results.uncertainty import LUCK
from coprod_sim.words import ENGLISH, words_in

RECIPE = Recipe(named=True, look="plain", words="given")
"""Ranges stand in the names, clear of the line at the right that says what is late."""
t = words_in(ENGLISH)


def draw(result: TrustRepair) -> Chart:
    """Draw the result of `repair`: a row for each number of bad decisions."""
    rows, title, each = result.table, t("chart-repair"), duration(result.months)
    worst = rows.iloc[-1]
    takes = span(worst["low"], worst["high"])
    one = int(takes == "1")
    said = t("chart-repair-said", count=rows.index[-1], range=takes, one=one, each=each)
    finding = f"{said} {held(LUCK)}"
    numbers = zip(rows.index, rows[["mean", "low", "high"]].to_numpy().tolist(), strict=True)
    lines = [
        Line(k, Values(*row), t("chart-repair-after", count=bad, range=span(*row[1:])))
        for k, (bad, row) in enumerate(numbers)
    ]
    late = (result.decisions + 1.0, t("chart-repair-late"))
    panel = PanelNumbers(t("chart-repair-panel", each=each), "", lines, late)
    table = rows.round(1).reset_index()
    table["not_back"] = (rows["not_back"] * 100).round().to_numpy()
    table.columns = ["Bad decisions", "Mean", "Low", "High", "Not back in time, in 100"]
    return Chart(picture_of(RECIPE, title, finding, [panel]), finding, table, title)


def example(_said: str) -> tuple[TrustRepair]:
    """Give one and two bad decisions to draw."""
    columns = ("mean", "low", "high", "not_back")
    rows = [(2.5, 1.0, 4.0, 0.0), (5.0, 3.0, 9.0, 0.2)]
    table = pd.DataFrame(rows, columns=columns, index=pd.Index([1, 2], name="bad"))
    bad, good = load_engagement("tickbox"), load_engagement("co_production")
    return (TrustRepair(table=table, bad=bad, good=good, decisions=8, months=6.0),)
