"""Plays everything an experiment asks for and reads the wanted measures off, run by run."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from coprod_sim.results.effort import COST_MEASURES, effort_of
from coprod_sim.results.experiments.declaration import REPAIR_MEASURES
from coprod_sim.results.experiments.points import Cell
from coprod_sim.results.measures import GROUPS, MEASURES
from coprod_sim.results.player import Played, play

Values = dict[str, np.ndarray]
"""Each wanted measure: runs x moments x groups; moment 0 is before the first decision."""


class Wanted(Protocol):
    """What is to be read off the plays, and how many runs are behind it."""

    @property
    def measures(self) -> tuple[str, ...]:
        """The names of the measures."""
        ...

    @property
    def decisions(self) -> tuple[int, ...]:
        """The decisions shown; 0 is before the first one."""
        ...

    @property
    def runs(self) -> int:
        """Runs of each play."""
        ...

    @property
    def seed(self) -> int:
        """The seed of all luck."""
        ...


def values_of(
    wanted: Wanted, cells: Sequence[Cell], *, threads: int | None = None, seed: int | None = None
) -> list[Values]:
    """Play everything, and give the measures of each cell; `seed` takes the place of the one wanted."""
    luck = wanted.seed if seed is None else seed
    found = played(wanted, cells, seed=luck, threads=threads)
    return [measured(wanted, one, got) for one, got in zip(cells, found, strict=True)]


def played(
    wanted: Wanted,
    cells: Sequence[Cell],
    *,
    seed: int,
    threads: int | None = None,
    drafts_from: int | None = None,
) -> list[Played]:
    """Play everything; the first trust only where it is looked at, as it takes as much memory as a run."""
    first = 0 in wanted.decisions or bool(set(REPAIR_MEASURES) & set(wanted.measures))
    return play(
        [one.trial for one in cells], wanted.runs, seed=seed, threads=threads,
        drafts_from=drafts_from, from_start=first,
    )  # fmt: skip


def measured(wanted: Wanted, one: Cell, found: Played) -> Values:
    """Read the wanted measures off what came of a play."""
    totals = found.totals
    trust = _from_the_start(totals.mean("trust"), found.start)
    empty = np.full((len(found.sums), len(GROUPS)), np.nan)
    out: Values = {}
    for name in wanted.measures:
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
    """Say when trust is back at its start, counted in decisions since the good ones began."""
    back = trust >= trust[:, :1]
    back[:, :good_from] = False
    back = np.maximum.accumulate(back, axis=1)
    waited = (~back[:, good_from:]).sum(axis=1) + 1
    return {
        "trust_is_back": back.astype(np.float64),
        "decisions_until_back": np.broadcast_to(waited[:, None], trust.shape).astype(np.float64),
    }


def _effort(one: Cell, name: str, shape: tuple[int, ...]) -> np.ndarray:
    """Give what each decision takes; for the whole public only, and the same in every run."""
    ways = one.trial.engagements
    costs = [getattr(effort_of(w), name) for w in (*ways, *[ways[-1]] * shape[1])][: shape[1] - 1]
    out = np.full(shape, np.nan)
    out[:, 1:, 2] = costs
    return out
