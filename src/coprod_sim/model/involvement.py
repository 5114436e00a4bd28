"""The first half of a decision in the compiled form: hear of it, judge the draft, meet, move the plan."""

from typing import Any

import numpy as np

from coprod_sim.five_steps import buy_in, expectations, performance
from coprod_sim.model.buffers import AgentState, BatchInputs, Scratch, Span, ideals_of, luck_of
from coprod_sim.model.kernel import (
    BLOCK,
    FIRST_DAY,
    PER_MENTION,
    TOLD,
    TOPIC,
    add_up,
    be_ready,
    dials_of,
    expect_at_first,
    find_merit,
    judge,
    learn_openly,
    look_up,
    notice,
    numbers_of,
    pass_on,
    start_topic,
    tell,
)
from coprod_sim.model.schedule import WORD_OF_MOUTH_ROUNDS
from coprod_sim.model.sortition import (
    LOT_BINS,
    draw_lots,
    find_last_bins,
    mark_seats,
    seat_all,
    settle_seats,
    wishes,
)


def first_day(
    rows: Any, inputs: BatchInputs, state: AgentState, scratch: Scratch, span: Span
) -> None:
    """Make a block of citizens as they are before the first decision."""
    group, begin, end = span
    size = end - begin
    luck_of(inputs, scratch, begin, size, 0, FIRST_DAY)
    look_up(inputs.trusts[group], scratch.luck[0], scratch.a, size)
    look_up(inputs.tables[0], scratch.luck[1], scratch.b, size)
    for arm in range(len(rows)):
        trust = state.trust[arm, begin:end]
        trust[:] = scratch.a[:size]
        expect_at_first(trust, state.expected[arm, begin:end], scratch.b, rows[arm])


def hear_of_it(
    rows: Any, inputs: BatchInputs, state: AgentState, scratch: Scratch, spans: Any, decision: int
) -> None:
    """Event 2 in a part of the town: tell some, then rounds of word of mouth.

    What the aware learn waits for the new topic, in `judge_draft`: nobody passes knowledge on here.
    """
    for span in spans:
        tell_block(rows, inputs, state, scratch, decision, span)
    for arm in range(len(rows)):
        word_of_mouth(inputs, state, arm, spans)


def tell_block(
    rows: Any, inputs: BatchInputs, state: AgentState, scratch: Scratch, decision: int, span: Span
) -> None:
    """Event 2, first part, for a block."""
    group, begin, end = span
    size = end - begin
    luck_of(inputs, scratch, begin, size, decision, TOLD)
    look_up(inputs.tables[2], scratch.luck[1], scratch.a, size)
    if len(state.lots) > 0:
        look_up(inputs.tables[2], scratch.luck[2], state.lots[begin:end], size)
    for arm in range(len(rows)):
        d = dials_of(rows[arm])
        reach = d.awareness * d.equal_access if group == 0 else d.awareness
        tell(
            scratch.luck[0],
            scratch.a,
            state.aware[arm, begin:end],
            state.part[arm, begin:end],
            reach,
            rows[arm, PER_MENTION],
        )


def word_of_mouth(inputs: BatchInputs, state: AgentState, arm: int, spans: Any) -> None:
    """Event 2, word of mouth in a part of the town, in all runs of an arm.

    Until seats are given, the bytes of `part` hold the mentions a citizen still needs.
    """
    for _, begin, end in spans:
        state.counts[arm, begin:end] = 0
    for _ in range(WORD_OF_MOUTH_ROUNDS):
        mention(inputs, state.aware_words[arm], inputs.one, state.count_words[arm], spans)
        for _, begin, end in spans:
            notice(
                state.aware[arm, begin:end],
                state.part[arm, begin:end],
                state.counts[arm, begin:end],
            )


def mention(inputs: BatchInputs, flags: Any, bit: Any, counts: Any, spans: Any) -> None:
    """Let everybody in a part of the town count the contacts who carry a flag."""
    for _, begin, end in spans:
        first, last = begin // inputs.lanes, end // inputs.lanes
        pass_on(inputs.start, inputs.links, flags, bit, inputs.ones, counts, first, last)


