"""Finds rows that a survey program marks as previews, as tests or as not finished."""

import re
from dataclasses import dataclass

import numpy as np

from coprod_sim.population.answer_words import plain, words_of_surveys
from coprod_sim.population.counted_answers import Flags
from coprod_sim.population.question_wording import HUMP
from coprod_sim.population.quoting import count, listing
from coprod_sim.population.survey_files import SurveyTable

NO_LETTER = re.compile(r"[\W_]+")
MARKS = {"says_finished": "not_finished", "says_kind": "kinds_that_do_not_count"}
"""How columns are called that mark rows, and which of their values mark one."""


@dataclass(frozen=True)
class Unfinished:
    """The rows that are marked, a flag for each row of the survey, and the columns that mark them."""

    rows: Flags
    columns: tuple[str, ...]

    @property
    def how_many(self) -> int:
        """How many rows are marked."""
        return int(self.rows.sum())

    @property
    def them(self) -> str:
        """How a sentence refers to them."""
        return "it" if self.how_many == 1 else "them"

    @property
    def marked(self) -> str:
        """What they are marked as, and where, as a part of a sentence."""
        where = f"column{'s' if len(self.columns) > 1 else ''} {listing(list(self.columns))}"
        return f"marked as a preview, a test or not finished ({where})"

    @property
    def told(self) -> str:
        """How many rows are marked, as a sentence without its full stop."""
        are = "is" if self.how_many == 1 else "are"
        return f"{count(self.how_many, 'row')} {are} {self.marked}"

    def counted(self, *, said: bool) -> str:
        """Say that the rows count.

        Args:
            said: whether a person has said so.

        Returns:
            A sentence.
        """
        one = self.how_many == 1
        if said:
            return f"Counted {count(self.how_many, 'row')} that {'is' if one else 'are'} {self.marked}."
        are, they = ("is", "it is") if one else ("are", "they are")
        return f"Check this: {self.told}, and {are} counted, as nobody has said that {they} to be left out."


def unfinished_rows(table: SurveyTable) -> Unfinished | None:
    """Find the rows that are marked as previews, tests or not finished.

    Args:
        table: the survey.

    Returns:
        The rows, or nothing where none is marked, or all are.
    """
    marked = {name: rows for name in table.columns if (rows := _marked(table, name)).any()}
    rows = np.any(list(marked.values()), axis=0) if marked else np.zeros(0, dtype=np.bool_)
    return Unfinished(rows, tuple(marked)) if rows.any() and not rows.all() else None


def _marked(table: SurveyTable, column: str) -> Flags:
    called = plain(NO_LETTER.sub(" ", HUMP.sub(" ", column)))
    words = words_of_surveys()
    marks = {
        mark for names, marks in MARKS.items() if called in words[names] for mark in words[marks]
    }
    if not marks:
        return np.zeros(len(table.frame), dtype=np.bool_)
    texts, place = table.values(column)
    labels = table.labels.get(column, {})
    return np.array([plain(labels.get(text, text)) in marks for text in texts])[place]
