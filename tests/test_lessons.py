"""Every lesson runs untouched and as a learner who answers; what is answered is there again."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import ipywidgets
import nbformat
import pytest
from nbclient import NotebookClient
from widget_tree import form_with, forms, texts

from coprod_sim.apps.learner import LessonPage, exercise_here, page, start
from coprod_sim.apps.learner.bet_state import BetState
from coprod_sim.apps.learner.exercise_state import ExerciseState
from coprod_sim.apps.learner.lessons import done_parts, next_part, parts_of
from coprod_sim.apps.learner.markdown import html_of
from coprod_sim.apps.learner.state import Learner
from coprod_sim.errors import InputError
from coprod_sim.learning.answers import load_answers
from coprod_sim.learning.exercise import exercise_folders, find_exercise, load_exercise
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.outcome import State
from coprod_sim.learning.progress import Keeper, bets
from coprod_sim.learning.trying import UNKNOWN, true_choice, true_order

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = ROOT / "notebooks"
each_lesson = pytest.mark.parametrize("name", lesson_names())
ORDER = [
    "start", "recall", "example", "predict", "see", "because", "change", "idea", "fate",
    "at_your_place", "finish",
]  # fmt: skip
"""The one order in which the cells of a lesson call its parts."""


@pytest.fixture(autouse=True)
def kept(tmp_path, monkeypatch) -> Path:
    """Keep progress in a place of the test's own."""
    file = tmp_path / "progress.json"
    monkeypatch.setenv("COPROD_PROGRESS", str(file))
    return file


def code_of(name: str) -> list[str]:
    table = json.loads((NOTEBOOKS / f"{name}.ipynb").read_text(encoding="utf-8"))
    return ["".join(c["source"]) for c in table["cells"] if c["cell_type"] == "code"]


def run_through(name: str) -> dict[str, Any]:
    """Run the cells of a notebook from top to bottom, in this process."""
    space: dict[str, Any] = {}
    for code in code_of(name):
        exec(compile(code, name, "exec"), space)  # noqa: S102 - our own notebooks
    return space


@pytest.mark.slow
@each_lesson
def test_a_lesson_runs_from_top_to_bottom_untouched(name):
    space = run_through(name)
    lesson = space.get("lesson")
    assert Keeper().names() == [], "who only reads leaves no trace"
    assert isinstance(lesson, LessonPage)
    assert lesson.learner.problem == ""
    assert done_parts(lesson.lesson, lesson.learner.keeper) == []
    assert bets(lesson.learner.keeper) == [], "nothing is run before there is a bet"


@each_lesson
def test_the_parts_of_a_lesson_come_in_the_one_order(name):
    called = [p for code in code_of(name) for p in ORDER if f"lesson.{p}()" in code]
    assert called == [p for p in ORDER if p in called]
    declared = load_lesson(name)
    needed = {p if p != "place" else "at_your_place" for p in parts_of(declared)}
    assert needed <= set(called)
    assert {"start", "finish"} <= set(called)


@pytest.mark.slow
@each_lesson
def test_a_learner_who_answers_everything_gets_through(name):
    page = LessonPage(load_lesson(name), Learner())
    lesson, shown = page.lesson, {part: getattr(page, part)() for part in ORDER}
    for k, question in enumerate(lesson.recall):
        form = list(forms(shown["recall"]))[k]
        for choice in range(len(question.options)):
            form.answer("answer", str(choice))
            assert question.options[choice].why.split()[0] in texts(shown["recall"])
    if page.bet is not None:
        answer_bet(page, shown)
    for part, field in (("idea", "idea"), ("place", "text")):
        if part in parts_of(lesson):
            form = form_with(shown["at_your_place" if part == "place" else part], field)
            options = form.fields[field].options
            form.answer(field, options[0].value if options else "We will tell people why.")
    assert next_part(lesson, page.learner.keeper) == ""
    assert page.learner.problem == ""


