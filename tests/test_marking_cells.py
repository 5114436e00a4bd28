"""The cells of an exercise's notebook: what is handed in, what marks it, and what no program is shown."""

import json

import pytest
from widget_tree import form_with, texts

from coprod_sim.apps.learner import exercise_here
from coprod_sim.learning.answer_key import load_answer_key
from coprod_sim.learning.exercise import find_exercise
from coprod_sim.learning.marking import as_table
from coprod_sim.learning.notebooks import exercise_notebook, learners_notebook
from coprod_sim.learning.progress import ProgressStore
from coprod_sim.words import ENGLISH, words_in

RIGHT = load_answer_key(find_exercise("1_1").folder).right[0].answer


def cells(name: str, *, course: bool = False) -> dict[str, str]:
    table = json.loads(learners_notebook(exercise_notebook(find_exercise(name), course=course)))
    return {c["id"]: "".join(c["source"]) for c in table["cells"]}


def test_the_cell_to_hand_in_holds_the_beginning_of_an_answer():
    assert cells("1_1")["answer"] == "answer = {}"
    assert cells("1_3")["answer"] == cells("1_3")["reflection"] == "*Write here.*"


def test_the_cell_that_marks_runs_also_where_no_answer_was_made(capsys):
    for bare in ("", f"{RIGHT!r}"):  # nothing at all; an answer without its name
        place: dict = {}
        exec(bare, place)  # noqa: S102
        *work, last = cells("1_1")["check"].splitlines()
        exec("\n".join(work), place)  # noqa: S102
        assert eval(last, place) is None, "points come when it is marked"  # noqa: S307
    assert "Traceback" not in capsys.readouterr().err


def test_what_was_typed_is_read_from_the_cell_above(monkeypatch):
    from IPython.core.interactiveshell import InteractiveShell  # noqa: PLC0415

    shown = []
    monkeypatch.setattr("IPython.display.display", lambda one: shown.append(one.data))
    shell = InteractiveShell.instance()
    try:
        shell.run_cell("Answer = {'thrilled': 'sells'}", store_history=True)
        shell.run_cell(cells("1_1")["check"], store_history=True)
    finally:
        InteractiveShell.clear_instance()
    assert "Answer = {" in shown[0]


def test_the_cell_that_checks_is_the_same_for_learners_so_that_nbgrader_warns_of_changed_ones_only():
    whole = json.loads(exercise_notebook(find_exercise("1_1")))["cells"]
    (check,) = ("".join(c["source"]) for c in whole if c["id"] == "check")
    assert cells("1_1")["check"] == check
    assert "HIDDEN" not in check


@pytest.mark.usefixtures("progress_file")
def test_a_course_offers_no_answer_to_a_text_that_is_marked():
    on_course, alone = cells("1_3", course=True)["open"], cells("1_3")["open"]
    assert alone.endswith('exercise_here("1_3")')
    assert on_course.endswith('exercise_here("1_3", answer=False)')
    label = words_in(ENGLISH)("learner-exercise-show")
    assert label in labels(exercise_here("1_3"))
    assert label not in labels(exercise_here("1_3", answer=False))


@pytest.mark.usefixtures("progress_file")
def test_what_is_thought_about_it_has_one_place_in_a_notebook():
    one = find_exercise("1_1")
    assert one.reflection in cells("1_1")["think"]
    assert one.reflection not in labels(exercise_here("1_1")) + texts(exercise_here("1_1"))


@pytest.mark.usefixtures("progress_file")
def test_a_notebook_that_a_program_runs_shows_nothing_that_a_learner_kept(monkeypatch):
    ProgressStore().put("exercise/1_1", {"answer": {"costs": "helps"}})
    kept = "answer = {&#39;costs&#39;"
    assert kept in "".join(texts(exercise_here("1_1")))
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert kept not in "".join(texts(exercise_here("1_1")))


@pytest.mark.usefixtures("progress_file")
def test_a_button_copies_the_line_that_is_handed_in():
    shown = exercise_here("1_1")
    cards = form_with(shown, "costs")
    cards.answer("costs", "helps")
    copied = form_with(shown, "copy").fields["copy"].words["copy"]
    assert copied == "answer = {'costs': 'helps'}"
    assert as_table(copied) == ({"costs": "helps"}, "")


@pytest.mark.usefixtures("progress_file")
def test_what_an_answer_came_to_is_read_aloud_and_not_shown_twice():
    shown = exercise_here("1_1")
    form_with(shown, "costs").answer("costs", "helps")
    form_with(shown, "check").click("check")
    shell = next(w for w in shown.children if hasattr(w, "aloud"))
    assert "1 of 10" in shell.aloud
    assert shell.say == ""


def labels(widget: object) -> str:
    """Give what all fields of a page are called."""
    inside = getattr(widget, "children", ())
    own = [f.label for f in widget.fields.values()] if hasattr(widget, "fields") else []
    return " ".join([*own, *map(labels, inside)])
