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
    find_words,
    look_up,
)
from coprod_sim.population.network_loops import part_of, parts

LANES = 8
"""Runs that are played side by side and share one network [runs]."""
EACH_DECISION = 3
"""Purposes for which luck is drawn in each decision: told, topic, verdict."""
Span = Any
"""A block of work, as the numbers (group, begin, end): citizens of one group, in all lanes."""


class BatchInputs(NamedTuple):
    """What all arms of a batch share.

    The network (`start` and `links`), the quantile tables of first trust (`trusts`: group x point) and
    of luck (`tables`: distribution x point), the luck of places and rooms (`town`: three x lanes, `sides`
    and `errors`: decisions x lanes), where drafts stand and how hot they are, the thirds of first trust
    (nothing unless asked for), and the key and first run of the generator. `shift` is the binary logarithm
    of `lanes`; `ones` is the lowest bit of each byte of a word.
    `spans` and `ends` are the blocks of work, from `blocks`.
    `keep_luck` is false where memory counts: then luck is drawn again where it is needed again.
    `words` are those of all luck where they are kept from play to play, or none: purposes, as in
    `place_of_words`, x 4 x (citizens * lanes).
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
    ones: Any
    spans: Any
    ends: Any
    keep_luck: bool
    words: Any


class AgentState(NamedTuple):
    """The state of every citizen, run and arm; arrays are arms x (citizens * lanes).

    `words` arrays see the bytes of all runs of a citizen as one word. `firsts` (trust as surveyed),
    `lastings`, `passings` and `lots` are luck that is kept, the same for all arms; where
    memory counts, there is room for one block only. `crowd` is arms x group x (willing, opposed, in the
    room, opposed in the room, their ideal points, their knowledge) x lanes; `towns` is arms x `TOWN` x
    lanes, and `tiles` repeats it over a block, so that loops over citizens need no lane.
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


FLAGS = ("opposed", "opposed_part", "reached", "votes", "losers")
"""What is found out of a block and is yes or no, in the order of `Scratch.flags`."""


class Scratch(NamedTuple):
    """Room for one block's work, used again for every block: `BLOCK` numbers a row.

    `a` to `g` hold whatever the functions say; `out` holds summands of the block (`SUMS` x block), `flags`
    and `flag_words` those that are yes or no (`FLAGS` x block).
    """

    luck: Any
    a: Any
    b: Any
    c: Any
    d: Any
    e: Any
    f: Any
    g: Any
    shown: Any
    spare: Any
    out: Any
    flags: Any
    flag_words: Any
    gathered: Any


def luck_of(
    inputs: BatchInputs, scratch: Scratch, begin: int, size: int, decision: int, purpose: Any
) -> None:
    """Draw a block's luck for a purpose, or find it where it is kept."""
    if len(inputs.words) > 0:
        kept = inputs.words[place_of_words(decision, purpose)]
        find_words(kept, scratch.luck, begin, size)
        return
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


def place_of_words(decision: int, purpose: Any) -> Any:
    """Where the words for a purpose stand among those that are kept: the first day, then each decision."""
    return 0 if decision == 0 else EACH_DECISION * (decision - 1) + 1 + np.int64(purpose)


def place_of(inputs: BatchInputs, begin: int) -> int:
    """Where a block's luck stands: at its own place if all is kept, else in the room for one block."""
    return begin if inputs.keep_luck else 0


def find_own_luck(inputs: BatchInputs, state: AgentState, scratch: Scratch, span: Span) -> None:
    """Draw a block's trust as surveyed and the lasting part of its ideal points again, if not kept."""
    group, begin, end = span
    if not inputs.keep_luck:
        luck_of(inputs, scratch, begin, end - begin, 0, FIRST_DAY)
        look_up(inputs.trusts[group], scratch.luck[0], state.firsts, end - begin)
        look_up(inputs.tables[0], scratch.luck[2], state.lastings, end - begin)


def find_passing_luck(
    inputs: BatchInputs, state: AgentState, scratch: Scratch, decision: int, span: Span
) -> None:
    """Draw the passing part of a block's ideal points again, if it is not kept."""
    _, begin, end = span
    if not inputs.keep_luck:
        luck_of(inputs, scratch, begin, end - begin, decision, TOPIC)
        look_up(inputs.tables[0], scratch.luck[0], state.passings, end - begin)


def find_lots(
    inputs: BatchInputs, state: AgentState, scratch: Scratch, decision: int, span: Span
) -> None:
    """Draw a block's lots for seats again, if they are not kept."""
    _, begin, end = span
    if not inputs.keep_luck:
        luck_of(inputs, scratch, begin, end - begin, decision, TOLD)
        draw_uniform(scratch.luck[2], state.lots, end - begin)


def blocks(citizens: int, less_heard: int, lanes: int) -> tuple[np.ndarray, np.ndarray]:
    """List the blocks of a town, part by part; none holds both groups.

    Args:
        citizens: how many people.
        less_heard: how many of them are less heard.
        lanes: how many runs are played side by side.

    Returns:
        Blocks as (group, begin, end); and where the blocks of each part begin in that list, and its end.
    """
    of = parts(citizens)
    spans = np.empty((2 * of + citizens * lanes // BLOCK, 3), dtype=np.int64)
    ends = np.zeros(of + 1, dtype=np.int64)
    k = 0
    for part in range(of):
        here = part_of(part, of, less_heard, citizens)
        for group in range(2):
            k = list_blocks(spans, k, group, here[2 * group] * lanes, here[2 * group + 1] * lanes)
        ends[part + 1] = k
    return spans[:k], ends


def list_blocks(spans: Any, k: int, group: int, first: int, size: int) -> int:
    """List the blocks of one group from place `k` on, and say where the list goes on."""
    for begin in range(first, first + size, BLOCK):
        spans[k, 0], spans[k, 1], spans[k, 2] = group, begin, min(begin + BLOCK, first + size)
        k += 1
    return k
