"""The table of the page: every measure beside every way of involving people, all as ranges."""

from dataclasses import dataclass

import pandas as pd

from coprod_sim.briefing.fitting import cut
from coprod_sim.charts.costs import money_of, spending
from coprod_sim.charts.values import last
from coprod_sim.charts.words import about, after, small, span
from coprod_sim.results import MEASURES, Comparison

ROWS = (
    ("Acceptance", "acceptance", "all"),
    ("Losers who accept", "losers_acceptance", "all"),
    ("Trust", "trust", "all"),
    ("Reasoned judgement", "reasoned_judgement", "all"),
    ("Decision quality", "quality", "all"),
    ("Gap between groups", "gap_acceptance", "all"),
    ("People who lose", "losers", "all"),
    ("Less heard who lose", "losers", "less_heard"),
)
"""The rows that are measures: a label short enough for the column, the measure, and the group."""
LONGEST_TITLE = 40


@dataclass(frozen=True, kw_only=True)
class Table:
    """A small table of plain text; the first cell of a row names it."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def outcomes(comparison: Comparison) -> Table:
    """Set the ranges after the last decision beside each other, and what one decision takes."""
    measured = [
        (label, *_ranges(last(comparison, measure, group), signed=MEASURES[measure][0].low < 0))
        for label, measure, group in ROWS
    ]
    quality = MEASURES["quality"][0]
    when = after(comparison.scenario.decisions)
    caption = (
        f"In 100, {when}. Quality at {small(quality.points)} "
        "Gap above 0: the well-connected accept more."
    )
    return Table(
        caption=caption,
        heads=("Measure", *(cut(e.title, LONGEST_TITLE) for e in comparison.engagements)),
        rows=(*measured, *_took(comparison)),
    )


def _took(comparison: Comparison) -> list[tuple[str, ...]]:
    """Say who never came, and what one decision takes."""
    names = [e.name for e in comparison.engagements]
    away = 100.0 - last(comparison, "took_part")
    spent, currency = spending(comparison), comparison.scenario.money.currency
    return [
        ("Never came", *_ranges(away.rename(columns={"low": "high", "high": "low"}))),
        ("Weeks a decision", *(about(comparison.efforts[n].weeks) for n in names)),
        ("Money a decision", *(money_of(spent, n, currency) for n in names)),
    ]


def _ranges(ends: pd.DataFrame, *, signed: bool = False) -> list[str]:
    return [
        span(float(low), float(high), sign=signed)
        for low, high in zip(ends["low"], ends["high"], strict=True)
    ]
