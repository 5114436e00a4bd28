"""The one player: every variant on every case meets the same citizens and the same luck.

Runs of one number share their luck (common random numbers), so differences between trials are paired.
Single engagements go through the compiled ensemble, series of them through the module or the NumPy driver;
all give the same bits.
"""

import os
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import count

import numpy as np

from coprod_sim import wasm
from coprod_sim.arithmetic import total
from coprod_sim.assumptions import Assumptions, assume
from coprod_sim.engagement import Engagement, load_engagement
from coprod_sim.errors import InputError
from coprod_sim.model.arrays import Batch, first_day
from coprod_sim.model.arrays import play as play_batch
from coprod_sim.model.buffers import LANES
from coprod_sim.model.ensemble import play_all
from coprod_sim.model.measures import MEASURES
from coprod_sim.model.setting import Arm, Setting, arm_of, setting_of
from coprod_sim.model.sums import SUMS, group_sums, split_sums
from coprod_sim.model.totals import EVERY_GROUP, GROUPS, GroupTotals, totals_of
from coprod_sim.population import population_of
from coprod_sim.population.network import refuse_many
from coprod_sim.quantities import whole_number
from coprod_sim.results.variant import Load, Variant
from coprod_sim.scenarios import Scenario

MOST_RUNS, MOST_THREADS = 1_000_000, 1024
"""The most runs of a trial, and the most threads."""
Progress = Callable[[int, int], object]
"""Called with how much is done and how much there is."""


@dataclass(frozen=True, kw_only=True)
class Trial:
    """One variant on one case, ready to be played: its engagements, one a decision; the last stays.

    `fixed` names assumptions that stay as they are when others are tried.
    """

    case: Scenario
    variant: Variant
    engagements: tuple[Engagement, ...]
    rules: Assumptions
    fixed: Mapping[str, float] = field(default_factory=dict)

    @property
    def arms(self) -> tuple[Arm, ...]:
        """The engagements in the numbers that the rules read."""
        return tuple(arm_of(e, self.rules, self.case.campaign) for e in self.engagements)

    def under(self, p: Assumptions) -> "Trial":
        """Give the same trial under another set of assumptions."""
        return replace(self, rules=assume(p, self.fixed))


@dataclass(frozen=True, kw_only=True)
class Played:
    """What came of a trial, over all its runs.

    `sums` are runs x decisions x groups (less-heard, well-connected) x `SUMS`, or with splits as in
    `split_sums`; `sizes` the people in both groups; `best` the merit of a plan that fits a person exactly.
    `start` is the mean trust before the first decision, runs x groups (`GROUPS`, or `EVERY_GROUP` where
    runs are split); nan unless asked for, and where nobody knows yet who will belong to a group.
    """

    sums: np.ndarray
    sizes: tuple[int, int]
    best: float
    start: np.ndarray

    @property
    def totals(self) -> GroupTotals:
        """The sums with the whole public beside the two groups."""
        return totals_of(self.sums, self.sizes, self.best)

    def last(self, measure: str) -> np.ndarray:
        """Give a measure of the whole public after the last decision, run by run."""
        totals = totals_of(self.sums[:, -1], self.sizes, self.best)
        return MEASURES[measure][1](totals)[..., GROUPS.index("all")]


def trial_of(
    case: Scenario, variant: Variant, fixed: Mapping[str, float] | None = None,
    load: Load = load_engagement,
) -> Trial:  # fmt: skip
    """Put a variant on a case together.

    Args:
        case: the case, changed as the variant says.
        variant: what is compared.
        fixed: assumptions that differ for all variants; the variant's own come first.
        load: finds engagements by name.

    Returns:
        The trial, its assumptions in place.

    Raises:
        InputError: for names and values that do not fit, and for a series longer than the decisions.
    """
    case = case.but(variant.settings) if variant.settings else case
    fixed = {**(fixed or {}), **variant.assumptions}
    rules, series = assume(case.rules, fixed), variant.engagements(load)
    if len(series) > (count := case.decisions.count):
        takes, most = (
            (f"{count} decisions", f"at most {count - 1}")
            if count > 1
            else ("one decision", "none")
        )
        raise InputError(
            f"{variant.name} has {len(series) - 1} engagements before its own, but {case.name} takes "
            f"{takes}, so its own would never be used; give {most} before"
        )
    return Trial(case=case, variant=variant, engagements=series, rules=rules, fixed=fixed)


