"""In how many models a way wins or gains too little, and what those models believe that say otherwise."""

from collections.abc import Collection, Sequence

import pandas as pd

from coprod_sim.assumptions import DECLARED, RESTS, Assumption
from coprod_sim.charts.labels import listing
from coprod_sim.charts.words import entered, number, small
from coprod_sim.errors import InputError
from coprod_sim.model.measures import MEASURES
from coprod_sim.papers import gives_size, named_in
from coprod_sim.results import Comparison
from coprod_sim.results.attribution import explained_pair
from coprod_sim.results.discovery import Box, Limit
from coprod_sim.results.discovery.theories import (
    ALL_FOUR,
    RIVAL,
    TOO_CLOSE,
    Theories,
    against,
    beliefs,
    corner,
    theories_of,
    winners,
    wins_over,
)
from coprod_sim.results.uncertainty import FEWEST_SETS, NOT_RULED_OUT, OVER, WORTH_HAVING
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)
NAMED = 3
"""Beliefs that are named [beliefs]."""


def against_in_words(
    comparison: Comparison, way: str, base: str = "", *, least: float = WORTH_HAVING
) -> str:
    """Say in how many of the models behind a comparison's ranges a way gains too little on the case.

    This is a headline figure: compare over `not_ruled_out` with 100 draws, and it reads "In 23 of 100
    models that fit the findings, co-production does not gain enough here".

    Args:
        comparison: ways on a case.
        way: the name of the way.
        base: the name of what it is set beside (the first of those compared).
        least: the smallest gain worth having [share].

    Returns:
        A sentence; nothing where no other models were played, or nothing else was compared.
    """
    titles = {e.name: e for e in comparison.engagements}
    first = titles[base] if base else comparison.engagements[0]
    if not comparison.draws or way == first.name:
        return ""
    bad, sample = against(comparison, way, first.name, at_least=least)
    rival = "" if RIVAL in titles or way == RIVAL else t("found-against-rival")
    models, title = OVER[comparison.over].models, small(sample.way)
    said = t(
        "found-against", bad=int(bad.sum()), all=len(bad), models=models, way=title,
        first=small(first.title), least=entered(100.0 * least),
    )  # fmt: skip
    caution = t("found-both-caution") if comparison.over == NOT_RULED_OUT else ""
    return " ".join(filter(None, (said, caution, rival)))


def both_against_in_words(
    fitting: Comparison, wide: Comparison, way: str, least: float = WORTH_HAVING,
    unmet: Collection[str] = (),
) -> str:  # fmt: skip
    """Say in how many models that fit the findings, and in how many plausible ones, a way gains too little.

    The counts stand side by side, with what either set is: models that fit were chosen by findings that speak
    for a shared decision.

    Args:
        fitting: ways on a case, the baseline first, over the models that fit the findings.
        wide: the same ways, over plausible models.
        way: the name of the way.
        least: the smallest gain worth having [share].
        unmet: the names of the ways that would probably not meet a likely duty to ask.

    Returns:
        Sentences: beside every other way, what too little means, why the counts differ, and what is left out.
    """
    title = next(small(e.title) for e in fitting.engagements if e.name == way)
    beside: dict[tuple[int, ...], list[str]] = {}  # ways beside which the counts are the same
    for other in fitting.engagements:
        if other.name != way:
            barred = other.name == RIVAL and other.name in unmet
            key = "found-both-over_unmet" if barred else "found-both-over"
            over = t(key, way=small(other.title))
            beside.setdefault(_counted((fitting, wide), way, other.name, least), []).append(over)
    said = [
        _both("found-both-more" if place else "found-both", title, listing(ways), *counts)
        for place, (counts, ways) in enumerate(beside.items())
    ]
    meant = (
        t("found-both-caution"),
        t("found-both-meant", least=entered(100.0 * least)),
        t("found-both-why"),
        t("study-models_money"),
    )
    return " ".join([*said, *meant])


