"""What stays of somebody who goes: answers that were counted before, and a made-up name on the list.

A number that was given once and is one person smaller afterwards gives away what that person said, and a
list of names that is one shorter gives away whose idea has gone. So neither changes; the answers stay
without a name, until the room is deleted.
"""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from coprod_sim.live import schema as t
from coprod_sim.live.activities import Idea
from coprod_sim.live.room import insert_once, load


def note_counted(connection: Connection, code: str, activity: str = "") -> None:
    """Note that numbers of what has been answered so far are being given, to anybody.

    What is open still changes anyway, so it counts once it is closed.

    Args:
        connection: where the room is stored.
        code: the room's code.
        activity: the activity that is counted; empty for all.
    """
    room, a = load(connection, code), t.answers.c
    query = select(a.activity, a.round).where(a.room == code).distinct()
    for row in connection.execute(query).all():
        standing = room.standing(row.activity)
        still_open = (standing.phase, standing.round) == ("open", row.round)
        if still_open or activity not in ("", row.activity):
            continue
        values = {"room": code, "activity": row.activity, "round": row.round}
        noted = insert_once(connection, t.counted_rounds).values(**values)
        connection.execute(noted.on_conflict_do_nothing())


def keep_counted(connection: Connection, code: str, seat: int) -> None:
    """Keep the answers of a seat that were counted, before it is deleted; an idea is no number, and goes."""
    a, c, s = t.answers.c, t.counted_rounds.c, t.seats.c
    plan = load(connection, code).plan
    written = [one.key for one in plan.activities if isinstance(one, Idea)]
    query = (
        select(a.room, a.activity, a.round, a.seat, s.cell, a.answer)
        .join(
            t.counted_rounds,
            (c.room == a.room) & (c.activity == a.activity) & (c.round == a.round),
        )
        .join(t.seats, (s.room == a.room) & (s.number == a.seat))
        .where(a.room == code, a.seat == seat, a.activity.not_in(written))
    )
    for row in connection.execute(query).all():
        connection.execute(insert(t.kept_answers).values(**row._mapping))


def take_over(connection: Connection, code: str, before: int, seat: int) -> None:
    """Have the seat somebody takes on returning stand for the answers kept of the one they had before.

    Args:
        connection: where the room is stored.
        code: the room's code.
        before: the seat they had; answers of one that is still taken stay with it.
        seat: the seat they have now.
    """
    s, k = t.seats.c, t.kept_answers.c
    there = select(s.number).where(s.room == code, s.number == before)
    if connection.execute(there).first() is None:
        theirs = (k.room == code) & (k.seat == before)
        connection.execute(update(t.kept_answers).where(theirs).values(seat=seat))


def replace(connection: Connection, code: str, seat: int, activity: str, part: str) -> None:
    """Let go of the kept answer of somebody who has returned and answers that round again."""
    k = t.kept_answers.c
    said = (k.room == code) & (k.seat == seat) & (k.activity == activity) & (k.round == part)
    connection.execute(delete(t.kept_answers).where(said))


def keep_name(connection: Connection, code: str, seat: int, name: str) -> None:
    """Keep a made-up name on the list of those who joined."""
    connection.execute(insert(t.gone_names).values(room=code, seat=seat, name=name))


def kept(
    connection: Connection, code: str, activity: str
) -> Iterator[tuple[str, int, int | None, dict[str, Any]]]:
    """Give the kept answers to an activity: round, seat, cell and answer."""
    k = t.kept_answers.c
    query = select(k.round, k.seat, k.cell, k.answer).where(k.room == code, k.activity == activity)
    for part, seat, cell, answer in connection.execute(query):
        yield part, seat, cell, json.loads(answer)


def seats_kept(connection: Connection, code: str) -> set[int]:
    """Give the numbers of the seats of which answers were kept."""
    k = t.kept_answers.c
    return set(connection.execute(select(k.seat).where(k.room == code)).scalars())


def gone(connection: Connection, code: str) -> dict[int, str]:
    """Give the made-up names of those who have gone, by the seats they had."""
    g = t.gone_names.c
    query = select(g.seat, g.name).where(g.room == code)
    return {row.seat: row.name for row in connection.execute(query)}
