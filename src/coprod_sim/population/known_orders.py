"""Proposes the order of answers in words that surveys often use; a person still says whether it is right."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from coprod_sim.population.answer_words import plain, words_of_surveys

COUNT_ALL = 'Leave out "don\'t know". Count answers that nobody chose as well.'
"""What has to be known of an order of answers, wherever one is asked for; the page says the same."""
Point = tuple[bool, tuple[str, ...]]
"""A place on a scale: whether a scale may do without it, and the words that stand for it."""


def proposed_order(answers: Sequence[str]) -> tuple[str, ...]:
    """Put answers in words into the order in which surveys use them, from least to most.

    A middle that nobody chose is left out, as many scales have none; any other place that nobody chose
    is there with its usual words.

    Args:
        answers: different answers in words.

    Returns:
        The words of the shortest known scale that holds them all; empty where there is none.
    """
    given = _given(answers)
    fitting = [order for scale in _scales() if (order := _in_order(scale, given))]
    return min(fitting, key=len, default=())


def _in_order(scale: Sequence[Point], given: Mapping[str, str]) -> tuple[str, ...]:
    """Write the points of a scale in the words given, if each of these has a place of its own."""
    order: list[str] = []
    placed = 0
    for may_miss, words in scale:
        here = [given[plain(word)] for word in words if plain(word) in given]
        if len(here) > 1:
            return ()
        placed += len(here)
        order += here or ([] if may_miss else [words[0]])
    return tuple(order) if placed == len(given) > 1 else ()


def _given(answers: Sequence[str]) -> dict[str, str]:
    """Give the answers by their plain words, without a word for trust that all of them have."""
    about = words_of_surveys()["what_all_answers_name"]
    for pattern in ("", *(rf"\b{word}\b" for word in about)):
        bare = {_without(plain(answer), pattern): answer for answer in answers}
        named = [answer for answer in answers if pattern and re.search(pattern, plain(answer))]
        if len(bare) == len(answers) and pattern and 2 * len(named) > len(answers):
            return bare
    return {plain(answer): answer for answer in answers}


def _without(said: str, pattern: str) -> str:
    return " ".join(re.sub(pattern, " ", said).split()) if pattern else said


@cache
def _scales() -> tuple[tuple[Point, ...], ...]:
    words = words_of_surveys()
    kept = [[(False, (word,)) for word in scale] for scale in words["scales"]]
    listed = [[_point(point) for point in scale] for scale in words["orders"]]
    return tuple(map(tuple, [*kept, *listed]))


def _point(written: str) -> Point:
    return written.startswith("?"), tuple(written.removeprefix("?").split("|"))
