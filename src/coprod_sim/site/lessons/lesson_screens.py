"""Parts a lesson's notebook into screens: one thing at a time, the prose as it stands there."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from coprod_sim import kit_folders
from coprod_sim.learning.artefact import artefact_of
from coprod_sim.learning.lesson import Lesson
from coprod_sim.learning.lesson_cells import DRAWINGS
from coprod_sim.learning.marked_text import html_of, sections_of

ASKING = {
    "recall": "recall", "example": "example", "predict": "bet", "see": "see", "because": "because",
    "change": "change", "idea": "idea", "fate": "fate", "at-your-place": "place",
}  # fmt: skip
"""Cells of a notebook that ask something, and the screen each becomes."""
STUDIES = "studies"
"""The cell that tells what studies say, which the lesson declares: it is not to be read before the bet."""
WORDS = "-words"
"""How the names of cells end that introduce what is asked in the next one."""
NOT_HERE = {"objectives", "default-result", f"all{WORDS}", "code", "code-try", "room"}
"""Cells that only the notebook needs; what one can do now, and the sources, stand on the last screen."""
PICTURE = re.compile(rf"^!\[(?P<said>[^\]]*)\]\((?P<file>{DRAWINGS}/[^)]+)\)$", re.MULTILINE)


@dataclass
class LessonScreen:
    """One thing to read or to do; `title` may be empty, then what is asked stands alone."""

    name: str
    kind: str
    title: str = ""
    html: str = ""
    picture: dict[str, str] | None = None


def screens_of(lesson: Lesson) -> list[dict[str, Any]]:
    """Give the screens of a lesson in their order.

    Args:
        lesson: the lesson.

    Returns:
        Each as a table: a name for the address, what kind it is, its title, its prose as HTML, and its
        picture if there is one.
    """
    found: list[LessonScreen] = []
    words = ""
    for cell in _cells(lesson.id):
        name, text = cell["id"], "".join(cell["source"])
        if cell["cell_type"] == "markdown" and name.endswith(WORDS) and name not in NOT_HERE:
            words = text
        elif cell["cell_type"] == "markdown" and name not in NOT_HERE:
            found += _prose(name, text)
        elif name == STUDIES:
            found += _prose(name, lesson.studies)
        elif name in ASKING and _has(lesson, ASKING[name]):
            found += _asking(lesson, ASKING[name], words)
            words = ""
    return [asdict(screen) for screen in [*found, LessonScreen("end", "end")]]


def _cells(name: str) -> list[dict[str, Any]]:
    path = kit_folders.home() / kit_folders.NOTEBOOKS / f"{name}.ipynb"
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def _has(lesson: Lesson, kind: str) -> bool:
    item = lesson.predict
    there = {
        "recall": bool(lesson.recall), "example": bool(lesson.example), "bet": bool(item), "see": bool(item),
        "because": bool(item and item.because), "change": bool(lesson.change), "idea": bool(lesson.idea),
        "fate": bool(lesson.fate), "place": bool(lesson.place),
    }  # fmt: skip
    return there[kind]


def _asking(lesson: Lesson, kind: str, words: str) -> Iterator[LessonScreen]:
    """Give the screen of what is asked; questions from memory come one by one, the words with the first.

    What was missed earlier comes back at `again`: as many screens as there are such questions.
    """
    title, text = next((one for one in sections_of(words) if one[0]), ("", ""))
    if kind != "recall":
        yield LessonScreen(kind, kind, title, html_of(text))
        made = artefact_of(lesson.id) if kind == "place" else None
        if made is not None:
            yield LessonScreen("make", "make", made.title)
            yield LessonScreen("mark", "mark")
            yield LessonScreen("peer", "peer")
        return
    for k in range(len(lesson.recall)):
        yield LessonScreen(f"recall-{k + 1}", kind, title, html_of(text) if k == 0 else "")
    yield LessonScreen("again", "again")


def _prose(name: str, text: str) -> Iterator[LessonScreen]:
    """Give a cell's prose as one screen for each of its headings."""
    for k, (title, body) in enumerate(sections_of(text)):
        if title or body:
            prose, picture = _pictured(body)
            yield LessonScreen(
                f"{name}-{k + 1}" if k else name, "text", title, html_of(prose), picture
            )


def _pictured(text: str) -> tuple[str, dict[str, str] | None]:
    """Take the picture out of a text: where the site has it, and what it shows in words."""
    found = PICTURE.search(text)
    if found is None:
        return text, None
    where = {"src": f"../assets/{found['file']}", "alt": found["said"]}
    return PICTURE.sub("", text).strip(), where
