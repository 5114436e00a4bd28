"""People's ideas: read by the trainer before they are shown, put together, and told what became of them."""

import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import groupby
from textwrap import shorten
from typing import Literal, get_args

from sqlalchemy import Connection, Row, and_, delete, select, update

from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.live import schema as t
from coprod_sim.live.questions import plain
from coprod_sim.live.room import Unknown, change, insert_once, load
from coprod_sim.live.screens import Screen, stored_screen
from coprod_sim.words import words_in

State = Literal["waiting", "shown", "hidden"]
Fate = Literal["taken_up", "in_part", "not"]
LONGEST_WHY = 400
"""The longest reason [characters]."""
LONGEST_THEME = 80
"""The longest heading of a group of ideas [characters]."""
DELETED = "deleted"
"""The state of an idea whose text the trainer has deleted; nothing but its author's phone tells of it."""
CHOOSING = "choosing"
"""How the keys of votes begin that list ideas as their answers."""
LONGEST_OPTION = 120
"""How much of an idea such a vote lists [characters]."""


@dataclass(frozen=True)
class IdeaOnWay:
    """An idea with where it stands; `seat` and `name` are known to the server alone.

    Ideas under one `theme` stand together. One that says the `same_as` that of another seat is shown and
    answered with it.
    """

    activity: str
    seat: int
    text: str
    state: State
    fate: Fate | None
    why: str
    name: str = ""
    theme: str = ""
    same_as: int | None = None
    handle: str = ""
    """What a page calls the idea; it does not tell who joined when, as the number of a seat does."""

    @property
    def id(self) -> str:
        """The name of the idea in its room."""
        return f"{self.activity}.{self.seat}"

    @property
    def mark(self) -> str:
        """A few signs that are others once it says something else, so that a page tells what was read."""
        return sha256(self.text.encode()).hexdigest()[:12]


def ideas_of(
    connection: Connection, code: str, seat: int | None = None, since: int = 0
) -> list[IdeaOnWay]:
    """List the ideas of a room, or of one seat, in an order drawn once: it does not tell who joined when.

    Args:
        connection: where the room is stored.
        code: the room's code.
        seat: the one seat, if it is of one.
        since: list those alone that were written after this [milliseconds since 1970].
    """
    i, a, s, p = t.ideas.c, t.answers.c, t.seats.c, t.idea_places.c
    same = (a.room == i.room) & (a.activity == i.activity) & (a.seat == i.seat)
    here = (p.room == i.room) & (p.activity == i.activity) & (p.seat == i.seat)
    query = select(i.activity, i.seat, a.answer, i.state, i.fate, i.why, s.name, p.theme, p.same_as)
    secret = connection.execute(select(t.rooms.c.secret).where(t.rooms.c.code == code)).scalar()
    query = query.join(t.answers, same).join(t.seats, (s.room == i.room) & (s.number == i.seat))
    query = query.outerjoin(t.idea_places, here).where(i.room == code, a.at > since)
    if seat is not None:
        query = query.where(i.seat == seat)
    found = [_idea(row) for row in connection.execute(query)]
    drawn = [replace(one, handle=_drawn_place(str(secret), one.id)) for one in found]
    return sorted(drawn, key=lambda one: (one.activity, one.handle))


def told(
    connection: Connection, code: str, activity: str, *, named: bool
) -> list[dict[str, object]]:
    """List the ideas that everybody may see: headings first, each idea once, with its name where agreed.

    Returns:
        For each heading, the empty one last: `theme`, and `ideas` as they are read.
    """
    shown = [i for i in on_the_wall(ideas_of(connection, code)) if i.activity == activity]
    return [
        {"theme": theme, "ideas": [f"{i.name}: {i.text}" if named else i.text for i in found]}
        for theme, found in groupby(shown, key=lambda i: i.theme)
    ]


