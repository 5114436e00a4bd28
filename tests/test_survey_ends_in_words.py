"""Surveys in which only the ends of the scale carry words, in every kind of file, are read as they stand."""

from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest
from survey_stage import refusal, survey

from coprod_sim.cli.command_line import main
from coprod_sim.population.survey import read_survey

LOW, HIGH = "0 - No trust at all", "10 - Complete trust"
ANSWERS = [LOW, 1, 2, 3, 4, 5, 6, 7, 8, 9, HIGH]
"""One person each."""


def csv(folder: Path, answers: list, names: str = "id;trust") -> Path:
    file = folder / "town.csv"
    rows = [names, *(f"{k + 1};{a}" for k, a in enumerate(answers))]
    file.write_text("\n".join(rows) + "\n")
    return file


def xlsx(folder: Path, answers: list) -> Path:
    file = folder / "town.xlsx"
    pd.DataFrame({"trust": answers}).to_excel(file, index=False)
    return file


def sav(folder: Path, answers: list, labels: dict | None = None) -> Path:
    file = folder / "town.sav"
    bare = [int(str(a).split(" ")[0]) for a in answers]
    pyreadstat.write_sav(
        pd.DataFrame({"trust": bare}), file,
        variable_value_labels={"trust": labels or {0: "No trust at all", 10: "Complete trust"}},
    )  # fmt: skip
    return file


@pytest.mark.parametrize("write", [csv, xlsx, sav])
@pytest.mark.parametrize("order", [1, -1])
def test_words_at_the_ends_alone_say_the_scale_in_every_kind_of_file(write, order, tmp_path):
    found = read_survey(write(tmp_path, ANSWERS[::order]))
    assert (found.n_read, found.n_used) == (11, 11)
    assert np.allclose(found.table, 1 / 11)
    assert found.reading is not None
    assert (found.reading.scale, found.reading.reversed) == ("0-10", False)


@pytest.mark.parametrize("write", [csv, xlsx])
def test_a_first_person_at_an_end_is_no_row_of_questions(write, tmp_path):
    """Nobody else gave that answer, and it is longer than all others."""
    answers = ["1 - Do not trust at all", 2, 3, 4, 2, 3, 4, 2, 3, "5 - Completely trust"]
    found = read_survey(write(tmp_path, answers))
    assert found.n_read == 10


def test_a_column_alone_whose_first_person_is_at_an_end_keeps_them(tmp_path):
    """Longer than all answers below it, as a question would be."""
    file = tmp_path / "town.csv"
    file.write_text("\n".join(["trust", "1 - Do not trust at all", *"2342342342"]) + "\n")
    assert read_survey(file, {"scale": "1-5", "reversed": False}).n_read == 11


def test_a_row_that_says_the_ends_is_still_one_of_questions(tmp_path):
    asked = "0 = no trust at all, 10 = complete trust"
    found = survey(tmp_path, f'id,trust\n,"{asked}"\n' + "".join(f"{k},{k}\n" for k in range(11)))
    assert found.n_read == 11


def test_figures_below_the_least_are_named_with_their_row_and_what_is_allowed(tmp_path):
    rows = "".join(f"{k},{k / 5}\n" for k in range(10))
    said = refusal(tmp_path, f"trust,w\n{rows}5,-0.5\n", weight="w", scale="0-10", reversed=False)
    assert "-0.5 in row 12; a weight must be a number from 0 up" in said


def test_answers_below_the_least_are_named_with_their_row_and_the_scale(tmp_path):
    rows = "".join(f"{k},1\n" for k in range(10))
    said = refusal(tmp_path, f"trust,w\n{rows}-3,1\n", scale="0-10", reversed=False)
    assert "-3" in said
    assert "0-10" in said
    assert "row 12" in said


def test_the_command_line_reads_ends_in_words(tmp_path, capsys):
    assert main(["population", str(csv(tmp_path, ANSWERS)), "--out", str(tmp_path / "p.toml")]) == 0
    assert "The scale of trust is 0-10, as the words at its ends say" in capsys.readouterr().out
