"""The NumPy driver: the order of events written out on arrays, one column for each run.

It is the readable form of the compiled ensemble, gives the same numbers to the last bit, stands in where
numba is missing, and shows every citizen where the ensemble only shows sums.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy import sparse

from coprod_sim import draws
from coprod_sim.arithmetic import total
from coprod_sim.five_steps import awareness, buy_in, expectations, feedback, performance
from coprod_sim.model import rules
from coprod_sim.model.buffers import LANES
from coprod_sim.model.schedule import SCHEDULE, WORD_OF_MOUTH_ROUNDS
from coprod_sim.model.setting import Arm, Setting
from coprod_sim.population.network import Network


@dataclass(kw_only=True)
class DecisionState:
    """Everything known at one moment, citizens x runs; events fill it in, in the order of the schedule."""

    home: Any
    trust: Any
    expected: Any
    home_responsiveness: Any
    responsiveness: Any
    heat: Any
    side: Any = None
    knowledge: Any = None
    hearsay: Any = None
    decision: int = 0
    found: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        """Read what an earlier event of this decision has found.

        Raises:
            AttributeError: when no event has found anything of that name.
        """
        try:
            return self.__dict__["found"][name]
        except KeyError:
            raise AttributeError(name) from None


class Batch:
    """One batch of runs: the people, their links, and their luck."""

    def __init__(self, setting: Setting, runs: np.ndarray, links: Network) -> None:
        self.setting, self.runs = setting, runs
        self.links = links
        people = setting.population
        self.citizens, self.less_heard = people.citizens, people.less_heard
        self.town = setting.town_luck(int(runs[0]), len(runs))
        self.number = np.arange(self.citizens)[:, None]
        degree = np.diff(links.start.astype(np.int64))
        self.weight = (1.0 / np.maximum(degree, 1))[:, None]
        self.alone = (degree == 0)[:, None]
        self.adjacency = sparse.csr_array(
            (np.ones(len(links.links)), links.links, links.start.astype(np.int64)),
            shape=(self.citizens, self.citizens),
        )
        own = self.luck(0, draws.FIRST_DAY)[2]
        self.lasting = draws.from_table(draws.luck_tables()[0], own)

    def luck(self, decision: int, purpose: int) -> Any:
        """Draw the four words of everybody's luck for a purpose."""
        return draws.words(self.setting.seed, self.number, decision, self.runs, purpose)

    def by_group(self, less_heard: Any, well_connected: Any) -> np.ndarray:
        """Give each group its own value, as a column, or as a row for each citizen."""
        wide = np.broadcast_shapes(np.shape(less_heard), np.shape(well_connected)) or (1,)
        rows = np.empty((self.citizens, *wide))
        rows[: self.less_heard], rows[self.less_heard :] = less_heard, well_connected
        return rows

    def among_contacts(self, values: np.ndarray) -> np.ndarray:
        """Add up a value over each citizen's contacts, smallest number first."""
        return self.adjacency @ values

    def counted(self, flags: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Count the less-heard and the well-connected who carry a flag, in each run."""
        less, well = flags[: self.less_heard], flags[self.less_heard :]
        return less.sum(axis=0).astype(np.float64), well.sum(axis=0).astype(np.float64)


def play(
    setting: Setting, arm: Arm | Sequence[Arm], runs: range, links: Network | None = None
) -> Iterator[DecisionState]:
    """Play the decisions of one batch of runs, giving everything known after each.

    Args:
        setting: the town, its decisions and the seed.
        arm: the way of involving people; a sequence gives each decision its own, and the last stays.
        runs: consecutive runs of one batch, because these share a network.
        links: that network, where it is at hand.

    Yields:
        The state after each decision, each array citizens x runs. It is one object, changed in place.
    """
    arms = (arm,) if isinstance(arm, Arm) else tuple(arm)
    links = links or setting.network(runs.start // LANES)
    batch = Batch(setting, np.arange(runs.start, runs.stop), links)
    state = first_day(batch, arms[0])
    for decision in range(1, setting.decisions + 1):
        play_decision(batch, arms[min(decision, len(arms)) - 1], state)
        yield state


def play_decision(batch: Batch, arm: Arm, state: DecisionState) -> None:
    """Play the next decision.

    Args:
        batch: the people, their links and their luck.
        arm: the way of involving people in this decision.
        state: everything known so far; changed in place.
    """
    state.decision += 1
    state.found = {
        "trust_before": state.trust,
        "expected_before": state.expected,
        "constants": batch.setting.constants(arm),
    }
    for event in EVENTS:
        event(batch, arm, state)


def first_day(batch: Batch, arm: Arm) -> DecisionState:
    """Make the citizens as they are before the first decision.

    Args:
        batch: the people, their links and their luck.
        arm: the way of involving people; only the numbers inside the rules are read.

    Returns:
        Trust and expected influence (citizens x runs), and what is particular to the towns (runs).
    """
    people, p = batch.setting.population, arm.p
    trust_luck, heat_luck, body_luck = batch.town.town
    trust_word, hope_word, _, _ = batch.luck(0, draws.FIRST_DAY)
    trust = rules.first_trust(people.surveyed(trust_word), trust_luck, p)
    hope = draws.from_table(draws.luck_tables()[0], hope_word)
    responsiveness = rules.first_responsiveness(body_luck, p)
    return DecisionState(
        home=trust,
        trust=trust,
        expected=rules.first_expected_influence(trust, hope, p),
        home_responsiveness=responsiveness,
        responsiveness=responsiveness,
        heat=rules.heat_here(batch.setting.heat, heat_luck, p),
    )


def meet_topic(batch: Batch, arm: Arm, state: DecisionState) -> None:
    """Event 1."""
    p, c, (normal, beta, _) = arm.p, state.constants, draws.luck_tables()
    ideal_word, knowledge_word, hearsay_word, state.found["ready_word"] = batch.luck(
        state.decision, draws.TOPIC
    )
    luck = batch.town.sides[state.decision - 1]
    first = state.decision == 1
    state.side = rules.first_side(luck) if first else rules.next_side(state.side, luck, p)
    mean = batch.by_group(p.ideal_less_heard, p.ideal_well_connected)
    start = batch.by_group(c.start_less_heard, c.start_well_connected)
    know, hear = draws.from_table(beta, knowledge_word), draws.from_table(normal, hearsay_word)
    if first:
        state.knowledge = rules.fresh_knowledge(know, start)
        state.hearsay = rules.fresh_hearsay(hear, p)
    else:
        state.knowledge = rules.carried_knowledge(state.knowledge, know, start, c.knowledge_kept)
        state.hearsay = rules.carried_hearsay(
            state.hearsay, hear, c.hearsay_kept, c.hearsay_fresh, p
        )
    passing = draws.from_table(normal, ideal_word)
    ideal = rules.ideal_point(passing, batch.lasting, mean, c.lasting, c.passing, p)
    draft = batch.setting.draft * state.side
    state.found |= {"ideal": ideal, "draft": draft, "draft_merit": rules.merit(draft, ideal, p)}


def hear_of_it(batch: Batch, arm: Arm, state: DecisionState) -> None:
    """Event 2."""
    d, p = arm.dials, arm.p
    told_word, patience_word, state.found["lot_word"], state.found["shown_word"] = batch.luck(
        state.decision, draws.TOLD
    )
    reach = batch.by_group(d.awareness * d.equal_access, d.awareness)
    aware = awareness.told(draws.uniform(told_word), reach)
    patience = draws.from_table(draws.luck_tables()[2], patience_word)
    needed = draws.mentions_needed(patience, state.constants.per_mention)
    mentions = np.zeros_like(needed)
    for _ in range(WORD_OF_MOUTH_ROUNDS):
        mentions += batch.among_contacts(aware.astype(np.float64))
        aware = aware | awareness.hears(needed, mentions)
    state.found["aware"] = aware
    state.knowledge = awareness.learn_openly(state.knowledge, aware, d.openness, p)
    state.hearsay = awareness.read_with_trust(state.hearsay, aware, state.trust, d.openness, p)


def set_expectations(batch: Batch, arm: Arm, state: DecisionState) -> None:  # noqa: ARG001
    """Event 3."""
    d, p = arm.dials, arm.p
    offered = expectations.offered_influence(d.influence, state.responsiveness, p)
    realised = d.asked * expectations.realised_influence(offered, d.expectations, p)
    hoped = expectations.hoped_influence(state.expected, offered, d.expectations, p)
    state.found |= {"realised": realised, "hoped": hoped}


def take_part(batch: Batch, arm: Arm, state: DecisionState) -> None:
    """Event 4."""
    d, p, c = arm.dials, arm.p, state.constants
    view = rules.judged(state.knowledge, state.draft_merit, state.hearsay)
    invited: Any = batch.by_group(c.invited_less_heard, c.invited_well_connected)
    pull = (1.0 - d.buy_in) * state.heat
    ready = buy_in.readiness(view, state.expected, state.trust, invited, pull, p)
    comes = draws.uniform(state.ready_word) < ready
    willing = state.aware & comes & (d.asked > 0.0)
    part = willing & (draws.uniform(state.lot_word) < seat_chances(batch, arm, willing))
    state.found |= {"view": view, "ready": ready, "willing": willing, "part": part}


def seat_chances(batch: Batch, arm: Arm, willing: np.ndarray) -> np.ndarray:
    """Give everybody's chance of a seat if they want one: the lot is stratified as far as buy-in reaches.

    Args:
        batch: the people and their groups.
        arm: the way of involving people.
        willing: who wants a seat: citizens x runs.

    Returns:
        Chances, citizens x runs; about as many people sit down as there are seats.
    """
    d, of_the_town = arm.dials, batch.setting.share_less_heard
    less, well = batch.counted(willing)
    kept = buy_in.seats_for_less_heard(less, well, d.seats, of_the_town, d.buy_in)
    return batch.by_group(
        buy_in.seat_chance(kept, less, d.seats), buy_in.seat_chance(d.seats - kept, well, d.seats)
    )


def work_together(batch: Batch, arm: Arm, state: DecisionState) -> None:
    """Event 5."""
    d, p, part = arm.dials, arm.p, state.part
    state.knowledge = performance.learn_together(
        state.knowledge, part, d.performance, d.openness, p
    )
    room = part.sum(axis=0).astype(np.float64)
    people = np.maximum(room, 1.0)
    ideal = by_group_total(batch, np.where(part, state.ideal, 0.0)) / people
    knowledge = by_group_total(batch, np.where(part, state.knowledge, 0.0)) / people
    step = performance.room_step(state.realised, room, p)
    wish = performance.room_wish(ideal, batch.town.errors[state.decision - 1], knowledge, p)
    plan = performance.moved_plan(state.draft, wish, step)
    unlike = unlikeness(batch, state, room)
    merit = rules.merit(plan, state.ideal, p)
    merit = merit + performance.workmanship(step, d.performance, d.openness, p)
    merit = merit - np.where(part, 0.0, performance.captured(step, unlike, p))
    outside = rules.voice_of_outsiders(d.buy_in, d.openness, room, unlike, p)
    state.found |= {"plan": plan, "merit": merit, "unlike": unlike, "outside": outside}


def unlikeness(batch: Batch, state: DecisionState, room: np.ndarray) -> np.ndarray:
    """Say how far the room differs from the town.

    Args:
        batch: the people and their groups.
        state: everything known so far.
        room: how many take part in each run.

    Returns:
        One number for each run, 0 for a room like the town.
    """
    opposed = state.view < 0.0
    return rules.unlikeness(
        batch.counted(state.part)[0],
        (opposed & state.part).sum(axis=0).astype(np.float64),
        room,
        batch.setting.share_less_heard,
        opposed.sum(axis=0) / batch.citizens,
    )


def give_feedback(batch: Batch, arm: Arm, state: DecisionState) -> None:
    """Event 6."""
    d, p = arm.dials, arm.p
    reach_word, felt_word, vote_word, _ = batch.luck(state.decision, draws.VERDICT)
    others = d.feedback * p.feedback_spreads
    to_others = batch.by_group(others * d.equal_access, others)
    got_it = feedback.reached(draws.uniform(reach_word), state.part, d.feedback, to_others)
    state.knowledge = feedback.learn_from_feedback(state.knowledge, got_it, d.openness, p)
    seen = feedback.seen_influence(got_it, state.realised, state.trust, p)
    state.found |= {"got_it": got_it, "seen": seen, "felt_word": felt_word, "vote_word": vote_word}


def talk(batch: Batch, arm: Arm, state: DecisionState) -> None:
    """Event 7."""
    contacts = batch.among_contacts(state.view) * batch.weight
    contacts = np.where(batch.alone, state.view, contacts)
    state.hearsay = rules.talked_over(state.hearsay, contacts, arm.p)
    if arm.at == state.decision:
        exposed = draws.uniform(state.shown_word) < arm.reach
        state.hearsay = rules.misled(state.hearsay, exposed, arm.strength, state.knowledge)
    judged = rules.judged(state.knowledge, state.merit, state.hearsay)
    state.found["seen_merit"] = rules.seen_outcome(judged, state.merit, arm.p)


def feel_fairness(batch: Batch, arm: Arm, state: DecisionState) -> None:  # noqa: ARG001
    """Event 8."""
    d, p = arm.dials, arm.p
    gap = rules.disappointment(state.hoped, state.seen, state.part, state.aware, d.asked, p)
    treatment = rules.good_treatment(
        state.part, state.aware, state.got_it, state.seen, state.outside, d.openness, p
    )
    luck = draws.from_table(draws.luck_tables()[0], state.felt_word)
    pull = rules.outcome_pull(state.aware, d.openness, p)
    colour = pull * state.seen_merit
    fairness = rules.felt_fairness(state.trust, colour, treatment, gap, luck, p)
    state.found |= {"pull": pull, "fairness": fairness}


def accept(batch: Batch, arm: Arm, state: DecisionState) -> None:  # noqa: ARG001
    """Event 9."""
    chance = rules.acceptance(state.seen_merit, state.fairness, state.trust, arm.p)
    state.found |= {
        "acceptance": chance,
        "vote": draws.uniform(state.vote_word) < chance,
        "informed": rules.informed_acceptance(
            state.merit, state.seen_merit, state.fairness, state.pull, state.trust, arm.p
        ),
    }


def update_trust(batch: Batch, arm: Arm, state: DecisionState) -> None:  # noqa: ARG001
    """Event 10."""
    p, kept = arm.p, state.constants.trust_kept
    state.trust = rules.learned_trust(
        state.trust, state.home, state.fairness, state.seen_merit, state.aware, kept, p
    )
    state.expected = rules.learned_influence(
        state.expected, state.seen, state.part, state.aware, state.got_it, arm.dials.asked, p
    )


def update_institution(batch: Batch, arm: Arm, state: DecisionState) -> None:
    """Event 11."""
    merit, draft = (
        by_group_total(batch, values) / batch.citizens
        for values in (state.merit, state.draft_merit)
    )
    state.responsiveness = rules.learned_responsiveness(
        state.responsiveness,
        state.home_responsiveness,
        merit - draft,
        state.constants.trust_kept,
        arm.p,
    )


EVENTS = tuple(globals()[event.name] for event in SCHEDULE)
"""The functions above that play the events, in the order of the schedule."""


def by_group_total(batch: Batch, values: np.ndarray) -> np.ndarray:
    """Add up the less-heard, then the well-connected, then the two sums.

    Args:
        batch: the people; the less-heard come first.
        values: citizens x runs.

    Returns:
        One sum for each run, to the last bit that of the other drivers.
    """
    return total(values[: batch.less_heard]) + total(values[batch.less_heard :])
