"""Slows down whoever guesses codes or sends what is refused, and nobody else. Nothing is written down.

Only the sender pays: neither newcomers nor the projector wait because somebody else floods the server. This
computer may guess more often, but not freely: another account on it may be guessing. What cannot be guessed,
such as a key of 128 bits or the token of a form, is not counted as a guess; who sends too many of those gets
each refusal late.
"""

import asyncio
import time
from collections import Counter, OrderedDict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from ipaddress import IPv6Address, ip_network
from weakref import WeakValueDictionary

ADDRESS_TRIES, ADDRESS_SECONDS = 10, 6.0
"""How many wrong codes one address may try in a row, and after how long it gets one more try [seconds].

Even 250 addresses at once find one room among 2**30 codes in three hours with a chance of 5 in 10,000."""
OUR_TRIES, OUR_SECONDS = 60, 1.0
"""The same on this computer, where pages are tried out."""
ROOM_TRIES, ROOM_SECONDS = 60, 2.0
"""How many wrong codes to come back a room takes in a row; then only who was not wrong before may try."""
WRONG_SECONDS = 600.0
"""How long a wrong code to come back is held against an address while others guess there too [seconds]."""
ALL_TRIES, ALL_SECONDS = 60, 0.5
"""The same for everybody together, where the whole internet can try: two wrong codes a second."""
REFUSALS, REFUSAL_SECONDS, LATER = 20, 1.0, 1.0
"""How many refusals an address gets at once, one more after so long, and how late others are [seconds]."""
REMEMBERED = 5000
"""How many addresses are kept in memory."""
SEATS, SEATS_HOSTED = 8, 60
"""How many seats one address may take in a room unless the trainer allows more [seats].

On the room's own network each phone has its own address; on the internet a whole class may share one."""


IPV6_HOME = 64
"""How much of a long address names a household; its devices draw the rest themselves [bits]."""


def sender(address: str) -> str:
    """Name who sends from an address: a household where addresses are long, or else the address itself.

    Args:
        address: the address a request came from.

    Returns:
        What is counted by.
    """
    try:
        long = IPv6Address(address.partition("%")[0])
    except ValueError:
        return address
    return str(long.ipv4_mapped or ip_network((int(long), IPV6_HOME), strict=False))


class Allowance:
    """A number of tries that grows back with time."""

    def __init__(self, tries: int, seconds: float, now: float) -> None:
        self._tries, self._seconds, self._left, self._then = tries, seconds, float(tries), now

    def any_left(self, now: float) -> bool:
        """Say whether one more is allowed."""
        self._left = min(self._tries, self._left + max(0.0, now - self._then) / self._seconds)
        self._then = now
        return self._left >= 1.0

    def take(self, now: float) -> None:
        """Use one up."""
        if self.any_left(now):
            self._left -= 1.0


class Limiter:
    """Counts wrong codes and refusals by address; successes cost nothing, so a class may share an address."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        *,
        hosted: bool = False,
        ours: tuple[str, ...] = (),
    ) -> None:
        """Start with nobody known.

        Args:
            clock: gives the time [seconds].
            hosted: whether the whole internet can try.
            ours: the addresses of this computer, which may guess more often and gets each refusal at once.
        """
        self._clock, self.ours = clock, ours
        self._all = Allowance(ALL_TRIES, ALL_SECONDS, clock()) if hosted else None
        self._guesses: OrderedDict[str, Allowance] = OrderedDict()
        self._refusals: OrderedDict[str, Allowance] = OrderedDict()
        self._in_rooms: OrderedDict[str, Allowance] = OrderedDict()
        self._wrong: OrderedDict[str, Allowance] = OrderedDict()
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def turn(self, address: str) -> AsyncIterator[None]:
        """Let those at one address try one after the other, so that a hundred tries at once count as such.

        Args:
            address: who tries.
        """
        turn = self._turns.setdefault(address, asyncio.Lock())
        async with turn:
            yield

    def may_guess(self, address: str, room: str = "") -> bool:
        """Say whether somebody at this address may try a code now.

        Args:
            address: who tries.
            room: the room whose codes to come back are tried, if they are.
        """
        now = self._clock()

        def left(one: Allowance | None) -> bool:
            return one is None or one.any_left(now)

        calm = left(self._in_rooms.get(room)) or left(self._wrong.get(f"{room} {address}"))
        all_left = address in self.ours or left(self._all)
        return calm and all_left and left(self._guesses.get(address))

    def guessed_wrong(self, address: str, room: str = "") -> None:
        """Note a wrong code, of a room or to come back to one."""
        now, ours = self._clock(), address in self.ours
        often = (OUR_TRIES, OUR_SECONDS) if ours else (ADDRESS_TRIES, ADDRESS_SECONDS)
        _of(self._guesses, address, *often, now).take(now)
        if room:
            _of(self._in_rooms, room, ROOM_TRIES, ROOM_SECONDS, now).take(now)
            _of(self._wrong, f"{room} {address}", 1, WRONG_SECONDS, now).take(now)
        if self._all is not None and not ours:
            self._all.take(now)

    def wait(self, address: str) -> float:
        """Note a refusal, and say how much later it is to be answered [seconds]."""
        if address in self.ours:
            return 0.0
        now = self._clock()
        mine = _of(self._refusals, address, REFUSALS, REFUSAL_SECONDS, now)
        left = mine.any_left(now)
        mine.take(now)
        return 0.0 if left else LATER


class Seats:
    """Counts the seats each address has taken in each room, so that one device cannot fill a room."""

    def __init__(self, ours: tuple[str, ...] = (), *, hosted: bool = False) -> None:
        """Start with none; `ours` are the addresses of this computer, which may take any number."""
        self.ours, self._most = ours, SEATS_HOSTED if hosted else SEATS
        self._taken: dict[str, Counter[str]] = {}
        self._refused: Counter[str] = Counter()

    def free(self, room: str, address: str) -> bool:
        """Say whether an address may take one more seat; a refusal is counted for the trainer to see."""
        taken = self._taken.get(room, {}).get(address, 0)
        fine = address in self.ours or taken < self._most
        self._refused[room] += not fine
        return fine

    def took(self, room: str, address: str) -> None:
        """Note a seat that was taken."""
        if address not in self.ours:
            self._taken.setdefault(room, Counter())[address] += 1

    def told(self, room: str) -> dict[str, int]:
        """Tell the trainer, without addresses: the most seats from one, and how many were refused."""
        most = max(self._taken.get(room, Counter()).values(), default=0)
        return {"most": most, "refused": self._refused[room]}

    def forget(self, room: str) -> None:
        """Forget a room, or start it afresh."""
        self._taken.pop(room, None)
        self._refused.pop(room, None)


def _of(
    known: OrderedDict[str, Allowance], address: str, tries: int, seconds: float, now: float
) -> Allowance:
    mine = known.pop(address, None) or Allowance(tries, seconds, now)
    known[address] = mine
    if len(known) > REMEMBERED:
        known.popitem(last=False)
    return mine
