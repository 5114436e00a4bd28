"""The compiled ensemble's loops: the schedule on flat arrays, several runs side by side.

Element `citizen * lanes + lane` of an array belongs to one citizen in one run. Work goes through in
blocks that stay in the second cache; all arms of a block share its luck. Less-heard people come first,
so a block knows its group. Every formula is a rule from elsewhere; here is only the order.
"""

from typing import Any

import numpy as np

from coprod_sim import draws
from coprod_sim.assumptions import Assumptions
from coprod_sim.compiled import field_reader, wide
from coprod_sim.engagement.dials import Dials
from coprod_sim.five_steps import awareness, buy_in, expectations, feedback, performance
from coprod_sim.model import rules
from coprod_sim.model.sums import SUMS

BLOCK = 2048
"""Elements of a block, a multiple of the lanes."""
DIALS, NUMBERS = len(Dials._fields), len(Assumptions._fields)
STRENGTH, REACH, AT, PER_MENTION = (DIALS + NUMBERS + k for k in range(4))
ROWS = len(SUMS)
ZERO_U8, ONE_U8, TWO_U8 = np.uint8(0), np.uint8(1), np.uint8(2)
U1, U2, U3, U4, U5, U6, U7, EIGHT = (np.uint64(k) for k in range(1, 9))
TOLD, TOPIC, VERDICT, FIRST_DAY = (
    np.uint64(k) for k in (draws.TOLD, draws.TOPIC, draws.VERDICT, draws.FIRST_DAY)
)


dials_of = field_reader(Dials, 0)
numbers_of = field_reader(Assumptions, DIALS)


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


def pass_on(
    start: Any, links: Any, flags: Any, bit: Any, ones: Any, counts: Any, first: int, end: int
) -> None:
    """Let everybody count the contacts in a block who carry a flag, in all runs at once.

    A word holds a byte for each run; the flag is one bit of it (0: takes part, 1: newly aware).
    """
    for i in range(first, end):
        flagged = (flags[i] >> bit) & ones
        if flagged:
            for link in range(start[i], start[i + 1]):
                counts[links[np.uint64(link)]] += flagged


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
    p = numbers_of(row)
    if fresh:
        for k in range(len(knowledge)):
            knowledge[k] = rules.fresh_knowledge(know[k], head_start, p)
            hearsay[k] = rules.fresh_hearsay(hear_luck[k], p)
    else:
        for k in range(len(knowledge)):
            knowledge[k] = rules.carried_knowledge(knowledge[k], know[k], head_start, p)
            hearsay[k] = rules.carried_hearsay(hearsay[k], hear_luck[k], p)


def learn_openly(knowledge: Any, aware: Any, trust: Any, row: Any) -> None:
    """Event 2, open information."""
    d, p = dials_of(row), numbers_of(row)
    for k in range(len(knowledge)):
        knowledge[k] = awareness.learn_openly(
            knowledge[k], aware[k] != ZERO_U8, trust[k], d.openness, p
        )


def find_merit(ideal_luck: Any, plan: Any, mean: float, row: Any, merit: Any) -> None:
    """What a plan is worth to everybody."""
    p = numbers_of(row)
    for k in range(len(merit)):
        merit[k] = rules.merit(plan[k], rules.ideal_point(ideal_luck[k], mean, p), p)


def judge(knowledge: Any, merit: Any, hearsay: Any, judged: Any) -> None:
    """The merit everybody sees."""
    for k in range(len(judged)):
        judged[k] = rules.judged(knowledge[k], merit[k], hearsay[k])


def be_ready(view: Any, expected: Any, luck: Any, connected: float, row: Any, ready: Any) -> None:
    """Event 4: who would come, if aware and asked."""
    d, p = dials_of(row), numbers_of(row)
    for k in range(len(ready)):
        chance = buy_in.readiness(view[k], expected[k], connected, d.buy_in, p)
        ready[k] = 1.0 if draws.uniform(luck[k]) < chance else 0.0


