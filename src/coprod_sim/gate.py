"""Should we ask people at all? Seven plain questions, five about the law, and what follows from the answers.

Sources: OECD (2022), Guidelines for Citizen Participation Processes, on when to involve people and when
not; the Gunning principles of fair consultation (R v Brent LBC, ex p Gunning, 1985); for the law of England
and Wales the Equality Act 2010 s.149, the NHS Act 2006 ss.14Z45 and 242, the Local Government Act 1999 s.3,
and the cases on promises and fairness named in the words of the gate. How the answers are put together is
an assumption of the kit, and no substitute for a lawyer.
"""

from collections.abc import Mapping
from enum import StrEnum

import numpy as np

QUESTIONS = ("problem", "open", "used", "means", "time", "enough", "answer")
"""The questions in their order: a problem people can help with, an answer that can still change
something, a decider who will use it, money and people, time, enough to judge by, a reply that shows."""
LEGAL = ("loses", "promised", "listed", "groups", "elsewhere")
"""The questions about the law: somebody loses something, asking was promised or is the custom, it is of a
kind for which an Act asks, it could hit some groups harder, it lies outside England and Wales."""
ASKS = LEGAL[:3]
"""Those of them that point to a duty to ask; equality is a duty of its own, beside it."""
ASKED = (*QUESTIONS, *LEGAL)
"""All that is answered with yes, no or not sure, in the order of the numbers."""
POINTLESS, TOO_MUCH, NOT_READY = QUESTIONS[:3], QUESTIONS[3:5], QUESTIONS[5:]
"""What a "no" among them means: asking has no point, is too much, or comes too early."""


class Outcome(StrEnum):
    """Where the gate leads; `OPEN` while there is still a question without an answer.

    The last four take the place of "do not ask" and of "do less" where the law may say otherwise.
    """

    OPEN = "open"
    INFORM = "inform"
    PROMISE_LESS = "promise_less"
    FIX_FIRST = "fix_first"
    CONSULT_WELL = "consult_well"
    CO_PRODUCE = "co_produce"
    ASK_LAWYERS = "ask_lawyers"
    REOPEN = "reopen"
    WEIGH_FIRST = "weigh_first"
    FIND_MEANS = "find_means"


class Duty(StrEnum):
    """What the answers about the law point to; no more than a reason to go to a lawyer."""

    OPEN = "open"
    NONE_SEEN = "none_seen"
    WEIGH = "weigh"
    UNSURE = "unsure"
    LIKELY = "likely"
    ELSEWHERE = "elsewhere"


OUTCOMES, DUTIES = tuple(Outcome), tuple(Duty)
ADVISED = {
    Outcome.INFORM: "told_openly",
    Outcome.CONSULT_WELL: "ladder_consultation_well_done",
    Outcome.CO_PRODUCE: "co_production",
}
"""The way of the library that an outcome points to, where it points to one."""
NOT_NOW = (
    Outcome.INFORM, Outcome.PROMISE_LESS, Outcome.CONSULT_WELL, Outcome.ASK_LAWYERS, Outcome.REOPEN,
    Outcome.WEIGH_FIRST,
)  # fmt: skip
"""The outcomes that speak against any way but the one they point to; a headline about another begins so."""
ANSWERS, STAKES, TRUST = (
    ("", "yes", "no", "unsure"),
    ("", "small", "high"),
    ("", "low", "middle", "high"),
)
"""What can be answered, in the order of the numbers it is given by; first comes no answer yet."""
NO_ANSWER, YES, NO, UNSURE = (
    float(ANSWERS.index(answer)) for answer in ("", "yes", "no", "unsure")
)
HIGH, LOW = float(STAKES.index("high")), float(TRUST.index("low"))
OPEN, INFORM, PROMISE_LESS, FIX_FIRST, CONSULT_WELL, CO_PRODUCE = map(float, range(6))
ASK_LAWYERS, REOPEN, WEIGH_FIRST, FIND_MEANS = map(float, range(6, 10))
UNSAID, NONE_SEEN, WEIGH, NOT_SURE, LIKELY, ELSEWHERE = map(float, range(6))
"""The places in `OUTCOMES` and in `DUTIES`."""
SEVEN = len(QUESTIONS)
GROUPS_AT, ELSEWHERE_AT = (ASKED.index(name) for name in ("groups", "elsewhere"))
STAKES_AT, TRUST_AT = len(ASKED), len(ASKED) + 1
REASONS = (*ASKED, "stakes", "trust")
"""What can be named as a reason, in the order of the marks."""
STOPS = tuple(
    (QUESTIONS.index(asked[0]), QUESTIONS.index(asked[-1]) + 1, found)
    for asked, found in ((POINTLESS, INFORM), (TOO_MUCH, PROMISE_LESS), (NOT_READY, FIX_FIRST))
)
"""From which question to before which a "no" leads to which of `OUTCOMES`; the first that is met counts."""


