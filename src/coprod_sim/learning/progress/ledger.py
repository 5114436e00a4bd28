"""The ledger of predictions: what was bet, how sure, what came out; and how sure one may be."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from coprod_sim.learning.progress.progress_store import ProgressStore

BET = "bet/"
"""How the names of bets begin."""
EDGES = (0, 20, 40, 60, 80, 101)
"""The ends of the steps in which sureness is counted [in 100]."""
Z = 1.645
"""Standard errors on each side of a range that holds 9 in 10 (normal distribution)."""
FEW = 5
"""Fewer bets than this say nothing about how sure one may be [bets]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One prediction: about what, how sure (0 to 100, or not said), and whether it came out."""

    item: str
    question: str
    sure: float | None
    right: bool | None
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrationBin:
    """Bets of about the same sureness: how many, how sure on average, how many came out.

    `low` and `high` hold the true share 9 times in 10 (Wilson's interval). All in points of 100.
    """

    bets: int
    sure: float
    right: float
    low: float
    high: float


def record_prediction(
    store: ProgressStore, item: str, question: str, sure: float | None, right: bool | None
) -> None:
    """Write a bet into the ledger; it stays as it was first made.

    `right` is None for somebody who said "I don't know".
    """
    store.put_once(f"{BET}{item}", {"question": question, "sure": sure, "right": right})


def ledger_entries(store: ProgressStore) -> list[LedgerEntry]:
    """List all bets, the oldest first."""
    found = []
    for name in store.names(BET):
        kept = store.get(name)
        if isinstance(kept, dict):
            found.append(_entry(name.removeprefix(BET), kept, store.at(name)))
    return sorted(found, key=lambda b: b.at)


def _entry(item: str, kept: dict, at: str) -> LedgerEntry:
    sure, right = kept.get("sure"), kept.get("right")
    return LedgerEntry(
        item=item,
        question=str(kept.get("question", "")),
        sure=float(sure) if isinstance(sure, int | float) else None,
        right=right if isinstance(right, bool) else None,
        at=at,
    )


def calibration_bins(made: Sequence[LedgerEntry]) -> list[CalibrationBin]:
    """Count bets by how sure they were; those without a sureness or an outcome are left out."""
    counted = [(b.sure, b.right) for b in made if b.sure is not None and b.right is not None]
    rows = []
    for low, high in pairwise(EDGES):
        inside = [(s, r) for s, r in counted if low <= s < high]
        if inside:
            rows.append(_row(inside))
    return rows


def _row(inside: list[tuple[float, bool]]) -> CalibrationBin:
    n = len(inside)
    hits = sum(right for _, right in inside)
    low, high = wilson(hits, n)
    sure = sum(s for s, _ in inside) / n
    return CalibrationBin(bets=n, sure=sure, right=100 * hits / n, low=100 * low, high=100 * high)


def wilson(hits: int, n: int, z: float = Z) -> tuple[float, float]:
    """Give the range that holds the true share 9 times in 10.

    Source: Wilson 1927, Probable inference, the law of succession, and statistical inference.
    """
    share, square = hits / n, z * z
    middle = (share + square / (2 * n)) / (1 + square / n)
    wide = z / (1 + square / n) * math.sqrt(share * (1 - share) / n + square / (4 * n * n))
    return max(0.0, middle - wide), min(1.0, middle + wide)
