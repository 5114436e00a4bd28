"""The gate: over all answers there are, what it says follows the order in which questions weigh."""

from itertools import product

from coprod_sim.gate import QUESTIONS, Outcome, outcome, reasons
from coprod_sim.words import words_in

EVERY = [
    (dict(zip(QUESTIONS, answers, strict=True)), stakes, trust)
    for answers in product(("yes", "no", "unsure"), repeat=7)
    for stakes in ("small", "high")
    for trust in ("low", "middle", "high")
]


def test_a_no_to_the_first_three_always_means_do_not_ask():
    for answers, stakes, trust in EVERY:
        asking_has_no_point = "no" in [answers[q] for q in QUESTIONS[:3]]
        assert (outcome(answers, stakes, trust) is Outcome.INFORM) == asking_has_no_point


def test_people_are_only_asked_when_every_answer_is_yes():
    for answers, stakes, trust in EVERY:
        asks = outcome(answers, stakes, trust) in (Outcome.CONSULT_WELL, Outcome.CO_PRODUCE)
        assert asks == (set(answers.values()) == {"yes"})


def test_small_stakes_need_no_more_than_a_good_consultation_unless_trust_is_low():
    sure = dict.fromkeys(QUESTIONS, "yes")
    assert outcome(sure, "small", "middle") is Outcome.CONSULT_WELL
    assert outcome(sure, "small", "low") is Outcome.CO_PRODUCE
    assert outcome(sure, "high", "high") is Outcome.CO_PRODUCE


def test_turning_a_no_into_a_yes_never_leads_to_a_sterner_outcome():
    order = [
        Outcome.INFORM,
        Outcome.PROMISE_LESS,
        Outcome.FIX_FIRST,
        Outcome.CONSULT_WELL,
        Outcome.CO_PRODUCE,
    ]
    for answers, stakes, trust in EVERY:
        before = order.index(outcome(answers, stakes, trust))
        for question in QUESTIONS:
            if answers[question] == "no":
                after = order.index(outcome(answers | {question: "yes"}, stakes, trust))
                assert after >= before


def test_every_refusal_names_its_reasons_and_nothing_else_does():
    for answers, stakes, trust in EVERY:
        found, named = outcome(answers, stakes, trust), reasons(answers, stakes, trust)
        refused = found in (Outcome.INFORM, Outcome.PROMISE_LESS, Outcome.FIX_FIRST)
        assert bool(named) == refused
        assert all(answers[name] != "yes" for name in named)


def test_an_open_question_keeps_the_gate_open_but_a_no_decides_at_once():
    assert outcome({}, "high", "low") is Outcome.OPEN
    assert outcome({"open": "no"}, "high", "low") is Outcome.INFORM


def test_every_outcome_has_its_words():
    t = words_in("en")
    for found in Outcome:
        if found is not Outcome.OPEN:
            assert len(t(f"gate.outcome_{found}_do").strip().splitlines()) == 3
