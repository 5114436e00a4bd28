"""The headline of the page: who ends ahead, and at what price."""

from collections.abc import Collection, Mapping

from coprod_sim.briefing.answer_said import NONE, answer_in_words
from coprod_sim.briefing.entered_limits import beyond, fitting, none_fits
from coprod_sim.briefing.extras import Limits
from coprod_sim.briefing.fitting import cut
from coprod_sim.briefing.spoken import spoken_of
from coprod_sim.charts.costs import money_of
from coprod_sim.charts.values import last
from coprod_sim.charts.verdict import best, leading, level, why_no_winner
from coprod_sim.charts.words import between, entered, small
from coprod_sim.results import Comparison
from coprod_sim.results.own_figures import waits_apart
from coprod_sim.results.uncertainty import WORTH_HAVING
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)


def headline(
    comparison: Comparison,
    recommended: str = "",
    limits: Limits | None = None,
    measure: str = "acceptance",
    *,
    whole: Mapping[str, str] = NONE,
    least: float = WORTH_HAVING,
    unmet: Collection[str] = (),
    saving: bool = False,
) -> str:
    """Say in a few sentences how the way that is spoken of ends, and only as surely as the differences allow.

    Which way that is `spoken_of` says. A way beyond the limits that were entered is named as such, and those
    that fit are listed. `whole` has the titles that say more than what ways are called; a difference below
    `least`, the smallest gain worth having, is hardly one. Where a duty to ask is likely, `unmet` are
    the ways that would probably not meet it. `saving` says that somebody entered what the decision saves.
    """
    over = beyond(comparison, limits)
    none = none_fits(over, len(comparison.engagements))
    first, *others = comparison.engagements
    spoken = spoken_of(comparison, recommended, limits, measure)
    way = spoken.name
    if not others:
        title = cut(whole.get(way, spoken.title), 90)
        return t("briefing-alone", way=title, range=_ends(comparison, way))
    if comparison.too_few:
        return why_no_winner(comparison)
    ahead = best(comparison, "acceptance") or first.name
    behind = way != ahead and spoken.title not in _level(comparison, ahead)
    answer = answer_in_words(
        comparison, spoken, {} if none else over, measure, least=least, whole=whole
    )
    paid = (
        _price(comparison, way, saving=saving) if way != first.name else ""
    )  # before other ways are named: "it" is this one
    said = [none, answer, paid, "" if none else fitting(comparison, over, unmet)]
    if behind and not recommended:
        said.append(t("said-not_first", way=_title(comparison, way)))
    return " ".join(filter(None, said))


def _level(comparison: Comparison, ahead: str) -> list[str]:
    """Give the titles of the ways that end level with the best one."""
    lead = leading(comparison, ahead)
    return level(comparison, "acceptance", "all", lead)


def _price(comparison: Comparison, top: str, *, saving: bool) -> str:
    """Say what all decisions take together: the gain, too, is that after the last of them."""
    first = comparison.engagements[0]
    count = comparison.scenario.decisions.count
    takes, theirs = (
        (entered(comparison.weeks[name] * count), money_of(comparison, name, count))
        for name in (top, first.name)
    )
    return t(
        "briefing-price", count=count, weeks=takes[0], money=takes[1], first_weeks=theirs[0],
        first_money=theirs[1], first=small(first.title), same="yes" if takes == theirs else "no",
        waits=waits_apart(comparison, top, first.name, saving=saving),
    )  # fmt: skip


def _ends(comparison: Comparison, name: str) -> str:
    row = last(comparison, "acceptance").loc[name]
    return between(float(row["low"]), float(row["high"]))


def _title(comparison: Comparison, name: str) -> str:
    return cut(next(e.title for e in comparison.engagements if e.name == name), 60)
