"""All that is said about a survey, word for word: what was read, dropped, found, assumed and doubted."""

import numpy as np
import pandas as pd
import pytest
from survey_stage import column, refusal, survey

from coprod_sim.errors import InputError
from coprod_sim.population.column_mapping import ColumnMapping
from coprod_sim.population.csv_rows import SurveyRows
from coprod_sim.population.survey import FEW_PEOPLE, read_survey, survey_in
from coprod_sim.population.survey_groups import read_groups, read_weights
from coprod_sim.population.survey_population import SurveyPopulation
from coprod_sim.population.trust_answers import Respondents, read_trust

HIGHER = "Higher answers are read as more trust."
ASSUMED = (
    "Assumed: 30% of people are less heard, as no group column was named (--group and --less-heard name"
    " one)."
)
EQUAL = "Every person counts the same, as no column of weights was named."
NAN = float("nan")


def rows(**columns: list[str]) -> SurveyRows:
    return SurveyRows(
        pd.DataFrame(columns, index=range(2, 2 + len(columns["q"])), dtype="str"), ";"
    )


def problem(act, *arguments) -> str:
    with pytest.raises(InputError) as caught:
        act(*arguments)
    return str(caught.value)


# The whole of it


def test_the_plainest_survey_is_told_in_six_sentences(tmp_path):
    read = survey(tmp_path, column(0, 10, 3), scale="0-10")
    assert read.notes == (
        "Read 3 rows and 1 column from 'survey.csv'.",
        "Trust is read from column 'trust', because its name contains 'trust'; --trust names another.",
        HIGHER,
        "The scale of trust is 0-10, as given.",
        EQUAL,
        "Used 3 of 3 rows.",
        ASSUMED,
        "No more than 3 answers was left: take the shares as a rough guide.",
    )
    assert (read.name, read.n_read, read.n_used, read.share_less_heard) == ("survey", 3, 3, 0.3)


def test_groups_weights_and_whoever_was_dropped_are_told(tmp_path):
    text = "trust;area;w\n5;north;1\n7;south;2\nNA;north;1\n99;south;1\n8;;1\n8;south;\n9;south;0\n"
    text += "11;south;1\nx;south;1\n" + "3;north;1\n" * 5 + "4;south;1\n" * 30
    read = survey(
        tmp_path, text, trust="trust", scale="0-10", group="area", less_heard="north", weight="w"
    )
    assert read.notes == (
        "Read 44 rows and 3 columns from 'survey.csv', parted by semicolons.",
        "Trust is read from column 'trust', as named.",
        HIGHER,
        "Dropped 1 row: no answer about trust (blank, NA, don't know, refused).",
        "Dropped 1 row: an answer that is not a number, such as 'x'.",
        "The scale of trust is 0-10, as given.",
        "Dropped 1 row: a missing code (99) instead of an answer.",
        "Dropped 1 row: outside the scale 0-10, such as '11'.",
        "People count by the weights in column 'w'.",
        "Dropped 1 row: no weight in column 'w'.",
        "1 row used with weight 0, so without effect.",
        "In column 'area', less heard means 'north'; every other value means well-connected ('south').",
        "Dropped 1 row: no answer in column 'area', so neither of the two groups.",
        "Used 38 of 44 rows.",
        "Of these, 6 are less heard and 32 well-connected.",
        "No more than 6 answers is in the smaller group: take the shares as a rough guide.",
    )
    assert (read.n_read, read.n_used) == (44, 38)
    assert read.share_less_heard == pytest.approx(6 / 38)
    assert read.less_heard == pytest.approx([0, 0, 0, 5 / 6, 0, 1 / 6, 0, 0, 0, 0, 0])
    assert read.well_connected == pytest.approx([0, 0, 0, 0, 30 / 32, 0, 0, 2 / 32, 0, 0, 0])
    assert read.table == pytest.approx([0, 0, 0, 5 / 38, 30 / 38, 1 / 38, 0, 2 / 38, 0, 0, 0])


@pytest.mark.parametrize(("people", "warned"), [(29, True), (30, False)])
def test_fewer_than_thirty_people_are_a_rough_guide(tmp_path, people, warned):
    assert FEW_PEOPLE == 30
    notes = survey(tmp_path, column(*[5, 8] * 15)[: 6 + 2 * people], scale="0-10").notes
    note = f"No more than {people} answers was left: take the shares as a rough guide."
    assert (note in notes) == warned


