"""A survey keeps nothing that points to a person, and no workbook fills the memory."""

import io
import json
import time
import zipfile

import pandas as pd
import pytest

from coprod_sim.board.entered import surveyed
from coprod_sim.errors import InputError
from coprod_sim.population.personal_values import is_phone, is_postcode
from coprod_sim.population.reading import Reading
from coprod_sim.population.survey import SurveyTable, survey_table
from coprod_sim.population.survey_groups import group_values, read_groups
from coprod_sim.population.survey_population import SurveyPopulation, load_population

UK = [f"SE21 {k}AB" for k in range(9)] + ["sw1a 1aa", "M1 1AE", "CR2 6XH"]
PHONES = ["020 7946 0958", "+44 20 7946 0001", "(0114) 496 0002", "555-123-4567", "030/901820"]


def groups(values: list[str], name: str = "area", each: int = 5) -> SurveyTable:
    column = [value for value in values for _ in range(each)]
    return SurveyTable(pd.DataFrame({name: column}, index=range(2, 2 + len(column)), dtype="str"))


@pytest.mark.parametrize("values", [
    UK, ["K1A 0B1", "H0H 0H0"], ["1011 AB", "1012 CD"], ["D02 X285", "A65 F4E2"], ["10115", "20095"],
    ["00-950", "30-002"], ["1010", "8020"], ["1000-205", "4000-008"], ["90210-1234", "10001-1234"], PHONES,
    ["a@b.uk", "c@d.uk"],
])  # fmt: skip
def test_postcodes_phones_and_e_mails_are_refused_as_groups_however_many_people_share_one(values):
    with pytest.raises(InputError, match="point to people") as caught:
        read_groups(groups(values), Reading(group="area", less_heard=(values[0],)))
    assert not any(value in str(caught.value) for value in values)


@pytest.mark.parametrize(
    "name", ["Name", "full name", "surname", "Post code", "E-mail", "Phone number"]
)
def test_a_column_that_is_called_so_is_refused(name):
    with pytest.raises(InputError, match="point to people"):
        group_values(groups(["Ann", "Bob"], name), name)


@pytest.mark.parametrize("values", [
    ["owner", "tenant"], ["18-24", "25-34", "65+"], ["1960-1969", "1970-1979"], ["1990", "2001", "1975"],
    ["20000-29999", "30000-39999"], ["SE21", "SE24"], ["North", "A1", "10115"], ["1", "2", "99"],
    ["01/02/2024", "08/02/2024"], ["2024-01-02", "2024-02-02"], ["yes", "no"],
])  # fmt: skip
def test_groups_of_people_stay_groups(values):
    assert len(group_values(groups(values), "area").answers) == len(values)


def test_what_only_looks_like_one_is_none():
    assert not is_postcode("Ward 5")
    assert not is_phone("12")
    assert not is_phone("1" * 20)


def bomb(sheet: str) -> bytes:
    """Make a workbook with a sheet of one's own."""
    out = io.BytesIO()
    with pd.ExcelWriter(out, engine="openpyxl") as book:
        pd.DataFrame({"trust": [1, 2]}).to_excel(book, index=False)
    packed, again = zipfile.ZipFile(io.BytesIO(out.getvalue())), io.BytesIO()
    with zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as target:
        for one in packed.infolist():
            data = packed.read(one)
            target.writestr(one, sheet if one.filename.endswith("sheet1.xml") else data)
    return again.getvalue()


def sheet_of(rows: str) -> str:
    start = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    )
    head = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    return f"{start}{head}{rows}</sheetData></worksheet>"


def far(column: str, rows: int) -> str:
    """Fill the first cell and one far to the right in so many rows."""
    one = '<row r="{k}"><c r="A{k}"><v>1</v></c><c r="{column}{k}"><v>1</v></c></row>'
    return "".join(one.format(k=k, column=column) for k in range(2, rows))


@pytest.mark.parametrize(
    "rows",
    [far("XFD", 3000), far("GAA", 5000), far("B", 3) + " " * 80_000_000],
    ids=["wide", "many cells", "swells"],
)
def test_a_workbook_made_to_fill_the_memory_is_refused_in_a_sentence(rows):
    data = bomb(sheet_of(rows))
    del rows
    began = time.monotonic()
    with pytest.raises(InputError, match=r"unpacks|more than"):
        survey_table(data)
    assert time.monotonic() - began < 20


NINE = {"name": "x", "table": [1.0, *[0.0] * 10], "n_read": 9, "n_used": 9}
TOO_FEW = "holds the answers of 9 people; at least 10 are needed, so that nobody's own answer"


AS_NINE = NINE | {"n_read": 40, "n_used": 40, "n_behind": 9}


@pytest.mark.parametrize("of", [NINE, AS_NINE], ids=["9", "40 as 9"])
def test_people_kept_before_few_were_refused_are_refused_in_files_and_links(tmp_path, of):
    said = (
        TOO_FEW
        if of is NINE
        else "40 people, who by their weights tell no more than 9; at least 10 are needed"
    )
    file = tmp_path / "old.toml"
    file.write_text("\n".join(f"{name} = {json.dumps(value)}" for name, value in of.items()))
    with pytest.raises(InputError, match=said):
        load_population(file)
    with pytest.raises(InputError, match=said):
        surveyed(of)
    with pytest.raises(InputError, match=said):
        SurveyPopulation(**{name: tuple(v) if isinstance(v, list) else v for name, v in of.items()})


def test_ten_people_are_enough_in_a_file(tmp_path):
    file = tmp_path / "ten.toml"
    ten = NINE | {"n_read": 10, "n_used": 10}
    file.write_text("\n".join(f"{name} = {json.dumps(value)}" for name, value in ten.items()))
    assert load_population(file).n_used == 10
