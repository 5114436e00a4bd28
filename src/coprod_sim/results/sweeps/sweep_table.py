"""Puts the numbers of all points into one tidy table, and gives it a digest."""

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from coprod_sim.results.experiments.loaded import Loaded
from coprod_sim.results.experiments.point import Point


def kinds_of(loaded: Loaded) -> list[tuple[str, str]]:
    """List what stands in the rows of one point: each variant's value, then each difference.

    Args:
        loaded: the experiment, read in.

    Returns:
        What it is (`value`, `difference`) and of which variant.
    """
    values = [("value", v.name) for v in loaded.experiment.all_variants]
    return values + [
        ("difference", f"{one} minus {other}") for one, other in loaded.experiment.pairs.items()
    ]


def table_of(
    loaded: Loaded, points: Sequence[Point], arrays: Mapping[int, np.ndarray]
) -> pd.DataFrame:
    """Make the table of some points, in the order of their numbers.

    Args:
        loaded: the experiment, read in.
        points: all points.
        arrays: by number: kinds x decisions x groups x measures x (mean, spread).

    Returns:
        A row for each point, kind, decision and group; the inputs, then mean and spread of each
        measure, in its unit.
    """
    experiment, kinds, numbers = loaded.experiment, kinds_of(loaded), sorted(arrays)
    last = int(loaded.experiment.settings.get("decisions.count", loaded.case.decisions.count))
    decisions = experiment.decisions or (last,)
    shape = (len(numbers), len(kinds), len(decisions), len(experiment.groups))
    place, kind, decision, group = (index.ravel() for index in np.indices(shape))
    columns: dict[str, object] = {"point": np.array(numbers, dtype=np.int64)[place]}
    for name in loaded.inputs:
        levels = np.array([points[n].labels[name] for n in numbers], dtype=np.float64)
        columns[name] = levels[place]
    columns["what"] = np.array([what for what, _ in kinds], dtype=object)[kind]
    columns["variant"] = np.array([name for _, name in kinds], dtype=object)[kind]
    columns["decision"] = np.array(decisions, dtype=np.int64)[decision]
    columns["group"] = np.array(experiment.groups, dtype=object)[group]
    values = np.stack([arrays[n] for n in numbers]).reshape(len(place), len(experiment.measures), 2)
    for k, measure in enumerate(experiment.measures):
        columns[measure] = values[:, k, 0]
        columns[f"{measure}_spread"] = values[:, k, 1]
    return pd.DataFrame(columns)


def digest_of(frame: pd.DataFrame, failed: Mapping[int, str]) -> str:
    """Give the same text for the same numbers, wherever and in whatever order they were played.

    Args:
        frame: the table.
        failed: by number, why there is nothing.

    Returns:
        64 hexadecimal digits.
    """
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
