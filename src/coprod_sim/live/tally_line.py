"""Reads one card as it is typed in: its answers in the order of the tally sheet, or what is wrong with them.

Nothing is guessed and nothing is cut: what is out of range, half typed or too much is refused whole.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from coprod_sim.errors import InputError
from coprod_sim.live.questions import Choice, Question, Scale, Several

NONE = "-"
"""What stands for "not answered"."""
AND = "+"
"""What stands between several answers to one question."""


def letter(place: int) -> str:
    """Name a column of the tally sheet.

    >>> letter(2)
    'C'
    """
    return chr(65 + place % 26)


def read_line(questions: Sequence[Question], line: str) -> dict[str, Any]:
    """Read the answers of a card.

    Args:
        questions: what was asked, in order.
        line: what was typed: a number for each question, "-" for none; or the words of an idea.

    Returns:
        The answer as from a phone.

    Raises:
        InputError: there are too few or too many, or one of them cannot be.
    """
    if len(questions) == 1 and questions[0].kind == "text":
        return {questions[0].name: questions[0].read([line])}
    asked = [q for q in questions if q.kind != "text"]
    typed = line.replace(",", " ").replace(";", " ").split()
    if len(typed) != len(asked):
        if len(asked) == 1:
            raise InputError(f"One answer is needed, and there are {len(typed)}.")
        raise InputError(
            f"{len(asked)} answers are needed, from {letter(0)} to {letter(len(asked) - 1)}, and there "
            f"are {len(typed)}; write {NONE} where somebody gave none."
        )
    read = {
        q.name: _read(q, one, letter(place))
        for place, (q, one) in enumerate(zip(asked, typed, strict=True))
        if one != NONE
    }
    if not read:
        raise InputError("At least one answer is needed.")
    return read


def write_line(questions: Sequence[Question], answer: Mapping[str, Any]) -> str:
    """Write an answer as it is typed in: the opposite of `read_line`."""
    if len(questions) == 1 and questions[0].kind == "text":
        return str(answer.get(questions[0].name, NONE))
    return " ".join(_written(q, answer.get(q.name)) for q in questions if q.kind != "text")


def may_be(question: Question) -> str:
    """Say what may be typed for a question: the numbers and what they mean."""
    if isinstance(question, Scale):
        ends = f", {question.low_means} to {question.high_means}" if question.low_means else ""
        return f"{question.low} to {question.high}{ends}"
    options = ", ".join(
        f"{k} {option}" for k, option in enumerate(getattr(question, "options", ()), 1)
    )
    return (
        f"{options}; up to {question.most}, as 1{AND}2"
        if isinstance(question, Several)
        else options
    )


def _read(question: Question, typed: str, name: str) -> Any:
    if isinstance(question, Several):
        places = sorted(
            _number(one, 1, len(question.options), name) - 1 for one in typed.split(AND)
        )
        problem = question.problem_with(places)
        if problem:
            raise InputError(f"Answer {name}: {problem}")
        return places
    if isinstance(question, Choice):
        return _number(typed, 1, len(question.options), name) - 1
    assert isinstance(question, Scale)
    return _number(typed, question.low, question.high, name)


def _written(question: Question, value: Any) -> str:
    if value is None:
        return NONE
    if isinstance(question, Several):
        return AND.join(str(place + 1) for place in value)
    return str(value + 1 if isinstance(question, Choice) else value)


def _number(typed: str, low: int, high: int, name: str) -> int:
    plain = typed.removeprefix("-")
    fine = plain.isascii() and plain.isdigit() and len(plain) < 6 and low <= int(typed) <= high
    if not fine:
        raise InputError(
            f"Answer {name} must be a whole number from {low} to {high}, or {NONE} for none. "
            f"You typed {typed[:20]}."
        )
    return int(typed)
