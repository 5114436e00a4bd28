"""A council brings its own survey: what is read, what is dropped, and what is refused and how."""

import time

import numpy as np
import pandas as pd
import pytest
from survey_stage import STREET, column, refusal, said, survey

from coprod_sim.errors import InputError
from coprod_sim.population.answer_scales import SCALES
from coprod_sim.population.survey import ColumnMapping, read_survey

# Reading the file


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_the_same_survey_is_read_from_every_kind_of_csv(tmp_path, separator, mark, line_end):
    rows = [["id", "trust in the council"], ["1", "0"], ["2", "10"], ["3", "10"], ["4", "7"]]
    text = mark + line_end.join(separator.join(row) for row in rows)
    read = survey(tmp_path, text)
    assert read.table == (0.25, 0, 0, 0, 0, 0, 0, 0.25, 0, 0, 0.5)
    assert (read.n_read, read.n_used, read.name) == (4, 4, "survey")


def test_commas_inside_a_question_do_not_hide_the_semicolons_between_columns(tmp_path):
    read = survey(tmp_path, "id;trust, 0 to 10, in the council\n1;3,5\n2;10\n3;0\n")
    assert "parted by semicolons" in said(read)
    assert read.table[3] == pytest.approx(1 / 6)


def test_quoted_answers_may_hold_commas_and_line_ends(tmp_path):
    read = survey(tmp_path, 'comment,trust\n"good, or\nbad",10\n"so ""so""",0\n')
    assert read.n_used == 2


def test_empty_lines_are_no_people_but_empty_rows_are(tmp_path):
    read = survey(tmp_path, "id,trust\n\n1,10\n,\n2,0\n\n")
    assert (read.n_read, read.n_used) == (3, 2)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf \n\n", "the file is empty"),
        (b"id,trust\n", "column names ('id', 'trust') but no rows"),
        (b",,\n1,2,3\n", "the first row is blank"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "photo"),
        (b"\x89PNG\r\n\x1a\n", "photo"),
        (b"PK\x03\x04workbook", "workbook"),
        (b"trust\n1\n\x00", "not a text file"),
        (b"\xff\xfet\x00r\x00", "UTF-16"),
        (b"trust\n5\nna\xefve\n", "byte 0xEF at position 10 (line 3)"),
        (b"trust,id,trust\n1,2,3\n", "more than one is called 'trust'"),
        (b"id,trust\n1,2\n3\n", "line 3 has 1 value but there are 2 column names"),
        (b"id,trust\n1,2\n3,4,5\n", "line 3 has 3 values but there are 2 column names"),
        (b'id,trust\n1,"2\n3,4\n', "a quotation mark that is not closed"),
        (b"trust\n" + b"9" * 200_000 + b"\n", "a very long answer"),
        (b"trust" + b",a" * 6_000 + b"\n", "6,001 columns and at most 5,000"),
        (b"5\n4\n3\n", "the first row holds only numbers ('5')"),
    ],
)
def test_a_file_that_is_no_survey_is_refused_in_a_sentence(tmp_path, data, expected):
    assert expected in refusal(tmp_path, data)


def test_a_file_above_64_mib_is_refused_before_it_is_read(tmp_path):
    file = tmp_path / "survey.csv"
    with file.open("wb") as handle:
        handle.truncate(64 * 1024 * 1024 + 1)
    with pytest.raises(InputError, match=r"64\.0 MiB and at most 64 MiB"):
        read_survey(file)


def test_a_missing_file_is_named_with_its_nearest_neighbour(tmp_path):
    survey(tmp_path, column(0, 10))
    with pytest.raises(InputError, match=r"^survy\.csv: .* did you mean 'survey\.csv'\?"):
        read_survey(tmp_path / "survy.csv")
    with pytest.raises(InputError, match="this is a folder"):
        read_survey(tmp_path)


def test_what_the_user_wrote_is_quoted_short_and_on_one_line(tmp_path):
    message = refusal(tmp_path, '"a\nb' + "x" * 300 + '","c\x1bd"\n1,2\n')
    assert "'a\\nbxxx" in message
    assert "'c\\x1bd'" in message
    assert "x" * 61 not in message