def on_the_wall(ideas: Sequence[IdeaOnWay]) -> list[IdeaOnWay]:
    """Give the ideas that everybody may see, each once: those under headings first, then the others."""
    shown = (i for i in ideas if i.state == "shown" and i.same_as is None)
    return sorted(shown, key=lambda i: (not i.theme, i.theme.lower()))


def as_option(text: str) -> str:
    """Give as much of an idea as a vote among ideas lists."""
    return shorten(text, LONGEST_OPTION, placeholder=" ...")


def moderate(
    connection: Connection, code: str, activity: str, seat: int, state: str, read: str = ""
) -> None:
    """Show an idea to everybody, or hide it.

    Args:
        connection: where the room is stored.
        code: the room's code.
        activity: the activity it answers.
        seat: whose it is.
        state: where it stands from now on.
        read: what the trainer has read, so that nothing is let through that was written anew since.

    Raises:
        InputError: the state is none of these, it says something else now, or there is none (`Unknown`).
    """
    if state not in get_args(State):
        raise InputError(
            f"state must be waiting, shown or hidden{did_you_mean(state, get_args(State))}"
        )
    if read and read != _one(connection, code, activity, seat).text:
        raise InputError(
            "An idea was written anew since you read it. Nothing is changed: read it again."
        )
    _set(connection, code, activity, [seat], state=state)


def set_fate(
    connection: Connection, code: str, activity: str, seat: int, fate: str, why: str
) -> None:
    """Say what became of an idea and of those that say the same, and why; their authors' phones show both.

    Raises:
        InputError: the fate is none of these, the reason is missing, or there is no such idea.
    """
    if fate not in get_args(Fate):
        raise InputError(
            "Choose first what became of it: taken up, taken up in part, or not taken up."
        )
    reason = " ".join(why.split())
    if not reason or len(reason) > LONGEST_WHY:
        raise InputError(f"Write why, in up to {LONGEST_WHY} letters.")
    alike = _alike(connection, code, activity, seat)
    _set(connection, code, activity, [seat, *alike], fate=fate, why=reason)


def group(connection: Connection, code: str, activity: str, seat: int, theme: str) -> None:
    """Put an idea, with those that say the same, under a heading; an empty one takes it out.

    Raises:
        InputError: the heading is too long, or there is no such idea.
    """
    heading = " ".join(plain(theme).split())
    if len(heading) > LONGEST_THEME:
        raise InputError(f"A heading has at most {LONGEST_THEME} letters.")
    for one in [seat, *_alike(connection, code, activity, seat)]:
        _place(connection, code, activity, one, theme=heading)
    change(connection, code)


def merge(connection: Connection, code: str, activity: str, seat: int, into: int | None) -> None:
    """Take an idea for the same as another, with its heading and answer; None takes it apart again.

    Raises:
        InputError: it is itself, or there is no such idea.
    """
    known = {i.seat: i for i in ideas_of(connection, code) if i.activity == activity}
    if seat not in known or (into is not None and into not in known):
        raise Unknown("there is no such idea")
    if into is None:
        _place(connection, code, activity, seat, same_as=None)
    else:
        head = known[into].same_as
        first = known[into if head is None or head not in known else head]
        if first.seat == seat:
            raise InputError("An idea cannot be made one with itself.")
        for one in [seat, *_alike(connection, code, activity, seat)]:
            _place(connection, code, activity, one, theme=first.theme, same_as=first.seat)
            if first.fate:
                _set(connection, code, activity, [one], fate=first.fate, why=first.why)
    change(connection, code)


def delete_text(connection: Connection, code: str, activity: str, seat: int) -> None:
    """Delete what an idea says wherever the room keeps it; that there was one stays for its author's phone.

    Raises:
        Unknown: there is no such idea.
    """
    found = _one(connection, code, activity, seat)
    a = t.answers.c
    here = and_(a.room == code, a.activity == activity, a.seat == seat)
    connection.execute(delete(t.answers).where(here))
    forget_place(connection, code, activity, seat)
    _set(connection, code, activity, [seat], state=DELETED, fate=None, why="")
    _take_down(connection, code, found)


