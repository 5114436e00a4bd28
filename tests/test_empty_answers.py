"""An empty answer is no try: not on the page, not in Lab, and not where a course is marked."""

from typing import Any

import pytest

from coprod_sim import kit_folders
from coprod_sim.apps.learner.exercise_state import ExerciseState
from coprod_sim.apps.learner.learner_state import Learner
from coprod_sim.learning.check_result import Status
from coprod_sim.learning.checking import check_answer
from coprod_sim.learning.exercise import Exercise, exercise_folders, load_exercise
from coprod_sim.learning.kinds.repair import start_dials
from coprod_sim.learning.marking import marked

FOLDERS = exercise_folders(kit_folders.home() / kit_folders.EXERCISES)
each_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f.name)


def empties(exercise: Exercise) -> list[dict[str, Any]]:
    """List what a page holds when its boxes were touched and nothing stands in them."""
    one, kind = exercise.detail, exercise.kind
    blank: list[dict[str, Any]] = [{}]
    if kind == "predict":
        bets = [{"order": [i.id for i in one.order]}] if one.order else []
        bets += [{"choice": o.id} for o in one.options] + [{"choice": "unknown"}]
        blank += [
            {"choice": "", "seen": one.see.options[0].id},
            *bets,
            *(bet | {"seen": ""} for bet in bets),
        ]
    if kind == "write":
        blank += [{"text": text} for text in ("", " \n\t ", "??? ... !", "\N{NO-BREAK SPACE}")]
    if kind == "sort":
        blank += [{card.id: empty for card in one.items} for empty in ("", None)]
    if kind == "diagnose":
        blank += [{q.id: empty for q in one.questions} for empty in ("", None, [])]
    if kind == "calibrate":
        blank += [{"order": [""] * len(one.order)}, {"order": []}]
        blank += [{"ranges": {g.id: [None, None] for g in one.ranges}}, {"sure": 60}]
    if kind == "repair":
        blank += [start_dials(one), dict.fromkeys(one.dials)]
    return blank


@each_folder
@pytest.mark.usefixtures("progress_file")
def test_nothing_that_is_empty_counts_as_a_try_and_what_is_missing_is_said(folder):
    exercise = load_exercise(folder)
    for empty in empties(exercise):
        outcome = check_answer(exercise, empty, 1)
        assert outcome.status is Status.NOT_TRIED, (empty, outcome)
        assert len(outcome.text.split()) > 3
        page = ExerciseState(exercise, Learner())
        page.answer = empty
        page.check()
        assert (page.tries, page.best) == (0, Status.NOT_TRIED)
        handed_in, points = marked(exercise, empty, 2)
        assert (handed_in.status, points) == (Status.NOT_TRIED, 0.0), (empty, handed_in)
        assert handed_in.text
