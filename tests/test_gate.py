"""The gate: over all answers there are, what it says follows the order in which questions weigh."""

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_sim.gate import QUESTIONS, Outcome, outcome, reasons
from coprod_sim.words import words_in

SEVEN: tuple[str, ...] = ("problem", "open", "used", "means", "time", "enough", "answer")
EVERY = [
    (dict(zip(SEVEN, answers, strict=True)), stakes, trust)
    for answers in product(("yes", "no", "unsure"), repeat=7)
    for stakes in ("small", "high")
    for trust in ("low", "middle", "high")
]
SURE = dict.fromkeys(SEVEN, "yes")


def described(answers: Mapping[str, str], stakes: str, trust: str) -> tuple[str, tuple[str, ...]]:
    """Say what follows, and why, from the rules in words at the head of the gate."""
    noes = [name for name in SEVEN if answers.get(name) == "no"]
    for result, names in (
        ("inform", ("problem", "open", "used")),
        ("promise_less", ("means", "time")),
        ("fix_first", ("enough", "answer")),
    ):
        if found := tuple(name for name in noes if name in names):
            return result, found
    if len(answers) < 7:
        return "open", ()
    if unsure := tuple(name for name in SEVEN if answers[name] == "unsure"):
        return "fix_first", unsure
    return ("consult_well" if stakes == "small" and trust != "low" else "co_produce"), ()


def test_the_questions_come_in_the_order_in_which_they_weigh():
    assert QUESTIONS == SEVEN


def test_every_set_of_answers_leads_where_the_rules_say_for_the_reasons_they_give():
    for answers, stakes, trust in EVERY:
        result, why = described(answers, stakes, trust)
        assert outcome(answers, stakes, trust) == result
        assert reasons(answers, stakes, trust) == why


@given(
    answers=st.dictionaries(st.sampled_from(SEVEN), st.sampled_from(["yes", "no", "unsure"])),
    stakes=st.sampled_from(["small", "high"]),
    trust=st.sampled_from(["low", "middle", "high"]),
)
def test_an_unanswered_question_keeps_the_gate_open_unless_a_no_decides(answers, stakes, trust):
    result, why = described(answers, stakes, trust)
    assert outcome(answers, stakes, trust) == result
    assert reasons(answers, stakes, trust) == why


@pytest.mark.parametrize("question", SEVEN)
def test_one_open_question_is_enough_to_keep_the_gate_open(question):
    answers = {name: "yes" for name in SEVEN if name != question}
    assert outcome(answers, "small", "high") is Outcome.OPEN
    assert reasons(answers, "small", "high") == ()


@pytest.mark.parametrize(
    ("stakes", "trust", "expected"),
    [
        ("small", "low", "co_produce"),
        ("small", "middle", "consult_well"),
        ("small", "high", "consult_well"),
        ("high", "low", "co_produce"),
        ("high", "middle", "co_produce"),
        ("high", "high", "co_produce"),
    ],
)
def test_small_stakes_need_no_more_than_a_good_consultation_unless_trust_is_low(
    stakes, trust, expected
):
    assert outcome(SURE, stakes, trust) == expected


def test_turning_a_no_into_a_yes_never_leads_to_a_sterner_outcome():
    order = ["inform", "promise_less", "fix_first", "consult_well", "co_produce"]
    for answers, stakes, trust in EVERY:
        before = order.index(outcome(answers, stakes, trust))
        for question in SEVEN:
            if answers[question] == "no":
                after = order.index(outcome(answers | {question: "yes"}, stakes, trust))
                assert after >= before


def test_every_refusal_names_its_reasons_and_nothing_else_does():
    for answers, stakes, trust in EVERY:
        found, named = outcome(answers, stakes, trust), reasons(answers, stakes, trust)
        assert bool(named) == (found in ("inform", "promise_less", "fix_first"))
        assert all(answers[name] != "yes" for name in named)


def test_every_outcome_has_its_words():
    t = words_in("en")
    names = [str(found) for found in Outcome]
    assert names == ["open", "inform", "promise_less", "fix_first", "consult_well", "co_produce"]
    for name in names[1:]:
        assert len(t(f"gate.outcome_{name}_do").strip().splitlines()) == 3
