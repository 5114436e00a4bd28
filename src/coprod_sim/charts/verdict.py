"""Says which engagement ends best, and only as clearly as the paired differences allow."""

import math

import numpy as np

from coprod_sim.charts.values import PARTS, against_first, series, titles
from coprod_sim.charts.words import difference, is_clear, unit_of
from coprod_sim.results import MEASURES, Comparison


def best(comparison: Comparison, measure: str, group: str = "all") -> str | None:
    """Name the engagement with the best mean, or nobody where there is nothing to measure."""
    means = series(comparison, measure, group)[:, -1, PARTS.index("mean")]
    if np.isnan(means).all():
        return None
    place = np.nanargmin if MEASURES[measure][0].better == "low" else np.nanargmax
    return comparison.engagements[place(means)].name


def verdict(comparison: Comparison, measure: str, group: str = "all") -> str:
    """Say in a sentence who ends best and by how much, measured against the first engagement."""
    top, named = best(comparison, measure, group), titles(comparison)
    if top is None or len(named) == 1:
        return ""
    word = "lowest" if MEASURES[measure][0].better == "low" else "highest"
    first = comparison.engagements[0]
    rest = against_first(comparison, measure, group)
    if top == first.name:
        sure = all(is_clear(low, high) for low, high in zip(rest["low"], rest["high"], strict=True))
        return f"{first.title} ends {word}{'' if sure else ', but not clearly so'}."
    low, high = (float(rest.loc[top, end]) for end in ("low", "high"))
    if not is_clear(low, high) or math.isnan(low):
        return f"{named[top]} ends {word}, but its lead over {first.title} may be zero."
    unit = unit_of(MEASURES[measure][0])
    return f"{named[top]} ends {word}: {difference(low, high, unit)} than {first.title}."
