"""Findings on felt fairness: what winning, being heard, being ignored and the room itself do to it.

The studies behind them are mostly experiments with one decision, so the first decision is read off.
"""

import numpy as np

from coprod_sim.assumptions import REFERENCE, Assumptions
from coprod_sim.engagement import Engagement
from validation.findings.finding import Exercise, Finding, beside_none
from validation.findings.reference_case import (
    RUNS,
    SEED,
    Seen,
    effect_size,
    fairness_outside,
    gain,
    played_once,
    unasked,
)

UNLIKE = 0.3
"""How much more unlike the town a room is said to be in N7a."""
LARGE, SMALL = 150.0, 20.0
"""People said to be in the room in N7b."""
HEARD = Exercise(
    like="co_production",
    dials={"seats": 0.0},
    because="everybody in the experiment had a voice, so there is room for all",
)
"""What Lind, Kanfer and Earley (1990) did where a voice could count: N10b."""
HEARD_IN_VAIN = Exercise(
    like="co_production",
    dials={"seats": 0.0, "influence": 0.0, "expectations": 1.0},
    because="everybody had a voice, and knew that it came too late to change anything",
)
"""What they did where it could not: N10a."""
IGNORED = Exercise(
    like="in_name_only",
    dials={"seats": 0.0},
    because="those who are asked are the people in the study, so there is room for all",
)
"""What N10c is read on."""


def fairness_of_co_production(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED, *, alike: bool
) -> float:
    """F2: how much fairer co-production feels than no exercise, to everybody, in Cohen's d."""
    return effect_size(*_fairness("co_production", p, runs, seed, alike=alike))


def fairness_to_losers(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED, *, alike: bool
) -> float:
    """F2: how much fairer co-production feels to those who lose, in Cohen's d, in the worst run.

    Reading: a loser is a person to whom the final plan is worth less than nothing; the losers of
    the one process are compared with the losers of the other.
    """
    asked, quiet = _both("co_production", p, runs, seed, alike=alike)

    def losers(now: Seen, run: int) -> np.ndarray:
        return now.fairness[now.merit[:, run] < 0.0, run]

    return min(effect_size(losers(asked, run), losers(quiet, run)) for run in range(runs))


def fairness_in_name_only(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED, *, alike: bool
) -> float:
    """F6: how fair co-production in name only feels beside no exercise, in Cohen's d."""
    return effect_size(*_fairness("in_name_only", p, runs, seed, alike=alike))


def fairness_of_winning(p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED) -> float:
    """N1: how much fairer no exercise feels to those who win than to those who lose, in Cohen's d."""
    now = played_once("no_exercise", p, runs, seed)
    lost = now.merit < 0.0
    return effect_size(now.fairness[~lost], now.fairness[lost])


def room_unlike_the_town(p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED) -> float:
    """N7a: felt fairness of those outside where the room is known to be unlike the town.

    Reading: co-production; the same decision, told with a room that is more unlike the town by 0.3 (as
    where its less-heard people or its opponents are off by 30 in 100), minus the room as it is.
    """
    told = fairness_outside(p, runs, seed, unlike=UNLIKE)
    return told - fairness_outside(p, runs, seed)


def room_of_many(p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED) -> float:
    """N7b: felt fairness of those outside, told of a room of 150, minus the same with 20."""
    large = fairness_outside(p, runs, seed, room=LARGE)
    return large - fairness_outside(p, runs, seed, room=SMALL)


def voice_without_influence(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED
) -> float:
    """N10a: participants' fairness where their voice can change nothing, and they know, minus no voice.

    Reading: co-production with influence 0, expectations 1 and room for all; its participants, against
    the same people where they are told as openly and not asked ('told_openly').
    """
    return _participants_gain(HEARD_IN_VAIN.engagement, "told_openly", p, runs, seed)