def was_deleted(connection: Connection, code: str, seat: int) -> bool:
    """Say whether the trainer has deleted an idea of a seat, and no other stands in its place."""
    i = t.ideas.c
    query = select(i.seat).where(i.room == code, i.seat == seat, i.state == DELETED)
    return connection.execute(query).first() is not None


def forget_place(connection: Connection, code: str, activity: str, seat: int) -> None:
    """Take an idea that was written anew out of where it stood, and those that were the same from it."""
    p = t.idea_places.c
    here = and_(p.room == code, p.activity == activity)
    connection.execute(delete(t.idea_places).where(here, p.seat == seat))
    connection.execute(update(t.idea_places).where(here, p.same_as == seat).values(same_as=None))


def _one(connection: Connection, code: str, activity: str, seat: int) -> IdeaOnWay:
    for idea in ideas_of(connection, code, seat):
        if idea.activity == activity:
            return idea
    raise Unknown("there is no such idea")


def _take_down(connection: Connection, code: str, idea: IdeaOnWay) -> None:
    """Take an idea off the big screen, and out of the answers to votes among ideas."""
    room = load(connection, code, to_change=True)
    screen = stored_screen(room.screen)
    values = {"screen": ""} if screen is not None and _stands_on(screen, idea) else {}
    whole, instead = (
        room.plan.model_dump(mode="json"),
        words_in(room.plan.language)("room-idea_deleted"),
    )
    for activity in whole["activities"]:
        if activity["key"].startswith(f"{CHOOSING}_"):
            activity["words"] = without(activity["words"], idea.text, instead)
    plan = type(room.plan).model_validate(whole)
    if plan != room.plan:
        values["plan"] = plan.model_dump_json()
    if values:
        change(connection, code, **values)


def without(options: Sequence[str], text: str, instead: str) -> list[str]:
    """Give the answers of a vote among ideas without what one idea says; how many there are stays."""
    return [instead if one == as_option(text) else one for one in options]


def _stands_on(screen: Screen, idea: IdeaOnWay) -> bool:
    lines = (screen.large, *screen.paragraphs)
    named = f"{idea.name}: {idea.text}"
    return screen.idea == idea.id or any(line in (idea.text, named) for line in lines)


def _drawn_place(secret: str, idea: str) -> str:
    """Draw where an idea stands, from the room's secret: always the same place again."""
    return hmac.digest(secret.encode(), f"order {idea}".encode(), "sha256").hex()[:32]


def _alike(connection: Connection, code: str, activity: str, seat: int) -> list[int]:
    """List the seats whose ideas were taken for the same as this one's."""
    p = t.idea_places.c
    query = select(p.seat).where(p.room == code, p.activity == activity, p.same_as == seat)
    return list(connection.execute(query).scalars())


def _place(connection: Connection, code: str, activity: str, seat: int, **values: object) -> None:
    i = t.ideas.c
    here = (i.room == code) & (i.activity == activity) & (i.seat == seat) & (i.state != DELETED)
    if connection.execute(select(i.seat).where(here)).first() is None:
        raise Unknown("there is no such idea")
    key = {"room": code, "activity": activity, "seat": seat}
    query = insert_once(connection, t.idea_places).values(**key, **{"theme": "", **values})
    connection.execute(query.on_conflict_do_update(index_elements=list(key), set_=values))


def _set(
    connection: Connection, code: str, activity: str, seats: list[int], **values: str | None
) -> None:
    i = t.ideas.c
    here = and_(i.room == code, i.activity == activity, i.seat.in_(seats), i.state != DELETED)
    if connection.execute(update(t.ideas).where(here).values(**values)).rowcount == 0:
        raise Unknown("there is no such idea")
    change(connection, code)


def _idea(row: Row) -> IdeaOnWay:
    text = next(iter(json.loads(row.answer).values()), "")
    return IdeaOnWay(
        row.activity,
        row.seat,
        text,
        row.state,
        row.fate,
        row.why,
        row.name,
        row.theme or "",
        row.same_as,
    )
