"""Plays a batch of a town whose ways of involving people change from one decision to the next."""

import numpy as np

from coprod_sim.engine.town import SPLIT, SUMMED, WAY, fill_rows, most_links, set_up
from coprod_sim.model.batch import make_citizens, play_first_half, play_second_half
from coprod_sim.model.buffers import LANES
from coprod_sim.model.case_row import case_of


def play_series(
    case: np.ndarray, trusts: np.ndarray, ways: np.ndarray, first_run: float, sums: np.ndarray
) -> float:
    """Play all decisions of one batch of `LANES` runs, each decision under ways of its own.

    Args:
        case: as for `town.play`.
        trusts: as for `town.play`.
        ways: for each decision what `town.play` is given for all of them.
        first_run: the number of the first run, a multiple of `LANES`.
        sums: as for `town.play`.

    Returns:
        The most contacts anybody has, as `town.play`.
    """
    town = case_of(case)
    decisions = int(town.decisions)
    arms = len(ways) // WAY // decisions
    series = fill_rows(ways, town.months, town.less_heard / town.citizens)
    plain = decisions * arms * 2 * SUMMED * LANES
    split = len(sums) > plain
    inputs, _rows, state, scratch = set_up(
        case, trusts, ways[: arms * WAY], first_run, split, np.empty(0)
    )
    into = sums[:plain].reshape((decisions, arms, 2, SUMMED, LANES))
    also = sums[plain:].reshape((decisions, arms, 2, SPLIT if split else 0, SUMMED + 1, LANES))
    make_citizens(series[:arms], inputs, state, scratch)
    for k in range(decisions):
        rows = series[k * arms : (k + 1) * arms]
        play_first_half(rows, inputs, state, scratch, k + 1)
        play_second_half(rows, inputs, state, scratch, into[k], also[k], k + 1)
    return most_links(inputs.start)
