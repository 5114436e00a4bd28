"""Without devices: type in one card a line, in the order of the tally sheet, for whatever is open now."""

from collections.abc import Sequence
from typing import Any

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.frame.texts import head
from coprod_sim.apps.trainer.parts.lead import open_turn
from coprod_sim.apps.trainer.parts.room import put
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.errors import InputError
from coprod_sim.live.activities import RoomExperiment
from coprod_sim.live.questions import Question
from coprod_sim.live.session_plan import Turn
from coprod_sim.live.steps import EnterCards
from coprod_sim.live.tally_line import letter, may_be, read_line, write_line
from coprod_sim.live.tallysheet import MOST_PEOPLE, CardAnswer, CardPerson
from coprod_sim.markup import bullets, element, joined, paragraphs
from coprod_sim.words import Words

type Typed = dict[int, dict[str, dict[str, Any]]]
FIRST = {"card": "1"}
"""What stands in the form when a question begins: each round is typed in from the first card on."""


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the form for one card at a time."""
    t, trainer = desk.t, desk.state
    said, form, done, key = show(), Form([], dict(FIRST)), show(class_="saved"), show()
    asked: list[object] = [None]
    typed: Typed = {}
    sure: set[tuple[str, int, str]] = set()

    def save(_name: str) -> None:
        turn = open_turn(trainer)
        if turn is None:
            return
        try:
            card = _card(form.values.get("card"))
            line = str(form.values.get(_line_of(card)) or "")
            _ask_once((turn.name, card, line), _stands(trainer, turn, card, typed, t), sure, t)
            typed.setdefault(card, {})[turn.name] = _enter(trainer, turn, card, line, t)
        except InputError as problem:
            done.value = element("p", problem.sentence, class_="wrong", role="alert")
            return
        form.values = {"card": str(card + 1)}
        draw()
        done.value = _saved(card, trainer.answered(turn), t)

    def draw() -> None:
        turn = open_turn(trainer)
        if asked[0] != (now := (turn, trainer.status.get("code"))):
            asked[0] = now
            form.values, form.parts, done.value = dict(FIRST), [], ""
            typed.clear()
            typed.update(trainer.room.cards() if turn else {})
        put(said, _said(trainer, turn, t))
        card = _next_card(form.values.get("card"))
        form.parts = _fields(trainer, turn, card, typed, t) if turn else []
        put(key, _key(_questions(trainer, turn, card, t), t) if turn else joined())

    form.on_click = desk.afresh(form, save)
    form.on_answer = desk.guarded(lambda name, _v, _m: draw() if name == "card" else None)
    desk.keep("cards", draw, "status", "session")
    return ipywidgets.VBox([head(t, "trainer-cards"), said, form, done, key])


def _saved(card: int, count: int, t: Words) -> Markup:
    return element("p", t("trainer-cards-saved", card=card, count=count), role="status")


def _ask_once(
    given: tuple[str, int, str], before: str, sure: set[tuple[str, int, str]], t: Words
) -> None:
    """Refuse at the first try to replace what stands for a card, so that a slip replaces nothing.

    Args:
        given: the round, the card, and what was typed.
        before: what stands for the card in this round, if anything.
        sure: what was refused at the last try, and may pass now.
        t: the words to say it in.

    Raises:
        InputError: something else stands, and it has not been asked yet whether to replace it.
    """
    _, card, line = given
    asked = given in sure
    sure.clear()
    if before and before != " ".join(line.split()) and not asked:
        sure.add(given)
        raise InputError(t("trainer-cards-replace", card=card, line=before))


def _card(typed: object) -> int:
    """Read the number on a card.

    Raises:
        InputError: it is none.
    """
    text = str(typed or "").strip()
    fine = text.isascii() and text.isdigit() and len(text) < 5 and 1 <= int(text) <= MOST_PEOPLE
    if not fine:
        raise InputError(f"Type the number that stands on the card, from 1 to {MOST_PEOPLE}.")
    return int(text)


def _next_card(typed: object) -> int:
    try:
        return _card(typed)
    except InputError:
        return 1


def _line_of(card: int) -> str:
    return f"line_{card}"


def _way(trainer: Trainer, card: int) -> int | None:
    """Give the corner that goes with a card, as the printed cards say it."""
    twins = trainer.experiment
    return None if twins is None else (card - 1) % len(twins.sequences)


def _questions(trainer: Trainer, turn: Turn, card: int, t: Words) -> tuple[Question, ...]:
    activity, way = trainer.plan.room.activity(turn.key), _way(trainer, card)
    twins = activity if isinstance(activity, RoomExperiment) else None
    sequence = twins.sequences[way] if twins is not None and way is not None else None
    return activity.questions(turn.round, sequence, t)


def _enter(trainer: Trainer, turn: Turn, card: int, line: str, t: Words) -> dict[str, Any]:
    """Store what was typed for a card, as a phone would send it; gives the answer."""
    answer = read_line(_questions(trainer, turn, card, t), line)
    given = CardAnswer(activity=turn.key, round=turn.round, answer=answer)
    person = CardPerson(card=card, cell=_way(trainer, card), answers=(given,))
    trainer.do(EnterCards(people=(person,)))
    return answer


def _said(trainer: Trainer, turn: Turn | None, t: Words) -> Markup:
    if trainer.session is None:
        return paragraphs(t("trainer-no_room"))
    if turn is None:
        return paragraphs(t("trainer-cards-open_first"))
    return paragraphs(t("trainer-cards-which", name=trainer.plan.name_of(turn, t)))


def _fields(trainer: Trainer, turn: Turn, card: int, typed: Typed, t: Words) -> list[Field]:
    asked, twins, way = _questions(trainer, turn, card, t), trainer.experiment, _way(trainer, card)
    corner = "" if twins is None or way is None else f" ({twins.corners[way].lower()})"
    words = len(asked) == 1 and asked[0].kind == "text"
    how = (
        t("trainer-cards-words")
        if words
        else t("trainer-cards-line_help", last=letter(len(asked) - 1))
    )
    hint = f"{_before(trainer, turn, card, typed, t)} {how}".strip()
    enter = {"enter": "save", "next": "yes"}
    return [
        Field(id="card", kind="text", label=t("trainer-cards-card"),
              help=t("trainer-cards-card_help"), high=4),
        Field(id=_line_of(card), kind="text", label=t("trainer-cards-line", card=card, corner=corner),
              help=hint, high=300, words=enter),
        Field(id="save", kind="button", label=t("trainer-cards-save"), style="main"),
    ]  # fmt: skip


def _before(trainer: Trainer, turn: Turn, card: int, typed: Typed, t: Words) -> str:
    """Say what was typed in for this card before, or that a card is new where others are known."""
    line = _stands(trainer, turn, card, typed, t)
    if line:
        return t("trainer-cards-before", card=card, line=line)
    earlier = any(name != turn.name for rounds in typed.values() for name in rounds)
    return t("trainer-cards-new", card=card) if earlier and card not in typed else ""


def _stands(trainer: Trainer, turn: Turn, card: int, typed: Typed, t: Words) -> str:
    """Give what was typed in for this card before, as it is typed; nothing if the card is new."""
    if turn.name not in typed.get(card, {}):
        return ""
    return write_line(_questions(trainer, turn, card, t), typed[card][turn.name])


def _key(asked: Sequence[Question], t: Words) -> Markup:
    """Say what each letter stands for, and what may be typed for it."""
    lines = [
        f"{letter(k)}: {q.text} ({may_be(q)})" for k, q in enumerate(asked) if q.kind != "text"
    ]
    return joined(element("h3", t("trainer-cards-key")), bullets(lines)) if lines else joined()
