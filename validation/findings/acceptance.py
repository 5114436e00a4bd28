"""Findings on acceptance: what the outcome, being asked, heard, answered or ignored do to people.

The studies behind them are mostly experiments with one decision, so the first decision is read off.
"""

import numpy as np

from coprod_sim.assumptions import REFERENCE, Assumptions
from coprod_sim.engagement import Engagement, load_engagement
from coprod_sim.scenarios import load_scenario
from validation.findings.finding import UNTAUGHT, Exercise, Finding, beside_none
from validation.findings.reference_case import (
    POINTS,
    RUNS,
    SEED,
    Seen,
    dialled,
    effect_size,
    gain,
    played_once,
    reference,
    unasked,
)

GOOD, BAD = 0.4, -0.4
"""What the plan is worth to everybody when F1 forces it."""
IN_CLASS = Exercise(
    like="co_production",
    dials={"seats": 0.0},
    because="in a school class there is no lot: all who want to can take part",
)
"""What Esaiasson, Gilljam and Persson (2012) did in 21 school classes: F3."""
PLEBISCITE = Exercise(
    like="co_production",
    dials={"seats": 0.0, "influence": 1.0},
    because="a plebiscite: all may vote, and the vote decides among the projects proposed",
)
"""What Olken (2010) did in 49 villages: F4."""


def outcome_against_process(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED, *, alike: bool
) -> float:
    """F1: how many times stronger the outcome moves acceptance than the process does.

    Reading: everybody gets the same merit, +0.4 or -0.4, and no plan moves; this is crossed with
    no exercise and co-production. Each effect is Cohen's d of acceptance, pooled over the other
    factor.
    """
    unheard = unasked("co_production", alike=alike)
    quiet_good, quiet_bad = (_forced(m, unheard, p, runs, seed) for m in (GOOD, BAD))
    asked_good, asked_bad = (_forced(m, "co_production", p, runs, seed) for m in (GOOD, BAD))
    outcome = effect_size(np.stack([quiet_good, asked_good]), np.stack([quiet_bad, asked_bad]))
    process = effect_size(np.stack([asked_good, asked_bad]), np.stack([quiet_good, quiet_bad]))
    return outcome / process


def process_after_bad_news(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED, *, alike: bool
) -> float:
    """N2: how much more co-production adds to acceptance where the plan is bad, in points.

    Reading: forced as in F1; the gain over no exercise at merit -0.4 minus that at +0.4.
    """
    both = "co_production", unasked("co_production", alike=alike)
    at_bad, at_good = (gain(*(_forced(m, e, p, runs, seed) for e in both)) for m in (BAD, GOOD))
    return POINTS * (at_bad - at_good)


def gap_between_winners_and_losers(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED, *, alike: bool
) -> float:
    """N3: what co-production does to the gap in acceptance between winners and losers.

    Reading: no plan moves; winners are those to whom it is worth something. The gap under co-production
    minus that under no exercise, first decision.
    """
    asked, quiet = _fixed(p, runs, seed, alike=alike)

    def gap(now: Seen) -> float:
        lost = now.merit < 0.0
        return float(now.acceptance[~lost].mean() - now.acceptance[lost].mean())

    return gap(asked) - gap(quiet)


def outcome_against_process_in_town(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED, *, alike: bool
) -> float:
    """N4: F1 between the people of one town, in whom merit differs by itself.

    Reading: no plan moves; d of acceptance between winners and losers of both processes together, over
    d between the processes.
    """
    both = asked, quiet = _fixed(p, runs, seed, alike=alike)
    accepted = np.stack([now.acceptance for now in both])
    lost = np.stack([now.merit < 0.0 for now in both])
    outcome = effect_size(accepted[~lost], accepted[lost])
    return outcome / effect_size(asked.acceptance, quiet.acceptance)


def involved_against_others(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED, *, alike: bool
) -> float:
    """F3: how much more acceptance participants gain than the others, in percentage points.

    Reading: each person under `IN_CLASS` is compared with the same person, same luck, where nobody is
    asked.
    """
    asked, quiet = _both(p, runs, seed, alike=alike, exercise=IN_CLASS.engagement)
    inside = gain(asked.acceptance, quiet.acceptance, asked.part)
    return POINTS * (inside - gain(asked.acceptance, quiet.acceptance, ~asked.part))


