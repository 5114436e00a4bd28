"""Who loses, who never came, what it costs, and from which chance of a challenge on it is cheaper."""

from typing import Any

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.explorer.cases import RATES
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.frame.texts import head
from coprod_sim.charts import break_even as break_even_chart
from coprod_sim.charts import costs, groups
from coprod_sim.charts.values import last
from coprod_sim.charts.words import between
from coprod_sim.markup import bullets, element, figure, fold, joined, paragraphs, table
from coprod_sim.quantities import declared
from coprod_sim.report.exploration import break_even_in_words
from coprod_sim.report.sentences import losers_in_words, what_it_costs
from coprod_sim.report.sources import linked
from coprod_sim.results import Comparison
from coprod_sim.results.discovery import break_even
from coprod_sim.scenarios import Money
from coprod_sim.words import Words


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the groups, the people who stayed away, the costs at the user's rates, the break-even."""
    t, state = desk.t, desk.state
    losers, money, even = show(), show(), show(class_="answer")
    rates, chances = _rates(desk), _chances(desk)

    def draw() -> None:
        found = state.comparison
        if found is None or state.moving:
            return
        label = t("page.as_table")
        losers.value = joined(
            element("h2", t("cost.title")),
            element("h3", t("cost.who_loses")),
            bullets(losers_in_words(found)),
            element("h3", t("cost.never_came")),
            bullets(_stayed_away(found, t)),
            figure(groups.draw(found), label),
        )
        money.value = joined(
            element("h3", t("cost.what_it_costs")),
            paragraphs(what_it_costs(found)),
            figure(costs.draw(found), label),
            _guide(t),
        )

    def draw_even() -> None:
        found = state.comparison
        if found is not None:
            even.value = _even(desk, found)

    desk.keep("cost", draw, "comparison", "moving")
    desk.keep("cost", draw_even, "comparison", "view")
    opening = head(t, "cost", level=3, title="even")
    return ipywidgets.VBox([losers, money, rates, opening, chances, even])


def _even(desk: Desk, found: Comparison) -> str:
    state, t = desk.state, desk.t
    names = [e.name for e in found.engagements]
    goal = state.goal.name
    if len(names) < 2 or goal not in names or goal == names[0]:
        return element("p", t("cost.even_needs_two"))
    challenge = found.scenario.money.challenge
    if challenge <= 0:
        return element("p", t("cost.even_needs_challenge"))
    result = break_even(found, names[0], goal, challenge=challenge, left=state.view.left)
    state.findings["break_even"] = break_even_in_words(result, state.view.chance)
    chart = break_even_chart.draw(result, state.view.chance)
    return joined(
        paragraphs(state.findings["break_even"]), figure(chart, t("page.as_table"), level=4)
    )


def _stayed_away(found: Comparison, t: Words) -> list[str]:
    """Say how many people took no part, in both groups, for every way."""
    took = {g: last(found, "took_part", g) for g in ("all", "less_heard", "well_connected")}

    def away(group: str, name: str) -> str:
        row = took[group].loc[name]
        return between(100 - float(row["high"]), 100 - float(row["low"]))

    return [
        t("cost.stayed_away", way=e.title, **{g: away(g, e.name) for g in took})
        for e in found.engagements
    ]


def _rates(desk: Desk) -> Form:
    t, state = desk.t, desk.state
    limits = dict(declared(Money))
    words = {n: {"range": t("cost.range", low="0", high=f"{limits[n].high:,.0f}")} for n in RATES}
    fields = [
        Field(id=n, kind="number", label=t(f"cost.{n}"), help=t(f"cost.{n}_help"), low=0.0,
              high=limits[n].high, words=words[n], style="two")
        for n in RATES
    ]  # fmt: skip
    form = Form(fields)

    def take(name: str, value: float | None, _moving: bool) -> None:
        money = {k: v for k, v in state.view.money.items() if k != name}
        state.change(money=money if value is None else money | {name: float(value)})

    def draw() -> None:
        form.values = {n: getattr(state.scenario.money, n) for n in RATES}

    desk.answers(form, take)
    desk.keep("cost", draw, "scenario")
    return form


def _chances(desk: Desk) -> Form:
    t, state = desk.t, desk.state
    fields = [
        Field(id=n, kind="dial", label=t(f"cost.{n}"), help=t(f"cost.{n}_help"), low=0.0, high=100.0,
              step=1.0, unit="in 100")
        for n in ("chance", "left")
    ]  # fmt: skip
    form = Form(fields, {"chance": state.view.chance * 100, "left": state.view.left * 100})

    def take(name: str, value: Any, moving: bool) -> None:
        if value is not None:
            state.change(moving=moving, **{name: value / 100})

    def draw() -> None:
        form.values = {n: getattr(state.view, n) * 100 for n in ("chance", "left")}

    desk.answers(form, take)
    desk.keep("cost", draw, "view")
    return form


def _guide(t: Words) -> Markup:
    """Set the published price ranges as a table, for the user to check their own against."""
    heads = [t(f"cost.{h}") for h in ("what", "amount", "source")]
    rows = [_price(t(f"costs_guide.{n}")) for n in t.names("costs_guide") if n.startswith("row")]
    label = t("cost.guide")
    intro, warning = (paragraphs(t(f"costs_guide.{k}")) for k in ("intro", "warning"))
    return fold(label, joined(intro, table(heads, rows, label), warning))


def _price(row: str) -> tuple[str, str, Markup]:
    what, amount, source = (part.strip() for part in row.split("|"))
    return what, amount, linked(source)
