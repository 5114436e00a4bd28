"""The rows of a survey file: which sign parts the columns, which line is whose, and what is refused how."""

from pathlib import Path

import pandas as pd
import pytest

from coprod_sim.errors import InputError
from coprod_sim.population import csv_rows
from coprod_sim.population.csv_rows import SEPARATORS, SurveyRows, read_rows


def rows(folder: Path, data: str | bytes) -> SurveyRows:
    file = folder / "survey.csv"
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_rows(file)


def refusal(folder: Path, data: str | bytes) -> str:
    with pytest.raises(InputError) as caught:
        rows(folder, data)
    return str(caught.value)


def test_three_signs_may_part_the_columns():
    assert SEPARATORS == {",": "commas", ";": "semicolons", "\t": "tabs"}


def test_rows_are_text_with_the_lines_of_the_file(tmp_path):
    found = rows(tmp_path, 'a, b \n1 , x\n\n2,"y\nz"\n3,\n')
    assert found.columns == ["a", "b"]
    assert found.frame.index.tolist() == [2, 5, 6]
    assert found.texts("a").tolist() == ["1", "2", "3"]
    assert found.texts("b").tolist() == ["x", "y\nz", ""]
    assert (found.separator, found.decimal_comma) == (",", False)
    assert found.frame["a"].dtype == pd.Series(dtype="str").dtype


@pytest.mark.parametrize(
    ("text", "separator", "decimal_comma"),
    [
        ("a;b\n1;2\n", ";", True),
        ("a\tb\n1\t2\n", "\t", True),
        ("a\n1\n", ",", False),
        ("a,b;c\n1;2\n3;4\n", ";", True),  # more rows fit the semicolon
        ("a,b;c\n1,2;3\n1,2;3\n", ",", False),  # as many fit either: the first
        ("a,b,c;d\n1,2,3;4\n", ",", False),  # as many fit either: the wider
        ("a;b;c,d\n1;2;3,4\n", ";", True),
        ("a\n1,2\n", ";", True),  # a comma in a single column is none between columns
        ("\n\na;b\n1;2\n", ";", True),
        ('a,"b;c"\n1,2\n', ",", False),
    ],
)
def test_the_sign_is_the_one_that_gives_most_rows_the_width_of_the_names(
    tmp_path, text, separator, decimal_comma
):
    found = rows(tmp_path, text)
    assert (found.separator, found.decimal_comma) == (separator, decimal_comma)


def test_only_the_first_twenty_rows_choose_the_sign(tmp_path):
    text = "a,b;c\n" + "1;2\n" * 10 + "1,2\n" * 9
    assert "line 12 has 1 value" in refusal(tmp_path, text)  # 10 of 19 fit the semicolon
    assert "line 12 has 1 value" in refusal(tmp_path, text + "1,2\n" * 50)


def test_a_name_that_is_blank_is_called_by_its_place(tmp_path):
    assert rows(tmp_path, "a,, \n1,2,3\n").columns == [
        "a",
        "(no name, column 2)",
        "(no name, column 3)",
    ]


def test_rows_are_made_into_tables_some_thousand_cells_at_a_time(monkeypatch):
    monkeypatch.setattr(csv_rows, "CELLS_AT_A_TIME", 8)
    given = [(line, ["x", "y"]) for line in range(2, 11)]
    frames = list(csv_rows._frames(iter(given), ["a", "b"]))
    assert [len(frame) for frame in frames] == [0, 4, 4, 1]
    assert all(list(frame.columns) == ["a", "b"] for frame in frames)
    monkeypatch.setattr(csv_rows, "CELLS_AT_A_TIME", 1)
    assert [len(frame) for frame in csv_rows._frames(iter(given[:2]), ["a", "b"])] == [0, 1, 1]


def test_a_line_of_spaces_is_nobody_in_a_single_column(tmp_path):
    assert rows(tmp_path, "a\n1\n \n2\n").texts("a").tolist() == ["1", "2"]


def test_line_ends_inside_quotes_stay_as_they_are(tmp_path):
    assert rows(tmp_path, 'a,b\n"x\r\ny",1\n').texts("a").tolist() == ["x\r\ny"]


