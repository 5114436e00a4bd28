"""Plays the reference town, on which findings are checked, and keeps every citizen's numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from coprod_sim.assumptions import Assumptions
from coprod_sim.engagement import Engagement, load_engagement
from coprod_sim.model.arrays import EVENTS, Batch, DecisionState, first_day, play
from coprod_sim.model.setting import LANES, Arm, Setting, arm_of, setting_of
from coprod_sim.population import population_of
from coprod_sim.scenarios import Scenario, load_scenario

SCENARIO = "reference"
"""The town on which findings are checked: six decisions, first trust from Beta(1.6, 1.9)."""
SCENARIOS = (SCENARIO, "bad_for_everyone")
ENGAGEMENTS = (
    "advice_not_adopted", "co_production", "honest_consultation", "in_name_only", "no_exercise",
    "tickbox", "told_openly",
)  # fmt: skip
"""The library's scenarios and engagements that some finding is read off."""
RUNS, SEED = 16, 1
"""Runs behind every value and their seed, unless told otherwise."""
POINTS = 100.0
"""Percentage points in a share of 1."""
REMEMBERED = 6
"""Plays kept in memory, as neighbouring findings are read off the same ones."""


def reference() -> Scenario:
    """Load the scenario on which findings are checked."""
    return load_scenario(SCENARIO)


def dialled(name: str, **dials: float | bool) -> Engagement:
    """Load a way of involving people and set some of its dials."""
    return load_engagement(name).model_copy(update=dials)


def played(
    engagement: Engagement | str, p: Assumptions, runs: int, seed: int
) -> list[DecisionState]:
    """Play the reference town.

    Args:
        engagement: a way of involving people, or its name.
        p: the assumptions.
        runs: how many runs.
        seed: names the luck.

    Returns:
        A state for each decision; its arrays hold every citizen (rows) of every run (columns).
    """
    return _played(_loaded(engagement), p, runs, seed)  # pyright: ignore[reportArgumentType] - frozen


def played_once(
    engagement: Engagement | str, p: Assumptions, runs: int, seed: int, draft: float | None = None
) -> DecisionState:
    """Play the first decision only, which knows nothing of those that would follow.

    Args:
        engagement: a way of involving people, or its name.
        p: the assumptions.
        runs: how many runs.
        seed: names the luck.
        draft: where the draft plan stands; on a side drawn by lot if not given.

    Returns:
        The state after it; its arrays hold every citizen (rows) of every run (columns).
    """
    way = _loaded(engagement)
    return _played(way, p, runs, seed, once=True, draft=draft)[0]  # pyright: ignore[reportArgumentType]


@lru_cache(maxsize=REMEMBERED)
def _played(
    engagement: Engagement,
    p: Assumptions,
    runs: int,
    seed: int,
    *,
    once: bool = False,
    draft: float | None = None,
) -> list[DecisionState]:
    setting, arm = _setting(seed), arm_of(engagement, p)
    if once:
        setting = replace(setting, decisions=1)
    if draft is not None:
        setting = replace(setting, draft=draft, either=False)
    batches = [
        [replace(now) for now in play(setting, arm, some, setting.network(some.start // LANES))]
        for some in _batches(runs)
    ]
    return [_joined(parts) for parts in zip(*batches, strict=True)]


def _loaded(engagement: Engagement | str) -> Engagement:
    return load_engagement(engagement) if isinstance(engagement, str) else engagement


def mean_trust_in_turn(
    engagements: Sequence[Engagement], p: Assumptions, runs: int, seed: int
) -> np.ndarray:
    """Play one engagement after the other, a decision each, and follow mean trust in each run.

    Args:
        engagements: the engagement of each decision in turn.
        p: the assumptions.
        runs: how many runs.
        seed: names the luck.

    Returns:
        Mean trust from 0 to 1, decisions x runs; the first row is before anything happens.
    """
    arms = [arm_of(e, p) for e in engagements]
    parts = [np.array(list(_in_turn(_setting(seed), arms, some))) for some in _batches(runs)]
    return np.concatenate(parts, axis=1)


def newcomers(p: Assumptions, runs: int, seed: int) -> DecisionState:
    """Give the citizens as they are on the first day."""
    arm = arm_of(load_engagement("no_exercise"), p)
    return _joined([first_day(_town(_setting(seed), arm, some)) for some in _batches(runs)])


def effect_size(one: np.ndarray, other: np.ndarray) -> float:
    """Give Cohen's d over people: the difference of two means in pooled standard deviations."""
    spread = np.sqrt((np.var(one) + np.var(other)) / 2.0)
    return float((np.mean(one) - np.mean(other)) / spread)


def correlation(one: np.ndarray, other: np.ndarray) -> float:
    """Give Pearson's r over people."""
    return float(np.corrcoef(np.ravel(one), np.ravel(other))[0, 1])


def gain(after: np.ndarray, before: np.ndarray, who: np.ndarray | None = None) -> float:
    """Give the mean change of the same people under the same luck, of all or of some."""
    change = after - before
    return float(np.mean(change if who is None else change[who]))


@lru_cache(maxsize=4)
def _setting(seed: int) -> Setting:
    scenario = reference()
    return setting_of(scenario, population_of(scenario), seed)


def _batches(runs: int) -> list[range]:
    return [range(first, min(first + LANES, runs)) for first in range(0, runs, LANES)]


def _town(setting: Setting, arm: Arm, runs: range) -> Batch:
    links = setting.network(runs.start // LANES)
    return Batch(setting, arm, np.arange(runs.start, runs.stop), links)


def _in_turn(setting: Setting, arms: Sequence[Arm], runs: range) -> Iterator[np.ndarray]:
    """Play as `model.arrays.play` does, except that the arm changes with the decision."""
    town = _town(replace(setting, decisions=len(arms)), arms[0], runs)
    now = first_day(town)
    yield now.trust.mean(axis=0)
    for decision, arm in enumerate(arms, start=1):
        now.decision = decision
        now.found = {"trust_before": now.trust, "expected_before": now.expected}
        for event in EVENTS:
            event(town, arm, now)
        yield now.trust.mean(axis=0)


def _joined(parts: Sequence[DecisionState]) -> DecisionState:
    """Put batches of runs side by side."""

    def join(arrays: list[np.ndarray]) -> np.ndarray:
        return np.concatenate(arrays, axis=-1)

    fields = ("trust", "expected", "responsiveness", "knowledge", "hearsay")
    whole = {
        name: join([getattr(part, name) for part in parts])
        for name in fields
        if getattr(parts[0], name) is not None
    }
    found = {name: join([part.found[name] for part in parts]) for name in parts[0].found}
    return DecisionState(**whole, decision=parts[0].decision, found=found)
