"""How sure the ends of a range are themselves: how far they would move if other models had been drawn."""

import numpy as np

from coprod_sim.engagement import Engagement
from coprod_sim.model.measures import MEASURES
from coprod_sim.results.comparison import Comparison
from coprod_sim.results.ranges import HIGH, LOW
from coprod_sim.results.variant import Variant
from coprod_sim.taking import takes_what_it_says

RESAMPLES = 200
"""Times that the sets are drawn again from those there are."""


@takes_what_it_says
def error_of_ends(
    comparison: Comparison, engagement: Engagement | Variant | str, measure: str, *,
    decision: int | None = None, group: str = "all", difference: bool = False,
) -> dict[str, float]:  # fmt: skip
    """Give the Monte Carlo error of both ends of a range: their standard error, in the measure's own unit.

    The sets of assumptions are drawn again from those that were played, with all runs of each; over luck
    alone the runs are.

    Args:
        comparison: ways on a case.
        engagement: one of those compared, or its name.
        measure: a name in `MEASURES`.
        decision: after which decision, from 1 (the last).
        group: one of the comparison's groups.
        difference: whether the range is that of the paired difference to the first way.

    Returns:
        `low` and `high`; nan where there is nobody to measure it on, or nothing to draw from but one.

    Raises:
        InputError: as `Comparison.value`.

    Source: Efron 1979 (the bootstrap), by whole sets, since the runs of one set are alike.
    """
    comparison.value(
        engagement, measure, decision=decision, group=group
    )  # refuses what is not there
    found = comparison.measured
    after = comparison.scenario.decisions.count if decision is None else int(decision)
    place = after - 1, found.groups.index(group), list(MEASURES).index(measure)
    numbers = found.numbers[(..., *place)]
    values = numbers[found.engagements.index(getattr(engagement, "name", engagement))]
    values = values - numbers[0] if difference else values
    parts = [values[found.draws == draw] for draw in range(comparison.draws + 1)]
    luck = _ends([parts[0]])
    lows, highs = _resampled(parts[1:] or np.split(parts[0], len(parts[0])))
    if parts[1:]:  # a range over models is never narrower than that of the model as it stands
        lows, highs = np.fmin(lows, luck[0]), np.fmax(highs, luck[1])
    return {"low": _spread(lows), "high": _spread(highs)}


def _resampled(units: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Give the ends of as many units drawn again, many times."""
    count = len(units)
    picks = np.random.default_rng(0).integers(0, count, (RESAMPLES if count > 1 else 0, count))
    found = [_ends([units[k] for k in pick]) for pick in picks]
    return np.array([low for low, _ in found]), np.array([high for _, high in found])


def _ends(parts: list[np.ndarray]) -> tuple[float, float]:
    values = np.concatenate(parts)
    there = values[~np.isnan(values)]
    if len(there) == 0:
        return np.nan, np.nan
    low, high = np.quantile(there, (LOW, HIGH))
    return float(low), float(high)


def _spread(ends: np.ndarray) -> float:
    there = ends[~np.isnan(ends)]
    return float(there.std(ddof=1)) if len(there) > 1 else np.nan
