"""Knows the words in which surveys put trust, or no answer at all."""

import re
from functools import cache
from importlib import resources
from typing import Literal

from coprod_sim.library_files import parse_toml

End = Literal["least", "most", ""]
NUMBER_FIRST = re.compile(r"([+-]?\d+)\s*[-\N{EN DASH}\N{EM DASH}:=.)(]+\s*([^\d\s].*)", re.DOTALL)
NUMBER_LAST = re.compile(r"(.*[^\d\s(])\s*[-\N{EN DASH}\N{EM DASH}:=(]+\s*(\d+)\)?", re.DOTALL)


DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T].*)?", re.ASCII)
BY_MONTH = re.compile(r"(?:\d{1,4}[-/. ]+)?([^\W\d_]+)\.?(?:[-/. ]+\d{1,4})?")
TICKED_TWICE = "(more than one answer ticked)"
"""What stands for the answer of somebody who ticked several options of a question with one answer."""


@cache
def words_of_surveys() -> dict[str, list[str]]:
    """Give the lists of words in which surveys put trust, by their names.

    Returns:
        What the file of words holds.
    """
    file = resources.files("coprod_sim.population") / "answer_words.toml"
    return parse_toml(file.read_bytes(), file.name)


def plain(text: str) -> str:
    """Write a text so that capitals, spaces and kinds of apostrophe make no difference.

    Args:
        text: an answer.

    Returns:
        The same words.
    """
    return " ".join(text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())


def is_no_answer(text: str) -> bool:
    """Say whether a text is blank, NA, "don't know", "refused" or the like.

    Args:
        text: an answer.

    Returns:
        Whether nothing was answered.
    """
    said, words = plain(text), words_of_surveys()
    return said in words["no_answer"] or said.startswith(tuple(words["no_answer_start"]))


def is_usual(text: str) -> bool:
    """Say whether a text is one of the usual words for no answer, and nothing more.

    Args:
        text: an answer.

    Returns:
        Whether nobody has put it in words of his own.
    """
    said, words = plain(text), words_of_surveys()
    return said in words["no_answer"] or said in words["no_answer_start"]


def known_scales(answers: list[str]) -> list[tuple[str, ...]]:
    """List the known scales of words that hold all of some answers.

    Args:
        answers: different answers in words.

    Returns:
        Scales from least to most trust, in the spelling of the answers where they have one.
    """
    given = {plain(answer): answer for answer in answers}
    scales: list[list[str]] = words_of_surveys()["scales"]  # pyright: ignore[reportAssignmentType]
    fitting = [scale for scale in scales if given.keys() <= set(map(plain, scale))]
    return [tuple(given.get(plain(word), word) for word in scale) for scale in fitting]


def end_of(words: str) -> End:
    """Say which end of a scale of trust some words stand for.

    Args:
        words: what stands at one end, such as "No trust at all".

    Returns:
        ``least``, ``most``, or nothing where the words do not tell.
    """
    said = plain(words)
    if any(part in said for part in words_of_surveys()["least"]):
        return "least"
    if any(word in words_of_surveys()["denied"] or word.endswith("n't") for word in said.split()):
        return ""
    return "most" if any(part in said for part in words_of_surveys()["most"]) else ""


def is_date(text: str) -> bool:
    """Say whether a text is a date, such as "2026-02-01", or "01-Feb" as a program makes of "1-2".

    Args:
        text: an answer.

    Returns:
        Whether it is one.
    """
    if DATE.fullmatch(text):
        return True
    found = BY_MONTH.fullmatch(text)
    months = words_of_surveys()["months"]
    return found is not None and any(map(str.isdigit, text)) and plain(found[1]) in months


def parted(text: str) -> tuple[float, str]:
    """Part an answer such as "0 - No trust at all" or "Not at all (0)" into its number and its words.

    A date is no answer, and neither is what holds a second number, such as "2 (changed to 8)".

    Args:
        text: an answer.

    Returns:
        The number, NaN where there is none, and the words.
    """
    number, words = float("nan"), ""
    if found := NUMBER_FIRST.fullmatch(text):
        number, words = float(found[1]), found[2].strip(" )")
    elif found := NUMBER_LAST.fullmatch(text):
        number, words = float(found[2]), found[1].strip()
    if is_date(text) or any(map(str.isdigit, words)):
        return float("nan"), ""
    return number, words
