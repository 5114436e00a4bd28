"""Which ways go beyond the weeks, money and staff hours that somebody entered for one decision."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from coprod_sim.briefing.extras import Limits
from coprod_sim.briefing.unmet import unmet_said
from coprod_sim.charts.costs import spending
from coprod_sim.charts.labels import listing
from coprod_sim.charts.words import entered, money_beside, needed, price, small
from coprod_sim.engagement import Engagement
from coprod_sim.results import Comparison
from coprod_sim.results.own_figures import is_exact
from coprod_sim.scenarios.described import OWN
from coprod_sim.words import ENGLISH, Words, words_in

IN_ENGLISH = words_in(ENGLISH)


class Beyond(NamedTuple):
    """A limit that a way goes beyond: its name, what the way takes, what there is, and that with its unit."""

    limit: str
    takes: str
    there: str
    written: str


def open_weeks(comparison: Comparison, limits: Limits | None) -> bool:
    """Say whether this is a case of one's own whose weeks nobody entered."""
    return comparison.scenario.name == OWN and limits is not None and limits.weeks is None


def beyond(
    comparison: Comparison, limits: Limits | None, t: Words = IN_ENGLISH
) -> dict[str, list[Beyond]]:
    """Name, for every way that does not fit, the limits it goes beyond.

    Args:
        comparison: what was compared.
        limits: what was entered.
        t: the words to say it in.

    Returns:
        The limits, by the name of the way.
    """
    if limits is None:
        return {}
    spent = spending(comparison)["money"]
    found: dict[str, list[Beyond]] = {}
    for name, effort in comparison.efforts.items():
        takes = {
            "weeks": comparison.weeks[name], "staff_hours": effort.staff_hours,
            "money": float(spent.loc[name, "mean"]),
        }  # fmt: skip
        there = limits._asdict()
        over = [
            _beyond(comparison, name, which, (amount, there[which]), t)
            for which, amount in takes.items()
            if there[which] is not None and amount > there[which]
        ]
        if over:
            found[name] = over
    return found


def none_fits(over: dict[str, list[Beyond]], ways: int, t: Words = IN_ENGLISH) -> str:
    """Say that none of several ways fits; else nothing."""
    if ways < 2 or len(over) < ways:
        return ""
    return t(
        "board-none_fits", limits=limits_in_words([one for all_ in over.values() for one in all_])
    )


def beyond_in_words(
    over: dict[str, list[Beyond]], ways: Sequence[Engagement], t: Words = IN_ENGLISH
) -> str:
    """Say of staff hours and money that were entered which ways take more, as the board does.

    Args:
        over: the limits that ways go beyond, by their names.
        ways: the ways compared.
        t: the words to say it in.

    Returns:
        Sentences.
    """
    said = []
    for limit, key in (("staff_hours", "board-staff-beyond"), ("money", "board-money-beyond")):
        found = [(w, b) for w in ways for b in over.get(w.name, []) if b.limit == limit]
        told = [t("board-weeks-way", way=small(w.title), weeks=b.takes) for w, b in found]
        if found:
            said.append(t(key, there=found[0][1].written, count=len(told), ways=listing(told)))
    return " ".join(said)


def late_in_words(comparison: Comparison, limits: Limits | None, t: Words = IN_ENGLISH) -> str:
    """Say which ways take longer than the weeks there are, entered or assumed, as the board does.

    Args:
        comparison: what was compared.
        limits: what was entered.
        t: the words to say it in.

    Returns:
        Sentences; nothing where all fit, or nobody entered the weeks of a case of one's own.
    """
    if open_weeks(comparison, limits):
        return ""
    case, ways = comparison.scenario, comparison.engagements
    there = case.money.weeks_available
    late = [
        t("board-weeks-way", way=small(way.title), weeks=entered(takes))
        for way in ways
        if (takes := comparison.weeks[way.name]) > there
    ]
    if not late:
        return ""
    said = _there_in_words(there, limits, t, series=case.decisions.count > 1)
    return f"{said} {t('board-weeks-some', count=len(late), ways=listing(late))}"


def _there_in_words(there: float, limits: Limits | None, t: Words, *, series: bool) -> str:
    """Say how many weeks there are for a decision, and who says so."""
    if limits is not None and limits.dated and limits.decisions > 1:
        count, all_weeks = limits.decisions, limits.all_weeks
        return t("board-weeks-there_dated", weeks=there, all=all_weeks, count=count)
    mine = limits is not None and limits.weeks is not None
    whose = "date" if limits and limits.dated else "yours" if mine else "assumed"
    return t("board-weeks-there", weeks=there, whose=whose, series=int(series))


def each_in_words(weeks: str, limits: Limits | None, t: Words = IN_ENGLISH) -> str:
    """Write weeks that there are; where a day was entered for a series, they are those of each decision."""
    shared = limits is not None and limits.dated and limits.decisions > 1
    return t("board-weeks-each", weeks=weeks) if shared else weeks


def limits_in_words(over: list[Beyond]) -> str:
    """List the limits that are gone beyond, each once, such as "10 weeks"."""
    return listing(list(dict.fromkeys(one.written for one in over)))


def called(title: str, limits: list[Beyond] | None, t: Words = IN_ENGLISH) -> str:
    """Name a way, with the limits that it goes beyond."""
    return t("board-way_beyond", way=title, limits=limits_in_words(limits)) if limits else title


def fitting(
    comparison: Comparison,
    over: dict[str, list[Beyond]],
    unmet: Collection[str] = (),
    t: Words = IN_ENGLISH,
) -> str:
    """List the ways that fit, where others do not; `unmet` would probably not meet a likely duty to ask."""
    ways = [e for e in comparison.engagements if e.name not in over]
    if not over or not ways:
        return ""
    named, duty = listing([small(e.title) for e in ways]), unmet_said(ways, unmet, t)
    return t("board-fits", count=len(ways), ways=named, duty=duty)


def parts_beyond(over: list[Beyond], t: Words = IN_ENGLISH) -> str:
    """List what a way takes more of than there is."""
    parts = [t(f"board-recommended_late-{o.limit}", takes=o.takes, there=o.there) for o in over]
    return listing(parts)


def _beyond(
    comparison: Comparison, way: str, limit: str, amounts: tuple[float, float], t: Words
) -> Beyond:
    (takes, there), currency = amounts, comparison.scenario.money.currency
    if limit == "money":
        written, exact = price(there, currency), is_exact(comparison, way)
        return Beyond(limit, money_beside(takes, there, currency, exact=exact), written, written)
    unit = t(f"board-none_fits-{limit}", weeks=there, hours=entered(there), count=there)
    own = limit == "weeks" or limit in comparison.own.efforts.get(way, {})
    shown = entered(takes) if own else needed(takes, 3)
    return Beyond(limit, shown, f"{there:g}" if limit == "weeks" else entered(there), unit)
