"""An answer worked out beforehand, for a browser that cannot run the model: what the board would show."""

from collections.abc import Callable, Iterable
from functools import partial
from itertools import product
from typing import Any

import numpy as np
import pandas as pd

from coprod_sim.briefing.cautions import WORSE
from coprod_sim.charts.counted import enough_of, usual_above, worse_of
from coprod_sim.charts.values import gains_of
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.results.ahead import lean_of
from coprod_sim.results.uncertainty import WORTH_HAVING

DIGITS = 5
"""How many figures that count are kept of a number that is only shown."""


def answer_of(found: Comparison, least: float = WORTH_HAVING) -> dict[str, Any]:
    """Hand the numbers of a comparison over in the order in which the board has its own.

    Args:
        found: what was compared.
        least: the smallest gain worth having [share].

    Returns:
        Which ways were compared as they stand, over how many decisions, and two long rows: ranges and
        differences to the first way, each way x decision x group x measure x (mean, run_low, run_high,
        low, high); None where nobody is measured. `ahead` and `above` have what `enough_of` and `usual_above`
        give: each way but the first x decision x measure; `worse` what `worse_of` gives for each of `WORSE`,
        in that order. `costs` has three numbers for each way (`Effort`).
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
        "sides": _sides(found),
        "least": least,
        "ahead": _counted(found, partial(enough_of, least=least)),
        "above": _counted(found, usual_above),
        "worse": _counted(found, worse_of, WORSE),
    }


def shortened(answer: dict[str, Any]) -> dict[str, Any]:
    """Write the numbers of an answer as exactly as any page shows them.

    Args:
        answer: what `answer_of` gives.

    Returns:
        The same with shorter numbers.
    """
    rows = ("ranges", "differences", "ahead", "above", "worse")
    short = {
        row: [v if v is None else float(f"{v:.{DIGITS}g}") for v in answer[row]] for row in rows
    }
    return answer | short


def _sides(found: Comparison) -> list[float]:
    """Decide for each difference on which side of zero it lies, or most results lie."""
    names = [way.name for way in found.engagements[1:]]
    rows = product(names, range(found.scenario.decisions.count), found.groups, MEASURES)
    ends = np.concatenate(
        [np.empty((0, 2)), *(found.differences.loc[[n], ["low", "high"]].to_numpy() for n in names)]
    )
    return [
        lean_of(100.0 * low, 100.0 * high, gains_of(found, name, measure, group, decision))
        for (low, high), (name, decision, group, measure) in zip(ends.tolist(), rows, strict=True)
    ]


def _counted(
    found: Comparison, count: Callable[..., float], measures: Iterable[str] = MEASURES
) -> list[float | None]:
    """Count over everybody: each way but the first x decision x measure; None where nobody is measured."""
    names = [way.name for way in found.engagements[1:]]
    rows = product(names, range(found.scenario.decisions.count), measures)
    shares = [count(found, name, measure, decision=decision) for name, decision, measure in rows]
    return [None if np.isnan(share) else share for share in shares]


def _row(table: pd.DataFrame, names: list[str]) -> list[float | None]:
    """Put the ways into the order of the comparison, and everything into one row."""
    if not names:
        return []
    parts = [table.loc[[name]].to_numpy().ravel() for name in names]
    return [None if np.isnan(v) else v for v in np.concatenate(parts).tolist()]
