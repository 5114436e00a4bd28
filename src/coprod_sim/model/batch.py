"""Plays one batch of runs of several arms from the first decision to the last, in the compiled form."""

from typing import Any, NamedTuple

import numpy as np

from coprod_sim.compiled import compiled
from coprod_sim.five_steps import awareness, buy_in, expectations, feedback, performance
from coprod_sim.model import kernel, rules
from coprod_sim.model.kernel import (
    ACCEPTED,
    AT,
    BLOCK,
    DRAFT_MERIT,
    FIRST_DAY,
    LOT_BINS,
    MERIT,
    PER_MENTION,
    REACH,
    ROWS,
    STRENGTH,
    TOLD,
    TOPIC,
    VERDICT,
    add_up,
    ask_contacts,
    chat,
    count_among_contacts,
    decide_to_come,
    dials_of,
    draw_block,
    find_last_bins,
    mark_seats,
    settle_seats,
    wishes,
    first_day,
    hear,
    judge_and_answer,
    learn_and_see,
    look_up,
    mislead,
    notice,
    numbers_of,
    start_topic,
    tell,
)
from coprod_sim.model.schedule import WORD_OF_MOUTH_ROUNDS


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
    ideals: Any
    lots: Any
    responsiveness: Any
    plans: Any


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
    plan: Any
    offered: Any
    realised: Any
    out: Any
    counts: Any
    count_bytes: Any


def luck_of(town: Town, desk: Desk, begin: int, size: int, decision: int, purpose: Any) -> None:
    """Draw a block's luck for a purpose."""
    draw_block(desk.luck, begin, size, town.shift, town.first_run, np.uint64(decision), purpose, town.key)


def first_phase(rows: Any, town: Town, m: Memory, desk: Desk, group: int, begin: int, end: int) -> None:
    """Make a block of citizens as they are before the first decision."""
    size = end - begin
    luck_of(town, desk, begin, size, 0, FIRST_DAY)
    look_up(town.trusts[group], desk.luck[0], desk.a, size)
    look_up(town.tables[0], desk.luck[1], desk.b, size)
    for arm in range(len(rows)):
        m.trust[arm, begin:end] = desk.a[:size]
        first_day(m.trust[arm, begin:end], m.expected[arm, begin:end], desk.b, numbers_of(rows[arm]))


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
        tell(desk.luck[0], desk.a, m.aware[arm, begin:end], m.part[arm, begin:end], reach,
             rows[arm, PER_MENTION])


def word_of_mouth(town: Town, m: Memory, desk: Desk, arm: int) -> None:
    """Event 2, word of mouth in all runs of an arm."""
    citizens, step = len(town.start) - 1, BLOCK // town.lanes
    for _ in range(WORD_OF_MOUTH_ROUNDS):
        for first in range(0, citizens, step):
            size = min(step, citizens - first)
            count_among_contacts(town.start, town.links, m.aware_words[arm], desk.counts, first, size)
            begin = first * town.lanes
            hear(m.part[arm, begin : begin + size * town.lanes], desk.count_bytes)
        notice(m.aware[arm], m.part[arm])


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
        d, p = dials_of(rows[arm]), numbers_of(rows[arm])
        start = p.knowledge_less_heard if group == 0 else p.knowledge_well_connected
        mean = p.ideal_less_heard if group == 0 else p.ideal_well_connected
        connected = float(group)
        start_topic(m.knowledge[arm, begin:end], m.hearsay[arm, begin:end], desk.b, desk.c, start,
                    decision == 1, p)
        decide_to_come(
            m.knowledge[arm, begin:end], m.hearsay[arm, begin:end], m.trust[arm, begin:end],
            m.expected[arm, begin:end], m.opinion[arm, begin:end], m.aware[arm, begin:end],
            m.part[arm, begin:end], desk.a, desk.draft, desk.luck[3], desk.d, lot, mean, connected,
            buy_in.lot_weight(connected, d.buy_in, p), d, p,
        )


