"""Turns the room's exported answers into one row a person and decision: which way, and what they scored."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from coprod_sim.live.activities import SCORES, STARTING, RoomExperiment

COLUMNS = ("person", "decision", "arm", "turn", "lost", *SCORES)
TURNS = {"first_scores": 1, "second_scores": 2}


def scored(rows: Iterable[Mapping[str, Any]], experiment: RoomExperiment) -> pd.DataFrame:
    """Give one row a person and decision lived through, with the scores from 0 to 10.

    `lost` is true where the person had wanted something else than what was decided, false where not,
    and missing where they did not say. `turn` is 1 for the decision that came first, else 2.

    Args:
        rows: the room's answers, as from `ballots.rows`.
        experiment: the room's experiment.

    Returns:
        Columns person, decision, arm, turn, lost, acceptance, fairness, trust.
    """
    ours = [r for r in rows if r["activity"] == experiment.key]
    wanted = {
        (r["person"], str(r["question"]).removeprefix("preference_")): r["value"]
        for r in ours
        if r["round"] == "preference"
    }
    final = {d.key: d for d in experiment.decisions}
    found: dict[tuple[Any, str], dict[str, Any]] = {}
    for r in ours:
        if r["round"] not in TURNS or r["question"] not in SCORES or r["arm"] is None:
            continue
        key = (r["person"], r["decision"])
        start = {
            "person": r["person"],
            "decision": r["decision"],
            "arm": r["arm"],
            "turn": TURNS[r["round"]],
            "lost": final[r["decision"]].lost(_whole(wanted.get(key))),
        }
        found.setdefault(key, start)[r["question"]] = float(r["value"])
    return pd.DataFrame(found.values(), columns=list(COLUMNS))


def starting(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Give the eight starting answers: one row a person, missing where they gave none."""
    found: dict[Any, dict[str, float]] = {}
    for r in rows:
        if r["kind"] == "start" and r["question"] in STARTING:
            found.setdefault(r["person"], {})[r["question"]] = float(r["value"])
    frame = pd.DataFrame.from_dict(found, orient="index", columns=list(STARTING))
    return frame.astype(float)


def share_lost(rows: Iterable[Mapping[str, Any]], experiment: RoomExperiment) -> float | None:
    """Give the share of stated wishes that the decisions go against; None if nobody said."""
    final = {f"preference_{d.key}": d for d in experiment.decisions}
    told = [
        final[r["question"]].lost(_whole(r["value"]))
        for r in rows
        if r["activity"] == experiment.key and r["question"] in final
    ]
    return sum(bool(lost) for lost in told) / len(told) if told else None


def _whole(value: Any) -> int | None:
    return None if value is None else int(value)
