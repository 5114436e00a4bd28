"""A case in a cell: its story, what the model is told of it, and its sources."""

from markupsafe import Markup

from coprod_sim.charts.words import number
from coprod_sim.engagement import engagement_names, load_engagement
from coprod_sim.markup import bullets, element, fold, joined, table
from coprod_sim.report.facts import value_of
from coprod_sim.scenarios import Scenario
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)


def draw(case: Scenario) -> Markup:
    """Set a case."""
    facts = [[fact.what, value_of(fact)] for fact in case.facts]
    heads = (t("cells-case-fact"), t("cells-case-value"))
    return joined(
        element("h3", case.title),
        element("p", f"{case.place}, {case.years}", class_="quiet"),
        element("p", case.summary),
        element("h4", t("cells-case-done")),
        element("p", case.outcome),
        element("h4", t("cells-case-settings")),
        table(heads, _settings(case), t("cells-case-settings")),
        fold(t("cells-case-facts"), table(heads, facts, t("cells-case-facts")) if facts else ""),
        fold(t("cells-case-assumed"), bullets((*case.assumed, *case.cautions))),
        fold(t("cells-case-criticism"), bullets(case.criticism)),
        fold(t("cells-case-sources"), bullets(case.sources)),
    )


def _settings(case: Scenario) -> list[tuple[str, str]]:
    series, people = case.decisions, case.people
    count = t("cells-case-count", count=series.count, months=f"{series.months:g}")
    citizens = t(
        "cells-case-people", citizens=number(people.citizens), less_heard=number(people.less_heard)
    )
    return [
        (t("cells-case-asked"), series.what),
        (t("cells-case-decisions"), count),
        (t("cells-case-citizens"), citizens),
        (t("cells-case-ways"), ", ".join(map(_titled, case.engagements))),
    ]


def _titled(name: str) -> str:
    """Give a way's title; a name that only a file knows stays as it is."""
    return load_engagement(name).title if name in engagement_names() else name


DRAWN = {Scenario: draw}
