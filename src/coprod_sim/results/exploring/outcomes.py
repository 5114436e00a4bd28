"""Plays the many ways a plan could come out: dials that fall short, worse drafts, false claims."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from scipy.stats import qmc

from coprod_sim.engagement import DIALS, Engagement
from coprod_sim.model.ensemble import play_all
from coprod_sim.model.setting import Arm, Setting, arm_of, setting_of
from coprod_sim.population import population_of
from coprod_sim.results.exploring.sample import Sample
from coprod_sim.results.measures import MEASURES, totals_of
from coprod_sim.scenarios import Campaign, Scenario
from coprod_sim.scenarios.scenario import DRAFT, STRENGTH

POINTS, RUNS = 512, 8
"""Outcomes played, and runs of each, unless told otherwise."""
LEVELS = 8
"""Places of the draft that are tried; each needs a pass of its own."""
WORST_DRAFT = 1.5
"""The draft that suits people worst among those tried [position] (assumption)."""
DRAFTS = tuple((k + 0.5) / LEVELS * WORST_DRAFT for k in range(LEVELS))
"""The places of the draft that are tried [position]."""
STRONGEST = 0.8
"""The strongest campaign of false claims tried [hearsay per exposure] (assumption)."""
REACH = 0.6
"""The share of people such a campaign reaches (assumption)."""
WATCHED = ("acceptance", "losers_acceptance", "trust", "quality")
"""The measures whose differences are kept."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, kw_only=True)
class Exploration(Sample):
    """The outcomes of a case played: dials run from 0 to 1, the draft and the campaign in their units."""

    scenario: Scenario
    start: Engagement
    goal: Engagement


def explore(
    scenario: Scenario,
    start: Engagement,
    goal: Engagement,
    *,
    points: int = POINTS,
    runs: int = RUNS,
    seed: int = 1,
    threads: int | None = None,
    on_progress: Progress | None = None,
) -> Exploration:
    """Play the way from start to goal as it could come out, on points of a scrambled Sobol sequence.

    Every dial ends somewhere between start and goal; the draft stands anywhere from 0 to 1.5; false
    claims are spread with a strength of 0 to 0.8 before the middle decision. The start is played under
    the same conditions with the same luck, and the difference after the last decision is kept.
    """
    plan = plan_of(scenario, start, goal, points, seed)
    levels = plan.frame["draft"].to_numpy()
    found = np.empty((points, len(WATCHED)))
    setting = setting_of(scenario, population_of(scenario), seed)
    for done, draft in enumerate(DRAFTS):
        if on_progress is not None:
            on_progress(done, LEVELS)
        here = np.flatnonzero(levels == draft)
        pairs = [_pair(plan, int(k)) for k in here]
        found[here] = _gains(replace(setting, draft=draft), pairs, runs, threads)
    return with_gains(plan, found)


def plan_of(
    scenario: Scenario, start: Engagement, goal: Engagement, points: int, seed: int
) -> Exploration:
    """Lay out the points that `explore` plays, before any of them is played."""
    names = [d for d in DIALS if getattr(start, d) != getattr(goal, d)]
    inputs = {d: DIALS[d] for d in names} | {"draft": DRAFT, "campaign": STRENGTH}
    design = qmc.Sobol(len(inputs), seed=seed).random(points)
    values = _scaled(design, names, start, goal)
    levels = np.minimum((design[:, -2] * LEVELS).astype(int), LEVELS - 1)
    values[:, -2] = np.array(DRAFTS)[levels]
    return Exploration(
        frame=pd.DataFrame(values, columns=list(inputs)), inputs=inputs, way=goal.title,
        scenario=scenario, start=start, goal=goal,
    )  # fmt: skip


def with_gains(plan: Exploration, gains: np.ndarray) -> Exploration:
    """Put what every point brings beside it; a column for each measure that is watched."""
    columns = dict(zip(WATCHED, gains.T, strict=True))
    return replace(plan, frame=plan.frame.assign(**columns))


def _scaled(
    design: np.ndarray, names: list[str], start: Engagement, goal: Engagement
) -> np.ndarray:
    low = np.array([getattr(start, d) for d in names] + [0.0, 0.0])
    high = np.array([getattr(goal, d) for d in names] + [WORST_DRAFT, STRONGEST])
    return low + design * (high - low)


def _pair(plan: Exploration, k: int) -> tuple[Arm, Arm]:
    """Make the two arms of one outcome: the goal as it came out, and the start beside it."""
    scenario, row = plan.scenario, plan.frame.iloc[k].to_dict()
    middle = (scenario.decisions.count + 1) // 2
    campaign = Campaign(decision=middle, strength=float(row.pop("campaign")), reach=REACH)
    dials = {str(d): float(v) for d, v in row.items() if d != "draft"}
    return (
        arm_of(plan.goal.model_copy(update=dials), scenario.rules, campaign),
        arm_of(plan.start, scenario.rules, campaign),
    )


def _gains(
    setting: Setting, pairs: list[tuple[Arm, Arm]], runs: int, threads: int | None
) -> np.ndarray:
    arms = [arm for pair in pairs for arm in pair]
    sums = play_all(setting, arms, runs, threads=threads or os.cpu_count() or 1)[:, :, -1]
    totals = totals_of(sums, setting.population.group_sizes)
    columns = []
    for measure in WATCHED:
        values = _mean(MEASURES[measure][1](totals)[..., 2])
        columns.append(values[0::2] - values[1::2])
    return np.stack(columns, axis=1)


def _mean(runs: np.ndarray) -> np.ndarray:
    """Give the mean over the runs that have a value; nan where none has, as when nobody loses."""
    there = np.isfinite(runs)
    total = np.where(there, runs, 0.0).sum(axis=1)
    return np.divide(
        total, there.sum(axis=1), out=np.full(len(runs), np.nan), where=there.any(axis=1)
    )
