"""A council brings its own survey: what is read, what is dropped, and what is refused and how."""

import time

import numpy as np
import pandas as pd
import pytest
from survey_stage import PLAIN, STREET, TEN_STREETS, column, plain, refusal, said, survey

from coprod_sim.population import population_of
from coprod_sim.population.survey import Reading, read_survey
from coprod_sim.scenarios import load_scenario

pytestmark = pytest.mark.usefixtures("few_are_enough")

# Reading the file


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_the_same_survey_is_read_from_every_kind_of_csv(tmp_path, separator, mark, line_end):
    rows = [["id", "trust in the council"], ["1", "0"], ["2", "10"], ["3", "10"], ["4", "7"]]
    text = mark + line_end.join(separator.join(row) for row in rows)
    read = plain(tmp_path, text)
    assert read.table == (0.25, 0, 0, 0, 0, 0, 0, 0.25, 0, 0, 0.5)
    assert (read.n_read, read.n_used, read.name) == (4, 4, "survey")


def test_what_the_user_wrote_is_quoted_short_and_on_one_line(tmp_path):
    message = refusal(tmp_path, '"a\nb' + "x" * 300 + '","c\x1bd"\n1,2\n')
    assert "'a bxxx" in message
    assert "'c\\x1bd'" in message
    assert "x" * 61 not in message


@pytest.mark.slow
def test_two_hundred_thousand_people_are_read_in_seconds(tmp_path):
    dice = np.random.default_rng(7)
    people = pd.DataFrame({f"q{k}": dice.integers(0, 11, 200_000) for k in range(8)})
    people["trust"] = dice.integers(0, 11, 200_000)
    people["area"] = dice.choice(["north", "south"], 200_000)
    reading = Reading(**PLAIN, group="area", less_heard=("north",))
    survey(tmp_path, column(*range(11)), **PLAIN)  # what is loaded once is not the file's
    people.to_csv(tmp_path / "survey.csv", index=False)
    start = time.process_time()
    read = read_survey(tmp_path / "survey.csv", reading)
    assert read.n_used == 200_000
    assert time.process_time() - start < 2, "of its own time, whatever else the computer does"


# Finding the column of trust


@pytest.mark.parametrize(
    "text", ["trust_mayor,trust_police\n1,2\n", "age,q7\n41,5\n", "name,street\nAnn,High St\n"]
)
def test_when_the_column_is_not_clear_the_columns_are_listed(tmp_path, text):
    message = refusal(tmp_path, text)
    for name in text.split("\n", maxsplit=1)[0].split(","):
        assert repr(name) in message
    assert "say which" in message
    assert "High St" not in message


@pytest.mark.parametrize("key", ["trust", "group", "weight"])
def test_a_misspelt_column_gets_the_nearest_name_and_the_list(tmp_path, key):
    message = refusal(tmp_path, "opinion,tenure,size\n5,a,1\n", **{key: "opinon"})
    assert f"for {key}; did you mean 'opinion'?" in message
    assert "'opinion', 'tenure', 'size'" in message


def test_one_column_cannot_be_trust_and_weight(tmp_path):
    assert "both trust and weight" in refusal(tmp_path, column(1), trust="trust", weight="trust")


def test_distrust_is_not_taken_for_trust_unawares(tmp_path):
    assert "'trust'" in said(plain(tmp_path, "distrust,trust\n1,2\n"))
    named = plain(tmp_path, column(0, 10, name="distrust"), trust="distrust")
    assert "may ask for the opposite of trust" in said(named)
    turned = survey(
        tmp_path, column(0, 0, 10, name="distrust"), trust="distrust", scale="0-10", reversed=True
    )
    assert "suggests" not in said(turned)
    assert (turned.table[10], turned.table[0]) == pytest.approx((2 / 3, 1 / 3))