def test_many_rows_are_read_some_at_a_time_and_stay_in_order(tmp_path, monkeypatch):
    monkeypatch.setattr(csv_rows, "CELLS_AT_A_TIME", 4)
    found = rows(tmp_path, "a,b\n" + "".join(f"{k},x\n" for k in range(9)))
    assert found.texts("a").tolist() == [str(k) for k in range(9)]
    assert found.frame.index.tolist() == list(range(2, 11))
    monkeypatch.setattr(csv_rows, "CELLS_AT_A_TIME", 1)
    assert len(rows(tmp_path, "a,b\n1,2\n3,4\n").frame) == 2


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty; it must hold column names and then one row a person."),
        (b"a,b\n", "there are column names ('a', 'b') but no rows below them."),
        (b'""\n', "the first row is blank; it must hold the names of the columns."),
        (b" , \n1,2\n", "the first row is blank; it must hold the names of the columns."),
        (
            b"\xfe\xff\x00a",
            "the file is UTF-16, not UTF-8 text (byte 0xFE at position 0); save it again as 'CSV UTF-8'.",
        ),
        (
            b"\xff\xfea\x00",
            "the file is UTF-16, not UTF-8 text (byte 0xFF at position 0); save it again as 'CSV UTF-8'.",
        ),
        (
            b"a\n\n1\n\xe9\n",
            "the file is not UTF-8 text: byte 0xE9 at position 5 (line 4) is not allowed; save it again"
            " as 'CSV UTF-8'.",
        ),
        (
            b"a" * 1234 + b"\x80",
            "the file is not UTF-8 text: byte 0x80 at position 1,234 (line 1) is not allowed; save it"
            " again as 'CSV UTF-8'.",
        ),
        (
            b"a,b,a,b,c\n1,2,3,4,5\n",
            "every column needs its own name, but more than one is called 'a', 'b'; change the names in"
            " the first row.",
        ),
        (
            b"a,b\n1,2\n\n3\n",
            "line 4 has 1 value but there are 2 column names; the line starts with '3'.",
        ),
        (
            b"a,b\n1,2,3\n",
            "line 2 has 3 values but there are 2 column names; the line starts with '1'.",
        ),
        (
            b'a,b\n1,"2"x\n',
            "the row that ends at line 2 cannot be read (',' expected after '\"'); look for a quotation"
            " mark that is not closed, or a very long answer.",
        ),
        (
            b"," * 5000 + b"a\n",
            "there are 5,001 columns and at most 5,000 are allowed; keep only the columns you need.",
        ),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_a_sentence(tmp_path, data, said):
    assert refusal(tmp_path, data) == said


def test_an_answer_of_more_than_131072_signs_is_refused_with_its_line(tmp_path):
    assert refusal(tmp_path, "a\n" + "x" * 131_073 + "\n") == (
        "the row that ends at line 2 cannot be read (field larger than field limit (131072)); look for a"
        " quotation mark that is not closed, or a very long answer."
    )


@pytest.mark.parametrize(
    "start",
    [
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"GIF8",
        b"PK\x03\x04",
        b"%PDF",
        b"\x1f\x8b",
        b"\xd0\xcf",
        b"a\n\0",
    ],
)
def test_what_is_no_text_is_refused_for_what_it_may_be(tmp_path, start):
    assert refusal(tmp_path, start + b"abc") == (
        "this is not a text file but perhaps a photo, a workbook or a PDF; save the survey as"
        " 'CSV UTF-8' and give that file."
    )


def test_five_thousand_columns_are_allowed(tmp_path):
    names = ",".join(f"q{k}" for k in range(5000))
    assert len(rows(tmp_path, f"{names}\n{names}\n").columns) == 5000


def test_a_file_may_be_64_mib(tmp_path, monkeypatch):
    assert csv_rows.LARGEST_FILE == 67_108_864
    monkeypatch.setattr(csv_rows, "LARGEST_FILE", 8)
    assert len(rows(tmp_path, "a\n1\n2\n34").frame) == 3
    with pytest.raises(
        InputError, match=r"and at most 7.62939e-06 MiB is allowed; keep only the col"
    ):
        rows(tmp_path, "a\n1\n2\n345")
    assert refusal(tmp_path, "a" * 3 * 2**20).startswith("the file is 3.0 MiB and at most ")


def test_a_file_that_is_not_there_is_refused_with_its_nearest_neighbour(tmp_path):
    (tmp_path / "survey.tsv").write_text("a\n1\n")
    (tmp_path / "survy.txt").write_text("a\n1\n")
    for path, said in (
        (tmp_path, "this is a folder; give the name of a file inside it."),
        (tmp_path / "survy.tsv", "there is no such file; did you mean 'survey.tsv'?"),
        (tmp_path / "zzz", "there is no such file."),
        (tmp_path / "no" / "survey.tsv", "there is no such file."),
    ):
        with pytest.raises(InputError) as caught:
            read_rows(path)
        assert str(caught.value) == said


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (OSError(13, "Permission denied"), "the file cannot be read: Permission denied."),
        (OSError(), "the file cannot be read: no reason."),
    ],
)
def test_a_file_that_the_system_keeps_back_is_refused_with_its_reason(
    tmp_path, monkeypatch, problem, said
):
    def refuse(_path: Path) -> bytes:
        raise problem

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert refusal(tmp_path, "a\n1\n") == said
