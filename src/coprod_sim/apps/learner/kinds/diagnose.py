"""Diagnose: something to read, a lab to try things in, and questions."""

import csv
from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, Group, Option, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.learner.exercise_state import ExerciseState
from coprod_sim.apps.learner.lab_view import lab_part
from coprod_sim.learning.kinds.diagnose import Question, chosen
from coprod_sim.learning.marked_text import html_of
from coprod_sim.markup import Markup, joined, table

NOTES_IN_PLACE = True


def panel(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    """Show the material, the lab if there is one, and the questions with what is said to each."""
    detail, form = state.exercise.detail, Form([], {})
    told = "" if state.notebook else html_of(detail.material)
    parts: list[ipywidgets.Widget] = [show(joined(told, _file(state)))]
    if detail.lab is not None:
        parts.append(lab_part(desk, state, detail.lab))

    def draw(_change: object = None) -> None:
        notes = state.outcome.notes if state.outcome is not None else {}
        form.parts = [_asked(q, notes.get(q.id, "")) for q in detail.questions]
        form.values = {k: v for q in detail.questions for k, v in _values(q, state.answer).items()}

    def take(name: str, value: Any, _moving: bool) -> None:
        question, _, option = name.partition(":")
        if not option:
            state.set(**{question: [value] if value else []})
            return
        now = [k for k in state.answer.get(question, []) if k != option]
        state.set(**{question: [*now, option] if value else now})

    state.observe(desk.guarded(draw), ["outcome", "answer"])
    draw()
    return ipywidgets.VBox([*parts, desk.answers(form, take)])


def _asked(question: Question, note: str) -> Field | Group:
    if not question.many:
        options = tuple(Option(value=o.id, label=o.text) for o in question.options)
        return Field(id=question.id, kind="choice", label=question.text, options=options, help=note)
    boxes = tuple(
        Field(id=f"{question.id}:{o.id}", kind="check", label=o.text) for o in question.options
    )
    return Group(legend=question.text, fields=boxes, help=note)


def _values(question: Question, answer: dict[str, Any]) -> dict[str, Any]:
    given = chosen(question, answer)
    if not question.many:
        return {question.id: given[0] if given else None}
    return {f"{question.id}:{o.id}": o.id in given for o in question.options}


def _file(state: ExerciseState) -> Markup | str:
    """Set the CSV file beside the exercise as a table."""
    name = state.exercise.detail.file
    if not name:
        return ""
    text = (state.exercise.folder / name).read_text(encoding="utf-8-sig")
    heads, *rows = csv.reader(text.splitlines())
    return table(heads, rows, name)