def test_forgotten_weights_are_asked_about(tmp_path):
    assert "column 'pspwght' may hold weights; say weight='pspwght' to count by it" in refusal(
        tmp_path, "trust,pspwght\n0,1\n10,2\n", **PLAIN
    )


# Scales


def test_a_guess_is_never_made(tmp_path):
    message = refusal(tmp_path, column(*range(11)))
    assert message == (
        "survey.csv: the answers in column 'trust' can be read in more than one way; say the scale and"
        " whether the highest or the lowest answer is the most trust."
    )
    message = refusal(tmp_path, column(1, 2, 3, 9, "so so"), scale="1-5", reversed=False)
    assert message == (
        "survey.csv: the answers in column 'trust' can be read in more than one way; say which answers"
        " are none ('9', 'so so' are no points of the scale 1-5; the first stands in row 5)."
    )


def test_an_answer_of_five_points_is_spread_by_overlap(tmp_path):
    def shares(*answers: object, turned: bool = False) -> tuple[float, ...]:
        return survey(tmp_path, column(*answers), scale="1-5", reversed=turned).table

    assert shares(1)[:4] == pytest.approx((5 / 11, 5 / 11, 1 / 11, 0))
    assert shares(1, turned=True) == pytest.approx(shares(5))
    assert shares(3) == pytest.approx(shares(3)[::-1])
    assert shares(1, 2, 3, 4, 5) == pytest.approx([1 / 11] * 11)


@pytest.mark.parametrize(
    ("scale", "answer", "step"),
    [("0-1", 0, 0), ("0-1", 1, 10), ("0-1", 0.5, 5), ("0-100", 9, 0), ("0-100", 9.1, 1),
     ("0-100", 100, 10)],
)  # fmt: skip
def test_an_answer_on_a_line_falls_into_one_step(tmp_path, scale, answer, step):
    assert survey(tmp_path, column(answer), scale=scale, reversed=False).table[step] == 1


def test_the_share_that_trusts_is_that_of_the_answers_given(tmp_path):
    """Of 100 people 45 answered 4 or 5; spread over eleven steps it looked like 52."""
    answers = [1] * 10 + [2] * 15 + [3] * 30 + [4] * 25 + [5] * 20
    read = survey(tmp_path, column(*answers), scale="1-5", reversed=False)
    assert read.share_trusting == pytest.approx(0.45)


# Missing answers


@pytest.mark.parametrize("missing", ["", " ", "NA", "Don't know", "Refused"])
def test_missing_answers_are_dropped_and_counted(tmp_path, missing):
    read = plain(tmp_path, f"id,trust\n1,0\n2,{missing}\n3,10\n")
    assert (read.n_read, read.n_used) == (3, 2)
    assert read.table[0] == read.table[10] == 0.5
    assert any(note.startswith("Dropped 1 row: ") for note in read.notes)


@pytest.mark.parametrize("missing", ["77", "88.0", "999", "-1", "n.b."])
def test_codes_are_dropped_once_they_are_said_to_be_none(tmp_path, missing):
    text = f"id,trust\n1,0\n2,{missing}\n3,10\n"
    assert "say which answers are none" in refusal(tmp_path, text, **PLAIN)
    assert plain(tmp_path, text, missing=missing).n_used == 2


# Weights


def test_weights_tell_how_much_each_person_counts(tmp_path):
    read = plain(tmp_path, "trust,w\n0,3\n10,1\n", weight="w")
    assert (read.table[0], read.table[10]) == (0.75, 0.25)


def test_people_without_a_weight_are_dropped_and_counted(tmp_path):
    read = plain(tmp_path, "trust,w\n0,3\n10,\n10,NA\n10,0\n", weight="w")
    assert (read.n_read, read.n_used) == (4, 1)
    assert "Dropped 2 rows: no weight in column 'w'." in read.notes
    assert read.table[0] == 1