def give_seats(row: Any, town: Town, m: Memory, arm: int, decision: int) -> None:
    """Event 4, seats: who of the willing takes part, in all runs of an arm."""
    d, p = dials_of(row), numbers_of(row)
    seats = max(int(np.rint(d.seats * (len(town.start) - 1))), 1)
    weights = (buy_in.lot_weight(0.0, d.buy_in, p), buy_in.lot_weight(1.0, d.buy_in, p))
    bins = np.zeros((town.lanes, 256), dtype=np.int64)
    last, spare = np.zeros(town.lanes, dtype=np.int64), np.zeros(town.lanes, dtype=np.int64)
    find_last_bins(m.part[arm], town.lanes, seats, bins, last, spare)
    mark_seats(m.part[arm], last)
    for lane in range(town.lanes):
        if last[lane] <= LOT_BINS:
            settle_seats(m.part[arm], lane, town.lanes, spare[lane], weights, town.less_heard,
                         town.first_run + np.uint64(lane), np.uint64(decision), town.tables[2],
                         town.key)


def wish_phase(
    rows: Any, town: Town, m: Memory, desk: Desk, decision: int, group: int, begin: int, end: int
) -> None:
    """Event 5, what the participants of a block wish, added up."""
    size = end - begin
    ideals = ideals_of(town, m, desk, decision, begin, end)
    for arm in range(len(rows)):
        p = numbers_of(rows[arm])
        mean = p.ideal_less_heard if group == 0 else p.ideal_well_connected
        wishes(m.part[arm, begin:end], ideals, mean, p, desk.b, desk.c)
        add_up(desk.b[:size], m.plans[arm, 0], town.lanes)
        add_up(desk.c[:size], m.plans[arm, 1], town.lanes)


def ideals_of(town: Town, m: Memory, desk: Desk, decision: int, begin: int, end: int) -> Any:
    """The luck of a block's ideal points: kept, or drawn again where memory counts."""
    if len(m.ideals) > 0:
        return m.ideals[begin:end]
    luck_of(town, desk, begin, end - begin, decision, TOPIC)
    look_up(town.tables[0], desk.luck[0], desk.a, end - begin)
    return desk.a[: end - begin]


def move_plans(row: Any, town: Town, m: Memory, arm: int, decision: int) -> None:
    """Events 3 and 5: what was on offer, and where the plan stands now, in all runs of an arm."""
    d, p = dials_of(row), numbers_of(row)
    for lane in range(town.lanes):
        room, draft = m.plans[arm, 1, lane], town.drafts[decision - 1, lane]
        wish = m.plans[arm, 0, lane] / max(room, 1.0)
        offered = expectations.offered_influence(d.influence, m.responsiveness[arm, lane], p)
        realised = d.asked * expectations.realised_influence(offered, d.expectations, p)
        moved = performance.moved_plan(draft, wish, realised, d.performance, p)
        m.plans[arm, 0, lane] = moved if room > p.seats_floor else draft
        m.plans[arm, 1, lane], m.plans[arm, 2, lane] = offered, realised


