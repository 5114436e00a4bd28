"""Splits the findings at random, once: one half may rule assumptions out, the other checks what is left."""

import numpy as np
import pandas as pd

FIT, CHECK = "fit", "check"
"""Which half a finding is in; rows that are only shown are in neither."""
SEED = 2015
"""The seed of the split, typed by hand after the values were set; it is not to be changed."""
NOT_COUNTED = frozenset(("by construction", "model only", "reported"))
"""Standings of rows that are shown and not counted."""


def halves(table: pd.DataFrame) -> dict[str, str]:
    """Split the findings that count; each has a coin of its own, so that a new one moves no other.

    Args:
        table: the findings with `id` and `standing`.

    Returns:
        `FIT` or `CHECK` for each finding that counts, by its id.
    """
    counted = table.loc[~table["standing"].isin(NOT_COUNTED), "id"]
    coins = {key: np.random.default_rng([SEED, *key.encode()]).random() for key in counted}
    return {key: FIT if coin < 0.5 else CHECK for key, coin in coins.items()}