def _counted(
    both: tuple[Comparison, Comparison], way: str, beside: str, least: float
) -> tuple[int, ...]:
    """Count the models in which it gains too little, and all, of both sets."""
    sets = [against(found, way, beside, at_least=least)[0] for found in both]
    return tuple(count for bad in sets for count in (int(bad.sum()), len(bad)))


def _both(key: str, title: str, over: str, *counts: int) -> str:
    bad, all_, wide, others = counts
    fit, plausible = (
        t("found-both-share", share="all" if some == whole else "some", bad=some, all=whole)
        for some, whole in ((bad, all_), (wide, others))
    )
    whole = "yes" if (bad, wide) == (all_, others) else "no"
    return t(
        key, fit=fit, plausible=plausible, whole=whole, way=title, over=over,
    )  # fmt: skip


def beliefs_in_words(
    comparison: Comparison, way: str, base: str = "", *, least: float = WORTH_HAVING
) -> str:
    """Say what the models believe in which a way gains too little on a case, so that one may agree or not.

    Args:
        comparison: ways on a case.
        way: the name of the way.
        base: the name of what it is set beside (the first of those compared).
        least: the smallest gain worth having [share].

    Returns:
        Sentences; nothing where there is no such model.
    """
    bad, sample = against(comparison, way, base, at_least=least)
    return believed_in_words(beliefs(sample, bad), corner(sample, bad), "not_pay", len(bad))


def believed_in_words(table: pd.DataFrame, box: Box, what: str, models: int) -> str:
    """Say which beliefs decide whether a way gains enough, in the words of the schools that hold them.

    Args:
        table: what `beliefs` found.
        box: what `corner` found.
        what: what happens in the models against: the way gains too little (`not_pay`) or does `not_win`.
        models: how many models there are; few can hide a belief that matters.

    Returns:
        A sentence for each of the strongest beliefs, then one for the corner.
    """
    if box.cases == 0:
        return ""
    if table.empty:
        return t("found-belief-none", models=models)
    said = [
        _belief(str(name), v["low"], v["high"], what) for name, v in table.head(NAMED).iterrows()
    ]
    return " ".join(filter(None, [*said, _corner(box, what)]))


def wins_in_words(theories: Theories) -> list[tuple[str, pd.DataFrame]]:
    """Count in how many of 100 models each way wins on each measure, after the first and the last decision.

    Args:
        theories: ways on a case in many models.

    Returns:
        For each of the two a heading and a table: a row for each way, and for the models that are too
        close to call; a column for each measure.

    Raises:
        InputError: for fewer than `FEWEST_SETS` models, of which no share of 100 can be told.
    """
    last, models, all_ = theories.towns.shape[-2], OVER[theories.over].models, len(theories.models)
    if all_ < FEWEST_SETS:
        raise InputError(
            f"{all_} {models} are too few to say who wins in how many of 100; draws must be "
            f"{FEWEST_SETS} or more"
        )
    tables = []
    for decision in dict.fromkeys((1, last)):
        counts = winners(theories, decision) * 100 / all_
        counts = counts.round().astype(int)
        counts = counts.rename(index=theories.ways | {TOO_CLOSE: t("found-wins-close")})
        heading = t("found-wins-title", decision=decision, models=models, all=all_)
        labels = {m: MEASURES[m][0].label for m in counts}
        tables.append((heading, counts.rename(columns=labels).rename_axis("Way")))
    return tables