def acceptance_of_the_same_plan(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED, *, alike: bool
) -> float:
    """F4: acceptance gained by a vote on the plan while no plan moves, in percentage points.

    Reading: the same people under `PLEBISCITE` and where nobody is asked.
    """
    return POINTS * _same_plan("acceptance", p, runs, seed, alike=alike)


def quality_of_the_same_plan(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED
) -> float:
    """F4: quality gained by the same while no plan moves: none, by construction."""
    return _same_plan("merit", p, runs, seed, alike=True)


def advice_set_aside(p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED) -> float:
    """F5a: what advice that is not adopted does to the acceptance of the others, in points.

    Reading: the library's 'advice_not_adopted' (co-production with influence 0) against
    'told_openly', which is just as open and asks nobody; the same people, those who take no part.
    People were told that the advice does not bind (expectations 0.85).
    """
    return _others_gain("advice_not_adopted", p, runs, seed)


def advice_adopted(p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED) -> float:
    """F5b: the same as F5a where the advice counts (co-production, influence 0.75), in points."""
    return _others_gain("co_production", p, runs, seed)


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


def consent_to_harm(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED, *, alike: bool
) -> float:
    """C11: acceptance gained by co-production where the plan harms everybody, in points.

    Reading: the scenario 'bad_for_everyone' against no exercise, first decision.
    """
    both = "co_production", unasked("co_production", alike=alike)
    asked, quiet = (_harmed(e, p, runs, seed) for e in both)
    return POINTS * gain(asked.acceptance, quiet.acceptance)


def openness_and_acceptance(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED
) -> float:
    """N15: acceptance gained by openness alone, in points: 'told_openly' at 0.9 against 0.1."""

    def accepted(stand: float) -> np.ndarray:
        return played_once(dialled("told_openly", openness=stand), p, runs, seed).acceptance

    return POINTS * gain(accepted(0.9), accepted(0.1))


def judgement_of_harm(p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED) -> float:
    """N17: whether tickbox leaves people judging a plan that harms everybody better than the others do.

    Reading: the scenario 'bad_for_everyone', first decision; Lin's concordance of each person's answer
    with the one they would give fully informed, in each run, their mean. The lowest of the other four
    engagements of the reference case minus tickbox.
    """
    agreement = {name: _agreement(_harmed(name, p, runs, seed)) for name in reference().engagements}
    tickbox = agreement.pop("tickbox")
    return min(agreement.values()) - tickbox


def _agreement(now: Seen) -> float:
    """Give Lin's concordance of answers with informed answers, in each run, averaged."""
    here, informed = now.acceptance, now.informed
    shift = here.mean(axis=0) - informed.mean(axis=0)
    together = (here * informed).mean(axis=0) - here.mean(axis=0) * informed.mean(axis=0)
    return float(np.mean(2.0 * together / (here.var(axis=0) + informed.var(axis=0) + shift**2)))


def _forced(
    merit: float, engagement: Engagement | str, p: Assumptions, runs: int, seed: int
) -> np.ndarray:
    """Give everybody's acceptance of a plan that stands still and is worth the same to all."""
    same = p._replace(
        ideal_less_heard=0.0, ideal_well_connected=0.0, ideal_spread=0.0, plan_moves=0.0
    )
    draft = (p.merit_at_best - merit) / p.merit_slope
    return played_once(engagement, same, runs, seed, draft=draft).acceptance


def _fixed(
    p: Assumptions, runs: int, seed: int, *, alike: bool, exercise: Engagement | str = "co_production"
) -> tuple[Seen, Seen]:  # fmt: skip
    return _both(p._replace(plan_moves=0.0), runs, seed, alike=alike, exercise=exercise)


def _both(
    p: Assumptions, runs: int, seed: int, *, alike: bool, exercise: Engagement | str = "co_production"
) -> tuple[Seen, Seen]:  # fmt: skip
    quiet = unasked(exercise, alike=alike)
    return played_once(exercise, p, runs, seed), played_once(quiet, p, runs, seed)


