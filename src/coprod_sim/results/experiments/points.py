"""Turns an experiment into what is to be played: every variant at every point, on every case."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any, Protocol

from coprod_sim.assumptions import DECLARED, Assumptions
from coprod_sim.engagement import Engagement, load_engagement, turned
from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.library_files import check
from coprod_sim.model.setting import Arm, arm_of
from coprod_sim.results.experiments.declaration import Axis, Experiment, Variant
from coprod_sim.scenarios import Scenario, load_scenario
from coprod_sim.scenarios.scenario import assume

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
class Play:
    """One variant at one point on one case, ready to be played."""

    case: Scenario
    variant: Variant
    point: Point
    engagements: tuple[Engagement, ...]
    arms: tuple[Arm, ...]


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


def plays_of(experiment: Experiment) -> list[Play]:
    """List everything to be played; raises `InputError` for names and values that do not fit."""
    points, variants = points_of(experiment), experiment.all_variants
    amount = len(experiment.scenarios) * len(points) * len(variants)
    if amount > MOST_PLAYS:
        raise InputError(f"this asks for {amount} plays, the limit is {MOST_PLAYS}; vary less")
    whats = [what for axis in experiment.vary for what in axis.what]
    check_targets([v.name for v in variants], whats)
    return [
        play_of(experiment, load_scenario(name), variant, point)
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


def play_of(
    plan: Plan,
    case: Scenario,
    variant: Variant,
    point: Point,
    load: Callable[[str], Engagement] = load_engagement,
) -> Play:
    """Put one variant at one point on a case together; `load` finds the engagements named."""
    mine = {what: value for what, value in point.changes if "." not in what}
    settings = {what: value for what, value in point.changes if _section(what, variant) in SECTIONS}
    dials = {w.rpartition(".")[2]: v for w, v in point.changes if _section(w, variant) == "*"}
    case = with_settings(case, plan.settings | variant.settings | settings)
    p = assume(case.rules, plan.assumptions | variant.assumptions | mine)
    engagements = _engagements(variant, variant.dials | dials, load)
    return Play(
        case=case,
        variant=variant,
        point=point,
        engagements=engagements,
        arms=tuple(arm_of(e, _scaled(p, point), case.campaign) for e in engagements),
    )


def _section(what: str, variant: Variant) -> str:
    """Give the part of a scenario, or `*` for a dial of this variant."""
    owner = what.rpartition(".")[0]
    return "*" if owner == variant.name else owner


def _engagements(
    variant: Variant, dials: dict[str, Any], load: Callable[[str], Engagement]
) -> tuple[Engagement, ...]:
    if variant.sequence:
        if dials:
            raise InputError(f"{variant.name}: the dials of a sequence cannot be turned")
        return tuple(load(name) for name in variant.sequence)
    engagement = load(variant.engagements[0])
    for dial, level in dials.items():
        value = _level_in(load(level), dial) if isinstance(level, str) else level
        engagement = turned(engagement, dial, value)
    return (engagement.model_copy(update={"name": variant.name}),)


def _level_in(engagement: Engagement, dial: str) -> float:
    """Read where a dial stands in another engagement."""
    dials = engagement.dials._asdict()
    if dial not in dials:
        raise InputError(f"{dial[:60]!r} is not a dial{did_you_mean(dial, dials)}")
    return dials[dial]


def _scaled(p: Assumptions, point: Point) -> Assumptions:
    if point.scaled is None:
        return p
    name, factor = point.scaled
    low, high = DECLARED[name].low, DECLARED[name].high
    return p._replace(**{name: min(max(getattr(p, name) * factor, low), high)})


def with_settings(case: Scenario, changes: dict[str, float]) -> Scenario:
    """Return a checked copy of a case with settings such as `people.citizens` changed."""
    if not changes:
        return case
    table = case.model_dump()
    for path, value in changes.items():
        section, _, key = path.partition(".")
        if section not in SECTIONS:
            hint = did_you_mean(section, SECTIONS)
            raise InputError(f"{path[:60]!r} is not a setting of a scenario{hint}")
        if table[section] is None:
            raise InputError(f"{case.name} has no {section}, so {path} cannot be changed")
        if key not in table[section]:
            hint = did_you_mean(key, table[section])
            raise InputError(f"{path[:60]!r} is not a setting of a scenario{hint}")
        table[section] = table[section] | {key: int(value) if value == int(value) else value}
    return check(Scenario, table, case.name)
