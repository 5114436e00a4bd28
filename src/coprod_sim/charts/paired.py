"""What changes against the first engagement: paired differences with their ranges."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from coprod_sim.charts.chart import Chart
from coprod_sim.charts.dots import SHOWN
from coprod_sim.charts.labels import listing, wrap
from coprod_sim.charts.recipe import Recipe, picture_of
from coprod_sim.charts.svg import picture, text
from coprod_sim.charts.theme import LEADING, WIDTH
from coprod_sim.charts.values import (
    against_first,
    held,
    label_of,
    lines_of,
    names_of,
    numbers_of,
    tables_of,
    titles,
)
from coprod_sim.charts.verdict import clear, why_no_winner
from coprod_sim.charts.words import difference, is_clear, unit_of
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.words import ENGLISH, words_in

RECIPE = Recipe(scale="alike", foot="shared", words="signed", hollow="unclear")
FEW = "few"
"""The group that all rows belong to where so little was played that nothing is clear."""
t = words_in(ENGLISH)


def draw(comparison: Comparison, measures: Sequence[str] = SHOWN) -> Chart:
    """Draw the differences to the first engagement, run by run; hollow markers are not clear."""
    first = comparison.engagements[0].title
    title = t("chart-paired", first=first)
    ends = {m: against_first(comparison, m) for m in measures}
    if len(comparison.engagements) == 1:
        return Chart(_empty(title), t("chart-alone"), _table(ends, {}, comparison), title)
    named = dict(list(titles(comparison).items())[1:])
    few = comparison.too_few
    unclear = why_no_winner(comparison) if few else _unclear(ends, named)
    over = held(comparison.over, comparison.draws)
    finding = f"{_sentence(measures[0], ends, named, first)} {unclear} {over}"
    recipe, group = (replace(RECIPE, hollow=FEW), FEW) if few else (RECIPE, "")
    panels = [numbers_of(m, lines_of(rows, 1, group)) for m, rows in ends.items()]
    said = [t("chart-paired-zero", first=first), t("chart-paired-hollow")]
    svg = picture_of(recipe, title, finding, panels, names_of(comparison, 1), said)
    return Chart(svg, finding, _table(ends, named, comparison), title)


def _sentence(
    measure: str, ends: dict[str, pd.DataFrame], named: dict[str, str], first: str
) -> str:
    unit = unit_of(MEASURES[measure][0])
    parts = [
        f"{named[str(name)]} {difference(v['low'], v['high'], unit)}"
        for name, v in ends[measure].iterrows()
    ]
    return t("chart-paired-ends", what=label_of(measure), first=first, ends=listing(parts))


def _unclear(ends: dict[str, pd.DataFrame], named: dict[str, str]) -> str:
    """Name the differences whose range includes zero."""
    found = [
        f"{label_of(measure).lower()} ({named[str(name)]})"
        for measure, rows in ends.items()
        for name, v in rows.iterrows()
        if not is_clear(v["low"], v["high"])
    ]
    return t("chart-paired-unclear", count=len(found), which=listing(found))


def _table(
    ends: dict[str, pd.DataFrame], named: dict[str, str], comparison: Comparison
) -> pd.DataFrame:
    table = tables_of(ends, named)
    table["Clear"] = [
        "yes" if clear(comparison, low, high) else "no"
        for rows in ends.values()
        for low, high in zip(rows["low"], rows["high"], strict=True)
    ]
    return table


def _empty(title: str) -> str:
    lines = wrap(t("chart-alone"), WIDTH, lines=4)
    parts = [text(0.0, LEADING * (k + 1), words) for k, words in enumerate(lines)]
    return picture(title, t("chart-alone"), LEADING * (len(lines) + 1), parts)
