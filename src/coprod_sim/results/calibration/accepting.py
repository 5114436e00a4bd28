"""Keeps the places whose own answers lie inside all the bands: what the findings leave standing.

Approximate Bayesian computation by rejection (Tavare et al. 1997): draw a place, play it, keep it if
every answer lies in its band. With all places equally likely at first, those kept are a fair sample of
what is left, and they need no weights.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

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
    places: Iterator[tuple[np.ndarray, int]],
    tries: Callable[[list[np.ndarray]], Iterable[np.ndarray | None]],
    *, wanted: int, most: int, lot: int = 64, tell: Callable[[int, int], None] = lambda *_: None,
) -> Accepted:  # fmt: skip
    """Try places one lot after the other until enough are kept, or `most` were tried.

    Each place comes with how often it counts: one that counts twice is kept twice. Ctrl-C ends the
    trying early and keeps what is there.
    """
    kept: list[tuple[np.ndarray, np.ndarray]] = []
    tried = 0
    try:
        while len(kept) < wanted and tried < most:
            chosen = list(islice(places, min(lot, most - tried)))
            found = tries([place for place, _ in chosen])
            for (place, counts), answers in zip(chosen, found, strict=True):
                kept += [(place, answers)] * counts if answers is not None else []
            tried += len(chosen)
            tell(min(len(kept), wanted), wanted)
    except KeyboardInterrupt:
        tell(len(kept), len(kept))
    kept = kept[:wanted]
    width = len(kept[0][0]) if kept else 0
    return Accepted(
        places=np.array([p for p, _ in kept]).reshape(len(kept), width),
        answers=np.array([a for _, a in kept]),
        tried=tried,
    )
