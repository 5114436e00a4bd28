"""Plays a study in the reference town and reads off the number that its authors measured.

The same people meet the same luck in both towns. People under `room` are those in the treated room and
the same people in the other town; under `outside`, all others. In a vignette everybody is told of the
decision, so awareness stands at 1 there.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import numpy as np

from coprod_sim.assumptions import Assumptions
from coprod_sim.engagement import Engagement
from coprod_sim.model.arrays import DecisionState, play
from coprod_sim.model.buffers import LANES
from coprod_sim.model.setting import Setting, arm_of, setting_of
from coprod_sim.population import population_of
from coprod_sim.scenarios import load_scenario
from validation.predictions.study import Study, engagement_of

POINTS = 100.0
"""Percentage points in a share of 1."""
Town = list[DecisionState]
"""What is known after each decision; arrays are citizens x runs."""


def predicted(study: Study, p: Assumptions, runs: int, seed: int) -> float:
    """Give the number the model expects a study to have measured.

    Args:
        study: its design.
        p: the assumptions.
        runs: how many towns; a multiple of 8.
        seed: names the luck.

    Returns:
        The statistic the study names under `read`.
    """
    rules = p._replace(plan_moves=0.0) if study.same_plan else p
    setting = _setting(study, seed)
    towns = [
        _played(setting, engagement_of(table), rules, runs)
        for table in (study.treated, study.control)
        if table
    ]
    return READ[study.read](study, *towns)


def _setting(study: Study, seed: int) -> Setting:
    case = load_scenario("reference")
    setting = replace(setting_of(case, population_of(case), seed), decisions=study.decisions)
    return setting if study.heat is None else replace(setting, heat=study.heat)


def _played(setting: Setting, engagement: Engagement, p: Assumptions, runs: int) -> Town:
    batches = [range(first, first + LANES) for first in range(0, runs, LANES)]
    arm = arm_of(engagement, p)
    parts = [[replace(now) for now in play(setting, arm, some)] for some in batches]
    return [_beside(states) for states in zip(*parts, strict=True)]


def _beside(states: tuple[DecisionState, ...]) -> DecisionState:
    """Put batches of towns side by side, as far as a statistic reads them."""
    first = states[0]
    found = {name: np.concatenate([getattr(s, name) for s in states], axis=1) for name in FOUND}
    trust, expected, knowledge = (
        np.concatenate([getattr(s, name) for s in states], axis=1)
        for name in ("trust", "expected", "knowledge")
    )
    return replace(first, trust=trust, expected=expected, knowledge=knowledge, found=found)


FOUND = (
    "part", "ready", "view", "merit", "seen_merit", "fairness", "acceptance", "trust_before",
)  # fmt: skip
"""What statistics read of a decision, besides trust, expected influence and knowledge."""


def _who(study: Study, treated: DecisionState) -> np.ndarray:
    if study.who == "all":
        return np.ones_like(treated.part)
    return treated.part if study.who == "room" else ~treated.part


def _both(study: Study, treated: Town, control: Town) -> tuple[np.ndarray, np.ndarray]:
    who = _who(study, treated[0])
    return getattr(treated[0], study.measure)[who], getattr(control[0], study.measure)[who]


def effect(study: Study, treated: Town, control: Town) -> float:
    """Give Cohen's d of the measure between the two towns."""
    return _d(*_both(study, treated, control))


def points(study: Study, treated: Town, control: Town) -> float:
    """Give the difference of the measure between the two towns, in points of a scale of 100."""
    one, other = _both(study, treated, control)
    return POINTS * float(one.mean() - other.mean())


def outcome_over_process(study: Study, treated: Town, control: Town) -> float:
    """Give d between winners and losers over d between the two towns."""
    values = np.stack([getattr(town[0], study.measure) for town in (treated, control)])
    won = np.stack([town[0].merit > 0.0 for town in (treated, control)])
    return _d(values[won], values[~won]) / _d(values[0], values[1])


def repeat_ratio(study: Study, treated: Town, control: Town) -> float:  # noqa: ARG001
    """Give how much likelier people take part again in the treated town."""
    return _again(treated) / _again(control)


def coming_ratio(study: Study, treated: Town, control: Town) -> float:  # noqa: ARG001
    """Give how many times as many take part in the treated town."""
    return float(treated[0].part.mean() / control[0].part.mean())


def opposed_over_supporting(study: Study, treated: Town) -> float:  # noqa: ARG001
    """Give the readiness of opponents over that of supporters."""
    now = treated[0]
    return float(now.ready[now.view < 0.0].mean() / now.ready[now.view >= 0.0].mean())


def opposed_in_room(study: Study, treated: Town) -> float:  # noqa: ARG001
    """Give the share of opponents in the room minus that in the town, in points."""
    against = treated[0].view < 0.0
    return POINTS * float(against[treated[0].part].mean() - against.mean())


def prior_trust(study: Study, treated: Town) -> float:  # noqa: ARG001
    """Give d of first trust between those who take part and all others."""
    now = treated[0]
    return _d(now.trust_before[now.part], now.trust_before[~now.part])


def less_knowing(study: Study, treated: Town, control: Town) -> float:
    """Give the gain in the third that knows least minus that in the third that knows most, in points."""
    who = _who(study, treated[0])
    one, other = (getattr(town[0], study.measure)[who] for town in (treated, control))
    known = control[0].knowledge[who]
    low, high = np.quantile(known, [1 / 3, 2 / 3])
    gain = one - other
    return POINTS * float(gain[known <= low].mean() - gain[known >= high].mean())


def outcome_over_fairness(study: Study, treated: Town) -> float:
    """Give the correlation of the measure with the outcome as seen over that with felt fairness."""
    now = treated[0]
    with_outcome, with_fairness = (
        np.corrcoef(getattr(now, study.measure).ravel(), other.ravel())[0, 1]
        for other in (now.seen_merit, now.fairness)
    )
    return float(with_outcome / with_fairness)


READ: dict[str, Callable[..., float]] = {
    "d": effect,
    "points": points,
    "outcome_over_process": outcome_over_process,
    "repeat_ratio": repeat_ratio,
    "coming_ratio": coming_ratio,
    "opposed_over_supporting": opposed_over_supporting,
    "opposed_in_room": opposed_in_room,
    "prior_trust": prior_trust,
    "less_knowing": less_knowing,
    "outcome_over_fairness": outcome_over_fairness,
}
"""The statistics by the name under which a study asks for them."""


def _again(town: Town) -> float:
    steps = list(pairwise(now.part for now in town))
    return sum(int((now & then).sum()) for now, then in steps) / sum(
        int(now.sum()) for now, _ in steps
    )


def _d(one: np.ndarray, other: np.ndarray) -> float:
    spread = np.sqrt((np.var(one) + np.var(other)) / 2.0)
    return float((np.mean(one) - np.mean(other)) / spread)
