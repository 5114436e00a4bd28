"""What the gate says: a verdict names only what was answered, and what puts that right, on every paper."""

import json
from itertools import product
from typing import Any

import node_stage
import pytest

from coprod_sim.board.leading import entered_elsewhere
from coprod_sim.board.view import View
from coprod_sim.briefing.law import law_in_words
from coprod_sim.gate import QUESTIONS, duty, reasons
from coprod_sim.learning.own_case import OwnCase
from coprod_sim.learning.own_case.printed import gate_said
from coprod_sim.report.gate_words import (
    all_left,
    left_in_words,
    outcome_in_words,
    outcome_of,
    steps_in_words,
    why_in_words,
)
from coprod_sim.words import words_in

T = words_in("en")
YES = dict.fromkeys(QUESTIONS, "yes")
LOSES = {"loses": "yes", "promised": "no", "listed": "no", "groups": "no", "elsewhere": "no"}
FREE = LOSES | {"loses": "no"}
FIXES: dict[tuple[str, str], str] = {
    ("open", "no"): "Reopen what people could change, and tell the person who decides.",
    ("used", "no"): "Have the person who decides say, by name, that they will use what people say.",
    ("means", "no"): "Find people and money to do it.",
    ("time", "no"): "Move the day of the decision.",
    ("time", "unsure"): "Find out whether there is time before the decision.",
    ("enough", "no"): "Put reasons, options and costs on one plain page.",
    ("answer", "no"): "Name the person who replies, and the day by which they do.",
}


def given(answers: dict[str, Any], stakes: Any = "", trust: Any = "") -> View:
    return View(gate=answers, stakes=stakes, trust=trust)


def test_a_verdict_names_only_what_was_answered_and_counts_what_is_open():
    """Of "promised: yes" and "time: no" alone it said: find the time and the means."""
    view = given({"promised": "yes", "time": "no"})
    assert outcome_in_words(view, T) == "Find the time, or move the decision"
    assert "money" not in " ".join([why_in_words(view, T), *steps_in_words(view, T)])
    assert (
        left_in_words(view, T)
        == "8 of 9 questions are still open. Answers to them may change this."
    )
    assert all_left(view) == {"left": 12, "all": 14}
    assert "4 of 5 questions about the law are still open. An open question does not count as a no." in (
        law_in_words(view.gate, T)
    )  # fmt: skip
    assert "still open" not in law_in_words(LOSES, T)
    whole = given(YES | LOSES | {"time": "no"}, "high", "low")
    assert left_in_words(whole, T) == ""


@pytest.mark.parametrize(
    ("noes", "said"),
    [
        (("means",), "Find the means, or move the decision"),
        (("means", "time"), "Find the time and the means, or move the decision"),
        (("open",), "Reopen the decision, or do not start"),
        (("used",), "Have the person who decides agree to use the answer, or do not start"),
        (("problem",), "Find what people can help with, or do not start"),
        (("open", "used"), "Make it worth asking, or do not start"),
    ],
)
def test_where_a_duty_is_likely_the_verdict_is_about_the_very_answer(noes, said):
    assert outcome_in_words(given(YES | LOSES | dict.fromkeys(noes, "no")), T) == said


@pytest.mark.parametrize(
    ("law", "change"),
    [
        (LOSES, {"used": "no", "answer": "no"}),
        (LOSES, {"open": "no"}),
        (LOSES, {"means": "no", "time": "unsure"}),
        (LOSES, {"time": "no", "enough": "no"}),
        (FREE, {"time": "unsure"}),
        (FREE, {"enough": "no", "time": "unsure"}),
        (FREE, {"answer": "no"}),
    ],
)
def test_each_answer_that_stands_in_the_way_is_put_right_once_and_no_other(law, change):
    """With "used: no" it said to reopen what was open; with "time: not sure", to name who replies."""
    steps = steps_in_words(given(YES | law | change, "high", "low"), T)
    for fix in FIXES.items():
        (name, answer), line = fix
        assert steps.count(line) == (change.get(name) == answer)


def test_where_less_is_done_the_means_for_next_time_are_those_that_are_missing():
    steps = steps_in_words(given(YES | FREE | {"time": "no"}), T)
    assert "Plan the next decision early enough to ask." in steps
    assert "money" not in " ".join(steps)


def test_what_the_lawyers_are_to_settle_is_what_was_answered():
    steps = steps_in_words(given({"open": "no", "elsewhere": "yes"}), T)
    assert "still open" not in steps[0]
    assert "not sure" in steps_in_words(given(FREE | {"open": "no", "listed": "unsure"}), T)[0]
    assert "still open" in steps_in_words(given({"open": "no"}), T)[0]


def test_the_worksheet_takes_no_answer_for_granted_and_names_answers_not_questions():
    """It took much to be at stake where nobody said so, and gave questions for reasons."""
    assert gate_said(OwnCase(gate=YES), T)["found"] == ""
    said = gate_said(OwnCase(gate={"promised": "yes", "time": "no"}), T)
    assert said["found"] == "Find the time, or move the decision"
    assert said["because"][0] == "There is no time before the decision."
    assert said["left"].startswith("8 of 9 questions are still open.")


SAYS = """given.views.map(({view, verdict}) => {
  const words = {say: (key, values) => `<${JSON.stringify([key, values])}>`};
  const board = {declared: given.declared, view, words};
  const said = ["outcomeSaid", "whySaid", "stepsSaid"].map((name) => m[name](board, verdict));
  return [...said, m.leftSaid(board), m.allLeft(board)];
})"""


def asked(view: View) -> dict[str, Any]:
    because = reasons(view.gate, view.stakes, view.trust)
    found = {"outcome": outcome_of(view), "duty": duty(view.gate), "because": because}
    return {"view": view.model_dump(mode="json"), "verdict": found}


def worded(text: str) -> str:
    """Say with Python what the page asked its words for."""
    if not text.startswith("<"):
        return text
    key, values = json.loads(text[1:-1])
    if fixes := values.get("fixes"):
        values["fixes"] = "\n".join(worded(one) for one in fixes.split("\n"))
    return T(key, **values)


def test_the_page_says_the_same():
    views = [
        given(YES | law | {one: a, other: b}, *scales)
        for one, other in (("used", "answer"), ("means", "time"), ("open", "enough"))
        for a, b in product(("no", "unsure", "yes"), repeat=2)
        for law in (LOSES, FREE, {"listed": "unsure"}, {"elsewhere": "yes"}, {})
        for scales in (("high", "low"), ("", ""))
    ]
    views = [view for view in views if outcome_of(view) != "open"]
    handed = {"declared": entered_elsewhere(), "views": [asked(view) for view in views]}
    found = node_stage.worked_out("leaders/outcome.ts", SAYS, handed)
    assert len(views) > 150
    for view, (title, why, steps, left, counted) in zip(views, found, strict=True):
        lines = worded("".join(steps)).splitlines()
        assert worded(title) == outcome_in_words(view, T)
        assert worded(why) == why_in_words(view, T)
        assert [line.strip() for line in lines if line.strip()] == steps_in_words(view, T)
        assert worded(left) == left_in_words(view, T)
        assert counted == all_left(view)
