"""The answers to "what would have to be true", worked out beforehand for one target after another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from coprod_sim.engagement import Engagement
from coprod_sim.results.discovery import searching
from coprod_sim.results.discovery.goals import (
    MEASURE,
    RUNS,
    CheapestWay,
    LookedFor,
    Search,
    cheapest_of,
    found_way,
    untold,
)
from coprod_sim.results.discovery.search_starts import TURNED, kinds_of
from coprod_sim.results.effort import effort_of
from coprod_sim.results.in_short import InShort
from coprod_sim.scenarios import Scenario

TARGETS = tuple(k / 20 for k in range(1, 20))
"""The targets worked out beforehand: 5, 10 ... 95 in 100, up to the first out of reach."""


@dataclass(frozen=True, repr=False)
class GoalTable(InShort):
    """The answers for one case, by target, lowest first.

    Here `reached` is about the runs searched with, so that each answer is the start of the next; the share
    of fresh runs stands beside it and is told with it.
    """

    answers: tuple[CheapestWay, ...]

    def toward(self, target: float) -> CheapestWay | None:
        """Give the answer for a target, or for the next one above it; beyond reach, it says so.

        An answer for a higher target also reaches the lower one, but may cost more than need be. Where less
        than every dial at 1 reaches more, only the target that was tried in vain is known to be beyond.
        """
        fitting = [one for one in self.answers if one.target >= target - 1e-9]
        if fitting and fitting[0].reached:
            return fitting[0]
        last = self.answers[-1]
        highest = max((one.target for one in self.answers if one.reached), default=0.0)
        tried = last.best if last.best >= highest else last.target - 1e-9
        beyond = not last.reached and target > tried
        return replace(last, target=target) if beyond else None


def seek_targets(
    case: Scenario, start: Engagement, goal: Engagement, seed: int
) -> list[dict[str, Any]]:
    """Work out every target up to the first that is out of reach, in plain numbers for the file.

    Args:
        case: the case.
        start: a way from which the search starts.
        goal: another; its seats stay, and ways without any, and that ask nobody, are tried too.
        seed: the seed of all luck.

    Returns:
        The answer for each of `TARGETS`, lowest first, in what JSON can hold.
    """
    told, searches = [], [Search(case, one, MEASURE, RUNS, seed) for one in kinds_of(goal)]
    for target in TARGETS:
        found = cheapest_of(searches, start, LookedFor(searching.CHEAPEST, target=target), untold)
        told.append(
            {
                "target": target, "reached": found.reached, "share_of_runs": found.share_of_runs,
                "best": found.best, "money": found.money, "sure": found.sure, "measure": found.measure,
                "dials": {d: getattr(found.engagement, d) for d in (*TURNED, "seats")},
                "asked": found.engagement.asked,
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
        way = found_way(goal.but(asked=one["asked"]), one["dials"])
        plain = {k: v for k, v in one.items() if k not in ("dials", "asked")}
        answers.append(CheapestWay(engagement=way, effort=effort_of(way), **plain))
    return GoalTable(tuple(answers))
