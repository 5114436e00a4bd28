"""The words of the page: plain sentences made from the numbers, also where nobody clearly wins."""

from collections.abc import Collection, Iterable

import numpy as np
import pandas as pd

from coprod_sim.charts.counted import little_in_words, usual_in_words
from coprod_sim.charts.dots import SHOWN
from coprod_sim.charts.labels import listing
from coprod_sim.charts.shares import name_of, ranked
from coprod_sim.charts.values import against_first, held, last, over_in_words, titles
from coprod_sim.charts.verdict import best, leading, level, why_no_winner
from coprod_sim.charts.words import (
    after,
    between,
    difference,
    distance,
    entered,
    number,
    price,
    small,
    uncited,
)
from coprod_sim.engagement.dials import FIVE_STEPS
from coprod_sim.quantities import in_digits
from coprod_sim.report.beliefs import against_in_words, both_against_in_words
from coprod_sim.report.told import NOTHING, ViewTold
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.results.attribution import explained_pair
from coprod_sim.results.comparison import DRAWS, RUNS, RUNS_A_DRAW
from coprod_sim.results.deciding import LESS, MORE, NEAR, count_open, is_misled, side
from coprod_sim.results.ends_error import error_of_ends
from coprod_sim.results.uncertainty import LUCK, OVER, WORTH_HAVING
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)
HONEST_LINE = t("said-limits-honest")
BESIDES = ("losers_acceptance", "trust", "reasoned_judgement", "quality")
"""What a way of involving people is judged by besides acceptance."""
SERVES = ("reasoned_judgement", "quality")
"""What shows whether a decision serves people, beyond their saying yes to it."""
CO_PRODUCTION = "co_production"
LEAST = 0.05
"""A share that is written as more than nothing [in 100]."""
SIDES = {MORE: "more", LESS: "less"}
"""How messages name the sides of zero; else it is open."""
WHO_LOSES = MEASURES["losers_acceptance"][0].caveat
"""What has to be said wherever those who lose under one way stand beside those who lose under another."""


def headline(comparison: Comparison) -> str:
    """Say in a few sentences who comes out ahead, at what price, and how clearly."""
    first, named = comparison.engagements[0], titles(comparison)
    top = best(comparison, "acceptance") or first.name
    if len(named) == 1:
        when = after(comparison.scenario.decisions)
        return t("said-alone", way=first.title, range=_ends(comparison, top), when=when)
    if comparison.too_few:
        return f"{why_no_winner(comparison)} {_what_more(comparison)}"
    parts = [_winner(comparison, top)]
    if top != first.name:
        parts.append(little_in_words(comparison, top, "acceptance"))
        parts += [*_besides(comparison, top), _weeks(comparison, top)]
    if comparison.over == LUCK:
        parts.append(t("said-sure-luck"))
    return " ".join(filter(None, [*parts, _not_first(comparison, top)]))


def meanings(measures: Iterable[str]) -> tuple[str, ...]:
    """Say what the points of some measures mean, and what to keep in mind; shares of 100 need no words."""
    declared = [MEASURES[m][0] for m in measures]
    return tuple(" ".join(filter(None, (f"{m.label}.", m.plain, m.points, uncited(m.caveat))))
                 for m in declared if m.points or m.caveat)  # fmt: skip


def what_decides_it(step_shares: pd.DataFrame, channel_shares: pd.DataFrame) -> str:
    """Say which steps bring the difference in acceptance, and how it works."""
    steps = ranked(step_shares * 100.0)
    channels = ranked(channel_shares[["share", "low", "high"]] * 100.0)
    way = channels.iloc[0]
    start, goal = (step_shares.attrs.get(k) for k in ("start", "goal"))
    pair = [t("said-why-pair", start=small(start), goal=small(goal))] if start and goal else []
    sentences = [
        *pair,
        *_what_steps_bring(steps, step_shares.attrs.get("done", FIVE_STEPS)),
        t("said-why-ground", share=_share(steps.loc["conditions"])),
        t("said-why-channel", channel=small(name_of(str(way.name))), share=_share(way)),
    ]
    against = [name_of(str(p)) for p, v in steps.iterrows() if side(v["low"], v["high"]) == LESS]
    if against:
        sentences.append(t("said-why-against", parts=listing(against)))
    runs = t("said-why-runs", runs=step_shares.attrs["runs"])
    sentences.append(f"{held(step_shares.attrs['over'])} {runs}")
    return " ".join(sentences)


