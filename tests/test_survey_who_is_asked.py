"""Who counts is never guessed: rows not finished and weights are asked about, previews are left out."""

import shlex
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest
from cli_stage import run
from survey_stage import PLAIN, plain, said
from test_survey_control import Page

from coprod_sim.errors import InputError
from coprod_sim.population.columns import perhaps_weights
from coprod_sim.population.reading import build_reading
from coprod_sim.population.survey import SurveyTable, load_population, read_survey

STATUS = ["Survey Preview"] * 9 + ["IP Address"] * 111
FINISHED = ["True"] * 9 + ["False"] * 32 + ["True"] * 79
PROGRESS = [100] * 9 + [40] * 32 + [100] * 79
QUALTRICS = "Status,Progress,Finished,trust\n" + "".join(
    f"{s},{p},{f},{k % 11}\n"
    for k, (s, p, f) in enumerate(zip(STATUS, PROGRESS, FINISHED, strict=True))
)
"""120 rows: 9 previews, 32 that were not finished, 79 that were."""
OPTIONS = ("--scale", "0-10", "--no-reversed")


def spss(folder: Path, name: str, label: str) -> Path:
    """Write 100 people of whom 34 trust, and 32 in 100 by their weights: 34 of 0.9 each, 66 of 1.0 or so."""
    trust = [8] * 34 + [2] * 66
    weights = np.array([1.0] * 34 + [34 * 68 / (32 * 66)] * 66)
    file = folder / "s.sav"
    frame = pd.DataFrame({"trust": trust, name: weights})
    pyreadstat.write_sav(frame, file, column_labels=["How much do you trust the hospital?", label])
    return file


# Previews and rows not finished


@pytest.mark.parametrize(("unfinished", "used"), [(False, 79), (True, 111)])
def test_previews_are_never_people_and_are_told_with_their_number(tmp_path, unfinished, used):
    read = plain(tmp_path, QUALTRICS, unfinished=unfinished)
    assert (read.n_read, read.n_used) == (120, used)
    assert "Dropped 9 rows: marked as a preview or a test (column 'Status')." in read.notes
    assert read.left_out == {"previews": 9} | ({} if unfinished else {"unfinished": 32})
    assert plain(tmp_path, QUALTRICS, unfinished=unfinished, previews=True).n_used == used + 9


def test_python_asks_whether_rows_not_finished_count_and_names_both_ways(tmp_path):
    with pytest.raises(InputError) as caught:
        plain(tmp_path, QUALTRICS)
    assert str(caught.value) == (
        "survey.csv: 32 rows are marked as not finished (columns 'Progress', 'Finished'); say"
        " unfinished=False to leave them out, or unfinished=True to count them."
    )


def test_rows_that_have_not_come_to_the_end_are_not_finished_without_another_mark(tmp_path):
    text = "Progress,trust\n" + "".join(f"{p},{k % 11}\n" for k, p in enumerate(PROGRESS))
    with pytest.raises(InputError, match="32 rows are marked as not finished"):
        plain(tmp_path, text)
    assert plain(tmp_path, text, unfinished=False).n_used == 88
    assert plain(tmp_path, text.replace("100,", "40,")).n_used == 120, "nobody came to 100"


def test_a_file_of_previews_alone_asks_nothing_of_rows_not_finished(tmp_path):
    text = QUALTRICS.replace("False", "True").replace(",40,", ",100,")
    assert plain(tmp_path, text).n_used == 111


@pytest.mark.parametrize(("way", "used"), [("--no-unfinished", 79), ("--unfinished", 111)])
def test_the_command_line_asks_with_both_commands(tmp_path, capsys, way, used):
    survey, out = tmp_path / "s.csv", tmp_path / "s.toml"
    survey.write_text(QUALTRICS)
    code, _, err = run(capsys, "population", str(survey), *OPTIONS, "--out", str(out))
    assert code == 2
    assert not out.exists()
    assert "32 rows are marked as not finished (columns 'Progress', 'Finished')" in err
    commands = [line.strip() for line in err.splitlines() if line.startswith("  coprod-sim")]
    assert len(commands) == 2
    (command,) = [one for one in commands if f" {way}" in one]
    assert run(capsys, *shlex.split(command)[1:])[0] == 0
    assert load_population(out).n_used == used


@pytest.mark.parametrize(("way", "used"), [("out", 79), ("in", 111)])
def test_the_page_stops_and_asks_whether_rows_not_finished_count(way, used):
    page = Page()
    page.upload("s.csv", QUALTRICS.encode())
    page.answer(low=0, high=10, direction="up")
    assert page.use() is None
    assert page.alerts()[-1] == (
        "<p>Not yet. Say above whether the 32 rows that are marked as not finished count.</p>"
    )
    page.answer(unfinished=way)
    read = page.use()
    assert read is not None
    assert read.n_used == used


