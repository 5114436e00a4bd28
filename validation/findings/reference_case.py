"""Plays the reference town, on which findings are checked, and keeps every citizen's numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

import numpy as np

from coprod_sim.assumptions import Assumptions
from coprod_sim.engagement import Engagement, load_engagement
from coprod_sim.model import rules
from coprod_sim.model.arrays import Batch, DecisionState, feel_fairness, first_day, play_decision
from coprod_sim.model.buffers import LANES
from coprod_sim.model.ensemble import play_all
from coprod_sim.model.setting import Arm, Setting, arm_of, setting_of
from coprod_sim.model.sums import PLACE
from coprod_sim.population import population_of
from coprod_sim.population.network import Network
from coprod_sim.scenarios import Scenario, load_scenario

SCENARIO = "reference"
"""The town on which findings are checked: six decisions, first trust from Beta(1.6, 1.9)."""
SCENARIOS = (SCENARIO, "bad_for_everyone")
ENGAGEMENTS = (
    "advice_not_adopted", "captured_room", "co_production", "honest_consultation", "in_name_only",
    "no_exercise", "tickbox", "told_openly",
)  # fmt: skip
"""The library's scenarios and engagements that some finding is read off."""
RUNS, SEED = 32, 1
"""Runs behind every value and their seed, unless told otherwise."""
TELLING = ("awareness", "openness", "feedback", "equal_access")
"""The dials that say how, and to whom, a decision is told."""
POINTS = 100.0
"""Percentage points in a share of 1."""
REMEMBERED = 24
"""Plays kept in memory, as findings are read off the same ones."""
SEEN = (
    "trust_before", "trust", "expected", "knowledge", "view", "aware", "ready", "part", "draft_merit",
    "merit", "fairness", "acceptance", "informed",
)  # fmt: skip
"""What of every citizen is kept of a decision."""
Seen = Any
"""One decision: `SEEN` as attributes, each citizens (rows) x runs (columns)."""


@dataclass(frozen=True, kw_only=True)
class Changed:
    """How a play differs from the reference case; nothing differs where nothing is said."""

    decisions: int | None = None
    draft: float | None = None
    heat: float | None = None

    def applied(self, setting: Setting) -> Setting:
        """Give the setting with the changes made; a draft that is given stands as given."""
        given = {"decisions": self.decisions, "draft": self.draft, "heat": self.heat}
        changes = {name: value for name, value in given.items() if value is not None}
        return replace(setting, **changes, either=setting.either and self.draft is None)


def reference() -> Scenario:
    """Load the scenario on which findings are checked."""
    return load_scenario(SCENARIO)


def dialled(name: str, **dials: float | bool) -> Engagement:
    """Load a way of involving people and set some of its dials."""
    return load_engagement(name).model_copy(update=dials)


def unasked(beside: Engagement | str, *, alike: bool) -> Engagement:
    """Give the decision that an exercise is set beside, in which nobody is asked.

    Args:
        beside: the exercise, or its name.
        alike: whether people are told as openly, and reached as well, as by the exercise; else it is
            'no_exercise', in which they are told less.

    Returns:
        The way; beside co-production, told alike, it is the library's 'told_openly'.
    """
    if not alike:
        return load_engagement("no_exercise")
    exercise = _loaded(beside)
    return dialled("told_openly", **{dial: getattr(exercise, dial) for dial in TELLING})


def played(engagement: Engagement | str, p: Assumptions, runs: int, seed: int) -> list[Seen]:
    """Play the reference town.

    Args:
        engagement: a way of involving people, or its name.
        p: the assumptions.
        runs: how many runs.
        seed: names the luck.

    Returns:
        What was seen of each decision.
    """
    return _played(_loaded(engagement), p, runs, seed, Changed())  # pyright: ignore[reportArgumentType] - frozen


def played_once(
    engagement: Engagement | str, p: Assumptions, runs: int, seed: int,
    *, draft: float | None = None, heat: float | None = None,
) -> Seen:  # fmt: skip
    """Play the first decision only, which knows nothing of those that would follow.

    Args:
        engagement: a way of involving people, or its name.
        p: the assumptions.
        runs: how many runs.
        seed: names the luck.
        draft: where the draft plan stands; on a side drawn by lot if not given.
        heat: how hot the decision is; as in the case if not given.

    Returns:
        What was seen of it.
    """
    once = Changed(decisions=1, draft=draft, heat=heat)
    return _played(_loaded(engagement), p, runs, seed, once)[0]  # pyright: ignore[reportArgumentType]


@lru_cache(maxsize=REMEMBERED)
def _played(
    engagement: Engagement, p: Assumptions, runs: int, seed: int, changed: Changed
) -> list[Seen]:
    arm = arm_of(engagement, p)
    batches = [
        [_seen(now) for now in _decisions(_town(seed, some, changed), [arm])]
        for some in batches_of(runs)
    ]
    return [_joined(parts) for parts in zip(*batches, strict=True)]


