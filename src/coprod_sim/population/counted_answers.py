"""Counts the different answers in one column of a survey, each with its number and its words."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from coprod_sim.population.answer_scales import FloatArray
from coprod_sim.population.answer_words import is_no_answer, parted, plain
from coprod_sim.population.number_signs import out_of, signs_of
from coprod_sim.population.reading_numbers import read_numbers
from coprod_sim.population.survey_files import SurveyTable

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class GivenAnswer:
    """One answer as given: its text, its number (or NaN), the words for it, and how often it came.

    ``none`` marks what is no answer by its words, or because the file declares it missing.
    """

    text: str
    number: float
    words: str
    times: int
    none: bool

    @property
    def has_number(self) -> bool:
        """Whether it is a number, or carries one, as "0 - No trust at all" does."""
        return not np.isnan(self.number)

    def is_called(self, name: str) -> bool:
        """Say whether somebody means this answer: by its text, its number or its words.

        Args:
            name: what somebody wrote.

        Returns:
            Whether it is this one.
        """
        number = read_numbers([name])[0]
        return plain(name) in (plain(self.text), plain(self.words)) or number == self.number


@dataclass(frozen=True)
class CountedAnswers:
    """The different answers in a column, numbers first and in order, and where each row has its own.

    Where the file declares words for values (``declared``), those nobody chose are there as well.
    ``per_cent`` says that all numbers have its sign, and ``out_of`` of how many all are, as in 7/10.
    """

    answers: tuple[GivenAnswer, ...]
    place: NDArray[np.intp]
    declared: bool = False
    per_cent: bool = False
    out_of: int | None = None

    def of_rows(self, each: FloatArray) -> FloatArray:
        """Spread one value for each answer over the rows.

        Args:
            each: a value for each answer.

        Returns:
            A value for each row.
        """
        return each[self.place]


def count_answers(table: SurveyTable, column: str) -> CountedAnswers:
    """Count the different answers in a column.

    Args:
        table: the survey.
        column: the name of the column.

    Returns:
        The answers, numbers from low to high before words from frequent to rare.
    """
    texts, place = _one_spelling(*table.values(column))
    labels = table.labels.get(column, {})
    texts += [value for value in labels if value not in texts]
    times = np.bincount(place, minlength=len(texts))
    declared = table.missing.get(column, frozenset())
    signs = signs_of([text for text in texts if not is_no_answer(text)])
    numbers = read_numbers(texts) if signs.out_of is None else [out_of(text)[0] for text in texts]
    answers = [
        _answer(text, number, labels.get(text, ""), int(count), text in declared)
        for text, number, count in zip(texts, numbers, times, strict=True)
    ]
    order = sorted(range(len(answers)), key=lambda k: _rank(answers[k]))
    new_place = np.empty(len(order), dtype=np.intp)
    new_place[order] = np.arange(len(order))
    in_order = tuple(answers[k] for k in order)
    return CountedAnswers(in_order, new_place[place], bool(labels), signs.per_cent, signs.out_of)


def _one_spelling(texts: list[str], place: NDArray[np.intp]) -> tuple[list[str], NDArray[np.intp]]:
    """Take answers that differ in capitals and spaces alone for one; the first spelling stands."""
    merged, different = pd.factorize(np.array([plain(text) for text in texts], dtype=object))
    first = {int(k): text for k, text in reversed(list(zip(merged, texts, strict=True)))}
    return [first[k] for k in range(len(different))], merged[place]


def _answer(text: str, number: float, label: str, times: int, declared: bool) -> GivenAnswer:
    words = label
    if np.isnan(number) and not label:
        number, words = parted(text)
    return GivenAnswer(text, number, words, times, declared or is_no_answer(words or text))


def _rank(answer: GivenAnswer) -> tuple[bool, bool, float, int, str]:
    number = answer.number if answer.has_number else 0.0
    return not answer.has_number, answer.none, number, -answer.times, answer.text