# Weights


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("wt_final", "Final weight"),
        ("WTFINAL", ""),
        ("wgt", ""),
        ("wgt2", ""),
        ("pond", ""),
        ("finalwt", ""),
        ("f12", "Post-stratification weight"),
        ("x", "Gewichtung"),
    ],
)
def test_weights_are_noticed_by_name_or_label_and_asked_about(tmp_path, name, label):
    file = spss(tmp_path, name, label)
    with pytest.raises(InputError) as caught:
        read_survey(file, build_reading(PLAIN))
    assert (
        f"column {name!r} may hold weights; say weight={name!r} to count by it, or unweighted=True"
        in str(caught.value)
    )
    counted = read_survey(file, build_reading(PLAIN | {"weight": name}))
    assert counted.share_trusting == pytest.approx(0.32)
    assert "Check this" not in said(counted)
    same = read_survey(file, build_reading(PLAIN | {"unweighted": True}))
    assert same.share_trusting == pytest.approx(0.34)
    assert (
        f"Every person counts the same, as told, although column {name!r} may hold weights."
        in same.notes
    )


@pytest.mark.parametrize("name", ["growth", "newtown", "wife", "age", "town", "w2"])
def test_other_columns_are_not_taken_for_weights(name):
    assert perhaps_weights(SurveyTable(pd.DataFrame({name: [1.0, 2.0]}))) == []


def test_a_column_of_words_or_a_question_on_weight_holds_no_weights():
    table = SurveyTable(
        pd.DataFrame({"weight_group": ["light", "heavy"], "q7": [1, 2]}),
        questions={"q7": "How much weight should patients have?"},
    )
    assert perhaps_weights(table) == []


def test_the_command_line_asks_whether_a_column_holds_weights(tmp_path, capsys):
    file, out = spss(tmp_path, "wt_final", "Final weight"), tmp_path / "p.toml"
    code, _, err = run(capsys, "population", str(file), *OPTIONS, "--out", str(out))
    assert code == 2
    assert "column 'wt_final' may hold weights" in err
    commands = [line.strip() for line in err.splitlines() if line.startswith("  coprod-sim")]
    shares = []
    for command in commands:
        assert run(capsys, *shlex.split(command)[1:])[0] == 0
        shares.append(load_population(out).share_trusting)
    assert shares == pytest.approx([0.32, 0.34])


def test_the_page_asks_whether_a_column_holds_weights(tmp_path):
    page, data = Page(), spss(tmp_path, "wt_final", "Final weight").read_bytes()
    page.upload("s.sav", data)
    page.answer(low=0, high=10, direction="up")
    assert page.use() is None
    assert page.alerts()[-1] == (
        "<p>Not yet. Say above whether the column wt_final holds weights: choose it, or choose that every"
        " person counts the same.</p>"
    )
    page.answer(weight="(everybody the same)")
    read = page.use()
    assert read is not None
    assert read.share_trusting == pytest.approx(0.34)
    page.upload("s.sav", data)
    assert page.value("weight") == "(everybody the same)", "the very same file"
    page.answer(weight="wt_final")
    read = page.use()
    assert read is not None
    assert read.share_trusting == pytest.approx(0.32)


def test_weights_cannot_be_named_and_forbidden():
    with pytest.raises(InputError, match="weight and unweighted cannot both be said"):
        build_reading({"weight": "w", "unweighted": True})


def test_what_is_said_last_stands_over_what_a_file_of_options_says(tmp_path, capsys):
    file, out = spss(tmp_path, "wt_final", "Final weight"), tmp_path / "p.toml"
    made = ("population", str(file), "--out", str(out))
    assert run(capsys, *made, *OPTIONS, "--weight", "wt_final")[0] == 0
    assert run(capsys, *made, "--map", str(out), "--unweighted")[0] == 0
    assert load_population(out).share_trusting == pytest.approx(0.34)
    assert run(capsys, *made, "--map", str(out), "--weight", "wt_final")[0] == 0
    assert load_population(out).share_trusting == pytest.approx(0.32)


def test_all_that_is_open_is_asked_together(tmp_path, capsys):
    (tmp_path / "s.csv").write_text(QUALTRICS.replace("Status", "w").replace("Survey Preview", "2").replace(
        "IP Address", "1"))  # fmt: skip
    out = tmp_path / "s.toml"
    code, _, err = run(capsys, "population", str(tmp_path / "s.csv"), *OPTIONS, "--out", str(out))
    assert code == 2
    assert [
        [word for word in line.split() if word.startswith(("--w", "--unw", "--no-unf", "--unf"))]
        for line in err.splitlines()
        if line.startswith("  coprod-sim")
    ] == [
        ["--no-unfinished", "--weight"], ["--no-unfinished", "--unweighted"],
        ["--unfinished", "--weight"], ["--unfinished", "--unweighted"],
    ]  # fmt: skip
