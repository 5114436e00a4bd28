"""Works something out beside the page, so that the page stays alive; loads the model early."""

import threading
from collections.abc import Callable
from functools import cache
from typing import Any

from coprod_sim.apps.controls import page_loop
from coprod_sim.learning.items import Run
from coprod_sim.learning.trying import model

Then = Callable[[Any, Exception | None], None]


def beside(work: Callable[[], Any], then: Then) -> None:
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
    """Load the model while the learner reads, once a session, so that the first run need not wait."""
    thread = threading.Thread(target=_load, daemon=True)
    thread.start()
    return thread


def _load() -> None:
    small = Run(engagements=("tickbox",), runs=8)
    try:
        model().play(small, 1)
    except Exception:  # whoever plays next meets the same fault, with a page to say so
        return
