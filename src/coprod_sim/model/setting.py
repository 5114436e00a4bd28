"""What the drivers are given: the town and its luck (a setting), and one way of involving people (an arm)."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from coprod_sim import draws
from coprod_sim.arithmetic import rate
from coprod_sim.assumptions import REFERENCE, Assumptions
from coprod_sim.engagement import Dials, Engagement
from coprod_sim.engagement.costs import cost_of
from coprod_sim.five_steps import buy_in
from coprod_sim.model import rules
from coprod_sim.model.constants import Constants
from coprod_sim.population import Population
from coprod_sim.population.network import Network, build_network
from coprod_sim.scenarios import Campaign, Scenario

LANES = 8
"""Runs that are played side by side and share one network [runs]."""
ALWAYS = -1.0
"""Luck that keeps a draft on its side, whatever the assumptions."""


class Arm(NamedTuple):
    """One way of involving people, in the numbers the rules read; the campaign is before `at`."""

    dials: Dials
    p: Assumptions
    strength: float = 0.0
    reach: float = 0.0
    at: float = 0.0


class TownLuck(NamedTuple):
    """The luck of places and rooms, for several runs.

    `town` holds three standard normal rows: of trust, of heat, of the body; `sides` (uniform) and `errors`
    (standard normal) are decisions x runs.
    """

    town: np.ndarray
    sides: np.ndarray
    errors: np.ndarray


@dataclass(frozen=True, kw_only=True)
class Setting:
    """A town and a series of decisions: all that every engagement of a comparison has in common.

    `heat` says how hot the decisions are, `months` how long each takes. `drafts_from` is the seed that says
    on which side drafts stand, where towns share their drafts.
    """

    population: Population
    decisions: int
    draft: float
    either: bool
    seed: int
    heat: float = 1.0
    months: float = 6.0
    drafts_from: int | None = None

    @cached_property
    def key(self) -> tuple[np.uint64, np.uint64]:
        """The seed as the key of the generator."""
        return draws.split(self.seed)

    @property
    def share_less_heard(self) -> float:
        """The share of less-heard people in the town."""
        return self.population.less_heard / self.population.citizens

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

    def town_luck(self, first_run: int, runs: int) -> TownLuck:
        """Draw the luck of places and rooms.

        Args:
            first_run: the first run, counted from 0.
            runs: how many runs.

        Returns:
            Luck of the town, of the sides drafts lean to, and of the rooms' shared errors.
        """
        drafts_from = self.seed if self.drafts_from is None else self.drafts_from
        return _town_luck(
            self.seed, drafts_from, self.decisions, first_run, runs, either=self.either
        )

    def thirds(self, runs: np.ndarray) -> np.ndarray:
        """Say which third of the town everybody belongs to by trust before anything happens.

        A town that is more or less trusting than most moves everybody alike, so it changes nobody's place.

        Args:
            runs: numbers of runs, counted from 0.

        Returns:
            Citizens x runs: 0 for the third that trusts least, 1, or 2 for the one that trusts most.
        """
        number = np.arange(self.population.citizens)[:, None]
        words = draws.words(self.seed, number, 0, runs, draws.FIRST_DAY)[0]
        place = self.population.surveyed(words).argsort(axis=0, kind="stable").argsort(axis=0)
        return (place * 3 // len(place)).astype(np.uint8)

    def constants(self, arm: Arm) -> Constants:
        """Find what is the same for everybody under an arm."""
        (d, p, *_), months = arm, self.months
        hours, less = cost_of(d).hours_each, self.share_less_heard
        hearsay_kept = rules.kept(p.hearsay_half_life, months)
        return Constants(
            trust_kept=rules.kept(p.trust_half_life, months),
            knowledge_kept=rules.kept(p.knowledge_half_life, months),
            hearsay_kept=hearsay_kept,
            hearsay_fresh=rules.freshness(hearsay_kept, p),
            lasting=rules.lasting(p),
            passing=rules.passing(p),
            per_mention=rate(p.word_of_mouth),
            invited_less_heard=buy_in.invitation(d.buy_in, d.equal_access, hours, 1.0, p),
            invited_well_connected=buy_in.invitation(d.buy_in, d.equal_access, hours, 0.0, p),
            start_less_heard=rules.head_start(1.0, less, p),
            start_well_connected=rules.head_start(0.0, less, p),
        )

    def row(self, arm: Arm) -> list[float]:
        """Give an arm as one row of numbers, for the compiled ensemble."""
        campaign = (arm.strength, arm.reach, arm.at)
        return [*arm.dials, *arm.p, *self.constants(arm), *campaign]


@lru_cache(maxsize=64)
def _town_luck(
    seed: int, drafts_from: int, decisions: int, first_run: int, runs: int, *, either: bool
) -> TownLuck:
    normal = draws.luck_tables()[0]
    run, decision = first_run + np.arange(runs), np.arange(1, decisions + 1)[:, None]
    town = draws.words(seed, 0, 0, run, draws.DRAFT)[:3]
    sides = draws.uniform(draws.words(drafts_from, 0, decision, run, draws.DRAFT)[0])
    errors = draws.words(seed, 0, decision, run, draws.DRAFT)[1]
    return TownLuck(
        town=draws.from_table(normal, np.stack(town)),
        sides=sides if either else np.full((decisions, runs), ALWAYS),
        errors=draws.from_table(normal, errors),
    )


def setting_of(scenario: Scenario, population: Population, seed: int) -> Setting:
    """Put a scenario and its people together for the drivers.

    Args:
        scenario: the case.
        population: its citizens, from `population_of`.
        seed: the seed of all luck, up to 64 bits.

    Returns:
        What every engagement of a comparison has in common.
    """
    decisions = scenario.decisions
    return Setting(
        population=population,
        decisions=decisions.count,
        draft=decisions.draft,
        either=decisions.direction == "either",
        heat=decisions.heat,
        months=decisions.months,
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
