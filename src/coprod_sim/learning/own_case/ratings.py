"""What the raters say together: the middle, the range, how far they agree, and the gap between the sides."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd

from coprod_sim.engagement.scored import SCORED, STEP
from coprod_sim.learning.own_case.worksheet import SIDES, Rater, Round, Side

NEAR = STEP + 1e-9
"""Two scores this near are called the same: one step of the rubric apart at most (assumption)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far raters agree: the share of pairs of scores at most one step apart, and a strict measure.

    `alpha` is Krippendorff's alpha for scores on a scale: 1 when all agree, 0 when it is no better than
    chance, nan when it cannot be told. Source: Krippendorff 2004, Content Analysis, chapter 11.
    """

    near: int
    pairs: int
    alpha: float
    widest: str
    """The dial on which raters lie furthest apart; empty when no two people scored the same one."""


def table_of(round_: Round) -> pd.DataFrame:
    """Set the scores side by side: a row for each dial, a column for each rater, nan where none was given."""
    columns = {k: [r.scores.get(d, np.nan) for d in SCORED] for k, r in enumerate(round_.raters)}
    return pd.DataFrame(columns, index=list(SCORED), dtype=float)


def summary_of(round_: Round) -> pd.DataFrame:
    """Sum up each dial: low, high, staff, citizen, gap, and the middle, where both sides count the same."""
    scores = table_of(round_)
    sides = pd.DataFrame({side: _mean_of(scores, round_.raters, side) for side in SIDES})
    return pd.DataFrame(
        {
            "low": scores.min(axis=1) if len(scores.columns) else np.nan,
            "middle": sides.mean(axis=1),
            "high": scores.max(axis=1) if len(scores.columns) else np.nan,
            "staff": sides["staff"],
            "citizen": sides["citizen"],
            "gap": sides["staff"] - sides["citizen"],
        },
        index=list(SCORED),
    )


def filled(rater: Rater, summary: pd.DataFrame) -> dict[str, float]:
    """Give a rater's whole sheet; what they left out stands where the middle of all has it."""
    middle = summary["middle"].dropna()
    return {str(k): float(v) for k, v in middle.items()} | dict(rater.scores)


def side_of(summary: pd.DataFrame, side: Side) -> dict[str, float]:
    """Give what one side says; what it left out stands where the middle of all has it."""
    found = summary[side].fillna(summary["middle"]).dropna()
    return {str(k): float(v) for k, v in found.items()}


def column_of(summary: pd.DataFrame, name: str) -> dict[str, float]:
    """Give one column as scores by dial, without those nobody has scored."""
    return {str(k): float(v) for k, v in summary[name].dropna().items()}


def agreement_of(round_: Round) -> Agreement:
    """Measure how far the raters of a round agree."""
    values = table_of(round_).to_numpy()
    distances = [
        (abs(row[a] - row[b]), SCORED[k])
        for k, row in enumerate(values)
        for a, b in combinations(np.flatnonzero(np.isfinite(row)), 2)
    ]
    return Agreement(
        near=sum(d <= NEAR for d, _ in distances),
        pairs=len(distances),
        alpha=alpha_of(values),
        widest=max(distances, key=lambda pair: pair[0])[1] if distances else "",
    )


def alpha_of(values: np.ndarray) -> float:
    """Work out Krippendorff's alpha for scores on a scale; a row is a dial, a column a rater."""
    rows = [row[np.isfinite(row)] for row in values]
    rows = [row for row in rows if len(row) > 1]
    if not rows:
        return float("nan")
    every = np.concatenate(rows)
    seen = sum(_squares(row) / (len(row) - 1) for row in rows) / len(every)
    by_chance = _squares(every) / (len(every) * (len(every) - 1))
    return float(1.0 - seen / by_chance) if by_chance > 1e-12 else float("nan")


def gap_between(summary: pd.DataFrame) -> float:
    """Give the mean distance between staff and citizens over the dials both have scored; nan if none."""
    gaps = summary["gap"].abs().dropna()
    return float(gaps.mean()) if len(gaps) else float("nan")


def _mean_of(scores: pd.DataFrame, raters: Sequence[Rater], side: Side) -> pd.Series:
    mine = scores[[k for k, r in enumerate(raters) if r.side == side]]
    if mine.empty or not len(mine.columns):
        return pd.Series(np.nan, index=scores.index)
    return mine.mean(axis=1)


def _squares(values: np.ndarray) -> float:
    """Add up the squared distances over all ordered pairs."""
    return float(((values[:, None] - values[None, :]) ** 2).sum())