def trust_in_turn(
    engagements: Sequence[Engagement], p: Assumptions, runs: range, seed: int
) -> Iterator[np.ndarray]:
    """Play one engagement after the other, a decision each, and follow trust in one batch of runs.

    Args:
        engagements: the engagement of each decision in turn.
        p: the assumptions.
        runs: the runs, of one batch.
        seed: names the luck.

    Yields:
        Everybody's trust, citizens x runs: before anything happens, then after each decision.
    """
    arms = [arm_of(e, p) for e in engagements]
    for now in _decisions(_town(seed, runs, Changed(decisions=len(arms))), arms):
        if now.decision == 1:
            yield now.trust_before
        yield now.trust


def fairness_outside(
    p: Assumptions, runs: int, seed: int, *, room: float | None = None, unlike: float = 0.0
) -> float:
    """Give the mean felt fairness of those outside the room when they are told something else of it.

    Co-production, first decision. Only what outsiders make of the room differs, as where a study
    describes one and the same decision with another room.

    Args:
        p: the assumptions.
        runs: how many runs.
        seed: names the luck.
        room: people said to be in the room; as many as there are if not given.
        unlike: how much more unlike the town it is said to be.

    Returns:
        Felt fairness, 0 to 1.
    """
    arm, felt = arm_of(load_engagement("co_production"), p), []
    for some in batches_of(runs):
        town = _town(seed, some, Changed(decisions=1))
        now = first_day(town, arm)
        play_decision(town, arm, now)
        people = now.part.sum(axis=0).astype(np.float64) if room is None else room
        now.found["outside"] = rules.voice_of_outsiders(
            arm.dials.buy_in, arm.dials.openness, people, now.unlike + unlike, p
        )
        now.trust = now.trust_before
        feel_fairness(town, arm, now)
        felt.append(now.fairness[~now.part])
    return float(np.concatenate(felt).mean())


def newcomers(p: Assumptions, runs: int, seed: int) -> Seen:
    """Give trust and expected influence of the citizens as they are on the first day."""
    arm = arm_of(load_engagement("no_exercise"), p)
    days = [first_day(_town(seed, some, Changed()), arm) for some in batches_of(runs)]
    return _joined([SimpleNamespace(trust=d.trust, expected=d.expected) for d in days])


def after_many(
    engagements: Sequence[str], decisions: int, p: Assumptions, runs: int, seed: int
) -> np.ndarray:
    """Give mean trust after many decisions of each engagement, over all runs.

    Args:
        engagements: names of ways of involving people.
        decisions: how many decisions.
        p: the assumptions.
        runs: how many runs.
        seed: names the luck.

    Returns:
        Mean trust, 0 to 1, one for each engagement.
    """
    setting = replace(_setting(seed), decisions=decisions)
    arms = [arm_of(load_engagement(name), p) for name in engagements]
    trust = play_all(setting, arms, runs)[:, :, -1, :, PLACE["trust"]]
    return trust.sum(axis=-1).mean(axis=-1) / setting.population.citizens


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


def batches_of(runs: int) -> list[range]:
    """Split runs into batches that share a network."""
    return [range(first, min(first + LANES, runs)) for first in range(0, runs, LANES)]


def _loaded(engagement: Engagement | str) -> Engagement:
    return load_engagement(engagement) if isinstance(engagement, str) else engagement


@lru_cache(maxsize=4)
def _setting(seed: int) -> Setting:
    scenario = reference()
    return setting_of(scenario, population_of(scenario), seed)


class _Town(Batch):
    """A batch that keeps the luck it has drawn: every play of the same runs meets the same."""

    def __init__(self, setting: Setting, runs: np.ndarray, links: Network) -> None:
        self._drawn: dict[tuple[int, int], Any] = {}
        super().__init__(setting, runs, links)

    def luck(self, decision: int, purpose: int) -> Any:
        if (decision, purpose) not in self._drawn:
            self._drawn[decision, purpose] = super().luck(decision, purpose)
        return self._drawn[decision, purpose]


@lru_cache(maxsize=16)
def _town(seed: int, runs: range, changed: Changed) -> Batch:
    setting = changed.applied(_setting(seed))
    links = _links(seed, runs.start // LANES)
    return _Town(setting, np.arange(runs.start, runs.stop), links)


@lru_cache(maxsize=16)
def _links(seed: int, batch: int) -> Network:
    return _setting(seed).network(batch)


def _decisions(town: Batch, arms: Sequence[Arm]) -> Iterator[DecisionState]:
    """Play the decisions of a town, each with its own arm; the last one stays."""
    now = first_day(town, arms[0])
    for decision in range(town.setting.decisions):
        play_decision(town, arms[min(decision, len(arms) - 1)], now)
        yield now


def _seen(now: DecisionState) -> Seen:
    return SimpleNamespace(**{name: getattr(now, name) for name in SEEN})


def _joined(parts: Sequence[Any]) -> Seen:
    """Put batches of runs side by side."""
    names = vars(parts[0])
    return SimpleNamespace(
        **{n: np.concatenate([getattr(part, n) for part in parts], axis=-1) for n in names}
    )
