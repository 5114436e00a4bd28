"""Knows a table that holds how many gave each answer, which has no row for each person."""

from coprod_sim.errors import InputError
from coprod_sim.population.answer_scales import MOST_POINTS
from coprod_sim.population.answer_words import plain, words_of_surveys
from coprod_sim.population.counted_answers import CountedAnswers
from coprod_sim.population.quoting import quote
from coprod_sim.population.reading_numbers import read_numbers
from coprod_sim.population.survey_files import SurveyTable

FEWEST_ROWS = 3
"""A table of fewer answers than this is not told apart from a few people [rows]."""


def check_people(table: SurveyTable, counted: CountedAnswers, column: str) -> None:
    """Refuse a table of counts: every answer stands there once, beside how many gave it.

    Args:
        table: the survey.
        counted: the answers in the column of trust.
        column: the name of that column.

    Raises:
        InputError: it is one.
    """
    once = all(answer.times <= 1 for answer in counted.answers)
    if not once or not FEWEST_ROWS <= len(table.frame) <= MOST_POINTS:
        return
    for name in table.columns:
        if name != column and _counts(table, name):
            raise InputError(
                f"this looks like a table of counts: each answer in column {quote(column)} stands there once,"
                f" beside {quote(name)}. Give the file with one row for each person."
            )


def _counts(table: SurveyTable, column: str) -> bool:
    """Say whether a column says by its name and its numbers how many gave an answer."""
    numbers = read_numbers(table.values(column)[0])
    return plain(column) in words_of_surveys()["counts"] and all(n >= 0 for n in numbers)
