"""Every lesson runs untouched and as a learner who answers; what is answered is there again."""

import html
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import ipywidgets
import nbformat
import pytest
from nbclient import NotebookClient
from widget_tree import form_with, forms, texts

from coprod_sim.apps.learner import LessonPage, start
from coprod_sim.apps.learner.change_view import ChangeState
from coprod_sim.apps.learner.learner_state import Learner
from coprod_sim.apps.learner.prediction_state import PredictionState
from coprod_sim.errors import InputError
from coprod_sim.learning.artefact import artefact_of
from coprod_sim.learning.items import UNKNOWN
from coprod_sim.learning.kinds.predict import run_answer
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.lesson_progress import done_parts, next_part, parts_of
from coprod_sim.learning.progress import ProgressStore, ledger_entries
from coprod_sim.learning.verdicts import counted, verdicts

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = ROOT / "notebooks"
pytestmark = pytest.mark.usefixtures("progress_file")
each_lesson = pytest.mark.parametrize("name", lesson_names())
ORDER = [
    "start", "recall", "example", "predict", "see", "because", "change", "expect", "idea", "fate",
    "studies", "at_your_place", "take_away", "finish",
]  # fmt: skip
"""The one order in which the cells of a lesson call its parts."""


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
    assert ProgressStore().names() == [], "who only reads leaves no trace"
    assert isinstance(lesson, LessonPage)
    assert lesson.learner.problem == ""
    assert done_parts(lesson.lesson, lesson.learner.store) == []
    assert ledger_entries(lesson.learner.store) == [], "nothing is run before there is a bet"


@each_lesson
def test_the_parts_of_a_lesson_come_in_the_one_order(name):
    called = [p for code in code_of(name) for p in ORDER if f"lesson.{p}()" in code]
    assert called == [p for p in ORDER if p in called]
    declared = load_lesson(name)
    needed = {p if p != "place" else "at_your_place" for p in parts_of(declared)}
    assert needed <= set(called)
    assert {"start", "expect", "take_away", "finish"} <= set(called)


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
    if page.prediction is not None:
        answer_prediction(page, shown)
    if "idea" in parts_of(lesson):
        form = form_with(shown["idea"], "idea")
        form.answer("idea", form.fields["idea"].options[0].value)
    artefact = artefact_of(name)
    for box in [b.id for b in artefact.boxes] if artefact else ["text"]:
        form_with(shown["at_your_place"], box).answer(box, "We will tell people why.")
    assert next_part(lesson, page.learner.store) == ""
    assert page.learner.problem == ""


def test_who_comes_back_goes_on_behind_the_last_page_they_worked_on_also_when_one_was_passed_over():
    """The first page passed over was named instead, and the start page led to the lesson's first page."""
    learner = Learner()
    lesson = load_lesson("1_awareness")
    assert parts_of(lesson)[:4] == ["recall", "predict", "see", "because"]
    bet = {"answer": {}, "seed": 7, "ran": True, "seen": lesson.predict.see.options[0].id}
    learner.store.put("lesson/1_awareness/predict", bet)
    learner.store.put("last", "1_awareness")
    assert next_part(lesson, learner.store) == "because"
    assert 'href="1_awareness.ipynb#part-because"' in texts(start(learner))


def counted_words(feedback: str, prediction: PredictionState) -> str:
    """Give how the words on an answer begin; none where luck gave another answer than was counted."""
    see, played = prediction.item.see, prediction.played
    as_counted = run_answer(see, played) == counted(see, played.run).answer
    return html.escape(feedback[:20]) if as_counted else ""


def answer_prediction(page: LessonPage, shown: dict[str, ipywidgets.Widget]) -> None:
    prediction, declared = page.prediction, page.lesson.predict
    assert prediction is not None
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
    assert prediction.played is not None
    assert "<svg" in texts(shown["see"])
    if declared.see is not None and declared.see.options:
        for option in declared.see.options:
            form_with(shown["see"], "choice").answer("choice", option.id)
            told = verdicts(declared.see, declared.run, page.learner.t)[option.id]
            assert prediction.seen_verdict()[0] is told.state
            assert told.said in prediction.seen_verdict()[1]
            assert counted_words(option.feedback, prediction) in texts(shown["see"])
    if declared.because is not None:
        form_with(shown["because"], "because").answer("because", "Because people hear why.")
        form_with(shown["because"], "compare").click("compare")
        assert prediction.compared
    if page.lesson.change is not None:
        form = form_with(shown["change"], "go")
        declared = page.lesson.change
        if declared.switches:
            form.answer(declared.switches[0].id, True)
        else:
            form.answer(declared.dials[0], 90)
        form.click("go")
        assert "<table" in texts(shown["change"])


