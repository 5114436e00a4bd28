"""What is read off a run: the mean of a measure, a difference, a gap, a change, or when a mark is reached."""

from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import numpy as np
from pydantic import Field

from coprod_sim.errors import known
from coprod_sim.learning.runs import PlayedRun, Run
from coprod_sim.library_files import FileValue
from coprod_sim.model.measures import MEASURES
from coprod_sim.model.totals import EVERY_GROUP, GROUPS
from coprod_sim.quantities import Measure
from coprod_sim.results.effort import COST_MEASURES
from coprod_sim.results.judging import first_reaching

if TYPE_CHECKING:
    from coprod_sim.words import Words

SAYS_WHOM = " who "
"""Stands in the name of a measure that says of whom it is, such as acceptance among those who lose."""
HUNDRED = 100.0
"""Shares, chances and worth are shown in points of 100."""
Rule = Literal[
    "value", "difference", "gap", "gap_difference", "change", "change_difference", "first_time",
    "highest", "lowest", "order",
]  # fmt: skip
"""How an answer is read off a run.

value: the mean of the variant `of`. difference: `of` minus `against`. gap: the group minus the group `than`,
in `of` (well connected minus less heard, unless named). gap_difference: that gap in `of` minus the gap in
`against`. change: from the first decision (or from `since`) to `decision`, in `of`.
change_difference: that change in `of` minus the change in `against`. first_time: the first
decision at which `of` reaches `mark`; one more than there are if it never does. highest, lowest: the name of
the variant that has most or least. order: the names of all variants, highest first. Shares and chances are in
points of 100.
"""


APART = ("difference", "gap", "gap_difference", "change", "change_difference")
"""Rules by which one number is taken from another."""


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
    def apart(self) -> bool:
        """Whether the number says how far apart two others are, so that 0 means that they are the same."""
        return self.rule in APART or (self.rule == "value" and self._taken)

    @property
    def whole(self) -> bool:
        """Whether no group is named beside it: it is of the town, of each person, or says of whom it is."""
        says_whom = self.groups == ("all",) and SAYS_WHOM in label_of(self)
        return self.measure in COST_MEASURES or self._taken or says_whom

    @property
    def _taken(self) -> bool:
        measured = _declared().get(self.measure)
        return measured is not None and " minus " in measured.unit

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that are looked at; for a gap, the lower one and the upper one."""
        if self.rule not in ("gap", "gap_difference"):
            return (self.group,)
        return (self.than, self.group) if self.than else ("less_heard", "well_connected")


def label_of(read: Readout) -> str:
    """Name what is read off in plain words."""
    return _declared()[read.measure].label


def named(read: Readout, t: "Words", group: str = "") -> str:
    """Name what is read off and of whom; of the room, of a gap and of costs there is no whom.

    Args:
        read: what is read off.
        t: the words to say it in.
        group: the group, in place of the one that `read` names.
    """
    if read.whole:
        return label_of(read)
    who = t(f"learner-group-{group or read.group}")
    return t("learner-change-row", measure=label_of(read), who=who)


def unit_said(read: Readout) -> str:
    """Name the unit of a number read off; a difference between two numbers in 100 is in points."""
    from coprod_sim.charts.words import unit_of  # noqa: PLC0415 - the model is loaded by now

    measure = _declared()[read.measure]
    if read.measure in COST_MEASURES:
        return measure.unit
    return "points" if read.rule in APART else unit_of(measure)


class ReadTerm(NamedTuple):
    """One number of a run that goes into what is read off: added (1) or taken away (-1).

    `decision` counts from 1; 0 is before the first, where only trust is measured.
    """

    sign: float
    way: str
    group: str
    decision: int


def terms_of(read: Readout, names: tuple[str, ...], decisions: int, of: str = "") -> list[ReadTerm]:
    """Say of which numbers of a run that which is read off is made.

    Args:
        read: what is read off; for `first_time` it is made of more than one number a run.
        names: the variants that are played, in order.
        decisions: how many decisions are played.
        of: the variant, in place of the one `read` names (by default the last).

    Returns:
        The terms, which are added up.
    """
    mine, other = of or read.of or names[-1], read.against or names[0]
    last = read.decision or decisions
    gap = [ReadTerm(sign, mine, g, last) for sign, g in zip((-1.0, 1.0), read.groups, strict=False)]
    since = ReadTerm(-1.0, mine, read.group, read.since)
    changed = [ReadTerm(1.0, mine, read.group, last), since]
    match read.rule:
        case "difference":
            return [ReadTerm(1.0, mine, read.group, last), ReadTerm(-1.0, other, read.group, last)]
        case "gap":
            return gap[::-1]
        case "gap_difference":
            return [*gap[::-1], *(t._replace(sign=-t.sign, way=other) for t in gap[::-1])]
        case "change":
            return changed
        case "change_difference":
            return [*changed, *(t._replace(sign=-t.sign, way=other) for t in changed)]
        case _:
            return [ReadTerm(1.0, mine, read.group, last)]


def run_values(read: Readout, played: PlayedRun, of: str = "") -> np.ndarray:
    """Read a number off every run of the rules as they stand.

    Args:
        read: what is read off.
        played: the runs.
        of: the variant, in place of the one `read` names (by default the last).

    Returns:
        A number a run, in points of 100 where it is a share.
    """
    return all_values(read, played, of)[: played.run.runs]


def all_values(read: Readout, played: PlayedRun, of: str = "") -> np.ndarray:
    """Read a number off every run: first `run_values`, then those of the other models, model by model."""
    if read.rule == "first_time":
        path = _path_from_the_start(read, played, of)
        return np.array([first_reaching(one, read.mark) for one in path])
    terms = terms_of(read, played.names, played.decisions, of)
    return np.sum([term.sign * _numbers(read, played, term) for term in terms], axis=0)


def value(read: Readout, played: PlayedRun, of: str = "") -> float:
    """Read one number off all runs: their mean, or the first time their mean reaches the mark."""
    if read.rule == "first_time":
        path = _path_from_the_start(read, played, of)[: played.run.runs]
        return first_reaching(path.mean(axis=0), read.mark)
    return float(np.nanmean(run_values(read, played, of)))


def model_values(read: Readout, played: PlayedRun, of: str = "") -> np.ndarray:
    """Read one number off each of the other models, as `value` does off the rules as they stand."""
    if read.rule == "first_time":
        path = _path_from_the_start(read, played, of)[played.run.runs :]
        towns = path.reshape(played.models, -1, path.shape[-1])
        return np.array([first_reaching(one.mean(axis=0), read.mark) for one in towns])
    others = all_values(read, played, of)[played.run.runs :]
    return np.nanmean(others.reshape(played.models, -1), axis=1)


def value_by_variant(read: Readout, played: PlayedRun) -> dict[str, float]:
    """Read the mean of every variant off all runs."""
    plain = read.but(rule="value")
    return {name: value(plain, played, name) for name in played.names}


def ends(read: Readout, played: PlayedRun, of: str = "") -> tuple[float, float]:
    """Give the ends between which 9 in 10 results lie: other towns, chance, and the other models."""
    return ends_of(all_values(read, played, of), played.run.runs)


def ends_of(values: np.ndarray, runs: int) -> tuple[float, float]:
    """Give the ends of 9 in 10 values, never narrower than by luck alone.

    Args:
        values: numbers of runs as in `all_values`: by the rules as they stand, then in the other models.
        runs: how many are by the rules as they stand.

    Returns:
        The low end and the high one.
    """
    from coprod_sim.results.ranges import mean_and_ends  # noqa: PLC0415 - brings pandas along

    luck = mean_and_ends(values[:runs])
    others = mean_and_ends(values[runs:]) if len(values) > runs else luck
    return min(luck["low"], others["low"]), max(luck["high"], others["high"])


def ranged(read: Readout, played: PlayedRun, of: str = "", mean: str = "", digits: int = 0) -> str:
    """Write a number with its range, as everywhere: "33 (12 to 41)"; what is certain has none.

    Args:
        read: what is read off.
        played: the runs.
        of: the variant, in place of the one `read` names (by default the last).
        mean: the number itself as it is written, where others beside it decide its digits.
        digits: decimals, at least.

    Returns:
        The number and its range.
    """
    from coprod_sim.charts.words import number, span  # noqa: PLC0415 - the model is loaded by now

    low, high = ends(read, played, of)
    mean = mean or number(value(read, played, of), digits)
    return mean if low == high else f"{mean} ({span(low, high, digits=digits)})"


def money(played: PlayedRun, name: str) -> float:
    """Price a variant for one decision, in the case's currency."""
    took_part = value(Readout(measure="took_part"), played, name) / HUNDRED
    case = played.comparison.scenario
    return played.effort(name).money(case, took_part * case.people.citizens)


