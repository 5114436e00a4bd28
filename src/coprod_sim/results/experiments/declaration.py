"""What an experiment file may say: the question, what is varied, and what is measured."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from coprod_sim.library_files import FileValue
from coprod_sim.results.comparison import SEED, check_counts
from coprod_sim.results.effort import COST_MEASURES
from coprod_sim.results.measures import GROUPS, MEASURES
from coprod_sim.results.uncertainty import OVER
from coprod_sim.results.variant import Line, Names, Variant, all_different, known
from coprod_sim.scenarios import TrustSource
from coprod_sim.scenarios.scenario import SHARE_LESS_HEARD

Show = Literal["value", "difference", "change", "change of difference"]
REPAIR_MEASURES = {
    "trust_is_back": "Whether trust has been back at its start since the good decisions began.",
    "decisions_until_back": "Good decisions it took; one more than there were if it never came.",
}
"""Measures of an experiment that look at a whole series, in words."""
KNOWN_MEASURES = (*MEASURES, *COST_MEASURES, *REPAIR_MEASURES)
RESERVED = (
    "scenario", "region", "rules", "variant", "assumption", "factor", "runs", "what", "decision",
    "group", "measure", "mean", "low", "high", "spread", "rank",
)  # fmt: skip
"""Columns of the result, which nothing that is varied may be called."""
FEWEST_BLOCKS = 8
"""Groups of runs needed before their spread says anything [groups]."""


class Axis(FileValue):
    """One thing that is varied: a column of the result, the numbers moved, and their values."""

    name: Line
    what: Annotated[Names, Field(min_length=1)]
    values: Annotated[tuple[float, ...], Field(strict=False, min_length=1)]


class EachAssumption(FileValue):
    """Every assumption, one at a time, multiplied by each factor."""

    factors: Annotated[tuple[float, ...], Field(strict=False, min_length=1)] = (0.5, 1.5)


AS_ASSUMED = "as_assumed"
"""In `over`: the assumptions as they stand, beside the kinds of `uncertainty.OVER`."""


class Region(FileValue):
    """A part of the country: its share of the citizens, who is less heard there, whom they trust."""

    name: Line
    share: Annotated[float, Field(gt=0, le=1)]
    share_less_heard: Annotated[float, SHARE_LESS_HEARD] | None = None
    trust: TrustSource | None = None


class Experiment(FileValue):
    """One question put to the model, and everything needed to answer it again."""

    question: Line
    scenarios: Annotated[Names, Field(min_length=1)] = ("reference",)
    settings: dict[str, float] = Field(default_factory=dict)
    assumptions: dict[str, float] = Field(default_factory=dict)
    engagements: Names = ()
    variants: Annotated[tuple[Variant, ...], Field(strict=False)] = ()
    vary: Annotated[tuple[Axis, ...], Field(strict=False)] = ()
    each_assumption: EachAssumption | None = None
    regions: Annotated[tuple[Region, ...], Field(strict=False)] = ()
    over: Names = ()
    compare_with: str = ""
    show: Annotated[tuple[Show, ...], Field(strict=False, min_length=1)] = ("value",)
    measures: Annotated[Names, Field(min_length=1)]
    groups: Annotated[Names, Field(min_length=1)] = ("all",)
    decisions: Annotated[tuple[int, ...], Field(strict=False)] = ()
    runs: int = 100
    runs_together: Annotated[tuple[int, ...], Field(strict=False)] = ()
    seed: int = SEED

    @property
    def all_variants(self) -> tuple[Variant, ...]:
        """The engagements taken as they are, then the variants."""
        return (*(Variant(name=name) for name in self.engagements), *self.variants)

    @property
    def axes(self) -> tuple[str, ...]:
        """The columns of the result that say what was varied."""
        each = ("assumption", "factor") if self.each_assumption else ()
        return (*(axis.name for axis in self.vary), *each)

    @model_validator(mode="after")
    def _names_fit(self) -> Self:
        check_counts(self.runs, 0, self.seed)
        names = all_different([v.name for v in self.all_variants], "variant")
        if not names:
            raise ValueError("name at least one engagement or variant")
        for measure in self.measures:
            known(measure, KNOWN_MEASURES, "a measure")
        for group in self.groups:
            known(group, GROUPS, "a group")
        for name in filter(None, (self.compare_with, *(v.compare_with for v in self.variants))):
            known(name, names, "one of the variants")
        all_different(self.axes, "thing that is varied")
        return self

    @model_validator(mode="after")
    def _parts_fit(self) -> Self:
        for axis in self.vary:
            if axis.name in RESERVED:
                raise ValueError(f"{axis.name!r} is a column already; vary it under another name")
        if any("difference" in kind for kind in self.show) and not self.compare_with:
            raise ValueError("compare_with must name a variant before differences can be shown")
        if self.runs_together and max(self.runs_together) * FEWEST_BLOCKS > self.runs:
            raise ValueError(f"runs must be {FEWEST_BLOCKS} times the most runs_together, or more")
        if self.regions and abs(sum(region.share for region in self.regions) - 1.0) > 1e-9:
            raise ValueError("the shares of the regions must add up to 1")
        all_different(["country", *(region.name for region in self.regions)], "region")
        if min((1, *self.runs_together)) < 1:
            raise ValueError("runs_together must be 1 or more")
        return self

    @model_validator(mode="after")
    def _over_fits(self) -> Self:
        for name in all_different(self.over, "kind of sets"):
            known(name, (AS_ASSUMED, *OVER), "a kind of sets of assumptions")
        if self.over and (self.regions or self.each_assumption or self.runs_together):
            raise ValueError("over stands without regions, each_assumption and runs_together")
        if self.over and any("." not in what for axis in self.vary for what in axis.what):
            raise ValueError(
                "over moves all assumptions already; vary dials and settings beside it"
            )
        return self


def partner(experiment: Experiment, variant: Variant) -> str:
    """Name the variant that this one is compared with; none for the one compared with."""
    name = variant.compare_with or experiment.compare_with
    return "" if name == variant.name else name
