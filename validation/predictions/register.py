"""Writes predictions down: each once, with its range and the hash of the model that made it."""

from pathlib import Path

import numpy as np
import pandas as pd

from coprod_sim.assumptions import REFERENCE
from coprod_sim.results.model_hash import assumptions_hash, rules_hash
from coprod_sim.results.uncertainty import plausible
from validation.predictions.plays import predicted
from validation.predictions.study import Study, studies

FILE = Path(__file__).parent / "registered.csv"
SETS, RUNS, SEED = 256, 16, 1
"""Sets of assumptions drawn from their plausible ranges, towns behind each, and the seed."""
OUTER = (0.05, 0.95)
"""Quantiles that a prediction's range goes to."""
REFERENCE_RUNS = 64
"""Towns behind the value with the assumptions as they stand."""
COLUMNS = ["id", "value", "low", "high", "above", "sets", "towns", "seed", "assumptions", "rules"]


def prediction(study: Study) -> dict[str, object]:
    """Predict one study's result.

    Args:
        study: its design.

    Returns:
        The value with the assumptions as they stand, the range over plausible ones, the share of
        sets in which the number lies above that of no effect, and what it was made with.
    """
    values = np.array([predicted(study, p, RUNS, SEED) for p in plausible(SETS, SEED)])
    low, high = np.quantile(values, OUTER)
    value = predicted(study, REFERENCE, REFERENCE_RUNS, SEED)
    used = sorted({table["engagement"] for table in (study.treated, study.control) if table})
    made = (assumptions_hash(), rules_hash(["reference"], used))
    above = float((values > study.no_effect).mean())
    numbers = (f"{x:.3g}" for x in (value, low, high, above))
    return dict(zip(COLUMNS, (study.id, *numbers, SETS, RUNS, SEED, *made), strict=True))


def registered() -> pd.DataFrame:
    """Read the predictions written down so far.

    Returns:
        One row a study, with the columns `COLUMNS`.
    """
    return pd.read_csv(FILE) if FILE.exists() else pd.DataFrame(columns=COLUMNS)


def register() -> Path:
    """Predict the studies that have no prediction yet; those that have one keep it.

    Returns:
        The file of predictions.
    """
    known = registered()
    new = [prediction(s) for s in studies() if s.id not in set(known["id"])]
    if new:
        pd.concat([known, pd.DataFrame(new)]).to_csv(FILE, index=False, lineterminator="\n")
    return FILE
