"""The sheet that a learner takes to work holds every box of its screen that is not said to stay private."""

from datetime import date

import pytest
from test_learners_work_in_javascript import SAY, in_javascript
from widget_tree import form_with

from coprod_sim.apps.learner import open_lesson
from coprod_sim.learning import portfolio
from coprod_sim.learning.artefact import artefact_of, artefacts
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.progress import ProgressStore
from coprod_sim.words import words_in

T = words_in("en")
ON_THE_SHEET = {
    "2_buy_in": "What we promise",
    "5_feedback": "One idea that was turned down: a note on where it stands",
}
"""The lessons whose question about one's own place is answered on the sheet, and under which heading."""
DAY = date(2026, 5, 12)
pytestmark = pytest.mark.usefixtures("progress_file")


def all_written(lesson: str):
    """Write into every box of the screen on which something is made."""
    shown = open_lesson(lesson).at_your_place()
    one = artefact_of(lesson)
    for name in (*(box.id for box in one.boxes), "text"):
        form_with(shown, name).answer(name, f"My words on {name} here.")
    return shown, one


@pytest.mark.parametrize("lesson", [one.lesson for one in artefacts()])
def test_every_box_of_the_screen_is_on_the_sheet_or_says_that_it_stays_private(lesson):
    shown, one = all_written(lesson)
    store = ProgressStore()
    sheet = portfolio.handed(store, one, T, DAY)
    for name in (*(box.id for box in one.boxes), "text"):
        help_ = form_with(shown, name).fields[name].help
        there = f"<p>My words on {name} here.</p>" in sheet
        private = "This stays with you" in help_
        assert there is not private, name
    assert (lesson in ON_THE_SHEET) is ("My words on text here." in sheet)
    kept = {name: store.get(name) for name in (one.key, f"journal/{lesson}/place")}
    asked = (
        f"m.handed(given.about, given.about.makes['{lesson}'], kept, {SAY}, new Date(2026, 4, 12))"
    )
    assert in_javascript("portfolio.ts", asked, [kept]) == [sheet]


@pytest.mark.parametrize(("lesson", "head"), ON_THE_SHEET.items())
def test_the_promise_and_the_note_have_a_heading_of_their_own_and_a_peer_sees_them(lesson, head):
    shown, one = all_written(lesson)
    sheet = portfolio.handed(ProgressStore(), one, T, DAY)
    assert f"<h2>{head}</h2><p>My words on text here.</p>" in sheet
    if one.signed:
        assert sheet.index(head) < sheet.index("<h2>Signed by</h2>")
    form_with(shown, "turn").click("turn")
    said = " ".join(str(getattr(w, "value", "")) for w in in_sight(shown))
    assert "My words on text here." in said


def in_sight(widget) -> list:
    layout = getattr(widget, "layout", None)
    if layout is not None and layout.display == "none":
        return []
    return [widget, *(one for child in getattr(widget, "children", ()) for one in in_sight(child))]


def test_a_box_that_waits_for_its_words_is_shown_as_not_filled_in():
    sheet = portfolio.handed(ProgressStore(), artefact_of("2_buy_in"), T, DAY)
    assert "<h2>What we promise</h2><p>(not filled in)</p>" in sheet


def test_where_nothing_is_handed_out_the_box_is_said_to_be_private():
    without = [name for name in lesson_names() if artefact_of(name) is None]
    assert without == ["0_start_here", "9_my_own_case"]
    for name in without:
        assert load_lesson(name).place is not None
        help_ = form_with(open_lesson(name).at_your_place(), "text").fields["text"].help
        assert help_ == "Only you see this. It is kept in your journal."


def test_every_saved_page_says_who_wrote_it_and_when():
    shown, one = all_written("2_buy_in")
    sheets = (portfolio.handed, "Written by: ____________________", "Saved on: 12 May 2026")
    write, nobody, day = sheets
    assert f"<p>{nobody}</p><p>{day}</p>" in write(ProgressStore(), one, T, DAY)
    form_with(shown, "writer").answer("writer", "Noor <b>Khan</b>, housing")
    named = "<p>Written by: Noor &lt;b&gt;Khan&lt;/b&gt;, housing</p><p>Saved on: 12 May 2026</p>"
    store = ProgressStore()
    assert named in write(store, one, T, DAY)
    assert named in portfolio.page(store, T, DAY)
    assert "Written by: Noor <b>Khan</b>, housing\nSaved on: 12 May 2026\n" in portfolio.plain(
        store, T, DAY
    )
    kept = {"writer": "Noor <b>Khan</b>, housing"}
    given = f"(given.about, kept, {SAY}, new Date(2026, 4, 12))"
    there = f"[m.plain{given}, m.page{given}]"
    ((plain, page),) = in_javascript("portfolio.ts", there, [kept])
    assert "Written by: Noor <b>Khan</b>, housing\nSaved on: 12 May 2026\n" in plain
    assert named in page


def test_the_name_once_given_stands_in_the_other_lessons():
    form_with(open_lesson("2_buy_in").at_your_place(), "writer").answer("writer", "Noor")
    assert form_with(open_lesson("5_feedback").at_your_place(), "writer").values["writer"] == "Noor"