def decided_in_words(
    comparison: Comparison, chosen: str = "", *, least: float = WORTH_HAVING
) -> list[tuple[str, str, str]]:
    """Say how often the way that is explained wins over others, or gains enough, and what decides it.

    It is set beside the first way, beside `RIVAL` if that was compared, and beside all others together.

    Args:
        comparison: ways on a case, the baseline first, with other sets of assumptions.
        chosen: the name of the way that is recommended, if any.
        least: the smallest gain worth having [share].

    Returns:
        For each question a heading, the count and what decides it.
    """
    first, goal = explained_pair(comparison.engagements, chosen)
    theories, last = theories_of(comparison), comparison.scenario.decisions.count
    rest = [e.name for e in comparison.engagements if e.name != goal.name]
    alone = [first.name, *(name for name in rest if name == RIVAL != first.name)]
    told = []
    for others in [[name] for name in alone] + ([rest] if len(rest) > 1 else []):
        for decision in dict.fromkeys((1, last)):
            sample = theories.gains(goal.name, first.name, decision)
            bad = ~wins_over(theories, goal.name, others, decision=decision)
            told.append((
                t("found-wins_over-title", others=_named(theories, others), decision=decision),
                wins_over_in_words(theories, goal.name, others, decision),
                believed_in_words(beliefs(sample, bad), corner(sample, bad), "not_win", len(bad)),
            ))  # fmt: skip
    told += [
        (
            t("found-not_pay-title", first=_named(theories, [base]), decision=last),
            against_in_words(comparison, goal.name, base, least=least),
            beliefs_in_words(comparison, goal.name, base, least=least),
        )
        for base in alone
    ]
    return told


def _named(theories: Theories, others: Sequence[str]) -> str:
    """Name the ways that one is set beside, or say that these are all the others."""
    if len(others) > 2 and len(others) == len(theories.ways) - 1:
        return t("found-every_other")
    return listing([small(theories.ways[name]) for name in others])


def wins_over_in_words(
    theories: Theories, way: str, others: Sequence[str], decision: int = 0
) -> str:
    """Say in how many models a way wins over others on all four measures.

    Args:
        theories: several ways in many models.
        way: the name of one of them.
        others: the names of those it must win over.
        decision: after which decision, from 1; 0 is the last.

    Returns:
        A sentence.
    """
    count = int(wins_over(theories, way, others, decision=decision).sum())
    measures = listing([small(MEASURES[m][0].label) for m in ALL_FOUR])
    return t(
        "found-wins_over", count=count, all=len(theories.models), models=OVER[theories.over].models,
        way=small(theories.ways[way]), measures=measures,
        others=_named(theories, others),
    )  # fmt: skip


def _belief(name: str, low: float, high: float, what: str) -> str:
    """Say how often it comes out so on either side of a belief."""
    about = DECLARED[name]
    rates = {"low": number(low * 100), "high": number(high * 100), "what": what}
    if about.schools is None:
        return t("found-belief-line", about=about.label, middle=middle_in_words(about), **rates)
    one, other = about.schools
    return t("found-belief-schools", one=one, other=other, **rates)


def middle_in_words(about: Assumption) -> str:
    """Write the middle of an assumption's plausible range.

    Args:
        about: the assumption.

    Returns:
        A number in figures.
    """
    return f"{(about.least + about.most) / 2:.2g}"


def rests_on(about: Assumption) -> str:
    """Say what a number rests on: the size is said to be ours wherever it is counted so.

    Args:
        about: the number.

    Returns:
        Words for a reader of the pages.
    """
    said = about.source_in_words
    alone = said == about.source and bool(named_in(said)[0]) and not gives_size(said)
    return RESTS["sign"].format(said) if alone else said


def _corner(box: Box, what: str) -> str:
    """Name the corner in which beliefs come together."""
    if len(box.limits) < 2:
        return ""
    parts = listing([_limit(limit) for limit in box.limits])
    return t(
        "found-belief-corner", parts=parts, what=what, density=number(box.density * 100),
        coverage=number(box.coverage * 100),
    )  # fmt: skip


def _limit(limit: Limit) -> str:
    side, label = "above" if limit.above else "below", DECLARED[limit.name].label
    return t("found-belief-limit", what=label, side=side, value=f"{limit.value:.2g}")
