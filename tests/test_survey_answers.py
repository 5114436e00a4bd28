"""Answers as people write them: numbers, no answer at all, or text that is neither."""

import numpy as np
import pandas as pd
import pytest

from coprod_sim.population.answer_scales import SCALES
from coprod_sim.population.survey_answers import (
    MissingCodes,
    is_no_answer,
    missing_codes,
    parse_number,
    sort_answers,
)

NAN = float("nan")
USUAL = (77, 88, 99, 777, 888, 999, -1, -2, -3, -4, -5, -6, -7, -8, -9)


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7), ("+7", 7), ("-7", -7), ("7.", 7), ("7.5", 7.5), (".5", 0.5), (" 7 ", 7), ("1e2", 100),
     ("1E-2", 0.01), ("007", 7), ("1e99999", NAN), ("1,5", NAN), ("7 8", NAN), ("", NAN), ("x", NAN),
     (".", NAN), ("nan", NAN), ("inf", NAN), ("7x", NAN), ("\N{ARABIC-INDIC DIGIT SEVEN}", NAN)],
)  # fmt: skip
def test_a_number_is_read_only_where_it_is_written_as_one(text, number):
    assert parse_number(text, decimal_comma=False) == pytest.approx(number, nan_ok=True)


@pytest.mark.parametrize(
    ("text", "number"), [("3,5", 3.5), ("1,000,000", NAN), ("1,000.5", NAN), ("3.5", 3.5), ("3", 3)]
)
def test_a_decimal_comma_is_one_only_where_it_can_be_and_stands_alone(text, number):
    assert parse_number(text, decimal_comma=True) == pytest.approx(number, nan_ok=True)


@pytest.mark.parametrize(
    "text",
    ["", " ", "NA", "n/a", "#N/A", "N.A.", "NaN", "<NA>", "null", "#NULL!", "Missing", "-", "--", ".",
     "?", "DK", "d/k", "DK/NA", "unknown", "unsure", "not sure", "no opinion", "no response",
     "No  Answer", "not answered", "not applicable", "not asked", "not stated", "skipped", "can't say",
     "can\u2019t say", "cannot say", "can't choose", "cannot choose", "Don't know", "dont know at all",
     "do not know", "Prefer not to say", "rather not", "refused", "REFUSAL"],
)  # fmt: skip
def test_no_answer_is_known_in_all_its_words(text):
    assert is_no_answer(text)


@pytest.mark.parametrize(
    "text", ["0", "no", "none", "not at all", "well refused", "a", "sure", "---"]
)
def test_an_answer_is_not_taken_for_none(text):
    assert not is_no_answer(text)


def test_a_column_is_sorted_into_numbers_no_answers_and_the_rest():
    column = pd.Series(["5", "n.b.", "agree", "", "5", "3,5", "N.B."])
    found = sort_answers(column, decimal_comma=True, also_missing=["n.b."])
    assert found.numbers.tolist() == pytest.approx([5, NAN, NAN, NAN, 5, 3.5, NAN], nan_ok=True)
    assert found.blank.tolist() == [False, True, False, True, False, False, True]
    assert found.unreadable.tolist() == [False, False, True, False, False, False, False]
    assert found.texts == ["5", "n.b.", "agree", "", "3,5", "N.B."]
    assert found.place.tolist() == [0, 1, 2, 3, 0, 4, 5]


def test_a_number_named_as_no_answer_is_none():
    found = sort_answers(pd.Series(["5", "9"]), decimal_comma=False, also_missing=["9"])
    assert found.numbers.tolist() == pytest.approx([5, NAN], nan_ok=True)
    assert found.blank.tolist() == [False, True]
    assert not found.unreadable.any()


def test_a_decimal_comma_is_text_where_commas_part_the_columns():
    assert sort_answers(pd.Series(["3,5"]), decimal_comma=False).unreadable.tolist() == [True]


def test_the_three_most_frequent_answers_are_quoted_the_first_letters_first_among_equals():
    column = pd.Series(["d", "b", "b", "c", "a", "e", "e", "e"])
    found = sort_answers(column, decimal_comma=False)
    assert found.examples(np.ones(8, dtype=bool)) == "'e', 'b', 'a'"
    assert found.examples(column.isin(["c", "d"]).to_numpy()) == "'c', 'd'"
    assert found.examples(np.zeros(8, dtype=bool)) == ""


def test_without_a_list_the_usual_codes_stand_for_no_answer():
    assert missing_codes(None) == MissingCodes(USUAL, (), named=False)


def test_a_list_of_ones_own_replaces_them_numbers_and_texts_apart():
    expected = MissingCodes((0.0, 8.5), ("n.b.", "3,5"), named=True)
    assert missing_codes(("0", "n.b.", "8.5", "3,5")) == expected
    assert missing_codes(()) == MissingCodes((), (), named=True)


@pytest.mark.parametrize(
    ("scale", "codes"),
    [("0-10", USUAL), ("1-5", USUAL), ("0-100", (777, 888, 999, *range(-1, -10, -1)))],
)
def test_usual_codes_count_only_outside_the_scale(scale, codes):
    assert missing_codes(None).on(SCALES[scale]) == codes


def test_codes_at_the_ends_of_a_scale_are_on_it():
    codes = MissingCodes((0.0, 1.0, 5.0, 6.0), (), named=False)
    assert codes.on(SCALES["1-5"]) == (0, 6)
    assert MissingCodes((0.0, 1.0), (), named=True).on(SCALES["1-5"]) == (0, 1)
