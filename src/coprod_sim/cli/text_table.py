"""Writes a comparison as a table for the terminal: every number with its range."""

import math
import textwrap
from collections.abc import Callable
from itertools import batched

from coprod_sim.charts import dots
from coprod_sim.charts.costs import spending
from coprod_sim.charts.values import over_in_words
from coprod_sim.charts.verdict import why_no_winner
from coprod_sim.charts.words import (
    MINUS,
    after,
    end_said,
    ends_apart,
    entered,
    is_share,
    large,
    number,
)
from coprod_sim.engagement import Engagement
from coprod_sim.model.totals import IN_WORDS
from coprod_sim.report.sentences import meanings
from coprod_sim.report.told import NOTHING, ViewTold
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.results.amounts import as_written
from coprod_sim.results.comparison import TEST_CAMPAIGN
from coprod_sim.results.own_figures import is_exact
from coprod_sim.scenarios.described import text_of

SHOWN = tuple(name for name, (measure, _) in MEASURES.items() if "table" in measure.lists)
"""The measures in the table, in order."""
BY_GROUP = ("acceptance", "fairness", "trust_change")
"""The measures that are given group by group where runs were split."""
LABEL, COLUMN, TOGETHER = 36, 22, 3
LOST = "Acceptance lost if a campaign came"
"""The row of a test that is no part of the case."""
NARROW = 10
"""Ranges narrower than this are given with one decimal [points]."""


def comparison_table(result: Comparison, told: ViewTold = NOTHING) -> str:
    """Give the head of a comparison and its tables after the last decision; `told` says what there is."""
    first, *others = result.engagements
    blocks = [_head(result, told)]
    blocks += [
        _block(result, part, SHOWN, _cell, told) for part in batched(result.engagements, TOGETHER)
    ]
    if others:
        blocks.append(f"Against {first.title.lower()}, in the same town with the same luck:\n")
        blocks += [
            _block(result, part, dots.SHOWN, _difference) for part in batched(others, TOGETHER)
        ]
    if result.split:
        blocks += [
            _groups(result, part, m)
            for m in BY_GROUP
            for part in batched(result.engagements, TOGETHER)
        ]
    blocks.append("\n".join(textwrap.fill(f"* {line}", 96) for line in _explained(result)))
    return "\n".join(blocks) + "\n"


def _explained(result: Comparison) -> tuple[str, ...]:
    """Say what the measures mean; what seats do is said only where there are any."""
    measures = (*SHOWN, *(BY_GROUP if result.split else ()))
    seats = any(one.seats for one in result.engagements)
    reach = f"{100 * TEST_CAMPAIGN[1]:.0f} in 100"
    which = "decision" if result.scenario.decisions.count == 1 else "last decision"
    tried = (
        f"{LOST}: a test, with false stories that reach {reach} people before the {which}. "
        "No other number here counts them."
    )
    return (*meanings(m for m in measures if seats or m != "took_part"), tried)


def _head(result: Comparison, told: ViewTold) -> str:
    case = result.scenario
    decides = text_of(case, "who_decides")
    lines = [
        case.title if told.own else f"{case.title} ({case.years})",
        *textwrap.wrap(case.summary, 96),
        *([f"Decides: {decides.removesuffix('.')}."] if decides else []),
        "",
        "A thinking tool, consistent with published findings, not a forecast.",
        f"{large(after(case.decisions))}, in 100 people unless marked *. In brackets, where 9 in",
        f"10 runs lie {over_in_words(result.over, result.draws)}.",
        *textwrap.wrap(why_no_winner(result), 96),
        "",
    ]
    return "\n".join(lines)


def _block(
    result: Comparison,
    part: tuple[Engagement, ...],
    measures: tuple[str, ...],
    cell: Callable[[Comparison, str, str], str],
    told: ViewTold = NOTHING,
) -> str:
    rows = [[_label(m), *[cell(result, e.name, m) for e in part]] for m in measures]
    if cell is _cell:
        rows += _effort_rows(result, part, told)
    return _written("", part, rows)


def _groups(result: Comparison, part: tuple[Engagement, ...], measure: str) -> str:
    """Give one measure group by group."""
    rows = [
        [IN_WORDS[g], *[_cell(result, e.name, measure, g) for e in part]] for g in result.groups
    ]
    return _written(f"{_label(measure)}, among", part, rows)


