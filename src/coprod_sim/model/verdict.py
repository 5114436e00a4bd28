"""The second half of a decision in the compiled form: learn, talk, feel, accept, trust."""

from typing import Any

import numpy as np

from coprod_sim.model import rules
from coprod_sim.model.kernel import (
    AT,
    REACH,
    ROWS,
    STRENGTH,
    TOLD,
    VERDICT,
    accept,
    add_up,
    ask_contacts,
    be_treated,
    chat,
    copy,
    dials_of,
    draw_block,
    feel,
    find_merit,
    flag,
    hear_back,
    judge,
    learn_influence,
    learn_together,
    learn_trust,
    look_up,
    mislead,
    miss,
    numbers_of,
    oppose,
    reason,
    see_influence,
    vote,
)
from coprod_sim.model.memory import (
    Desk,
    Memory,
    Town,
    ideals_of,
    luck_of,
)
from coprod_sim.model.sums import SUMS

(
    ACCEPTED,
    VOTES,
    TRUST,
    KNOWLEDGE,
    FAIRNESS,
    MERIT,
    DRAFT_MERIT,
    REASONED,
    LOSERS,
    LOSERS_ACCEPT,
    AWARE,
    PART,
    GOT_IT,
    EXPECTED,
    OPPOSED,
    OPPOSED_PART,
) = range(len(SUMS))


def verdict_phase(
    rows: Any,
    left: Any,
    town: Town,
    m: Memory,
    desk: Desk,
    sums: Any,
    decision: int,
    group: int,
    begin: int,
    end: int,
) -> None:
    """Events 5 to 10 for a block, and its sums."""
    size = end - begin
    ideals = ideals_of(town, m, desk, decision, begin, end)
    luck_of(town, desk, begin, size, decision, VERDICT)
    look_up(town.tables[0], desk.luck[1], desk.f, size)
    for arm in range(len(rows)):
        learn_in_block(rows[arm], left[arm], m, desk, arm, group, begin, end)
        talk_in_block(rows[arm], town, m, desk, arm, decision, begin, end)
        find_merits(rows[arm], ideals, m.tiles[arm, 0], desk, group, size)
        answer_in_block(rows[arm], m, desk, arm, begin, end)
        note_in_block(m, desk, arm, begin, end)
        for place in range(ROWS):
            add_up(desk.out[place], size, sums[arm, group, place], town.lanes)


def learn_in_block(
    row: Any,
    left: Any,
    m: Memory,
    desk: Desk,
    arm: int,
    group: int,
    begin: int,
    end: int,
) -> None:
    """Events 5 and 6 for a block: learn together, hear back, see the influence."""
    size = end - begin
    d, p = dials_of(row), numbers_of(row)
    others = d.feedback * p.feedback_spreads
    to_others = others * d.equal_access if group == 0 else others
    knowledge, part = m.knowledge[arm, begin:end], m.part[arm, begin:end]
    got_it = desk.out[GOT_IT, :size]
    learn_together(knowledge, part, m.counts[arm, begin:end], left, row)
    hear_back(knowledge, part, desk.luck[0], got_it, to_others, row)
    see_influence(got_it, part, m.tiles[arm, 2], m.trust[arm, begin:end], row, desk.d[:size])


def talk_in_block(
    row: Any, town: Town, m: Memory, desk: Desk, arm: int, decision: int, begin: int, end: int
) -> None:
    """Event 7 for a block: talk, and a campaign if it is on."""
    size, first = end - begin, begin // town.lanes
    hearsay = m.hearsay[arm, begin:end]
    ask_contacts(
        town.start,
        town.links,
        m.opinion[arm],
        desk.b,
        first,
        size // town.lanes,
        town.lanes,
        desk.gathered,
    )
    chat(hearsay, desk.b, row)
    if row[AT] == decision:
        reveal(town, desk, begin, size, decision)
        mislead(hearsay, m.knowledge[arm, begin:end], desk.shown, row[STRENGTH], row[REACH])


def find_merits(row: Any, ideals: Any, plan: Any, desk: Desk, group: int, size: int) -> None:
    """What plan and draft are worth to a block."""
    p = numbers_of(row)
    mean = p.ideal_less_heard if group == 0 else p.ideal_well_connected
    find_merit(ideals, plan, mean, row, desk.out[MERIT, :size])
    find_merit(ideals, desk.draft, mean, row, desk.out[DRAFT_MERIT, :size])


def answer_in_block(row: Any, m: Memory, desk: Desk, arm: int, begin: int, end: int) -> None:
    """Events 7 to 10 for a block: judge, feel, accept, learn to trust."""
    size = end - begin
    part, aware = m.part[arm, begin:end], m.aware[arm, begin:end]
    trust, expected = m.trust[arm, begin:end], m.expected[arm, begin:end]
    got_it, merit, chance = (
        desk.out[GOT_IT, :size],
        desk.out[MERIT, :size],
        desk.out[ACCEPTED, :size],
    )
    fairness, seen, believed = desk.out[FAIRNESS, :size], desk.d[:size], desk.e[:size]
    judge(m.knowledge[arm, begin:end], merit, m.hearsay[arm, begin:end], believed)
    miss(expected, m.tiles[arm, 1], seen, part, aware, row, desk.b[:size])
    be_treated(part, aware, got_it, seen, row, desk.c[:size])
    feel(trust, desk.c, desk.b, desk.f, row, fairness)
    accept(believed, fairness, trust, row, chance)
    vote(desk.luck[2], chance, desk.out[VOTES, :size])
    learn_trust(trust, fairness, believed, part, aware, row, desk.out[TRUST, :size])
    learn_influence(expected, seen, part, aware, row, desk.out[EXPECTED, :size])


def note_in_block(m: Memory, desk: Desk, arm: int, begin: int, end: int) -> None:
    """Write down the rest of what is added up."""
    size = end - begin
    part = m.part[arm, begin:end]
    reason(
        desk.out[ACCEPTED, :size],
        desk.out[MERIT, :size],
        desk.out[REASONED, :size],
        desk.out[LOSERS, :size],
        desk.out[LOSERS_ACCEPT, :size],
    )
    flag(m.aware[arm, begin:end], desk.out[AWARE, :size])
    flag(part, desk.out[PART, :size])
    oppose(m.opinion[arm, begin:end], part, desk.out[OPPOSED, :size], desk.out[OPPOSED_PART, :size])
    copy(m.knowledge[arm, begin:end], desk.out[KNOWLEDGE, :size])


def reveal(town: Town, desk: Desk, begin: int, size: int, decision: int) -> None:
    """Draw who of a block is exposed to a campaign; the other luck of the block is left alone."""
    draw_block(
        desk.spare[0, :size],
        desk.spare[1, :size],
        desk.spare[2, :size],
        desk.shown[:size],
        begin,
        town.shift,
        town.first_run,
        np.uint64(decision),
        TOLD,
        town.key,
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
