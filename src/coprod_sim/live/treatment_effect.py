"""The room as an experiment: how much the two ways differ here, and how sure a room this size can be.

Each person who lived both ways is their own comparison: their difference is fitted by least squares, with
the order and the pairing of the decisions held apart. In rooms from 8 to 60 people the intervals then hold
the truth as often as they say (`tests/test_room_bots.py`). Only intervals are given, never a verdict.
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
from coprod_sim.live.intervals import ROOM, ROOM_NEAR

POWER = 0.8
"""How often a room should see an effect for it to count as visible here [share]."""
NO_LUCK = 1e-9
"""A standard error below this is nothing but the last digits of the sums [points]."""
LEVELS = (ROOM_NEAR, ROOM)
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
    made_up: bool = False
    """Whether it is no room's result but one to practise with, which every chart and sentence says."""

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
        """Whether the wider interval lies on one side of zero; without luck to measure there is none."""
        low, high = self.interval(LEVELS[1])
        return not self.alike and (low > 0 or high < 0)

    @property
    def alike(self) -> bool:
        """Whether people in the same corner all differ by the same, so that luck cannot be measured."""
        return self.error < NO_LUCK


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

    Where people lived both ways, only those who scored both are compared, each with themselves; those who
    lost are then those who lost both times.

    Args:
        scores: one row a person and decision, as from `scored`.
        measure: the column that holds the scores [points from 0 to 10].
        who: "lost" for those who wanted something else than what was decided, else "all".

    Returns:
        The effect [points], or that it is suppressed.
    """
    known = _comparable(scores.dropna(subset=[measure]))
    chosen = _losers(known) if who == "lost" else known
    if not _enough(known, chosen):
        return Suppressed(measure=measure, who=who, people=chosen["person"].nunique())
    means = chosen.groupby("arm")[measure].mean()
    pairs = chosen["person"].duplicated().any()
    fit = _least_squares(*(_differences if pairs else _apart)(chosen, measure))
    middle = float(means.mean())
    return Effect(
        measure=measure,
        who=who,
        people=chosen["person"].nunique(),
        mean=fit.slope,
        error=fit.error,
        freedom=fit.freedom,
        tickbox=middle - fit.slope / 2,
        co_production=middle + fit.slope / 2,
    )


def first_round(scores: pd.DataFrame, measure: str) -> Effect | Suppressed:
    """Work out the difference from the first round alone, before anybody had lived the other way.

    It compares different people and is far less sure than `effect`, but nothing can have been carried over.

    Args:
        scores: one row a person and decision, as from `scored`.
        measure: the column that holds the scores [points from 0 to 10].

    Returns:
        The effect among all [points], or that it is suppressed.
    """
    return effect(scores[scores["turn"] == 1], measure)


def carry_over(scores: pd.DataFrame, measure: str) -> Effect | Suppressed:
    """Work out how far what the first round left behind may have pushed the difference in `effect`.

    Whoever had the full picture first may score the leaflet by it, and the other way round. Then the two
    orders differ in the mean of both scores, and `effect` is off by just that much; but people who were
    drawn into the two orders differ by chance as well, and no crossover can tell the one from the other.

    Source: Senn (2002), Cross-over Trials in Clinical Research, chapter 3, doi 10.1002/0470854596.

    Args:
        scores: one row a person and decision, as from `scored`.
        measure: the column that holds the scores [points from 0 to 10].

    Returns:
        How much higher those with the leaflet first scored, over both rounds [points]: what `effect` may be
        too large by.
    """
    known = _comparable(scores.dropna(subset=[measure]))
    if known["person"].duplicated().any():
        first = known[known["turn"] == 1].set_index("person")
        both = known.groupby("person")[measure].mean()
        known = first.assign(**{measure: both}).reset_index()
        known["arm"] = known["arm"].map({"tickbox": "co_production", "co_production": "tickbox"})
        return effect(known, measure)
    return Suppressed(measure=measure, who="all", people=known["person"].nunique())


def _comparable(known: pd.DataFrame) -> pd.DataFrame:
    """Keep those who scored both ways, if people lived both."""
    ways = known.groupby("person")["arm"].transform("nunique")
    return known[ways == 2] if (ways == 2).any() else known


def _losers(known: pd.DataFrame) -> pd.DataFrame:
    """Keep those who lost each time they scored, so that the same people are compared."""
    lost = known["lost"].eq(True)
    return known[lost.groupby(known["person"]).transform("all")]


def _enough(known: pd.DataFrame, chosen: pd.DataFrame) -> bool:
    """Say whether every group behind a number, and what is left over, is large enough to show."""
    arms = chosen.groupby("arm")["person"].nunique()
    rest = known[~known.index.isin(chosen.index)]
    left = rest.groupby("arm")["person"].nunique()
    return len(arms) == 2 and arms.min() >= MINIMUM and (rest.empty or left.min() >= MINIMUM)


def _differences(chosen: pd.DataFrame, measure: str) -> tuple[np.ndarray, np.ndarray]:
    """Give each person's difference, with which order and which pairing of decisions they had.

    Everything about a person that is the same in both rounds falls out of their difference.
    """
    later = sorted(chosen["decision"].unique())[-1]
    coded = chosen.assign(second=chosen["decision"] == later).set_index("person")
    full, leaflet = (
        coded[coded["arm"] == arm].astype({"second": float}) for arm in ("co_production", "tickbox")
    )
    leaflet = leaflet.loc[full.index]
    codes = ((full["turn"] - leaflet["turn"]) / 2, (full["second"] - leaflet["second"]) / 2)
    return _independent([np.ones(len(full)), *codes]), (full[measure] - leaflet[measure]).to_numpy(
        float
    )


def _apart(chosen: pd.DataFrame, measure: str) -> tuple[np.ndarray, np.ndarray]:
    """Give everybody's score, with which way and which decision they had; the way comes first."""
    way = np.where(chosen["arm"] == "co_production", 0.5, -0.5)
    later = sorted(chosen["decision"].unique())[-1]
    case = np.where(chosen["decision"] == later, 0.5, -0.5)
    return _independent([way, np.ones(len(chosen)), case]), chosen[measure].to_numpy(float)


def _independent(columns: Sequence[np.ndarray | pd.Series]) -> np.ndarray:
    """Put columns side by side; those that earlier ones already tell are left out."""
    kept = [np.asarray(columns[0], dtype=float)]
    for column in columns[1:]:
        wider = np.column_stack([*kept, np.asarray(column, dtype=float)])
        if np.linalg.matrix_rank(wider) == wider.shape[1]:
            kept.append(wider[:, -1])
    return np.column_stack(kept)


@dataclass(frozen=True, slots=True)
class _Fit:
    slope: float
    error: float
    freedom: int


def _least_squares(design: np.ndarray, values: np.ndarray) -> _Fit:
    """Fit, and give the first slope with its standard error."""
    inverse = np.linalg.inv(design.T @ design)
    slopes = inverse @ design.T @ values
    left = values - design @ slopes
    freedom = max(len(values) - design.shape[1], 1)
    error = float(np.sqrt(left @ left / freedom * inverse[0, 0]))
    return _Fit(float(slopes[0]), error, freedom)
