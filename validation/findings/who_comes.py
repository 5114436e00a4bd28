"""Findings on who comes, and on what goes together in people: who accepts and who takes part.

The studies behind them are surveys, minutes and records of many places, so each run of each
decision counts as one of them, and the mean is taken.
"""

from collections.abc import Callable

import numpy as np

from coprod_sim.assumptions import REFERENCE, Assumptions
from coprod_sim.model.arrays import DecisionState
from validation.findings.reference_case import POINTS, RUNS, SEED, correlation, played, reference


def knowledge_and_acceptance(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED
) -> float:
    """F17a: r between knowledge and acceptance over people.

    Reading: one r in each run, at each decision, under each engagement of the reference scenario,
    from no exercise to co-production; their mean.
    """
    return _goes_with_acceptance("knowledge", p, runs, seed)


def fairness_and_acceptance(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED
) -> float:
    """F17b: r between felt fairness and acceptance over people, read as F17a."""
    return _goes_with_acceptance("fairness", p, runs, seed)


def opponents_in_an_open_room(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED
) -> float:
    """F18a: share of opponents in the tickbox room minus share among the public, in points.

    Reading: an opponent is a person to whom the draft seems worth less than nothing before the
    meeting.
    """
    return POINTS * _mean_over_runs(_opponents, "tickbox", p, runs, seed)


def opponents_in_a_drawn_room(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED
) -> float:
    """F18b: the same as F18a in the co-production room, whose seats are drawn by lot, in points.

    The lot is drawn among those who are willing, and less-heard people weigh more in it.
    """
    return POINTS * _mean_over_runs(_opponents, "co_production", p, runs, seed)


def trust_of_those_who_come(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED
) -> float:
    """F19: trust of participants before the decision minus that of all others, tickbox."""
    return _mean_over_runs(_trust_ahead, "tickbox", p, runs, seed)


def _goes_with_acceptance(what: str, p: Assumptions, runs: int, seed: int) -> float:
    def r(now: DecisionState, run: int) -> float:
        return correlation(getattr(now, what)[:, run], now.acceptance[:, run])

    names = reference().engagements
    return float(np.mean([_mean_over_runs(r, name, p, runs, seed) for name in names]))


def _opponents(now: DecisionState, run: int) -> float:
    against = now.view[:, run] < 0.0
    return float(against[now.part[:, run]].mean() - against.mean())


def _trust_ahead(now: DecisionState, run: int) -> float:
    part, trust = now.part[:, run], now.trust_before[:, run]
    return float(trust[part].mean() - trust[~part].mean())


def _mean_over_runs(
    read: Callable[[DecisionState, int], float], name: str, p: Assumptions, runs: int, seed: int
) -> float:
    decisions = played(name, p, runs, seed)
    return float(np.mean([read(now, run) for now in decisions for run in range(runs)]))
