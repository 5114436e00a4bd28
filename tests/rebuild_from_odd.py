"""The model built a second time, by hand from docs/odd.md: one run, plain NumPy, NumPy's own luck.

Nothing of coprod_sim is imported, and no line of the text is run: numbers come from the document's tables,
formulas from reading it. `same_bits_from_odd.py` runs the text instead.
"""

import re
from types import SimpleNamespace
from typing import Any

import numpy as np
import odd_text
from numpy.typing import NDArray
from odd_text import table

Array = NDArray[Any]


def settings(engagement: str, changes: dict[str, float]) -> SimpleNamespace:
    """Put the assumptions (6.1), the constants (6.1), the dials (6.2) and the hours (7.16) together."""
    dials = odd_text.dials(engagement)
    numbers = odd_text.assumptions() | odd_text.constants() | dials
    return SimpleNamespace(**numbers | {"hours": odd_text.hours_each(dials)} | changes)


def logistic(score: Any) -> Any:
    return 1 / (1 + np.exp(-score))


class Rebuilt:
    """One run of the model; `direction` is that of the drafts, `changes` are assumptions to change."""

    def __init__(
        self, scenario: str, engagement: str, n: int, seed: int, direction: str, **changes: float
    ) -> None:
        self.rng, self.n = np.random.default_rng(seed), n
        self.s = s = settings(engagement, changes)
        self.case = case = table("scenarios")[scenario] | {"Direction": direction}
        self.less = np.arange(n) < round(float(case["Less heard"]) * n)
        self.links = self.make_links(int(case["Contacts"]), float(case["Homophily"]))
        self.left = {what: 0.5 ** (float(case["Months"]) / getattr(s, f"{what}_half_life"))
                     for what in ("trust", "knowledge", "hearsay")}  # fmt: skip
        of_town = self.rng.standard_normal(3)
        a, b = map(float, re.findall(r"[\d.]+", case["First trust"]))
        surveyed = self.rng.beta(a, b, n)
        self.trust = self.home = (surveyed + s.town_trust * of_town[0]).clip(0, 1)
        self.heat = float(case["Heat"]) * np.exp(s.town_heat * of_town[1])
        self.body = self.body_at_home = np.clip(
            s.responsiveness_start + s.town_body * of_town[2], 0, 1
        )
        hope = s.expected_base + s.expected_spread * self.rng.standard_normal(n)
        self.expected = (hope + s.expected_trust * self.trust).clip(0, 1)
        self.always = self.rng.standard_normal(n)
        self.knowledge = self.hearsay = np.zeros(n)  # the first topic gives them
        self.side = 0

    def make_links(self, contacts: int, homophily: float) -> Array:
        links, less = np.zeros((self.n, self.n)), int(self.less.sum())
        for i in range(self.n):
            first, size = (0, less) if i < less else (less, self.n - less)
            made = 0
            for inside, whom in self.rng.random((self.s.ATTEMPTS, 2)):
                own = inside < homophily
                other = first + int(whom * size) if own else int(whom * self.n)
                if other != i and not links[i, other]:
                    links[i, other] = links[other, i] = 1.0
                    made += 1
                if made == contacts:
                    break
        return links

    def by_group(self, less_heard: float, well_connected: float) -> Array:
        return np.where(self.less, less_heard, well_connected)

    def happens(self, chance: Array | float) -> Array:
        return self.rng.random(self.n) < chance

    def merit(self, plan: float) -> Array:
        return self.s.merit_at_best - self.s.merit_slope * np.abs(plan - self.ideal)

    def learn(self, gain: float, who: Array) -> None:
        self.knowledge = self.knowledge + gain * who * (1 - self.knowledge)

    def judge(self, merit: Array) -> Array:
        return self.knowledge * merit + (1 - self.knowledge) * self.hearsay

    def play(self) -> list[dict[str, float]]:
        return [self.decide(k + 1) for k in range(int(self.case["Decisions"]))]

    def decide(self, number: int) -> dict[str, float]:
        s = self.s
        self.meet_topic(number == 1)
        self.hear_of_it()
        self.offered = min(s.influence * (s.responsiveness_base + self.body), 1)
        self.real = s.asked * self.offered * (1 - s.unclear_scope * (1 - s.expectations))
        self.take_part()
        self.work_together()
        self.give_feedback()
        self.talk()
        self.feel_fairness()
        self.accept()
        self.learn_from_it()
        quality = self.plan_merit / s.merit_at_best
        read = {"acceptance": self.chance, "trust": self.trust, "quality": quality}
        read |= {"took_part": self.part, "fairness": self.felt}
        return {name: float(values.mean()) for name, values in read.items()}

    def meet_topic(self, first: bool) -> None:
        s, n = self.s, self.n
        same = self.rng.random() < s.side_kept
        either_way = 1 if self.rng.random() < 0.5 else -1
        self.side = either_way if first else (self.side if same else -self.side)
        if self.case["Direction"] == "as given":
            self.side = 1
        self.draft = float(self.case["Draft"]) * self.side
        own = np.sqrt(s.ideal_kept) * self.always
        own += np.sqrt(1 - s.ideal_kept) * self.rng.standard_normal(n)
        self.ideal = (
            self.by_group(s.ideal_less_heard, s.ideal_well_connected) + s.ideal_spread * own
        )
        self.draft_merit = self.merit(self.draft)
        new = self.rng.beta(2.2, 5, n) + s.knowledge_gap * (self.less.mean() - self.less)
        noise = s.hearsay_spread * self.rng.standard_normal(n)
        know, heard = (0.0, 0.0) if first else (self.left["knowledge"], self.left["hearsay"])
        fresh = 1.0 if first else np.sqrt(1 - (heard * (1 - s.others_weight)) ** 2)
        self.knowledge = (know * self.knowledge + (1 - know) * new).clip(0, 1)
        old = heard * self.hearsay + (1 - heard) * s.hearsay_mean
        self.hearsay = (old + fresh * noise).clip(-1, 1)

    def hear_of_it(self) -> None:
        s = self.s
        self.aware = self.happens(self.by_group(s.awareness * s.equal_access, s.awareness))
        for _ in range(s.WORD_OF_MOUTH_ROUNDS):
            self.aware |= self.happens(1 - (1 - s.word_of_mouth) ** (self.links @ self.aware))
        self.learn(s.openness_teaches * s.openness, self.aware)
        read = s.slant * s.openness * (self.trust - 0.5) * self.aware
        self.hearsay = (self.hearsay + read).clip(-1, 1)

    def take_part(self) -> None:
        s = self.s
        self.view = view = self.judge(self.draft_merit)
        drawn = s.ready_stake * np.abs(view) + s.ready_opposed * np.maximum(-view, 0)
        score = s.ready_base + s.ready_buy_in * s.buy_in - s.ready_hours * s.hours
        score = score - s.ready_access * (1 - s.equal_access) * self.less
        score += (1 - s.buy_in) * self.heat * drawn
        score += s.ready_influence * self.expected + s.ready_trust * (self.trust - 0.5)
        self.part = self.aware & self.happens(logistic(score)) & (s.asked > 0)
        if s.seats > 0:
            self.part &= self.happens(self.chance_of_a_seat())

    def chance_of_a_seat(self) -> Array:
        s, less = self.s, (self.part & self.less).sum()
        well = self.part.sum() - less
        if less + well == 0:
            return np.zeros(self.n)
        quota = (1 - s.buy_in) * less / (less + well) + s.buy_in * self.less.mean()
        theirs = min(max(s.seats * quota, s.seats - well), less)
        return self.by_group(theirs / max(less, 1), (s.seats - theirs) / max(well, 1))

    def work_together(self) -> None:
        s, part, room = self.s, self.part, self.part.sum()
        self.learn(s.session_teaches * s.performance * s.openness, part)
        self.step, self.unlike, plan = 0.0, 0.0, self.draft
        if room:
            self.step = step = self.real * s.plan_moves * room / (room + s.room_floor)
            error = s.error_spread * self.rng.standard_normal() * (1 - self.knowledge[part].mean())
            plan = (1 - step) * plan + step * (self.ideal[part].mean() + error)
            against = self.view < 0
            self.unlike = abs(self.less[part].mean() - self.less.mean())
            self.unlike += abs(against[part].mean() - against.mean())
        ready = s.performance * s.openness
        good = self.step * (s.valence_gain * ready - s.valence_loss * (1 - ready))
        self.plan_merit = self.merit(plan) + good - self.step * s.capture * self.unlike * ~part
        alike = max(1 - s.room_unlike * s.openness * self.unlike, 0)
        self.outside = s.voice_outside * s.buy_in * room / (room + s.room_half) * alike

    def give_feedback(self) -> None:
        s, others = self.s, self.s.feedback * self.s.feedback_spreads
        to_others = self.by_group(others * s.equal_access, others)
        self.got_it = self.happens(np.where(self.part, s.feedback, to_others))
        self.learn(s.feedback_teaches * s.openness, self.got_it)
        believed = np.minimum(self.real, s.influence_believed * self.trust)
        self.seen = np.where(self.got_it, self.real, believed)

    def talk(self) -> None:
        s, degree = self.s, self.links.sum(axis=1)
        views = np.where(degree > 0, self.links @ self.view / np.maximum(degree, 1), self.view)
        heard = (1 - s.others_weight) * self.hearsay + s.others_weight * views
        self.hearsay = heard.clip(-1, 1)
        judged = self.judge(self.plan_merit)
        self.seen_merit = s.outcome_lived * self.plan_merit + (1 - s.outcome_lived) * judged

    def feel_fairness(self) -> None:
        s, part, onlooker = self.s, self.part, self.aware & ~self.part
        lifted = (self.expected + s.hopes_raised).clip(0, 1)
        hoped = (1 - s.expectations) * lifted + s.expectations * self.offered
        gap = s.asked * s.fairness_gap * np.maximum(hoped - self.seen, 0)
        gap = gap * (part + s.gap_onlooker * onlooker)
        say = s.fairness_voice * self.seen
        good = part * (s.fairness_asked + say) + onlooker * say * self.outside
        good += s.fairness_answered * self.got_it + s.fairness_told * s.openness * self.aware
        colour = s.fairness_outcome * (1 - s.fairness_clear * s.openness * self.aware)
        felt = s.fairness_base + s.fairness_trust * (self.trust - 0.5) + colour * self.seen_merit
        felt += (1 + s.treatment_wary * (0.5 - self.trust)) * good - gap
        self.felt = (felt + s.fairness_noise * self.rng.standard_normal(self.n)).clip(0, 1)

    def accept(self) -> None:
        s, merit = self.s, self.seen_merit
        pull = 2 * s.acceptance_fairness * logistic(-s.interplay * merit)
        score = s.acceptance_merit * merit + pull * (self.felt - 0.5)
        self.chance = logistic(score + s.acceptance_trust * (self.trust - 0.5))

    def learn_from_it(self) -> None:
        s, trust, moved = self.s, self.trust, self.body
        signal = s.signal_fairness * (self.felt - 0.5) + s.signal_merit * self.seen_merit
        way = np.where(signal > 0, 1 - trust, s.bad_news_weight * trust) * signal * self.aware
        back = (1 - self.left["trust"]) * (self.home - trust)
        self.trust = (trust + way + back).clip(0, 1)
        worth = self.seen + self.got_it * s.influence_answered * s.asked * (1 - self.seen)
        speed = np.where(self.part, s.influence_learned, s.influence_overheard * self.aware)
        self.expected = self.expected + speed * (worth - self.expected)
        moved = moved + s.institution_quality * (self.plan_merit - self.draft_merit).mean()
        moved += (1 - self.left["trust"]) * (self.body_at_home - self.body)
        self.body = np.clip(moved, 0, 1)
