"""How many good decisions it takes until trust is back after bad ones."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from coprod_sim.engagement import Engagement
from coprod_sim.model.setting import arm_of, setting_of
from coprod_sim.population import population_of
from coprod_sim.results.experiments.playing import play_series, repair_of, start_trust
from coprod_sim.results.exploring.outcomes import Progress
from coprod_sim.results.measures import tally_of
from coprod_sim.scenarios import Scenario
from coprod_sim.scenarios.scenario import changed


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
        rows[count] = {
            "mean": waited.mean(),
            "low": np.quantile(waited, 0.05),
            "high": np.quantile(waited, 0.95),
            "not_back": (waited > decisions).mean(),
        }
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
    table = scenario.decisions.model_dump() | {"count": count + decisions}
    case = changed(scenario, decisions=table, campaign=None)
    setting = setting_of(case, population_of(case), seed)
    arms = [*[arm_of(bad, case.rules)] * count, arm_of(good, case.rules)]
    trust = tally_of(play_series(setting, arms, runs), setting.population.group_sizes).mean("trust")
    whole = np.concatenate([start_trust(setting, runs)[:, None], trust], axis=1)
    return repair_of(whole, len(arms))["decisions_until_back"][:, 0, 2]
