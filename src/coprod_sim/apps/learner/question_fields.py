"""Turns questions into fields of a form, and what stands in the form into answers."""

from collections.abc import Sequence
from typing import Any

from coprod_sim.apps.controls import Field, Option
from coprod_sim.learning.grading import guess_said
from coprod_sim.learning.items import UNKNOWN, RunQuestion
from coprod_sim.words import Words

PLACE = "place_"


def question_fields(
    question: RunQuestion, t: Words, *, unknown: bool = True, disabled: bool = False, help: str = "",
    told: bool = False,
) -> list[Field]:  # fmt: skip
    """Make the fields of a question, a choice or an order; with `told` an answer is told about at once."""
    if question.order:
        items = [(i.id, i.text) for i in question.order]
        return order_fields(question.question, items, t, disabled=disabled)
    options = [Option(value=o.id, label=o.text) for o in question.options]
    if unknown:
        options.append(Option(value=UNKNOWN, label=t("learner-unknown")))
    return [
        Field(
            id="choice", kind="choice", label=question.question, options=tuple(options),
            disabled=disabled, help=help, words={"give": t("learner-answer-give")} if told else {},
        )
    ]  # fmt: skip


def order_fields(
    question: str, items: Sequence[tuple[str, str]], t: Words, *, disabled: bool = False
) -> list[Field]:
    """Make one list to choose from for each place of an order."""
    empty = Option(value="", label=t("learner-order-choose"))
    options = (empty, *(Option(value=k, label=text) for k, text in items))
    heads = [Field(id="question", kind="note", label=question)]
    return heads + [
        Field(
            id=f"{PLACE}{k}", kind="select", options=options, disabled=disabled,
            label=t("learner-order-place", place=k, all=len(items)),
        )
        for k in range(1, len(items) + 1)
    ]  # fmt: skip


def order_values(order: Sequence[str]) -> dict[str, Any]:
    """Give the values that show an order in the form."""
    return {f"{PLACE}{k}": name for k, name in enumerate(order, 1)}


def placed(order: Sequence[str], name: str, value: str | None, size: int) -> list[str]:
    """Put an item at the place a list stands for; where it stood before becomes empty."""
    at = int(name.removeprefix(PLACE)) - 1
    now = [*order, *[""] * (size - len(order))]
    if value:
        now = ["" if k == value else k for k in now]
    now[at] = value or ""
    return now


def emptied(
    before: Sequence[str], now: Sequence[str], items: Sequence[tuple[str, str]], t: Words
) -> str:
    """Say which place of an order was left empty because its item stands in another now; else nothing."""
    moved = {k: place for place, k in enumerate(before, 1) if k and now[place - 1] == ""}
    told = [
        t("learner-order-emptied", place=place, name=dict(items)[k], now=now.index(k) + 1)
        for k, place in moved.items()
        if k in now
    ]
    return " ".join(told)


def sure_field(guess: float, t: Words, *, disabled: bool = False) -> Field:
    """Make the dial for the chance a bet is given; it says what a pure guess would have."""
    return Field(
        id="sure", kind="dial", label=t("learner-bet-sure"), disabled=disabled,
        help=t("learner-bet-sure_help", guess=guess_said(guess)),
        low=0, high=100, step=5, unit="in 100", words={"unset": t("learner-bet-not_said")},
    )  # fmt: skip
