"""What is put once stays as it was first put, also where two processes of one person were open."""

import json
import subprocess
import sys
from typing import Any

import pytest

from coprod_sim.learning.progress import ProgressStore
from coprod_sim.learning.progress.brought_together import brought_together
from coprod_sim.learning.progress.progress_record import ProgressRecord, StoredItem

pytestmark = pytest.mark.usefixtures("progress_file")
BET = "lesson/1_awareness/predict"
PROCESS = """
import json, sys
from coprod_sim.apps.learner.exercise_state import ExerciseState
from coprod_sim.apps.learner.learner_state import Learner
from coprod_sim.apps.learner.prediction_state import PredictionState
from coprod_sim.learning import learnt, recall
from coprod_sim.learning.check_result import CheckResult, Status
from coprod_sim.learning.exercise import find_exercise
from coprod_sim.learning.lesson import load_lesson
from coprod_sim.learning.progress import record_prediction
learner = Learner()
store = learner.store
bet = PredictionState(load_lesson("1_awareness").predict, "lesson/1_awareness/predict", learner)
exercise = ExerciseState(find_exercise("5_2"), learner)
print("null", flush=True)
for line in sys.stdin:
    found = None
    if line.startswith("give "):
        found = eval(line.removeprefix("give "))
    else:
        exec(line)
    print(json.dumps(found), flush=True)
"""


class Process:
    """One process of the kit, with its own view of what is kept; it does a line at a time."""

    def __init__(self) -> None:
        pipe = subprocess.PIPE
        self.run = subprocess.Popen(
            [sys.executable, "-c", PROCESS], stdin=pipe, stdout=pipe, text=True
        )
        self._answer()

    def __call__(self, line: str) -> Any:
        assert self.run.stdin
        self.run.stdin.write(f"{line}\n")
        self.run.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        assert self.run.stdout
        return json.loads(self.run.stdout.readline())


@pytest.fixture
def two(request):
    """Open the kit twice, before either has kept anything."""
    request.getfixturevalue("progress_file")
    both = Process(), Process()
    yield both
    for one in both:
        one.run.kill()
        one.run.communicate()


def kept(name: str) -> Any:
    return ProgressStore().get(name)


def test_a_bet_that_stands_is_not_replaced_by_one_from_an_older_process(two):
    first, late = two
    first("bet.choose(choice='same', sure=60); bet.place()")
    standing = kept(BET)
    assert standing["answer"] == {"choice": "same"}
    assert standing["seed"] > 0
    late("bet.choose(choice='unknown')")
    late("bet.place()")
    found = kept(BET)
    assert {k: found[k] for k in ("answer", "sure", "seed")} == {
        "answer": {"choice": "same"}, "sure": 60, "seed": standing["seed"],
    }  # fmt: skip
    assert late("give [bet.placed, bet.answer, bet.sure, bet.seed, bet.elsewhere]") == [
        True, {"choice": "same"}, 60, standing["seed"], True,
    ]  # fmt: skip
    assert first("give bet.elsewhere") is False


def test_who_chose_before_and_places_late_is_shown_the_bet_that_stands(two):
    first, late = two
    late("bet.choose(choice='unknown')")
    first("bet.choose(choice='same', sure=60); bet.place()")
    late("bet.place()")
    assert kept(BET)["answer"] == {"choice": "same"}
    assert late("give bet.answer") == {"choice": "same"}


def test_the_list_of_bets_keeps_what_was_first_written_in_it(two):
    first, late = two
    first("record_prediction(store, 'x', 'Which?', 80, Status.YES, 0.25)")
    before = ProgressStore().at("bet/x")
    late("record_prediction(store, 'x', 'Which?', 10, Status.NOT_YET, 0.25)")
    assert kept("bet/x") == {
        "question": "Which?",
        "sure": 80,
        "right": True,
        "guess": 0.25,
        "open": False,
    }
    assert ProgressStore().at("bet/x") == before
    assert late("give store.get('bet/x')['sure']") == 80


def test_a_first_try_from_memory_is_the_first_in_whichever_process(two):
    first, late = two
    first("recall.record_first(store, '1_awareness', 0, asked_in='1_awareness', right=False)")
    late("recall.record_first(store, '1_awareness', 0, asked_in='1_awareness', right=True)")
    late("recall.record_first(store, '1_awareness', 0, asked_in='2_buy_in', right=True)")
    assert kept("recall/1_awareness/0") == {"1_awareness": False, "2_buy_in": True}


def test_one_form_of_the_short_test_is_drawn_and_what_was_handed_in_stays(two):
    first, late = two
    begun = first("give learnt.form_at(store, 'before')")
    late(f"learnt.choice = lambda forms: next(f for f in forms if f != '{begun}')")
    assert late("give learnt.form_at(store, 'before')") == begun
    for process, answer in ((first, "0"), (late, "1")):
        process(
            f"learnt.hand_in(store, 'before', {{i.id: '{answer}' for i in learnt.items('{begun}')}})"
        )
    assert kept("learnt")["began_with"] == begun
    assert set(kept("learnt")["before"].values()) == {"0"}
    assert set(late("give learnt.taken(store, 'before')").values()) == {"0"}


def test_an_exercise_that_is_done_stays_done_and_its_tries_and_hints_are_not_counted_back(two):
    first, late = two
    for _ in range(3):
        first("exercise.hint(); exercise._checked({}, CheckResult(status=Status.YES), None)")
    first("exercise.show()")
    late("exercise.hint(); exercise._checked({}, CheckResult(status=Status.NOT_YET), None)")
    found = kept("exercise/5_2")
    assert (found["state"], found["shown"]) == ("yes", True)
    assert (found["tries"], found["hints"]) == (
        4,
        3,
    )  # three tries there and one here; there are three hints
    assert late("give [exercise.tries, str(exercise.best), exercise.shown]") == [4, "yes", True]


def test_a_run_of_a_bet_that_does_not_stand_is_not_shown(two):
    first, late = two
    first("bet.choose(choice='same', sure=60); bet.place()")
    late("bet.seed = 7; bet.played = 'the run of seed 7'; bet.explain('They hear it late.')")
    assert late("give bet.played") is None
    assert late("give bet.seed") == kept(BET)["seed"]
    assert kept(BET)["because"] == "They hear it late."


def test_a_bet_that_stands_is_not_undone_by_a_file_brought_in():
    def record(at: str, **items: Any) -> ProgressRecord:
        return ProgressRecord(
            items={k.replace("__", "/"): StoredItem(value=v, at=f"2026-05-0{at}T10:00:00+00:00")
                   for k, v in items.items()}
        )  # fmt: skip

    placed = {"answer": {"choice": "same"}, "sure": 60, "seed": 5, "because": ""}
    open_ = {"answer": {"choice": "more"}, "sure": None, "seed": 0, "because": "They hear it."}
    for mine, theirs in (
        (record("1", lesson__x__predict=placed), record("2", lesson__x__predict=open_)),
        (record("2", lesson__x__predict=open_), record("1", lesson__x__predict=placed)),
    ):
        both, _ = brought_together(mine, theirs, "now", lambda name, *_: name)
        assert both.items["lesson/x/predict"].value == placed | {"because": "They hear it."}
    tries = record("1", recall__x__0={"a": False}), record("2", recall__x__0={"a": True, "b": True})
    both, _ = brought_together(*tries, "now", lambda name, *_: name)
    assert both.items["recall/x/0"].value == {"a": False, "b": True}