def _what_steps_bring(steps: pd.DataFrame, done: Collection[str]) -> list[str]:
    """Name the two steps that bring most of those a way does, and set apart what others change."""
    gains = [(str(p), v) for p, v in steps.drop(index="conditions").iterrows() if v["share"] > 0]
    most = [(name_of(p), _share(v)) for p, v in gains if p in done][:2]
    said = [
        t(f"said-why-{place}", step=step, share=share)
        for place, (step, share) in zip(("most", "next"), most, strict=False)
    ]
    other = [
        f"{name_of(p)} ({_share(v)})" for p, v in gains if p not in done and v["share"] > LEAST
    ]
    less = [t("said-why-less", parts=listing(other))] if other else []
    return [*(said or [t("said-why-none")]), *less]


def losers_in_words(comparison: Comparison) -> tuple[str, ...]:
    """Say, for each engagement, who is left worse off and who of them accepts it all the same."""
    return tuple(_losers(comparison, e.name, e.title) for e in comparison.engagements)


def how_sure(
    comparison: Comparison, both: tuple[Comparison, Comparison] | None = None, way: str = "",
    least: float = WORTH_HAVING, unmet: Collection[str] = (),
) -> str:  # fmt: skip
    """Say what the ranges mean and how many differences may be zero.

    Args:
        comparison: what was compared.
        both: the same ways over the models that fit the findings, and over plausible ones; without it, models
            are counted among those behind the ranges alone.
        way: the name of the way that is spoken of, unless it is the usual one.
        least: the smallest gain worth having [share], by which models are counted.
        unmet: the names of the ways that would probably not meet a likely duty to ask.

    Returns:
        Sentences.
    """
    sentences = [
        held(comparison.over, comparison.draws),
        t("said-sure-runs", runs=comparison.runs),
        t("said-sure-few_towns") if comparison.few_towns and comparison.runs > 1 else "",
        _models(comparison),
        t("said-sure-few_sets") if comparison.few_sets else "",
        usual_in_words(
            comparison, explained_pair(comparison.engagements, way)[1].name, "acceptance"
        ),
        "" if comparison.too_few else _error_of_ends(comparison),
        _against(comparison, both, way, least, unmet),
        _clear_differences(comparison),
        *comparison.cautions,
    ]
    return " ".join(filter(None, sentences))


def _models(comparison: Comparison) -> str:
    """Say how the models behind the ranges came about, or that there are none."""
    over, draws = comparison.over, comparison.draws
    if over == LUCK:
        return t("said-sure-luck")
    models = OVER[over].models
    return t("said-sure-models", over=over, draws=draws, models=models, towns=RUNS_A_DRAW)


def _what_more(comparison: Comparison) -> str:
    """Say how much would have to be played for a winner to be named."""
    towns = t("said-few-more_towns", runs=RUNS) if comparison.few_towns else ""
    sets = t("said-few-more_sets", sets=DRAWS) if comparison.few_sets else ""
    return f"{towns} {sets}".strip()


def _error_of_ends(comparison: Comparison) -> str:
    """Say how far the ends of acceptance would move if other models, or other towns, had been drawn."""
    errors = [
        error_of_ends(comparison, e.name, "acceptance")[end]
        for e in comparison.engagements
        for end in ("low", "high")
    ]
    points = number(100 * max(errors), 1)
    return t(
        "said-sure-ends", over=comparison.over, models=OVER[comparison.over].models, points=points
    )


def _against(
    comparison: Comparison,
    both: tuple[Comparison, Comparison] | None,
    chosen: str,
    least: float,
    unmet: Collection[str],
) -> str:
    """Say in how many models the way that is explained does not gain enough."""
    if len(comparison.engagements) < 2:
        return ""
    way = explained_pair(comparison.engagements, chosen)[1].name
    if both:
        return both_against_in_words(*both, way, least, unmet)
    return against_in_words(comparison, way, least=least)


