"""How a page gets its session: a warm one that lives, a new one, or a wait while too many run."""

import re
from typing import Any
from urllib.parse import urlsplit

import tornado.web
from tornado.ioloop import IOLoop
from voila.tornado.handler import TornadoVoilaHandler

from coprod_sim.apps.serving.handlers import end_session, process_of
from coprod_sim.apps.serving.plain_pages import waiting_page, words_asked
from coprod_sim.apps.serving.turns import PLACE, Turns, is_ticket, new_ticket

AGAIN = 10
"""After how long a page that waits for its turn asks again [seconds]."""
LEAVES = 5.0
"""How long the page that a browser goes on from may end its session by itself [seconds]."""
SESSION = re.compile(r'"kernelId": "([0-9a-f-]{36})"')
"""Where a page names its session."""


class Page(TornadoVoilaHandler):
    """A page that takes a warm session if one is ready and lives, and else starts one at once."""

    _session = _given = ""

    @tornado.web.authenticated
    async def get(self, path: str | None = None) -> None:
        """Write the page, or ask to wait while as many sessions run as may."""
        if not self.settings["serving"].most:
            await super().get(path)
            return
        turns, ticket, known = self._turns, *self._ticket()
        turns.look(self._living())
        left = turns.enter(ticket, self.request.path, self._came_from(), known=known)
        if left is None:
            self._wait()
            return
        try:
            await super().get(path)
        finally:
            self._went_on(ticket, left)

    def write(self, chunk: str | bytes | dict) -> None:
        """Write a part of the page; the first one tells its session, which is counted from then on."""
        found = None if self._session else SESSION.search(chunk if isinstance(chunk, str) else "")
        if found and self.settings["serving"].most:
            self._session = found[1]
            self._turns.has(self._ticket()[0], self._session, self.request.path)
        super().write(chunk)

    def should_use_rendered_notebook(self, notebook_data: dict, *rest: Any) -> bool:
        """Pass over warm sessions that are still warming up: waiting for them takes longer."""
        self._drop_dead(self.path_args[0])
        pool = self._pools.get(self.path_args[0], [])
        ready = bool(pool) and pool[0].done()
        return ready and super().should_use_rendered_notebook(notebook_data, len(pool), *rest[1:])

    @property
    def _pools(self) -> dict[str, list[Any]]:
        return self.kernel_manager._pools

    def _drop_dead(self, notebook: str) -> None:
        """Replace warm sessions that have ended: a page that got one would wait for ever."""
        manager, pool = self.kernel_manager, self._pools.get(notebook, [])
        dead = [warm for warm in pool if warm.done() and not self._lives(warm)]
        for warm in dead:
            pool.remove(warm)
            if warm.exception() is None:
                IOLoop.current().add_callback(
                    manager.shutdown_kernel, warm.result()["kernel_id"], now=True
                )
        if dead:
            manager.fill_if_needed(delay=None, notebook_name=notebook)

    def _lives(self, warm: Any) -> bool:
        return warm.exception() is None and bool(
            process_of(self.kernel_manager, warm.result()["kernel_id"])
        )

    @property
    def _turns(self) -> Turns:
        return self.settings["turns"]

    def _living(self) -> set[str]:
        """List the sessions that run."""
        manager = self.kernel_manager
        return {one for one in manager.list_kernel_ids() if process_of(manager, one)}

    def _ticket(self) -> tuple[str, bool]:
        """Give what this browser is known by, and whether it has shown it; a new one is told it."""
        shown = self.get_cookie(PLACE)
        if is_ticket(shown):
            return str(shown), True
        if not self._given:
            self._given = new_ticket()
            self.set_cookie(PLACE, self._given, path=self.base_url, httponly=True, samesite="Lax")
        return self._given, False

    def _came_from(self) -> str:
        return urlsplit(self.request.headers.get("Referer", "")).path

    def _wait(self) -> None:
        """Write the page that asks again by itself."""
        serving = self.settings["serving"]
        self.set_status(503)
        self.set_header("Retry-After", str(AGAIN))
        self.finish(waiting_page(words_asked(self), serving.most, AGAIN, serving.idle))

    def _went_on(self, ticket: str, left: str) -> None:
        """End the session of the page that was left, once the browser has had the time to do so itself."""
        if not self._session:
            self._turns.came_to_nothing(ticket)
            self._turns.stays(left)
        elif left:
            IOLoop.current().call_later(LEAVES, end_session, self.kernel_manager, left)
