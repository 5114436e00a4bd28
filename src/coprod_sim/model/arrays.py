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
from coprod_sim.model.schedule import SCHEDULE, WORD_OF_MOUTH_ROUNDS
from coprod_sim.model.setting import LANES, Arm, Setting
from coprod_sim.population.network import Network


@dataclass(kw_only=True)
class DecisionState:
    """Everything known at one moment, citizens x runs; events fill it in, in the order of the schedule."""

    trust: Any
    expected: Any
    responsiveness: Any
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
    """One batch of runs of one arm: the people, their links, and their luck."""

    def __init__(self, setting: Setting, arm: Arm, runs: np.ndarray, links: Network) -> None:
        self.setting, self.arm, self.runs = setting, arm, runs
        self.links = links
        people = setting.population
        self.citizens, self.less_heard = people.citizens, people.less_heard
        self.drafts = setting.drafts(int(runs[0]), len(runs))
        self.number = np.arange(self.citizens)[:, None]
        degree = np.diff(links.start.astype(np.int64))
        self.weight = (1.0 / np.maximum(degree, 1))[:, None]
        self.alone = (degree == 0)[:, None]
        self.adjacency = sparse.csr_array(
            (np.ones(len(links.links)), links.links, links.start.astype(np.int64)),
            shape=(self.citizens, self.citizens),
        )

    def luck(self, decision: int, purpose: int) -> Any:
        """Draw the four words of everybody's luck for a purpose."""
        return draws.words(self.setting.seed, self.number, decision, self.runs, purpose)

    def by_group(self, less_heard: float, well_connected: float) -> np.ndarray:
        """Give each group its own value, as a column."""
        column = np.full((self.citizens, 1), well_connected)
        column[: self.less_heard] = less_heard
        return column

    def among_contacts(self, values: np.ndarray) -> np.ndarray:
        """Add up a value over each citizen's contacts, smallest number first."""
        return self.adjacency @ values


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
    batch = Batch(setting, arms[0], np.arange(runs.start, runs.stop), links)
    state = first_day(batch)
    for decision in range(1, setting.decisions + 1):
        state.decision = decision
        state.found = {"trust_before": state.trust, "expected_before": state.expected}
        for event in EVENTS:
            event(batch, arms[min(decision, len(arms)) - 1], state)
        yield state


def first_day(batch: Batch) -> DecisionState:
    """Make the citizens as they are before the first decision.

    Args:
        batch: the people, their links and their luck.

    Returns:
        Trust and expected influence (citizens x runs) and the body's trust in the public (runs).
    """
    people, p = batch.setting.population, batch.arm.p
    trust_word, hope_word, _, _ = batch.luck(0, draws.FIRST_DAY)
    trust = np.concatenate(
        [
            draws.from_table(people.trust_less_heard, trust_word[: people.less_heard]),
            draws.from_table(people.trust_well_connected, trust_word[people.less_heard :]),
        ]
    )
    hope = draws.from_table(draws.luck_tables()[0], hope_word)
    return DecisionState(
        trust=trust,
        expected=rules.first_expected_influence(trust, hope, p),
        responsiveness=np.full(len(batch.runs), p.responsiveness_start),
    )


def meet_topic(batch: Batch, arm: Arm, state: DecisionState) -> None:
    """Event 1."""
    p, (normal, beta, _) = arm.p, draws.luck_tables()
    ideal_word, knowledge_word, hearsay_word, state.found["ready_word"] = batch.luck(
        state.decision, draws.TOPIC
    )
    mean = batch.by_group(p.ideal_less_heard, p.ideal_well_connected)
    start = batch.by_group(p.knowledge_less_heard, p.knowledge_well_connected)
    know, hear = draws.from_table(beta, knowledge_word), draws.from_table(normal, hearsay_word)
    if state.decision == 1:
        state.knowledge = rules.fresh_knowledge(know, start, p)
        state.hearsay = rules.fresh_hearsay(hear, p)
    else:
        state.knowledge = rules.carried_knowledge(state.knowledge, know, start, p)
        state.hearsay = rules.carried_hearsay(state.hearsay, hear, p)
    ideal = rules.ideal_point(draws.from_table(normal, ideal_word), mean, p)
    draft = batch.drafts[state.decision - 1]
    state.found |= {"ideal": ideal, "draft": draft, "draft_merit": rules.merit(draft, ideal, p)}


