"""Says in plain sentences what was found about a case: what matters, when not, what it would take."""

import math

import pandas as pd

from coprod_sim.charts.labels import listing
from coprod_sim.charts.words import (
    about,
    between,
    difference,
    duration,
    is_clear,
    money,
    number,
    small,
    span,
)
from coprod_sim.engagement import DIALS, SHARES
from coprod_sim.results import MEASURES
from coprod_sim.results.discovery import (
    Box,
    BreakEven,
    CheapestWay,
    Limit,
    Sample,
    TrustRepair,
)
from coprod_sim.scenarios import Scenario

WORTH_NAMING = 0.05
"""From which part of the spread on an input is named."""
CONDITIONS = {
    "draft": ("the first plan suits people badly", "the first plan suits most people"),
    "campaign": ("false claims are spread strongly", "few false claims are spread"),
}
"""What a high and a low value of a condition mean, in words."""


def matters_in_words(table: pd.DataFrame, sample: Sample) -> str:
    """Say which inputs explain most of the differences, and which way the largest pulls."""
    top = table[table["share"] >= WORTH_NAMING].head(3)
    if top.empty:
        return "No single thing matters much here. The outcomes lie close together."
    parts = [
        f"{small(sample.inputs[str(n)].label)} ({between(v['low'] * 100, v['high'] * 100)})"
        for n, v in top.iterrows()
    ]
    first = top.iloc[0]
    pull = difference(first["effect_low"] * 100, first["effect_high"] * 100)
    name = sample.inputs[str(first.name)].label
    return (
        f"We played {sample.points} ways this could come out. "
        f"These explain most of the differences in acceptance among those who lose: {listing(parts)}. "
        f"From its lowest quarter to its highest, {small(name)} adds {pull}."
    )


def when_not_in_words(box: Box, sample: Sample) -> str:
    """Say when the goal brings too little, how much of that the sentence covers, how often it is right."""
    goal, least = sample.way, number(box.at_least * 100)
    what = small(MEASURES[box.measure][0].label)
    if box.cases == 0:
        return f"In all {box.points} ways it could come out, {goal} adds at least {least} in 100 to {what}."
    count = (
        f"In {box.cases} of {box.points} ways it could come out, {goal} does not pay. "
        f"There it adds less than {least} in 100 to {what}, or the decision gets worse."
    )
    if not box.limits:
        return f"{count} No simple rule tells these apart from the others."
    parts = listing([_limit(limit, sample) for limit in box.limits])
    weak = [x for x in box.limits if x.comes_back < 0.7]
    doubt = " Part of this rule may be luck: it did not come back in every test." if weak else ""
    return (
        f"{count} Most often that is when {parts}. "
        f"This rule covers {number(box.coverage * 100)} in 100 of the ways that do not pay. "
        f"Of all it names, {number(box.density * 100)} in 100 do not pay. {_trade_off(box)}{doubt}"
    )


def _trade_off(box: Box) -> str:
    """Say what a wider and a narrower rule would give."""
    wide, narrow = box.trade_off[0], box.trade_off[-1]
    return (
        f"A rule that covers {number(wide.coverage * 100)} in 100 would be right in "
        f"{number(wide.density * 100)} in 100, one that covers {number(narrow.coverage * 100)} in "
        f"{number(narrow.density * 100)}."
    )


def open_in_words(table: pd.DataFrame) -> str:
    """Name the measures that findings leave to gain or to lose; nothing if there are none."""
    both = [
        MEASURES[str(m)][0].label.lower()
        for m, v in table.iterrows()
        if not is_clear(v["posterior_low"], v["posterior_high"])
    ]
    return (
        f"Still open is whether there is a gain or a loss in {' and '.join(both)}." if both else ""
    )


def found_in_words(found: CheapestWay, scenario: Scenario) -> str:
    """Say which dials reach the target most cheaply, or how far one can get at all."""
    what, target = small(MEASURES[found.measure][0].label), number(found.target * 100)
    often = f"{number(found.sure * 10)} of 10 runs"
    if not found.reached:
        return (
            f"No setting of the dials gets {what} to {target} in 100 in {often}. "
            f"With every dial at its end it reaches {number(found.best * 100)} in 100."
        )
    on = [(d, getattr(found.engagement, d)) for d in SHARES]
    needed = [f"{small(DIALS[d].label)} {number(v * 100)}" for d, v in on if v > 0]
    spare = [small(DIALS[d].label) for d, v in on if v == 0]
    rest = f" It needs nothing from {listing(spare)}." if spare else ""
    cost = money(found.money, found.money, scenario.money.currency)
    return (
        f"The cheapest way we found stands at: {listing(needed)}, each in 100.{rest} "
        f"It reaches {target} in 100 in {number(found.share_of_runs * 100)} of 100 fresh runs. "
        f"One decision then takes about {about(found.effort.weeks)} weeks and {cost}."
    )


def repair_in_words(result: TrustRepair) -> str:
    """Say how many good decisions it takes after bad ones."""
    parts = [f"after {n} it takes {span(v['low'], v['high'])}" for n, v in result.table.iterrows()]
    late = result.table.iloc[-1]["not_back"]
    said = (
        f" After {result.table.index[-1]} bad ones, trust is not back within {result.decisions} decisions "
        f"in {number(late * 100)} of 100 runs."
        if late > 0
        else ""
    )
    return (
        f"Bad decisions involve people in name only; good ones are {result.good.title}. "
        f"Good decisions until trust is back where it was: {listing(parts)}. "
        f"Each takes {duration(result.months)} here.{said}"
    )


def break_even_in_words(result: BreakEven, chance: float) -> str:
    """Say from which chance of a lost challenge on the other way is cheaper; the chance is the user's."""
    base, other = (small(t) for t in (result.base_title, result.other_title))
    low, high = result.ends
    at = [money(*way, result.currency) for way in result.expected(chance)]
    own = (
        f"At your chance of {number(chance * 100)} in 100, {base} costs {at[0]} with the risk counted in, "
        f"and {other} costs {at[1]}."
    )
    return f"{_from_when(base, other, low, high)} {own} No study gives this chance, so it is yours to set."


def _from_when(base: str, other: str, low: float, high: float) -> str:
    if math.isinf(low) or low > 1:
        return f"On money alone, {other} is never cheaper than {base} here."
    if high <= 0:
        return f"On money alone, {other} is cheaper than {base} even without any challenge."
    ends = span(max(low, 0.0) * 100, min(high, 1.0) * 100, digits=1 if high < 0.1 else 0)
    return (
        f"On money alone, {other} is the cheaper choice once the chance of a lost challenge "
        f"is above {ends} in 100."
    )


def _limit(limit: Limit, sample: Sample) -> str:
    if limit.name in CONDITIONS:
        return CONDITIONS[limit.name][0 if limit.above else 1]
    about = sample.inputs[limit.name]
    share = (about.low, about.high) == (0.0, 1.0)
    value = f"{number(limit.value * 100)} in 100" if share else f"{limit.value:.3g}"
    return f"{small(about.label)} is {'above' if limit.above else 'below'} {value}"
