"""A room and its states: who may join, what is open, what is closed, what has been revealed.

An activity goes from waiting to open, closed and revealed. It can be opened again, or for its next round,
until it is revealed; then its answers are fixed. One activity is open at a time. All functions here take a
connection inside a transaction; whoever calls them decides when it is committed.
"""

import json
import time
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from sqlalchemy import Connection, Row, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.library_files import check
from coprod_sim.live import schema as t
from coprod_sim.live.activities import RoomExperiment, RoomPlan
from coprod_sim.live.allocation import allocate
from coprod_sim.live.arms import TreatmentSequence
from coprod_sim.live.credentials import fingerprint, new_code, new_key

Phase = Literal["waiting", "open", "closed", "revealed"]
DAY = 24 * 3600 * 1000
"""A day [milliseconds]."""
USUAL_DAYS, MOST_DAYS = 7, 365
"""How long a room is kept when the trainer says nothing, and at most [days]."""
MOST_ROOMS, MOST_SEATS = 500, 2000
LONGEST_NOTICE = 400
"""The longest line at the foot of the projector [characters]."""
LONGEST_PLAN = 200_000
"""The longest plan a room takes [characters]."""


class Unknown(InputError):  # noqa: N818 - a sentence for people
    """There is no such room, seat or activity."""


@dataclass(frozen=True)
class Standing:
    """How far an activity has got."""

    phase: Phase = "waiting"
    round: str = ""


@dataclass(frozen=True)
class Room:
    """Everything about a room that pages are made from, except the answers."""

    code: str
    token_hash: str
    secret: str
    plan: RoomPlan
    delete_after: int
    locked: bool
    current: str | None
    version: int
    notice: str
    screen: str
    standings: dict[str, Standing]

    @property
    def experiment(self) -> RoomExperiment | None:
        """The experiment of the plan, if it holds one."""
        found = (a for a in self.plan.activities if isinstance(a, RoomExperiment))
        return next(found, None)

    def standing(self, key: str) -> Standing:
        """Say how far an activity has got."""
        return self.standings.get(key, Standing())

    def sequence(self, number: int | None) -> TreatmentSequence | None:
        """Give the sequence of treatments of a number."""
        if number is None or self.experiment is None:
            return None
        return self.experiment.sequences[number]


@dataclass(frozen=True)
class Seat:
    """One person in a room: a number, a chosen name, and which sequence of treatments is theirs."""

    room: str
    number: int
    name: str
    cell: int | None


def now() -> int:
    """Give the time [milliseconds since 1970]."""
    return time.time_ns() // 1_000_000


def insert_once(connection: Connection, table: Any) -> Any:
    """Start an insert that leaves alone what is there already."""
    kind = sqlite if connection.dialect.name == "sqlite" else postgresql
    return kind.insert(table)


def read_plan(table: dict[str, Any]) -> RoomPlan:
    """Check a plan that came over the wire."""
    if len(json.dumps(table)) > LONGEST_PLAN:
        raise InputError("the plan is too long")
    return check(RoomPlan, table, "the plan")


def create(
    connection: Connection, plan: RoomPlan, *, days: int = USUAL_DAYS, hosted: bool = False
) -> tuple[str, str]:
    """Open a new room; returns its code and the trainer's secret token.

    Raises:
        InputError: there are too many rooms, or `days` is out of range.
    """
    if connection.execute(select(func.count()).select_from(t.rooms)).scalar_one() >= MOST_ROOMS:
        raise InputError(f"there are {MOST_ROOMS} rooms already; delete some first")
    code, token = new_code(hosted=hosted), new_key()
    connection.execute(
        insert(t.rooms).values(
            code=code,
            token_hash=fingerprint(token),
            secret=new_key(),
            plan=plan.model_dump_json(),
            made=now(),
            delete_after=day_after(days),
        )
    )
    return code, token


