"""A citizen as a Mesa agent: the rules of the model, acted out by one person.

Every formula is a rule from elsewhere; here is only what a person does in each event.
"""

from typing import Literal, NamedTuple, Protocol

from mesa.discrete_space import FixedAgent

from coprod_sim.errors import InputError
from coprod_sim.five_steps import awareness, buy_in, expectations, feedback, performance
from coprod_sim.model import rules
from coprod_sim.model.constants import Constants
from coprod_sim.model.luck import Luck
from coprod_sim.model.setting import Arm
from coprod_sim.model.story import in_words, story_from


class Experience(NamedTuple):
    """What one decision was like for one citizen; numbers run from 0 to 1, merit from below 0."""

    aware: bool
    part: bool
    merit: float
    fairness: float
    vote: bool
    trust: float


class Surroundings(Protocol):
    """What a citizen sees of the model they live in."""

    arm: Arm
    constants: Constants
    luck: Luck
    decision: int
    heat: float
    draft: float
    plan: float
    workmanship: float
    captured: float
    outside: float
    offered: float
    realised: float
    people: "list[Citizen]"


class Citizen(FixedAgent):
    """A person of the town, who hears, takes part, judges, feels, votes and learns.

    Attributes are named as in the rules; `number` is the place among all citizens, the less-heard
    first, and says whose luck it is; `contacts` are the numbers of those they talk with; `home` is the
    trust they come back to, `own` the lasting part of what suits them.
    """

    model: Surroundings

    def __init__(
        self,
        model: Surroundings,
        number: int,
        less_heard: bool,
        trust: float,
        hope: float,
        own: float,
    ) -> None:
        super().__init__(model)
        self.number, self.less_heard = number, less_heard
        self.contacts: list[int] = []
        self.past: list[Experience] = []
        self.home = self.trust = self.first_trust = self.trust_before = trust
        self.expected = rules.first_expected_influence(trust, hope, model.arm.p)
        self.own = own
        self.aware = self.willing = self.part = self.got_it = self.vote = False
        self.knowledge = self.hearsay = self.ideal = self.draft_merit = self.merit = 0.0
        self.view = self.hoped = self.seen = self.contacts_view = self.seen_merit = 0.0
        self.pull = self.fairness = self.acceptance = self.informed = 0.0
        self.mentions = 0

    @property
    def neighbours(self) -> "list[Citizen]":
        """The people this person talks with, in the order of their numbers.

        They are found by their numbers: a chain of people who hold people is too deep to be copied.
        """
        people = self.model.people
        return [people[number] for number in self.contacts]

    @property
    def group(self) -> Literal["less_heard", "well_connected"]:
        """The group this person belongs to."""
        return "less_heard" if self.less_heard else "well_connected"

    def remove(self) -> None:
        """Refuse to go: luck, contacts and groups belong to a town of so many citizens.

        Raises:
            InputError: Always.
        """
        raise InputError(
            f"citizen {self.number} cannot be taken out of a town, for the luck of all others hangs on their "
            "number: make a smaller town with citizens=N, or a kind of Citizen with a rule of its own"
        )

    def by_group(self, less_heard: float, well_connected: float) -> float:
        """Choose the value of this person's group."""
        return less_heard if self.less_heard else well_connected

    def meet_topic(self) -> None:
        """Event 1: see a new topic, on which part of old knowledge and hearsay still counts."""
        p, c, luck, i = self.model.arm.p, self.model.constants, self.model.luck, self.number
        start = self.by_group(c.start_less_heard, c.start_well_connected)
        if self.model.decision == 1:
            self.knowledge = rules.fresh_knowledge(luck.knowledge[i], start)
            self.hearsay = rules.fresh_hearsay(luck.hearsay[i], p)
        else:
            self.knowledge = rules.carried_knowledge(
                self.knowledge, luck.knowledge[i], start, c.knowledge_kept
            )
            self.hearsay = rules.carried_hearsay(
                self.hearsay, luck.hearsay[i], c.hearsay_kept, c.hearsay_fresh, p
            )
        mean = self.by_group(p.ideal_less_heard, p.ideal_well_connected)
        self.ideal = rules.ideal_point(luck.ideal[i], self.own, mean, c.lasting, c.passing, p)
        self.draft_merit = rules.merit(self.model.draft, self.ideal, p)

    def be_told(self) -> None:
        """Event 2: hear of the decision from the body itself, or not."""
        d = self.model.arm.dials
        reach = self.by_group(d.awareness * d.equal_access, d.awareness)
        self.aware = awareness.told(self.model.luck.told[self.number], reach)
        self.mentions = 0

    def listen_around(self) -> None:
        """Event 2: count the contacts who mention the decision in this round."""
        for other in self.neighbours:
            if other.aware:
                self.mentions += 1

    def notice(self) -> None:
        """Event 2: hear of the decision once it was mentioned often enough."""
        needed = self.model.luck.mentions_needed[self.number]
        self.aware = self.aware or awareness.hears(needed, self.mentions)

    def read_up(self) -> None:
        """Event 2: learn from open information, and make of it what one's trust suggests."""
        d, p = self.model.arm.dials, self.model.arm.p
        self.knowledge = awareness.learn_openly(self.knowledge, self.aware, d.openness, p)
        self.hearsay = awareness.read_with_trust(
            self.hearsay, self.aware, self.trust, d.openness, p
        )

    def hope(self) -> None:
        """Event 3: hope for some influence, given what is said to be on offer."""
        arm = self.model.arm
        self.hoped = expectations.hoped_influence(
            self.expected, self.model.offered, arm.dials.expectations, arm.p
        )

    def consider(self) -> None:
        """Event 4: judge the draft, and want to take part or not."""
        (d, p, *_), c, i = self.model.arm, self.model.constants, self.number
        self.view = rules.judged(self.knowledge, self.draft_merit, self.hearsay)
        invited = self.by_group(c.invited_less_heard, c.invited_well_connected)
        pull = (1.0 - d.buy_in) * self.model.heat
        ready = buy_in.readiness(self.view, self.expected, self.trust, invited, pull, p)
        self.willing = self.aware and self.model.luck.ready[i] < ready and d.asked > 0.0

    def sit_down(self, less_heard: float, well_connected: float) -> None:
        """Event 4: take part if willing and lucky, at the chance of one's group."""
        chance = self.by_group(less_heard, well_connected)
        self.part = self.willing and self.model.luck.lot[self.number] < chance

    def learn_together(self) -> None:
        """Event 5: learn in the session."""
        d, p = self.model.arm.dials, self.model.arm.p
        self.knowledge = performance.learn_together(
            self.knowledge, self.part, d.performance, d.openness, p
        )

    def weigh_plan(self) -> None:
        """Event 5: what the final plan is really worth to this person."""
        merit = rules.merit(self.model.plan, self.ideal, self.model.arm.p)
        borne = 0.0 if self.part else self.model.captured
        self.merit = merit + self.model.workmanship - borne

    def get_feedback(self) -> None:
        """Event 6: hear what became of it, or not, and see what the public's say was worth."""
        d, p = self.model.arm.dials, self.model.arm.p
        others = d.feedback * p.feedback_spreads
        chance = self.by_group(others * d.equal_access, others)
        luck = self.model.luck.reached[self.number]
        self.got_it = feedback.reached(luck, self.part, d.feedback, chance)
        self.knowledge = feedback.learn_from_feedback(self.knowledge, self.got_it, d.openness, p)
        self.seen = feedback.seen_influence(self.got_it, self.model.realised, self.trust, p)

    def listen(self) -> None:
        """Event 7: hear the mean first view of one's contacts, added up in their order."""
        neighbours = self.neighbours
        if not neighbours:
            self.contacts_view = self.view
            return
        views = 0.0
        for other in neighbours:  # not `sum`, which compensates rounding
            views += other.view
        self.contacts_view = views * (1.0 / len(neighbours))

    def make_up_mind(self) -> None:
        """Event 7: let talk, and perhaps a campaign, change the hearsay; judge the final plan."""
        arm, luck = self.model.arm, self.model.luck
        self.hearsay = rules.talked_over(self.hearsay, self.contacts_view, arm.p)
        if arm.at == self.model.decision:
            exposed = luck.shown[self.number] < arm.reach
            self.hearsay = rules.misled(self.hearsay, exposed, arm.strength, self.knowledge)
        judged = rules.judged(self.knowledge, self.merit, self.hearsay)
        self.seen_merit = rules.seen_outcome(judged, self.merit, arm.p)

    def feel_fairness(self) -> None:
        """Event 8: feel treated more or less fairly."""
        d, p = self.model.arm.dials, self.model.arm.p
        gap = rules.disappointment(self.hoped, self.seen, self.part, self.aware, d.asked, p)
        treatment = rules.good_treatment(
            self.part, self.aware, self.got_it, self.seen, self.model.outside, d.openness, p
        )
        luck = self.model.luck.felt[self.number]
        self.pull = rules.outcome_pull(self.aware, d.openness, p)
        colour = self.pull * self.seen_merit
        self.fairness = rules.felt_fairness(self.trust, colour, treatment, gap, luck, p)

    def accept(self) -> None:
        """Event 9: accept the decision or not."""
        p = self.model.arm.p
        self.acceptance = rules.acceptance(self.seen_merit, self.fairness, self.trust, p)
        self.vote = self.model.luck.vote[self.number] < self.acceptance
        self.informed = rules.informed_acceptance(
            self.merit, self.seen_merit, self.fairness, self.pull, self.trust, p
        )

    def update_trust(self) -> None:
        """Event 10: trust more or less, and expect more or less of having a say next time."""
        d, p = self.model.arm.dials, self.model.arm.p
        self.trust_before = self.trust
        self.trust = rules.learned_trust(
            self.trust,
            self.home,
            self.fairness,
            self.seen_merit,
            self.aware,
            self.model.constants.trust_kept,
            p,
        )
        self.expected = rules.learned_influence(
            self.expected, self.seen, self.part, self.aware, self.got_it, d.asked, p
        )
        self.past.append(
            Experience(self.aware, self.part, self.merit, self.fairness, self.vote, self.trust)
        )

    def story(self) -> str:
        """Tell this person's story so far, in two to four sentences."""
        heard, came = (sum(one[k] for one in self.past) for k in range(2))
        last = self.past[-1] if self.past else Experience(False, False, 0.0, 0.0, False, self.trust)
        told = story_from(
            len(self.past), heard, came, last.merit, last.fairness, float(last.vote),
            self.first_trust, self.trust,
        )  # fmt: skip
        return in_words(self.number, self.group, told)
