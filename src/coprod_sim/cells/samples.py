"""Points that were played, and what was learnt from them, in a cell."""

from collections.abc import Iterator

from markupsafe import Markup

from coprod_sim.cells import charts
from coprod_sim.charts import foretold, what_matters
from coprod_sim.charts.words import difference, unit_of
from coprod_sim.markup import element, joined, table
from coprod_sim.model.measures import MEASURES
from coprod_sim.results.discovery import Emulators, Sample, first_order_effects
from coprod_sim.results.discovery.sample import FEWEST
from coprod_sim.results.ranges import mean_and_ends
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)


def draw(sample: Sample) -> Markup:
    """Set how far each difference is spread over the points, and what it comes from."""
    measures = [
        str(name) for name in sample.frame if name in MEASURES and name not in sample.inputs
    ]
    if not (measures and sample.points):
        return joined(element("h3", sample.way), element("p", t("cells-sample-none")))
    heads = (t("cells-measure"), t("cells-sample-brings"))
    return joined(
        element("h3", sample.way),
        element("p", t("cells-sweep", points=sample.points)),
        table(heads, _rows(sample, measures), sample.way),
        matters(sample, measures[0]),
    )


def matters(sample: Sample, measure: str) -> Markup:
    """Draw what the differences come from, where there are points enough to say."""
    there = sample.frame[measure].count() if sample.inputs else 0
    if there < FEWEST:
        return Markup("")
    return charts.draw(what_matters.draw(first_order_effects(sample, measure), sample))


def _rows(sample: Sample, measures: list[str]) -> Iterator[tuple[str, str]]:
    for name in measures:
        about, ends = MEASURES[name][0], mean_and_ends(sample.gains(name))
        yield about.label, difference(ends["low"] * 100, ends["high"] * 100, unit_of(about))


def _emulators(learnt: Emulators) -> Markup:
    """Set how much of what was kept back the quick copies foretell."""
    return charts.draw(foretold.draw(learnt.by_measure))


DRAWN = {Emulators: _emulators, Sample: draw}
