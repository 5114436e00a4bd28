"""The model as good vectorised NumPy: one array per state variable, one run at a time."""

from types import SimpleNamespace

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.special import expit

Array = NDArray[np.float64]


def answer(merit: Array, fairness: Array, trust: Array) -> Array:
    """Give the chance to accept a plan."""
    weight = 1.9 * 2 * expit(-9 * merit)
    return expit(3.4 * merit + weight * (fairness - 0.5) + 1.0 * (trust - 0.5))


def choose_links(rng: np.random.Generator, citizens: int, less_heard: int) -> sparse.csr_array:
    """Return who is linked to whom: four distinct choices each, 70 % inside the own group."""
    chooser = np.repeat(np.arange(citizens), 4)
    first = np.where(chooser < less_heard, 0, less_heard)
    size = np.where(chooser < less_heard, less_heard, citizens - less_heard)
    chosen, again = chooser.copy(), np.arange(chooser.size)
    while again.size:
        own, pick = rng.random((2, again.size))
        inside = first[again] + (pick * size[again]).astype(int)
        chosen[again] = np.where(own < 0.7, inside, (pick * citizens).astype(int))
        again = find_clashes(chooser, chosen, citizens)
    rows, cols = np.concatenate([chooser, chosen]), np.concatenate([chosen, chooser])
    return sparse.csr_array((np.ones(rows.size), (rows, cols)), (citizens, citizens))


def find_clashes(chooser: NDArray, chosen: NDArray, citizens: int) -> NDArray:
    """Return the choices that are oneself or an existing partner."""
    pair = np.minimum(chooser, chosen) * citizens + np.maximum(chooser, chosen)
    clash = np.ones(pair.size, dtype=bool)
    clash[np.unique(pair, return_index=True)[1]] = False
    return np.flatnonzero(clash | (chooser == chosen))


