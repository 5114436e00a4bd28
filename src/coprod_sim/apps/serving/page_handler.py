"""How a page gets its session: a warm one that lives, a new one, or a wait while too many run."""

from typing import Any, ClassVar

import tornado.web
from tornado.ioloop import IOLoop
from voila.tornado.handler import TornadoVoilaHandler

from coprod_sim.apps.serving.handlers import process_of
from coprod_sim.apps.serving.plain_pages import waiting_page, words_asked

AGAIN = 10
"""After how long a page that waits for its turn asks again [seconds]."""


class Page(TornadoVoilaHandler):
    """A page that takes a warm session if one is ready and lives, and else starts one at once."""

    _coming: ClassVar[set["Page"]] = set()
    """Pages that were let in and have no session yet: who comes at the same moment must count them."""

    @tornado.web.authenticated
    async def get(self, path: str | None = None) -> None:
        """Write the page, or ask to wait while as many sessions run as may."""
        most = self.settings["most_sessions"]
        if most and self._taken() + len(self._coming) >= most:
            self.set_status(503)
            self.set_header("Retry-After", str(AGAIN))
            self.finish(waiting_page(words_asked(self), most, AGAIN))
            return
        self._coming.add(self)
        try:
            await super().get(path)
        finally:
            self._coming.discard(self)

    def write(self, chunk: str | bytes | dict) -> None:
        """Write a part of the page; with the first one its session is there and counted by itself."""
        self._coming.discard(self)
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

    def _taken(self) -> int:
        """Count the sessions that run for somebody: the warm ones wait for the next."""
        manager = self.kernel_manager
        living = [one for one in manager.list_kernel_ids() if process_of(manager, one)]
        return len(living) - sum(len(pool) for pool in self._pools.values())
