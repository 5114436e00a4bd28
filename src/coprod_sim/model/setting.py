"""What the drivers are given: the town and its luck (a setting), and one way of involving people (an arm)."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from coprod_sim import draws
from coprod_sim.assumptions import REFERENCE, Assumptions
from coprod_sim.engagement import Dials, Engagement
from coprod_sim.model.case_row import CaseRow
from coprod_sim.model.constants import Constants, constants_for
from coprod_sim.model.thirds import fill_thirds
from coprod_sim.model.town_luck import ALWAYS, TownLuck, luck_of_room, luck_of_side, luck_of_town
from coprod_sim.population import Population
from coprod_sim.population.network import Network, build_network
from coprod_sim.scenarios import Campaign, Scenario

type Key = tuple[np.uint64, np.uint64]


class Arm(NamedTuple):
    """One way of involving people, in the numbers the rules read; the campaign is before `at`."""

    dials: Dials
    p: Assumptions
    strength: float = 0.0
    reach: float = 0.0
    at: float = 0.0

    def numbers(self) -> list[float]:
        """List them in their order, as an engine without Python reads them."""
        return [*self.dials, *self.p, self.strength, self.reach, self.at]


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
    def key(self) -> Key:
        """The seed as the key of the generator."""
        return draws.split(self.seed)

    @property
    def drafts_key(self) -> Key:
        """The seed that says on which side drafts stand, as a key."""
        return self.key if self.drafts_from is None else draws.split(self.drafts_from)

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
        return _town_luck(
            self.key, self.drafts_key, self.decisions, first_run, runs, either=self.either
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
        trust = self.population.surveyed(words)
        found = np.empty(trust.shape, dtype=np.uint8)
        for k in range(len(runs)):
            fill_thirds(trust[:, k].copy(), found[:, k])
        return found

    def constants(self, arm: Arm) -> Constants:
        """Find what is the same for everybody under an arm."""
        return constants_for(arm.dials, arm.p, self.months, self.share_less_heard)

    def row(self, arm: Arm) -> list[float]:
        """Give an arm as one row of numbers, for the compiled ensemble."""
        campaign = (arm.strength, arm.reach, arm.at)
        return [*arm.dials, *arm.p, *self.constants(arm), *campaign]

    def case_row(self) -> CaseRow:
        """Give the town and its series as one row of numbers; first trust is two tables, not in it."""
        people = self.population
        return CaseRow(
            citizens=people.citizens,
            less_heard=people.less_heard,
            contacts=people.contacts,
            homophily=people.homophily,
            decisions=self.decisions,
            draft=self.draft,
            either=self.either,
            heat=self.heat,
            months=self.months,
            seed_low=float(self.key[0]),
            seed_high=float(self.key[1]),
            drafts_low=float(self.drafts_key[0]),
            drafts_high=float(self.drafts_key[1]),
        )


@lru_cache(maxsize=64)
def _town_luck(
    key: Key, drafts_key: Key, decisions: int, first_run: int, runs: int, *, either: bool
) -> TownLuck:
    normal = draws.luck_tables()[0]
    run = np.arange(first_run, first_run + runs, dtype=np.uint64)
    decision = np.arange(1, decisions + 1, dtype=np.uint64)[:, None]
    sides = luck_of_side(drafts_key, decision, run)
    return TownLuck(
        town=np.stack(luck_of_town(normal, key, run)),
        sides=sides if either else np.full((decisions, runs), ALWAYS),
        errors=luck_of_room(normal, key, decision, run),
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
