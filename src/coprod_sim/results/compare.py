"""Compares ways of involving people on one case: the same citizens, the same luck, honest ranges."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from coprod_sim.assumptions import Assumptions
from coprod_sim.engagement import Engagement, load_engagement
from coprod_sim.errors import InputError
from coprod_sim.model.ensemble import play_all
from coprod_sim.model.setting import LANES, Setting, arm_of, setting_of
from coprod_sim.population import Population, population_of
from coprod_sim.results.cost import Effort, effort_of
from coprod_sim.results.frame import tidy
from coprod_sim.results.measures import GROUPS, MEASURES
from coprod_sim.results.store import provenance
from coprod_sim.results.uncertainty import MOVED, sets_over
from coprod_sim.scenarios import Campaign, Scenario, load_scenario

RUNS, DRAWS, SEED = 100, 32, 1
"""Runs of the reference assumptions, moved copies of them, and the seed, unless told otherwise."""
RUNS_A_DRAW = LANES
"""Runs of each moved copy of the assumptions [runs]."""
LOW, HIGH = 0.05, 0.95
"""The ends of every range: 9 in 10 results lie between them."""
MOST_ROWS = 10_000_000
"""The longest table of runs; it takes about two gigabytes [rows]."""
TEST_CAMPAIGN = (0.5, 0.6)
"""Strength and reach of the campaign that resilience is measured with (assumption)."""
RESILIENCE_RUNS = 24
"""Runs with and without that campaign, at most [runs]."""


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """The results of several engagements on one scenario."""

    scenario: Scenario
    engagements: tuple[Engagement, ...]
    population: Population
    frame: pd.DataFrame
    seed: int

    @cached_property
    def _bare(self) -> pd.DataFrame:
        """Give the table without its provenance, which pandas would copy at every step."""
        bare = self.frame.copy(deep=False)
        bare.attrs = {}
        return bare

    @cached_property
    def ranges(self) -> pd.DataFrame:
        """Means and ranges: a row for each engagement, decision, group and measure.

        `mean` is over the runs of the reference assumptions; `run_low` to `run_high` holds 9 in 10 of
        these runs; `low` to `high` holds 9 in 10 of all runs under the other sets of assumptions, `over`.
        """
        return _ranges(self._bare, ["engagement", "decision", "group"])

    @cached_property
    def differences(self) -> pd.DataFrame:
        """Paired differences to the first engagement, with ranges; same draw, same run, same luck."""
        values = self._bare.set_index(["engagement", "draw", "run", "decision", "group"])
        values = values[list(MEASURES)]
        base = values.loc[self.engagements[0].name]
        rest = [e.name for e in self.engagements[1:]]
        parts = [values.loc[name] - base for name in rest]
        if not parts:
            return self.ranges.iloc[:0]
        paired = pd.concat(parts, keys=rest, names=["engagement"]).reset_index()
        return _ranges(paired, ["engagement", "decision", "group"])

    @cached_property
    def resilience(self) -> pd.DataFrame:
        """Acceptance lost to a campaign before the last decision, for each engagement, with its range.

        It has runs of its own, which are made when somebody asks for them.
        """
        runs = min(int(self.frame.attrs["runs"]), RESILIENCE_RUNS)
        setting = setting_of(self.scenario, self.population, self.seed)
        return _resilience(self.scenario, setting, self.engagements, runs)

    @cached_property
    def efforts(self) -> dict[str, Effort]:
        """What each engagement takes for one decision."""
        return {e.name: effort_of(e) for e in self.engagements}

    @property
    def over(self) -> str:
        """Which sets of assumptions the wide ranges are taken over: a name in `uncertainty.OVER`."""
        return self.frame.attrs.get("over", MOVED)

    def value(
        self, engagement: str, measure: str, *, decision: int | None = None, group: str = "all"
    ) -> dict[str, float]:
        """Give mean, run_low, run_high, low and high of a measure (by default after the last decision)."""
        last = decision or self.scenario.decisions.count
        row = self.ranges.loc[(engagement, last, group, measure)]
        return {str(name): float(value) for name, value in row.items()}


def compare(
    scenario: Scenario | str,
    engagements: Sequence[Engagement | str] | None = None,
    *,
    runs: int = RUNS,
    draws: int = DRAWS,
    seed: int = SEED,
    over: str = MOVED,
    threads: int | None = None,
) -> Comparison:
    """Play several engagements on one scenario and return everything measured.

    The table holds `runs` runs with the reference assumptions (draw 0) and 8 runs of each of `draws`
    other sets: copies with every assumption moved by up to half, or, with `over="not_ruled_out"`, those
    that published findings do not rule out (100 ship). All engagements meet the same citizens and the
    same luck. Same input, same numbers, on any number of threads. Raises `InputError` for unknown names
    and impossible numbers.
    """
    case = load_scenario(scenario) if isinstance(scenario, str) else scenario
    chosen = engagements_of(case, engagements)
    check_counts(runs, draws, seed)
    _check_room((runs + draws * RUNS_A_DRAW) * len(chosen) * case.decisions.count * len(GROUPS))
    population = population_of(case)
    setting = setting_of(case, population, seed)
    workers = threads or os.cpu_count() or 1
    copies = dict(enumerate(sets_over(over, case, draws, seed), start=1))
    frames = [_play(case, setting, chosen, {0: case.rules}, runs, workers)]
    if copies:
        frames.append(_play(case, setting, chosen, copies, RUNS_A_DRAW, workers))
    frame = pd.concat(frames, ignore_index=True)
    frame.attrs.update(provenance(case, chosen, runs=runs, draws=len(copies), seed=seed, over=over))
    return Comparison(
        scenario=case,
        engagements=chosen,
        population=population,
        frame=frame,
        seed=seed,
    )


def engagements_of(
    case: Scenario, engagements: Sequence[Engagement | str] | None
) -> tuple[Engagement, ...]:
    """Load the engagements named, or the case's own; names must differ."""
    named = engagements if engagements is not None else case.engagements
    chosen = tuple(load_engagement(e) if isinstance(e, str) else e for e in named)
    names = [e.name for e in chosen]
    if not names:
        raise InputError("there is nothing to compare: name at least one engagement")
    for name in names:
        if names.count(name) > 1:
            raise InputError(f"engagement {name!r} is named twice; give each its own name")
    return chosen


