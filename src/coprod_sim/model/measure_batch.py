"""Reads every measure off a batch as it was played, in plain loops that also compile."""

from collections.abc import Iterable
from typing import Any

import numpy as np

from coprod_sim.model.measures import MEASURES, Formula
from coprod_sim.model.one_run import OneRun
from coprod_sim.model.sums import SUMS
from coprod_sim.model.totals import GROUPS

COUNTED, GROUPED, MEASURED = len(SUMS), len(GROUPS), len(MEASURES)


def _together(formulas: Iterable[Formula]) -> Any:
    """Make one function that gives the value of every formula, each spelled out so that it compiles."""
    named = {f"f{k}": formula for k, formula in enumerate(formulas)}
    room = {"__name__": __name__, **named}
    calls = ", ".join(f"{name}(t)" for name in named)
    return eval(f"lambda t: ({calls},)", room)  # noqa: S307 - our own names


read_off = _together(formula for _, formula in MEASURES.values())


def measure_batch(sums: Any, people: Any, best: Any, out: Any) -> None:
    """Read every measure off the sums of a batch.

    Args:
        sums: decisions x arms x 2 groups x `SUMS` x lanes, as `play_batch` leaves them.
        people: how many people each of `GROUPS` has.
        best: the merit of a plan that fits a person exactly, for each arm.
        out: arms x decisions x `GROUPS` x `MEASURES` x lanes; filled in.
    """
    run = np.empty((GROUPED, COUNTED))
    for arm in range(len(out)):
        for decision in range(len(sums)):
            for lane in range(sums.shape[4]):
                for k in range(COUNTED):
                    run[0, k] = sums[decision, arm, 0, k, lane]
                    run[1, k] = sums[decision, arm, 1, k, lane]
                    run[2, k] = run[0, k] + run[1, k]
                for group in range(GROUPED):
                    found = read_off(OneRun(run, people, best[arm], group))
                    for k in range(len(found)):
                        out[arm, decision, group, k, lane] = found[k]


def measure_splits_of_batch(splits: Any, best: Any, out: Any) -> None:
    """Read every measure off the sums of a batch for the groups into which a run is also split.

    Args:
        splits: decisions x arms x 2 groups x `SPLITS` x (`SUMS`, people) x lanes.
        best: the merit of a plan that fits a person exactly, for each arm.
        out: arms x decisions x `SPLITS` x `MEASURES` x lanes; filled in.
    """
    run, people = np.zeros((GROUPED, COUNTED)), np.ones(GROUPED)
    for arm in range(len(out)):
        for decision in range(len(splits)):
            for split in range(splits.shape[3]):
                for lane in range(splits.shape[5]):
                    both = splits[decision, arm, 0, split], splits[decision, arm, 1, split]
                    for k in range(COUNTED):
                        run[0, k] = both[0][k, lane] + both[1][k, lane]
                    people[0] = both[0][COUNTED, lane] + both[1][COUNTED, lane]
                    found = read_off(OneRun(run, people, best[arm], 0))
                    for k in range(len(found)):
                        out[arm, decision, split, k, lane] = found[k]
