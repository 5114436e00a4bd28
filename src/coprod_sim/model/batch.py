"""Plays one batch of runs of several arms from the first decision to the last, compiled.

Events are done in another order than they happen in where nothing depends on it: all that can be done to a
block, or to a part of the town, is done while it is in the cache.
"""

from typing import Any

from coprod_sim.model.involvement import (
    first_day,
    found_town,
    hear_of_it,
    judge_draft,
    move_plan,
    place_draft,
    set_expectations,
    take_part,
    work_together,
)
from coprod_sim.model.response import respond, update_institution


def play_batch(rows: Any, inputs: Any, state: Any, scratch: Any, sums: Any, splits: Any) -> None:
    """Play every decision of one batch.

    Args:
        rows: each arm as a row of numbers (`Setting.row`).
        inputs: what all arms share (`BatchInputs`).
        state: the state of everybody (`AgentState`), overwritten.
        scratch: room to work (`Scratch`), overwritten.
        sums: decisions x arms x groups x `SUMS` x lanes, all 0 at first; filled in.
        splits: decisions x arms x groups x `SPLITS` x (`SUMS`, people) x lanes, all 0 at first; filled in,
            but for a length of 0 in place of `SPLITS`.
    """
    make_citizens(rows, inputs, state, scratch)
    for decision in range(1, len(sums) + 1):
        play_first_half(rows, inputs, state, scratch, decision)
        into, also_into = sums[decision - 1], splits[decision - 1]
        play_second_half(rows, inputs, state, scratch, into, also_into, decision)


def make_citizens(rows: Any, inputs: Any, state: Any, scratch: Any) -> None:
    """Make everybody, and the towns themselves, as they are before the first decision."""
    for arm in range(len(rows)):
        found_town(rows[arm], inputs, state, arm)
    for span in inputs.spans:
        first_day(rows, inputs, state, scratch, span)


def play_first_half(rows: Any, inputs: Any, state: Any, scratch: Any, decision: int) -> None:
    """Play events 1 to 5 of a decision, up to the moved plan."""
    state.crowd[:] = 0.0
    for arm in range(len(rows)):
        place_draft(rows[arm], inputs, state, arm, decision)
    for part in range(len(inputs.ends) - 1):
        spans = inputs.spans[inputs.ends[part] : inputs.ends[part + 1]]
        hear_of_it(rows, inputs, state, scratch, spans, decision)
        for span in spans:
            judge_draft(rows, inputs, state, scratch, decision, span)
    for arm in range(len(rows)):
        take_part(rows[arm], inputs, state, arm)
    for span in inputs.spans:
        work_together(rows, inputs, state, scratch, decision, span)
    for arm in range(len(rows)):
        set_expectations(rows[arm], inputs, state, arm)
        move_plan(rows[arm], inputs, state, arm, decision)


def play_second_half(
    rows: Any,
    inputs: Any,
    state: Any,
    scratch: Any,
    sums: Any,
    splits: Any,
    decision: int,
) -> None:
    """Play events 5 to 11 of a decision, once the plan stands."""
    for span in inputs.spans:
        respond(rows, inputs, state, scratch, sums, splits, decision, span)
    update_institution(rows, inputs, state, sums)
