"""No cell of a CSV is run by a spreadsheet, and no number stops being one."""

import csv
import io
import math
import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from coprod_sim.results import save
from coprod_sim.results.workbook import write_workbook
from coprod_sim.spreadsheet import csv_text, defuse, fill_csv

BAD = ["=1+1", "+1", "-1+cmd", "-1", "@x", "\tx", "\rx"]


def frame_csv(frame):
    file = io.BytesIO()
    fill_csv(file, frame)
    text = file.getvalue().decode()
    assert text[0] == "\ufeff", "Excel takes a file without it for the computer's own code page"
    return text[1:]


@pytest.mark.parametrize("text", BAD)
def test_text_that_would_be_run_is_put_behind_a_quote(text):
    assert defuse(text) == "'" + text


@pytest.mark.parametrize("value", ["fine", "a=b", " -1", "", "'quoted", "\u22121", "1-2"])
def test_other_text_stays(value):
    assert defuse(value) == value


@pytest.mark.parametrize("value", [-1, -1.5, 0, 3, None, True, np.float64(-2.5), np.int64(-7)])
def test_a_number_stays_a_number(value):
    assert defuse(value) is value


@given(st.text())
def test_no_text_begins_dangerously_and_nothing_else_is_changed(text):
    safe = defuse(text)
    for cell in re.split("[;\t\r\n|]", safe):
        assert cell[:1] not in {"=", "+", "-", "@"}
    assert safe.replace("'", "") == text.replace("'", "")


@pytest.mark.parametrize(
    "text", ["semi;=1+2;x", "tab\t=1+2\tx", "line\n+1", "bar|@x", "wide;\uff1d1"]
)
def test_text_is_no_formula_either_where_a_spreadsheet_splits_cells_at_other_signs(text):
    assert "'" in defuse(text)
    for sign in ";\t":
        for row in csv.reader(io.StringIO(csv_text(["a", "b"], [["x", text]])), delimiter=sign):
            assert not any(cell.startswith(("=", "+", "@", "\uff1d")) for cell in row), row


def test_a_workbook_shows_texts_as_they_were_typed_and_runs_none(tmp_path):
    table = pd.DataFrame({"said": ["=1+1", "-1", "a;=b", "plain"]})
    file = write_workbook(tmp_path / "a.xlsx", {"a": table}, {})
    cells = [cell for (cell,) in load_workbook(file)["a"].iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == ["=1+1", "-1", "a;=b", "plain"]
    assert {cell.data_type for cell in cells} == {"s"}


def test_a_missing_number_is_an_empty_cell():
    assert csv_text(["a", "b"], [[math.nan, 1.5]]) == "\ufeffa,b\n,1.5\n"


def test_rows_and_their_head_are_defused_and_numbers_are_not():
    text = csv_text(["name", "=head", "effect"], [["-x", "+y", -1.5], [None, "a,b", -2]])
    assert text == "\ufeffname,'=head,effect\n'-x,'+y,-1.5\n,\"a,b\",-2\n"


@pytest.mark.parametrize("kind", ["object", "str", "category"])
def test_a_table_is_defused_whatever_kind_its_texts_are_of(kind):
    frame = pd.DataFrame({"who": pd.Series(BAD).astype(kind), "effect": -1.25})
    found = list(csv.reader(io.StringIO(frame_csv(frame), newline="")))
    assert found == [["who", "effect"], *(["'" + text, "-1.25"] for text in BAD)]
    assert list(frame["who"]) == BAD


def test_numbers_among_texts_heads_and_gaps_are_kept_apart():
    frame = pd.DataFrame({"-head": ["-a", -1, None, math.nan], "day": pd.NaT, "yes": True})
    assert frame_csv(frame) == "'-head,day,yes\n'-a,,True\n-1,,True\n,,True\n,,True\n"


def test_the_table_of_results_is_defused_and_its_negative_numbers_are_read_back(tmp_path):
    frame = pd.DataFrame({"scenario": ["=cmd|x"], "change": [-0.1]})
    frame.attrs = {"hash": "made up"}
    save(frame, tmp_path)
    back = pd.read_csv(tmp_path / "results.csv")
    assert back["scenario"][0] == "'=cmd|x"
    assert back["change"].dtype == float
    assert back["change"][0] == -0.1