def verdict_phase(
    rows: Any, left: Any, town: Town, m: Memory, desk: Desk, sums: Any, decision: int, group: int,
    begin: int, end: int,
) -> None:
    """Events 5 to 10 for a block, and its sums."""
    size, first = end - begin, begin // town.lanes
    ideals = ideals_of(town, m, desk, decision, begin, end)
    luck_of(town, desk, begin, size, decision, VERDICT)
    look_up(town.tables[0], desk.luck[1], desk.f, size)
    for arm in range(len(rows)):
        d, p = dials_of(rows[arm]), numbers_of(rows[arm])
        mean = p.ideal_less_heard if group == 0 else p.ideal_well_connected
        others = d.feedback * p.feedback_spreads
        to_others = others * d.equal_access if group == 0 else others
        for k in range(BLOCK):
            lane = k % town.lanes
            desk.plan[k], desk.offered[k] = m.plans[arm, 0, lane], m.plans[arm, 1, lane]
            desk.realised[k] = m.plans[arm, 2, lane]
        count_among_contacts(town.start, town.links, m.part_words[arm], desk.counts, first,
                             size // town.lanes)
        ask_contacts(town.start, town.links, m.opinion[arm], desk.b, first, size // town.lanes,
                     town.lanes)
        knowledge, hearsay = m.knowledge[arm, begin:end], m.hearsay[arm, begin:end]
        part, trust = m.part[arm, begin:end], m.trust[arm, begin:end]
        learn_and_see(knowledge, trust, part, desk.count_bytes, left[arm], desk.luck[0], desk.c,
                      desk.d, desk.realised, to_others, d, p)
        chat(hearsay, desk.b, p)
        if rows[arm, AT] == decision:
            reveal(town, desk, begin, size, decision)
            mislead(hearsay, knowledge, desk.shown, rows[arm, STRENGTH], rows[arm, REACH])
        judge_and_answer(
            trust, m.expected[arm, begin:end], knowledge, hearsay, m.aware[arm, begin:end], part,
            m.opinion[arm, begin:end], desk.d, desk.c, ideals, desk.f, desk.luck[2], desk.draft,
            desk.plan, desk.offered, mean, d, p, desk.out,
        )
        for row in range(ROWS):
            add_up(desk.out[row, :size], sums[arm, group, row], town.lanes)


def reveal(town: Town, desk: Desk, begin: int, size: int, decision: int) -> None:
    """Draw who of a block is exposed to a campaign; the other luck of the block is left alone."""
    draw_block(desk.spare, begin, size, town.shift, town.first_run, np.uint64(decision), TOLD, town.key)
    desk.shown[:size] = desk.spare[3, :size]


def learn_phase(rows: Any, town: Town, m: Memory, sums: Any) -> None:
    """Event 11 in all runs of all arms."""
    citizens = len(town.start) - 1
    for arm in range(len(rows)):
        p = numbers_of(rows[arm])
        for lane in range(town.lanes):
            merit = (sums[arm, 0, MERIT, lane] + sums[arm, 1, MERIT, lane]) / citizens
            draft = (sums[arm, 0, DRAFT_MERIT, lane] + sums[arm, 1, DRAFT_MERIT, lane]) / citizens
            accepted = (sums[arm, 0, ACCEPTED, lane] + sums[arm, 1, ACCEPTED, lane]) / citizens
            m.responsiveness[arm, lane] = rules.learned_responsiveness(
                m.responsiveness[arm, lane], merit - draft, accepted, p
            )


def blocks(town: Town, group: int) -> Any:
    """Where a group's elements begin and end."""
    edge, end = town.less_heard * town.lanes, (len(town.start) - 1) * town.lanes
    return (0, edge) if group == 0 else (edge, end)


def play_batch(rows: Any, left: Any, town: Any, m: Any, desk: Any, sums: Any) -> None:
    """Play every decision of one batch; `sums` is decisions x arms x groups x sums x runs."""
    for arm in range(len(rows)):
        m.responsiveness[arm, :] = numbers_of(rows[arm]).responsiveness_start
    for group in range(2):
        low, high = blocks(town, group)
        for begin in range(low, high, BLOCK):
            first_phase(rows, town, m, desk, group, begin, min(begin + BLOCK, high))
    for decision in range(1, len(sums) + 1):
        play_decision(rows, left, town, m, desk, sums[decision - 1], decision)


def play_decision(
    rows: Any, left: Any, town: Any, m: Any, desk: Any, sums: Any, decision: int
) -> None:
    """Play one decision in the order of the schedule."""
    for k in range(BLOCK):
        desk.draft[k] = town.drafts[decision - 1, k % town.lanes]
    m.plans[:] = 0.0
    for group in range(2):
        low, high = blocks(town, group)
        for begin in range(low, high, BLOCK):
            tell_phase(rows, town, m, desk, decision, group, begin, min(begin + BLOCK, high))
    for arm in range(len(rows)):
        word_of_mouth(town, m, desk, arm)
    for group in range(2):
        low, high = blocks(town, group)
        for begin in range(low, high, BLOCK):
            topic_phase(rows, town, m, desk, decision, group, begin, min(begin + BLOCK, high))
    for arm in range(len(rows)):
        give_seats(rows[arm], town, m, arm, decision)
    for group in range(2):
        low, high = blocks(town, group)
        for begin in range(low, high, BLOCK):
            wish_phase(rows, town, m, desk, decision, group, begin, min(begin + BLOCK, high))
    for arm in range(len(rows)):
        move_plans(rows[arm], town, m, arm, decision)
    for group in range(2):
        low, high = blocks(town, group)
        for begin in range(low, high, BLOCK):
            verdict_phase(rows, left, town, m, desk, sums, decision, group, begin,
                          min(begin + BLOCK, high))
    learn_phase(rows, town, m, sums)
