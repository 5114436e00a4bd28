"""Rows that a survey program marks as not finished are counted or left out as a person says."""

import re

import pytest
from cli_stage import run
from survey_stage import plain, said
from test_survey_control import Page
from widget_tree import texts

ROWS = "".join(f"{k % 11},{'False' if k < 31 else 'True'}\n" for k in range(233))
SURVEY = f"trust,Finished\n{ROWS}"
OPTIONS = ("--scale", "0-10", "--no-reversed")


def test_they_are_left_out_or_counted_as_a_person_says(tmp_path):
    left = plain(tmp_path, SURVEY, unfinished=False)
    assert (left.n_read, left.n_used) == (233, 202)
    assert "Dropped 31 rows: marked as not finished (column 'Finished')." in left.notes
    kept = plain(tmp_path, SURVEY, unfinished=True)
    assert kept.n_used == 233
    assert "Counted 31 rows that are marked as not finished (column" in said(kept)
    assert "Check this" not in said(left) + said(kept)


def test_a_command_that_asks_for_more_says_what_is_asked_next(tmp_path, capsys):
    (tmp_path / "s.csv").write_text(SURVEY)
    code, _, err = run(capsys, "population", str(tmp_path / "s.csv"))
    assert code == 2
    assert (
        "Who counts is asked next: 31 rows are marked as not finished (column 'Finished')." in err
    )


@pytest.mark.parametrize(("way", "used"), [("out", 202), ("in", 233), ("", None)])
def test_the_page_asks_once_with_the_number(way, used):
    page = Page()
    page.upload("s.csv", SURVEY.encode())
    page.answer(low=0, high=10, direction="up")
    assert page.asks("unfinished")
    if way:
        page.answer(unfinished=way)
    read = page.use()
    assert (read and read.n_used) == used


def test_the_page_asks_nothing_where_no_row_is_marked():
    page = Page()
    page.upload("s.csv", SURVEY.replace("False", "True").encode())
    assert not page.asks("unfinished")
    assert not re.search("not finished", texts(page.box))
