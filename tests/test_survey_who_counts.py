"""Only people count in a survey, none can be picked out of its totals, and doubtful weights are told."""

import io
import zipfile

import numpy as np
import pandas as pd
import pytest
from survey_stage import PLAIN, column, plain, refusal, said, survey, workbook

from coprod_sim.errors import InputError
from coprod_sim.population.fair_counting import (
    FEW_ANSWERS,
    LEAST_GROUP,
    people_behind,
    totals_by_weight,
)
from coprod_sim.population.reading import build_reading
from coprod_sim.population.survey import SurveyPopulation, population_from, survey_table

TRUST = [k % 11 for k in range(300)]
SHARE = 135 / 300
"""Those who trust: 6, 7, 8, 9 and 10 come 27 times each."""


def people(*more: tuple[int, str], weight: float = 1.0) -> str:
    """Write 300 people with a number and a weight, and further rows above the row so many people down."""
    rows = [f"{100 + k},{trust},{weight}" for k, trust in enumerate(TRUST)]
    for place, row in sorted(more, reverse=True):
        rows.insert(place, row)
    return "\n".join(["id,trust,weight", *rows, ""])


def weighted(folder, text: str) -> SurveyPopulation:
    return plain(folder, text, weight="weight")


# Totals


@pytest.mark.parametrize("place", [0, 150, 300])
@pytest.mark.parametrize("label", ["", "All", "Total", "Subtotal North", "Base", "N"])
def test_a_row_of_totals_is_no_person_wherever_it_stands(tmp_path, place, label):
    read = weighted(tmp_path, people((place, f"{label},5,300")))
    assert (read.n_used, read.share_trusting) == (300, pytest.approx(SHARE))
    row = place + 2
    assert f"({row})" in said(read) or f"from row {row} on" in said(read)


def test_a_row_of_totals_is_told_with_its_row_and_the_reason(tmp_path):
    assert "without 1 row (302), empty in column 'id', which every person fills." in said(
        weighted(tmp_path, people((300, ",5,300")))
    )
    assert "without 1 row (152), called 'Subtotal North' as a row of totals is." in said(
        weighted(tmp_path, people((150, "Subtotal North,5,150")))
    )


def test_in_a_workbook_it_is_no_person_either():
    rows = [[1000 + k, trust, 1] for k, trust in enumerate(TRUST)]
    data = workbook(A=[["ID", "trust", "Weight"], *rows, [None, 5, 300]])
    told = build_reading(PLAIN | {"weight": "Weight"})
    read = population_from(survey_table(data), told, "d2.xlsx")
    assert (read.n_used, read.share_trusting) == (300, pytest.approx(SHARE))


@pytest.mark.parametrize("place", [0, 150, 300])
def test_a_weight_as_large_as_all_others_is_a_total_whatever_else_the_row_says(tmp_path, place):
    read = weighted(tmp_path, people((place, "999,5,300.0")))
    assert (read.n_used, read.share_trusting) == (300, pytest.approx(SHARE))
    assert (
        f"Dropped 1 row: a weight that is the sum of others, as a row of totals has (row {place + 2})."
        in read.notes
    )


def test_subtotals_that_only_their_weights_give_away_are_no_people(tmp_path):
    text = people((100, "901,5,100"), (200, "902,5,100"), (300, "903,5,100"), (300, "904,5,300"))
    read = weighted(tmp_path, text)
    assert (read.n_used, read.share_trusting) == (300, pytest.approx(SHARE))
    assert "has (row 102, 203, 304, 305)" in said(read)


def test_unequal_weights_of_people_are_no_totals():
    assert not totals_by_weight(np.array([1.0, 2, 1, 3, 2, 1, 1, 4, 6, 25, 1, 2])).any()
    assert not totals_by_weight(np.array([1.0, 1, 1, 3])).any(), "too few rows to tell"
    assert not totals_by_weight(np.full(12, np.nan)).any()


def test_many_people_without_a_number_are_people(tmp_path):
    rows = "".join(f"{k if k % 3 else ''},{k % 11}\n" for k in range(1, 301))
    assert plain(tmp_path, f"id,trust\n{rows}").n_used == 300


