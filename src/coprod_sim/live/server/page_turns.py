"""Makes pages in turn, shared fairly between those who ask, so that one laptop makes no phone wait.

Answers take no turn: one page is made at a time, and before the next the server looks at what came in.
"""

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

MOST_WAITING = 200
"""How many pages one who asks may wait for at once: a class behind one router opens no more together."""
OURS = ""
"""Who this computer and the projector are; they are served before all others, and never refused."""


class TooMany(Exception):  # noqa: N818 - says what there is
    """One who asks waits for too many pages already."""


class PageTurns:
    """Gives turns, one to each of those who ask, then the next to each."""

    def __init__(self, at_once: int = 1) -> None:
        """Start with nobody waiting; `at_once` pages are made side by side."""
        self._left = at_once
        self._lines: OrderedDict[str, deque[asyncio.Future[None]]] = OrderedDict()

    @asynccontextmanager
    async def turn(self, who: str) -> AsyncIterator[None]:
        """Wait for a turn, and keep it.

        Args:
            who: who asks, such as an address.

        Raises:
            TooMany: the same waits for too many already.
        """
        line = self._lines.setdefault(who, deque())
        if who != OURS and len(line) >= MOST_WAITING:
            raise TooMany
        mine = asyncio.get_running_loop().create_future()
        line.append(mine)
        self._soon()
        try:
            await mine
            yield
        finally:
            if mine.done() and not mine.cancelled():
                self._left += 1
                self._soon()

    def _soon(self) -> None:
        """Give the next turn once the server has looked at what came in."""
        asyncio.get_running_loop().call_soon(self._give)

    def _give(self) -> None:
        if self._left and self._lines:
            who = OURS if OURS in self._lines else next(iter(self._lines))
            first = self._lines[who].popleft()
            self._lines.move_to_end(who)
            if not self._lines[who]:
                del self._lines[who]
            if first.done():  # nobody waits for it any more
                self._soon()
            else:
                self._left -= 1
                first.set_result(None)
