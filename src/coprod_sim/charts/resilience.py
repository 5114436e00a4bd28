"""What is lost when somebody spreads falsehoods before the last decision."""

import pandas as pd

from coprod_sim.charts.chart import Chart
from coprod_sim.charts.labels import listing
from coprod_sim.charts.recipe import HUNDRED, PanelNumbers, Recipe, picture_of
from coprod_sim.charts.values import held, lines_of, table_of, titles
from coprod_sim.charts.words import between
from coprod_sim.results import Comparison
from coprod_sim.words import ENGLISH, words_in

RECIPE = Recipe(named=True, bar=True, words="tenths")
t = words_in(ENGLISH)


def draw(comparison: Comparison) -> Chart:
    """Draw the acceptance lost to the test campaign, the same for every engagement."""
    named, title = titles(comparison), t("chart-resilience")
    lost = comparison.resilience.loc[list(named)] * 100.0
    finding = f"{_finding(lost, named)} {held(comparison.over, comparison.draws)}"
    rows = zip(lines_of(lost), named.values(), strict=True)
    lines = [line._replace(name=name) for line, name in rows]
    svg = picture_of(
        RECIPE, title, finding, [PanelNumbers(t("chart-resilience-lost"), HUNDRED, lines)]
    )
    return Chart(svg, finding, table_of(lost.rename(index=named)), title)


def _finding(lost: pd.DataFrame, named: dict[str, str]) -> str:
    parts = [
        f"{named[str(name)]} {between(v['low'], v['high'], digits=1)}"
        for name, v in lost.iterrows()
    ]
    return t("chart-resilience-ends", ends=listing(parts))
