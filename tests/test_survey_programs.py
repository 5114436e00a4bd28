"""What a program of spreadsheets or statistics knows of a survey comes along: sheets, words, no answers."""

import io
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest
from survey_stage import cells, table_of, workbook

from coprod_sim.errors import InputError
from coprod_sim.population.survey import build_reading, survey_table
from coprod_sim.population.survey_files import workbooks

NAN = float("nan")


def refusal(data: bytes, **options: object) -> str:
    with pytest.raises(InputError) as caught:
        survey_table(data, build_reading(options))
    return str(caught.value)


# Workbooks


def test_the_only_sheet_with_a_table_is_read_and_others_can_be_told():
    data = [
        ["trust", "when"],
        [5, pd.Timestamp(2025, 5, 1).to_pydatetime()],
        [7.5, None],
        [None, None],
    ]
    book = workbook(Notes=[["Read me"], ["and this"]], Data=data)
    table = survey_table(book)
    assert (table.sheets, table.sheet) == (("Data",), "Data")
    assert cells(table, "trust") == ["5", "7.5"]
    assert cells(table, "when") == ["2025-05-01 00:00:00", ""]
    both = workbook(Wave1=data, Wave2=[["trust", "id"], [3, 1]])
    assert "'Wave1', 'Wave2' could be meant; name the sheet" in refusal(both)
    assert cells(survey_table(both, build_reading({"sheet": "Wave2"})), "trust") == ["3"]
    assert "no sheet 'wave 2'; did you mean 'Wave2'?" in refusal(both, sheet="wave 2")


def test_damaged_and_empty_workbooks_are_refused():
    assert "or it is damaged" in refusal(b"PK\x03\x04 nothing more")
    assert "or it is damaged" in refusal(workbook(Data=[["a", "b"], [1, 2]])[:600])
    assert "none holds a table; name the sheet" in refusal(workbook(Data=[]))


def test_a_sheet_with_too_many_columns_or_cells_is_refused(monkeypatch):
    wide = workbook(Data=[[*map(str, range(5_001))], [1]])
    assert "the sheet has more than 500,000 rows, 5,000 columns or 20,000,000 cells" in refusal(
        wide
    )
    monkeypatch.setattr(workbooks, "MOST_CELLS", 5)
    assert cells(survey_table(workbook(Data=[["trust"], [5]])), "trust") == ["5"]
    assert " or 5 cells, counted from its first" in refusal(workbook(Data=[["a", "b"]] * 3))


# SPSS and Stata


def labelled(tmp_path: Path, kind: str) -> bytes:
    frame = pd.DataFrame({"q1": [1.0, 2.0, 9.0, NAN, 1.0], "town": ["a", "b", "", "a", "a"]})
    labels = {"q1": {1: "A great deal", 2: "A fair amount", 3: "None at all", 9: "Refused"}}
    file, asked = tmp_path / f"survey.{kind}", ["Trust in us?", "Town"]
    if kind == "sav":
        pyreadstat.write_sav(frame, file, variable_value_labels=labels, column_labels=asked,
                             missing_ranges={"q1": [9]})  # fmt: skip
    else:
        pyreadstat.write_dta(frame, file, variable_value_labels=labels, column_labels=asked)
    return file.read_bytes()


@pytest.mark.parametrize("kind", ["sav", "dta"])
def test_words_for_values_and_declared_missing_ones_come_along(tmp_path, kind):
    table = survey_table(labelled(tmp_path, kind))
    assert cells(table, "q1") == ["1", "2", "9", "", "1"]
    assert table.labels["q1"] == {
        "1": "A great deal",
        "2": "A fair amount",
        "3": "None at all",
        "9": "Refused",
    }
    assert table.questions["q1"] == "Trust in us?"
    assert table.missing["q1"] == (frozenset({"9"}) if kind == "sav" else frozenset())


def test_ranges_of_missing_values_and_those_of_stata_are_none(tmp_path):
    frame = pd.DataFrame({"q1": [1.0, 96.0, 97.0, 5.0]})
    file = tmp_path / "survey.sav"
    pyreadstat.write_sav(frame, file, missing_ranges={"q1": [{"lo": 95, "hi": 99}]})
    assert survey_table(file.read_bytes()).missing["q1"] == {"96", "97"}
    words = pd.DataFrame({"q1": ["a lot", "refused", "none"]})
    pyreadstat.write_sav(words, file, missing_ranges={"q1": ["refused"]})
    assert survey_table(file.read_bytes()).missing["q1"] == {"refused"}
    stata = pd.DataFrame({"q1": [1, 2, "a"]}, dtype=object)
    pyreadstat.write_dta(stata, tmp_path / "survey.dta", missing_user_values={"q1": ["a"]})
    table = survey_table((tmp_path / "survey.dta").read_bytes())
    assert table.missing["q1"] == {"a"}
    assert cells(table, "q1") == ["1", "2", "a"]


def test_many_rows_of_spss_are_read_some_at_a_time(tmp_path):
    file = tmp_path / "survey.sav"
    pyreadstat.write_sav(pd.DataFrame({"q1": np.arange(45_000.0)}), file)
    told: list[tuple[int, int]] = []
    table = survey_table(file.read_bytes(), None, lambda done, total: told.append((done, total)))
    assert cells(table, "q1") == [str(k) for k in range(45_000)]
    assert told == [(20_000, 45_000), (40_000, 45_000), (45_000, 45_000)]


def test_a_damaged_file_of_spss_is_refused(tmp_path):
    assert "this SPSS file cannot be read" in refusal(labelled(tmp_path, "sav")[:300])
    assert "this Stata file cannot be read" in refusal(labelled(tmp_path, "dta")[:300])


def test_text_that_begins_as_old_files_of_stata_do_is_text():
    for letter in "lnoqrs":
        assert table_of(f"{letter}1,trust\n1,5\n").columns == [f"{letter}1", "trust"]


def test_reading_tells_how_far_it_has_come_and_leaves_no_file_behind(tmp_path, monkeypatch):
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    told: list[tuple[int, int]] = []
    text = "id,trust\n" + "1,5\n" * 120_000
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for data in (
            text.encode(),
            workbook(Data=[["trust", "id"], *[[5, 1]] * 3000]),
            labelled(tmp_path, "sav"),
        ):
            (tmp_path / "survey.sav").unlink(missing_ok=True)
            survey_table(
                io.BytesIO(data).getvalue(), None, lambda done, total: told.append((done, total))
            )
    assert len(told) >= 5
    assert all(0 <= done <= total for done, total in told)
    assert list(tmp_path.iterdir()) == []
