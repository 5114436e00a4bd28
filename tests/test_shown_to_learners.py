"""Results on a page have their scale and their range; rooms are given papers that can be printed."""

import re

import pytest

from coprod_sim.apps.learner.change_view import before_after
from coprod_sim.apps.learner.result_view import result_html
from coprod_sim.learning.kinds.predict import judge
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.readouts import Readout
from coprod_sim.learning.runs import Run, play
from coprod_sim.live.plans import load_plan
from coprod_sim.words import words_in

T = words_in("en")
RANGE = re.compile(r"[−\d.]+ \([−\d.]+ to [−\d.]+\)")  # noqa: RUF001 - the real minus sign
SIGNED = re.compile(r"[+−]?[\d.]+ \([+−]?[\d.]+ to [+−]?[\d.]+\)")  # noqa: RUF001


def test_decision_quality_is_shown_with_what_its_points_mean():
    run = Run(engagements=("tickbox", "co_production"), runs=8)
    shown = result_html(Readout(measure="quality"), play(run, 5), T)
    assert "100: it fits all exactly. 0: no better than without it. Below 0: it harms." in shown
    plain = result_html(Readout(measure="trust"), play(run, 5), T)
    assert "it fits all exactly" not in plain
    assert "the versions of the model that published findings do not rule out" in shown


def test_what_came_out_is_told_with_its_range_and_in_how_many_models():
    item = load_lesson("5_feedback").example
    assert item is not None
    played = play(item.run, 1)
    assert played.models == 100
    right, said = judge(item, "few", played, T)
    assert right
    assert RANGE.search(said)
    assert re.search(r"Of 100 models that fit the findings, \d+ give this answer", said)


def test_a_change_is_shown_with_its_range_run_by_run():
    lesson = load_lesson("5_feedback")
    assert lesson.predict is not None
    assert lesson.change is not None
    before = play(lesson.predict.run, 1)
    after = play(lesson.change.changed(lesson.predict.run, {"feedback": 0.75}), 1)
    for row in before_after(lesson.change, before, after, T).itertuples(index=False):
        assert [bool(SIGNED.fullmatch(cell)) for cell in row[1:]] == [True] * 3, row


@pytest.mark.parametrize("name", lesson_names())
def test_a_room_activity_asks_only_for_papers_that_there_are(name: str):
    activity = load_lesson(name).activity
    assert activity is not None
    asked = re.search(r"[Pp]rint the pack of plan ([A-Z])", activity.do)
    assert asked or "Print" not in activity.do, "say which pack holds what is printed"
    if asked:
        papers = {paper for part in load_plan(asked[1]).part for paper in part.handouts}
        assert any(paper.startswith("leaflet") for paper in papers)
        assert any(paper.startswith("picture") for paper in papers)
