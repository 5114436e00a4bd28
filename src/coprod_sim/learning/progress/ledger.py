"""The ledger of predictions: what was bet, how sure, what came out; and how sure one may be."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from coprod_sim.learning.progress.keeper import Keeper

BET = "bet/"
"""How the names of bets begin."""
EDGES = (0, 20, 40, 60, 80, 101)
"""The ends of the steps in which sureness is counted [in 100]."""
Z = 1.645
"""Standard errors on each side of a range that holds 9 in 10 (normal distribution)."""
FEW = 5
"""Fewer bets than this say nothing about how sure one may be [bets]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bet:
    """One prediction: about what, how sure (0 to 100, or not said), and whether it came out."""

    item: str
    question: str
    sure: float | None
    right: bool | None
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Bets of about the same sureness: how many, how sure on average, how many came out.

    `low` and `high` hold the true share 9 times in 10 (Wilson's interval). All in points of 100.
    """

    bets: int
    sure: float
    right: float
    low: float
    high: float


def keep_bet(
    keeper: Keeper, item: str, question: str, sure: float | None, right: bool | None
) -> None:
    """Write a bet into the ledger; it stays as it was first made.

    `right` is None for somebody who said "I don't know".
    """
    keeper.put_once(f"{BET}{item}", {"question": question, "sure": sure, "right": right})


def bets(keeper: Keeper) -> list[Bet]:
    """List all bets, the oldest first."""
    found = []
    for name in keeper.names(BET):
        kept = keeper.get(name)
        if isinstance(kept, dict):
            found.append(_bet(name.removeprefix(BET), kept, keeper.at(name)))
    return sorted(found, key=lambda b: b.at)


def _bet(item: str, kept: dict, at: str) -> Bet:
    sure, right = kept.get("sure"), kept.get("right")
    return Bet(
        item=item,
        question=str(kept.get("question", "")),
        sure=float(sure) if isinstance(sure, int | float) else None,
        right=right if isinstance(right, bool) else None,
        at=at,
    )


def calibration(made: Sequence[Bet]) -> list[Calibration]:
    """Count bets by how sure they were; those without a sureness or an outcome are left out."""
    counted = [(b.sure, b.right) for b in made if b.sure is not None and b.right is not None]
    rows = []
    for low, high in pairwise(EDGES):
        inside = [(s, r) for s, r in counted if low <= s < high]
        if inside:
            rows.append(_row(inside))
    return rows


def _row(inside: list[tuple[float, bool]]) -> Calibration:
    n = len(inside)
    hits = sum(right for _, right in inside)
    low, high = wilson(hits, n)
    sure = sum(s for s, _ in inside) / n
    return Calibration(bets=n, sure=sure, right=100 * hits / n, low=100 * low, high=100 * high)


def wilson(hits: int, n: int, z: float = Z) -> tuple[float, float]:
    """Give the range that holds the true share 9 times in 10.

    Source: Wilson 1927, Probable inference, the law of succession, and statistical inference.
    """
    share, square = hits / n, z * z
    middle = (share + square / (2 * n)) / (1 + square / n)
    wide = z / (1 + square / n) * math.sqrt(share * (1 - share) / n + square / (4 * n * n))
    return max(0.0, middle - wide), min(1.0, middle + wide)
