"""The seats of a room: who takes one, who comes back to theirs, and who leaves with all they answered."""

from collections.abc import Collection
from typing import Literal

from sqlalchemy import Connection, delete, func, insert, select, update

from coprod_sim.errors import InputError
from coprod_sim.live import schema as t
from coprod_sim.live import ways_back
from coprod_sim.live.allocation import allocate, noted_corner, noted_seat
from coprod_sim.live.credentials import fingerprint
from coprod_sim.live.kept_answers import gone, keep_counted, keep_name, take_over
from coprod_sim.live.own_names import ON_PAPER, own_name
from coprod_sim.live.pseudonyms import is_made_up
from coprod_sim.live.room import MOST_SEATS, Room, Seat, Unknown, change, insert_once, load
from coprod_sim.words import words_in

Lost = Literal["taken", "moved", "idle"]
"""Why a key opens no seat any more: the trainer took it away, its owner came back on another device, or
nothing was answered there and its phone had been silent."""


def join(
    connection: Connection, code: str, name: str, key: str, names: list[str], note: str = "",
    present: Collection[int] = (), before: str = "",
) -> Seat:  # fmt: skip
    """Take a seat under a free name; the same key gets the same seat again.

    In a room whose group has agreed to names, any name will do. Whoever had a seat before stands for what was
    kept of it, so that an answer of theirs to a round that is opened again replaces the one before.

    Args:
        connection: where the room is stored.
        code: the room's code.
        name: the name that was chosen.
        key: the secret of the seat.
        names: the names there are.
        note: what a phone that had left this room before has kept of its corner, if anything.
        present: the seats whose phones have been heard of lately; they stay when the room is full.
        before: what the phone has kept of the seat it had before, if anything.

    Returns:
        The seat.

    Raises:
        InputError: the door is closed, the room is full, or the name is taken or none of the names.
    """
    room = load(connection, code, to_change=True)
    mine = find_seat(connection, code, key)
    if mine is not None:
        return mine
    taken = connection.execute(select(t.rooms.c.seats).where(t.rooms.c.code == code)).scalar_one()
    if room.locked and lost(connection, code, key) != "idle":
        raise InputError("The trainer has closed the door of this room.")
    _make_room(connection, code, present)
    name = _free_name(connection, room, name, names)
    values = {"room": code, "number": taken, "name": name, "cell": _corner(room, taken, note)}
    connection.execute(insert(t.seats).values(**values, key_hash=fingerprint(key)))
    connection.execute(update(t.rooms).where(t.rooms.c.code == code).values(seats=taken + 1))
    if (had := noted_seat(room.secret, before)) is not None:
        take_over(connection, code, had, taken)
    return Seat(**values)


def _make_room(connection: Connection, code: str, present: Collection[int]) -> None:
    """Take an idle seat away where the room is full."""
    if count(connection, code) < MOST_SEATS:
        return
    idle = [seat for seat in unused(connection, code) if seat not in present]
    if not idle:
        raise InputError("This room is full.")
    take_idle(connection, code, idle[:1])


def count(connection: Connection, code: str) -> int:
    """Count the seats there are."""
    query = select(func.count()).select_from(t.seats).where(t.seats.c.room == code)
    return connection.execute(query).scalar_one()


def unused(connection: Connection, code: str) -> list[int]:
    """List the seats at which nothing was ever answered, the oldest first.

    Args:
        connection: where the room is stored.
        code: the room's code.
    """
    s, a = t.seats.c, t.answers.c
    answered = select(a.seat).where(a.room == code)
    query = select(s.number).where(s.room == code, s.number.not_in(answered)).order_by(s.number)
    return list(connection.execute(query).scalars())


def _free_name(connection: Connection, room: Room, typed: str, names: list[str]) -> str:
    taken = taken_names(connection, room.code)
    if room.plan.named:
        return own_name(typed, taken, words_in("en"), words_in(room.plan.language))
    if not is_made_up(typed, names, len(taken)):
        raise InputError("Choose one of the names shown.")
    if typed in taken:
        raise InputError("Somebody here has that name already. Choose another.")
    return typed


def _corner(room: Room, seat: int, note: str) -> int | None:
    """Give a seat the corner its phone has kept, or else draw one."""
    ways = len(room.experiment.sequences) if room.experiment else 0
    kept = noted_corner(room.secret, note, ways)
    return allocate(room.secret, seat, ways) if kept is None else kept