def judge_draft(
    rows: Any, inputs: BatchInputs, state: AgentState, scratch: Scratch, decision: int, span: Span
) -> None:
    """Events 1, 2 (learning) and 4 (willing) for a block, while it is in the cache."""
    _, begin, end = span
    lot = draw_topic(inputs, state, scratch, decision, span)
    for arm in range(len(rows)):
        row = rows[arm]
        meet_topic(row, state, scratch, arm, decision, span)
        aware = state.aware[arm, begin:end]
        learn_openly(state.knowledge[arm, begin:end], aware, state.trust[arm, begin:end], row)
        be_willing(row, state, scratch, lot, arm, span)


def draw_topic(
    inputs: BatchInputs, state: AgentState, scratch: Scratch, decision: int, span: Span
) -> Any:
    """Draw a block's luck with a topic into `a` (ideal point), `b` (knowledge) and `c` (hearsay).

    Returns the block's lots: kept from event 2, or drawn again where memory counts.
    """
    _, begin, end = span
    size = end - begin
    lot = scratch.e
    if len(state.lots) > 0:
        lot = state.lots[begin:end]
    else:
        luck_of(inputs, scratch, begin, size, decision, TOLD)
        look_up(inputs.tables[2], scratch.luck[2], lot, size)
    luck_of(inputs, scratch, begin, size, decision, TOPIC)
    look_up(inputs.tables[0], scratch.luck[0], scratch.a, size)
    look_up(inputs.tables[1], scratch.luck[1], scratch.b, size)
    look_up(inputs.tables[0], scratch.luck[2], scratch.c, size)
    if len(state.ideals) > 0:
        state.ideals[begin:end] = scratch.a[:size]
    return lot


def meet_topic(
    row: Any, state: AgentState, scratch: Scratch, arm: int, decision: int, span: Span
) -> None:
    """Event 1 for a block: what is known and heard of the topic, and what the draft is worth (`d`)."""
    group, begin, end = span
    p = numbers_of(row)
    start = p.knowledge_less_heard if group == 0 else p.knowledge_well_connected
    mean = p.ideal_less_heard if group == 0 else p.ideal_well_connected
    knowledge, hearsay = state.knowledge[arm, begin:end], state.hearsay[arm, begin:end]
    start_topic(knowledge, hearsay, scratch.b, scratch.c, start, decision == 1, row)
    find_merit(scratch.a, scratch.draft, mean, row, scratch.d[: end - begin])


def be_willing(
    row: Any, state: AgentState, scratch: Scratch, lot: Any, arm: int, span: Span
) -> None:
    """Event 4, first part, for a block: who would come, and the lot they draw for a seat."""
    group, begin, end = span
    d, p = dials_of(row), numbers_of(row)
    opinion, connected = state.opinion[arm, begin:end], float(group)
    ready = scratch.d[: end - begin]
    judge(state.knowledge[arm, begin:end], scratch.d, state.hearsay[arm, begin:end], opinion)
    be_ready(opinion, state.expected[arm, begin:end], scratch.luck[3], connected, row, ready)
    draw_lots(
        scratch.d,
        state.aware[arm, begin:end],
        lot,
        buy_in.lot_weight(connected, d.buy_in, p),
        d.asked,
        state.part[arm, begin:end],
    )


def take_part(rows: Any, inputs: BatchInputs, state: AgentState, arm: int, decision: int) -> None:
    """Event 4, seats: who of the willing takes part."""
    citizens = len(inputs.start) - 1
    seats = max(int(np.rint(dials_of(rows[arm]).seats * citizens)), 1)
    if seats < citizens:
        draw_for_seats(rows[arm], inputs, state.part[arm], seats, decision)
    else:
        seat_all(state.part[arm])


