"""Finds what a file says of the ends of a scale, as a hint for whoever has to say the direction."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from coprod_sim.population.answer_words import end_of, is_no_answer, plain, words_of_surveys

NAMED = re.compile(
    r"(?<![\d.,])(\d{1,3})\s*(?:(?:=|:|means|heißt|bedeutet)\s*([^\d,;.()=\n]{2,60})|\(([^\d()]{2,60})\))"
)
"""A number and the words for it: "1 = no trust", or "1 (no trust)"."""


@dataclass(frozen=True)
class SaidOfEnds:
    """What a file says of two ends: its words, the numbers, and whether the lowest seems the most trust."""

    text: str
    low: int
    high: int
    reversed: bool | None


def said_of_ends(wordings: Iterable[str]) -> SaidOfEnds | None:
    """Find the first wording that says something of two ends of a scale.

    Args:
        wordings: the question, and what stands above the table.

    Returns:
        What it says, or nothing; it may be said of another question.
    """
    return next(filter(None, map(_said_in, wordings)), None)


def _said_in(wording: str) -> SaidOfEnds | None:
    named = {
        int(n): words
        for n, after, within in NAMED.findall(wording)
        if not is_no_answer(words := " ".join((after or within).split()))
    }
    if len(named) < 2:
        return None
    low, high = min(named), max(named)
    ends = perhaps_end(named[low]), perhaps_end(named[high])
    if not any(ends):
        return None
    turned = {("least", "most"): False, ("most", "least"): True}.get(ends)
    return SaidOfEnds(", ".join(f"{n} = {words}" for n, words in named.items()), low, high, turned)


def perhaps_end(words: str) -> str:
    """Say which end some words seem to stand for; more freely than where it is decided.

    Args:
        words: what stands at an end.

    Returns:
        ``least``, ``most``, or nothing.
    """
    said = set(plain(words).replace("'", " ").split())
    lists = words_of_surveys()
    return end_of(words) or next(
        (end for end in ("least", "most") if said & set(map(plain, lists[f"perhaps_{end}"]))), ""
    )
