"""Questions from memory, and those that come back; every answer gets its reason and may be changed."""

from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, Option, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.learner.prediction_view import outcome_html
from coprod_sim.learning.items import RecallQuestion
from coprod_sim.learning.lesson import Lesson
from coprod_sim.learning.lesson_progress import LESSON
from coprod_sim.learning.recall import Returning, record_first, returning
from coprod_sim.markup import element


def recall_part(desk: Desk, lesson: Lesson) -> ipywidgets.Widget:
    """Ask the lesson's questions one below the other, then those that were missed in earlier lessons."""
    key, store = f"{LESSON}{lesson.id}", desk.state.store
    back = returning(store, lesson.id)
    if not lesson.recall and not back:
        return show(element("p", desk.t("learner-recall-none")))
    own = [
        _question(
            desk,
            q,
            f"{key}/recall/{k}",
            lesson.id,
            Returning(lesson=lesson.id, place=k, question=q),
        )
        for k, q in enumerate(lesson.recall)
    ]
    head = [show(element("h3", desk.t("learner-recall-again")))] if back else []
    again = [
        _question(desk, b.question, f"{key}/again/{b.lesson}/{b.place}", lesson.id, b) for b in back
    ]
    return ipywidgets.VBox([*own, *head, *again])


def _question(
    desk: Desk, question: RecallQuestion, key: str, here: str, origin: Returning
) -> ipywidgets.Widget:
    learner = desk.state
    options = tuple(
        Option(value=str(k), label=option.text) for k, option in enumerate(question.options)
    )
    words = {"give": desk.t("learner-answer-give")}
    field = Field(id="answer", kind="choice", label=question.question, options=options, words=words)
    form, said = Form([field], {"answer": learner.store.get(key)}), show(class_="outcome")

    def draw() -> None:
        given = form.values.get("answer")
        said.value = _said(desk, question, int(given)) if given is not None else ""

    def take(_name: str, value: Any, _moving: bool) -> None:
        right = value == str(question.right)
        record_first(learner.store, origin.lesson, origin.place, asked_in=here, right=right)
        learner.keep(key, value)
        draw()

    draw()
    return ipywidgets.VBox([desk.answers(form, take), said])


def _said(desk: Desk, question: RecallQuestion, given: int) -> str:
    state = "yes" if given == question.right else "not_yet"
    return outcome_html(state, question.options[given].why, desk.t)
