"""The first half of a decision in the compiled form: hear of it, judge the draft, meet, move the plan."""

from typing import Any

from coprod_sim.five_steps import buy_in, expectations, performance
from coprod_sim.model import rules
from coprod_sim.model.adding_up import add_up, count_flags
from coprod_sim.model.buffers import (
    CROWD,
    FLAGS,
    TOWN,
    AgentState,
    BatchInputs,
    Scratch,
    Span,
    find_lots,
    find_own_luck,
    find_passing_luck,
    luck_of,
    place_of,
)
from coprod_sim.model.contacts import pass_on
from coprod_sim.model.involvement_loops import (
    consider,
    expect_at_first,
    meet,
    settle,
    start_topic,
)
from coprod_sim.model.kernel import (
    BLOCK,
    FIRST_DAY,
    TOLD,
    TOPIC,
    constants_of,
    dials_of,
    draw_uniform,
    look_up,
    notice,
    numbers_of,
    tell,
)
from coprod_sim.model.schedule import WORD_OF_MOUTH_ROUNDS

(
    TRUST_LUCK, HEAT, HOME_RESPONSIVENESS, RESPONSIVENESS, SIDE, DRAFT, PLAN, OFFERED, REALISED,
    WORKMANSHIP, CAPTURED, OUTSIDE, SEAT_LESS_HEARD, SEAT_WELL_CONNECTED,
) = range(len(TOWN))  # fmt: skip
WILLING, OPPOSED, ROOM, ROOM_OPPOSED, ROOM_IDEAL, ROOM_KNOWLEDGE = range(len(CROWD))
IS_OPPOSED, IS_OPPOSED_PART, IS_REACHED, VOTES_FOR, LOSES = range(len(FLAGS))


def found_town(row: Any, inputs: BatchInputs, state: AgentState, arm: int) -> None:
    """Make what is particular to the towns of all runs of an arm."""
    p, towns = numbers_of(row), state.towns[arm]
    for lane in range(inputs.lanes):
        towns[TRUST_LUCK, lane] = inputs.town[0, lane]
        towns[HEAT, lane] = rules.heat_here(inputs.heat, inputs.town[1, lane], p)
        home = rules.first_responsiveness(inputs.town[2, lane], p)
        towns[HOME_RESPONSIVENESS, lane] = towns[RESPONSIVENESS, lane] = home
    for place in (TRUST_LUCK, HEAT):
        lay_tile(inputs, state, arm, place)


def lay_tile(inputs: BatchInputs, state: AgentState, arm: int, place: int) -> None:
    """Repeat what is one number for a town over a block, by doubling what is laid."""
    tile, laid = state.tiles[arm, place], inputs.lanes
    for lane in range(laid):
        tile[lane] = state.towns[arm, place, lane]
    while laid < BLOCK:
        for k in range(laid):
            tile[laid + k] = tile[k]
        laid *= 2


def first_day(
    rows: Any, inputs: BatchInputs, state: AgentState, scratch: Scratch, span: Span
) -> None:
    """Make a block of citizens as they are before the first decision."""
    group, begin, end = span
    size = end - begin
    luck_of(inputs, scratch, begin, size, 0, FIRST_DAY)
    at = place_of(inputs, begin)
    look_up(inputs.trusts[group], scratch.luck[0], state.firsts[at:], size)
    look_up(inputs.tables[0], scratch.luck[1], scratch.b, size)
    look_up(inputs.tables[0], scratch.luck[2], state.lastings[at:], size)
    for arm in range(len(rows)):
        trust = state.trust[arm, begin:end]
        settle(state.firsts[at:], state.tiles[arm, TRUST_LUCK], rows[arm], trust, size)
        expect_at_first(trust, state.expected[arm, begin:end], scratch.b, rows[arm])


def place_draft(row: Any, inputs: BatchInputs, state: AgentState, arm: int, decision: int) -> None:
    """Event 1 in all runs of an arm: where the draft stands."""
    p, towns = numbers_of(row), state.towns[arm]
    for lane in range(inputs.lanes):
        luck = inputs.sides[decision - 1, lane]
        if decision == 1:
            towns[SIDE, lane] = rules.first_side(luck)
        else:
            towns[SIDE, lane] = rules.next_side(towns[SIDE, lane], luck, p)
        towns[DRAFT, lane] = inputs.draft * towns[SIDE, lane]
    lay_tile(inputs, state, arm, DRAFT)


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
    if inputs.keep_luck:
        draw_uniform(scratch.luck[2], state.lots[begin:end], size)
    for arm in range(len(rows)):
        d = dials_of(rows[arm])
        reach = d.awareness * d.equal_access if group == 0 else d.awareness
        tell(
            scratch.luck[0],
            scratch.a,
            state.aware[arm, begin:end],
            state.part[arm, begin:end],
            reach,
            constants_of(rows[arm]).per_mention,
        )


