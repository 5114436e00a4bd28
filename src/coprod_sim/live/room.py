"""A room and its states: who may join, what is open, what is closed, what has been revealed.

An activity goes from waiting to open, closed and revealed. It can be opened again, or for its next round,
until it is revealed; then its answers are fixed. One activity is open at a time. All functions here take a
connection inside a transaction; whoever calls them decides when it is committed.
"""

import hmac
import json
import time
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Row, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.library_files import check
from coprod_sim.live import schema as t
from coprod_sim.live.activities import Activity, RoomExperiment, RoomPlan
from coprod_sim.live.arms import TreatmentSequence
from coprod_sim.live.credentials import fingerprint, new_code, new_key
from coprod_sim.words import words_in
from coprod_sim.words.days import day_in_words, day_of

Phase = Literal["waiting", "open", "closed", "revealed"]
USUAL_DAYS, MOST_DAYS = 7, 365
"""How long a room is kept when the trainer says nothing, and at most [days]."""
MOST_ROOMS, MOST_SEATS = 500, 2000
MANY_SEATS = "many_seats"
"""The name of the setting by which a trainer lets one address take any number of seats."""
PUT_BY, SCRIPT = "put_by", "script"
"""The names of the settings that say whether the room goes on another day, and hold its script."""
LONGEST_NOTICE = 400
"""The longest line at the foot of the projector [characters]."""
LONGEST_PLAN = 200_000
"""The longest plan a room takes [characters]."""
DAMAGED = "room {} cannot be opened, as what the store holds of it is damaged; other rooms go on"


class Unknown(InputError):  # noqa: N818 - a sentence for people
    """There is no such room, seat or activity."""


class Damaged(InputError):  # noqa: N818 - a sentence for people
    """What the store holds of a room is no room; other rooms go on."""


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
    settings: dict[str, str]

    @property
    def many_seats(self) -> bool:
        """Whether one address may take any number of seats, as a class behind one router needs."""
        return self.settings.get(MANY_SEATS) == "yes"

    @property
    def put_by(self) -> bool:
        """Whether the room goes on another day."""
        return self.settings.get(PUT_BY) == "yes"

    @property
    def ended(self) -> bool:
        """Whether the room is about to be deleted, so that nothing is asked and nobody need come back."""
        return self.settings.get(PUT_BY) == "ended"

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


def screen_note(room: Room) -> str:
    """Give what the projector's browser keeps, so that it is known again and never slowed down."""
    return hmac.new(room.secret.encode(), b"screen", sha256).hexdigest()


def is_screen(room: Room, note: str) -> bool:
    """Say whether a note is what the projector's browser keeps."""
    return hmac.compare_digest(note.encode(), screen_note(room).encode())


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
        Damaged: what the store holds of it is damaged.
    """
    query = select(t.rooms).where(t.rooms.c.code == code)
    if to_change or to_answer:
        query = query.with_for_update(read=to_answer)
    row = connection.execute(query).first()
    if row is None:
        raise Unknown("there is no room with this code")
    found = connection.execute(select(t.phases).where(t.phases.c.room == code))
    standings = {one.activity: Standing(one.phase, one.round) for one in found}
    named = select(t.settings.c.name, t.settings.c.value).where(t.settings.c.room == code)
    settings = {one.name: one.value for one in connection.execute(named)}
    try:
        return _whole(_room(row, standings, settings))
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Damaged(DAMAGED.format(code)) from None


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


def add_activity(connection: Connection, code: str, activity: Activity) -> Room:
    """Add an activity to a room's plan.

    Raises:
        InputError: its key is taken, or the plan is full.
    """
    room = load(connection, code, to_change=True)
    whole = room.plan.model_dump(mode="json")
    whole["activities"].append(activity.model_dump(mode="json"))
    return _changed(connection, room, plan=read_plan(whole).model_dump_json())


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
        raise InputError("Another activity is still open. Close it first.")
    _stand(connection, code, key, "revealed", standing.round)
    return _changed(connection, room, current=key)


def pause(connection: Connection, code: str) -> Room:
    """Show phones and projector the waiting page; what is open must be closed first."""
    room = load(connection, code, to_change=True)
    if any(its.phase == "open" for its in room.standings.values()):
        raise InputError("An activity is still open. Close it first.")
    return room if room.current is None else _changed(connection, room, current=None)


def change(connection: Connection, code: str, **values: Any) -> Room:
    """Change settings of a room, by the names of their columns, and count its version up."""
    return _changed(connection, load(connection, code, to_change=True), **values)


def set_in(connection: Connection, code: str, name: str, value: str) -> Room:
    """Set something in a room by its name, and count its version up."""
    room = load(connection, code, to_change=True)
    keep_in(connection, code, name, value)
    return _changed(connection, room)


def keep_in(connection: Connection, code: str, name: str, value: str) -> None:
    """Set something in a room that no phone and no wall shows, so that none of them is renewed."""
    query = insert_once(connection, t.settings).values(room=code, name=name, value=value)
    keys = ["room", "name"]
    connection.execute(query.on_conflict_do_update(index_elements=keys, set_={"value": value}))


def day_after(days: int) -> int:
    """Give the time so many days from now [milliseconds since 1970]; 0 means at the next look.

    Raises:
        InputError: `days` is no whole number from 0 to 365.
    """
    if isinstance(days, bool) or not isinstance(days, int) or not 0 <= days <= MOST_DAYS:
        raise InputError(f"days must be a whole number from 0 to {MOST_DAYS}")
    at = time.localtime()  # the day of the calendar counts, also when the clocks change
    return int(time.mktime((*at[:2], at.tm_mday + days, *at[3:6], 0, 0, -1))) * 1000


def keep_for(connection: Connection, code: str, days: int) -> Room:
    """Set in how many days a room is deleted: once people have joined, only sooner than they were told.

    Raises:
        InputError: somebody has joined and was promised an earlier day, or `days` is out of range.
    """
    room, until = load(connection, code, to_change=True), day_after(days)
    taken = connection.execute(select(t.rooms.c.seats).where(t.rooms.c.code == code)).scalar_one()
    promised = day_of(room.delete_after)
    if taken and day_of(until) > promised:
        words = words_in(room.plan.language)
        raise InputError(words("room-promised", day=day_in_words(promised, words)))
    return _changed(connection, room, delete_after=until)


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


def _room(row: Row, standings: dict[str, Standing], settings: dict[str, str]) -> Room:
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
        settings=settings,
    )


def _whole(room: Room) -> Room:
    """Give a room back if its parts belong together; of a damaged one, something raises here."""
    numbers = (room.delete_after, room.version)
    texts = (room.token_hash, room.secret, room.notice, room.screen)
    if not (all(type(n) is int for n in numbers) and all(isinstance(t, str) for t in texts)):
        raise TypeError
    if room.current is not None:
        room.plan.activity(room.current)
    for key, its in room.standings.items():
        if its.phase not in get_args(Phase) or its.round not in room.plan.activity(key).rounds:
            raise ValueError
    return room


@lru_cache(maxsize=64)
def _plan(text: str) -> RoomPlan:
    return RoomPlan.model_validate(json.loads(text))
