"""What has to be said beside the answer of a comparison: one list, which every paper of a case takes.

The same rules and the same order as in `web/src/parts/cautions.ts`.
"""

from collections.abc import Mapping

from coprod_sim.assumptions import DECLARED, outside
from coprod_sim.briefing.entered_limits import (
    beyond,
    beyond_in_words,
    late_in_words,
    none_fits,
    parts_beyond,
)
from coprod_sim.briefing.extras import Limits
from coprod_sim.charts.counted import worse_of
from coprod_sim.charts.labels import listing
from coprod_sim.charts.values import last
from coprod_sim.charts.words import MINUS, entered, number, small, staff_hours
from coprod_sim.engagement import Engagement
from coprod_sim.quantities import in_digits
from coprod_sim.report.sentences import harms, misled
from coprod_sim.results import Comparison
from coprod_sim.results.deciding import HALF
from coprod_sim.results.own_figures import far_below
from coprod_sim.scenarios import load_scenario, scenario_names
from coprod_sim.scenarios.case_questions import OPPOSED
from coprod_sim.words import ENGLISH, Words, words_in

IN_ENGLISH = words_in(ENGLISH)
WORSE = {"losers": "more_lose", "quality": "worse"}
"""By which measures a way can be worse than the first in most results, and how messages call that."""


def cautions_of(
    comparison: Comparison,
    way: Engagement,
    limits: Limits | None = None,
    recommended: str = "",
    t: Words = IN_ENGLISH,
) -> list[str]:
    """Say what a board must know beside the answer: what does not fit, who is harmed, what is not plausible.

    Args:
        comparison: what was compared.
        way: the way that the page speaks of.
        limits: what was entered.
        recommended: the name of the way that somebody recommends; nothing, if none is.
        t: the words to say it in.

    Returns:
        Sentences, the weightiest first; only those that hold.
    """
    over = beyond(comparison, limits, t)
    late = parts_beyond(over.get(recommended, []), t)
    said = (
        t("board-recommended_late", parts=late) if late else "",
        _too_long(comparison, limits, recommended, t),
        efforts_in_words(comparison, t),
        *_worse(comparison, way, t),
        *_harmed(comparison, way, t),
        _implausible(comparison, t),
    )
    return [one for one in said if one]


def _too_long(comparison: Comparison, limits: Limits | None, recommended: str, t: Words) -> str:
    """Name ways that do not fit, unless the headline says so of all, or it is the recommended one alone."""
    over, ways = beyond(comparison, limits, t), comparison.engagements
    if none_fits(over, len(ways), t):
        return ""
    late = late_in_words(comparison, limits, t)
    if set(over) == {recommended} and (not late or limits is None or limits.weeks is not None):
        return ""
    return " ".join(filter(None, (late, beyond_in_words(over, ways, t))))


def efforts_in_words(comparison: Comparison, t: Words = IN_ENGLISH) -> str:
    """Say of hours and weeks that were entered what they change, and ask of those that are far too few.

    Args:
        comparison: what was compared, with what was entered.
        t: the words to say it in.

    Returns:
        Sentences; nothing where nothing was entered.
    """
    given = {way: comparison.own.efforts.get(way.name) for way in comparison.engagements}
    ways = [small(way.title) for way, mine in given.items() if mine]
    if not ways:
        return ""
    only = t("board-efforts-only", ways=listing(ways), count=len(ways))
    low = (_low_in_words(way, mine or {}, t) for way, mine in given.items())
    return " ".join(filter(None, (only, *low)))


def _low_in_words(way: Engagement, given: Mapping[str, float], t: Words) -> str:
    """Ask whether a way can be done with what was entered, where that is far less than its dials come to."""
    parts = [
        t(
            f"board-efforts-low_{name}", amount=given[name], own=entered(given[name]),
            usual=staff_hours(usual) if name == "staff_hours" else entered(usual),
        )
        for name, usual in far_below(given, way).items()
    ]  # fmt: skip
    return t("board-efforts-low", parts=listing(parts), way=small(way.title)) if parts else ""


def _worse(comparison: Comparison, way: Engagement, t: Words) -> tuple[str, ...]:
    """Warn where more people lose than by the first way in most results, or the decision is worse in most."""
    first = comparison.engagements[0]
    if way is first or comparison.too_few:
        return ()
    often = {name: worse_of(comparison, way.name, name) for name in WORSE}
    lose = last(comparison, "losers")["mean"]
    return tuple(
        t(
            f"board-care-{said}", way=small(way.title), first=small(first.title),
            share=number(100.0 * often[name]), mean=number(lose[way.name]),
            first_mean=number(lose[first.name]),
        )
        for name, said in WORSE.items()
        if often[name] > HALF
    )  # fmt: skip


def _harmed(comparison: Comparison, way: Engagement, t: Words) -> tuple[str, ...]:
    """Warn where the decision leaves people worse off, and where more say yes to what does not serve them."""
    first = comparison.engagements[0]
    if comparison.too_few:
        return ()
    worse = t("board-care-harms", way=small(way.title)) if harms(comparison, way.name) else ""
    blind = way is not first and misled(comparison, way.name)
    return (
        worse,
        t("board-care-misled", way=small(way.title), first=small(first.title)) if blind else "",
    )


def _implausible(comparison: Comparison, t: Words) -> str:
    """Name the numbers that lie outside what is plausible; those of a case of the library are meant so."""
    case = comparison.scenario
    meant = load_scenario(case.name).assumptions if case.name in scenario_names() else {}
    found = {n: v for n, v in outside(case.assumptions).items() if meant.get(n) != v}
    told = [
        t("board-care-outside_one", label=small(about.label), value=_digits(value),
          least=_digits(about.least), most=_digits(about.most))
        for name, value in found.items()
        for about in [DECLARED[name]]
    ]  # fmt: skip
    who = "case" if found.items() <= OPPOSED.items() else "other"
    return t("board-care-outside", count=len(told), which="; ".join(told), who=who) if told else ""


def _digits(value: float) -> str:
    return in_digits(value).replace("-", MINUS)
