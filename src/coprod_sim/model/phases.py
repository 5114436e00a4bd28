"""The first half of a decision in the compiled form: hear of it, judge the draft, meet, move the plan."""

from typing import Any

import numpy as np

from coprod_sim.five_steps import buy_in, expectations, performance
from coprod_sim.model.kernel import (
    BLOCK,
    FIRST_DAY,
    PER_MENTION,
    TOLD,
    TOPIC,
    add_up,
    be_ready,
    dials_of,
    find_merit,
    first_day,
    judge,
    learn_openly,
    look_up,
    notice,
    numbers_of,
    pass_on,
    start_topic,
    tell,
)
from coprod_sim.model.lots import (
    LOT_BINS,
    draw_lots,
    find_last_bins,
    mark_seats,
    seat_all,
    settle_seats,
    wishes,
)
from coprod_sim.model.memory import (
    Desk,
    Memory,
    Town,
    ideals_of,
    luck_of,
)
from coprod_sim.model.schedule import WORD_OF_MOUTH_ROUNDS


def first_phase(
    rows: Any, town: Town, m: Memory, desk: Desk, group: int, begin: int, end: int
) -> None:
    """Make a block of citizens as they are before the first decision."""
    size = end - begin
    luck_of(town, desk, begin, size, 0, FIRST_DAY)
    look_up(town.trusts[group], desk.luck[0], desk.a, size)
    look_up(town.tables[0], desk.luck[1], desk.b, size)
    for arm in range(len(rows)):
        m.trust[arm, begin:end] = desk.a[:size]
        first_day(m.trust[arm, begin:end], m.expected[arm, begin:end], desk.b, rows[arm])


def tell_phase(
    rows: Any, town: Town, m: Memory, desk: Desk, decision: int, group: int, begin: int, end: int
) -> None:
    """Event 2, first part, for a block."""
    size = end - begin
    luck_of(town, desk, begin, size, decision, TOLD)
    look_up(town.tables[2], desk.luck[1], desk.a, size)
    if len(m.lots) > 0:
        look_up(town.tables[2], desk.luck[2], m.lots[begin:end], size)
    for arm in range(len(rows)):
        d = dials_of(rows[arm])
        reach = d.awareness * d.equal_access if group == 0 else d.awareness
        tell(
            desk.luck[0],
            desk.a,
            m.aware[arm, begin:end],
            m.part[arm, begin:end],
            reach,
            rows[arm, PER_MENTION],
        )


def word_of_mouth(town: Town, m: Memory, arm: int, spans: Any) -> None:
    """Event 2, word of mouth in a part of the town, in all runs of an arm."""
    for _, begin, end in spans:
        m.counts[arm, begin:end] = 0
    for _ in range(WORD_OF_MOUTH_ROUNDS):
        mention(town, m.aware_words[arm], town.one, m.count_words[arm], spans)
        for _, begin, end in spans:
            notice(m.aware[arm, begin:end], m.part[arm, begin:end], m.counts[arm, begin:end])


def mention(town: Town, flags: Any, bit: Any, counts: Any, spans: Any) -> None:
    """Let everybody in a part of the town count the contacts who carry a flag."""
    for _, begin, end in spans:
        first, last = begin // town.lanes, end // town.lanes
        pass_on(town.start, town.links, flags, bit, town.ones, counts, first, last)


def topic_phase(
    rows: Any, town: Town, m: Memory, desk: Desk, decision: int, group: int, begin: int, end: int
) -> None:
    """Events 1, 2 (learning) and 4 (willing) for a block."""
    size = end - begin
    lot = desk.e
    if len(m.lots) > 0:
        lot = m.lots[begin:end]
    else:
        luck_of(town, desk, begin, size, decision, TOLD)
        look_up(town.tables[2], desk.luck[2], lot, size)
    luck_of(town, desk, begin, size, decision, TOPIC)
    look_up(town.tables[0], desk.luck[0], desk.a, size)
    look_up(town.tables[1], desk.luck[1], desk.b, size)
    look_up(town.tables[0], desk.luck[2], desk.c, size)
    if len(m.ideals) > 0:
        m.ideals[begin:end] = desk.a[:size]
    for arm in range(len(rows)):
        row = rows[arm]
        d, p = dials_of(row), numbers_of(row)
        start = p.knowledge_less_heard if group == 0 else p.knowledge_well_connected
        mean = p.ideal_less_heard if group == 0 else p.ideal_well_connected
        connected = float(group)
        knowledge, hearsay = m.knowledge[arm, begin:end], m.hearsay[arm, begin:end]
        aware, opinion = m.aware[arm, begin:end], m.opinion[arm, begin:end]
        start_topic(knowledge, hearsay, desk.b, desk.c, start, decision == 1, row)
        learn_openly(knowledge, aware, m.trust[arm, begin:end], row)
        find_merit(desk.a, desk.draft, mean, row, desk.d[:size])
        judge(knowledge, desk.d, hearsay, opinion)
        be_ready(opinion, m.expected[arm, begin:end], desk.luck[3], connected, row, desk.d[:size])
        draw_lots(
            desk.d,
            aware,
            lot,
            buy_in.lot_weight(connected, d.buy_in, p),
            d.asked,
            m.part[arm, begin:end],
        )