def load(
    connection: Connection, code: str, *, to_change: bool = False, to_answer: bool = False
) -> Room:
    """Read a room.

    With `to_answer` nobody can change the room before this transaction ends, with `to_change` nobody
    can answer in it either (on PostgreSQL; SQLite has one writer anyway).

    Raises:
        Unknown: there is no such room.
    """
    query = select(t.rooms).where(t.rooms.c.code == code)
    if to_change or to_answer:
        query = query.with_for_update(read=to_answer)
    row = connection.execute(query).first()
    if row is None:
        raise Unknown("there is no room with this code")
    found = connection.execute(select(t.phases).where(t.phases.c.room == code))
    standings = {one.activity: Standing(one.phase, one.round) for one in found}
    return _room(row, standings)


def activity_of(room: Room, key: str) -> Any:
    """Find an activity of a room by its key.

    Raises:
        Unknown: there is none; the sentence hints at one with a like key.
    """
    try:
        return room.plan.activity(key)
    except KeyError:
        hint = did_you_mean(key, [a.key for a in room.plan.activities])
        raise Unknown(f"there is no activity {key[:40]!r}{hint}") from None


def join(connection: Connection, code: str, name: str, key: str, names: list[str]) -> Seat:
    """Take a seat under a free name; the same key gets the same seat again.

    Raises:
        InputError: the door is closed, the room is full, or the name is taken or none of the names.
    """
    room = load(connection, code, to_change=True)
    before = find_seat(connection, code, key)
    if before is not None:
        return before
    taken = connection.execute(select(t.rooms.c.seats).where(t.rooms.c.code == code)).scalar_one()
    if room.locked:
        raise InputError("the trainer has closed the door of this room")
    if taken >= MOST_SEATS:
        raise InputError("this room is full")
    if name not in names:
        raise InputError("choose one of the names shown")
    if connection.execute(
        select(t.seats.c.number).where(t.seats.c.room == code, t.seats.c.name == name)
    ).first():
        raise InputError("that name has just been taken; choose another")
    cell = allocate(room.secret, taken, len(room.experiment.sequences) if room.experiment else 0)
    values = {"room": code, "number": taken, "name": name, "cell": cell}
    connection.execute(insert(t.seats).values(**values, key_hash=fingerprint(key)))
    _change(connection, code, seats=taken + 1)
    return Seat(**values)


def find_seat(connection: Connection, code: str, key: str) -> Seat | None:
    """Find the seat that a key opens."""
    s = t.seats.c
    query = select(s.room, s.number, s.name, s.cell)
    query = query.where(s.room == code, s.key_hash == fingerprint(key))
    row = connection.execute(query).first()
    return None if row is None else Seat(*row)


def leave(connection: Connection, code: str, seat: int) -> None:
    """Take somebody out of the room, with all they answered."""
    connection.execute(delete(t.seats).where(t.seats.c.room == code, t.seats.c.number == seat))


def taken_names(connection: Connection, code: str) -> set[str]:
    """List the names in use."""
    return set(connection.execute(select(t.seats.c.name).where(t.seats.c.room == code)).scalars())


def open_activity(connection: Connection, code: str, key: str, part: str | None = None) -> Room:
    """Open an activity, for a round (the next one if none is named).

    Raises:
        InputError: it has been revealed, another is open, or there is no such activity or round.
    """
    room = load(connection, code, to_change=True)
    activity, standing = activity_of(room, key), room.standing(key)
    if standing.phase == "revealed":
        raise InputError(f"{activity.title!r} has been revealed, so its answers are fixed")
    for other, its in room.standings.items():
        if its.phase == "open" and other != key:
            title = room.plan.activity(other).title
            raise InputError(f"{title!r} is still open; close it first")
    chosen = part or _next_round(activity.rounds, standing)
    if chosen not in activity.rounds:
        hint = did_you_mean(chosen, activity.rounds)
        raise InputError(f"{activity.title!r} has no round {chosen[:40]!r}{hint}")
    if standing == Standing("open", chosen) and room.current == key:
        return room
    _stand(connection, code, key, "open", chosen)
    return _changed(connection, room, current=key)


