"""Sums a sweep up in a short table: how far each gain reaches, and how it differs along each input."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import numpy as np
import pandas as pd

from coprod_sim.results.ranges import mean_and_ends
from coprod_sim.results.sweeps.result import SweepResult

EVERY = "all"
"""Stands for all points, where no input parts them."""


def summary_of(swept: SweepResult) -> pd.DataFrame:
    """Sum each measure up over all points, then over the low and the high third of each input.

    Args:
        swept: the sweep.

    Returns:
        A row for each measure: mean, and `low` to `high`, in which 9 in 10 points lie, in its unit;
        `above_zero` is the share of the points above 0.
    """
    rows = []
    for number, (name, part, points) in enumerate(_thirds(swept)):
        frame = swept.frame[swept.frame["point"].isin(points)]
        frame = frame if number == 0 else frame[frame["what"] == "difference"]
        for key, group in frame.groupby(["what", "variant", "decision", "group"], sort=False):
            labels = dict(zip(("what", "variant", "decision", "group"), key, strict=True))
            rows += _rows({"input": name, "third": part} | labels, group, swept.experiment.measures)
    return pd.DataFrame(rows)


def _thirds(swept: SweepResult) -> Iterator[tuple[str, str, pd.Index]]:
    """List all points, then those in the lowest and in the highest third of each input."""
    points = swept.points
    yield EVERY, EVERY, points.index
    for name, part in product(points, ("low", "high")):
        low, high = np.quantile(points[name], (1 / 3, 2 / 3))
        inside = points[name] <= low if part == "low" else points[name] >= high
        yield str(name), part, points.index[inside]


def _rows(
    labels: dict[str, Any], frame: pd.DataFrame, measures: tuple[str, ...]
) -> Iterator[dict[str, Any]]:
    for measure in measures:
        values = frame[measure].dropna().to_numpy()
        if len(values):
            share = {"above_zero": (values > 0).mean()}
            yield labels | {"measure": measure} | mean_and_ends(values) | share
