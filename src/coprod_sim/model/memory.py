"""What a batch of runs is played on: the town, the state of everybody, and room to work."""

from typing import Any, NamedTuple

import numpy as np

from coprod_sim.model.kernel import (
    BLOCK,
    TOPIC,
    draw_block,
    look_up,
)
from coprod_sim.population.network import part_of, parts


class Town(NamedTuple):
    """What all arms of a batch share."""

    start: Any
    links: Any
    less_heard: int
    trusts: Any
    tables: Any
    drafts: Any
    first_run: Any
    key: Any
    lanes: int
    shift: Any
    one: Any
    ones: Any


class Memory(NamedTuple):
    """The state of every citizen, run and arm; `words` arrays see the flags of all runs at once."""

    trust: Any
    expected: Any
    knowledge: Any
    hearsay: Any
    opinion: Any
    aware: Any
    part: Any
    aware_words: Any
    part_words: Any
    counts: Any
    count_words: Any
    ideals: Any
    lots: Any
    responsiveness: Any
    wish: Any
    plans: Any
    tiles: Any


class Desk(NamedTuple):
    """Room for one block's work."""

    luck: Any
    a: Any
    b: Any
    c: Any
    d: Any
    e: Any
    f: Any
    shown: Any
    spare: Any
    draft: Any
    out: Any
    gathered: Any


def luck_of(town: Town, desk: Desk, begin: int, size: int, decision: int, purpose: Any) -> None:
    """Draw a block's luck for a purpose."""
    draw_block(
        desk.luck[0, :size],
        desk.luck[1, :size],
        desk.luck[2, :size],
        desk.luck[3, :size],
        begin,
        town.shift,
        town.first_run,
        np.uint64(decision),
        purpose,
        town.key,
    )


def ideals_of(town: Town, m: Memory, desk: Desk, decision: int, begin: int, end: int) -> Any:
    """The luck of a block's ideal points: kept, or drawn again where memory counts."""
    if len(m.ideals) > 0:
        return m.ideals[begin:end]
    luck_of(town, desk, begin, end - begin, decision, TOPIC)
    look_up(town.tables[0], desk.luck[0], desk.a, end - begin)
    return desk.a[: end - begin]


def blocks(town: Town) -> Any:
    """List the blocks of each part of the town as (group, begin, end); none holds both groups."""
    citizens, listed = len(town.start) - 1, []
    of = parts(citizens)
    for part in range(of):
        first_less, less, first_well, well = part_of(part, of, town.less_heard, citizens)
        count = (less * town.lanes + BLOCK - 1) // BLOCK + (well * town.lanes + BLOCK - 1) // BLOCK
        spans = np.empty((count, 3), dtype=np.int64)
        k = list_blocks(spans, 0, 0, first_less * town.lanes, less * town.lanes)
        list_blocks(spans, k, 1, first_well * town.lanes, well * town.lanes)
        listed.append(spans)
    return listed


def list_blocks(spans: Any, k: int, group: int, first: int, size: int) -> int:
    """List the blocks of one group from place `k` on, and say where the list goes on."""
    for begin in range(first, first + size, BLOCK):
        spans[k] = group, begin, min(begin + BLOCK, first + size)
        k += 1
    return k
