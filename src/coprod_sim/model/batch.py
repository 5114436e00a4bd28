"""Plays one batch of runs of several arms from the first decision to the last, compiled."""

from typing import Any

from coprod_sim.model.kernel import (
    BLOCK,
    numbers_of,
)
from coprod_sim.model.memory import (
    blocks,
)
from coprod_sim.model.phases import (
    first_phase,
    give_seats,
    meet,
    move_plans,
    tell_phase,
    topic_phase,
    wish_phase,
    word_of_mouth,
)
from coprod_sim.model.verdict import (
    learn_phase,
    verdict_phase,
)


def play_batch(rows: Any, left: Any, town: Any, m: Any, desk: Any, sums: Any) -> None:
    """Play every decision of one batch; `sums` is decisions x arms x groups x sums x runs.

    Whatever needs no more than a part of the town is done part by part, while the part is in the cache.
    """
    parts = blocks(town)
    make_citizens(rows, town, m, desk, parts)
    for decision in range(1, len(sums) + 1):
        play_first_half(rows, town, m, desk, parts, decision)
        play_second_half(rows, left, town, m, desk, parts, sums[decision - 1], decision)


def make_citizens(rows: Any, town: Any, m: Any, desk: Any, parts: Any) -> None:
    """Make everybody, and the body itself, as they are before the first decision."""
    for arm in range(len(rows)):
        m.responsiveness[arm, :] = numbers_of(rows[arm]).responsiveness_start
    for spans in parts:
        for group, begin, end in spans:
            first_phase(rows, town, m, desk, group, begin, end)


def play_first_half(rows: Any, town: Any, m: Any, desk: Any, parts: Any, decision: int) -> None:
    """Play events 1 to 5 of a decision, up to the moved plan."""
    for k in range(BLOCK):
        desk.draft[k] = town.drafts[decision - 1, k & (town.lanes - 1)]
    for spans in parts:
        hear_and_judge(rows, town, m, desk, spans, decision)
    for arm in range(len(rows)):
        give_seats(rows, town, m, arm, decision)
    m.wish[:] = 0.0
    for spans in parts:
        come_together(rows, town, m, desk, spans, decision)
    for arm in range(len(rows)):
        move_plans(rows, town, m, arm, decision)


def hear_and_judge(rows: Any, town: Any, m: Any, desk: Any, spans: Any, decision: int) -> None:
    """Play events 1 and 2 and the willing of event 4 in a part of the town."""
    for group, begin, end in spans:
        tell_phase(rows, town, m, desk, decision, group, begin, end)
    for arm in range(len(rows)):
        word_of_mouth(town, m, arm, spans)
    for group, begin, end in spans:
        topic_phase(rows, town, m, desk, decision, group, begin, end)


def come_together(rows: Any, town: Any, m: Any, desk: Any, spans: Any, decision: int) -> None:
    """Play event 5 in a part of the town, up to what the participants wish."""
    for arm in range(len(rows)):
        meet(town, m, arm, spans)
    for group, begin, end in spans:
        wish_phase(rows, town, m, desk, decision, group, begin, end)


def play_second_half(
    rows: Any, left: Any, town: Any, m: Any, desk: Any, parts: Any, sums: Any, decision: int
) -> None:
    """Play events 5 to 11 of a decision, once the plan stands."""
    for spans in parts:
        for group, begin, end in spans:
            verdict_phase(rows, left, town, m, desk, sums, decision, group, begin, end)
    learn_phase(rows, town, m, sums)
