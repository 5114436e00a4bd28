"""What a batch of runs is played on: its inputs, the state of everybody, and scratch memory."""

from typing import Any, NamedTuple

import numpy as np

from coprod_sim.model.kernel import (
    BLOCK,
    FIRST_DAY,
    TOLD,
    TOPIC,
    draw_block,
    draw_uniform,
    look_up,
)
from coprod_sim.population.network import part_of, parts

Span = Any
"""A block of work, as the numbers (group, begin, end): citizens of one group, in all lanes."""


class BatchInputs(NamedTuple):
    """What all arms of a batch share.

    The network (`start` and `links`), the quantile tables of first trust (`trusts`: group x point) and
    of luck (`tables`: distribution x point), the luck of places and rooms (`town`: three x lanes, `sides`
    and `errors`: decisions x lanes), where drafts stand and how hot they are, the thirds of first trust
    (nothing unless asked for), and the key and first run of the generator. `shift` is the binary logarithm
    of `lanes`; `one` and `ones` are the lowest bit of a word and the lowest bit of each of its bytes.
    """

    start: Any
    links: Any
    less_heard: int
    trusts: Any
    tables: Any
    town: Any
    sides: Any
    errors: Any
    draft: float
    heat: float
    share_less_heard: float
    thirds: Any
    first_run: Any
    key: Any
    lanes: int
    shift: Any
    one: Any
    ones: Any


class AgentState(NamedTuple):
    """The state of every citizen, run and arm; arrays are arms x (citizens * lanes).

    `words` arrays see the bytes of all runs of a citizen as one word. `firsts` (trust as surveyed),
    `lastings`, `passings` and `lots` are luck that is kept, the same for all arms; they are empty where
    memory counts. `crowd` is arms x group x (willing, opposed, in the room, opposed in the room, their
    ideal points, their knowledge) x lanes; `towns` is arms x `TOWN` x lanes, and `tiles` repeats it over a
    block, so that loops over citizens need no lane.
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
    firsts: Any
    lastings: Any
    passings: Any
    lots: Any
    crowd: Any
    towns: Any
    tiles: Any


KEPT_LUCK = ("firsts", "lastings", "passings", "lots")
"""The names of the luck that is kept where there is room."""
TOWN = (
    "trust_luck", "heat", "home_responsiveness", "responsiveness", "side", "draft", "plan", "offered",
    "realised", "workmanship", "captured", "outside", "seat_less_heard", "seat_well_connected",
)  # fmt: skip
"""What is one number for a town in a run, in the order of `AgentState.towns`."""
CROWD = ("willing", "opposed", "room", "room_opposed", "room_ideal", "room_knowledge")
"""What is added up over each group before a plan is made, in the order of `AgentState.crowd`."""


class Scratch(NamedTuple):
    """Room for one block's work, used again for every block: `BLOCK` numbers a row.

    `a` to `i` hold whatever the functions say; `out` holds the summands of the block (`SUMS` x block).
    """

    luck: Any
    a: Any
    b: Any
    c: Any
    d: Any
    e: Any
    f: Any
    g: Any
    h: Any
    i: Any
    shown: Any
    spare: Any
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


def find_own_luck(inputs: BatchInputs, state: AgentState, scratch: Scratch, span: Span) -> None:
    """Find a block's trust as surveyed (`f`) and the lasting part of its ideal points (`g`)."""
    group, begin, end = span
    size = end - begin
    if len(state.firsts) > 0:
        scratch.f[:size] = state.firsts[begin:end]
        scratch.g[:size] = state.lastings[begin:end]
    else:
        luck_of(inputs, scratch, begin, size, 0, FIRST_DAY)
        look_up(inputs.trusts[group], scratch.luck[0], scratch.f, size)
        look_up(inputs.tables[0], scratch.luck[2], scratch.g, size)


def find_passing_luck(
    inputs: BatchInputs, state: AgentState, scratch: Scratch, decision: int, span: Span
) -> None:
    """Find the passing part of a block's ideal points (`a`): kept, or drawn again where memory counts."""
    _, begin, end = span
    size = end - begin
    if len(state.passings) > 0:
        scratch.a[:size] = state.passings[begin:end]
    else:
        luck_of(inputs, scratch, begin, size, decision, TOPIC)
        look_up(inputs.tables[0], scratch.luck[0], scratch.a, size)


def find_lots(
    inputs: BatchInputs, state: AgentState, scratch: Scratch, decision: int, span: Span
) -> None:
    """Find a block's lots for seats (`b`): kept, or drawn again where memory counts."""
    _, begin, end = span
    size = end - begin
    if len(state.lots) > 0:
        scratch.b[:size] = state.lots[begin:end]
    else:
        luck_of(inputs, scratch, begin, size, decision, TOLD)
        draw_uniform(scratch.luck[2], scratch.b, size)


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
