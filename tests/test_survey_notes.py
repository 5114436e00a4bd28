"""All that is said about a survey, word for word: what was read, dropped, found, assumed and doubted."""

import numpy as np
import pandas as pd
import pytest
from survey_stage import PLAIN, column, plain, refusal, survey

from coprod_sim.errors import InputError
from coprod_sim.population.reading import Reading, build_reading
from coprod_sim.population.respondents import Respondents
from coprod_sim.population.survey import (
    SurveyTable,
    read_survey,
)
from coprod_sim.population.survey_groups import read_groups

pytestmark = pytest.mark.usefixtures("few_are_enough")

SCALE = "The scale of trust is 0-10, as told; the highest answer is the most trust."
ASSUMED = (
    "No group column was named: everybody's trust is taken for both groups, and the case says how many"
    " are less heard."
)
EQUAL = "Every person counts the same, as no column of weights was named."
NAN = float("nan")


def rows(**columns: list[str]) -> SurveyTable:
    return SurveyTable(pd.DataFrame(columns, index=range(2, 2 + len(columns["q"])), dtype="str"))


def problem(act, *arguments) -> str:
    with pytest.raises(InputError) as caught:
        act(*arguments)
    return str(caught.value)


# The whole of it


def test_the_plainest_survey_is_told_in_a_few_sentences(tmp_path):
    read = plain(tmp_path, column(0, 10, 3))
    assert read.notes == (
        "Read 3 rows and 1 column from 'survey.csv'.",
        "Trust is read from column 'trust', the only one that speaks of 'trust'.",
        SCALE,
        EQUAL,
        "Mean trust from 0 to 1: 0.433 on the scale of the survey, 0.439 on the eleven steps that the model"
        " starts from, where each answer is spread over the steps it covers.",
        "In the survey (3 answers) there are answers that fewer than 3 people gave. Whoever has the saved"
        " file could work them out from its shares: pass it on only to those who may see such numbers.",
        "Used 3 of 3 rows.",
        ASSUMED,
        "The survey rests on 3 answers: take the shares as a rough guide.",
    )
    assert (read.name, read.n_read, read.n_used, read.share_less_heard) == ("survey", 3, 3, None)


def test_what_must_be_said_is_asked_with_the_file_the_column_and_the_codes(tmp_path):
    bare, off = tmp_path / "spring.csv", tmp_path / "autumn.csv"
    bare.write_text(column(0, 5, 3))
    off.write_text(column(0, 5, 99))
    assert problem(read_survey, bare) == (
        "spring.csv: the answers in column 'trust' can be read in more than one way; say the scale and"
        " whether the highest or the lowest answer is the most trust."
    )
    assert problem(read_survey, off, build_reading(PLAIN)) == (
        "autumn.csv: the answers in column 'trust' can be read in more than one way; say which answers"
        " are none ('99' is no point of the scale 0-10; it first stands in row 4)."
    )


def test_groups_weights_and_whoever_was_dropped_are_told(tmp_path):
    text = "trust;area;w\n5;north;1\n7;south;2\nNA;north;1\n;north;1\n99;south;1\n8;;1\n8;south;\n9;south;0\n"
    text += "11;south;1\nx;south;1\n" + "3;north;1\n" * 9 + "4;south;1\n" * 30
    read = plain(
        tmp_path,
        text,
        trust="trust",
        missing="99,11,x",
        group="area",
        less_heard="north",
        weight="w",
    )
    assert read.notes == (
        "Read 49 rows and 3 columns from 'survey.csv', parted by semicolons.",
        "Trust is read from column 'trust', the only one that speaks of 'trust'.",
        SCALE,
        "Dropped 1 row: no answer about trust.",
        "Dropped 4 rows: an answer that means none ('11', '99', 'x', 'NA').",
        "People count by the weights in column 'w'.",
        "Dropped 1 row: no weight in column 'w'.",
        "In column 'area', less heard means 'north'; every other value means well-connected ('south').",
        "Names of people cannot always be told from groups: look whether these are groups.",
        "Dropped 1 row: no answer in column 'area', so neither of the two groups.",
        "Dropped 1 row: a weight of 0, so the answer counts for nothing.",
        "Mean trust from 0 to 1: 0.395 on the scale of the survey, 0.405 on the eleven steps that the model"
        " starts from, where each answer is spread over the steps it covers.",
        "In the less-heard group (1 answer) and the well-connected group (1 answer) there are answers that"
        " fewer than 3 people gave. Whoever has the saved file could work them out from its shares: pass it"
        " on only to those who may see such numbers, or choose a larger group.",
        "Used 41 of 49 rows.",
        "Of these, 10 are less heard and 31 well-connected.",
        "Check this: the smaller group rests on 10 answers: take the shares as a rough guide.",
    )
    assert (read.n_read, read.n_used) == (49, 41)
    assert read.share_less_heard == pytest.approx(10 / 42)
    assert read.less_heard == pytest.approx([0, 0, 0, 9 / 10, 0, 1 / 10, 0, 0, 0, 0, 0])
    assert read.well_connected == pytest.approx([0, 0, 0, 0, 30 / 32, 0, 0, 2 / 32, 0, 0, 0])
    assert read.table == pytest.approx([0, 0, 0, 9 / 42, 30 / 42, 1 / 42, 0, 2 / 42, 0, 0, 0])