def play(
    trials: Sequence[Trial], runs: int, *, seed: int, first_run: int = 0,
    threads: int | None = None, drafts_from: int | None = None, from_start: bool = False,
    split: bool = False, on_progress: Progress | None = None,
) -> list[Played]:  # fmt: skip
    """Play trials, those in the same town together; the same input gives the same bits.

    Args:
        trials: what is played.
        runs: how many runs of each.
        seed: the seed of all luck; run number k of any trial has the same luck.
        first_run: the number of the first run, a multiple of `LANES`.
        threads: threads (all cores); they change speed, never numbers.
        drafts_from: the seed that places the drafts, where towns with luck of their own share them.
        from_start: also give the trust before the first decision.
        split: also add up over `SPLITS`: winners and losers, in the room or not, thirds of first trust.
        on_progress: is told the towns done and all towns.

    Returns:
        What came of each trial, in their order.

    Raises:
        InputError: for no runs, and for threads there cannot be.
    """
    runs, threads = whole_number("runs", runs, 1, MOST_RUNS), threads_of(threads)
    found, towns = {}, _towns(trials)
    for done, places in enumerate(towns):
        if on_progress is not None:
            on_progress(done, len(towns))
        case = trials[places[0]].case
        setting = replace(setting_of(case, population_of(case), seed), drafts_from=drafts_from)
        wanted = range(first_run, first_run + runs)
        arms = [trials[k].arms for k in places]
        sums = _sums(setting, arms, wanted, threads, split=split)
        starts = _starts(setting, arms, wanted, asked=from_start, split=split)
        sizes = setting.population.group_sizes
        for k, one, start in zip(places, sums, starts, strict=True):
            best = trials[k].rules.merit_at_best
            found[k] = Played(sums=one, sizes=sizes, best=best, start=start)
    return [found[place] for place in range(len(trials))]


def _towns(trials: Sequence[Trial]) -> list[list[int]]:
    """Put the places of trials together that are played in the same town."""
    towns: dict[str, list[int]] = defaultdict(list)
    keys = {id(t.case): t.case.model_dump_json(include={"people", "decisions"}) for t in trials}
    for place, trial in enumerate(trials):
        towns[keys[id(trial.case)]].append(place)
    return list(towns.values())


def threads_of(threads: int | None) -> int:
    """Give how many threads play.

    Args:
        threads: how many were asked for; nothing for one a core.

    Returns:
        1 to `MOST_THREADS`.

    Raises:
        InputError: for any other number.
    """
    if threads is None:
        return os.cpu_count() or 1
    return whole_number("threads", threads, 1, MOST_THREADS)


def play_draws(
    draws: Sequence[Sequence[Trial]], runs: int, *, seed: int, first_draw: int = 1,
    threads: int | None = None, from_start: bool = False, split: bool = False,
) -> list[list[Played]]:  # fmt: skip
    """Play the same trials under one set of assumptions after the other, each set in towns of its own.

    Args:
        draws: for each set, the trials under it; they meet the same towns and the same luck.
        runs: how many runs of each.
        seed: the seed of all luck.
        first_draw: the number of the first set, which says what towns it has (`first_run_of`).
        threads: threads (all cores); they change speed, never numbers.
        from_start: also give the trust before the first decision.
        split: also add up over `SPLITS`.

    Returns:
        For each set what came of each trial, in their order.
    """

    def played(number: int, trials: Sequence[Trial]) -> list[Played]:
        first = first_run_of(number, runs)
        return play(
            trials, runs, seed=seed, first_run=first, threads=1, from_start=from_start, split=split
        )

    with ThreadPoolExecutor(threads_of(threads)) as pool:
        return list(pool.map(played, count(first_draw), draws))


