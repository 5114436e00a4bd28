"""Writes the measured blocks of `docs/evidence.md`: every finding beside what the model gives."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from coprod_sim.engagement import DIALS, load_engagement
from coprod_sim.results.effort import effort_of
from coprod_sim.results.nroy import NotRuledOut, not_ruled_out
from validation.documents import Blocks
from validation.findings.halves import CHECK, FIT
from validation.findings.reference_case import POINTS, RUNS, SEED, reference
from validation.findings.robustness import RUNS_A_COPY, gains_from_openness, gains_over_tickbox
from validation.findings.table import FINDINGS, ids_of, measured, met, published, scores
from validation.markdown import table

SEATS = 40
"""People for whom the costs are written down."""
PARTS = (FIT, CHECK)
HARDLY = 0.95
"""From which share of plausible draws on a finding counts as one that can hardly be missed."""
USUAL = (0.05, 0.95)
"""Between which 9 in 10 sets lie."""
FEW_INSIDE = (
    "told alike, sharing a decision is worth little to the town as a whole. Four in 100 sit in the room and "
    "feel 0.21 more fairly treated; to all others a room of 40 gives 0.01 beside being told as openly."
)
UNMET = {
    "F1": f"{FEW_INSIDE} So the process moves acceptance by a fiftieth of what the outcome does.",
    "F2": "as F1. Together that is half of the least that the band asks.",
    "F2b": "as F1. In the worst of 32 towns losers find it less fair than being told as openly.",
    "F4a": "in the villages of the study the vote was open to all. The model has no vote: a room open to all "
    "draws four in 100. They gain ten points; those outside lose half a point beside being told as openly.",
    "N4": "as F1.",
    "F11": "two decisions in name only cost the town about one point of mean trust, and one real "
    "co-production wins that back. With bad news weighing 1.6 times as much as good, between the two "
    "published averages, one is nearly always enough; at 2.6, the most that is plausible, it takes two.",
    "F14": "the assumption behind it stands at 0.25, below the one large case that the band was made from.",
}
"""Why findings are not met by the model as it stands."""


def findings_markdown(values: pd.Series, found: NotRuledOut) -> str:
    """Write the findings, how many are met, why some are not, and their sources, as Markdown."""
    inside = met(values.to_frame().T).iloc[0]
    return "\n\n".join(
        (
            f"Measured on the reference case with {RUNS} runs and seed {SEED}.",
            scores_markdown(values, found),
            _rows(values, inside, found),
            "Not met by the model as it stands:",
            "\n".join(f"- **{key}**: {UNMET[key]}" for key in unmet(inside)),
            "What the study did, where that is no way of the library:",
            _exercises(),
            "Where each finding was read:",
            _sources(),
        )
    )


def unmet(inside: pd.Series) -> list[str]:
    """List the findings with a band that the model as it stands does not meet."""
    bands = published()[["low", "high"]]
    return [str(key) for key in inside.index[~inside & bands.notna().any(axis=1)]]


def scores_markdown(values: pd.Series, found: NotRuledOut) -> str:
    """Write how many findings of each half are met: as it stands, in plausible draws, in sets that fit.

    They are counted twice, the second time without the rows that hardly any plausible draw misses.
    """
    plausible = found.source["plausible"]
    hard = {part: [k for k in ids_of(part) if plausible["met"][k] < HARDLY] for part in PARTS}
    usual = _counts(values.to_frame().T, hard)
    drawn = pd.DataFrame(plausible["scores"])
    counted = {part: f"{sum(plausible['met'][k] for k in hard[part]):.0f}" for part in PARTS}
    rows = {
        "The model as it stands": usual,
        f"Plausible draws ({plausible['draws']})": [
            *(middle_and_ends(drawn[part]) for part in PARTS),
            *(f"{counted[part]} on average" for part in PARTS),
        ],
        f"Models that fit the findings ({len(found.sets)})": _counts(
            found.fit.join(found.check), hard
        ),
    }
    heads = ["Findings met", *(f"{part.title()}, of {len(ids_of(part))}" for part in PARTS)]
    heads += [f"{part.title()}, the {len(hard[part])} that can be missed" for part in PARTS]
    easy = [k for part in PARTS for k in ids_of(part) if k not in hard[part]]
    return (
        f"{table(heads, [[name, *cells] for name, cells in rows.items()])}\n\n"
        f"At least {POINTS * HARDLY:.0f} in 100 plausible draws meet {', '.join(easy)}. These rows can "
        "hardly be missed, so the last two columns leave them out."
    )


def _counts(values: pd.DataFrame, hard: dict[str, list[str]]) -> list[str]:
    """Count what is met of each half, then of the rows of each half that can be missed."""
    inside, all_ = met(values), scores(values)
    return [
        *(middle_and_ends(all_[part]) for part in PARTS),
        *(middle_and_ends(inside[hard[part]].sum(axis=1)) for part in PARTS),
    ]


def draws_markdown(gains: np.ndarray, by_openness: np.ndarray) -> str:
    """Write how often co-production wins over plausible assumptions, and openness costs acceptance."""
    won = int((gains > 0.0).sum())
    low, high = (POINTS * np.quantile(gains, q) for q in USUAL)
    return (
        f"All assumptions were drawn at once, each from its plausible range, in {len(gains)} ways "
        f"spread evenly (seed {SEED}, {RUNS_A_COPY} runs each). After the sixth decision "
        f"co-production had more acceptance than tickbox in **{won} of {len(gains)}** ways. "
        f"In 9 of 10 ways the gain lay between {low:.0f} and {high:.0f} percentage points.\n\n"
        f"Openness alone (N15) lowered acceptance in **{int((by_openness < 0.0).sum())} of "
        f"{len(by_openness)}** ways, and raised it in the others."
    )


def costs_markdown() -> str:
    """Write what the kit counts for each engagement of the reference case, as Markdown."""
    lines = [
        f"| One decision, {SEATS} taking part if asked | Staff hours | Hours each | Weeks | GBP |",
        "|---|---:|---:|---:|---:|",
    ]
    for name in reference().engagements:
        engagement = load_engagement(name)
        effort = effort_of(engagement)
        money = effort.money(reference(), SEATS if engagement.asked else 0)
        lines.append(
            f"| {engagement.title} | {effort.staff_hours:.0f} "
            f"| {f'{effort.hours_each:.1f}' if engagement.asked else '-'} "
            f"| {effort.weeks:.0f} | {money:,.0f} |"
        )
    return "\n".join(lines)


def middle_and_ends(counts: pd.Series) -> str:
    """Give a single count, or the middle of several and where 9 in 10 lie."""
    if len(counts) == 1:
        return f"{counts.iloc[0]}"
    low, middle, high = counts.quantile([USUAL[0], 0.5, USUAL[1]])
    return f"{middle:.0f} ({low:.0f} to {high:.0f})"


def _rows(values: pd.Series, inside: pd.Series, found: NotRuledOut) -> str:
    plausible = found.source["plausible"]["met"]
    fits = met(found.fit.join(found.check)).mean()
    lines = [
        "| | What was found | Measured | Band | How firm | Half | Model | Inside? | Plausible | Fit |",
        "|---|---|---|---|---|---|---:|---|---:|---:|",
    ]
    for row in published().itertuples():
        key, band = str(row.Index), band_in_words(row.low, row.high)
        said = "-" if band == "none" else ("yes" if inside[key] else "**no**")
        shares = " | ".join(_share(of.get(key)) for of in (plausible, fits))
        firm = row.standing + (f": {row.note}" if row.note else "")
        lines.append(
            f"| {key} | {row.claim} | {row.what} [{row.unit}] | {band} | {firm} | {row.part or '-'} "
            f"| {values[key]:.3g} | {said} | {shares} |"
        )
    return "\n".join(lines)


def _share(share: float | None) -> str:
    return "-" if share is None else f"{POINTS * share:.0f} %"


def band_in_words(low: float, high: float) -> str:
    """Write a band, whose ends may be open."""
    if pd.isna(low) and pd.isna(high):
        return "none"
    if pd.isna(high):
        return f"above {low:g}"
    return f"below {high:g}" if pd.isna(low) else f"{low:g} to {high:g}"


def _exercises() -> str:
    """List the exercises that are declared with findings, each once with its ids and its dials."""
    said: dict[str, list[str]] = {}
    for key in published().index:
        if it := FINDINGS[key].exercise:
            nearest = f"{load_engagement(it.like).title} with {_dials(it.dials)}"
            said.setdefault(f"{it.because}. Read as: {nearest}.", []).append(str(key))
    return "\n".join(f"- {', '.join(keys)}: {words}" for words, keys in said.items())


def _dials(dials: Mapping[str, float]) -> str:
    room = DIALS["seats"].at_zero
    return ", ".join(
        f"{DIALS[name].label.lower()} at {stand:g}" if stand or name != "seats" else room
        for name, stand in dials.items()
    )


def _sources() -> str:
    listed = published().reset_index()
    grouped = listed.groupby("source", sort=False)["id"].agg(", ".join)
    return "\n".join(f"- {ids}: {source}" for source, ids in grouped.items())


BLOCKS: Blocks = {
    "findings": lambda: findings_markdown(measured(), not_ruled_out()),
    "costs": costs_markdown,
    "draws": lambda: draws_markdown(gains_over_tickbox(), gains_from_openness()),
}
"""The measured blocks of the page."""
