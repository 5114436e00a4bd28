"""Turns the drivers' sums into a tidy table: one row a scenario, engagement, draw, run, decision, group."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from coprod_sim.results.measures import GROUPS, MEASURES, totals_of

KEYS = ["scenario", "engagement", "draw", "run", "decision", "group"]
"""The columns that say which case a row belongs to."""


def tidy(
    sums: np.ndarray, sizes: tuple[int, int], scenario: str, labels: Sequence[tuple[str, int]]
) -> pd.DataFrame:
    """Make the table from sums of shape arms x runs x decisions x 2 groups x sums.

    `labels` gives each arm's engagement and draw.
    """
    arms, runs, decisions = sums.shape[:3]
    totals = totals_of(sums, sizes)
    shape = (arms, runs, decisions, len(GROUPS))
    arm, run, decision, group = (index.ravel() for index in np.indices(shape))
    names = list(dict.fromkeys(name for name, _ in labels))
    code = np.array([names.index(name) for name, _ in labels])
    columns = {
        "scenario": pd.Categorical.from_codes(np.zeros(arm.size, dtype=np.int8), [scenario]),
        "engagement": pd.Categorical.from_codes(code[arm], names),
        "draw": np.array([draw for _, draw in labels], dtype=np.int32)[arm],
        "run": run.astype(np.int32),
        "decision": (decision + 1).astype(np.int32),
        "group": pd.Categorical.from_codes(group, list(GROUPS)),
    }
    values = {name: formula(totals).reshape(-1) for name, (_, formula) in MEASURES.items()}
    return pd.DataFrame(columns | values)