def what_it_costs(comparison: Comparison, told: ViewTold = NOTHING) -> str:
    """Say what hours are priced at, how many weeks there are, and what does not fit in.

    Args:
        comparison: what was compared.
        told: what a saved file says of costs, and of what there is.

    Returns:
        Sentences.
    """
    paid = comparison.scenario.money
    named, weeks = titles(comparison), paid.weeks_available
    late = [named[n] for n, takes in comparison.weeks.items() if takes > weeks]
    staff_hour, citizen_hour, challenge = (
        price(amount, paid.currency)
        for amount in (paid.staff_hour, paid.citizen_hour, paid.challenge)
    )
    priced = t(
        "said-prices", staff_hour=staff_hour, citizen_hour=citizen_hour, challenge=challenge,
        paid=whose_time(comparison), besides=_entered(comparison),
    )  # fmt: skip
    fits = t("said-late", ways=listing(late)) if late else t("said-in_time")
    time = f"{t('said-weeks_there', there=f'{weeks:g}')} {fits}"
    said = [priced, sizes_in_words(comparison), efforts_in_words(comparison)]
    unknown = "" if told.of_weeks else t("board-weeks-not_entered")
    said += [time if told.weeks else unknown, told.costs]
    return " ".join(filter(None, said))


def whose_time(comparison: Comparison) -> str:
    """Say whose time is paid: `no` one's, that of people with `seats`, or that of `all` who take part."""
    if comparison.scenario.money.citizen_hour <= 0:
        return "no"
    return "seats" if comparison.own.seats_only else "all"


def sizes_in_words(comparison: Comparison) -> str:
    """Say for how many people hours and sums are."""
    people = comparison.own.people
    return t(
        "board-cost-size", entered="no" if people is None else "yes", people=number(people or 0),
        citizens=number(comparison.population.citizens),
    )  # fmt: skip


def efforts_in_words(comparison: Comparison) -> str:
    """List the hours and weeks that somebody entered; nothing where nobody entered any."""
    named, ways = titles(comparison), []
    for way, given in comparison.own.efforts.items():
        parts = [t(f"said-efforts-{what}", amount=in_digits(v)) for what, v in given.items()]
        ways.append(t("said-efforts-way", way=small(named[way]), parts=listing(parts)))
    return t("said-efforts", ways="; ".join(ways)) if ways else ""


def _entered(comparison: Comparison) -> str:
    """List what ways cost besides hours, as entered; nothing where nobody entered any."""
    named, currency = titles(comparison), comparison.scenario.money.currency
    return listing([
        t("said-even-way", way=small(named[way]), money=price(amount, currency), gain="no", wait="none")
        for way, amount in comparison.own.besides.items()
    ]) if comparison.own.besides else "none"  # fmt: skip


def limits() -> tuple[str, ...]:
    """Say what this cannot do, one thought an entry."""
    return tuple(t(f"said-limits-{name}") for name in t.names("said-limits"))


def _winner(comparison: Comparison, top: str) -> str:
    """Name the one with the most acceptance, only as surely as the paired differences allow."""
    first, named = comparison.engagements[0], titles(comparison)
    rest = against_first(comparison, "acceptance")
    apart = by_luck = ""
    if top != first.name:
        apart = difference(*rest.loc[top, ["low", "high"]])
        by_luck = difference(*rest.loc[top, ["run_low", "run_high"]])
    others = "; ".join(
        f"{small(e.title)} {_ends(comparison, e.name)}"
        for e in comparison.engagements
        if e.name != top
    )
    lead = leading(comparison, top)
    if ways := level(comparison, "acceptance", "all", lead):
        return t(
            "said-lead-level", ways=listing(ways), way=named[top], range=_ends(comparison, top)
        )
    return t(
        "said-lead", lead=lead, way=named[top], range=_ends(comparison, top),
        first=first.title, first_range=_ends(comparison, first.name), apart=apart, by_luck=by_luck,
        over=over_in_words(comparison.over, comparison.draws), others=others,
    )  # fmt: skip


