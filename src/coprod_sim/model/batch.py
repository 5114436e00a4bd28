"""Plays one batch of runs of several arms from the first decision to the last, in the compiled form."""

from typing import Any, NamedTuple

import numpy as np

from coprod_sim.five_steps import buy_in, expectations, performance
from coprod_sim.model import rules
from coprod_sim.model.kernel import (
    AT,
    BLOCK,
    FIRST_DAY,
    LOT_BINS,
    PER_MENTION,
    REACH,
    ROWS,
    STRENGTH,
    TOLD,
    TOPIC,
    VERDICT,
    accept,
    add_up,
    ask_contacts,
    be_ready,
    be_treated,
    chat,
    copy,
    dials_of,
    draw_block,
    draw_lots,
    feel,
    find_last_bins,
    find_merit,
    first_day,
    flag,
    hear_back,
    judge,
    learn_influence,
    learn_openly,
    learn_together,
    learn_trust,
    look_up,
    mark_seats,
    mislead,
    miss,
    notice,
    pass_on,
    numbers_of,
    oppose,
    reason,
    see_influence,
    settle_seats,
    start_topic,
    tell,
    vote,
    wishes,
)
from coprod_sim.model.schedule import WORD_OF_MOUTH_ROUNDS
from coprod_sim.model.sums import SUMS

(
    ACCEPTED, VOTES, TRUST, KNOWLEDGE, FAIRNESS, MERIT, DRAFT_MERIT, REASONED, LOSERS,
    LOSERS_ACCEPT, AWARE, PART, GOT_IT, EXPECTED, OPPOSED, OPPOSED_PART,
) = range(len(SUMS))


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
        desk.luck[0, :size], desk.luck[1, :size], desk.luck[2, :size], desk.luck[3, :size], begin,
        town.shift, town.first_run, np.uint64(decision), purpose, town.key,
    )


def first_phase(rows: Any, town: Town, m: Memory, desk: Desk, group: int, begin: int, end: int) -> None:
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
        tell(desk.luck[0], desk.a, m.aware[arm, begin:end], m.part[arm, begin:end], reach,
             rows[arm, PER_MENTION])


def word_of_mouth(town: Town, m: Memory, arm: int) -> None:
    """Event 2, word of mouth in all runs of an arm."""
    m.counts[arm, :] = 0
    for _ in range(WORD_OF_MOUTH_ROUNDS):
        pass_on(town.start, town.links, m.aware_words[arm], town.one, town.ones, m.count_words[arm])
        notice(m.aware[arm], m.part[arm], m.counts[arm])


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
        draw_lots(desk.d, aware, lot, buy_in.lot_weight(connected, d.buy_in, p), d.asked,
                  m.part[arm, begin:end])


def give_seats(rows: Any, town: Town, m: Memory, arm: int, decision: int) -> None:
    """Event 4, seats: who of the willing takes part, and how many of them everybody knows."""
    d, p = dials_of(rows[arm]), numbers_of(rows[arm])
    seats = max(int(np.rint(d.seats * (len(town.start) - 1))), 1)
    weights = (buy_in.lot_weight(0.0, d.buy_in, p), buy_in.lot_weight(1.0, d.buy_in, p))
    bins = np.zeros((town.lanes, 256), dtype=np.int64)
    last, spare = np.zeros(town.lanes, dtype=np.int64), np.zeros(town.lanes, dtype=np.int64)
    find_last_bins(m.part[arm], town.lanes, seats, bins, last, spare)
    edges = np.empty(BLOCK, dtype=np.uint8)
    for k in range(BLOCK):
        edges[k] = np.uint8(last[k & (town.lanes - 1)])
    for begin in range(0, len(m.part[arm]), BLOCK):
        mark_seats(m.part[arm, begin : begin + BLOCK], edges)
    for lane in range(town.lanes):
        if last[lane] <= LOT_BINS:
            settle_seats(m.part[arm], lane, town.lanes, spare[lane], weights, town.less_heard,
                         town.first_run + np.uint64(lane), np.uint64(decision), town.tables[2],
                         town.key)
    m.counts[arm, :] = 0
    pass_on(town.start, town.links, m.part_words[arm], town.one ^ town.one, town.ones,
            m.count_words[arm])


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


