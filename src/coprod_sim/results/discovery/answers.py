"""What `coprod-sim run` makes of a sweep: its spread, what matters in it, or when too little is gained."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from coprod_sim.results.discovery.boxes import discover_scenario
from coprod_sim.results.discovery.effects import first_order_effects
from coprod_sim.results.discovery.sample import Sample, sample_of
from coprod_sim.results.sweeps import SweepResult
from coprod_sim.results.sweeps.summary import summary_of

Row = dict[str, Any]


def matters_table(swept: SweepResult) -> pd.DataFrame:
    """Rank what was varied, measure by measure: what it explains alone, and what it adds.

    Total effects are left to `total_effects`: they come from an emulator, whose last digits differ from
    computer to computer.

    Args:
        swept: the sweep.

    Returns:
        Two rows for each measure and input: `explains alone`, a share of the spread, and `adds`, the
        gain in the highest quarter of the input less that in the lowest; each with mean, low and high.

    Raises:
        InputError: for a sweep with too few points, or more than one way beside the baseline.
    """
    sample = sample_of(swept)
    rows = [row for m in swept.experiment.measures for row in _matters(sample, m)]
    return pd.DataFrame(rows)


def _matters(sample: Sample, measure: str) -> list[Row]:
    rows = []
    for rank, (name, v) in enumerate(first_order_effects(sample, measure).iterrows(), start=1):
        head = {"measure": measure, "rank": rank, "input": name}
        ends = {"mean": v["share"], "low": v["low"], "high": v["high"]}
        rows.append(head | {"what": "explains alone"} | ends)
        ends = {"mean": v["effect"], "low": v["effect_low"], "high": v["effect_high"]}
        rows.append(head | {"what": "adds"} | ends)
    return rows


def corner_table(swept: SweepResult) -> pd.DataFrame:
    """Give the corner in which the gain is too small, for each measure but quality.

    Args:
        swept: the sweep.

    Returns:
        For each limit a row for its value and one for the share of resamples in which it comes back;
        then coverage, density and base rate, as shares.

    Raises:
        InputError: for a sweep without a point that has all its measures, or with more than one way
            beside the baseline.
    """
    sample = sample_of(swept)
    measures = [m for m in swept.experiment.measures if m != "quality"]
    return pd.DataFrame([row for m in measures for row in _corner(sample, m)])


def _corner(sample: Sample, measure: str) -> list[Row]:
    box = discover_scenario(sample, measure=measure)
    found: list[tuple[str, str, float]] = []
    for limit in box.limits:
        side = "above" if limit.above else "below"
        found.append((limit.name, side, limit.value))
        found.append((limit.name, f"{side}: comes back", limit.comes_back))
    found += [("all", what, getattr(box, what)) for what in ("coverage", "density", "base_rate")]
    return [
        {"measure": measure, "input": name, "what": what}
        | dict.fromkeys(("mean", "low", "high"), float(np.float64(value)))
        for name, what, value in found
    ]


ANSWERS: dict[str, Callable[[SweepResult], pd.DataFrame]] = {
    "spread": summary_of,
    "what_matters": matters_table,
    "when_not": corner_table,
}
"""The answers by the name they have in a design file."""