def _written(corner: str, part: tuple[Engagement, ...], rows: list[list[str]]) -> str:
    titles = [textwrap.wrap(e.title, COLUMN - 2) for e in part]
    height = max(map(len, titles))
    heads = [
        [corner if k == height - 1 else "", *[(t + [""] * height)[k] for t in titles]]
        for k in range(height)
    ]
    whole = [*heads, ["-" * LABEL, *["-" * COLUMN] * len(part)], *rows]
    return (
        "\n".join(row[0].ljust(LABEL) + "".join(c.rjust(COLUMN) for c in row[1:]) for row in whole)
        + "\n"
    )


def _label(measure: str) -> str:
    declared = MEASURES[measure][0]
    return declared.label if is_share(declared) else f"{declared.label} *"


def _cell(result: Comparison, engagement: str, measure: str, group: str = "all") -> str:
    row = result.value(engagement, measure, group=group)
    if math.isnan(row["mean"]):
        return "nobody"
    return _range(row, sign="+" if MEASURES[measure][0].low < 0 else "")


def _difference(result: Comparison, engagement: str, measure: str) -> str:
    """Write a difference with its range as the page for a board does: a decimal only below 1."""
    row = result.differences.loc[(engagement, result.scenario.decisions.count, "all", measure)]
    if math.isnan(row["mean"]):
        return "nobody"
    low, high = 100.0 * row["low"], 100.0 * row["high"]
    alike = number(low) == number(high)
    mean = end_said(100.0 * row["mean"], alike=alike, sign=True)
    return f"{mean} ({ends_apart(low, high, sign=True)})".replace(MINUS, "-")


def _range(row: dict[str, float], *, sign: str) -> str:
    digits = int(100 * (row["high"] - row["low"]) < NARROW)
    values = (round(100 * row[k], digits) + 0.0 for k in ("mean", "low", "high"))  # no minus zero
    mean, low, high = (f"{v:{sign}.{digits}f}" for v in values)
    return f"{mean} ({low} to {high})"


def _effort_rows(
    result: Comparison, part: tuple[Engagement, ...], told: ViewTold
) -> list[list[str]]:
    money = result.scenario.money
    there = money.weeks_available if told.weeks else None
    lost = [LOST]
    staff, weeks = ["Staff hours a decision *"], ["Weeks a decision *"]
    cost = [f"Cost a decision, {money.currency} *"]
    for e in part:
        effort, hit = result.efforts[e.name], 100 * result.resilience.loc[e.name]
        lost.append(f"{hit['mean']:.0f} ({hit['low']:.0f} to {hit['high']:.0f})")
        staff.append(_beside(effort.staff_hours, told.staff_hours))
        weeks.append(
            entered(result.weeks[e.name]) + ("" if there is None else f" of {there:,.10g}")
        )
        cost.append(_cost_cell(result, e.name, told.money))
    if told.money is None:
        return [lost, staff, weeks, cost]
    there_is = [f"{told.money:,.10g}"] * len(part)
    return [lost, staff, weeks, cost, [f"Money there is, {money.currency} *", *there_is]]


def _cost_cell(result: Comparison, name: str, there: float | None) -> str:
    """Write what a way costs, as a range where it is one."""
    paid, exact = spending(result)["money"].loc[name], is_exact(result, name)
    low, high = (f"{as_written(float(paid[end]), exact=exact):,.0f}" for end in ("low", "high"))
    if low != high:
        return f"{low} to {high}"
    return _money_beside(float(paid["mean"]), there, exact=exact)


def _money_beside(paid: float, there: float | None, *, exact: bool) -> str:
    """Write an amount as everywhere; where rounding hides that it is too much, say so."""
    shown = as_written(paid, exact=exact)
    if there is None:
        return f"{shown:,.0f}"
    hidden = "just over " if shown <= there < paid else ""
    return f"{hidden}{shown:,.0f}"


def _beside(takes: float, there: float | None) -> str:
    """Write what is taken, and of how much, where that is known; rounded up where it is too much."""
    if there is None:
        return f"{takes:,.0f}"
    shown = math.ceil(takes) if takes > there else takes
    return f"{shown:,.0f} of {there:,.10g}"
