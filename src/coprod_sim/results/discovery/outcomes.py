"""Plays the many ways a plan could come out: dials that fall short, worse drafts, false claims."""

from collections.abc import Hashable
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from scipy.stats import qmc

from coprod_sim.engagement import DIALS, SHARES, Dials, Engagement
from coprod_sim.quantities import whole_number
from coprod_sim.results.discovery.coming_out import OUTCOME, REACH, outcome_at
from coprod_sim.results.discovery.sample import Sample
from coprod_sim.results.experiments.declaration import MOST_POINTS
from coprod_sim.results.given import Case, Way, loaded
from coprod_sim.results.player import Progress, Trial, play, trial_of
from coprod_sim.results.variant import Variant
from coprod_sim.scenarios import Scenario
from coprod_sim.scenarios.scenario import DRAFT, STRENGTH
from coprod_sim.taking import takes_what_it_says

POINTS, RUNS = 512, 8
"""Outcomes played, and runs of each, unless told otherwise."""

WATCHED = ("acceptance", "losers_acceptance", "trust", "quality")
"""The measures whose differences are kept."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Outcomes(Sample):
    """The outcomes of a case played: dials run from 0 to 1, the draft and the campaign in their units."""

    scenario: Scenario
    start: Engagement
    goal: Engagement


@takes_what_it_says
def play_outcomes(
    scenario: Case, start: Way, goal: Way, *, points: int = POINTS,
    runs: int = RUNS, seed: int = 1, threads: int | None = None,
    on_progress: Progress | None = None,
) -> Outcomes:  # fmt: skip
    """Play the way from start to goal as it could come out, on points of a scrambled Sobol sequence.

    Every dial ends somewhere between start and goal, but seats stay as the goal has them, for none is no
    less than one: it means room for all. The draft stands anywhere from 0 to 1.5; false
    claims are spread with a strength of 0 to 0.8 before the middle decision. The start is played under
    the same conditions with the same luck, and the difference after the last decision is kept.

    Args:
        scenario: the case.
        start: the way that all are compared with.
        goal: the way that may fall short.
        points: how many outcomes, a power of two.
        runs: runs of each.
        seed: the seed of the points and of all luck.
        threads: threads (all cores).
        on_progress: is told the places of the draft done and all of them.

    Returns:
        The points with what each brings, in the measures of `WATCHED`.

    Raises:
        InputError: for names that are not there and numbers that cannot be.
    """
    scenario, start, goal = loaded(scenario, start, goal)
    points = whole_number("points", points, 1, MOST_POINTS)
    plan = plan_of(scenario, start, goal, points, seed)
    pairs = [trial for row in plan.frame.to_dict("records") for trial in _pair(plan, row)]
    played = play(pairs, runs, seed=seed, threads=threads, on_progress=on_progress)
    columns = []
    for measure in WATCHED:
        values = _mean(np.stack([one.last(measure) for one in played]))
        columns.append(values[0::2] - values[1::2])
    return with_gains(plan, np.stack(columns, axis=1))


def plan_of(
    scenario: Scenario, start: Engagement, goal: Engagement, points: int, seed: int
) -> Outcomes:
    """Lay out the points that `play_outcomes` plays, before any of them is played.

    Args:
        scenario: the case.
        start: the way that all are compared with.
        goal: the way that may fall short.
        points: how many outcomes, a power of two.
        seed: the seed of the points.

    Returns:
        The points without gains.
    """
    names = [d for d in SHARES if getattr(start, d) != getattr(goal, d)]
    inputs = {d: DIALS[d] for d in names} | {"draft": DRAFT, "campaign": STRENGTH}
    values, ends = np.empty((points, OUTCOME)), (np.array(start.dials), np.array(goal.dials))
    for point, row in zip(points_of(points, seed), values, strict=True):
        outcome_at(point, *ends, row)
    columns = [*Dials._fields, "draft", "campaign", "reach"]
    return Outcomes(
        frame=pd.DataFrame(values, columns=columns)[list(inputs)], inputs=inputs, way=goal.title,
        scenario=scenario, start=start, goal=goal,
    )  # fmt: skip


def points_of(points: int, seed: int) -> np.ndarray:
    """Spread points evenly: a coordinate for every dial of `SHARES`, then for the draft and the campaign.

    Args:
        points: how many, a power of two.
        seed: the seed of the sequence.

    Returns:
        Points x coordinates, from 0 to 1.
    """
    return qmc.Sobol(len(SHARES) + 2, seed=seed).random(points)


def with_gains(plan: Outcomes, gains: np.ndarray) -> Outcomes:
    """Put what every point brings beside it.

    Args:
        plan: the points.
        gains: points x the measures of `WATCHED`.

    Returns:
        The points with their gains.
    """
    columns = dict(zip(WATCHED, gains.T, strict=True))
    return replace(plan, frame=plan.frame.assign(**columns))


def _pair(plan: Outcomes, row: dict[Hashable, float]) -> tuple[Trial, Trial]:
    """Make the trials of one outcome: the goal as it came out, and the start beside it."""
    middle = (plan.scenario.decisions.count + 1) // 2
    case = plan.scenario.but(
        {
            "decisions.draft": row["draft"],
            "campaign": {"decision": middle, "strength": row["campaign"], "reach": REACH},
        }
    )
    dials = {str(d): v for d, v in row.items() if d not in ("draft", "campaign")}
    goal = Variant(name=plan.goal.name, engagement=plan.goal, dials=dials)
    return trial_of(case, goal), trial_of(case, Variant(name="start", engagement=plan.start))


def _mean(runs: np.ndarray) -> np.ndarray:
    """Give the mean over the runs that have a value; nan where none has, as when nobody loses."""
    there = np.isfinite(runs)
    total = np.where(there, runs, 0.0).sum(axis=1)
    return np.divide(
        total, there.sum(axis=1), out=np.full(len(runs), np.nan), where=there.any(axis=1)
    )
