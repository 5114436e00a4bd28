"""Keeps the luck of small towns from play to play: whoever turns a dial meets the same people again.

The caller lends the room, one row of numbers. What stands in it says itself whose luck it is, so it cannot
be taken for another town's: seed, citizens and decisions, and nothing else, decide the words that are drawn.
"""

from typing import Any

import numpy as np

from coprod_sim.model.buffers import EACH_DECISION, LANES, place_of_words
from coprod_sim.model.case_row import CaseRow
from coprod_sim.model.kernel import FIRST_DAY, TOLD, TOPIC, VERDICT, WORDS, draw_block

ROOM = 2**25
"""What a page lends: 13 batches, 100 runs, of a town of 1,000 that takes six decisions [bytes]."""
HEAD = 4
"""Numbers that say whose luck is kept: both words of the seed, citizens, decisions."""
SHIFT = np.uint64(LANES.bit_length() - 1)


def kept_words(town: CaseRow, key: Any, first_run: Any, room: np.ndarray) -> Any:
    """Find the words of a batch where they are kept; they are drawn first if they are not there yet.

    Args:
        town: the town and its decisions.
        key: both words of the seed.
        first_run: the number of the first run.
        room: numbers that are left alone between plays; at first nan, or 0.

    Returns:
        The words, as in `BatchInputs`; none where there is no room for the batch.
    """
    purposes, size = 1 + EACH_DECISION * int(town.decisions), int(town.citizens) * LANES
    each = 1 + purposes * WORDS * size // 2
    begin = HEAD + int(first_run >> SHIFT) * each
    if begin + each > len(room):
        return room[:0].view(np.uint32).reshape((0, WORDS, 0))
    take_over(town, each, room)
    words = room[begin + 1 : begin + each].view(np.uint32).reshape((purposes, WORDS, size))
    if not room[begin] > 0.0:
        draw_words(words, int(town.decisions), key, first_run)
    room[begin] = 1.0
    return words


def take_over(town: CaseRow, each: int, room: np.ndarray) -> None:
    """Let go of what is kept if it is another town's.

    Args:
        town: whose room it is from now on.
        each: how many numbers a batch takes.
        room: as for `kept_words`; the first number of each batch says whether it is there.
    """
    whose = (town.seed_low, town.seed_high, town.citizens, town.decisions)
    same = True
    for k in range(HEAD):
        same = same and room[k] == whose[k]
        room[k] = whose[k]
    if not same:
        for begin in range(HEAD, len(room) - each + 1, each):
            room[begin] = 0.0


def draw_words(words: Any, decisions: int, key: Any, first_run: Any) -> None:
    """Draw the words of a batch for all purposes.

    Args:
        words: as in `BatchInputs`; filled in.
        decisions: how many there are.
        key: both words of the seed.
        first_run: the number of the first run.
    """
    draw_purpose(words[0], key, first_run, 0, FIRST_DAY)
    for decision in range(1, decisions + 1):
        for purpose in (TOLD, TOPIC, VERDICT):
            into = words[place_of_words(decision, purpose)]
            draw_purpose(into, key, first_run, decision, purpose)


def draw_purpose(words: Any, key: Any, first_run: Any, decision: int, purpose: Any) -> None:
    """Draw the words of a batch for one purpose.

    Args:
        words: 4 x (citizens * lanes); filled in.
        key: both words of the seed.
        first_run: the number of the first run.
        decision: which decision, from 1; 0 is the first day.
        purpose: one of those in `draws`.
    """
    draw_block(
        words[0], words[1], words[2], words[3], 0, SHIFT, first_run, np.uint64(decision), purpose, key
    )  # fmt: skip
