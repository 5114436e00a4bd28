"""Puts the numbers of all points into one tidy table, and gives it a digest."""

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from coprod_sim.results.experiments.points import Point
from coprod_sim.results.sweeping.job import Job


def kinds_of(job: Job) -> list[tuple[str, str]]:
    """List what stands in the rows of one point: each variant's value, then each difference."""
    values = [("value", v.name) for v in job.design.all_variants]
    return values + [("difference", f"{one} minus {other}") for one, other in job.design.pairs]


def table_of(job: Job, points: Sequence[Point], arrays: Mapping[int, np.ndarray]) -> pd.DataFrame:
    """Make the table of some points, in the order of their numbers."""
    design, kinds, numbers = job.design, kinds_of(job), sorted(arrays)
    last = int(job.design.settings.get("decisions.count", job.case.decisions.count))
    decisions = design.decisions or (last,)
    shape = (len(numbers), len(kinds), len(decisions), len(design.groups))
    place, kind, decision, group = (index.ravel() for index in np.indices(shape))
    columns: dict[str, object] = {"point": np.array(numbers, dtype=np.int64)[place]}
    for name in job.inputs:
        levels = np.array([points[n].labels[name] for n in numbers], dtype=np.float64)
        columns[name] = levels[place]
    columns["what"] = np.array([what for what, _ in kinds], dtype=object)[kind]
    columns["variant"] = np.array([name for _, name in kinds], dtype=object)[kind]
    columns["decision"] = np.array(decisions, dtype=np.int64)[decision]
    columns["group"] = np.array(design.groups, dtype=object)[group]
    values = np.stack([arrays[n] for n in numbers]).reshape(len(place), len(design.measures), 2)
    for k, measure in enumerate(design.measures):
        columns[measure] = values[:, k, 0]
        columns[f"{measure}_spread"] = values[:, k, 1]
    return pd.DataFrame(columns)


def digest_of(frame: pd.DataFrame, failed: Mapping[int, str]) -> str:
    """Give the same text for the same numbers, wherever and in whatever order they were played."""
    digest = hashlib.sha256()
    for name in frame:
        column = frame[name].to_numpy()
        digest.update(str(name).encode())
        if column.dtype.kind in "if":
            digest.update((column + 0).astype(column.dtype.newbyteorder("<")).tobytes())
        else:
            digest.update("\n".join(map(str, column)).encode())
    digest.update(repr(sorted(failed)).encode())
    return digest.hexdigest()