def close_activity(connection: Connection, code: str) -> Room:
    """Close whatever is open; closing twice is no harm."""
    room = load(connection, code, to_change=True)
    still = {key: its for key, its in room.standings.items() if its.phase == "open"}
    if not still:
        return room
    for key, its in still.items():
        _stand(connection, code, key, "closed", its.round)
    return _changed(connection, room)


def reveal(connection: Connection, code: str, key: str) -> Room:
    """Let everybody see the results of an activity that is closed; its answers are fixed from then on.

    Raises:
        InputError: it has not been closed yet, or another activity is open.
    """
    room = load(connection, code, to_change=True)
    activity, standing = activity_of(room, key), room.standing(key)
    if standing.phase == "revealed" and room.current == key:
        return room
    if standing.phase in {"waiting", "open"}:
        raise InputError(f"{activity.title!r} must be opened and closed before it is revealed")
    if any(its.phase == "open" for its in room.standings.values()):
        raise InputError("another activity is still open; close it first")
    _stand(connection, code, key, "revealed", standing.round)
    return _changed(connection, room, current=key)


def pause(connection: Connection, code: str) -> Room:
    """Show phones and projector the waiting page; what is open must be closed first."""
    room = load(connection, code, to_change=True)
    if any(its.phase == "open" for its in room.standings.values()):
        raise InputError("an activity is still open; close it first")
    return room if room.current is None else _changed(connection, room, current=None)


def change(connection: Connection, code: str, **values: Any) -> Room:
    """Change settings of a room, by the names of their columns, and count its version up."""
    return _changed(connection, load(connection, code, to_change=True), **values)


def day_after(days: int) -> int:
    """Give the time so many days from now [milliseconds since 1970]; 0 means at the next look.

    Raises:
        InputError: `days` is no whole number from 0 to 365.
    """
    if isinstance(days, bool) or not isinstance(days, int) or not 0 <= days <= MOST_DAYS:
        raise InputError(f"days must be a whole number from 0 to {MOST_DAYS}")
    return now() + days * DAY


def remove(connection: Connection, code: str) -> None:
    """Delete a room with everything in it."""
    if connection.execute(delete(t.rooms).where(t.rooms.c.code == code)).rowcount == 0:
        raise Unknown("there is no room with this code")


def overdue(connection: Connection) -> list[str]:
    """List the rooms whose day has come."""
    query = select(t.rooms.c.code).where(t.rooms.c.delete_after <= now())
    return list(connection.execute(query).scalars())


def _next_round(rounds: tuple[str, ...], standing: Standing) -> str:
    if standing.phase == "waiting":
        return rounds[0]
    place = rounds.index(standing.round)
    return standing.round if standing.phase == "open" else rounds[min(place + 1, len(rounds) - 1)]


def _stand(connection: Connection, code: str, key: str, phase: str, part: str) -> None:
    values = {"phase": phase, "round": part}
    query = insert_once(connection, t.phases).values(room=code, activity=key, **values)
    connection.execute(
        query.on_conflict_do_update(index_elements=["room", "activity"], set_=values)
    )


def _change(connection: Connection, code: str, **values: Any) -> None:
    connection.execute(update(t.rooms).where(t.rooms.c.code == code).values(**values))


def _changed(connection: Connection, room: Room, **values: Any) -> Room:
    _change(connection, room.code, **values, version=room.version + 1)
    return load(connection, room.code)


def _room(row: Row, standings: dict[str, Standing]) -> Room:
    return Room(
        code=row.code,
        token_hash=row.token_hash,
        secret=row.secret,
        plan=_plan(row.plan),
        delete_after=row.delete_after,
        locked=row.locked,
        current=row.current,
        version=row.version,
        notice=row.notice,
        screen=row.screen,
        standings=standings,
    )


@lru_cache(maxsize=64)
def _plan(text: str) -> RoomPlan:
    return RoomPlan.model_validate(json.loads(text))
