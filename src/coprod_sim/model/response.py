"""The second half of a decision in the compiled form: learn, talk, feel, accept, trust."""

from typing import Any

import numpy as np

from coprod_sim.model import rules
from coprod_sim.model.adding_up import (
    add_up,
    add_up_answers,
    choose,
    compare_answers,
    copy,
    count_flags,
    flag,
    only_chosen,
    oppose,
)
from coprod_sim.model.buffers import (
    AgentState,
    BatchInputs,
    Scratch,
    Span,
    find_own_luck,
    find_passing_luck,
    luck_of,
    place_of,
)
from coprod_sim.model.contacts import ask_contacts
from coprod_sim.model.involvement import (
    CAPTURED,
    DRAFT,
    HOME_RESPONSIVENESS,
    IS_REACHED,
    LOSES,
    OFFERED,
    OUTSIDE,
    PLAN,
    REALISED,
    RESPONSIVENESS,
    ROOM,
    ROOM_OPPOSED,
    TRUST_LUCK,
    VOTES_FOR,
    WORKMANSHIP,
)
from coprod_sim.model.involvement import OPPOSED as TOWN_OPPOSED
from coprod_sim.model.kernel import (
    AT,
    REACH,
    ROWS,
    STRENGTH,
    TOLD,
    VERDICT,
    constants_of,
    dials_of,
    draw_block,
    look_up,
    numbers_of,
)
from coprod_sim.model.response_loops import (
    answer,
    chat,
    feel,
    hear_back,
    learn,
    look_at,
    mislead,
    weigh,
    weigh_fairness,
)
from coprod_sim.model.sums import PLACE

ACCEPTANCE, VOTES, INFORMED = PLACE["acceptance"], PLACE["votes"], PLACE["informed"]
SQUARED, INFORMED_SQUARED = PLACE["acceptance_squared"], PLACE["informed_squared"]
BOTH, BEFORE = PLACE["acceptance_informed"], PLACE["trust_before"]
TRUST, EXPECTED, KNOWLEDGE = PLACE["trust"], PLACE["expected"], PLACE["knowledge"]
FAIRNESS, MERIT, DRAFT_MERIT = PLACE["fairness"], PLACE["merit"], PLACE["draft_merit"]
LOSERS, LOSERS_ACCEPTANCE = PLACE["losers"], PLACE["losers_acceptance"]
AWARE, PART, REACHED = PLACE["aware"], PLACE["part"], PLACE["reached"]
OPPOSED, OPPOSED_PART = PLACE["opposed"], PLACE["opposed_part"]
COUNTED = ((PART, ROOM), (OPPOSED, TOWN_OPPOSED), (OPPOSED_PART, ROOM_OPPOSED))
"""Sums that the first half has made already, and their places in `CROWD`."""
WRITTEN = (FAIRNESS, MERIT, DRAFT_MERIT, LOSERS_ACCEPTANCE)
"""Sums of what is written down for nothing else."""
ANSWERS = (ACCEPTANCE, INFORMED, SQUARED, INFORMED_SQUARED, BOTH)
"""Sums of both answers and of their products."""


def respond(
    rows: Any,
    inputs: BatchInputs,
    state: AgentState,
    scratch: Scratch,
    sums: Any,
    splits: Any,
    decision: int,
    span: Span,
) -> None:
    """Events 5 to 10 for a block, and its sums; those over `SPLITS` only where there is room for them."""
    group, begin, end = span
    draw_verdict(inputs, state, scratch, decision, span)
    for arm in range(len(rows)):
        row = rows[arm]
        weigh_plan(row, inputs, state, scratch, arm, span)
        give_feedback(row, state, scratch, arm, span)
        talk(row, inputs, state, scratch, arm, decision, span)
        feel_fairness(row, state, scratch, arm, span)
        accept(row, state, scratch, arm, span)
        trust = state.trust[arm, begin:end]
        add_up(trust, end - begin, sums[arm, group, BEFORE], inputs.lanes)
        if splits.shape[2] > 0:
            copy(trust, scratch.out[BEFORE])
        update_trust(row, inputs, state, scratch, arm, span)
        add_up_block(inputs, state, scratch, sums[arm, group], arm, span)
        if splits.shape[2] > 0:
            spell_out(state, scratch, arm, span)
        for split in range(splits.shape[2]):
            add_up_split(inputs, state, scratch, splits[arm, group, split], arm, split, span)


def draw_verdict(
    inputs: BatchInputs, state: AgentState, scratch: Scratch, decision: int, span: Span
) -> None:
    """Find a block's luck that is kept, and draw its luck with fairness (`f`)."""
    _, begin, end = span
    size = end - begin
    find_own_luck(inputs, state, scratch, span)
    find_passing_luck(inputs, state, scratch, decision, span)
    luck_of(inputs, scratch, begin, size, decision, VERDICT)
    look_up(inputs.tables[0], scratch.luck[1], scratch.f, size)


