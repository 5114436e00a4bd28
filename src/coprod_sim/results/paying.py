"""Says in which models a way of involving people does not gain enough, in plain loops that also compile."""

from typing import Any

import numpy as np

from coprod_sim.model.buffers import LANES


def does_not_pay(gain: Any, quality_gain: Any, at_least: float) -> Any:
    """Say whether a way brings too small a gain, or a worse decision.

    Args:
        gain: what it adds to a measure; a number or an array.
        quality_gain: what it adds to the quality of the decision.
        at_least: the smallest gain that is enough, in the measure's unit.

    Returns:
        True or false for each.
    """
    return (gain < at_least) | (quality_gain < 0.0)


def which_do_not_pay(
    others: np.ndarray, ways: float, columns: float, way: float, column: float,
    quality_column: float, at_least: float, found: np.ndarray,
) -> None:  # fmt: skip
    """Say in which models a way does not gain enough beside the first, on the mean over their towns.

    Args:
        others: models x ways x columns x lanes: a batch for each model.
        ways: how many ways there are.
        columns: how many numbers there are of each run.
        way: the place of the way, from 1.
        column: the place of the measure whose gain counts.
        quality_column: the place of the quality of the decision.
        at_least: the smallest gain that is enough, in the measure's unit.
        found: 1 for each model in which it does not gain enough, else 0; filled in.
    """
    models = others.reshape((-1, int(ways), int(columns), LANES))
    for k in range(len(models)):
        first, other = models[k, 0], models[k, int(way)]
        gain = mean_there(other[int(column)]) - mean_there(first[int(column)])
        quality = mean_there(other[int(quality_column)]) - mean_there(first[int(quality_column)])
        found[k] = 1.0 if does_not_pay(gain, quality, at_least) else 0.0


def mean_there(values: Any) -> Any:
    """Give the mean of what is there.

    Args:
        values: a series of numbers, in which some may be missing (nan).

    Returns:
        Their mean; nan where all are missing.
    """
    total, count = 0.0, 0
    for k in range(len(values)):
        if not np.isnan(values[k]):
            total += values[k]
            count += 1
    return total / count if count > 0 else np.nan
