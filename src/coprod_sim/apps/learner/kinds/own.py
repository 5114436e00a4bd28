"""Own case: the parts to do, ticked by the worksheet itself, and the way to the worksheet."""

import ipywidgets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.learner.exercise_state import ExerciseState
from coprod_sim.apps.learner.page_blocks import link
from coprod_sim.learning.own_case.completeness import PARTS
from coprod_sim.learning.own_case.storage import done_in
from coprod_sim.markup import bullets, element, joined


def panel(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    """Build a box for each part; what the worksheet knows of is ticked by it, the rest by hand."""
    table, t = state.exercise.detail, desk.t
    boxes = [
        Field(id=p.id, kind="check", label=p.name, disabled=p.id in PARTS) for p in table.parts
    ]
    form = Form(boxes, dict(state.answer))

    def look(_name: str = "") -> None:
        state.learner.store.look()
        there = done_in(state.learner.store)
        found = {p.id: there[p.id] for p in table.parts if p.id in there}
        if any(found.values()) or state.answer:
            state.set(**found)
        form.values = dict(state.answer)

    desk.answers(form, lambda name, value, _moving: state.set(**{name: value}))
    again = Form([Field(id="look", kind="button", label=t("own-take-look"))])
    desk.clicks(again, look)
    desk.guarded(look)()
    way = link("../9_my_own_case.ipynb", t("learner-own-open"))
    head = element("h3", t("learner-own-rubric")) if table.rubric else ""
    rubric = joined(head, bullets(table.rubric))
    return ipywidgets.VBox([show(way), form, again, show(rubric)])
