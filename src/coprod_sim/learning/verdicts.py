"""What an answer about a run comes to: what this run shows, and what the models that fit the findings say."""

from collections.abc import Mapping
from typing import NamedTuple

from coprod_sim.learning.check_result import Status
from coprod_sim.learning.items import AnswerOption, RunQuestion
from coprod_sim.learning.model_counts import IN_ORDER, Counted, asked_of, count, look_up
from coprod_sim.learning.runs import Run
from coprod_sim.learning.shipped_counts import CLEAR
from coprod_sim.words import Words

FEW = 5
"""Models in 100 of which fewer give an answer that nobody defends (our choice)."""
OUT_OF_ORDER = "out_of_order"
"""The name of every order but the one that comes out by the rules as they stand."""
SIZE = "size"
"""The head of an answer whose direction nearly all models share, while they leave open how much it is."""


class Verdict(NamedTuple):
    """What an answer comes to, under which head, and in how many models it holds, in a sentence."""

    state: Status
    said: str
    head: str


def counted(question: RunQuestion, run: Run) -> Counted:
    """Give what the models that fit the findings answer, as it ships or counted now."""
    asked = asked_of(question, run)
    return look_up(asked) or count(asked)


def shares_of(question: RunQuestion, run: Run) -> dict[str, int]:
    """Give for each answer how many of 100 models that fit the findings give it."""
    found = counted(question, run)
    return {answer: found.in_100(answer) for answer in found.held}


def one_direction(question: RunQuestion, shares: Mapping[str, int]) -> tuple[str, ...]:
    """Give the answers of one direction that nearly all models share, where no one answer has as many."""
    if settled(shares) or not question.read.apart:
        return ()
    for side in (_more, _less):
        same = tuple(o.id for o in question.options if side(o))
        if sum(shares[answer] for answer in same) >= CLEAR:
            return same
    return ()


def _more(option: AnswerOption) -> bool:
    return option.low > 0


def _less(option: AnswerOption) -> bool:
    return option.high < 0


def state_of(shares: Mapping[str, int], answer: str, direction: tuple[str, ...] = ()) -> Status:
    """Say what an answer comes to: yes where nearly all models give it, open where they do not agree.

    Args:
        shares: how many of 100 models give each answer.
        answer: the answer.
        direction: the answers of the direction that is settled, if one is.

    Returns:
        What it comes to; what goes against a settled direction is not yet right.
    """
    if shares[answer] >= CLEAR:
        return Status.YES
    against = bool(direction) and answer not in direction
    return Status.NOT_YET if settled(shares) or against or shares[answer] < FEW else Status.OPEN


def leading(shares: Mapping[str, int]) -> str:
    """Give the answer that most models give."""
    return max(shares, key=lambda answer: shares[answer])


def settled(shares: Mapping[str, int]) -> bool:
    """Say whether nearly all models give one and the same answer."""
    return max(shares.values()) >= CLEAR


def best_known(question: RunQuestion, run: Run) -> str:
    """Say what is settled of the leading answer: all of it (is), its direction (size), or nothing (most)."""
    shares = shares_of(question, run)
    if settled(shares):
        return "is"
    return SIZE if one_direction(question, shares) else "most"


def best_said(question: RunQuestion, run: Run, t: Words) -> str:
    """Name the answer that most models give, and whether that settles the question; of an order nothing."""
    best = leading(shares_of(question, run))
    named = [o.text for o in question.options if o.id == best]
    return t(f"learner-check-answer_{best_known(question, run)}", answer=named[0]) if named else ""


def verdicts(question: RunQuestion, run: Run, t: Words) -> dict[str, Verdict]:
    """Give what is said to each answer; an order has two, one for itself and one for all others."""
    shares = shares_of(question, run)
    if question.order:
        return _of_an_order(shares[IN_ORDER], t)
    texts = {o.id: f'"{o.text}"' for o in question.options}
    direction = one_direction(question, shares)
    each = _each(shares, texts, t)
    found = {}
    for answer, share in shares.items():
        state = state_of(shares, answer, direction)
        if settled(shares):
            said = t("learner-check-models", count=share, answer=texts[answer])
        elif direction:
            agree = sum(shares[k] for k in direction)
            which = "other" if answer not in direction else "few" if share < FEW else "same"
            said = t(
                "learner-check-models_size", answers=each, agree=_agreeing(agree, t), which=which
            )
        else:
            said = t(f"learner-check-models_{state}", answers=each)
        head = SIZE if direction and state is Status.OPEN else state
        found[answer] = Verdict(state, said, head)
    return found


def _agreeing(count: int, t: Words) -> str:
    """Say in words how many models agree; nearly all leave out no more than nobody defends."""
    much = "all" if count == 100 else "nearly" if 100 - count < FEW else "most"
    return t("learner-check-agreeing", much=much, count=count)


def _each(shares: Mapping[str, int], texts: Mapping[str, str], t: Words) -> str:
    """Say how many models give each answer, the most first."""
    most_first = sorted(shares, key=lambda answer: -shares[answer])
    each = [t("learner-check-models_each", count=shares[k], answer=texts[k]) for k in most_first]
    return "; ".join(each)


def _of_an_order(share: int, t: Words) -> dict[str, Verdict]:
    if share < CLEAR:
        said = Verdict(Status.OPEN, t("learner-check-order_open", count=share), Status.OPEN)
        return {IN_ORDER: said, OUT_OF_ORDER: said}
    held = t("learner-check-order_held", count=share)
    return {
        IN_ORDER: Verdict(Status.YES, held, Status.YES),
        OUT_OF_ORDER: Verdict(Status.NOT_YET, held, Status.NOT_YET),
    }
