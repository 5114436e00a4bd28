"""Knows the answer scales of surveys and turns answers into eleven steps of trust."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coprod_sim.population.quoting import quote

FloatArray = NDArray[np.float64]

BINS = 11
MOST_POINTS = 21
"""On a scale of more whole numbers than this an answer is a place on a line [points]."""
FURTHEST = 1000
"""The lowest and the highest answer lie within this distance of 0."""
RANGE = re.compile(r"([+-]?\d{1,6})\s*(?:-|\N{EN DASH}|\.\.|to)\s*([+-]?\d{1,6})", re.ASCII)
ASKED_FOR = (
    "a scale is a range of whole numbers, such as 1-4, or the answers from least to most trust,"
    " such as 'not at all < a little < a lot'"
)


@dataclass(frozen=True)
class AnswerScale:
    """An answer scale: its lowest and highest answer, and the words of its points where it has any."""

    low: int
    high: int
    words: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The scale as people write it, such as ``1-4``, or its words from least to most trust."""
        return " < ".join(self.words) if self.words else f"{self.low}-{self.high}"

    @property
    def has_points(self) -> bool:
        """Whether answers are countable points; on 0-1 and on long scales they lie on a line."""
        return self.words != () or (self.high - self.low < MOST_POINTS and self.high - self.low > 1)

    def holds(self, values: FloatArray) -> NDArray[np.bool_]:
        """Say for each value whether it lies on the scale, ends included.

        Args:
            values: answers.

        Returns:
            A flag for each.
        """
        return (values >= self.low) & (values <= self.high)

    def turned(self, values: FloatArray) -> FloatArray:
        """Turn answers round, so that the lowest becomes the highest.

        Args:
            values: answers.

        Returns:
            An answer for each.
        """
        return self.low + self.high - values


def parse_scale(given: str | Sequence[str]) -> AnswerScale:
    """Read a scale from a range such as ``1-4``, or from words, least trust first.

    Args:
        given: a range, words with ``<`` between them, or a list of words.

    Returns:
        The scale; words count from 1.

    Raises:
        ValueError: it is neither; the message says what is allowed.
    """
    if isinstance(given, str) and "<" not in given:
        return _parse_range(given)
    parts = given.split("<") if isinstance(given, str) else given
    words = tuple(" ".join(str(part).split()) for part in parts)
    if len({word.casefold() for word in words} - {""}) < max(2, len(words)):
        raise ValueError(f"needs at least two different answers; {ASKED_FOR}")
    return AnswerScale(1, len(words), words)


def _parse_range(given: str) -> AnswerScale:
    found = RANGE.fullmatch(given.strip())
    if found is None:
        raise ValueError(f"{quote(given)} is not a scale; {ASKED_FOR}")
    low, high = int(found[1]), int(found[2])
    if not -FURTHEST <= low < high <= FURTHEST:
        raise ValueError(
            f"{quote(given)} is not a scale; it must rise, and stay within {FURTHEST:,} of 0"
        )
    return AnswerScale(low, high)


def trust_table(values: FloatArray, weights: FloatArray, scale: AnswerScale) -> tuple[float, ...]:
    """Turn answers on a scale into shares of people on the eleven steps 0 to 10.

    The scale is first mapped in a straight line onto the stretch from 0 to 1, and step ``j``
    covers ``[j/11, (j+1)/11]`` of that stretch. On a scale with ``K`` points (0-10, 1-4, five
    words) answer number ``k``, counted from 0, covers ``[k/K, (k+1)/K]`` and is shared among the
    steps by how much they overlap; so 0-10 maps exactly onto itself, and the lowest of 5 answers
    goes 5/11 to step 0, 5/11 to step 1 and 1/11 to step 2. An answer between two points covers a
    stretch of the same length that starts at its own place. On 0-1, and on scales of more than 21
    points such as 0-100, an answer that lies the part ``v`` of the way up falls whole into step
    ``min(10, floor(v * 11))``.

    Args:
        values: answers, all on the scale, higher ones for more trust.
        weights: one weight for each answer, 0 or more, with a sum above 0.
        scale: the scale of the answers.

    Returns:
        Eleven shares that sum to 1.
    """
    answers, place = np.unique(values, return_inverse=True)
    heights = np.bincount(place, weights=weights, minlength=len(answers))
    spread = _spread_points(answers, scale) if scale.has_points else _place(answers, scale)
    shares = (heights / heights.sum()) @ spread
    return tuple(min(1.0, float(share)) for share in shares)


def _spread_points(answers: FloatArray, scale: AnswerScale) -> FloatArray:
    """Share each answer by overlap, in units of 1/(11 K) so whole answers stay exact."""
    points = scale.high - scale.low + 1
    start = (answers[:, None] - scale.low) * BINS
    edge = np.arange(BINS)[None, :] * points
    overlap = np.minimum(start + BINS, edge + points) - np.maximum(start, edge)
    return np.clip(overlap, 0, None) / BINS


def _place(answers: FloatArray, scale: AnswerScale) -> FloatArray:
    way_up = (answers - scale.low) * BINS / (scale.high - scale.low)
    return np.eye(BINS)[np.minimum(BINS - 1, np.floor(way_up)).astype(np.int64)]


def share_trusting(values: FloatArray, weights: FloatArray, scale: AnswerScale) -> float:
    """Give the share of people who answered above the middle of the scale.

    Args:
        values: answers, all on the scale, higher ones for more trust.
        weights: one weight for each answer, 0 or more, with a sum above 0.
        scale: the scale of the answers.

    Returns:
        A share from 0 to 1, counted on the answers themselves.
    """
    above = values > (scale.low + scale.high) / 2
    return min(1.0, float(weights[above].sum() / weights.sum()))
