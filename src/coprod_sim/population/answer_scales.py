"""Knows the answer scales of surveys and turns answers into eleven steps of trust."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

BINS = 11
MOST_OUTSIDE = 0.20


@dataclass(frozen=True)
class AnswerScale:
    """An answer scale: its lowest and highest answer, and whether it has countable points."""

    name: str
    low: int
    high: int
    has_points: bool

    def holds(self, values: FloatArray) -> NDArray[np.bool_]:
        """Say for each value whether it lies on the scale, ends included.

        Args:
            values: answers.

        Returns:
            A flag for each.
        """
        return (values >= self.low) & (values <= self.high)


SCALES = {
    scale.name: scale
    for scale in (
        AnswerScale("0-10", 0, 10, True),
        AnswerScale("1-5", 1, 5, True),
        AnswerScale("1-7", 1, 7, True),
        AnswerScale("0-1", 0, 1, False),
        AnswerScale("0-100", 0, 100, False),
    )
}


def trust_table(values: FloatArray, weights: FloatArray, scale: AnswerScale) -> tuple[float, ...]:
    """Turn answers on a scale into shares of people on the eleven steps 0 to 10.

    The scale is first mapped in a straight line onto the stretch from 0 to 1, and step ``j``
    covers ``[j/11, (j+1)/11]`` of that stretch. On a scale with ``K`` points (0-10, 1-5, 1-7)
    answer number ``k``, counted from 0, covers ``[k/K, (k+1)/K]`` and is shared among the steps
    by how much they overlap; so 0-10 maps exactly onto itself, and the lowest of 5 answers goes
    5/11 to step 0, 5/11 to step 1 and 1/11 to step 2. An answer between two points covers a
    stretch of the same length that starts at its own place. On 0-1 and 0-100 an answer
    ``v``, divided by the highest answer, falls whole into step ``min(10, floor(v * 11))``.

    Args:
        values: answers, all on the scale.
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
    steps = np.minimum(BINS - 1, np.floor(answers * BINS / scale.high)).astype(np.int64)
    return np.eye(BINS)[steps]


def guess_scale(values: FloatArray) -> AnswerScale:
    """Guess the scale from answers whose missing codes are already set aside.

    It is 0-100 when more than 5% of the answers lie between 10 and 77, or fewer than half lie
    between 0 and 10. Otherwise it is the shortest of 0-1, 1-5, 1-7 and 0-10 that holds every
    answer from 0 to 10.

    Args:
        values: at least one number.

    Returns:
        One of `SCALES`.
    """
    small = values[SCALES["0-10"].holds(values)]
    between = np.mean((values > 10) & (values < 77))
    if between > 0.05 or len(small) * 2 < len(values):
        return SCALES["0-100"]
    if small.min() < 1 and small.max() <= 1:
        return SCALES["0-1"]
    fitting = [name for name in ("1-5", "1-7") if SCALES[name].holds(small).all()]
    return SCALES[fitting[0] if fitting else "0-10"]


def explain_guess(scale: AnswerScale, values: FloatArray) -> str:
    """Say in one or two plain sentences which scale was guessed, why, and how to override it.

    Args:
        scale: the scale guessed.
        values: answers, without missing codes.

    Returns:
        Sentences for the user.
    """
    held = values[scale.holds(values)]
    lowest, highest = held.min(initial=scale.high), held.max(initial=scale.low)
    others = [
        name for name in ("1-5", "1-7", "0-10") if scale.name not in (name, "0-100")
        and SCALES[name].holds(held).all()
    ]  # fmt: skip
    doubt = f"; they could also come from a {' or '.join(others)} question" if others else ""
    zeros = lowest == 0 and 1 < highest <= 7
    extra = " If 0 stands for no answer, use --missing to say so." if zeros else ""
    return (
        f"The scale was guessed as {scale.name}, because the answers run from {lowest:g} to"
        f" {highest:g}{doubt}. If the guess is wrong, give the scale with --scale.{extra}"
    )