@pytest.mark.parametrize(("poorer", "richer"), [(1, 40), (40, 1)])
def test_the_smaller_of_two_groups_decides_whether_it_is_a_rough_guide(tmp_path, poorer, richer):
    text = "trust,g\n" + "5,a\n" * poorer + "5,b\n" * richer
    notes = survey(tmp_path, text, scale="0-10", group="g", less_heard="a").notes
    assert (
        notes[-1]
        == "No more than 1 answer is in the smaller group: take the shares as a rough guide."
    )
    enough = "trust,g\n" + "5,a\n" * 30 + "5,b\n" * 30
    assert (
        "rough" not in survey(tmp_path, enough, scale="0-10", group="g", less_heard="a").notes[-1]
    )


def test_a_survey_is_named_as_told_or_by_its_file(tmp_path):
    assert survey(tmp_path, column(1, 10), name="Our town").name == "Our town"
    for stem, name in (("x" * 120, "x" * 100), ("öl", "öl")):
        file = tmp_path / f"{stem}.csv"
        file.write_text(column(1, 10))
        assert read_survey(file).name == name
        assert read_survey(str(file)).name == name


def test_a_thousand_people_are_counted_with_commas(tmp_path):
    notes = survey(tmp_path, column(*[5] * 1500), scale="0-10").notes
    assert notes[0] == "Read 1,500 rows and 1 column from 'survey.csv'."
    assert "Used 1,500 of 1,500 rows." in notes


# Nobody is left


def test_when_nobody_is_left_it_is_said_why(tmp_path):
    said = refusal(tmp_path, "trust,w\n5,\n6,NA\nNA,1\n", weight="w", trust="trust", scale="0-10")
    assert said == (
        "survey.csv: the survey has nobody in it, because no row is left for it. Dropped 1 row: no answer"
        " about trust (blank, NA, don't know, refused). Dropped 2 rows: no weight in column 'w'."
    )
    said = refusal(tmp_path, "trust,w\n5,0\nNA,1\n", weight="w", trust="trust", scale="0-10")
    assert "the survey has nobody in it, because all its weights are 0. Dropped 1 row: no" in said


@pytest.mark.parametrize(("value", "group"), [("a", "less-heard"), ("b", "well-connected")])
def test_when_a_group_is_empty_it_is_named(tmp_path, value, group):
    text = "trust,g,w\n5,a,1\n5,b,1\n".replace(f"{value},1", f"{value},0")
    said = refusal(tmp_path, text, group="g", less_heard="a", weight="w", trust="trust")
    assert said == f"survey.csv: the {group} group has nobody in it, because all its weights are 0."
    text = "trust,g\n5,a\n5,b\n".replace(f"5,{value}", f"NA,{value}")
    said = refusal(tmp_path, text, group="g", less_heard="a", scale="0-10")
    assert said.startswith(
        f"survey.csv: the {group} group has nobody in it, because no row is left"
    )


# Trust


def trust(*answers: str, **options: object) -> tuple[list[float], str, list[bool], list[str]]:
    table = rows(q=list(answers))
    people = Respondents(np.ones(len(answers), dtype=np.bool_))
    values, scale = read_trust(table, "q", ColumnMapping(**options), people)
    return values.tolist(), scale.name, people.kept.tolist(), people.notes


def test_answers_are_sorted_into_those_kept_and_those_dropped():
    answers = ["1", "2,5", "", "n.b.", *["3"] * 9, "x", "9", "9"]
    values, scale, kept, notes = trust(*answers, scale="1-5", missing="n.b.")
    assert scale == "1-5"
    assert kept == [True, True, False, False, *[True] * 9, False, False, False]
    assert values[:4] == pytest.approx([1, 2.5, NAN, NAN], nan_ok=True)
    assert notes == [
        "Dropped 2 rows: no answer about trust (blank, NA, don't know, refused).",
        "Dropped 1 row: an answer that is not a number, such as 'x'.",
        "The scale of trust is 1-5, as given.",
        "Dropped 2 rows: outside the scale 1-5, such as '9'.",
    ]


def test_nothing_is_noted_where_nothing_was_dropped():
    assert trust("1", "5", scale="1-5")[3] == ["The scale of trust is 1-5, as given."]


