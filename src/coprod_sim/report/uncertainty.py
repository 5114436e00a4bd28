"""Writes the measured parts of `docs/uncertainty.md`, and says in words what the findings leave standing."""

from pathlib import Path

import pandas as pd

from coprod_sim.charts.words import difference, is_clear, number, span
from coprod_sim.results import MEASURES
from coprod_sim.results.calibration.headline import headline
from coprod_sim.results.calibration.kept import NotRuledOut, not_ruled_out
from coprod_sim.results.calibration.learnt import narrowed, tied
from coprod_sim.results.findings import published
from coprod_sim.results.findings.page import replaced

MOST = 12
"""Rows of a table on the page."""


def kept_in_words(found: NotRuledOut | None = None) -> str:
    """Say how the sets were found: how many were played, what was ruled out, how many fit."""
    source = (found or not_ruled_out()).source
    left = ", then ".join(number(share * 100, 1) for share in source["left"])
    return (
        f"We played {source['played']} sets in {len(source['sizes'])} rounds, "
        f"each with {source['runs']} runs. "
        f"Of all sets, the rounds left {left} in 100. "
        f"Of what was left we then played {source['tried']:,} sets more. "
        f"In {source['kept']} of them every finding lies inside its band. These are the sets we keep."
    )


def headline_in_words(table: pd.DataFrame) -> str:
    """Say what the first figure becomes, and which figures may lie on either side of zero."""
    first = table.iloc[0] * 100
    label = MEASURES[str(first.name)][0].label.lower()
    said = (
        f"With the sets that are left, co-production brings {difference(first['low'], first['high'])} "
        f"in {label}. With every assumption moved by up to half it was "
        f"{difference(first['moved_low'], first['moved_high'])}."
    )
    return f"{said} {open_in_words(table)}".rstrip()


def open_in_words(table: pd.DataFrame) -> str:
    """Name the measures that may gain or lose; nothing if none may."""
    both = [
        MEASURES[str(m)][0].label.lower()
        for m, v in table.iterrows()
        if not is_clear(v["low"], v["high"])
    ]
    return (
        f"Still open is whether there is a gain or a loss in {' and '.join(both)}." if both else ""
    )


def headline_markdown(table: pd.DataFrame | None = None) -> str:
    """Write the headline figures over both sets of assumptions."""
    found = headline() if table is None else table
    lines = [
        headline_in_words(found), "",
        "| Co-production minus tickbox, in 100 | As assumed | Not ruled out | All moved | Sets above 0 |",
        "|---|---:|---:|---:|---:|",
    ]  # fmt: skip
    for m, v in (found * 100).iterrows():
        lines.append(
            f"| {MEASURES[str(m)][0].label} | {number(v['mean'], 1)} | {span(v['low'], v['high'], digits=1)} "
            f"| {span(v['moved_low'], v['moved_high'], digits=1)} | {number(v['above'])} in 100 |"
        )
    return "\n".join(lines)


def narrowed_markdown(table: pd.DataFrame | None = None) -> str:
    """Write which assumptions the findings narrow, and how many they say nothing about."""
    found = narrowed() if table is None else table
    clear = found[found["clear"]]
    lines = [
        f"The findings clearly narrow **{len(clear)} of the {len(found)}** assumptions. About the other "
        f"{len(found) - len(clear)} they say next to nothing: what is left is as wide as what we began with.",
        "", "| Assumption | As it stands | Not ruled out | Part of its range gone |",
        "|---|---:|---:|---:|",
    ]  # fmt: skip
    for _, v in clear.head(MOST).iterrows():
        lines.append(
            f"| {v['label']} | {v['value']:.3g} | {v['low']:.3g} to {v['high']:.3g} "
            f"| {number(v['gone'] * 100)} in 100 |"
        )
    return "\n".join(lines)


def tied_markdown(table: pd.DataFrame | None = None) -> str:
    """Write which assumptions can only be told together."""
    found = tied() if table is None else table
    if found.empty:
        return "No pair of assumptions is tied more closely than luck would tie it."
    lines = [
        f"{len(found)} pairs are tied: if one is higher, the other must be higher (r above 0) or lower.",
        "", "| One | Other | r |", "|---|---|---:|",
    ]  # fmt: skip
    for _, v in found.head(MOST).iterrows():
        lines.append(f"| {v['one']} | {v['other']} | {number(v['r'], 2)} |")
    return "\n".join(lines)


def signs_markdown(found: NotRuledOut | None = None) -> str:
    """Write how the kept sets fare with the findings that took no part in choosing them."""
    signs = (found or not_ruled_out()).signs
    bands = published("signs.csv").set_index("id")
    lines = ["| | Finding | Sets that meet it |", "|---|---|---:|"]
    for key in signs:
        low, high = bands.loc[key, ["low", "high"]].astype(float)
        if pd.isna(low) and pd.isna(high):
            continue
        values = signs[key]
        met = ~((values <= low) | (values >= high))
        lines.append(f"| {key} | {bands.loc[key, 'claim']} | {number(met.mean() * 100)} in 100 |")
    return "\n".join(lines)


def write_page(path: Path) -> None:
    """Write the measured parts of the page anew, between their markers."""
    text = path.read_text(encoding="utf-8")
    for name, part in PARTS.items():
        text = replaced(text, name, part())
    path.write_text(text, encoding="utf-8")


PARTS = {
    "kept": kept_in_words,
    "headline": headline_markdown,
    "narrowed": narrowed_markdown,
    "tied": tied_markdown,
    "signs": signs_markdown,
}
"""The measured parts of the page, by the name between their markers."""
