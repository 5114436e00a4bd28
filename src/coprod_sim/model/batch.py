"""Plays one batch of runs of several arms from the first decision to the last, compiled.

Events are done in another order than they happen in where nothing depends on it: all that can be done to a
block, or to a part of the town, is done while it is in the cache.
"""

from typing import Any

from coprod_sim.model.buffers import blocks
from coprod_sim.model.involvement import (
    first_day,
    hear_of_it,
    judge_draft,
    move_plans,
    set_expectations,
    take_part,
    work_together,
)
from coprod_sim.model.kernel import BLOCK, numbers_of
from coprod_sim.model.response import respond, update_institution


def play_batch(rows: Any, left: Any, inputs: Any, state: Any, scratch: Any, sums: Any) -> None:
    """Play every decision of one batch.

    Args:
        rows: each arm as a row of numbers (`Arm.row`).
        left: what is left of a knowledge gap, for each arm (`Arm.left_after`).
        inputs: what all arms share (`BatchInputs`).
        state: the state of everybody (`AgentState`), overwritten.
        scratch: room to work (`Scratch`), overwritten.
        sums: decisions x arms x groups x `SUMS` x lanes, all 0 at first; filled in.
    """
    parts = blocks(inputs)
    make_citizens(rows, inputs, state, scratch, parts)
    for decision in range(1, len(sums) + 1):
        play_first_half(rows, inputs, state, scratch, parts, decision)
        play_second_half(rows, left, inputs, state, scratch, parts, sums[decision - 1], decision)


def make_citizens(rows: Any, inputs: Any, state: Any, scratch: Any, parts: Any) -> None:
    """Make everybody, and the body itself, as they are before the first decision."""
    for arm in range(len(rows)):
        state.responsiveness[arm, :] = numbers_of(rows[arm]).responsiveness_start
    for spans in parts:
        for span in spans:
            first_day(rows, inputs, state, scratch, span)


def play_first_half(
    rows: Any, inputs: Any, state: Any, scratch: Any, parts: Any, decision: int
) -> None:
    """Play events 1 to 5 of a decision, up to the moved plan."""
    for k in range(BLOCK):
        scratch.draft[k] = inputs.drafts[decision - 1, k & (inputs.lanes - 1)]
    for spans in parts:
        hear_of_it(rows, inputs, state, scratch, spans, decision)
        for span in spans:
            judge_draft(rows, inputs, state, scratch, decision, span)
    for arm in range(len(rows)):
        take_part(rows, inputs, state, arm, decision)
    state.wish[:] = 0.0
    for spans in parts:
        work_together(rows, inputs, state, scratch, spans, decision)
    for arm in range(len(rows)):
        set_expectations(rows[arm], inputs, state, arm)
        move_plans(rows[arm], inputs, state, arm, decision)


def play_second_half(
    rows: Any,
    left: Any,
    inputs: Any,
    state: Any,
    scratch: Any,
    parts: Any,
    sums: Any,
    decision: int,
) -> None:
    """Play events 5 to 11 of a decision, once the plan stands."""
    for spans in parts:
        for span in spans:
            respond(rows, left, inputs, state, scratch, sums, decision, span)
    update_institution(rows, inputs, state, sums)