@pytest.mark.parametrize(("people", "warned"), [(99, True), (100, False)])
def test_fewer_than_a_hundred_answers_are_a_rough_guide(tmp_path, people, warned):
    notes = plain(tmp_path, column(*([5, 8] * 50)[:people])).notes
    note = f"The survey rests on {people} answers: take the shares as a rough guide."
    assert (note in notes) == warned


@pytest.mark.parametrize(("poorer", "richer"), [(11, 400), (400, 11)])
def test_the_smaller_of_two_groups_decides_whether_it_is_a_rough_guide(tmp_path, poorer, richer):
    text = "trust,g\n" + "5,a\n" * poorer + "5,b\n" * richer
    notes = plain(tmp_path, text, group="g", less_heard="a").notes
    assert (
        notes[-1]
        == "Check this: the smaller group rests on 11 answers: take the shares as a rough guide."
    )
    enough = "trust,g\n" + "5,a\n" * 100 + "5,b\n" * 100
    assert "rough" not in plain(tmp_path, enough, group="g", less_heard="a").notes[-1]


def test_a_table_in_memory_is_told_how_it_becomes_a_file():
    with pytest.raises(InputError) as caught:
        read_survey(pd.DataFrame({"trust": [1]}), Reading(**PLAIN))
    assert str(caught.value) == (
        "read_survey reads a file, not a table: table.to_csv('answers.csv', index=False) makes one, then "
        "read_survey('answers.csv')"
    )


def test_a_survey_is_named_as_told_or_by_its_file(tmp_path):
    assert plain(tmp_path, column(1, 10), name="Our town").name == "Our town"
    for stem, name in (("x" * 120, "x" * 100), ("öl", "öl")):
        file = tmp_path / f"{stem}.csv"
        file.write_text(column(1, 10))
        assert read_survey(file, Reading(**PLAIN)).name == name
        assert read_survey(str(file), Reading(**PLAIN)).name == name


def test_a_thousand_people_are_counted_with_commas(tmp_path):
    notes = plain(tmp_path, column(*[5] * 1500)).notes
    assert notes[0] == "Read 1,500 rows and 1 column from 'survey.csv'."
    assert "Used 1,500 of 1,500 rows." in notes


# Nobody is left


def test_when_nobody_is_left_it_is_said_why(tmp_path):
    said = refusal(tmp_path, "trust,w\n5,\n6,NA\nNA,1\n", weight="w", trust="trust", **PLAIN)
    assert said == (
        "survey.csv: the survey has nobody in it, because no row is left for it. Dropped 1 row: an answer"
        " that means none ('NA'). Dropped 2 rows: no weight in column 'w'."
    )
    said = refusal(tmp_path, "trust,w\n5,0\nNA,1\n", weight="w", trust="trust", **PLAIN)
    assert "the survey has nobody in it, because all its weights are 0. Dropped 1 row: an" in said


@pytest.mark.parametrize(("value", "group"), [("a", "less-heard"), ("b", "well-connected")])
def test_when_a_group_is_empty_it_is_named(tmp_path, value, group):
    text = "trust,g,w\n5,a,1\n5,b,1\n".replace(f"{value},1", f"{value},0")
    said = refusal(tmp_path, text, group="g", less_heard="a", weight="w", **PLAIN)
    assert said == f"survey.csv: the {group} group has nobody in it, because all its weights are 0."
    text = "trust,g\n5,a\n5,b\n".replace(f"5,{value}", f"NA,{value}")
    said = refusal(tmp_path, text, group="g", less_heard="a", **PLAIN)
    assert said.startswith(
        f"survey.csv: the {group} group has nobody in it, because no row is left"
    )


