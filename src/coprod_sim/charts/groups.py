"""Who loses: less-heard people beside the well-connected, for each engagement."""

from collections.abc import Sequence

import pandas as pd

from coprod_sim.charts.chart import Chart
from coprod_sim.charts.recipe import Named, PanelNumbers, Recipe, picture_of
from coprod_sim.charts.values import (
    held,
    label_of,
    last,
    lines_of,
    names_of,
    numbers_of,
    table_of,
    titles,
)
from coprod_sim.charts.words import between, unit_of
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.words import ENGLISH, words_in

SHOWN = ("acceptance", "quality", "trust")
"""Where the two groups are set side by side, unless told otherwise."""
SIDES = ("less_heard", "well_connected")
"""The two groups; hollow markers stand for the first."""
RECIPE = Recipe(scale="kind", hollow=SIDES[0])
t = words_in(ENGLISH)

Ends = dict[str, pd.DataFrame]


def draw(comparison: Comparison, measures: Sequence[str] = SHOWN) -> Chart:
    """Draw both groups after the last decision, one measure after the other."""
    ends = {m: {g: last(comparison, m, g) for g in SIDES} for m in measures}
    named, title = titles(comparison), t("chart-groups")
    finding = f"{_finding(measures[0], ends[measures[0]], named)} {held(comparison.over, comparison.draws)}"
    sides = [Named(t("chart-groups-key", group=g), hollow=g == SIDES[0]) for g in SIDES]
    panels = [_panel(m, both) for m, both in ends.items()]
    svg = picture_of(RECIPE, title, finding, panels, [*names_of(comparison), *sides])
    return Chart(svg, finding, _table(ends, named), title)


def _panel(measure: str, ends: Ends) -> PanelNumbers:
    """Set both groups' rows of each engagement under each other."""
    less, well = (lines_of(rows, group=group) for group, rows in ends.items())
    return numbers_of(measure, [line for pair in zip(less, well, strict=True) for line in pair])


def _finding(measure: str, ends: Ends, named: dict[str, str]) -> str:
    unit = unit_of(MEASURES[measure][0])
    parts = []
    for name, title in named.items():
        rows = (ends[group].loc[name] for group in SIDES)
        less, well = (between(row["low"], row["high"], unit) for row in rows)
        parts.append(t("chart-groups-way", way=title, less_heard=less, well_connected=well))
    return t("chart-ends", what=label_of(measure), ends="; ".join(parts))


def _table(ends: dict[str, Ends], named: dict[str, str]) -> pd.DataFrame:
    tables = []
    for measure, both in ends.items():
        for group, rows in both.items():
            table = table_of(rows.rename(index=named))
            table.insert(1, "Group", t("chart-groups-name", group=group))
            table.insert(1, "Measure", label_of(measure))
            tables.append(table)
    return pd.concat(tables, ignore_index=True)