def ask_contacts(
    start: Any, links: Any, view: Any, out: Any, first: int, size: int, lanes: int, gathered: Any
) -> None:
    """Event 7: the mean first view among the contacts of each citizen of a block."""
    if lanes == 1:
        gather(links[start[first] : start[first + size]], view, gathered)
    for i in range(size):
        begin, end = start[first + i], start[first + i + 1]
        if begin == end:
            for lane in range(lanes):
                out[i * lanes + lane] = view[(first + i) * lanes + lane]
        elif lanes == 8:
            add_eight(links, begin, end, view, out, np.uint64(i) * EIGHT, 1.0 / (end - begin))
        else:
            a = 0.0
            for link in range(begin, end):
                a += gathered[np.uint64(link - start[first])]
            out[i] = a * (1.0 / (end - begin))


def gather(links: Any, values: Any, out: Any) -> None:
    """Fetch a value for every link, with nothing else in the loop to hold memory up."""
    for k in range(len(links)):
        out[k] = values[links[k]]


@wide("void(u4[::1], u4, u4, f8[::1], f8[::1], u8, f8)")
def add_eight(links: Any, begin: Any, end: Any, view: Any, out: Any, k: Any, weight: float) -> None:
    """Average a value over a citizen's contacts in eight runs at once."""
    a = b = c = d = e = f = g = h = 0.0
    for link in range(begin, end):
        j = np.uint64(links[np.uint64(link)]) * EIGHT
        a += view[j]
        b += view[j + U1]
        c += view[j + U2]
        d += view[j + U3]
        e += view[j + U4]
        f += view[j + U5]
        g += view[j + U6]
        h += view[j + U7]
    out[k], out[k + U1], out[k + U2], out[k + U3] = a * weight, b * weight, c * weight, d * weight
    out[k + U4], out[k + U5] = e * weight, f * weight
    out[k + U6], out[k + U7] = g * weight, h * weight


def learn_together(knowledge: Any, part: Any, met: Any, left: Any, row: Any) -> None:
    """Event 5: participants learn, and their contacts from them."""
    d, p = dials_of(row), numbers_of(row)
    for k in range(len(knowledge)):
        know = performance.learn_together(
            knowledge[k], part[k] != ZERO_U8, d.performance, d.openness, p
        )
        knowledge[k] = performance.learn_from_participants(know, left[met[k]])


def hear_back(
    knowledge: Any, part: Any, luck: Any, got_it: Any, to_others: float, row: Any
) -> None:
    """Event 6: feedback reaches some, who learn."""
    d, p = dials_of(row), numbers_of(row)
    for k in range(len(knowledge)):
        got = feedback.reached(draws.uniform(luck[k]), part[k] != ZERO_U8, d.feedback, to_others)
        knowledge[k] = feedback.learn_from_feedback(knowledge[k], got, d.openness, p)
        got_it[k] = 1.0 if got else 0.0


def see_influence(got_it: Any, part: Any, realised: Any, trust: Any, row: Any, seen: Any) -> None:
    """Event 6: the influence everybody believes the public had."""
    p = numbers_of(row)
    for k in range(len(seen)):
        seen[k] = feedback.seen_influence(
            got_it[k] > 0.0, part[k] != ZERO_U8, realised[k], trust[k], p
        )


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


def be_treated(part: Any, aware: Any, got_it: Any, seen: Any, row: Any, treatment: Any) -> None:
    """Event 8: how well everybody was treated."""
    d, p = dials_of(row), numbers_of(row)
    for k in range(len(treatment)):
        treatment[k] = rules.good_treatment(
            part[k] != ZERO_U8,
            aware[k] != ZERO_U8,
            got_it[k] > 0.0,
            seen[k],
            d.asked,
            d.openness,
            d.buy_in,
            p,
        )


def feel(trust: Any, treatment: Any, gap: Any, luck: Any, row: Any, fairness: Any) -> None:
    """Event 8: how fairly everybody feels treated."""
    p = numbers_of(row)
    for k in range(len(fairness)):
        fairness[k] = rules.felt_fairness(trust[k], treatment[k], gap[k], luck[k], p)


def find_chance(believed: Any, fairness: Any, trust: Any, row: Any, chance: Any) -> None:
    """Event 9: the chance that everybody accepts."""
    p = numbers_of(row)
    for k in range(len(chance)):
        chance[k] = rules.acceptance(believed[k], fairness[k], trust[k], p)


def vote(luck: Any, chance: Any, votes: Any) -> None:
    """Event 9: one draw against the chance."""
    for k in range(len(votes)):
        votes[k] = 1.0 if draws.uniform(luck[k]) < chance[k] else 0.0


