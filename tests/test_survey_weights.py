"""Weights and shares of a survey are checked, and a table in memory is read as its file would be."""

import pandas as pd
import pytest
from survey_stage import PLAIN, column, plain
from test_survey_notes import NAN, problem, rows

from coprod_sim.population.reading import Reading, build_reading
from coprod_sim.population.survey import (
    SurveyTable,
    population_from,
    survey_table,
)
from coprod_sim.population.survey_groups import read_groups, read_weights
from coprod_sim.population.survey_population import SurveyPopulation

pytestmark = pytest.mark.usefixtures("few_are_enough")


def test_weights_are_divided_by_the_largest():
    found = read_weights(rows(q=["1"] * 4, w=["2", "4", "", "0,5"]), "w")
    assert found.tolist() == pytest.approx([0.5, 1.0, NAN, 0.125], nan_ok=True)
    assert read_weights(rows(q=["1"] * 2), None).tolist() == [1.0, 1.0]


@pytest.mark.parametrize(
    ("weight", "told"), [("-0.1", "-0.1"), ("Ann Evans", "a text"), ("1e999", "inf")]
)
def test_a_weight_that_is_none_is_refused_with_its_row_and_no_text_is_shown(weight, told):
    said = problem(read_weights, rows(q=["1"] * 3, w=["1", weight, "y"]), "w")
    assert said == (
        f"column 'w' of weights holds {told} in row 3; a weight must be a number from 0 up."
    )


@pytest.mark.parametrize("weights", [["0", "0"], ["", ""]])
def test_weights_that_are_all_nothing_are_refused(weights):
    said = problem(read_weights, rows(q=["1"] * 2, w=weights), "w")
    assert said == "column 'w' of weights has no weight above 0."


@pytest.mark.parametrize(
    ("values", "refused"),
    [
        ([str(k) for k in range(26)] * 2, True),  # more than 25
        ([str(k) for k in range(25)] * 2, False),
        (["a", "b", "c", "d", "e", "f", "f", "e"], True),  # most stand for one person
        (["a", "b", "c", "d", "e"], False),
        (["a", "a", "a@b.org", "a@b.org"], True),
    ],
    ids=["many", "just not too many", "mostly single", "few", "e-mails"],
)
def test_a_column_that_tells_people_apart_and_not_groups_is_refused(values, refused):
    table = rows(q=["1"] * len(values), g=values)
    reading = Reading(group="g", less_heard=(values[0],))
    if refused:
        assert "does not tell groups apart" in problem(read_groups, table, reading)
    else:
        assert read_groups(table, reading) is not None


def test_a_group_goes_by_the_words_for_its_value_where_the_file_has_them():
    table = SurveyTable(
        pd.DataFrame({"g": [1.0, 1.0, 2.0, 3.0, 3.0] * 5}),
        labels={"g": {"1": "Owner", "2": "Renter", "3": "Refused"}},
    )
    for name in ("renter", "2"):
        found = read_groups(table, Reading(group="g", less_heard=(name,)))
        assert found is not None
        assert found.less_heard.tolist() == [False, False, True, False, False] * 5
        assert found.unknown.tolist() == [False, False, False, True, True] * 5
        assert "every other value means well-connected ('Owner')" in found.note


# The population that is kept

TENTH = (0.1,) * 9 + (0.05, 0.05)


@pytest.mark.parametrize(
    ("last", "taken"), [(0.0509, True), (0.0511, False), (0.0491, True), (0.0489, False)]
)
def test_shares_may_be_a_thousandth_off_and_are_then_made_whole(last, taken):
    shares = (*TENTH[:-1], last)
    if taken:
        made = SurveyPopulation(name="x", table=shares, n_read=2, n_used=1)
        assert made.table == pytest.approx([share / sum(shares) for share in shares])
        assert sum(made.table) == pytest.approx(1, abs=1e-12)
    else:
        with pytest.raises(ValueError, match="the shares must sum to 1, but they sum to"):
            SurveyPopulation(name="x", table=shares, n_read=2, n_used=1)


