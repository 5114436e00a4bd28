"""Where the way that is spoken of has no clear lead: whether another has one, or does as well for far less.

The same rule as in `web/src/parts/clearer.ts`.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from coprod_sim.briefing.answer_said import NONE
from coprod_sim.briefing.unmet import unmet_said
from coprod_sim.charts.costs import money_of, spending
from coprod_sim.charts.values import against_first
from coprod_sim.charts.verdict import BETTER, apart_from_first, times_of
from coprod_sim.charts.words import small
from coprod_sim.engagement import Engagement
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.results.deciding import NEAR
from coprod_sim.results.own_figures import waits_apart
from coprod_sim.results.uncertainty import WORTH_HAVING
from coprod_sim.words import ENGLISH, Words, words_in

FAR = 0.75
"""At most this part of the money of the other is far cheaper."""
IN_ENGLISH = words_in(ENGLISH)


class Clearer(NamedTuple):
    """A way, and whether it has a clear lead over the first; else it is about level, for far less."""

    way: Engagement
    kind: str


def clearer_of(
    comparison: Comparison,
    spoken: Engagement,
    over: Collection[str],
    measure: str = "acceptance",
    least: float = WORTH_HAVING,
) -> Clearer | None:
    """Find the way that a headline must name beside the one it speaks of.

    Args:
        comparison: what was compared.
        spoken: the way the headline speaks of.
        over: the names of the ways that go beyond what was entered.
        measure: what is looked at.
        least: the smallest gain worth having [share]; a smaller lead is no clear one.

    Returns:
        Of the others that fit, the best with a clear lead over the first; else the best that does about as
        well on average as `spoken` and is far cheaper; nothing where `spoken` has a clear lead itself.
    """
    first, better = comparison.engagements[0], BETTER.get(MEASURES[measure][0].better)
    if spoken is first or better is None or comparison.too_few:
        return None
    rows = against_first(comparison, measure)
    sides = {str(n): apart_from_first(comparison, str(n), measure, least)[0] for n in rows.index}
    if sides[spoken.name] == better:
        return None
    gain = times_of(measure) * rows["mean"]
    others = [w for w in comparison.engagements[1:] if w is not spoken and w.name not in over]
    others.sort(key=lambda way: -gain[way.name])
    if clear := [way for way in others if sides[way.name] == better]:
        return Clearer(clear[0], "clear")
    money = spending(comparison)["money"]["mean"]
    lower = BETTER["low" if better == "more" else "high"]
    for way in others:
        level = gain[way.name] > gain[spoken.name] - NEAR
        worse = sides[way.name] in (lower, f"mostly_{lower}")
        if level and not worse and money[way.name] <= FAR * money[spoken.name]:
            return Clearer(way, "level")
    return None


def clearer_in_words(
    comparison: Comparison,
    spoken: Engagement,
    over: Collection[str],
    measure: str = "acceptance",
    *,
    whole: Mapping[str, str] = NONE,
    t: Words = IN_ENGLISH,
    least: float = WORTH_HAVING,
    unmet: Collection[str] = (),
    saving: bool = False,
) -> str:
    """Say which way that is, and that it costs less where it does; nothing where there is none.

    Args:
        comparison: what was compared.
        spoken: the way the headline speaks of.
        over: the names of the ways that go beyond what was entered.
        measure: what is looked at.
        whole: titles, by the names of ways, that say more than what they are called.
        t: the words to say it in.
        least: the smallest gain worth having [share].
        unmet: the names of the ways that would probably not meet a likely duty to ask.
        saving: whether somebody entered what the decision saves a year, once it is taken.

    Returns:
        Sentences.
    """
    if (found := clearer_of(comparison, spoken, over, measure, least)) is None:
        return ""
    count = comparison.scenario.decisions.count
    money, other = (money_of(comparison, way.name, count) for way in (found.way, spoken))
    less = money != other and _costs_less(comparison, found.way, spoken)
    return t(
        "board-clearer", kind=found.kind, spoken=small(spoken.title), money=money, other=other,
        way=whole.get(found.way.name, found.way.title), cheaper="yes" if less else "no",
        apart=_apart(comparison, found.way, measure, least, t),
        duty=unmet_said([found.way], unmet, t, named=True), span=_span(count, t),
        waits=waits_apart(comparison, found.way.name, spoken.name, saving=saving),
    )  # fmt: skip


def _span(count: int, t: Words) -> str:
    return t("board-one-decision" if count == 1 else "board-all-decisions", count=count)


def _apart(comparison: Comparison, way: Engagement, measure: str, least: float, t: Words) -> str:
    """Say how far a way is apart from the first."""
    side, figures = apart_from_first(comparison, way.name, measure, least)
    return t(f"board-besides-{side}", first=small(comparison.engagements[0].title), **figures)


def _costs_less(comparison: Comparison, one: Engagement, other: Engagement) -> bool:
    means = spending(comparison)["money"]["mean"]
    return bool(means[one.name] < means[other.name])
