"""Repair: turn the dials of something broken until it works, within what there is to spend."""

from math import ceil, floor
from typing import Annotated, Any, Literal, Self

import numpy as np
from pydantic import Field, model_validator

from coprod_sim.engagement import DIALS
from coprod_sim.errors import known
from coprod_sim.learning.check_result import CheckResult, InWords, Status, not_tried
from coprod_sim.learning.items import Line
from coprod_sim.learning.readouts import (
    Readout,
    label_of,
    model_values,
    money,
    ranged,
    run_values,
    value,
)
from coprod_sim.learning.runs import PlayedRun, Run, play
from coprod_sim.library_files import FileValue
from coprod_sim.words import ENGLISH, Words, words_in

Resource = Literal["staff_hours", "hours_each", "weeks", "money", "points"]
"""What can be limited, for one decision.

Staff hours, hours of each person who takes part, weeks, money in the case's currency; or points: one for
each step by which a dial is turned up.
"""


class Goal(FileValue):
    """What must be reached, and in which share of fresh runs it must hold."""

    read: Readout
    at_least: float | None = None
    at_most: float | None = None
    in_share: Annotated[float, Field(gt=0, le=1)] = 0.8
    says: Line

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.at_least is None) == (self.at_most is None):
            raise ValueError("give either at_least or at_most")
        return self


class Slip(FileValue):
    """A usual mistake and what to say about it: a dial left below or turned above a place."""

    dial: str
    below: float | None = None
    above: float | None = None
    says: Line


class RepairTable(FileValue):
    """A broken way in a case, the dials that may move, the budget, and the goals."""

    run: Run
    dials: Annotated[tuple[str, ...], Field(strict=False, min_length=1)]
    budget: Annotated[dict[Resource, Annotated[float, Field(gt=0)]], Field(min_length=1)]
    goals: Annotated[tuple[Goal, ...], Field(strict=False, min_length=1, max_length=3)]
    slips: Annotated[tuple[Slip, ...], Field(strict=False)] = ()

    @property
    def start(self) -> str:
        """The name of the variant to repair: the last one played."""
        return self.run.names[-1]

    @model_validator(mode="after")
    def _fits(self) -> Self:
        for dial in (*self.dials, *(s.dial for s in self.slips)):
            known(dial, DIALS, "a dial")
        for goal in self.goals:
            goal.read.fits(self.run)
        return self


TABLE, SEED = RepairTable, "new"


def check(table: RepairTable, answer: dict[str, Any], seed: int) -> CheckResult:
    """Play the repaired way on fresh runs; say what it costs too much, what it misses, and by how far."""
    t = words_in(ENGLISH)
    wrong = unfit(table, answer)
    if wrong:
        return not_tried(*(_refused(dial, answer[dial], t) for dial in wrong))
    moved = dials_of(table, answer)
    if start_dials(table) | moved == start_dials(table):
        return not_tried(t("learner-check-repair_none"))
    played = play(repaired(table, moved), seed)
    limits = {str(k): _spent(table, k, played, t) for k in table.budget}
    over = [line for line in limits.values() if line]
    goals = {f"goal_{k}": _missed(goal, played, t) for k, goal in enumerate(table.goals)}
    held = frozenset(k for k, line in goals.items() if not line and not over)
    faults = [*over, *filter(None, goals.values())]
    if over:
        faults.append(t("learner-check-over_first"))
    if faults:
        slips = [s.says for s in table.slips if _slipped(s, table, moved)]
        return CheckResult(
            status=Status.NOT_YET, said=(*faults, *slips), right=held, of=len(goals),
            guess=_held_before(table, seed) if held else 0.0,
        )  # fmt: skip
    said = [t("learner-check-repair_yes"), *(_held(goal, played, t) for goal in table.goals)]
    return CheckResult(status=Status.YES, said=tuple(said), right=held)


def in_words(table: RepairTable, answer: dict[str, Any]) -> dict[str, InWords]:
    """Give every dial that may move, and where it was set; nothing for one that cannot be set so."""
    now, wrong = start_dials(table) | dials_of(table, answer), unfit(table, answer)
    said = {d: "" if d in wrong else f"{DIALS[d].shown(now[d]):g}" for d in table.dials}
    return {d: InWords(DIALS[d].label, said[d]) for d in table.dials}


def _held_before(table: RepairTable, seed: int) -> float:
    """Give how many goals are met before any dial is turned."""
    played = play(table.run, seed)
    return float(sum(share_of(goal, played) >= goal.in_share for goal in table.goals))


def dials_of(table: RepairTable, answer: dict[str, Any]) -> dict[str, float]:
    """Give the dials that were turned to where they can stand."""
    left_out = unfit(table, answer)
    given = {d: answer.get(d) for d in table.dials if d not in left_out}
    return {d: float(v) for d, v in given.items() if v is not None}


