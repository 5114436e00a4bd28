"""What an answer about a run comes to: it follows from the counts over the models that fit the findings."""

from collections.abc import Mapping
from typing import NamedTuple

from coprod_sim.learning.check_result import Status
from coprod_sim.learning.items import RunQuestion
from coprod_sim.learning.model_counts import IN_ORDER, asked_of, count, look_up
from coprod_sim.learning.runs import Run
from coprod_sim.learning.shipped_counts import CLEAR
from coprod_sim.words import Words

FEW = 5
"""Models in 100 of which fewer give an answer that nobody defends (our choice)."""
OUT_OF_ORDER = "out_of_order"
"""The name of every order but the one that comes out by the rules as they stand."""


class Verdict(NamedTuple):
    """What an answer comes to, and in how many models it holds, in a sentence."""

    state: Status
    said: str


def shares_of(question: RunQuestion, run: Run) -> dict[str, int]:
    """Give for each answer how many of 100 models that fit the findings give it."""
    asked = asked_of(question, run)
    found = look_up(asked) or count(asked)
    return {answer: found.in_100(answer) for answer in found.held}


def state_of(shares: Mapping[str, int], answer: str) -> Status:
    """Say what an answer comes to: yes where nearly all models give it, open where they do not agree."""
    if shares[answer] >= CLEAR:
        return Status.YES
    settled = max(shares.values()) >= CLEAR
    return Status.NOT_YET if settled or shares[answer] < FEW else Status.OPEN


def leading(shares: Mapping[str, int]) -> str:
    """Give the answer that most models give."""
    return max(shares, key=lambda answer: shares[answer])


def settled(shares: Mapping[str, int]) -> bool:
    """Say whether nearly all models give one and the same answer."""
    return max(shares.values()) >= CLEAR


def verdicts(question: RunQuestion, run: Run, t: Words) -> dict[str, Verdict]:
    """Give what is said to each answer; an order has two, one for itself and one for all others."""
    shares = shares_of(question, run)
    if question.order:
        return _of_an_order(shares[IN_ORDER], t)
    texts = {o.id: f'"{o.text}"' for o in question.options}
    if settled(shares):
        said = {k: t("learner-check-models", count=n, answer=texts[k]) for k, n in shares.items()}
    else:
        said = dict.fromkeys(shares, _open(shares, texts, t))
    return {answer: Verdict(state_of(shares, answer), said[answer]) for answer in shares}


def _open(shares: Mapping[str, int], texts: Mapping[str, str], t: Words) -> str:
    """Say that a question is open, and how many models give each answer, the most first."""
    most_first = sorted(shares, key=lambda answer: -shares[answer])
    each = [t("learner-check-models_each", count=shares[k], answer=texts[k]) for k in most_first]
    return t("learner-check-models_open", answers="; ".join(each))


def _of_an_order(share: int, t: Words) -> dict[str, Verdict]:
    if share < CLEAR:
        said = Verdict(Status.OPEN, t("learner-check-order_open", count=share))
        return {IN_ORDER: said, OUT_OF_ORDER: said}
    held = t("learner-check-models", count=share, answer=t("learner-check-models_order"))
    return {IN_ORDER: Verdict(Status.YES, held), OUT_OF_ORDER: Verdict(Status.NOT_YET, "")}
