"""Slows down whoever keeps failing: wrong codes, wrong keys, broken requests. Nothing is written down."""

import time
from collections import OrderedDict
from collections.abc import Callable

ADDRESS_TRIES, ADDRESS_SECONDS = 10, 6.0
"""How often one address may fail in a row, and after how long it gets one more try [seconds]."""
ALL_TRIES, ALL_SECONDS = 60, 0.5
"""The same for everybody together: two failures a second in the long run.

At that rate three hours of guessing find one room among 2**30 codes with a chance of 2 in 100,000."""
REMEMBERED = 5000
"""How many addresses are kept in memory."""


class Allowance:
    """A number of tries that grows back with time."""

    def __init__(self, tries: int, seconds: float, now: float) -> None:
        self._tries, self._seconds, self._left, self._then = tries, seconds, float(tries), now

    def any_left(self, now: float) -> bool:
        """Say whether one more failure is allowed."""
        self._left = min(self._tries, self._left + max(0.0, now - self._then) / self._seconds)
        self._then = now
        return self._left >= 1.0

    def take(self, now: float) -> None:
        """Use one up."""
        if self.any_left(now):
            self._left -= 1.0


class Limiter:
    """Counts failures by address and in all; successes cost nothing, so a class may share an address."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._all = Allowance(ALL_TRIES, ALL_SECONDS, clock())
        self._each: OrderedDict[str, Allowance] = OrderedDict()

    def may_try(self, address: str) -> bool:
        """Say whether somebody at this address may try again now."""
        now = self._clock()
        mine = self._each.get(address)
        return self._all.any_left(now) and (mine is None or mine.any_left(now))

    def failed(self, address: str) -> None:
        """Note a failure."""
        now = self._clock()
        mine = self._each.pop(address, None) or Allowance(ADDRESS_TRIES, ADDRESS_SECONDS, now)
        mine.take(now)
        self._all.take(now)
        self._each[address] = mine
        if len(self._each) > REMEMBERED:
            self._each.popitem(last=False)
