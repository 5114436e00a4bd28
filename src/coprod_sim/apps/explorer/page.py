"""Puts the leaders' page together: the first parts at once, the others when the model is loaded."""

import os
import threading
from collections.abc import Callable
from html import escape
from importlib import import_module
from urllib.parse import parse_qsl

import ipywidgets

from coprod_sim.apps.controls import Shell, page_loop, show
from coprod_sim.apps.explorer.desk import Desk, place_for_trouble
from coprod_sim.apps.explorer.parts import door, gate
from coprod_sim.apps.explorer.state import Explorer, opened, query_of
from coprod_sim.words import Words

EARLY = {"door": door.part, "gate": gate.part}
"""The parts that need no model, and so are there at once."""
LATER = ("case", "now", "what", "why", "cost", "take", "rigged", "town")
"""The parts that need the model, in the order of the page; each is a module of `parts`."""
PARTS = (*EARLY, *LATER)


def page(query: str | None = None) -> ipywidgets.Widget:
    """Build the page for the address it was opened with; returns the widget to show.

    The model is loaded beside the page: the door and the gate can be used meanwhile. `query` is what
    stands after `?` in the address; without it Voila is asked, which waits for the visitor.
    """
    loading = Loading()
    view, problem = opened(dict(parse_qsl(query_string() if query is None else query)))
    state = Explorer(view.but(part=view.part if view.part in PARTS else PARTS[0]))
    return _assemble(state, problem, loading)


class Loading:
    """Loads what takes long in a thread of its own, so that nobody waits in front of an empty page."""

    def __init__(self) -> None:
        self._failed: BaseException | None = None
        self._thread = threading.Thread(target=self._load, daemon=True)
        self._thread.start()

    def _load(self) -> None:
        try:
            for name in LATER:
                import_module(f"coprod_sim.apps.explorer.parts.{name}")
            import_module("coprod_sim.results").compare("reference", runs=8, draws=0)
        except BaseException as problem:
            self._failed = problem

    @property
    def done(self) -> bool:
        """Say whether everything is loaded, as in a session that was kept warm."""
        return not self._thread.is_alive()

    def then(self, work: Callable[[], None]) -> None:
        """Call `work` when everything is loaded: on the page's own thread, or now without a page."""
        loop = page_loop()
        if loop is None:
            self._thread.join()
            work()
            return
        wait = threading.Thread(
            target=lambda: (self._thread.join(), loop.call_soon_threadsafe(work)), daemon=True
        )
        wait.start()

    def check(self) -> None:
        """Raise what went wrong while loading, if anything did."""
        if self._failed is not None:
            raise self._failed


def _assemble(state: Explorer, problem: str, loading: Loading) -> ipywidgets.Widget:
    t = state.t
    shell = Shell([(key, t(f"parts.{key}")) for key in PARTS], state.view.part, _shell_words(t))
    desk = Desk(state, shell)
    boxes = {key: _box(key, t) for key in PARTS}
    for key, build in EARLY.items():
        boxes[key].children = [build(desk)]
    state.problem = problem
    trouble = place_for_trouble(desk)
    shell.on_turn = desk.guarded(lambda key: _turn(desk, boxes, key))
    shell.query = (
        query_of(state.view)
        if state.view.but(part="door", language="en") != type(state.view)()
        else ""
    )
    state.observe(lambda _c: setattr(shell, "query", query_of(state.view)), ["view"])
    shell.say = t("page.loading")
    complete = desk.guarded(lambda: _complete(desk, boxes, loading))
    if loading.done:
        complete()
    else:
        shell.when_shown(lambda: loading.then(complete))
    _show_only(boxes, state.view.part)
    whole = ipywidgets.VBox([shell, trouble, *boxes.values()])
    whole.add_class("coprod-page")
    return whole


def _complete(desk: Desk, boxes: dict[str, ipywidgets.VBox], loading: Loading) -> None:
    """Build the parts that had to wait, and work out the first numbers."""
    loading.check()
    for key in LATER:
        build = import_module(f"coprod_sim.apps.explorer.parts.{key}").part
        boxes[key].children = [build(desk)]
    desk.state.start()
    desk.shell.say = ""


def _turn(desk: Desk, boxes: dict[str, ipywidgets.VBox], key: str) -> None:
    desk.shell.query = query_of(desk.state.view.but(part=key))  # first: a reload comes back here
    _show_only(boxes, key)
    desk.arrive(key)
    desk.state.change(part=key)


def _show_only(boxes: dict[str, ipywidgets.VBox], key: str) -> None:
    for name, box in boxes.items():
        box.layout.display = "" if name == key else "none"


def _box(key: str, t: Words) -> ipywidgets.VBox:
    waiting = show(f"<h2>{escape(t(f'parts.{key}'))}</h2><p>{escape(t('page.loading'))}</p>")
    box = ipywidgets.VBox([waiting])
    for name in ("part", f"part-{key}"):
        box.add_class(name)
    return box


def _shell_words(t: Words) -> dict[str, str]:
    return {"parts": t("page.parts")}


def query_string() -> str:
    """Ask Voila what stands after `?`; elsewhere, as in JupyterLab, there is nothing."""
    if "VOILA_KERNEL_ID" not in os.environ and "VOILA_PREHEAT" not in os.environ:
        return os.environ.get("QUERY_STRING", "")
    from voila.utils import get_query_string  # noqa: PLC0415 - only there under Voila

    return get_query_string() or ""
