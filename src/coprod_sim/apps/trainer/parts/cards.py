"""Without devices: type in what people answered on paper, for whatever is open now."""

from typing import Any

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import Field, Form, Option, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.trainer.parts.lead import name_of, open_turn
from coprod_sim.apps.trainer.parts.room import put
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.activities import RoomExperiment
from coprod_sim.live.questions import Choice, Question, Scale, Several
from coprod_sim.live.session_plan import Turn
from coprod_sim.live.steps import EnterCards
from coprod_sim.live.tallysheet import CardAnswer, CardPerson
from coprod_sim.markup import element, joined, paragraphs
from coprod_sim.words import Words

COLOURS = ("blue", "orange", "green", "pink")
"""The colour of the card for each of the four ways through the experiment."""
MOST_CARDS = 500
NONE = ""


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the form for one card at a time."""
    t, trainer = desk.t, desk.state
    head = show(
        joined(element("h2", t("trainer.cards.title")), paragraphs(t("trainer.cards.intro")))
    )
    said, form, done = show(), Form([], {"card": 1, "colour": COLOURS[0]}), show()
    done.add_class("saved")

    def save(_name: str) -> None:
        turn = open_turn(trainer)
        if turn is None:
            return
        card = int(form.values.get("card") or 1)
        trainer.do(EnterCards(people=(_person(trainer, turn, form.values, t),)))
        colour = COLOURS[card % 4]
        form.values = {"card": card + 1, "colour": colour if _twins(trainer) else COLOURS[0]}
        count = trainer.answered(turn)
        done.value = element("p", t("trainer.cards.saved", card=card, count=count), role="status")

    def draw() -> None:
        turn = open_turn(trainer)
        put(said, _said(trainer, turn, t))
        parts = _fields(trainer, turn, form.values, t) if turn else []
        if turn is None:
            done.value = ""
        form.parts = parts

    form.on_click = desk.afresh(save)
    form.on_answer = desk.guarded(lambda name, _v, _m: draw() if name == "colour" else None)
    desk.keep("cards", draw, "status", "session")
    return ipywidgets.VBox([head, said, form, done])


def _twins(trainer: Trainer) -> bool:
    return trainer.experiment is not None


def _said(trainer: Trainer, turn: Turn | None, t: Words) -> Markup:
    if trainer.session is None:
        return paragraphs(t("trainer.no_room"))
    if turn is None:
        return paragraphs(t("trainer.cards.open_first"))
    return paragraphs(t("trainer.cards.which", name=name_of(trainer, turn, t)))


def _questions(
    trainer: Trainer, turn: Turn, values: dict[str, Any], t: Words
) -> tuple[Question, ...]:
    activity = trainer.plan.room.activity(turn.key)
    sequence = activity.sequences[_cell(values)] if isinstance(activity, RoomExperiment) else None
    return activity.questions(turn.round, sequence, t)


def _cell(values: dict[str, Any]) -> int:
    return COLOURS.index(values.get("colour") or COLOURS[0])


def _fields(trainer: Trainer, turn: Turn, values: dict[str, Any], t: Words) -> list[Field]:
    asked = _questions(trainer, turn, values, t)
    top = [
        Field(id="card", kind="number", label=t("trainer.cards.card"), help=t("trainer.cards.card_help"),
              low=1, high=MOST_CARDS, step=1),
    ]  # fmt: skip
    if _twins(trainer):
        options = tuple(Option(value=c, label=t(f"trainer.cards.{c}")) for c in COLOURS)
        top.append(
            Field(id="colour", kind="select", label=t("trainer.cards.colour"), options=options)
        )
    fields = [f for q in asked for f in _asked(q, t)]
    save = Field(id="save", kind="button", label=t("trainer.cards.save"), style="main")
    return [*top, *fields, save]


def _asked(q: Question, t: Words) -> list[Field]:
    """Make the field of a question; several words to choose from become one tick box each."""
    if isinstance(q, Choice):
        none = Option(value=NONE, label=t("trainer.cards.none"))
        options = (none, *(Option(value=str(k), label=o) for k, o in enumerate(q.options)))
        return [Field(id=f"q_{q.name}", kind="select", label=q.text, options=options)]
    if isinstance(q, Several):
        return [
            Field(id=f"q_{q.name}__{k}", kind="check", label=f"{q.text} {o}")
            for k, o in enumerate(q.options)
        ]
    if isinstance(q, Scale):
        ends = f"{q.low}: {q.low_means}, {q.high}: {q.high_means}" if q.low_means else q.unit
        return [
            Field(
                id=f"q_{q.name}",
                kind="number",
                label=q.text,
                help=ends,
                low=q.low,
                high=q.high,
                step=1,
            )
        ]
    return [Field(id=f"q_{q.name}", kind="text", label=q.text, style="long", high=q.longest)]


def _person(trainer: Trainer, turn: Turn, values: dict[str, Any], t: Words) -> CardPerson:
    """Turn what was typed in into one person's answer, as a phone would send it."""
    answer: dict[str, Any] = {}
    for q in _questions(trainer, turn, values, t):
        given = _given(q, values)
        if given not in (None, NONE, []):
            answer[q.name] = given
    return CardPerson(
        card=int(values.get("card") or 1),
        cell=_cell(values) if _twins(trainer) else None,
        answers=(CardAnswer(activity=turn.key, round=turn.round, answer=answer),),
    )


def _given(q: Question, values: dict[str, Any]) -> Any:
    if isinstance(q, Several):
        return [k for k in range(len(q.options)) if values.get(f"q_{q.name}__{k}")]
    value = values.get(f"q_{q.name}")
    if value in (None, NONE):
        return None
    return str(value).strip() if q.kind == "text" else int(value)
