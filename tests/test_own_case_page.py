"""The page of my own case without a browser: what is kept, who sees what when, and the words."""

from datetime import date

import pytest
import textstat
from own_case_stage import T, valley
from test_words import prose, sentences
from widget_tree import form_with, forms, texts

from coprod_sim.apps.controls import Shell
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.learner.exercise_state import ExerciseState
from coprod_sim.apps.learner.kinds.own import panel
from coprod_sim.apps.learner.learner_state import Learner
from coprod_sim.apps.own_case.worksheet_page import PARTS, worksheet_of
from coprod_sim.apps.own_case.worksheet_state import NOBODY, Worksheet
from coprod_sim.charts.values import last
from coprod_sim.charts.words import about
from coprod_sim.engagement.scored import SCORED
from coprod_sim.learning.exercise import find_exercise
from coprod_sim.learning.own_case import OwnCase, from_file, to_file
from coprod_sim.learning.own_case.case_sentences import losers_said
from coprod_sim.learning.own_case.played import MIDDLE, band_of
from coprod_sim.learning.own_case.printed import Worked, plan_page
from coprod_sim.learning.own_case.storage import InProgress, done_in
from coprod_sim.learning.progress import ProgressStore

# What is kept.


def test_two_open_pages_do_not_undo_each_other(tmp_path):
    file = tmp_path / "progress.json"
    one, other = (Worksheet(InProgress(ProgressStore(file))) for _ in range(2))
    one.change(promise={"we": "publish"})
    other.change(signs=("buy_in_2",))
    again = Worksheet(InProgress(ProgressStore(file)))
    assert again.view.promise.we == "publish"
    assert again.view.signs == ("buy_in_2",)
    assert done_in(ProgressStore(file))["promise"] is False


def test_what_cannot_be_written_is_said_and_stays_on_the_page(tmp_path):
    nowhere = tmp_path / "no" / "folder" / "progress.json"
    state = Worksheet(InProgress(ProgressStore(nowhere)))
    whole = worksheet_of(state)
    state.change(promise={"we": "publish"})
    assert state.view.promise.we == "publish"
    assert "could not be kept" in whole.children[0].value


def test_something_kept_that_cannot_be_read_opens_an_empty_page_and_says_why(tmp_path):
    store = ProgressStore(tmp_path / "progress.json")
    store.put("own_case/stakes", "enormous")
    state = Worksheet(InProgress(store))
    assert state.view == OwnCase()
    assert "stakes" in state.problem


def test_the_capstone_is_ticked_by_the_worksheet_and_not_by_hand(tmp_path):
    store = ProgressStore(tmp_path / "progress.json")
    work = Worksheet(InProgress(store))
    state = ExerciseState(find_exercise("c_1"), Learner(store))
    desk = Desk(state.learner, Shell([], "", {"parts": ""}))
    form, again = (f for f in forms(panel(desk, state)))
    form.answer("note", True)
    assert not form.values.get("note")
    words = "four plain words here"
    work.change(note={"situation": words, "objective": words, "barrier": words, "likely": words})
    again.click("look")
    assert form.values["note"] is True
    assert form.values["plan"] is False
    assert state.answer["note"] is True


# The page.


def score_all(whole, shell, people=4):
    """Score as people would: each sits down, ticks a line for every dial, and shuts the sheet."""
    shell.turn("score")
    form_with(whole, "set_up").click("set_up")
    for k in range(people):
        form_with(whole, "who").answer("who", str(k))
        for dial in SCORED:
            form_with(whole, dial).answer(dial, "25" if k < 2 else "50")
        form_with(whole, "close").click("close")


def test_nobody_sees_another_sheet_until_all_are_in():
    state = Worksheet()
    whole = worksheet_of(state)
    shell = whole.children[1]
    score_all(whole, shell, people=3)
    assert state.seat == NOBODY
    assert state.ways == ()
    assert not any(set(SCORED) & set(f.fields) for f in forms(whole))
    assert "One sheet is still open" in texts(whole)
    assert T("own-sheets-title") not in texts(whole)
    form_with(whole, "who").answer("who", "3")
    shown = form_with(whole, "feedback").values
    assert {shown[d] for d in SCORED} == {"none"}
    form_with(whole, "feedback").answer("feedback", "100")
    form_with(whole, "close").click("close")
    assert T("own-sheets-title") in texts(whole)
    assert len(state.ways) > 1
    assert state.view.now.begun == date.today().isoformat()


def test_an_empty_sheet_cannot_be_shut_and_a_sheet_opened_again_hides_the_results_and_says_so():
    state = Worksheet()
    whole = worksheet_of(state)
    shell = whole.children[1]
    shell.turn("score")
    form_with(whole, "set_up").click("set_up")
    form_with(whole, "who").answer("who", "0")
    form_with(whole, "close").click("close")
    assert state.problem == T("own-score-empty")
    state = Worksheet()
    whole = worksheet_of(state)
    score_all(whole, whole.children[1])
    form_with(whole, "mend").answer("mend", "1")
    form_with(whole, "mend").click("reopen")
    assert state.ways == ()
    assert state.seat == 1
    form_with(whole, "close").click("close")
    assert [r.again for r in state.view.now.raters] == [False, True, False, False]
    assert "opened again" in texts(whole)


