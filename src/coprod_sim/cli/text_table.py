"""Writes a comparison as a table for the terminal: every number with its range."""

import math
import textwrap
from collections.abc import Callable
from itertools import batched

from coprod_sim.charts import dots
from coprod_sim.engagement import Engagement
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.results.uncertainty import OVER

SHOWN = tuple(name for name, (measure, _) in MEASURES.items() if "table" in measure.lists)
"""The measures in the table, in order."""
POINTS = ("quality", "gap_acceptance", "gap_trust", "gap_quality")
LABEL, COLUMN, TOGETHER = 30, 24, 3


def comparison_table(result: Comparison) -> str:
    """Give the head of a comparison and its tables after the last decision."""
    first, *others = result.engagements
    blocks = [_head(result)]
    blocks += [_block(result, part, SHOWN, _cell) for part in batched(result.engagements, TOGETHER)]
    if others:
        blocks.append(f"Against {first.title.lower()}, with the same people and the same luck:\n")
        blocks += [
            _block(result, part, dots.SHOWN, _difference) for part in batched(others, TOGETHER)
        ]
    return "\n".join(blocks)


def _head(result: Comparison) -> str:
    case = result.scenario
    lines = [
        f"{case.title} ({case.years})",
        *textwrap.wrap(case.summary, 96),
        f"Decides: {case.who_decides.removesuffix('.')}.",
        "",
        "A thinking tool, consistent with published findings, not a forecast.",
        f"After decision {case.decisions.count}, in 100 people unless marked *. In brackets, where 9 in",
        f"10 runs lie {OVER[result.over].words}.",
        "",
    ]
    return "\n".join(lines)


def _block(
    result: Comparison,
    part: tuple[Engagement, ...],
    measures: tuple[str, ...],
    cell: Callable[[Comparison, str, str], str],
) -> str:
    titles = [textwrap.wrap(e.title, COLUMN - 2) for e in part]
    height = max(map(len, titles))
    rows = [["", *[(t + [""] * height)[k] for t in titles]] for k in range(height)]
    rows.append(["-" * LABEL, *["-" * COLUMN] * len(part)])
    rows += [[_label(m), *[cell(result, e.name, m) for e in part]] for m in measures]
    if cell is _cell:
        rows += _effort_rows(result, part)
    return (
        "\n".join(row[0].ljust(LABEL) + "".join(c.rjust(COLUMN) for c in row[1:]) for row in rows)
        + "\n"
    )


def _label(measure: str) -> str:
    words = MEASURES[measure][0].label
    return f"{words} *" if measure in POINTS else words


def _cell(result: Comparison, engagement: str, measure: str) -> str:
    row = result.value(engagement, measure)
    if math.isnan(row["mean"]):
        return "nobody"
    return _range(row, measure, sign="+" if measure in POINTS else "")


def _difference(result: Comparison, engagement: str, measure: str) -> str:
    row = result.differences.loc[(engagement, result.scenario.decisions.count, "all", measure)]
    if math.isnan(row["mean"]):
        return "nobody"
    return _range({str(k): float(v) for k, v in row.items()}, measure, sign="+")


def _range(row: dict[str, float], measure: str, *, sign: str) -> str:
    scale, digits = (1, 2) if measure in POINTS else (100, 0)
    mean, low, high = (f"{scale * row[k]:{sign}.{digits}f}" for k in ("mean", "low", "high"))
    return f"{mean} ({low} to {high})"


def _effort_rows(result: Comparison, part: tuple[Engagement, ...]) -> list[list[str]]:
    money, people = result.scenario.money, result.scenario.people.citizens
    lost = ["Lost to a campaign"]
    staff, weeks = ["Staff hours a decision *"], ["Weeks a decision *"]
    cost = [f"Cost a decision, {money.currency} *"]
    for e in part:
        effort, hit = result.efforts[e.name], 100 * result.resilience.loc[e.name]
        lost.append(f"{hit['mean']:.0f} ({hit['low']:.0f} to {hit['high']:.0f})")
        came = result.value(e.name, "took_part")["mean"] * people
        staff.append(f"{effort.staff_hours:,.0f}")
        weeks.append(f"{effort.weeks:.0f} of {money.weeks_available:.0f}")
        cost.append(f"{effort.money(result.scenario, came):,.0f}")
    return [lost, staff, weeks, cost]
