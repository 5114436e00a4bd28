"""The compiled ensemble's loops: the schedule on flat arrays, several runs side by side.

Element `citizen * lanes + lane` of an array belongs to one citizen in one run. Work goes through in
blocks that stay in the second cache; all arms of a block share its luck. Less-heard people come first,
so a block knows its group. Every formula is a rule from elsewhere; here is only the order.
"""

from typing import Any

import numpy as np

from coprod_sim import draws
from coprod_sim.assumptions import Assumptions
from coprod_sim.compiled import field_reader
from coprod_sim.engagement.dials import Dials
from coprod_sim.five_steps import awareness, buy_in, expectations, feedback, performance
from coprod_sim.model import rules
from coprod_sim.model.setting import Constants
from coprod_sim.model.sums import SUMS

BLOCK = 2048
"""Elements of a block, a multiple of the lanes."""
DIALS, NUMBERS = len(Dials._fields), len(Assumptions._fields)
CONSTANTS = len(Constants._fields)
STRENGTH, REACH, AT = (DIALS + NUMBERS + CONSTANTS + k for k in range(3))
ROWS = len(SUMS)
ZERO_U8, ONE_U8, TWO_U8 = np.uint8(0), np.uint8(1), np.uint8(2)
TOLD, TOPIC, VERDICT, FIRST_DAY = (
    np.uint64(k) for k in (draws.TOLD, draws.TOPIC, draws.VERDICT, draws.FIRST_DAY)
)


dials_of = field_reader(Dials, 0)
numbers_of = field_reader(Assumptions, DIALS)
constants_of = field_reader(Constants, DIALS + NUMBERS)


def draw_block(
    one: Any,
    two: Any,
    three: Any,
    four: Any,
    begin: int,
    shift: Any,
    first_run: Any,
    decision: Any,
    purpose: Any,
    key: Any,
) -> None:
    """Draw the four words of a block's luck for a purpose."""
    first = np.uint64(begin)
    lane = (np.uint64(1) << shift) - np.uint64(1)
    for k in range(len(one)):
        place = first + np.uint64(k)
        one[k], two[k], three[k], four[k] = draws.philox(
            place >> shift, decision, first_run + (place & lane), purpose, key[0], key[1]
        )


def look_up(table: Any, luck: Any, out: Any, size: int) -> None:
    """Look a block of words up in a quantile table."""
    for k in range(size):
        out[k] = draws.from_table(table, luck[k])


def draw_uniform(luck: Any, out: Any, size: int) -> None:
    """Turn a block of words into numbers between 0 and 1."""
    for k in range(size):
        out[k] = draws.uniform(luck[k])


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


def tell(
    luck: Any, patience: Any, aware: Any, needed: Any, reach: float, per_mention: float
) -> None:
    """Event 2, first part: some are told; for the others, how many mentions they need.

    The byte `aware` is 2 for those who have not passed it on yet, then 1.
    """
    for k in range(len(aware)):
        aware[k] = TWO_U8 if awareness.told(draws.uniform(luck[k]), reach) else ZERO_U8
    for k in range(len(aware)):
        needed[k] = np.uint8(np.int32(draws.mentions_needed(patience[k], per_mention)))


def notice(aware: Any, needed: Any, knowing: Any) -> None:
    """Event 2, end of a round: each aware contact mentions it; who needs no more is newly aware."""
    for k in range(len(aware)):
        needed[k] = ZERO_U8 if awareness.hears(needed[k], knowing[k]) else needed[k] - knowing[k]
    for k in range(len(aware)):
        fresh = TWO_U8 if needed[k] == ZERO_U8 else ZERO_U8
        aware[k] = fresh if aware[k] == ZERO_U8 else ONE_U8


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


def read_openly(knowledge: Any, hearsay: Any, aware: Any, trust: Any, row: Any) -> None:
    """Event 2, open information."""
    d, p = dials_of(row), numbers_of(row)
    for k in range(len(knowledge)):
        heard = aware[k] != ZERO_U8
        knowledge[k] = awareness.learn_openly(knowledge[k], heard, d.openness, p)
        hearsay[k] = awareness.read_with_trust(hearsay[k], heard, trust[k], d.openness, p)


def find_ideals(passing: Any, lasting: Any, mean: float, row: Any, ideal: Any, size: int) -> None:
    """What suits everybody on this topic."""
    p, c = numbers_of(row), constants_of(row)
    for k in range(size):
        ideal[k] = rules.ideal_point(passing[k], lasting[k], mean, c.lasting, c.passing, p)


