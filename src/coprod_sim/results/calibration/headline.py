"""The headline figures again, over the assumptions that are not ruled out, beside the usual ranges."""

import pandas as pd

from coprod_sim.engagement import Engagement
from coprod_sim.results.calibration.kept import not_ruled_out
from coprod_sim.results.comparison import DRAWS, RUNS, RUNS_A_DRAW, SEED, compare
from coprod_sim.results.ranges import HIGH, LOW
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
    ways, kept = [base, other], len(not_ruled_out().sets)
    usual, wide = _gains(compare(scenario, ways, runs=RUNS, draws=DRAWS, seed=seed).frame)
    _, left = _gains(
        compare(scenario, ways, runs=RUNS_A_DRAW, draws=kept, seed=seed, over=NOT_RULED_OUT).frame
    )
    columns = {
        "mean": usual.mean(),
        "moved_low": wide.quantile(LOW), "moved_high": wide.quantile(HIGH),
        "low": left.quantile(LOW), "high": left.quantile(HIGH),
        "above": (left.groupby("draw").mean() > 0.0).mean(),
    }  # fmt: skip
    return pd.DataFrame(columns)


def _gains(frame: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give the paired gains after the last decision, run by run: as assumed, and under the other sets."""
    end = frame[(frame["decision"] == frame["decision"].max()) & (frame["group"] == "all")]
    values = end.set_index(["engagement", "draw", "run"])[list(SHOWN)]
    names = list(dict.fromkeys(end["engagement"]))
    gains = values.loc[names[1]] - values.loc[names[0]]
    return gains.loc[[0]], gains.drop(0, level="draw")