def ideals_of(town: Town, m: Memory, desk: Desk, decision: int, begin: int, end: int) -> Any:
    """The luck of a block's ideal points: kept, or drawn again where memory counts."""
    if len(m.ideals) > 0:
        return m.ideals[begin:end]
    luck_of(town, desk, begin, end - begin, decision, TOPIC)
    look_up(town.tables[0], desk.luck[0], desk.a, end - begin)
    return desk.a[: end - begin]


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
        row = rows[arm]
        d, p = dials_of(row), numbers_of(row)
        mean = p.ideal_less_heard if group == 0 else p.ideal_well_connected
        others = d.feedback * p.feedback_spreads
        to_others = others * d.equal_access if group == 0 else others
        plan, offered, realised = m.tiles[arm, 0], m.tiles[arm, 1], m.tiles[arm, 2]
        ask_contacts(town.start, town.links, m.opinion[arm], desk.b, first, size // town.lanes,
                     town.lanes, desk.gathered)
        knowledge, hearsay = m.knowledge[arm, begin:end], m.hearsay[arm, begin:end]
        part, aware = m.part[arm, begin:end], m.aware[arm, begin:end]
        trust, expected = m.trust[arm, begin:end], m.expected[arm, begin:end]
        got_it, merit, chance = desk.out[GOT_IT, :size], desk.out[MERIT, :size], desk.out[ACCEPTED, :size]
        fairness, seen, believed = desk.out[FAIRNESS, :size], desk.d[:size], desk.e[:size]
        learn_together(knowledge, part, m.counts[arm, begin:end], left[arm], row)
        hear_back(knowledge, part, desk.luck[0], got_it, to_others, row)
        see_influence(got_it, part, realised, trust, row, seen)
        chat(hearsay, desk.b, row)
        if rows[arm, AT] == decision:
            reveal(town, desk, begin, size, decision)
            mislead(hearsay, knowledge, desk.shown, rows[arm, STRENGTH], rows[arm, REACH])
        find_merit(ideals, plan, mean, row, merit)
        find_merit(ideals, desk.draft, mean, row, desk.out[DRAFT_MERIT, :size])
        judge(knowledge, merit, hearsay, believed)
        miss(expected, offered, seen, part, aware, row, desk.b[:size])
        be_treated(part, aware, got_it, seen, row, desk.c[:size])
        feel(trust, desk.c, desk.b, desk.f, row, fairness)
        accept(believed, fairness, trust, row, chance)
        vote(desk.luck[2], chance, desk.out[VOTES, :size])
        learn_trust(trust, fairness, believed, part, aware, row, desk.out[TRUST, :size])
        learn_influence(expected, seen, part, aware, row, desk.out[EXPECTED, :size])
        reason(chance, merit, desk.out[REASONED, :size], desk.out[LOSERS, :size],
               desk.out[LOSERS_ACCEPT, :size])
        flag(aware, desk.out[AWARE, :size])
        flag(part, desk.out[PART, :size])
        oppose(m.opinion[arm, begin:end], part, desk.out[OPPOSED, :size],
               desk.out[OPPOSED_PART, :size])
        copy(knowledge, desk.out[KNOWLEDGE, :size])
        for place in range(ROWS):
            add_up(desk.out[place], size, sums[arm, group, place], town.lanes)


def reveal(town: Town, desk: Desk, begin: int, size: int, decision: int) -> None:
    """Draw who of a block is exposed to a campaign; the other luck of the block is left alone."""
    draw_block(
        desk.spare[0, :size], desk.spare[1, :size], desk.spare[2, :size], desk.shown[:size], begin,
        town.shift, town.first_run, np.uint64(decision), TOLD, town.key,
    )


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
        desk.draft[k] = town.drafts[decision - 1, k & (town.lanes - 1)]
    m.wish[:] = 0.0
    for group in range(2):
        low, high = blocks(town, group)
        for begin in range(low, high, BLOCK):
            tell_phase(rows, town, m, desk, decision, group, begin, min(begin + BLOCK, high))
    for arm in range(len(rows)):
        word_of_mouth(town, m, arm)
    for group in range(2):
        low, high = blocks(town, group)
        for begin in range(low, high, BLOCK):
            topic_phase(rows, town, m, desk, decision, group, begin, min(begin + BLOCK, high))
    for arm in range(len(rows)):
        give_seats(rows, town, m, arm, decision)
    for group in range(2):
        low, high = blocks(town, group)
        for begin in range(low, high, BLOCK):
            wish_phase(rows, town, m, desk, decision, group, begin, min(begin + BLOCK, high))
    for arm in range(len(rows)):
        move_plans(rows, town, m, arm, decision)
    for group in range(2):
        low, high = blocks(town, group)
        for begin in range(low, high, BLOCK):
            verdict_phase(rows, left, town, m, desk, sums, decision, group, begin,
                          min(begin + BLOCK, high))
    learn_phase(rows, town, m, sums)
