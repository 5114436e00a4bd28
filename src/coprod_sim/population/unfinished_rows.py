"""Finds rows that a survey program marks as previews, as tests or as not finished."""

import re

import numpy as np

from coprod_sim.population.answer_words import plain, words_of_surveys
from coprod_sim.population.counted_answers import Flags
from coprod_sim.population.question_wording import HUMP
from coprod_sim.population.quoting import count, listing
from coprod_sim.population.survey_files import SurveyTable

NO_LETTER = re.compile(r"[\W_]+")
MARKS = {"says_finished": "not_finished", "says_kind": "kinds_that_do_not_count"}
"""How columns are called that mark rows, and which of their values mark one."""


def unfinished_rows(table: SurveyTable) -> list[str]:
    """Say how many rows are marked as previews, tests or not finished; nothing is left out for it.

    Args:
        table: the survey.

    Returns:
        At most one sentence, with the names of the columns that say so.
    """
    marked = {name: rows for name in table.columns if (rows := _marked(table, name)).any()}
    found = int(np.any(list(marked.values()), axis=0).sum()) if marked else 0
    if not found or found == len(table.frame):
        return []
    are, them = ("is", "it") if found == 1 else ("are", "them")
    where = f"column{'s' if len(marked) > 1 else ''} {listing(list(marked))}"
    return [
        f"Check this: {count(found, 'row')} {are} marked as a preview, a test or not finished ({where}), and"
        f" counted. If {them} should not count, delete {them} from the file and open it again."
    ]


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
