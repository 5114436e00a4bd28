"""Keeps the places whose own answers lie inside all the bands: what the findings leave standing.

Approximate Bayesian computation by rejection (Tavare et al. 1997): draw a place, play it, keep it if
every answer lies in its band. With all places equally likely at first, those kept are a fair sample of
what is left, and they need no weights.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np

Try = Callable[[np.ndarray], np.ndarray | None]
"""Plays one place: its answers, or nothing as soon as one of them lies outside its band."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Accepted:
    """The places kept with their answers, and how many were tried."""

    places: np.ndarray
    answers: np.ndarray
    tried: int


def accept(
    places: Iterator[np.ndarray], tries: Callable[[list[np.ndarray]], Iterable[np.ndarray | None]],
    *, wanted: int, most: int, lot: int = 64, tell: Callable[[int, int], None] | None = None,
) -> Accepted:  # fmt: skip
    """Try places one lot after the other until enough are kept, or `most` were tried."""
    kept: list[tuple[np.ndarray, np.ndarray]] = []
    tried = 0
    while len(kept) < wanted and tried < most:
        chosen = [next(places) for _ in range(min(lot, most - tried))]
        for place, answers in zip(chosen, tries(chosen), strict=True):
            tried += 1
            if answers is not None:
                kept.append((place, answers))
        if tell:
            tell(min(len(kept), wanted), wanted)
    kept = kept[:wanted]
    width = len(kept[0][0]) if kept else 0
    return Accepted(
        places=np.array([p for p, _ in kept]).reshape(len(kept), width),
        answers=np.array([a for _, a in kept]),
        tried=tried,
    )
