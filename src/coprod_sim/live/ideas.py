"""People's ideas: read by the trainer before they are shown, and told later what became of them."""

import json
from dataclasses import dataclass
from typing import Literal, get_args

from sqlalchemy import Connection, Row, select, update

from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.live import schema as t
from coprod_sim.live.room import Unknown, change

State = Literal["waiting", "shown", "hidden"]
Fate = Literal["taken_up", "in_part", "not"]
LONGEST_WHY = 400
"""The longest reason [characters]."""


@dataclass(frozen=True)
class IdeaOnWay:
    """An idea with where it stands; `seat` is known to the server alone."""

    activity: str
    seat: int
    text: str
    state: State
    fate: Fate | None
    why: str


def ideas_of(connection: Connection, code: str, seat: int | None = None) -> list[IdeaOnWay]:
    """List the ideas of a room, or of one seat, in the order of the seats."""
    i, a = t.ideas.c, t.answers.c
    same = (a.room == i.room) & (a.activity == i.activity) & (a.seat == i.seat)
    text = t.answers.c.answer
    query = select(i.activity, i.seat, text, i.state, i.fate, i.why)
    query = query.join(t.answers, same).where(i.room == code).order_by(i.activity, i.seat)
    if seat is not None:
        query = query.where(i.seat == seat)
    return [_idea(row) for row in connection.execute(query)]


def moderate(connection: Connection, code: str, activity: str, seat: int, state: str) -> None:
    """Show an idea to everybody, or hide it.

    Raises:
        InputError: the state is none of these, or there is no such idea (`Unknown`).
    """
    if state not in get_args(State):
        raise InputError(
            f"state must be waiting, shown or hidden{did_you_mean(state, get_args(State))}"
        )
    _set(connection, code, activity, seat, state=state)


def set_fate(
    connection: Connection, code: str, activity: str, seat: int, fate: str, why: str
) -> None:
    """Say what became of an idea, and why; its author's phone shows both.

    Raises:
        InputError: the fate is none of these, the reason is missing, or there is no such idea.
    """
    if fate not in get_args(Fate):
        raise InputError(
            f"fate must be taken_up, in_part or not{did_you_mean(fate, get_args(Fate))}"
        )
    reason = " ".join(why.split())
    if not reason or len(reason) > LONGEST_WHY:
        raise InputError(
            f"say why in 1 to {LONGEST_WHY} letters: a fate without a reason helps nobody"
        )
    _set(connection, code, activity, seat, fate=fate, why=reason)


def _set(connection: Connection, code: str, activity: str, seat: int, **values: str) -> None:
    i = t.ideas.c
    here = (i.room == code) & (i.activity == activity) & (i.seat == seat)
    if connection.execute(update(t.ideas).where(here).values(**values)).rowcount == 0:
        raise Unknown("there is no such idea")
    change(connection, code)


def _idea(row: Row) -> IdeaOnWay:
    text = next(iter(json.loads(row.answer).values()), "")
    return IdeaOnWay(row.activity, row.seat, text, row.state, row.fate, row.why)
