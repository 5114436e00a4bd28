"""Writes the registered predictions and what was found into `docs/evidence.md`."""

import pandas as pd

from validation.documents import Blocks
from validation.predictions.register import SETS
from validation.predictions.study import Study, studies
from validation.predictions.verdicts import COMMITTED, NOT_READ, committed, verdicts

UNITS = {
    "d": "d",
    "points": "points",
    "outcome_over_process": "ratio of d",
    "repeat_ratio": "ratio",
    "coming_ratio": "ratio",
    "opposed_over_supporting": "ratio",
    "opposed_in_room": "points",
    "prior_trust": "d",
    "less_knowing": "points",
    "outcome_over_fairness": "ratio of r",
}
"""The unit of each statistic a study may ask for."""


def predictions_markdown(table: pd.DataFrame | None = None) -> str:
    """Write the score, the predictions beside the findings, and each study as Markdown.

    Args:
        table: what `verdicts` gives, or nothing for the stored one.

    Returns:
        The text of the block.
    """
    table = verdicts() if table is None else table
    return "\n\n".join((_score(table), _table(table), "The studies:", _list(table)))


def _score(table: pd.DataFrame) -> str:
    read = table[table["read"] != NOT_READ]
    signs, sizes = read["sign"], read.loc[read["inside"] != "-", "inside"]
    counted = read[signs.isin(["right", "wrong"])]
    naive, naive_of_all = ((some["direction"] == "up").sum() for some in (counted, read))
    null = int(((counted["sign"] == "right") & (counted["direction"] == "none")).sum())
    hash_ = " and ".join(f"`{h}`" for h in dict.fromkeys(table["assumptions"]))
    return (
        f"{len(table)} studies; {len(read)} could be read. **Sign:** {(signs == 'right').sum()} right, "
        f"{(signs == 'wrong').sum()} wrong, {(signs == 'open').sum()} left open, because fewer than "
        f"{10 * COMMITTED:.0f} in 10 sets agreed. {null} of those that are right found no effect, and the "
        f'range merely holds it. Somebody who always said "up" would have been right on {naive} of the '
        f"same {len(counted)}, and on {naive_of_all} of all {len(read)}. **Size:** "
        f"{len(sizes)} could be read; {(sizes == 'yes').sum()} inside the "
        f"range, {(sizes == 'touches').sum()} touching it, {(sizes == 'no').sum()} outside. Each range "
        f"spans the middle 9 in 10 of {SETS} sets of assumptions. They were made with the assumptions "
        f"{hash_}, when the kit's co-production had real influence at 0.6; it stands at 0.75 since, and the "
        "studies are still played as they were then."
    )


def _table(table: pd.DataFrame) -> str:
    lines = [
        "| | What was compared | Unit | Predicted | Above no effect | Found | Sign | Inside? |",
        "|---|---|---|---:|---:|---|---|---|",
    ]
    for study in studies():
        row = table.loc[study.id]
        lines.append(
            f"| {study.id} | {study.contrast} | {UNITS[study.read]} | {row['value']:.3g} "
            f"({row['low']:.3g} to {row['high']:.3g}) | {100 * row['above']:.0f} in 100, "
            f"{committed(row['above'])} | {_found(row)} | {_marked(row['sign'])} | {_marked(row['inside'])} |"
        )
    return "\n".join(lines)


def _found(row: pd.Series) -> str:
    if row["read"] == NOT_READ:
        return NOT_READ
    if pd.isna(row["effect"]):
        return str(row["direction"])
    interval = f" ({row['found_low']:.2g} to {row['found_high']:.2g})"
    return f"{row['effect']:.3g}{'' if pd.isna(row['found_low']) else interval}"


def _marked(word: str) -> str:
    return f"**{word}**" if word in {"wrong", "no"} else word


def _list(table: pd.DataFrame) -> str:
    return "\n".join(f"- {_entry(study, table.loc[study.id])}" for study in studies())


def _entry(study: Study, row: pd.Series) -> str:
    kept = {"nothing": "nothing", "direction": "its direction", "title": "what its title tells"}
    n = "" if row["read"] == NOT_READ else f" n: {row['n']}. Read: {row['read']}."
    return (
        f"**{study.id}.** {study.citation}, {study.link}. *Design:* {study.design}. *In the model:* "
        f"{study.play}. *Remembered before:* {kept[study.known]}.{n} {row['note']}"
    )


BLOCKS: Blocks = {"predictions": predictions_markdown}
"""The blocks of the page."""
