"""Reads who is less heard and how much each answer counts, from two optional survey columns."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coprod_sim.errors import InputError
from coprod_sim.population.answer_scales import FloatArray
from coprod_sim.population.answer_words import is_no_answer
from coprod_sim.population.columns import perhaps_weights
from coprod_sim.population.counted_answers import CountedAnswers, Flags, GivenAnswer, count_answers
from coprod_sim.population.fair_counting import LEAST_GROUP, LEAST_ROWS, people_behind
from coprod_sim.population.personal_values import perhaps_names, personal
from coprod_sim.population.quoting import count, hint, listing, quote
from coprod_sim.population.reading import Reading
from coprod_sim.population.reading_numbers import SHORT, not_plain, read_numbers, two_ways
from coprod_sim.population.survey_files import SurveyTable
from coprod_sim.quantities import in_digits

MOST_GROUPS = 25
"""A column with more different values than this does not tell groups apart, but people or places."""
FEW_GROUPS = 5
"""With more values than this, most of them must stand for more than one person."""


@dataclass(frozen=True)
class SurveyGroups:
    """Who is less heard and whose group is unknown, one entry per row; the rest is well-connected.

    ``note`` says in a sentence which values of the column stand for which group, and ``names`` warns of
    names of people.
    """

    less_heard: Flags
    unknown: Flags
    note: str
    names: str


def group_values(table: SurveyTable, column: str) -> CountedAnswers:
    """Count the values of a group column, unless they are people rather than groups.

    Args:
        table: the survey.
        column: the name of the column.

    Returns:
        The values, those that stand for no answer among them.

    Raises:
        InputError: there are too many different values, or they point to people; none of them is shown.
    """
    counted = count_answers(table, column)
    given = [value for value in counted.answers if value.times and not value.none]
    once = sum(value.times == 1 for value in given)
    people = len(given) > FEW_GROUPS and once * 2 > len(given)
    kind = personal(column, [shown(value) for value in given])
    if kind:
        raise InputError(
            f"column {quote(column)} seems to hold {kind}. These point to people, so the column"
            " does not tell groups apart. Make a column with a few groups of it, such as areas, and choose"
            " that one. Nothing of it was kept."
        )
    if people or len(given) > MOST_GROUPS:
        raise InputError(
            f"column {quote(column)} holds {count(len(given), 'different value')}, as names, e-mails"
            f" or postcodes do, so it does not tell groups apart; a group column has at most"
            f" {MOST_GROUPS}, each for several people. Choose another; nothing of it was kept."
        )
    return counted


def read_groups(table: SurveyTable, reading: Reading) -> SurveyGroups | None:
    """Read the group column, or return ``None`` when the user named none.

    Args:
        table: the survey.
        reading: which column holds what, as the user says.

    Returns:
        Who is less heard and whose group is unknown, a flag for each row.

    Raises:
        InputError: less-heard values are missing, are not in the column, or have no column.
    """
    if reading.group is None:
        if reading.less_heard:
            raise InputError(
                f"less-heard values ({listing(reading.less_heard)}) need a group column; name one of"
                f" {listing(table.columns)}."
            )
        return None
    counted = group_values(table, reading.group)
    _check_values(reading, counted)
    less = [any(v.is_called(name) for name in reading.less_heard) for v in counted.answers]
    blank = [v.none and not low for v, low in zip(counted.answers, less, strict=True)]
    others = [
        value
        for value, low, none in zip(counted.answers, less, blank, strict=True)
        if value.times and not low and not none
    ]
    low = [
        value for value, is_low in zip(counted.answers, less, strict=True) if is_low and value.times
    ]
    given = [shown(value) for value in counted.answers if value.times and not value.none]
    note, names = _note(reading, low, others), _names_said(reading.group, given)
    return SurveyGroups(_flags(counted, less), _flags(counted, blank), note, names)


def _names_said(column: str, texts: Sequence[str]) -> str:
    """Warn that names of people may stand where groups should, more so where they seem to."""
    if perhaps_names(column, texts):
        return (
            f"Check this: column {quote(column)} seems to hold names of people, who are no groups."
        )
    return "Names of people cannot always be told from groups: look whether these are groups."


def shown(value: GivenAnswer) -> str:
    """Give the name people know a value by: the words for it where there are any.

    Args:
        value: a value of a group column.

    Returns:
        Its words, or its text.
    """
    return value.words if value.words and value.text != value.words else value.text


def _flags(counted: CountedAnswers, each: list[bool]) -> NDArray[np.bool_]:
    return np.array(each, dtype=np.bool_)[counted.place]


def _check_values(reading: Reading, counted: CountedAnswers) -> None:
    given = [value for value in counted.answers if value.times]
    answers = [shown(value) for value in given if not value.none]
    names = answers or [shown(value) for value in given]
    where = f"column {quote(reading.group)} holds the values {listing(sorted(names))}"
    if not reading.less_heard:
        raise InputError(f"{where}; say which of these groups are less heard.")
    for name in reading.less_heard:
        if not any(value.is_called(name) for value in given):
            raise InputError(f"less-heard value {quote(name)}: {where}{hint(name, names)}")


def _note(reading: Reading, less: list[GivenAnswer], others: list[GivenAnswer]) -> str:
    return (
        f"In column {quote(reading.group)}, less heard means {named(less)};"
        f" every other value means well-connected ({named(others) or 'there is none'})."
    )


def named(values: Sequence[GivenAnswer]) -> str:
    """List values by name, but those of few people by their number alone.

    Args:
        values: values of a column.

    Returns:
        Part of a sentence; empty where there is none.
    """
    few = sum(value.times < LEAST_GROUP for value in values)
    said = listing(sorted(shown(value) for value in values if value.times >= LEAST_GROUP))
    rest = f"{count(few, 'value')} of fewer than {LEAST_GROUP} people" if few else ""
    return " and ".join(filter(None, (said, rest)))


def read_weights(table: SurveyTable, column: str | None) -> FloatArray:
    """Read how much each row counts: 1 for all when there is no column of weights.

    Args:
        table: the survey.
        column: the column of weights, if there is one.

    Returns:
        One weight from 0 to 1 for each row, divided by the largest; NaN where it is missing.

    Raises:
        InputError: a weight is text, negative or infinite, or none is above 0.
    """
    if column is None:
        return np.ones(len(table.frame))
    texts, place = table.values(column)
    _check_plain(texts, column)
    numbers = np.array(read_numbers(texts), dtype=np.float64)
    unread = [np.isnan(n) and not is_no_answer(t) for n, t in zip(numbers, texts, strict=True)]
    wrong = (np.array(unread, dtype=np.bool_) | (numbers < 0) | np.isinf(numbers))[place]
    if wrong.any():
        raise InputError(
            f"column {quote(column)} of weights holds {_what(wrong, numbers[place])} in row"
            f" {table.frame.index[int(np.argmax(wrong))]:,}; a weight must be a number from 0 up."
        )
    weights = numbers[place]
    _check_no_numbering(weights, column)
    largest = float(weights[~np.isnan(weights)].max(initial=0.0))
    if largest == 0:
        raise InputError(f"column {quote(column)} of weights has no weight above 0.")
    return weights / largest


def doubts_about_weights(table: SurveyTable, column: str, weights: FloatArray) -> list[str]:
    """Say what makes a column doubtful as weights: its name, or how unequal they are.

    Args:
        table: the survey.
        column: the column of weights.
        weights: a weight from 0 up for each person who counts.

    Returns:
        Sentences.
    """
    notes: list[str] = []
    if column not in perhaps_weights(table):
        notes.append(
            f"Check this: neither the name of column {quote(column)} nor its label says that it holds"
            " weights."
        )
    behind, given = people_behind(weights), int((weights > 0).sum())
    if behind * 2 < given:
        most = 100 * weights.max() / weights.sum()
        notes.append(
            f"Check this: the weights are so unequal that {count(given, 'answer')} tell no more than"
            f" {behind:,} that weigh the same; the largest weighs {most:.0f} in"
            " 100 of all."
        )
    return notes


def _check_no_numbering(numbers: FloatArray, column: str) -> None:
    """Refuse the numbers of rows or people as weights.

    Raises:
        InputError: every row has the whole number that follows another's.
    """
    given = np.unique(numbers[~np.isnan(numbers)])
    if len(numbers) >= LEAST_ROWS and len(given) == len(numbers) and (np.diff(given) == 1).all():
        raise InputError(
            f"column {quote(column)} numbers the rows from {given[0]:g} to {given[-1]:g}, so it holds no"
            " weights; choose another, or none."
        )


def _check_plain(texts: Sequence[str], column: str) -> None:
    """Refuse weights that may be read in two ways, or are short for thousands.

    Raises:
        InputError: nothing in the column tells which.
    """
    short = [text for text in texts if SHORT.fullmatch(text.strip())]
    for text in (two_ways(texts) or short)[:1]:
        raise InputError(
            f"column {quote(column)} of weights holds {text}{not_plain(text)}; write thousands in full and"
            " without a sign, and decimals with a point, and give the file again."
        )


def _what(wrong: Flags, weights: FloatArray) -> str:
    """Say what stands in place of the first wrong weight, without showing a text."""
    first = weights[int(np.argmax(wrong))]
    return "a text" if np.isnan(first) else in_digits(first)
