"""The model built a second time, from docs/odd.md alone: one run, plain NumPy, NumPy's own luck.

Nothing of coprod_sim is imported: numbers come from the document's tables, formulas from its text.
"""

import re
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray

TEXT = (Path(__file__).resolve().parents[1] / "docs" / "odd.md").read_text(encoding="utf-8")
Array = NDArray[Any]


@cache
def table(name: str) -> dict[str, dict[str, str]]:
    """Read a table of the document: a dictionary for each row, by what its first column names."""
    block = TEXT.split(f"<!-- {name}:")[1].splitlines()[2:-1]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in block]
    lines = [[re.sub("`([^`]*)`.*", r"\1", cell) for cell in line] for line in cells]
    return {line[0]: dict(zip(lines[0], line, strict=True)) for line in lines[2:]}


def settings(engagement: str, changes: dict[str, float]) -> SimpleNamespace:
    """Put the assumptions (6.1), the constants (6.1) and the dials (6.2) together."""
    numbers = {name: float(row["Value"]) for name, row in table("assumptions").items()}
    for name in ("WORD_OF_MOUTH_ROUNDS", "ATTEMPTS"):
        numbers[name] = int(table("constants")[name]["Value"])
    for name, value in list(table("engagements")[engagement].items())[2:]:
        numbers[name] = {"yes": 1.0, "no": 0.0}[value] if name == "asked" else float(value)
    return SimpleNamespace(**numbers | changes)


