"""A comparison in a cell: where each way ends as a picture, and every main measure as a table."""

import math
from collections.abc import Iterator

from markupsafe import Markup

from coprod_sim.cells import charts
from coprod_sim.charts import dots
from coprod_sim.charts.values import last
from coprod_sim.charts.words import NOTHING, number, span, unit_of
from coprod_sim.markup import bullets, element, joined, table
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.results.uncertainty import OVER
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)


def draw(found: Comparison) -> Markup:
    """Set the comparison after its last decision."""
    case, cautions = found.scenario, found.cautions
    heads = [t("cells-measure"), *(way.title for way in found.engagements)]
    title = t("cells-comparison", case=case.title, decision=case.decisions.count)
    return joined(
        element("h3", title),
        element("p", t("cells-played", runs=found.runs, over=OVER[found.over].words)),
        element("h4", t("cells-take_care")) if cautions else "",
        bullets(cautions),
        charts.draw(dots.draw(found)),
        table(heads, _rows(found), title),
    )


def _rows(found: Comparison) -> Iterator[list[str]]:
    """Write the mean and the range of each main measure for each way."""
    for name, (measure, _) in MEASURES.items():
        if "table" in measure.lists:
            ends = last(found, name)[["mean", "low", "high"]].itertuples(index=False)
            yield [f"{measure.label}, {unit_of(measure)}", *(_between(*row) for row in ends)]


def _between(mean: float, low: float, high: float) -> str:
    if math.isnan(mean):
        return NOTHING
    return t("cells-between", mean=number(mean), range=span(low, high))


DRAWN = {Comparison: draw}
