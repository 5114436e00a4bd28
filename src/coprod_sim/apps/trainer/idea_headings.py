"""All ideas under one heading: shown together on the big screen, and answered together."""

from typing import Any

from coprod_sim.apps.controls import Field, Form, Group, Option
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.trainer.idea_fields import (
    answer_fields,
    firsts,
    read_aloud,
    ready,
    themes,
    typed_answer,
)
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.screens import Screen
from coprod_sim.live.steps import CloseActivity, RoomStep, ShowScreen
from coprod_sim.words import Words

END = "heading"
"""The end of the ids of the fields of the answer."""
MOST_ON_A_WALL = 8
"""The most ideas of one heading that a screen takes."""


def headings_form(desk: Desk) -> Form:
    """Make the form that shows or answers all ideas under one heading."""
    t, trainer = desk.t, desk.state
    form = Form([])
    trainer.forget_in(form)
    steps = {"wall": _on_the_wall, "answer": _answers}

    def press(name: str) -> None:
        trainer.do(*steps[name](trainer, form.values, t))

    def draw() -> None:
        form.parts = _group(trainer, t) if trainer.session else []

    form.on_click = desk.afresh(form, press)
    form.on_answer = desk.guarded(lambda name, *_: ready(form, name))
    desk.keep("ideas", draw, "ideas", "session")
    return form


def _group(trainer: Trainer, t: Words) -> list[Group]:
    options = tuple(Option(value=h, label=h) for h in themes(trainer))
    if not options:
        return []
    first = Option(value="", label=t("trainer-ideas-choose"))
    label = t("trainer-ideas-heading")
    fields = (
        Field(id="heading", kind="select", label=label, options=(first, *options)),
        Field(id="wall", kind="button", label=t("trainer-ideas-heading_wall")),
        *answer_fields(END, trainer, t),
        Field(id="answer", kind="button", label=t("trainer-ideas-heading_answer")),
    )
    return [Group(legend=t("trainer-ideas-headings"), fields=fields, folded=True)]


def _on_the_wall(trainer: Trainer, values: dict[str, Any], t: Words) -> tuple[RoomStep, ...]:
    theme = _theme(trainer, values)
    found = (i for i in firsts(trainer) if i["theme"] == theme and i["state"] == "shown")
    said = [read_aloud(i) for i in found]
    if not said:
        trainer.refuse("trainer-ideas-none_shown")
    if len(said) > MOST_ON_A_WALL:
        left = len(said) - MOST_ON_A_WALL
        said = [*said[:MOST_ON_A_WALL], t("trainer-ideas-more", count=left)]
    return CloseActivity(), ShowScreen(screen=Screen(title=theme, paragraphs=tuple(said)))


def _answers(trainer: Trainer, values: dict[str, Any], _t: Words) -> tuple[RoomStep, ...]:
    theme = _theme(trainer, values)
    found = (i for i in firsts(trainer) if i["theme"] == theme)
    return tuple(typed_answer(i["activity"], i["idea"], values, END) for i in found)


def _theme(trainer: Trainer, values: dict[str, Any]) -> str:
    chosen = str(values.get("heading") or "")
    if chosen not in themes(trainer):
        trainer.refuse("trainer-ideas-choose_heading")
    return chosen
