"""The headline figures again, over the assumptions that are not ruled out, beside the usual ranges."""

import os
from collections.abc import Sequence

import numpy as np
import pandas as pd

from coprod_sim.assumptions import Assumptions
from coprod_sim.engagement import load_engagement
from coprod_sim.model.ensemble import play_all
from coprod_sim.model.setting import arm_of, setting_of
from coprod_sim.population import population_of
from coprod_sim.results.calibration.kept import not_ruled_out
from coprod_sim.results.compare import DRAWS, HIGH, LOW, RUNS, RUNS_A_DRAW, SEED
from coprod_sim.results.measures import MEASURES, tally_of
from coprod_sim.results.uncertainty import moved
from coprod_sim.scenarios import Scenario, load_scenario

SHOWN = ("acceptance", "losers_acceptance", "trust", "reasoned_judgement", "fairness", "quality")
"""The measures given, the same as a comparison shows first."""


def headline(
    scenario: Scenario | str = "reference", base: str = "tickbox", other: str = "co_production"
) -> pd.DataFrame:
    """Give what one way brings over another after the last decision: a row for each measure.

    `mean` is over runs of the assumptions as they stand. `moved_low` to `moved_high` holds 9 in 10 runs
    with every assumption moved by up to half; `low` to `high` holds 9 in 10 runs of the sets that the
    findings do not rule out, and `above` is the share of those sets in which the gain is above 0.
    """
    case = load_scenario(scenario) if isinstance(scenario, str) else scenario
    usual = _gains(case, base, other, [case.rules], RUNS)
    wide = _gains(case, base, other, moved(case.rules, DRAWS, SEED), RUNS_A_DRAW)
    kept = [p._replace(**case.assumptions) for p in not_ruled_out().sets]
    left = _gains(case, base, other, kept, RUNS_A_DRAW)
    rows = {
        m: {
            "mean": np.nanmean(usual[m]),
            "moved_low": np.nanquantile(wide[m], LOW), "moved_high": np.nanquantile(wide[m], HIGH),
            "low": np.nanquantile(left[m], LOW), "high": np.nanquantile(left[m], HIGH),
            "above": float((left[m].mean(axis=1) > 0.0).mean()),
        }
        for m in SHOWN
    }  # fmt: skip
    return pd.DataFrame.from_dict(rows, orient="index")


def _gains(
    case: Scenario, base: str, other: str, sets: Sequence[Assumptions], runs: int
) -> dict[str, np.ndarray]:
    """Play both ways under every set of assumptions: sets x runs for each measure."""
    population = population_of(case)
    both = [load_engagement(name) for name in (base, other)]
    arms = [arm_of(e, p, case.campaign) for p in sets for e in both]
    setting = setting_of(case, population, SEED)
    sums = play_all(setting, arms, runs, threads=os.cpu_count() or 1)[:, :, -1]
    tally = tally_of(sums, population.group_sizes)
    values = {m: MEASURES[m][1](tally)[..., 2] for m in SHOWN}
    return {m: v[1::2] - v[::2] for m, v in values.items()}
