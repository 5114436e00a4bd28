"""What is read off a run: the mean of a measure, a difference, a gap, a change, or when a mark is reached."""

from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from coprod_sim.learning.runs import PlayedRun, Run
from coprod_sim.library_files import FileValue
from coprod_sim.model.measures import MEASURES
from coprod_sim.model.totals import EVERY_GROUP, GROUPS
from coprod_sim.quantities import Measure
from coprod_sim.results.effort import COST_MEASURES
from coprod_sim.results.variant import known

HUNDRED = 100.0
"""Shares, chances and worth are shown in points of 100."""
STEP_RUNS = 24
"""Runs by which the five steps are told apart, at most [runs]."""
Rule = Literal[
    "value", "difference", "gap", "gap_difference", "change", "first_time", "highest", "lowest",
    "order",
]  # fmt: skip
"""How an answer is read off a run.

value: the mean of the variant `of`. difference: `of` minus `against`. gap: the group minus the group `than`,
in `of` (well connected minus less heard, unless named). gap_difference: that gap in `of` minus the gap in
`against`. change: from the first decision (or from `since`) to `decision`, in `of`. first_time: the first
decision at which `of` reaches `mark`; one more than there are if it never does. highest, lowest: the name of
the variant that has most or least. order: the names of all variants, highest first. Shares and chances are in
points of 100.
"""


class Readout(FileValue):
    """What is read off a run: a rule, the measure, whose, and after which decision (0 is the last)."""

    rule: Rule = "value"
    measure: str = "acceptance"
    group: str = "all"
    than: str = ""
    decision: Annotated[int, Field(ge=0, le=50)] = 0
    since: Annotated[int, Field(ge=0, le=50)] = 1
    of: str = ""
    against: str = ""
    mark: float = 50.0
    close: Annotated[float, Field(ge=0)] = 1.0

    def fits(self, run: Run) -> None:
        """Refuse to read off what is not played or not measured."""
        for name in filter(None, (self.of, self.against)):
            known(name, run.names, "one of the variants that are played")
        known(self.measure, _declared(), "a measure")
        groups = EVERY_GROUP if run.split and self.since else GROUPS
        for name in filter(None, (self.group, self.than)):
            known(name, groups, "one of the groups (the others need split = true in the run)")

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that are looked at; for a gap, the lower one and the upper one."""
        if self.rule not in ("gap", "gap_difference"):
            return (self.group,)
        return (self.than, self.group) if self.than else ("less_heard", "well_connected")


def label_of(read: Readout) -> str:
    """Name what is read off in plain words."""
    return _declared()[read.measure].label


def run_values(read: Readout, played: PlayedRun, of: str = "") -> np.ndarray:
    """Read a number off every run.

    Args:
        read: what is read off.
        played: the runs.
        of: the variant, in place of the one `read` names (by default the last).

    Returns:
        A number a run, in points of 100 where it is a share.
    """
    mine, other = of or read.of or played.names[-1], read.against or played.names[0]
    last = (read.decision or played.decisions) - 1
    path = paths(read, played, mine)
    match read.rule:
        case "difference":
            return path[:, last] - paths(read, played, other)[:, last]
        case "gap":
            return _gap(read, played, mine, last)
        case "gap_difference":
            return _gap(read, played, mine, last) - _gap(read, played, other, last)
        case "change":
            return path[:, last] - _since(read, played, path)
        case "first_time":
            return _first_time(path[:, played.before(mine) :], read.mark)
        case _:
            return path[:, last]


def value(read: Readout, played: PlayedRun, of: str = "") -> float:
    """Read one number off all runs: their mean, or the first time their mean reaches the mark."""
    if read.rule == "first_time":
        mine = of or read.of or played.names[-1]
        mean = paths(read, played, mine).mean(axis=0, keepdims=True)
        return float(_first_time(mean[:, played.before(mine) :], read.mark)[0])
    return float(np.nanmean(run_values(read, played, of)))


def value_by_variant(read: Readout, played: PlayedRun) -> dict[str, float]:
    """Read the mean of every variant off all runs."""
    plain = read.but(rule="value")
    return {name: value(plain, played, name) for name in played.names}


def ends(read: Readout, played: PlayedRun, of: str = "") -> tuple[float, float]:
    """Give the ends between which 9 in 10 runs lie."""
    from coprod_sim.results.ranges import mean_and_ends  # noqa: PLC0415 - brings pandas along

    found = mean_and_ends(run_values(read, played, of))
    return found["low"], found["high"]


def money(played: PlayedRun, name: str) -> float:
    """Price a variant for one decision, in the case's currency."""
    took_part = value(Readout(measure="took_part"), played, name) / HUNDRED
    case = played.comparison.scenario
    return played.effort(name).money(case, took_part * case.people.citizens)


def step_gains(run: Run, measure: str, seed: int) -> dict[str, float]:
    """Give what each of the five steps brings between the first and the last variant, in points of 100."""
    from coprod_sim.results.attribution import step_shares  # noqa: PLC0415 - loads the model

    first, last = (run.engagement(run.names[k]) for k in (0, -1))
    found = step_shares(run.case, first, last, measure, runs=min(run.runs, STEP_RUNS), seed=seed)
    return {str(k): float(v) * HUNDRED for k, v in found["share"].items() if k != "conditions"}


def paths(read: Readout, played: PlayedRun, name: str) -> np.ndarray:
    """Give a measure of one variant as runs x decisions, in points of 100 where it is a share."""
    shape = (played.run.runs, played.decisions)
    if read.measure in COST_MEASURES:
        return np.full(shape, float(getattr(played.effort(name), read.measure)))
    frame = played.comparison.frame
    rows = frame[(frame["engagement"] == name) & (frame["group"] == read.group)]
    return rows[read.measure].to_numpy(dtype=np.float64).reshape(shape) * HUNDRED


def _declared() -> dict[str, Measure]:
    return {name: kind for name, (kind, _) in MEASURES.items()} | COST_MEASURES


def _gap(read: Readout, played: PlayedRun, name: str, last: int) -> np.ndarray:
    lower, upper = (paths(read.but(group=g), played, name)[:, last] for g in read.groups)
    return upper - lower


def _since(read: Readout, played: PlayedRun, path: np.ndarray) -> np.ndarray:
    if read.since:
        return path[:, read.since - 1]
    return played.comparison.start_trust[:, GROUPS.index(read.group)] * HUNDRED


def _first_time(path: np.ndarray, mark: float) -> np.ndarray:
    there = np.maximum.accumulate(path >= mark, axis=1)
    return (~there).sum(axis=1).astype(np.float64) + 1.0
