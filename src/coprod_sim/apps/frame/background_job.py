"""A longer piece of work: a button, a progress bar that can be stopped, and what came out."""

import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, page_loop, show
from coprod_sim.apps.frame.background import in_background
from coprod_sim.apps.frame.desk import Desk
from coprod_sim.errors import Stopped
from coprod_sim.markup import element

Progress = Callable[[int, int], None]
TELL = 0.1
"""How often the bar moves at most [seconds]."""


class BackgroundJob:
    """Works something out beside the page, so that the page stays alive and the work can be stopped.

    `work` gets a function to report progress with and returns a result, which `put` shows. When
    something it `rests_on` changes, the result goes, for it would no longer be true. `again` is what
    the button says when the result is there; with an empty one there is no button then.
    """

    def __init__(
        self,
        desk: Desk,
        label: str,
        work: Callable[[Progress], Any],
        put: Callable[[Any], list[ipywidgets.Widget]],
        rests_on: Sequence[str] = ("scenario", "ways"),
        again: str | None = None,
    ) -> None:
        self._desk, self._label, self._work, self._put = desk, label, work, put
        self._again = desk.t("job-again") if again is None else again
        self._stop = threading.Event()
        self._told = 0.0
        self._turn = 0
        self.form = desk.clicks(Form([self._button()]), self._press)
        self.said = show()
        self.results = ipywidgets.VBox([])
        self.box = ipywidgets.VBox([self.form, self.said, self.results])
        desk.state.observe(lambda _change: self.forget(), list(rests_on))

    def forget(self) -> None:
        """Take the result off the page and stop work that is under way."""
        self._stop.set()
        self._turn += 1
        self.results.children = []
        self.said.value = ""
        self.form.parts = [self._button()]

    def start(self) -> None:
        """Begin the work as if the button had been pressed, unless it is under way already."""
        if self.form.fields.keys() == {"go"}:
            self.form.click("go")

    def _press(self, name: str) -> None:
        if name == "bar":
            self._stop.set()
            return
        self._stop = threading.Event()
        self._turn += 1
        self._told = 0.0
        words = {"stop": self._desk.t("job-stop")}
        self.form.values = {"bar": 0}
        self.form.parts = [
            Field(id="bar", kind="progress", label=self._desk.t("job-busy"), words=words)
        ]
        self.said.value = ""
        self._begin(self._turn, self._stop)

    def _begin(self, turn: int, stop: threading.Event) -> None:
        tell = self._teller(stop)
        in_background(lambda: self._work(tell), lambda found, fault: self._end(turn, found, fault))

    def _teller(self, stop: threading.Event) -> Progress:
        """Give what moves the bar, called from the thread of the work; it stops the work there."""
        loop = page_loop()

        def tell(done: int, total: int) -> None:
            if stop.is_set():
                raise Stopped
            if loop is not None and time.monotonic() - self._told > TELL:
                self._told = time.monotonic()
                part = round(100 * done / max(total, 1))
                loop.call_soon_threadsafe(setattr, self.form, "values", {"bar": part})

        return tell

    def _end(self, turn: int, found: Any, fault: Exception | None) -> None:
        if turn != self._turn:
            return
        self.form.parts = [self._button(again=fault is None)] if fault or self._again else []
        if isinstance(fault, Stopped):
            self.said.value = element("p", self._desk.t("job-stopped"))
            return

        def finish() -> None:
            if fault is not None:
                raise fault
            self.results.children = self._put(found)

        self._desk.beside(self.form, finish)()

    def _button(self, *, again: bool = False) -> Field:
        label = self._again if again else self._label
        return Field(id="go", kind="button", label=label, style="" if again else "main")
