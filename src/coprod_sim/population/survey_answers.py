"""Sorts the answers in one column of a survey into numbers, missing answers and the rest."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from coprod_sim.population.answer_scales import AnswerScale, FloatArray
from coprod_sim.population.quoting import quote

Flags = NDArray[np.bool_]

REAL_ON_0_TO_100 = (77.0, 88.0, 99.0)
USUAL_CODES = (*REAL_ON_0_TO_100, 777.0, 888.0, 999.0, *(-float(k) for k in range(1, 10)))
"""Numbers that stand for "no answer" in many surveys, when they lie outside the scale."""

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,4})?", re.ASCII)
# fmt: off
NO_ANSWER = frozenset([
    "", "na", "n/a", "#n/a", "n.a.", "nan", "<na>", "null", "#null!", "missing", "-", "--", ".",
    "?", "dk", "d/k", "dk/na", "unknown", "unsure", "not sure", "no opinion", "no response",
    "no answer", "not answered", "not applicable", "not asked", "not stated", "skipped",
    "can't say", "cannot say", "can't choose", "cannot choose",
])
# fmt: on
NO_ANSWER_START = ("don't know", "dont know", "do not know", "prefer not", "rather not", "refus")


@dataclass(frozen=True)
class SurveyAnswers:
    """One column of answers, with one entry for each row.

    ``numbers`` holds NaN where an answer is not a number; ``blank`` marks missing answers and
    ``unreadable`` marks text that is neither. ``texts`` are the different answers as written, and
    ``place`` says for each row which of them it holds.
    """

    numbers: FloatArray
    blank: Flags
    unreadable: Flags
    texts: list[str]
    place: NDArray[np.intp]

    def examples(self, rows: Flags) -> str:
        """Quote the three most frequent answers among the rows marked.

        Args:
            rows: a flag for each row.

        Returns:
            At most three quoted answers, with commas.
        """
        times = np.bincount(self.place[rows], minlength=len(self.texts))
        found = [(-int(n), text) for n, text in zip(times, self.texts, strict=True) if n]
        return ", ".join(quote(text) for _, text in sorted(found)[:3])


def sort_answers(
    column: pd.Series, *, decimal_comma: bool, also_missing: Iterable[str] = ()
) -> SurveyAnswers:
    """Sort a column of text into numbers, missing answers and unreadable text.

    Args:
        column: the answers as text, without spaces around them.
        decimal_comma: whether ``3,5`` is a number.
        also_missing: more texts that stand for "no answer".

    Returns:
        Numbers, missing answers and unreadable text, an entry for each row.
    """
    place, found = pd.factorize(column)
    texts = [str(text) for text in found]
    more = {_plain(text) for text in also_missing}
    numbers = np.array([parse_number(text, decimal_comma) for text in texts], dtype=np.float64)
    blank = np.array([is_no_answer(text) or _plain(text) in more for text in texts], dtype=np.bool_)
    numbers[blank] = np.nan
    unreadable = np.isnan(numbers) & ~blank
    return SurveyAnswers(numbers[place], blank[place], unreadable[place], texts, place)


def parse_number(text: str, decimal_comma: bool) -> float:
    """Read a number such as ``7``, ``7.5`` or ``1e2``; NaN when the text is anything else.

    Args:
        text: an answer.
        decimal_comma: whether ``3,5`` is a number.

    Returns:
        The number, or NaN.
    """
    plain = text.strip()
    if decimal_comma and plain.count(",") == 1 and "." not in plain:
        plain = plain.replace(",", ".")
    return float(plain) if NUMBER.fullmatch(plain) else float("nan")


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())


def is_no_answer(text: str) -> bool:
    """Say whether a text is blank, NA, "don't know", "refused" or the like.

    Args:
        text: an answer.

    Returns:
        Whether nothing was answered.
    """
    plain = _plain(text)
    return plain in NO_ANSWER or plain.startswith(NO_ANSWER_START)


@dataclass(frozen=True)
class MissingCodes:
    """What stands for "no answer": the usual codes, or exactly those that the user named."""

    numbers: tuple[float, ...]
    texts: tuple[str, ...]
    named: bool

    def on(self, scale: AnswerScale) -> tuple[float, ...]:
        """List the codes for a scale: the usual ones outside it, or all that were named.

        Args:
            scale: the scale of the answers.

        Returns:
            Numbers that are no answer on it.
        """
        if self.named:
            return self.numbers
        return tuple(code for code in self.numbers if not scale.low <= code <= scale.high)


def missing_codes(named: tuple[str, ...] | None) -> MissingCodes:
    """Take the user's own list of missing codes, or the usual ones when there is no list.

    Args:
        named: the codes a user named, or nothing.

    Returns:
        What stands for "no answer".
    """
    if named is None:
        return MissingCodes(USUAL_CODES, (), named=False)
    read = [(text, parse_number(text, decimal_comma=False)) for text in named]
    numbers = tuple(number for _, number in read if not np.isnan(number))
    return MissingCodes(numbers, tuple(text for text, n in read if np.isnan(n)), named=True)
