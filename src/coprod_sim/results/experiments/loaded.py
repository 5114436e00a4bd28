"""An experiment with everything it names read in, so that any computer can play any of its points."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib import resources
from pathlib import Path

from coprod_sim import __version__
from coprod_sim.assumptions import DECLARED, Assumption
from coprod_sim.engagement import DIALS, Engagement, load_engagement
from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.files import text_in
from coprod_sim.quantities import Dial, Quantity, declared, in_digits
from coprod_sim.results.experiments.declaration import Axis, Experiment
from coprod_sim.results.experiments.point import SECTIONS, check_targets
from coprod_sim.results.nroy import not_ruled_out
from coprod_sim.results.uncertainty import FREE, NOT_RULED_OUT, PLAUSIBLE
from coprod_sim.scenarios import Campaign, Money, People, Scenario, load_scenario
from coprod_sim.scenarios.scenario import Decisions

MODEL_TEXT = (
    "adding.py",
    "arithmetic.py",
    "assumptions.py",
    "draws.py",
    "eight.py",
    "eight_compiled.py",
    "engagement",
    "five_steps",
    "library_files.py",
    "model",
    "population",
    "scenarios",
    "results/effort.py",
    "results/experiments",
    "results/player.py",
    "results/ranges.py",
    "results/ranges_loops.py",
    "results/sweeps/points.py",
    "results/variant.py",
)
"""The files whose text decides what a point gives."""
_OWNERS = dict(zip(SECTIONS, (People, Decisions, Campaign, Money), strict=True))
_ASKED = Quantity(label="Whether people are asked", whole=True)


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """An experiment with its cases and its engagements read in, and what it is played with."""

    experiment: Experiment
    cases: tuple[Scenario, ...]
    ways: dict[str, Engagement]
    code: str

    @property
    def case(self) -> Scenario:
        """The case, where there is only one."""
        return self.cases[0]

    def load(self, name: str) -> Engagement:
        """Give one of the engagements read in."""
        return self.ways[name]

    @cached_property
    def axes(self) -> tuple[Axis, ...]:
        """Everything varied; the assumptions that come in by `assumptions_from` stand last."""
        return (*self.experiment.vary, *self._assumptions())

    def _assumptions(self) -> Iterator[Axis]:
        """Vary all assumptions that nothing else sets: the experiment, the case, or another axis."""
        experiment = self.experiment
        given = {what for one in experiment.vary for what in one.what}
        given |= {*experiment.assumptions, *self.case.assumptions}
        free = [name for name in FREE if name not in given]
        if experiment.assumptions_from == PLAUSIBLE:
            yield from (Axis(what=(name,)) for name in free)
        if experiment.assumptions_from == NOT_RULED_OUT:
            sets = not_ruled_out().assumptions
            yield from (Axis(what=(name,), values=tuple(sets[name])) for name in free)

    @cached_property
    def inputs(self) -> dict[str, Quantity]:
        """What each input is, with the ends it is moved between."""
        return {one.column: self._input(one) for one in self.axes}

    def _input(self, one: Axis) -> Quantity:
        what = one.what[0]
        about = _declaration(what)
        if one.values:
            return replace(about, low=min(one.values), high=max(one.values))
        if isinstance(about, Dial):
            about = about.line
        low, high = about.low, about.high
        if isinstance(about, Assumption):
            low, high = about.least, about.most
        low, high = (
            (one.low if one.low is not None else low),
            (one.high if one.high is not None else high),
        )
        if not about.low <= low < high <= about.high:
            raise InputError(
                f"{one.column} must move between two ends inside {in_digits(about.low)} to"
                f" {in_digits(about.high)}, but they are {in_digits(low)} and {in_digits(high)}"
            )
        return replace(about, low=low, high=high)

    @cached_property
    def key(self) -> str:
        """The name of its sweep: experiment, case, engagements and code, but not the number of points."""
        text = json.dumps(
            [
                self.experiment.model_dump(mode="json", exclude={"points", "question", "answer"}),
                [one.model_dump(mode="json") for one in self.axes],
                self.case.model_dump(mode="json"),
                {name: e.model_dump(mode="json") for name, e in self.ways.items()},
                _survey_text(self.case),
                self.code,
            ],
            sort_keys=True,
        )
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def read_in(experiment: Experiment) -> Loaded:
    """Read in what an experiment names.

    Args:
        experiment: the experiment.

    Returns:
        The experiment with its cases and engagements.

    Raises:
        InputError: for names and values that do not fit.
    """
    cases = tuple(map(load_scenario, experiment.scenarios))
    if experiment.campaign is not None:
        cases = tuple(case.but(campaign=experiment.campaign.model_dump()) for case in cases)
    variants = experiment.all_variants
    whats = [what for axis in experiment.vary for what in axis.what]
    check_targets([v.name for v in variants], whats)
    ways = {name: load_engagement(name) for v in variants for name in v.names}
    found = Loaded(experiment=experiment, cases=cases, ways=ways, code=code_version())
    _ = found.inputs  # refuses what cannot be varied
    return found


def check_decisions(experiment: Experiment, cases: Iterable[Scenario]) -> None:
    """Refuse to show decisions that are not taken.

    Args:
        experiment: which decisions are shown; 0 is before the first.
        cases: the cases as played.

    Raises:
        InputError: for a decision that one of the cases does not have.
    """
    fewest = min(case.decisions.count for case in cases)
    for decision in experiment.decisions:
        if not 0 <= decision <= fewest:
            raise InputError(f"decisions must be between 0 and {fewest}, but one is {decision}")


def _declaration(what: str) -> Quantity:
    """Find the declaration of a dial, a setting or an assumption.

    Raises:
        InputError: for what is none of them, with the nearest name.
    """
    owner, dot, name = what.rpartition(".")
    if not dot:
        return DECLARED[what]
    if owner not in SECTIONS:
        if name not in DIALS and name != "asked":
            raise InputError(f"{what[:60]!r} is no dial{did_you_mean(name, DIALS)}")
        return DIALS.get(name, _ASKED)
    found = dict(declared(_OWNERS[owner]))
    if name not in found:
        hint = did_you_mean(name, found)
        raise InputError(f"{what[:60]!r} is not a setting of a scenario that can be varied{hint}")
    return found[name]


def _survey_text(case: Scenario) -> str:
    """Give the text of the user's own survey file, where the case names one.

    Raises:
        InputError: the file cannot be read.
    """
    file = case.people.trust.file
    try:
        return text_in(Path(file)) if file else ""
    except (OSError, ValueError) as problem:
        raise InputError(f"{file}: cannot be read ({type(problem).__name__})") from None


@cache
def code_version() -> str:
    """Name the version and the very text of the model, so that results of two are never mixed."""
    digest = hashlib.sha256()
    root = Path(str(resources.files("coprod_sim")))
    for name in MODEL_TEXT:
        place = root / name
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            digest.update(file.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:12]}"
