"""Plays bad decisions and then good ones, and counts the good ones until trust is back."""

import numpy as np

from coprod_sim.engine.town import SUMMED, WAY, fill_rows, set_up
from coprod_sim.model.batch import make_citizens, play_first_half, play_second_half
from coprod_sim.model.buffers import LANES
from coprod_sim.model.case_row import case_of
from coprod_sim.model.sums import PLACE

TRUST = PLACE["trust"]


def wait_for_trust(
    case: np.ndarray, trusts: np.ndarray, ways: np.ndarray, first_run: float, bad: float,
    waited: np.ndarray,
) -> None:  # fmt: skip
    """Play a series in which the way of involving people changes, and count decisions until trust is back.

    Args:
        case: one `CaseRow`, with as many decisions as there are ways.
        trusts: as for `town.play`.
        ways: for each decision the way by which it is taken, as for `town.play`.
        first_run: as for `town.play`.
        bad: how many of the decisions are the bad ones, which come first.
        waited: in each run the number of decisions behind them until trust is back where it started; one
            more than there are where it does not come back. Filled in.
    """
    town = case_of(case)
    rows = fill_rows(ways, town.months, town.less_heard / town.citizens)
    inputs, first, state, scratch = set_up(case, trusts, ways[:WAY], first_run, False, np.empty(0))
    make_citizens(first, inputs, state, scratch)
    start, back = _trust_of(state.trust[0]), np.zeros(LANES)
    waited[:] = len(rows) - bad + 1.0
    for decision in range(1, len(rows) + 1):
        sums, splits = np.zeros((1, 2, SUMMED, LANES)), np.empty((1, 2, 0, SUMMED + 1, LANES))
        row = rows[decision - 1 : decision]
        play_first_half(row, inputs, state, scratch, decision)
        play_second_half(row, inputs, state, scratch, sums, splits, decision)
        for lane in range(LANES):
            trust = sums[0, 0, TRUST, lane] + sums[0, 1, TRUST, lane]
            if decision > bad and back[lane] == 0.0 and trust >= start[lane]:
                waited[lane], back[lane] = decision - bad, 1.0


def _trust_of(trust: np.ndarray) -> np.ndarray:
    """Add up everybody's trust, run by run."""
    found = np.zeros(LANES)
    for place in range(len(trust)):
        found[place % LANES] += trust[place]
    return found
