"""The compiled ensemble's loops: the schedule on flat arrays, several runs side by side.

Element `citizen * lanes + lane` of an array belongs to one citizen in one run. Work goes through in
blocks that stay in the fastest cache; all arms of a block share its luck. Less-heard people come first,
so a block knows its group. Every formula is a rule from elsewhere; here is only the order.
"""

from typing import Any

import numpy as np

from coprod_sim import draws
from coprod_sim.assumptions import Assumptions
from coprod_sim.compiled import compiled, tuple_of
from coprod_sim.engagement.dials import Dials
from coprod_sim.five_steps import awareness, buy_in, expectations, feedback, performance
from coprod_sim.model import rules
from coprod_sim.model.schedule import WORD_OF_MOUTH_ROUNDS
from coprod_sim.model.sums import PLACE, SUMS

BLOCK = 256
"""Elements of a block, a multiple of the lanes."""
DIALS, NUMBERS = len(Dials._fields), len(Assumptions._fields)
STRENGTH, REACH, AT, PER_MENTION = (DIALS + NUMBERS + k for k in range(4))
LOT_BINS = 254
BINS_PER_UNIT = 64.0
ROWS = len(SUMS)
MERIT, DRAFT_MERIT, ACCEPTED = PLACE["merit"], PLACE["draft_merit"], PLACE["acceptance"]
ZERO_U8, ONE_U8, TWO_U8 = np.uint8(0), np.uint8(1), np.uint8(2)
TOLD, TOPIC, VERDICT, FIRST_DAY = (
    np.uint64(k) for k in (draws.TOLD, draws.TOPIC, draws.VERDICT, draws.FIRST_DAY)
)


def dials_of(row: Any) -> Dials:
    """Read the dials from an arm's row."""
    return Dials(*tuple_of(row[:DIALS], DIALS))


def numbers_of(row: Any) -> Assumptions:
    """Read the assumptions from an arm's row."""
    return Assumptions(*tuple_of(row[DIALS : DIALS + NUMBERS], NUMBERS))


def draw_block(
    luck: Any, begin: int, size: int, shift: Any, first_run: Any, decision: Any, purpose: Any, key: Any
) -> None:
    """Draw the four words of a block's luck for a purpose."""
    first = np.uint64(begin)
    lane = (np.uint64(1) << shift) - np.uint64(1)
    for k in range(size):
        place = first + np.uint64(k)
        a, b, c, d = draws.philox(
            place >> shift, decision, first_run + (place & lane), purpose, key[0], key[1]
        )
        luck[0, k], luck[1, k], luck[2, k], luck[3, k] = a, b, c, d


def look_up(table: Any, luck: Any, out: Any, size: int) -> None:
    """Look a block of words up in a quantile table."""
    for k in range(size):
        out[k] = draws.from_table(table, luck[k])


def first_day(trust: Any, expected: Any, hope: Any, p: Any) -> None:
    """Make a block of citizens as they are before the first decision."""
    for k in range(len(trust)):
        expected[k] = rules.first_expected_influence(trust[k], hope[k], p)


def tell(luck: Any, patience: Any, aware: Any, needed: Any, reach: float, per_mention: float) -> None:
    """Event 2, first part: some are told; for the others, how many mentions they need."""
    for k in range(len(aware)):
        aware[k] = np.uint8(awareness.told(draws.uniform(luck[k]), reach))
    for k in range(len(aware)):
        needed[k] = np.uint8(np.int32(draws.mentions_needed(patience[k], per_mention)))


def count_among_contacts(start: Any, links: Any, flags: Any, out: Any, first: int, size: int) -> None:
    """Count a flag among the contacts of a block of citizens; a word holds one byte for each run."""
    for i in range(size):
        count = flags[0] ^ flags[0]
        for link in range(start[first + i], start[first + i + 1]):
            count += flags[links[link]]
        out[i] = count


def hear(needed: Any, mentions: Any) -> None:
    """Event 2, word of mouth: mentions wear down the number still needed."""
    for k in range(len(needed)):
        needed[k] = needed[k] - mentions[k] if needed[k] > mentions[k] else ZERO_U8


def notice(aware: Any, needed: Any) -> None:
    """Event 2, end of a round: who needs no more mentions is aware."""
    for k in range(len(aware)):
        aware[k] = ONE_U8 if needed[k] == ZERO_U8 else aware[k]


def start_topic(
    knowledge: Any, hearsay: Any, know: Any, hear_luck: Any, head_start: float, fresh: bool, p: Any
) -> None:
    """Event 1: what is kept from the last topic, and what is new."""
    if fresh:
        for k in range(len(knowledge)):
            knowledge[k] = rules.fresh_knowledge(know[k], head_start, p)
            hearsay[k] = rules.fresh_hearsay(hear_luck[k], p)
    else:
        for k in range(len(knowledge)):
            knowledge[k] = rules.carried_knowledge(knowledge[k], know[k], head_start, p)
            hearsay[k] = rules.carried_hearsay(hearsay[k], hear_luck[k], p)


