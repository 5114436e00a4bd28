"""How a page gets its session: a warm one that lives, a new one, or a wait while too many run."""

import re
from typing import Any

import tornado.web
from tornado.ioloop import IOLoop
from voila.tornado.handler import TornadoVoilaHandler

from coprod_sim.apps.serving.handlers import end_session, process_of
from coprod_sim.apps.serving.plain_pages import moment_page, waiting_page, words_asked
from coprod_sim.apps.serving.refusals import Plain
from coprod_sim.apps.serving.turns import PLACE, Turns, is_ticket, new_ticket

AGAIN, SOON = 10, 1
"""After how long a page that waits for its turn asks again, and one that may only go on [seconds]."""
SESSION = re.compile(r'"kernelId": "([0-9a-f-]{36})"')
"""Where a page names its session."""


class Page(Plain, TornadoVoilaHandler):
    """A page that takes a warm session if one is ready and lives, and else starts one at once."""

    _session = _given = ""
    _gone = False

    @tornado.web.authenticated
    async def get(self, path: str | None = None) -> None:
        """Write the page, or ask to wait while as many sessions run as may."""
        if self._limited:
            turns, ticket, known = self._turns, *self._ticket()
            turns.look(self._living())
            lost = turns.enter(ticket, known=known)
            if lost is None:
                self._wait(ticket)
                return
            await end_session(self.kernel_manager, lost)
        try:
            await TornadoVoilaHandler.get(self, path)
        finally:
            await self._note()

    def write(self, chunk: str | bytes | dict) -> None:
        """Write a part of the page; the first one tells its session, which is counted from then on."""
        found = None if self._session else SESSION.search(chunk if isinstance(chunk, str) else "")
        if found:
            self._session = found[1]
        if found and self._limited:
            self._turns.has(self._ticket()[0], self._session)
        super().write(chunk)

    def on_connection_close(self) -> None:
        """Note that whoever asked has gone before the page was whole."""
        self._gone = True
        super().on_connection_close()

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
    def _limited(self) -> bool:
        return bool(self.settings["serving"].most)

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

    def _wait(self, ticket: str) -> None:
        """Write the page that asks again by itself."""
        serving, turns, t = self.settings["serving"], self._turns, words_asked(self)
        goes_on, other = turns.goes_on(ticket), turns.has_another(ticket)
        again = SOON if goes_on else AGAIN
        self.set_status(503)
        self.set_header("Retry-After", str(again))
        waits = waiting_page(t, serving.most, again, serving.idle, other_tab=other)
        self.finish(moment_page(t, again) if goes_on else waits)

    async def _note(self) -> None:
        """Note what came of a page; the session of one that nobody waited for ends."""
        if self._session and self._gone:
            self._turns.ended(self._session)
            await end_session(self.kernel_manager, self._session)
        elif self._limited and not self._session:
            self._turns.came_to_nothing(self._ticket()[0])
