"""What one tab wrote is not lost to another that had not shown it: the journal has it, the box says so."""

import pytest
from widget_tree import form_with, texts

from coprod_sim.apps.controls import Shell
from coprod_sim.apps.learner import open_lesson
from coprod_sim.apps.learner.exercises_page import open_exercises
from coprod_sim.apps.learner.progress_view import journal_html
from coprod_sim.apps.own_case.worksheet_page import open_worksheet
from coprod_sim.learning.own_case.storage import InProgress
from coprod_sim.learning.progress import ProgressStore
from coprod_sim.learning.progress.brought_together import ANOTHER

pytestmark = pytest.mark.usefixtures("progress_file")
MADE = "artefact/3_expectations"
IN_B = "Asking young people, and we say so."
IN_A = "Working together."


def lesson_in_two_tabs():
    pages = [open_lesson("3_expectations") for _ in "AB"]
    for page in pages:
        page.start()
    return [(page, page.at_your_place()) for page in pages]


def journal(name: str) -> dict:
    return ProgressStore().get(f"{ANOTHER}{name}", {})


def write(place, box: str, text: str):
    form_with(place, box).answer(box, text)


def test_a_text_that_the_older_tab_never_showed_goes_into_the_journal_and_is_said_at_its_box():
    (old, in_old), (_, in_new) = lesson_in_two_tabs()
    write(in_new, "name", IN_B)
    write(in_old, "name", IN_A)
    assert ProgressStore().get(MADE)["boxes"]["name"] == IN_A
    kept = journal(MADE)
    assert kept["text"] == IN_B
    assert kept["prompt"].startswith("Two pages were open, and two different texts were written")
    assert "What do you call it" in kept["prompt"]
    said = form_with(in_old, "name").told
    assert said.startswith("In another tab you had written another text in this place")
    assert "journal" in said
    assert old.desk.shell.aloud == said
    assert IN_B in journal_html(old.desk)


def test_other_boxes_and_marks_of_the_newer_tab_stay_where_they_are():
    (_, in_old), (_, in_new) = lesson_in_two_tabs()
    write(in_new, "name", IN_B)
    write(in_new, "takes", "It takes six evenings and gives a vote.")
    write(in_old, "fixed", "Fixed: the budget of £40,000.")
    boxes = ProgressStore().get(MADE)["boxes"]
    assert boxes == {
        "name": IN_B,
        "takes": "It takes six evenings and gives a vote.",
        "fixed": "Fixed: the budget of £40,000.",
    }
    assert journal(MADE) == {}
    assert form_with(in_old, "fixed").told == ""


def test_who_has_seen_a_text_may_change_it_and_nothing_is_kept_beside():
    (old, in_old), (_, in_new) = lesson_in_two_tabs()
    write(in_new, "name", IN_B)
    old.desk.shell._receive(None, {"kind": "back"}, [])
    form_with(in_old, "name")._receive(None, {"kind": "renewed"}, [])
    write(in_old, "name", IN_A)
    assert ProgressStore().get(MADE)["boxes"]["name"] == IN_A
    assert journal(MADE) == {}


def test_who_types_before_the_newer_text_stands_in_the_box_has_not_seen_it():
    (old, in_old), (_, in_new) = lesson_in_two_tabs()
    write(in_new, "name", IN_B)
    old.desk.shell._receive(None, {"kind": "back"}, [])
    write(
        in_old, "name", IN_A
    )  # the box was being typed in, so that the page never said it is renewed
    assert journal(MADE)["text"] == IN_B


@pytest.mark.parametrize(
    ("box", "key"),
    [("decision", "journal/0_start_here/place"), ("text", "journal/3_expectations/place")],
)
def test_the_own_decision_and_the_reflection_are_kept_too(box, key):
    (_, in_old), (_, in_new) = lesson_in_two_tabs()
    write(in_new, box, IN_B)
    write(in_old, box, IN_A)
    write(in_old, box, "")
    assert journal(key)["text"] == IN_B
    assert "journal" in form_with(in_old, box).told


def test_the_text_of_an_exercise_is_kept_though_its_page_goes_on_with_what_it_shows():
    old, new = (open_exercises("exercise=5_2") for _ in "AB")
    write(new, "text", IN_B)
    write(old, "text", "Work")
    write(old, "text", IN_A)
    assert ProgressStore().get("exercise/5_2")["answer"]["text"] == IN_A
    assert journal("exercise/5_2")["text"] == IN_B
    assert "journal" in form_with(old, "text").told
    assert IN_A not in texts(new)


