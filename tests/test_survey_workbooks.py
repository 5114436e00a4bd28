"""A workbook is read cell by cell as Excel means it, quickly, and no sheet can fill the memory."""

import io
import time
import zipfile
from datetime import datetime, timedelta
from datetime import time as clock
from typing import Any

import openpyxl
import pytest
from survey_stage import cells, workbook

from coprod_sim.errors import InputError
from coprod_sim.population.survey import build_reading, survey_table
from coprod_sim.population.survey_files.workbook_parts import WorkbookParts

SHEET = "xl/worksheets/sheet1.xml"
OPEN = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


SHARED = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</sst>'
SHARED_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"


def sheet_of(rows: str, before: str = "", shared: str = "") -> bytes:
    """Make a workbook of one sheet whose rows, and whose shared texts, are these as XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(Data=[["a"]]))) as old:
        parts = {name: old.read(name).decode() for name in old.namelist()}
    parts[SHEET] = f"{before}{OPEN}<sheetData>{rows}</sheetData></worksheet>"
    parts["xl/texts.xml"] = SHARED.format(shared)
    kinds = parts["[Content_Types].xml"].split("<Override")
    others = [kind for kind in kinds[1:] if SHARED_KIND not in kind]
    ours = f' PartName="/xl/texts.xml" ContentType="{SHARED_KIND}"/>'
    parts["[Content_Types].xml"] = "<Override".join([kinds[0], ours, *others])
    with zipfile.ZipFile(out, "w") as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return out.getvalue()


def rows_in(data: bytes) -> list[tuple[Any, ...]]:
    return list(WorkbookParts(data).rows("Data"))


def test_every_kind_of_cell_is_read_as_it_is_meant():
    kinds = (
        '<c r="A1"><v>7</v></c><c r="B1"><v>7.5</v></c><c r="C1"><v>1E2</v></c><c r="D1" t="b"><v>1</v></c>'
        '<c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="str"><f>A1</f><v>so</v></c><c r="G1"/>'
        '<c r="H1" t="inlineStr"><is><t>plain</t></is></c><c r="I1" t="s"><v>0</v></c>'
        '<c r="J1" t="inlineStr"><is><r><t>in </t></r><r><t>parts</t></r><rPh><t>spoken</t></rPh></is></c>'
    )
    shared = "<si><r><t>sha</t></r><r><t>red</t></r><rPh><t>spoken</t></rPh></si>"
    assert rows_in(sheet_of(f'<row r="1">{kinds}</row>', shared=shared)) == [
        (7, 7.5, 100.0, True, "#N/A", "so", None, "plain", "shared", "in parts")
    ]


def test_what_is_left_out_is_empty_and_what_has_no_place_follows_the_one_before():
    rows = rows_in(
        sheet_of(
            '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="AB4"><v>3</v></c></row>'
        )
    )
    assert rows == [(1, 2), (), (), (*[None] * 27, 3)]


def test_cells_that_a_file_lists_out_of_their_order_stand_in_their_columns():
    cells = '<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>'
    assert rows_in(sheet_of(cells)) == [(1, None, 3)]


def test_dates_times_and_spans_are_those_of_the_workbook():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Data"
    sheet.append([datetime(2026, 3, 1, 9, 30), clock(9, 30), timedelta(hours=30), 45000])
    sheet.append([5e9])
    sheet["A2"].number_format = "dd.mm.yyyy"
    out = io.BytesIO()
    book.save(out)
    assert rows_in(out.getvalue()) == [
        (datetime(2026, 3, 1, 9, 30), clock(9, 30), timedelta(days=1, hours=6), 45000),
        ("#VALUE!",),
    ]


def test_an_error_in_a_cell_is_no_answer_and_is_not_lost():
    people = "".join(f"<row><c><v>{k}</v></c><c><v>{k % 11}</v></c></row>" for k in range(20))
    head = '<row><c t="str"><v>id</v></c><c t="str"><v>trust</v></c></row>'
    error = '<row><c><v>99</v></c><c t="e"><v>#N/A</v></c></row>'
    assert cells(survey_table(sheet_of(head + people + error)), "trust")[-1] == "#N/A"


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="XFE1"><v>1</v></c></row>', '<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>',
        '<row r="1"><c r="1"><v>1</v></c></row>', '<row r="x"><c><v>1</v></c></row>',
        '<row r="1"><c><v>seven</v></c></row>', '<row r="1"><c t="s"><v>9</v></c></row>', "<row",
    ],
)  # fmt: skip
def test_a_sheet_that_cannot_be_is_refused(rows):
    with pytest.raises(InputError, match="or it is damaged"):
        survey_table(sheet_of(rows))


def test_a_sheet_that_declares_words_of_its_own_is_refused():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    with pytest.raises(InputError, match="or it is damaged"):
        survey_table(sheet_of('<row><c t="str"><v>&b;</v></c></row>', before=bomb))


def test_a_cell_in_the_last_corner_of_a_sheet_takes_no_room_for_all_above_it():
    far = (
        '<row r="1"><c><v>1</v></c></row>' * 2
        + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    )
    with pytest.raises(InputError, match="more than 500,000 rows"):
        survey_table(sheet_of(far), build_reading({"sheet": "Data"}))


@pytest.mark.slow
def test_a_large_sheet_is_read_in_less_than_half_the_time_of_the_usual_reader():
    row = "".join(f"<c><v>{k}</v></c>" for k in range(10))
    data = sheet_of(f"<row>{row}</row>" * 20_000)
    start = time.process_time()
    assert len(rows_in(data)) == 20_000
    ours = time.process_time() - start
    start = time.process_time()
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    assert sum(1 for _ in book["Data"].iter_rows(values_only=True)) == 20_000
    assert ours < (time.process_time() - start) / 2


def test_progress_is_told_in_bytes_of_the_sheet():
    told: list[tuple[int, int]] = []
    rows = "<row><c t='str'><v>id</v></c><c t='str'><v>trust</v></c></row>" + "".join(
        f"<row><c><v>{k}</v></c><c><v>{k % 11}</v></c></row>" for k in range(20_000)
    )
    survey_table(sheet_of(rows), None, lambda done, total: told.append((done, total)))
    assert len(told) > 3
    assert told[-1][0] == told[-1][1]
