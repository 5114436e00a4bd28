"""Keeps the points whose own outputs lie inside all the bands: what the findings do not rule out.

Approximate Bayesian computation by rejection (Tavare et al. 1997): draw a point from the prior, simulate
it, keep it if every summary statistic lies in its band. With all points equally likely at first, those
kept are a fair sample of the posterior, and they need no weights.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np

Simulate = Callable[[list[np.ndarray]], Iterable[np.ndarray | None]]
"""Simulates points: the outputs of each, or nothing where one of them lies outside its band."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Accepted:
    """The posterior sample.

    Attributes:
        points: points x inputs of the unit cube.
        outputs: points x outputs, each in its own unit.
        tried: how many points were simulated.
    """

    points: np.ndarray
    outputs: np.ndarray
    tried: int


def accept(
    proposals: Iterator[np.ndarray], simulate: Simulate,
    *, wanted: int, most: int, batch: int = 64, tell: Callable[[int, int], None] = lambda *_: None,
) -> Accepted:  # fmt: skip
    """Simulate proposals one batch after the other until enough are kept, or `most` were tried.

    Ctrl-C ends the trying early and keeps what is there.

    Args:
        proposals: points.
        simulate: gives the outputs of points, or nothing where they do not fit.
        wanted: points to keep.
        most: points to try at most.
        batch: points simulated together.
        tell: is told how many are kept, and how many are wanted.

    Returns:
        What was kept, `wanted` points at most.
    """
    kept: list[tuple[np.ndarray, np.ndarray]] = []
    tried = 0
    try:
        while len(kept) < wanted and tried < most:
            chosen = list(islice(proposals, min(batch, most - tried)))
            found = zip(chosen, simulate(chosen), strict=True)
            kept += [(point, outputs) for point, outputs in found if outputs is not None]
            tried += len(chosen)
            tell(min(len(kept), wanted), wanted)
    except KeyboardInterrupt:
        tell(len(kept), len(kept))
    kept = kept[:wanted]
    width = len(kept[0][0]) if kept else 0
    return Accepted(
        points=np.array([p for p, _ in kept]).reshape(len(kept), width),
        outputs=np.array([y for _, y in kept]),
        tried=tried,
    )