def outcome(answers: Mapping[str, str], stakes: str, trust: str) -> Outcome:
    """Say what follows from the answers ("yes", "no", "unsure"), the stakes and the trust there is.

    A "no" to the first three beats one to the next two, and that one beats the last two. Whoever is
    unsure has something to find out before people are asked. A "no" decides at once; for the other
    outcomes all seven must be answered, the stakes ("small", "high") and the trust ("low", "middle",
    "high"). Nobody is told not to ask, or to ask less, before all five questions about the law are
    answered and point to no duty.
    """
    return OUTCOMES[int(gate_outcome(*_in_numbers(answers, stakes, trust)))]


def duty(answers: Mapping[str, str]) -> Duty:
    """Say what the answers about the law point to."""
    return DUTIES[int(gate_duty(_in_numbers(answers, "", "")[0]))]


def reasons(answers: Mapping[str, str], stakes: str, trust: str) -> tuple[str, ...]:
    """List of `REASONS` those whose answers led to the outcome; only what was answered is ever named."""
    named = np.zeros(len(REASONS))
    gate_reasons(*_in_numbers(answers, stakes, trust), named)
    return tuple(name for name, led in zip(REASONS, named, strict=True) if led)


def _in_numbers(
    answers: Mapping[str, str], stakes: str, trust: str
) -> tuple[np.ndarray, float, float]:
    given = [float(ANSWERS.index(answers.get(name, ""))) for name in ASKED]
    return np.array(given), float(STAKES.index(stakes)), float(TRUST.index(trust))


def gate_outcome(answers: np.ndarray, stakes: float, trust: float) -> float:
    """Say what follows from answers given in numbers.

    Args:
        answers: to each of `ASKED`, a place in `ANSWERS`.
        stakes: a place in `STAKES`.
        trust: a place in `TRUST`.

    Returns:
        A place in `OUTCOMES`.
    """
    found, law = outcome_of_seven(answers, stakes, trust), gate_duty(answers)
    if found not in (INFORM, PROMISE_LESS) or law == NONE_SEEN:
        return found
    if law == LIKELY:
        return REOPEN if found == INFORM else FIND_MEANS
    if law == WEIGH:
        return WEIGH_FIRST if found == INFORM else found
    return ASK_LAWYERS


def outcome_of_seven(answers: np.ndarray, stakes: float, trust: float) -> float:
    """Say what would follow if there were no law.

    Args:
        answers: as for `gate_outcome`.
        stakes: as for `gate_outcome`.
        trust: as for `gate_outcome`.

    Returns:
        A place in `OUTCOMES`.
    """
    for first, end, found in STOPS:
        for k in range(first, end):
            if answers[k] == NO:
                return found
    unsure = False
    for k in range(SEVEN):
        if answers[k] == NO_ANSWER:
            return OPEN
        unsure = unsure or answers[k] == UNSURE
    if unsure:
        return FIX_FIRST
    if NO_ANSWER in (stakes, trust):
        return OPEN
    return CO_PRODUCE if stakes == HIGH or trust == LOW else CONSULT_WELL


def gate_duty(answers: np.ndarray) -> float:
    """Say what the answers about the law point to; not being sure is never taken for a no.

    Args:
        answers: as for `gate_outcome`.

    Returns:
        A place in `DUTIES`.
    """
    if answers[ELSEWHERE_AT] == YES:
        return ELSEWHERE
    for k in range(SEVEN, GROUPS_AT):
        if answers[k] == YES:
            return LIKELY
    unsaid, unsure = False, False
    for k in range(SEVEN, len(answers)):
        unsaid = unsaid or answers[k] == NO_ANSWER
        unsure = unsure or answers[k] == UNSURE
    if unsaid:
        return UNSAID
    if unsure:
        return NOT_SURE
    return WEIGH if answers[GROUPS_AT] == YES else NONE_SEEN


def gate_reasons(answers: np.ndarray, stakes: float, trust: float, named: np.ndarray) -> None:
    """Mark what led to the outcome with 1, all else with 0.

    Args:
        answers: as for `gate_outcome`.
        stakes: as for `gate_outcome`.
        trust: as for `gate_outcome`.
        named: one mark for each of `REASONS`; filled in.
    """
    seven, found = outcome_of_seven(answers, stakes, trust), gate_outcome(answers, stakes, trust)
    sure = False
    for first, end, led_to in STOPS:
        for k in range(first, end):
            led = led_to == seven and answers[k] == NO
            named[k], sure = 1.0 if led else 0.0, sure or led
    if seven == FIX_FIRST and not sure:
        for k in range(SEVEN):
            named[k] = 1.0 if answers[k] == UNSURE else 0.0
    for k in range(SEVEN, len(answers)):
        weighs = answers[k] == YES or (answers[k] == UNSURE and found == ASK_LAWYERS)
        named[k] = 1.0 if found != seven and weighs else 0.0
    named[STAKES_AT] = 1.0 if found == CO_PRODUCE and stakes == HIGH else 0.0
    named[TRUST_AT] = 1.0 if found == CO_PRODUCE and trust == LOW else 0.0
