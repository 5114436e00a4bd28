"""Whose turn it is while only so many pages are served at a time: who moves on keeps their place."""

import re
import secrets
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

USUAL_IDLE = 10
"""After how long without a page a session ends, and its place is free for whoever waits [minutes]."""
PLACE = "coprod_place"
"""The cookie by which a browser that has a place, or waits for one, is known."""
KEPT = 15.0
"""How long the place of a browser without a page is kept for its next one [seconds]."""
PATIENCE = 30.0
"""After how long without a question whoever waits has gone: the page asks each ten seconds [seconds]."""
SHAPE = re.compile(r"[\w-]{22}")


@dataclass
class Holder:
    """One browser that has a place.

    Attributes:
        pages: its sessions, the oldest first, each with the path of its page.
        coming: how many of its pages were let in and have no session yet.
        until: till when its place is kept though it has no page.
    """

    pages: dict[str, str] = field(default_factory=dict)
    coming: int = 0
    until: float = 0.0


class Turns:
    """Counts places by browser: who waits comes in by the order of asking, who moves on keeps a place."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with all places free.

        Args:
            most: how many pages are served at a time; 0 sets no limit.
            clock: tells the time in seconds.
        """
        self._most, self._clock = most, clock
        self._holders: dict[str, Holder] = {}
        self._line: dict[str, float] = {}
        self._leaving: set[str] = set()
        """Sessions of pages that their browser is going on from: the next page has their place."""

    def enter(self, ticket: str, path: str, came_from: str, *, known: bool) -> str | None:
        """Let a browser in for one page, or put it into the line.

        Args:
            ticket: what the browser is known by.
            path: the page it asks for.
            came_from: the path of the page on which it was asked for, if that is known.
            known: whether the browser has shown the ticket; one that keeps none would stand in line twice.

        Returns:
            None when it has to wait; else the session of the page it goes on from, which is to end once
            the new one is there, or nothing in the text.
        """
        left = ""
        if self._most and not self._free_for(ticket):
            left = self._goes_on_from(ticket, path, came_from)
            if not left:
                if known:
                    self._line[ticket] = self._clock()
                return None
            self._leaving.add(left)
        self._line.pop(ticket, None)
        holder = self._holders.setdefault(ticket, Holder())
        holder.coming, holder.until = holder.coming + 1, 0.0
        return left

    def has(self, ticket: str, session: str, path: str) -> None:
        """Note which session a page that was let in has got."""
        holder = self._holders.setdefault(ticket, Holder())
        holder.coming = max(0, holder.coming - 1)
        holder.pages[session] = path

    def came_to_nothing(self, ticket: str) -> None:
        """Note that a page that was let in has got no session."""
        holder = self._holders.get(ticket)
        if holder is not None:
            holder.coming = max(0, holder.coming - 1)

    def stays(self, session: str) -> None:
        """Note that a page is not gone on from: the next one has come to nothing."""
        self._leaving.discard(session)

    def ended(self, session: str) -> None:
        """Note that a page was closed: its place is kept a moment, unless its browser has another page."""
        for holder in self._holders.values():
            its = holder.pages.pop(session, None) is not None
            if its and session not in self._leaving and not (holder.pages or holder.coming):
                holder.until = self._clock() + KEPT
        self._leaving.discard(session)

    def look(self, living: Collection[str]) -> None:
        """Forget sessions that have ended by themselves, places kept long enough, and who waits no more."""
        now = self._clock()
        self._leaving &= set(living)
        for ticket, holder in list(self._holders.items()):
            for session in holder.pages.keys() - set(living):
                del holder.pages[session]
            if not (holder.pages or holder.coming) and holder.until <= now:
                del self._holders[ticket]
        self._line = {who: at for who, at in self._line.items() if at + PATIENCE > now}

    def _free_for(self, ticket: str) -> bool:
        """Say whether a place is free, or kept for this browser, after those who came before it."""
        holder = self._holders.get(ticket)
        if (
            holder is not None
            and holder.until > self._clock()
            and not (holder.pages or holder.coming)
        ):
            return True
        line = list(self._line)
        before = line.index(ticket) if ticket in self._line else len(line)
        return self._most - self._taken() > before

    def _taken(self) -> int:
        """Count the places: a page that is being left and the one after it have one together."""
        return sum(
            max(1, len(one.pages.keys() - self._leaving) + one.coming)
            for one in self._holders.values()
        )

    def _goes_on_from(self, ticket: str, path: str, came_from: str) -> str:
        """Find the page that a browser goes on from: the same, the one with the link, or its oldest."""
        holder = self._holders.get(ticket, Holder())
        there = {one: at for one, at in holder.pages.items() if one not in self._leaving}
        for wanted in (path, came_from):
            for session, at in there.items():
                if at == wanted:
                    return session
        return next(iter(there), "")


def new_ticket() -> str:
    """Make what a browser is known by; nobody can guess it."""
    return secrets.token_urlsafe(16)


def is_ticket(given: str | None) -> bool:
    """Say whether a browser has shown something that a ticket can be."""
    return SHAPE.fullmatch(given or "") is not None
