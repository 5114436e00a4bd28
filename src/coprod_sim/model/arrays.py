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
from coprod_sim.model.schedule import WORD_OF_MOUTH_ROUNDS
from coprod_sim.model.setting import LANES, Arm, Setting
from coprod_sim.population.network import Network


@dataclass(kw_only=True)
class Now:
    """Everything known at one moment, citizens x runs; events fill it in, in the order of the schedule."""

    trust: Any
    expected: Any
    responsiveness: Any
    knowledge: Any = None
    hearsay: Any = None
    decision: int = 0
    found: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        """Read what an earlier event of this decision has found."""
        try:
            return self.__dict__["found"][name]
        except KeyError:
            raise AttributeError(name) from None


class Town:
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
) -> Iterator[Now]:
    """Play the decisions of one batch of runs, giving everything known after each.

    The runs must belong to one batch, because they share a network; each array is citizens x runs.
    A sequence of arms gives each decision its own way of involving people; the last one stays.
    """
    arms = (arm,) if isinstance(arm, Arm) else tuple(arm)
    links = links or setting.network(runs.start // LANES)
    town = Town(setting, arms[0], np.arange(runs.start, runs.stop), links)
    now = first_day(town)
    for decision in range(1, setting.decisions + 1):
        now.decision = decision
        now.found = {"trust_before": now.trust, "expected_before": now.expected}
        for event in EVENTS:
            event(town, arms[min(decision, len(arms)) - 1], now)
        yield now


def first_day(town: Town) -> Now:
    """Make the citizens as they are before the first decision."""
    people, p = town.setting.population, town.arm.p
    trust_word, hope_word, _, _ = town.luck(0, draws.FIRST_DAY)
    trust = np.concatenate(
        [
            draws.from_table(people.trust_less_heard, trust_word[: people.less_heard]),
            draws.from_table(people.trust_well_connected, trust_word[people.less_heard :]),
        ]
    )
    hope = draws.from_table(draws.luck_tables()[0], hope_word)
    return Now(
        trust=trust,
        expected=rules.first_expected_influence(trust, hope, p),
        responsiveness=np.full(len(town.runs), p.responsiveness_start),
    )


def topic(town: Town, arm: Arm, now: Now) -> None:
    """Event 1."""
    p, (normal, beta, _) = arm.p, draws.luck_tables()
    ideal_word, knowledge_word, hearsay_word, now.found["ready_word"] = town.luck(
        now.decision, draws.TOPIC
    )
    mean = town.by_group(p.ideal_less_heard, p.ideal_well_connected)
    start = town.by_group(p.knowledge_less_heard, p.knowledge_well_connected)
    know, hear = draws.from_table(beta, knowledge_word), draws.from_table(normal, hearsay_word)
    if now.decision == 1:
        now.knowledge = rules.fresh_knowledge(know, start, p)
        now.hearsay = rules.fresh_hearsay(hear, p)
    else:
        now.knowledge = rules.carried_knowledge(now.knowledge, know, start, p)
        now.hearsay = rules.carried_hearsay(now.hearsay, hear, p)
    ideal = rules.ideal_point(draws.from_table(normal, ideal_word), mean, p)
    draft = town.drafts[now.decision - 1]
    now.found |= {"ideal": ideal, "draft": draft, "draft_merit": rules.merit(draft, ideal, p)}


def hear_of_it(town: Town, arm: Arm, now: Now) -> None:
    """Event 2."""
    told_word, patience_word, now.found["lot_word"], now.found["shown_word"] = town.luck(
        now.decision, draws.TOLD
    )
    reach = town.by_group(arm.dials.awareness * arm.dials.equal_access, arm.dials.awareness)
    aware = awareness.told(draws.uniform(told_word), reach)
    patience = draws.from_table(draws.luck_tables()[2], patience_word)
    needed = draws.mentions_needed(patience, arm.per_mention)
    mentions = np.zeros_like(needed)
    for _ in range(WORD_OF_MOUTH_ROUNDS):
        mentions += town.among_contacts(aware.astype(np.float64))
        aware = aware | awareness.hears(needed, mentions)
    now.found["aware"] = aware
    now.knowledge = awareness.learn_openly(
        now.knowledge, aware, now.trust, arm.dials.openness, arm.p
    )


def set_expectations(town: Town, arm: Arm, now: Now) -> None:  # noqa: ARG001
    """Event 3."""
    d, p = arm.dials, arm.p
    offered = expectations.offered_influence(d.influence, now.responsiveness, p)
    realised = d.asked * expectations.realised_influence(offered, d.expectations, p)
    hoped = expectations.hoped_influence(now.expected, offered, d.expectations, p)
    now.found |= {"realised": realised, "hoped": hoped}


def take_part(town: Town, arm: Arm, now: Now) -> None:
    """Event 4."""
    view = rules.judged(now.knowledge, now.draft_merit, now.hearsay)
    ready = buy_in.readiness(view, now.expected, town.by_group(0.0, 1.0), arm.dials.buy_in, arm.p)
    willing = now.aware & (draws.uniform(now.ready_word) < ready) & (arm.dials.asked > 0.0)
    now.found |= {"view": view, "part": seated(town, arm, willing, now.lot_word)}


def seats_of(arm: Arm, citizens: int) -> int:
    """How many seats there are: at least one."""
    return max(round(arm.dials.seats * citizens), 1)


def seated(town: Town, arm: Arm, willing: np.ndarray, lot_word: np.ndarray) -> np.ndarray:
    """Draw lots for the seats where more are willing: the lowest numbers take part.

    An exponential number divided by the weight (Efraimidis and Spirakis 2006) makes the lot weighted
    and without replacement.
    """
    seats = seats_of(arm, town.citizens)
    weight = town.by_group(
        buy_in.lot_weight(0.0, arm.dials.buy_in, arm.p),
        buy_in.lot_weight(1.0, arm.dials.buy_in, arm.p),
    )
    lot = np.where(willing, draws.from_table(draws.luck_tables()[2], lot_word) / weight, np.inf)
    place = np.empty(lot.shape, dtype=np.int64)
    np.put_along_axis(place, np.argsort(lot, axis=0, kind="stable"), town.number, axis=0)
    return willing & (place < seats)


def work_together(town: Town, arm: Arm, now: Now) -> None:
    """Event 5."""
    d, p = arm.dials, arm.p
    now.knowledge = performance.learn_together(
        now.knowledge, now.part, d.performance, d.openness, p
    )
    met = town.among_contacts(now.part.astype(np.float64)).astype(np.int64)
    now.knowledge = performance.learn_from_participants(
        now.knowledge, np.array(arm.left_after())[met]
    )
    room = now.part.sum(axis=0)
    wish = by_group_total(town, np.where(now.part, now.ideal, 0.0)) / np.maximum(room, 1)
    moved = performance.moved_plan(now.draft, wish, now.realised, d.performance, p)
    plan = np.where(room > p.seats_floor, moved, now.draft)
    now.found |= {"plan": plan, "merit": rules.merit(plan, now.ideal, p)}


def give_feedback(town: Town, arm: Arm, now: Now) -> None:
    """Event 6."""
    d, p = arm.dials, arm.p
    reach_word, felt_word, vote_word, _ = town.luck(now.decision, draws.VERDICT)
    others = d.feedback * p.feedback_spreads
    to_others = town.by_group(others * d.equal_access, others)
    got_it = feedback.reached(draws.uniform(reach_word), now.part, d.feedback, to_others)
    now.knowledge = feedback.learn_from_feedback(now.knowledge, got_it, d.openness, p)
    seen = feedback.seen_influence(got_it, now.part, now.realised, now.trust, p)
    now.found |= {"got_it": got_it, "seen": seen, "felt_word": felt_word, "vote_word": vote_word}


def talk(town: Town, arm: Arm, now: Now) -> None:
    """Event 7."""
    contacts = town.among_contacts(now.view) * town.weight
    contacts = np.where(town.alone, now.view, contacts)
    now.hearsay = rules.talked_over(now.hearsay, contacts, arm.p)
    if arm.at == now.decision:
        exposed = draws.uniform(now.shown_word) < arm.reach
        now.hearsay = rules.misled(now.hearsay, exposed, arm.strength, now.knowledge)
    now.found["seen_merit"] = rules.judged(now.knowledge, now.merit, now.hearsay)


def feel_fairness(town: Town, arm: Arm, now: Now) -> None:  # noqa: ARG001
    """Event 8."""
    d, p = arm.dials, arm.p
    gap = rules.disappointment(now.hoped, now.seen, now.part, now.aware, d.asked, p)
    treatment = rules.good_treatment(
        now.part, now.aware, now.got_it, now.seen, d.asked, d.openness, d.buy_in, p
    )
    luck = draws.from_table(draws.luck_tables()[0], now.felt_word)
    now.found["fairness"] = rules.felt_fairness(now.trust, treatment, gap, luck, p)


def accept(town: Town, arm: Arm, now: Now) -> None:  # noqa: ARG001
    """Event 9."""
    chance = rules.acceptance(now.seen_merit, now.fairness, now.trust, arm.p)
    now.found |= {
        "acceptance": chance,
        "vote": draws.uniform(now.vote_word) < chance,
        "reasoned": rules.reasoned(chance, now.merit),
    }


def learn_trust(town: Town, arm: Arm, now: Now) -> None:  # noqa: ARG001
    """Event 10."""
    p = arm.p
    before = now.trust
    now.trust = rules.learned_trust(before, now.fairness, now.seen_merit, now.part, now.aware, p)
    now.expected = rules.learned_influence(now.expected, now.seen, now.part, now.aware, p)


def learn_institution(town: Town, arm: Arm, now: Now) -> None:
    """Event 11."""
    mean = [
        by_group_total(town, values) / town.citizens
        for values in (now.merit, now.draft_merit, now.acceptance)
    ]
    now.responsiveness = rules.learned_responsiveness(
        now.responsiveness, mean[0] - mean[1], mean[2], arm.p
    )


EVENTS = (
    topic,
    hear_of_it,
    set_expectations,
    take_part,
    work_together,
    give_feedback,
    talk,
    feel_fairness,
    accept,
    learn_trust,
    learn_institution,
)


def by_group_total(town: Town, values: np.ndarray) -> np.ndarray:
    """Add up the less-heard, then the well-connected, then the two sums."""
    return total(values[: town.less_heard]) + total(values[town.less_heard :])
