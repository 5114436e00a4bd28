"""Makes the room a batch is played in: the state of everybody, and scratch memory for one block."""

from typing import Any

import numpy as np

from coprod_sim.model.buffers import CROWD, FLAGS, TOWN, AgentState, Scratch
from coprod_sim.model.kernel import BLOCK
from coprod_sim.model.sums import SUMS
from coprod_sim.population.network_loops import MOST_LINKS

APART = 40
"""Places between arrays that are read side by side: five lines of the cache, so that the same place in
each does not fall into the same set of it [numbers]."""
CROWDS, PLACES, SUMMED, FLAGGED = len(CROWD), len(TOWN), len(SUMS), len(FLAGS)


def make_state(arms: int, size: int, lanes: int, word: Any) -> AgentState:
    """Make room for the state of everybody.

    Args:
        arms: how many ways are played together.
        size: citizens times lanes.
        lanes: how many runs are played side by side, 8 or 1; all luck is only kept where there are 8.
        word: the type that holds one byte for each lane.

    Returns:
        The state, not yet filled in.
    """
    numbers, kept = arms * size, size if lanes > 1 else BLOCK
    each, luck = np.empty((5, numbers + APART)), np.empty((4, kept + APART))
    aware, part, counts = make_flags(arms, size), make_flags(arms, size), make_flags(arms, size)
    return AgentState(
        each[0][:numbers].reshape((arms, size)),
        each[1][:numbers].reshape((arms, size)),
        each[2][:numbers].reshape((arms, size)),
        each[3][:numbers].reshape((arms, size)),
        each[4][:numbers].reshape((arms, size)),
        aware,
        part,
        aware.view(word),
        part.view(word),
        counts,
        counts.view(word),
        luck[0][:kept],
        luck[1][:kept],
        luck[2][:kept],
        luck[3][:kept],
        np.empty((arms, 2, CROWDS, lanes)),
        np.zeros((arms, PLACES, lanes)),
        np.empty((arms, PLACES, BLOCK + APART)),
    )


def make_flags(arms: int, size: int) -> Any:
    """Make room for a byte of everybody under every arm."""
    return np.empty((arms, size), dtype=np.uint8)


def make_scratch(lanes: int, word: Any) -> Scratch:
    """Make room to work on a block.

    Args:
        lanes: how many runs are played side by side, 8 or 1.
        word: the type that holds one byte for each lane.

    Returns:
        The room, not yet filled in.
    """
    rows = np.empty((7 + SUMMED, BLOCK + APART))
    words = np.empty((9, BLOCK + APART), dtype=np.uint64)
    flags = make_flags(FLAGGED, BLOCK + APART)
    gathered = np.empty(BLOCK * MOST_LINKS if lanes == 1 else 0)
    return Scratch(
        words[:4], rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], rows[6],
        words[4], words[5:], rows[7:], flags, flags.view(word), gathered,
    )  # fmt: skip