@pytest.mark.parametrize("weight", ["-1", "1e999", "much", "inf"])
def test_a_weight_that_is_no_weight_is_named_with_its_line(tmp_path, weight):
    message = refusal(tmp_path, f"trust,w\n0,3\n\n10,{weight}\n", weight="w", **PLAIN)
    assert "column 'w' of weights holds" in message
    assert "in row 4" in message


@pytest.mark.parametrize("weights", [("0", "0"), ("", "NA"), ("0", "")])
def test_weights_without_any_weight_are_refused(tmp_path, weights):
    message = refusal(tmp_path, f"trust,w\n0,{weights[0]}\n10,{weights[1]}\n", weight="w", **PLAIN)
    assert "no weight above 0" in message


def test_weights_as_large_as_numbers_go_do_no_harm(tmp_path):
    read = plain(tmp_path, "trust,w\n0,1e308\n10,1e308\n5,1e-320\n", weight="w")
    assert sum(read.table) == pytest.approx(1)


def test_shares_never_pass_1_however_the_weights_round(tmp_path):
    rows = "0,a,254116\n" * 2 + "0,a,0.5\n0,b,8.463762744872487e-11\n0,a,0\n"
    for times in range(10, 18):
        text = "trust,g,w\n" + rows * times
        read = plain(tmp_path, text, group="g", less_heard="a", weight="w")
        assert read.share_less_heard <= 1
        assert max(read.table) <= 1


# Groups


def test_two_groups_get_a_table_each_and_a_share(tmp_path):
    read = plain(
        tmp_path, TEN_STREETS, missing="99", group="tenure", less_heard=["renter"], weight="w"
    )
    assert read.share_less_heard == pytest.approx(2 / 6)
    assert read.less_heard is not None
    assert read.well_connected is not None
    assert (read.less_heard[0], read.less_heard[2]) == (0.5, 0.5)
    assert (read.well_connected[8], read.well_connected[10]) == (0.25, 0.75)
    assert "Dropped 10 rows: no answer in column 'tenure'" in said(read)


def test_everybody_is_the_two_groups_put_together(tmp_path):
    read = plain(
        tmp_path,
        TEN_STREETS,
        missing="99",
        group="tenure",
        less_heard=["renter", "guest"],
        unweighted=True,
    )
    share = read.share_less_heard
    mixed = share * np.array(read.less_heard) + (1 - share) * np.array(read.well_connected)
    assert read.table == pytest.approx(mixed)


def test_without_groups_the_case_says_how_many_are_less_heard(tmp_path):
    read = plain(tmp_path, STREET, missing="99", unweighted=True)
    assert (read.share_less_heard, read.less_heard, read.well_connected) == (None, None, None)
    assert "the case says how many are less heard" in said(read)
    case = load_scenario("reference")
    for share in (0.2, 0.45):
        changes = {"source": "answers", "answers": read.trust_answers.model_dump()}
        ours = case.but({"people.share_less_heard": share, "people.trust": changes})
        people = population_of(ours)
        assert people.less_heard == round(share * people.citizens)


def test_an_answer_that_means_no_answer_may_be_named_as_a_group(tmp_path):
    read = plain(tmp_path, "trust,job\n0,unknown\n10,clerk\n", group="job", less_heard=["unknown"])
    assert read.n_used == 2


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"group": "tenure"}, "holds the values 'guest', 'owner', 'renter'; say which of"),
        ({"group": "tenure", "less_heard": "rentr"}, "did you mean 'renter'?"),
        ({"less_heard": ["renter"]}, "need a group column"),
        ({"group": "tenure", "less_heard": ["guest"]}, "the less-heard group has nobody in it"),
        (
            {"group": "tenure", "less_heard": ["renter", "owner"]},
            "the well-connected group has nobody in it",
        ),
    ],
)
def test_groups_that_cannot_be_told_apart_are_refused(tmp_path, options, expected):
    assert expected in refusal(tmp_path, STREET, missing="99", unweighted=True, **PLAIN, **options)
