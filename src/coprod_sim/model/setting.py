"""What the drivers are given: the town and its luck (a setting), and one way of involving people (an arm)."""

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from coprod_sim import draws
from coprod_sim.assumptions import REFERENCE, Assumptions
from coprod_sim.engagement import Dials, Engagement
from coprod_sim.five_steps import performance
from coprod_sim.population import Population
from coprod_sim.population.network import MOST_LINKS, Network, build_network
from coprod_sim.scenarios import Campaign, Scenario

LANES = 8
"""Runs that are played side by side and share one network [runs]."""


class Arm(NamedTuple):
    """One way of involving people, in the numbers the rules read; the campaign is before `at`."""

    dials: Dials
    p: Assumptions
    strength: float = 0.0
    reach: float = 0.0
    at: float = 0.0

    @property
    def per_mention(self) -> float:
        """The rate of noticing per mention, -ln(1 - word_of_mouth)."""
        return -math.log1p(-self.p.word_of_mouth)

    @property
    def row(self) -> list[float]:
        """The arm as one row of numbers, for the compiled ensemble."""
        return [*self.dials, *self.p, self.strength, self.reach, self.at, self.per_mention]

    def left_after(self) -> list[float]:
        """The share of a knowledge gap left after knowing 0, 1, 2 ... participants."""
        kept = performance.kept_gap(self.dials.performance, self.dials.openness, self.p)
        left = [1.0]
        for _ in range(MOST_LINKS):
            left.append(left[-1] * kept)
        return left


@dataclass(frozen=True, kw_only=True)
class Setting:
    """A town and a series of decisions: all that every engagement of a comparison has in common.

    `drafts_from` is the seed that says on which side drafts stand, where towns share their drafts.
    """

    population: Population
    decisions: int
    draft: float
    either: bool
    seed: int
    drafts_from: int | None = None

    @cached_property
    def key(self) -> tuple[np.uint64, np.uint64]:
        """The seed as the key of the generator."""
        return draws.split(self.seed)

    def network(self, batch: int) -> Network:
        """Build the network that the runs of one batch share.

        Args:
            batch: which `LANES` runs, counted from 0.

        Returns:
            The network, with the less-heard citizens first.
        """
        people = self.population
        return build_network(
            people.citizens, people.less_heard, people.contacts, people.homophily, batch, self.seed
        )

    def drafts(self, first_run: int, runs: int) -> np.ndarray:
        """Where each draft stands.

        Args:
            first_run: the first run, counted from 0.
            runs: how many runs.

        Returns:
            Positions on the scale of plans: decisions x runs.
        """
        seed = self.seed if self.drafts_from is None else self.drafts_from
        return _drafts(seed, self.decisions, self.draft, self.either, first_run, runs)


@lru_cache(maxsize=64)
def _drafts(
    seed: int, decisions: int, draft: float, either: bool, first_run: int, runs: int
) -> np.ndarray:
    if not either:
        return np.full((decisions, runs), draft)
    decision = np.arange(1, decisions + 1)[:, None]
    sign = draws.words(seed, 0, decision, first_run + np.arange(runs), draws.DRAFT)[0]
    return np.where(sign < 2**31, draft, -draft)


def setting_of(scenario: Scenario, population: Population, seed: int) -> Setting:
    """Put a scenario and its people together for the drivers.

    Args:
        scenario: the case.
        population: its citizens, from `population_of`.
        seed: the seed of all luck, up to 64 bits.

    Returns:
        What every engagement of a comparison has in common.
    """
    return Setting(
        population=population,
        decisions=scenario.decisions.count,
        draft=scenario.decisions.draft,
        either=scenario.decisions.direction == "either",
        seed=seed,
    )


def arm_of(
    engagement: Engagement, p: Assumptions = REFERENCE, campaign: Campaign | None = None
) -> Arm:
    """Put an engagement, the assumptions and a campaign together for the drivers.

    Args:
        engagement: the way of involving people.
        p: the numbers inside the rules.
        campaign: a misinformation campaign, or none.

    Returns:
        One treatment arm.
    """
    if campaign is None:
        return Arm(engagement.dials, p)
    return Arm(engagement.dials, p, campaign.strength, campaign.reach, float(campaign.decision))