class Rebuilt:
    """One run of the model; `changes` are assumptions to change."""

    def __init__(self, scenario: str, engagement: str, n: int, seed: int, **changes: float) -> None:
        self.rng, self.n = np.random.default_rng(seed), n
        self.s = s = settings(engagement, changes)
        self.case = case = table("scenarios")[scenario]
        self.less = np.arange(n) < round(float(case["Less heard"]) * n)
        self.links = self.make_links(int(case["Contacts"]), float(case["Homophily"]))
        self.trust = self.rng.beta(*map(float, re.findall(r"[\d.]+", case["First trust"])), n)
        luck = s.expected_base + s.expected_spread * self.rng.standard_normal(n)
        self.expected = (s.expected_trust * self.trust + luck).clip(0, 1)
        self.responsiveness = s.responsiveness_start
        self.knowledge = self.hearsay = np.zeros(n)  # the first topic gives them

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

    def learn(self, gain: float | Array, who: Array) -> None:
        self.knowledge = self.knowledge + np.where(who, gain * (1 - self.knowledge), 0)

    def play(self) -> list[dict[str, float]]:
        return [self.decide(k + 1) for k in range(int(self.case["Decisions"]))]

    def decide(self, number: int) -> dict[str, float]:
        s, draft = self.s, float(self.case["Draft"])
        either = self.case["Direction"] == "either"
        self.draft = -draft if either and self.rng.random() < 0.5 else draft
        self.meet_topic(number == 1)
        self.hear_of_it()
        self.offered = min(s.influence * (s.responsiveness_base + self.responsiveness), 1.0)
        self.realised = s.asked * self.offered * (1 - s.unclear_scope * (1 - s.expectations))
        self.take_part()
        self.work_together()
        self.give_feedback()
        self.talk()
        self.feel_fairness()
        self.acceptance_and_trust()
        return self.update_institution()

    def meet_topic(self, first: bool) -> None:
        s, n = self.s, self.n
        know = self.by_group(s.knowledge_less_heard, s.knowledge_well_connected)
        know = know + self.rng.beta(2.2, 5, n)
        hear = s.hearsay_mean + s.hearsay_spread * self.rng.standard_normal(n)
        if not first:
            know = s.knowledge_carried * self.knowledge + (1 - s.knowledge_carried) * know
            hear = s.hearsay_carried * self.hearsay + (1 - s.hearsay_carried) * hear
        self.knowledge = np.clip(know, s.knowledge_floor, s.knowledge_ceiling)
        self.hearsay = np.clip(hear, -1, 1)
        mean = self.by_group(s.ideal_less_heard, s.ideal_well_connected)
        self.ideal = mean + s.ideal_spread * self.rng.standard_normal(n)
        self.draft_merit = self.merit(self.draft)

    def hear_of_it(self) -> None:
        s = self.s
        self.aware = self.happens(self.by_group(s.awareness * s.equal_access, s.awareness))
        for _ in range(s.WORD_OF_MOUTH_ROUNDS):
            self.aware |= self.happens(1 - (1 - s.word_of_mouth) ** (self.links @ self.aware))
        ear = s.trusted_learning + (1 - s.trusted_learning) * self.trust
        self.learn(s.openness_teaches * s.openness * ear, self.aware)

    def take_part(self) -> None:
        s = self.s
        self.view = view = self.knowledge * self.draft_merit + (1 - self.knowledge) * self.hearsay
        uneven = s.willing_stake * (np.abs(view) - s.stake_neutral)
        uneven += s.willing_opposed * np.maximum(-view, 0) + s.willing_connected * ~self.less
        score = s.willing_base + s.willing_buy_in * s.buy_in + (1 - s.buy_in) * uneven
        score += s.willing_influence * (self.expected - s.influence_neutral)
        ready = 1 / (1 + np.exp(-score))
        self.part = self.aware & self.happens(ready) & (s.asked > 0)
        seats, willing = max(round(s.seats * self.n), 1), np.flatnonzero(self.part)
        if len(willing) > seats:
            weight = self.by_group(1 + s.seats_less_heard * s.buy_in, 1.0)[willing]
            chosen = self.rng.choice(willing, seats, replace=False, p=weight / weight.sum())
            self.part = np.isin(np.arange(self.n), chosen)

    def work_together(self) -> None:
        s, plan = self.s, self.draft
        self.learn(s.session_teaches * s.performance * s.openness, self.part)
        kept = 1 - s.participant_teaches * s.performance * s.openness
        self.knowledge = 1 - (1 - self.knowledge) * kept ** (self.links @ self.part)
        if self.part.sum() > s.seats_floor:
            wish = self.ideal[self.part].mean()
            blunted = (1 - s.skilled_share) * plan + s.skilled_share * wish
            target = s.performance * wish + (1 - s.performance) * blunted
            step = self.realised * s.plan_moves
            plan = (1 - step) * plan + step * target
        self.final_merit = self.merit(plan)

    def give_feedback(self) -> None:
        s, others = self.s, self.s.feedback * self.s.feedback_spreads
        to_others = self.by_group(others * s.equal_access, others)
        self.got_it = self.happens(np.where(self.part, s.feedback, to_others))
        self.learn(s.feedback_teaches * s.openness, self.got_it)
        believed = np.minimum(self.realised, s.influence_believed * self.trust)
        half = s.seen_by_participants * self.realised + (1 - s.seen_by_participants) * believed
        self.seen = np.where(self.got_it, self.realised, np.where(self.part, half, believed))

    def talk(self) -> None:
        degree, weight = self.links.sum(axis=1), self.s.others_weight
        views = np.where(degree > 0, self.links @ self.view / np.maximum(degree, 1), self.view)
        self.hearsay = np.clip((1 - weight) * self.hearsay + weight * views, -1, 1)
        self.seen_merit = self.knowledge * self.final_merit + (1 - self.knowledge) * self.hearsay

    def feel_fairness(self) -> None:
        s, lifted = self.s, (self.expected + self.s.hopes_raised).clip(0, 1)
        hoped = (1 - s.expectations) * lifted + s.expectations * self.offered
        gap = np.maximum(hoped - self.seen, 0)
        gap = s.asked * np.where(self.part, gap, np.where(self.aware, s.gap_onlooker * gap, 0))
        public = np.where(self.aware, s.fairness_public_voice * self.seen * s.buy_in * s.asked, 0)
        good = np.where(self.part, s.fairness_voice * self.seen, public)
        good += s.openness * (s.fairness_answered * self.got_it + s.fairness_told * self.aware)
        felt = s.fairness_base + s.fairness_trust * (self.trust - 0.5) - s.fairness_gap * gap
        felt += (s.fairness_of_the_wary - self.trust) * good
        felt += s.fairness_noise * self.rng.standard_normal(self.n)
        self.felt = felt.clip(0, 1)

    def acceptance_and_trust(self) -> None:
        s, merit, fair, trust = self.s, self.seen_merit, self.felt - 0.5, self.trust
        score = s.acceptance_merit * merit + s.acceptance_fairness * fair
        score += s.acceptance_trust * (trust - 0.5)
        self.chance = 1 / (1 + np.exp(-score))
        signal = s.signal_fairness * fair + s.signal_merit * merit
        room = np.where(signal > 0, 1 - trust, s.bad_news_weight * trust)
        nearness = np.where(self.part, 1, np.where(self.aware, s.trust_aware, s.trust_unaware))
        self.trust = (trust + s.trust_speed * signal * room * nearness).clip(0, 1)
        lesson = s.influence_learned * (s.influence_overshoot * self.seen).clip(0, 1)
        had_a_say = (1 - s.influence_learned) * self.expected + lesson
        looked_on = (1 - s.influence_overheard) * self.expected + s.influence_overheard * self.seen
        self.expected = np.where(self.aware, looked_on, self.expected)
        self.expected = np.where(self.part, had_a_say, self.expected)

    def update_institution(self) -> dict[str, float]:
        s, gained = self.s, self.final_merit.mean() - self.draft_merit.mean()
        accepted = s.institution_acceptance * (self.chance.mean() - 0.5)
        moved = s.institution_speed * (s.institution_quality * gained + accepted)
        self.responsiveness = np.clip(self.responsiveness + moved, 0, 1)
        read = {"acceptance": self.chance, "trust": self.trust, "quality": self.final_merit}
        return {k: float(v.mean()) for k, v in (read | {"took_part": self.part}).items()}
