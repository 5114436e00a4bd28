"""Writes the measured parts of `docs/evidence.md`, so that page and model cannot part ways."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from coprod_sim.engagement import load_engagement
from coprod_sim.results.effort import effort_of
from coprod_sim.results.findings.robustness import RUNS_A_COPY, gains_over_tickbox
from coprod_sim.results.findings.table import findings_table, published, signs_table
from coprod_sim.results.findings.town import POINTS, RUNS, SEED, reference

SEATS = 80
"""People for whom the costs are written down: 8 in 100 of the reference case."""


def findings_markdown(findings: Any = None, signs: Any = None) -> str:
    """Write the findings, the signs and their sources as Markdown, measured now if not given."""
    findings = findings_table() if findings is None else findings
    signs = signs_table() if signs is None else signs
    met = f"{findings['inside'].sum()} of the {len(findings)} values lie inside their band"
    return "\n\n".join(
        (
            f"Measured on the reference case with {RUNS} runs and seed {SEED}; {met}.",
            _rows(findings, "findings.csv"),
            "Of the next findings mostly the direction is known; some only check the model itself.",
            _rows(signs, "signs.csv"),
            "Where each finding was read:",
            _sources(findings, signs),
        )
    )


def draws_markdown(gains: np.ndarray | None = None) -> str:
    """Write how often co-production wins when the assumptions are moved, measured if not given."""
    gains = gains_over_tickbox() if gains is None else gains
    won = int((gains > 0.0).sum())
    low, high = (POINTS * np.quantile(gains, q) for q in (0.05, 0.95))
    return (
        f"All assumptions were moved at once, each by up to half of its size, in {len(gains)} ways "
        f"spread evenly (seed {SEED}, {RUNS_A_COPY} runs each). After the sixth decision "
        f"co-production had more acceptance than tickbox in **{won} of {len(gains)}** ways. "
        f"In 9 of 10 ways the gain lay between {low:.0f} and {high:.0f} percentage points."
    )


def costs_markdown() -> str:
    """Write what the kit counts for each engagement of the reference case, as Markdown."""
    lines = [
        f"| One decision, {SEATS} taking part | Staff hours | Hours each | Weeks | GBP |",
        "|---|---:|---:|---:|---:|",
    ]
    for name in reference().engagements:
        engagement = load_engagement(name)
        effort = effort_of(engagement)
        money = effort.money(reference(), SEATS)
        lines.append(
            f"| {engagement.title} | {effort.staff_hours:.0f} | {effort.hours_each:.1f} "
            f"| {effort.weeks:.0f} | {money:,.0f} |"
        )
    return "\n".join(lines)


def write_page(path: Path) -> None:
    """Write the measured parts of the page anew, between their markers."""
    text = path.read_text(encoding="utf-8")
    text = replaced(text, "findings", findings_markdown())
    text = replaced(text, "costs", costs_markdown())
    path.write_text(replaced(text, "draws", draws_markdown()), encoding="utf-8")


def block(text: str, name: str) -> str:
    """Give the part of a page that stands between the markers of a name."""
    begin, end = _places(text, name)
    return text[begin:end].strip("\n")


def replaced(text: str, name: str, new: str) -> str:
    """Give the page with a new part between the markers of a name."""
    begin, end = _places(text, name)
    return f"{text[:begin]}\n{new}\n{text[end:]}"


def _places(text: str, name: str) -> tuple[int, int]:
    first, last = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
    return text.index(first) + len(first), text.index(last)


def _rows(table: pd.DataFrame, file: str) -> str:
    claims = published(file).set_index("id")["claim"]
    lines = [
        "| | What was found | Unit | Band | Model | Inside? | Kind |",
        "|---|---|---|---|---:|---|---|",
    ]
    for row in table.to_dict("records"):
        band = _band(row["low"], row["high"])
        inside = "-" if band == "none" else ("yes" if row["inside"] else "**no**")
        lines.append(
            f"| {row['id']} | {claims[row['id']]} | {row['unit']} | {band} | {row['value']:.3g} "
            f"| {inside} | {row['kind']} |"
        )
    return "\n".join(lines)


def _band(low: float, high: float) -> str:
    if pd.isna(low) and pd.isna(high):
        return "none"
    if pd.isna(high):
        return f"above {low:g}"
    return f"below {high:g}" if pd.isna(low) else f"{low:g} to {high:g}"


def _sources(*tables: pd.DataFrame) -> str:
    both = pd.concat(tables)[["id", "source"]]
    grouped = both.groupby("source", sort=False)["id"].agg(", ".join)
    return "\n".join(f"- {ids}: {source}" for source, ids in grouped.items())
