"""What would have to be true: the cheapest dials that reach a target often enough."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
from scipy.stats import qmc

from coprod_sim.engagement import SHARES, Engagement
from coprod_sim.model.setting import LANES
from coprod_sim.results.effort import Effort, effort_of
from coprod_sim.results.player import Progress, play, trial_of
from coprod_sim.results.variant import Variant
from coprod_sim.scenarios import Scenario

STEPS = (0.25, 0.1, 0.05)
"""By how much a dial is turned down at a time: first coarsely, then finely."""
TURNED = SHARES
"""The dials the search turns; seats stay where the goal has them."""
TOP = (1.0,) * len(TURNED)
"""Every dial turned all the way up."""
ROUGH = 64
"""Points of a Sobol sequence from which a further start is taken."""
FRESH = 1000 * LANES
"""The first of the runs on which the result is checked; the search never saw them."""
TARGETS = tuple(k / 20 for k in range(1, 20))
"""The targets worked out beforehand: 5, 10 ... 95 in 100, up to the first out of reach."""
MEASURE, SURE, RUNS = "losers_acceptance", 0.8, 40
"""The measure to be reached, the share of runs in which it must be, and the runs searched with."""
NAME, TITLE = "found", "The cheapest that gets there"


@dataclass(frozen=True, kw_only=True)
class CheapestWay:
    """The cheapest dials found, whether they reach the target, and what they take for one decision.

    `share_of_runs` is counted on fresh runs, not on those searched with. `best` is the highest value of
    the measure that `sure` of the runs reach with every dial at 1. `money` is in the case's currency.
    """

    engagement: Engagement
    reached: bool
    share_of_runs: float
    best: float
    effort: Effort
    money: float
    target: float
    sure: float
    measure: str


def found_way(goal: Engagement, dials: dict[str, float]) -> Engagement:
    """Turn the goal's dials to where the search stands, under a name of its own.

    Args:
        goal: the way whose dials are turned.
        dials: where they stand, 0 to 1, by name.

    Returns:
        The way, in which people are asked.
    """
    return goal.but(dials, name=NAME, title=TITLE, asked=True)


Stand = tuple[float, ...]
"""Where every dial that is turned stands, in the order of `TURNED`."""
Tried = tuple[np.ndarray, float]
"""The measure in every run, and the money."""


class _Search:
    """Plays points and remembers them: the value in every run, and the money."""

    def __init__(
        self, scenario: Scenario, goal: Engagement, measure: str, runs: int, seed: int
    ) -> None:
        self.scenario, self.goal, self.measure, self.seed = scenario, goal, measure, seed
        self.runs = -(-runs // LANES) * LANES
        self._known: dict[Stand, Tried] = {}

    def engagement(self, point: Stand) -> Engagement:
        return found_way(self.goal, dict(zip(TURNED, point, strict=True)))

    def play(self, stands: Iterable[Stand], *, first_run: int = 0) -> list[Tried]:
        wanted = list(stands)
        new = [s for s in dict.fromkeys(wanted) if first_run or s not in self._known]
        fresh = dict(zip(new, self._played(new, first_run), strict=True))
        if first_run:
            return [fresh[s] for s in wanted]
        self._known |= fresh
        return [self._known[s] for s in wanted]

    def _played(self, stands: list[Stand], first_run: int) -> list[Tried]:
        ways = [self.engagement(s) for s in stands]
        trials = [trial_of(self.scenario, Variant(name=NAME, engagement=w)) for w in ways]
        played = play(trials, self.runs, seed=self.seed, first_run=first_run)
        found = []
        for way, one in zip(ways, played, strict=True):
            people = one.last("took_part").mean() * sum(one.sizes)
            money = effort_of(way).money(self.scenario, float(people))
            found.append((one.last(self.measure), money))
        return found


def goal_seek(
    scenario: Scenario, start: Engagement, goal: Engagement, *, target: float,
    measure: str = MEASURE, sure: float = SURE, runs: int = RUNS, seed: int = 1,
    on_progress: Progress | None = None,
) -> CheapestWay:  # fmt: skip
    """Find the cheapest dials with which a measure reaches a target after the last decision.

    From several starts dials are turned down, the largest saving first, in ever finer steps; then pairs
    are tried, one down and one up. What is found is at least as cheap as all its neighbours; a cheaper
    one far away is possible, but was not met.

    Args:
        scenario: the case.
        start: a way from which the search starts, beside every dial at 1 and scattered ones.
        goal: another; its seats stay.
        target: the value to reach, in the measure's unit.
        measure: whose value.
        sure: the share of runs in which it must be reached.
        runs: runs searched with, rounded up to full batches.
        seed: the seed of all luck.
        on_progress: is told the parts of the search done and all parts.

    Returns:
        The cheapest dials found, checked on fresh runs.
    """
    search = _Search(scenario, goal, measure, runs, seed)
    tell = on_progress or (lambda _done, _total: None)
    return _cheapest(search, start, target=target, sure=sure, tell=tell)


def _cheapest(
    search: _Search, start: Engagement, *, target: float, sure: float, tell: Progress
) -> CheapestWay:
    """Find the cheapest dials; what an earlier search has played is not played again."""
    good = partial(_good, target=target, sure=sure)
    starts = _starts(search, start, search.goal, good)
    ends = [_descend(search, s, good, lambda k=k: tell(k, 5)) for k, s in enumerate(starts)]
    cheapest = min(ends, key=lambda p: search.play([p])[0][1], default=TOP)
    if ends:
        cheapest = _swap(search, cheapest, good, lambda: tell(4, 5))
    way = search.engagement(cheapest)
    fresh = search.play([cheapest], first_run=FRESH)[0][0]
    return CheapestWay(
        engagement=way, reached=bool(ends), share_of_runs=float((fresh >= target).mean()),
        best=float(np.quantile(search.play([TOP])[0][0], 1.0 - sure)), effort=effort_of(way),
        money=search.play([cheapest])[0][1], target=target, sure=sure, measure=search.measure,
    )  # fmt: skip


def _good(played: Tried, *, target: float, sure: float) -> bool:
    return float((played[0] >= target).mean()) >= sure


def _starts(
    search: _Search, start: Engagement, goal: Engagement, good: Callable[..., bool]
) -> list[Stand]:
    """Choose where the search begins: good points only, the cheapest of the scattered ones."""
    named = [tuple(round(getattr(e, d) * 20) / 20 for d in TURNED) for e in (start, goal)]
    points = [TOP, *named]
    scattered = [tuple(np.round(p * 20) / 20) for p in qmc.Sobol(len(TURNED), seed=1).random(ROUGH)]
    found = [p for p, played in zip(points, search.play(points), strict=True) if good(played)]
    rest = [
        (played[1], p)
        for p, played in zip(scattered, search.play(scattered), strict=True)
        if good(played)
    ]
    return [*found, *([min(rest)[1]] if rest else [])]


def _descend(
    search: _Search, point: Stand, good: Callable[..., bool], tell: Callable[[], object]
) -> Stand:
    for step in STEPS:
        while True:
            tell()
            lower = [_turned(point, k, -step) for k in range(len(point)) if point[k] > 0]
            cheaper = _best(search, point, lower, good)
            if cheaper is None:
                break
            point = cheaper
    return point


def _swap(
    search: _Search, point: Stand, good: Callable[..., bool], tell: Callable[[], object]
) -> Stand:
    """Try one dial down and another up, as long as that saves money."""
    size = range(len(point))
    while True:
        tell()
        pairs = [
            _turned(_turned(point, down, -drop), up, STEPS[-1])
            for down in size for up in size if up != down and point[down] > 0 and point[up] < 1
            for drop in (STEPS[-1], STEPS[1])
        ]  # fmt: skip
        cheaper = _best(search, point, pairs, good)
        if cheaper is None:
            return point
        point = _descend(search, cheaper, good, tell)


def _best(
    search: _Search, point: Stand, others: list[Stand], good: Callable[..., bool]
) -> Stand | None:
    """Give the cheapest good point among others, if it is cheaper than this one."""
    price = search.play([point])[0][1]
    fitting = [
        (played[1], p)
        for p, played in zip(others, search.play(others), strict=True)
        if good(played)
    ]
    return min(fitting)[1] if fitting and min(fitting)[0] < price - 1e-9 else None


def _turned(point: Stand, place: int, by: float) -> Stand:
    value = round(min(1.0, max(0.0, point[place] + by)), 2)
    return (*point[:place], value, *point[place + 1 :])


@dataclass(frozen=True)
class GoalTable:
    """The answers of `goal_seek` for one case, by target, lowest first."""

    answers: tuple[CheapestWay, ...]

    def toward(self, target: float) -> CheapestWay | None:
        """Give the answer for a target, or for the next one above it; beyond reach, it says so.

        An answer for a higher target also reaches the lower one, but may cost more than need be.
        """
        fitting = [one for one in self.answers if one.target >= target - 1e-9]
        if fitting and fitting[0].reached:
            return fitting[0]
        last = self.answers[-1]
        beyond = not last.reached and target > last.best
        return replace(last, target=target) if beyond else None


def seek_targets(
    case: Scenario, start: Engagement, goal: Engagement, seed: int
) -> list[dict[str, Any]]:
    """Work out every target up to the first that is out of reach, in plain numbers for the file.

    Args:
        case: the case.
        start: a way from which the search starts.
        goal: another; its seats stay.
        seed: the seed of all luck.

    Returns:
        The answer for each of `TARGETS`, lowest first, in what JSON can hold.
    """
    told, search = [], _Search(case, goal, MEASURE, RUNS, seed)
    for target in TARGETS:
        found = _cheapest(search, start, target=target, sure=SURE, tell=lambda _done, _total: None)
        told.append(
            {
                "target": target, "reached": found.reached, "share_of_runs": found.share_of_runs,
                "best": found.best, "money": found.money, "sure": found.sure, "measure": found.measure,
                "dials": {d: getattr(found.engagement, d) for d in TURNED},
            }
        )  # fmt: skip
        if not found.reached:
            break
    return told


def goal_table_of(told: Sequence[dict[str, Any]], goal: Engagement) -> GoalTable:
    """Put the answers together again from what the file holds.

    Args:
        told: what `seek_targets` gave.
        goal: the goal it was given.

    Returns:
        The answers by target.
    """
    answers = []
    for one in told:
        way = found_way(goal, one["dials"])
        plain = {k: v for k, v in one.items() if k != "dials"}
        answers.append(CheapestWay(engagement=way, effort=effort_of(way), **plain))
    return GoalTable(tuple(answers))
