"""What a design file may say: which numbers are varied, between which ends, and what is measured."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from coprod_sim.errors import InputError
from coprod_sim.library_files import FileValue
from coprod_sim.results.comparison import SEED, check_counts
from coprod_sim.results.effort import COST_MEASURES
from coprod_sim.results.experiments.declaration import RESERVED
from coprod_sim.results.measures import GROUPS, MEASURES
from coprod_sim.results.variant import Line, Names, Variant, all_different, known
from coprod_sim.scenarios import Campaign

SWEEP_MEASURES = (*MEASURES, *COST_MEASURES)
"""What can be measured at every point."""
SWEEP_COLUMNS = (*RESERVED, *SWEEP_MEASURES, "point")
"""Columns of the result, which no input may be called."""
MOST_POINTS = 2**20
"""The most points of one design [points]."""
Numbers = Annotated[tuple[float, ...], Field(strict=False)]


class Range(FileValue):
    """One input: the numbers it moves, and the ends it moves between or the values it takes.

    Without ends, a dial or a setting takes its whole declared range, and an assumption up to half of its
    size more or less. `levels` snaps it to the middles of so many equal slices.
    """

    name: str = ""
    what: Annotated[Names, Field(min_length=1)]
    low: float | None = None
    high: float | None = None
    levels: Annotated[int, Field(ge=0, le=1000)] = 0
    values: Numbers = ()

    @property
    def column(self) -> str:
        """The column of the result that holds this input."""
        return self.name or self.what[0].rpartition(".")[2]

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        ends = (self.low, self.high)
        if self.values and (ends != (None, None) or self.levels):
            raise ValueError("give low, high and levels, or values, but not both")
        if self.low is not None and self.high is not None and not self.low < self.high:
            raise ValueError(f"low must be below high, but they are {self.low:g} and {self.high:g}")
        return self


class Design(FileValue):
    """A sweep: one case, the ways of involving people that are paired, and all that is varied."""

    question: Line = "What matters here?"
    scenario: Line = "reference"
    settings: dict[str, float] = Field(default_factory=dict)
    assumptions: dict[str, float] = Field(default_factory=dict)
    campaign: Campaign | None = None
    engagements: Names = ()
    variants: Annotated[tuple[Variant, ...], Field(strict=False)] = ()
    compare_with: str = ""
    vary: Annotated[tuple[Range, ...], Field(strict=False)] = ()
    assumptions_within: Annotated[float, Field(ge=0, le=1)] = 0.0
    assumptions_from: Literal["", "not_ruled_out"] = ""
    method: Literal["sobol", "grid", "list"] = "sobol"
    points: Annotated[int, Field(ge=1, le=MOST_POINTS)] = 512
    luck: Literal["shared", "own"] = "shared"
    measures: Annotated[Names, Field(min_length=1)] = (
        "acceptance",
        "losers_acceptance",
        "trust",
        "quality",
    )
    groups: Annotated[Names, Field(min_length=1)] = ("all",)
    decisions: Annotated[tuple[int, ...], Field(strict=False)] = ()
    runs: int = 8
    seed: int = SEED
    answer: Literal["spread", "what_matters", "when_not"] = "spread"

    @property
    def all_variants(self) -> tuple[Variant, ...]:
        """The engagements taken as they are, then the variants."""
        return (*(Variant(name=name) for name in self.engagements), *self.variants)

    @property
    def yardstick(self) -> str:
        """The variant that all others are compared with."""
        return self.compare_with or self.all_variants[0].name

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every other variant with the one it is compared with."""
        return tuple(
            (v.name, v.compare_with or self.yardstick)
            for v in self.all_variants
            if v.name != (v.compare_with or self.yardstick)
        )

    def with_points(self, points: int) -> "Design":
        """Give the same design with another number of points; only Sobol points can be more or fewer."""
        if self.method != "sobol":
            raise InputError(f"the points of a {self.method} are those of its values")
        return self.but(points=points)

    @model_validator(mode="after")
    def _names_fit(self) -> Self:
        check_counts(self.runs, 0, self.seed)
        names = [v.name for v in self.all_variants]
        if not names:
            raise ValueError("name at least one engagement or variant")
        all_different(names, "variant")
        for name in filter(None, (self.compare_with, *(v.compare_with for v in self.variants))):
            known(name, names, "one of the variants")
        for measure in self.measures:
            known(measure, SWEEP_MEASURES, "a measure")
        for group in self.groups:
            known(group, GROUPS, "a group")
        for column in (r.column for r in self.vary):
            if column in SWEEP_COLUMNS:
                raise ValueError(f"{column!r} is a column already; give what is varied a name")
        all_different([r.column for r in self.vary], "thing that is varied")
        return self

    @model_validator(mode="after")
    def _method_fits(self) -> Self:
        if self.assumptions_from and (self.method != "list" or self.vary):
            raise ValueError("assumptions_from needs the method 'list' and nothing else to vary")
        if self.method == "sobol":
            return self
        if self.assumptions_within:
            raise ValueError("assumptions_within needs the method 'sobol'")
        for one in self.vary:
            if not one.values:
                raise ValueError(f"{one.column[:60]!r} needs values for the method {self.method!r}")
        if self.method == "list" and len({len(r.values) for r in self.vary}) > 1:
            raise ValueError("everything varied needs as many values as the rest, for a list")
        return self