def weigh_plan(
    row: Any, inputs: BatchInputs, state: AgentState, scratch: Scratch, arm: int, span: Span
) -> None:
    """Event 5 for a block: what plan and draft are really worth."""
    group, begin, end = span
    tiles, at = state.tiles[arm], place_of(inputs, begin)
    weigh(
        state.passings[at:],
        state.lastings[at:],
        tiles[DRAFT],
        tiles[PLAN],
        tiles[WORKMANSHIP],
        tiles[CAPTURED],
        group,
        row,
        state.part[arm, begin:end],
        scratch.out[MERIT, : end - begin],
        scratch.out[DRAFT_MERIT],
    )


def give_feedback(row: Any, state: AgentState, scratch: Scratch, arm: int, span: Span) -> None:
    """Event 6 for a block: hear back, learn, and see the influence (`d`)."""
    group, begin, end = span
    d, p = dials_of(row), numbers_of(row)
    others = d.feedback * p.feedback_spreads
    hear_back(
        scratch.luck[0],
        state.tiles[arm, REALISED],
        others * d.equal_access if group == 0 else others,
        row,
        state.trust[arm, begin:end],
        state.part[arm, begin:end],
        state.knowledge[arm, begin:end],
        scratch.flags[IS_REACHED],
        scratch.d[: end - begin],
    )


def talk(
    row: Any,
    inputs: BatchInputs,
    state: AgentState,
    scratch: Scratch,
    arm: int,
    decision: int,
    span: Span,
) -> None:
    """Event 7 for a block: talk, a campaign if it is on, and the final plan as people see it (`e`)."""
    _, begin, end = span
    size, first = end - begin, begin // inputs.lanes
    hearsay = state.hearsay[arm, begin:end]
    ask_contacts(
        inputs.start,
        inputs.links,
        state.opinion[arm],
        scratch.b,
        first,
        size // inputs.lanes,
        inputs.lanes,
        scratch.gathered,
    )
    chat(hearsay, scratch.b, row)
    if row[AT] == decision:
        draw_exposure(inputs, scratch, begin, size, decision)
        mislead(hearsay, state.knowledge[arm, begin:end], scratch.shown, row[STRENGTH], row[REACH])
    knowledge, merit = state.knowledge[arm, begin:end], scratch.out[MERIT]
    look_at(knowledge, merit, hearsay, row, scratch.e[:size])


def draw_exposure(
    inputs: BatchInputs, scratch: Scratch, begin: int, size: int, decision: int
) -> None:
    """Draw who of a block is exposed to a campaign; the other luck of the block is left alone."""
    draw_block(
        scratch.spare[0, :size],
        scratch.spare[1, :size],
        scratch.spare[2, :size],
        scratch.shown[:size],
        begin,
        inputs.shift,
        inputs.first_run,
        np.uint64(decision),
        TOLD,
        inputs.key,
    )


def feel_fairness(row: Any, state: AgentState, scratch: Scratch, arm: int, span: Span) -> None:
    """Event 8 for a block: feel treated more or less fairly; how much the outcome colours it is `g`."""
    _, begin, end = span
    tiles = state.tiles[arm]
    feel(
        state.expected[arm, begin:end],
        tiles[OFFERED],
        scratch.d,
        tiles[OUTSIDE],
        scratch.flags[IS_REACHED],
        scratch.e,
        scratch.f,
        row,
        state.trust[arm, begin:end],
        state.part[arm, begin:end],
        state.aware[arm, begin:end],
        scratch.g,
        scratch.out[FAIRNESS, : end - begin],
    )


def accept(row: Any, state: AgentState, scratch: Scratch, arm: int, span: Span) -> None:
    """Event 9 for a block: the chance to accept, the vote, and the answer of those who knew it all."""
    _, begin, end = span
    out, trust = scratch.out, state.trust[arm, begin:end]
    merit, chance, informed = out[MERIT], out[ACCEPTANCE, : end - begin], out[INFORMED]
    seen_merit, weight, informed_weight = scratch.e[: end - begin], scratch.b, scratch.c
    weigh_fairness(seen_merit, merit, row, weight, informed_weight)
    answer(
        seen_merit,
        merit,
        out[FAIRNESS],
        scratch.g,
        weight,
        informed_weight,
        scratch.luck[2],
        row,
        trust,
        chance,
        scratch.flags[VOTES_FOR],
        informed,
        scratch.flags[LOSES],
        out[LOSERS_ACCEPTANCE],
    )


def update_trust(
    row: Any, inputs: BatchInputs, state: AgentState, scratch: Scratch, arm: int, span: Span
) -> None:
    """Event 10 for a block: trust and expected influence afterwards."""
    _, begin, end = span
    out = scratch.out
    learn(
        state.firsts[place_of(inputs, begin) :],
        state.tiles[arm, TRUST_LUCK],
        out[FAIRNESS],
        scratch.e,
        scratch.d,
        scratch.flags[IS_REACHED],
        row,
        state.aware[arm, begin:end],
        state.part[arm, begin:end],
        state.trust[arm, begin:end],
        state.expected[arm, begin:end],
    )


