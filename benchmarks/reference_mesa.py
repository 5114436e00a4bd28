"""The model as a plain Mesa program: one object per citizen, one method per event."""

import math
from statistics import fmean
from types import SimpleNamespace

import mesa

REPORTS = {
    "acceptance": "chance",
    "votes": "accepts",
    "trust": "trust",
    "knowledge": "knowledge",
    "fairness": "fairness",
    "quality": "merit",
    "reasoned": "reasoned",
    "took_part": "part",
}


def clip(value: float, low: float = 0.0, high: float = 1.0) -> float:
    """Keep a value between two bounds."""
    return min(high, max(low, value))


def logistic(score: float) -> float:
    """Turn a score into a probability."""
    return 1 / (1 + math.exp(-score))


class Resident(mesa.Agent):
    """A citizen of the town."""

    def __init__(self, model: "Town", less_heard: bool) -> None:
        super().__init__(model)
        self.less_heard = less_heard
        self.access = model.dials.equal_access if less_heard else 1.0
        self.links: list[Resident] = []
        self.trust = self.random.betavariate(1.6, 1.9)
        self.hope = clip(0.20 + 0.28 * self.trust + self.random.gauss(0, 0.16))
        self.knowledge = self.hearsay = 0.0

    def befriend(self, own_group: list["Resident"], everybody: list["Resident"]) -> None:
        """Choose four others, mostly from the own group, who are not linked yet."""
        chosen = 0
        while chosen < 4:
            other = self.random.choice(own_group if self.random.random() < 0.7 else everybody)
            if other is not self and other not in self.links:
                self.links.append(other)
                other.links.append(self)
                chosen += 1

    def face_topic(self, draft: float, first: bool) -> None:
        """Step 1: a new topic, on which old knowledge and hearsay carry over in part."""
        knowledge = self.random.betavariate(2.2, 5) + (-0.06 if self.less_heard else 0.03)
        hearsay = self.random.gauss(-0.1, 0.3)
        if not first:
            knowledge = 0.35 * self.knowledge + 0.65 * knowledge
            hearsay = 0.5 * self.hearsay + 0.5 * hearsay
        self.knowledge, self.hearsay = clip(knowledge, 0.02, 0.95), clip(hearsay, -1)
        self.ideal = self.random.gauss(-0.35 if self.less_heard else 0.15, 0.45)
        self.draft_merit = 0.5 - 0.9 * abs(draft - self.ideal)

    def get_told(self, awareness: float) -> None:
        """Step 2: the body's own publicity."""
        self.aware = self.random.random() < awareness * self.access

    def hears(self) -> bool:
        """Step 2: whether word of mouth reaches a citizen who did not know."""
        if self.aware:
            return False
        tellers = sum(other.aware for other in self.links)
        return self.random.random() < 1 - (1 - 0.02) ** tellers

    def read_up(self, openness: float) -> None:
        """Step 2: the aware learn from open information."""
        if self.aware:
            self.knowledge += 0.25 * openness * (0.5 + 0.5 * self.trust) * (1 - self.knowledge)

    def expect(self, clarity: float, offered: float, asked: bool) -> None:
        """Step 3: asking raises hopes, honest words pull them to what is on offer."""
        self.expected = self.hope
        if self.aware and asked:
            self.expected = (1 - clarity) * clip(self.hope + 0.30) + clarity * offered

    def consider(self, buy_in: float, asked: bool) -> None:
        """Step 4: judge the draft, and be willing to come or not."""
        self.part = False
        self.judged = self.knowledge * self.draft_merit + (1 - self.knowledge) * self.hearsay
        pull = 1.0 * (abs(self.judged) - 0.25) + 5.0 * max(0, -self.judged)
        pull += 0.0 if self.less_heard else 0.7
        score = -1.3 + 0.9 * buy_in + (1 - buy_in) * pull + 1.6 * (self.hope - 0.35)
        self.willing = self.aware and asked and self.random.random() < logistic(score)

    def learn_together(self, skill: float) -> None:
        """Step 5: participants learn in the room, and their links from them."""
        if self.part:
            self.knowledge = 1 - (1 - self.knowledge) * (1 - 0.36 * skill)
        friends = sum(other.part for other in self.links)
        self.knowledge = 1 - (1 - self.knowledge) * (1 - 0.02 * skill) ** friends

    def weigh_plan(self, plan: float) -> None:
        """Step 5: the merit of the plan."""
        self.merit = 0.5 - 0.9 * abs(plan - self.ideal)

    def get_feedback(self, feedback: float, openness: float, realised: float) -> None:
        """Step 6: what was done with the input, for those it reaches."""
        reach = feedback if self.part else 0.6 * feedback * self.access
        self.reached = self.random.random() < reach
        guess = min(realised, 0.30 * self.trust)
        if self.reached:
            self.knowledge += 0.12 * openness * (1 - self.knowledge)
            self.seen = realised
        else:
            self.seen = 0.5 * realised + 0.5 * guess if self.part else guess

    def talk(self) -> None:
        """Step 7: hearsay drifts to what the links thought of the draft."""
        around = sum(other.judged for other in self.links) / len(self.links)
        self.hearsay = clip(0.7 * self.hearsay + 0.3 * around, -1)
        self.verdict = self.knowledge * self.merit + (1 - self.knowledge) * self.hearsay

    def feel(self, buy_in: float, openness: float, asked: bool) -> None:
        """Step 8: felt fairness."""
        voice = gap = 0.0
        if self.aware and asked:
            voice = 0.35 * self.seen * (1 if self.part else buy_in)
            gap = max(0, self.expected - self.seen) * (1 if self.part else 0.5)
        told = (0.18 * self.reached + 0.10 * self.aware) * openness
        felt = 0.42 + 0.25 * (self.trust - 0.5) + (1.5 - self.trust) * (voice + told)
        self.fairness = clip(felt - 0.45 * gap + self.random.gauss(0, 0.12))

    def vote(self) -> None:
        """Step 9: accept the decision or not."""
        score = 3.2 * self.verdict + 2.2 * (self.fairness - 0.5) + 1.0 * (self.trust - 0.5)
        self.chance = logistic(score)
        self.accepts = self.random.random() < self.chance
        self.reasoned = self.accepts == (self.merit > 0)

    def update_trust(self) -> None:
        """Step 10: trust falls faster than it grows, and expected influence learns."""
        signal = 1.4 * (self.fairness - 0.5) + 0.3 * self.verdict
        change = 0.20 * signal * (1 - self.trust if signal > 0 else 2.0 * self.trust)
        self.trust += change * (1 if self.part else 0.5 if self.aware else 0.15)
        if self.part:
            self.hope = 0.6 * self.hope + 0.4 * clip(1.3 * self.seen)
        elif self.aware:
            self.hope = 0.88 * self.hope + 0.12 * self.seen


