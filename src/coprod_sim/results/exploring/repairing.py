"""How many good decisions it takes until trust is back after bad ones."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from coprod_sim.engagement import Engagement
from coprod_sim.results.experiments.values import repair_of
from coprod_sim.results.exploring.outcomes import Progress
from coprod_sim.results.player import play, trial_of
from coprod_sim.results.ranges import mean_and_ends
from coprod_sim.results.variant import Variant
from coprod_sim.scenarios import Scenario


@dataclass(frozen=True, kw_only=True)
class Repair:
    """Good decisions until trust is back where it started, by the number of bad ones before.

    `table` has a row for each number of bad decisions: mean, low and high (9 in 10 runs) in decisions,
    and `not_back`, the share of runs in which trust was not back within `decisions`.
    """

    table: pd.DataFrame
    bad: Engagement
    good: Engagement
    decisions: int


def repair(
    scenario: Scenario,
    bad: Engagement,
    good: Engagement,
    *,
    most_bad: int = 3,
    decisions: int = 20,
    runs: int = 24,
    seed: int = 1,
    on_progress: Progress | None = None,
) -> Repair:
    """Play bad decisions and then good ones, and count until trust is back at its start.

    One more than `decisions` stands for trust that did not come back within them.
    """
    rows = {}
    for count in range(1, most_bad + 1):
        if on_progress is not None:
            on_progress(count - 1, most_bad)
        waited = _waited(scenario, bad, good, count, decisions, runs, seed)
        rows[count] = mean_and_ends(waited) | {"not_back": (waited > decisions).mean()}
    table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("bad")
    return Repair(table=table, bad=bad, good=good, decisions=decisions)


def _waited(
    scenario: Scenario,
    bad: Engagement,
    good: Engagement,
    count: int,
    decisions: int,
    runs: int,
    seed: int,
) -> np.ndarray:
    case = scenario.but({"campaign": None, "decisions.count": count + decisions})
    series = Variant(name=good.name, engagement=good)
    trial = trial_of(case, series)
    trial = replace(trial, engagements=(*[bad] * count, *trial.engagements))
    found = play([trial], runs, seed=seed, from_start=True)[0]
    whole = np.concatenate([found.start[:, None], found.totals.mean("trust")], axis=1)
    return repair_of(whole, len(trial.engagements))["decisions_until_back"][:, 0, 2]
