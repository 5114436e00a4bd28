"""The case: one from the library, with what really happened, or the user's own."""

from typing import Any

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import Field, Form, Option, show
from coprod_sim.apps.explorer.case_form import case_form
from coprod_sim.apps.explorer.cases import NOW, OWN
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.frame.texts import head
from coprod_sim.charts.values import last
from coprod_sim.charts.words import between
from coprod_sim.markup import bullets, element, fold, joined, paragraphs
from coprod_sim.report.facts import fact_in_words
from coprod_sim.report.sources import linked
from coprod_sim.results import Comparison
from coprod_sim.scenarios import Scenario, load_scenario, scenario_names
from coprod_sim.words import Words


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the choice of a case, its story, and what the model gives beside what happened."""
    t, state = desk.t, desk.state
    form = Form([_library(t)], {"case": state.view.case})
    story, model = show(class_="story"), show(class_="verdict")
    own = case_form(desk)

    def take(_name: str, value: str | None, _moving: bool) -> None:
        if value:
            state.change(case=value, ways=_ways(state.view.ways, value), turned={})

    def draw() -> None:
        form.values = {"case": state.view.case}
        mine = state.view.case == OWN
        own.layout.display = "" if mine else "none"
        story.value = "" if mine else _story(state.scenario, t)

    def draw_model() -> None:
        model.value = "" if state.comparison is None else _beside(state.comparison, t)

    desk.keep("case", draw, "view")
    desk.keep("case", draw_model, "comparison")
    on = Form(
        [
            Field(id="what", kind="button", label=t("case.to_what"), style="main"),
            Field(id="now", kind="button", label=t("case.to_now")),
        ]
    )
    desk.clicks(on, desk.shell.turn)
    return ipywidgets.VBox([head(t, "case"), desk.answers(form, take), own, story, model, on])


def _library(t: Words) -> Field:
    cases = {name: load_scenario(name) for name in scenario_names()}
    named = sorted(cases.items(), key=lambda item: (item[1].kind != "real", item[1].title))
    options = [Option(value=OWN, label=t("case.own"))]
    options += [
        Option(value=name, label=t(f"case.{case.kind}", title=case.title)) for name, case in named
    ]
    return Field(id="case", kind="select", label=t("case.choose"), options=tuple(options))


def _ways(now: tuple[str, ...], case: str) -> tuple[str, ...]:
    """Choose the ways a case is best looked at with; one's own stay as they are."""
    if case == OWN or NOW in now:
        return now
    return load_scenario(case).engagements[:3]


def _story(case: Scenario, t: Words) -> Markup:
    series = case.decisions
    where = t("case.where", place=case.place, years=case.years, who=case.who_decides)
    return joined(
        element("h3", case.title),
        element("p", where),
        element("p", t("case.lasts", months=f"{series.months:g}", heat=f"{series.heat:g}")),
        paragraphs(case.summary),
        fold(t("case.facts"), bullets(fact_in_words(f) for f in case.facts)),
        fold(t("case.assumed"), bullets(case.assumed)),
        fold(t("case.criticism"), bullets(case.criticism)),
        fold(t("case.sources"), bullets(map(linked, case.sources))),
    )


def _beside(found: Comparison, t: Words) -> Markup:
    """Set what happened beside what the model gives for the way that comes closest to it."""
    case = found.scenario
    really = {e.name: e.title for e in found.engagements}.get(case.really)
    ends = {m: last(found, m) for m in ("acceptance", "losers_acceptance", "trust")}
    lines = [
        t(
            "case.model_line",
            way=e.title,
            **{m: _range(rows.loc[e.name]) for m, rows in ends.items()},
        )
        for e in found.engagements
    ]
    said = t("case.closest", way=really) if really else ""
    happened = element("div", element("h3", t("case.happened")), paragraphs(case.outcome))
    model = element("div", element("h3", t("case.model")), paragraphs(said), bullets(lines))
    sides = element("div", happened if case.name != OWN else "", model, class_="beside")
    return joined(sides, paragraphs(t("case.not_forecast") if case.kind == "real" else ""))


def _range(row: Any) -> str:
    return between(float(row["low"]), float(row["high"]))