def _not_first(comparison: Comparison, top: str) -> str:
    named = titles(comparison)
    if CO_PRODUCTION in named and top != CO_PRODUCTION:
        return t("said-not_first", way=named[CO_PRODUCTION])
    return ""


def _besides(comparison: Comparison, top: str) -> list[str]:
    """Say where the one with the most acceptance is ahead, behind, or not clearly either."""
    first = comparison.engagements[0].title
    groups: dict[str, list[str]] = {"more": [], "open": [], "less": []}
    for measure in BESIDES:
        groups[_side(*against_first(comparison, measure).loc[top, ["low", "high"]])].append(measure)
    said = [
        t("said-besides", side=side_, first=first, measures=listing([_low(m) for m in found]))
        for side_, found in groups.items()
        if found
    ]
    if misled(comparison, top):
        said.append(t("said-misled"))
    if harms(comparison, top):
        said.append(t("said-harms"))
    return said


def _side(low: float, high: float) -> str:
    return SIDES.get(side(low, high), "open")


def harms(comparison: Comparison, name: str) -> bool:
    """Say whether a decision clearly leaves people worse off on average."""
    return side(*last(comparison, "quality").loc[name, ["low", "high"]]) == LESS


def misled(comparison: Comparison, name: str) -> bool:
    """Say whether more people than under the first way say yes to what does not serve them."""
    gains = {m: against_first(comparison, m).loc[name] for m in ("acceptance", "swayed", *SERVES)}
    judgement, fit = (float(gains[m]["high"]) for m in SERVES)
    acceptance, swayed = (float(gains[m]["low"]) for m in ("acceptance", "swayed"))
    quality = float(last(comparison, "quality").loc[name, "high"])
    return is_misled(acceptance, swayed, judgement, fit, quality) > 0.0


def _weeks(comparison: Comparison, top: str) -> str:
    first, weeks = comparison.engagements[0], comparison.weeks[top]
    there = comparison.scenario.money.weeks_available
    takes, theirs = entered(weeks), entered(comparison.weeks[first.name])
    said = t("said-weeks", weeks=takes, first=first.title, first_weeks=theirs)
    return f"{said} {t('said-too_slow', there=f'{there:g}')}" if weeks > there else said


def _losers(comparison: Comparison, name: str, title: str) -> str:
    every = _range(comparison, "losers", name)
    if not every[1] > 0:
        return t("said-losers-none", way=title)
    less, well = (_range(comparison, "losers", name, g) for g in ("less_heard", "well_connected"))
    gap = _range(comparison, "gap_acceptance", name)
    return t(
        "said-losers", way=title, lose=between(*every), less_heard=between(*less),
        well_connected=between(*well), accept=between(*_range(comparison, "losers_acceptance", name)),
        side="open" if comparison.too_few else _side(*gap), apart=distance(*gap),
    )  # fmt: skip


def _clear_differences(comparison: Comparison) -> str:
    """Count the differences that may be zero, over the measures shown."""
    first = comparison.engagements[0].title
    pairs = [
        (low, high)
        for measure in SHOWN
        for low, high in against_first(comparison, measure)[["low", "high"]]
        .dropna()
        .itertuples(index=False)
    ]
    if not pairs:
        return ""
    if comparison.too_few:
        return ""
    open_ = int(count_open(*np.transpose(pairs)))
    return t("said-sure-open", all=len(pairs), first=first, open=open_, near=entered(NEAR))


def _ends(comparison: Comparison, name: str) -> str:
    return between(*_range(comparison, "acceptance", name))


def _range(
    comparison: Comparison, measure: str, name: str, group: str = "all"
) -> tuple[float, float]:
    row = last(comparison, measure, group).loc[name]
    return float(row["low"]), float(row["high"])


def _share(row: pd.Series) -> str:
    return difference(row["low"], row["high"], digits=1)


def _low(measure: str) -> str:
    return small(MEASURES[measure][0].label)
