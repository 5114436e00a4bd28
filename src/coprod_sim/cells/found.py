"""What was found by searching or by asking many points, in a cell."""

from collections.abc import Sequence

import pandas as pd
from markupsafe import Markup

from coprod_sim.cells import charts, ways
from coprod_sim.charts import break_even, repair, threshold
from coprod_sim.charts.words import number, weeks_said
from coprod_sim.markup import element, joined, table
from coprod_sim.model.measures import MEASURES
from coprod_sim.report.beliefs import wins_in_words
from coprod_sim.results.amounts import as_written
from coprod_sim.results.discovery import (
    BestWay,
    Box,
    BreakEven,
    CheapestWay,
    Limit,
    Threshold,
    TrustRepair,
)
from coprod_sim.results.discovery.theories import Theories
from coprod_sim.results.uncertainty import FEWEST_SETS, OVER
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)


def _cheapest(found: CheapestWay) -> Markup:
    """Set the cheapest way, how often it gets there, and what it takes."""
    title = t("cells-found-cheapest", reached="yes" if found.reached else "no")
    rows = [
        (t("cells-found-in_runs"), number(found.share_of_runs * 100)),
        (t("cells-found-most"), number(found.best * 100)),
    ]
    return _way(title, rows, found)


def _best(found: BestWay) -> Markup:
    """Set the best way within limits, and what it takes."""
    title = t("cells-found-best", fits="yes" if found.fits else "no")
    label = t("cells-found-mean", what=MEASURES[found.measure][0].label)
    return _way(title, [(label, number(found.mean * 100))], found)


def _way(title: str, rows: list[tuple[str, str]], found: CheapestWay | BestWay) -> Markup:
    taken = [
        (t("cells-found-weeks"), weeks_said(found.effort.weeks)),
        (t("cells-found-money"), number(as_written(found.money))),
    ]
    return joined(
        element("h3", title), _table(title, [*rows, *taken]), ways.dials(found.engagement)
    )


def _box(found: Box) -> Markup:
    """Set the rule that names what does not gain enough, and how sharp it is."""
    title = t("cells-found-box")
    limits = [
        (t("cells-found-back", limit=_limit(x)), number(x.comes_back * 100)) for x in found.limits
    ]
    sharp = [
        (t("cells-found-covers"), number(found.coverage * 100)),
        (t("cells-found-right"), number(found.density * 100)),
        (t("cells-found-all"), number(found.base_rate * 100)),
    ]
    return joined(element("h3", title), _table(title, [*limits, *sharp]))


def _limit(limit: Limit) -> str:
    side = "above" if limit.above else "below"
    return t("cells-found-limit", side=side, name=limit.name, value=f"{limit.value:.3g}")


def _table(title: str, rows: Sequence[tuple[str, str]]) -> Markup:
    return table((t("cells-found-what"), t("cells-found-value")), rows, title)


def _theories(found: Theories) -> Markup:
    """Set in how many models each way wins, after the first decision and the last."""
    if (count := len(found.models)) < FEWEST_SETS:
        return element("p", t("figure-few_sets", sets=count, models=OVER[found.over].models))
    tables = (_wins(title, wins) for title, wins in wins_in_words(found))
    return joined(*tables, element("p", t("found-wins-meant")))


def _wins(title: str, wins: pd.DataFrame) -> Markup:
    heads = (str(wins.index.name), *map(str, wins))
    rows = ((str(way), *map(str, counts)) for way, *counts in wins.itertuples())
    return joined(element("h3", title), table(heads, rows, title))


DRAWN = {
    BestWay: _best,
    Box: _box,
    BreakEven: lambda found: charts.draw(break_even.draw([found])),
    CheapestWay: _cheapest,
    Theories: _theories,
    Threshold: lambda found: charts.draw(threshold.draw(found)),
    TrustRepair: lambda found: charts.draw(repair.draw(found)),
}
