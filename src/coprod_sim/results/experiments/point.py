"""A point of a design, and what it makes of a variant on a case."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from coprod_sim.assumptions import DECLARED
from coprod_sim.engagement import load_engagement
from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.results.experiments.declaration import Experiment
from coprod_sim.results.player import Trial, trial_of
from coprod_sim.results.variant import Load, Variant
from coprod_sim.scenarios import Scenario

SECTIONS = ("people", "decisions", "campaign", "money")
"""The parts of a scenario whose settings can be varied."""


@dataclass(frozen=True)
class Point:
    """One place in the space of what is varied: its labels, and the changes it makes."""

    labels: dict[str, float | str] = field(default_factory=dict)
    changes: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One variant at one point of a design on one case, ready to be played."""

    variant: Variant
    point: Point
    trial: Trial


def cell_of(
    experiment: Experiment, case: Scenario, variant: Variant, point: Point,
    load: Load = load_engagement,
) -> Cell:  # fmt: skip
    """Put one variant at one point on a case together.

    Args:
        experiment: what it changes about every case: settings and assumptions.
        case: the case.
        variant: the variant, as the experiment names it.
        point: the point; what it changes comes before what variant and experiment do.
        load: finds engagements by name.

    Returns:
        The variant, the point, and the trial they make.

    Raises:
        InputError: for names and values that do not fit.
    """
    mine = at(variant, point)
    mine = mine.model_copy(update={"settings": experiment.settings | mine.settings})
    trial = trial_of(case, mine, experiment.assumptions, load)
    return Cell(variant=variant, point=point, trial=trial)


def at(variant: Variant, point: Point) -> Variant:
    """Give a variant with the changes that a point makes to it; dials of other variants stay out.

    Args:
        variant: the variant.
        point: the point.

    Returns:
        The changed variant.
    """
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


def check_targets(names: Sequence[str], whats: Sequence[str]) -> None:
    """Refuse to vary what is no assumption, no dial of a variant and no setting of a scenario.

    Args:
        names: names of the variants.
        whats: what is to be varied.

    Raises:
        InputError: for anything else, with the nearest name.
    """
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