def test_a_person_is_dropped_once():
    people = Respondents(np.array([True, True, False]))
    people.drop(np.array([True, False, True]), "late")
    people.drop(np.array([True, False, True]), "later")
    assert people.kept.tolist() == [False, True, False]
    assert people.notes == ["Dropped 1 row: late."]


def test_a_fifth_of_the_answers_may_be_text():
    assert trust(*["3"] * 8, "x", "y", scale="1-5")[2] == [True] * 8 + [False] * 2
    assert problem(lambda: trust(*["3"] * 8, "x", "y", "y", scale="1-5")) == (
        "column 'q' holds 3 answers that are not a number, such as 'y', 'x'; trust must be given in"
        " numbers, so turn the words into numbers or name another column with --trust."
    )
    assert "holds 1 answer that is not a number, such as 'x'" in problem(lambda: trust("3", "x"))


def test_text_is_weighed_against_numbers_not_against_blanks():
    assert "2 answers that are not" in problem(lambda: trust(*["3"] * 7, *[""] * 90, "x", "y"))


def test_a_column_of_blanks_holds_no_numbers():
    said = problem(lambda: trust("", "NA", scale="1-5"))
    assert said == "column 'q' holds no numbers; name another with --trust."


def test_a_fifth_of_the_answers_may_lie_outside_the_scale():
    assert sum(trust(*["3"] * 8, "6", "7", scale="1-5")[2]) == 8
    assert problem(lambda: trust(*["3"] * 8, "6", "7", "7", scale="1-5")) == (
        "3 of 11 answers about trust lie outside the scale 1-5, such as '7', '6'; give another of the"
        " scales 0-10, 1-5, 1-7, 0-1, 0-100 with --scale, or name missing codes with --missing."
    )
    assert "1 of 1 answer about" in problem(lambda: trust("6", "99", scale="1-5"))


def test_codes_are_no_answers_outside_the_scale():
    _, _, kept, notes = trust(*["3"] * 4, *["99"] * 20, "77", "-1", scale="1-5")
    assert kept == [True] * 4 + [False] * 22
    assert notes[-1] == "Dropped 22 rows: a missing code (-1, 77, 99) instead of an answer."


def test_at_most_ten_codes_are_listed():
    codes = [str(-k) for k in range(1, 10)] + ["77", "88", "99"]
    notes = trust("3", "5", *codes, scale="1-5")[3]
    assert (
        "Dropped 12 rows: a missing code (-9, -8, -7, -6, -5, -4, -3, -2, -1, 77) instead"
        in notes[-1]
    )


def test_nothing_but_codes_is_refused_with_what_to_do():
    assert problem(lambda: trust("99", "77", "")) == (
        "every number in the column of trust is a missing code (77, 99); if they are answers, give their"
        " scale with --scale or name the missing codes with --missing."
    )


def test_the_scale_is_guessed_without_the_codes():
    assert trust("1", "5", "77", "99", "")[1] == "1-5"
    assert trust("1", "5", "7", "8", missing="7,8")[1] == "1-5"
    assert trust("1", "5", "77")[3][0].startswith("The scale was guessed as 1-5, because")


def test_codes_read_as_real_are_pointed_out():
    notes = trust("20", "99", "99", "77", scale="0-100")[3]
    assert notes[-1] == (
        "On the scale 0-100, answers such as 77, 99 are read as real (3 rows); if they mean no answer,"
        " say so with --missing."
    )
    assert not any("read as real" in n for n in trust("20", "99", missing="", scale="0-100")[3])
    assert not any("read as real" in n for n in trust("20", "98", scale="0-100")[3])
    assert not any("read as real" in n for n in trust("3", "9", scale="0-10")[3])


@pytest.mark.parametrize(("highest", "doubted"), [("3", False), ("2,9", True), ("1", True)])
def test_a_scale_of_which_only_the_lower_half_is_used_is_doubted(highest, doubted):
    notes = trust("1", highest, scale="1-5")[3]
    said = f"Check this: no answer is above {highest.replace(',', '.')}, on a scale that goes to 5."
    assert (said in notes) == doubted


def test_an_empty_column_is_not_doubted():
    assert not any("Check this" in note for note in trust("99", "99", scale="1-5")[3])


# Groups and weights


def test_without_a_group_column_there_are_no_groups():
    table = rows(q=["1"], g=["a"])
    assert read_groups(table, ColumnMapping()) is None
    assert problem(read_groups, table, ColumnMapping(less_heard=("a",))) == (
        "less-heard values ('a') need a column; name it with --group, one of 'q', 'g'."
    )


