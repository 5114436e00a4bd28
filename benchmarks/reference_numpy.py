"""The model as good vectorised NumPy: one array per state variable, one run at a time."""

from types import SimpleNamespace

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.special import expit

Array = NDArray[np.float64]


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
        self.goodwill = 0.5
        self.n = citizens
        self.less_heard = np.arange(citizens) < round(0.3 * citizens)
        self.access = np.where(self.less_heard, self.dials.equal_access, 1.0)
        self.links = choose_links(self.rng, citizens, int(self.less_heard.sum()))
        self.degree = self.links.sum(axis=1)
        self.trust = self.rng.beta(1.6, 1.9, citizens)
        self.hope = (0.20 + 0.28 * self.trust + self.rng.normal(0, 0.16, citizens)).clip(0, 1)
        self.knowledge, self.hearsay = self.draw_views()

    def happens(self, chance: Array | float) -> NDArray[np.bool_]:
        """Draw once for every citizen."""
        return self.rng.random(self.n) < chance

    def draw_views(self) -> tuple[Array, Array]:
        """Draw fresh knowledge and hearsay."""
        shift = np.where(self.less_heard, -0.06, 0.03)
        return self.rng.beta(2.2, 5, self.n) + shift, self.rng.normal(-0.1, 0.3, self.n)

    def decide(self, first: bool) -> dict[str, float]:
        """Take one decision, in the order of events, and return its measures."""
        d = self.dials
        draft = self.rng.choice((-0.45, 0.45))
        offered = min(1.0, d.influence * (0.5 + self.goodwill))
        realised = offered * (1 - 0.5 * (1 - d.expectations)) if d.asked else 0.0
        self.face_topic(draft, first)
        self.spread_word()
        self.expect(offered)
        self.fill_seats()
        self.hold_session(draft, realised)
        self.give_feedback(realised)
        self.talk()
        self.feel()
        self.vote()
        self.update_trust()
        self.learn()
        return self.measure()

    def face_topic(self, draft: float, first: bool) -> None:
        """Step 1: a new topic, on which old knowledge and hearsay carry over in part."""
        if not first:
            knowledge, hearsay = self.draw_views()
            self.knowledge = 0.35 * self.knowledge + 0.65 * knowledge
            self.hearsay = 0.5 * self.hearsay + 0.5 * hearsay
        self.knowledge = self.knowledge.clip(0.02, 0.95)
        self.hearsay = self.hearsay.clip(-1, 1)
        self.ideal = self.rng.normal(np.where(self.less_heard, -0.35, 0.15), 0.45)
        self.draft_merit = 0.5 - 0.9 * np.abs(draft - self.ideal)

    def spread_word(self) -> None:
        """Step 2: tell some, let word of mouth run four rounds, and let the aware learn."""
        self.aware = self.happens(self.dials.awareness * self.access)
        for _ in range(4):
            self.aware |= self.happens(1 - (1 - 0.02) ** (self.links @ self.aware))
        gain = 0.25 * self.dials.openness * (0.5 + 0.5 * self.trust) * (1 - self.knowledge)
        self.knowledge += gain * self.aware

    def expect(self, offered: float) -> None:
        """Step 3: asking raises hopes, honest words pull them to what is on offer."""
        clarity = self.dials.expectations
        raised = (1 - clarity) * (self.hope + 0.30).clip(0, 1) + clarity * offered
        self.expected = np.where(self.aware & self.dials.asked, raised, self.hope)

    def fill_seats(self) -> None:
        """Step 4: all the willing come, or as many as there are seats, by weighted lot."""
        b = self.dials.buy_in
        self.judged = self.knowledge * self.draft_merit + (1 - self.knowledge) * self.hearsay
        pull = 1.0 * (np.abs(self.judged) - 0.25) + 5.0 * np.maximum(0, -self.judged)
        pull += 0.7 * ~self.less_heard
        score = -1.3 + 0.9 * b + (1 - b) * pull + 1.6 * (self.hope - 0.35)
        self.part = self.aware & self.dials.asked & self.happens(expit(score))
        willing, seats = np.flatnonzero(self.part), round(self.dials.seats * self.n)
        if willing.size > seats:
            weight = np.where(self.less_heard[willing], 1 + 1.5 * b, 1.0)
            room = self.rng.choice(willing, seats, replace=False, p=weight / weight.sum())
            self.part = np.isin(np.arange(self.n), room)

    def hold_session(self, draft: float, realised: float) -> None:
        """Step 5: the room learns, its links learn from it, and the plan moves."""
        f, plan = self.dials.performance, draft
        skill = f * self.dials.openness
        gap = (1 - self.knowledge) * np.where(self.part, 1 - 0.36 * skill, 1.0)
        self.knowledge = 1 - gap * (1 - 0.02 * skill) ** (self.links @ self.part)
        if self.part.sum() > 3:
            wish = self.ideal[self.part].mean()
            aim = f * wish + (1 - f) * (wish + draft) / 2
            plan = (1 - realised) * draft + realised * aim
        self.merit = 0.5 - 0.9 * np.abs(plan - self.ideal)

    def give_feedback(self, realised: float) -> None:
        """Step 6: what was done with the input, for those it reaches."""
        d = self.dials
        self.reached = self.happens(d.feedback * np.where(self.part, 1.0, 0.6 * self.access))
        self.knowledge += 0.12 * d.openness * (1 - self.knowledge) * self.reached
        guess = np.minimum(realised, 0.30 * self.trust)
        unreached = np.where(self.part, 0.5 * realised + 0.5 * guess, guess)
        self.seen = np.where(self.reached, realised, unreached)

    def talk(self) -> None:
        """Step 7: hearsay drifts to what the links thought of the draft."""
        around = self.links @ self.judged / self.degree
        self.hearsay = (0.7 * self.hearsay + 0.3 * around).clip(-1, 1)
        self.verdict = self.knowledge * self.merit + (1 - self.knowledge) * self.hearsay

    def feel(self) -> None:
        """Step 8: felt fairness."""
        d, asked = self.dials, self.aware & self.dials.asked
        voice = 0.35 * self.seen * asked * np.where(self.part, 1.0, d.buy_in)
        told = (0.18 * self.reached + 0.10 * self.aware) * d.openness
        gap = np.maximum(0, self.expected - self.seen) * asked * np.where(self.part, 1.0, 0.5)
        felt = 0.42 + 0.25 * (self.trust - 0.5) + (1.5 - self.trust) * (voice + told)
        self.fairness = (felt - 0.45 * gap + self.rng.normal(0, 0.12, self.n)).clip(0, 1)

    def vote(self) -> None:
        """Step 9: accept the decision or not."""
        score = 3.2 * self.verdict + 2.2 * (self.fairness - 0.5) + 1.0 * (self.trust - 0.5)
        self.chance = expit(score)
        self.accepts = self.happens(self.chance)

    def update_trust(self) -> None:
        """Step 10: trust falls faster than it grows, and expected influence learns."""
        signal = 1.4 * (self.fairness - 0.5) + 0.3 * self.verdict
        change = 0.20 * signal * np.where(signal > 0, 1 - self.trust, 2.0 * self.trust)
        self.trust += change * np.where(self.part, 1.0, np.where(self.aware, 0.5, 0.15))
        inside = 0.6 * self.hope + 0.4 * (1.3 * self.seen).clip(0, 1)
        outside = np.where(self.aware, 0.88 * self.hope + 0.12 * self.seen, self.hope)
        self.hope = np.where(self.part, inside, outside)

    def learn(self) -> None:
        """Step 11: the institution's own trust in the public learns."""
        gain = 2 * (self.merit.mean() - self.draft_merit.mean())
        goodwill = self.goodwill + 0.25 * (gain + 0.3 * (self.chance.mean() - 0.5))
        self.goodwill = min(1.0, max(0.0, float(goodwill)))

    def measure(self) -> dict[str, float]:
        """Return the means over all citizens."""
        columns = {
            "acceptance": self.chance,
            "votes": self.accepts,
            "trust": self.trust,
            "knowledge": self.knowledge,
            "fairness": self.fairness,
            "quality": self.merit,
            "reasoned": self.accepts == (self.merit > 0),
            "took_part": self.part,
        }
        return {key: float(column.mean()) for key, column in columns.items()}


def run(dials: dict[str, float | bool], citizens: int, decisions: int, rng: int) -> list[dict]:
    """Return the measures of each decision of one run."""
    town = Town(dials, citizens, rng)
    return [town.decide(first=number == 0) for number in range(decisions)]
