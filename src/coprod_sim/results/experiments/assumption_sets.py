"""Plays an experiment under many sets of assumptions, so that its ranges take in more than luck."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from coprod_sim.results.comparison import RUNS_A_DRAW
from coprod_sim.results.experiments.declaration import AS_ASSUMED, Experiment
from coprod_sim.results.experiments.point import Cell
from coprod_sim.results.experiments.values import Values, values_of
from coprod_sim.results.uncertainty import sets_over

SETS = 100
"""Sets of assumptions of each kind, with the runs of a draw each; as many as ship [sets]."""


def values_over(experiment: Experiment, cells: Sequence[Cell]) -> dict[str, list[Values]]:
    """Give each cell's measures for every kind of sets named in `over`.

    Args:
        experiment: which kinds of sets, measures, runs and seed.
        cells: what is played.

    Returns:
        By kind, each cell's measures; the runs of all sets together.

    Raises:
        InputError: for an unknown kind of sets.
    """
    return {
        over: values_of(experiment, cells)
        if over == AS_ASSUMED
        else _pooled(experiment, cells, over)
        for over in experiment.over
    }


def _pooled(experiment: Experiment, cells: Sequence[Cell], over: str) -> list[Values]:
    """Repeat each cell under each set; what experiment and variant assume stays."""
    cases = {id(one.trial.case): one.trial.case for one in cells}
    sets = {k: sets_over(over, case, SETS, experiment.seed) for k, case in cases.items()}
    many = [
        replace(one, trial=one.trial.under(p)) for one in cells for p in sets[id(one.trial.case)]
    ]
    values = iter(values_of(experiment, many, runs=RUNS_A_DRAW))
    pooled = []
    for one in cells:
        parts = [next(values) for _ in sets[id(one.trial.case)]]
        pooled.append({name: np.concatenate([v[name] for v in parts]) for name in parts[0]})
    return pooled
