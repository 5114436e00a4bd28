"""Why two engagements differ: what each step brings, and through which channel it works."""

from collections.abc import Sequence
from itertools import combinations
from math import factorial

import numpy as np
import pandas as pd

from coprod_sim.engagement import Engagement
from coprod_sim.engagement.dials import FIVE_STEPS
from coprod_sim.results.player import Trial, play, trial_of
from coprod_sim.results.ranges import ends
from coprod_sim.results.variant import Variant
from coprod_sim.scenarios import Scenario

RUNS = 24
"""Runs behind every on/off combination, unless told otherwise."""
CHANNELS: dict[str, tuple[str, dict[str, float]]] = {
    "decision": ("a better decision", {"plan_moves": 0.0}),
    "understanding": (
        "better understanding",
        {"openness_teaches": 0.0, "session_teaches": 0.0, "feedback_teaches": 0.0, "slant": 0.0},
    ),
    "fairness": ("feeling fairly treated", {"acceptance_fairness": 0.0}),
    "trust": ("trust that grows or falls", {"signal_fairness": 0.0, "signal_merit": 0.0}),
}
"""The channels: their names in words, and the assumptions that switch each one off."""


def explained_pair(engagements: Sequence[Engagement]) -> tuple[Engagement, Engagement]:
    """Choose which two engagements to explain: the first, and co-production or else the last.

    Args:
        engagements: those compared, the baseline first; two or more.

    Returns:
        The baseline, and the one that is set beside it.
    """
    first, *others = engagements
    named = [e for e in others if e.name == "co_production"]
    return first, (named or others)[-1]


def step_shares(
    scenario: Scenario, start: Engagement, goal: Engagement, measure: str = "acceptance", *,
    runs: int = RUNS, seed: int = 1, threads: int | None = None,
) -> pd.DataFrame:  # fmt: skip
    """Share the difference between two engagements out over the five steps, exactly (Shapley value).

    All 32 on/off combinations of the steps are played with the goal's conditions. The lines add up to the
    whole difference after the last decision.

    Args:
        scenario: the case.
        start: the baseline.
        goal: the engagement set beside it.
        measure: a name in `MEASURES`.
        runs: runs behind every combination.
        seed: the seed of all luck.
        threads: threads (all cores).

    Returns:
        A row for each step, and `conditions`: what open information, equal access, influence, seats and
        being asked bring by themselves. `share` is the mean, `low` to `high` holds 9 in 10 runs, in the
        measure's unit.

    Raises:
        KeyError: for an unknown measure.
    """
    sets = _subsets(FIVE_STEPS)
    ways = [
        goal.but({s: getattr(goal if s in on else start, s) for s in FIVE_STEPS}) for on in sets
    ]
    trials = [_trial(scenario, way) for way in (*ways, start)]
    values = [one.last(measure) for one in play(trials, runs, seed=seed, threads=threads)]
    worth = dict(zip(sets, values, strict=False))
    shares = {step: shapley(step, FIVE_STEPS, worth) for step in FIVE_STEPS}
    return _table(shares | {"conditions": worth[frozenset()] - values[-1]}, start, goal)


def channel_shares(
    scenario: Scenario, start: Engagement, goal: Engagement, measure: str = "acceptance", *,
    runs: int = RUNS, seed: int = 1, threads: int | None = None,
) -> pd.DataFrame:  # fmt: skip
    """Share the difference out over the channels it works through (Shapley value over 16 switches).

    The shares and `other`, what is left with every channel off, add up to the whole difference.

    Args:
        scenario: the case.
        start: the baseline.
        goal: the engagement set beside it.
        measure: a name in `MEASURES`.
        runs: runs behind every combination.
        seed: the seed of all luck.
        threads: threads (all cores).

    Returns:
        A row for each channel, and `other`: `share` (mean) and `low` to `high` (9 in 10 runs), in the
        measure's unit. `lost_without` is what the whole difference loses when only this channel is off;
        nan for `other`.

    Raises:
        KeyError: for an unknown measure.
    """
    sets = _subsets(tuple(CHANNELS))
    trials = [_trial(scenario, way, on) for on in sets for way in (goal, start)]
    values = [one.last(measure) for one in play(trials, runs, seed=seed, threads=threads)]
    worth = {on: values[2 * k] - values[2 * k + 1] for k, on in enumerate(sets)}
    everything = frozenset(CHANNELS)
    shares = {c: shapley(c, tuple(CHANNELS), worth) for c in CHANNELS}
    table = _table(shares | {"other": worth[frozenset()]}, start, goal)
    table["lost_without"] = [
        *((worth[everything] - worth[everything - {c}]).mean() for c in CHANNELS),
        np.nan,
    ]
    return table


def shapley(
    player: str, players: Sequence[str], worth: dict[frozenset[str], np.ndarray]
) -> np.ndarray:
    """Give a player's Shapley value: its mean gain over every order in which players could join.

    Args:
        player: one of the players.
        players: all of them.
        worth: for every set of players what it brings, run by run.

    Returns:
        The value in every run, in the unit of `worth`.
    """
    others = [p for p in players if p != player]
    n, value = len(players), np.zeros_like(worth[frozenset()])
    for on in _subsets(tuple(others)):
        weight = factorial(len(on)) * factorial(n - len(on) - 1) / factorial(n)
        value = value + weight * (worth[on | {player}] - worth[on])
    return value


def _subsets(names: tuple[str, ...]) -> list[frozenset[str]]:
    return [frozenset(c) for k in range(len(names) + 1) for c in combinations(names, k)]


def _trial(scenario: Scenario, way: Engagement, on: frozenset[str] = frozenset(CHANNELS)) -> Trial:
    """Put a way on the case, with the channels switched off that are not `on`."""
    off = [changes for name, (_, changes) in CHANNELS.items() if name not in on]
    fixed = {k: v for changes in off for k, v in changes.items()}
    return trial_of(scenario, Variant(name=way.name, engagement=way, assumptions=fixed))


def _table(shares: dict[str, np.ndarray], start: Engagement, goal: Engagement) -> pd.DataFrame:
    rows = {}
    for name, values in shares.items():
        low, high = ends(values)
        rows[name] = {"share": values.mean(), "low": low, "high": high}
    table = pd.DataFrame.from_dict(rows, orient="index")
    table.attrs.update(start=start.title, goal=goal.title)
    return table
