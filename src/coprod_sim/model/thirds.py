"""Sorts the people of a town into thirds by trust before anything happens."""

from typing import Any

import numpy as np

from coprod_sim.draws import FIRST_DAY, from_table, philox


def fill_thirds(trust: np.ndarray, thirds: np.ndarray) -> None:
    """Say which third of a town everybody belongs to; who trusts alike keeps the order of their numbers.

    Args:
        trust: everybody's trust as surveyed, in one run.
        thirds: 0 for the third that trusts least, 1, or 2 for the one that trusts most; filled in.
    """
    order = np.argsort(trust, kind="mergesort")
    thirds[order] = (np.arange(len(order)) * 3 // len(order)).astype(np.uint8)


def thirds_of_batch(
    trusts: np.ndarray, less_heard: int, citizens: int, first_run: Any, lanes: int, key: Any
) -> np.ndarray:
    """Sort the people of several runs into thirds, number by number, as compiled code does.

    Args:
        trusts: quantile tables of first trust, less-heard then well-connected.
        less_heard: how many people are less heard.
        citizens: how many people there are.
        first_run: the first run.
        lanes: how many runs.
        key: both words of the seed.

    Returns:
        Citizens x lanes, in one row.
    """
    found, trust = np.empty((citizens, lanes), dtype=np.uint8), np.empty(citizens)
    for lane in range(lanes):
        run = first_run + np.uint64(lane)
        for citizen in range(citizens):
            table = trusts[0] if citizen < less_heard else trusts[1]
            words = philox(
                np.uint64(citizen), np.uint64(0), run, np.uint64(FIRST_DAY), key[0], key[1]
            )
            trust[citizen] = from_table(table, words[0])
        fill_thirds(trust, found[:, lane])
    return found.reshape(citizens * lanes)
