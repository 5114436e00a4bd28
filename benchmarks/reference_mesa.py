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
    "informed": "informed",
    "took_part": "part",
}


def clip(value: float, low: float = 0.0, high: float = 1.0) -> float:
    """Keep a value between two bounds."""
    return min(high, max(low, value))


def logistic(score: float) -> float:
    """Turn a score into a probability."""
    return 1 / (1 + math.exp(-score))


def answer(merit: float, fairness: float, trust: float) -> float:
    """Give the chance to accept a plan."""
    weight = 1.9 * 2 * logistic(-9 * merit)
    return logistic(3.4 * merit + weight * (fairness - 0.5) + 1.0 * (trust - 0.5))


class Resident(mesa.Agent):
    """A citizen of the town."""

    def __init__(self, model: "Town", less_heard: bool) -> None:
        super().__init__(model)
        self.less_heard = less_heard
        self.access = model.dials.equal_access if less_heard else 1.0
        self.links: list[Resident] = []
        self.home = self.trust = clip(self.random.betavariate(1.6, 1.9) + model.mood)
        self.hope = clip(0.20 + 0.28 * self.trust + self.random.gauss(0, 0.16))
        self.own = self.random.gauss(0, 1)
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
        knowledge = self.random.betavariate(2.2, 5) + 0.09 * (0.3 - self.less_heard)
        hearsay = self.random.gauss(0, 0.22)
        if not first:
            knowledge = 0.5**1.5 * self.knowledge + (1 - 0.5**1.5) * knowledge
            hearsay = 0.5 * self.hearsay + math.sqrt(1 - 0.35**2) * hearsay
        self.knowledge, self.hearsay = clip(knowledge), clip(hearsay, -1)
        mean = -0.35 if self.less_heard else 0.15
        self.ideal = mean + 0.45 * math.sqrt(0.5) * (self.own + self.random.gauss(0, 1))
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
        """Step 2: the aware learn from open information, and make of it what their trust suggests."""
        if self.aware:
            self.knowledge += 0.08 * openness * (1 - self.knowledge)
            self.hearsay = clip(self.hearsay + 0.15 * openness * (self.trust - 0.5), -1)

    def expect(self, clarity: float, offered: float) -> None:
        """Step 3: asking raises hopes, honest words pull them to what is on offer."""
        self.expected = (1 - clarity) * clip(self.hope + 0.30) + clarity * offered

    def consider(self, pull: float, score: float, asked: bool) -> None:
        """Step 4: judge the draft, and be willing to come or not."""
        self.judged = self.knowledge * self.draft_merit + (1 - self.knowledge) * self.hearsay
        score += 2.2 * self.hope - (1.2 * (1 - self.access) if self.less_heard else 0.0)
        score += pull * (3.0 * abs(self.judged) + 3.5 * max(0, -self.judged))
        self.willing = self.aware and asked and self.random.random() < logistic(score)

    def draw_lot(self, less_heard: float, others: float) -> None:
        """Step 4: get a seat or not."""
        chance = less_heard if self.less_heard else others
        self.part = self.willing and self.random.random() < chance

    def learn_together(self, skill: float) -> None:
        """Step 5: participants learn in the room."""
        if self.part:
            self.knowledge += 0.25 * skill * (1 - self.knowledge)

    def weigh_plan(self, plan: float, workmanship: float, cost: float) -> None:
        """Step 5: the merit of the plan."""
        self.merit = 0.5 - 0.9 * abs(plan - self.ideal) + workmanship
        if not self.part:
            self.merit -= cost

    def get_feedback(self, feedback: float, openness: float, realised: float) -> None:
        """Step 6: what was done with the input, for those it reaches."""
        reach = feedback if self.part else 0.6 * feedback * self.access
        self.reached = self.random.random() < reach
        if self.reached:
            self.knowledge += 0.04 * openness * (1 - self.knowledge)
        self.seen = realised if self.reached else min(realised, 0.70 * self.trust)

    def talk(self) -> None:
        """Step 7: hearsay drifts to what the links thought of the draft; part of the plan is lived."""
        around = sum(other.judged for other in self.links) / len(self.links)
        self.hearsay = clip(0.7 * self.hearsay + 0.3 * around, -1)
        judged = self.knowledge * self.merit + (1 - self.knowledge) * self.hearsay
        self.verdict = 0.15 * self.merit + 0.85 * judged

    def feel(self, outside: float, openness: float, asked: bool) -> None:
        """Step 8: felt fairness."""
        gap = 0.5 * max(0, self.expected - self.seen) if asked else 0.0
        treated, self.pull = 0.13 * self.reached, 0.31
        if self.part:
            treated += 0.05 + 0.30 * self.seen
        elif self.aware:
            treated += 0.30 * self.seen * outside
            gap *= 0.5
        else:
            gap = 0.0
        if self.aware:
            treated += 0.13 * openness
            self.pull *= 1 - 0.35 * openness
        felt = 0.5 + 0.25 * (self.trust - 0.5) + self.pull * self.verdict + treated - gap
        self.fairness = clip(felt + self.random.gauss(0, 0.12))

    def vote(self) -> None:
        """Step 9: accept the decision or not; and what one would answer who knew it all."""
        self.chance = answer(self.verdict, self.fairness, self.trust)
        self.accepts = self.random.random() < self.chance
        fairness = clip(self.fairness + self.pull * (self.merit - self.verdict))
        self.informed = answer(self.merit, fairness, self.trust)

    def update_trust(self, asked: bool) -> None:
        """Step 10: trust falls faster than it grows and goes back home; expected influence learns."""
        change = 0.0
        if self.aware:
            signal = 0.12 * (self.fairness - 0.5) + 0.19 * self.verdict
            change = signal * (1 - self.trust if signal > 0 else 1.6 * self.trust)
        self.trust = clip(self.trust + change + (1 - 0.5**0.25) * (self.home - self.trust))
        worth = self.seen
        if self.reached and asked:
            worth += 0.4 * (1 - self.seen)
        self.hope += (0.4 if self.part else 0.09 if self.aware else 0.0) * (worth - self.hope)


