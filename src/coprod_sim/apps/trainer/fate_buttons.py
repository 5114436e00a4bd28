"""Tell on the big screen what became of the ideas, one by one: the next, and the one before."""

from typing import Any

from coprod_sim.apps.controls import Field, Form, Group
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.trainer.room_buttons import RoomButtons
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.errors import InputError
from coprod_sim.live.activities import Idea
from coprod_sim.live.fates import in_turn, telling
from coprod_sim.live.ideas import IdeaOnWay
from coprod_sim.live.steps import Reveal, ShowScreen
from coprod_sim.words import Words


def idea_of(told: dict[str, Any]) -> IdeaOnWay:
    """Read an idea as the room tells it."""
    rest = {name: value for name, value in told.items() if name != "idea"}
    return IdeaOnWay(seat=told["idea"], **rest)


def fate_buttons(trainer: Trainer, t: Words, room: RoomButtons) -> list[Field]:
    """Make the buttons, and say where in the row of answers the big screen is."""
    now = trainer.status.get("on_wall", {}).get("idea", "")
    found = in_turn([idea_of(one) for one in trainer.ideas], now)
    if not found.ideas and not found.kept_back:
        return []
    place = {"place": found.at + 1, "all": len(found.ideas)}
    said = t(f"room-fate-{'told' if found.at >= 0 else 'not_told'}", **place)
    back = t("room-fate-kept_back", count=found.kept_back) if found.kept_back else ""
    fields = [Field(id="fates_told", kind="note", label=f"{said} {back}".strip())]
    named = bool(trainer.session and trainer.session.named)
    for name, by in (("next" if found.at >= 0 else "first", 1), ("before", -1)):
        to = found.beside(by)
        if to is not None:
            steps = telling(found, to, t, named=named)
            fields.append(room.button(f"fate_{by}", t(f"room-fate-{name}"), *steps))
    return fields


def unanswered(trainer: Trainer) -> int:
    """Count the ideas of which nobody has said yet what became of them; those made one count once."""
    return sum(1 for idea in trainer.ideas if not idea["fate"] and idea["same_as"] is None)


def send_fates(trainer: Trainer) -> int:
    """Let every phone show what became of its own idea; gives how many ideas that are.

    Raises:
        InputError: some idea has no answer yet.
    """
    if left := unanswered(trainer):
        raise InputError(trainer.t("trainer-ideas-missing", count=left))
    asked = {a.key for a in trainer.plan.room.activities if isinstance(a, Idea)}
    closed = [key for key in asked if trainer.phase(key)[0] == "closed"]
    if closed:
        trainer.do(ShowScreen(), *(Reveal(activity=key) for key in closed), count=closed[-1])
    return sum(1 for idea in trainer.ideas if idea["same_as"] is None)


def fates_form(desk: Desk[Trainer]) -> Form:
    """Make the form of these buttons for the page of the ideas."""
    t, trainer, form = desk.t, desk.state, Form([])
    buttons = RoomButtons(desk, form)

    def draw() -> None:
        fields = fate_buttons(trainer, t, buttons) if trainer.session else []
        legend = t("room-fate-one_by_one")
        form.parts = [Group(legend=legend, fields=tuple(fields))] if fields else []

    desk.keep("ideas", draw, "ideas", "session", "status")
    return form
