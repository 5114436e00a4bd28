"""Turns the measures of every run into an experiment's table: means, ranges and differences."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

import numpy as np
import pandas as pd

from coprod_sim.errors import InputError
from coprod_sim.results.compare import HIGH, LOW
from coprod_sim.results.experiments.declaration import Experiment, Show, partner
from coprod_sim.results.experiments.playing import Values
from coprod_sim.results.experiments.points import Play
from coprod_sim.results.measures import GROUPS

Row = dict[str, Any]
RANKING = ["scenario", "what", "variant", "decision", "group", "measure"]
"""Columns that tell one ranking of the assumptions from another."""


def table_of(
    experiment: Experiment, plays: Sequence[Play], values: Sequence[Values]
) -> pd.DataFrame:
    """Make the tidy table: a row for each case, variant, point, decision, group and measure.

    `plays` come case by case, then point by point, then variant by variant, with their `values`.
    """
    check_decisions(experiment, plays)
    rows = [
        head | row
        for kind in experiment.show
        for head, found in _shown(experiment, kind, plays, values)
        for row in _rows(experiment, found)
    ]
    frame = pd.DataFrame(rows)
    changes = any("change" in kind for kind in experiment.show)
    return ranked(frame) if changes and experiment.each_assumption else frame


def check_decisions(experiment: Experiment, plays: Sequence[Play]) -> None:
    """Refuse to show decisions that are not taken."""
    fewest = min(one.case.decisions.count for one in plays)
    for decision in experiment.decisions:
        if not 0 <= decision <= fewest:
            raise InputError(f"decisions must be between 0 and {fewest}, but one is {decision}")


def _shown(
    experiment: Experiment, kind: Show, plays: Sequence[Play], values: Sequence[Values]
) -> Iterator[tuple[Row, Values]]:
    """List what one kind of row is about, with the measures of every run."""
    variants = experiment.all_variants
    names, width = [v.name for v in variants], len(variants)
    a_case = len(plays) // len(experiment.scenarios)
    for k, one in enumerate(plays):
        other = partner(experiment, one.variant) if "difference" in kind else ""
        first = k // a_case * a_case + k % width
        if ("difference" in kind and not other) or ("change" in kind and k == first):
            continue
        step = names.index(other) - k % width if other else None
        found = _paired(values, k, step)
        if "change" in kind:
            found = _minus(found, _paired(values, first, step))
        name = f"{one.variant.name} minus {other}" if other else one.variant.name
        yield {"scenario": one.case.name, "variant": name, **one.point.labels, "what": kind}, found


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
        runs = found[measure][:, decision, GROUPS.index(group)]
        key = {"decision": decision, "group": group, "measure": measure}
        for together in experiment.runs_together or (0,):
            row = _range(blocks(runs, together) if together else runs)
            if not np.isnan(row["mean"]):
                yield key | ({"runs": together} | row if together else _without_spread(row))


def blocks(runs: np.ndarray, together: int) -> np.ndarray:
    """Take the mean of every so many runs; a rest that fills no group is left out."""
    full = len(runs) // together
    return runs[: full * together].reshape(full, together).mean(axis=1)


def _range(runs: np.ndarray) -> Row:
    """Give the mean, the ends of 9 in 10 values and their spread, leaving out runs without one."""
    there = runs[~np.isnan(runs)]
    if len(there) == 0:
        return dict.fromkeys(("mean", "low", "high", "spread"), np.nan)
    low, high = np.quantile(there, (LOW, HIGH))
    spread = there.std(ddof=1) if len(there) > 1 else np.nan
    return {"mean": there.mean(), "low": low, "high": high, "spread": spread}


def _without_spread(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "spread"}


def ranked(frame: pd.DataFrame) -> pd.DataFrame:
    """Number the assumptions by how far they move each measure, 1 the most, and sort by it."""
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
