"""An answer worked out beforehand, for a browser that cannot run the model: what the board would show."""

from typing import Any

import numpy as np
import pandas as pd

from coprod_sim.results import Comparison
from coprod_sim.results.deciding import lean

DIGITS = 5
"""How many figures that count are kept of a number that is only shown."""


def answer_of(found: Comparison) -> dict[str, Any]:
    """Hand the numbers of a comparison over in the order in which the board has its own.

    Args:
        found: what was compared.

    Returns:
        Which ways were compared as they stand, over how many decisions, and two long rows: ranges and
        differences to the first way, each way x decision x group x measure x (mean, run_low, run_high,
        low, high); None where nobody is measured. `costs` has three numbers for each way (`Effort`).
    """
    names = [way.name for way in found.engagements]
    return {
        "ways": names,
        "dials": [[float(v) for v in way.dials] for way in found.engagements],
        "decisions": found.scenario.decisions.count,
        "over": found.over,
        "runs": found.runs,
        "draws": found.draws,
        "costs": [float(v) for name in names for v in found.efforts[name]],
        "ranges": _row(found.ranges, names),
        "differences": _row(found.differences, names[1:]),
        "sides": _sides(found, names[1:]),
    }


def shortened(answer: dict[str, Any]) -> dict[str, Any]:
    """Write the numbers of an answer as exactly as any page shows them.

    Args:
        answer: what `answer_of` gives.

    Returns:
        The same with shorter numbers.
    """
    rows = ("ranges", "differences")
    short = {
        row: [v if v is None else float(f"{v:.{DIGITS}g}") for v in answer[row]] for row in rows
    }
    return answer | short


def _sides(found: Comparison, names: list[str]) -> list[float]:
    """Decide for each difference on which side of zero it lies, or leans."""
    ends = [found.differences.loc[[name], ["low", "high"]].to_numpy() for name in names]
    return [lean(100.0 * low, 100.0 * high) for table in ends for low, high in table.tolist()]


def _row(table: pd.DataFrame, names: list[str]) -> list[float | None]:
    """Put the ways into the order of the comparison, and everything into one row."""
    if not names:
        return []
    parts = [table.loc[[name]].to_numpy().ravel() for name in names]
    return [None if np.isnan(v) else v for v in np.concatenate(parts).tolist()]
