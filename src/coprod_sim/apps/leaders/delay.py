"""What the weeks of a way cost where what is decided saves money: the saving begins that much later."""

from dataclasses import replace

from coprod_sim.board.view import View
from coprod_sim.charts.labels import listing
from coprod_sim.charts.words import money, price, small
from coprod_sim.results import Comparison
from coprod_sim.results.discovery.breaking_even import BreakEven
from coprod_sim.words import words_in

WEEKS_A_YEAR = 52


def weeks_later(found: Comparison, least: float = 0.0) -> dict[str, float]:
    """Give how many weeks later than with the first way a decision comes, not rounded.

    Args:
        found: what was compared.
        least: before so many weeks nothing is decided.

    Returns:
        Weeks by the name of the way; below 0 where it comes earlier.
    """
    first = max(found.efforts[found.engagements[0].name].weeks, least)
    return {name: max(effort.weeks, least) - first for name, effort in found.efforts.items()}


def delays(found: Comparison, saving: float | None, least: float = 0.0) -> dict[str, float]:
    """Give what a later beginning costs in each way, not rounded.

    Args:
        found: what was compared.
        saving: what the decision saves a year, in the case's currency; None where nobody entered it.
        least: before so many weeks nothing is decided.

    Returns:
        Money by the name of the way; below 0 where the saving begins earlier.
    """
    each_week = (saving or 0.0) / WEEKS_A_YEAR
    return {name: weeks * each_week for name, weeks in weeks_later(found, least).items()}


def delays_exactly(found: Comparison, way: str) -> bool:
    """Say whether what a later beginning costs follows from weeks that were entered alone.

    Args:
        found: what was compared.
        way: the name of the way.

    Returns:
        Whether it does; the weeks of the first way count as well.
    """
    own = {name for name, given in found.own.efforts.items() if "weeks" in given}
    return own.issuperset({found.engagements[0].name, way})


def delays_in_words(found: Comparison, view: View) -> str:
    """Say what a saving that was entered loses by the weeks of each way, and that it may not come.

    Args:
        found: what was compared.
        view: the view it comes from.

    Returns:
        Sentences, the last of them that the saving may not come at all; empty where none was entered.
    """
    t, currency, weeks = words_in(view.language), found.scenario.money.currency, weeks_later(found)
    titles = {way.name: small(way.title) for way in found.engagements}
    ways = [
        t(
            "board-delay-way",
            way=titles[name],
            side="later" if lost > 0 else "earlier",
            weeks=round(abs(weeks[name]), 1),
            money=money(abs(lost), abs(lost), currency, exact=delays_exactly(found, name)),
        )
        for name, lost in delays(found, view.saving).items()
        if lost
    ]
    if not view.saving:
        return ""
    begins = {
        "later" if lost > 0 else "earlier" for lost in delays(found, view.saving).values() if lost
    }
    sides = "both" if len(begins) > 1 else next(iter(begins), "none")
    first, amount = titles[found.engagements[0].name], price(view.saving, currency)
    waits = (
        t("board-delay", amount=amount, first=first, ways=listing(ways), sides=sides)
        if ways
        else ""
    )
    count = decisions_of(found, view)
    each = t("board-delay-each", count=count) if waits and count > 1 else ""
    at_risk = t("board-delay-at_risk", amount=amount, sides=sides)
    return " ".join(filter(None, (waits, each, at_risk)))


def decisions_of(found: Comparison, view: View) -> int:
    """Count the decisions that the page is about."""
    return found.scenario.decisions.count if view.span == "series" else 1


def delayed(even: BreakEven, lost: float, *, exact: bool) -> BreakEven:
    """Count a later beginning into a break-even.

    Args:
        even: what two ways cost.
        lost: what the other way loses by beginning later than the base.
        exact: whether that follows from what was entered alone.

    Returns:
        The break-even with it.
    """
    later = {name: tuple(one + lost for one in getattr(even, name)) for name in ("other", "apart")}
    base, other = even.exact
    return replace(even, **later, exact=(base, other and (exact or not lost)))
