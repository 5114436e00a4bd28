"""A sweep in a cell: how far each difference is spread over the points, and what matters most in it."""

from collections.abc import Iterator

from markupsafe import Markup

from coprod_sim.cells.samples import matters
from coprod_sim.charts.labels import listing
from coprod_sim.charts.words import difference, unit_of
from coprod_sim.markup import element, joined, table
from coprod_sim.model.measures import MEASURES
from coprod_sim.model.totals import IN_WORDS
from coprod_sim.results.discovery import sample_of, title_of
from coprod_sim.results.ranges import mean_and_ends
from coprod_sim.results.sweeps import SweepResult
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)


def draw(swept: SweepResult) -> Markup:
    """Set the sweep: its question, its differences as a table, and a picture where points are enough."""
    question, pairs = swept.experiment.question, swept.experiment.pairs
    measures = [m for m in swept.experiment.measures if m in MEASURES]
    if not (pairs and measures and len(swept.frame)):
        return joined(element("h3", question), element("p", t("cells-sweep-none")))
    heads = [t("cells-measure"), *(_pair(way, base) for way, base in pairs.items())]
    failed = len(swept.failed)
    return joined(
        element("h3", question),
        element("p", _over(swept)),
        element("p", t("cells-sweep-failed", count=failed)) if failed else "",
        table(heads, _rows(swept, measures), question),
        matters(sample_of(swept, [*pairs][-1]), measures[0]),
    )


def _over(swept: SweepResult) -> str:
    """Say on which case, after which decision and on whom the differences were measured."""
    return t(
        "cells-sweep-on", points=len(swept.points), cases=listing(list(swept.cases)),
        decision=swept.last_decision, group=IN_WORDS[swept.group],
    )  # fmt: skip


def _pair(way: str, base: str) -> str:
    return t("cells-sweep-pair", way=title_of(way), base=title_of(base))


def _rows(swept: SweepResult, measures: list[str]) -> Iterator[list[str]]:
    for name in measures:
        about = MEASURES[name][0]
        spread = [
            mean_and_ends(swept.gains(name, way).to_numpy()) for way in swept.experiment.pairs
        ]
        unit = unit_of(about)
        yield [about.label, *(difference(s["low"] * 100, s["high"] * 100, unit) for s in spread)]


DRAWN = {SweepResult: draw}
