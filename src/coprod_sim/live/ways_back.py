"""The codes by which people come back to their seats: the one each has, and a new one from the trainer.

Whoever holds a code could sit down on the seat. So after a code that the trainer has given, the seat shows
nothing that was answered there before: else a trainer could read it.
"""

import hmac

from sqlalchemy import Connection, select, update

from coprod_sim.live import schema as t
from coprod_sim.live.credentials import way_back
from coprod_sim.live.room import Room, Seat, change, insert_once, load, now


def code_of(connection: Connection, room: Room, seat: int) -> str:
    """Give the code to come back to a seat by."""
    return way_back(room.secret, seat, _given(connection, room.code).get(seat, 0))


def seat_of(connection: Connection, room: Room, typed: str) -> Seat | None:
    """Find the seat that a typed code opens."""
    given = "".join(sign for sign in typed[:20].upper() if sign not in " -\t").encode()
    s, anew = t.seats.c, _given(connection, room.code)
    query = select(s.room, s.number, s.name, s.cell).where(s.room == room.code)
    for row in connection.execute(query).all():
        code = way_back(room.secret, row.number, anew.get(row.number, 0))
        if hmac.compare_digest(code.encode(), given):
            return Seat(*row)
    return None


def give_anew(connection: Connection, code: str, seat: int) -> str:
    """Give a seat a new code; the one before opens it no more.

    A seat whose owner has left gets one as well, which opens nothing: else this would tell who has left.

    Args:
        connection: where the room is stored.
        code: the room's code.
        seat: the number of the seat.

    Returns:
        The new code.
    """
    room = load(connection, code, to_change=True)
    times = _given(connection, code).get(seat, 0) + 1
    here = select(t.seats.c.number).where(t.seats.c.room == code, t.seats.c.number == seat)
    if connection.execute(here).first() is not None:
        made = insert_once(connection, t.new_codes).values(room=code, seat=seat, times=times)
        again = made.on_conflict_do_update(index_elements=["room", "seat"], set_={"times": times})
        connection.execute(again)
        change(connection, code)  # a phone that still shows the code before shows the new one
    return way_back(room.secret, seat, times)


def note_taken(connection: Connection, seat: Seat) -> None:
    """Note that somebody has come back; by a code of the trainer's, what was answered before is not shown."""
    n = t.new_codes.c
    here = (n.room == seat.room) & (n.seat == seat.number)
    connection.execute(update(t.new_codes).where(here).values(taken=now()))


def shown_since(connection: Connection, seat: Seat) -> int:
    """Say from when on a seat shows what was answered there [milliseconds since 1970]."""
    n = t.new_codes.c
    query = select(n.taken).where(n.room == seat.room, n.seat == seat.number)
    return connection.execute(query).scalar() or 0


def _given(connection: Connection, code: str) -> dict[int, int]:
    """Say how many new codes each seat was given; most have none."""
    n = t.new_codes.c
    query = select(n.seat, n.times).where(n.room == code)
    return {row.seat: row.times for row in connection.execute(query)}
