"""The rules of the first half of a decision, each loop a stretch of events on one block of citizens.

Loops are as long as nothing in between has to be known of other people: what a rule finds stays in the
processor's registers for the next one. See `kernel` for the shape of arrays.
"""

from typing import Any

from coprod_sim import draws
from coprod_sim.five_steps import awareness, buy_in, performance
from coprod_sim.model import rules
from coprod_sim.model.kernel import ONE_U8, ZERO_U8, constants_of, dials_of, numbers_of


def settle(surveyed: Any, town: Any, row: Any, home: Any, size: int) -> None:
    """What a block of citizens trusts of their own accord, in their towns."""
    p = numbers_of(row)
    for k in range(size):
        home[k] = rules.first_trust(surveyed[k], town[k], p)


def expect_at_first(trust: Any, expected: Any, hope: Any, row: Any) -> None:
    """What a block of citizens expects of having a say before the first decision."""
    p = numbers_of(row)
    for k in range(len(trust)):
        expected[k] = rules.first_expected_influence(trust[k], hope[k], p)


def start_topic(
    knowledge: Any,
    hearsay: Any,
    know: Any,
    hear_luck: Any,
    head_start: float,
    fresh: bool,
    row: Any,
) -> None:
    """Event 1: what is kept from the last topic, and what is new."""
    p, c = numbers_of(row), constants_of(row)
    if fresh:
        for k in range(len(knowledge)):
            knowledge[k] = rules.fresh_knowledge(know[k], head_start)
            hearsay[k] = rules.fresh_hearsay(hear_luck[k], p)
    else:
        for k in range(len(knowledge)):
            knowledge[k] = rules.carried_knowledge(
                knowledge[k], know[k], head_start, c.knowledge_kept
            )
            hearsay[k] = rules.carried_hearsay(
                hearsay[k], hear_luck[k], c.hearsay_kept, c.hearsay_fresh, p
            )


def consider(
    passing: Any,
    lasting: Any,
    draft: Any,
    heat: Any,
    luck: Any,
    group: int,
    row: Any,
    trust: Any,
    expected: Any,
    aware: Any,
    knowledge: Any,
    hearsay: Any,
    view: Any,
    part: Any,
    opposed: Any,
) -> None:
    """Events 1, 2 and 4: learn from what is open, judge the draft, and want to take part or not.

    Until seats are given, the byte `part` is 1 for the willing.
    """
    d, p, c = dials_of(row), numbers_of(row), constants_of(row)
    mean = p.ideal_less_heard if group == 0 else p.ideal_well_connected
    invited = c.invited_less_heard if group == 0 else c.invited_well_connected
    for k in range(len(part)):
        heard = aware[k] != ZERO_U8
        ideal = rules.ideal_point(passing[k], lasting[k], mean, c.lasting, c.passing, p)
        known = awareness.learn_openly(knowledge[k], heard, d.openness, p)
        said = awareness.read_with_trust(hearsay[k], heard, trust[k], d.openness, p)
        judged = rules.judged(known, rules.merit(draft[k], ideal, p), said)
        pull = (1.0 - d.buy_in) * heat[k]
        chance = buy_in.readiness(judged, expected[k], trust[k], invited, pull, p)
        comes = (draws.uniform(luck[k]) < chance) & heard & (d.asked > 0.0)
        knowledge[k], hearsay[k], view[k] = known, said, judged
        part[k] = ONE_U8 if comes else ZERO_U8
        opposed[k] = ONE_U8 if judged < 0.0 else ZERO_U8


def meet(
    passing: Any,
    lasting: Any,
    lot: Any,
    chance: Any,
    group: int,
    row: Any,
    view: Any,
    part: Any,
    knowledge: Any,
    against: Any,
    ideals: Any,
    known: Any,
) -> None:
    """Events 4 and 5: of the willing, some get a seat; they learn.

    The last three are what participants add to the room: whether they see the draft as bad, what suits
    them, and what they know; 0 for everybody else.
    """
    d, p, c = dials_of(row), numbers_of(row), constants_of(row)
    mean = p.ideal_less_heard if group == 0 else p.ideal_well_connected
    for k in range(len(part)):
        seated = (part[k] != ZERO_U8) & (lot[k] < chance[k])
        ideal = rules.ideal_point(passing[k], lasting[k], mean, c.lasting, c.passing, p)
        learned = performance.learn_together(knowledge[k], seated, d.performance, d.openness, p)
        knowledge[k] = learned
        part[k] = ONE_U8 if seated else ZERO_U8
        against[k] = ONE_U8 if seated & (view[k] < 0.0) else ZERO_U8
        ideals[k] = ideal if seated else 0.0
        known[k] = learned if seated else 0.0
