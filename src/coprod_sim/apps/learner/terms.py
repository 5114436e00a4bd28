"""Makes the words of the glossary ready to be opened wherever they occur on a page."""

from pathlib import Path

import anywidget
import traitlets

from coprod_sim.learning.glossary import glossary

HERE = Path(__file__).parent


class Terms(anywidget.AnyWidget):
    """Turns the first use of each word in a paragraph into a button that opens what it means.

    It works for what is on the page and for what comes later; keyboard and screen readers reach it.
    """

    _esm = HERE / "terms.js"
    _css = HERE / "terms.css"
    terms = traitlets.List().tag(sync=True)

    def __init__(self, language: str = "en") -> None:
        words = [[[t.word, *t.forms], t.word, t.text] for t in glossary(language).values()]
        super().__init__(terms=words)