def find_merit(ideal: Any, plan: Any, row: Any, merit: Any) -> None:
    """What a plan is worth to everybody."""
    p = numbers_of(row)
    for k in range(len(merit)):
        merit[k] = rules.merit(plan[k], ideal[k], p)


def add_the_rest(part: Any, work: Any, cost: Any, merit: Any) -> None:
    """Event 5: what a plan is worth beside where it stands."""
    for k in range(len(merit)):
        borne = 0.0 if part[k] != ZERO_U8 else cost[k]
        merit[k] = merit[k] + work[k] - borne


def judge(knowledge: Any, merit: Any, hearsay: Any, judged: Any) -> None:
    """The merit everybody sees."""
    for k in range(len(judged)):
        judged[k] = rules.judged(knowledge[k], merit[k], hearsay[k])


def live_with(merit: Any, row: Any, seen: Any) -> None:
    """Event 7: part of the outcome is lived; `seen` holds what was judged."""
    p = numbers_of(row)
    for k in range(len(seen)):
        seen[k] = rules.seen_outcome(seen[k], merit[k], p)


def be_ready(
    view: Any,
    expected: Any,
    trust: Any,
    luck: Any,
    heat: Any,
    invited: float,
    row: Any,
    ready: Any,
) -> None:
    """Event 4: who would come, if aware and asked."""
    d, p = dials_of(row), numbers_of(row)
    for k in range(len(ready)):
        pull = (1.0 - d.buy_in) * heat[k]
        chance = buy_in.readiness(view[k], expected[k], trust[k], invited, pull, p)
        ready[k] = 1.0 if draws.uniform(luck[k]) < chance else 0.0


def be_willing(ready: Any, aware: Any, asked: float, part: Any) -> None:
    """Event 4: the byte `part` and `ready` are 1 for the willing, else 0."""
    for k in range(len(part)):
        willing = (ready[k] * asked > 0.0) & (aware[k] != ZERO_U8)
        part[k] = ONE_U8 if willing else ZERO_U8
        ready[k] = 1.0 if willing else 0.0


def sit_down(part: Any, lot: Any, chance: Any) -> None:
    """Event 4, seats: of the willing, those take part whose lot is below their group's chance."""
    for k in range(len(part)):
        seated = (part[k] != ZERO_U8) & (lot[k] < chance[k])
        part[k] = ONE_U8 if seated else ZERO_U8


def learn_together(knowledge: Any, part: Any, row: Any) -> None:
    """Event 5: participants learn."""
    d, p = dials_of(row), numbers_of(row)
    for k in range(len(knowledge)):
        knowledge[k] = performance.learn_together(
            knowledge[k], part[k] != ZERO_U8, d.performance, d.openness, p
        )


def only_there(values: Any, part: Any, out: Any) -> None:
    """Event 5: a value where somebody takes part, 0 elsewhere."""
    for k in range(len(part)):
        out[k] = values[k] if part[k] != ZERO_U8 else 0.0


def hear_back(
    knowledge: Any, part: Any, luck: Any, got_it: Any, to_others: float, row: Any
) -> None:
    """Event 6: feedback reaches some, who learn."""
    d, p = dials_of(row), numbers_of(row)
    for k in range(len(knowledge)):
        got = feedback.reached(draws.uniform(luck[k]), part[k] != ZERO_U8, d.feedback, to_others)
        knowledge[k] = feedback.learn_from_feedback(knowledge[k], got, d.openness, p)
        got_it[k] = 1.0 if got else 0.0


def see_influence(got_it: Any, realised: Any, trust: Any, row: Any, seen: Any) -> None:
    """Event 6: the influence everybody believes the public had."""
    p = numbers_of(row)
    for k in range(len(seen)):
        seen[k] = feedback.seen_influence(got_it[k] > 0.0, realised[k], trust[k], p)


def mislead(hearsay: Any, knowledge: Any, shown: Any, strength: float, reach: float) -> None:
    """Event 7, campaign: those exposed are misled, the less they know the more."""
    for k in range(len(hearsay)):
        exposed = draws.uniform(shown[k]) < reach
        hearsay[k] = rules.misled(hearsay[k], exposed, strength, knowledge[k])