class Town:
    """A public body and its citizens."""

    def __init__(self, dials: dict[str, float | bool], citizens: int, rng: int) -> None:
        self.rng = np.random.default_rng(rng)
        self.dials = SimpleNamespace(**dials)
        mood, heat, body = self.rng.normal(size=3)
        self.heat = np.exp(0.3 * heat)
        self.home_goodwill = self.goodwill = min(1.0, max(0.0, 0.5 + 0.1 * body))
        self.n = citizens
        self.less_heard = np.arange(citizens) < round(0.3 * citizens)
        self.access = np.where(self.less_heard, self.dials.equal_access, 1.0)
        self.links = choose_links(self.rng, citizens, int(self.less_heard.sum()))
        self.degree = self.links.sum(axis=1)
        self.trust = (self.rng.beta(1.6, 1.9, citizens) + 0.045 * mood).clip(0, 1)
        self.home = self.trust
        self.hope = (0.20 + 0.28 * self.trust + self.rng.normal(0, 0.16, citizens)).clip(0, 1)
        self.own = self.rng.normal(size=citizens)

    def happens(self, chance: Array | float) -> NDArray[np.bool_]:
        """Draw once for every citizen."""
        return self.rng.random(self.n) < chance

    def decide(self, first: bool) -> dict[str, float]:
        """Take one decision, in the order of events, and return its measures."""
        d = self.dials
        offered = min(1.0, d.influence * (0.5 + self.goodwill))
        realised = offered * (1 - 0.5 * (1 - d.expectations)) if d.asked else 0.0
        self.face_topic(first)
        self.spread_word()
        self.expect(offered)
        self.invite()
        self.hold_session(realised)
        self.give_feedback(realised)
        self.talk()
        self.feel()
        self.vote()
        self.update_trust()
        self.learn()
        return self.measure()

    def face_topic(self, first: bool) -> None:
        """Step 1: a new topic, on which old knowledge and hearsay carry over in part."""
        knowledge = self.rng.beta(2.2, 5, self.n) + 0.09 * (0.3 - self.less_heard)
        hearsay = self.rng.normal(0, 0.22, self.n)
        if first:
            self.draft = self.rng.choice((-0.45, 0.45))
        else:
            self.draft *= 1 if self.rng.random() < 0.7 else -1
            knowledge = 0.5**1.5 * self.knowledge + (1 - 0.5**1.5) * knowledge
            hearsay = 0.5 * self.hearsay + np.sqrt(1 - 0.35**2) * hearsay
        self.knowledge, self.hearsay = knowledge.clip(0, 1), hearsay.clip(-1, 1)
        mean = np.where(self.less_heard, -0.35, 0.15)
        self.ideal = mean + 0.45 * np.sqrt(0.5) * (self.own + self.rng.normal(size=self.n))
        self.draft_merit = 0.5 - 0.9 * np.abs(self.draft - self.ideal)

    def spread_word(self) -> None:
        """Step 2: tell some, let word of mouth run four rounds, and let the aware learn."""
        openness = self.dials.openness
        self.aware = self.happens(self.dials.awareness * self.access)
        for _ in range(4):
            self.aware |= self.happens(1 - (1 - 0.02) ** (self.links @ self.aware))
        self.knowledge += 0.08 * openness * (1 - self.knowledge) * self.aware
        self.hearsay += 0.15 * openness * (self.trust - 0.5) * self.aware
        self.hearsay = self.hearsay.clip(-1, 1)

    def expect(self, offered: float) -> None:
        """Step 3: asking raises hopes, honest words pull them to what is on offer."""
        clarity = self.dials.expectations
        self.expected = (1 - clarity) * (self.hope + 0.30).clip(0, 1) + clarity * offered

    def invite(self) -> None:
        """Step 4: all the willing come, or as many as there are seats, by stratified lot."""
        d, less_heard = self.dials, self.less_heard
        self.judged = self.knowledge * self.draft_merit + (1 - self.knowledge) * self.hearsay
        hours = 0.5 + d.buy_in + 12 * d.performance + 0.5 * d.feedback
        hours += 0.5 * d.equal_access + 2 * d.influence
        score = -4.33 + 1.3 * d.buy_in - 0.05 * hours - 1.2 * (1 - self.access) + 2.2 * self.hope
        drawn = 3.0 * np.abs(self.judged) + 3.5 * np.maximum(0, -self.judged)
        score += (1 - d.buy_in) * self.heat * drawn
        self.part = self.aware & d.asked & self.happens(expit(score))
        if d.seats:
            less, well = (self.part & less_heard).sum(), (self.part & ~less_heard).sum()
            fair = (1 - d.buy_in) * less / max(1, less + well) + d.buy_in * 0.3
            kept = min(less, max(d.seats * fair, d.seats - well))
            chances = kept / max(1, less), (d.seats - kept) / max(1, well)
            self.part &= self.happens(np.where(less_heard, *chances))

    def hold_session(self, realised: float) -> None:
        """Step 5: the room learns, and the plan moves, for better or worse."""
        room, people, plan, unlike = self.part, self.part.sum(), self.draft, 0.0
        equipped = self.dials.performance * self.dials.openness
        self.knowledge += 0.25 * equipped * (1 - self.knowledge) * room
        step = realised * people / (people + 3)
        if people:
            error = 0.7 * self.rng.normal() * (1 - self.knowledge[room].mean())
            plan += step * (self.ideal[room].mean() + error - self.draft)
            opposed = self.judged < 0
            unlike = abs(self.less_heard[room].mean() - 0.3)
            unlike += abs(opposed[room].mean() - opposed.mean())
        self.merit = 0.5 - 0.9 * np.abs(plan - self.ideal) - ~room * step * 0.2 * unlike
        self.merit += step * (0.2 * equipped - 0.15 * (1 - equipped))
        alike = max(0.0, 1 - 2.5 * self.dials.openness * unlike)
        self.outside = 1.1 * self.dials.buy_in * people / (people + 15) * alike

    def give_feedback(self, realised: float) -> None:
        """Step 6: what was done with the input, for those it reaches."""
        d = self.dials
        self.reached = self.happens(d.feedback * np.where(self.part, 1.0, 0.6 * self.access))
        self.knowledge += 0.04 * d.openness * (1 - self.knowledge) * self.reached
        self.seen = np.where(self.reached, realised, np.minimum(realised, 0.70 * self.trust))

    def talk(self) -> None:
        """Step 7: hearsay drifts to what the links thought of the draft; part of the plan is lived."""
        around = self.links @ self.judged / self.degree
        self.hearsay = (0.7 * self.hearsay + 0.3 * around).clip(-1, 1)
        judged = self.knowledge * self.merit + (1 - self.knowledge) * self.hearsay
        self.verdict = 0.15 * self.merit + 0.85 * judged

    def feel(self) -> None:
        """Step 8: felt fairness."""
        d, part, aware = self.dials, self.part, self.aware
        say = 0.30 * self.seen
        treated = np.where(part, 0.05 + say, aware * say * self.outside)
        treated += 0.13 * self.reached + 0.13 * d.openness * aware
        gap = 0.5 * np.maximum(0, self.expected - self.seen) * d.asked
        gap *= np.where(part, 1.0, 0.5 * aware)
        self.pull = 0.31 * (1 - 0.35 * d.openness * aware)
        felt = 0.5 + 0.25 * (self.trust - 0.5) + self.pull * self.verdict + treated - gap
        self.fairness = (felt + self.rng.normal(0, 0.12, self.n)).clip(0, 1)

    def vote(self) -> None:
        """Step 9: accept the decision or not; and what people would answer who knew it all."""
        self.chance = answer(self.verdict, self.fairness, self.trust)
        self.accepts = self.happens(self.chance)
        fairness = self.fairness + self.pull * (self.merit - self.verdict)
        self.informed = answer(self.merit, fairness.clip(0, 1), self.trust)

    def update_trust(self) -> None:
        """Step 10: trust falls faster than it grows and goes back home; expected influence learns."""
        signal = 0.12 * (self.fairness - 0.5) + 0.19 * self.verdict
        change = signal * np.where(signal > 0, 1 - self.trust, 1.6 * self.trust) * self.aware
        drawn = (1 - 0.5**0.25) * (self.home - self.trust)
        self.trust = (self.trust + change + drawn).clip(0, 1)
        worth = self.seen + 0.4 * self.dials.asked * self.reached * (1 - self.seen)
        self.hope += np.where(self.part, 0.4, 0.09 * self.aware) * (worth - self.hope)

    def learn(self) -> None:
        """Step 11: the institution's own trust in the public learns, and goes back home."""
        gain = self.merit.mean() - self.draft_merit.mean()
        drawn = (1 - 0.5**0.25) * (self.home_goodwill - self.goodwill)
        self.goodwill = min(1.0, max(0.0, float(self.goodwill + 0.2 * gain + drawn)))

    def measure(self) -> dict[str, float]:
        """Return the means over all citizens."""
        columns = {
            "acceptance": self.chance,
            "votes": self.accepts,
            "trust": self.trust,
            "knowledge": self.knowledge,
            "fairness": self.fairness,
            "quality": self.merit,
            "informed": self.informed,
            "took_part": self.part,
        }
        return {key: float(column.mean()) for key, column in columns.items()}


def run(dials: dict[str, float | bool], citizens: int, decisions: int, rng: int) -> list[dict]:
    """Return the measures of each decision of one run."""
    town = Town(dials, citizens, rng)
    return [town.decide(first=number == 0) for number in range(decisions)]