def test_a_population_needs_both_groups_or_neither_and_no_more_used_than_read():
    plain = {"name": "x", "table": TENTH, "n_read": 2, "n_used": 2}
    made = SurveyPopulation.model_validate(plain)
    assert (made.share_less_heard, made.less_heard, made.notes) == (None, None, ())
    assert made.table == TENTH
    assert repr(made).startswith("SurveyPopulation 'x': 2 of 2 people used")
    for wrong, said in (
        ({"less_heard": TENTH}, "less_heard and well_connected must both be given, or neither"),
        ({"well_connected": TENTH}, "less_heard and well_connected must both be given, or neither"),
        ({"n_used": 3}, r"n_used \(3\) is more than n_read \(2\)"),
        ({"n_used": 0}, "greater than or equal to 1"),
        ({"n_read": 10**9 + 1}, "less than or equal to 1000000000"),
        ({"share_less_heard": 1.1}, "less than or equal to 1"),
        ({"share_less_heard": -0.1}, "greater than or equal to 0"),
        ({"table": TENTH[1:]}, "at least 11 items"),
        ({"table": (*TENTH, 0.0)}, "at most 11 items"),
        ({"name": ""}, "at least 1 character"),
        ({"name": "x" * 101}, "at most 100 characters"),
        ({"more": 1}, "Extra inputs are not permitted"),
    ):
        with pytest.raises(ValueError, match=said):
            SurveyPopulation.model_validate(plain | wrong)
    with pytest.raises(ValueError, match="stays as it is"):
        made.n_used = 1


# What a page hands on: values, with no file behind them


def from_memory(text: str, **options: object) -> SurveyPopulation:
    reading = build_reading(PLAIN | options)
    return population_from(survey_table(text.encode(), reading), reading, "our_town.csv")


def test_a_survey_in_memory_is_read_as_its_file_would_be(tmp_path):
    read = plain(tmp_path, column(0, 10, 3), name="our_town")
    again = from_memory(column(0, 10, 3))
    assert (again.table, again.n_used, again.share_trusting) == (
        read.table,
        3,
        pytest.approx(1 / 3),
    )


def test_a_case_gets_the_shares_of_both_groups():
    text = "trust,g\n" + "0,a\n10,a\n10,b\n10,b\n" * 10
    answers = from_memory(text, group="g", less_heard="a").trust_answers
    assert (answers.name, answers.people, answers.share_less_heard) == ("our_town", 40, 0.5)
    assert answers.less_heard == (0.5, *[0] * 9, 0.5)
    assert answers.well_connected == (*[0] * 10, 1.0)


def test_where_a_survey_knows_no_groups_both_have_the_trust_of_all():
    answers = from_memory(column(*[0, 10] * 20)).trust_answers
    assert answers.less_heard == answers.well_connected == (0.5, *[0] * 9, 0.5)


@pytest.mark.parametrize(
    ("head", "mark", "rest", "what"),
    [
        ("Status", "Survey Preview", "IP Address", "a preview or a test"),
        ("Finished", "False", "True", "not finished"),
        ("Response Status", "Partial", "Complete", "not finished"),
        ("Status", "Spam", "IP Address", "spam"),
        ("DistributionChannel", "preview", "anonymous", "a preview or a test"),
    ],
)
def test_rows_marked_as_previews_or_unfinished_are_told_with_their_number(
    tmp_path, head, mark, rest, what
):
    rows = "".join(f"{k % 11},{mark if k < 31 else rest}\n" for k in range(233))
    assert f"Dropped 31 rows: marked as {what} (column '{head}')." in (
        plain(tmp_path, f"trust,{head}\n{rows}", unfinished=False).notes
    )
    whole = plain(tmp_path, f"trust,{head}\n{rows.replace(mark, rest)}")
    assert "marked as" not in " ".join(whole.notes)
