"""A number word before a list is the number of things that people then see."""

import re
from importlib import resources

import pytest

from coprod_sim.errors import InputError
from coprod_sim.learning.learnt import FORMS, items
from coprod_sim.live.activities import Evaluate, Start
from coprod_sim.live.plan_counts import in_words
from coprod_sim.live.plans import load_plan, plan_names, plan_text, read_plan
from coprod_sim.live.session_plan import PACKAGE, shared_activities
from coprod_sim.words import words_in

T = words_in("en")
NUMBER = "|".join(in_words(k, T) for k in range(1, 13))
A_COUNT = re.compile(rf"\b({NUMBER}) (?:short |last |other )?questions\b", re.IGNORECASE)
TOLD = {"four questions"}
"""What a trainer reads aloud; no phone asks it."""


def files() -> list:
    here = resources.files(PACKAGE)
    folders = [here / name for name in ("library", "activities", "own")]
    return [f for folder in folders for f in folder.iterdir() if f.name.endswith(".toml")]


@pytest.mark.parametrize("file", files(), ids=lambda f: f.name)
def test_no_plan_writes_down_how_many_questions_its_phones_ask(file):
    found = {m[0].lower() for m in A_COUNT.finditer(file.read_text(encoding="utf-8"))}
    assert found <= TOLD


@pytest.mark.parametrize("name", plan_names())
def test_a_number_before_questions_is_that_of_what_the_plan_asks(name):
    plan = load_plan(name)
    asked = {in_words(len(a.questions(a.rounds[0], None, T)), T) for a in plan.room.activities} | {
        "four" if name.startswith("f") else ""
    }
    for part in plan.part:
        for line in (part.title, *part.say, *part.do, part.without_devices):
            assert "{" not in line
            assert all(m[1].lower() in asked for m in A_COUNT.finditer(line)), line


def test_six_scales_are_called_six_questions():
    """Three sentences are asked after twice: for before and for now."""
    short = shared_activities()["evaluation_short"]
    assert isinstance(short, Evaluate)
    assert len(short.statements) == 3
    assert short.text.startswith("Three sentences.")
    assert short.title == "Six last questions"
    assert load_plan("b").part[-1].title == "Six last questions, and goodbye"
    assert "Then six last questions" in load_plan("h").part[-1].say[-1]


def test_a_plan_that_asks_more_says_so():
    text = plan_text("a_leaders_taster")
    more = """
[[activities]]
key = "mine"
like = "evaluation_short"
title = "{Count} to end with"
statements = ["One.", "Two.", "Three.", "Four."]
"""
    text = text.replace('"evaluation_short"]', '"mine"]')
    text = text.replace("{Count evaluation_short}", "{Count mine}")
    plan = read_plan((text + more).encode(), "my_plan.toml")
    assert plan.room.activity("mine").title == "Eight to end with"
    assert "Eight last questions, please." in plan.part[-1].say
    with pytest.raises(InputError, match=r"\{Count gate\} counts no activity of this plan"):
        read_plan(
            (text + more).replace("{Count gate_vote}", "{Count gate}").encode(), "my_plan.toml"
        )


def test_facts_and_answers_are_counted_as_they_are_shown():
    twins = load_plan("b").room.activity("experiment")
    assert {len(decision.facts) for decision in twins.decisions} == {3}
    said = [line for part in load_plan("b").part for line in part.say]
    assert any(line.startswith("Then three facts.") for line in said)
    start = next(a for a in load_plan("b").room.activities if isinstance(a, Start))
    many = in_words(len(start.questions("answer", None, T)), T)
    assert T("trainer-model-intro").startswith(f"The {many} answers of this room")


def test_the_short_test_of_the_lessons_has_as_many_questions_as_its_words_say():
    assert {in_words(len(items(form)), T) for form in FORMS} == {"six"}
    for said in ("learner-learnt-before_help", "learner-learnt-after_help"):
        assert "six" in T(said).lower()
