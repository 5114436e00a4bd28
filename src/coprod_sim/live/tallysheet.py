"""Answers from coloured cards and a tally sheet: typed in by the trainer, stored like those from phones."""

import json
from typing import Annotated, Any
from uuid import uuid4

from pydantic import Field
from sqlalchemy import Connection, insert, select, update

from coprod_sim.errors import InputError
from coprod_sim.library_files import FileValue
from coprod_sim.live import schema as t
from coprod_sim.live.allocation import allocate
from coprod_sim.live.ballots import Ballot, record
from coprod_sim.live.credentials import fingerprint, new_key
from coprod_sim.live.questions import Key
from coprod_sim.live.room import MOST_SEATS, Room, Seat, load

MOST_PEOPLE = 500
CARD = "Card "
"""How the name of a seat begins that was typed in from a card; its number follows."""


class CardAnswer(FileValue):
    """What one person answered in one round."""

    activity: Key
    round: Key
    answer: dict[str, Any]


class CardPerson(FileValue):
    """One person with cards: their answers, the number on their card, and the cell of their pack.

    The same card number is the same person again, so that their rounds belong together.
    """

    card: Annotated[int, Field(ge=1, le=MOST_PEOPLE)] | None = None
    cell: int | None = None
    answers: Annotated[tuple[CardAnswer, ...], Field(strict=False, max_length=60)]


CardPeople = Annotated[tuple[CardPerson, ...], Field(strict=False, max_length=MOST_PEOPLE)]


def enter(connection: Connection, code: str, people: CardPeople) -> None:
    """Give each person a seat nobody can open, and store the answers; all of them or none.

    Each round must be open, as for phones.

    Raises:
        InputError: an answer is refused; the sentence names the person.
    """
    room = load(connection, code, to_change=True)
    for number, person in enumerate(people, 1):
        seat = _seat(connection, room, person)
        for given in person.answers:
            ballot = Ballot(str(uuid4()), given.activity, given.round, given.answer)
            try:
                record(connection, seat, ballot)
            except InputError as problem:
                raise InputError(f"person {number}, {given.activity}: {problem}") from None


def typed_in(connection: Connection, code: str) -> dict[int, dict[str, dict[str, Any]]]:
    """Give what was typed in before: number on the card -> `activity.round` -> the answer."""
    a, s = t.answers.c, t.seats.c
    query = (
        select(s.name, a.activity, a.round, a.answer)
        .join(t.answers, (s.room == a.room) & (s.number == a.seat))
        .where(a.room == code, s.name.like(f"{CARD}%"))
    )
    found: dict[int, dict[str, dict[str, Any]]] = {}
    for name, activity, part, answer in connection.execute(query):
        card = found.setdefault(int(name.removeprefix(CARD)), {})
        card[f"{activity}.{part}"] = json.loads(answer)
    return found


def _seat(connection: Connection, room: Room, person: CardPerson) -> Seat:
    ways = len(room.experiment.sequences) if room.experiment else 0
    if person.cell is not None and not 0 <= person.cell < ways:
        raise InputError(f"cell must be from 0 to {ways - 1}")
    name = "" if person.card is None else f"{CARD}{person.card}"
    s = t.seats.c
    query = select(s.room, s.number, s.name, s.cell).where(s.room == room.code, s.name == name)
    row = connection.execute(query).first()
    if row is None:
        return _new_seat(connection, room, person.cell, name, ways)
    if person.cell not in (None, row.cell):
        raise InputError(f"card {person.card} was in pack {row.cell} before, not {person.cell}")
    return Seat(*row)


def _new_seat(connection: Connection, room: Room, cell: int | None, name: str, ways: int) -> Seat:
    """Make a seat that no phone can open."""
    query = select(t.rooms.c.seats).where(t.rooms.c.code == room.code)
    number = connection.execute(query).scalar_one()
    if number >= MOST_SEATS:
        raise InputError("This room is full.")
    drawn = allocate(room.secret, number, ways) if cell is None else cell
    values = {"room": room.code, "number": number, "name": name or f"Paper {number}", "cell": drawn}
    connection.execute(insert(t.seats).values(**values, key_hash=fingerprint(new_key())))
    connection.execute(update(t.rooms).where(t.rooms.c.code == room.code).values(seats=number + 1))
    return Seat(**values)