def word_of_mouth(inputs: BatchInputs, state: AgentState, arm: int, spans: Any) -> None:
    """Event 2, word of mouth in a part of the town, in all runs of an arm.

    Until the willing are known, the bytes of `part` hold the mentions a citizen still needs.
    """
    for _, begin, end in spans:
        state.counts[arm, begin:end] = 0
    for _ in range(WORD_OF_MOUTH_ROUNDS):
        mention(inputs, state.aware_words[arm], state.count_words[arm], spans)
        for _, begin, end in spans:
            notice(
                state.aware[arm, begin:end],
                state.part[arm, begin:end],
                state.counts[arm, begin:end],
            )


def mention(inputs: BatchInputs, flags: Any, counts: Any, spans: Any) -> None:
    """Let everybody in a part of the town count the contacts who are newly aware."""
    for _, begin, end in spans:
        first, last = begin // inputs.lanes, end // inputs.lanes
        pass_on(inputs.start, inputs.links, flags, inputs.ones, counts, first, last)


def judge_draft(
    rows: Any, inputs: BatchInputs, state: AgentState, scratch: Scratch, decision: int, span: Span
) -> None:
    """Events 1, 2 (learning) and 4 (willing) for a block, while it is in the cache."""
    draw_topic(inputs, state, scratch, decision, span)
    for arm in range(len(rows)):
        meet_topic(rows[arm], state, scratch, arm, decision, span)
        want_to_come(rows[arm], inputs, state, scratch, arm, span)


def draw_topic(
    inputs: BatchInputs, state: AgentState, scratch: Scratch, decision: int, span: Span
) -> None:
    """Draw a block's luck with a topic.

    Knowledge goes into `b`, hearsay into `c`; both parts of ideal points to their place.
    """
    _, begin, end = span
    size = end - begin
    find_own_luck(inputs, state, scratch, span)
    luck_of(inputs, scratch, begin, size, decision, TOPIC)
    look_up(inputs.tables[0], scratch.luck[0], state.passings[place_of(inputs, begin) :], size)
    look_up(inputs.tables[1], scratch.luck[1], scratch.b, size)
    look_up(inputs.tables[0], scratch.luck[2], scratch.c, size)


def meet_topic(
    row: Any, state: AgentState, scratch: Scratch, arm: int, decision: int, span: Span
) -> None:
    """Event 1 for a block: what is known and heard of the topic."""
    group, begin, end = span
    c, knowledge = constants_of(row), state.knowledge[arm, begin:end]
    start = c.start_less_heard if group == 0 else c.start_well_connected
    hearsay = state.hearsay[arm, begin:end]
    start_topic(knowledge, hearsay, scratch.b, scratch.c, start, decision == 1, row)


def want_to_come(
    row: Any, inputs: BatchInputs, state: AgentState, scratch: Scratch, arm: int, span: Span
) -> None:
    """Events 2 and 4 for a block: who would come, counted, and who sees the draft as bad."""
    group, begin, end = span
    size, at = end - begin, place_of(inputs, begin)
    consider(
        state.passings[at:],
        state.lastings[at:],
        state.tiles[arm, DRAFT],
        state.tiles[arm, HEAT],
        scratch.luck[3],
        group,
        row,
        state.trust[arm, begin:end],
        state.expected[arm, begin:end],
        state.aware[arm, begin:end],
        state.knowledge[arm, begin:end],
        state.hearsay[arm, begin:end],
        state.opinion[arm, begin:end],
        state.part[arm, begin:end],
        scratch.flags[IS_OPPOSED],
    )
    crowd = state.crowd[arm, group]
    count_flags(state.part_words[arm], begin, size, inputs.ones, crowd[WILLING], inputs.lanes)
    count_flags(scratch.flag_words[IS_OPPOSED], 0, size, inputs.ones, crowd[OPPOSED], inputs.lanes)


def take_part(row: Any, inputs: BatchInputs, state: AgentState, arm: int) -> None:
    """Event 4, seats: each group's chance of one, in all runs of an arm."""
    d, towns, crowd = dials_of(row), state.towns[arm], state.crowd[arm]
    for lane in range(inputs.lanes):
        less, well = crowd[0, WILLING, lane], crowd[1, WILLING, lane]
        kept = buy_in.seats_for_less_heard(less, well, d.seats, inputs.share_less_heard, d.buy_in)
        towns[SEAT_LESS_HEARD, lane] = buy_in.seat_chance(kept, less, d.seats)
        towns[SEAT_WELL_CONNECTED, lane] = buy_in.seat_chance(d.seats - kept, well, d.seats)
    for place in (SEAT_LESS_HEARD, SEAT_WELL_CONNECTED):
        lay_tile(inputs, state, arm, place)


