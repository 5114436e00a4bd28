"""Your case: what is decided, for whom, by when, and who decides."""

from dataclasses import replace
from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, Group
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.frame.texts import head
from coprod_sim.apps.own_case.case_fields import groups
from coprod_sim.apps.own_case.kept_parts import kept_part
from coprod_sim.charts.words import number
from coprod_sim.scenarios import load_scenario
from coprod_sim.scenarios.case_questions import USUAL
from coprod_sim.scenarios.described import BASE, WEEKS_LIMITS, Answers
from coprod_sim.words import Words


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the questions about the case; what is not known may stay as it is."""
    t, state = desk.t, desk.state
    usual = USUAL | {"weeks_available": load_scenario(BASE).money.weeks_available}
    form = Form(_questions(t, state.view.case), usual, about="own_case/case")

    def take(name: str, value: Any, _moving: bool) -> None:
        case = {k: v for k, v in state.view.case.items() if k != name}
        state.change(case=case if value in (None, "") else case | {name: value})

    def draw() -> None:
        form.parts = _questions(t, state.view.case)
        shown(usual | state.view.case)

    shown = kept_part(desk, form, "case", take)
    desk.keep("case", draw, "view")
    on = desk.clicks(
        Form([Field(id="gate", kind="button", label=t("own-case-on"), style="main")]), desk.shell.turn
    )  # fmt: skip
    return ipywidgets.VBox([head(t, "own-case"), form, on])


def _questions(t: Words, own: Answers) -> list[Group | Field]:
    """Take the leaders' questions over, ask for the weeks too, and fold what may stay as usual."""
    what, plan, people, shocks, money = groups(t, own)
    low, high = WEEKS_LIMITS
    limits = {"low": number(low), "high": number(high)}
    weeks = Field(id="weeks_available", kind="number", label=t("own-case-weeks_available"),
                  help=t("own-case-weeks_help"), low=low, high=high, step=1.0,
                  words={"range": t("own-case-weeks_range", **limits)})  # fmt: skip
    return [
        replace(what, fields=(*what.fields, weeks)),
        Field(id="guess", kind="note", label=t("own-case-guess")),
        plan,
        replace(people, folded=True),
        replace(shocks, folded=True),
        replace(money, folded=True),
    ]
