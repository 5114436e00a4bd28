"""Who comes back to a tab finds there what was written in another one, and overwrites none of it."""

import pytest
from widget_tree import form_with, texts

from coprod_sim.apps.controls import Shell
from coprod_sim.apps.learner import open_lesson
from coprod_sim.apps.learner.exercises_page import open_exercises
from coprod_sim.learning.artefact import artefact_of, decision, made
from coprod_sim.learning.exercise import find_exercise
from coprod_sim.learning.progress import ProgressStore

pytestmark = pytest.mark.usefixtures("progress_file")
POOL = "By 12 May the cabinet decides whether the pool shuts on two days."
BUSES = "We decide on the buses by June."


@pytest.fixture
def tabs():
    """Open lesson 1 in two tabs; gives both, and what brings somebody back to the first."""
    lesson = open_lesson("1_awareness")
    lesson.start()
    first, second = lesson.at_your_place(), open_lesson("1_awareness").at_your_place()
    return first, second, lambda: lesson.desk.shell._receive(None, {"kind": "back"}, [])


def test_a_decision_changed_in_another_tab_is_the_one_that_is_shown(tabs):
    first, second, come_back = tabs
    form_with(first, "decision").answer("decision", POOL)
    form_with(second, "decision").answer("decision", BUSES)
    come_back()
    assert form_with(first, "decision").values["decision"] == BUSES
    assert BUSES in texts(first)
    assert POOL not in texts(first)


def test_boxes_and_marks_written_in_two_tabs_are_all_kept(tabs):
    first, second, come_back = tabs
    form_with(second, "ways").answer("ways", "Shut on two days, £31,000.")
    form_with(second, "mine:ways").answer("mine:ways", "2")
    form_with(second, "text").answer("text", "The bus drivers.")
    come_back()
    assert form_with(first, "ways").values["ways"] == "Shut on two days, £31,000."
    assert form_with(first, "mine:ways").values["mine:ways"] == "2"
    assert form_with(first, "text").values["text"] == "The bus drivers."
    form_with(first, "losers").answer("losers", "The Tuesday class of 14.")
    kept = made(ProgressStore(), artefact_of("1_awareness"))
    assert kept["boxes"] == {
        "ways": "Shut on two days, £31,000.",
        "losers": "The Tuesday class of 14.",
    }
    assert kept["mine"] == {"ways": "2"}


def test_what_a_peer_said_in_another_tab_goes_into_the_box_also_where_it_has_the_focus(
    tabs, monkeypatch
):
    """It stayed out of a box with the focus, counted as seen with the other boxes, and was written over."""
    first, second, come_back = tabs
    peer, sent = form_with(first, "said"), []
    monkeypatch.setattr(peer, "send", lambda message, *_more: sent.append(message))
    form_with(second, "said").answer("said", "I read it to Joan.")
    come_back()
    assert peer.values["said"] == "I read it to Joan."
    assert {"kind": "renew"} in sent


def test_what_cannot_be_read_meanwhile_leaves_the_page_as_it_is(tabs, progress_file):
    first, _, come_back = tabs
    form_with(first, "decision").answer("decision", POOL)
    progress_file.write_text("damaged", "utf-8")
    come_back()
    assert form_with(first, "decision").values["decision"] == POOL
    progress_file.unlink()
    come_back()
    assert form_with(first, "decision").values["decision"] == ""
    assert decision(ProgressStore()) == ""


def shell_of(widget):
    if isinstance(widget, Shell):
        return widget
    return next(filter(None, map(shell_of, getattr(widget, "children", ()))), None)


def test_an_exercise_shows_the_text_and_the_marks_that_another_tab_has_kept():
    first, second = (open_exercises("exercise=5_2") for _ in "AB")
    form_with(second, "text").answer("text", POOL)
    shell_of(first)._receive(None, {"kind": "back"}, [])
    assert form_with(first, "text").values["text"] == POOL
    form_with(first, "text")._receive(None, {"kind": "renewed"}, [])
    form_with(first, "text").answer("text", BUSES)
    assert ProgressStore().get("exercise/5_2")["answer"]["text"] == BUSES
    assert ProgressStore().names("journal/another text/") == []


def test_an_exercise_takes_over_the_choices_and_the_tries_of_another_tab():
    first, second = (open_exercises("exercise=1_1") for _ in "AB")
    card = next(iter(find_exercise("1_1").detail.items))
    bin_ = next(iter(find_exercise("1_1").detail.bins))
    form_with(second, card.id).answer(card.id, bin_)
    form_with(second, "hint").click("hint")
    shell_of(first)._receive(None, {"kind": "back"}, [])
    assert form_with(first, card.id).values[card.id] == bin_
    assert ProgressStore().get("exercise/1_1")["hints"] == 1
    form_with(first, "hint").click("hint")
    assert ProgressStore().get("exercise/1_1")["hints"] == 2


def test_a_reason_and_an_idea_of_another_tab_are_the_ones_that_are_shown():
    lessons = [open_lesson("1_awareness") for _ in "AB"]
    parts = []
    for lesson in lessons:
        lesson.start()
        parts.append((lesson.because(), lesson.idea()))
        lesson.prediction.choose(choice="unknown")
        lesson.prediction.place()
        lesson.prediction.played = "a run"
    (because, idea), (other_because, other_idea) = parts
    form_with(other_because, "because").answer("because", POOL)
    form_with(other_idea, "words").answer("words", BUSES)
    lessons[0].desk.shell._receive(None, {"kind": "back"}, [])
    assert form_with(because, "because").values["because"] == POOL
    assert form_with(idea, "words").values["words"] == BUSES
    for form, name in (
        (form_with(because, "because"), "because"),
        (form_with(idea, "words"), "words"),
    ):
        form._receive(None, {"kind": "renewed"}, [])
        form.answer(name, f"{form.values[name]} And the vans.")
    kept = ProgressStore()
    assert kept.get("lesson/1_awareness/predict")["because"] == f"{POOL} And the vans."
    assert kept.get("idea/1_awareness")["words"] == f"{BUSES} And the vans."
    assert kept.names("journal/another text/") == []
