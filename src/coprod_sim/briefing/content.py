"""What stands on the one page: plain strings and a small table, short enough to fit by rule."""

import re
from dataclasses import dataclass
from typing import Any

from coprod_sim.charts.costs import money_of, spending
from coprod_sim.charts.values import against_first, last
from coprod_sim.charts.verdict import best
from coprod_sim.charts.words import about, between, difference, is_clear, span
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.scenarios import Scenario

HONEST_LINE = "A thinking tool, consistent with published findings, not a forecast."
COLUMNS = {
    "acceptance": "Acceptance",
    "losers_acceptance": "Among those who lose",
    "trust": "Trust",
    "reasoned_judgement": "Reasoned judgement",
    "quality": "Decision quality",
    "gap_acceptance": "Gap between groups",
}
"""The measures in the table, with headings short enough for a column."""
LIMITS = (
    "The town is made up, and no number here counts real people.",
    "That better-involved people accept more is built in; sizes, costs and limits are the news.",
    "Acceptance is not the goal: read it beside quality and reasoned judgement.",
)
PICTURE, HEADING = 700, 70
"""The room the picture and a heading take, as letters of text [letters]."""
LONGEST = {"case": 230, "outcome": 200, "finding": 300, "losers": 210}
"""The most letters each kind of text may have; whole sentences are kept up to there [letters]."""


