"""Turns the measures of every run into an experiment's table: means, ranges and differences."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

import numpy as np
import pandas as pd

from coprod_sim.model.totals import EVERY_GROUP
from coprod_sim.results.experiments.declaration import Experiment, Show
from coprod_sim.results.experiments.loaded import check_decisions
from coprod_sim.results.experiments.point import Cell
from coprod_sim.results.experiments.values import Values
from coprod_sim.results.ranges import mean_and_ends

Row = dict[str, Any]
RANKING = ["scenario", "what", "variant", "decision", "group", "measure"]
"""Columns that tell one ranking of the assumptions from another."""


def table_of(
    experiment: Experiment, cells: Sequence[Cell], values: Sequence[Values]
) -> pd.DataFrame:
    """Make the tidy table.

    Args:
        experiment: what is shown, for which decisions, groups and measures.
        cells: case by case, then point by point, then variant by variant.
        values: the measures of each cell.

    Returns:
        A row for each case, variant, point, decision, group and measure; mean, and low to high, in
        which 9 in 10 runs lie, in the measure's unit.

    Raises:
        InputError: for decisions that are not taken.
    """
    check_decisions(experiment, (one.trial.case for one in cells))
    rows = [
        head | row
        for kind in experiment.show
        for head, found in _shown(experiment, kind, cells, values)
        for row in _rows(experiment, found)
    ]
    frame = pd.DataFrame(rows)
    changes = any("change" in kind for kind in experiment.show)
    return ranked(frame) if changes and experiment.each_assumption else frame


def _shown(
    experiment: Experiment, kind: Show, cells: Sequence[Cell], values: Sequence[Values]
) -> Iterator[tuple[Row, Values]]:
    """List what one kind of row is about, with the measures of every run."""
    variants = experiment.all_variants
    names, width = [v.name for v in variants], len(variants)
    a_case = len(cells) // len(experiment.scenarios)
    for k, one in enumerate(cells):
        other = experiment.pairs.get(one.variant.name, "") if "difference" in kind else ""
        first = k // a_case * a_case + k % width
        if ("difference" in kind and not other) or ("change" in kind and k == first):
            continue
        step = names.index(other) - k % width if other else None
        found = _paired(values, k, step)
        if "change" in kind:
            found = _minus(found, _paired(values, first, step))
        name = f"{one.variant.name} minus {other}" if other else one.variant.name
        yield (
            {"scenario": one.trial.case.name, "variant": name, **one.point.labels, "what": kind},
            found,
        )


def _paired(values: Sequence[Values], k: int, step: int | None) -> Values:
    """Give a play's values, or how far they lie above those of another one, run by run."""
    return values[k] if step is None else _minus(values[k], values[k + step])


def _minus(one: Values, other: Values) -> Values:
    moments = min(next(iter(v.values())).shape[1] for v in (one, other))
    return {name: one[name][:, :moments] - other[name][:, :moments] for name in one}


def _rows(experiment: Experiment, found: Values) -> Iterator[Row]:
    last = next(iter(found.values())).shape[1] - 1
    chosen = product(experiment.decisions or (last,), experiment.groups, experiment.measures)
    for decision, group, measure in chosen:
        runs = found[measure][:, decision, EVERY_GROUP.index(group)]
        key = {"decision": decision, "group": group, "measure": measure}
        for together in experiment.runs_together or (0,):
            values = blocks(runs, together) if together else runs
            row = mean_and_ends(values)
            if not np.isnan(row["mean"]):
                yield key | ({"runs": together} | row | _spread(values) if together else row)


def blocks(runs: np.ndarray, together: int) -> np.ndarray:
    """Take the mean of every so many runs; a rest that fills no group is left out.

    Args:
        runs: a measure in every run.
        together: runs that make a block.

    Returns:
        The mean of each block.
    """
    full = len(runs) // together
    return runs[: full * together].reshape(full, together).mean(axis=1)


def _spread(runs: np.ndarray) -> Row:
    there = runs[~np.isnan(runs)]
    return {"spread": there.std(ddof=1) if len(there) > 1 else np.nan}


def ranked(frame: pd.DataFrame) -> pd.DataFrame:
    """Number the assumptions by how far they move each measure, 1 the most, and sort by it.

    Args:
        frame: a table with rows of changes, one assumption at a time.

    Returns:
        The same rows with `rank`, sorted.
    """
    sizes: dict[tuple[Any, ...], dict[str, float]] = defaultdict(dict)
    rows = frame.to_dict("records")
    for row in rows:
        if row["what"].startswith("change"):
            found, size = sizes[_ranking(row)], round(abs(row["mean"]), 4)
            found[row["assumption"]] = max(size, found.get(row["assumption"], 0.0))
    order = {key: sorted(found, key=lambda n: -found[n]) for key, found in sizes.items()}
    ranks = [
        order[_ranking(row)].index(row["assumption"]) + 1 if _ranking(row) in order else 0
        for row in rows
    ]
    return frame.assign(rank=ranks).sort_values(
        [*RANKING, "rank"], kind="stable", ignore_index=True
    )


def _ranking(row: Mapping[Any, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in RANKING)
