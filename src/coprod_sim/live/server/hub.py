"""What all pages of the room server share: the store, the rooms in memory, and who waits for news."""

import asyncio
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection

from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.kit_place import machine
from coprod_sim.live import room as rooms
from coprod_sim.live import seats
from coprod_sim.live.ballots import counts
from coprod_sim.live.credentials import new_key
from coprod_sim.live.places import rooms_root
from coprod_sim.live.room import Room, Seat
from coprod_sim.live.room_store import Store
from coprod_sim.live.server.limits import Limiter, Seats
from coprod_sim.live.server.open_pages import OpenPages
from coprod_sim.live.server.page_turns import OURS, PageTurns
from coprod_sim.live.sure_day import day_is_sure

FRESH = 1.0
"""How long a room in memory is taken as current; other servers may share the store [seconds]."""
COUNTED = 0.5
"""How long counts are taken as current [seconds]."""
NEWS_WAIT = 20.0
"""How long a phone's question for news stays open [seconds]."""
PAGES_AT_ONCE = 4
"""How many pages are made side by side where each waits for a database server."""
PRESENT = 3 * NEWS_WAIT
"""A phone that was not heard of for so long has no page open [seconds]."""
MOST_SEATS_KEPT = 10_000
MOST_ANSWERS = 500
"""How often one seat may send answers in a room."""
PURGE_EVERY = 60.0
"""How often overdue rooms are looked for [seconds]."""
IN_USE = 6 * 3600.0
"""A room used this recently is not deleted when somebody has changed the clock [seconds]."""
JUMP = 3600.0
"""From this on a difference between two clocks means that one was changed [seconds]."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How the server was started."""

    store: str
    host_key: str
    port: int
    address: str
    """The address people type, without a slash at the end; on a network it may change, see `Hub.address`."""
    hosts: tuple[str, ...]
    """The names this server answers to, besides this computer's addresses of the moment."""
    own: tuple[str, ...] = ("127.0.0.1",)
    """The addresses of this computer."""
    lan: bool = False
    hosted: bool = False
    """Behind an https address on the internet."""


LOOPBACK = "127.0.0.1"
NOT_COUNTED: tuple[float, int, dict[str, dict[str, int]]] = (-1e9, 0, {})


@dataclass
class _Kept:
    room: Room
    at: float
    used: float
    crowd: int = 0
    """How many were waiting for this version."""
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    counted: tuple[float, int, dict[str, dict[str, int]]] = NOT_COUNTED


