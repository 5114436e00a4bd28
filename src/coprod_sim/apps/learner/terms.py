"""Makes the words of the glossary ready to be opened wherever they occur on a page."""

from collections.abc import Callable
from pathlib import Path

import anywidget
import traitlets

from coprod_sim.learning.glossary import glossary

HERE = Path(__file__).parent


class Terms(anywidget.AnyWidget):
    """Turns the first use of each word on a page into a button that opens what it means.

    It works for what is on the page and for what comes later; keyboard and screen readers reach it.
    `on_shown` is called when the page is in front of somebody.
    """

    _esm = HERE / "terms.js"
    _css = HERE / "terms.css"
    terms = traitlets.List().tag(sync=True)

    def __init__(self, on_shown: Callable[[], None], language: str = "en") -> None:
        words = [[[t.word, *t.forms], t.word, t.text] for t in glossary(language).values()]
        super().__init__(terms=words)
        self.on_msg(lambda _widget, content, _buffers: content == "shown" and on_shown())
