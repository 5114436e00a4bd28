"""What the compiled ensemble's loops share, and the loops of luck and of hearing about a decision.

Element `citizen * lanes + lane` of an array belongs to one citizen in one run. Work goes through in
blocks that stay in the second cache; all arms of a block share its luck. Less-heard people come first,
so a block knows its group. The rules are in `involvement_loops` and `response_loops`.
"""

from typing import Any

import numpy as np

from coprod_sim import draws
from coprod_sim.assumptions import Assumptions
from coprod_sim.compiled import field_reader
from coprod_sim.engagement.dials import Dials
from coprod_sim.five_steps import awareness
from coprod_sim.model.constants import Constants
from coprod_sim.model.sums import SUMS

BLOCK = 1024
"""Elements of a block, a multiple of the lanes."""
DIALS, NUMBERS = len(Dials._fields), len(Assumptions._fields)
CONSTANTS = len(Constants._fields)
STRENGTH, REACH, AT = (DIALS + NUMBERS + CONSTANTS + k for k in range(3))
ROWS = len(SUMS)
WORDS = 4
"""Words of luck that are drawn together, for one purpose."""
ZERO_U8, ONE_U8, TWO_U8 = np.uint8(0), np.uint8(1), np.uint8(2)
TOLD, TOPIC, VERDICT, FIRST_DAY = (
    np.uint64(k) for k in (draws.TOLD, draws.TOPIC, draws.VERDICT, draws.FIRST_DAY)
)


dials_of = field_reader(Dials, 0)
numbers_of = field_reader(Assumptions, DIALS)
constants_of = field_reader(Constants, DIALS + NUMBERS)


def draw_block(
    one: Any,
    two: Any,
    three: Any,
    four: Any,
    begin: int,
    shift: Any,
    first_run: Any,
    decision: Any,
    purpose: Any,
    key: Any,
) -> None:
    """Draw the four words of a block's luck for a purpose."""
    first = np.uint64(begin)
    lane = (np.uint64(1) << shift) - np.uint64(1)
    for k in range(len(one)):
        place = first + np.uint64(k)
        one[k], two[k], three[k], four[k] = draws.philox(
            place >> shift, decision, first_run + (place & lane), purpose, key[0], key[1]
        )


def find_words(kept: Any, words: Any, begin: int, size: int) -> None:
    """Find the four words of a block's luck where they are kept."""
    for row in range(WORDS):
        here, into = kept[row, begin : begin + size], words[row]
        for k in range(size):
            into[k] = np.uint64(here[k])


def look_up(table: Any, luck: Any, out: Any, size: int) -> None:
    """Look a block of words up in a quantile table."""
    for k in range(size):
        out[k] = draws.from_table(table, luck[k])


def draw_uniform(luck: Any, out: Any, size: int) -> None:
    """Turn a block of words into numbers between 0 and 1."""
    for k in range(size):
        out[k] = draws.uniform(luck[k])


def tell(
    luck: Any, patience: Any, aware: Any, needed: Any, reach: float, per_mention: float
) -> None:
    """Event 2, first part: some are told; for the others, how many mentions they need.

    The byte `aware` is 1 for those who have not passed it on yet, then 2.
    """
    for k in range(len(aware)):
        aware[k] = ONE_U8 if awareness.told(draws.uniform(luck[k]), reach) else ZERO_U8
    for k in range(len(aware)):
        needed[k] = np.uint8(np.int32(draws.mentions_needed(patience[k], per_mention)))


def notice(aware: Any, needed: Any, knowing: Any) -> None:
    """Event 2, end of a round: each aware contact mentions it; who needs no more is newly aware."""
    for k in range(len(aware)):
        needed[k] = ZERO_U8 if awareness.hears(needed[k], knowing[k]) else needed[k] - knowing[k]
    for k in range(len(aware)):
        fresh = ONE_U8 if needed[k] == ZERO_U8 else ZERO_U8
        aware[k] = fresh if aware[k] == ZERO_U8 else TWO_U8
