"""What the weeks of a way cost where what is decided saves money: the saving begins that much later."""

from dataclasses import replace

from coprod_sim.board.view import View
from coprod_sim.charts.labels import listing
from coprod_sim.charts.words import money, price, small, weeks_counted
from coprod_sim.results import Comparison
from coprod_sim.results.amounts import as_written
from coprod_sim.results.discovery.breaking_even import BreakEven
from coprod_sim.words import words_in

WEEKS_A_YEAR = 52


def weeks_later(found: Comparison) -> dict[str, float]:
    """Give how many weeks later than with the first way a decision comes, in the weeks written for both.

    Args:
        found: what was compared.

    Returns:
        Weeks by the name of the way; below 0 where it comes earlier.
    """
    written = {name: weeks_counted(effort.weeks) for name, effort in found.efforts.items()}
    first = written[found.engagements[0].name]
    return {name: weeks - first for name, weeks in written.items()}


def delays(found: Comparison, saving: float | None) -> dict[str, float]:
    """Give what a later beginning costs in each way, as it is written.

    Args:
        found: what was compared.
        saving: what the decision saves a year, in the case's currency; None where nobody entered it.

    Returns:
        Money by the name of the way; below 0 where the saving begins earlier.
    """
    each_week = (saving or 0.0) / WEEKS_A_YEAR
    own = {name for name, given in found.own.efforts.items() if "weeks" in given}
    first = found.engagements[0].name
    return {
        name: as_written(weeks * each_week, exact=own.issuperset({first, name}))
        for name, weeks in weeks_later(found).items()
    }


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
            weeks=abs(weeks[name]),
            money=money(abs(lost), abs(lost), currency, exact=True),
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
    return f"{waits} {t('board-delay-at_risk', amount=amount, sides=sides)}".lstrip()


def delayed(even: BreakEven, lost: float) -> BreakEven:
    """Count a later beginning into a break-even.

    Args:
        even: what two ways cost.
        lost: what the other way loses by beginning later than the base.

    Returns:
        The break-even with it.
    """
    later = {name: tuple(one + lost for one in getattr(even, name)) for name in ("other", "apart")}
    return replace(even, **later)
