"""Without devices: type in one card a line, in the order of the tally sheet, for whatever is open now."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.frame.texts import head
from coprod_sim.apps.trainer.half_typed import HalfTyped, line_of, lines_in
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
    cards = CardTyping(desk)
    form = cards.form
    form.on_click = desk.afresh(form, cards.press)
    form.on_answer = desk.guarded(lambda name, _v, _m: cards.draw() if name == "card" else None)
    form.on_left = desk.guarded(cards.left)
    desk.keep("cards", cards.draw, "status", "session")
    shown = [cards.said, form, cards.done, cards.key]
    return ipywidgets.VBox([head(desk.t, "trainer-cards"), *shown])


class CardTyping:
    """The form for one card at a time; what is typed and not saved stays until it is thrown away."""

    def __init__(self, desk: Desk[Trainer]) -> None:
        self._desk, self._t, self._trainer = desk, desk.t, desk.state
        self.said, self.form, self.key = show(), Form([], dict(FIRST)), show()
        self.done = show(class_="saved")
        self._asked: tuple[Turn | None, str] = (None, "")
        self._line, self._gone = line_of(1), ""
        self._last: tuple[Turn, str, int] | None = None
        self._typed: Typed = {}
        self._half = HalfTyped()
        self._sure: set[tuple[str, int, str]] = set()

    def press(self, name: str) -> None:
        """Save the card, or throw away what was not saved."""
        if name == "throw":
            self._half.throw_away()
            self._desk.shell.say, self._desk.shell.aloud = self._t("trainer-cards-thrown"), ""
            self.draw()
        elif turn := open_turn(self._trainer):
            self._save(turn)

    def left(self, name: str, text: str) -> None:
        """Keep what was half typed into a box when it went, with its question or with the card's number."""
        if name == self._gone:
            self.form.values = {
                **self.form.values,
                self._line: self.form.values.get(self._line) or text,
            }
        elif self._last is not None:
            turn, line, card = self._last
            self._half.lay_by(turn, {line_of(card) if name == line else name: text})
        self.draw()

    def draw(self) -> None:
        """Show the boxes for what is open now, and what was typed before and waits."""
        trainer, t, turn = self._trainer, self._t, open_turn(self._trainer)
        code = str(trainer.status.get("code", ""))
        if self._asked != (turn, code or self._asked[1]):
            self._begin(turn, code)
        put(self.said, _said(trainer, turn, t))
        number = _known_card(self.form.values.get("card"))
        card = number or 1
        self._choose_box(number)
        fields = _fields(trainer, turn, card, self._line, self._typed, t) if turn else []
        if number is None:
            fields = [_of_no_card(one, t) if one.id == self._line else one for one in fields]
        self.form.parts = [*fields, *_waiting(trainer, self._half, t)]
        put(self.key, _key(_questions(trainer, turn, card, t), t) if turn else joined())

    def _choose_box(self, number: int | None) -> None:
        """Give a card a box of its own; what is typed stays on the screen while its number is corrected."""
        box, typed = line_of(number or 0), lines_in(self.form.values)
        if number is not None and box != self._line and (self._line not in typed or box in typed):
            self._gone, self._line = self._line, box

    def _save(self, turn: Turn) -> None:
        trainer, t, values = self._trainer, self._t, self.form.values
        try:
            card = _card(values.get("card"))
            line = str(values.get(self._line) or "")
            doubt = _doubt(trainer, turn, card, line, self._typed, t)
            _ask_once((turn.name, card, line), doubt, self._sure)
            self._typed.setdefault(card, {})[turn.name] = _enter(trainer, turn, card, line, t)
        except InputError as problem:
            self.done.value = element("p", problem.sentence, class_="wrong", role="alert")
            return
        others = {k: v for k, v in lines_in(self.form.values).items() if k != self._line}
        self.form.values, self._line, self._gone = (
            {"card": str(card + 1), **others},
            line_of(card + 1),
            "",
        )
        self.draw()
        self.done.value = _saved(card, trainer.answered(turn), t)

    def _begin(self, turn: Turn | None, code: str) -> None:
        """Begin with what is open now; what was typed for something else, and not saved, waits."""
        last, there = self._asked
        self._asked = turn, code or there  # a room that is put by may be led again
        if last is not None:
            card = _known_card(self.form.values.get("card")) or 0
            self._last = last, self._line, card
            lines = lines_in(self.form.values)
            typed = {line_of(card): lines.pop(self._line)} if self._line in lines else {}
            self._half.lay_by(last, lines | typed)
        if code and there != code:
            self._half.throw_away()
            self._last = None
        self.form.values, self.form.parts, self.done.value = self._half.take_up(turn), [], ""
        self._line, self._gone = line_of(_known_card(self.form.values["card"]) or 0), ""
        self._typed.clear()
        self._typed.update(self._trainer.room.cards() if turn else {})
        waiting = _waiting(self._trainer, self._half, self._t)
        self._desk.shell.aloud = " ".join(one.label for one in waiting if one.kind == "note")


