"""How often one way of involving people is ahead of another, in plain loops that also compile."""

import numpy as np

from coprod_sim.model.buffers import LANES


def share_ahead(
    as_assumed: np.ndarray, others: np.ndarray, ways: float, columns: float, runs: float,
    way: float, column: float, at_least: float,
) -> float:  # fmt: skip
    """Give the share of all runs in which a way is ahead of the first by at least so much.

    Args:
        as_assumed: batches x ways x columns x lanes; the runs under the assumptions as they stand.
        others: the same under other sets of assumptions; there may be none.
        ways: how many ways there are.
        columns: how many numbers there are of each run.
        runs: how many of the runs as assumed count.
        way: the place of the way, from 1.
        column: the place of the number that is compared.
        at_least: by how much, in the unit of the number.

    Returns:
        From 0 to 1; nan where the number is missing in every run.
    """
    shape = (-1, int(ways), int(columns), LANES)
    ahead, counted = 0, 0
    for values, end in (
        (as_assumed.reshape(shape), int(runs)),
        (others.reshape(shape), len(others) * LANES),
    ):
        for run in range(min(end, len(values) * LANES)):
            batch, lane = run // LANES, run % LANES
            gain = values[batch, int(way), int(column), lane] - values[batch, 0, int(column), lane]
            if not np.isnan(gain):
                counted += 1
                ahead += gain >= at_least
    return ahead / counted if counted else np.nan
