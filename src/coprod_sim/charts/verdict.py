"""Says which engagement ends best, and only as clearly as the paired differences allow."""

import pandas as pd

from coprod_sim.charts.values import PARTS, against_first, series, titles
from coprod_sim.charts.words import difference, unit_of
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.results.deciding import LEADS, NOBODY, OPEN, best_way, lead, side
from coprod_sim.results.streaming import Streamed
from coprod_sim.results.uncertainty import OVER
from coprod_sim.words import ENGLISH, words_in


def best(comparison: Comparison, measure: str, group: str = "all") -> str | None:
    """Name the engagement with the best mean, or nobody where there is nothing to measure."""
    means = series(comparison, measure, group)[:, -1, PARTS.index("mean")]
    place = best_way(means, float(MEASURES[measure][0].better == "low"))
    return None if place == NOBODY else comparison.engagements[int(place)].name


def leading(comparison: Comparison, top: str, rest: pd.DataFrame) -> str:
    """Say whether the best one's lead is clear: one of `LEADS`; `rest` are the differences to the first."""
    place = [e.name for e in comparison.engagements].index(top)
    return LEADS[int(lead(float(place), rest["low"].to_numpy(), rest["high"].to_numpy()))]


def why_no_winner(played: Comparison | Streamed) -> str:
    """Say that so few towns, or models, are too few to name a winner; nothing where they are enough."""
    t, models = words_in(ENGLISH), OVER[played.over].models
    towns = t("figure-few_towns", runs=played.runs) if played.few_towns else ""
    sets = t("figure-few_sets", sets=played.draws, models=models) if played.few_sets else ""
    return f"{towns} {sets}".strip()


def clear(comparison: Comparison, low: float, high: float) -> bool:
    """Say whether a whole range lies on one side of zero, and comes from enough to count on."""
    return side(low, high) != OPEN and not comparison.too_few


def verdict(comparison: Comparison, measure: str, group: str = "all") -> str:
    """Say in a sentence who ends best and by how much, measured against the first engagement."""
    top, named, t = best(comparison, measure, group), titles(comparison), words_in(ENGLISH)
    if top is None or len(named) == 1:
        return ""
    if comparison.too_few:
        return why_no_winner(comparison)
    low = MEASURES[measure][0].better == "low"
    first, rest = comparison.engagements[0], against_first(comparison, measure, group)
    apart = ""
    if top != first.name:
        low_end, high_end = rest.loc[top, ["low", "high"]]
        apart = difference(low_end, high_end, unit_of(MEASURES[measure][0]))
    return t(
        "said-ends", lead=leading(comparison, top, rest), way=named[top], first=first.title,
        best=t("said-lowest") if low else t("said-highest"), apart=apart,
    )  # fmt: skip
