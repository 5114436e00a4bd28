"""What is said about a survey in a file, and the population kept in one: read, refused, brought back."""

import os

import pytest
from survey_stage import STREET, column, plain

from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.population.survey import (
    Reading,
    build_reading,
    load_population,
    load_reading,
    write_population,
)

# Options and the file of a reading

pytestmark = pytest.mark.usefixtures("few_are_enough")


def test_the_file_of_a_reading_says_the_same_as_the_options(tmp_path):
    file = tmp_path / "mapping.toml"
    file.write_text(
        'trust = "q7"\nscale = "1-5"\nreversed = true\nnames_row = 3\n'
        'group = "area"\nless_heard = [1, "north"]\n'
        'weight = "w"\nmissing = [77, 8.5, "n.b."]\nname = "Our town"\n'
    )
    assert load_reading(file) == Reading(
        trust="q7",
        scale="1-5",
        reversed=True,
        names_row=3,
        group="area",
        less_heard=("1", "north"),
        weight="w",
        missing=("77", "8.5", "n.b."),
        name="Our town",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('tust = "q7"', "did you mean 'trust'?"),
        ("trust = 7", "trust"),
        ('trust = ""', "trust"),
        ('scale = "1-"', "'1-' is not a scale; a scale is a range of whole numbers, such as 1-4"),
        ('scale = ["a"]', "at least two different answers"),
        ("names_row = 0", "names_row"),
        ("reversed = 3", "reversed"),
        ("less_heard = [true]", "less_heard"),
        ("missing = [[1]]", "missing"),
        ("trust = ", "TOML"),
        ("a = " + "[" * 5000, "mapping.toml"),
    ],
)
def test_a_wrong_file_of_a_reading_is_refused_with_the_key(tmp_path, text, expected):
    file = tmp_path / "mapping.toml"
    file.write_text(text)
    with pytest.raises(InputError) as caught:
        load_reading(file)
    assert expected in str(caught.value)
    assert str(caught.value).startswith("mapping.toml: ")


def test_options_left_out_may_be_none():
    assert build_reading({"trust": None, "less_heard": None}) == Reading()


def test_the_nearest_spelling_is_quoted_short():
    assert did_you_mean("TRSUT", ["age", "trust"]) == "; did you mean 'trust'?"
    assert did_you_mean("height", ["age", "trust"]) == ""
    assert len(did_you_mean("x" * 500, ["x" * 400])) < 80


# Saving and reading back


def test_a_population_survives_being_saved(tmp_path):
    text = STREET.replace("tenure", 'ten"u\\re')
    made = plain(
        tmp_path,
        text,
        missing="99",
        group='ten"u\\re',
        less_heard=["renter"],
        name="Old \x7f\ttöwn \U0001f3e0",
        unweighted=True,
    )
    write_population(made, tmp_path / "population.toml")
    assert load_population(tmp_path / "population.toml") == made
    assert made.reading is not None
    assert load_reading(tmp_path / "population.toml") == made.reading


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights on files")
def test_a_population_is_for_its_owner_alone(tmp_path):
    write_population(plain(tmp_path, column(0, 10)), tmp_path / "population.toml")
    assert (tmp_path / "population.toml").stat().st_mode & 0o777 == 0o600


def test_a_population_made_before_there_were_readings_is_still_read(tmp_path):
    file = tmp_path / "population.toml"
    file.write_text(f"{HAND}table = {[1.0, *[0.0] * 10]}")
    found = load_population(file)
    assert (found.reading, found.share_trusting) == (None, None)


def test_a_population_cannot_be_written_where_there_is_no_folder(tmp_path):
    with pytest.raises(InputError, match="cannot be written"):
        write_population(plain(tmp_path, column(0, 10)), tmp_path / "nowhere" / "population.toml")


HAND = "n_read = 9\nn_used = 9\nname = 'x'\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "missing"),
        (f"{HAND}table = [1.0]", "table"),
        (f"{HAND}table = {[0.1] * 11}", "the shares must sum to 1, but they sum to 1.1"),
        (f"{HAND}table = {[2.0, -1.0, *[0.0] * 9]}", "table"),
        (f"{HAND}table = [nan, 1.0, {'0.0, ' * 9}]", "table"),
        (f"{HAND}table = {[1, *[0] * 10]}".replace("9", "9" * 400), "n_read"),
        (f"{HAND}tabel = {[1.0, *[0.0] * 10]}", "did you mean 'table'?"),
        (f"{HAND}table = {[1, *[0] * 10]}\nless_heard = {[1, *[0] * 10]}", "or neither"),
        (f"{HAND}table = {[1, *[0] * 10]}".replace("n_read = 9", "n_read = 8"), "more than n_read"),
    ],
)
def test_a_population_file_with_a_fault_is_refused(tmp_path, text, expected):
    file = tmp_path / "population.toml"
    file.write_text(text)
    with pytest.raises(InputError) as caught:
        load_population(file)
    assert expected in str(caught.value)


def test_shares_rounded_by_hand_are_scaled_to_sum_to_1(tmp_path):
    file = tmp_path / "population.toml"
    file.write_text(f"{HAND}table = {[0.333, 0.333, 0.333, *[0] * 8]}")
    assert sum(load_population(file).table) == pytest.approx(1, abs=1e-12)
