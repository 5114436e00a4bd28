"""Exports a lesson as one page that is read without Python and without the internet.

`jupyter nbconvert --to coprod_sim.learning.exported.LessonAsPage --execute 1_awareness.ipynb`
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from nbconvert.exporters import HTMLExporter
from nbconvert.preprocessors import Preprocessor
from traitlets.config import Config

from coprod_sim.kit_folders import ONLY_IN_NOTEBOOKS
from coprod_sim.learning.marked_text import html_of
from coprod_sim.learning.progress.progress_place import NAME, SET_BY
from coprod_sim.markup import Markup, fold

FOLDED = re.compile(r"<details><summary>(.*?)</summary>\n\n(.*?)\n\n</details>", re.DOTALL)
"""Something folded away, as lessons write it."""


class Readied(Preprocessor):
    """Leaves out of a notebook what needs a kernel, or speaks of code where none is shown."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Keep in one piece what is folded away, and leave out what is of no use on a page."""
        nb.metadata.pop(
            "widgets", None
        )  # with it, nbconvert waits for scripts in place of the text
        if getattr(self.parent, "exclude_input", False):
            nb.cells = [c for c in nb.cells if ONLY_IN_NOTEBOOKS not in c.metadata.get("tags", [])]
        for cell in nb.cells:
            if cell.cell_type == "markdown":
                cell.source = in_one_piece(cell.source)
        return nb, resources


class LessonAsPage(HTMLExporter):
    """A page with its pictures inside; pages and boards of the kit stand there as plain text.

    It is the lesson as nobody has begun it: what cells gave before is left out, and they run without
    anybody's progress.
    """

    @property
    def default_config(self) -> Config:
        """Give the settings of such a page."""
        own = Config(
            {
                "HTMLExporter": {"embed_images": True},
                "ExecutePreprocessor": {"store_widget_state": False},
            }
        )
        own.merge(super().default_config)
        return own

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.register_preprocessor(Readied, enabled=True)

    def from_notebook_node(self, nb: Any, *given: Any, **named: Any) -> tuple[Any, Any]:
        """Set a notebook as a page that nobody has worked on."""
        fresh = deepcopy(nb)
        for cell in fresh.cells:
            if cell.cell_type == "code":
                cell.outputs = []
        with nothing_done():
            return super().from_notebook_node(fresh, *given, **named)


@contextmanager
def nothing_done() -> Iterator[None]:
    """Let whatever is started in here find a progress file that is empty, and throw it away afterwards."""
    before = os.environ.get(SET_BY)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ[SET_BY] = str(Path(folder) / NAME)
        try:
            yield
        finally:
            del os.environ[SET_BY]
            if before is not None:
                os.environ[SET_BY] = before


def in_one_piece(source: str) -> str:
    """Set what is folded away in a text as HTML without an empty line, at which it would be cut off."""
    return FOLDED.sub(_piece, source)


def _piece(found: re.Match[str]) -> str:
    title, inside = found.groups()
    return re.sub(r"\n\s*\n", "\n", fold(Markup(title), html_of(inside)))
