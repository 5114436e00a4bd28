"""Reads in everything a design names, so that any computer can play any of its points."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib import resources
from pathlib import Path

from coprod_sim import __version__
from coprod_sim.assumptions import DECLARED, assume
from coprod_sim.engagement import DIALS, Engagement, load_engagement
from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.library_files import check, read_toml
from coprod_sim.quantities import Quantity, declared
from coprod_sim.results.experiments.points import SECTIONS, check_targets
from coprod_sim.results.nroy import not_ruled_out
from coprod_sim.results.sweeping.declaration import Design, Range
from coprod_sim.scenarios import Campaign, People, Scenario, load_scenario
from coprod_sim.scenarios.scenario import Decisions, Money

MODEL_TEXT = (
    "arithmetic.py",
    "assumptions.py",
    "draws.py",
    "engagement",
    "five_steps",
    "model",
    "population",
    "scenarios",
    "results/effort.py",
    "results/experiments",
    "results/measures.py",
    "results/player.py",
    "results/ranges.py",
    "results/variant.py",
    "results/sweeping/job.py",
    "results/sweeping/playing.py",
    "results/sweeping/points.py",
)
"""The files whose text decides what a point gives."""
_OWNERS = dict(zip(SECTIONS, (People, Decisions, Campaign, Money), strict=True))
_ASKED = Quantity(label="Whether people are asked", whole=True)


@dataclass(frozen=True, kw_only=True)
class Job:
    """A design with its case and its engagements read in, and what it is played with."""

    design: Design
    case: Scenario
    plans: dict[str, Engagement]
    code: str

    @cached_property
    def ranges(self) -> tuple[Range, ...]:
        """Everything varied; the assumptions that come in by `assumptions_within` stand last."""
        given = {what for one in self.design.vary for what in one.what}
        more = self._assumptions_within() if self.design.assumptions_within else ()
        sets = _not_ruled_out() if self.design.assumptions_from else ()
        return (*self.design.vary, *(one for one in more if one.what[0] not in given), *sets)

    def _assumptions_within(self) -> Iterator[Range]:
        for name, about in DECLARED.items():
            if not about.fixed:
                low, high = self._around(name, self.design.assumptions_within)
                if low < high:
                    yield Range(what=(name,), low=low, high=high)

    def _around(self, name: str, share: float) -> tuple[float, float]:
        """Give the ends of an assumption moved by a share of its size, inside its declared range."""
        value = getattr(assume(self.case.rules, self.design.assumptions), name)
        about = DECLARED[name]
        ends = sorted((value * (1 - share), value * (1 + share)))
        return max(ends[0], about.low), min(ends[1], about.high)

    @cached_property
    def inputs(self) -> dict[str, Quantity]:
        """What each input is, with the ends it is moved between."""
        return {one.column: self._input(one) for one in self.ranges}

    def _input(self, one: Range) -> Quantity:
        what = one.what[0]
        about = _declaration(what)
        if one.values:
            return replace(about, low=min(one.values), high=max(one.values))
        low, high = about.low, about.high
        if "." not in what:
            low, high = self._around(what, 0.5)
        low, high = (
            (one.low if one.low is not None else low),
            (one.high if one.high is not None else high),
        )
        if not about.low <= low < high <= about.high:
            raise InputError(
                f"{one.column} must move between two ends inside {about.low:g} to {about.high:g}, "
                f"but they are {low:g} and {high:g}"
            )
        return replace(about, low=low, high=high)

    @cached_property
    def key(self) -> str:
        """The name of this sweep: design, case, engagements and code, but not the number of points."""
        text = json.dumps(
            [
                self.design.model_dump(mode="json", exclude={"points", "question", "answer"}),
                [one.model_dump(mode="json") for one in self.ranges],
                self.case.model_dump(mode="json"),
                {name: e.model_dump(mode="json") for name, e in self.plans.items()},
                _survey_text(self.case),
                self.code,
            ],
            sort_keys=True,
        )
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def load_design(path: str | Path) -> Design:
    """Read a design file and check everything it names; raises `InputError` in sentences."""
    path = Path(path)
    design = check(Design, read_toml(path), path.name)
    try:
        job_of(design)
    except InputError as problem:
        raise InputError(f"{path.name}: {problem}") from None
    return design


def job_of(design: Design) -> Job:
    """Read in what a design names; raises `InputError` for names and values that do not fit."""
    case = load_scenario(design.scenario)
    if design.campaign is not None:
        case = case.but(campaign=design.campaign.model_dump())
    variants = design.all_variants
    whats = [what for one in design.vary for what in one.what]
    check_targets([v.name for v in variants], whats)
    plans = {name: load_engagement(name) for v in variants for name in v.names}
    job = Job(design=design, case=case, plans=plans, code=code_version())
    if not job.inputs:
        raise InputError("nothing is varied: name at least one input under 'vary'")
    _check_decisions(design, case.but(design.settings))
    return job


def _not_ruled_out() -> Iterator[Range]:
    """Give the sets of assumptions that the findings do not rule out, as a list of values for each."""
    for name, values in not_ruled_out().assumptions.items():
        yield Range(what=(str(name),), values=tuple(values))


def _check_decisions(design: Design, case: Scenario) -> None:
    for decision in design.decisions:
        if not 0 <= decision <= case.decisions.count:
            raise InputError(
                f"decisions must be between 0 and {case.decisions.count}, but one is {decision}"
            )


def _declaration(what: str) -> Quantity:
    """Find the declaration of a dial, a setting or an assumption."""
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
    """Give the text of the user's own survey file, where the case names one."""
    file = case.people.trust.file
    try:
        return Path(file).read_text(encoding="utf-8") if file else ""
    except (OSError, UnicodeDecodeError) as problem:
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