@pytest.mark.slow
def test_a_hundred_thousand_people_are_read_in_seconds(tmp_path):
    dice = np.random.default_rng(7)
    people = pd.DataFrame({f"q{k}": dice.integers(0, 11, 100_000) for k in range(8)})
    people["trust"] = dice.integers(0, 11, 100_000)
    people["area"] = dice.choice(["north", "south"], 100_000)
    people.to_csv(tmp_path / "survey.csv", index=False)
    start = time.perf_counter()
    read = read_survey(tmp_path / "survey.csv", ColumnMapping(group="area", less_heard=("north",)))
    assert read.n_used == 100_000
    assert time.perf_counter() - start < 5


# Finding the column of trust


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("age,Trust_in_Council", "contains 'trust'"),
        ("age,How CONFIDENT are you?", "contains 'confiden'"),
        ("age,trstplc", "contains 'trst'"),
        ("name of street,q7", "only column of numbers"),
    ],
)
def test_the_column_of_trust_is_found_and_the_reason_said(tmp_path, header, reason):
    first = "High St" if "street" in header else "41"
    read = survey(tmp_path, f"{header}\n{first},10\n{first},0\n")
    assert reason in said(read)
    assert read.table[10] == 0.5


def test_a_comment_about_trust_does_not_stand_in_the_way_of_the_numbers(tmp_path):
    read = survey(tmp_path, "trust_comment,trust_score\nnever again,0\nfine by me,10\n")
    assert "'trust_score'" in said(read)


@pytest.mark.parametrize(
    "text", ["trust_mayor,trust_police\n1,2\n", "age,q7\n41,5\n", "name,street\nAnn,High St\n"]
)
def test_when_the_column_is_not_clear_the_columns_are_listed(tmp_path, text):
    message = refusal(tmp_path, text)
    for name in text.split("\n", maxsplit=1)[0].split(","):
        assert repr(name) in message
    assert "--trust" in message


@pytest.mark.parametrize("key", ["trust", "group", "weight"])
def test_a_misspelt_column_gets_the_nearest_name_and_the_list(tmp_path, key):
    message = refusal(tmp_path, "opinion,tenure,size\n5,a,1\n", **{key: "opinon"})
    assert f"for {key}; did you mean 'opinion'?" in message
    assert "'opinion', 'tenure', 'size'" in message
    assert f"--{key}" in message


def test_one_column_cannot_be_trust_and_weight(tmp_path):
    assert "both trust and weight" in refusal(tmp_path, column(1), trust="trust", weight="trust")


def test_distrust_is_not_taken_for_trust_unawares(tmp_path):
    assert "'trust'" in said(survey(tmp_path, "distrust,trust\n1,2\n"))
    named = survey(tmp_path, column(0, 10, name="distrust"), trust="distrust")
    assert "suggests that higher means less trust" in said(named)


def test_forgotten_weights_are_pointed_out(tmp_path):
    assert "'pspwght' may hold weights" in said(survey(tmp_path, "trust,pspwght\n0,1\n10,2\n"))


# Scales


@pytest.mark.parametrize(
    ("answers", "scale"),
    [
        ([0, 1, 1], "0-1"),
        ([0.25, 0.9], "0-1"),
        ([1, 2, 5], "1-5"),
        ([1, 7, 4], "1-7"),
        ([0, 3, 5], "0-10"),
        ([1, 10], "0-10"),
        ([0, 50, 100], "0-100"),
        ([80, 90, 95], "0-100"),
        ([1, 2, 5, 77, 99, -1], "1-5"),
        ([0, 4, 10] * 10 + [55], "0-10"),
    ],
)
def test_the_scale_is_guessed_and_the_guess_is_said(tmp_path, answers, scale):
    words = said(survey(tmp_path, column(*answers)))
    assert f"The scale was guessed as {scale}, because the answers run from" in words
    assert "--scale" in words


def test_a_guess_that_could_be_wrong_says_which_other_scales_fit(tmp_path):
    words = said(survey(tmp_path, column(1, 2, 5)))
    assert "could also come from a 1-7 or 0-10 question" in words