def hear_of_it(batch: Batch, arm: Arm, state: DecisionState) -> None:
    """Event 2."""
    told_word, patience_word, state.found["lot_word"], state.found["shown_word"] = batch.luck(
        state.decision, draws.TOLD
    )
    reach = batch.by_group(arm.dials.awareness * arm.dials.equal_access, arm.dials.awareness)
    aware = awareness.told(draws.uniform(told_word), reach)
    patience = draws.from_table(draws.luck_tables()[2], patience_word)
    needed = draws.mentions_needed(patience, arm.per_mention)
    mentions = np.zeros_like(needed)
    for _ in range(WORD_OF_MOUTH_ROUNDS):
        mentions += batch.among_contacts(aware.astype(np.float64))
        aware = aware | awareness.hears(needed, mentions)
    state.found["aware"] = aware
    state.knowledge = awareness.learn_openly(
        state.knowledge, aware, state.trust, arm.dials.openness, arm.p
    )


def set_expectations(batch: Batch, arm: Arm, state: DecisionState) -> None:  # noqa: ARG001
    """Event 3."""
    d, p = arm.dials, arm.p
    offered = expectations.offered_influence(d.influence, state.responsiveness, p)
    realised = d.asked * expectations.realised_influence(offered, d.expectations, p)
    hoped = expectations.hoped_influence(state.expected, offered, d.expectations, p)
    state.found |= {"realised": realised, "hoped": hoped}


def take_part(batch: Batch, arm: Arm, state: DecisionState) -> None:
    """Event 4."""
    view = rules.judged(state.knowledge, state.draft_merit, state.hearsay)
    ready = buy_in.readiness(
        view, state.expected, batch.by_group(0.0, 1.0), arm.dials.buy_in, arm.p
    )
    willing = state.aware & (draws.uniform(state.ready_word) < ready) & (arm.dials.asked > 0.0)
    state.found |= {"view": view, "part": seated(batch, arm, willing, state.lot_word)}


def seats_of(arm: Arm, citizens: int) -> int:
    """How many seats there are: at least one.

    Args:
        arm: the way of involving people; its dial `seats` is a share.
        citizens: how many people are concerned.

    Returns:
        Seats [people].
    """
    return max(round(arm.dials.seats * citizens), 1)


def seated(batch: Batch, arm: Arm, willing: np.ndarray, lot_word: np.ndarray) -> np.ndarray:
    """Draw lots for the seats where more are willing: the lowest numbers take part.

    An exponential number divided by the weight makes this weighted sampling without replacement.

    Source: Efraimidis and Spirakis (2006), Information Processing Letters 97: 181-185.

    Args:
        batch: the people and their groups.
        arm: the way of involving people.
        willing: who wants a seat: citizens x runs.
        lot_word: a random word for everybody: citizens x runs.

    Returns:
        Who has a seat: citizens x runs.
    """
    seats = seats_of(arm, batch.citizens)
    weight = batch.by_group(
        buy_in.lot_weight(0.0, arm.dials.buy_in, arm.p),
        buy_in.lot_weight(1.0, arm.dials.buy_in, arm.p),
    )
    lot = np.where(willing, draws.from_table(draws.luck_tables()[2], lot_word) / weight, np.inf)
    place = np.empty(lot.shape, dtype=np.int64)
    np.put_along_axis(place, np.argsort(lot, axis=0, kind="stable"), batch.number, axis=0)
    return willing & (place < seats)


