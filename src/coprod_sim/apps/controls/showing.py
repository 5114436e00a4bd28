"""Whether a page is shown, and work that has to wait for it."""

import asyncio
from collections.abc import Callable


def page_loop() -> asyncio.AbstractEventLoop | None:
    """Give the event loop of the kernel that runs a page; None without a page, as in tests."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


class Showing:
    """Keeps work until the browser has the page.

    What is made or changed while the browser is still fetching the rest would never reach it.
    """

    def __init__(self, *, waits: bool) -> None:
        self._waiting: list[Callable[[], None]] | None = [] if waits else None

    def then(self, work: Callable[[], None]) -> None:
        """Do something as soon as the browser has the page, or now if it has it already."""
        if self._waiting is None:
            work()
        else:
            self._waiting.append(work)

    def arrived(self) -> None:
        """Take note that the browser has the page."""
        waiting, self._waiting = self._waiting or [], None
        for work in waiting:
            work()
