"""Writes the measured parts of `docs/evidence.md`, so that the page and the model cannot part ways."""

from pathlib import Path

import pandas as pd

from coprod_sim.results.findings.robustness import COPIES, gains_over_tickbox
from coprod_sim.results.findings.table import findings_table, published, signs_table
from coprod_sim.results.findings.town import POINTS, RUNS, SEED


def findings_markdown(
    findings: pd.DataFrame | None = None, signs: pd.DataFrame | None = None
) -> str:
    """Write the findings, the signs and their sources as Markdown; measure them first if need be."""
    findings = findings_table() if findings is None else findings
    signs = signs_table() if signs is None else signs
    met = f"{findings['inside'].sum()} of the {len(findings)} values lie inside their band"
    return "\n".join([
        f"Measured on the reference case with {RUNS} runs and seed {SEED}; {met}.",
        "",
        *_rows(findings, "findings.csv"),
        "",
        "Of these next findings mostly the direction is known, or they are checks on the model itself.",
        "",
        *_rows(signs, "signs.csv"),
        "",
        "Where each finding was read:",
        "",
        *_sources(findings, signs),
    ])


def draws_markdown(gains: pd.Series | None = None) -> str:
    """Write how often co-production wins when the assumptions are moved; measure it first if need be."""
    gains = gains_over_tickbox() if gains is None else gains
    won = int((gains > 0.0).sum())
    low, high = (POINTS * gains.quantile(q) for q in (0.05, 0.95))
    return (
        f"Every assumption was moved at once by up to half of its size, in {len(gains)} ways spread "
        f"evenly (seed {SEED}, 8 runs each). Co-production ended with more acceptance than tickbox "
        f"after the sixth decision in **{won} of {len(gains)}**; the gain lay between {low:.0f} and "
        f"{high:.0f} points in 9 of 10. This is no proof. It shows that the winner is set by the "
        f"signs of the rules, not by their sizes."
    )


def write_page(path: Path) -> None:
    """Write the measured parts of the page anew, between their markers."""
    text = path.read_text(encoding="utf-8")
    text = replaced(text, "findings", findings_markdown())
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


def _rows(table: pd.DataFrame, file: str) -> list[str]:
    claims = published(file).set_index("id")["claim"]
    lines = ["| | What was found | Unit | Band | Model | Inside? | Kind |",
             "|---|---|---|---|---:|---|---|"]
    for row in table.itertuples():
        inside = "not asked" if _band(row) == "none" else ("yes" if row.inside else "**no**")
        lines.append(
            f"| {row.id} | {claims[row.id]} | {row.unit} | {_band(row)} | {row.value:.3g} "
            f"| {inside} | {row.kind} |"
        )
    return lines


def _band(row: tuple) -> str:
    low, high = row.low, row.high
    if pd.isna(low) and pd.isna(high):
        return "none"
    if pd.isna(high):
        return f"above {low:g}"
    return f"below {high:g}" if pd.isna(low) else f"{low:g} to {high:g}"


def _sources(*tables: pd.DataFrame) -> list[str]:
    both = pd.concat(tables)[["id", "source"]]
    grouped = both.groupby("source", sort=False)["id"].agg(", ".join)
    return [f"- {ids}: {source}" for source, ids in grouped.items()]
