"""The table of the page: every measure beside every way of involving people, all as ranges."""

from dataclasses import dataclass, replace

import pandas as pd

from coprod_sim.briefing.entered_limits import each_in_words, open_weeks
from coprod_sim.briefing.extras import Limits
from coprod_sim.briefing.fitting import cut, sentences_of
from coprod_sim.charts.costs import money_of, staff_of
from coprod_sim.charts.values import last
from coprod_sim.charts.words import after, entered, price, small, span, staff_hours
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)
ROWS = {
    "acceptance": ("acceptance", "all"),
    "losers_acceptance": ("losers_acceptance", "all"),
    "trust": ("trust", "all"),
    "reasoned_judgement": ("reasoned_judgement", "all"),
    "quality": ("quality", "all"),
    "gap_acceptance": ("gap_acceptance", "all"),
    "losers": ("losers", "all"),
    "losers_less_heard": ("losers", "less_heard"),
}
"""The rows that are measures: the name of a label short enough for the column, the measure, and the group."""
LONGEST_TITLE = 40
FIRST_TO_GO = ("trust", "reasoned_judgement", "gap_acceptance", "away")
"""The rows that go to the second page first where one sheet is too little; the gap's is explained last."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A small table of plain text; the first cell of a row names it."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def briefer(table: Table) -> Table:
    """Leave out the rows that are first to go, and what explains the last of them."""
    go = {t(f"briefing-table-{row}") for row in FIRST_TO_GO}
    rows = tuple(row for row in table.rows if row[0] not in go)
    return replace(table, rows=rows, caption=" ".join(sentences_of(table.caption)[:-1]))


def rows_in_words(table: Table, shown: Table) -> str:
    """Write the rows that are not shown as sentences: the measure, then every way with its range."""
    gone = [row for row in table.rows if row not in shown.rows]
    told = [
        [f"{small(way)} {cell}" for way, cell in zip(table.heads[1:], cells, strict=True)]
        for _, *cells in gone
    ]
    said = [f"{row[0]}: {'; '.join(parts)}." for row, parts in zip(gone, told, strict=True)]
    return " ".join([*said, sentences_of(table.caption)[-1]]) if said else ""


def outcomes(comparison: Comparison, limits: Limits | None = None) -> Table:
    """Set the ranges after the last decision beside each other, and what one decision takes.

    `limits` are those that were entered.
    """
    measured = [
        (
            t(f"briefing-table-{row}"),
            *_ranges(last(comparison, measure, group), signed=MEASURES[measure][0].low < 0),
        )
        for row, (measure, group) in ROWS.items()
    ]
    quality = MEASURES["quality"][0]
    when = after(comparison.scenario.decisions)
    return Table(
        caption=t("briefing-table-caption", when=when, quality=small(quality.points)),
        heads=(
            t("briefing-table-measure"),
            *(cut(e.title, LONGEST_TITLE) for e in comparison.engagements),
        ),
        rows=(*measured, *_took(comparison, limits)),
    )


def _took(comparison: Comparison, limits: Limits | None) -> list[tuple[str, ...]]:
    """Say who never came, and what one decision takes, each beside what there is."""
    names, there = [e.name for e in comparison.engagements], limits or Limits()
    away = 100.0 - last(comparison, "took_part")
    currency = comparison.scenario.money.currency
    rows = [
        (t("briefing-table-away"), *_ranges(away.rename(columns={"low": "high", "high": "low"}))),
        (t("briefing-table-weeks"), *(entered(comparison.weeks[n]) for n in names)),
        *_weeks_there(comparison, limits),
    ]
    if there.staff_hours is not None:
        rows.append((t("briefing-table-staff_hours"), *(staff_of(comparison, n) for n in names)))
        rows.append(_there("staff_hours", staff_hours(there.staff_hours, own=True), names))
    rows.append((t("briefing-table-money"), *(money_of(comparison, n) for n in names)))
    if there.money is not None:
        rows.append(_there("money", price(there.money, currency), names))
    return rows


def _weeks_there(comparison: Comparison, limits: Limits | None) -> list[tuple[str, ...]]:
    """Say how many weeks there are for one decision, and whether somebody entered that."""
    available = comparison.scenario.money.weeks_available
    mine = limits is not None and limits.weeks is not None
    late = any(weeks > available for weeks in comparison.weeks.values())
    if open_weeks(comparison, limits) or not (late or mine):
        return []
    whose = "date" if limits and limits.dated else "yours" if mine else "assumed"
    each = each_in_words(f"{available:g}", limits, t)
    weeks = t("board-cost-there_whose", weeks=each, whose=whose)
    return [(t("briefing-table-weeks_there"), *(weeks for _ in comparison.efforts))]


def _there(what: str, amount: str, names: list[str]) -> tuple[str, ...]:
    return (t(f"briefing-table-{what}_there"), *(amount for _ in names))


def _ranges(ends: pd.DataFrame, *, signed: bool = False) -> list[str]:
    return [
        span(float(low), float(high), sign=signed)
        for low, high in zip(ends["low"], ends["high"], strict=True)
    ]
