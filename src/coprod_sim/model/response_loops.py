"""The rules of the second half of a decision, each loop an event on one block of citizens.

See `kernel` for the shape of arrays.
"""

from typing import Any

from coprod_sim import draws
from coprod_sim.five_steps import expectations, feedback
from coprod_sim.model import rules
from coprod_sim.model.kernel import ONE_U8, ZERO_U8, constants_of, dials_of, numbers_of


def weigh(
    passing: Any,
    lasting: Any,
    draft: Any,
    plan: Any,
    work: Any,
    cost: Any,
    group: int,
    row: Any,
    part: Any,
    merit: Any,
    draft_merit: Any,
) -> None:
    """Event 5: what plan and draft are really worth."""
    p, c = numbers_of(row), constants_of(row)
    mean = p.ideal_less_heard if group == 0 else p.ideal_well_connected
    for k in range(len(merit)):
        ideal = rules.ideal_point(passing[k], lasting[k], mean, c.lasting, c.passing, p)
        borne = 0.0 if part[k] != ZERO_U8 else cost[k]
        merit[k] = rules.merit(plan[k], ideal, p) + work[k] - borne
        draft_merit[k] = rules.merit(draft[k], ideal, p)


def hear_back(
    luck: Any,
    realised: Any,
    to_others: float,
    row: Any,
    trust: Any,
    part: Any,
    knowledge: Any,
    got_it: Any,
    seen: Any,
) -> None:
    """Event 6: feedback reaches some, who learn; and the influence everybody believes the public had."""
    d, p = dials_of(row), numbers_of(row)
    for k in range(len(seen)):
        got = feedback.reached(draws.uniform(luck[k]), part[k] != ZERO_U8, d.feedback, to_others)
        learned = feedback.learn_from_feedback(knowledge[k], got, d.openness, p)
        knowledge[k] = learned
        got_it[k] = ONE_U8 if got else ZERO_U8
        seen[k] = feedback.seen_influence(got, realised[k], trust[k], p)


def chat(hearsay: Any, contacts: Any, row: Any) -> None:
    """Event 7, talk: contacts' views pull at hearsay."""
    p = numbers_of(row)
    for k in range(len(hearsay)):
        hearsay[k] = rules.talked_over(hearsay[k], contacts[k], p)


def mislead(hearsay: Any, knowledge: Any, shown: Any, strength: float, reach: float) -> None:
    """Event 7, campaign: those exposed are misled, the less they know the more."""
    for k in range(len(hearsay)):
        exposed = draws.uniform(shown[k]) < reach
        hearsay[k] = rules.misled(hearsay[k], exposed, strength, knowledge[k])


def look_at(knowledge: Any, merit: Any, hearsay: Any, row: Any, seen_merit: Any) -> None:
    """Event 7: the final plan as everybody sees it."""
    p = numbers_of(row)
    for k in range(len(seen_merit)):
        judged = rules.judged(knowledge[k], merit[k], hearsay[k])
        seen_merit[k] = rules.seen_outcome(judged, merit[k], p)


def feel(
    expected: Any,
    offered: Any,
    seen: Any,
    outside: Any,
    got_it: Any,
    seen_merit: Any,
    luck: Any,
    row: Any,
    trust: Any,
    part: Any,
    aware: Any,
    pull: Any,
    fairness: Any,
) -> None:
    """Event 8: how fairly everybody feels treated, and how much the outcome colours it (`pull`)."""
    d, p = dials_of(row), numbers_of(row)
    for k in range(len(fairness)):
        there, heard = part[k] != ZERO_U8, aware[k] != ZERO_U8
        hoped = expectations.hoped_influence(expected[k], offered[k], d.expectations, p)
        gap = rules.disappointment(hoped, seen[k], there, heard, d.asked, p)
        treatment = rules.good_treatment(
            there, heard, got_it[k] != ZERO_U8, seen[k], outside[k], d.openness, p
        )
        weight = rules.outcome_pull(heard, d.openness, p)
        colour = weight * seen_merit[k]
        pull[k] = weight
        fairness[k] = rules.felt_fairness(trust[k], colour, treatment, gap, luck[k], p)


def weigh_fairness(
    seen_merit: Any, merit: Any, row: Any, weight: Any, informed_weight: Any
) -> None:
    """Event 9: how much fairness counts, for the plan as seen and as it is.

    A processor is done sooner with two short loops than with one in which all the rest waits for this.
    """
    p = numbers_of(row)
    for k in range(len(seen_merit)):
        weight[k] = rules.fairness_weight(seen_merit[k], p)
        informed_weight[k] = rules.fairness_weight(merit[k], p)


def answer(
    seen_merit: Any,
    merit: Any,
    fairness: Any,
    pull: Any,
    weight: Any,
    informed_weight: Any,
    luck: Any,
    row: Any,
    trust: Any,
    chance: Any,
    votes: Any,
    informed: Any,
    losers: Any,
    losers_accept: Any,
) -> None:
    """Event 9: the chance to accept, the vote, and the chance of those who knew the plan fully.

    The last two are who loses, and their chance.
    """
    p = numbers_of(row)
    for k in range(len(chance)):
        accepts = rules.chance_to_accept(seen_merit[k], weight[k], fairness[k], trust[k], p)
        chance[k] = accepts
        votes[k] = ONE_U8 if draws.uniform(luck[k]) < accepts else ZERO_U8
        knowing = rules.informed_fairness(merit[k], seen_merit[k], fairness[k], pull[k])
        informed[k] = rules.chance_to_accept(merit[k], informed_weight[k], knowing, trust[k], p)
        loses = merit[k] < 0.0
        losers[k] = ONE_U8 if loses else ZERO_U8
        losers_accept[k] = accepts if loses else 0.0


def learn(
    surveyed: Any,
    town: Any,
    fairness: Any,
    seen_merit: Any,
    seen: Any,
    got_it: Any,
    row: Any,
    aware: Any,
    part: Any,
    trust: Any,
    expected: Any,
) -> None:
    """Event 10: trust and expected influence afterwards."""
    d, p, c = dials_of(row), numbers_of(row), constants_of(row)
    for k in range(len(trust)):
        heard, home = aware[k] != ZERO_U8, rules.first_trust(surveyed[k], town[k], p)
        trust[k] = rules.learned_trust(
            trust[k], home, fairness[k], seen_merit[k], heard, c.trust_kept, p
        )
        expected[k] = rules.learned_influence(
            expected[k], seen[k], part[k] != ZERO_U8, heard, got_it[k] != ZERO_U8, d.asked, p
        )