def decide_to_come(
    knowledge: Any, hearsay: Any, trust: Any, expected: Any, view: Any, aware: Any, willing: Any,
    ideal_luck: Any, draft: Any, ready_luck: Any, ready: Any, lot: Any, mean: float, connected: float, weight: float,
    d: Any, p: Any,
) -> None:
    """Events 1, 2 and 4: judge the draft, learn from open information, and want to come or not.

    A willing person's byte is 1 plus the bin of their lot; everybody else's is 0.
    """
    for k in range(len(view)):
        here = aware[k] != ZERO_U8
        know = awareness.learn_openly(knowledge[k], here, trust[k], d.openness, p)
        truth = rules.merit(draft[k], rules.ideal_point(ideal_luck[k], mean, p), p)
        seen = rules.judged(know, truth, hearsay[k])
        chance = buy_in.readiness(seen, expected[k], connected, d.buy_in, p)
        knowledge[k], view[k] = know, seen
        ready[k] = 1.0 if draws.uniform(ready_luck[k]) < chance else 0.0
    for k in range(len(view)):
        comes = (ready[k] > 0.0) & (aware[k] != ZERO_U8) & (d.asked > 0.0)
        place = np.int32(min(lot[k] / weight * BINS_PER_UNIT, LOT_BINS - 1.0))
        willing[k] = np.uint8(place + 1) if comes else ZERO_U8


def find_last_bins(part: Any, lanes: int, seats: int, bins: Any, last: Any, spare: Any) -> None:
    """Find, for each run, the bin of lots in which the seats run out, and the seats left for it."""
    bins[:] = 0
    for i in range(0, len(part), lanes):
        for lane in range(lanes):
            bins[lane, part[i + lane]] += 1
    for lane in range(lanes):
        k, taken = 1, 0
        while k <= LOT_BINS and taken + bins[lane, k] <= seats:
            taken += bins[lane, k]
            k += 1
        last[lane], spare[lane] = k, seats - taken


def mark_seats(part: Any, last: Any) -> None:
    """Turn lot bins into flags: 1 is in, 0 is out, 2 is to be settled."""
    for k in range(len(part)):
        edge = last[k % len(last)]
        inside = (part[k] > ZERO_U8) & (part[k] < edge)
        part[k] = ONE_U8 if inside else (TWO_U8 if part[k] == edge else ZERO_U8)


