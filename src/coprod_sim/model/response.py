"""The second half of a decision in the compiled form: learn, talk, feel, accept, trust."""

from typing import Any

import numpy as np

from coprod_sim.model import rules
from coprod_sim.model.buffers import AgentState, BatchInputs, Scratch, Span, ideals_of, luck_of
from coprod_sim.model.kernel import (
    AT,
    REACH,
    ROWS,
    STRENGTH,
    TOLD,
    VERDICT,
    add_up,
    ask_contacts,
    be_treated,
    chat,
    copy,
    dials_of,
    draw_block,
    feel,
    find_chance,
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
from coprod_sim.model.sums import PLACE

ACCEPTANCE, VOTES, REASONED = PLACE["acceptance"], PLACE["votes"], PLACE["reasoned"]
TRUST, EXPECTED, KNOWLEDGE = PLACE["trust"], PLACE["expected"], PLACE["knowledge"]
FAIRNESS, MERIT, DRAFT_MERIT = PLACE["fairness"], PLACE["merit"], PLACE["draft_merit"]
LOSERS, LOSERS_ACCEPTANCE = PLACE["losers"], PLACE["losers_acceptance"]
AWARE, PART, REACHED = PLACE["aware"], PLACE["part"], PLACE["reached"]
OPPOSED, OPPOSED_PART = PLACE["opposed"], PLACE["opposed_part"]


def respond(
    rows: Any,
    left: Any,
    inputs: BatchInputs,
    state: AgentState,
    scratch: Scratch,
    sums: Any,
    decision: int,
    span: Span,
) -> None:
    """Events 5 to 10 for a block, and its sums."""
    group, begin, end = span
    size = end - begin
    ideals = ideals_of(inputs, state, scratch, decision, span)
    luck_of(inputs, scratch, begin, size, decision, VERDICT)
    look_up(inputs.tables[0], scratch.luck[1], scratch.f, size)
    for arm in range(len(rows)):
        row = rows[arm]
        learn_in_session(row, left[arm], state, arm, span)
        give_feedback(row, state, scratch, arm, span)
        talk(row, inputs, state, scratch, arm, decision, span)
        weigh_plan(row, ideals, state, scratch, arm, span)
        feel_fairness(row, state, scratch, arm, span)
        accept(row, state, scratch, arm, span)
        update_trust(row, state, scratch, arm, span)
        note_the_rest(state, scratch, arm, span)
        for place in range(ROWS):
            add_up(scratch.out[place], size, sums[arm, group, place], inputs.lanes)


def learn_in_session(row: Any, left: Any, state: AgentState, arm: int, span: Span) -> None:
    """Event 5, what participants and their contacts learn, for a block."""
    _, begin, end = span
    part, met = state.part[arm, begin:end], state.counts[arm, begin:end]
    learn_together(state.knowledge[arm, begin:end], part, met, left, row)


def give_feedback(row: Any, state: AgentState, scratch: Scratch, arm: int, span: Span) -> None:
    """Event 6 for a block: hear back, learn, and see the influence (`d`)."""
    group, begin, end = span
    size = end - begin
    d, p = dials_of(row), numbers_of(row)
    others = d.feedback * p.feedback_spreads
    to_others = others * d.equal_access if group == 0 else others
    part, got_it = state.part[arm, begin:end], scratch.out[REACHED, :size]
    realised, trust = state.tiles[arm, 2], state.trust[arm, begin:end]
    hear_back(state.knowledge[arm, begin:end], part, scratch.luck[0], got_it, to_others, row)
    see_influence(got_it, part, realised, trust, row, scratch.d[:size])


def talk(
    row: Any,
    inputs: BatchInputs,
    state: AgentState,
    scratch: Scratch,
    arm: int,
    decision: int,
    span: Span,
) -> None:
    """Event 7 for a block: talk, and a campaign if it is on."""
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


def weigh_plan(
    row: Any, ideals: Any, state: AgentState, scratch: Scratch, arm: int, span: Span
) -> None:
    """Events 5 and 7 for a block: what plan and draft are worth, and what people see of it (`e`)."""
    group, begin, end = span
    size = end - begin
    p = numbers_of(row)
    mean = p.ideal_less_heard if group == 0 else p.ideal_well_connected
    merit = scratch.out[MERIT, :size]
    find_merit(ideals, state.tiles[arm, 0], mean, row, merit)
    find_merit(ideals, scratch.draft, mean, row, scratch.out[DRAFT_MERIT, :size])
    knowledge, hearsay = state.knowledge[arm, begin:end], state.hearsay[arm, begin:end]
    judge(knowledge, merit, hearsay, scratch.e[:size])


def feel_fairness(row: Any, state: AgentState, scratch: Scratch, arm: int, span: Span) -> None:
    """Event 8 for a block: miss something (`b`), be treated (`c`), feel treated more or less fairly."""
    _, begin, end = span
    size = end - begin
    part, aware = state.part[arm, begin:end], state.aware[arm, begin:end]
    offered, seen = state.tiles[arm, 1], scratch.d[:size]
    miss(state.expected[arm, begin:end], offered, seen, part, aware, row, scratch.b[:size])
    be_treated(part, aware, scratch.out[REACHED, :size], seen, row, scratch.c[:size])
    trust, fairness = state.trust[arm, begin:end], scratch.out[FAIRNESS, :size]
    feel(trust, scratch.c, scratch.b, scratch.f, row, fairness)


def accept(row: Any, state: AgentState, scratch: Scratch, arm: int, span: Span) -> None:
    """Event 9 for a block: the chance to accept, the vote, and whether it was a reasoned one."""
    _, begin, end = span
    size = end - begin
    chance, fairness = scratch.out[ACCEPTANCE, :size], scratch.out[FAIRNESS, :size]
    find_chance(scratch.e[:size], fairness, state.trust[arm, begin:end], row, chance)
    vote(scratch.luck[2], chance, scratch.out[VOTES, :size])
    reason(
        chance,
        scratch.out[MERIT, :size],
        scratch.out[REASONED, :size],
        scratch.out[LOSERS, :size],
        scratch.out[LOSERS_ACCEPTANCE, :size],
    )


def update_trust(row: Any, state: AgentState, scratch: Scratch, arm: int, span: Span) -> None:
    """Event 10 for a block: trust and expected influence afterwards."""
    _, begin, end = span
    size = end - begin
    part, aware = state.part[arm, begin:end], state.aware[arm, begin:end]
    trust, expected = state.trust[arm, begin:end], state.expected[arm, begin:end]
    fairness, seen, believed = scratch.out[FAIRNESS, :size], scratch.d[:size], scratch.e[:size]
    learn_trust(trust, fairness, believed, part, aware, row, scratch.out[TRUST, :size])
    learn_influence(expected, seen, part, aware, row, scratch.out[EXPECTED, :size])


def note_the_rest(state: AgentState, scratch: Scratch, arm: int, span: Span) -> None:
    """Write down what else is added up."""
    _, begin, end = span
    size = end - begin
    part, opinion = state.part[arm, begin:end], state.opinion[arm, begin:end]
    flag(state.aware[arm, begin:end], scratch.out[AWARE, :size])
    flag(part, scratch.out[PART, :size])
    oppose(opinion, part, scratch.out[OPPOSED, :size], scratch.out[OPPOSED_PART, :size])
    copy(state.knowledge[arm, begin:end], scratch.out[KNOWLEDGE, :size])


def update_institution(rows: Any, inputs: BatchInputs, state: AgentState, sums: Any) -> None:
    """Event 11 in all runs of all arms."""
    citizens = len(inputs.start) - 1
    for arm in range(len(rows)):
        p = numbers_of(rows[arm])
        for lane in range(inputs.lanes):
            merit = (sums[arm, 0, MERIT, lane] + sums[arm, 1, MERIT, lane]) / citizens
            draft = (sums[arm, 0, DRAFT_MERIT, lane] + sums[arm, 1, DRAFT_MERIT, lane]) / citizens
            accepted = (sums[arm, 0, ACCEPTANCE, lane] + sums[arm, 1, ACCEPTANCE, lane]) / citizens
            state.responsiveness[arm, lane] = rules.learned_responsiveness(
                state.responsiveness[arm, lane], merit - draft, accepted, p
            )
