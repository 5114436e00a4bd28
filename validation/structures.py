"""Plays other structures: one rule at a time is replaced by another that was considered, all else stays.

Ranges hold disputes about numbers; this holds what a range cannot. Rules are replaced in the readable driver
only, for as long as it plays.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

import numpy as np

from coprod_sim.arithmetic import clip, maximum, minimum, share, where
from coprod_sim.assumptions import Assumptions
from coprod_sim.engagement import load_engagement
from coprod_sim.five_steps import buy_in, performance
from coprod_sim.model import rules
from coprod_sim.model.arrays import DecisionState, play
from coprod_sim.model.buffers import LANES
from coprod_sim.model.setting import arm_of, setting_of
from coprod_sim.population import population_of
from coprod_sim.scenarios import load_scenario
from validation.documents import Blocks
from validation.markdown import table

GOAL, STARTS = "co_production", ("tickbox", "told_openly", "honest_consultation")
BATCHES, SEED = 12, 1
"""Batches of `LANES` towns in which every structure is played, and the seed of all luck."""
Rule = Callable[..., Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """Another structure: in words, and the rule of a module that stands in place of ours."""

    words: str
    module: ModuleType
    name: str
    rule: Rule


def squared_distance(plan: Any, ideal: Any, p: Assumptions) -> Any:
    """Merit that falls with the square of the distance, by as much at distance 1."""
    return p.merit_at_best - p.merit_slope * (plan - ideal) * (plan - ideal)


def no_interplay(seen_merit: Any, fairness: Any, trust: Any, p: Assumptions) -> Any:
    """Acceptance in which outcome, fairness and trust only add up."""
    flat = p._replace(interplay=0.0)
    return OURS["acceptance"](seen_merit, fairness, trust, flat)


def straight_interplay(seen_merit: Any, fairness: Any, trust: Any, p: Assumptions) -> Any:
    """Acceptance with a product of outcome and fairness: the same at a neutral outcome, without an end."""
    weight = 1.0 - 0.5 * p.interplay * seen_merit
    stretched = 0.5 + weight * (fairness - 0.5)
    return OURS["acceptance"](seen_merit, stretched, trust, p._replace(interplay=0.0))


def fair_if_trusted(seen_merit: Any, fairness: Any, trust: Any, p: Assumptions) -> Any:
    """Acceptance in which fairness counts only as far as the body is trusted."""
    return OURS["acceptance"](seen_merit, 0.5 + 2.0 * trust * (fairness - 0.5), trust, p)


def no_way_home(
    trust: Any, home: Any, fairness: Any, seen_merit: Any, aware: Any, kept: float, p: Assumptions
) -> Any:  # fmt: skip
    """Trust that is moved and never drawn back."""
    del kept
    return OURS["learned_trust"](trust, home, fairness, seen_merit, aware, 1.0, p)


def trust_without_rim(
    trust: Any, home: Any, fairness: Any, seen_merit: Any, aware: Any, kept: float, p: Assumptions
) -> Any:  # fmt: skip
    """Trust that moves as far near the ends of the scale as in the middle."""
    signal = p.signal_fairness * (fairness - 0.5) + p.signal_merit * seen_merit
    heavy = 0.5 * signal * where(signal > 0.0, 1.0, p.bad_news_weight)
    return share(trust + where(aware, heavy, 0.0) + (1.0 - kept) * (home - trust))


def near_views_only(hearsay: Any, contacts: Any, p: Assumptions) -> Any:
    """Talk in which people listen only to views within .3 of their own hearsay (bounded confidence)."""
    gap = maximum(contacts - hearsay, hearsay - contacts)
    pull = where(gap < 0.3, p.others_weight, 0.0)
    return clip((1.0 - pull) * hearsay + pull * contacts, -1.0, 1.0)


def plain_lot(less: Any, others: Any, seats: float, of_the_town: float, buy_in: float) -> Any:
    """A lot among all who are willing, without strata."""
    del buy_in
    return OURS["seats_for_less_heard"](less, others, seats, of_the_town, 0.0)


def any_room_counts(realised: Any, room: Any, p: Assumptions) -> Any:
    """A plan that moves as far whether two or two hundred take part."""
    return realised * p.plan_moves * minimum(room, 1.0)


def no_shared_error(ideal: Any, luck: Any, knowledge: Any, p: Assumptions) -> Any:
    """A room that knows what it wants: errors of persons average out."""
    del luck, knowledge, p
    return ideal


def cliff(buy_in: float, openness: float, room: Any, unlike: Any, p: Assumptions) -> Any:
    """A room that speaks for those outside fully up to an unlikeness of .3, and then not at all."""
    large = room / (room + p.room_half)
    return p.voice_outside * buy_in * large * where(openness * unlike < 0.3, 1.0, 0.0)


def trust_and_treatment_multiply(
    trust: Any, colour: Any, treatment: Any, gap: Any, luck: Any, p: Assumptions
) -> Any:
    """Felt fairness in which good treatment multiplies what was there before."""
    prior = p.fairness_base + p.fairness_trust * (trust - 0.5)
    return share((prior + colour) * (1.0 + 2.0 * treatment) - gap + p.fairness_noise * luck)


STRUCTURES = (
    Structure(words="worth falls with the square of the distance", module=rules, name="merit",
              rule=squared_distance),
    Structure(words="fairness and outcome only add up", module=rules, name="acceptance",
              rule=no_interplay),
    Structure(words="fairness and outcome multiply, without an end", module=rules,
              name="acceptance", rule=straight_interplay),
    Structure(words="fairness counts as far as the body is trusted", module=rules,
              name="acceptance", rule=fair_if_trusted),
    Structure(words="good treatment multiplies the fairness felt before", module=rules,
              name="felt_fairness", rule=trust_and_treatment_multiply),
    Structure(words="trust is never drawn back home", module=rules, name="learned_trust",
              rule=no_way_home),
    Structure(words="trust moves as far near its ends", module=rules, name="learned_trust",
              rule=trust_without_rim),
    Structure(words="people listen only to views near their own", module=rules,
              name="talked_over", rule=near_views_only),
    Structure(words="seats go by a lot without strata", module=buy_in,
              name="seats_for_less_heard", rule=plain_lot),
    Structure(words="a room of two moves as much as one of two hundred", module=performance,
              name="room_step", rule=any_room_counts),
    Structure(words="rooms share no error", module=performance, name="room_wish",
              rule=no_shared_error),
    Structure(words="a room speaks for others fully, or from some unlikeness not at all",
              module=rules, name="voice_of_outsiders", rule=cliff),
)  # fmt: skip
"""The structures that are played beside ours."""
OURS: Mapping[str, Rule] = {one.name: getattr(one.module, one.name) for one in STRUCTURES}
"""The rules that are replaced, as they are."""


@contextmanager
def in_place(structure: Structure | None) -> Iterator[None]:
    """Let another rule stand in place of ours for a while; nothing is replaced without a structure."""
    if structure is None:
        yield
        return
    setattr(structure.module, structure.name, structure.rule)
    try:
        yield
    finally:
        setattr(structure.module, structure.name, OURS[structure.name])


def played(structure: Structure | None, engagement: str, batches: int = BATCHES) -> np.ndarray:
    """Play the reference case.

    Args:
        structure: the other rule, or none for the model as it is.
        engagement: the way of involving people.
        batches: how many batches of `LANES` towns.

    Returns:
        Towns x (acceptance, acceptance among those who lose, trust, quality), after the last decision.
    """
    case = load_scenario("reference")
    setting = setting_of(case, population_of(case), SEED)
    arm = arm_of(load_engagement(engagement), case.rules)
    with in_place(structure):
        found = [_read(now, arm.p) for b in range(batches)
                 for now in play(setting, arm, range(b * LANES, (b + 1) * LANES))
                 if now.decision == setting.decisions]  # fmt: skip
    return np.concatenate(found)


def _read(now: DecisionState, p: Assumptions) -> np.ndarray:
    lost = now.merit < 0.0
    losers = (now.acceptance * lost).sum(axis=0) / np.maximum(lost.sum(axis=0), 1)
    means = (now.acceptance.mean(axis=0), losers, now.trust.mean(axis=0))
    return np.stack([*means, now.merit.mean(axis=0) / p.merit_at_best], axis=-1)


@cache
def structures_table() -> str:
    """Set what co-production brings under every structure beside what it brings in the model."""
    heads = ["Structure", *(f"{what}, over {start.replace('_', ' ')}" for start in STARTS
                            for what in ("Acceptance", "losers", "trust", "quality"))]  # fmt: skip
    rows = [["**as it is**", *_gains(None)]]
    rows += [[one.words, *_gains(one)] for one in STRUCTURES]
    return table(heads, rows)


def _gains(structure: Structure | None) -> list[str]:
    goal = played(structure, GOAL)
    cells = []
    for start in STARTS:
        gains = goal - played(structure, start)
        ahead = (gains > 0.0).mean(axis=0)
        cells += [
            f"{100 * g:+.1f} ({100 * a:.0f})"
            for g, a in zip(gains.mean(axis=0), ahead, strict=True)
        ]
    return cells


BLOCKS: Blocks = {"structures": structures_table}
"""The measured block of `docs/trace.md`."""
