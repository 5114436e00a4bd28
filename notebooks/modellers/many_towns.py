"""Many towns in several processes, by Mesa's own batch runner: `python many_towns.py` prints a table.

A class of your own goes into a file like this one and not into a notebook, so that every process finds it;
and the work must stand behind `if __name__ == "__main__"`, on Linux too: Mesa starts every process anew, and
without that line each begins the batch again and nothing ever comes back.
"""

import mesa
import pandas as pd

from coprod_sim import CivicModel

WAYS, SEEDS = ["tickbox", "co_production"], [1, 2, 3, 4]


def played(processes=2, citizens=200):
    """Play both ways in four towns each; a row a town."""
    rows = mesa.batch_run(
        CivicModel,
        parameters={
            "case": "reference",
            "engagement": WAYS,
            "citizens": citizens,
            "follow": False,
        },
        rng=SEEDS,
        number_processes=processes,
        display_progress=False,
    )
    return pd.DataFrame(rows)


if __name__ == "__main__":
    table = played().groupby("engagement")[["acceptance", "trust", "quality"]]
    print(table.agg(["mean", "min", "max"]).round(3).to_string())
