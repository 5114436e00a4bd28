"""Rows that a survey program marks as previews or not finished are counted or left out as a person says."""

import re
import shlex

import pytest
from cli_stage import run
from survey_stage import plain, said
from test_survey_control import Page
from widget_tree import texts

from coprod_sim.population.survey import load_population

ROWS = "".join(f"{k % 11},{'False' if k < 31 else 'True'}\n" for k in range(233))
SURVEY = f"trust,Finished\n{ROWS}"
OPTIONS = ("--scale", "0-10", "--no-reversed")


def test_they_are_counted_where_nobody_says_anything_and_it_is_told(tmp_path):
    read = plain(tmp_path, SURVEY)
    assert read.n_used == 233
    assert (
        "Check this: 31 rows are marked as a preview, a test or not finished (column 'Finished'), and are"
        " counted, as nobody has said that they are to be left out." in read.notes
    )


def test_they_are_left_out_or_counted_as_a_person_says(tmp_path):
    left = plain(tmp_path, SURVEY, unfinished=False)
    assert (left.n_read, left.n_used) == (233, 202)
    assert (
        "Dropped 31 rows: marked as a preview, a test or not finished (column 'Finished')."
        in left.notes
    )
    kept = plain(tmp_path, SURVEY, unfinished=True)
    assert kept.n_used == 233
    assert "Counted 31 rows that are marked as a preview, a test or not finished (column" in said(
        kept
    )
    assert "Check this" not in said(left) + said(kept)


@pytest.mark.parametrize(("way", "used"), [("--no-unfinished", 202), ("--unfinished", 233)])
def test_the_command_line_offers_both_ways_as_commands_that_work(tmp_path, capsys, way, used):
    survey, out = tmp_path / "s.csv", tmp_path / "s.toml"
    survey.write_text(SURVEY)
    code, shown, _ = run(capsys, "population", str(survey), *OPTIONS, "--out", str(out))
    assert code == 0
    lines = [line.strip() for line in shown.splitlines()]
    command = next(line for line in lines if line.startswith("coprod-sim") and f" {way}" in line)
    assert run(capsys, *shlex.split(command)[1:])[0] == 0
    assert load_population(out).n_used == used


def test_a_command_that_asks_for_more_says_how_to_leave_them_out(tmp_path, capsys):
    (tmp_path / "s.csv").write_text(SURVEY)
    code, _, err = run(capsys, "population", str(tmp_path / "s.csv"))
    assert code == 2
    assert "31 rows are marked as a preview, a test or not finished (column 'Finished')" in err
    assert "add --no-unfinished to leave them out, or --unfinished to count them" in err


@pytest.mark.parametrize(("way", "used"), [("out", 202), ("in", 233), ("", 233)])
def test_the_page_asks_once_with_the_number(way, used):
    page = Page()
    page.upload("s.csv", SURVEY.encode())
    page.answer(low=0, high=10, direction="up")
    assert page.asks("unfinished")
    if way:
        page.answer(unfinished=way)
    read = page.use()
    assert read is not None
    assert read.n_used == used


def test_the_page_asks_nothing_where_no_row_is_marked():
    page = Page()
    page.upload("s.csv", SURVEY.replace("False", "True").encode())
    assert not page.asks("unfinished")
    assert not re.search("not finished", texts(page.box))

