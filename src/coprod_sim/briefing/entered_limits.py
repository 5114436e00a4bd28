"""Which ways go beyond the weeks, money and staff hours that somebody entered for one decision."""

from coprod_sim.briefing.extras import Limits
from coprod_sim.charts.costs import spending
from coprod_sim.charts.labels import listing
from coprod_sim.charts.words import about, price
from coprod_sim.results import Comparison
from coprod_sim.scenarios.described import OWN
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)


def open_weeks(comparison: Comparison, limits: Limits | None) -> bool:
    """Say whether this is a case of one's own whose weeks nobody entered."""
    return comparison.scenario.name == OWN and limits is not None and limits.weeks is None


def beyond(comparison: Comparison, limits: Limits | None) -> dict[str, list[str]]:
    """Name, for every way that does not fit, the limits it goes beyond.

    Args:
        comparison: what was compared.
        limits: what was entered.

    Returns:
        By the name of the way the limits as written, such as "10 weeks".
    """
    if limits is None:
        return {}
    spent, currency = spending(comparison)["money"], comparison.scenario.money.currency
    found: dict[str, list[str]] = {}
    for name, effort in comparison.efforts.items():
        takes = (effort.weeks, float(spent.loc[name, "mean"]), effort.staff_hours)
        over = [
            _written(which, there, currency)
            for which, there, amount in zip(Limits._fields, limits, takes, strict=True)
            if there is not None and amount > there
        ]
        if over:
            found[name] = over
    return found


def none_fits(over: dict[str, list[str]], ways: int) -> str:
    """Say that none of several ways fits; else nothing."""
    if ways < 2 or len(over) < ways:
        return ""
    return t(
        "board-none_fits",
        limits=listing(list(dict.fromkeys(one for all_ in over.values() for one in all_))),
    )


def _written(which: str, there: float, currency: str) -> str:
    if which == "money":
        return price(there, currency)
    return t(f"board-none_fits-{which}", weeks=there, hours=about(there), count=there)