def test_half_steps_can_be_given():
    state = Worksheet()
    whole = worksheet_of(state)
    whole.children[1].turn("score")
    form_with(whole, "set_up").click("set_up")
    form_with(whole, "who").answer("who", "0")
    form_with(whole, "feedback").answer("feedback", "37.5")
    assert "feedback" not in state.view.now.raters[0].scores
    form_with(whole, "halves").answer("halves", True)
    form_with(whole, "feedback").answer("feedback", "37.5")
    assert state.view.now.raters[0].scores == {"feedback": 0.375}


@pytest.mark.slow
def test_a_learner_goes_through_the_whole_worksheet_and_prints_it():
    state = Worksheet()
    whole = worksheet_of(state)
    shell = whole.children[1]
    handed = {}
    shell.hand_out = lambda name, data, _kind: handed.update({name: data})
    form_with(whole, "weeks_available").answer("title", "The bus")
    score_all(whole, shell)
    shell.turn("brings")
    assert set(state.said) >= {"band", "losers", "cost"}
    shell.turn("plan")
    form_with(whole, "feedback.add").click("feedback.add")
    for field, value in {
        "what": "Write to all",
        "who": "Ana",
        "when": "2026-05-01",
        "to": "0.75",
    }.items():
        form_with(whole, "feedback.add").answer(f"0.{field}", value)
    assert state.view.actions[0].to == 0.75
    shell.turn("journal")
    form_with(whole, "text").answer("text", "I did not expect that.")
    shell.turn("take")
    first, *_ = (f for f in forms(whole.children[-2]) if "go" in f.fields)
    first.click("go")
    assert state.problem == ""
    page = handed["my_case.html"].decode()
    for words in (
        "The bus",
        "Write to all",
        "I did not expect that.",
        "Try ",
        "if all of it is done",
    ):
        assert words in page
    shell.turn("again")
    form_with(whole, "start").click("start")
    assert len(state.view.rounds) == 2
    assert not any(r.scores or r.closed for r in state.view.now.raters)
    form_with(whole, "undo").click("undo")
    assert len(state.view.rounds) == 1
    shell.turn("take")
    form_with(whole, "save").click("save")
    form = form_with(whole, "saved")
    form.on_file("saved", "my.owncase.json", to_file(OwnCase()))
    assert state.view == OwnCase()
    form_with(whole, "back").click("back")
    assert from_file(handed["my.owncase.json"], "m") == state.view
    assert state.view.case["title"] == "The bus"


def test_every_part_opens_on_an_empty_worksheet_without_trouble():
    state = Worksheet()
    shell = worksheet_of(state).children[1]
    for part in PARTS:
        shell.turn(part.key)
        assert state.problem == "", part.key


def test_what_cannot_be_leaves_everything_as_it_was():
    state = Worksheet()
    before = state.view
    state.change(case={"title": "x" * 700})
    assert "at most 600" in state.problem
    assert state.view == before


def test_the_words_of_the_worksheet_read_at_grade_six_or_below():
    parts: dict[str, list[str]] = {}
    for key, text in prose().items():
        if key.startswith("own-"):
            parts.setdefault("-".join(key.split("-")[:2]), []).extend(sentences(text))
    grades = {
        part: textstat.textstat.flesch_kincaid_grade(" ".join(s.rstrip(".!?:") + "." for s in said))
        for part, said in parts.items()
        if sum(len(s.split()) for s in said) >= 40
    }
    assert {part: grade for part, grade in grades.items() if grade > 6.0} == {}
    assert len(grades) > 12


def test_how_many_people_are_affected_is_asked_kept_printed_and_said_of_those_who_lose(tmp_path):
    store = ProgressStore(tmp_path / "progress.json")
    state = Worksheet(InProgress(store))
    whole = worksheet_of(state)
    form = form_with(whole, "people_affected")
    assert form.fields["people_affected"].words["range"].endswith("between 1 and 100,000,000.")
    form.answer("people_affected", 20_000)
    again = Worksheet(InProgress(store))
    assert again.affected == 20_000
    assert "People affected: 20,000." in plan_page(again.view, Worked(), T)
    band = band_of(valley(case=again.view.case))
    lose = last(band.comparison, "losers").loc[MIDDLE]
    low, high = (about(round(200 * lose[end])) for end in ("low", "high"))
    said = " ".join(losers_said(band, T, again.affected))
    assert f"about {low} to {high} of your 20,000 people. The model ran a made-up town" in said
    assert "your 20,000" not in " ".join(losers_said(band, T))