class Town(mesa.Model):
    """A public body and its citizens; one step is one decision."""

    def __init__(self, dials: dict[str, float | bool], citizens: int, rng: int) -> None:
        super().__init__(rng=rng)
        self.dials = SimpleNamespace(**dials)
        self.goodwill = 0.5
        less_heard = round(0.3 * citizens)
        Resident.create_agents(self, citizens, [i < less_heard for i in range(citizens)])
        self.link_residents()
        self.datacollector = mesa.DataCollector(
            {
                key: lambda town, name=name: town.agents.agg(name, fmean)
                for key, name in REPORTS.items()
            }
        )

    def link_residents(self) -> None:
        """Let every citizen choose links."""
        groups = self.agents.groupby("less_heard", result_type="list").groups
        everybody = self.agents.to_list()
        for resident in everybody:
            resident.befriend(groups[resident.less_heard], everybody)

    def step(self) -> None:
        """Take one decision, in the order of events."""
        d = self.dials
        draft = self.random.choice((-0.45, 0.45))
        offered = min(1, d.influence * (0.5 + self.goodwill))
        realised = offered * (1 - 0.5 * (1 - d.expectations)) if d.asked else 0.0
        self.agents.do("face_topic", draft, first=self.steps == 1)
        self.spread_word()
        self.agents.do("read_up", d.openness)
        self.agents.do("expect", d.expectations, offered, d.asked)
        self.agents.do("consider", d.buy_in, d.asked)
        self.fill_seats()
        self.agents.do("learn_together", d.performance * d.openness)
        self.agents.do("weigh_plan", self.move_plan(draft, realised))
        self.agents.do("get_feedback", d.feedback, d.openness, realised)
        self.agents.do("talk")
        self.agents.do("feel", d.buy_in, d.openness, d.asked)
        self.agents.do("vote")
        self.agents.do("update_trust")
        self.learn()
        self.datacollector.collect(self)

    def spread_word(self) -> None:
        """Step 2: tell some, then four simultaneous rounds of word of mouth."""
        self.agents.do("get_told", self.dials.awareness)
        for _ in range(4):
            self.agents.select(Resident.hears).set("aware", True)

    def fill_seats(self) -> None:
        """Step 4: all the willing come, or as many as there are seats, by weighted lot."""
        room = self.agents.select(lambda resident: resident.willing).to_list()
        seats = round(self.dials.seats * len(self.agents))
        if len(room) > seats:
            boost = 1 + 1.5 * self.dials.buy_in
            weights = [boost if resident.less_heard else 1.0 for resident in room]
            odds = [weight / sum(weights) for weight in weights]
            room = self.rng.choice(room, seats, replace=False, p=odds)
        for resident in room:
            resident.part = True

    def move_plan(self, draft: float, realised: float) -> float:
        """Step 5: move the draft towards what the room wants."""
        room = [resident.ideal for resident in self.agents if resident.part]
        if len(room) <= 3:
            return draft
        wish, skill = fmean(room), self.dials.performance
        aim = skill * wish + (1 - skill) * (wish + draft) / 2
        return (1 - realised) * draft + realised * aim

    def learn(self) -> None:
        """Step 11: the institution's own trust in the public learns."""
        gain = fmean(self.agents.get("merit")) - fmean(self.agents.get("draft_merit"))
        mood = fmean(self.agents.get("chance")) - 0.5
        self.goodwill = clip(self.goodwill + 0.25 * (2 * gain + 0.3 * mood))


def run(dials: dict[str, float | bool], citizens: int, decisions: int, rng: int) -> list[dict]:
    """Return the measures of each decision of one run."""
    town = Town(dials, citizens, rng)
    town.run_for(decisions)
    return town.datacollector.get_model_vars_dataframe().to_dict("records")
