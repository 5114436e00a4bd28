"""A comparison in a cell: where each way ends as a picture, and every main measure as a table."""

import math
from collections.abc import Iterator
from itertools import batched

import pandas as pd
from markupsafe import Markup

from coprod_sim.cells import charts
from coprod_sim.charts import dots
from coprod_sim.charts.values import over_in_words
from coprod_sim.charts.words import NOTHING, number, span, unit_of
from coprod_sim.markup import bullets, element, joined, table
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.results.discovery import title_of
from coprod_sim.results.streaming import Streamed
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)
MOST_BESIDE = 4
"""More ways than this do not fit beside each other in a notebook; the others stand below, in even parts."""


def draw(found: Comparison) -> Markup:
    """Set the comparison after its last decision."""
    case, cautions = found.scenario, found.cautions
    ways = {way.name: way.title for way in found.engagements}
    title = t("cells-comparison", case=case.title, decision=case.decisions.count)
    return joined(
        element("h3", title),
        element(
            "p", t("cells-played", runs=found.runs, over=over_in_words(found.over, found.draws))
        ),
        element("h4", t("cells-take_care")) if cautions else "",
        bullets(cautions),
        charts.draw(dots.draw(found)),
        _tables(found.ranges, ways, title),
    )


def _streamed(found: Streamed) -> Markup:
    """Set what is left of runs that were added up as they passed."""
    ways = {name: title_of(name) for name in found.ranges.index.unique("engagement")}
    title = t("cells-streamed", decision=found.ranges.index.unique("decision").max())
    return joined(
        element("h3", title),
        element(
            "p", t("cells-played", runs=found.runs, over=over_in_words(found.over, found.draws))
        ),
        _tables(found.ranges, ways, title),
    )


def _tables(ranges: pd.DataFrame, ways: dict[str, str], title: str) -> Markup:
    """Set every main measure of each way, in as many tables as it takes for each to fit below a cell."""
    parts = [*batched(ways, -(-len(ways) // -(-len(ways) // MOST_BESIDE)))]
    return joined(
        *(
            table((t("cells-measure"), *(ways[way] for way in part)), _rows(ranges, [*part]), title)
            for part in parts
        )
    )


def _rows(ranges: pd.DataFrame, ways: list[str]) -> Iterator[list[str]]:
    """Write the mean and the range of each main measure for each way, after the last decision."""
    last = ranges.index.unique("decision").max()
    for name, (measure, _) in MEASURES.items():
        if "table" in measure.lists:
            found = ranges.xs((last, "all", name), level=("decision", "group", "measure"))
            ends = (found.loc[ways, ["mean", "low", "high"]] * 100).itertuples(index=False)
            yield [f"{measure.label}, {unit_of(measure)}", *(_between(*row) for row in ends)]


def _between(mean: float, low: float, high: float) -> str:
    if math.isnan(mean):
        return NOTHING
    return t("cells-between", mean=number(mean), range=span(low, high))


DRAWN = {Comparison: draw, Streamed: _streamed}