# Trust


def test_a_person_is_dropped_once():
    people = Respondents(np.array([True, True, False]))
    people.drop(np.array([True, False, True]), "late", "no_answer")
    people.drop(np.array([True, False, True]), "later", "no_answer")
    assert people.kept.tolist() == [False, True, False]
    assert people.notes == ["Dropped 1 row: late."]
    assert people.left_out == {"no_answer": 1}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"scale": "1-4", "reversed": True}, "is 1-4, as told; the lowest answer is the most trust."),
        ({"scale": "0-10", "reversed": False}, "is 0-10, as told; the highest answer is the most"),
    ],
)  # fmt: skip
def test_scale_and_direction_are_said(tmp_path, options, said):
    assert said in " ".join(survey(tmp_path, column(1, 2, 4), **options).notes)


def test_what_the_file_says_itself_is_said_to_be_so(tmp_path):
    notes = survey(tmp_path, column("0 - No trust at all", 4, "10 - Complete trust")).notes
    assert notes[2] == (
        "The scale of trust is 0-10, as the words at its ends say; the highest answer is the most trust."
    )
    notes = survey(tmp_path, column("no", "yes"), scale="no < yes").notes
    assert (
        notes[2] == "The scale of trust is no < yes, as told; the last of them is the most trust."
    )


@pytest.mark.parametrize(("highest", "doubted"), [(3, False), ("2.9", True), (1, True)])
def test_a_scale_of_which_only_the_lower_half_is_used_is_doubted(tmp_path, highest, doubted):
    notes = survey(tmp_path, column(1, highest), scale="1-5", reversed=False).notes
    assert ("Check this: nobody answered in the upper half of the scale." in notes) == doubted


# Groups and weights


def test_without_a_group_column_there_are_no_groups():
    table = rows(q=["1"], g=["a"])
    assert read_groups(table, Reading()) is None
    assert problem(read_groups, table, Reading(less_heard=("a",))) == (
        "less-heard values ('a') need a group column; name one of 'q', 'g'."
    )


def test_groups_are_told_apart_and_the_unknown_belong_to_neither():
    table = rows(q=["1"] * 60, g=["b", "a", "NA", "", "c", "a"] * 10)
    found = read_groups(table, Reading(group="g", less_heard=("a",)))
    assert found is not None
    assert found.less_heard.tolist() == [False, True, False, False, False, True] * 10
    assert found.unknown.tolist() == [False, False, True, True, False, False] * 10
    assert found.note == (
        "In column 'g', less heard means 'a'; every other value means well-connected ('b', 'c')."
    )


def test_a_value_of_few_people_is_counted_and_not_named():
    groups = ["tenant"] * 12 + ["owner"] * 10 + ["vicar"] + ["lodger"] * 9 + ["squatter"] * 2
    table = rows(q=["1"] * len(groups), g=groups)
    found = read_groups(table, Reading(group="g", less_heard=("tenant", "squatter")))
    assert found is not None
    assert found.note == (
        "In column 'g', less heard means 'tenant' and 1 value of fewer than 10 people; every other value"
        " means well-connected ('owner' and 2 values of fewer than 10 people)."
    )


def test_no_answer_may_be_named_as_less_heard():
    found = read_groups(rows(q=["1"] * 2, g=["NA", "b"]), Reading(group="g", less_heard=("NA",)))
    assert found is not None
    assert (found.less_heard.tolist(), found.unknown.tolist()) == ([True, False], [False, False])


def test_a_group_of_one_value_leaves_nobody_well_connected():
    found = read_groups(rows(q=["1"], g=["a"]), Reading(group="g", less_heard=("a",)))
    assert found is not None
    assert found.note.endswith("every other value means well-connected (there is none).")


def test_less_heard_values_must_be_named_and_be_there():
    table = rows(q=["1"] * 3, g=["renter", "owner", "NA"])
    assert problem(read_groups, table, Reading(group="g")) == (
        "column 'g' holds the values 'owner', 'renter'; say which of these groups are less heard."
    )
    assert problem(read_groups, table, Reading(group="g", less_heard=("rentr",))) == (
        "less-heard value 'rentr': column 'g' holds the values 'owner', 'renter'; did you mean 'renter'?"
    )
    empty = rows(q=["1"], g=["NA"])
    assert "holds the values 'NA'; say which" in problem(read_groups, empty, Reading(group="g"))
