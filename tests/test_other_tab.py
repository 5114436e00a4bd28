"""Who comes back to a tab finds there what was written in another one, and overwrites none of it."""

import pytest
from widget_tree import form_with, texts

from coprod_sim.apps.learner import open_lesson
from coprod_sim.learning.artefact import artefact_of, decision, made
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