def test_a_scale_that_is_given_is_used(tmp_path):
    read = survey(tmp_path, column(1, 2, 5), scale="0 to 10")
    assert [step for step, share in enumerate(read.table) if share] == [1, 2, 5]
    assert "as given" in said(read)


def test_an_answer_of_five_points_is_spread_by_overlap(tmp_path):
    lowest = survey(tmp_path, column(1), scale="1-5").table
    assert lowest[:4] == pytest.approx((5 / 11, 5 / 11, 1 / 11, 0))
    middle = survey(tmp_path, column(3), scale="1-5").table
    assert middle == pytest.approx(middle[::-1])
    everyone = survey(tmp_path, column(1, 2, 3, 4, 5), scale="1-5").table
    assert everyone == pytest.approx([1 / 11] * 11)


@pytest.mark.parametrize(
    ("scale", "answer", "step"),
    [("0-1", 0, 0), ("0-1", 1, 10), ("0-1", 0.5, 5), ("0-100", 9, 0), ("0-100", 9.1, 1),
     ("0-100", 100, 10)],
)  # fmt: skip
def test_an_answer_on_a_line_falls_into_one_step(tmp_path, scale, answer, step):
    assert survey(tmp_path, column(answer), scale=scale).table[step] == 1


def test_a_few_answers_outside_the_scale_are_dropped_and_counted(tmp_path):
    read = survey(tmp_path, column(*[1, 2, 3, 4, 5] * 4, 6, 6), scale="1-5")
    assert (read.n_read, read.n_used) == (22, 20)
    assert "Dropped 2 rows: outside the scale 1-5, such as '6'." in read.notes


def test_too_many_answers_outside_a_given_scale_are_an_error(tmp_path):
    message = refusal(tmp_path, column(1, 2, 3, 9, 9), scale="1-5")
    assert "2 of 5 answers about trust lie outside the scale 1-5, such as '9'" in message


def test_an_unknown_scale_is_refused_with_the_list_of_scales(tmp_path):
    message = refusal(tmp_path, column(1), scale="1-6")
    for scale in SCALES:
        assert repr(scale) in message


def test_words_instead_of_numbers_are_refused_with_examples(tmp_path):
    message = refusal(tmp_path, column("agree", "agree", "never", 5))
    assert "3 answers that are not a number, such as 'agree', 'never'" in message


# Missing answers


@pytest.mark.parametrize(
    "missing",
    ["", " ", "NA", "n/a", "Don't know", "don\u2019t know / can't say", "Refused", "77", "88.0",
     "99", "777", "888", "999", "-1", "-9", "Prefer not to say"],
)  # fmt: skip
def test_missing_answers_are_dropped_and_counted(tmp_path, missing):
    read = survey(tmp_path, f"id,trust\n1,0\n2,{missing}\n3,10\n")
    assert (read.n_read, read.n_used) == (3, 2)
    assert read.table[0] == read.table[10] == 0.5
    assert any(note.startswith("Dropped 1 row: ") for note in read.notes)


def test_on_0_to_100_the_codes_are_answers_and_this_is_said(tmp_path):
    read = survey(tmp_path, column(10, 50, 60, 77, 88, 99, 999))
    assert read.n_used == 6
    assert "answers such as 77, 88, 99 are read as real (3 rows)" in said(read)
    named = survey(tmp_path, column(10, 50, 60, 77, 88, 99), missing="77,88,99", scale="0-100")
    assert named.n_used == 3


def test_the_users_own_list_replaces_the_usual_codes(tmp_path):
    read = survey(tmp_path, column(*[1, 2, 3, 4, 5] * 4, 0, 0, "n.b.", 99), missing=[0, "n.b."])
    assert "Dropped 2 rows: a missing code (0) instead of an answer." in read.notes
    assert "Dropped 1 row: outside the scale 1-5, such as '99'." in read.notes
    assert read.n_used == 20


@pytest.mark.parametrize("answers", [("NA", ""), (77, 99)])
def test_nothing_but_missing_answers_is_an_error(tmp_path, answers):
    assert "trust" in refusal(tmp_path, column(*answers))