def test_groups_are_told_apart_and_the_unknown_belong_to_neither():
    table = rows(q=["1"] * 6, g=["b", "a", "NA", "", "c", "a"])
    found = read_groups(table, ColumnMapping(group="g", less_heard=("a",)))
    assert found is not None
    assert found.less_heard.tolist() == [False, True, False, False, False, True]
    assert found.unknown.tolist() == [False, False, True, True, False, False]
    assert found.note == (
        "In column 'g', less heard means 'a'; every other value means well-connected ('b', 'c')."
    )


def test_no_answer_may_be_named_as_less_heard():
    found = read_groups(
        rows(q=["1"] * 2, g=["NA", "b"]), ColumnMapping(group="g", less_heard=("NA",))
    )
    assert found is not None
    assert (found.less_heard.tolist(), found.unknown.tolist()) == ([True, False], [False, False])


def test_a_group_of_one_value_leaves_nobody_well_connected():
    found = read_groups(rows(q=["1"], g=["a"]), ColumnMapping(group="g", less_heard=("a",)))
    assert found is not None
    assert found.note.endswith("every other value means well-connected (there is none).")


def test_less_heard_values_must_be_named_and_be_there():
    table = rows(q=["1"] * 3, g=["renter", "owner", "NA"])
    assert problem(read_groups, table, ColumnMapping(group="g")) == (
        "column 'g' holds the values 'owner', 'renter'; name those that are less heard with --less-heard."
    )
    assert problem(read_groups, table, ColumnMapping(group="g", less_heard=("rentr",))) == (
        "less-heard value 'rentr': column 'g' holds the values 'owner', 'renter'; did you mean 'renter'?"
    )
    empty = rows(q=["1"], g=["NA"])
    assert "holds the values 'NA'; name" in problem(read_groups, empty, ColumnMapping(group="g"))


def test_weights_are_divided_by_the_largest():
    found = read_weights(rows(q=["1"] * 4, w=["2", "4", "", "0,5"]), "w")
    assert found.tolist() == pytest.approx([0.5, 1.0, NAN, 0.125], nan_ok=True)
    assert read_weights(rows(q=["1"] * 2), None).tolist() == [1.0, 1.0]


@pytest.mark.parametrize("weight", ["-0.1", "x", "1e999"])
def test_a_weight_that_is_none_is_refused_with_its_line(weight):
    said = problem(read_weights, rows(q=["1"] * 3, w=["1", weight, "y"]), "w")
    assert said == (
        f"column 'w' of --weight holds '{weight}' at line 3; a weight must be a number from 0 up."
    )


@pytest.mark.parametrize("weights", [["0", "0"], ["", ""]])
def test_weights_that_are_all_nothing_are_refused(weights):
    said = problem(read_weights, rows(q=["1"] * 2, w=weights), "w")
    assert said == "column 'w' of --weight has no weight above 0."


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
    assert (made.share_less_heard, made.less_heard, made.notes) == (0.3, None, ())
    assert made.table == TENTH
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
    with pytest.raises(ValueError, match="frozen"):
        made.n_used = 1


# What a page hands on: values, with no file behind them


def test_a_survey_in_memory_is_read_as_its_file_would_be(tmp_path):
    read = survey(tmp_path, column(0, 10, 3), scale="0-10")
    again = survey_in(column(0, 10, 3).encode(), "survey.csv", ColumnMapping(scale="0-10"))
    assert again == read


def test_a_case_gets_the_shares_of_both_groups():
    text = "trust,g\n" + "0,a\n10,a\n10,b\n10,b\n" * 10
    mapping = ColumnMapping(scale="0-10", group="g", less_heard=("a",))
    answers = survey_in(text.encode(), "our_town.csv", mapping).trust_answers
    assert (answers.name, answers.people, answers.share_less_heard) == ("our_town", 40, 0.5)
    assert answers.less_heard == (0.5, *[0] * 9, 0.5)
    assert answers.well_connected == (*[0] * 10, 1.0)


def test_where_a_survey_knows_no_groups_both_have_the_trust_of_all():
    text = column(*[0, 10] * 20)
    answers = survey_in(text.encode(), "our_town.csv", ColumnMapping(scale="0-10")).trust_answers
    assert answers.less_heard == answers.well_connected == (0.5, *[0] * 9, 0.5)
