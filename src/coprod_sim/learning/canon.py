"""What to read beyond the studies: who doubts co-production, who built it, and the guidance."""

import re
from functools import lru_cache
from importlib import resources
from typing import Annotated

from pydantic import Field

from coprod_sim.errors import known
from coprod_sim.learning.items import Line
from coprod_sim.learning.lesson import Lesson, lesson_names
from coprod_sim.library_files import FileValue, check, parse_toml
from coprod_sim.words import ENGLISH, words_in

FILE = "canon.toml"


class Work(FileValue):
    """One work: its record, whether it doubts, the lessons and words it belongs to, what it says."""

    reference: Line
    doubts: bool
    lessons: Annotated[tuple[str, ...], Field(strict=False, min_length=1)]
    words: Annotated[tuple[str, ...], Field(strict=False)] = ()
    says: Line

    @property
    def line(self) -> str:
        """The record and what the work says, as one line."""
        return f"{self.reference}. {self.says}"


@lru_cache
def canon() -> dict[str, Work]:
    """Read all works, those that doubt first.

    Returns:
        Each work by its key.

    Raises:
        InputError: for a lesson that is not there.
    """
    data = (resources.files("coprod_sim.learning") / FILE).read_bytes()
    works = {k: check(Work, v, f"{FILE}, [{k}]") for k, v in parse_toml(data, FILE).items()}
    for work in works.values():
        for lesson in work.lessons:
            known(lesson, lesson_names(), "a lesson")
    return dict(sorted(works.items(), key=lambda pair: (not pair[1].doubts, pair[0])))


def sources_markdown(lesson: Lesson) -> str:
    """List where the facts of a lesson come from, then what to read on, doubters first."""
    t = words_in(ENGLISH)
    works = [w for w in canon().values() if lesson.id in w.lessons]
    parts = [_bullets(lesson.sources)]
    for doubts in (True, False):
        chosen = [w.line for w in works if w.doubts is doubts]
        if chosen:
            head = t("learner-notebook-read_doubt" if doubts else "learner-notebook-read_on")
            parts += [f"**{head}**", _bullets(chosen)]
    return "\n\n".join(parts)


def read_on_word(word: str) -> str:
    """Name the works that belong to a word of the glossary, for its printed page."""
    works = [w for w in canon().values() if word in w.words]
    return "; ".join(w.reference for w in works)


def _bullets(lines: tuple[str, ...] | list[str]) -> str:
    return "\n".join(f"- {re.sub(r'https?://[^\s;]*[^\s;.,]', r'<\g<0>>', line)}" for line in lines)
