"""Everybody's luck in one decision, as lists: what the Mesa driver hands to its citizens."""

from typing import Any, NamedTuple

import numpy as np

from coprod_sim import draws
from coprod_sim.model.setting import Arm, Setting


class Luck(NamedTuple):
    """Everybody's luck in one decision: lists with one number for each citizen."""

    told: list[float]
    mentions_needed: list[float]
    lot: list[float]
    shown: list[float]
    ideal: list[float]
    knowledge: list[float]
    hearsay: list[float]
    ready: list[float]
    reached: list[float]
    felt: list[float]
    vote: list[float]


def draw_luck(setting: Setting, arm: Arm, run: int, decision: int) -> Luck:
    """Draw everybody's luck in one decision.

    Args:
        setting: the town and the seed.
        arm: the way of involving people; only how far word of mouth carries is read.
        run: the replication.
        decision: which decision, counted from 1.

    Returns:
        The luck of all citizens, in their order.
    """
    normal, beta, exponential = draws.luck_tables()
    told, patience, lot, shown = _words(setting, run, decision, draws.TOLD)
    ideal, knowledge, hearsay, ready = _words(setting, run, decision, draws.TOPIC)
    reached, felt, vote, _ = _words(setting, run, decision, draws.VERDICT)
    patience = draws.from_table(exponential, patience)
    return Luck(
        told=draws.uniform(told).tolist(),
        mentions_needed=draws.mentions_needed(patience, arm.per_mention).tolist(),
        lot=draws.from_table(exponential, lot).tolist(),
        shown=draws.uniform(shown).tolist(),
        ideal=draws.from_table(normal, ideal).tolist(),
        knowledge=draws.from_table(beta, knowledge).tolist(),
        hearsay=draws.from_table(normal, hearsay).tolist(),
        ready=draws.uniform(ready).tolist(),
        reached=draws.uniform(reached).tolist(),
        felt=draws.from_table(normal, felt).tolist(),
        vote=draws.uniform(vote).tolist(),
    )


def draw_first_day(setting: Setting, run: int) -> tuple[list[float], list[float]]:
    """Draw everybody's first trust, and their luck with what they expect of having a say.

    Args:
        setting: the town and the seed.
        run: the replication.

    Returns:
        Trust from 0 to 1, and a standard normal number, for each citizen.
    """
    people = setting.population
    trust, hope, _, _ = _words(setting, run, 0, draws.FIRST_DAY)
    less = draws.from_table(people.trust_less_heard, trust[: people.less_heard])
    well = draws.from_table(people.trust_well_connected, trust[people.less_heard :])
    return [*less.tolist(), *well.tolist()], draws.from_table(draws.luck_tables()[0], hope).tolist()


def _words(setting: Setting, run: int, decision: int, purpose: int) -> Any:
    number = np.arange(setting.population.citizens)
    return draws.words(setting.seed, number, decision, run, purpose)
