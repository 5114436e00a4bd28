"""Whatever program saved a survey, its names and rows are found; what is no survey is refused in words."""

from pathlib import Path

import pytest
from survey_stage import cells, plain, table_of, workbook

from coprod_sim.errors import InputError
from coprod_sim.population.survey import (
    build_reading,
    open_survey,
    survey_table,
)
from coprod_sim.population.survey_files import LARGEST_FILE, opening


def refusal(data: str | bytes, **options: object) -> str:
    with pytest.raises(InputError) as caught:
        survey_table(data.encode() if isinstance(data, str) else data, build_reading(options))
    return str(caught.value)


# Text


@pytest.mark.parametrize("sign", [",", ";", "\t", "|", "^", "~"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_any_sign_between_columns_and_any_line_end(sign, line_end):
    rows = [["id", "trust"], ["1", "x y"], ["2", ""]]
    table = table_of(line_end.join(sign.join(row) for row in rows))
    assert table.columns == ["id", "trust"]
    assert cells(table, "trust") == ["x y", ""]


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("utf-8", ""), ("utf-8-sig", ""), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"),
     ("utf-16-be", "UTF-16"), ("utf-32", "UTF-32"), ("cp1252", "Windows-1252")],
)  # fmt: skip
def test_any_usual_encoding(encoding, told):
    text = "Vertrauen;Straße\n" + "7;Müllerstraße\n3;Große Gasse, Hörsching\n" * 20
    table = survey_table(text.encode(encoding))
    assert table.columns == ["Vertrauen", "Straße"]
    assert cells(table, "Straße")[0] == "Müllerstraße"
    assert told in table.how


def test_an_encoding_can_be_told_and_a_wrong_one_is_refused():
    data = "trust,miasto\n5,Łódź\n".encode("cp1250")
    table = survey_table(data, build_reading({"encoding": "cp1250"}))
    assert cells(table, "miasto") == ["Łódź"]
    assert "'utf-88' is not an encoding of text; did you mean 'utf-8'?" in refusal(
        data, encoding="utf-88"
    )
    assert "the file is not utf-8 text: byte 0xA3 at position 15" in refusal(data, encoding="utf-8")


def test_cells_may_hold_signs_and_line_ends_and_the_rows_keep_their_numbers():
    table = table_of('comment,trust\n"good, or\nbad",10\n\n"so ""so""",0\n')
    assert cells(table, "comment") == ["good, or\nbad", 'so "so"']
    assert table.frame.index.tolist() == [2, 4]


def test_commas_inside_a_question_do_not_hide_the_semicolons_between_columns():
    table = table_of("id;trust, 0 to 10, in the council\n1;3,5\n2;10\n3;0\n")
    assert table.columns == ["id", "trust, 0 to 10, in the council"]
    assert table.how == "parted by semicolons"


def test_rows_that_end_early_are_filled():
    assert cells(table_of("id,trust,why\n1,5\n2,6,so\n"), "why") == ["", "so"]


def test_a_comment_with_commas_costs_its_own_row_and_not_the_file():
    table = table_of("id,trust,why\n" + "1,5,so\n" * 80 + "1,5,yes, but, no\n1,6,ok\n")
    assert len(table.frame) == 81
    assert table.frame.index[-1] == 83
    assert "without 1 row that had too many values (82)" in table.how
    many = "id,trust,why\n" + "1,5,so\n" * 80 + "1,5,yes, but\n" * 9
    assert refusal(many) == "row 82 has more values than there are columns (3)."
    long = "id,trust,why\n" + "1,5,so\n" * 80 + "1,5,yes" + ", but" * 20 + "\n"
    assert refusal(long) == "row 82 has more values than there are columns (3)."
    assert len(table_of("id,trust\n" + "1,5\n" * 80 + "1,5,,,\n").frame) == 81, (
        "only signs at its end"
    )


def test_a_very_long_comment_refuses_no_file():
    table = table_of('trust,why\n5,"' + "a long story\n" * 15_000 + '"\n6,ok\n')
    assert cells(table, "trust") == ["5", "6"]


def test_bytes_that_fit_no_usual_code_page_are_read_as_western_letters():
    rows = ("5;Größe\n" * 150_000 + "6;x\x81y\n").encode("latin-1")
    table = survey_table("trust;größe\n".encode("latin-1") + rows)
    assert cells(table, "größe")[::150_000] == ["Größe", "x\x81y"]


def test_letters_of_central_europe_are_told_from_western_ones():
    rows = "5;Zażółć gęślą jaźń\n6;Źle się dzieje, żadnej odpowiedzi\n"
    table = survey_table(("trust;dlaczego\n" + rows * 10).encode("cp1250"))
    assert cells(table, "dlaczego")[0] == "Zażółć gęślą jaźń"
    assert "Windows-1250" in table.how


def test_a_comma_in_every_answer_does_not_hide_the_semicolons_of_the_names():
    table = table_of("trust;why\n" + "5;good, so far\n6;bad, of late\n" * 10)
    assert table.columns == ["trust", "why"]
    assert cells(table, "why")[:2] == ["good, so far", "bad, of late"]


