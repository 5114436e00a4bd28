"""Three questions from earlier lessons; every answer gets its reason, and any answer may be changed."""

from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, Option, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.learner.prediction_view import outcome_html
from coprod_sim.learning.items import RecallQuestion
from coprod_sim.markup import element


def recall_part(desk: Desk, questions: tuple[RecallQuestion, ...], key: str) -> ipywidgets.Widget:
    """Ask the questions one below the other, each with its feedback under it."""
    if not questions:
        return show(element("p", desk.t("learner.recall.none")))
    return ipywidgets.VBox([_question(desk, q, f"{key}/{k}") for k, q in enumerate(questions)])


def _question(desk: Desk, question: RecallQuestion, key: str) -> ipywidgets.Widget:
    learner = desk.state
    options = tuple(
        Option(value=str(k), label=option.text) for k, option in enumerate(question.options)
    )
    field = Field(id="answer", kind="choice", label=question.question, options=options)
    form, said = Form([field], {"answer": learner.store.get(key)}), show(class_="outcome")

    def draw() -> None:
        given = form.values.get("answer")
        said.value = _said(desk, question, int(given)) if given is not None else ""

    def take(_name: str, value: Any, _moving: bool) -> None:
        learner.keep(key, value)
        draw()

    draw()
    return ipywidgets.VBox([desk.answers(form, take), said])


def _said(desk: Desk, question: RecallQuestion, given: int) -> str:
    state = "yes" if given == question.right else "not_yet"
    return outcome_html(state, question.options[given].why, desk.t)
