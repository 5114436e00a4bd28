"""Writes a comparison as a table for the terminal: every number with its range."""

import math
import textwrap

from coprod_sim.results import MEASURES, Comparison

SHOWN = (
    "acceptance",
    "losers_acceptance",
    "losers",
    "trust",
    "fairness",
    "reasoned_judgement",
    "quality",
    "took_part",
    "gap_acceptance",
)
"""The measures in the table, in order."""
PLAIN_NUMBERS = ("quality", "gap_acceptance", "gap_trust", "gap_quality")
LABEL, COLUMN = 30, 22


def comparison_table(result: Comparison) -> str:
    """Give the head of a comparison and its table after the last decision."""
    case = result.scenario
    head = [
        f"{case.title} ({case.years})",
        *textwrap.wrap(case.summary, 96),
        f"Decides: {case.who_decides}.",
        "",
        "A thinking tool, consistent with published findings, not a forecast.",
        f"After decision {case.decisions.count}, in 100 people unless marked *; in brackets: 9 in 10 runs,",
        "with every assumption moved by up to half.",
        "",
    ]
    names = [e.name for e in result.engagements]
    titles = [textwrap.wrap(e.title, COLUMN - 2) for e in result.engagements]
    height = max(map(len, titles))
    rows = [["", *[(t + [""] * height)[k] for t in titles]] for k in range(height)]
    rows += [[_label(m), *[_cell(result, name, m) for name in names]] for m in SHOWN]
    rows += _effort_rows(result)
    lines = ["".join([row[0].ljust(LABEL), *(c.rjust(COLUMN) for c in row[1:])]) for row in rows]
    lines.insert(height, "-" * len(lines[0]))
    return "\n".join([*head, *lines, ""])


def _label(measure: str) -> str:
    words = MEASURES[measure][0].label
    return f"{words} *" if measure in PLAIN_NUMBERS else words


def _cell(result: Comparison, engagement: str, measure: str) -> str:
    row = result.value(engagement, measure)
    if math.isnan(row["mean"]):
        return "nobody"
    if measure in PLAIN_NUMBERS:
        return f"{row['mean']:+.2f} ({row['low']:+.2f} to {row['high']:+.2f})"
    return f"{100 * row['mean']:.0f} ({100 * row['low']:.0f} to {100 * row['high']:.0f})"


def _effort_rows(result: Comparison) -> list[list[str]]:
    money, people = result.scenario.money, result.scenario.people.citizens
    rows: list[list[str]] = [
        ["Staff hours a decision *"],
        ["Weeks a decision *"],
        [f"Cost a decision, {money.currency} *"],
    ]
    for e in result.engagements:
        effort = result.efforts[e.name]
        came = result.value(e.name, "took_part")["mean"] * people
        rows[0].append(f"{effort.staff_hours:,.0f}")
        rows[1].append(f"{effort.weeks:.0f} of {money.weeks_available:.0f}")
        rows[2].append(f"{effort.money(result.scenario, came):,.0f}")
    return rows
