"""Reads who is less heard and how much each answer counts, from two optional survey columns."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from coprod_sim.errors import InputError
from coprod_sim.population.answer_scales import FloatArray
from coprod_sim.population.column_mapping import ColumnMapping
from coprod_sim.population.csv_rows import SurveyRows
from coprod_sim.population.quoting import hint, listing, quote
from coprod_sim.population.survey_answers import Flags, is_no_answer, sort_answers


@dataclass(frozen=True)
class SurveyGroups:
    """Who is less heard and whose group is unknown, one entry per row; the rest is well-connected.

    ``note`` says in a sentence which values of the column stand for which group.
    """

    less_heard: Flags
    unknown: Flags
    note: str


def read_groups(rows: SurveyRows, mapping: ColumnMapping) -> SurveyGroups | None:
    """Read the group column, or return ``None`` when the user named none.

    Args:
        rows: the rows of the survey, as text.
        mapping: which column holds what, as the user says.

    Returns:
        Who is less heard and whose group is unknown, a flag for each row.

    Raises:
        InputError: less-heard values are missing, are not in the column, or have no column.
    """
    if mapping.group is None:
        if mapping.less_heard:
            raise InputError(
                f"less-heard values ({listing(mapping.less_heard)}) need a column; name it with"
                f" --group, one of {listing(rows.columns)}."
            )
        return None
    codes, found = pd.factorize(rows.texts(mapping.group), sort=True)
    values = [str(value) for value in found]
    _check_values(mapping, values)
    less = np.array([value in mapping.less_heard for value in values], dtype=np.bool_)
    blank = np.array([is_no_answer(value) for value in values], dtype=np.bool_) & ~less
    return SurveyGroups(less[codes], blank[codes], _note(mapping, values, ~less & ~blank))


def _check_values(mapping: ColumnMapping, values: list[str]) -> None:
    answers = [value for value in values if not is_no_answer(value)]
    where = f"column {quote(mapping.group)} holds the values {listing(answers or values)}"
    if not mapping.less_heard:
        raise InputError(f"{where}; name those that are less heard with --less-heard.")
    for value in mapping.less_heard:
        if value not in values:
            raise InputError(f"less-heard value {quote(value)}: {where}{hint(value, values)}")


def _note(mapping: ColumnMapping, values: list[str], connected: Flags) -> str:
    others = [value for value, other in zip(values, connected, strict=True) if other]
    return (
        f"In column {quote(mapping.group)}, less heard means {listing(mapping.less_heard)};"
        f" every other value means well-connected ({listing(others) or 'there is none'})."
    )


def read_weights(rows: SurveyRows, column: str | None) -> FloatArray:
    """Read how much each row counts: 1 for all when there is no column of weights.

    Args:
        rows: the rows of the survey, as text.
        column: the column of weights, if there is one.

    Returns:
        One weight from 0 to 1 for each row, divided by the largest; NaN where it is missing.

    Raises:
        InputError: a weight is text, negative or infinite, or none is above 0.
    """
    if column is None:
        return np.ones(len(rows.frame))
    answers = sort_answers(rows.texts(column), decimal_comma=rows.decimal_comma)
    weights = answers.numbers
    _refuse_weights(rows, column, answers.unreadable | (weights < 0) | np.isinf(weights))
    largest = float(weights[~np.isnan(weights)].max(initial=0.0))
    if largest == 0:
        raise InputError(f"column {quote(column)} of --weight has no weight above 0.")
    return weights / largest


def _refuse_weights(rows: SurveyRows, column: str, wrong: Flags) -> None:
    if wrong.any():
        first = int(np.argmax(wrong))
        text = rows.texts(column).iloc[first]
        raise InputError(
            f"column {quote(column)} of --weight holds {quote(text)} at line"
            f" {rows.frame.index[first]:,}; a weight must be a number from 0 up."
        )
