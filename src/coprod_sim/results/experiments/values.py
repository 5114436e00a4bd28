"""Plays everything an experiment asks for and reads the wanted measures off, run by run."""

from collections.abc import Sequence

import numpy as np

from coprod_sim.model.measures import MEASURES
from coprod_sim.results.effort import COST_MEASURES, effort_of
from coprod_sim.results.experiments.declaration import REPAIR_MEASURES, Experiment
from coprod_sim.results.experiments.point import Cell
from coprod_sim.results.player import Played, play

Values = dict[str, np.ndarray]
"""Each wanted measure: runs x moments x groups; moment 0 is before the first decision."""


def values_of(
    experiment: Experiment, cells: Sequence[Cell], *, runs: int | None = None,
    seed: int | None = None, threads: int | None = None,
) -> list[Values]:  # fmt: skip
    """Play cells, those in the same town together, and read the wanted measures off.

    Args:
        experiment: which measures, and how many runs with which seed.
        cells: what is played.
        runs: so many runs instead of the experiment's.
        seed: this seed instead of the experiment's.
        threads: threads (all cores).

    Returns:
        The measures of each cell.
    """
    found = played(experiment, cells, runs=runs, seed=seed, threads=threads)
    return [measured(experiment, one, got) for one, got in zip(cells, found, strict=True)]


def played(
    experiment: Experiment, cells: Sequence[Cell], *, runs: int | None = None,
    seed: int | None = None, threads: int | None = None, drafts_from: int | None = None,
) -> list[Played]:  # fmt: skip
    """Play cells; the first trust only where it is looked at, as it takes as much memory as a run.

    Args:
        experiment: which measures, and how many runs with which seed.
        cells: what is played.
        runs: so many runs instead of the experiment's.
        seed: this seed instead of the experiment's.
        threads: threads (all cores).
        drafts_from: the seed that places the drafts, where towns share them.

    Returns:
        What came of each cell.
    """
    return play(
        [one.trial for one in cells], runs or experiment.runs,
        seed=experiment.seed if seed is None else seed,
        threads=threads, drafts_from=drafts_from, from_start=starts(experiment), split=experiment.split,
    )  # fmt: skip


def starts(experiment: Experiment) -> bool:
    """Say whether an experiment looks at the first trust.

    Args:
        experiment: which decisions and measures it shows.

    Returns:
        Whether it shows the time before the first decision, or a measure that looks back to it.
    """
    return 0 in experiment.decisions or bool({*REPAIR_MEASURES} & {*experiment.measures})


def measured(experiment: Experiment, one: Cell, found: Played) -> Values:
    """Read the wanted measures off what came of a play.

    Args:
        experiment: which measures.
        one: the cell.
        found: what came of it.

    Returns:
        Each measure: runs x moments x groups; moment 0 is before the first decision.
    """
    totals = found.totals
    trust = _from_the_start(totals.mean("trust"), found.start)
    empty = np.full_like(found.start, np.nan)
    out: Values = {}
    for name in experiment.measures:
        if name == "trust":
            out[name] = trust
        elif name in REPAIR_MEASURES:
            out[name] = repair_of(trust, len(one.trial.engagements))[name]
        elif name in COST_MEASURES:
            out[name] = _effort(one, name, trust.shape)
        else:
            out[name] = _from_the_start(MEASURES[name][1](totals), empty)
    return out


def _from_the_start(values: np.ndarray, start: np.ndarray) -> np.ndarray:
    return np.concatenate([start[:, None], values], axis=1)


def repair_of(trust: np.ndarray, good_from: int) -> Values:
    """Say when trust is back at its start, counted in decisions since the good ones began.

    Args:
        trust: runs x moments x groups.
        good_from: the moment after which the good decisions begin.

    Returns:
        `trust_is_back`, 0 or 1, and `decisions_until_back`; both runs x moments x groups.
    """
    back = trust >= trust[:, :1]
    back[:, :good_from] = False
    back = np.maximum.accumulate(back, axis=1)
    waited = np.broadcast_to((~back[:, good_from:]).sum(axis=1)[:, None] + 1, trust.shape)
    known = ~np.isnan(
        trust[:, :1]
    )  # who will win or take part is not known before the first decision
    return {
        "trust_is_back": np.where(known, back, np.nan),
        "decisions_until_back": np.where(known, waited, np.nan),
    }


def _effort(one: Cell, name: str, shape: tuple[int, ...]) -> np.ndarray:
    """Give what each decision takes; for the whole public only, and the same in every run."""
    ways = one.trial.engagements
    costs = [getattr(effort_of(w), name) for w in (*ways, *[ways[-1]] * shape[1])][: shape[1] - 1]
    out = np.full(shape, np.nan)
    out[:, 1:, 2] = costs
    return out
