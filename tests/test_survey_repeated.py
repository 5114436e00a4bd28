"""Who stands in a survey twice is found by a number of their own, and said with the rows."""

import pytest
from survey_stage import plain, said, survey_table, workbook
from test_survey_control import Page
from widget_tree import texts

from coprod_sim.population.repeated_rows import repeated_rows

HEAD = "id,trust,tenure"
ROWS = [f"{1000 + k},{k % 11},{('own', 'rent')[k % 2]}" for k in range(40)]


def whole(rows: list[str], head: str = HEAD) -> str:
    return "\n".join([head, *rows, ""])


def test_one_person_who_is_exported_twice_is_told_with_both_rows(tmp_path):
    read = plain(tmp_path, whole([*ROWS, ROWS[3]]))
    assert read.n_used == 41, "nothing is left out unasked"
    assert (
        "Check this: 1 row has the 'id' of an earlier row (row 42 as 5). Somebody may stand there twice; each"
        " row counts as a person, so leave out what is there twice and give the file again."
    ) in read.notes


def test_the_same_number_beside_other_answers_is_told_too(tmp_path):
    read = plain(tmp_path, whole([*ROWS, "1003,9,own", "1004,1,rent"]))
    assert "2 rows have the 'id' of an earlier row (row 42 as 5, 43 as 6)" in said(read)


def test_a_file_exported_twice_over_names_the_first_rows_and_how_many_more(tmp_path):
    assert (
        "40 rows have the 'id' of an earlier row (row 42 as 2, 43 as 3, 44 as 4, 45 as 5, 46 as 6"
        in (found := said(plain(tmp_path, whole([*ROWS, *ROWS]))))
    )
    assert "and 35 more)" in found


@pytest.mark.parametrize(
    "name",
    ["ID", "ResponseId", "Respondent ID", "respondent_id", "Antwort-ID", "E-mail", "Kennung"],
)
def test_a_column_that_numbers_people_is_known_by_its_name(tmp_path, name):
    read = plain(tmp_path, whole([*ROWS, ROWS[0]], f"{name},trust,tenure"))
    assert f"has the '{name}' of an earlier row (row 42 as 2)" in said(read)


def test_nothing_that_stands_in_such_a_column_is_printed(tmp_path):
    rows = [f"person{k}@example.org,{k % 11},own" for k in range(40)]
    read = plain(tmp_path, whole([*rows, rows[7]], "Email,trust,tenure"))
    assert "row 42 as 9" in said(read)
    assert "@" not in said(read)


def test_rows_that_are_the_same_all_over_are_told_where_a_time_tells_the_others_apart(tmp_path):
    rows = [f"2026-03-01 10:{k:02}:07,{k % 11},own" for k in range(40)]
    read = plain(tmp_path, whole([*rows, rows[0]], "Timestamp,trust,tenure"))
    assert "1 row is the same as an earlier row in every column (row 42 as 2)" in said(read)


@pytest.mark.parametrize(
    "text",
    [
        whole(ROWS),
        whole([row.split(",", 1)[1] for row in ROWS * 5], "trust,tenure"),
        whole([f"{k % 3},{k % 11},own" for k in range(400)], "id,trust,tenure"),
        whole([f"anonymous,{k % 11},own" for k in range(40)], "Email,trust,tenure"),
        whole([f",{k % 11},own" for k in range(5)] + ROWS, "token,trust,tenure"),
        whole([f"{k // 2},{k % 11},own" for k in range(400)], "household_id,trust,tenure"),
        whole([f"{k % 11},{k % 60 + 18}" for k in range(700)] * 2, "trust,age"),
        whole([f"{k},5" for k in range(40)], "trust id,trust"),
        whole([f"{k * 7 % 101}" for k in range(300)], "trust"),
        whole([f"{k % 11},{1 + k / 997 if k > 24 else 0}" for k in range(700)], "trust,weight"),
        whole([f"{k % 11},{k / 997 if k > 24 else ''}" for k in range(700)], "trust,distance"),
        whole([f"{k % 11},{k / 997 if k > 24 else 5}" for k in range(700)], "trust,distance"),
    ],
    ids=[
        "all differ",
        "no number",
        "areas",
        "anonymous",
        "blank",
        "households",
        "short",
        "trust",
        "line",
        "no weight",
        "none",
        "often",
    ],
)
def test_people_who_happen_to_answer_the_same_are_no_alarm(text):
    table = survey_table(text.encode())
    assert repeated_rows(table, "trust") == []


def test_in_a_workbook_rows_are_counted_as_it_counts_them():
    rows = [[k, k % 11] for k in range(40)]
    table = survey_table(workbook(A=[["Staff survey"], [], ["ID", "trust"], *rows, rows[2]]))
    assert "(row 44 as 6)" in repeated_rows(table, "trust")[0]


def test_the_page_says_it_as_soon_as_the_file_is_open():
    page = Page()
    page.upload("ours.csv", whole([*ROWS, ROWS[3]]).encode())
    assert "of an earlier row (row 42 as 5)" in texts(page.box)
