"""What is asked where one thing is changed has a box, and which number moved most and least is said."""

import json

import pytest
from node_stage import worked_out
from widget_tree import form_with, texts

from coprod_sim.apps.learner import open_lesson
from coprod_sim.apps.learner.change_view import moved_said
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.progress import ProgressStore
from coprod_sim.learning.readouts import Readout, named
from coprod_sim.learning.runs import play
from coprod_sim.words import words_in

T = words_in("en")
pytestmark = pytest.mark.usefixtures("progress_file")


@pytest.mark.parametrize("name", [n for n in lesson_names() if load_lesson(n).change])
def test_the_question_where_one_thing_is_changed_has_a_box_that_is_kept(name: str):
    page, question = open_lesson(name), load_lesson(name).change.question
    form = form_with(page.change(), "text")
    assert form.fields["text"].label == "What did you find? Note your answer to the question."
    form.answer("text", "Trust hardly moved.")
    kept = ProgressStore().get(f"journal/{name}/change")
    assert kept == {"prompt": question, "text": "Trust hardly moved."}


def test_the_number_that_moved_most_and_the_one_that_moved_least_are_named():
    lesson = load_lesson("2_buy_in")
    run = lesson.predict.run
    before, after = (play(one, 5) for one in (run, run.turned("thin", {"buy_in": 0.8})))
    said = moved_said(lesson.change, before, after, T)
    assert said.startswith("Moved most: Opponents in the room (\N{MINUS SIGN}"), said
    assert "Moved least: Acceptance among those who lose (+" in said


ROWS = [
    ("trust", "Trust", "+0.4"), ("quality", "Quality", "\N{MINUS SIGN}12"),
    ("staff_hours", "Hours", "+1,200"), ("acceptance", "Acceptance", "+3"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (ROWS, "Moved most: Quality (\N{MINUS SIGN}12). Moved least: Trust (+0.4)."),
        (ROWS[2:], ""),
        ([("a", "A", "0"), ("b", "B", "0")], ""),
    ],
)
def test_in_the_browser_hours_are_not_set_against_points_and_a_draw_is_not_said(rows, said):
    given = [{"read": {"measure": m}, "name": n, "shown": s} for m, n, s in rows]
    say = "{ say: (_key, args) => JSON.stringify(args) }"
    told = worked_out("lessons/change.tsx", f"m.movedSaid({say}, given)", given)
    assert (T("learner-change-moved", **json.loads(told)) if told else "") == said


def test_nobody_is_named_beside_what_is_of_the_room_or_of_the_town():
    assert named(Readout(measure="room_opposed"), T) == "Opponents in the room"
    assert named(Readout(measure="staff_hours"), T) == "Staff hours"
    assert named(Readout(measure="losers_acceptance"), T) == "Acceptance among those who lose"
    assert named(Readout(measure="losers"), T) == "Share who lose"
    assert (
        named(Readout(measure="losers", group="less_heard"), T)
        == "Share who lose, less-heard people"
    )
    assert named(Readout(measure="trust"), T) == "Trust, everybody"
    assert named(Readout(measure="quality", group="less_heard"), T).endswith(", less-heard people")


@pytest.mark.parametrize("name", [n for n in lesson_names() if load_lesson(n).predict])
def test_a_number_has_as_many_decimals_in_what_is_said_as_in_the_table_beside_it(name: str):
    item = load_lesson(name).predict
    if item.see is not None:
        assert item.see.digits == item.digits


def test_the_example_that_was_left_out_can_be_shown_where_it_was_left_out():
    page = open_lesson("5_feedback")
    start, example = page.start(), page.example()
    ways = form_with(start, "track")
    ways.answer("track", "straight")
    button = form_with(example, "example")
    assert example.children[1].layout.display == "none"
    button.click("example")
    assert example.children[1].layout.display == ""
    assert ways.values["track"] == "example"
    assert "left out" not in texts(example)
