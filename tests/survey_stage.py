"""What the survey's tests stand on: one survey written and read, or refused in one line."""

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from coprod_sim.errors import InputError
from coprod_sim.population.survey import (
    SurveyPopulation,
    SurveyTable,
    build_reading,
    read_survey,
    survey_table,
)

STREET = "trust,tenure,w\n0,renter,1\n2,renter,1\n10,owner,3\n8,owner,1\n5,,1\n99,guest,1\n"
TEN_STREETS = STREET[: STREET.index("\n") + 1] + STREET[STREET.index("\n") + 1 :] * 10
"""Ten times the same street, with enough people in each group to keep it."""
PLAIN = {"scale": "0-10", "reversed": False}
"""What has to be said of a survey whose answers are bare numbers from 0 to 10."""


def survey(folder: Path, text: str | bytes, **options: object) -> SurveyPopulation:
    """Write the survey, in place of the one before, and read it."""
    file = folder / "survey.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_survey(file, build_reading(options))


def plain(folder: Path, text: str | bytes, **options: object) -> SurveyPopulation:
    """Read a survey of bare numbers from 0 to 10, higher for more trust."""
    return survey(folder, text, **PLAIN | options)


def one_line(message: str) -> None:
    assert message.splitlines() == [message]


def refusal(folder: Path, text: str | bytes, **options: object) -> str:
    with pytest.raises(InputError) as caught:
        survey(folder, text, **options)
    message = str(caught.value)
    one_line(message)
    assert message.startswith(("survey.csv: ", "options: "))
    return message


def column(*answers: object, name: str = "trust") -> str:
    return "\n".join([name, *(str(answer) for answer in answers)]) + "\n"


def said(population: SurveyPopulation) -> str:
    return " ".join(population.notes)


def table_of(text: str, **options: object) -> SurveyTable:
    return survey_table(text.encode(), build_reading(options))


def cells(table: SurveyTable, column: str) -> list[str]:
    """Give the answers in a column, row by row."""
    texts, place = table.values(column)
    return [texts[k] for k in place]


def workbook(**sheets: list[list[Any]]) -> bytes:
    """Make an Excel file with these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