def work_together(
    rows: Any, inputs: BatchInputs, state: AgentState, scratch: Scratch, decision: int, span: Span
) -> None:
    """Event 5 for a block, once seats are given: learn, and say what one wants; all of it added up."""
    find_own_luck(inputs, state, scratch, span)
    find_passing_luck(inputs, state, scratch, decision, span)
    find_lots(inputs, state, scratch, decision, span)
    for arm in range(len(rows)):
        fill_room(rows[arm], inputs, state, scratch, arm, span)


def fill_room(
    row: Any, inputs: BatchInputs, state: AgentState, scratch: Scratch, arm: int, span: Span
) -> None:
    """Event 5 for a block: who is in the room, against the draft, what suits them, what they know."""
    group, begin, end = span
    crowd, size, at = state.crowd[arm, group], end - begin, place_of(inputs, begin)
    seat = SEAT_LESS_HEARD if group == 0 else SEAT_WELL_CONNECTED
    meet(
        state.passings[at:],
        state.lastings[at:],
        state.lots[at:],
        state.tiles[arm, seat],
        group,
        row,
        state.opinion[arm, begin:end],
        state.part[arm, begin:end],
        state.knowledge[arm, begin:end],
        scratch.flags[IS_OPPOSED_PART],
        scratch.c,
        scratch.d,
    )
    count_flags(state.part_words[arm], begin, size, inputs.ones, crowd[ROOM], inputs.lanes)
    count_flags(
        scratch.flag_words[IS_OPPOSED_PART], 0, size, inputs.ones, crowd[ROOM_OPPOSED], inputs.lanes
    )
    add_up(scratch.c, size, crowd[ROOM_IDEAL], inputs.lanes)
    add_up(scratch.d, size, crowd[ROOM_KNOWLEDGE], inputs.lanes)


def set_expectations(row: Any, inputs: BatchInputs, state: AgentState, arm: int) -> None:
    """Event 3 in all runs of an arm: the influence on offer, and what is left of it.

    What each person hopes for is needed only when it is missed, so it is found in `feel_fairness`.
    """
    d, p, towns = dials_of(row), numbers_of(row), state.towns[arm]
    for lane in range(inputs.lanes):
        offered = expectations.offered_influence(d.influence, towns[RESPONSIVENESS, lane], p)
        realised = d.asked * expectations.realised_influence(offered, d.expectations, p)
        towns[OFFERED, lane], towns[REALISED, lane] = offered, realised


def move_plan(row: Any, inputs: BatchInputs, state: AgentState, arm: int, decision: int) -> None:
    """Event 5: where the plan stands now, and what the room did beside, in all runs of an arm."""
    d, p = dials_of(row), numbers_of(row)
    towns, crowd = state.towns[arm], state.crowd[arm]
    citizens = len(inputs.start) - 1
    for lane in range(inputs.lanes):
        room = in_town(crowd, ROOM, lane)
        people = max(room, 1.0)
        ideal = in_town(crowd, ROOM_IDEAL, lane) / people
        knowledge = in_town(crowd, ROOM_KNOWLEDGE, lane) / people
        step = performance.room_step(towns[REALISED, lane], room, p)
        wish = performance.room_wish(ideal, inputs.errors[decision - 1, lane], knowledge, p)
        unlike = rules.unlikeness(
            crowd[0, ROOM, lane],
            in_town(crowd, ROOM_OPPOSED, lane),
            room,
            inputs.share_less_heard,
            in_town(crowd, OPPOSED, lane) / citizens,
        )
        towns[PLAN, lane] = performance.moved_plan(towns[DRAFT, lane], wish, step)
        towns[WORKMANSHIP, lane] = performance.workmanship(step, d.performance, d.openness, p)
        towns[CAPTURED, lane] = performance.captured(step, unlike, p)
        towns[OUTSIDE, lane] = rules.voice_of_outsiders(d.buy_in, d.openness, room, unlike, p)
    for place in (PLAN, WORKMANSHIP, CAPTURED, OUTSIDE, OFFERED, REALISED):
        lay_tile(inputs, state, arm, place)


def in_town(crowd: Any, place: int, lane: int) -> float:
    """Add up both groups' part of something in `CROWD`."""
    return crowd[0, place, lane] + crowd[1, place, lane]
