"""What the survey's tests stand on: one survey written and read, or refused in one line."""

from pathlib import Path

import pytest

from coprod_sim.errors import InputError
from coprod_sim.population.survey import SurveyPopulation, build_mapping, read_survey

STREET = "trust,tenure,w\n0,renter,1\n2,renter,1\n10,owner,3\n8,owner,1\n5,,1\n99,guest,1\n"


def survey(folder: Path, text: str | bytes, **options: object) -> SurveyPopulation:
    """Write the survey, in place of the one before, and read it."""
    file = folder / "survey.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_survey(file, build_mapping(options))


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
