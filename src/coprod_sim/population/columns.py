"""Finds the column of a survey that holds trust, and checks the columns a user named."""

import re

import numpy as np

from coprod_sim.errors import InputError
from coprod_sim.population.column_mapping import ColumnMapping
from coprod_sim.population.csv_rows import SurveyRows
from coprod_sim.population.quoting import hint, listing, quote
from coprod_sim.population.survey_answers import parse_number, sort_answers
from coprod_sim.population.trust_answers import MOST_TEXT

TRUST_WORDS = ("trust", "trst", "confiden", "faith")
REVERSED = re.compile(r"(dis|mis|un)[ _-]?trust|no[ _-]trust", re.IGNORECASE)
WEIGHT_WORDS = ("weight", "wght")


def check_named(rows: SurveyRows, mapping: ColumnMapping) -> None:
    """Check that every column named by the user exists and has one use only.

    Args:
        rows: the rows of the survey, as text.
        mapping: which column holds what, as the user says.

    Raises:
        InputError: a column does not exist or is named twice.
    """
    uses: dict[str, str] = {}
    for key in ("trust", "group", "weight"):
        column = getattr(mapping, key)
        if column is None:
            continue
        if column not in rows.columns:
            raise InputError(_no_column(rows, key, column))
        if column in uses:
            raise InputError(
                f"column {quote(column)} is named for both {uses[column]} and {key}; name two"
                f" different columns with --{uses[column]} and --{key}."
            )
        uses[column] = key


def _no_column(rows: SurveyRows, key: str, column: str) -> str:
    nearest = hint(column, rows.columns)
    return (
        f"there is no column {quote(column)} for {key}{nearest} The columns are"
        f" {listing(rows.columns)}; name one with --{key}."
    )


def find_trust(rows: SurveyRows, mapping: ColumnMapping) -> tuple[str, str]:
    """Find the trust column: the one named, the one with a telling name, or the only numeric one.

    Args:
        rows: the rows of the survey, as text.
        mapping: which column holds what, as the user says.

    Returns:
        The name of the column, and a sentence that says how it was found.

    Raises:
        InputError: no column or more than one could be meant; the sentence lists the columns.
    """
    if mapping.trust is not None:
        return mapping.trust, f"Trust is read from column {quote(mapping.trust)}, as named."
    _refuse_numbers_as_names(rows)
    free = [name for name in rows.columns if name not in (mapping.group, mapping.weight)]
    for word in TRUST_WORDS:
        told = [name for name in free if word in name.casefold() and not REVERSED.search(name)]
        if told:
            why = f"because its name contains {quote(word)}"
            return _only(told if len(told) == 1 else _numeric(rows, told), told, why)
    return _only(_numeric(rows, free), rows.columns, "because it is the only column of numbers")


def _refuse_numbers_as_names(rows: SurveyRows) -> None:
    if not any(np.isnan(parse_number(name, decimal_comma=True)) for name in rows.columns):
        raise InputError(
            f"the first row holds only numbers ({listing(rows.columns)}), but it must hold the"
            " names of the columns; add a row of names, or name the column of trust with --trust."
        )


def _only(found: list[str], listed: list[str], why: str) -> tuple[str, str]:
    if len(found) == 1:
        trust = quote(found[0])
        return found[0], f"Trust is read from column {trust}, {why}; --trust names another."
    many = f"more than one ({listing(found)}) could be meant" if found else "none is sure to be it"
    raise InputError(
        f"the column of trust is not clear: of the columns {listing(listed)}, {many};"
        " name it with --trust."
    )


def _numeric(rows: SurveyRows, names: list[str]) -> list[str]:
    return [name for name in names if _is_numeric(rows, name)]


def _is_numeric(rows: SurveyRows, name: str) -> bool:
    answers = sort_answers(rows.texts(name), decimal_comma=rows.decimal_comma)
    numbers, text = int((~np.isnan(answers.numbers)).sum()), int(answers.unreadable.sum())
    return numbers > 0 and text <= MOST_TEXT * (numbers + text)


def cautions(rows: SurveyRows, trust: str, mapping: ColumnMapping) -> list[str]:
    """List what a reader should know about the choice of columns, in plain sentences.

    Args:
        rows: the rows of the survey, as text.
        trust: the column that holds trust.
        mapping: which column holds what, as the user says.

    Returns:
        Sentences, the most general first.
    """
    notes = ["Higher answers are read as more trust."]
    if REVERSED.search(trust):
        notes.append(f"Check this: the name {quote(trust)} suggests that higher means less trust.")
    weights = [name for name in rows.columns if any(w in name.casefold() for w in WEIGHT_WORDS)]
    if mapping.weight is None and weights and weights != [trust]:
        notes.append(f"Column {quote(weights[0])} may hold weights; --weight would use it.")
    return notes
