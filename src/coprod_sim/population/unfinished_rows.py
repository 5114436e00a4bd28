"""Finds rows that a survey program marks as previews or tests, and those that it marks as not finished."""

import re
from dataclasses import dataclass

import numpy as np

from coprod_sim.population.answer_words import is_no_answer, plain, words_of_surveys
from coprod_sim.population.counted_answers import Flags
from coprod_sim.population.question_wording import HUMP
from coprod_sim.population.quoting import count, listing
from coprod_sim.population.reading_numbers import read_numbers
from coprod_sim.population.survey_files import SurveyTable

NO_LETTER = re.compile(r"[\W_]+")
PREVIEWS = {"says_kind": "previews"}
UNFINISHED = {"says_finished": "not_finished", "says_kind": "partial"}
SPAM = {"says_kind": "spam"}
"""How columns are called that mark rows, and which of their values mark one."""
WHOLE = 100
"""How far somebody has come who has finished a survey [per cent]."""


@dataclass(frozen=True)
class MarkedRows:
    """The rows that are marked, a flag for each row of the survey, which columns mark them, and as what."""

    rows: Flags
    columns: tuple[str, ...]
    what: str

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
        return f"marked as {self.what} ({where})"

    @property
    def told(self) -> str:
        """How many rows are marked, as a sentence without its full stop."""
        are = "is" if self.how_many == 1 else "are"
        return f"{count(self.how_many, 'row')} {are} {self.marked}"

    @property
    def counted(self) -> str:
        """Say that the rows count, as a person has said."""
        are = "is" if self.how_many == 1 else "are"
        return f"Counted {count(self.how_many, 'row')} that {are} {self.marked}."


def preview_rows(table: SurveyTable) -> MarkedRows | None:
    """Find the rows that are marked as previews or tests, which nobody of the public has answered.

    Args:
        table: the survey.

    Returns:
        The rows, or nothing where none is marked.
    """
    rows, columns = _found(table, PREVIEWS)
    return MarkedRows(rows, columns, "a preview or a test") if rows.any() else None


def unfinished_rows(table: SurveyTable) -> MarkedRows | None:
    """Find the rows that are marked as not finished or as spam, those of previews apart.

    Args:
        table: the survey.

    Returns:
        The rows, or nothing where none is marked, or all are.
    """
    unfinished, spam = (_found(table, marks) for marks in (UNFINISHED, SPAM))
    people = ~_found(table, PREVIEWS)[0]
    begun = _begun(table)
    rows = np.logical_or.reduce([unfinished[0], spam[0], *begun.values()]) & people
    if not rows.any() or (rows | ~people).all():
        return None
    columns = {*unfinished[1], *spam[1], *begun}
    parts = [("not finished", np.logical_or.reduce([unfinished[0], *begun.values()]) & people),
             ("spam", spam[0] & people)]  # fmt: skip
    what = " or as ".join(said for said, which in parts if which.any())
    return MarkedRows(rows, tuple(name for name in table.columns if name in columns), what)


def _found(table: SurveyTable, marks: dict[str, str]) -> tuple[Flags, tuple[str, ...]]:
    """Give the rows that any column marks, and the columns that mark one."""
    found = {name: rows for name in table.columns if (rows := _marked(table, name, marks)).any()}
    none = np.zeros(len(table.frame), dtype=np.bool_)
    return np.logical_or.reduce([none, *found.values()]), tuple(found)


def _called(column: str) -> str:
    return plain(NO_LETTER.sub(" ", HUMP.sub(" ", column)))


def _marked(table: SurveyTable, column: str, marks: dict[str, str]) -> Flags:
    words = words_of_surveys()
    values = {
        v for names, kind in marks.items() if _called(column) in words[names] for v in words[kind]
    }
    if not values:
        return np.zeros(len(table.frame), dtype=np.bool_)
    texts, place = table.values(column)
    labels = table.labels.get(column, {})
    return np.array([plain(labels.get(text, text)) in values for text in texts])[place]


def _begun(table: SurveyTable) -> dict[str, Flags]:
    """Mark the rows that by a column of per cents have not come to the end, where somebody has."""
    found: dict[str, Flags] = {}
    for name in table.columns:
        if _called(name) not in words_of_surveys()["says_progress"]:
            continue
        texts, place = table.values(name)
        numbers = np.array(read_numbers([text.removesuffix("%") for text in texts]))
        given = np.array([not is_no_answer(text) for text in texts], dtype=np.bool_)
        per_cent = bool(((numbers[given] >= 0) & (numbers[given] <= WHOLE)).all())
        if per_cent and (numbers == WHOLE).any() and (rows := (numbers < WHOLE)[place]).any():
            found[name] = rows
    return found
