"""Plays everything an experiment asks for and reads the wanted measures off, run by run."""

import os
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from coprod_sim.arithmetic import total
from coprod_sim.engagement import load_engagement
from coprod_sim.model.arrays import Town, first_day, play
from coprod_sim.model.ensemble import play_all
from coprod_sim.model.setting import LANES, Arm, Setting, arm_of, setting_of
from coprod_sim.model.sums import group_sums
from coprod_sim.population import population_of
from coprod_sim.results.cost import COST_MEASURES, effort_of
from coprod_sim.results.experiments.declaration import REPAIR_MEASURES
from coprod_sim.results.experiments.points import Play
from coprod_sim.results.measures import GROUPS, MEASURES, tally_of

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


@dataclass(frozen=True, kw_only=True)
class Played:
    """What came of one play, over all its runs: the sums, the group sizes and the first trust."""

    sums: np.ndarray
    sizes: tuple[int, int]
    start: np.ndarray


def values_of(
    wanted: Wanted, plays: Sequence[Play], *, threads: int | None = None, seed: int | None = None
) -> list[Values]:
    """Play everything, those in the same town together, and give each play's measures.

    `seed` takes the place of the one wanted.
    """
    luck = wanted.seed if seed is None else seed
    found = played(wanted, plays, seed=luck, threads=threads)
    return [measured(wanted, one, got) for one, got in zip(plays, found, strict=True)]


def played(
    wanted: Wanted,
    plays: Sequence[Play],
    *,
    seed: int,
    threads: int | None = None,
    drafts_from: int | None = None,
) -> list[Played]:
    """Play everything, those in the same town together; `drafts_from` as in `Setting`."""
    towns: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(plays):
        towns[one.case.model_dump_json(include={"people", "decisions"})].append(place)
    out: dict[int, Played] = {}
    for places in towns.values():
        case = plays[places[0]].case
        setting = replace(setting_of(case, population_of(case), seed), drafts_from=drafts_from)
        start, sizes = _start(wanted, setting), setting.population.group_sizes
        sums = sums_of(setting, [plays[k].arms for k in places], wanted.runs, threads)
        for k, found in zip(places, sums, strict=True):
            out[k] = Played(sums=found, sizes=sizes, start=start)
    return [out[place] for place in range(len(plays))]


def _start(wanted: Wanted, setting: Setting) -> np.ndarray:
    """Give the first trust if anything looks at it; it takes as much memory as a run in NumPy."""
    if 0 in wanted.decisions or set(REPAIR_MEASURES) & set(wanted.measures):
        return start_trust(setting, wanted.runs)
    return np.full((wanted.runs, len(GROUPS)), np.nan)


def sums_of(
    setting: Setting, series: Sequence[tuple[Arm, ...]], runs: int, threads: int | None
) -> list[np.ndarray]:
    """Play single arms in the compiled ensemble, and series of arms in the NumPy driver.

    Without `threads`, all cores are used.
    """
    single = [k for k, arms in enumerate(series) if len(arms) == 1]
    fast = play_all(
        setting, [series[k][0] for k in single], runs, threads=threads or os.cpu_count() or 1
    )
    found = dict(zip(single, fast, strict=True))
    return [
        found[k] if k in found else play_series(setting, arms, runs)
        for k, arms in enumerate(series)
    ]


def play_series(setting: Setting, arms: Sequence[Arm], runs: int) -> np.ndarray:
    """Play one arm a decision, the last one staying; runs x decisions x groups x sums."""
    people = setting.population
    parts = [
        np.stack([group_sums(now, people.less_heard) for now in play(setting, arms, batch)], axis=1)
        for batch in _batches(runs)
    ]
    return np.concatenate(parts)


def _batches(runs: int) -> list[range]:
    return [range(k, min(k + LANES, runs)) for k in range(0, runs, LANES)]


def start_trust(setting: Setting, runs: int) -> np.ndarray:
    """Give the mean trust before anything happens; runs x groups."""
    people, anybody = setting.population, arm_of(load_engagement("no_exercise"))
    parts = []
    for batch in _batches(runs):
        links = setting.network(batch.start // LANES)
        trust = first_day(Town(setting, anybody, np.arange(batch.start, batch.stop), links)).trust
        less, well = total(trust[: people.less_heard]), total(trust[people.less_heard :])
        parts.append(np.stack([less, well, less + well], axis=-1))
    sizes = people.group_sizes
    return np.concatenate(parts) / np.array([*sizes, sum(sizes)])


def measured(wanted: Wanted, one: Play, found: Played) -> Values:
    """Read the wanted measures off what came of a play."""
    sums, start = found.sums, found.start
    tally = tally_of(sums, found.sizes)
    trust = _from_the_start(tally.mean("trust"), start)
    empty = np.full((len(sums), len(GROUPS)), np.nan)
    out: Values = {}
    for name in wanted.measures:
        if name == "trust":
            out[name] = trust
        elif name in REPAIR_MEASURES:
            out[name] = repair_of(trust, len(one.arms))[name]
        elif name in COST_MEASURES:
            out[name] = _effort(one, name, trust.shape)
        else:
            out[name] = _from_the_start(MEASURES[name][1](tally), empty)
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


def _effort(one: Play, name: str, shape: tuple[int, ...]) -> np.ndarray:
    """Give what each decision takes; for the whole public only, and the same in every run."""
    last = len(one.engagements) - 1
    costs = [getattr(effort_of(one.engagements[min(k, last)]), name) for k in range(shape[1] - 1)]
    out = np.full(shape, np.nan)
    out[:, 1:, 2] = costs
    return out
