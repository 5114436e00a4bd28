"""Says which engagement ends best, and only as clearly as the paired differences allow."""

import numpy as np

from coprod_sim.charts.labels import listing
from coprod_sim.charts.values import PARTS, against_first, gains_of, last, series, titles
from coprod_sim.charts.words import difference, end_said, ends_apart, number, unit_of
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.results.ahead import lean_of, share_of
from coprod_sim.results.deciding import (
    HALF,
    LEADS,
    LESS,
    MORE,
    NOBODY,
    OPEN,
    best_way,
    lead,
    side,
)
from coprod_sim.results.streaming import Streamed
from coprod_sim.results.uncertainty import LUCK, OVER, WORTH_HAVING
from coprod_sim.words import ENGLISH, words_in

CLEAR = ("first_clear", "other_clear", "other_clear_little")
"""Leads that the paired differences bear out."""

SIDES = {
    MORE: "more", LESS: "less", OPEN: "open", MORE / 2.0: "mostly_more", LESS / 2.0: "mostly_less",
}  # fmt: skip
"""How messages name the sides of zero on which a difference lies, or leans."""
HARDLY = "hardly"
"""How messages name a difference nearly all of which is smaller than the smallest gain worth having."""
LITTLE = "little"
"""How messages name a gain that is less than that in most results: never called better."""
BETTER = {"high": "more", "low": "less"}
"""On which side of zero a way does better, by what is better of a measure; on neither for the others."""
LEANS = {
    HARDLY: "other_hardly", LITTLE: "other_little",
    "mostly_more": "other_mostly", "mostly_less": "other_mostly_less",
}  # fmt: skip
"""What an open lead of another way than the first is, by what `side_of` gives."""


def best(comparison: Comparison, measure: str, group: str = "all") -> str | None:
    """Name the engagement with the best mean, or nobody where there is nothing to measure."""
    means = series(comparison, measure, group)[:, -1, PARTS.index("mean")]
    place = best_way(means, float(MEASURES[measure][0].better == "low"))
    return None if place == NOBODY else comparison.engagements[int(place)].name


def leading(
    comparison: Comparison, top: str, measure: str = "acceptance", group: str = "all"
) -> str:
    """Say whether the best one's lead is clear: one of `LEADS`.

    One of another way than the first that mostly gains too little is `other_clear_little` where it is clear;
    an open one is one of `LEANS` where the board says more of it than that.
    """
    rest = against_first(comparison, measure, group)
    place = [e.name for e in comparison.engagements].index(top)
    found = LEADS[int(lead(float(place), rest["low"].to_numpy(), rest["high"].to_numpy()))]
    if not found.startswith("other"):
        return found
    low, high = rest.loc[top, ["low", "high"]]
    at = side_of(low, high, gains_of(comparison, top, measure, group), measure)
    if found == "other_clear":
        return "other_clear_little" if at == LITTLE else found
    return LEANS.get(at, found)


def why_no_winner(played: Comparison | Streamed) -> str:
    """Say that so few towns, or models, are too few to name a winner; nothing where they are enough."""
    t, models = words_in(ENGLISH), OVER[played.over].models
    towns = t("figure-few_towns", runs=played.runs) if played.few_towns else ""
    sets = t("figure-few_sets", sets=played.draws, models=models) if played.few_sets else ""
    return f"{towns} {sets}".strip()


def clear(comparison: Comparison, low: float, high: float) -> bool:
    """Say whether a whole range lies on one side of zero, and comes from enough to count on."""
    return side(low, high) != OPEN and not comparison.too_few


def level(comparison: Comparison, measure: str, group: str, lead: str) -> list[str]:
    """Name the ways that end level with the best one, as far as can be seen, and that one.

    Those are the ways that show the same number, and those that show the same range.

    Args:
        comparison: what was played.
        measure: what is looked at.
        group: whose it is.
        lead: how sure the lead of the best one is, as `leading` says.

    Returns:
        Their titles, in their order; nothing where no other ends level.
    """
    top = best(comparison, measure, group)
    if top is None or lead in CLEAR:
        return []
    ends = last(comparison, measure, group)
    shown = ends[["mean", "low", "high"]].map(number)
    same = shown == shown.loc[top]
    found = [titles(comparison)[k] for k in ends.index[same["mean"] | same["low"] & same["high"]]]
    return found if len(found) > 1 else []


