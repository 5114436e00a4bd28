"""The second half of a decision in the compiled form: learn, talk, feel, accept, trust."""

from typing import Any

import numpy as np

from coprod_sim.model import rules
from coprod_sim.model.adding_up import add_up, choose, copy, flag, lose, only_chosen, oppose
from coprod_sim.model.buffers import (
    AgentState,
    BatchInputs,
    Scratch,
    Span,
    find_own_luck,
    find_passing_luck,
    luck_of,
)
from coprod_sim.model.contacts import ask_contacts
from coprod_sim.model.involvement import (
    CAPTURED,
    DRAFT,
    HOME_RESPONSIVENESS,
    OFFERED,
    OUTSIDE,
    PLAN,
    REALISED,
    RESPONSIVENESS,
    TRUST_LUCK,
    WORKMANSHIP,
)
from coprod_sim.model.kernel import (
    AT,
    REACH,
    ROWS,
    STRENGTH,
    TOLD,
    VERDICT,
    add_the_rest,
    be_informed,
    be_treated,
    chat,
    compare_answers,
    constants_of,
    dials_of,
    draw_block,
    feel,
    find_chance,
    find_ideals,
    find_merit,
    find_pull,
    hear_back,
    judge,
    learn_influence,
    learn_trust,
    live_with,
    look_up,
    mislead,
    miss,
    numbers_of,
    see_influence,
    settle,
    vote,
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
    size = end - begin
    draw_verdict(inputs, state, scratch, decision, span)
    for arm in range(len(rows)):
        row = rows[arm]
        weigh_plan(row, state, scratch, arm, span)
        give_feedback(row, state, scratch, arm, span)
        talk(row, inputs, state, scratch, arm, decision, span)
        feel_fairness(row, state, scratch, arm, span)
        accept(row, state, scratch, arm, span)
        update_trust(row, state, scratch, arm, span)
        note_the_rest(state, scratch, arm, span)
        for place in range(ROWS):
            add_up(scratch.out[place], size, sums[arm, group, place], inputs.lanes)
        for split in range(splits.shape[2]):
            add_up_split(inputs, state, scratch, splits[arm, group, split], arm, split, span)


def draw_verdict(
    inputs: BatchInputs, state: AgentState, scratch: Scratch, decision: int, span: Span
) -> None:
    """Find a block's luck that is kept (`a`, `f`, `g`), and draw its luck with fairness (`h`)."""
    _, begin, end = span
    size = end - begin
    find_own_luck(inputs, state, scratch, span)
    find_passing_luck(inputs, state, scratch, decision, span)
    luck_of(inputs, scratch, begin, size, decision, VERDICT)
    look_up(inputs.tables[0], scratch.luck[1], scratch.h, size)


def weigh_plan(row: Any, state: AgentState, scratch: Scratch, arm: int, span: Span) -> None:
    """Event 5 for a block: what plan and draft are really worth."""
    group, begin, end = span
    size = end - begin
    p, tiles = numbers_of(row), state.tiles[arm]
    mean = p.ideal_less_heard if group == 0 else p.ideal_well_connected
    merit = scratch.out[MERIT, :size]
    find_ideals(scratch.a, scratch.g, mean, row, scratch.b, size)
    find_merit(scratch.b, tiles[PLAN], row, merit)
    add_the_rest(state.part[arm, begin:end], tiles[WORKMANSHIP], tiles[CAPTURED], merit)
    find_merit(scratch.b, tiles[DRAFT], row, scratch.out[DRAFT_MERIT, :size])


def give_feedback(row: Any, state: AgentState, scratch: Scratch, arm: int, span: Span) -> None:
    """Event 6 for a block: hear back, learn, and see the influence (`d`)."""
    group, begin, end = span
    size = end - begin
    d, p = dials_of(row), numbers_of(row)
    others = d.feedback * p.feedback_spreads
    to_others = others * d.equal_access if group == 0 else others
    part, got_it = state.part[arm, begin:end], scratch.out[REACHED, :size]
    realised, trust = state.tiles[arm, REALISED], state.trust[arm, begin:end]
    hear_back(state.knowledge[arm, begin:end], part, scratch.luck[0], got_it, to_others, row)
    see_influence(got_it, realised, trust, row, scratch.d[:size])


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
    knowledge, merit = state.knowledge[arm, begin:end], scratch.out[MERIT, :size]
    judge(knowledge, merit, hearsay, scratch.e[:size])
    live_with(merit, row, scratch.e[:size])


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
    """Event 8 for a block: miss something (`b`), be treated (`c`), feel treated more or less fairly.

    How much the outcome colours that stays in `i`.
    """
    _, begin, end = span
    size = end - begin
    part, aware = state.part[arm, begin:end], state.aware[arm, begin:end]
    tiles, seen = state.tiles[arm], scratch.d[:size]
    miss(state.expected[arm, begin:end], tiles[OFFERED], seen, part, aware, row, scratch.b[:size])
    got_it = scratch.out[REACHED, :size]
    be_treated(part, aware, got_it, seen, tiles[OUTSIDE], row, scratch.c[:size])
    find_pull(aware, row, scratch.i)
    trust, fairness = state.trust[arm, begin:end], scratch.out[FAIRNESS, :size]
    feel(trust, scratch.i, scratch.e, scratch.c, scratch.b, scratch.h, row, fairness)


def accept(row: Any, state: AgentState, scratch: Scratch, arm: int, span: Span) -> None:
    """Event 9 for a block: the chance to accept, the vote, and the answer of those who knew it all."""
    _, begin, end = span
    size = end - begin
    out, trust = scratch.out, state.trust[arm, begin:end]
    chance, fairness, merit = out[ACCEPTANCE, :size], out[FAIRNESS, :size], out[MERIT, :size]
    informed = out[INFORMED, :size]
    find_chance(scratch.e[:size], fairness, trust, row, chance)
    vote(scratch.luck[2], chance, out[VOTES, :size])
    be_informed(merit, scratch.e, fairness, scratch.i, trust, row, informed)
    compare_answers(
        chance, informed, out[SQUARED, :size], out[INFORMED_SQUARED, :size], out[BOTH, :size]
    )
    lose(chance, merit, out[LOSERS, :size], out[LOSERS_ACCEPTANCE, :size])


def update_trust(row: Any, state: AgentState, scratch: Scratch, arm: int, span: Span) -> None:
    """Event 10 for a block: trust and expected influence afterwards."""
    _, begin, end = span
    size = end - begin
    out, part, aware = scratch.out, state.part[arm, begin:end], state.aware[arm, begin:end]
    trust, expected = state.trust[arm, begin:end], state.expected[arm, begin:end]
    copy(trust, out[BEFORE, :size])
    settle(scratch.f, state.tiles[arm, TRUST_LUCK], row, scratch.b, size)
    learn_trust(trust, scratch.b, out[FAIRNESS, :size], scratch.e, aware, row, out[TRUST, :size])
    got_it = out[REACHED, :size]
    learn_influence(expected, scratch.d, part, aware, got_it, row, out[EXPECTED, :size])


def note_the_rest(state: AgentState, scratch: Scratch, arm: int, span: Span) -> None:
    """Write down what else is added up."""
    _, begin, end = span
    size = end - begin
    part, opinion = state.part[arm, begin:end], state.opinion[arm, begin:end]
    flag(state.aware[arm, begin:end], scratch.out[AWARE, :size])
    flag(part, scratch.out[PART, :size])
    oppose(opinion, part, scratch.out[OPPOSED, :size], scratch.out[OPPOSED_PART, :size])
    copy(state.knowledge[arm, begin:end], scratch.out[KNOWLEDGE, :size])


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
    """Event 11 in all runs of all arms."""
    citizens = len(inputs.start) - 1
    for arm in range(len(rows)):
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
