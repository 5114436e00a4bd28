"""What would have to be true, worked out beforehand: the cheapest dials for every fifth target."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from coprod_sim.engagement import Engagement
from coprod_sim.results.effort import effort_of
from coprod_sim.results.exploring import goal_seek
from coprod_sim.results.exploring.goal import TURNED, Found, found_way
from coprod_sim.scenarios import Scenario

RUNGS = tuple(k / 20 for k in range(1, 20))
"""The targets worked out: 5, 10 ... 95 in 100; those above the first out of reach are left out."""


@dataclass(frozen=True)
class Ladder:
    """The answers of `goal_seek` for one case, by target, lowest first."""

    rungs: tuple[Found, ...]

    def toward(self, target: float) -> Found | None:
        """Give the answer for a target, or for the next one above it; beyond reach, it says so.

        An answer for a higher target also reaches the lower one, but may cost more than need be.
        """
        fitting = [one for one in self.rungs if one.target >= target - 1e-9]
        if fitting and fitting[0].reached:
            return fitting[0]
        last = self.rungs[-1]
        beyond = not last.reached and target > last.best
        return replace(last, target=target) if beyond else None


def climb(case: Scenario, start: Engagement, goal: Engagement, seed: int) -> list[dict[str, Any]]:
    """Work out every rung up to the first that is out of reach, in plain numbers for the file."""
    told = []
    for target in RUNGS:
        found = goal_seek(case, start, goal, target=target, seed=seed)
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


def ladder_of(told: Sequence[dict[str, Any]], goal: Engagement) -> Ladder:
    """Put the answers together again from what the file holds."""
    rungs = []
    for one in told:
        way = found_way(goal, one["dials"])
        plain = {k: v for k, v in one.items() if k != "dials"}
        rungs.append(Found(engagement=way, effort=effort_of(way), **plain))
    return Ladder(tuple(rungs))