def unfit(table: RepairTable, answer: dict[str, Any]) -> list[str]:
    """List the dials for which no number stands, or one at which they cannot stand."""
    given = {d: answer[d] for d in table.dials if answer.get(d) is not None}
    return [d for d, v in given.items() if not _stands(d, v)]


def _stands(dial: str, given: Any) -> bool:
    number = isinstance(given, int | float) and not isinstance(given, bool)
    return number and DIALS[dial].low <= given <= DIALS[dial].high


def _refused(dial: str, given: Any, t: Words) -> str:
    """Say that a dial cannot stand where an answer puts it, and how its number is written."""
    one = DIALS[dial]
    half = (one.low + one.high) / 2
    return t(
        "learner-check-repair_number", name=one.label, given=str(given)[:40],
        low=f"{one.low:g}", high=f"{one.high:g}", half=f"{half:g}", shown=f"{one.shown(half):g}",
    )  # fmt: skip


def repaired(table: RepairTable, moved: dict[str, float]) -> Run:
    """Give the run with the dials of the broken variant turned."""
    return table.run.turned(table.start, moved)


def spending(
    table: RepairTable, moved: dict[str, float], played: PlayedRun
) -> dict[Resource, float]:
    """Give what the repaired way takes of each thing that is limited."""
    effort, way = played.effort(table.start), table.start
    counted = {"money": lambda: money(played, way), "points": lambda: _points(table, moved)}
    return {k: float(counted[k]() if k in counted else getattr(effort, k)) for k in table.budget}


def start_dials(table: RepairTable) -> dict[str, float]:
    """Give where the dials that may move stand before the repair."""
    return table.run.dials_at(table.start, table.dials)


def _points(table: RepairTable, moved: dict[str, float]) -> float:
    start = start_dials(table)
    return sum(max(0.0, DIALS[d].steps(v - start[d])) for d, v in moved.items())


def _spent(table: RepairTable, what: Resource, played: PlayedRun, t: Words) -> str:
    moved = {d: getattr(played.comparison.engagements[-1], d) for d in table.dials}
    spent, limit = spending(table, moved, played)[what], table.budget[what]
    if spent <= limit + 1e-6:
        return ""
    return t("learner-check-over", name=t(f"learner-budget-{what}"), **in_numbers(spent, limit))


def in_numbers(spent: float, limit: float) -> dict[str, str]:
    """Write what is taken and what there is; what is too much is rounded up, so that it looks it."""
    over = spent > limit + 1e-6
    return {"spent": f"{ceil(spent) if over else round(spent):,}", "limit": f"{floor(limit):,}"}


def share_of(goal: Goal, played: PlayedRun) -> float:
    """Give the share of runs in which a goal is met."""
    return float(_meets(goal, run_values(goal.read, played)).mean())


def models_meeting(goal: Goal, played: PlayedRun) -> int:
    """Count of 100 models that fit the findings those whose mean meets a goal."""
    return round(100 * float(_meets(goal, model_values(goal.read, played)).mean()))


def _meets(goal: Goal, values: np.ndarray) -> np.ndarray:
    return values >= goal.at_least if goal.at_least is not None else values <= goal.at_most


def _missed(goal: Goal, played: PlayedRun, t: Words) -> str:
    share = share_of(goal, played)
    if share >= goal.in_share:
        return ""
    return f"{goal.says} {_figures('missed', goal, share, played, t)}"


def _held(goal: Goal, played: PlayedRun, t: Words) -> str:
    return _figures("held", goal, share_of(goal, played), played, t)


def whole_hundredths(share: float) -> int:
    """Give a share in 100, rounded down, so that what misses a mark is never shown to have reached it."""
    return floor(share * 100 + 1e-9)


def what_of(goal: Goal, t: Words) -> str:
    """Name what a goal is about: the measure, and what it is set against."""
    return t("learner-repair-what", rule=goal.read.rule, measure=label_of(goal.read))


def _figures(key: str, goal: Goal, share: float, played: PlayedRun, t: Words) -> str:
    side = "at_most" if goal.at_least is None else "at_least"
    mark = getattr(goal, side)
    digits = int(
        round(value(goal.read, played)) == mark
    )  # else a miss by little looks like the goal
    return t(
        f"learner-check-{key}", what=what_of(goal, t), share=f"{whole_hundredths(share)}",
        need=f"{goal.in_share * 100:.0f}", value=ranged(goal.read, played, digits=digits),
        goal=t(f"learner-repair-goal_{side}", mark=f"{mark:g}"), models=models_meeting(goal, played),
    )  # fmt: skip


def _slipped(slip: Slip, table: RepairTable, moved: dict[str, float]) -> bool:
    at = (start_dials(table) | moved).get(slip.dial)
    if at is None:
        return False
    low = slip.below is not None and at < slip.below
    return low or (slip.above is not None and at > slip.above)
