"""Counts results and models over the set that the range beside them is over, and says what most come to."""

from coprod_sim.charts.values import gains_of
from coprod_sim.charts.verdict import BETTER, LITTLE, apart_from_first, times_of
from coprod_sim.charts.words import entered, number, unit_of
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.results.ahead import sets_below, share_of
from coprod_sim.results.uncertainty import LUCK, OVER, WORTH_HAVING
from coprod_sim.words import ENGLISH, Words, words_in

IN_ENGLISH = words_in(ENGLISH)
AT_ALL = 1e-9
"""A difference above this is one [share]."""
NEAR_TOP = 0.75
"""From this share of models that gain less on, the usual model lies near the top (assumption)."""


def enough_of(
    comparison: Comparison,
    name: str,
    measure: str,
    least: float = WORTH_HAVING,
    *,
    decision: int = -1,
    base: str = "",
) -> float:
    """Give the share of results in which a way gains enough, as `aheadOf` and `aheadOfOther` do.

    Args:
        comparison: what was compared.
        name: the way, which is not the first.
        measure: what is looked at.
        least: the smallest gain worth having [share].
        decision: after which, counted from 0; -1 is the last.
        base: the name of the way over which; the first, if none is given.

    Returns:
        From 0 to 1, over the set that the range is over; nan where nobody is measured.
    """
    gains = gains_of(comparison, name, measure, decision=decision, base=base)
    return share_of(gains, times_of(measure), least)


def worse_of(comparison: Comparison, name: str, measure: str, *, decision: int = -1) -> float:
    """Give the share of results in which a way ends worse than the first, as `worseOf` does.

    Args:
        comparison: what was compared.
        name: the way, which is not the first.
        measure: what is looked at, of which more or less is better.
        decision: after which, counted from 0; -1 is the last.

    Returns:
        From 0 to 1, over the set that the range is over; nan where nobody is measured.
    """
    gains = gains_of(comparison, name, measure, decision=decision)
    return share_of(gains, -times_of(measure), AT_ALL)


def usual_above(comparison: Comparison, name: str, measure: str, *, decision: int = -1) -> float:
    """Give the share of other models in which a way gains less over the first than in the usual model.

    Args:
        comparison: what was compared.
        name: the way, which is not the first.
        measure: what is looked at.
        decision: after which, counted from 0; -1 is the last.

    Returns:
        From 0 to 1; nan over luck alone, and where nobody is measured.
    """
    if comparison.over == LUCK:
        return float("nan")
    after = decision % comparison.scenario.decisions.count + 1
    usual = float(comparison.differences.loc[(name, after, "all", measure), "mean"])
    gains = gains_of(comparison, name, measure, decision=decision)
    return sets_below(usual, times_of(measure), gains)


def little_in_words(
    comparison: Comparison,
    name: str,
    measure: str,
    least: float = WORTH_HAVING,
    t: Words = IN_ENGLISH,
) -> str:
    """Say of a way that mostly gains too little in how many results, as `littleSaid` does; else nothing.

    Args:
        comparison: what was compared.
        name: the way, which is not the first.
        measure: what is looked at.
        least: the smallest gain worth having [share].
        t: the words to say it in.

    Returns:
        A sentence.
    """
    side, figures = apart_from_first(comparison, name, measure, least)
    if side != LITTLE:
        return ""
    about = MEASURES[measure][0]
    short = number(100.0 * (1.0 - enough_of(comparison, name, measure, least)))
    loses = "no" if figures["clear"] == BETTER[about.better] else "yes"
    return t(
        "board-answer-few", better=about.better, share=short, least=entered(100.0 * least),
        unit=unit_of(about), loses=loses,
    )  # fmt: skip


def usual_in_words(comparison: Comparison, name: str, measure: str, t: Words = IN_ENGLISH) -> str:
    """Say where the usual model lies among those that the range beside it is over, as `usualSaid` does.

    Args:
        comparison: what was compared.
        name: the way; of the first nothing is said.
        measure: what is looked at.
        t: the words to say it in.

    Returns:
        A sentence; nothing over luck alone, and for a measure of which neither more nor less is better.
    """
    first = comparison.engagements[0].name
    if name == first or MEASURES[measure][0].better == "neither" or comparison.too_few:
        return ""
    share = usual_above(comparison, name, measure)
    if not share >= 0.0:
        return ""
    place = "top" if share >= NEAR_TOP else "bottom" if share <= 1.0 - NEAR_TOP else "middle"
    return t(
        "board-usual", place=place, share=number(100.0 * share), over=comparison.over,
        models=OVER[comparison.over].models,
    )  # fmt: skip
