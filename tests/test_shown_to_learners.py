"""Results on a page have their scale and their range; rooms are given papers that can be printed."""

import re
from itertools import combinations, permutations

import numpy as np
import pytest

from coprod_sim.apps.learner.change_view import before_after
from coprod_sim.apps.learner.result_view import result_html
from coprod_sim.engagement.dials import FIVE_STEPS
from coprod_sim.learning.check_result import Status
from coprod_sim.learning.default_result import result_chart
from coprod_sim.learning.exercise import find_exercise
from coprod_sim.learning.kinds import calibrate
from coprod_sim.learning.kinds.predict import judge
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.readouts import Readout, step_gains
from coprod_sim.learning.runs import Run, play
from coprod_sim.live.plans import load_plan
from coprod_sim.results import Variant
from coprod_sim.results.nroy import not_ruled_out
from coprod_sim.results.player import first_run_of, trial_of
from coprod_sim.results.player import play as play_trials
from coprod_sim.words import words_in

T = words_in("en")
RANGE = re.compile(r"[−\d.]+ \([−\d.]+ to [−\d.]+\)")  # noqa: RUF001 - the real minus sign
SIGNED = re.compile(r"[+−]?[\d.]+ \([+−]?[\d.]+ to [+−]?[\d.]+\)")  # noqa: RUF001


def test_decision_quality_is_shown_with_what_its_points_mean():
    run = Run(engagements=("tickbox", "co_production"), runs=8)
    shown = result_html(Readout(measure="quality"), play(run, 5), T)
    assert (
        "At 100 it suits everybody exactly. At 0 people are no better off than without it." in shown
    )
    plain = result_html(Readout(measure="trust"), play(run, 5), T)
    assert "it suits everybody exactly" not in plain
    assert "also in 100 models that fit the findings" in shown
    assert "may lie near one end of the range" in shown
    assert "Another page, or another person, gets another run" in shown
    solved = result_html(Readout(measure="trust"), play(run, 5), T, own_luck=False)
    assert "gets another run" not in solved


def test_what_came_out_is_told_with_its_range_and_in_how_many_models():
    item = load_lesson("5_feedback").example
    assert item is not None
    played = play(item.run, 1)
    assert played.models == 100
    state, said = judge(item, "few", played, T)
    assert state is Status.OPEN
    assert RANGE.search(said)
    assert re.search(r"In other models that fit the findings: of 100, \d+ give \".+?\";", said)


def test_a_change_is_shown_with_its_range_run_by_run():
    lesson = load_lesson("5_feedback")
    assert lesson.predict is not None
    assert lesson.change is not None
    before = play(lesson.predict.run, 1)
    after = play(lesson.change.changed(lesson.predict.run, {"feedback": 0.75}), 1)
    for row in before_after(lesson.change, before, after, T).itertuples(index=False):
        assert [bool(SIGNED.fullmatch(cell)) for cell in row[1:]] == [True] * 3, row


def test_what_each_step_brings_is_told_with_its_range_and_in_how_many_models_the_first_leads():
    table = find_exercise("6_1").detail
    small = {"people.citizens": 120, "decisions.count": 2}
    table = table.but(run=table.run.but(settings=small, runs=8))
    given = [item.id for item in table.order]
    outcome = calibrate.check(table, {"order": given}, 5)
    (figure,) = [said for said in outcome.said if "The run gave" in said]
    for item in table.order:
        assert re.search(rf"{item.text} {RANGE.pattern}", figure), figure
    assert "over the models that fit the findings" in figure
    assert re.search(r"comes first in \d+ of 100 models that fit the findings", outcome.text)


@pytest.mark.slow
def test_the_share_of_a_step_and_its_models_are_those_worked_out_one_by_one():
    """The Shapley value by hand in one model: the mean gain over all orders in which steps could join."""
    run = Run(scenario="west_dulwich", engagements=("tickbox", "co_production"), runs=8)
    run = run.but(settings={"people.citizens": 120, "decisions.count": 2})
    found = step_gains(run, "trust", 3)
    assert {len(gains) for gains in found.values()} == {8 + 100 * 8}
    start, goal = (run.engagement(name) for name in run.names)
    model = not_ruled_out().sets[4]

    def worth(on: tuple[str, ...]) -> np.ndarray:
        off = {step: getattr(start, step) for step in FIVE_STEPS if step not in on}
        trial = trial_of(run.case, Variant(name="x", engagement=goal.but(off))).under(model)
        (played,) = play_trials([trial], 8, seed=3, first_run=first_run_of(5, 8))
        return 100 * played.last("trust")

    seen = {frozenset(on): worth(on) for k in range(6) for on in combinations(FIVE_STEPS, k)}
    orders = [order[: order.index("feedback")] for order in permutations(FIVE_STEPS)]
    gains = [seen[frozenset((*on, "feedback"))] - seen[frozenset(on)] for on in orders]
    mine = found["feedback"][8 + 4 * 8 : 8 + 5 * 8]
    assert mine == pytest.approx(np.mean(gains, axis=0), abs=1e-9)


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


def test_a_picture_of_a_lesson_says_where_each_way_ends_and_leaves_the_verdict_to_the_models():
    item = load_lesson("5_feedback").predict
    played = play(item.run, 1)
    said = str(result_html(item.read, played, T, item.see.read))
    assert re.search(r"People hear back \S+ to \S+ in 100 and Then silence \S+ to \S+ in 100", said)
    assert not re.search(r"ends? (highest|lowest|level)|its lead over", said)
    crowd = load_lesson("6_all_five_together").predict
    said = str(result_html(crowd.read, play(crowd.run, 1), T, crowd.see.read))
    assert not re.search(r"ends? (highest|lowest|level)|its lead over", said)
    assert not re.search(r"ends? (highest|lowest|level)", result_chart(item).finding)
