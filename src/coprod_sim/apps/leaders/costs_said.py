"""What a page for a board says of costs: what was entered, what is left out, and what looks wrong."""

from coprod_sim.apps.leaders.delay import decisions_of
from coprod_sim.board.besides import A_DAY, BESIDES, JURY, OPEN, SEATED
from coprod_sim.board.dated import (
    at_odds,
    counted_day,
    day_in_words,
    decisions_entered,
    months_entered,
    until_the_day,
)
from coprod_sim.board.shown import limits_of
from coprod_sim.board.view import View
from coprod_sim.charts.costs import money_of, spending
from coprod_sim.charts.labels import listing
from coprod_sim.charts.values import last
from coprod_sim.charts.words import duration, entered, price, small
from coprod_sim.engagement import Engagement
from coprod_sim.results import Comparison
from coprod_sim.results.own_figures import entered_of
from coprod_sim.scenarios.described import OWN
from coprod_sim.scenarios.scenario import WEEKS_A_MONTH
from coprod_sim.words import words_in

FITTING = (0.9, 2.1)
"""So much less than the months in public, or so much more, and the weeks hardly fit to them: as long again
may go into getting ready."""


def besides_in_words(found: Comparison, view: View) -> str:
    """List what was entered besides hours, and what of it nobody entered, as the page in the browser does.

    Args:
        found: what was compared.
        view: the view it comes from.

    Returns:
        Sentences.
    """
    t, currency, told = words_in(view.language), found.scenario.money.currency, []
    left: dict[str, list[str]] = {}
    named = _besides_named(view)
    for way in found.engagements:
        mine, title = view.besides.get(way.name, {}), small(way.title)
        costs = [f"{named[n]} {price(mine[n], currency)}" for n in BESIDES if n in mine]
        if costs:
            told.append(t("leaders-page-takes_besides_way", way=title, costs=listing(costs)))
        asked = [n for n in BESIDES if n not in mine and (way.seats or n not in SEATED)]
        what = listing([named[n] for n in asked]) if asked else ""
        left.setdefault(what, []).append(title)
    entered = [t("leaders-page-takes_besides", parts="; ".join(told))] if told else []
    without = [
        t("board-besides_without" if what else "board-besides_all", way=listing(ways), what=what)
        for what, ways in left.items()
    ]
    return " ".join([*entered, *without])


def _besides_named(view: View) -> dict[str, str]:
    """Name each cost besides hours; what is paid by the hour is in the sum already."""
    t, paid = words_in(view.language), "yes" if view.money.get("citizen_hour") else "no"
    return {name: t(f"board-besides_short-{name}", paid=paid) for name in BESIDES}


def below_in_words(found: Comparison, view: View, way: Engagement) -> str:
    """Warn where a way with seats costs less than the same kind of work has cost; else nothing.

    Whoever gives a day or more does the work of a citizens' jury; less is that of an open consultation.

    Args:
        found: what was compared.
        view: the view it comes from.
        way: the way.

    Returns:
        A sentence.
    """
    paid, took = found.scenario.money.currency, last(found, "took_part").loc[way.name, "high"]
    jury = found.efforts[way.name].hours_each >= A_DAY
    published = JURY if jury else OPEN
    if paid != published.currency or not way.seats or round(took) == 0:
        return ""
    if spending(found)["money"].loc[way.name, "high"] >= published.low:
        return ""
    ends = {end: price(getattr(published, end), paid) for end in ("low", "high")}
    return words_in(view.language)(
        "board-besides_below", entered=entered_of(found, way.name), way=small(way.title),
        large=way.title, sum=money_of(found, way.name), kind="jury" if jury else "open",
        series="yes" if decisions_of(found, view) > 1 else "no", **ends,
    )  # fmt: skip


def dates_in_words(view: View) -> str:
    """Say that the weeks entered are not those until the day entered, and which of them count; else nothing.

    Args:
        view: the view.

    Returns:
        A sentence.
    """
    if (both := at_odds(view)) is None:
        return ""
    weeks, dated = both
    by_when = str(view.own["by_when"]).strip()
    return words_in(view.language)(
        "board-weeks-dated", by_when=by_when, dated=until_the_day(view), each=dated,
        count=decisions_entered(view), weeks=weeks,
    )  # fmt: skip


def counted_in_words(view: View) -> str:
    """Say which day the weeks are counted until, where it was not written as a whole date; else nothing.

    Args:
        view: the view.

    Returns:
        A sentence.
    """
    if (found := counted_day(view)) is None:
        return ""
    by_when, earliest = str(view.own["by_when"]).strip(), "yes" if found.earliest else "no"
    t = words_in(view.language)
    return t("board-weeks-counted", by_when=by_when, day=day_in_words(found.day), earliest=earliest)


def months_in_words(found: Comparison, view: View) -> str:
    """Set the months entered for one's own case against the weeks there are, or what its ways take.

    Args:
        found: what was compared.
        view: the view it comes from.

    Returns:
        Sentences; nothing where weeks and months fit, or nothing of them was entered.
    """
    months, limits = months_entered(view), limits_of(view)
    if months is None:
        return "" if limits.weeks is not None or view.case != OWN else _undated(view)
    weeks, (least, most) = months * WEEKS_A_MONTH, FITTING
    if limits.weeks is None:
        return _of_months(found, view, months, int(weeks + 0.5))
    if least * weeks <= limits.weeks <= most * weeks:
        return ""
    t, whose = words_in(view.language), "date" if limits.dated else "yours"
    return t(
        "board-weeks-months", months=months, weeks=int(weeks + 0.5), there=limits.weeks, whose=whose,
        count=limits.decisions,
    )  # fmt: skip


def _of_months(found: Comparison, view: View, months: float, weeks: int) -> str:
    """Say what weeks the months come to where no others were entered, and which ways take longer."""
    t, named = words_in(view.language), {way.name: small(way.title) for way in found.engagements}
    said = t("board-weeks-of_months", months=duration(months), weeks=weeks)
    late = {name: takes for name, takes in found.weeks.items() if takes > weeks}
    if not late:
        return said
    most = FITTING[1] * months * WEEKS_A_MONTH
    near, far = (
        [
            t("board-weeks-way", way=named[name], weeks=entered(takes))
            for name, takes in late.items()
            if (takes > most) is long
        ]
        for long in (False, True)
    )
    beyond = t(
        "board-weeks-beyond_months", weeks=weeks, near_count=len(near), near=listing(near),
        far_count=len(far), far=listing(far),
    )  # fmt: skip
    return f"{said} {beyond}"


def _undated(view: View) -> str:
    """Say that nobody entered weeks until a day that cannot be read as a date; else nothing."""
    by_when = str(view.own.get("by_when") or "").strip()
    return words_in(view.language)("board-weeks-undated", by_when=by_when) if by_when else ""
