"""Second devices that lead: each by an invitation of its own, which opens once and may be withdrawn."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from coprod_sim.errors import InputError
from coprod_sim.live import schema as t
from coprod_sim.live.credentials import fingerprint, read_code
from coprod_sim.live.room import Unknown, change, now

MOST = 5
"""How many second devices one room takes at a time."""
VALID = 15 * 60 * 1000
"""How long an invitation opens [milliseconds]."""


@dataclass(frozen=True)
class CoLeader:
    """A second device: its number, and whether it has taken up its invitation."""

    number: int
    here: bool


def invite(connection: Connection, code: str, invitation: str) -> None:
    """Let one more device lead; the invitation opens once, within a quarter of an hour.

    Raises:
        InputError: it is no code, or there are as many devices as may be.
    """
    c = t.co_leaders.c
    many = connection.execute(select(func.count(), func.max(c.number)).where(c.room == code)).one()
    if read_code(invitation) is None:
        raise InputError("the invitation is no code of this kit")
    if many[0] >= MOST:
        raise InputError(f"{MOST} devices lead already. Withdraw one first.")
    values = {
        "number": (many[1] or 0) + 1,
        "key_hash": fingerprint(invitation),
        "until": now() + VALID,
    }
    connection.execute(insert(t.co_leaders).values(room=code, **values))
    change(connection, code)


def accept(connection: Connection, code: str, typed: str, key: str) -> int:
    """Take up an invitation: from now on the key opens, and the invitation nothing any more.

    Raises:
        Unknown: there is no such invitation, or it has been taken up, withdrawn, or is too old.
    """
    c, invitation = t.co_leaders.c, read_code(typed) or ""
    mine = (c.room == code) & (c.key_hash == fingerprint(invitation)) & (c.until > now())
    number = connection.execute(select(c.number).where(mine)).scalar()
    if number is None:
        raise Unknown("there is no such invitation")
    here = (c.room == code) & (c.number == number)
    connection.execute(
        update(t.co_leaders).where(here).values(key_hash=fingerprint(key), until=None)
    )
    change(connection, code)
    return number


def leads(connection: Connection, code: str, key: str) -> bool:
    """Say whether a key opens the leading of a room."""
    c = t.co_leaders.c
    mine = (c.room == code) & (c.key_hash == fingerprint(key)) & c.until.is_(None)
    return connection.execute(select(c.number).where(mine)).first() is not None


def withdraw(connection: Connection, code: str, number: int) -> None:
    """Let a device lead no longer.

    Raises:
        Unknown: there is no such device.
    """
    c = t.co_leaders.c
    gone = delete(t.co_leaders).where(c.room == code, c.number == number)
    if connection.execute(gone).rowcount == 0:
        raise Unknown("there is no such device")
    change(connection, code)


def stop_leading(connection: Connection, code: str, key: str) -> None:
    """Let the device of a key lead no longer, because it says so itself."""
    c = t.co_leaders.c
    gone = delete(t.co_leaders).where(c.room == code, c.key_hash == fingerprint(key))
    if connection.execute(gone).rowcount:
        change(connection, code)


def co_leaders(connection: Connection, code: str) -> list[CoLeader]:
    """List the second devices of a room; an invitation that is too old is none."""
    c = t.co_leaders.c
    query = select(c.number, c.until).where(c.room == code).order_by(c.number)
    found = connection.execute(query).all()
    return [
        CoLeader(row.number, row.until is None)
        for row in found
        if not row.until or row.until > now()
    ]