def add_up_block(
    inputs: BatchInputs, state: AgentState, scratch: Scratch, sums: Any, arm: int, span: Span
) -> None:
    """Add up all else that a block adds to the sums of its group."""
    _, begin, end = span
    size, lanes, ones, out = end - begin, inputs.lanes, inputs.ones, scratch.out
    for place in WRITTEN:
        add_up(out[place], size, sums[place], lanes)
    add_up(state.trust[arm, begin:end], size, sums[TRUST], lanes)
    add_up(state.expected[arm, begin:end], size, sums[EXPECTED], lanes)
    add_up(state.knowledge[arm, begin:end], size, sums[KNOWLEDGE], lanes)
    count_flags(state.aware_words[arm], begin, size, ones, sums[AWARE], lanes)
    count_flags(scratch.flag_words[IS_REACHED], 0, size, ones, sums[REACHED], lanes)
    count_flags(scratch.flag_words[VOTES_FOR], 0, size, ones, sums[VOTES], lanes)
    count_flags(scratch.flag_words[LOSES], 0, size, ones, sums[LOSERS], lanes)
    if lanes == 8:
        add_up_answers(out[ACCEPTANCE], out[INFORMED], size, sums)
    else:
        multiply_answers(scratch, size)
        for place in ANSWERS:
            add_up(out[place], size, sums[place], lanes)


def multiply_answers(scratch: Scratch, size: int) -> None:
    """Write down the products of both answers of a block."""
    out = scratch.out
    compare_answers(
        out[ACCEPTANCE, :size], out[INFORMED], out[SQUARED], out[INFORMED_SQUARED], out[BOTH]
    )


def spell_out(state: AgentState, scratch: Scratch, arm: int, span: Span) -> None:
    """Write down for every sum what each citizen of a block adds to it, where that is not yet done."""
    _, begin, end = span
    size, out, flags = end - begin, scratch.out, scratch.flags
    part = state.part[arm, begin:end]
    copy(state.trust[arm, begin:end], out[TRUST])
    copy(state.expected[arm, begin:end], out[EXPECTED])
    copy(state.knowledge[arm, begin:end], out[KNOWLEDGE])
    flag(state.aware[arm, begin:end], out[AWARE])
    flag(part, out[PART])
    flag(flags[IS_REACHED, :size], out[REACHED])
    flag(flags[VOTES_FOR, :size], out[VOTES])
    flag(flags[LOSES, :size], out[LOSERS])
    oppose(state.opinion[arm, begin:end], part, out[OPPOSED], out[OPPOSED_PART])
    multiply_answers(scratch, size)


def add_up_split(
    inputs: BatchInputs,
    state: AgentState,
    scratch: Scratch,
    sums: Any,
    arm: int,
    split: int,
    span: Span,
) -> None:
    """Add up everything, and the people, over a block's members of one of `SPLITS`."""
    _, begin, end = span
    size = end - begin
    chosen, third = scratch.b[:size], inputs.thirds[begin:end]
    choose(split, scratch.out[MERIT, :size], state.part[arm, begin:end], third, chosen)
    for place in range(ROWS):
        only_chosen(scratch.out[place, :size], chosen, scratch.c[:size])
        add_up(scratch.c, size, sums[place], inputs.lanes)
    add_up(scratch.b, size, sums[ROWS], inputs.lanes)


def update_institution(rows: Any, inputs: BatchInputs, state: AgentState, sums: Any) -> None:
    """Event 11 in all runs of all arms, once all sums are there."""
    citizens = len(inputs.start) - 1
    for arm in range(len(rows)):
        copy_counts(state.crowd[arm], sums[arm], inputs.lanes)
        p, c, towns = numbers_of(rows[arm]), constants_of(rows[arm]), state.towns[arm]
        for lane in range(inputs.lanes):
            merit = (sums[arm, 0, MERIT, lane] + sums[arm, 1, MERIT, lane]) / citizens
            draft = (sums[arm, 0, DRAFT_MERIT, lane] + sums[arm, 1, DRAFT_MERIT, lane]) / citizens
            towns[RESPONSIVENESS, lane] = rules.learned_responsiveness(
                towns[RESPONSIVENESS, lane],
                towns[HOME_RESPONSIVENESS, lane],
                merit - draft,
                c.trust_kept,
                p,
            )


def copy_counts(crowd: Any, sums: Any, lanes: int) -> None:
    """Copy what the first half has counted already into the sums of an arm."""
    for group in range(2):
        for place, in_crowd in COUNTED:
            for lane in range(lanes):
                sums[group, place, lane] = crowd[group, in_crowd, lane]
