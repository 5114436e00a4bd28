"""The gate: over all answers there are it follows its rules in words, and the law overrules them."""

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_sim.gate import LEGAL, QUESTIONS, Duty, Outcome, duty, outcome, reasons
from coprod_sim.words import words_in

SEVEN: tuple[str, ...] = ("problem", "open", "used", "means", "time", "enough", "answer")
FIVE: tuple[str, ...] = ("loses", "promised", "listed", "groups", "elsewhere")
NO_DUTY = dict.fromkeys(FIVE, "no")
EVERY = [
    (dict(zip(SEVEN, answers, strict=True)) | NO_DUTY, stakes, trust)
    for answers in product(("yes", "no", "unsure"), repeat=7)
    for stakes in ("small", "high")
    for trust in ("low", "middle", "high")
]
EVERY_LAW = [
    {name: said for name, said in zip(FIVE, answers, strict=True) if said}
    for answers in product(("", "yes", "no", "unsure"), repeat=5)
]
SURE = dict.fromkeys(SEVEN, "yes")
ANY = st.dictionaries(st.sampled_from(SEVEN + FIVE), st.sampled_from(["yes", "no", "unsure"]))
STAKES, TRUST = (
    st.sampled_from(["", "small", "high"]),
    st.sampled_from(["", "low", "middle", "high"]),
)


def without_law(answers: Mapping[str, str], stakes: str, trust: str) -> tuple[str, tuple[str, ...]]:
    """Say what would follow from the seven, and why, from the rules in words at the head of the gate."""
    noes = [name for name in SEVEN if answers.get(name) == "no"]
    for result, names in (
        ("inform", ("problem", "open", "used")),
        ("promise_less", ("means", "time")),
        ("fix_first", ("enough", "answer")),
    ):
        if found := tuple(name for name in noes if name in names):
            return result, found
    if any(name not in answers for name in SEVEN):
        return "open", ()
    if unsure := tuple(name for name in SEVEN if answers[name] == "unsure"):
        return "fix_first", unsure
    if not stakes or not trust:
        return "open", ()
    named = [
        name for name, true in (("stakes", stakes == "high"), ("trust", trust == "low")) if true
    ]
    return ("co_produce" if named else "consult_well"), tuple(named)


def pointed_to(answers: Mapping[str, str]) -> str:
    """Say what the answers about the law point to, in the order in which they weigh."""
    law = {name: answers.get(name, "") for name in FIVE}
    if law["elsewhere"] == "yes":
        return "elsewhere"
    if "yes" in (law["loses"], law["promised"], law["listed"]):
        return "likely"
    if "" in law.values():
        return "open"
    if "unsure" in law.values():
        return "unsure"
    return "weigh" if law["groups"] == "yes" else "none_seen"


def described(answers: Mapping[str, str], stakes: str, trust: str) -> tuple[str, set[str]]:
    """Let the law overrule what asks nobody, or asks them less."""
    found, why = without_law(answers, stakes, trust)
    law = pointed_to(answers)
    if found not in ("inform", "promise_less") or law == "none_seen":
        return found, set(why)
    if law == "weigh" and found == "promise_less":
        return found, set(why)
    instead = {
        "likely": "reopen" if found == "inform" else "find_means", "weigh": "weigh_first",
    }.get(law, "ask_lawyers")  # fmt: skip
    weighs = ("yes", "unsure") if instead == "ask_lawyers" else ("yes",)
    return instead, {*why, *(name for name in FIVE if answers.get(name) in weighs)}


def test_the_questions_come_in_the_order_in_which_they_weigh():
    assert QUESTIONS == SEVEN
    assert LEGAL == FIVE


def test_every_set_of_answers_leads_where_the_rules_say_for_the_reasons_they_give():
    for answers, stakes, trust in EVERY:
        result, why = described(answers, stakes, trust)
        assert outcome(answers, stakes, trust) == result
        assert set(reasons(answers, stakes, trust)) == why


@given(answers=ANY, stakes=STAKES, trust=TRUST)
def test_whatever_is_left_open_the_gate_says_what_the_rules_say(answers, stakes, trust):
    result, why = described(answers, stakes, trust)
    assert outcome(answers, stakes, trust) == result
    assert set(reasons(answers, stakes, trust)) == why
    assert duty(answers) == pointed_to(answers)


