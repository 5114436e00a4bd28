"""Plays an experiment under many sets of assumptions, so that its ranges take in more than luck."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from coprod_sim.results.comparison import RUNS_A_DRAW
from coprod_sim.results.experiments.declaration import AS_ASSUMED, Experiment
from coprod_sim.results.experiments.playing import Values, values_of
from coprod_sim.results.experiments.points import Cell
from coprod_sim.results.uncertainty import sets_over

SETS = 100
"""Sets of assumptions of each kind, with the runs of a draw each; as many as ship [sets]."""


def values_over(experiment: Experiment, cells: Sequence[Cell]) -> dict[str, list[Values]]:
    """Give each cell's measures for every kind of sets named in `over`: runs of all sets together."""
    return {
        over: values_of(experiment, cells)
        if over == AS_ASSUMED
        else _pooled(experiment, [_under_each(experiment, one, over) for one in cells])
        for over in experiment.over
    }


def _under_each(experiment: Experiment, one: Cell, over: str) -> list[Cell]:
    """Repeat a cell under each set; what experiment and variant assume stays."""
    sets = sets_over(over, one.trial.case, SETS, experiment.seed)
    return [replace(one, trial=one.trial.under(p)) for p in sets]


def _pooled(experiment: Experiment, cells: Sequence[Sequence[Cell]]) -> list[Values]:
    short = experiment.model_copy(update={"runs": RUNS_A_DRAW})
    values = iter(values_of(short, [one for each in cells for one in each]))
    together = []
    for each in cells:
        parts = [next(values) for _ in each]
        together.append({name: np.concatenate([v[name] for v in parts]) for name in parts[0]})
    return together
