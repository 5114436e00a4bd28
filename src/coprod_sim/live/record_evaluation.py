"""What people say has changed: each statement scored before and now, and questions asked twice."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd
from scipy import stats

from coprod_sim.charts.words import added_up, digits_adding_up
from coprod_sim.live.activities import Evaluate, Knowledge, RoomPlan
from coprod_sim.live.intervals import FINEST, NO_RANGE, ROOM, USUAL, ends, level_name, points
from coprod_sim.words import ENGLISH, words_in

COLUMNS = ("What", "People", "Before", "Now", "Change", level_name(ROOM))


def changes(rows: Iterable[Mapping[str, Any]], plan: RoomPlan) -> pd.DataFrame:
    """Give one row a statement (0 to 10) and one for the facts asked twice (0 to 100).

    Args:
        rows: the room's answers, as from `ballots.rows`.
        plan: what was asked.

    Returns:
        The columns `COLUMNS`, missing numbers where fewer people answered both times than the plan's floor.
    """
    kept = list(rows)
    found = [
        line
        for a in plan.activities
        if isinstance(a, Evaluate)
        for line in _statements(kept, a, plan.floor)
    ]
    return pd.DataFrame([*found, *_twice(kept, plan)], columns=list(COLUMNS))


def written(changed: pd.DataFrame) -> pd.DataFrame:
    """Write means, changes and ranges in as many digits, so that they add up as shown; gaps stay gaps."""
    shown, known = changed.astype(object), changed[changed["Change"].notna()]
    pairs = [(float(was), float(is_)) for was, is_ in known[["Before", "Now"]].to_numpy()]
    digits = digits_adding_up(pairs, USUAL)
    for row, pair in zip(known.index, pairs, strict=True):
        shown.loc[row, ["Before", "Now", "Change"]] = added_up(*pair, digits)
        low, high = ends(str(known.loc[row, COLUMNS[-1]]))
        if isinstance(low, float) and isinstance(high, float):
            shown.loc[row, COLUMNS[-1]] = points(low, high, digits)
    return shown


def _statements(
    rows: list[Mapping[str, Any]], asked: Evaluate, floor: int
) -> list[tuple[Any, ...]]:
    found = []
    for k, said in enumerate(asked.statements, 1):
        before, now = (_by_person(rows, asked.key, f"statement_{k}_{w}") for w in ("before", "now"))
        found.append(_line(said, before, now, floor))
    return found


def _twice(rows: list[Mapping[str, Any]], plan: RoomPlan) -> list[tuple[Any, ...]]:
    """Compare questions with right answers that were asked at the start and at the end."""
    asked = {a.key: a for a in plan.activities if isinstance(a, Knowledge)}
    pairs = [(k, k.replace("_before", "_after")) for k in asked if k.endswith("_before")]
    return [
        _line(f"{asked[start].title}: right answers in 100",
              _right(rows, asked[start]), _right(rows, asked[end]), plan.floor)
        for start, end in pairs
        if end in asked
    ]  # fmt: skip


def _right(rows: list[Mapping[str, Any]], asked: Knowledge) -> pd.Series:
    right = {f"fact_{k}": f.right for k, f in enumerate(asked.facts, 1)}
    marks = [
        (r["person"], 100.0 * (int(r["value"]) == right[r["question"]]))
        for r in rows
        if r["activity"] == asked.key and r["question"] in right
    ]
    frame = pd.DataFrame(marks, columns=["person", "right"])
    return frame.groupby("person")["right"].sum() / len(right)


def _by_person(rows: list[Mapping[str, Any]], key: str, question: str) -> pd.Series:
    return pd.Series(
        {
            r["person"]: float(r["value"])
            for r in rows
            if r["activity"] == key and r["question"] == question
        },
        dtype=float,
    )


def _line(said: str, before: pd.Series, now: pd.Series, floor: int) -> tuple[Any, ...]:
    """Compare the people who gave both; fewer than the floor stay hidden."""
    both = before.index.intersection(now.index)
    if len(both) < floor:
        return (said, words_in(ENGLISH)("room-fewer", floor=floor), *[np.nan] * 3, "hidden")
    change = now[both] - before[both]
    reach = (
        float(stats.t.ppf(0.5 + ROOM / 2, len(both) - 1))
        * float(change.std(ddof=1))
        / np.sqrt(len(both))
    )
    mean = float(change.mean())
    means = (float(before[both].mean()), float(now[both].mean()), mean)
    range_ = points(mean - reach, mean + reach, FINEST) if reach > 0 else NO_RANGE
    return (said, len(both), *means, range_)
