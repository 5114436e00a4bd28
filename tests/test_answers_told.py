"""Who made no bet is told the answer; an example says which was right; print names its decision."""

import json

import pytest

from coprod_sim import kit_folders
from coprod_sim.learning.default_result import CELL, SEED
from coprod_sim.learning.kinds.predict import answer_told, solved_said
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.readouts import ranged
from coprod_sim.learning.runs import play
from coprod_sim.words import ENGLISH, words_in

T = words_in(ENGLISH)


def test_who_does_not_know_is_told_the_answer_with_its_range_and_not_praised():
    item = load_lesson("0_start_here").predict
    played = play(item.run, SEED)
    told = answer_told(item, played, T)
    assert told.startswith('The answer is "More than 40 and up to 65".')
    assert ranged(item.read, played, digits=item.digits) in told
    assert "Yes" not in told


def test_an_example_solved_aloud_names_the_right_answer_first():
    item = load_lesson("0_start_here").example
    played = play(item.run, SEED)
    assert solved_said(item, played, T).startswith('The answer is "From 2 to 12 more".')


def printed(name: str) -> str:
    path = kit_folders.home() / kit_folders.NOTEBOOKS / f"{name}.ipynb"
    cells = {
        cell["id"]: "".join(cell["source"]) for cell in json.loads(path.read_text("utf-8"))["cells"]
    }
    return cells[CELL]


@pytest.mark.parametrize("name", lesson_names())
def test_a_printed_table_is_labelled_by_the_decision_whose_numbers_it_holds(name):
    lesson = load_lesson(name)
    item = lesson.example or lesson.predict
    shown = item.read.decision or item.run.case.decisions.count
    assert f"after decision {shown}," in printed(name)


def test_a_printed_fall_shows_where_it_began():
    assert "after decision 3 |" in printed("7_when_it_goes_wrong")