def come_back(connection: Connection, code: str, typed: str, key: str) -> Seat:
    """Give the seat of a code to come back by to a new key.

    Raises:
        Unknown: no seat has this code.
    """
    room = load(connection, code, to_change=True)
    seat = ways_back.seat_of(connection, room, typed)
    if seat is None:
        raise Unknown("no seat in this room has this code")
    here = (t.seats.c.room == code) & (t.seats.c.number == seat.number)
    _lose(connection, code, seat.number, "moved")
    connection.execute(update(t.seats).where(here).values(key_hash=fingerprint(key)))
    ways_back.note_taken(connection, seat)
    return seat


def find_seat(connection: Connection, code: str, key: str) -> Seat | None:
    """Find the seat that a key opens."""
    s = t.seats.c
    query = select(s.room, s.number, s.name, s.cell)
    query = query.where(s.room == code, s.key_hash == fingerprint(key))
    row = connection.execute(query).first()
    return None if row is None else Seat(*row)


def leave(connection: Connection, code: str, seat: int) -> None:
    """Take somebody out of the room, with all they answered that was not counted yet."""
    _keep(connection, code, seat)
    _free(connection, code, seat)


def take_away(connection: Connection, code: str, seat: int) -> None:
    """Take a seat away, as the trainer, with all that was answered there and not counted yet.

    Of one that is gone already nothing is said, for its name still stands on the list.

    Raises:
        Unknown: there never was such a seat.
    """
    if seat in gone(connection, code):
        return
    _lose(connection, code, seat, "taken")
    _keep(connection, code, seat)
    if not _free(connection, code, seat):
        raise Unknown("there is no such seat; its owner may have left")
    change(connection, code)


def take_idle(connection: Connection, code: str, silent: Collection[int]) -> None:
    """Take away those of some seats at which nothing was answered; whoever had one may join again.

    Args:
        connection: where the room is stored.
        code: the room's code.
        silent: the seats whose phones were not heard of.
    """
    for seat in unused(connection, code):
        if seat in silent:
            _lose(connection, code, seat, "idle")
            _free(connection, code, seat)


def lost(connection: Connection, code: str, key: str) -> Lost | None:
    """Say why a key opens no seat any more; None if it never did, or was given back by its owner."""
    gone = t.lost_seats.c
    query = select(gone.why).where(gone.room == code, gone.key_hash == fingerprint(key))
    return connection.execute(query).scalar()


def _lose(connection: Connection, code: str, seat: int, why: Lost) -> None:
    """Note why the key of a seat will open it no more."""
    s = t.seats.c
    query = select(s.key_hash).where(s.room == code, s.number == seat)
    for key_hash in connection.execute(query).scalars().all():
        values = {"room": code, "key_hash": key_hash, "why": why}
        made = insert_once(connection, t.lost_seats).values(**values)
        keys = ["room", "key_hash"]
        connection.execute(made.on_conflict_do_update(index_elements=keys, set_={"why": why}))


def _keep(connection: Connection, code: str, seat: int) -> None:
    """Keep what would else show by its going what somebody said; what came from paper has no such secret."""
    room, name = load(connection, code), dict(people(connection, code)).get(seat)
    if name is None or name.split()[0].lower() in ON_PAPER:
        return
    keep_counted(connection, code, seat)
    if not room.plan.named:
        keep_name(connection, code, seat, name)


def _free(connection: Connection, code: str, seat: int) -> bool:
    """Delete a seat with all that hangs on it; ideas that said the same as its own stand for themselves."""
    same = t.idea_places.c
    theirs = (same.room == code) & (same.same_as == seat)
    connection.execute(update(t.idea_places).where(theirs).values(same_as=None))
    gone = delete(t.seats).where(t.seats.c.room == code, t.seats.c.number == seat)
    return connection.execute(gone).rowcount > 0


def people(connection: Connection, code: str) -> list[tuple[int, str]]:
    """List who is here: the number and the name of each seat, by name."""
    s = t.seats.c
    query = select(s.number, s.name).where(s.room == code).order_by(s.name)
    return [(row.number, row.name) for row in connection.execute(query)]


def joined(connection: Connection, code: str) -> list[tuple[int, str]]:
    """List who has joined, by name; made-up names stay when their owners go."""
    found = [*people(connection, code), *gone(connection, code).items()]
    return sorted(found, key=lambda one: one[1])


def on_phones(connection: Connection, code: str) -> list[int]:
    """List the seats that were taken on phones; those made from paper have no phone."""
    return [
        seat for seat, name in people(connection, code) if name.split()[0].lower() not in ON_PAPER
    ]


def taken_names(connection: Connection, code: str) -> set[str]:
    """List the names that nobody else may take."""
    return {name for _, name in joined(connection, code)}
