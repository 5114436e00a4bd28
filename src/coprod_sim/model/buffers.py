"""What a batch of runs is played on: its inputs, the state of everybody, and scratch memory."""

from typing import Any, NamedTuple

import numpy as np

from coprod_sim.model.kernel import BLOCK, TOPIC, draw_block, look_up
from coprod_sim.population.network import part_of, parts

Span = Any
"""A block of work, as the numbers (group, begin, end): citizens of one group, in all lanes."""


class BatchInputs(NamedTuple):
    """What all arms of a batch share.

    The network (`start` and `links`), the quantile tables of first trust (`trusts`: group x point) and
    of luck (`tables`: distribution x point), the drafts (decisions x lanes), and the key and first run
    of the generator. `shift` is the binary logarithm of `lanes`; `one` and `ones` are the lowest bit
    of a word and the lowest bit of each of its bytes.
    """

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


class AgentState(NamedTuple):
    """The state of every citizen, run and arm; arrays are arms x (citizens * lanes).

    `words` arrays see the bytes of all runs of a citizen as one word. `ideals` and `lots` are luck that
    is kept, the same for all arms; they are empty where memory counts. `responsiveness` is arms x
    lanes, `wish` arms x group x (sum, people) x lanes, `plans` arms x (plan, offered, realised) x
    lanes; `tiles` repeats `plans` over a block, so that loops over citizens need no lane.
    """

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


class Scratch(NamedTuple):
    """Room for one block's work, used again for every block: `BLOCK` numbers a row.

    `a` to `f` hold whatever the functions say; `out` holds the summands of the block (`SUMS` x block).
    """

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


def luck_of(
    inputs: BatchInputs, scratch: Scratch, begin: int, size: int, decision: int, purpose: Any
) -> None:
    """Draw a block's luck for a purpose."""
    draw_block(
        scratch.luck[0, :size],
        scratch.luck[1, :size],
        scratch.luck[2, :size],
        scratch.luck[3, :size],
        begin,
        inputs.shift,
        inputs.first_run,
        np.uint64(decision),
        purpose,
        inputs.key,
    )


def ideals_of(
    inputs: BatchInputs, state: AgentState, scratch: Scratch, decision: int, span: Span
) -> Any:
    """The luck of a block's ideal points: kept, or drawn again where memory counts."""
    _, begin, end = span
    if len(state.ideals) > 0:
        return state.ideals[begin:end]
    luck_of(inputs, scratch, begin, end - begin, decision, TOPIC)
    look_up(inputs.tables[0], scratch.luck[0], scratch.a, end - begin)
    return scratch.a[: end - begin]


def blocks(inputs: BatchInputs) -> Any:
    """List the blocks of each part of the town as (group, begin, end); none holds both groups."""
    citizens, listed = len(inputs.start) - 1, []
    of = parts(citizens)
    for part in range(of):
        first_less, less, first_well, well = part_of(part, of, inputs.less_heard, citizens)
        count = (less * inputs.lanes + BLOCK - 1) // BLOCK + (
            well * inputs.lanes + BLOCK - 1
        ) // BLOCK
        spans = np.empty((count, 3), dtype=np.int64)
        k = list_blocks(spans, 0, 0, first_less * inputs.lanes, less * inputs.lanes)
        list_blocks(spans, k, 1, first_well * inputs.lanes, well * inputs.lanes)
        listed.append(spans)
    return listed


def list_blocks(spans: Any, k: int, group: int, first: int, size: int) -> int:
    """List the blocks of one group from place `k` on, and say where the list goes on."""
    for begin in range(first, first + size, BLOCK):
        spans[k] = group, begin, min(begin + BLOCK, first + size)
        k += 1
    return k
