"""The room as an experiment: how much the two ways differ here, and how sure a room this size can be.

The difference is found by least squares with the order and the decision held apart. How far chance may
have pushed it is found by leaving out one person at a time (the jackknife), so people who lived both ways
count as their own comparison. Only intervals are given, never a verdict of a test.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from scipy import stats

from coprod_sim.errors import InputError
from coprod_sim.live.arms import SMALLEST_FOR_TWO_ARMS
from coprod_sim.live.disclosure import MINIMUM

POWER = 0.8
"""How often a room should see an effect for it to count as visible here [share]."""
LEVELS = (0.80, 0.95)
"""The two intervals that are shown [share of rooms whose interval holds the truth]."""
WHO = ("lost", "all")
"""Those who lost come first: there a fair way of deciding matters most.

Source: Esaiasson et al. (2016), doi 10.1017/S0007123416000508: liking the outcome outweighs all else."""
Who = Literal["lost", "all"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """How many points the full picture scored above the leaflet, among whom, and how surely.

    `error` is the standard error, `freedom` the degrees of freedom behind it. `tickbox` and
    `co_production` are the two means, held apart from order and decision.
    """

    measure: str
    who: Who
    people: int
    mean: float
    error: float
    freedom: int
    tickbox: float
    co_production: float

    def interval(self, level: float) -> tuple[float, float]:
        """Give the interval that holds the truth in this share of rooms."""
        reach = float(stats.t.ppf(0.5 + level / 2, self.freedom)) * self.error
        return self.mean - reach, self.mean + reach

    @property
    def smallest(self) -> float:
        """The smallest effect a room like this would see in four of five tries [points]."""
        t = stats.t.ppf([0.975, POWER], self.freedom)
        return float(t.sum()) * self.error

    @property
    def clear(self) -> bool:
        """Whether the wider interval lies on one side of zero."""
        low, high = self.interval(LEVELS[1])
        return low > 0 or high < 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppressed:
    """A result that is not shown, because too few people stand behind it."""

    measure: str
    who: Who
    people: int


def effects(
    scores: pd.DataFrame, measures: Sequence[str] = ("acceptance", "fairness", "trust")
) -> list[Effect | Suppressed]:
    """Work out every measure, first among those who lost, then among all.

    Args:
        scores: one row a person and decision, as from `scored`.
        measures: the columns that hold scores [points from 0 to 10].

    Returns:
        Two results a measure, suppressed where too few people stand behind them.

    Raises:
        InputError: two separate arms with fewer than 40 people.
    """
    check_design(scores)
    return [effect(scores, measure, who) for measure in measures for who in WHO]


def check_design(scores: pd.DataFrame) -> None:
    """Refuse two separate arms with too few people for them.

    Raises:
        InputError: fewer than 40 people, each of whom lived one arm alone.
    """
    ways = scores.groupby("person")["arm"].nunique()
    if len(ways) and ways.max() == 1 and scores["turn"].max() == 1:
        people = len(ways)
        if people < SMALLEST_FOR_TWO_ARMS and scores["arm"].nunique() == 2:
            raise InputError(
                f"two separate arms need at least {SMALLEST_FOR_TWO_ARMS} people, and there are {people}; "
                "let everybody live both ways instead"
            )


def effect(scores: pd.DataFrame, measure: str, who: Who = "all") -> Effect | Suppressed:
    """Work out one measure among all, or among those who lost; small groups stay hidden.

    Args:
        scores: one row a person and decision, as from `scored`.
        measure: the column that holds the scores [points from 0 to 10].
        who: "lost" for those who wanted something else than what was decided, else "all".

    Returns:
        The effect [points], or that it is suppressed.
    """
    known = scores.dropna(subset=[measure])
    chosen = known[known["lost"].eq(True)] if who == "lost" else known
    if not _enough(known, chosen):
        return Suppressed(measure=measure, who=who, people=chosen["person"].nunique())
    design, values = _design(chosen), chosen[measure].to_numpy(dtype=float)
    people = chosen["person"].to_numpy()
    slope, error = _jackknife(design, values, people)
    count = len(np.unique(people))
    middle = float(values.mean() - design[:, 1].mean() * slope)
    return Effect(
        measure=measure,
        who=who,
        people=count,
        mean=slope,
        error=error,
        freedom=max(count - _rank(design) + 1, 1),
        tickbox=middle - slope / 2,
        co_production=middle + slope / 2,
    )


def _enough(known: pd.DataFrame, chosen: pd.DataFrame) -> bool:
    """Say whether every group behind a number, and what is left over, is large enough to show."""
    arms = chosen.groupby("arm")["person"].nunique()
    rest = known[~known.index.isin(chosen.index)]
    left = rest.groupby("arm")["person"].nunique()
    return len(arms) == 2 and arms.min() >= MINIMUM and (rest.empty or left.min() >= MINIMUM)


def _design(chosen: pd.DataFrame) -> np.ndarray:
    """Code the two ways, the order and the decision as halves around zero; drop what does not vary."""
    way = np.where(chosen["arm"] == "co_production", 0.5, -0.5)
    columns = [np.ones(len(chosen)), way]
    names = sorted(chosen["decision"].unique())
    for code in (
        np.where(chosen["turn"] == 2, 0.5, -0.5),
        np.where(chosen["decision"] == names[-1], 0.5, -0.5),
    ):
        wider = np.column_stack([*columns, code])
        if np.linalg.matrix_rank(wider) == wider.shape[1]:
            columns.append(code)
    return np.column_stack(columns)


def _rank(design: np.ndarray) -> int:
    return int(np.linalg.matrix_rank(design))


def _jackknife(design: np.ndarray, values: np.ndarray, people: np.ndarray) -> tuple[float, float]:
    """Fit the difference; spread it by leaving out one person at a time."""
    names, place = np.unique(people, return_inverse=True)
    n, k = len(names), design.shape[1]
    squares, products = np.zeros((n, k, k)), np.zeros((n, k))
    np.add.at(squares, place, design[:, :, None] * design[:, None, :])
    np.add.at(products, place, design * values[:, None])
    slope = _slopes(squares.sum(axis=0), products.sum(axis=0))
    without = _slopes(squares.sum(axis=0) - squares, products.sum(axis=0) - products)
    return float(slope), float(np.sqrt((n - 1) / n * ((without - slope) ** 2).sum()))


def _slopes(squares: np.ndarray, products: np.ndarray) -> np.ndarray:
    """Solve for the difference between the two ways, in one fit or in many at once."""
    return np.einsum("...jk,...k->...j", np.linalg.pinv(squares, hermitian=True), products)[..., 1]