def settle_seats(
    part: Any, lane: int, lanes: int, spare: int, weights: Any, less_heard: int, run: Any,
    decision: Any, table: Any, key: Any,
) -> None:
    """Give a run's last seats to the lowest lots in the bin where they run out; ties to the first."""
    lots, places = [0.0 for _ in range(0)], [0 for _ in range(0)]
    for i in range(len(part) // lanes):
        place = i * lanes + lane
        if part[place] == TWO_U8:
            word = draws.philox(np.uint64(i), decision, run, TOLD, key[0], key[1])[2]
            lots.append(draws.from_table(table, word) / weights[0 if i < less_heard else 1])
            places.append(place)
            part[place] = ZERO_U8
    order = np.argsort(np.array(lots), kind="mergesort")
    for k in range(min(spare, len(places))):
        part[places[order[k]]] = ONE_U8


def wishes(part: Any, ideal_luck: Any, mean: float, p: Any, wish: Any, here: Any) -> None:
    """Event 5: what each participant of a block wishes, and that they are there."""
    for k in range(len(part)):
        comes = part[k] != ZERO_U8
        wish[k] = rules.ideal_point(ideal_luck[k], mean, p) if comes else 0.0
        here[k] = 1.0 if comes else 0.0


def ask_contacts(
    start: Any, links: Any, view: Any, out: Any, first: int, size: int, lanes: int
) -> None:
    """Event 7: the mean first view among the contacts of each citizen of a block."""
    for i in range(size):
        begin, end = start[first + i], start[first + i + 1]
        weight = 1.0 / max(end - begin, 1)
        if lanes == 8:
            a = b = c = d = e = f = g = h = 0.0
            for link in range(begin, end):
                j = np.uint64(links[link]) * np.uint64(8)
                a += view[j]
                b += view[j + np.uint64(1)]
                c += view[j + np.uint64(2)]
                d += view[j + np.uint64(3)]
                e += view[j + np.uint64(4)]
                f += view[j + np.uint64(5)]
                g += view[j + np.uint64(6)]
                h += view[j + np.uint64(7)]
            k = i * 8
            out[k], out[k + 1], out[k + 2], out[k + 3] = a * weight, b * weight, c * weight, d * weight
            k += 4
            out[k], out[k + 1], out[k + 2], out[k + 3] = e * weight, f * weight, g * weight, h * weight
        else:
            for lane in range(lanes):
                a = 0.0
                for link in range(begin, end):
                    a += view[np.int64(links[link]) * lanes + lane]
                out[i * lanes + lane] = a * weight
        if begin == end:
            for lane in range(lanes):
                out[i * lanes + lane] = view[(first + i) * lanes + lane]


def learn_and_see(
    knowledge: Any, trust: Any, part: Any, met: Any, left: Any, reach: Any, got_it: Any, seen: Any,
    realised: Any, to_others: float, d: Any, p: Any,
) -> None:
    """Events 5 and 6 for each citizen: learn together, from participants, from feedback; see influence."""
    for k in range(len(knowledge)):
        here = part[k] != ZERO_U8
        know = performance.learn_together(knowledge[k], here, d.performance, d.openness, p)
        know = performance.learn_from_participants(know, left[met[k]])
        got = feedback.reached(draws.uniform(reach[k]), here, d.feedback, to_others)
        knowledge[k] = feedback.learn_from_feedback(know, got, d.openness, p)
        seen[k] = feedback.seen_influence(got, here, realised[k], trust[k], p)
        got_it[k] = 1.0 if got else 0.0


def mislead(hearsay: Any, knowledge: Any, shown: Any, strength: float, reach: float) -> None:
    """Event 7, campaign: those exposed are misled, the less they know the more."""
    for k in range(len(hearsay)):
        exposed = draws.uniform(shown[k]) < reach
        hearsay[k] = rules.misled(hearsay[k], exposed, strength, knowledge[k])


def chat(hearsay: Any, contacts: Any, p: Any) -> None:
    """Event 7, talk: contacts' views pull at hearsay."""
    for k in range(len(hearsay)):
        hearsay[k] = rules.talked_over(hearsay[k], contacts[k], p)


def judge_and_answer(
    trust: Any, expected: Any, knowledge: Any, hearsay: Any, aware: Any, part: Any, view: Any,
    seen: Any, got_it: Any, ideal_luck: Any, felt: Any, vote: Any, draft: Any, plan: Any,
    offered: Any, mean: float, d: Any, p: Any, out: Any,
) -> None:
    """Events 7 to 10: judge the plan, feel fairly treated or not, accept or not, learn to trust or not."""
    for k in range(len(trust)):
        here, knows = part[k] != ZERO_U8, aware[k] != ZERO_U8
        ideal = rules.ideal_point(ideal_luck[k], mean, p)
        truth, draft_truth = rules.merit(plan[k], ideal, p), rules.merit(draft[k], ideal, p)
        believed = rules.judged(knowledge[k], truth, hearsay[k])
        hoped = expectations.hoped_influence(expected[k], offered[k], d.expectations, p)
        gap = rules.disappointment(hoped, seen[k], here, knows, d.asked, p)
        got = got_it[k] > 0.0
        treatment = rules.good_treatment(
            here, knows, got, seen[k], d.asked, d.openness, d.buy_in, p
        )
        fair = rules.felt_fairness(trust[k], treatment, gap, felt[k], p)
        chance = rules.acceptance(believed, fair, trust[k], p)
        trust[k] = rules.learned_trust(trust[k], fair, believed, here, knows, p)
        expected[k] = rules.learned_influence(expected[k], seen[k], here, knows, p)
        out[0, k] = chance
        out[1, k] = 1.0 if draws.uniform(vote[k]) < chance else 0.0
        out[2, k] = trust[k]
        out[3, k] = knowledge[k]
        out[4, k] = fair
        out[5, k] = truth
        out[6, k] = draft_truth
        out[7, k] = rules.reasoned(chance, truth)
        out[8, k] = 1.0 if truth < 0.0 else 0.0
        out[9, k] = chance if truth < 0.0 else 0.0
        out[10, k] = 1.0 if knows else 0.0
        out[11, k] = 1.0 if here else 0.0
        out[12, k] = got_it[k]
        out[13, k] = expected[k]
        against = view[k] < 0.0
        out[14, k] = 1.0 if against else 0.0
        out[15, k] = 1.0 if against & here else 0.0


def add_up(values: Any, into: Any, lanes: int) -> None:
    """Add a block to the sums of its group, from the first citizen to the last."""
    if lanes == 8:
        a, b, c, d = into[0], into[1], into[2], into[3]
        e, f, g, h = into[4], into[5], into[6], into[7]
        for k in range(0, len(values), 8):
            a += values[k]
            b += values[k + 1]
            c += values[k + 2]
            d += values[k + 3]
            e += values[k + 4]
            f += values[k + 5]
            g += values[k + 6]
            h += values[k + 7]
        into[0], into[1], into[2], into[3] = a, b, c, d
        into[4], into[5], into[6], into[7] = e, f, g, h
    else:
        for lane in range(lanes):
            a = into[lane]
            for k in range(lane, len(values), lanes):
                a += values[k]
            into[lane] = a
