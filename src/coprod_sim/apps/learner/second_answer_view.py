"""A second thought after the run: the bet stays in the ledger, the answer may change."""

from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Form
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.learner.exercise_state import ExerciseState
from coprod_sim.apps.learner.prediction_state import PredictionState
from coprod_sim.apps.learner.question_fields import order_values, placed, question_fields


def second_answer(
    desk: Desk, state: ExerciseState, prediction: PredictionState
) -> ipywidgets.Widget:
    """Ask again, once the run was seen and the first bet did not come out."""
    t, form = desk.t, Form([], {})

    def draw(_change: object = None) -> None:
        seen_it = prediction.played is not None and (prediction.item.see is None or prediction.seen)
        needed = seen_it and prediction.verdict()[0] is not True
        help = t("learner-exercise-second")
        form.parts = question_fields(prediction.item, t, unknown=False, help=help) if needed else []
        order = order_values(state.answer.get("order", []))
        form.values = {"choice": state.answer.get("choice"), **order}

    def take(name: str, value: Any, _moving: bool) -> None:
        if name == "choice":
            state.set(choice=value)
        else:
            size = len(prediction.item.order)
            state.set(choice=None, order=placed(state.answer.get("order", []), name, value, size))
        draw()

    prediction.observe(desk.guarded(draw), ["played", "seen"])
    draw()
    return desk.answers(form, take)
