"""Plays an experiment over what its ranges are to be taken over: luck alone, or many models."""

from collections.abc import Sequence

import numpy as np

from coprod_sim.results.comparison import RUNS_A_DRAW
from coprod_sim.results.experiments.declaration import Experiment
from coprod_sim.results.experiments.point import Cell
from coprod_sim.results.experiments.values import Values, measured, starts, values_of
from coprod_sim.results.player import play_draws
from coprod_sim.results.uncertainty import LUCK, sets_over

SETS = 100
"""Sets of assumptions of each kind, with the runs of a draw each [sets]."""


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
        over: values_of(experiment, cells) if over == LUCK else _pooled(experiment, cells, over)
        for over in experiment.over
    }


def _pooled(experiment: Experiment, cells: Sequence[Cell], over: str) -> list[Values]:
    """Play each cell under each set, in the set's own towns; what experiment and variant assume stays."""
    cases = {id(one.trial.case): one.trial.case for one in cells}
    sets = {k: sets_over(over, case, SETS, experiment.seed) for k, case in cases.items()}
    draws = [[one.trial.under(sets[id(one.trial.case)][k]) for one in cells] for k in range(SETS)]
    found = play_draws(
        draws,
        RUNS_A_DRAW,
        seed=experiment.seed,
        from_start=starts(experiment),
        split=experiment.split,
    )
    pooled = []
    for one, played in zip(cells, zip(*found, strict=True), strict=True):
        parts = [measured(experiment, one, got) for got in played]
        pooled.append({name: np.concatenate([v[name] for v in parts]) for name in parts[0]})
    return pooled
