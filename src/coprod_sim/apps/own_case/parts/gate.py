"""Should we ask at all? The gate of the leaders' page, and the stop signs to look for today."""

from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, Group, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.frame.texts import head
from coprod_sim.apps.own_case.gate_questions import gate_questions
from coprod_sim.learning.own_case.printed import signs_of, signs_said
from coprod_sim.markup import bullets, element, joined
from coprod_sim.words import Words


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the gate with the stop signs above the button that goes on."""
    questions = gate_questions(desk)
    *above, on = questions.children
    return ipywidgets.VBox([*above, _signs(desk), on])


def _signs(desk: Desk) -> ipywidgets.Widget:
    t, state = desk.t, desk.state
    form, said = Form([_group(t)]), show(class_="verdict")

    def take(name: str, value: Any, _moving: bool) -> None:
        others = [s for s in state.view.signs if s != name]
        state.change(signs=(*others, name) if value else tuple(others))

    def draw() -> None:
        form.values = {s: s in state.view.signs for s in signs_of(t)}
        seen = [f"{sign} {do}" for sign, do in signs_said(state.view, t)]
        found = joined(element("h4", t("own-signs-seen")), bullets(seen))
        said.value = found if seen else element("p", t("own-signs-none"))

    desk.answers(form, take)
    desk.keep("gate", draw, "view")
    return ipywidgets.VBox([head(t, "own-signs", level=3), form, said])


def _group(t: Words) -> Group:
    signs = (Field(id=s, kind="check", label=t(f"own-signs-sign-{s}")) for s in signs_of(t))
    return Group(legend=t("own-signs-today"), fields=tuple(signs))
