"""Says what each column of a table means: its kind, its unit, its ends, in words."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from coprod_sim.model.measures import MEASURES
from coprod_sim.quantities import Measure, Quantity
from coprod_sim.results.effort import COST_MEASURES

MEASURED = {name: kind for name, (kind, _) in MEASURES.items()} | COST_MEASURES
"""What can be measured, by the name of its column."""
SPREAD = "_spread"
"""What the name of a column ends in that holds the standard deviation of a measure over runs."""
MEANINGS = {
    "scenario": "the case",
    "engagement": "the way of involving people",
    "draw": "the set of assumptions: 0 as they stand, 1 and above drawn from what ranges are over",
    "run": "the run: another number is another town with other luck",
    "decision": "after which decision of the series, from 1",
    "group": "whom it is measured on: all, one of the two groups, or one of the splits",
    "people": "how many people belong to the group in this run",
    "measure": "what is measured; the columns are in its unit",
    "mean": "the mean over the runs with the assumptions as they stand",
    "share": "the part of the whole difference: its mean over the runs, in the measure's unit",
    "run_low": "the low end of 9 in 10 of these runs: luck alone",
    "run_high": "the high end of 9 in 10 of these runs: luck alone",
    "low": "the low end of 9 in 10 results: over luck alone for shares, else over what was asked for",
    "high": "the high end of 9 in 10 results: over luck alone for shares, else over what was asked for",
    "lost_without": "what the whole difference loses when this alone is off, in the measure's unit",
    "point": "the number of the point in the design, from 0",
    "what": "whether the row is the value of a variant or a difference between two",
    "variant": "the variant, or two of them as 'one minus other'; a comparison calls its ways `engagement`",
}
"""What columns and rows are that hold no measure."""


def described[T: pd.DataFrame](table: T, inputs: Mapping[str, Quantity] | None = None) -> T:
    """Put into `attrs["columns"]` what the columns of a table mean, and the levels of its rows.

    Args:
        table: the table; it is changed in place.
        inputs: what was varied, by the name of its column.

    Returns:
        The same table.
    """
    levels = [name for name in table.index.names if name is not None]
    kinds = {name: str(table.index.get_level_values(name).dtype) for name in levels}
    kinds |= {str(name): str(kind) for name, kind in table.dtypes.items()}
    table.attrs["columns"] = {
        name: _about(name, kind, inputs or {}) for name, kind in kinds.items()
    }
    return table


def _to_know(about: Quantity) -> tuple[str, str]:
    """Give what a measure's points mean, and what must be said wherever it is told."""
    return (about.points, about.caveat) if isinstance(about, Measure) else ("", "")


def _about(name: str, kind: str, inputs: Mapping[str, Quantity]) -> dict[str, Any]:
    of = name.removesuffix(SPREAD)
    if of in MEASURED:
        about = MEASURED[of]
        ends = {"low": 0.0 if of != name else about.low, "high": about.high}
        means = " ".join(filter(None, (f"{about.label}.", about.plain, *_to_know(about))))
        if of != name:
            ends["high"] = about.high - about.low
            means = f"standard deviation over the runs of: {means}"
        return {"kind": kind, "unit": about.unit, **ends, "means": means, "formula": about.formula}
    if name in inputs:
        about = inputs[name]
        ends = {"low": about.low, "high": about.high}
        return {"kind": kind, "unit": about.unit, **ends, "means": f"varied: {about.label}"}
    return {"kind": kind, "means": MEANINGS.get(name, name)}
