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
    """Play every decision of one batch; `sums` is decisions x arms x groups x sums x runs."""
    spans = blocks(town)
    for arm in range(len(rows)):
        m.responsiveness[arm, :] = numbers_of(rows[arm]).responsiveness_start
    for group, begin, end in spans:
        first_phase(rows, town, m, desk, group, begin, end)
    for decision in range(1, len(sums) + 1):
        play_first_half(rows, town, m, desk, spans, decision)
        for group, begin, end in spans:
            verdict_phase(
                rows, left, town, m, desk, sums[decision - 1], decision, group, begin, end
            )
        learn_phase(rows, town, m, sums[decision - 1])


def play_first_half(rows: Any, town: Any, m: Any, desk: Any, spans: Any, decision: int) -> None:
    """Play events 1 to 5 of a decision, up to the moved plan."""
    for k in range(BLOCK):
        desk.draft[k] = town.drafts[decision - 1, k & (town.lanes - 1)]
    m.wish[:] = 0.0
    for group, begin, end in spans:
        tell_phase(rows, town, m, desk, decision, group, begin, end)
    for arm in range(len(rows)):
        word_of_mouth(town, m, arm)
    for group, begin, end in spans:
        topic_phase(rows, town, m, desk, decision, group, begin, end)
    for arm in range(len(rows)):
        give_seats(rows, town, m, arm, decision)
    for group, begin, end in spans:
        wish_phase(rows, town, m, desk, decision, group, begin, end)
    for arm in range(len(rows)):
        move_plans(rows, town, m, arm, decision)
