"""The frame around a page: its parts as a list to walk through, its address, and what it hands out."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from coprod_sim.apps.controls.showing import Showing, page_loop

HERE = Path(__file__).parent


class Shell(anywidget.AnyWidget):
    """Shows the list of a page's parts and speaks with the browser around it.

    `parts` are (key, title) pairs; `here` is the key of the part shown. `query` is what the address
    bar shows after `?`, so that a reload comes back to the same view. `say` is shown and read out politely;
    `aloud` is only read out, for it stands elsewhere on the page. `on_back` is called when somebody comes
    back to the page from another tab.
    """

    _esm = HERE / "shell.js"
    _css = HERE / "shell.css"
    parts = traitlets.List().tag(sync=True)
    here = traitlets.Unicode().tag(sync=True)
    query = traitlets.Unicode().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    say = traitlets.Unicode().tag(sync=True)
    aloud = traitlets.Unicode().tag(sync=True)

    def __init__(self, parts: Sequence[tuple[str, str]], here: str, words: dict[str, str]) -> None:
        super().__init__(parts=[list(p) for p in parts], here=here, words=words)
        self.on_turn: Callable[[str], None] = lambda _key: None
        self.on_back: Callable[[], None] = lambda: None
        self._showing = Showing(waits=page_loop() is not None)
        self.on_msg(self._receive)

    def when_shown(self, work: Callable[[], None]) -> None:
        """Do something as soon as the browser has the page, or now if it has; without a page, now."""
        self._showing.then(work)

    def turn(self, key: str) -> None:
        """Go to a part of the page, as if a person had chosen it."""
        if key in [p[0] for p in self.parts]:
            self.here = key
            self.on_turn(key)

    def lead_to(self, part: str) -> None:
        """Bring a part of the page into view and give it the focus, as soon as it is there."""
        self.send({"kind": "lead", "part": part})

    def hand_out(self, name: str, data: bytes, kind: str) -> None:
        """Let the browser save a file; it never leaves the computer."""
        self.send({"kind": "file", "name": name, "type": kind}, [data])

    def forget_drafts(self) -> None:
        """Let the browser forget what was typed anywhere and has not reached the kit."""
        self.send({"kind": "forget"})

    def _receive(self, _widget: Any, content: dict[str, Any], _buffers: list[Any]) -> None:
        match content.get("kind"):
            case "turn":
                self.turn(str(content.get("key", "")))
            case "shown":
                self._showing.arrived()
            case "back":
                self.on_back()
