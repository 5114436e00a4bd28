"""Asks how often co-production still beats tickbox when every assumption is moved by up to half."""

import pandas as pd

from coprod_sim.results.compare import compare
from coprod_sim.results.findings.town import SCENARIO, SEED

COPIES = 128
"""Moved copies of the assumptions."""


def gains_over_tickbox(copies: int = COPIES, seed: int = SEED) -> pd.Series:
    """Give the acceptance co-production gains over tickbox after the last decision, for each copy.

    All assumptions that are not limits or switches are moved at once, each by up to half of its size
    (`results.uncertainty.moved`); 8 runs a copy, same citizens and luck for both engagements.
    """
    frame = compare(SCENARIO, ["tickbox", "co_production"], runs=1, draws=copies, seed=seed).frame
    last = frame[(frame["decision"] == frame["decision"].max()) & (frame["group"] == "all")]
    mean = last[last["draw"] > 0].pivot_table(
        index="draw", columns="engagement", values="acceptance", observed=True
    )
    return mean["co_production"] - mean["tickbox"]
