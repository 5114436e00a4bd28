"""Findings on who comes, and on what goes together in people: who accepts and who takes part.

The studies behind them are surveys, minutes and records of many places, so each run of each
decision counts as one of them, and the mean is taken.
"""

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from coprod_sim.assumptions import REFERENCE, Assumptions
from coprod_sim.engagement import Engagement
from validation.findings.finding import UNTAUGHT, Finding
from validation.findings.reference_case import (
    POINTS,
    RUNS,
    SEED,
    Seen,
    correlation,
    dialled,
    played,
    played_once,
    reference,
)

HOT = 3.0
"""How hot a hot decision is."""


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

    The lot is drawn among those who are willing; as far as buy-in reaches, each group gets its share.
    """
    return POINTS * _mean_over_runs(_opponents, "co_production", p, runs, seed)


def trust_of_those_who_come(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED
) -> float:
    """F19: trust of participants before the decision minus that of all others, tickbox."""
    return _mean_over_runs(_trust_ahead, "tickbox", p, runs, seed)


def answers_to_a_routine_consultation(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED
) -> float:
    """N5a: the share of the town that answers a tickbox consultation, first decision."""
    return float(played_once("tickbox", p, runs, seed).part.mean())


def answers_to_a_hot_consultation(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED
) -> float:
    """N5b: the same where the decision is hot (heat 3)."""
    return float(played_once("tickbox", p, runs, seed, heat=HOT).part.mean())


def accepting_a_seat(p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED) -> float:
    """N5c: the share of those reached who would take a seat in co-production, first decision."""
    now = played_once("co_production", p, runs, seed)
    return float(now.ready[now.aware].mean())


def mended_and_answered(p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED) -> float:
    """F13: how much likelier people come again whose problem was mended when they are told so.

    Reading: co-production, whose influence is real, with room for all; feedback at 0.9 against 0.1 and
    nothing else changed. Of all who took part in a decision, the chance to take part in the next, over
    the whole series.
    """
    return _answered_against_not("co_production", p, runs, seed)


def answered_only(p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED) -> float:
    """N6a: the same where hardly anything is mended: tickbox, read as F13."""
    return _answered_against_not("tickbox", p, runs, seed)


def turnout_where_nobody_is_answered(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED
) -> float:
    """N6b: how readiness to come changes from the first to the sixth tickbox round; feedback at 0.1.

    Reading: the chances to come of all who heard of it, added up; as a share of the first round.
    """
    return _turnout_change(0.1, p, runs, seed)


def turnout_where_people_are_answered(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED
) -> float:
    """N6c: the same with feedback at 0.9."""
    return _turnout_change(0.9, p, runs, seed)


def _goes_with_acceptance(what: str, p: Assumptions, runs: int, seed: int) -> float:
    def r(now: Seen, run: int) -> float:
        return correlation(getattr(now, what)[:, run], now.acceptance[:, run])

    names = reference().engagements
    return float(np.mean([_mean_over_runs(r, name, p, runs, seed) for name in names]))


def _opponents(now: Seen, run: int) -> float:
    """Give how many more opponents are in the room than in the town; nothing is known of an empty room."""
    against = now.view[:, run] < 0.0
    return _mean(against[now.part[:, run]]) - float(against.mean())


def _trust_ahead(now: Seen, run: int) -> float:
    part, trust = now.part[:, run], now.trust_before[:, run]
    return _mean(trust[part]) - float(trust[~part].mean())


def _mean(values: np.ndarray) -> float:
    return float(values.mean()) if len(values) else np.nan


def _mean_over_runs(
    read: Callable[[Seen, int], float], name: str, p: Assumptions, runs: int, seed: int
) -> float:
    decisions = played(name, p, runs, seed)
    return float(np.nanmean([read(now, run) for now in decisions for run in range(runs)]))


def _answered_against_not(name: str, p: Assumptions, runs: int, seed: int) -> float:
    answered, ignored = (
        _repeat_rate(dialled(name, seats=0.0, feedback=stand), p, runs, seed)
        for stand in (0.9, 0.1)
    )
    return answered / ignored


def _repeat_rate(engagement: Engagement, p: Assumptions, runs: int, seed: int) -> float:
    """Give the chance to take part in the next decision, of those who took part in one."""
    steps = list(pairwise(played(engagement, p, runs, seed)))
    again = sum(float((then.ready * then.aware)[now.part].sum()) for now, then in steps)
    return again / sum(int(now.part.sum()) for now, _ in steps)


def _turnout_change(feedback: float, p: Assumptions, runs: int, seed: int) -> float:
    series = played(dialled("tickbox", feedback=feedback), p, runs, seed)
    first, last = (float((now.ready * now.aware).sum()) for now in (series[0], series[-1]))
    return last / first - 1.0


UNLEARNT = {"influence_learned": 0.0, "influence_overheard": 0.0}
FINDINGS = {
    "F13": Finding(
        read=mended_and_answered,
        off=UNLEARNT,
        why="people must learn what their say was worth",
    ),
    "F17a": Finding(
        read=knowledge_and_acceptance,
        off=UNTAUGHT | {"acceptance_merit": 0.0},
        why="knowledge shows what a plan is worth, and comes with being well informed",
    ),
    "F17b": Finding(
        read=fairness_and_acceptance,
        off={"acceptance_fairness": 0.0, "fairness_outcome": 0.0},
        why="felt fairness pulls on acceptance, and the outcome on both",
    ),
    "F18a": Finding(
        read=opponents_in_an_open_room,
        off={"ready_opposed": 0.0},
        why="opponents come because they are against it",
    ),
    "F18b": Finding(
        read=opponents_in_a_drawn_room,
        off={"ready_opposed": 15.0},
        why="brought in: anger so strong that neither the lot nor buy-in can level it",
    ),
    "F19": Finding(
        read=trust_of_those_who_come,
        off={"ready_trust": 5.0},
        why="brought in: trust that draws people in by itself",
    ),
    "N5a": Finding(
        read=answers_to_a_routine_consultation,
        off={"ready_base": 0.0},
        why="brought in: people who come unless something keeps them away",
    ),
    "N5b": Finding(
        read=answers_to_a_hot_consultation,
        off={"ready_stake": 0.0, "ready_opposed": 0.0, "ready_influence": 0.0},
        why="people come for what is at stake and for what their say may be worth",
    ),
    "N5c": Finding(
        read=accepting_a_seat,
        off={"ready_buy_in": 0.0, "ready_influence": 0.0},
        why="buy-in and the hope to count are what makes people accept",
    ),
    "N6a": Finding(
        read=answered_only,
        off={"influence_answered": 0.0},
        why="an answer is then worth nothing beside the influence itself",
    ),
    "N6b": Finding(
        read=turnout_where_nobody_is_answered,
        off=UNLEARNT,
        why="people come less because they learn what their say was worth",
    ),
    "N6c": Finding(
        read=turnout_where_people_are_answered,
        off={"influence_answered": 0.0},
        why="answers keep the hope up",
    ),
}
"""The findings read here, by their ids."""
