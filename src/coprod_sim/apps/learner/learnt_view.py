"""The short test before and after the lessons: taken twice, told at the end, handed out as bare numbers."""

from secrets import token_hex
from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, Option, show
from coprod_sim.apps.frame import Desk
from coprod_sim.learning.items import UNKNOWN
from coprod_sim.learning.learnt import (
    DRAFT,
    ENDING,
    TIMES,
    LearntItem,
    draft,
    form_at,
    hand_in,
    items,
    right_in,
    taken,
    to_hand_out,
)
from coprod_sim.markup import Markup, element, joined, table
from coprod_sim.words import Words


def learnt_part(desk: Desk) -> ipywidgets.Widget:
    """Build the offer, the open test, and what came of both; nothing is told between the two."""
    t, store = desk.t, desk.state.store
    said, form, open_at = show(), Form([]), [""]

    def draw() -> None:
        time = open_at[0]
        said.value = joined(element("h2", t("learner-learnt-title")), _told(desk))
        form.parts = _questions(form_at(store, time), t) if time else _buttons(desk)
        form.values = draft(store, time) if time else {}

    def take(name: str, value: Any, _moving: bool) -> None:
        time = open_at[0]
        desk.state.keep(DRAFT, {time: {**draft(store, time), name: value}})

    def press(name: str) -> None:
        if name in TIMES:
            open_at[0] = name
        elif name == "hand_in":
            hand_in(store, open_at[0], draft(store, open_at[0]))
            open_at[0] = ""
            desk.shell.say = t("learner-learnt-handed_in")
        else:
            data = to_hand_out(store).model_dump_json(indent=1).encode()
            desk.shell.hand_out(f"{token_hex(3)}{ENDING}", data, "application/json")
        draw()

    def anew(_change: object) -> None:
        if not open_at[0]:  # never under the hand of who is answering
            draw()

    draw()
    desk.state.observe(desk.guarded(anew), ["kept"])
    return ipywidgets.VBox([said, desk.clicks(desk.answers(form, take), press)])


def _told(desk: Desk) -> Markup:
    t, store = desk.t, desk.state.store
    if taken(store, TIMES[0]) is None:
        return element("p", t("learner-learnt-before_help"))
    if taken(store, TIMES[1]) is None:
        return element("p", t("learner-learnt-after_help"))
    before, after = (right_in(store, time) for time in TIMES)
    of = len(items(form_at(store, TIMES[0])))
    head = element("p", t("learner-learnt-came", before=before, after=after, of=of))
    rows = [
        _row(i, taken(store, time) or {}, t) for time in TIMES for i in items(form_at(store, time))
    ]
    heads = [t(f"learner-learnt-{k}") for k in ("question", "yours", "answer")]
    help = element("p", t("learner-learnt-save_help"))
    return joined(head, table(heads, rows, t("learner-learnt-title")), help)


def _row(item: LearntItem, given: dict[str, str], t: Words) -> tuple[str, str, str]:
    mine = given.get(item.id, UNKNOWN)
    yours = t("learner-unknown") if mine == UNKNOWN else item.options[int(mine)]
    return item.question, yours, item.options[item.right]


def _questions(form: str, t: Words) -> list[Field]:
    fields = [
        Field(
            id=i.id, kind="choice", label=i.question,
            options=(
                *(Option(value=str(k), label=text) for k, text in enumerate(i.options)),
                Option(value=UNKNOWN, label=t("learner-unknown")),
            ),
        )
        for i in items(form)
    ]  # fmt: skip
    return [
        *fields,
        Field(id="hand_in", kind="button", label=t("learner-learnt-hand_in"), style="main"),
    ]


def _buttons(desk: Desk) -> list[Field]:
    t, store = desk.t, desk.state.store
    left = [time for time in TIMES if taken(store, time) is None]
    name = left[0] if left else "save"
    return [Field(id=name, kind="button", label=t(f"learner-learnt-{name}"))]
