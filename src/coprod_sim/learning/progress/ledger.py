"""The ledger of predictions: what was bet, how sure, what came out; and how sure one may be."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from coprod_sim.learning.check_result import Status
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
    """One prediction: about what, the chance it was given, and whether it came out.

    `sure` is that chance in 100, or not said; `guess` is the chance of a pure guess, from 0 to 1. `open` is a
    bet on which the models do not agree, so that it came out neither way. Bets of
    earlier versions have none, for there 0 stood for a pure guess; they are listed and not counted.
    """

    item: str
    question: str
    sure: float | None
    right: bool | None
    guess: float | None = None
    open: bool = False
    at: str = ""

    @property
    def points(self) -> float | None:
        """Points above a pure guess: the gain in squared error; only an honest chance does best on average.

        Source: Brier 1950, Verification of forecasts expressed in terms of probability.
        """
        if self.sure is None or self.right is None or self.guess is None:
            return None
        came, chance = float(self.right), self.sure / 100
        return 100 * ((self.guess - came) ** 2 - (chance - came) ** 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrationBin:
    """Bets that were given about the same chance: how many, how sure on average, how many came out.

    `low` and `high` hold the true share 9 times in 10 (Wilson's interval). All in points of 100.
    """

    bets: int
    sure: float
    right: float
    low: float
    high: float


def record_prediction(
    store: ProgressStore,
    item: str,
    question: str,
    sure: float | None,
    came: Status | None,
    guess: float,
) -> None:
    """Write a bet into the ledger; it stays as it was first made.

    `came` is None for somebody who said "I don't know"; `guess` is the chance of a pure guess.
    """
    is_open = came is Status.OPEN
    right = None if came is None or is_open else came is Status.YES
    sure = None if came is None else sure  # left from an answer that was taken back
    kept = {"question": question, "sure": sure, "right": right, "guess": guess, "open": is_open}
    store.put_once(f"{BET}{item}", kept)


def ledger_entries(store: ProgressStore) -> list[LedgerEntry]:
    """List all bets, the oldest first."""
    found = []
    for name in store.names(BET):
        kept = store.get(name)
        if isinstance(kept, dict):
            found.append(_entry(name.removeprefix(BET), kept, store.at(name)))
    return sorted(found, key=lambda b: b.at)


def _entry(item: str, kept: dict, at: str) -> LedgerEntry:
    sure, right, guess = (kept.get(k) for k in ("sure", "right", "guess"))
    if right is None and kept.get("open") is not True:
        sure = None  # who does not know is not sure of anything; earlier versions kept what stood there
    return LedgerEntry(
        item=item,
        question=str(kept.get("question", "")),
        sure=float(sure) if isinstance(sure, int | float) else None,
        right=right if isinstance(right, bool) else None,
        guess=float(guess) if isinstance(guess, int | float) else None,
        open=kept.get("open") is True,
        at=at,
    )


def calibration_bins(made: Sequence[LedgerEntry]) -> list[CalibrationBin]:
    """Count bets by the chance they were given; those without a chance or an outcome are left out."""
    rows = []
    for low, high in pairwise(EDGES):
        inside = [(s, r) for s, r in _counted(made) if low <= s < high]
        if inside:
            rows.append(_row(inside))
    return rows


def calibration_whole(made: Sequence[LedgerEntry]) -> CalibrationBin | None:
    """Count all bets together, as one step; none where there are none to count."""
    counted = _counted(made)
    return _row(counted) if counted else None


def _counted(made: Sequence[LedgerEntry]) -> list[tuple[float, bool]]:
    return [
        (b.sure, b.right)
        for b in made
        if b.sure is not None and b.right is not None and b.guess is not None
    ]


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