def check_counts(runs: int, draws: int, seed: int) -> None:
    """Refuse impossible numbers of runs and draws, and seeds that do not fit."""
    if not 1 <= runs <= 1_000_000:
        raise InputError(f"runs must be between 1 and 1000000, but is {runs}")
    if not 0 <= draws <= 4096:
        raise InputError(f"draws must be between 0 and 4096, but is {draws}")
    if not 0 <= seed < 2**64:
        raise InputError(f"seed must be between 0 and {2**64 - 1}, but is {seed}")


def _check_room(rows: int) -> None:
    """Refuse a table that would not fit into the memory of a small computer."""
    if rows > MOST_ROWS:
        raise InputError(
            f"this asks for a table of {rows:,} rows, the limit is {MOST_ROWS:,}; ask for fewer runs, or "
            "for means and ranges alone: --streaming, in Python results.streaming.stream"
        )


def _play(
    case: Scenario,
    setting: Setting,
    chosen: Sequence[Engagement],
    rules: dict[int, Assumptions],
    runs: int,
    workers: int,
) -> pd.DataFrame:
    """Play every engagement under the assumptions of every draw; `rules` is keyed by draw."""
    arms = [arm_of(e, p, case.campaign) for p in rules.values() for e in chosen]
    labels = [(e.name, draw) for draw in rules for e in chosen]
    sums = play_all(setting, arms, runs, threads=workers)
    return tidy(sums, setting.population.group_sizes, case.name, labels)


def _resilience(
    case: Scenario, setting: Setting, chosen: Sequence[Engagement], runs: int
) -> pd.DataFrame:
    """Play every engagement with and without the campaign, paired run by run."""
    strength, reach = TEST_CAMPAIGN
    attack = Campaign(decision=case.decisions.count, strength=strength, reach=reach)
    arms = [arm_of(e, case.rules, c) for c in (None, attack) for e in chosen]
    sums = play_all(setting, arms, runs, threads=os.cpu_count() or 1)[:, :, -1, :, 0].sum(axis=2)
    lost = (sums[: len(chosen)] - sums[len(chosen) :]) / setting.population.citizens
    return pd.DataFrame(
        {
            "mean": lost.mean(axis=1),
            "low": np.quantile(lost, LOW, axis=1),
            "high": np.quantile(lost, HIGH, axis=1),
        },
        index=[e.name for e in chosen],
    )


def _ranges(frame: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    names = list(MEASURES)
    first = frame[frame["draw"] == 0].groupby(keys, observed=True)[names]
    rest = frame[frame["draw"] > 0]
    every = (frame if rest.empty else rest).groupby(keys, observed=True)[names]
    parts = {
        "mean": first.mean(),
        "run_low": first.quantile(LOW),
        "run_high": first.quantile(HIGH),
        "low": every.quantile(LOW),
        "high": every.quantile(HIGH),
    }
    columns = {
        name: part.stack(future_stack=True)  # noqa: PD013
        for name, part in parts.items()
    }
    table = pd.DataFrame(columns)
    table["low"] = table[["low", "run_low"]].min(axis=1)
    table["high"] = table[["high", "run_high"]].max(axis=1)
    table.index = table.index.set_names([*keys, "measure"])
    return table