def learn_trust(
    trust: Any, fairness: Any, believed: Any, part: Any, aware: Any, row: Any, out: Any
) -> None:
    """Event 10: trust afterwards."""
    p = numbers_of(row)
    for k in range(len(trust)):
        out[k] = trust[k] = rules.learned_trust(
            trust[k], fairness[k], believed[k], part[k] != ZERO_U8, aware[k] != ZERO_U8, p
        )


def learn_influence(expected: Any, seen: Any, part: Any, aware: Any, row: Any, out: Any) -> None:
    """Event 10: expected influence afterwards."""
    p = numbers_of(row)
    for k in range(len(expected)):
        out[k] = expected[k] = rules.learned_influence(
            expected[k], seen[k], part[k] != ZERO_U8, aware[k] != ZERO_U8, p
        )


def reason(chance: Any, merit: Any, reasoned: Any, losers: Any, losers_accept: Any) -> None:
    """Reasoned judgement, who loses, and whether they accept."""
    for k in range(len(chance)):
        reasoned[k] = rules.reasoned(chance[k], merit[k])
        losers[k] = 1.0 if merit[k] < 0.0 else 0.0
        losers_accept[k] = chance[k] if merit[k] < 0.0 else 0.0


def flag(bytes_: Any, out: Any) -> None:
    """Turn flags into numbers to add up."""
    for k in range(len(bytes_)):
        out[k] = 1.0 if bytes_[k] != ZERO_U8 else 0.0


def oppose(view: Any, part: Any, opposed: Any, opposed_part: Any) -> None:
    """Who saw the draft as bad for them, and who of those took part."""
    for k in range(len(view)):
        against = view[k] < 0.0
        opposed[k] = 1.0 if against else 0.0
        opposed_part[k] = 1.0 if against & (part[k] != ZERO_U8) else 0.0


def copy(values: Any, out: Any) -> None:
    """Copy a block."""
    for k in range(len(values)):
        out[k] = values[k]


def add_up(values: Any, size: int, into: Any, lanes: int) -> None:
    """Add a block to the sums of its group, in the order of `arithmetic.total` (1 or 8 lanes)."""
    four = 4 * lanes
    full = (size + four - 1) // four * four
    for k in range(size, full):
        values[k] = 0.0
    if lanes == 8:
        add_up_eight(values[:full], into)
    else:
        a = into[0]
        for k in range(0, full, 4):
            a += (values[k] + values[k + 1]) + (values[k + 2] + values[k + 3])
        into[0] = a


@wide("void(f8[::1], f8[::1])")
def add_up_eight(v: Any, into: Any) -> None:
    """Add a block to the sums of its group in eight runs at once."""
    a, b, c, d = into[0], into[1], into[2], into[3]
    e, f, g, h = into[4], into[5], into[6], into[7]
    for i in range(len(v) >> 5):
        k = np.uint64(i) << np.uint64(5)
        a += (v[k] + v[k + np.uint64(8)]) + (v[k + np.uint64(16)] + v[k + np.uint64(24)])
        b += (v[k + np.uint64(1)] + v[k + np.uint64(9)]) + (
            v[k + np.uint64(17)] + v[k + np.uint64(25)]
        )
        c += (v[k + np.uint64(2)] + v[k + np.uint64(10)]) + (
            v[k + np.uint64(18)] + v[k + np.uint64(26)]
        )
        d += (v[k + np.uint64(3)] + v[k + np.uint64(11)]) + (
            v[k + np.uint64(19)] + v[k + np.uint64(27)]
        )
        e += (v[k + np.uint64(4)] + v[k + np.uint64(12)]) + (
            v[k + np.uint64(20)] + v[k + np.uint64(28)]
        )
        f += (v[k + np.uint64(5)] + v[k + np.uint64(13)]) + (
            v[k + np.uint64(21)] + v[k + np.uint64(29)]
        )
        g += (v[k + np.uint64(6)] + v[k + np.uint64(14)]) + (
            v[k + np.uint64(22)] + v[k + np.uint64(30)]
        )
        h += (v[k + np.uint64(7)] + v[k + np.uint64(15)]) + (
            v[k + np.uint64(23)] + v[k + np.uint64(31)]
        )
    into[0], into[1], into[2], into[3] = a, b, c, d
    into[4], into[5], into[6], into[7] = e, f, g, h