def work_together(batch: Batch, arm: Arm, state: DecisionState) -> None:
    """Event 5."""
    d, p = arm.dials, arm.p
    state.knowledge = performance.learn_together(
        state.knowledge, state.part, d.performance, d.openness, p
    )
    met = batch.among_contacts(state.part.astype(np.float64)).astype(np.int64)
    state.knowledge = performance.learn_from_participants(
        state.knowledge, np.array(arm.left_after())[met]
    )
    room = state.part.sum(axis=0)
    wish = by_group_total(batch, np.where(state.part, state.ideal, 0.0)) / np.maximum(room, 1)
    moved = performance.moved_plan(state.draft, wish, state.realised, d.performance, p)
    plan = np.where(room > p.seats_floor, moved, state.draft)
    state.found |= {"plan": plan, "merit": rules.merit(plan, state.ideal, p)}


def give_feedback(batch: Batch, arm: Arm, state: DecisionState) -> None:
    """Event 6."""
    d, p = arm.dials, arm.p
    reach_word, felt_word, vote_word, _ = batch.luck(state.decision, draws.VERDICT)
    others = d.feedback * p.feedback_spreads
    to_others = batch.by_group(others * d.equal_access, others)
    got_it = feedback.reached(draws.uniform(reach_word), state.part, d.feedback, to_others)
    state.knowledge = feedback.learn_from_feedback(state.knowledge, got_it, d.openness, p)
    seen = feedback.seen_influence(got_it, state.part, state.realised, state.trust, p)
    state.found |= {"got_it": got_it, "seen": seen, "felt_word": felt_word, "vote_word": vote_word}


def talk(batch: Batch, arm: Arm, state: DecisionState) -> None:
    """Event 7."""
    contacts = batch.among_contacts(state.view) * batch.weight
    contacts = np.where(batch.alone, state.view, contacts)
    state.hearsay = rules.talked_over(state.hearsay, contacts, arm.p)
    if arm.at == state.decision:
        exposed = draws.uniform(state.shown_word) < arm.reach
        state.hearsay = rules.misled(state.hearsay, exposed, arm.strength, state.knowledge)
    state.found["seen_merit"] = rules.judged(state.knowledge, state.merit, state.hearsay)


def feel_fairness(batch: Batch, arm: Arm, state: DecisionState) -> None:  # noqa: ARG001
    """Event 8."""
    d, p = arm.dials, arm.p
    gap = rules.disappointment(state.hoped, state.seen, state.part, state.aware, d.asked, p)
    treatment = rules.good_treatment(
        state.part, state.aware, state.got_it, state.seen, d.asked, d.openness, d.buy_in, p
    )
    luck = draws.from_table(draws.luck_tables()[0], state.felt_word)
    state.found["fairness"] = rules.felt_fairness(state.trust, treatment, gap, luck, p)


def accept(batch: Batch, arm: Arm, state: DecisionState) -> None:  # noqa: ARG001
    """Event 9."""
    chance = rules.acceptance(state.seen_merit, state.fairness, state.trust, arm.p)
    state.found |= {
        "acceptance": chance,
        "vote": draws.uniform(state.vote_word) < chance,
        "reasoned": rules.reasoned(chance, state.merit),
    }


def update_trust(batch: Batch, arm: Arm, state: DecisionState) -> None:  # noqa: ARG001
    """Event 10."""
    p = arm.p
    before = state.trust
    state.trust = rules.learned_trust(
        before, state.fairness, state.seen_merit, state.part, state.aware, p
    )
    state.expected = rules.learned_influence(state.expected, state.seen, state.part, state.aware, p)


def update_institution(batch: Batch, arm: Arm, state: DecisionState) -> None:
    """Event 11."""
    mean = [
        by_group_total(batch, values) / batch.citizens
        for values in (state.merit, state.draft_merit, state.acceptance)
    ]
    state.responsiveness = rules.learned_responsiveness(
        state.responsiveness, mean[0] - mean[1], mean[2], arm.p
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
