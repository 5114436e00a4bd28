"""Reruns one row of a stored table and says whether it gives the same numbers."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from coprod_sim.engagement import Engagement
from coprod_sim.errors import InputError
from coprod_sim.library_files import check
from coprod_sim.model.ensemble import play_all
from coprod_sim.model.setting import LANES, arm_of, setting_of
from coprod_sim.population import population_of
from coprod_sim.results.frame import KEYS, tidy
from coprod_sim.results.measures import MEASURES
from coprod_sim.results.store import load
from coprod_sim.results.uncertainty import MOVED, sets_over
from coprod_sim.scenarios import Scenario


def verify(path: str | Path, row: int = 0) -> pd.DataFrame:
    """Rerun a row; the result has a line a measure: stored, again, and whether they are equal.

    Raises `InputError` when the file is not a stored result or has no such row.
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
    case = check(Scenario, source["scenario"], "the stored scenario")
    plan = next(e for e in source["engagements"] if e["name"] == stored["engagement"])
    engagement = check(Engagement, plan, "the stored engagement")
    setting = setting_of(case, population_of(case), source["seed"])
    draw = int(stored["draw"])
    over = source.get("over", MOVED)
    p = [case.rules, *sets_over(over, case, source["draws"], source["seed"])][draw]
    first = int(stored["run"]) // LANES * LANES
    sums = play_all(setting, [arm_of(engagement, p, case.campaign)], LANES, first_run=first)
    frame = tidy(sums, setting.population.group_sizes, case.name, [(engagement.name, draw)])
    frame["run"] += first
    return frame.set_index(KEYS).loc[tuple(stored[KEYS])]
