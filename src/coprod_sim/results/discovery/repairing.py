"""How many good decisions it takes until trust is back after bad ones."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from coprod_sim.engagement import Engagement
from coprod_sim.quantities import whole_number
from coprod_sim.results.experiments.values import repair_of
from coprod_sim.results.given import Case, Way, loaded
from coprod_sim.results.in_short import InShort
from coprod_sim.results.player import Progress, play, trial_of
from coprod_sim.results.ranges import mean_and_ends
from coprod_sim.results.variant import Variant
from coprod_sim.scenarios import Scenario
from coprod_sim.scenarios.scenario import COUNT
from coprod_sim.taking import takes_what_it_says

MOST_DECISIONS = int(COUNT.high)
"""Decisions a series can have, good and bad together."""


MOST_BAD, GOOD, RUNS = 3, 20, 24
"""Bad decisions tried, good ones played after them, and runs behind each, unless told otherwise."""


@dataclass(frozen=True, kw_only=True, repr=False)
class TrustRepair(InShort):
    """Good decisions until trust is back where it started, by the number of bad ones before.

    `table` has a row for each number of bad decisions: mean, low and high (9 in 10 runs) in decisions,
    and `not_back`, the share of runs in which trust was not back within `decisions`; each of them takes
    `months`.
    """

    table: pd.DataFrame
    bad: Engagement
    good: Engagement
    decisions: int
    months: float


@takes_what_it_says
def trust_repair(
    scenario: Case, bad: Way, good: Way, *, most_bad: int = MOST_BAD, decisions: int = GOOD,
    runs: int = RUNS,
    seed: int = 1, on_progress: Progress | None = None,
) -> TrustRepair:  # fmt: skip
    """Play bad decisions and then good ones, and count until trust is back at its start.

    Args:
        scenario: the case; its campaign is left out.
        bad: the way of the bad decisions.
        good: the way of those after them.
        most_bad: from one to so many bad decisions are tried.
        decisions: good decisions that are played; one more stands for trust that did not come back.
        runs: runs behind each.
        seed: the seed of all luck.
        on_progress: is told the rounds done and all rounds.

    Returns:
        Good decisions needed, by the number of bad ones before.

    Raises:
        InputError: for names that are not there and numbers that cannot be.
    """
    scenario, bad, good = loaded(scenario, bad, good)
    most_bad = whole_number("most_bad", most_bad, 1, MOST_DECISIONS - 1)
    decisions = whole_number("decisions", decisions, 1, MOST_DECISIONS - most_bad)
    rows = {}
    for count in range(1, most_bad + 1):
        if on_progress is not None:
            on_progress(count - 1, most_bad)
        waited = _waited(scenario, bad, good, count, decisions, runs, seed)
        rows[count] = mean_and_ends(waited) | {"not_back": (waited > decisions).mean()}
    table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("bad")
    months = scenario.decisions.months
    return TrustRepair(table=table, bad=bad, good=good, decisions=decisions, months=months)


def _waited(
    scenario: Scenario, bad: Engagement, good: Engagement, count: int, decisions: int, runs: int,
    seed: int,
) -> np.ndarray:  # fmt: skip
    case = scenario.but({"campaign": None, "decisions.count": count + decisions})
    trial = trial_of(case, Variant(name=good.name, engagement=good, before=(bad,) * count))
    found = play([trial], runs, seed=seed, from_start=True)[0]
    whole = np.concatenate([found.start[:, None], found.totals.mean("trust")], axis=1)
    return repair_of(whole, len(trial.engagements))["decisions_until_back"][:, 0, 2]
