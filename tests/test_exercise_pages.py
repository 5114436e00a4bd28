"""Every exercise page: from not tried through not yet to yes, by its buttons, and what is shown there."""

import html
import shutil
from pathlib import Path

import pytest
from widget_tree import form_with, texts

from coprod_sim.apps.controls import Shell
from coprod_sim.apps.learner import exercise_here, open_exercises
from coprod_sim.apps.learner import kinds as panels
from coprod_sim.apps.learner.exercise_state import ExerciseState
from coprod_sim.apps.learner.learner_state import Learner
from coprod_sim.apps.learner.prediction_state import PredictionState
from coprod_sim.cli import main
from coprod_sim.errors import InputError
from coprod_sim.learning import kinds as checks
from coprod_sim.learning.answer_key import load_answer_key
from coprod_sim.learning.check_result import CheckResult, Status
from coprod_sim.learning.exercise import exercise_folders, find_exercise, load_exercise
from coprod_sim.learning.grading import true_order

ROOT = Path(__file__).resolve().parents[1]
EXERCISES = [load_exercise(folder) for folder in exercise_folders(ROOT / "exercises")]
pytestmark = pytest.mark.usefixtures("progress_file")


@pytest.mark.slow
@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
def test_an_exercise_goes_from_not_tried_through_not_yet_to_yes(exercise):
    from right_answers import right_answer  # noqa: PLC0415

    state = ExerciseState(exercise, Learner())
    state.check()
    assert state.outcome.status is Status.NOT_TRIED
    assert state.tries == 0
    with pytest.raises(InputError, match="yourself first"):
        state.show()
    state.set(**load_answer_key(exercise.folder).mistake[0].answer)
    state.check()
    assert state.outcome.status in (Status.NOT_YET, Status.MARKED)
    for _ in range(5):
        state.hint()
    assert state.hints == len(exercise.hints)
    state.answer = {}
    state.set(**right_answer(exercise.id))
    state.check()
    done = Status.MARKED if exercise.kind == "write" else Status.YES  # a text nobody else has read
    assert state.outcome.status is done, state.outcome.text
    state.show()
    kept = ExerciseState(exercise, Learner())
    assert (kept.best, kept.tries, kept.shown) == (done, 2, True)


@pytest.mark.slow
@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
def test_an_exercise_page_can_be_built_and_checked_by_its_buttons(exercise):
    shown = exercise_here(exercise.id)
    form_with(shown, "check").click("check")
    assert "Not tried yet" in texts(shown)
    form_with(shown, "hint").click("hint")
    assert exercise.title not in texts(shown), "the notebook around it says it already"


def test_a_bet_in_an_exercise_leads_to_the_heading_over_its_run(monkeypatch):
    led = []
    monkeypatch.setattr(Shell, "lead_to", lambda _shell, part: led.append(part))
    shown = exercise_here("1_2")
    bet = form_with(shown, "place")
    bet.click("place")
    assert (led, 'id="part-see"' in texts(shown)) == ([], False)
    bet.answer("choice", "unknown")
    bet.click("place")
    assert (led, 'id="part-see"' in texts(shown)) == (["see"], True)


def test_a_learner_sorts_cards_and_hears_about_each():
    shown = exercise_here("1_1")
    cards = form_with(shown, "costs")
    answers = load_answer_key(find_exercise("1_1").folder)
    for name, bin_ in answers.mistake[0].answer.items():
        cards.answer(name, bin_)
    form_with(shown, "check").click("check")
    assert "Not quite." in texts(shown)
    assert "Not there" in cards.fields["saves"].help
    for name, bin_ in answers.right[0].answer.items():
        cards.answer(name, bin_)
    form_with(shown, "check").click("check")
    assert "That is right." in texts(shown)
    assert all("is-yes" in field.style for field in cards.fields.values())


def test_what_was_said_of_an_answer_goes_when_the_answer_is_changed_and_that_is_said_aloud():
    page_ = open_exercises("exercise=1_1")
    shell = next(w for w in page_.children if isinstance(w, Shell))
    cards = form_with(page_, "costs")
    for name, bin_ in load_answer_key(find_exercise("1_1").folder).right[0].answer.items():
        cards.answer(name, bin_)
    form_with(page_, "check").click("check")
    assert "That is right." in texts(page_)
    cards.answer("costs", "sells")
    assert "That is right." not in texts(page_)
    assert not any("is-yes" in field.style for field in cards.fields.values())
    assert cards.values["costs"] == "sells"
    assert "You have changed your answer" in texts(page_)
    assert "You have changed your answer" in shell.aloud
    form_with(page_, "check").click("check")
    assert "You have changed your answer" not in texts(page_)
    assert "Not quite." in texts(page_)


def test_who_checks_before_there_is_an_answer_hears_of_no_old_result_afterwards():
    """Nothing was said of an answer, so nothing is gone when one is given."""
    page_ = open_exercises("exercise=1_1")
    form_with(page_, "check").click("check")
    assert "Not tried yet" in texts(page_)
    form_with(page_, "costs").answer("costs", "sells")
    assert "You have changed your answer" not in texts(page_)
    assert "Not tried yet" not in texts(page_)


def test_an_answer_changed_while_it_is_checked_is_not_told_about_the_one_before(monkeypatch):
    state = ExerciseState(find_exercise("4_1"), Learner())
    asked = []
    monkeypatch.setattr(
        "coprod_sim.apps.learner.exercise_state.in_background",
        lambda _work, then: asked.append(then),
    )
    state.set(skill=0.5)
    state.check()
    state.set(skill=0.6)
    asked[0](CheckResult(status=Status.YES), None)
    assert (state.outcome, state.lapsed) == (None, True)