def _first(name: str, p: Assumptions, runs: int, seed: int) -> Seen:
    return played_once(name, p, runs, seed)


def _same_plan(what: str, p: Assumptions, runs: int, seed: int, *, alike: bool) -> float:
    asked, quiet = _fixed(p, runs, seed, alike=alike, exercise=PLEBISCITE.engagement)
    return gain(getattr(asked, what), getattr(quiet, what))


def _others_gain(name: str, p: Assumptions, runs: int, seed: int) -> float:
    asked, told = _first(name, p, runs, seed), _first("told_openly", p, runs, seed)
    return POINTS * gain(asked.acceptance, told.acceptance, ~asked.part)


def _one_dial_up(dial: str, p: Assumptions, runs: int, seed: int) -> float:
    goal = getattr(load_engagement("co_production"), dial)
    turned = played_once(dialled("tickbox", **{dial: goal}), p, runs, seed)
    return POINTS * gain(turned.acceptance, _first("tickbox", p, runs, seed).acceptance)


def _harmed(engagement: Engagement | str, p: Assumptions, runs: int, seed: int) -> Seen:
    case = load_scenario("bad_for_everyone")
    harmful = p._replace(**case.assumptions)
    return played_once(engagement, harmful, runs, seed, draft=case.decisions.draft)


FINDINGS = {
    "F1": beside_none(
        outcome_against_process,
        alike=True,
        off={"acceptance_merit": 0.0, "fairness_outcome": 0.0},
        why="the outcome counts only as far as it pulls on acceptance, or on fairness",
    ),
    "F3": beside_none(
        involved_against_others,
        alike=True,
        off={"acceptance_fairness": 0.0, "acceptance_merit": 0.0},
        why="what happens in the room reaches acceptance by felt fairness and by what the plan brings",
        exercise=IN_CLASS,
    ),
    "F4a": beside_none(
        acceptance_of_the_same_plan,
        alike=True,
        off=UNTAUGHT | {"acceptance_fairness": 0.0},
        why="with the plan fixed, only felt fairness and understanding are left to work",
        exercise=PLEBISCITE,
    ),
    "F4b": Finding(
        read=quality_of_the_same_plan,
        why="the plan is held fixed by the finding itself",
        exercise=PLEBISCITE,
    ),
    "F5a": Finding(
        read=advice_set_aside,
        off={"fairness_gap": 0.0},
        why="dropped advice hurts because more was hoped for",
    ),
    "F5b": Finding(
        read=advice_adopted,
        off={"voice_outside": 0.0, "plan_moves": 0.0},
        why="onlookers gain from a say that they feel is theirs, and from the better plan",
    ),
    "F7": Finding(
        read=plain_words_and_answers,
        off={"fairness_gap": 0.0, "fairness_answered": 0.0},
        why="plain words keep hope near what will come, and answers feel fair",
    ),
    "F10a": Finding(
        read=feedback_alone,
        off={"fairness_answered": 0.0},
        why="reasons work because being answered feels fair",
    ),
    "F10b": Finding(read=awareness_alone, why="reported, with no band to leave"),
    "C11a": beside_none(
        consent_to_harm,
        alike=True,
        off={"acceptance_fairness": 0.0},
        why="consent is bought with felt fairness",
    ),
    "N2": beside_none(
        process_after_bad_news,
        alike=True,
        off={"acceptance_fairness": 0.0},
        why="the process reaches acceptance by felt fairness; with `interplay` at 0 half of it is left",
    ),
    "N3": beside_none(
        gap_between_winners_and_losers,
        alike=True,
        off={"interplay": -16.0, "fairness_voice": 1.0, "voice_outside": 2.0},
        why="brought in: a say worth much to all, and fairness that matters most to winners",
    ),
    "N4": beside_none(
        outcome_against_process_in_town,
        alike=True,
        off={"acceptance_merit": 0.0},
        why="the outcome then counts only through fairness",
    ),
    "N15": Finding(read=openness_and_acceptance, why="reported, with no band to leave"),
    "N17": Finding(
        read=judgement_of_harm,
        off={"openness_teaches": 0.0, "slant": -1.0},
        why="brought in: open papers that teach nothing and mislead",
    ),
}
"""The findings read here, by their ids."""