def answer_bet(page: LessonPage, shown: dict[str, ipywidgets.Widget]) -> None:
    bet, declared = page.bet, page.lesson.predict
    assert bet is not None
    assert declared is not None
    assert "locked" in texts(shown["see"])
    form = form_with(shown["predict"], "place")
    if declared.order:
        for k, item in enumerate(declared.order, 1):
            form.answer(f"place_{k}", item.id)
    else:
        form.answer("choice", declared.options[0].id)
    form.answer("sure", 60)
    form.click("place")
    assert bet.played is not None
    assert "<svg" in texts(shown["see"])
    if declared.see is not None and declared.see.options:
        right = true_choice(declared.see, bet.played)
        for option in declared.see.options:
            form_with(shown["see"], "choice").answer("choice", option.id)
            assert bet.seen_verdict()[0] == (option.id == right.id)
            assert option.feedback[:20] in texts(shown["see"]).replace("&#x27;", "'")
    if declared.because is not None:
        form_with(shown["because"], "because").answer("because", "Because people hear why.")
        form_with(shown["because"], "compare").click("compare")
        assert bet.compared
    if page.lesson.change is not None:
        form = form_with(shown["change"], "go")
        declared = page.lesson.change
        if declared.switches:
            form.answer(declared.switches[0].id, True)
        else:
            form.answer(declared.dials[0], 90)
        form.click("go")
        assert "<table" in texts(shown["change"])


def state_of(name: str, learner: Learner) -> BetState:
    bet = load_lesson(name).predict
    assert bet is not None
    return BetState(bet, f"lesson/{name}/predict", learner)


def test_the_run_stays_locked_until_there_is_a_bet():
    state = state_of("1_awareness", Learner())
    with pytest.raises(InputError, match="locked"):
        state.run()
    with pytest.raises(InputError, match="what you think"):
        state.place()
    state.choose(choice=state.bet.options[0].id)
    with pytest.raises(InputError, match="how sure"):
        state.place()
    assert state.played is None


def test_i_dont_know_is_a_bet_and_needs_no_sureness():
    learner = Learner()
    state = state_of("1_awareness", learner)
    state.choose(choice=UNKNOWN)
    state.place()
    state.run()
    assert state.verdict()[0] is None
    assert [b.right for b in bets(learner.keeper)] == [None]


def test_a_learner_comes_back_to_the_same_run_and_the_first_bet_stands():
    state = state_of("1_awareness", Learner())
    state.choose(choice=state.bet.options[0].id, sure=80)
    state.place()
    state.run()
    state.look("x")
    state.explain("Because so.")
    again = state_of("1_awareness", Learner())
    assert (again.placed, again.seen, again.because) == (True, "x", "Because so.")
    again.run()
    frames = [s.played.comparison.frame for s in (state, again)]
    assert frames[0].equals(frames[1])
    assert len(bets(again.learner.keeper)) == 1


