"""Plays an experiment under many sets of assumptions, so that its ranges take in more than luck."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from coprod_sim.assumptions import Assumptions
from coprod_sim.model.setting import arm_of
from coprod_sim.results.compare import RUNS_A_DRAW
from coprod_sim.results.experiments.declaration import AS_ASSUMED, Experiment
from coprod_sim.results.experiments.playing import Values, values_of
from coprod_sim.results.experiments.points import Play
from coprod_sim.results.uncertainty import sets_over
from coprod_sim.scenarios.scenario import assume

SETS = 100
"""Sets of assumptions of each kind, with the runs of a draw each; as many as ship [sets]."""


def values_over(experiment: Experiment, plays: Sequence[Play]) -> dict[str, list[Values]]:
    """Give each play's measures for every kind of sets named in `over`: runs of all sets together."""
    return {
        over: values_of(experiment, plays)
        if over == AS_ASSUMED
        else _pooled(experiment, [_under_each(experiment, one, over) for one in plays])
        for over in experiment.over
    }


def _under_each(experiment: Experiment, one: Play, over: str) -> list[Play]:
    """Repeat a play under each set; what experiment and variant assume stays."""
    fixed = experiment.assumptions | one.variant.assumptions
    sets = sets_over(over, one.case, SETS, experiment.seed)
    return [_under(one, assume(p, fixed)) for p in sets]


def _under(one: Play, p: Assumptions) -> Play:
    return replace(one, arms=tuple(arm_of(e, p, one.case.campaign) for e in one.engagements))


def _pooled(experiment: Experiment, plays: Sequence[Sequence[Play]]) -> list[Values]:
    short = experiment.model_copy(update={"runs": RUNS_A_DRAW})
    values = iter(values_of(short, [one for each in plays for one in each]))
    together = []
    for each in plays:
        parts = [next(values) for _ in each]
        together.append({name: np.concatenate([v[name] for v in parts]) for name in parts[0]})
    return together
