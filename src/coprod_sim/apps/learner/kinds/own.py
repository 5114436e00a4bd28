"""Own case: the parts to do, each to be ticked when it is done."""

from html import escape

import ipywidgets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.controls.show import bullets
from coprod_sim.apps.explorer.desk import Desk
from coprod_sim.apps.learner.exercise_state import ExerciseState


def panel(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    """Build a box to tick for each part, and the way to the worksheet."""
    table, t = state.exercise.detail, desk.t
    boxes = [Field(id=p.id, kind="check", label=p.name) for p in table.parts]
    form = Form(boxes, dict(state.answer))
    desk.answers(form, lambda name, value, _moving: state.set(**{name: value}))
    way = (
        f'<p class="link"><a href="../9_my_own_case.ipynb">{escape(t("learner.own.open"))}</a></p>'
    )
    rubric = (
        f"<h3>{escape(t('learner.own.rubric'))}</h3>{bullets(table.rubric)}" if table.rubric else ""
    )
    return ipywidgets.VBox([show(way), form, show(rubric)])
