"""Writes the measured blocks of `docs/evidence.md`: every finding beside what the model gives."""

import numpy as np
import pandas as pd

from coprod_sim.engagement import load_engagement
from coprod_sim.results.effort import effort_of
from validation.documents import Blocks
from validation.findings.reference_case import POINTS, RUNS, SEED, reference
from validation.findings.robustness import RUNS_A_COPY, gains_over_tickbox
from validation.findings.targets import held_out_table, published, targets_table

SEATS = 80
"""People for whom the costs are written down: 8 in 100 of the reference case."""


def findings_markdown(targets: pd.DataFrame, held_out: pd.DataFrame) -> str:
    """Write the findings and their sources as Markdown."""
    met = f"{targets['inside'].sum()} of the {len(targets)} values lie inside their band"
    return "\n\n".join(
        (
            f"Measured on the reference case with {RUNS} runs and seed {SEED}; {met}.",
            _rows(targets, "targets.csv"),
            "Of the next findings mostly the direction is known; some only check the model itself.",
            _rows(held_out, "held_out.csv"),
            "Where each finding was read:",
            _sources(targets, held_out),
        )
    )


def draws_markdown(gains: np.ndarray) -> str:
    """Write how often co-production wins when the assumptions are moved."""
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


BLOCKS: Blocks = {
    "findings": lambda: findings_markdown(targets_table(), held_out_table()),
    "costs": costs_markdown,
    "draws": lambda: draws_markdown(gains_over_tickbox()),
}
"""The measured blocks of the page."""
