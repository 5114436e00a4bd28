"""Says in plain sentences what was found about a case: what matters, when not, what it would take."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import pandas as pd

from coprod_sim.charts.labels import listing
from coprod_sim.charts.values import held
from coprod_sim.charts.words import (
    between,
    chances_between,
    difference,
    duration,
    entered,
    in_unit,
    is_clear,
    money,
    number,
    small,
    span,
    weeks_said,
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
from coprod_sim.results.uncertainty import LUCK
from coprod_sim.scenarios import Scenario
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)
CERTAIN = "100"
"""A chance that is written so is no chance any more: a way cheaper only above it is never cheaper."""
WIDE = 0.9
"""A range of chances that spans so much of them all tells nothing (assumption)."""
SURE = 0.7
"""A limit that comes back in fewer of its tests may be luck."""
WORTH_NAMING = 0.05
"""From which part of the spread on an input is named."""
CONDITIONS = ("draft", "campaign")
"""Conditions whose high and low values have words of their own."""


def matters_in_words(table: pd.DataFrame, sample: Sample) -> str:
    """Say which inputs explain most of the differences, and which way the largest pulls."""
    top = table[table["share"] >= WORTH_NAMING].head(3)
    if top.empty:
        return t("found-matters-nothing")
    labels = [small(sample.inputs[str(n)].label) for n in top.index]
    ranges = [between(v["low"] * 100, v["high"] * 100) for _, v in top.iterrows()]
    named = zip(labels, ranges, strict=True)
    parts = [t("found-matters-part", what=what, range=range_) for what, range_ in named]
    first = top.iloc[0]
    pull = difference(first["effect_low"] * 100, first["effect_high"] * 100)
    return t(
        "found-matters", points=sample.points, parts=listing(parts), first=labels[0], pull=pull
    )


def when_not_in_words(box: Box, sample: Sample) -> str:
    """Say when the goal brings too little, how much of that the sentence covers, how often it is right."""
    goal, least = sample.way, entered(box.at_least * 100)
    what = small(MEASURES[box.measure][0].label)
    if box.cases == 0:
        return t("found-box-never", points=box.points, goal=goal, least=least, what=what)
    said = [
        t(
            "found-box",
            cases=box.cases,
            points=box.points,
            goal=goal,
            least=least,
            what=what,
        )
    ]
    if not box.limits:
        return " ".join([*said, t("found-box-no_rule")])
    parts = listing([_limit(limit, sample) for limit in box.limits])
    said += [
        t(
            "found-box-rule", parts=parts, covers=number(box.coverage * 100),
            right=number(box.density * 100),
        ),
        _trade_off(box),
    ]  # fmt: skip
    if any(limit.comes_back < SURE for limit in box.limits):
        said.append(t("found-box-doubt"))
    return " ".join(said)


def _trade_off(box: Box) -> str:
    """Say what a wider and a narrower rule would give."""
    wide, narrow = box.trade_off[0], box.trade_off[-1]
    return t(
        "found-box-trade_off", wide=number(wide.coverage * 100), wide_right=number(wide.density * 100),
        narrow=number(narrow.coverage * 100), narrow_right=number(narrow.density * 100),
    )  # fmt: skip


def open_in_words(table: pd.DataFrame) -> str:
    """Name the measures that findings leave to gain or to lose; nothing if there are none.

    Args:
        table: a row a measure, with the ends of its range over the models that fit [shares of 1].
    """
    both = [
        MEASURES[str(m)][0].label.lower()
        for m, v in (table * 100).iterrows()
        if not is_clear(v["posterior_low"], v["posterior_high"])
    ]
    return t("found-open", which=listing(both)) if both else ""


def found_in_words(found: CheapestWay, scenario: Scenario) -> str:
    """Say which dials reach the target most cheaply, or how far one can get at all."""
    what, target = small(MEASURES[found.measure][0].label), entered(found.target * 100)
    if not found.reached:
        return t(
            "found-goal-never", what=what, target=target, often=number(found.sure * 10),
            best=number(found.best * 100),
        )  # fmt: skip
    way = found.engagement
    on = [(d, getattr(way, d)) for d in SHARES]
    needed = [f"{small(DIALS[d].label)} {number(v * 100)}" for d, v in on if v > 0]
    spare = [small(DIALS[d].label) for d, v in on if v == 0]
    reaches = t(
        "found-goal-reaches", target=target, share=number(found.share_of_runs * 100),
        weeks=weeks_said(found.effort.weeks),
        money=money(found.money, found.money, scenario.money.currency),
    )  # fmt: skip
    rest = [t("found-goal-spare", spare=listing(spare))] if spare else []
    who = "found-goal-seats" if way.asked else "found-goal-nobody"
    seats = t(who, seats=number(way.seats))
    return " ".join([t("found-goal", needed=listing(needed)), *rest, seats, reaches])


def repair_in_words(result: TrustRepair) -> str:
    """Say how many good decisions it takes after bad ones."""
    parts = [
        t("found-repair-part", count=n, range=span(v["low"], v["high"]))
        for n, v in result.table.iterrows()
    ]
    said = t(
        "found-repair", good=result.good.title, parts=listing(parts), each=duration(result.months)
    )
    late = result.table.iloc[-1]["not_back"]
    left = t(
        "found-repair-late", count=result.table.index[-1], within=result.decisions,
        share=number(late * 100),
    )  # fmt: skip
    return " ".join([said, *([left] if late > 0 else []), held(LUCK)])


def break_even_in_words(
    results: Sequence[BreakEven],
    chance: float | None = None,
    called: Mapping[str, str] = MappingProxyType({}),
    *,
    saving: bool = False,
    waits: Mapping[str, str] = MappingProxyType({}),
    lead: str = "",
    beside: str = "",
) -> str:
    """Say what each way costs at a chance of a lost challenge, and from which chance on others are cheaper.

    Args:
        results: one for each way that is set beside the first, which is the same in all.
        chance: the chance that the first way is challenged and lost (0 to 1); without it, what each way
            costs at it is not said.
        called: longer names, by titles as they stand within a sentence, for ways beyond what was entered.
        saving: whether the wait for a saving is counted into the costs.
        waits: what that wait costs, written, by the titles of the ways in which it costs something.
        lead: the title of the way whose sentence comes before those of the others.
        beside: what is said right after it; without such a way, after all.

    Returns:
        Sentences.
    """
    first = results[0]
    titles = (small(name) for name in (first.base_title, *(one.other_title for one in results)))
    base, *others = (called.get(title, title) for title in titles)
    pairs = list(zip(others, results, strict=True))
    even = _evens_in_words(pairs, chance, base, lead, beside)
    if chance is None:
        return f"{' '.join(even)} {held(first.over)}"
    rest = [
        _cost_in_words(r, chance, other, waits.get(r.other_title, "none")) for other, r in pairs
    ]
    mine = t(
        "said-even-mine", chance=entered(chance * 100), base=base, saving="yes" if saving else "no",
        base_money=expected_in_words(first, chance)[0], others=listing(rest),
    )  # fmt: skip
    return " ".join((mine, *even, t("said-even-yours"), held(first.over)))


def _evens_in_words(
    pairs: Sequence[tuple[str, BreakEven]], chance: float | None, base: str, lead: str, beside: str
) -> list[str]:
    """Say when each way is cheaper, that of `lead` first; `beside` is said right after it, or at the end."""
    named = sorted(pairs, key=lambda pair: pair[1].other_title != lead)
    first, *others = (
        when_in_words(r, entered=chance, base=base, other=other) for other, r in named
    )
    leads = named[0][1].other_title == lead
    return list(filter(None, (first, beside, *others) if leads else (first, *others, beside)))


def _cost_in_words(even: BreakEven, chance: float, other: str, wait: str) -> str:
    """Say what the other way costs at a chance, or what an earlier saving brings in beyond that."""
    low, high = even.expected(chance)[1]
    if high >= 0.0:
        costs = expected_in_words(even, chance)[1]
        return t("said-even-way", way=other, money=costs, gain="no", wait=wait)
    more = money(-high, -low, even.currency, exact=even.exact[1])
    return t("said-even-way", way=other, money=more, gain="yes", wait="none")


def expected_in_words(even: BreakEven, chance: float) -> tuple[str, str]:
    """Write what both ways cost at a chance of a lost challenge: an estimate to three figures, as its parts.

    Args:
        even: the two ways.
        chance: the chance without either (0 to 1).

    Returns:
        The money of the base, and of the other way.
    """
    base, other = (
        money(*ends, even.currency, exact=exact)
        for ends, exact in zip(even.expected(chance), even.exact, strict=True)
    )
    return base, other


def when_in_words(
    result: BreakEven, message: str = "said-even-when", *, entered: float | None = None, **more: str
) -> str:
    """Say from which chance of a lost challenge on a way is cheaper than another.

    Args:
        result: the two ways.
        message: the sentence.
        entered: the chance that somebody entered (0 to 1), which what is said must not belie.
        **more: what else stands in it, or other names of the two.

    Returns:
        A sentence.
    """
    low, high = result.ends
    low, high = max(low, 0.0), min(high, 1.0)
    mine = None if entered is None else entered * 100
    chance = chances_between(low * 100, high * 100, mine)
    named = {"base": small(result.base_title), "other": small(result.other_title)} | more
    when = "never" if (result.when, chance) == ("once", CERTAIN) else result.when
    when = "untold" if when in ("once", "below") and high - low >= WIDE else when
    return t(message, when=when, chance=chance, **named)


def _limit(limit: Limit, sample: Sample) -> str:
    side = "above" if limit.above else "below"
    if limit.name in CONDITIONS:
        return t(f"found-limit-{limit.name}", side=side)
    about = sample.inputs[limit.name]
    share = (about.low, about.high) == (0.0, 1.0)
    value = in_unit(number(limit.value * 100)) if share else f"{limit.value:.3g}"
    return t("found-limit", what=small(about.label), side=side, value=value)
