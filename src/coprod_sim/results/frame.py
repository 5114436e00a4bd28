"""Keeps what was measured in every run, and turns it into a tidy table when somebody asks for one."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from coprod_sim.model.measures import MEASURES, measured_in
from coprod_sim.model.totals import EVERY_GROUP, totals_of
from coprod_sim.results.in_short import InShort
from coprod_sim.results.player import Played

KEYS = ["scenario", "engagement", "draw", "run", "decision", "group"]
"""The columns that say which case a row belongs to."""


@dataclass(frozen=True, repr=False)
class MeasuredRuns(InShort):
    """Every measure in every run of some engagements, which all have the same draws and runs.

    `numbers` are engagements x rows x decisions x groups x `MEASURES`; `draws` and `runs` say which set of
    assumptions and which run each row is. `people` counts who belongs to each group, in the shape of the
    numbers without the last axis.
    """

    engagements: tuple[str, ...]
    numbers: np.ndarray
    draws: np.ndarray
    runs: np.ndarray
    people: np.ndarray

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups, in order: `GROUPS`, or `EVERY_GROUP` where runs were split."""
        return EVERY_GROUP[: self.numbers.shape[-2]]


def measure(
    engagements: Sequence[str], draws: Sequence[Sequence[Played]], first_runs: Sequence[int], *,
    first_draw: int = 0,
) -> MeasuredRuns:  # fmt: skip
    """Measure what was played.

    Args:
        engagements: their names.
        draws: for each draw, what came of every engagement.
        first_runs: for each draw, the number of its first run.
        first_draw: the number of the first draw; 0 is the reference assumptions.

    Returns:
        Every measure in every run, draw after draw.
    """
    lengths = [len(draw[0].sums) for draw in draws]
    ways = list(zip(*draws, strict=True))
    sums = np.stack([np.concatenate([one.sums for one in way]) for way in ways])
    best = np.array([np.repeat([one.best for one in way], lengths) for way in ways])
    totals = totals_of(sums, draws[0][0].sizes, best[..., None])
    return MeasuredRuns(
        tuple(engagements),
        measured_in(totals),
        np.repeat(np.arange(first_draw, first_draw + len(lengths), dtype=np.int32), lengths),
        np.concatenate(
            [
                np.arange(first, first + n, dtype=np.int32)
                for first, n in zip(first_runs, lengths, strict=True)
            ]
        ),
        np.broadcast_to(totals.people, totals.sums.shape[:-1]),
    )


def tidy(found: MeasuredRuns, scenario: str) -> pd.DataFrame:
    """Make the table of every measure.

    Args:
        found: what was measured.
        scenario: the name of the case.

    Returns:
        A row for each engagement, draw, run, decision and group: `KEYS`, how many people are in the
        group, then a column for each of `MEASURES`, in its unit.
    """
    ways, rows, decisions, groups, measures = found.numbers.shape
    order = np.argsort(np.tile(found.draws, ways), kind="stable")
    way, row = (np.repeat(place, decisions * groups) for place in np.divmod(order, rows))
    decision, group = (k.ravel() for k in np.indices((order.size, decisions, groups))[1:])
    columns = {
        "scenario": pd.Categorical.from_codes(np.zeros(way.size, dtype=np.int8), [scenario]),
        "engagement": pd.Categorical.from_codes(way, list(found.engagements)),
        "draw": found.draws[row],
        "run": found.runs[row],
        "decision": (decision + 1).astype(np.int32),
        "group": pd.Categorical.from_codes(group, list(found.groups)),
        "people": found.people.reshape(ways * rows, -1)[order].ravel().astype(np.int64),
    }
    values = found.numbers.reshape(ways * rows, -1, measures)[order].reshape(-1, measures)
    return pd.DataFrame(columns | dict(zip(MEASURES, values.T, strict=True)))
