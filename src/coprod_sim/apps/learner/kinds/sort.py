"""Sort: a card a question, with what is said about it right beside it."""

from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, Option
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.learner.exercise_state import ExerciseState

NOTES_IN_PLACE = True
MOST_SIDE_BY_SIDE = 4
"""With more bins than this a card gets a list to choose from."""


def panel(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    """Build a choice of bins for each card."""
    table, form = state.exercise.detail, Form([], {})
    bins = tuple(Option(value=k, label=name) for k, name in table.bins.items())
    many = len(bins) > MOST_SIDE_BY_SIDE
    empty = Option(value="", label=desk.t("learner-order-choose"))

    def field(card: Any) -> Field:
        notes = state.outcome.notes if state.outcome is not None else {}
        right = state.outcome is not None and card.id in state.outcome.right
        style = "" if card.id not in notes else "is-yes" if right else "is-not-yet"
        return Field(
            id=card.id, kind="select" if many else "choice", label=card.text,
            options=(empty, *bins) if many else bins, help=notes.get(card.id, ""),
            style=style if many else f"inline {style}",
        )  # fmt: skip

    def draw(_change: object = None) -> None:
        form.parts = [field(card) for card in table.items]
        form.values = dict(state.answer)

    state.observe(desk.guarded(draw), ["outcome", "answer"])
    draw()
    return desk.answers(form, lambda name, value, _moving: state.set(**{name: value or None}))
