"""Sets what was found beside what was predicted. The rules of this file are older than what was read.

Sign. A prediction commits itself if at least 8 in 10 sets of assumptions agree on the sign; otherwise it is
open and not counted. If a study found no effect, a prediction is right where its range holds no effect.
Size. What was found lies inside the range, touches it with its own interval, or does neither.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from validation.predictions.register import registered
from validation.predictions.study import studies

FILE = Path(__file__).parent / "effects.csv"
COMMITTED = 0.8
"""Share of sets that must agree before a sign counts as predicted."""
COLUMNS = ["id", "direction", "effect", "low", "high", "n", "read", "where", "note"]
FOUND = ["direction", "effect", "found_low", "found_high", "n", "read", "where", "note"]
NOT_READ = "not read"


def effects() -> pd.DataFrame:
    """Read what the studies found.

    Returns:
        One row a study that was looked up: `direction` is up, down or none; `effect`, `low` and `high` are in
        the unit of the prediction and empty where no size could be read; `read` says in what.
    """
    return pd.read_csv(FILE) if FILE.exists() else pd.DataFrame(columns=COLUMNS)


def verdicts() -> pd.DataFrame:
    """Set findings beside predictions.

    Returns:
        One row a study, in the order of the list: the prediction, what was found, and the verdicts
        `sign` (right, wrong, open or -) and `inside` (yes, touches, no or -).
    """
    found = effects().rename(columns={"low": "found_low", "high": "found_high"})
    table = registered().merge(found, on="id", how="left").set_index("id")
    table["no_effect"] = pd.Series({s.id: s.no_effect for s in studies()})
    table["read"] = table["read"].fillna(NOT_READ)
    table["sign"] = [_sign(row) for row in table.to_dict("records")]
    table["inside"] = [_inside(row) for row in table.to_dict("records")]
    return table.reindex([s.id for s in studies()])


def committed(above: float) -> str:
    """Say which sign a prediction commits itself to: up, down or open.

    Args:
        above: the share of sets in which the number lies above that of no effect.

    Returns:
        One of the three words.
    """
    if above >= COMMITTED:
        return "up"
    return "down" if 1.0 - above >= COMMITTED else "open"


def _sign(row: Mapping[str, Any]) -> str:
    if row["read"] == NOT_READ:
        return "-"
    if row["direction"] == "none":
        return "right" if row["low"] <= row["no_effect"] <= row["high"] else "wrong"
    said = committed(float(row["above"]))
    if said == "open":
        return "open"
    return "right" if said == row["direction"] else "wrong"


def _inside(row: Mapping[str, Any]) -> str:
    low, high, effect, found_low, found_high = (
        float(row[name]) for name in ("low", "high", "effect", "found_low", "found_high")
    )
    if np.isnan(effect) or row["read"] == NOT_READ:
        return "-"
    if low <= effect <= high:
        return "yes"
    return "touches" if found_low <= high and found_high >= low else "no"