def _waiting(trainer: Trainer, half: HalfTyped, t: Words) -> list[Field]:
    """Say what was typed and not saved, and how it can be saved or thrown away."""
    notes = [
        Field(
            id=f"half_{turn.name}", kind="note", style="warn",
            label=t("trainer-cards-half", name=trainer.plan.name_of(turn, t), count=len(lines),
                    lines="; ".join(t("trainer-cards-half_card", card=c, line=x) for c, x in lines)),
        )
        for turn, lines in half.waiting.items()
    ]  # fmt: skip
    throw = Field(id="throw", kind="button", label=t("trainer-cards-throw"))
    return [*notes, throw] if notes else []


def _saved(card: int, count: int, t: Words) -> Markup:
    return element("p", t("trainer-cards-saved", card=card, count=count), role="status")


def _doubt(trainer: Trainer, turn: Turn, card: int, line: str, typed: Typed, t: Words) -> str:
    """Say why what was typed may be a slip: it replaces something, or the pack has no such card."""
    before, most = _stands(trainer, turn, card, typed, t), trainer.plan.cards
    if before and before != " ".join(line.split()):
        return t("trainer-cards-replace", card=card, line=before)
    beyond = card > most and card not in typed
    return t("trainer-cards-beyond", card=card, most=most) if beyond else ""


def _ask_once(given: tuple[str, int, str], doubt: str, sure: set[tuple[str, int, str]]) -> None:
    """Refuse at the first try what may be a slip.

    Args:
        given: the round, the card, and what was typed.
        doubt: why it may be one; empty if nothing speaks for it.
        sure: what was refused at the last try, and may pass now.

    Raises:
        InputError: it may be one, and has not been asked about yet.
    """
    asked = given in sure
    sure.clear()
    if doubt and not asked:
        sure.add(given)
        raise InputError(doubt)


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


def _known_card(typed: object) -> int | None:
    try:
        return _card(typed)
    except InputError:
        return None


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


def _fields(
    trainer: Trainer, turn: Turn, card: int, box: str, typed: Typed, t: Words
) -> list[Field]:
    asked, twins, way = _questions(trainer, turn, card, t), trainer.experiment, _way(trainer, card)
    corner = "" if twins is None or way is None else f" ({twins.corners[way].lower()})"
    words = len(asked) == 1 and asked[0].kind == "text"
    how = (
        t("trainer-cards-words")
        if words
        else t("trainer-cards-line_help", last=letter(len(asked) - 1))
    )
    hint = f"{_before(trainer, turn, card, typed, t)} {how}".strip()
    label = t("trainer-cards-line", card=card, corner=corner)
    enter = {"enter": "save", "next": "yes", "left": "yes"}
    return [
        Field(id="card", kind="text", label=t("trainer-cards-card"),
              help=t("trainer-cards-card_help"), high=4),
        Field(id=box, kind="text", label=label, help=hint, high=300, words=enter),
        Field(id="save", kind="button", label=t("trainer-cards-save"), style="main"),
    ]  # fmt: skip


def _of_no_card(line: Field, t: Words) -> Field:
    """Give the box for the answers while no number of a card stands above it."""
    return replace(line, label=t("trainer-cards-line_none"), help="")


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