def state_of(name: str, learner: Learner) -> PredictionState:
    prediction = load_lesson(name).predict
    assert prediction is not None
    return PredictionState(prediction, f"lesson/{name}/predict", learner)


def test_seats_kept_as_a_share_of_the_people_are_not_taken_up_again():
    name, learner = "7_when_it_goes_wrong", Learner()
    learner.keep(f"lesson/{name}/change", {"seats": 0.5, "buy_in": 0.7, "equal_access": "high"})
    change = load_lesson(name).change
    assert change is not None
    state = ChangeState(change, state_of(name, learner), name)
    assert state.dials == state.start | {"buy_in": 0.7}


def test_the_run_stays_locked_until_there_is_a_bet():
    state = state_of("1_awareness", Learner())
    with pytest.raises(InputError, match="locked"):
        state.run()
    with pytest.raises(InputError, match="what you think"):
        state.place()
    state.choose(choice=state.item.options[0].id)
    with pytest.raises(InputError, match="how sure you are"):
        state.place()
    assert state.played is None


def test_what_is_missing_from_a_bet_is_said_beside_its_button_and_goes_when_it_is_there():
    page = LessonPage(load_lesson("1_awareness"), Learner())
    form = form_with(page.predict(), "place")
    form.click("place")
    assert "what you think" in form.said
    form.answer("choice", page.prediction.item.options[0].id)
    assert form.said == ""
    form.click("place")
    assert "how sure you are" in form.said


def test_i_dont_know_is_a_bet_and_needs_no_sureness():
    learner = Learner()
    state = state_of("1_awareness", learner)
    state.choose(choice=UNKNOWN)
    state.place()
    state.run()
    assert state.verdict()[0] is None
    assert [b.right for b in ledger_entries(learner.store)] == [None]


def test_a_learner_comes_back_to_the_same_run_and_the_first_bet_stands():
    state = state_of("1_awareness", Learner())
    state.choose(choice=state.item.options[0].id, sure=80)
    state.place()
    state.run()
    state.look("x")
    state.explain("Because so.")
    again = state_of("1_awareness", Learner())
    assert (again.placed, again.seen, again.because) == (True, "x", "Because so.")
    again.run()
    frames = [s.played.comparison.frame for s in (state, again)]
    assert frames[0].equals(frames[1])
    assert len(ledger_entries(again.learner.store)) == 1


