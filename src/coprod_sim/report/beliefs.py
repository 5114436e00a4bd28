"""Says in how many models a way wins or does not pay, and what those models believe that say otherwise."""

from collections.abc import Sequence

import pandas as pd

from coprod_sim.assumptions import DECLARED
from coprod_sim.charts.labels import listing
from coprod_sim.charts.words import number, small
from coprod_sim.model.measures import MEASURES
from coprod_sim.results import Comparison
from coprod_sim.results.attribution import explained_pair
from coprod_sim.results.discovery import Box, Limit
from coprod_sim.results.discovery.theories import (
    ALL_FOUR,
    Theories,
    against,
    ahead,
    beliefs,
    corner,
    theories_of,
    winners,
)
from coprod_sim.results.uncertainty import OVER

NAMED = 3
"""Beliefs that are named [beliefs]."""


def against_in_words(comparison: Comparison, way: str) -> str:
    """Say in how many of the models behind a comparison's ranges a way does not pay on the case.

    This is a headline figure: compare over `not_ruled_out` with 100 draws, and it reads "In 23 of 100
    models that fit the findings, co-production does not pay here".

    Args:
        comparison: ways on a case; the first is what the way is set beside.
        way: the name of the way.

    Returns:
        A sentence; nothing where no other models were played, or nothing else was compared.
    """
    first = comparison.engagements[0]
    if not comparison.draws or way == first.name:
        return ""
    bad, sample = against(comparison, way)
    models, title = OVER[comparison.over].models, small(sample.way)
    if not bad.any():
        return (
            f"In all {len(bad)} {models}, {title} pays here. It adds 5 in 100 or more to acceptance "
            f"among those who lose over {small(first.title)}, and the decision gets no worse."
        )
    return (
        f"In {bad.sum()} of {len(bad)} {models}, {title} does not pay here. It adds less than 5 in 100 to "
        f"acceptance among those who lose over {small(first.title)}, or the decision gets worse."
    )


def beliefs_in_words(comparison: Comparison, way: str) -> str:
    """Say what the models believe in which a way does not pay on a case, so that one may agree or not.

    Args:
        comparison: ways on a case; the first is what the way is set beside.
        way: the name of the way.

    Returns:
        Sentences; nothing where there is no such model.
    """
    bad, sample = against(comparison, way)
    return believed_in_words(beliefs(sample, bad), corner(sample, bad), "it does not pay")


def believed_in_words(table: pd.DataFrame, box: Box, what: str) -> str:
    """Say which beliefs decide whether a way pays, in the words of the schools that hold them.

    Args:
        table: what `beliefs` found.
        box: what `corner` found.
        what: what happens in the models against, such as "it does not pay".

    Returns:
        A sentence for each of the strongest beliefs, then one for the corner.
    """
    if box.cases == 0:
        return ""
    if table.empty:
        return "No one belief decides it: these models differ in many small things."
    said = [
        _belief(str(name), v["low"], v["high"], what) for name, v in table.head(NAMED).iterrows()
    ]
    return " ".join(filter(None, [*said, _corner(box, what)]))


def wins_in_words(comparison: Comparison) -> list[tuple[str, pd.DataFrame]]:
    """Count in how many of 100 models each way wins on each measure, after the first and the last decision.

    Args:
        comparison: ways on a case, with other sets of assumptions.

    Returns:
        For each of the two a heading and a table: a row for each way, a column for each measure.
    """
    theories = theories_of(comparison)
    last, models = comparison.scenario.decisions.count, OVER[comparison.over].models
    tables = []
    for decision in dict.fromkeys((1, last)):
        counts = winners(theories, decision) * 100 / len(theories.models)
        counts = counts.round().astype(int).rename(index=theories.ways)
        heading = f"After decision {decision}, share of {models} in which each way wins, in 100"
        labels = {m: MEASURES[m][0].label for m in counts}
        tables.append((heading, counts.rename(columns=labels).rename_axis("Way")))
    return tables


def decided_in_words(
    comparison: Comparison, rivals: Sequence[Sequence[str]] = ()
) -> list[tuple[str, str, str]]:
    """Say how often the way that is explained is ahead of others, and which beliefs decide it.

    Args:
        comparison: ways on a case, the baseline first, with other sets of assumptions.
        rivals: the ways it must be ahead of, one question each (the first way, then all of them).

    Returns:
        For each question a heading, the count and what decides it.
    """
    first, goal = explained_pair(comparison.engagements)
    theories, last = theories_of(comparison), comparison.scenario.decisions.count
    rest = [e.name for e in comparison.engagements if e.name != goal.name]
    told = []
    for others in rivals or ([first.name], rest)[: len(rest)]:
        for decision in dict.fromkeys((1, last)):
            sample = theories.gains(goal.name, first.name, decision)
            bad = ~ahead(theories, goal.name, others, decision=decision)
            names = listing([small(theories.ways[name]) for name in others])
            told.append((
                f"Ahead of {names} after decision {decision}",
                ahead_in_words(theories, goal.name, others, decision),
                believed_in_words(beliefs(sample, bad), corner(sample, bad), "it is not ahead"),
            ))  # fmt: skip
    told.append(
        (
            "When it does not pay",
            against_in_words(comparison, goal.name),
            beliefs_in_words(comparison, goal.name),
        )
    )
    return told


def ahead_in_words(theories: Theories, way: str, others: Sequence[str], decision: int = 0) -> str:
    """Say in how many models a way is ahead of others on all four measures.

    Args:
        theories: several ways in many models.
        way: the name of one of them.
        others: the names of those it must be ahead of.
        decision: after which decision, from 1; 0 is the last.

    Returns:
        A sentence.
    """
    count = int(ahead(theories, way, others, decision=decision).sum())
    measures = listing([small(MEASURES[m][0].label) for m in ALL_FOUR])
    return (
        f"In {count} of {len(theories.models)} {OVER[theories.over].models}, {small(theories.ways[way])} is "
        f"ahead of {listing([small(theories.ways[o]) for o in others])} on all of {measures}."
    )


def _belief(name: str, low: float, high: float, what: str) -> str:
    """Say how often it comes out so on either side of a belief."""
    about = DECLARED[name]
    rates = [f"{number(rate * 100)} in 100" for rate in (low, high)]
    if about.schools is None:
        middle = (about.least + about.most) / 2
        return (
            f"Where {small(about.label)} is below {middle:.2g}, {what} in {rates[0]} models; "
            f"where it is above, in {rates[1]}."
        )
    return (
        f'If you think: "{about.schools[0]}", then {what} in {rates[0]} models. '
        f'If you think: "{about.schools[1]}", then in {rates[1]}.'
    )


def _corner(box: Box, what: str) -> str:
    """Name the corner in which beliefs come together."""
    if len(box.limits) < 2:
        return ""
    parts = listing([_limit(limit) for limit in box.limits])
    return (
        f"Where {parts}, {what} in {number(box.density * 100)} in 100 models; that is "
        f"{number(box.coverage * 100)} in 100 of all in which {what}."
    )


def _limit(limit: Limit) -> str:
    side = "above" if limit.above else "below"
    return f"{small(DECLARED[limit.name].label)} is {side} {limit.value:.2g}"
