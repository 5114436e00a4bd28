"""Finds words that may stand for the ends of a scale of which the points between are numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from coprod_sim.population.answer_scales import AnswerScale
from coprod_sim.population.counted_answers import CountedAnswers, GivenAnswer
from coprod_sim.population.said_of_ends import perhaps_end

MOST_ENDS = 2
"""A scale has two ends, so more words than these stand for something else [answers]."""


@dataclass(frozen=True)
class WordedEnds:
    """A scale from one number to another, the words at its ends, and whether the lowest is the most trust."""

    low: int
    high: int
    ends: tuple[tuple[int, str], ...]
    reversed: bool
    scale: AnswerScale


def words_among_numbers(counted: CountedAnswers) -> list[GivenAnswer]:
    """List the answers in words, where others are numbers.

    Args:
        counted: the answers.

    Returns:
        Those that are not known to be none.
    """
    given = [answer for answer in counted.answers if answer.times and not answer.none]
    words = [answer for answer in given if not answer.has_number]
    return words if len(words) < len(given) else []


def scale_with_ends(
    answers: Sequence[GivenAnswer], low: int, high: int, ends: dict[int, str], *, turned: bool
) -> tuple[str, ...]:
    """Write the points of a scale as they were answered, with words in the places of some numbers.

    Args:
        answers: the different answers.
        low: the lowest number.
        high: the highest number.
        ends: words by the number that they stand for.
        turned: whether the lowest number is the most trust.

    Returns:
        The answers from the least to the most trust.
    """
    texts = {a.number: a.text for a in answers[::-1] if a.has_number and not a.none}
    points = [ends.get(n, texts.get(float(n), str(n))) for n in range(low, high + 1)]
    return tuple(points[::-1] if turned else points)


def worded_ends(counted: CountedAnswers, told: AnswerScale | None = None) -> tuple[WordedEnds, ...]:
    """List the scales that words may complete at the ends of a run of numbers.

    Args:
        counted: the answers.
        told: the scale, where somebody has said it as a range.

    Returns:
        One for each place that the words may have; none where no word seems to stand for an end.
    """
    words = words_among_numbers(counted)
    if not 1 <= len(words) <= MOST_ENDS or not any(perhaps_end(word.text) for word in words):
        return ()
    run = _run(counted, told)
    if len(run) < 2:
        return ()
    placed = (
        _placed(words[0], words[-1], run, told) if len(words) > 1 else _alone(words[0], run, told)
    )
    return tuple(_with(counted, low, high, ends) for low, high, ends in placed)


def _run(counted: CountedAnswers, told: AnswerScale | None) -> list[int]:
    """Give the numbers that may be points: those on the scale told, or those below the first gap."""
    numbers = sorted({a.number for a in counted.answers if a.times and a.has_number and not a.none})
    if any(not number.is_integer() for number in numbers):
        return []
    whole = [int(n) for n in numbers if (n >= 0 if told is None else told.low <= n <= told.high)]
    if told is not None:
        return whole
    gap = next((k for k, (a, b) in enumerate(pairwise(whole), start=1) if b - a > 2), len(whole))
    return whole[:gap]


Places = tuple[int, int, dict[int, str]]


def _placed(
    one: GivenAnswer, other: GivenAnswer, run: list[int], told: AnswerScale | None
) -> Iterator[Places]:
    low, high = (run[0] - 1, run[-1] + 1) if told is None else (told.low, told.high)
    if low < 0 <= run[0] or low in run or high in run:
        return
    both = (
        (one, other)
        if perhaps_end(other.text) != "least" and perhaps_end(one.text) != "most"
        else (other, one)
    )
    for first, last in (both, both[::-1]):
        yield low, high, {low: first.text, high: last.text}


def _alone(word: GivenAnswer, run: list[int], told: AnswerScale | None) -> Iterator[Places]:
    if told is None:
        ways = [(run[0] - 1, run[-1], run[0] - 1), (run[0], run[-1] + 1, run[-1] + 1)]
    else:
        ways = [(told.low, told.high, told.low), (told.low, told.high, told.high)]
    for low, high, at in ways:
        if low >= min(0, run[0]) and at not in run:
            yield low, high, {at: word.text}


def _with(counted: CountedAnswers, low: int, high: int, ends: dict[int, str]) -> WordedEnds:
    least_high = (
        perhaps_end(ends.get(high, "")) == "least" or perhaps_end(ends.get(low, "")) == "most"
    )
    words = scale_with_ends(counted.answers, low, high, ends, turned=least_high)
    return WordedEnds(low, high, tuple(ends.items()), least_high, AnswerScale(1, len(words), words))
