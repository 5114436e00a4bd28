"""Everybody's luck in one decision, as lists: what the Mesa driver hands to its citizens."""

from typing import Any, NamedTuple

import numpy as np

from coprod_sim import draws
from coprod_sim.model.setting import Setting


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


def draw_luck(setting: Setting, per_mention: float, run: int, decision: int) -> Luck:
    """Draw everybody's luck in one decision.

    Args:
        setting: the town and the seed.
        per_mention: the rate of noticing per mention.
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
        mentions_needed=draws.mentions_needed(patience, per_mention).tolist(),
        lot=draws.uniform(lot).tolist(),
        shown=draws.uniform(shown).tolist(),
        ideal=draws.from_table(normal, ideal).tolist(),
        knowledge=draws.from_table(beta, knowledge).tolist(),
        hearsay=draws.from_table(normal, hearsay).tolist(),
        ready=draws.uniform(ready).tolist(),
        reached=draws.uniform(reached).tolist(),
        felt=draws.from_table(normal, felt).tolist(),
        vote=draws.uniform(vote).tolist(),
    )


class FirstDay(NamedTuple):
    """Everybody's luck before the first decision: lists with one number for each citizen."""

    surveyed: list[float]
    hope: list[float]
    own: list[float]


def draw_first_day(setting: Setting, run: int) -> FirstDay:
    """Draw everybody's trust as surveyed, their luck with hope, and the lasting part of what suits them.

    Args:
        setting: the town and the seed.
        run: the replication.

    Returns:
        Trust from 0 to 1 and two standard normal numbers, for each citizen.
    """
    people, normal = setting.population, draws.luck_tables()[0]
    trust, hope, own, _ = _words(setting, run, 0, draws.FIRST_DAY)
    return FirstDay(
        surveyed=people.surveyed(trust).tolist(),
        hope=draws.from_table(normal, hope).tolist(),
        own=draws.from_table(normal, own).tolist(),
    )


def _words(setting: Setting, run: int, decision: int, purpose: int) -> Any:
    number = np.arange(setting.population.citizens)
    return draws.words(setting.seed, number, decision, run, purpose)