def test_many_rows_of_totals_are_counted_and_the_first_are_named(tmp_path):
    rows = [(k * 40, f"Total area {k},5,40") for k in range(1, 8)]
    assert "without 7 rows (42, 83, 124, 165, 206 and 2 more), called 'Total area 1'" in said(
        weighted(tmp_path, people(*rows))
    )
    heavy = [(k * 40, f"{900 + k},5,40") for k in range(1, 8)]
    assert "(row 42, 83, 124, 165, 206 and 2 more)" in said(weighted(tmp_path, people(*heavy)))


# Nobody can be picked out


def grouped(less: int, more: int, weights: tuple[str, str] = ("1", "1")) -> str:
    rows = [f"3,few,{weights[0]}"] * less + [f"{k % 11},many,{weights[1]}" for k in range(more)]
    return "\n".join(["trust,g,w", *rows, ""])


@pytest.mark.parametrize(("less", "more"), [(1, 299), (9, 300), (300, 1), (120, 9)])
def test_a_group_of_few_is_not_kept_and_neither_is_what_is_left_of_all(tmp_path, less, more):
    read = plain(tmp_path, grouped(less, more), group="g", less_heard="few")
    assert (read.less_heard, read.well_connected, read.share_less_heard) == (None, None, None)
    smaller = "less-heard" if less < more else "well-connected"
    assert (
        f"No groups are kept, as the {smaller} group has fewer than 10 people, or weights as if it had, so"
        " that their answers could be read off the totals: everybody's trust is taken for both groups, and"
        " the case says how many are less heard." in read.notes
    )
    assert read.n_used == less + more


def test_a_group_of_ten_is_kept(tmp_path):
    read = plain(tmp_path, grouped(10, 290), group="g", less_heard="few")
    assert LEAST_GROUP == 10
    assert read.less_heard == (0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0)
    assert read.share_less_heard == pytest.approx(10 / 300)


def test_a_group_in_which_one_weighs_nearly_all_is_a_group_of_few(tmp_path):
    text = grouped(30, 270) + "8,few,100\n"
    assert (
        plain(tmp_path, text, group="g", less_heard="few", unweighted=True).less_heard is not None
    )
    assert plain(tmp_path, text, group="g", less_heard="few", weight="w").less_heard is None


def test_a_survey_of_few_is_refused_as_a_group_of_few_is(tmp_path):
    """Written apart from the rule: nine answers, ten, and ten of which one weighs as much as nine."""
    nine = column(*[3] * 9)
    assert refusal(tmp_path, nine, **PLAIN) == (
        "survey.csv: only 9 answers can be used; at least 10 are needed, so that nobody's own answer can be"
        " read off the shares, and as fewer say nothing of a public."
    )
    assert plain(tmp_path, nine + "4\n").n_used == 10
    assert "only 9 answers can be used; at least 10" in refusal(tmp_path, nine + "NA\n", **PLAIN)
    assert "Dropped 1 row: an answer that means none ('NA')." in refusal(
        tmp_path, nine + "NA\n", **PLAIN
    )


def test_a_survey_in_which_one_weighs_nearly_all_is_refused_too(tmp_path):
    text = "trust,w\n" + "3,1\n" * 60 + "8,20\n"
    assert plain(tmp_path, text, unweighted=True).n_used == 61
    assert plain(tmp_path, text, weight="w").n_behind == 13, "80 squared, over 60 and 20 squared"
    assert (
        "only 62 answers can be used, and by their weights they tell no more than 5 that weigh the same;"
        " at least 10 are needed"
    ) in refusal(tmp_path, text + "9,55\n", weight="w", **PLAIN)


def test_people_behind_weights_are_counted_as_kish_counts_them():
    assert people_behind(np.ones(7)) == 7
    assert people_behind(np.array([1.0, 1, 0, 0])) == 2
    assert people_behind(np.array([3.0, 1])) == 1  # 16 / 10
    assert people_behind(np.zeros(3)) == 0


def test_no_answer_in_somebodys_own_words_is_counted_and_not_printed(tmp_path):
    rows = [*range(11)] * 3 + ["Don't know", "refused, ask my son Peter Smith", "99", "no answer"]
    read = plain(tmp_path, column(*(f'"{row}"' for row in rows)), missing="99")
    assert (
        "Dropped 4 rows: an answer that means none ('99', \"Don't know\", 'no answer' and 1 text of fewer"
        " than 10 people)."
    ) in read.notes
    assert "Peter" not in said(read)


# Weights that are none


