"""Finds people who stand in a survey twice: by a number of their own, or by rows all the same."""

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

from coprod_sim.population.answer_words import is_no_answer, plain, words_of_surveys
from coprod_sim.population.columns import perhaps_weights
from coprod_sim.population.question_wording import HUMP
from coprod_sim.population.quoting import quote
from coprod_sim.population.survey_files import SurveyTable
from coprod_sim.population.survey_files.survey_table import as_text

NO_LETTER = re.compile(r"[\W_]+")
LEAST_DIFFERENT = 0.2
"""With fewer different values than this part of the rows, a column numbers areas, not people."""
LEAST_ROWS = 30
"""In fewer rows than this, rows without a number of their own may be the same by chance [rows]."""
NEARLY_ALL = 0.95
"""Where nearly all values of a column differ, two rows that are the same all over are hardly two people's."""
MOST_NAMED = 5

Repeats = list[tuple[int, int]]
"""Rows that repeat another, each with the first row that they repeat, as places in the table."""


def repeated_rows(table: SurveyTable, trust: str) -> list[str]:
    """Say which rows may be one person's who stands there twice; nothing is left out for it.

    Args:
        table: the survey.
        trust: the column that holds trust.

    Returns:
        At most one sentence, with rows as a spreadsheet program counts them and without what they hold.
    """
    for column in table.columns:
        if column != trust and _numbers_people(column):
            found = _same_number(table, column)
            if found:
                return [_said(table, found, f"have the {quote(column)} of an earlier row")]
    found = _same_all_over(table.frame)
    others = table.frame.drop(columns=[trust, *perhaps_weights(table)], errors="ignore")
    found = _told_apart(others, found) if found else []
    if found:
        return [_said(table, found, "are the same as an earlier row in every column")]
    return []


def _numbers_people(column: str) -> bool:
    words = plain(NO_LETTER.sub(" ", HUMP.sub(" ", column)))
    return words in words_of_surveys()["numbers_of_people"]


def _same_number(table: SurveyTable, column: str) -> Repeats:
    """List the rows whose number an earlier one has; none where the numbers are not those of people."""
    texts, place = table.values(column)
    if len(texts) < LEAST_DIFFERENT * len(place):
        return []
    several = np.bincount(place, minlength=len(texts)) > 1
    for k in np.flatnonzero(several):
        several[k] = not is_no_answer(texts[k]) and plain(texts[k]) != "anonymous"
    rows = np.flatnonzero(several[place])
    return _repeats(rows, place[rows])


def _same_all_over(frame: pd.DataFrame) -> Repeats:
    """List the rows that are the same as an earlier one; looks on only at those that still may be."""
    rows = np.arange(len(frame))
    alike = np.zeros(len(frame), dtype=np.intp)
    for name in frame.columns:
        cells = pd.factorize(frame[name].iloc[rows], use_na_sentinel=False)[0]
        alike = np.unique(alike * (cells.max(initial=0) + 1) + cells, return_inverse=True)[1]
        several = np.bincount(alike)[alike] > 1
        rows, alike = rows[several], alike[several]
        if not rows.size:
            return []
    return _repeats(rows, alike)


def _repeats(rows: np.ndarray, code: np.ndarray) -> Repeats:
    first: dict[int, int] = {}
    found: Repeats = []
    for row, key in zip(rows.tolist(), code.tolist(), strict=True):
        if key in first:
            found.append((row, first[key]))
        first.setdefault(key, row)
    return found


def _told_apart(frame: pd.DataFrame, found: Repeats) -> Repeats:
    """Keep the repeats whose value nobody else has in a column that differs in nearly all other rows."""
    different = SurveyTable(frame.drop(index=frame.index[[row for row, _ in found]]))
    if len(different.frame) < max(LEAST_ROWS, len(frame) / 2):
        return []
    enough = NEARLY_ALL * len(different.frame)
    for name in different.columns:
        texts, place = different.values(name)
        if len(texts) < enough or sum(not is_no_answer(text) for text in texts) < enough:
            continue
        once = np.bincount(place, minlength=len(texts)) == 1
        own = {t for t, one in zip(texts, once, strict=True) if one and not is_no_answer(t)}
        return [pair for pair in found if as_text(frame[name].iloc[pair[0]]) in own]
    return []


def _said(table: SurveyTable, found: Sequence[tuple[int, int]], what: str) -> str:
    rows = table.frame.index
    named = ", ".join(f"{rows[row]:,} as {rows[of]:,}" for row, of in found[:MOST_NAMED])
    more = f" and {len(found) - MOST_NAMED:,} more" if len(found) > MOST_NAMED else ""
    one = len(found) == 1
    several = what.replace("have", "has").replace("are the", "is the") if one else what
    return (
        f"Check this: {len(found):,} {'row' if one else 'rows'} {several} (row {named}{more}). Somebody may"
        " stand there twice; each row counts as a person, so leave out what is there twice and give the"
        " file again."
    )
