"""Whose turn it is while only so many pages are served at a time: who moves on keeps their place."""

import re
import secrets
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from math import ceil

USUAL_IDLE = 10
"""After how long without a page a session ends, and its place is free for whoever waits [minutes]."""
ASK, UNANSWERED, LOOK = 30, 90, 60
"""How often a browser is asked whether it is still there, after how long without an answer it is taken for
lost, and how often it is looked for sessions without a page [seconds]."""
PLACE = "coprod_place"
"""The cookie by which a browser that has a place, or waits for one, is known."""
KEPT = 15.0
"""How long the place of a browser without a page is kept for its next one [seconds]."""
PATIENCE = 30.0
"""After how long without a question whoever waits has gone: the page asks each ten seconds [seconds]."""
MOMENT = 4.0
"""How long a page that somebody goes on from may take to end, and a line that broke to stand again: after
that a page that stays is in another tab, and one whose line was lost is gone [seconds]."""
SHAPE = re.compile(r"[\w-]{22}")


@dataclass
class Holder:
    """One browser that has a place.

    Attributes:
        pages: its sessions, the oldest first, each with when the line to its page was lost, if it was.
        coming: how many of its pages were let in and have no session yet.
        until: till when a place is kept for its next page.
        refused: since when it asks for a further page.
    """

    pages: dict[str, float | None] = field(default_factory=dict)
    coming: int = 0
    until: float = 0.0
    refused: float | None = None


class Turns:
    """Counts places by browser: who waits comes in by the order of asking, who moves on keeps a place.

    A page that is loaded again or gone on from is there until its successor has begun, as one in another tab
    is. So whoever has a page is asked to wait a moment, too: then it is seen whether that page has ended.
    """

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with all places free.

        Args:
            most: how many pages are served at a time; 0 sets no limit.
            clock: tells the time in seconds.
        """
        self._most, self._clock = most, clock
        self._holders: dict[str, Holder] = {}
        self._line: dict[str, float] = {}

    def enter(self, ticket: str, *, known: bool) -> str | None:
        """Let a browser in for one page, or put it into the line.

        Args:
            ticket: what the browser is known by.
            known: whether the browser has shown the ticket; one that keeps none would stand in line twice.

        Returns:
            None when it has to wait; else the session to end for it, whose page was lost, or nothing
            in the text.
        """
        lost = ""
        if self._most and not self._free_for(ticket):
            lost = self._lost_page_of(ticket)
            if not lost:
                if known:
                    self._refuse(ticket)
                return None
        self._line.pop(ticket, None)
        holder = self._holders.setdefault(ticket, Holder())
        holder.pages.pop(lost, None)
        holder.coming, holder.until, holder.refused = holder.coming + 1, 0.0, None
        return lost

    def has(self, ticket: str, session: str) -> None:
        """Note which session a page that was let in has got."""
        holder = self._holders.setdefault(ticket, Holder())
        holder.coming = max(0, holder.coming - 1)
        holder.pages[session] = None

    def came_to_nothing(self, ticket: str) -> None:
        """Note that a page that was let in has got no session."""
        holder = self._holders.get(ticket)
        if holder is not None:
            holder.coming = max(0, holder.coming - 1)

    def line(self, session: str, *, stands: bool) -> None:
        """Note that the line between a page and its session stands, or was lost."""
        for holder in self._holders.values():
            if session in holder.pages:
                holder.pages[session] = None if stands else self._clock()

    def ended(self, session: str) -> None:
        """Note that a page was closed: its place is kept a moment, unless its browser has another page."""
        for ticket, holder in self._holders.items():
            its = session in holder.pages
            holder.pages.pop(session, None)
            goes_on = ticket in self._line or not (holder.pages or holder.coming)
            if its and goes_on:
                holder.until = self._clock() + KEPT

    def look(self, living: Collection[str]) -> None:
        """Forget sessions that have ended by themselves, places kept long enough, and who waits no more."""
        now = self._clock()
        self._line = {who: at for who, at in self._line.items() if at + PATIENCE > now}
        for ticket, holder in list(self._holders.items()):
            for session in holder.pages.keys() - set(living):
                del holder.pages[session]
            if ticket not in self._line:
                holder.refused = None
            if not (holder.pages or holder.coming) and holder.until <= now:
                del self._holders[ticket]

    def goes_on(self, ticket: str) -> bool:
        """Say whether a browser that has to wait may be going on from the page it has."""
        refused = self._refused(ticket)
        return refused is not None and self._clock() < refused + MOMENT

    def has_another(self, ticket: str) -> bool:
        """Say whether a browser that has to wait has a page in another tab."""
        return self._refused(ticket) is not None and not self.goes_on(ticket)

    def _refused(self, ticket: str) -> float | None:
        holder = self._holders.get(ticket)
        return holder.refused if holder is not None and holder.pages else None

    def _refuse(self, ticket: str) -> None:
        now, holder = self._clock(), self._holders.get(ticket)
        self._line[ticket] = now
        if holder is not None and holder.refused is None:
            holder.refused = now

    def _free_for(self, ticket: str) -> bool:
        """Say whether a place is free, or kept for this browser, after those who came before it."""
        holder = self._holders.get(ticket)
        if holder is not None and holder.until > self._clock():
            return True
        line = list(self._line)
        before = line.index(ticket) if ticket in self._line else len(line)
        return self._most - self._taken() > before

    def _taken(self) -> int:
        """Count the places, those that are kept among them."""
        now = self._clock()
        return sum(
            len(one.pages) + one.coming + (one.until > now) for one in self._holders.values()
        )

    def _lost_page_of(self, ticket: str) -> str:
        """Find a session of a browser whose page is gone, as when the tab has died."""
        pages = self._holders.get(ticket, Holder()).pages
        before = self._clock() - MOMENT
        return next((one for one, at in pages.items() if at is not None and at <= before), "")


def kept_for(idle: int) -> int:
    """Say how long the place of a browser that was lost may stay taken.

    A session ends when it has done nothing for long enough, its browser is known to be lost, and it is
    looked at.

    Args:
        idle: after how long without a page a session ends [minutes].

    Returns:
        The longest it may take [whole minutes].
    """
    known_lost = UNANSWERED + ASK  # asked at intervals, it may be found silent one later
    return ceil((max(60 * idle, known_lost) + LOOK) / 60)


def new_ticket() -> str:
    """Make what a browser is known by; nobody can guess it."""
    return secrets.token_urlsafe(16)


def is_ticket(given: str | None) -> bool:
    """Say whether a browser has shown something that a ticket can be."""
    return SHAPE.fullmatch(given or "") is not None
