"""Survey files as analysts have them give the values an analyst gets, or the question that must be asked."""

import csv
import re
from pathlib import Path

import pytest

from coprod_sim.population.survey import (
    Reading,
    SeveralReadingsError,
    build_reading,
    open_survey,
    population_from,
    read_survey,
)

FOLDER = Path(__file__).parent / "data" / "surveys"
EXPECTED = list(csv.DictReader((FOLDER / "expected.csv").read_text("utf-8").splitlines()))
SAID_BY_THE_FILE = {
    "06_reversed_1to4.sav", "06_reversed_1to4_labels.csv", "08_qualtrics.csv", "09_surveymonkey.csv",
    "10_google_forms_verbal.csv", "17_endpoint_labels.csv", "26_likert5_endpoint_labels.csv",
}  # fmt: skip
ASKED = {
    "06_reversed_1to4_codes.csv": ("scale", "direction"),
    "07_excel_merged.xlsx": ("direction",),
    "11_german_cp1252.csv": ("scale", "direction"),
    "13_scale_1to10.csv": ("scale", "direction"),
    "16_duplicate_columns.csv": ("scale", "direction"),
    "18_personal.csv": ("scale", "direction"),
    "19_scale_1to4.csv": ("scale", "direction"),
    "22_likert5_6dk.csv": ("scale", "direction"),
    "23_likert5_8_9.csv": ("scale", "direction"),
}
FILES = [row["file"] for row in EXPECTED]


def reading_of(row: dict[str, str], **more: object) -> Reading:
    return build_reading({"trust": row["question"], "weight": row["weight"] or None, **more})


def told_of(row: dict[str, str]) -> Reading:
    """Say all that the list of right values says of a file."""
    missing = row["missing"] if row["missing"][:1].isdigit() else ""
    turned = row["direction"] == "1 is most trust"
    return reading_of(row, scale=row["scale"], reversed=turned, missing=missing)


@pytest.mark.parametrize("row", EXPECTED, ids=FILES)
def test_a_file_gives_the_values_an_analyst_gets(row):
    known = row["file"] in SAID_BY_THE_FILE
    read = read_survey(FOLDER / row["file"], reading_of(row) if known else told_of(row))
    mean = sum(share * (step + 0.5) / 11 for step, share in enumerate(read.table))
    assert read.n_used == int(row["answers_used"])
    assert read.n_read == 1200
    assert mean == pytest.approx(float(row["mean_of_11_equal_slices_0_to_1"]), abs=6e-5)
    told = next(note for note in read.notes if note.startswith("Mean trust from 0 to 1: "))
    own, *steps = (float(number) for number in re.findall(r"0\.\d{3}", told))
    assert own == pytest.approx(float(row["weighted_mean_of_scale_0_to_1"]), abs=6e-4)
    assert [*steps, own][0] == pytest.approx(float(row["mean_of_11_equal_slices_0_to_1"]), abs=6e-4)
    assert read.share_trusting == pytest.approx(float(row["share_above_the_middle"]), abs=6e-5)


@pytest.mark.parametrize("file", ASKED)
def test_what_a_file_does_not_say_is_asked_and_never_guessed(file):
    row = next(row for row in EXPECTED if row["file"] == file)
    with pytest.raises(
        SeveralReadingsError, match="can be read in more than one way; say"
    ) as asked:
        read_survey(FOLDER / file, reading_of(row))
    assert asked.value.taken.asks == ASKED[file]


def test_every_file_is_either_told_or_asked_about():
    assert SAID_BY_THE_FILE | set(ASKED) == set(FILES)


@pytest.mark.parametrize(
    ("file", "codes"),
    [("06_reversed_1to4_codes.csv", ("9",)), ("13_scale_1to10.csv", ("98", "99")),
     ("22_likert5_6dk.csv", ("6",)), ("23_likert5_8_9.csv", ("8", "9"))],
)  # fmt: skip
def test_answers_off_the_scale_must_be_said_to_be_none(file, codes):
    row = next(row for row in EXPECTED if row["file"] == file)
    told = told_of(row).model_copy(update={"missing": ()})
    with pytest.raises(SeveralReadingsError, match="say which answers are none") as asked:
        read_survey(FOLDER / file, told)
    assert asked.value.taken.unplaced == codes


@pytest.mark.parametrize("row", EXPECTED, ids=FILES)
def test_the_reading_that_is_kept_gives_the_same_result_again(row):
    table = open_survey(FOLDER / row["file"])
    first = population_from(table, told_of(row) if row["file"] in ASKED else reading_of(row), "x")
    assert first.reading is not None
    again = population_from(table, first.reading, "x")
    assert (again.table, again.share_trusting, again.reading) == (
        first.table,
        first.share_trusting,
        first.reading,
    )


@pytest.mark.parametrize("file", ["08_qualtrics.csv", "09_surveymonkey.csv", "10_google_forms_verbal.csv",
                                  "18_personal.csv", "11_german_cp1252.csv"])  # fmt: skip
def test_nothing_of_a_column_that_nobody_chose_is_kept(file):
    row = next(row for row in EXPECTED if row["file"] == file)
    known = file in SAID_BY_THE_FILE
    read = read_survey(FOLDER / file, reading_of(row) if known else told_of(row))
    kept = read.model_dump_json()
    for personal in (
        "example.org",
        "Evans",
        "81.2.69",
        "Hauptstra",
        "Fix the roads",
        "White British",
    ):
        assert personal not in kept


@pytest.mark.parametrize("column", ["name", "mail"])
def test_a_column_of_people_is_no_group_column_and_nothing_of_it_is_shown(column):
    reading = build_reading(
        {"scale": "0-10", "reversed": False, "group": column, "less_heard": "x"}
    )
    with pytest.raises(ValueError, match="does not tell groups apart") as refused:
        read_survey(FOLDER / "18_personal.csv", reading)
    assert "Evans" not in str(refused.value)
    assert "@" not in str(refused.value)


@pytest.mark.parametrize("use", ["trust", "weight"])
def test_a_column_of_e_mails_is_no_trust_and_no_weight_and_nothing_of_it_is_shown(use):
    reading = build_reading({"trust": "trust", "scale": "0-10", "reversed": False, use: "mail"})
    with pytest.raises(ValueError, match="column 'mail'") as refused:
        read_survey(FOLDER / "18_personal.csv", reading)
    assert "@" not in str(refused.value)