def give_seats(rows: Any, town: Town, m: Memory, arm: int, decision: int) -> None:
    """Event 4, seats: who of the willing takes part."""
    citizens = len(town.start) - 1
    seats = max(int(np.rint(dials_of(rows[arm]).seats * citizens)), 1)
    if seats < citizens:
        draw_for_seats(rows[arm], town, m.part[arm], seats, decision)
    else:
        seat_all(m.part[arm])


def meet(town: Town, m: Memory, arm: int, spans: Any) -> None:
    """Event 5: how many participants everybody in a part of the town knows."""
    for _, begin, end in spans:
        m.counts[arm, begin:end] = 0
    mention(town, m.part_words[arm], town.one ^ town.one, m.count_words[arm], spans)


def draw_for_seats(row: Any, town: Town, part: Any, seats: int, decision: int) -> None:
    """Event 4, scarce seats: draw lots in all runs of an arm."""
    d, p = dials_of(row), numbers_of(row)
    weights = (buy_in.lot_weight(0.0, d.buy_in, p), buy_in.lot_weight(1.0, d.buy_in, p))
    bins = np.zeros((town.lanes, 256), dtype=np.int64)
    last, spare = np.zeros(town.lanes, dtype=np.int64), np.zeros(town.lanes, dtype=np.int64)
    find_last_bins(part, town.lanes, seats, bins, last, spare)
    edges = np.empty(BLOCK, dtype=np.uint8)
    for k in range(BLOCK):
        edges[k] = np.uint8(last[k & (town.lanes - 1)])
    for begin in range(0, len(part), BLOCK):
        mark_seats(part[begin : begin + BLOCK], edges)
    for lane in range(town.lanes):
        if last[lane] <= LOT_BINS:
            settle_seats(
                part,
                lane,
                town.lanes,
                spare[lane],
                weights,
                town.less_heard,
                town.first_run + np.uint64(lane),
                np.uint64(decision),
                town.tables[2],
                town.key,
            )


def wish_phase(
    rows: Any, town: Town, m: Memory, desk: Desk, decision: int, group: int, begin: int, end: int
) -> None:
    """Event 5, what the participants of a block wish, added up."""
    size = end - begin
    ideals = ideals_of(town, m, desk, decision, begin, end)
    for arm in range(len(rows)):
        p = numbers_of(rows[arm])
        mean = p.ideal_less_heard if group == 0 else p.ideal_well_connected
        wishes(m.part[arm, begin:end], ideals, mean, rows[arm], desk.b, desk.c)
        add_up(desk.b, size, m.wish[arm, group, 0], town.lanes)
        add_up(desk.c, size, m.wish[arm, group, 1], town.lanes)


def move_plans(rows: Any, town: Town, m: Memory, arm: int, decision: int) -> None:
    """Events 3 and 5: what was on offer, and where the plan stands now, in all runs of an arm."""
    d, p = dials_of(rows[arm]), numbers_of(rows[arm])
    for lane in range(town.lanes):
        room = m.wish[arm, 0, 1, lane] + m.wish[arm, 1, 1, lane]
        wish = (m.wish[arm, 0, 0, lane] + m.wish[arm, 1, 0, lane]) / max(room, 1.0)
        draft = town.drafts[decision - 1, lane]
        offered = expectations.offered_influence(d.influence, m.responsiveness[arm, lane], p)
        realised = d.asked * expectations.realised_influence(offered, d.expectations, p)
        moved = performance.moved_plan(draft, wish, realised, d.performance, p)
        m.plans[arm, 0, lane] = moved if room > p.seats_floor else draft
        m.plans[arm, 1, lane], m.plans[arm, 2, lane] = offered, realised
    for k in range(BLOCK):
        lane = k & (town.lanes - 1)
        for row in range(3):
            m.tiles[arm, row, k] = m.plans[arm, row, lane]
