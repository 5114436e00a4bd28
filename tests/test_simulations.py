"""Every simulation still gives the numbers its README talks about; bad experiments get a sentence."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from experiment_stage import REGIONS, experiment_file, small

from coprod_sim.cli import main
from coprod_sim.errors import InputError
from coprod_sim.results.simulations import (
    differing,
    expected_of,
    find_simulation,
    read_expected,
    run_simulation,
    simulation_names,
    write_expected,
)

PLACE = Path(__file__).resolve().parents[1] / "simulations"
NAMES = [folder.name for folder in sorted(PLACE.iterdir()) if folder.is_dir()]
SLOW = {
    "03_trust_repair",
    "07_how_many_people_how_many_runs",
    "08_what_if_an_assumption_changes",
    "09_a_whole_country",
    "10_hundreds_of_ways",
    "11_what_matters_most",
    "12_when_it_does_not_pay",
    "14_what_you_must_believe",
}
RERUN = [pytest.param(n, marks=pytest.mark.slow) if n in SLOW else n for n in NAMES]
NUMBER = r"`(-?\d[\d,]*(?:\.\d+)?)`"
RANGE = re.compile(rf"{NUMBER}\s+\({NUMBER}\s+to\s+{NUMBER}\)")
LONGEST_SENTENCE = 25
NOT_KEYS = {"mean", "low", "high", "spread", "rank"}
HEADINGS = (
    "## Why it matters, and to whom", "## What is varied", "## What was found", "## Limits",
    "## Run it",
)  # fmt: skip


def readme(name: str) -> str:
    return (PLACE / name / "README.md").read_text(encoding="utf-8")


def found(text: str) -> str:
    return text.partition("## What was found")[2].partition("\n## ")[0]


def fits(quoted: str, values: pd.Series | pd.DataFrame) -> np.ndarray:
    """Say which values a quoted number may stand for, rounded to its own decimals."""
    decimals = len(quoted.partition(".")[2])
    limit = 0.5 * 10**-decimals + 0.5e-4 + 1e-9
    return np.abs(values.to_numpy(dtype=float) - float(quoted.replace(",", ""))) <= limit


def quotes_without_a_source(text: str, table: pd.DataFrame) -> list[str]:
    """List numbers that no row of the table gives; a mean and its range must share a row."""
    numbers = table.select_dtypes("number")
    orphans = []
    for mean, low, high in RANGE.findall(text):
        row = fits(mean, table["mean"]) & fits(low, table["low"]) & fits(high, table["high"])
        orphans += [] if row.any() else [f"{mean} ({low} to {high})"]
    alone = re.findall(NUMBER, RANGE.sub("", text))
    return orphans + [number for number in alone if not fits(number, numbers).any()]


def sentences(text: str) -> Iterator[str]:
    for block in re.split(r"\n\s*\n|\n- ", text):
        if not block.startswith(("#", "    ")):
            yield from re.split(r"(?<=[.!?])(?:\*\*)?\s+", " ".join(block.split()))


def copy_of(name: str, folder: Path, old: str, new: str) -> Path:
    """Copy a simulation with one change in its experiment."""
    copy = folder / name
    shutil.copytree(PLACE / name, copy)
    file = copy / "experiment.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return copy


# The folders
@pytest.mark.parametrize("name", NAMES)
def test_every_folder_has_its_question_its_experiment_and_its_numbers(name: str):
    here = {path.name for path in (PLACE / name).iterdir()}
    assert here == {"README.md", "experiment.toml", "expected.csv"}, (
        f"simulations/{name} holds something else than these three files"
    )


@pytest.mark.parametrize("name", RERUN)
def test_a_simulation_run_again_gives_what_is_expected(name: str):
    frame = run_simulation(PLACE / name)
    assert differing(frame, PLACE / name).empty
    assert frame.attrs["simulation"] == name


@pytest.mark.parametrize("name", NAMES)
def test_the_expected_numbers_are_kept_to_four_decimals_and_in_order(name: str):
    table = read_expected(PLACE / name)
    pd.testing.assert_frame_equal(table, expected_of(table))
    assert (table["low"] <= table["high"]).all()
    assert not table.duplicated([c for c in table if c not in NOT_KEYS]).any()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("runs = 100", "runs = 100\nassumptions = { slant = 0.155 }"),
        ("runs = 100", "runs = 100\nseed = 2"),
        ("runs = 100", "runs = 99"),
        ('awareness = "tickbox"', "awareness = 0.42"),
    ],
)
def test_a_changed_parameter_does_not_give_what_is_expected(tmp_path: Path, old: str, new: str):
    folder = copy_of("02_leave_out_one_step", tmp_path, old, new)
    assert not differing(run_simulation(folder), folder).empty


def test_a_last_digit_that_rounds_otherwise_is_no_difference_but_a_missing_row_is():
    folder = PLACE / "02_leave_out_one_step"
    table = read_expected(folder)
    assert differing(table, folder).empty
    assert differing(table.assign(mean=table["mean"] + 0.0001), folder).empty
    assert len(differing(table.assign(mean=table["mean"] + 0.0002), folder)) == len(table)
    assert not differing(table.iloc[1:], folder).empty
    assert not differing(table.assign(group="all"), folder).empty


def test_the_numbers_to_expect_are_written_by_one_call(tmp_path: Path):
    experiment_file(tmp_path, small())
    path = write_expected(tmp_path)
    first = path.read_bytes()
    assert differing(run_simulation(tmp_path), tmp_path).empty
    assert write_expected(tmp_path, run_simulation(tmp_path)).read_bytes() == first


def test_without_expected_numbers_a_sentence_says_how_to_make_them(tmp_path: Path):
    with pytest.raises(InputError, match=r"there is no expected\.csv; .* --accept"):
        read_expected(tmp_path)


# The words
@pytest.mark.parametrize("name", NAMES)
def test_every_number_found_stands_in_the_expected_numbers(name: str):
    text = found(readme(name))
    assert len(re.findall(NUMBER, text)) >= 10
    assert quotes_without_a_source(text, read_expected(PLACE / name)) == []


def test_a_number_without_a_source_is_noticed():
    table = pd.DataFrame({"mean": [0.1234, 0.5], "low": [0.1, 0.4], "high": [0.2, 0.6]})
    fine = "`0.12` (`0.10` to `0.20`), `0.5` and `0.123`"
    assert quotes_without_a_source(fine, table) == []
    assert quotes_without_a_source("`0.12` (`0.40` to `0.60`)", table) == ["0.12 (0.40 to 0.60)"]
    assert quotes_without_a_source("`-0.12` and `0.14`", table) == ["-0.12", "0.14"]


@pytest.mark.parametrize("name", NAMES)
def test_a_readme_says_all_it_should(name: str):
    text = readme(name)
    places = [text.find(heading) for heading in HEADINGS]
    missing = [heading for heading in HEADINGS if heading not in text]
    assert missing == [], f"simulations/{name}/README.md lacks headings"
    assert places == sorted(places), "its headings are in another order"
    assert places[0] > text.find("**The question.**") > 0
    assert f"    coprod-sim run {name}\n" in text
    assert "All numbers above come from `expected.csv`." in text
    assert "decide as equal" in text


@pytest.mark.parametrize("name", NAMES)
def test_a_readme_speaks_in_short_sentences(name: str):
    long = [s for s in sentences(readme(name)) if len(s.split()) > LONGEST_SENTENCE]
    assert long == []


def test_the_overview_lists_every_simulation():
    text = (PLACE / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| \[(\w+)\]\(\1/\)", text, re.MULTILINE)
    assert rows == NAMES, (
        "simulations/README.md needs one row for each folder, in alphabetical order"
    )


# Finding them
def test_a_simulation_is_found_by_name_or_path_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    assert set(NAMES) <= set(simulation_names())
    folder = PLACE / NAMES[0]
    for name in (NAMES[0], str(folder), str(folder / "experiment.toml")):
        assert find_simulation(name).resolve() == folder


def test_simulations_here_come_before_those_of_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("mine", NAMES[0]):
        (tmp_path / "simulations" / name).mkdir(parents=True)
        experiment_file(tmp_path / "simulations" / name, small())
    monkeypatch.chdir(tmp_path)
    assert "mine" in simulation_names()
    assert find_simulation("mine") == tmp_path / "simulations" / "mine"
    assert find_simulation(NAMES[0]) == tmp_path / "simulations" / NAMES[0]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("03_trust_repare", "did you mean '03_trust_repair'"),
        (
            "nothing like it",
            "there is no simulation called 'nothing like it' ('coprod-sim list' names all",
        ),
        ("", "there is no simulation called ''"),
        (str(PLACE), "there is no experiment.toml in this folder"),
    ],
)
def test_an_unknown_simulation_gets_a_sentence(name: str, sentence: str):
    with pytest.raises(InputError) as problem:
        find_simulation(name)
    assert sentence in str(problem.value)


# The command
def test_an_experiment_is_played_with_other_people_and_runs_but_only_its_file_is_accepted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    folder = str(experiment_file(tmp_path, small(groups='["all"]') + REGIONS).parent)
    more = ["--citizens", "200", "--runs", "2", "--out", str(tmp_path)]
    assert main(["run", folder, *more]) == 0
    stored = pd.read_parquet(tmp_path / f"{tmp_path.name}.parquet")
    asked = stored.attrs["experiment"]
    assert (asked["runs"], asked["settings"]["people.citizens"]) == (2, 200)
    assert asked["settings"]["decisions.count"] == 2
    capsys.readouterr()
    assert main(["run", folder, "--runs", "2", "--accept"]) == 2
    assert "What is accepted must come from the file as it is" in capsys.readouterr().err
