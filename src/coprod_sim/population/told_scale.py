"""Finds what a survey file itself says about a scale of trust: its ends, its words, its direction."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coprod_sim.population.answer_scales import AnswerScale
from coprod_sim.population.answer_words import end_of, known_scales
from coprod_sim.population.counted_answers import CountedAnswers, GivenAnswer
from coprod_sim.population.question_wording import END, asks_plainly

IN_BRACKETS = re.compile(r"[(\[]\s*([01])\s*(?:-|\N{EN DASH}|to)\s*(\d{1,3})\s*[)\]]", re.ASCII)
IN_WORDS = re.compile(r"\b([01])\s+to\s+(\d{1,3})\b", re.ASCII)


@dataclass(frozen=True)
class Told:
    """What a file says: the scale, whether its lowest answer is the most trust, and how it says so."""

    scale: AnswerScale | None = None
    reversed: bool | None = None
    why: str = ""


def told_by(column: str, question: str, counted: CountedAnswers) -> Told:
    """Find what a file says about the scale of a question, and nothing that it leaves open.

    Args:
        column: the name of the column.
        question: the wording of the question, if the file holds one.
        counted: the answers in the column.

    Returns:
        The scale and its direction, as far as the file says them.
    """
    given = [answer for answer in counted.answers if not answer.none]
    told = (
        _by_words(given)
        or _by_ends(counted, given)
        or _by_signs(counted, given)
        or _by_wording(f"{column} {question}")
        or Told()
    )
    if asks_plainly(column, question):
        return told
    return Told(_without_words(told), None, told.why)


def _without_words(told: Told) -> AnswerScale | None:
    return None if told.scale is None or told.scale.words else told.scale


def _by_words(answers: Sequence[GivenAnswer]) -> Told | None:
    """Tell a scale by its words, where one known scale holds all that were given."""
    if not answers or any(answer.has_number for answer in answers):
        return None
    fitting = known_scales([answer.text for answer in answers])
    if len(fitting) != 1:
        return None
    return Told(AnswerScale(1, len(fitting[0]), fitting[0]), False, "as its words say")


def _by_ends(counted: CountedAnswers, answers: Sequence[GivenAnswer]) -> Told | None:
    """Tell a scale by the words at its lowest and its highest answer.

    Where a file declares words for values it holds those that nobody chose as well. Where words stand
    only in the answers, those at the ends must say themselves that they are the ends.
    """
    named = sorted((a for a in answers if a.has_number and a.words), key=lambda a: a.number)
    if len(named) < 2 or named[0].number == named[-1].number:
        return None
    ends = named[0].number, named[-1].number
    if not all(end.is_integer() for end in ends):
        return None
    turned = _turned(end_of(named[0].words), end_of(named[-1].words))
    beyond = any(a.has_number and not ends[0] <= a.number <= ends[1] for a in answers)
    if turned is None and (beyond or not counted.declared):
        return None
    why = (
        "as the words at its ends say" if turned is not None else "as the words for its values say"
    )
    return Told(AnswerScale(int(ends[0]), int(ends[1])), turned, why)


def _by_signs(counted: CountedAnswers, answers: Sequence[GivenAnswer]) -> Told | None:
    """Tell a scale by the signs of its numbers: per cents go to 100, and 0/10 is out of 10 from 0 up."""
    if counted.per_cent:
        return Told(AnswerScale(0, 100), None, "as the signs for per cent say")
    whole = counted.out_of
    if whole and any(a.number == 0 for a in answers) and all(a.number <= whole for a in answers):
        return Told(AnswerScale(0, whole), None, f"as each answer is out of {whole}")
    return None


def _by_wording(wording: str) -> Told | None:
    """Tell a scale by the wording of the question: "0 = no trust, 10 = complete trust", "(0-10)"."""
    found = [(int(number), end_of(words)) for number, words in END.findall(wording)]
    ends = [end for end in found if end[1]]
    if len(ends) == 2 and ends[0][0] != ends[1][0]:
        low, high = sorted(ends)
        turned = _turned(low[1], high[1])
        if turned is not None:
            return Told(AnswerScale(low[0], high[0]), turned, "as the question says")
    ranges = {
        (int(low), int(high))
        for pattern in (IN_BRACKETS, IN_WORDS)
        for low, high in pattern.findall(wording)
    }
    if len(ranges) == 1 and (only := ranges.pop())[0] < only[1] - 1:
        return Told(AnswerScale(*only), None, "as the question says")
    return None


def _turned(low: str, high: str) -> bool | None:
    """Say whether a scale is turned round, where the words at both its ends tell."""
    return {("least", "most"): False, ("most", "least"): True}.get((low, high))
