"""What would have to be true: the cheapest dials that reach a target often enough."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from scipy.stats import qmc

from coprod_sim.engagement import DIALS, Engagement
from coprod_sim.model.ensemble import play_all
from coprod_sim.model.setting import LANES, arm_of, setting_of
from coprod_sim.population import population_of
from coprod_sim.results.effort import Effort, effort_of
from coprod_sim.results.exploring.outcomes import Progress
from coprod_sim.results.measures import MEASURES, totals_of
from coprod_sim.scenarios import Scenario

STEPS = (0.25, 0.1, 0.05)
"""By how much a dial is turned down at a time: first coarsely, then finely."""
TURNED = tuple(d for d in DIALS if d != "seats")
"""The dials the search turns; seats stay where the goal has them."""
ROUGH = 64
"""Points of a Sobol sequence from which a further start is taken."""
FRESH = 1000 * LANES
"""The first of the runs on which the result is checked; the search never saw them."""
NAME, TITLE = "found", "The cheapest that gets there"


@dataclass(frozen=True, kw_only=True)
class Found:
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
    """Turn the goal's dials to where the search stands, under a name of its own."""
    return goal.model_copy(update={**dials, "name": NAME, "title": TITLE, "asked": True})


Point = tuple[float, ...]
Played = tuple[np.ndarray, np.ndarray]


class _Search:
    """Plays points and remembers them: the value in every run, and the money."""

    def __init__(
        self, scenario: Scenario, goal: Engagement, measure: str, runs: int, seed: int
    ) -> None:
        self.scenario, self.goal, self.measure, self.runs = scenario, goal, measure, runs
        self.setting = setting_of(scenario, population_of(scenario), seed)
        self.threads = os.cpu_count() or 1
        self._known: dict[Point, tuple[np.ndarray, float]] = {}

    def engagement(self, point: Point) -> Engagement:
        return found_way(self.goal, dict(zip(TURNED, point, strict=True)))

    def play(
        self, points: Iterable[Point], *, first_run: int = 0
    ) -> list[tuple[np.ndarray, float]]:
        wanted = list(points)
        new = [p for p in dict.fromkeys(wanted) if first_run or p not in self._known]
        fresh = dict(zip(new, self._played(new, first_run), strict=True))
        if first_run:
            return [fresh[p] for p in wanted]
        self._known |= fresh
        return [self._known[p] for p in wanted]

    def _played(self, points: list[Point], first_run: int) -> list[tuple[np.ndarray, float]]:
        if not points:
            return []
        ways = [self.engagement(p) for p in points]
        arms = [arm_of(w, self.scenario.rules, self.scenario.campaign) for w in ways]
        sums = play_all(self.setting, arms, self.runs, threads=self.threads, first_run=first_run)
        totals = totals_of(sums[:, :, -1], self.setting.population.group_sizes)
        values = MEASURES[self.measure][1](totals)[..., 2]
        took_part = MEASURES["took_part"][1](totals)[..., 2].mean(axis=1)
        people = took_part * self.setting.population.citizens
        money = [
            effort_of(w).money(self.scenario, float(n)) for w, n in zip(ways, people, strict=True)
        ]
        return list(zip(values, money, strict=True))


def goal_seek(
    scenario: Scenario,
    start: Engagement,
    goal: Engagement,
    *,
    target: float,
    measure: str = "losers_acceptance",
    sure: float = 0.8,
    runs: int = 40,
    seed: int = 1,
    on_progress: Progress | None = None,
) -> Found:
    """Find the cheapest dials with which a measure reaches `target` after the last decision.

    The target must be reached in `sure` of the runs. From every dial at 1, from the goal and from the
    cheapest good point of a Sobol sequence, dials are turned down, the largest saving first, in steps
    of 0.25, 0.1 and 0.05; then pairs are tried, one down and one up. What is found is at least as
    cheap as all its neighbours; a cheaper one far away is possible, but was not met.
    """
    search = _Search(scenario, goal, measure, -(-runs // LANES) * LANES, seed)
    tell = on_progress or (lambda _done, _total: None)

    def good(played: tuple[np.ndarray, float]) -> bool:
        return float((played[0] >= target).mean()) >= sure

    top = (1.0,) * len(TURNED)
    ends = []
    for k, point in enumerate(_starts(search, start, goal, good)):
        ends.append(_descend(search, point, good, lambda k=k: tell(k, 5)))
    cheapest = min(ends, key=lambda p: search.play([p])[0][1], default=top)
    if ends:
        cheapest = _swap(search, cheapest, good, lambda: tell(4, 5))
    way = search.engagement(cheapest)
    fresh = search.play([cheapest], first_run=FRESH)[0][0]
    return Found(
        engagement=way, reached=bool(ends), share_of_runs=float((fresh >= target).mean()),
        best=float(np.quantile(search.play([top])[0][0], 1.0 - sure)), effort=effort_of(way),
        money=search.play([cheapest])[0][1], target=target, sure=sure, measure=measure,
    )  # fmt: skip


def _starts(
    search: _Search, start: Engagement, goal: Engagement, good: Callable[..., bool]
) -> list[Point]:
    """Choose where the search begins: good points only, the cheapest of the scattered ones."""
    named = [tuple(round(getattr(e, d) * 20) / 20 for d in TURNED) for e in (start, goal)]
    points = [(1.0,) * len(TURNED), *named]
    scattered = [tuple(np.round(p * 20) / 20) for p in qmc.Sobol(len(TURNED), seed=1).random(ROUGH)]
    found = [p for p, played in zip(points, search.play(points), strict=True) if good(played)]
    rest = [
        (played[1], p)
        for p, played in zip(scattered, search.play(scattered), strict=True)
        if good(played)
    ]
    return [*found, *([min(rest)[1]] if rest else [])]


def _descend(
    search: _Search, point: Point, good: Callable[..., bool], tell: Callable[[], None]
) -> Point:
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
    search: _Search, point: Point, good: Callable[..., bool], tell: Callable[[], None]
) -> Point:
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
    search: _Search, point: Point, others: list[Point], good: Callable[..., bool]
) -> Point | None:
    """Give the cheapest good point among others, if it is cheaper than this one."""
    price = search.play([point])[0][1]
    fitting = [
        (played[1], p)
        for p, played in zip(others, search.play(others), strict=True)
        if good(played)
    ]
    return min(fitting)[1] if fitting and min(fitting)[0] < price - 1e-9 else None


def _turned(point: Point, place: int, by: float) -> Point:
    value = round(min(1.0, max(0.0, point[place] + by)), 2)
    return (*point[:place], value, *point[place + 1 :])
