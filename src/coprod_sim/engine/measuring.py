"""What is read off a batch that was played, in rows of plain numbers: its measures, and what ways cost."""

import numpy as np

from coprod_sim.assumptions import Assumptions
from coprod_sim.engagement.costs import HOURS_EACH, STAFF_HOURS, WEEKS, added_up
from coprod_sim.model.buffers import LANES
from coprod_sim.model.case_row import case_of
from coprod_sim.model.kernel import DIALS, NUMBERS, dials_of
from coprod_sim.model.measure_batch import (
    COUNTED,
    GROUPED,
    MEASURED,
    measure_batch,
    measure_splits_of_batch,
)
from coprod_sim.model.sums import SPLITS

SPLIT = len(SPLITS)
WAY = DIALS + NUMBERS + 3
BEST = DIALS + Assumptions._fields.index("merit_at_best")
"""Where the merit of a plan that fits a person exactly stands in the row of a way."""


def measure(case: np.ndarray, ways: np.ndarray, sums: np.ndarray, values: np.ndarray) -> None:
    """Read every measure off the sums of a batch.

    Args:
        case: one `CaseRow`.
        ways: as for `town.play`.
        sums: as `town.play` fills them in; splits behind them are not looked at.
        values: ways x decisions x `GROUPS` x `MEASURES` x lanes; filled in.
    """
    town, given = case_of(case), ways.reshape((-1, WAY))
    count, decisions = len(given), int(town.decisions)
    people = np.empty(GROUPED)
    people[0], people[1], people[2] = (
        town.less_heard,
        town.citizens - town.less_heard,
        town.citizens,
    )
    best = np.empty(count)
    best[:] = given[:, BEST]
    measure_batch(
        sums[: decisions * count * 2 * COUNTED * LANES].reshape(
            (decisions, count, 2, COUNTED, LANES)
        ),
        people,
        best,
        values.reshape((count, decisions, GROUPED, MEASURED, LANES)),
    )


def measure_splits(
    case: np.ndarray, ways: np.ndarray, sums: np.ndarray, values: np.ndarray
) -> None:
    """Read every measure off the sums of a batch for each of `SPLITS`.

    Args:
        case: one `CaseRow`.
        ways: as for `town.play`.
        sums: as `town.play` fills them in, with the splits behind.
        values: ways x decisions x `SPLITS` x `MEASURES` x lanes; filled in.
    """
    given, decisions = ways.reshape((-1, WAY)), int(case_of(case).decisions)
    count = len(given)
    best = np.empty(count)
    best[:] = given[:, BEST]
    plain = decisions * count * 2 * COUNTED * LANES
    measure_splits_of_batch(
        sums[plain:].reshape((decisions, count, 2, SPLIT, COUNTED + 1, LANES)),
        best,
        values.reshape((count, decisions, SPLIT, MEASURED, LANES)),
    )


def cost(dials: np.ndarray, found: np.ndarray) -> None:
    """Add up what the dials of a way cost.

    Args:
        dials: where each dial stands, in the order of `Dials`.
        found: staff hours, hours of each participant, weeks; filled in.
    """
    stand = dials_of(dials)
    found[0] = added_up(stand, STAFF_HOURS)
    found[1] = added_up(stand, HOURS_EACH)
    found[2] = added_up(stand, WEEKS)