def draw_for_seats(row: Any, inputs: BatchInputs, part: Any, seats: int, decision: int) -> None:
    """Event 4, scarce seats: draw lots in all runs of an arm."""
    d, p = dials_of(row), numbers_of(row)
    weights = (buy_in.lot_weight(0.0, d.buy_in, p), buy_in.lot_weight(1.0, d.buy_in, p))
    bins = np.zeros((inputs.lanes, 256), dtype=np.int64)
    last, spare = np.zeros(inputs.lanes, dtype=np.int64), np.zeros(inputs.lanes, dtype=np.int64)
    find_last_bins(part, inputs.lanes, seats, bins, last, spare)
    edges = np.empty(BLOCK, dtype=np.uint8)
    for k in range(BLOCK):
        edges[k] = np.uint8(last[k & (inputs.lanes - 1)])
    for begin in range(0, len(part), BLOCK):
        mark_seats(part[begin : begin + BLOCK], edges)
    for lane in range(inputs.lanes):
        if last[lane] <= LOT_BINS:
            settle_seats(
                part,
                lane,
                inputs.lanes,
                spare[lane],
                weights,
                inputs.less_heard,
                inputs.first_run + np.uint64(lane),
                np.uint64(decision),
                inputs.tables[2],
                inputs.key,
            )


def work_together(
    rows: Any, inputs: BatchInputs, state: AgentState, scratch: Scratch, spans: Any, decision: int
) -> None:
    """Event 5 in a part of the town: how many participants everybody knows, and what the room wishes.

    What they learn waits for `response`, where a block is read and written once.
    """
    for arm in range(len(rows)):
        meet(inputs, state, arm, spans)
    for span in spans:
        add_up_wishes(rows, inputs, state, scratch, decision, span)


def meet(inputs: BatchInputs, state: AgentState, arm: int, spans: Any) -> None:
    """Event 5: how many participants everybody in a part of the town knows."""
    for _, begin, end in spans:
        state.counts[arm, begin:end] = 0
    mention(inputs, state.part_words[arm], inputs.one ^ inputs.one, state.count_words[arm], spans)


def add_up_wishes(
    rows: Any, inputs: BatchInputs, state: AgentState, scratch: Scratch, decision: int, span: Span
) -> None:
    """Event 5: what the participants of a block wish, added up."""
    group, begin, end = span
    size = end - begin
    ideals = ideals_of(inputs, state, scratch, decision, span)
    for arm in range(len(rows)):
        p = numbers_of(rows[arm])
        mean = p.ideal_less_heard if group == 0 else p.ideal_well_connected
        wishes(state.part[arm, begin:end], ideals, mean, rows[arm], scratch.b, scratch.c)
        add_up(scratch.b, size, state.wish[arm, group, 0], inputs.lanes)
        add_up(scratch.c, size, state.wish[arm, group, 1], inputs.lanes)


def set_expectations(row: Any, inputs: BatchInputs, state: AgentState, arm: int) -> None:
    """Event 3 in all runs of an arm: the influence on offer, and what is left of it.

    What each person hopes for is needed only when it is missed, so it is found in `feel_fairness`.
    """
    d, p = dials_of(row), numbers_of(row)
    for lane in range(inputs.lanes):
        offered = expectations.offered_influence(d.influence, state.responsiveness[arm, lane], p)
        realised = d.asked * expectations.realised_influence(offered, d.expectations, p)
        state.plans[arm, 1, lane], state.plans[arm, 2, lane] = offered, realised


def move_plans(row: Any, inputs: BatchInputs, state: AgentState, arm: int, decision: int) -> None:
    """Event 5: where the plan stands now, in all runs of an arm."""
    d, p = dials_of(row), numbers_of(row)
    for lane in range(inputs.lanes):
        room = state.wish[arm, 0, 1, lane] + state.wish[arm, 1, 1, lane]
        wish = (state.wish[arm, 0, 0, lane] + state.wish[arm, 1, 0, lane]) / max(room, 1.0)
        draft = inputs.drafts[decision - 1, lane]
        realised = state.plans[arm, 2, lane]
        moved = performance.moved_plan(draft, wish, realised, d.performance, p)
        state.plans[arm, 0, lane] = moved if room > p.seats_floor else draft
    for k in range(BLOCK):
        lane = k & (inputs.lanes - 1)
        for place in range(3):
            state.tiles[arm, place, k] = state.plans[arm, place, lane]
