"""A cell of a survey is written as people would; a number is read only where it can be one alone."""

import numpy as np
import pandas as pd
import pytest
from survey_stage import table_of

from coprod_sim.errors import InputError
from coprod_sim.population.reading_numbers import read_numbers, readings
from coprod_sim.population.survey import Reading, take_answers
from coprod_sim.population.survey_files.survey_table import as_text
from coprod_sim.population.survey_groups import read_weights

NAN = float("nan")


@pytest.mark.parametrize(
    ("cell", "text"),
    [(" x ", "x"), ("4.0", "4"), ("4.50", "4.50"), (5.0, "5"), (0.6877, "0.6877"), (None, ""), (NAN, ""),
     (pd.NaT, ""), (True, "TRUE"), (np.int8(3), "3"), (np.float64(2), "2"), (1e20, "1e+20"),
     (pd.Timestamp(2025, 5, 1).date(), "2025-05-01")],
)  # fmt: skip
def test_a_cell_is_written_as_people_would(cell, text):
    assert as_text(cell) == text


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (["7", "+7", "-7", "7.5", ".5", "1e2", " 7 "], [7, 7, -7, 7.5, 0.5, 100, 7]),
        (["\N{MINUS SIGN}7"], [-7]),
        (["1e99999", "1 5", "", "x", ".", "nan", "inf", "\N{ARABIC-INDIC DIGIT SEVEN}"], [NAN] * 8),
        (["3,5", "4"], [3.5, 4]),
        (
            ["0,688", "1,234"],
            [0.688, 1.234],
        ),  # what cannot be thousands says that commas are decimal
        (["1,234", "2,000"], [NAN, NAN]),  # either could be meant
        (["1,234", "2.5"], [NAN, 2.5]),
        (["1,000,000", "3,5"], [NAN, 3.5]),
        (["800", "1,200.5", "3,000"], [800, 1200.5, 3000]),
        (["800", "1.200,5", "3.000", "0,8"], [800, 1200.5, 3000, 0.8]),
        (["800", "1 200", "3\N{NO-BREAK SPACE}000,5", "2'000"], [800, 1200, 3000.5, 2000]),
        (["1,200.5", "1.200,5"], [NAN, NAN]),
        (["1.000", "2.000", "7.000"], [1, 2, 7]),
        (["0%", "50 %", "100%"], [0, 50, 100]),
        (["12,5 %", "100 %"], [12.5, 100]),
        (["125%", "0.8"], [NAN, 0.8]),
    ],
)
def test_numbers_are_read_where_they_can_only_be_one(texts, numbers):
    assert read_numbers(texts) == pytest.approx(numbers, nan_ok=True)


@pytest.mark.parametrize(
    ("weights", "odd"),
    [("800 1.200 2.350", "1.200"), ("800 1.000 2.000", "1.000"), ("1,200 800", "1,200"),
     ("1.5 0.875 1.125", ""), ("0.875 1.000 1.125", ""), ("1.000 2.000", ""), ("1.200,5 800 3.000", ""),
     ("0,875 1,125", ""), ("30,00 800", "30,00"), ("3,0 8", "3,0"), ("30,00 12,50 8", ""), ("1,00 2,00", "")],
)  # fmt: skip
def test_weights_that_may_be_thousands_are_asked_about(weights, odd):
    rows = [f"{k % 11};{weights.split()[k % len(weights.split())]}" for k in range(24)]
    table = table_of("trust;w\n" + "\n".join(rows) + "\n")
    if not odd:
        assert read_weights(table, "w").max() == 1
        return
    with pytest.raises(InputError, match=f"holds {odd}, which may be {odd[0]}"):
        read_weights(table, "w")


def test_weights_that_are_short_for_thousands_are_asked_for_in_full():
    rows = [f"{k % 11};{('30k', '800')[k % 2]}" for k in range(24)]
    with pytest.raises(InputError, match="holds 30k, short for 30000; write thousands in full"):
        read_weights(table_of("trust;w\n" + "\n".join(rows) + "\n"), "w")


def test_answers_that_may_be_thousands_are_asked_about():
    rows = [f"{('3,0', '8', '5')[k % 3]};1" for k in range(24)]
    table = table_of("trust;w\n" + "\n".join(rows) + "\n")
    with pytest.raises(InputError, match="holds 3,0, which may be 3000 or 3; write"):
        take_answers(table, Reading(trust="trust", scale="0-10"))


@pytest.mark.parametrize(
    ("text", "found"),
    [("1.000", ("1000", "1")), ("1,250", ("1250", "1.25")), ("30,00", ("30000", "30")),
     ("-3,0", ("-3000", "-3")),
     ("30k", ("30000",)), ("1.5 K", ("1500",)), ("30,5", ()), ("0,00", ()), ("1,200,000", ()), ("12", ())],
)  # fmt: skip
def test_a_number_that_may_be_two_names_both(text, found):
    assert readings(text) == found


def test_thousands_in_one_column_do_not_part_the_columns():
    rows = [f"{k % 11},0;0,{500 + k}" for k in range(24)]
    assert table_of("trust;w\n" + "\n".join(rows) + "\n").columns == ["trust", "w"]
