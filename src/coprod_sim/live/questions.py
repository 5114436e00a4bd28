"""One thing a phone can be asked: choose, choose several, give a number, or write a line."""

import unicodedata
from collections.abc import Sequence
from typing import Annotated, Any, Literal, TypeGuard

from pydantic import Field

from coprod_sim.library_files import FileValue

Line = Annotated[str, Field(min_length=1, max_length=600)]
Lines = Annotated[tuple[Line, ...], Field(strict=False)]
Label = Annotated[str, Field(min_length=1, max_length=120)]
Labels = Annotated[tuple[Label, ...], Field(strict=False, min_length=2, max_length=20)]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]

type Value = int | str | list[int]
"""What stands for one answer: a number, the place of an option from 0, several places, or text."""

LONGEST_TEXT = 280
"""The longest idea [characters]."""
JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
"""Unseen signs that some scripts and emoji cannot be written without."""
KEPT = (*JOINERS, "\n", "\t")
HIDDEN = ("Cc", "Cf", "Cs")
"""The kinds of signs that nobody sees, or that show as an empty box."""
NEW_LINES = dict.fromkeys(map(ord, "\x85\u2028\u2029"), "\n")
"""Rare signs for a new line, which show as an empty box or not at all."""
MOST_ACCENTS = 2
"""How many accents may stand on one letter; no language needs more on a phone."""
MOST = 10**9
"""No scale has an end as large as this."""
LOWEST, HIGHEST = 0, 10
"""The ends of every scale people answer on."""


class Choice(FileValue):
    """Choose one of a few options; the answer is the option's place, counted from 0.

    With `mixed` each phone lists the options in an order drawn for it; the places stay as they are here.
    """

    kind: Literal["choice"] = "choice"
    name: Key
    text: Line
    options: Labels
    mixed: bool = False

    def problem_with(self, value: object) -> str | None:
        """Say what is wrong with an answer, or None."""
        return None if _place(value, self.options) else "Choose one of the answers shown."

    def read(self, given: Sequence[str]) -> Any:
        """Turn what a form sent into a value; what makes no sense is kept for `problem_with`."""
        return _number(given[0])


class Several(FileValue):
    """Choose up to a few of many options; the answer lists the places, counted from 0."""

    kind: Literal["several"] = "several"
    name: Key
    text: Line
    options: Labels
    most: Annotated[int, Field(ge=1, le=20)] = 3

    def problem_with(self, value: object) -> str | None:
        """Say what is wrong with an answer, or None."""
        if not isinstance(value, list) or not value or len(set(map(repr, value))) != len(value):
            return "Choose one or more of the words shown."
        if len(value) > self.most:
            return f"Choose {self.most} at most."
        fine = all(_place(one, self.options) for one in value)
        return None if fine else "Choose from the words shown."

    def read(self, given: Sequence[str]) -> Any:
        """Turn what a form sent into a value; what makes no sense is kept for `problem_with`."""
        return sorted({str(_number(one)): _number(one) for one in given}.values(), key=str)


class Scale(FileValue):
    """Give a whole number between two ends that are explained in words."""

    kind: Literal["scale"] = "scale"
    name: Key
    text: Line
    low: int = LOWEST
    high: int = HIGHEST
    low_means: str = ""
    high_means: str = ""
    unit: str = ""

    def problem_with(self, value: object) -> str | None:
        """Say what is wrong with an answer, or None."""
        fine = is_whole(value) and self.low <= value <= self.high
        return None if fine else f"Give a whole number from {self.low} to {self.high}."

    def read(self, given: Sequence[str]) -> Any:
        """Turn what a form sent into a value; what makes no sense is kept for `problem_with`."""
        return _whole(given[0])


class Text(FileValue):
    """Write a line or two; nobody else sees it before the trainer has read it."""

    kind: Literal["text"] = "text"
    name: Key
    text: Line
    longest: int = LONGEST_TEXT

    def problem_with(self, value: object) -> str | None:
        """Say what is wrong with an answer, or None."""
        if not isinstance(value, str) or not value.strip():
            return "Write a few words first."
        if len(value) > self.longest:
            return f"That is too long: {self.longest} letters at most."
        odd = any(ord(letter) < 32 and letter not in "\n\t" for letter in value)
        return "Write plain words, please." if odd or plain(value) != value else None

    def read(self, given: Sequence[str]) -> Any:
        """Turn what a form sent into a value: one kind of line end, no space around."""
        return plain(given[0].replace("\r\n", "\n").replace("\r", "\n")).strip()


type Question = Choice | Several | Scale | Text


def plain(text: str) -> str:
    """Take out control signs and what turns or joins a line unseen, and pile up no more than two accents.

    Letters of every script stay as they are, and so do the accents they need.
    """
    kept: list[str] = []
    piled = 0
    for letter in unicodedata.normalize("NFC", text.translate(NEW_LINES)):
        hidden = unicodedata.category(letter) in HIDDEN and letter not in KEPT
        if hidden:
            continue
        piled = piled + 1 if unicodedata.combining(letter) else 0
        if piled <= MOST_ACCENTS:
            kept.append(letter)
    return "".join(kept)


def is_whole(value: object) -> TypeGuard[int]:
    """Say whether something is a whole number; true and false are none."""
    return isinstance(value, int) and not isinstance(value, bool)


def problem_with(questions: Sequence[Question], answer: object) -> str | None:
    """Say what is wrong with a whole answer (a table from question to value), or None.

    A question may be left out, but not all of them.
    """
    if not isinstance(answer, dict) or not answer:
        return "Answer at least one question first."
    asked = {question.name: question for question in questions}
    for name, value in answer.items():
        if name not in asked:
            return "This answer does not belong to the question shown."
        problem = asked[name].problem_with(value)
        if problem:
            return problem
    return None


def read_form(questions: Sequence[Question], form: dict[str, list[str]]) -> dict[str, Any]:
    """Turn the fields of a plain form into an answer; fields left empty are left out."""
    answer: dict[str, Any] = {}
    for question in questions:
        given = [text for text in form.get(question.name, []) if text.strip()]
        if given:
            answer[question.name] = question.read(given)
    return answer


def _place(value: object, options: Sequence[str]) -> bool:
    return is_whole(value) and 0 <= value < len(options)


def _number(text: str) -> int | str:
    plain = text.strip()
    short = len(plain) <= 9 and plain.removeprefix("-").isascii()
    return int(plain) if short and plain.removeprefix("-").isdigit() else text[:20]


def _whole(text: str) -> int | str:
    """Read a whole number as people write it; anything else stays as it was typed."""
    from coprod_sim.population.reading_numbers import (  # noqa: PLC0415 - brings pandas along
        PERHAPS_THOUSANDS,
        read_numbers,
    )

    thousands = PERHAPS_THOUSANDS["."].fullmatch(text.strip())
    [number] = read_numbers([text])
    return (
        int(number)
        if number.is_integer() and not thousands and abs(number) < MOST
        else text[:LONGEST_TEXT]
    )
