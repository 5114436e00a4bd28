"""Finds the rooms of a store that cannot be opened, and whose they are."""

from sqlalchemy import Connection, select

from coprod_sim.live import schema as t
from coprod_sim.live.room import Damaged, load


def damaged(connection: Connection) -> list[str]:
    """List the codes of the rooms that cannot be opened.

    Args:
        connection: a connection to the store.
    """
    found = []
    for code in connection.execute(select(t.rooms.c.code)).scalars().all():
        try:
            load(connection, code)
        except Damaged:
            found.append(code)
    return found


def token_hash(connection: Connection, code: str) -> str:
    """Give the fingerprint of a room's token, also of a damaged room; empty if there is no such room.

    Args:
        connection: a connection to the store.
        code: the code of the room.
    """
    query = select(t.rooms.c.token_hash).where(t.rooms.c.code == code)
    return str(connection.execute(query).scalar() or "")
