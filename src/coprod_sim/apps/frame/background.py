"""Work beside the page, so that the page stays alive: loading the model early, and anything long."""

import threading
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from typing import Any

from coprod_sim.apps.controls import page_loop

Then = Callable[[Any, Exception | None], None]


def in_background(work: Callable[[], Any], then: Then) -> None:
    """Do `work`, which needs the model, in a thread; `then` gets its result, or what went wrong.

    `then` is called on the page's own thread. Without a page, as in tests, both happen at once.
    """
    loop = page_loop()
    if loop is None:
        then(*_tried(work))
        return
    loop.run_in_executor(None, lambda: loop.call_soon_threadsafe(then, *_tried(work)))


def _tried(work: Callable[[], Any]) -> tuple[Any, Exception | None]:
    warm_up().join()  # two threads must not load the same modules at once
    try:
        return work(), None
    except Exception as problem:
        return None, problem


@cache
def warm_up() -> threading.Thread:
    """Load and compile the model while people read, once a session, so that nobody waits for it."""
    thread = threading.Thread(target=_play_a_little, daemon=True)
    thread.start()
    return thread


def _play_a_little() -> None:
    try:
        import_module("coprod_sim.results").compare("reference", runs=8, draws=0)
    except Exception:  # whoever plays next meets the same fault, with a page to say so
        return


class Loading:
    """Loads the model and some modules in a thread of its own, so that no first screen waits for them."""

    def __init__(self, modules: Sequence[str]) -> None:
        self._modules = modules
        self._failed: Exception | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> "Loading":
        """Begin, unless it has begun already; without this `then` begins."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._load, daemon=True)
            self._thread.start()
        return self

    def _load(self) -> None:
        warm_up().join()
        try:
            for name in self._modules:
                import_module(name)
        except Exception as problem:
            self._failed = problem

    @property
    def done(self) -> bool:
        """Say whether everything is loaded, as in a session that was kept warm."""
        return self._thread is not None and not self._thread.is_alive()

    def then(self, work: Callable[[], None]) -> None:
        """Call `work` when everything is loaded: on the page's own thread, or now without a page."""
        loop, under_way = page_loop(), self.start()._thread
        assert under_way is not None
        if loop is None:
            under_way.join()
            work()
        else:
            loop.run_in_executor(None, lambda: (under_way.join(), loop.call_soon_threadsafe(work)))

    def check(self) -> None:
        """Raise what went wrong while loading, if anything did."""
        if self._failed is not None:
            raise self._failed
