"""Is this rigged? The assumptions to change, the evidence against, and what the model cannot say."""

from typing import Any

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import Field, Form, Group, show
from coprod_sim.apps.explorer.cases import scenario_of
from coprod_sim.apps.frame import BackgroundJob, Desk, Progress
from coprod_sim.apps.frame.texts import head
from coprod_sim.assumptions import DECLARED, FAMILIES, Assumption, Assumptions
from coprod_sim.charts import prior_posterior
from coprod_sim.charts.values import against_first
from coprod_sim.charts.words import difference
from coprod_sim.markup import bullets, element, figure, fold, joined, paragraphs, table
from coprod_sim.report.beliefs import against_in_words, beliefs_in_words
from coprod_sim.report.exploration import open_in_words
from coprod_sim.report.sources import linked
from coprod_sim.results import MEASURES, compare
from coprod_sim.results.prior_posterior import over_fitting_models, prior_and_posterior_gains
from coprod_sim.words import Words

WATCHED = ("acceptance", "losers_acceptance", "trust", "quality")
"""The differences whose change is shown when an assumption is changed."""


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the page for those who do not believe it, which is everybody's right."""
    t = desk.t
    questions = show(joined(element("h2", t("rigged.title")), _questions(t)))
    effect, form = show(class_="verdict"), _assumptions(desk)

    def draw() -> None:
        effect.value = _effect(desk) if desk.state.comparison is not None else ""

    desk.keep("rigged", draw, "comparison")
    change = head(t, "rigged", level=3, title="change")
    rest = show(_list(t, "against", sources=True) + _list(t, "cannot", sources=False))
    return ipywidgets.VBox([questions, _left_open(desk), change, effect, form, rest])


def _left_open(desk: Desk) -> ipywidgets.Widget:
    """Set what is plausible beside what fits the findings, and say what speaks against the goal."""
    t, state = desk.t, desk.state

    def work(tell: Progress) -> Any:
        pair = state.scenario, state.first, state.goal
        gains = prior_and_posterior_gains(*pair, seed=state.view.seed)
        tell(1, 2)
        return gains, over_fitting_models(*pair, seed=state.view.seed)

    def put(found: Any) -> list[ipywidgets.Widget]:
        gains, comparison = found
        state.findings["against"] = against_in_words(comparison, state.goal.name)
        said = [state.findings["against"]]
        said += [beliefs_in_words(comparison, state.goal.name), open_in_words(gains)]
        picture = figure(prior_posterior.draw(gains), t("page.as_table"), level=4)
        return [show(joined(paragraphs("\n".join(filter(None, said))), picture), class_="answer")]

    job = BackgroundJob(desk, t("rigged.open_go"), work, put)
    return ipywidgets.VBox([head(t, "rigged", level=3, title="open"), job.box])


def _questions(t: Words) -> Markup:
    """Set the questions a sceptic asks, each with its short answer."""
    names = [n.removesuffix("_answer") for n in t.names("rigged") if n.endswith("_answer")]
    return joined(*(fold(t(f"rigged.{n}"), paragraphs(t(f"rigged.{n}_answer"))) for n in names))


def _assumptions(desk: Desk) -> Form:
    t, state = desk.t, desk.state
    form = Form([])

    def usual() -> Assumptions:
        """The numbers without the user's changes: the case's own."""
        return scenario_of(state.view.but(assumptions={})).rules

    def draw() -> None:
        start = usual()
        form.parts = [
            *(_family(f, names, start, t) for f, names in FAMILIES.items()),
            Field(
                id="back",
                kind="button",
                label=t("rigged.back"),
                disabled=not state.view.assumptions,
            ),
        ]
        form.values = {n: getattr(state.scenario.rules, n) for n in DECLARED}

    def take(name: str, value: Any, _moving: bool) -> None:
        mine = {k: v for k, v in state.view.assumptions.items() if k != name}
        if value is not None and float(value) != getattr(usual(), name):
            mine[name] = float(value)
        state.change(assumptions=mine)

    desk.answers(form, take)
    desk.clicks(form, lambda _name: state.change(assumptions={}))
    desk.keep("rigged", draw, "view")
    return form


def _family(family: str, names: list[str], start: Assumptions, t: Words) -> Group:
    fields = []
    for name in names:
        a = DECLARED[name]
        fields.append(
            Field(
                id=name, kind="number", label=a.label, low=a.low, high=a.high,
                unit="" if a.unit == "0 to 1" else a.unit, help=_where(a, getattr(start, name), t),
                words={"range": t("rigged.range", low=f"{a.low:g}", high=f"{a.high:g}")},
            )
        )  # fmt: skip
    return Group(
        legend=t(f"groups.{family}"),
        help=t(f"groups.{family}_text"),
        fields=tuple(fields),
        folded=True,
    )


def _where(about: Assumption, usual: float, t: Words) -> str:
    """Say where a number stands, how far it may plausibly lie, and who says so."""
    ends = {k: f"{getattr(about, k):g}" for k in ("least", "most", "low", "high")}
    said = ends | {"usual": f"{usual:g}", "source": about.source}
    if about.schools:
        return t("rigged.disputed", **said, lower=about.schools[0], higher=about.schools[1])
    return t("rigged.fixed" if about.fixed else "rigged.where", **said)


def _effect(desk: Desk) -> Markup:
    """Say what the user's changes do to the differences, measured on the same luck."""
    state, t = desk.state, desk.t
    if not state.view.assumptions:
        return element("p", t("rigged.unchanged", count=len(DECLARED)))
    if len(state.ways) < 2:
        return Markup("")
    case = scenario_of(state.view.but(assumptions={}))
    before = compare(case, state.ways, draws=0, seed=state.view.seed)
    rows = [_row(m, before, state.comparison, state.goal.name) for m in WATCHED]
    heads = [t("rigged.measure"), t("rigged.before"), t("rigged.after")]
    count = t("rigged.changed", count=len(state.view.assumptions))
    label = t("rigged.effect", first=state.first.title, goal=state.goal.title)
    return joined(element("h4", label), element("p", count), table(heads, rows, label))


def _row(measure: str, before: Any, after: Any, goal: str) -> tuple[str, ...]:
    rows = [against_first(found, measure).loc[goal] for found in (before, after)]
    gains = (difference(row["run_low"], row["run_high"], digits=1) for row in rows)
    return MEASURES[measure][0].label, *gains


def _list(t: Words, name: str, *, sources: bool) -> Markup:
    """Set a list of titled texts, with their sources where they have some."""
    names = [n.removesuffix("_text") for n in t.names(name) if n.endswith("_text")]
    items = [
        joined(
            element("strong", t(f"{name}.{n}_title")),
            paragraphs(t(f"{name}.{n}_text")),
            element("p", linked(t(f"{name}.{n}_source")), class_="source") if sources else "",
        )
        for n in names
    ]
    return joined(element("h3", t(f"rigged.{name}")), bullets(items, class_="long"))