def chat(hearsay: Any, contacts: Any, row: Any) -> None:
    """Event 7, talk: contacts' views pull at hearsay."""
    p = numbers_of(row)
    for k in range(len(hearsay)):
        hearsay[k] = rules.talked_over(hearsay[k], contacts[k], p)


def miss(expected: Any, offered: Any, seen: Any, part: Any, aware: Any, row: Any, gap: Any) -> None:
    """Event 8: what everybody misses of the influence they had hoped for."""
    d, p = dials_of(row), numbers_of(row)
    for k in range(len(gap)):
        hoped = expectations.hoped_influence(expected[k], offered[k], d.expectations, p)
        gap[k] = rules.disappointment(
            hoped, seen[k], part[k] != ZERO_U8, aware[k] != ZERO_U8, d.asked, p
        )


def be_treated(
    part: Any, aware: Any, got_it: Any, seen: Any, outside: Any, row: Any, treatment: Any
) -> None:
    """Event 8: how well everybody was treated."""
    d, p = dials_of(row), numbers_of(row)
    for k in range(len(treatment)):
        treatment[k] = rules.good_treatment(
            part[k] != ZERO_U8,
            aware[k] != ZERO_U8,
            got_it[k] > 0.0,
            seen[k],
            outside[k],
            d.openness,
            p,
        )


def find_pull(aware: Any, row: Any, pull: Any) -> None:
    """Event 8: how much the outcome colours everybody's felt fairness."""
    d, p = dials_of(row), numbers_of(row)
    for k in range(len(aware)):
        pull[k] = rules.outcome_pull(aware[k] != ZERO_U8, d.openness, p)


def feel(
    trust: Any, pull: Any, seen_merit: Any, treatment: Any, gap: Any, luck: Any, row: Any, out: Any
) -> None:
    """Event 8: how fairly everybody feels treated."""
    p = numbers_of(row)
    for k in range(len(out)):
        colour = pull[k] * seen_merit[k]
        out[k] = rules.felt_fairness(trust[k], colour, treatment[k], gap[k], luck[k], p)


def find_chance(seen_merit: Any, fairness: Any, trust: Any, row: Any, chance: Any) -> None:
    """Event 9: the chance that everybody accepts."""
    p = numbers_of(row)
    for k in range(len(chance)):
        chance[k] = rules.acceptance(seen_merit[k], fairness[k], trust[k], p)


def be_informed(
    merit: Any, seen_merit: Any, fairness: Any, pull: Any, trust: Any, row: Any, out: Any
) -> None:
    """Event 9: the chance that everybody would accept who knew the plan fully."""
    p = numbers_of(row)
    for k in range(len(out)):
        out[k] = rules.informed_acceptance(
            merit[k], seen_merit[k], fairness[k], pull[k], trust[k], p
        )


def vote(luck: Any, chance: Any, votes: Any) -> None:
    """Event 9: one draw against the chance."""
    for k in range(len(votes)):
        votes[k] = 1.0 if draws.uniform(luck[k]) < chance[k] else 0.0


def learn_trust(
    trust: Any, home: Any, fairness: Any, seen_merit: Any, aware: Any, row: Any, out: Any
) -> None:
    """Event 10: trust afterwards."""
    p, c = numbers_of(row), constants_of(row)
    for k in range(len(trust)):
        out[k] = trust[k] = rules.learned_trust(
            trust[k],
            home[k],
            fairness[k],
            seen_merit[k],
            aware[k] != ZERO_U8,
            c.trust_kept,
            p,
        )


def learn_influence(
    expected: Any, seen: Any, part: Any, aware: Any, got_it: Any, row: Any, out: Any
) -> None:
    """Event 10: expected influence afterwards."""
    d, p = dials_of(row), numbers_of(row)
    for k in range(len(expected)):
        out[k] = expected[k] = rules.learned_influence(
            expected[k],
            seen[k],
            part[k] != ZERO_U8,
            aware[k] != ZERO_U8,
            got_it[k] > 0.0,
            d.asked,
            p,
        )


def compare_answers(
    chance: Any, informed: Any, squared: Any, squared_informed: Any, both: Any
) -> None:
    """What the agreement of both answers is worked out from."""
    for k in range(len(chance)):
        squared[k] = chance[k] * chance[k]
        squared_informed[k] = informed[k] * informed[k]
        both[k] = chance[k] * informed[k]