class Hub:
    """The one place pages ask: reads through memory, writes through the store, tells who waits."""

    def __init__(self, settings: Settings, store: Store) -> None:
        self.settings, self.store = settings, store
        self.limiter = Limiter(hosted=settings.hosted, ours=settings.own)
        self.seats, self.held = Seats(settings.own, hosted=settings.hosted), 0
        self.address, self.own = settings.address, settings.own
        self.instance = new_key()
        self.phone_seen = False
        self.turns = PageTurns(PAGES_AT_ONCE if "://" in settings.store else 1)
        self.pages = OpenPages(NEWS_WAIT)
        self._heard: dict[tuple[str, int], float] = {}
        self._sent: Counter[tuple[str, int]] = Counter()
        self._waiting: Counter[str] = Counter()
        self._began = time.monotonic()
        self._started = rooms.now() / 1000 - time.monotonic()
        self._rooms: dict[str, _Kept] = {}
        self._seats: OrderedDict[tuple[str, str], Seat] = OrderedDict()

    async def read(self, work: Callable[[Connection], Any]) -> Any:
        """Look something up in the store."""
        found = self.store.read(work)
        return found.result() if found.done() else await asyncio.wrap_future(found)

    async def write(self, work: Callable[[Connection], Any]) -> Any:
        """Have something written; returns when it is on disk."""
        return await asyncio.wrap_future(self.store.write(work))

    async def room(self, code: str) -> Room:
        """Give a room.

        Raises:
            Unknown: there is none of this code.
            Damaged: what the store holds of it is damaged.
        """
        kept = self._rooms.get(code)
        if kept is None or time.monotonic() - kept.at > FRESH:
            try:
                kept = self._keep(await self.read(lambda c: rooms.load(c, code)))
            except (rooms.Unknown, rooms.Damaged):
                self._forget(code)
                raise
        kept.used = time.monotonic()
        return kept.room

    async def change(self, code: str, work: Callable[[Connection], Any]) -> Room:
        """Change a room, then tell all who wait for news of it."""
        await self.write(work)
        return self._keep(await self.read(lambda c: rooms.load(c, code))).room

    async def remove(self, code: str) -> None:
        """Delete a room and send everybody away."""
        await self.write(lambda c: rooms.remove(c, code))
        await self.sweep()
        self._forget(code)

    async def sweep(self) -> None:
        """Overwrite what was deleted, so that the store does not hold it any more."""
        await asyncio.to_thread(self.store.sweep)

    async def seat(self, code: str, key: str) -> Seat | None:
        """Find the seat a key opens."""
        found = self._seats.get((code, key))
        if found is None and len(key) == 32:
            found = await self.read(lambda c: seats.find_seat(c, code, key))
            if found is not None:
                self._seats[code, key] = found
                if len(self._seats) > MOST_SEATS_KEPT:
                    self._seats.popitem(last=False)
        if found is not None:
            self._heard[code, found.number] = time.monotonic()
        return found

    def asks(self, address: str, path: str, key: str, screen: str) -> str:
        """Name who asks for a page: this computer or a projector, a seat, or else an address.

        Args:
            address: where it is asked from.
            path: what is asked for.
            key: the secret of the seat that the device has kept, if any.
            screen: what a projector has kept, if any.
        """
        code = path.split("/")[1]
        if address in self.own or self._is_screen(code, screen):
            return OURS
        seat = self._seats.get((code, key))
        return f"{code} {seat.number}" if seat else address

    def _is_screen(self, code: str, screen: str) -> bool:
        kept = self._rooms.get(code)
        return kept is not None and rooms.is_screen(kept.room, screen)

    def present(self, code: str) -> frozenset[int]:
        """Give the seats of a room whose phones have been heard of lately: an open page asks for news."""
        since = time.monotonic() - PRESENT
        return frozenset(
            seat for (room, seat), at in self._heard.items() if room == code and at > since
        )

    async def silent(self, code: str) -> list[int]:
        """Give the seats of phones that were not heard of lately; none while the server has just begun."""
        if time.monotonic() - self._began < PRESENT:
            return []
        present = self.present(code)
        held = await self.read(lambda c: seats.on_phones(c, code))
        return [seat for seat in held if seat not in present]

    def may_send(self, seat: Seat) -> bool:
        """Say whether a seat may send one more answer; nobody needs hundreds."""
        self._sent[seat.room, seat.number] += 1
        return self._sent[seat.room, seat.number] <= MOST_ANSWERS

    async def leave(self, code: str, key: str, seat: int) -> None:
        """Take somebody out."""
        await self.write(lambda c: seats.leave(c, code, seat))
        self._seats.pop((code, key), None)
        if code in self._rooms:
            self._rooms[code].counted = NOT_COUNTED

    def look_up_seats(self, code: str) -> None:
        """Look up anew whose seats are whose, as after some were taken away."""
        for seat in [seat for seat in self._seats if seat[0] == code]:
            del self._seats[seat]
        if code in self._rooms:
            self._rooms[code].counted = NOT_COUNTED

    async def come_back(self, code: str, typed: str, key: str) -> Seat:
        """Give a seat to whoever knows its code to come back by; the device it was on lets go of it."""
        seat = await self.write(lambda c: seats.come_back(c, code, typed, key))
        held = [one for one, kept in self._seats.items() if one[0] == code and kept == seat]
        for one in held:
            del self._seats[one]
        return seat

    async def counts(
        self, code: str, age: float = COUNTED
    ) -> tuple[int, dict[str, dict[str, int]]]:
        """Say how many are here, and how many have answered what; no older than `age` [seconds]."""
        await self.room(code)
        kept = self._rooms[code]
        at, here, answered = kept.counted
        if time.monotonic() - at > age:
            here, answered = await self.read(lambda c: (_here(c, code), counts(c, code)))
            kept.counted = (time.monotonic(), here, answered)
        return here, answered

    async def news(self, code: str, after: int) -> tuple[Room, int]:
        """Wait until a room has changed, or for a while; returns it and how many waited."""
        self._waiting[code] += 1
        try:
            room = await self._changed(code, after)
        finally:
            self._waiting[code] -= 1
        kept = self._rooms.get(code)
        return room, kept.crowd if kept else 0

    async def _changed(self, code: str, after: int) -> Room:
        ends = time.monotonic() + NEWS_WAIT
        while (room := await self.room(code)).version == after:
            left = ends - time.monotonic()
            if left <= 0:
                break
            try:
                async with asyncio.timeout(min(left, self._look_every())):
                    await self._rooms[code].changed.wait()
            except TimeoutError:
                continue
        return room

    @property
    def names(self) -> tuple[str, ...]:
        """The names and addresses this server answers to now."""
        return (*self.settings.hosts, *self.own)

    @property
    def beside(self) -> str:
        """The address for pages opened on this computer itself: it stays while the network changes."""
        hosted = self.settings.hosted
        return self.address if hosted else f"http://{LOOPBACK}:{self.settings.port}"

    async def look_round(self, found: Sequence[str]) -> bool:
        """Take over the addresses this computer has now; gives whether the one that is shown has changed.

        The shown address stays while this computer has it; else the likeliest of those there are is shown.

        Args:
            found: the addresses, the likeliest first; none keeps what was known.
        """
        if self.settings.hosted or not (self.settings.lan and found):
            return False
        self.own = (LOOPBACK, *found)
        self.limiter.ours = self.seats.ours = self.own
        return urlsplit(self.address).hostname not in found and await self.show_address(found[0])

    async def show_address(self, address: str) -> bool:
        """Show another of this computer's addresses on every projector and page from now on.

        Raises:
            InputError: it is none of this computer's addresses.
        """
        if address not in self.own or address == LOOPBACK:
            raise InputError(
                f"{address[:40]!r} is no address of {machine()}{did_you_mean(address, self.own)} "
                f"(now: {', '.join(self.own[1:]) or 'none'})"
            )
        self.address = f"http://{address}:{self.settings.port}"
        for code in list(self._rooms):
            with suppress(rooms.Unknown, rooms.Damaged):  # it has no page that could show it
                await self.change(code, lambda c, code=code: rooms.change(c, code))
        return True

    async def purge(self) -> list[str]:
        """Delete the rooms whose day has come; after a jump of the clock, only those not in use."""
        store = self.settings.store
        if not day_is_sure(rooms_root() if "://" in store else Path(store).parent):
            return []
        jumped = abs(rooms.now() / 1000 - time.monotonic() - self._started) > JUMP
        gone = []
        for code in await self.read(rooms.overdue):
            kept = self._rooms.get(code)
            if jumped and kept is not None and time.monotonic() - kept.used < IN_USE:
                continue
            await self.remove(code)
            gone.append(code)
        return gone

    def _look_every(self) -> float:
        """On a shared database another server may have changed the room, so look now and then."""
        return 1.0 if "://" in self.settings.store else NEWS_WAIT

    def _keep(self, room: Room) -> _Kept:
        now, before = time.monotonic(), self._rooms.get(room.code)
        kept = _Kept(room, now, before.used if before else now)
        if before is not None:
            kept.counted = before.counted
            if before.room.version == room.version:
                kept.changed, kept.crowd = before.changed, before.crowd
            else:
                kept.crowd = self._waiting[room.code]
                before.changed.set()
        self._rooms[room.code] = kept
        return kept

    def _forget(self, code: str) -> None:
        kept = self._rooms.pop(code, None)
        self.seats.forget(code)
        self.pages.forget(code)
        if kept is not None:
            kept.changed.set()
        self.look_up_seats(code)
        for heard in [heard for heard in self._heard if heard[0] == code]:
            del self._heard[heard]
        for sender in [sender for sender in self._sent if sender[0] == code]:
            del self._sent[sender]


def _here(connection: Connection, code: str) -> int:
    return seats.count(connection, code)