def test_a_sign_at_every_line_end_does_no_harm():
    table = table_of("id;trust;\n1;5;\n2;6;\n")
    assert cells(table, "trust") == ["5", "6"]


def test_two_columns_of_one_name_are_told_apart_and_none_needs_one():
    table = table_of("id,trust,Comment,Comment,\n1,5,a,b,c\n")
    assert table.columns == [
        "id",
        "trust",
        "Comment (column 3)",
        "Comment (column 4)",
        "(no name, column 5)",
    ]


# The names of the columns


def test_titles_above_the_names_are_passed_over_in_text_and_in_a_workbook():
    rows = [["Residents survey", "", "", ""], ["", "", "", ""], ["About you", "", "Trust", ""],
            ["ID", "Area", "Trust in us", "Weight"], ["1", "North", "5", "0.5"],
            ["2", "South", "", "1"]]  # fmt: skip
    text = "\n".join(",".join(row) for row in rows)
    for table in (table_of(text), survey_table(workbook(Data=rows))):
        assert table.columns == ["ID", "Area", "Trust in us", "Weight"]
        assert cells(table, "Trust in us") == ["5", ""]
        assert "with names in row 4" in table.how
        assert table.frame.index.tolist() == [5, 6]


def test_a_fuller_row_of_group_headings_is_passed_over_too():
    rows = [["About you", "Where", "", "Trust", ""], ["ID", "Ward", "Area", "Trust in us", "W"],
            ["1", "A", "North", "5", "1"], ["2", "A", "South", "6", "1"]]  # fmt: skip
    assert survey_table(workbook(Data=rows)).columns == ["ID", "Ward", "Area", "Trust in us", "W"]


def test_a_first_person_who_answered_everything_is_no_row_of_names():
    text = "name,trust,comment\nAnn,a lot,fine\nBob,a little,\nCat,a lot,\nDan,a little,\n"
    assert table_of(text).columns == ["name", "trust", "comment"]


def test_the_row_of_names_can_be_told():
    text = "id,trust\nv1,v2\n1,5\n"
    assert table_of(text).columns == ["id", "trust"]
    assert table_of(text, names_row=2).columns == ["v1", "v2"]
    assert "there is no row 9" in refusal(text, names_row=9)


def test_a_file_without_names_is_refused_and_its_first_person_not_shown():
    said = refusal("Ann Evans,ann@example.org,5\nBob,bob@example.org,6\n")
    assert "should hold the names of the columns" in said
    assert "example" not in said
    assert "numbers or a person's answers" in refusal("5\n4\n3\n")


def test_names_that_cannot_be_told_apart_even_by_their_place_are_refused():
    said = refusal("trust,trust,trust (column 2),who\n1,2,3,Ann\n4,5,6,Bob\n")
    assert said.startswith("the names of the columns cannot be told apart ('trust (column 1)', ")


def test_a_blank_row_that_is_told_to_hold_the_names_is_refused():
    assert "the row of names is blank" in refusal("id,trust\n,\n1,5\n", names_row=2)


# One question in several columns


def monkey(
    *answers: tuple[int, str], heads: str = ",,", options: str = "Not at all,A little,A lot"
) -> str:
    rows = []
    for column, cell in answers:
        row = ["", "", ""]
        if column >= 0:
            row[column] = cell
        rows.append("1," + ",".join(row) + ",Other")
    return f"ID,Trust{heads},Area\n,{options},Response\n" + "\n".join(rows) + "\n"


@pytest.mark.parametrize("cell", ["as the option", "1", "X", "0"])
def test_the_answer_is_the_column_that_is_filled_whatever_stands_in_it(cell):
    options = ["Not at all", "A little", "A lot"]
    chosen = [0, 2, -1, 1]
    text = monkey(*((k, options[k] if cell == "as the option" else cell) for k in chosen))
    table = table_of(text)
    assert table.columns == ["ID", "Trust", "Area"]
    assert cells(table, "Trust") == ["Not at all", "A lot", "", "A little"]


def test_zeros_in_the_options_not_chosen_are_no_answers():
    text = "ID,Trust,,,Area\n,0,5,10,Response\n1,0,1,0,x\n2,1,0,0,x\n3,0,0,0,x\n"
    assert cells(table_of(text), "Trust") == ["5", "0", ""]


def test_a_question_with_several_answers_stays_in_its_columns():
    text = "ID,Used,,Trust\n,Bus,Train,Response\n1,Bus,Train,5\n2,Bus,,6\n"
    assert table_of(text).columns == ["ID", "Used: Bus", "Used: Train", "Trust"]


def test_questions_and_codes_below_the_names_are_no_people():
    text = 'Q1,Q2\n"How much, 0 to 10?",Area\n"{""ImportId"":""Q1""}","{""ImportId"":""Q2""}"\n5,North\n'
    table = table_of(text)
    assert cells(table, "Q1") == ["5"]
    assert table.questions == {"Q1": "How much, 0 to 10?", "Q2": "Area"}


