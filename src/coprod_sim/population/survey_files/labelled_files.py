"""Reads survey files of SPSS and Stata, with the words for their values and what they declare missing."""

import io
from collections.abc import Mapping
from typing import Any

import pandas as pd

from coprod_sim.errors import InputError
from coprod_sim.population.survey_files.survey_table import SurveyTable, Tell, as_text

ROWS_AT_A_TIME = 20_000


def read_labelled(data: bytes, kind: str, encoding: str | None, tell: Tell) -> SurveyTable:
    """Read a file of SPSS or Stata.

    Args:
        data: the bytes of the file.
        kind: ``sav`` or ``dta``.
        encoding: the encoding of its texts, where somebody has said it.
        tell: what is told how far it has come.

    Returns:
        Its rows, with questions, labels and declared missing values by column.

    Raises:
        InputError: it cannot be read.
    """
    try:
        frame, about = _parts(data, kind, encoding, tell)
    except Exception as problem:  # the library has errors of its own for every kind of damage
        name, reason = "SPSS" if kind == "sav" else "Stata", " ".join(str(problem).split())[:120]
        raise InputError(f"this {name} file cannot be read ({reason}).") from None
    return SurveyTable(
        frame=frame,
        how="a file of SPSS" if kind == "sav" else "a file of Stata",
        questions={k: v for k, v in about.column_names_to_labels.items() if v},
        labels={k: _labels(v) for k, v in about.variable_value_labels.items()},
        missing={name: _missing(about, name, frame[name]) for name in frame.columns},
    )


def _parts(data: bytes, kind: str, encoding: str | None, tell: Tell) -> tuple[pd.DataFrame, Any]:
    """Read some thousand rows at a time, from memory; gives them all, and what the file says of itself."""
    import pyreadstat  # noqa: PLC0415 - only for these files

    read = pyreadstat.read_sav if kind == "sav" else pyreadstat.read_dta
    total = read(io.BytesIO(data), metadataonly=True, encoding=encoding)[1].number_rows
    parts: list[pd.DataFrame] = []
    done = 0
    while True:
        part, about = read(
            io.BytesIO(data), user_missing=True, disable_datetime_conversion=True,
            encoding=encoding, row_offset=done, row_limit=ROWS_AT_A_TIME,
        )  # fmt: skip
        parts.append(pd.DataFrame(part))
        done += len(parts[-1])
        tell(done, total or done)
        if len(parts[-1]) < ROWS_AT_A_TIME:
            break
    frame = pd.concat(parts, ignore_index=True)
    frame.index = frame.index + 1
    return frame, about


def _labels(given: Mapping[Any, str]) -> dict[str, str]:
    return {as_text(value): " ".join(str(label).split()) for value, label in given.items()}


def _missing(about: Any, name: str, column: pd.Series) -> frozenset[str]:
    """List the values of a column that the file declares to be no answer."""
    ranges = about.missing_ranges.get(name, ())
    declared = {as_text(value) for value in about.missing_user_values.get(name, ())}
    if ranges:
        different = column.dropna().unique()
        declared |= {as_text(v) for v in different if any(_within(v, one) for one in ranges)}
    return frozenset(declared)


def _within(value: Any, limits: Mapping[str, Any]) -> bool:
    low, high = limits["lo"], limits["hi"]
    if isinstance(value, str) or isinstance(low, str):
        return as_text(value) == as_text(low)
    return low <= value <= high