@pytest.mark.slow
def test_a_repair_shows_what_must_be_reached_and_what_is_spent_of_how_much():
    page_ = exercise_here("4_1")
    page_.children[-2]._handle_custom_msg("shown", [])  # as a browser does
    shown = html.unescape(texts(page_))
    gap = 'The gap in "Acceptance" between the groups must come to 13 or less, in at least 70 of 100 runs.'
    quality = '"Decision quality" must come to 6 or more, in at least 70 of 100 runs.'
    assert gap in shown
    assert quality in shown
    assert "0 of 100" in shown


def test_the_list_shows_how_far_one_is_and_the_address_opens_an_exercise():
    state = ExerciseState(find_exercise("1_1"), Learner())
    state.set(**load_answer_key(state.exercise.folder).right[0].answer)
    state.check()
    whole = open_exercises("exercise=1_1")
    shell = next(w for w in whole.children if isinstance(w, Shell))
    assert shell.here == "exercise"
    assert "Which leaflet" in texts(whole)
    shell.turn("list")
    button = form_with(whole, "open_1_1").fields["open_1_1"]
    assert button.label.endswith("Yes.")
    form_with(whole, "open_1_2").click("open_1_2")
    assert shell.query == "exercise=1_2"
    assert "Open for whom" in texts(whole)
    shell.turn("list")
    form_with(whole, "open_1_2").click("open_1_2")
    assert shell.here == "exercise", "the one that was open opens again"


def test_an_unknown_exercise_in_the_address_gets_a_sentence():
    assert "there is no exercise called" in texts(open_exercises("exercise=99_9"))


def test_the_order_that_a_run_gives_is_right_and_its_reverse_is_not():
    one = find_exercise("3_2")
    state = PredictionState(one.detail, "try", Learner())
    state.choose(order=[i.id for i in one.detail.order], sure=50)
    state.place()
    state.run()
    right = true_order(one.detail, state.played)
    state.choose(order=right)
    assert state.verdict()[0] is Status.YES
    state.choose(order=right[::-1])
    assert state.verdict()[0] is Status.NOT_YET


CHECK = """
from coprod_sim.learning.check_result import CheckResult, Status, not_tried
from coprod_sim.library_files import FileValue

class Count(FileValue):
    right: int

TABLE, SEED = Count, "none"

def check(table, answer, _seed):
    if "number" not in answer:
        return not_tried("Count them.")
    status = Status.YES if answer["number"] == table.right else Status.NOT_YET
    return CheckResult(status=status, said=(f"There are {table.right}.",))
"""
PANEL = """
from coprod_sim.apps.controls import Field, Form

def panel(desk, state):
    form = Form([Field(id="number", kind="number", label="How many?")], dict(state.answer))
    return desk.answers(form, lambda name, value, _moving: state.set(**{name: value}))
"""
ANSWERS = """
[[right]]
answer = { number = 5 }

[[mistake]]
answer = { number = 4 }
says = "There are 5"
"""


@pytest.fixture
def a_new_kind(tmp_path, monkeypatch):
    """The two modules CONTRIBUTING names, and an exercise of that kind: nothing else is touched."""
    for package, name, text in ((checks, "checks", CHECK), (panels, "panels", PANEL)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "kind_of_this_test.py").write_text(text)
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path / name)])
    folder = tmp_path / "exercises" / "7_1_steps"
    shutil.copytree(EXERCISES[0].folder, folder)
    text = (folder / "exercise.toml").read_text(encoding="utf-8")
    head = text[: text.index("[sort]")].replace('kind = "sort"', 'kind = "kind_of_this_test"')
    (folder / "exercise.toml").write_text(
        f"{head}[kind_of_this_test]\nright = 5\n", encoding="utf-8"
    )
    (folder / "trainer" / "answers.toml").write_text(ANSWERS)
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("a_new_kind")
def test_a_kind_of_exercise_is_added_by_two_modules_of_one_name(capsys):
    assert main(["exercises", "check"]) == 0
    assert main(["exercises", "release", "copy"]) == 0
    assert "sound kind_of_this_test exercise" in capsys.readouterr().out
    whole = open_exercises("")
    assert "(kind of this test, " in form_with(whole, "open_7_1").fields["open_7_1"].label
    form_with(whole, "open_7_1").click("open_7_1")
    form_with(whole, "number").answer("number", 4)
    form_with(whole, "check").click("check")
    assert "Not quite." in texts(whole)
    form_with(whole, "number").answer("number", 5)
    form_with(whole, "check").click("check")
    assert "That is right." in texts(whole)
    assert "There are 5." in texts(whole)


@pytest.mark.parametrize("opened_again", [False, True])
def test_what_one_saw_in_the_run_stays_though_the_exercise_keeps_its_answer_at_once(opened_again):
    """It was kept as nothing: the exercise kept the bet as it had stood before."""
    exercise = find_exercise("1_2")

    def opened() -> tuple[PredictionState, ExerciseState]:
        state = ExerciseState(exercise, Learner())
        bet = PredictionState(exercise.detail, f"{state.key}/bet", state.learner)
        bet.observe(
            lambda _change: state.set(**bet.answer, seen=bet.seen), ["placed", "seen", "played"]
        )
        return bet, state

    bet, state = opened()
    bet.choose(choice="unknown")
    bet.place()
    if opened_again:
        bet, state = opened()
    saw = exercise.detail.see.options[0].id
    bet.look(saw)
    bet.explain("Few had heard of it before.")
    assert (bet.seen, bet.because) == (saw, "Few had heard of it before.")
    assert (state.answer["choice"], state.answer["seen"]) == ("unknown", saw)
    assert opened()[0].seen == saw
