"""Reruns one row of a stored table and says whether it gives the same numbers."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from coprod_sim.errors import InputError
from coprod_sim.library_files import check
from coprod_sim.model.buffers import LANES
from coprod_sim.model.measures import MEASURES
from coprod_sim.results.frame import KEYS, measure, tidy
from coprod_sim.results.player import play, trial_of
from coprod_sim.results.store import load
from coprod_sim.results.uncertainty import sets_over
from coprod_sim.results.variant import Variant
from coprod_sim.scenarios import Scenario
from coprod_sim.taking import takes_what_it_says


@takes_what_it_says
def verify(path: str | Path, row: int = 0) -> pd.DataFrame:
    """Rerun a row of a stored table.

    Args:
        path: `results.parquet`, as `save` writes it.
        row: which row, from 0.

    Returns:
        A line a measure: `stored`, `again`, and whether they are `equal`.

    Raises:
        InputError: when the file is not a stored result or has no such row.
    """
    path = Path(path)
    frame = load(path)
    if not 0 <= row < len(frame):
        raise InputError(f"{path.name}: has rows 0 to {len(frame) - 1}, there is no row {row}")
    stored: Any = frame.iloc[row]
    again = _again(frame.attrs, stored)
    names = list(MEASURES)
    table = pd.DataFrame(
        {
            "stored": np.asarray(stored[names], dtype=np.float64),
            "again": np.asarray(again[names], dtype=np.float64),
        },
        index=names,
    )
    both_empty = table["stored"].isna() & table["again"].isna()
    table["equal"] = (table["stored"] == table["again"]) | both_empty
    return table


def _again(source: Any, stored: Any) -> Any:
    """Play the batch of runs that holds a stored row again, and give that row."""
    case = check(Scenario, source["scenario"], "the stored scenario")
    variants = source.get("variants") or [
        {"name": e["name"], "engagement": e} for e in source["engagements"]
    ]
    found = next(v for v in variants if v["name"] == stored["engagement"])
    trial = trial_of(case, check(Variant, found, "the stored engagement"))
    draw, first = int(stored["draw"]), int(stored["run"]) // LANES * LANES
    sets = sets_over(source["over"], case, source["draws"], source["seed"])
    trial = trial.under(sets[draw - 1]) if draw else trial
    split = source.get("split", False)
    played = play([trial], LANES, seed=source["seed"], first_run=first, split=split)[0]
    found = measure([trial.variant.name], [[played]], [first], first_draw=draw)
    return tidy(found, case.name).set_index(KEYS).loc[tuple(stored[KEYS])]
