"""Where each engagement ends: a dot for the mean and a bar for the range, one measure a panel."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from coprod_sim.charts.chart import Chart
from coprod_sim.charts.labels import listing
from coprod_sim.charts.recipe import Recipe, picture_of
from coprod_sim.charts.values import (
    held,
    label_of,
    last,
    lines_of,
    names_of,
    numbers_of,
    tables_of,
    titles,
)
from coprod_sim.charts.verdict import verdict
from coprod_sim.charts.words import between, unit_of
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.words import ENGLISH, words_in

SHOWN = ("acceptance", "losers_acceptance", "trust", "reasoned_judgement", "fairness", "quality")
"""The measures a decision is judged by, unless told otherwise."""
RECIPE = Recipe(scale="kind", foot="shared")
t = words_in(ENGLISH)


def draw(
    comparison: Comparison, measures: Sequence[str] = SHOWN, *, digits: int = 0, judged: bool = True
) -> Chart:
    """Draw each engagement's mean and range after the last decision; with `digits` on their own scale.

    Unless `judged`, the finding says where each ends, and not which ends best.
    """
    ends = {m: last(comparison, m) for m in measures}
    named = titles(comparison)
    title = t("chart-dots", count=comparison.scenario.decisions.count)
    said = [_sentence(m, ends[m], named, digits) for m in measures[:2]]
    ahead = verdict(comparison, measures[0]) if judged else ""
    ended = [ahead, *said, held(comparison.over, comparison.draws)]
    finding = " ".join(filter(None, ended))
    panels = [numbers_of(m, lines_of(rows)) for m, rows in ends.items()]
    recipe = replace(RECIPE, words="tenths", scale="own") if digits else RECIPE
    svg = picture_of(recipe, title, finding, panels, names_of(comparison))
    return Chart(svg, finding, tables_of(ends, named), title)


def _sentence(measure: str, ends: pd.DataFrame, named: dict[str, str], digits: int) -> str:
    unit = unit_of(MEASURES[measure][0])
    parts = [
        f"{named[str(n)]} {between(v['low'], v['high'], unit, digits=digits)}"
        for n, v in ends.iterrows()
    ]
    return t("chart-ends", what=label_of(measure), ends=listing(parts))
