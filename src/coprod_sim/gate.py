"""Should we ask people at all? Seven plain questions, and what follows from the answers.

Sources: OECD (2022), Guidelines for Citizen Participation Processes, on when to involve people and when
not; the Gunning principles of fair consultation (R v Brent LBC, ex p Gunning, 1985). How the answers are
put together is an assumption of the kit.
"""

from collections.abc import Mapping
from enum import StrEnum

QUESTIONS = ("problem", "open", "used", "means", "time", "enough", "answer")
"""The questions in their order: a problem people can help with, an answer that can still change
something, a decider who will use it, money and people, time, enough to judge by, a reply that shows."""
POINTLESS, TOO_MUCH, NOT_READY = QUESTIONS[:3], QUESTIONS[3:5], QUESTIONS[5:]
"""What a "no" among them means: asking has no point, is too much, or comes too early."""


class Outcome(StrEnum):
    """Where the gate leads; `OPEN` while there is still a question without an answer."""

    OPEN = "open"
    INFORM = "inform"
    PROMISE_LESS = "promise_less"
    FIX_FIRST = "fix_first"
    CONSULT_WELL = "consult_well"
    CO_PRODUCE = "co_produce"


def outcome(answers: Mapping[str, str], stakes: str, trust: str) -> Outcome:
    """Say what follows from the answers ("yes", "no", "unsure"), the stakes and the trust there is.

    A "no" to the first three beats one to the next two, and that one beats the last two. Whoever is
    unsure has something to find out before people are asked. A "no" decides at once; for the other
    outcomes all seven must be answered. `stakes` is "small" or "high", `trust` "low", "middle" or "high".
    """
    found = {name: answers.get(name) for name in QUESTIONS}
    for questions, result in (
        (POINTLESS, Outcome.INFORM),
        (TOO_MUCH, Outcome.PROMISE_LESS),
        (NOT_READY, Outcome.FIX_FIRST),
    ):
        if any(found[name] == "no" for name in questions):
            return result
    if None in found.values():
        return Outcome.OPEN
    if "unsure" in found.values():
        return Outcome.FIX_FIRST
    if stakes == "small" and trust != "low":
        return Outcome.CONSULT_WELL
    return Outcome.CO_PRODUCE


def reasons(answers: Mapping[str, str], stakes: str, trust: str) -> tuple[str, ...]:
    """List the questions whose answers led to the outcome; none when all were answered with yes."""
    result = outcome(answers, stakes, trust)
    groups = {
        Outcome.INFORM: POINTLESS,
        Outcome.PROMISE_LESS: TOO_MUCH,
        Outcome.FIX_FIRST: NOT_READY,
    }
    noes = tuple(n for n in groups.get(result, ()) if answers.get(n) == "no")
    if noes or result is not Outcome.FIX_FIRST:
        return noes
    return tuple(n for n in QUESTIONS if answers.get(n) == "unsure")
