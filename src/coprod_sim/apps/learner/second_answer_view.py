"""A second thought after the run: the bet stays in the ledger, the answer may change."""

from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Form
from coprod_sim.apps.explorer.desk import Desk
from coprod_sim.apps.learner.asking import asked_fields, order_values, placed
from coprod_sim.apps.learner.bet_state import BetState
from coprod_sim.apps.learner.exercise_state import ExerciseState


def second_answer(desk: Desk, state: ExerciseState, bet: BetState) -> ipywidgets.Widget:
    """Ask again, once the run was seen and the first bet did not come out."""
    t, form = desk.t, Form([], {})

    def draw(_change: object = None) -> None:
        seen_it = bet.played is not None and (bet.bet.see is None or bet.seen)
        needed = seen_it and bet.verdict()[0] is not True
        help = t("learner.exercise.second")
        form.parts = asked_fields(bet.bet, t, unknown=False, help=help) if needed else []
        order = order_values(state.answer.get("order", []))
        form.values = {"choice": state.answer.get("choice"), **order}

    def take(name: str, value: Any, _moving: bool) -> None:
        if name == "choice":
            state.set(choice=value)
        else:
            size = len(bet.bet.order)
            state.set(choice=None, order=placed(state.answer.get("order", []), name, value, size))
        draw()

    bet.observe(desk.guarded(draw), ["played", "seen"])
    draw()
    return desk.answers(form, take)