def test_the_numbers_of_rows_are_no_weights(tmp_path):
    text = "id,trust\n" + "".join(f"{k},{k % 11}\n" for k in range(1, 301))
    assert refusal(tmp_path, text, weight="id", **PLAIN) == (
        "survey.csv: column 'id' numbers the rows from 1 to 300, so it holds no weights; choose another, or"
        " none."
    )


def test_a_column_that_does_not_call_itself_weights_is_doubted(tmp_path):
    text = "age,trust\n" + "".join(f"{18 + k % 60},{k % 11}\n" for k in range(300))
    assert (
        "Check this: neither the name of column 'age' nor its label says that it holds weights."
        in said(plain(tmp_path, text, weight="age"))
    )
    assert "Check this" not in said(weighted(tmp_path, people()))


def test_a_few_who_weigh_nearly_all_are_told(tmp_path):
    read = weighted(tmp_path, people((0, "900,9,110"), (0, "901,9,110.5")))
    notes = said(read)
    assert (
        "the weights are so unequal that 302 answers tell no more than 11 that weigh the same"
        in notes
    )
    assert "the largest weighs 21 in 100 of all." in notes
    assert "The survey tells no more than equal weights would on 11 answers" in notes
    assert FEW_ANSWERS == 100


# What is no survey


@pytest.mark.parametrize("name", ["n", "Percent", "Anzahl", "count"])
def test_a_table_of_counts_is_not_read_as_people(tmp_path, name):
    text = f"trust,{name}\n" + "".join(f"{k},{35 + k}\n" for k in range(11))
    for more in ({}, {"weight": name}):
        assert refusal(tmp_path, text, **PLAIN, **more) == (
            "survey.csv: this looks like a table of counts: each answer in column 'trust' stands there"
            f" once, beside '{name}'. Give the file with one row for each person."
        )


def test_few_people_with_different_answers_are_people(tmp_path):
    rows = "".join(f"{k},{30 + k}\n" for k in range(10))
    assert plain(tmp_path, f"trust,age\n{rows}").n_used == 10
    assert plain(tmp_path, f"trust,n\n{rows}9,50\n").n_used == 11


@pytest.mark.parametrize(
    "start",
    [b"<html><body><table>", b"<!DOCTYPE html>", b"\xef\xbb\xbf <table>", b"<?xml version='1.0'?>"],
)
def test_a_page_of_the_web_with_the_name_of_a_workbook_is_said_to_be_one(start):
    with pytest.raises(InputError, match=r"^this is a page of the web"):
        survey_table(start + b"<tr><td>trust</td></tr>")


def test_a_packed_folder_is_said_to_be_one_and_a_workbook_is_read():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("ours.csv", "trust\n5\n")
    with pytest.raises(InputError, match=r"^this is a packed folder \(.zip\); take the survey out"):
        survey_table(out.getvalue())
    assert len(survey_table(workbook(A=[["id", "trust"], [1, 5], [2, 6]])).frame) == 2
    with pytest.raises(InputError, match="no Excel workbook"):
        survey_table(b"PK\x03\x04 and nothing more")


# One column an option


def options(*ticks: tuple[int, ...]) -> str:
    names = ["0 - No trust at all", "1", "2", "3", "4", "5 - Complete trust"]
    head = f"Respondent,How much do you trust us?{',' * 5}\n,{','.join(names)}\n"
    rows = [
        [str(k), *(name if c in row else "" for c, name in enumerate(names))]
        for k, row in enumerate(ticks)
    ]
    return head + "".join(",".join(row) + "\n" for row in rows)


def test_who_ticked_two_options_is_left_out_with_the_reason_and_the_others_are_read(tmp_path):
    read = survey(tmp_path, options(*[(k % 6,) for k in range(60)], (1, 4)))
    assert (read.n_read, read.n_used, read.share_trusting) == (61, 60, 0.5)
    assert (
        "Dropped 1 row: an answer that means none ('(more than one answer ticked)')." in read.notes
    )


def test_a_question_with_several_answers_stays_several_columns():
    table = survey_table(options(*[(k % 6, (k + 1) % 6) for k in range(60)]).encode())
    assert len(table.columns) == 7
    assert isinstance(table.frame, pd.DataFrame)


def test_a_scale_that_nobody_used_above_its_middle_stays_doubted(tmp_path):
    assert "Check this: nobody answered in the upper half" in said(
        plain(tmp_path, column(*[1, 2] * 5))
    )