# Weights


def test_weights_tell_how_much_each_person_counts(tmp_path):
    read = survey(tmp_path, "trust,w\n0,3\n10,1\n", weight="w")
    assert (read.table[0], read.table[10]) == (0.75, 0.25)


def test_people_without_a_weight_are_dropped_and_counted(tmp_path):
    read = survey(tmp_path, "trust,w\n0,3\n10,\n10,NA\n10,0\n", weight="w")
    assert (read.n_read, read.n_used) == (4, 2)
    assert "Dropped 2 rows: no weight in column 'w'." in read.notes
    assert read.table[0] == 1


@pytest.mark.parametrize("weight", ["-1", "1e999", "much", "inf"])
def test_a_weight_that_is_no_weight_is_named_with_its_line(tmp_path, weight):
    message = refusal(tmp_path, f"trust,w\n0,3\n\n10,{weight}\n", weight="w")
    assert f"column 'w' of --weight holds '{weight}' at line 4" in message


@pytest.mark.parametrize("weights", [("0", "0"), ("", "NA"), ("0", "")])
def test_weights_without_any_weight_are_refused(tmp_path, weights):
    message = refusal(tmp_path, f"trust,w\n0,{weights[0]}\n10,{weights[1]}\n", weight="w")
    assert "no weight above 0" in message


def test_weights_as_large_as_numbers_go_do_no_harm(tmp_path):
    read = survey(tmp_path, "trust,w\n0,1e308\n10,1e308\n5,1e-320\n", weight="w")
    assert sum(read.table) == pytest.approx(1)


def test_shares_never_pass_1_however_the_weights_round(tmp_path):
    rows = "0,a,254116\n" * 2 + "0,a,0.5\n0,b,8.463762744872487e-11\n0,a,0\n"
    for times in range(1, 9):
        text = "trust,g,w\n" + rows * times
        read = survey(tmp_path, text, group="g", less_heard="a", weight="w")
        assert read.share_less_heard <= 1
        assert max(read.table) <= 1


# Groups


def test_two_groups_get_a_table_each_and_a_share(tmp_path):
    read = survey(tmp_path, STREET, group="tenure", less_heard=["renter"], weight="w")
    assert read.share_less_heard == pytest.approx(2 / 6)
    assert read.less_heard is not None
    assert read.well_connected is not None
    assert (read.less_heard[0], read.less_heard[2]) == (0.5, 0.5)
    assert (read.well_connected[8], read.well_connected[10]) == (0.25, 0.75)
    assert "Dropped 1 row: no answer in column 'tenure'" in said(read)


def test_everybody_is_the_two_groups_put_together(tmp_path):
    read = survey(tmp_path, STREET, group="tenure", less_heard=["renter", "guest"])
    share = read.share_less_heard
    mixed = share * np.array(read.less_heard) + (1 - share) * np.array(read.well_connected)
    assert read.table == pytest.approx(mixed)


def test_without_groups_the_share_is_an_assumption_and_is_said(tmp_path):
    read = survey(tmp_path, STREET)
    assert (read.share_less_heard, read.less_heard, read.well_connected) == (0.30, None, None)
    assert "Assumed: 30% of people are less heard" in said(read)


def test_an_answer_that_means_no_answer_may_be_named_as_a_group(tmp_path):
    read = survey(tmp_path, "trust,job\n0,unknown\n10,clerk\n", group="job", less_heard=["unknown"])
    assert read.n_used == 2


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"group": "tenure"}, "holds the values 'guest', 'owner', 'renter'; name those"),
        ({"group": "tenure", "less_heard": "rentr"}, "did you mean 'renter'?"),
        ({"less_heard": ["renter"]}, "name it with --group"),
        ({"group": "tenure", "less_heard": ["guest"]}, "the less-heard group has nobody in it"),
        (
            {"group": "tenure", "less_heard": ["renter", "owner"]},
            "the well-connected group has nobody in it",
        ),
    ],
)
def test_groups_that_cannot_be_told_apart_are_refused(tmp_path, options, expected):
    assert expected in refusal(tmp_path, STREET, **options)