def test_a_fault_in_the_model_becomes_a_sentence(monkeypatch):
    state = state_of("1_awareness", Learner())
    state.choose(choice=UNKNOWN)
    state.place()

    def broken(*_given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("coprod_sim.apps.learner.bet_state.play", broken)
    state.run()
    assert "our fault" in state.learner.problem.lower()
    assert not state.busy


def test_a_lesson_on_a_disk_that_cannot_be_written_says_so_and_offers_a_download(monkeypatch):
    monkeypatch.setenv("COPROD_PROGRESS", "/proc/nowhere/progress.json")
    lesson = LessonPage(load_lesson("1_awareness"), Learner())
    shown = lesson.start()
    assert "only while this page is open" in texts(shown)
    assert "save" in form_with(shown, "save").fields
    sent: list[bytes] = []
    monkeypatch.setattr(lesson.shell, "send", lambda _content, buffers: sent.extend(buffers))
    lesson.learner.keep("journal/mine", "All that I wrote")
    form_with(shown, "save").click("save")
    assert b"All that I wrote" in sent[0]


EXERCISES = [load_exercise(folder) for folder in exercise_folders(ROOT / "exercises")]


@pytest.mark.slow
@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
def test_an_exercise_goes_from_not_tried_through_not_yet_to_yes(exercise):
    from coprod_sim.learning.answers import right_answer  # noqa: PLC0415

    state = ExerciseState(exercise, Learner())
    state.check()
    assert state.outcome.state is State.NOT_TRIED
    assert state.tries == 0
    with pytest.raises(InputError, match="yourself first"):
        state.show()
    state.set(**load_answers(exercise.folder).mistake[0].answer)
    state.check()
    assert state.outcome.state is State.NOT_YET
    for _ in range(5):
        state.hint()
    assert state.hints == len(exercise.hints)
    state.answer = {}
    state.set(**right_answer(exercise.id))
    state.check()
    assert state.outcome.state is State.YES, state.outcome.text
    state.show()
    kept = ExerciseState(exercise, Learner())
    assert (kept.best, kept.tries, kept.shown) == (State.YES, 2, True)


@pytest.mark.slow
@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
def test_an_exercise_page_can_be_built_and_checked_by_its_buttons(exercise):
    shown = exercise_here(exercise.id)
    form_with(shown, "check").click("check")
    assert "Not tried yet" in texts(shown)
    form_with(shown, "hint").click("hint")
    assert exercise.title.split("?")[0].replace("'", "&#x27;") in texts(shown)


def test_a_learner_sorts_cards_and_hears_about_each():
    shown = exercise_here("1_1")
    cards = form_with(shown, "costs")
    answers = load_answers(find_exercise("1_1").folder)
    for name, bin_ in answers.mistake[0].answer.items():
        cards.answer(name, bin_)
    form_with(shown, "check").click("check")
    assert "Not yet, because" in texts(shown)
    assert "Not there" in cards.fields["saves"].help
    for name, bin_ in answers.right[0].answer.items():
        cards.answer(name, bin_)
    form_with(shown, "check").click("check")
    assert "Yes, and here is why" in texts(shown)
    assert all("is-yes" in field.style for field in cards.fields.values())


@pytest.mark.slow
def test_a_repair_shows_what_must_be_reached_and_what_is_spent_of_how_much():
    page_ = exercise_here("4_1")
    page_.children[-1]._handle_custom_msg("shown", [])  # as a browser does
    shown = texts(page_)
    assert "gap between the groups: 15 or less, in 80 of 100 runs" in shown
    assert "8.2 or more, in 80 of 100 runs" in shown
    assert "0 of 100" in shown


def test_the_list_shows_how_far_one_is_and_the_address_opens_an_exercise():
    state = ExerciseState(find_exercise("1_1"), Learner())
    state.set(**load_answers(state.exercise.folder).right[0].answer)
    state.check()
    whole = page("exercise=1_1")
    shell = whole.children[0]
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
    assert "there is no exercise called" in texts(page("exercise=99_9"))


def test_going_on_leads_to_the_lesson_in_which_something_was_done():
    first = LessonPage(load_lesson("1_awareness"), Learner())
    first.start()
    form_with(first.at_your_place(), "text").answer("text", "At the library.")
    LessonPage(load_lesson("0_start_here"), Learner()).start()
    assert 'href="1_awareness.ipynb">Go on where you stopped' in texts(start())


def test_progress_is_shown_deleted_and_put_back(kept):
    Keeper().put("journal/1_awareness/place", {"prompt": "Where?", "text": "At the library <b>"})
    Keeper().put("last", "1_awareness")
    shown = start()
    assert "At the library &lt;b&gt;" in texts(shown)
    assert "Go on where you stopped" in texts(shown)
    form_with(shown, "delete").click("delete")
    assert not kept.exists()
    assert "At the library" not in texts(shown)
    form_with(shown, "back").click("back")
    assert "At the library" in texts(shown)


@pytest.mark.slow
def test_an_idea_from_an_early_lesson_is_traced_to_its_end_in_the_fifth():
    fate = load_lesson("5_feedback").fate
    assert fate is not None
    early = LessonPage(load_lesson(fate.of), Learner())
    option = early.lesson.idea.options[0]
    form_with(early.idea(), "idea").answer("idea", option.id)
    shown = LessonPage(load_lesson("5_feedback"), Learner()).fate()
    for words in (option.situation, option.objective, option.barrier, option.changed):
        assert words[:25] in texts(shown).replace("&#x27;", "'")
    form_with(shown, "go").click("go")
    assert "pairs of runs" in texts(shown)


def test_who_gave_no_idea_gives_one_in_the_fifth_lesson_and_hears_back_at_once():
    learner = Learner()
    shown = LessonPage(load_lesson("5_feedback"), learner).fate()
    assert "You gave no idea in lesson 1" in texts(shown)
    first, second = load_lesson("1_awareness").idea.options[:2]
    form_with(shown, "idea").answer("idea", first.id)
    assert first.situation[:25] in texts(shown).replace("&#x27;", "'")
    form_with(shown, "idea").answer("idea", second.id)
    form_with(shown, "idea").answer("words", "And a bench to sit on.")
    said = texts(shown).replace("&#x27;", "'")
    assert second.situation[:25] in said
    assert "And a bench to sit on." in said
    assert first.situation[:25] not in said


@pytest.mark.slow
def test_a_worked_example_shows_the_run_and_how_to_read_it():
    lesson = LessonPage(load_lesson("1_awareness"), Learner())
    shown = lesson.example()
    form_with(shown, "go").click("go")
    assert "<svg" in texts(shown)
    assert "The answer" in texts(shown)


def test_the_order_that_a_run_gives_is_right_and_its_reverse_is_not():
    one = find_exercise("3_2")
    state = BetState(one.detail, "try", Learner())
    state.choose(order=[i.id for i in one.detail.order], sure=50)
    state.place()
    state.run()
    right = true_order(one.detail, state.played)
    state.choose(order=right)
    assert state.verdict()[0] is True
    state.choose(order=right[::-1])
    assert state.verdict()[0] is False


def test_markdown_is_set_and_foreign_marks_are_escaped():
    html = html_of(
        "**Bold** and *slanted*, <script>\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    )
    assert "<strong>Bold</strong>" in html
    assert "<em>slanted</em>" in html
    assert "&lt;script&gt;" in html
    assert "<ul><li>one</li><li>two</li></ul>" in html
    assert "<td>2</td>" in html


LIGHT = """
import sys
from coprod_sim.apps.learner import LessonPage, exercise_here
from coprod_sim.apps.learner.state import Learner
from coprod_sim.learning.lesson import load_lesson
page = LessonPage(load_lesson("1_awareness"), Learner())
for part in sys.argv[1:]:
    getattr(page, part)()
exercise_here("1_1")
print([m for m in ("pandas", "numba", "scipy", "coprod_sim.results") if m in sys.modules])
"""


@pytest.mark.slow
def test_a_page_is_there_before_anything_heavy_is_loaded():
    command = [sys.executable, "-c", LIGHT, *ORDER]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.slow
def test_a_lesson_runs_in_a_kernel_of_its_own(kept):
    notebook = nbformat.read(NOTEBOOKS / "1_awareness.ipynb", as_version=4)
    NotebookClient(
        notebook, timeout=120, resources={"metadata": {"path": str(NOTEBOOKS)}}
    ).execute()
    outputs = [c.outputs for c in notebook.cells if c.cell_type == "code"]
    assert all("application/vnd.jupyter.widget-view+json" in o[-1].data for o in outputs)
    assert not kept.exists(), "who only reads leaves no trace"
