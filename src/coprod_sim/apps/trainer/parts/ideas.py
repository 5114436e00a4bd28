"""Read the ideas before others see them, and give each one its fate and a reason."""

from typing import Any

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import Field, Form, Group, Option, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.trainer.parts.room import put
from coprod_sim.apps.trainer.room_buttons import RoomButtons
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.steps import AnswerIdea, ModerateIdea
from coprod_sim.markup import element, joined, paragraphs
from coprod_sim.words import Words

FATES = ("taken_up", "in_part", "not")


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the list of ideas with their buttons and answers."""
    t, trainer = desk.t, desk.state
    head = show(
        joined(element("h2", t("trainer.ideas.title")), paragraphs(t("trainer.ideas.intro")))
    )
    top, said, forms, below = Form([_read(t)]), show(), Form([]), Form([])

    buttons = RoomButtons(desk)

    def press(name: str) -> None:
        if not name.startswith("save__"):
            buttons.press(name)
            return
        _, activity, number = name.split("__")
        fate, why = (forms.values.get(f"{k}__{activity}__{number}") for k in ("fate", "why"))
        trainer.do(
            AnswerIdea(
                activity=activity, idea=int(number), fate=str(fate or ""), why=str(why or "")
            )
        )

    def draw() -> None:
        put(said, _said(trainer, t))
        forms.values = _values(trainer) | forms.values
        forms.parts = [_idea(i, t, buttons) for i in trainer.ideas]
        below.parts = [_send(t)] if trainer.ideas else []

    top.on_click = desk.afresh(lambda _n: trainer.refresh())
    forms.on_click = desk.afresh(press)
    below.on_click = desk.afresh(lambda _n: trainer.show_fates())
    desk.keep("ideas", draw, "ideas", "session")
    return ipywidgets.VBox([head, top, said, forms, below])


def _read(t: Words) -> Field:
    return Field(id="read", kind="button", label=t("trainer.ideas.read"))


def _send(t: Words) -> Field:
    return Field(id="send", kind="button", label=t("trainer.ideas.send"), style="main")


def _said(trainer: Trainer, t: Words) -> Markup:
    if not trainer.ideas:
        return paragraphs(t("trainer.ideas.none") if trainer.session else t("trainer.no_room"))
    done = sum(1 for i in trainer.ideas if i["fate"])
    return paragraphs(t("trainer.ideas.answered", done=done, all=len(trainer.ideas)))


def _idea(i: dict[str, Any], t: Words, room: RoomButtons) -> Group:
    tail = f"{i['activity']}__{i['idea']}"
    name = t("trainer.ideas.idea", number=i["idea"] + 1)
    fates = tuple(Option(value=f, label=t(f"trainer.ideas.{f}")) for f in FATES)
    moderate = [
        room.button(
            f"{k}__{tail}",
            t(f"trainer.ideas.{k}"),
            ModerateIdea(activity=i["activity"], idea=i["idea"], state=after),
            disabled=i["state"] == after,
        )
        for k, after in (("show", "shown"), ("hide", "hidden"))
    ]
    return Group(
        legend=f"{name} ({t('trainer.ideas.state_' + i['state'])})",
        help=i["text"],
        fields=(
            *moderate,
            Field(
                id=f"fate__{tail}", kind="choice", label=t("trainer.ideas.fate"), options=fates,
                style="inline",
            ),
            Field(
                id=f"why__{tail}", kind="text", label=t("trainer.ideas.why"),
                help=t("trainer.ideas.why_help"), style="long", high=400,
            ),
            Field(id=f"save__{tail}", kind="button", label=t("trainer.ideas.save")),
        ),
    )  # fmt: skip


def _values(trainer: Trainer) -> dict[str, Any]:
    """Give what is stored already; what is being typed goes before it."""
    found: dict[str, Any] = {}
    for i in trainer.ideas:
        tail = f"{i['activity']}__{i['idea']}"
        if i["fate"]:
            found |= {f"fate__{tail}": i["fate"], f"why__{tail}": i["why"]}
    return found
