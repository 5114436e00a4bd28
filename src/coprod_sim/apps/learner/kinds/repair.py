"""Repair: the dials that may move, and what they take of what there is to spend."""

from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.controls.form import dial_field
from coprod_sim.apps.frame import Desk, in_background
from coprod_sim.apps.learner.exercise_state import ExerciseState
from coprod_sim.engagement import DIALS
from coprod_sim.learning.kinds.repair import (
    Goal,
    RepairTable,
    dials_of,
    in_numbers,
    repaired,
    spending,
    start_dials,
    what_of,
)
from coprod_sim.learning.runs import play_alone
from coprod_sim.markup import Markup, bullets, element, joined
from coprod_sim.words import Words

SEED = 1
"""Luck for counting what a way takes; hours do not hang on it, and pay hardly does."""


def panel(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    """Build the dials; they start where the broken way has them."""
    table, t = state.exercise.detail, desk.t
    form, spent = Form([], {}, about=state.key), show(class_="verdict")
    start = start_dials(table)

    def draw(_change: object = None) -> None:
        now = start | dials_of(table, state.answer)
        back = Field(id="back", kind="button", label=t("learner-repair-back"))
        form.parts = [*(dial_field(d, DIALS[d]) for d in table.dials), back]
        form.values = {d: DIALS[d].shown(v) for d, v in now.items()}

    def put(html: Markup | None, fault: Exception | None) -> None:
        if fault is not None:
            raise fault
        spent.value = html or ""

    def count(_change: object = None) -> None:
        moved = start | dials_of(table, state.answer)
        in_background(lambda: _spent(table, moved, t), desk.guarded(put))

    def take(name: str, value: Any, moving: bool) -> None:
        if value is not None and not moving:
            state.set(**{name: DIALS[name].value(value)})
            count()

    def back(_name: str) -> None:
        state.set(**dict.fromkeys(table.dials))
        draw()
        count()

    draw()
    state.observe(desk.guarded(draw), ["answer"])
    state.learner.when_shown(desk.guarded(count))
    desk.clicks(desk.answers(form, take), back)
    return ipywidgets.VBox([show(limits_html(table, t)), form, spent])


def limits_html(table: RepairTable, t: Words) -> Markup:
    """Say what there is to spend."""
    limits = [f"{t(f'learner-budget-{k}')}: {v:,.0f}" for k, v in table.budget.items()]
    return _headed(t("learner-repair-limits"), limits)


def _spent(table: RepairTable, moved: dict[str, float], t: Words) -> Markup:
    played = play_alone(repaired(table, moved), SEED)
    found = spending(table, moved, played)
    goals = [goal_words(goal, t) for goal in table.goals]
    takes = [_line(k, v, table.budget[k], t) for k, v in found.items()]
    return joined(
        _headed(t("learner-repair-goals"), goals), _headed(t("learner-repair-takes"), takes)
    )


def _headed(head: str, lines: list[str]) -> Markup:
    return joined(element("p", element("strong", head)), bullets(lines))


def goal_words(goal: Goal, t: Words) -> str:
    """Say one goal: what is read, the mark, and how often it must hold."""
    side = "at_most" if goal.at_least is None else "at_least"
    mark, need = getattr(goal, side), goal.in_share * 100
    return t(f"learner-repair-{side}", what=what_of(goal, t), mark=f"{mark:g}", need=f"{need:.0f}")


def _line(name: str, spent: float, limit: float, t: Words) -> str:
    over = spent > limit + 1e-6
    return t(
        f"learner-repair-{'too_much' if over else 'within'}", name=t(f"learner-budget-{name}"),
        **in_numbers(spent, limit),
    )  # fmt: skip