def verdict(comparison: Comparison, measure: str, group: str = "all") -> str:
    """Say in a sentence who ends best and by how much, and if so, that this is over luck alone."""
    said = _verdict(comparison, measure, group)
    if not said or comparison.too_few or comparison.over != LUCK:
        return said
    return words_in(ENGLISH)("said-luck_alone", said=said)


def _verdict(comparison: Comparison, measure: str, group: str) -> str:
    """Say who ends best, measured against the first engagement."""
    top, named, t = best(comparison, measure, group), titles(comparison), words_in(ENGLISH)
    if top is None or len(named) == 1:
        return ""
    if comparison.too_few:
        return why_no_winner(comparison)
    low = MEASURES[measure][0].better == "low"
    first, rest = comparison.engagements[0], against_first(comparison, measure, group)
    lead = leading(comparison, top, measure, group)
    best_said = t("said-lowest") if low else t("said-highest")
    if ways := level(comparison, measure, group, lead):
        whole = "yes" if len(ways) == len(named) else "no"
        return t("said-level", ways=listing(ways), whole=whole, best=best_said)
    apart = ""
    if top != first.name:
        low_end, high_end = rest.loc[top, ["low", "high"]]
        apart = difference(low_end, high_end, unit_of(MEASURES[measure][0]))
    return t(
        "said-ends", lead=lead, way=named[top], first=first.title,
        best=best_said, apart=apart,
    )  # fmt: skip


def is_small(low: float, high: float, least: float = WORTH_HAVING) -> bool:
    """Say whether nearly all results, 9 in 10, differ by less than the smallest gain worth having.

    Args:
        low: the low end of the difference [points of 100]; missing (nan) where there is nobody.
        high: its high end.
        least: the smallest gain worth having [share].

    Returns:
        Whether the whole range lies nearer to zero.
    """
    return low > -100.0 * least and high < 100.0 * least


def side_of(
    low: float, high: float, gains: np.ndarray, measure: str, least: float = WORTH_HAVING
) -> str:
    """Say on which side of the first a way ends, as `sideOf` in `web/src/board/saying.ts` does.

    No way is better of which most results gain less than is worth having, or lose.

    Args:
        low: the low end of the difference to the first [points of 100].
        high: its high end.
        gains: the difference in every run that the range is over [share], as `gains_of` gives them.
        measure: what is looked at.
        least: the smallest gain worth having [share].

    Returns:
        A name of `SIDES`; `HARDLY` where the difference is too small to be called better or worse, `LITTLE`
        where it lies on the better side but most results gain too little.
    """
    better = BETTER.get(MEASURES[measure][0].better)
    if better and is_small(low, high, least):
        return HARDLY
    at = SIDES[lean_of(low, high, gains)]
    few = share_of(gains, times_of(measure), least) < HALF
    return LITTLE if better and few and at in (better, f"mostly_{better}") else at


def times_of(measure: str) -> float:
    """Give 1 where more of a measure is better, or neither is; -1 where less is."""
    return -1.0 if MEASURES[measure][0].better == "low" else 1.0


def apart_from_first(
    comparison: Comparison, name: str, measure: str, least: float = WORTH_HAVING
) -> tuple[str, dict[str, str]]:
    """Say on which side of the first a way ends, and how far; else how much more and how much less it may be.

    Args:
        comparison: what was compared.
        name: the way, which is not the first.
        measure: what is looked at.
        least: the smallest gain worth having [share].

    Returns:
        What `side_of` gives, and the figures by the names that messages have for them.
    """
    low, high = against_first(comparison, measure).loc[name, ["low", "high"]]
    gains = gains_of(comparison, name, measure)
    at, clear = side_of(low, high, gains, measure, least), whole_side(low, high)
    range_ = ends_apart(*((-high, -low) if clear == "less" else (low, high)))
    less, more = (end_said(max(end, 0.0) if clear == "open" else abs(end)) for end in (-low, high))
    nothing = (less == "0", more == "0")
    none = {(True, True): "both", (True, False): "less", (False, True): "more"}.get(nothing, "no")
    none = {"more": "above", "less": "below"}.get(clear, none)
    return at, {"clear": clear, "range": range_, "more": more, "less": less, "none": none}


def whole_side(low: float, high: float) -> str:
    """Say on which side of zero a whole difference lies as it is written, as `wholeOf` in the browser does.

    Args:
        low: the low end of the difference [points of 100].
        high: its high end.

    Returns:
        "more", "less", or "open".
    """
    if high > low > 0 and end_said(low) != "0":
        return "more"
    return "less" if low < high < 0 and end_said(high) != "0" else "open"