def test_a_tab_that_comes_late_takes_nothing_away_that_it_has_not_touched():
    old, new = ProgressStore(), ProgressStore()
    new.put("exercise/5_2", {"answer": {"text": IN_B}, "tries": 1})
    assert not old.put("exercise/5_2", {"answer": {}, "hints": 1})
    assert not old.put("exercise/5_2", {"answer": {}, "hints": 2})
    both = {"answer": {"text": IN_B}, "tries": 1, "hints": 2}
    assert ProgressStore().get("exercise/5_2") == both
    assert new.put("exercise/5_2", {"answer": {"text": IN_A}, "tries": 1}) is False
    assert ProgressStore().get("exercise/5_2") == both | {"answer": {"text": IN_A}}


def test_what_could_not_be_saved_for_a_while_yields_to_what_was_written_later(progress_file):
    old, new = ProgressStore(), ProgressStore()
    progress_file.parent.joinpath(f"{progress_file.name}.away").mkdir()
    path, old.path = old.path, progress_file.parent / "nowhere" / "p.json"
    old.put("journal/x", {"text": IN_A})
    assert old.problem
    old.path = path
    new.put("journal/x", {"text": IN_B})
    assert old.put("more", 1)
    assert ProgressStore().get("journal/x")["text"] == IN_B
    assert journal("journal/x")["text"] == IN_A


def test_what_one_tab_takes_away_stays_away_where_the_other_has_not_changed_it():
    old, new = ProgressStore(), ProgressStore()
    old.put("exercise/x", {"marks": {"a": "1", "b": "2"}})
    again = ProgressStore()
    new.put("more", 1)
    again.put("exercise/x", {"marks": {"a": "1"}})
    old.put("exercise/x", {"marks": {"a": "3", "b": "2"}})
    assert ProgressStore().get("exercise/x") == {"marks": {"a": "3"}}


def test_the_worksheet_for_a_case_of_ones_own_keeps_what_another_page_wrote():
    old, new = InProgress(), InProgress()
    for one in (old, new):
        one.read()
    new.write({"case": {"title": "Pool", "what": IN_B}})
    old.write({"case": {"title": "Pool", "what": IN_A}})
    assert ProgressStore().get("own_case/case")["what"] == IN_A
    assert journal("own_case/case")["text"] == IN_B


def worksheets():
    """Open the worksheet in two tabs; gives both, and what brings somebody back to the first."""
    query = "coprod_sim.apps.own_case.worksheet_page.query_string"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(query, lambda: "")
        first, second = (open_worksheet() for _ in "AB")
    return first, second, lambda: shell_of(first)._receive(None, {"kind": "back"}, [])


def shell_of(widget):
    if isinstance(widget, Shell):
        return widget
    return next(filter(None, map(shell_of, getattr(widget, "children", ()))), None)


@pytest.mark.parametrize("box", ["situation", "we"])
def test_the_worksheet_says_at_the_box_where_another_text_of_another_tab_went(box):
    first, second, _ = worksheets()
    write(second, box, IN_B)
    write(first, box, IN_A)
    said = form_with(first, box).told
    assert said.startswith("In another tab you had written another text in this place")
    assert "Your progress" in said
    [name] = ProgressStore().names(ANOTHER)
    kept = ProgressStore().get(name)
    assert kept["text"] == IN_B
    assert "own_case" not in kept["prompt"]


def test_who_comes_back_to_the_worksheet_finds_what_the_other_tab_wrote_and_may_change_it():
    first, second, come_back = worksheets()
    write(second, "title", "The pool")
    write(second, "situation", IN_B)
    come_back()
    assert form_with(first, "title").values["title"] == "The pool"
    shell_of(first).turn("note")
    form = form_with(first, "situation")
    assert form.values["situation"] == IN_B
    form._receive(None, {"kind": "renewed"}, [])
    write(first, "situation", IN_A)
    assert ProgressStore().get("own_case/note")["situation"] == IN_A
    assert ProgressStore().get("own_case/case")["title"] == "The pool"
    assert ProgressStore().names(ANOTHER) == []
    assert form.told == ""
