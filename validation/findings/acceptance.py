"""Findings on fairness and acceptance: what being asked, heard, answered or ignored does to people.

The studies behind them are mostly experiments with one decision, so the first decision is read off.
"""

import numpy as np

from coprod_sim.assumptions import REFERENCE, Assumptions
from coprod_sim.engagement import load_engagement
from coprod_sim.model.arrays import DecisionState
from coprod_sim.scenarios import load_scenario
from validation.findings.reference_case import (
    POINTS,
    RUNS,
    SEED,
    dialled,
    effect_size,
    gain,
    played_once,
)

GOOD, BAD = 0.4, -0.4
"""What the plan is worth to everybody when F1 forces it."""


def outcome_against_process(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED
) -> float:
    """F1: how many times stronger the outcome moves acceptance than the process does.

    Reading: everybody gets the same merit, +0.4 or -0.4, and no plan moves; this is crossed with
    no exercise and co-production. Each effect is Cohen's d of acceptance, pooled over the other
    factor.
    """
    forced = p._replace(
        ideal_less_heard=0.0, ideal_well_connected=0.0, ideal_spread=0.0, plan_moves=0.0
    )

    def cell(merit: float, name: str) -> np.ndarray:
        draft = (p.merit_at_best - merit) / p.merit_slope
        return played_once(name, forced, runs, seed, draft).acceptance

    quiet_good, quiet_bad = cell(GOOD, "no_exercise"), cell(BAD, "no_exercise")
    asked_good, asked_bad = cell(GOOD, "co_production"), cell(BAD, "co_production")
    outcome = effect_size(np.stack([quiet_good, asked_good]), np.stack([quiet_bad, asked_bad]))
    process = effect_size(np.stack([asked_good, asked_bad]), np.stack([quiet_good, quiet_bad]))
    return outcome / process


def fairness_of_co_production(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED
) -> float:
    """F2: how much fairer co-production feels than no exercise, to everybody, in Cohen's d."""
    return effect_size(*_fairness("co_production", p, runs, seed))


def fairness_to_losers(p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED) -> float:
    """F2: how much fairer co-production feels to those who lose, in Cohen's d, in the worst run.

    Reading: a loser is a person to whom the final plan is worth less than nothing; the losers of
    the one process are compared with the losers of the other.
    """
    asked, quiet = _first("co_production", p, runs, seed), _first("no_exercise", p, runs, seed)

    def losers(now: DecisionState, run: int) -> np.ndarray:
        return now.fairness[now.merit[:, run] < 0.0, run]

    return min(effect_size(losers(asked, run), losers(quiet, run)) for run in range(runs))


def involved_against_others(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED
) -> float:
    """F3: how much more acceptance participants gain than the others, in percentage points.

    Reading: each person under co-production is compared with the same person, same luck, under no
    exercise.
    """
    asked, quiet = _first("co_production", p, runs, seed), _first("no_exercise", p, runs, seed)
    inside = gain(asked.acceptance, quiet.acceptance, asked.part)
    return POINTS * (inside - gain(asked.acceptance, quiet.acceptance, ~asked.part))


def acceptance_of_the_same_plan(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED
) -> float:
    """F4: acceptance gained by co-production while no plan moves, in percentage points.

    Reading: the same people under co-production and under no exercise.
    """
    return POINTS * _same_plan("acceptance", p, runs, seed)


def quality_of_the_same_plan(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED
) -> float:
    """F4: quality gained by co-production while no plan moves: none, by construction."""
    return _same_plan("merit", p, runs, seed)


def advice_set_aside(p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED) -> float:
    """F5a: what advice that is not adopted does to the acceptance of the others, in points.

    Reading: the library's 'advice_not_adopted' (co-production with influence 0) against
    'told_openly', which is just as open and asks nobody; the same people, those who take no part.
    People were told that the advice does not bind (expectations 0.85). A body that lets them
    believe it does (0.1) loses about six times as much.
    """
    return _others_gain("advice_not_adopted", p, runs, seed)


def advice_adopted(p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED) -> float:
    """F5b: the same as F5a where the advice counts (co-production, influence 0.6), in points."""
    return _others_gain("co_production", p, runs, seed)


def fairness_in_name_only(p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED) -> float:
    """F6: how fair co-production in name only feels beside no exercise, in Cohen's d."""
    return effect_size(*_fairness("in_name_only", p, runs, seed))


def plain_words_and_answers(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED
) -> float:
    """F7: acceptance gained by clear expectations and feedback where influence is tiny, in points.

    Reading: 'in_name_only', which has influence 0.05, with both dials at 0.9 against both at 0.1.
    """

    def accepted(stand: float) -> np.ndarray:
        plan = dialled("in_name_only", expectations=stand, feedback=stand)
        return played_once(plan, p, runs, seed).acceptance

    return POINTS * gain(accepted(0.9), accepted(0.1))


def feedback_alone(p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED) -> float:
    """F10: acceptance gained by turning only the feedback dial of tickbox up, in points.

    Reading: up to where it stands in co-production (0.85).
    """
    return _one_dial_up("feedback", p, runs, seed)


def awareness_alone(p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED) -> float:
    """F10: acceptance gained by turning only the awareness dial of tickbox up, in points."""
    return _one_dial_up("awareness", p, runs, seed)


def consent_to_harm(p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED) -> float:
    """C11: acceptance gained by co-production where the plan harms everybody, in points.

    Reading: the scenario 'bad_for_everyone' against no exercise, first decision.
    """
    return POINTS * _harm("acceptance", p, runs, seed)


def judgement_of_harm(p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED) -> float:
    """C11: reasoned judgement gained where the plan harms everybody (a loss), in points."""
    return POINTS * _harm("reasoned", p, runs, seed)


def _first(name: str, p: Assumptions, runs: int, seed: int) -> DecisionState:
    return played_once(name, p, runs, seed)


def _fairness(name: str, p: Assumptions, runs: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    quiet = _first("no_exercise", p, runs, seed)
    return _first(name, p, runs, seed).fairness, quiet.fairness


def _same_plan(what: str, p: Assumptions, runs: int, seed: int) -> float:
    fixed = p._replace(plan_moves=0.0)
    asked = _first("co_production", fixed, runs, seed)
    quiet = _first("no_exercise", fixed, runs, seed)
    return gain(getattr(asked, what), getattr(quiet, what))


def _others_gain(name: str, p: Assumptions, runs: int, seed: int) -> float:
    asked, told = _first(name, p, runs, seed), _first("told_openly", p, runs, seed)
    return POINTS * gain(asked.acceptance, told.acceptance, ~asked.part)


def _one_dial_up(dial: str, p: Assumptions, runs: int, seed: int) -> float:
    goal = getattr(load_engagement("co_production"), dial)
    turned = played_once(dialled("tickbox", **{dial: goal}), p, runs, seed)
    return POINTS * gain(turned.acceptance, _first("tickbox", p, runs, seed).acceptance)


def _harm(what: str, p: Assumptions, runs: int, seed: int) -> float:
    case = load_scenario("bad_for_everyone")
    harmful = p._replace(**case.assumptions)
    asked, quiet = (
        played_once(name, harmful, runs, seed, case.decisions.draft)
        for name in ("co_production", "no_exercise")
    )
    return gain(getattr(asked, what), getattr(quiet, what))