@dataclass(frozen=True, kw_only=True)
class Extras:
    """What the leader's own work adds; what is empty is left out.

    `conditions` are at most three sentences the leader signs up to; `link` restores the view.
    """

    gate: str = ""
    matters: str = ""
    not_pay: str = ""
    would_have: str = ""
    repair: str = ""
    break_even: str = ""
    conditions: tuple[str, ...] = ()
    prepared_by: str = ""
    link: str = ""
    date: str = ""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One way of involving people in the table: its name and its cells, as text."""

    title: str
    cells: tuple[str, ...]
    low: float
    high: float
    mean: float
    """Acceptance, in 100, for the bar beside the name."""


@dataclass(frozen=True, kw_only=True)
class Briefing:
    """Everything on the page; `blocks` are (heading, text) pairs in order of weight."""

    title: str
    where: str
    summary: str
    honest: str
    headline: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    alt: str
    blocks: tuple[tuple[str, str], ...]
    split: int
    """How many blocks stand in the left column, under the picture."""
    conditions: tuple[str, ...]
    assumptions: str
    limits: str
    origin: str
    link: str
    signed: str


def briefing_of(comparison: Comparison, extras: Extras | None = None) -> Briefing:
    """Choose what stands on the page and shorten it so that one page is enough."""
    case, more = comparison.scenario, extras or Extras()
    rows, blocks = _rows(comparison), _blocks(comparison, more)
    return Briefing(
        title=_cut(case.title, 110),
        where=_where(case),
        summary=shortened(case.summary, LONGEST["case"]),
        honest=HONEST_LINE,
        headline=_headline(comparison),
        heads=("Way of involving people", *COLUMNS.values(), "Weeks", "Money"),
        rows=rows,
        alt=_alt(rows),
        blocks=blocks,
        split=_split(blocks),
        conditions=tuple(_cut(c, 140) for c in more.conditions[:3]),
        assumptions=_assumptions(comparison),
        limits=" ".join(LIMITS),
        origin=_origin(comparison),
        link=more.link,
        signed=", ".join(filter(None, (_cut(more.prepared_by, 80), more.date))),
    )


def _where(case: Scenario) -> str:
    what = _cut(_small(case.decisions.what), 120)
    return f"{_cut(case.place, 80)}, {_cut(case.years, 40)}. To be decided: {what}."


def shortened(text: str, letters: int) -> str:
    """Keep whole sentences from the start as long as they fit; the first one is cut if it must be."""
    sentences = re.split(r"(?<=[.!?]) +", " ".join(text.split()))
    kept = ""
    for sentence in sentences:
        if kept and len(kept) + len(sentence) + 1 > letters:
            break
        kept = f"{kept} {sentence}".strip()
    return _cut(kept, letters)


def _cut(text: str, letters: int) -> str:
    words = " ".join(text.split())
    return (
        words
        if len(words) <= letters
        else words[: letters - 1].rstrip() + "\N{HORIZONTAL ELLIPSIS}"
    )


def _small(text: str) -> str:
    return text[:1].lower() + text[1:].rstrip(".")


def _rows(comparison: Comparison) -> tuple[Row, ...]:
    ends = {m: last(comparison, m) for m in COLUMNS}
    spent, currency = spending(comparison), comparison.scenario.money.currency
    rows = []
    for way in comparison.engagements:
        cells = [_cell(m, ends[m].loc[way.name]) for m in COLUMNS]
        cells += [about(comparison.efforts[way.name].weeks), money_of(spent, way.name, currency)]
        acceptance = ends["acceptance"].loc[way.name]
        rows.append(
            Row(
                title=_cut(way.title, 48), cells=tuple(cells), low=float(acceptance["low"]),
                high=float(acceptance["high"]), mean=float(acceptance["mean"]),
            )
        )  # fmt: skip
    return tuple(rows)


def _cell(measure: str, row: Any) -> str:
    return span(float(row["low"]), float(row["high"]), sign=MEASURES[measure][0].low < 0)


def _alt(rows: tuple[Row, ...]) -> str:
    parts = "; ".join(f"{r.title} {between(r.low, r.high)}" for r in rows)
    return f"Acceptance after the last decision as bars with ranges: {parts}."


def _headline(comparison: Comparison) -> str:
    """Say in two sentences who ends ahead, and only as surely as the paired differences allow."""
    first, named = comparison.engagements[0], {e.name: e for e in comparison.engagements}
    if len(named) == 1:
        return f"{first.title} was played alone, so there is nothing to compare it with."
    top = best(comparison, "acceptance") or first.name
    if top == first.name:
        return f"{first.title} ends with the most acceptance among the ways compared."
    low, high = against_first(comparison, "acceptance").loc[top, ["low", "high"]]
    title, weeks = named[top].title, about(comparison.efforts[top].weeks)
    there = comparison.scenario.money.weeks_available
    late = f" But there are only {there:g}." if comparison.efforts[top].weeks > there else ""
    if not is_clear(low, high):
        return f"{title} ends with the most acceptance, but its lead over {_small(first.title)} may be zero."
    return (
        f"{title} ends with {difference(low, high)} acceptance than {_small(first.title)}. "
        f"It takes about {weeks} weeks a decision.{late}"
    )


def _blocks(comparison: Comparison, more: Extras) -> tuple[tuple[str, str], ...]:
    case = comparison.scenario
    happened = case.outcome if case.kind == "real" else ""
    pairs = (
        ("Should we ask?", more.gate, LONGEST["finding"]),
        ("What really happened", happened, LONGEST["outcome"]),
        ("Who loses", _losers(comparison), 3 * LONGEST["losers"]),
        ("What matters most", more.matters, LONGEST["finding"]),
        ("When it would not pay", more.not_pay, LONGEST["finding"] + 120),
        ("What would have to be true", more.would_have, LONGEST["finding"] + 60),
        ("Money and risk", more.break_even, LONGEST["finding"] + 40),
        ("Mending trust", more.repair, LONGEST["finding"]),
    )
    return tuple((head, shortened(text, letters)) for head, text, letters in pairs if text)


def _split(blocks: tuple[tuple[str, str], ...]) -> int:
    """Fill the left column, which also holds the picture, about as far as the right one."""
    sizes = [len(text) + HEADING for _, text in blocks]
    return min(range(len(sizes) + 1), key=lambda k: abs(PICTURE + sum(sizes[:k]) - sum(sizes[k:])))


def _losers(comparison: Comparison) -> str:
    """Say for each way how many lose, in which group more, and how many stayed away."""
    parts = []
    for way in comparison.engagements:
        lose, less = (last(comparison, "losers", g).loc[way.name] for g in ("all", "less_heard"))
        came = last(comparison, "took_part").loc[way.name]
        away = between(100 - float(came["high"]), 100 - float(came["low"]))
        parts.append(
            f"{_cut(way.title, 48)}: {between(float(lose['low']), float(lose['high']))} lose by it, among "
            f"less-heard people {between(float(less['low']), float(less['high']))}; {away} never came."
        )
    return " ".join(parts)


def _assumptions(comparison: Comparison) -> str:
    case, origin = comparison.scenario, comparison.frame.attrs
    changed = len(case.assumptions)
    own = f"{changed} numbers in the rules were changed for it. " if changed else ""
    first = shortened(" ".join(case.assumed), 170) if case.assumed else ""
    return (
        f"{own}{first} Ranges hold 9 in 10 results over {origin['runs']:,} runs and {origin['draws']} "
        "sets of rules with every free number moved by up to half."
    ).strip()


def _origin(comparison: Comparison) -> str:
    a = comparison.frame.attrs
    return (
        f"coprod-sim {a['coprod_sim']}, seed {a['seed']}, inputs {a['hash'][:12]}, {a['made'][:10]}"
    )
