"""The headline figures again, over the assumptions that are not ruled out, beside the usual ranges."""

import pandas as pd

from coprod_sim.engagement import Engagement
from coprod_sim.results.calibration.kept import not_ruled_out
from coprod_sim.results.compare import DRAWS, HIGH, LOW, RUNS, SEED, compare
from coprod_sim.results.uncertainty import NOT_RULED_OUT
from coprod_sim.scenarios import Scenario

SHOWN = ("acceptance", "losers_acceptance", "trust", "reasoned_judgement", "fairness", "quality")
"""The measures given, the same as a comparison shows first."""


def headline(
    scenario: Scenario | str = "reference",
    base: Engagement | str = "tickbox",
    other: Engagement | str = "co_production",
    *,
    seed: int = SEED,
) -> pd.DataFrame:
    """Give what one way brings over another after the last decision: a row for each measure.

    `mean` is over runs of the assumptions as they stand. `moved_low` to `moved_high` holds 9 in 10 runs
    with every assumption moved by up to half; `low` to `high` holds 9 in 10 runs of the sets that the
    findings do not rule out, and `above` is the share of those sets in which the gain is above 0.
    """
    wide = _gains(compare(scenario, [base, other], draws=DRAWS, runs=RUNS, seed=seed).frame)
    kept = len(not_ruled_out().sets)
    left = _gains(
        compare(scenario, [base, other], draws=kept, runs=8, seed=seed, over=NOT_RULED_OUT).frame
    )
    by_set = left.drop(0, level="draw").groupby("draw").mean()
    columns = {
        "mean": wide.loc[0].mean(),
        "moved_low": wide.drop(0, level="draw").quantile(LOW),
        "moved_high": wide.drop(0, level="draw").quantile(HIGH),
        "low": left.drop(0, level="draw").quantile(LOW),
        "high": left.drop(0, level="draw").quantile(HIGH),
        "above": (by_set > 0.0).mean(),
    }
    return pd.DataFrame(columns)


def _gains(frame: pd.DataFrame) -> pd.DataFrame:
    """Give the paired gains after the last decision: a row for each draw and run."""
    end = frame[(frame["decision"] == frame["decision"].max()) & (frame["group"] == "all")]
    values = end.set_index(["engagement", "draw", "run"])[list(SHOWN)]
    names = list(dict.fromkeys(end["engagement"]))
    return values.loc[names[1]] - values.loc[names[0]]