class Town(mesa.Model):
    """A public body and its citizens; one step is one decision."""

    def __init__(self, dials: dict[str, float | bool], citizens: int, rng: int) -> None:
        super().__init__(rng=rng)
        self.dials = SimpleNamespace(**dials)
        self.mood = self.random.gauss(0, 0.045)
        self.heat = math.exp(self.random.gauss(0, 0.3))
        self.home = self.goodwill = clip(self.random.gauss(0.5, 0.1))
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
        self.lean()
        offered = min(1, d.influence * (0.5 + self.goodwill))
        realised = offered * (1 - 0.5 * (1 - d.expectations)) if d.asked else 0.0
        self.agents.do("face_topic", self.draft, first=self.steps == 1)
        self.spread_word()
        self.agents.do("read_up", d.openness)
        self.agents.do("expect", d.expectations, offered)
        self.invite()
        self.agents.do("learn_together", d.performance * d.openness)
        self.move_plan(realised)
        self.agents.do("get_feedback", d.feedback, d.openness, realised)
        self.agents.do("talk")
        self.agents.do("feel", self.outside, d.openness, d.asked)
        self.agents.do("vote")
        self.agents.do("update_trust", d.asked)
        self.learn()
        self.datacollector.collect(self)

    def lean(self) -> None:
        """Step 1: a draft leans to a side, mostly the side of the one before."""
        if self.steps == 1:
            self.draft = self.random.choice((-0.45, 0.45))
        elif self.random.random() >= 0.7:
            self.draft = -self.draft

    def spread_word(self) -> None:
        """Step 2: tell some, then four simultaneous rounds of word of mouth."""
        self.agents.do("get_told", self.dials.awareness)
        for _ in range(4):
            self.agents.select(Resident.hears).set("aware", True)

    def invite(self) -> None:
        """Step 4: all the willing come, or as many as there are seats, by stratified lot."""
        d = self.dials
        hours = 0.5 + d.buy_in + 12 * d.performance + 0.5 * d.feedback
        hours += 0.5 * d.equal_access + 2 * d.influence
        score = -4.33 + 1.3 * d.buy_in - 0.05 * hours
        self.agents.do("consider", (1 - d.buy_in) * self.heat, score, d.asked)
        less = sum(resident.willing and resident.less_heard for resident in self.agents)
        well = sum(resident.willing for resident in self.agents) - less
        if not d.seats:
            self.agents.do("draw_lot", 1.0, 1.0)
            return
        fair = (1 - d.buy_in) * less / max(1, less + well) + d.buy_in * 0.3
        kept = min(less, max(d.seats * fair, d.seats - well))
        self.agents.do("draw_lot", kept / max(1, less), (d.seats - kept) / max(1, well))

    def move_plan(self, realised: float) -> None:
        """Step 5: move the draft towards what the room wants, for better or worse."""
        d, people = self.dials, self.agents.to_list()
        room = [resident for resident in people if resident.part]
        step, plan, unlike = realised * len(room) / (len(room) + 3), self.draft, 0.0
        if room:
            error = 0.7 * self.random.gauss(0, 1) * (1 - fmean(r.knowledge for r in room))
            plan += step * (fmean(r.ideal for r in room) + error - self.draft)
            opposed = fmean(r.judged < 0 for r in room) - fmean(r.judged < 0 for r in people)
            unlike = abs(fmean(r.less_heard for r in room) - 0.3) + abs(opposed)
        equipped = d.performance * d.openness
        workmanship = step * (0.2 * equipped - 0.15 * (1 - equipped))
        self.outside = 1.1 * d.buy_in * len(room) / (len(room) + 15)
        self.outside *= max(0, 1 - 2.5 * d.openness * unlike)
        self.agents.do("weigh_plan", plan, workmanship, step * 0.2 * unlike)

    def learn(self) -> None:
        """Step 11: the institution's own trust in the public learns, and goes back home."""
        gain = fmean(self.agents.get("merit")) - fmean(self.agents.get("draft_merit"))
        drawn = (1 - 0.5**0.25) * (self.home - self.goodwill)
        self.goodwill = clip(self.goodwill + 0.2 * gain + drawn)


def run(dials: dict[str, float | bool], citizens: int, decisions: int, rng: int) -> list[dict]:
    """Return the measures of each decision of one run."""
    town = Town(dials, citizens, rng)
    town.run_for(decisions)
    return town.datacollector.get_model_vars_dataframe().to_dict("records")
