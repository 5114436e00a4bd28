"""The leaders' page under Voila and in a notebook: the site's own, and behind it what only Python can do."""

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import traitlets
from ipywidgets import widget_serialization

from coprod_sim import __version__
from coprod_sim.apps.controls import page_loop
from coprod_sim.apps.frame import framed, in_background, warm_up
from coprod_sim.apps.leaders.controls import CONTROLS
from coprod_sim.apps.leaders.files_to_save import Made, made, offered
from coprod_sim.board.answer import answer_of
from coprod_sim.board.board_widget import BoardWidget
from coprod_sim.board.built import STATIC
from coprod_sim.board.cases import scenario_of, ways_of
from coprod_sim.board.declarations import as_json
from coprod_sim.board.leading import leading
from coprod_sim.board.view import View, brought_over, checked, saved_view
from coprod_sim.errors import InputError
from coprod_sim.markup import element
from coprod_sim.results import compare
from coprod_sim.scenarios import load_scenario, scenario_names
from coprod_sim.words import words_in

LOG = logging.getLogger(__name__)


class LeadersPage(BoardWidget):
    """The page with all its steps; the view is the browser's, which plays the model too.

    Python makes the files of `offered` and the controls of `CONTROLS` when they are asked for, and counts for
    a browser that cannot. `_alone` says that the browser's address is the page's own.
    """

    _esm = STATIC / "leaders_widget.js"
    _alone = traitlets.Bool().tag(sync=True)
    _files = traitlets.List().tag(sync=True)
    _controls = traitlets.List(list(CONTROLS)).tag(sync=True)
    _made = traitlets.Dict().tag(sync=True, **widget_serialization)

    def __init__(self, view: View | None = None, *, alone: bool = False) -> None:
        super().__init__(view or View())
        self._alone = alone
        self._files = offered()
        self._declared = as_json(leading(load_scenario(name) for name in scenario_names()))
        self.on_msg(self._hear)

    def _play(self, view: View) -> None:
        scenario_of(view)
        ways_of(view)

    def _as_html(self) -> str:
        return element("p", words_in(self.value.language)("leaders-export"))

    def _hear(self, _widget: Any, content: dict[str, Any], _buffers: list[Any]) -> None:
        match content.get("kind"):
            case "control" if content.get("name") in CONTROLS:
                self._bring(str(content["name"]))
            case "make" if content.get("name") in self._files:
                name = str(content["name"])
                self._work(content, lambda view: made(name, view), self._hand_out)
            case "answer":
                self._work(content, _answered, self.send)
            case "shown":
                warm_up()

    def _bring(self, name: str) -> None:
        """Make a control of ours that somebody came to; it stays from then on."""
        if name not in self._made:
            self._made = {**self._made, name: framed([CONTROLS[name](self)])}

    def _work[T](
        self, content: dict[str, Any], work: Callable[[View], T], then: Callable[[T], None]
    ) -> None:
        """Do something beside the page with the view as the page has it now; faults are said there."""
        try:
            view = checked(content.get("view") or {}, "the page")
            self._play(view)
        except InputError as problem:
            self._say(str(problem))
            return

        def end(found: T, fault: Exception | None) -> None:
            if fault is None:
                then(found)
            elif isinstance(fault, InputError):
                self._say(str(fault))
            else:
                LOG.error("work for the page failed", exc_info=fault)
                self._say(words_in(self.value.language)("faults-inside"))

        in_background(lambda: work(view), end)

    def _hand_out(self, found: Made) -> None:
        self.send({"kind": "file", "name": found.name, "type": found.kind}, [found.data])

    def _say(self, text: str) -> None:
        self.send({"kind": "said", "text": text})


def _answered(view: View) -> dict[str, Any]:
    """Count for a browser that cannot run the model."""
    found = compare(scenario_of(view), ways_of(view), over=view.over, seed=view.seed)
    return {"kind": "answer", "case": view.case, "answer": answer_of(found, view.at_least)}


def open_leaders(saved: str | Path | None = None) -> LeadersPage:
    """Build the leaders' page; under Voila the browser's address says what it shows at first.

    Args:
        saved: a file with a saved view, for a notebook.

    Returns:
        The widget to show.

    Raises:
        InputError: for a file that is not there, or is no saved view.
    """
    alone = page_loop() is not None and bool({"VOILA_KERNEL_ID", "VOILA_PREHEAT"} & set(os.environ))
    view, old = brought_over(saved_view(Path(saved)) if saved else View())
    page = LeadersPage(view.but(made_with=__version__), alone=alone)
    page.problem = _told_of_old(view, old)
    return page


def _told_of_old(view: View, old: tuple[str, ...]) -> str:
    """Say that another version of the kit made a view, and which of its numbers were left out."""
    t, told = words_in(view.language), []
    if view.made_with != __version__:
        told.append(t("faults-other_version", theirs=view.made_with, ours=__version__))
    if old:
        told.append(t("faults-first_version", names=", ".join(old)))
    return " ".join(told)