def test_a_fault_in_the_model_becomes_a_sentence(monkeypatch):
    state = state_of("1_awareness", Learner())
    state.choose(choice=UNKNOWN)
    state.place()

    def broken(*_given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("coprod_sim.apps.learner.prediction_state.play", broken)
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
    monkeypatch.setattr(lesson.desk.shell, "send", lambda _content, buffers: sent.extend(buffers))
    lesson.learner.keep("journal/mine", "All that I wrote")
    form_with(shown, "save").click("save")
    assert b"All that I wrote" in sent[0]


def test_going_on_leads_to_the_lesson_in_which_something_was_done():
    first = LessonPage(load_lesson("1_awareness"), Learner())
    first.start()
    form_with(first.at_your_place(), "why_now").answer("why_now", "At the library.")
    LessonPage(load_lesson("0_start_here"), Learner()).start()
    assert 'href="1_awareness.ipynb#part-recall">Go on where you stopped' in texts(start())


def test_progress_is_shown_deleted_and_put_back(progress_file):
    ProgressStore().put(
        "journal/1_awareness/place", {"prompt": "Where?", "text": "At the library <b>"}
    )
    ProgressStore().put("last", "1_awareness")
    shown = start()
    assert "At the library &lt;b&gt;" in texts(shown)
    assert f"{load_lesson('1_awareness').title}: Where?" in texts(shown)
    assert "Go on where you stopped" in texts(shown)
    form_with(shown, "delete").click("delete")
    form_with(shown, "delete").click("delete")
    assert not progress_file.exists()
    assert "At the library" not in texts(shown)
    form_with(shown, "back").click("back")
    assert "At the library" in texts(shown)


def test_what_is_in_a_copy_shows_at_once_and_old_messages_go():
    theirs = {
        "last": "5_feedback", "lesson/5_feedback/predict": {"seed": 3},
        "journal/0_start_here/place": {"prompt": "Which?", "text": "The pool, by June."},
        "idea/1_awareness": {"idea": "letter"},
        "learnt": {"began_with": "first", "before": {}},
    }  # fmt: skip
    items = {name: {"value": v, "at": "2099-01-01T10:00:00+00:00"} for name, v in theirs.items()}
    learner = Learner()
    first = LessonPage(load_lesson("0_start_here"), learner)
    top, shown = first.start(), start(learner)
    form = form_with(shown, "file")
    form.on_file("file", "bad.json", b"{")
    assert "bad.json" in learner.problem
    form.on_file("file", "mine.json", json.dumps({"format": 2, "items": items}).encode())
    assert (learner.problem, form.said) == ("", "")
    said = texts(shown)
    assert f"Go on where you stopped: {load_lesson('5_feedback').title}" in said
    assert "Take the second part" in [f.label for one in forms(shown) for f in one.fields.values()]
    lines = {
        name: re.search(rf'href="{name}.ipynb">[^<]*</a> (.*?)</li>', said)[1]
        for name in lesson_names()
    }
    assert ", 1 of" in lines["5_feedback"]
    assert [name for name, line in lines.items() if ", 0 of" not in line] == ["5_feedback"]
    assert texts(top)


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
    assert "and more in 100 models that fit the findings" in texts(shown)


def test_who_gave_no_idea_gives_one_in_the_fifth_lesson_and_hears_back_at_once():
    learner = Learner()
    shown = LessonPage(load_lesson("5_feedback"), learner).fate()
    assert "You gave no idea in lesson 1" in texts(shown)
    first, second = load_lesson("1_awareness").idea.options[:2]
    form = form_with(shown, "send")
    form.click("send")
    assert learner.problem == "Choose one of the ideas first. Then send it."
    form.answer("chosen", first.id)
    assert first.situation[:25] not in texts(shown).replace("&#x27;", "'"), "chosen, and not sent"
    form.click("send")
    assert first.situation[:25] in texts(shown).replace("&#x27;", "'")
    form.answer("chosen", second.id)
    form.answer("words", "And a bench to sit on.")
    form.click("send")
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


LIGHT = """
import sys
from coprod_sim.apps.learner import LessonPage, exercise_here
from coprod_sim.apps.learner.learner_state import Learner
from coprod_sim.learning.artefact import artefact_of
from coprod_sim.learning.lesson import load_lesson
page = LessonPage(load_lesson("1_awareness"), Learner())
for part in sys.argv[1:]:
    getattr(page, part)()
exercise_here("1_1")
print([m for m in ("pandas", "numba", "scipy", "coprod_sim.results.player") if m in sys.modules])
"""


@pytest.mark.slow
def test_a_page_is_there_before_anything_heavy_is_loaded():
    command = [sys.executable, "-c", LIGHT, *ORDER]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.slow
def test_a_lesson_runs_in_a_kernel_of_its_own(progress_file):
    notebook = nbformat.read(NOTEBOOKS / "1_awareness.ipynb", as_version=4)
    NotebookClient(
        notebook, timeout=120, resources={"metadata": {"path": str(NOTEBOOKS)}}
    ).execute()
    code = [c for c in notebook.cells if c.cell_type == "code"]
    shown = [
        c.outputs[-1].data for c in code if "only-in-a-notebook" not in c.metadata.get("tags", ())
    ]
    assert len(shown) > 6
    assert all("application/vnd.jupyter.widget-view+json" in data for data in shown)
    assert not progress_file.exists(), "who only reads leaves no trace"