def step_gains(run: Run, measure: str, seed: int) -> dict[str, np.ndarray]:
    """Give what each of the five steps brings between the first and the last variant, in points of 100.

    Args:
        run: what is played; its own number of runs is that of each combination of steps.
        measure: what is looked at.
        seed: the seed of all luck.

    Returns:
        For each step a number a run, as in `all_values`: then in the models that fit the findings.
    """
    from coprod_sim.results.attribution import step_values  # noqa: PLC0415 - loads the model
    from coprod_sim.results.nroy import not_ruled_out  # noqa: PLC0415

    first, last = (run.engagement(run.names[k]) for k in (0, -1))
    found = step_values(
        run.case, first, last, measure, runs=run.runs, models=not_ruled_out().sets, seed=seed
    )
    return {name: gains * HUNDRED for name, gains in found.items() if name != "conditions"}


def paths(read: Readout, played: PlayedRun, name: str) -> np.ndarray:
    """Give a measure of one variant as rows x decisions, in points of 100 where it is a share.

    The rows are the runs of the rules as they stand, then those of the other models, model by model.
    """
    if read.measure in COST_MEASURES:
        return np.full(
            (played.rows, played.decisions), float(getattr(played.effort(name), read.measure))
        )
    frame = played.comparison.frame
    rows = frame[(frame["engagement"] == name) & (frame["group"] == read.group)]
    return rows[read.measure].to_numpy(dtype=np.float64).reshape(-1, played.decisions) * HUNDRED


def _declared() -> dict[str, Measure]:
    return {name: kind for name, (kind, _) in MEASURES.items()} | COST_MEASURES


def _path_from_the_start(read: Readout, played: PlayedRun, of: str) -> np.ndarray:
    """Give a measure from the first decision of a variant itself, after those that went before it."""
    mine = of or read.of or played.names[-1]
    return paths(read, played, mine)[:, played.before(mine) :]


def _numbers(read: Readout, played: PlayedRun, term: ReadTerm) -> np.ndarray:
    if term.decision:
        return paths(read.but(group=term.group), played, term.way)[:, term.decision - 1]
    return played.start_trust[:, GROUPS.index(term.group)] * HUNDRED