def voice_with_influence(p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED) -> float:
    """N10b: participants' fairness where their voice counts, minus where it cannot (N10a).

    Reading: co-production with room for all; the gain of its participants over 'told_openly', minus
    that of N10a.
    """
    heard = _participants_gain(HEARD.engagement, "told_openly", p, runs, seed)
    return heard - voice_without_influence(p, runs, seed)


def promise_ignored(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED, *, alike: bool
) -> float:
    """N10c: participants' fairness in co-production in name only, with room for all, minus no exercise."""
    ignored = IGNORED.engagement
    return _participants_gain(ignored, unasked(ignored, alike=alike), p, runs, seed)


def captured_seen_from_outside(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED
) -> float:
    """N13a: felt fairness of those outside a captured room, minus those outside co-production."""
    captured, shared = (played_once(n, p, runs, seed) for n in ("captured_room", "co_production"))
    return float(captured.fairness[~captured.part].mean() - shared.fairness[~shared.part].mean())


def _both(name: str, p: Assumptions, runs: int, seed: int, *, alike: bool) -> tuple[Seen, Seen]:
    quiet = unasked(name, alike=alike)
    return played_once(name, p, runs, seed), played_once(quiet, p, runs, seed)


def _fairness(
    name: str, p: Assumptions, runs: int, seed: int, *, alike: bool
) -> tuple[np.ndarray, np.ndarray]:
    asked, quiet = _both(name, p, runs, seed, alike=alike)
    return asked.fairness, quiet.fairness


def _participants_gain(
    engagement: Engagement, other: Engagement | str, p: Assumptions, runs: int, seed: int
) -> float:
    asked, quiet = played_once(engagement, p, runs, seed), played_once(other, p, runs, seed)
    return gain(asked.fairness, quiet.fairness, asked.part)


TREATED_ALIKE = {
    "fairness_asked": 0.0, "fairness_voice": 0.0, "voice_outside": 0.0,
    "fairness_answered": 0.0, "fairness_told": 0.0,
}  # fmt: skip
FINDINGS = {
    "F2": beside_none(
        fairness_of_co_production,
        alike=True,
        off=TREATED_ALIKE,
        why="a say, an answer and being told are all that feels fair",
    ),
    "F2b": beside_none(
        fairness_to_losers,
        alike=True,
        off=TREATED_ALIKE,
        why="the same; losers have nothing else to be glad of",
    ),
    "F6": beside_none(
        fairness_in_name_only,
        alike=True,
        off={"fairness_gap": 0.0},
        why="being ignored hurts because more was hoped for",
    ),
    "N1": Finding(
        read=fairness_of_winning,
        off={"fairness_outcome": 0.0},
        why="the outcome then colours nothing",
    ),
    "N7a": Finding(
        read=room_unlike_the_town,
        off={"room_unlike": 0.0},
        why="those outside then do not mind who sits in the room",
    ),
    "N7b": Finding(
        read=room_of_many,
        off={"voice_outside": 0.0},
        why="the room then says nothing to those outside, whatever its size",
    ),
    "N10a": Finding(
        read=voice_without_influence,
        off={"fairness_asked": 0.0, "fairness_answered": 0.0},
        why="a voice that can change nothing is worth the asking and the answer",
        exercise=HEARD_IN_VAIN,
    ),
    "N10b": Finding(
        read=voice_with_influence,
        off={"fairness_voice": 0.0, "plan_moves": 0.0},
        why="influence feels fair by itself, and by the better plan",
        exercise=HEARD,
    ),
    "N10c": beside_none(
        promise_ignored,
        alike=True,
        off={"fairness_gap": 0.0},
        why="a broken promise hurts because more was hoped for",
        exercise=IGNORED,
    ),
    "N13a": Finding(
        read=captured_seen_from_outside,
        off=TREATED_ALIKE | {"fairness_gap": 0.0, "capture": 0.0},
        why="outside a captured room people are told, answered and spoken for less, and pay for it",
    ),
}
"""The findings read here, by their ids."""