def first_run_of(draw: int, runs: int) -> int:
    """Give the number of the first run of a set, so that no two sets share a town.

    Args:
        draw: the number of the set, from 0.
        runs: how many runs each set has.

    Returns:
        A multiple of `LANES`.
    """
    return draw * -(-runs // LANES) * LANES


def own_seed(seed: int, number: int) -> int:
    """Give the seed of a part (a region, a point) that has luck of its own, from the seed of the whole.

    Args:
        seed: the seed of the whole.
        number: the number of the part.

    Returns:
        A seed of 64 bits.
    """
    luck = np.random.SeedSequence(seed, spawn_key=(number,))
    return int(luck.generate_state(1, np.uint64)[0])


def _sums(
    setting: Setting, series: Sequence[tuple[Arm, ...]], runs: range, threads: int, *, split: bool
) -> list[np.ndarray]:  # fmt: skip
    """Play single arms in the compiled ensemble, and series of arms in the module or with NumPy."""
    single = [k for k, arms in enumerate(series) if len(arms) == 1]
    fast = play_all(
        setting, [series[k][0] for k in single], len(runs),
        threads=threads, first_run=runs.start, split=split,
    )  # fmt: skip
    found = dict(zip(single, fast, strict=True))
    rest = [k for k in range(len(series)) if k not in found]
    if rest and not split and wasm.plays(setting.population.citizens):
        together = _series_in_module(setting, [series[k] for k in rest], runs)
        found |= dict(zip(rest, together, strict=True))
    return [
        found[k] if k in found else _play_series(setting, arms, runs, split=split)
        for k, arms in enumerate(series)
    ]


def _series_in_module(
    setting: Setting, series: Sequence[tuple[Arm, ...]], runs: range
) -> np.ndarray:
    """Play series side by side, one arm a decision, the last one staying; series x runs x ... x sums."""
    people, count = setting.population, setting.decisions
    trusts = np.stack([people.trust_less_heard, people.trust_well_connected])
    ways = [arms[min(k, len(arms) - 1)].numbers() for k in range(count) for arms in series]
    parts = []
    for batch in _batches(runs):
        out = np.zeros((count, len(series), 2, len(SUMS), LANES))
        given = (np.array(setting.case_row()), trusts, np.array(ways), batch.start)
        refuse_many(wasm.machine().call("play_series", *given, out=out.reshape(-1)))
        parts.append(np.moveaxis(out, (1, -1), (0, 1))[:, : len(batch)])
    return np.concatenate(parts, axis=1)


def _play_series(setting: Setting, arms: Sequence[Arm], runs: range, *, split: bool) -> np.ndarray:
    """Play one arm a decision, the last one staying; runs x decisions x groups x sums."""
    less = setting.population.less_heard
    parts = []
    for batch in _batches(runs):
        played = play_batch(setting, arms, batch)
        if split:
            thirds = setting.thirds(np.array(batch))
            parts.append(np.stack([split_sums(now, thirds, less) for now in played], axis=1))
        else:
            parts.append(np.stack([group_sums(now, less) for now in played], axis=1))
    return np.concatenate(parts)


def _batches(runs: range) -> list[range]:
    return [range(k, min(k + LANES, runs.stop)) for k in runs[::LANES]]


def _starts(
    setting: Setting, series: Sequence[tuple[Arm, ...]], runs: range, *, asked: bool, split: bool
) -> list[np.ndarray]:
    """Give each series' mean trust before anything happens where asked for, runs x groups; else nan."""
    if not asked:
        nothing = np.full((len(runs), len(EVERY_GROUP if split else GROUPS)), np.nan)
        return [nothing] * len(series)
    rules = {arms[0].p: arms[0] for arms in series}
    found = {
        p: np.concatenate([_start_trust(setting, arm, k, split=split) for k in _batches(runs)])
        for p, arm in rules.items()
    }
    return [found[arms[0].p] for arms in series]


def _start_trust(setting: Setting, arm: Arm, runs: range, *, split: bool) -> np.ndarray:
    people, numbers = setting.population, np.array(runs)
    batch = Batch(setting, numbers, setting.network(runs.start // LANES))
    trust = first_day(batch, arm).trust
    less, well = total(trust[: people.less_heard]), total(trust[people.less_heard :])
    means = np.stack([less, well, less + well], axis=-1) / [*people.group_sizes, people.citizens]
    if not split:
        return means
    thirds, nobody = setting.thirds(numbers), np.full((len(runs), 4), np.nan)
    in_thirds = [trust.mean(axis=0, where=thirds == third) for third in range(3)]
    return np.concatenate([means, nobody, np.stack(in_thirds, axis=-1)], axis=-1)