def test_questions_below_the_names_are_no_person_even_without_codes():
    rows = [
        ["Q1", "Q2"],
        ["How far do you trust us? (0-10)", "Which area?"],
        ["5", "North"],
        ["6", "South"],
    ]
    for table in (
        table_of("\n".join(",".join(row) for row in rows)),
        survey_table(workbook(A=rows)),
    ):
        assert cells(table, "Q1") == ["5", "6"]
        assert table.questions["Q1"] == "How far do you trust us? (0-10)"
    person = [["trust", "area"], ["Refused", "North"], ["5", "North"], ["6", "South"]]
    assert cells(survey_table(workbook(A=person)), "trust") == ["Refused", "5", "6"]


# What is no survey


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf \n\n", "the file is empty"),
        (b"id,trust\n", "column names but no rows"),
        (b",,\n , ,\n", "the table is empty"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "this is a picture"),
        (b"\x89PNG\r\n\x1a\n", "this is a picture"),
        (b"%PDF-1.7", "this is a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old or a protected Excel file; save the survey as .xlsx"),
        (b"trust\n1\n\x00", "this is no file of text"),
        (b'id,trust\n1,"2\n3,4\n', "a quotation mark that is not closed"),
        (b"trust" + b",a" * 6_000 + b"\n", "6,001 columns and at most 5,000"),
    ],
)
def test_what_is_no_survey_is_refused_in_a_sentence(data, expected):
    said = refusal(data)
    assert expected in said
    assert len(said.splitlines()) == 1


def test_a_quotation_mark_that_swallows_rows_is_found_out():
    text = 'trust,why\n1,"so\n' + "5,ok\n" * 300 + '6,"fine"\n'
    assert "a quotation mark that is not closed" in refusal(text)


def test_a_file_above_64_mib_is_refused_before_it_is_read(tmp_path):
    assert LARGEST_FILE == 67_108_864
    file = tmp_path / "survey.csv"
    with file.open("wb") as handle:
        handle.truncate(64 * 1024 * 1024 + 1)
    with pytest.raises(InputError, match=r"64\.0 MiB and at most 64 MiB"):
        open_survey(file)


def test_a_workbook_that_unpacks_to_a_gigabyte_is_not_opened(monkeypatch):
    from coprod_sim.population.survey_files import workbooks  # noqa: PLC0415

    assert workbooks.MOST_UNPACKED == 1_073_741_824
    monkeypatch.setattr(workbooks, "MOST_UNPACKED", 1000)
    assert "MiB, more than is opened" in refusal(workbook(Data=[["trust"], [5]]))


def test_a_missing_file_is_named_with_its_nearest_neighbour(tmp_path):
    (tmp_path / "survey.sav").write_bytes(b"x")
    (tmp_path / "survy.png").write_bytes(b"x")
    for path, said in (
        (tmp_path, "this is a folder; give the name of a file inside it."),
        (tmp_path / "survy.sav", "there is no such file; did you mean 'survey.sav'?"),
        (tmp_path / "zzz", "there is no such file."),
        (tmp_path / "no" / "survey.sav", "there is no such file."),
    ):
        with pytest.raises(InputError) as caught:
            open_survey(path)
        assert str(caught.value) == said


@pytest.mark.parametrize(
    ("problem", "said"),
    [(OSError(13, "Permission denied"), "the file cannot be read: Permission denied."),
     (OSError(), "the file cannot be read: no reason.")],
)  # fmt: skip
def test_a_file_that_the_system_keeps_back_is_refused_with_its_reason(
    tmp_path, monkeypatch, problem, said
):
    def refuse(_path: Path, _how: str) -> None:
        raise problem

    (tmp_path / "survey.csv").write_text("a\n1\n")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError) as caught:
        open_survey(tmp_path / "survey.csv")
    assert str(caught.value) == said


def test_the_kinds_of_file_that_are_read_are_listed_once():
    assert opening.SUFFIXES[0] == "csv"
    assert {"xlsx", "sav", "dta", "tsv"} <= set(opening.SUFFIXES)


def test_a_grid_keeps_its_question_and_its_number_where_few_columns_have_a_name(tmp_path):
    """Two names over four columns: the row of options below is fuller than the row of names."""
    asked = "How much do you trust each of these?"
    rows = "".join(f"{k},{k % 11},{k % 3},{k % 5}\n" for k in range(1, 45))
    text = f"id,{asked},,\n,The council,The hospital,The police\n{rows}"
    names = [f"{asked}: {one}" for one in ("The council", "The hospital", "The police")]
    assert table_of(text).columns == ["id", *names]
    assert table_of(f"Staff survey 2026\n\n{text}").columns == ["id", *names]
    read = plain(tmp_path, text, trust=names[2], scale="0-4")
    assert (read.n_read, read.share_trusting) == (44, pytest.approx(18 / 44)), (
        "3 and 4 come 9 times each"
    )


def test_titles_and_headings_of_groups_above_the_names_are_no_questions():
    rows = "".join(f"{k},{k % 11},{k % 3},{k % 5}\n" for k in range(1, 45))
    for above in ("Staff survey,,,", "About you,,Trust,", ",,,Trust"):
        text = f"{above}\nid,trust in us,age,area\n{rows}"
        assert table_of(text).columns == ["id", "trust in us", "age", "area"]