def test_nobody_is_told_not_to_ask_while_the_law_may_say_otherwise():
    for law in EVERY_LAW:
        told = {outcome({no: "no"} | law, "", "") for no in ("problem", "open", "used")}
        assert ("inform" in told) == (law == NO_DUTY)


def test_nobody_is_told_to_do_less_where_a_duty_to_ask_is_likely_or_not_ruled_out():
    for law in EVERY_LAW:
        less = outcome({"time": "no"} | law, "", "") == "promise_less"
        clear = all(law.get(name) == "no" for name in FIVE if name != "groups")
        assert less == (clear and law.get("groups") in ("yes", "no"))


def test_a_fixed_answer_where_people_lose_something_is_to_be_reopened_not_just_announced():
    fixed = SURE | {"open": "no"} | NO_DUTY | {"loses": "yes"}
    assert outcome(fixed, "high", "low") == "reopen"
    assert set(reasons(fixed, "high", "low")) == {"open", "loses"}


@given(answers=ANY, stakes=STAKES, trust=TRUST)
def test_a_reason_is_never_one_that_nobody_gave(answers, stakes, trust):
    given_at_all = answers | {"stakes": stakes, "trust": trust}
    for name in reasons(answers, stakes, trust):
        assert given_at_all.get(name)
        assert given_at_all[name] in {
            **dict.fromkeys(SEVEN, ("no", "unsure")), **dict.fromkeys(FIVE, ("yes", "unsure")),
            "stakes": ("high",), "trust": ("low",),
        }[name]  # fmt: skip


@pytest.mark.parametrize("question", SEVEN)
def test_one_open_question_is_enough_to_keep_the_gate_open(question):
    answers = {name: "yes" for name in SEVEN if name != question}
    assert outcome(answers, "small", "high") is Outcome.OPEN
    assert reasons(answers, "small", "high") == ()


@pytest.mark.parametrize(
    ("stakes", "trust", "expected", "why"),
    [
        ("", "", "open", ()),
        ("high", "", "open", ()),
        ("", "low", "open", ()),
        ("small", "low", "co_produce", ("trust",)),
        ("small", "middle", "consult_well", ()),
        ("small", "high", "consult_well", ()),
        ("high", "low", "co_produce", ("stakes", "trust")),
        ("high", "middle", "co_produce", ("stakes",)),
        ("high", "high", "co_produce", ("stakes",)),
    ],
)
def test_seven_times_yes_leads_nowhere_before_stakes_and_trust_are_said(
    stakes, trust, expected, why
):
    assert outcome(SURE, stakes, trust) == expected
    assert reasons(SURE, stakes, trust) == why


def test_turning_a_no_into_a_yes_never_leads_to_a_sterner_outcome():
    order = ["inform", "promise_less", "fix_first", "consult_well", "co_produce"]
    for answers, stakes, trust in EVERY:
        before = order.index(outcome(answers, stakes, trust))
        for question in SEVEN:
            if answers[question] == "no":
                after = order.index(outcome(answers | {question: "yes"}, stakes, trust))
                assert after >= before


def steps(name: str) -> str:
    return words_in("en")(f"gate-outcome_{name}_do", lacks="time", fixes="", law="open")


def test_every_outcome_and_every_duty_has_its_words():
    t = words_in("en")
    names = [str(found) for found in Outcome]
    assert names == [
        "open", "inform", "promise_less", "fix_first", "consult_well", "co_produce",
        "ask_lawyers", "reopen", "weigh_first", "find_means",
    ]  # fmt: skip
    for name in names[1:]:
        assert steps(name)
    for law in Duty:
        assert t(f"gate-duty_{law}", left=2, all=5, grounds="one")
    for name in (*SEVEN, *FIVE):
        assert t(f"gate-because_{name}", answer="unsure").startswith("It is not certain")


def test_every_outcome_that_leaves_people_out_ends_with_the_lawyers():
    for name in ("inform", "ask_lawyers", "reopen", "weigh_first", "find_means"):
        assert "your lawyers" in steps(name)
