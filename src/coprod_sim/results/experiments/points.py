"""Turns an experiment into what is to be played: every variant at every point, on every case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Protocol

from coprod_sim.assumptions import DECLARED
from coprod_sim.engagement import load_engagement
from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.results.experiments.declaration import Axis, Experiment
from coprod_sim.results.player import Trial, trial_of
from coprod_sim.results.variant import Load, Variant
from coprod_sim.scenarios import Scenario, load_scenario

SECTIONS = ("people", "decisions", "campaign", "money")
"""The parts of a scenario whose settings can be changed."""
MOST_PLAYS = 10_000
"""Variants times points times cases, at most [plays]."""


@dataclass(frozen=True)
class Point:
    """One place in the space of what is varied: its labels, and the changes it makes."""

    labels: dict[str, float | str] = field(default_factory=dict)
    changes: tuple[tuple[str, float], ...] = ()
    scaled: tuple[str, float] | None = None


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One variant at one point of a design on one case, ready to be played."""

    variant: Variant
    point: Point
    trial: Trial


class Plan(Protocol):
    """What every play of a plan has in common: settings of the case, and assumptions."""

    @property
    def settings(self) -> dict[str, float]:
        """Settings of the case that differ, such as `people.citizens`."""
        ...

    @property
    def assumptions(self) -> dict[str, float]:
        """Assumptions that differ."""
        ...


def points_of(experiment: Experiment) -> list[Point]:
    """List the points: the grid over everything varied, the first value of each axis first."""
    axes = [list(_along(axis)) for axis in experiment.vary]
    if experiment.each_assumption:
        axes.append(list(_one_at_a_time(experiment.each_assumption.factors)))
    return [_together(parts) for parts in product(*axes)]


def cells_of(experiment: Experiment) -> list[Cell]:
    """List everything to be played; raises `InputError` for names and values that do not fit."""
    points, variants = points_of(experiment), experiment.all_variants
    amount = len(experiment.scenarios) * len(points) * len(variants)
    if amount > MOST_PLAYS:
        raise InputError(f"this asks for {amount} plays, the limit is {MOST_PLAYS}; vary less")
    whats = [what for axis in experiment.vary for what in axis.what]
    check_targets([v.name for v in variants], whats)
    return [
        cell_of(experiment, load_scenario(name), variant, point)
        for name in experiment.scenarios
        for point in points
        for variant in variants
    ]


def _along(axis: Axis) -> Iterator[Point]:
    whole = all(value == int(value) for value in axis.values)
    for value in axis.values:
        label = int(value) if whole else value
        yield Point({axis.name: label}, tuple((what, value) for what in axis.what))


def _one_at_a_time(factors: tuple[float, ...]) -> Iterator[Point]:
    yield Point({"assumption": "none", "factor": 1.0})
    for name, declared in DECLARED.items():
        if not declared.fixed:
            for factor in factors:
                yield Point({"assumption": name, "factor": factor}, scaled=(name, factor))


def _together(parts: tuple[Point, ...]) -> Point:
    labels = {key: value for part in parts for key, value in part.labels.items()}
    changes = tuple(change for part in parts for change in part.changes)
    return Point(labels, changes, next((p.scaled for p in parts if p.scaled), None))


def check_targets(names: Sequence[str], whats: Sequence[str]) -> None:
    """Refuse to vary what is no assumption, no dial of a variant and no setting of a scenario."""
    for what in whats:
        owner, dot, _ = what.rpartition(".")
        if not dot and what not in DECLARED:
            raise InputError(
                f"{what[:60]!r} cannot be varied{did_you_mean(what, DECLARED)} "
                "(name an assumption, NAME.dial, *.dial, or a setting such as people.citizens)"
            )
        if dot and owner not in ("*", *names, *SECTIONS):
            hint = did_you_mean(owner, [*names, *SECTIONS])
            raise InputError(
                f"{owner[:60]!r} in {what[:80]!r} is no variant and no part of a scenario{hint}"
            )


def cell_of(
    plan: Plan, case: Scenario, variant: Variant, point: Point, load: Load = load_engagement
) -> Cell:
    """Put one variant at one point on a case together; `load` finds the engagements named."""
    mine = at(variant, point)
    mine = mine.model_copy(update={"settings": plan.settings | mine.settings})
    trial = trial_of(case, mine, plan.assumptions, load)
    return Cell(variant=variant, point=point, trial=_scaled(trial, point))


def at(variant: Variant, point: Point) -> Variant:
    """Give a variant with the changes of a point of the design made to it."""
    dials, settings, assumptions = {}, {}, {}
    for what, value in point.changes:
        owner, dot, name = what.rpartition(".")
        if not dot:
            assumptions[what] = value
        elif owner in SECTIONS:
            settings[what] = value
        elif owner in ("*", variant.name):
            dials[name] = value
    changes = {"dials": dials, "settings": settings, "assumptions": assumptions}
    return variant.model_copy(
        update={name: getattr(variant, name) | new for name, new in changes.items() if new}
    )


def _scaled(trial: Trial, point: Point) -> Trial:
    """Multiply one assumption, where a point says so, and keep it inside its range."""
    if point.scaled is None:
        return trial
    name, factor = point.scaled
    low, high = DECLARED[name].low, DECLARED[name].high
    value = min(max(getattr(trial.rules, name) * factor, low), high)
    return replace(trial, rules=trial.rules._replace(**{name: value}))
