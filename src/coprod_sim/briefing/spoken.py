"""Which way a page speaks of, as `web/src/parts/explained.ts` chooses it: one that somebody can do."""

from coprod_sim.briefing.entered_limits import beyond
from coprod_sim.briefing.extras import Limits
from coprod_sim.charts.values import last
from coprod_sim.engagement import Engagement
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.results.attribution import explained_pair


def spoken_of(
    comparison: Comparison,
    recommended: str = "",
    limits: Limits | None = None,
    measure: str = "acceptance",
) -> Engagement:
    """Choose the way that a page speaks of.

    It is the recommended one; else co-production, or the last; where that goes beyond what was entered, the
    best that fits of those that end above the first, if one does.

    Args:
        comparison: what was compared.
        recommended: the name of the way that somebody recommends; nothing, if none is.
        limits: what was entered.
        measure: by which the best one is found.

    Returns:
        One of the ways compared.
    """
    first, *others = comparison.engagements
    for way in comparison.engagements:
        if way.name == recommended:
            return way
    goal, over = explained_pair([first, *others])[1], beyond(comparison, limits)
    means, low = last(comparison, measure)["mean"], MEASURES[measure][0].better == "low"
    worth = -means if low else means
    fit = [way for way in others if way.name not in over and worth[way.name] > worth[first.name]]
    if goal.name not in over or not fit:
        return goal
    return max(fit, key=lambda way: worth[way.name])
