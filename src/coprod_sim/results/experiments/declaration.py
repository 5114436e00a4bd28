"""What an experiment file may say: the question, what is compared, at which points, and what is measured."""

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, PlainValidator, model_validator

from coprod_sim.errors import InputError, known
from coprod_sim.library_files import FileValue, check
from coprod_sim.model.measures import MEASURES
from coprod_sim.model.totals import EVERY_GROUP, GROUPS
from coprod_sim.quantities import in_digits
from coprod_sim.results.comparison import RUNS, RUNS_A_DRAW, SEED, check_counts
from coprod_sim.results.effort import COST_MEASURES
from coprod_sim.results.uncertainty import NOT_RULED_OUT, PLAUSIBLE, check_over
from coprod_sim.results.variant import Line, Names, Variant, all_different
from coprod_sim.scenarios import Campaign, Scenario, TrustSource
from coprod_sim.scenarios.scenario import SHARE_LESS_HEARD

Numbers = Annotated[tuple[float, ...], Field(strict=False)]
Show = Literal["value", "difference", "change", "change of difference"]
REPAIR_MEASURES = {
    "trust_is_back": "Whether trust has been back at its start since the good decisions began.",
    "decisions_until_back": "Good decisions it took; one more than there were if it never came.",
}
"""Measures of an experiment that look at a whole series, in words."""
KNOWN_MEASURES = (*MEASURES, *COST_MEASURES, *REPAIR_MEASURES)
RESERVED = (
    "scenario", "region", "rules", "variant", "assumption", "end", "runs", "what", "decision",
    "group", "measure", "mean", "low", "high", "spread", "rank", "point", *KNOWN_MEASURES,
)  # fmt: skip
"""Columns of the results, which nothing that is varied may be called."""
FEWEST_BLOCKS = 8
"""Groups of runs needed before their spread says anything [groups]."""
POINTS, MANY_POINTS, MOST_POINTS = 512, 4096, 2**20
"""Sobol points unless told otherwise, those if all assumptions are varied, and the most [points]."""


def _case(value: Any) -> str | Scenario:
    if isinstance(value, dict):
        return check(Scenario, value, "the case")
    if isinstance(value, Scenario) or (isinstance(value, str) and value):
        return value
    raise ValueError(
        f"must be a case, its name or the path of its .toml file, but is {value!r:.60}"
    )


Case = Annotated[Any, PlainValidator(_case)]
"""A case, its name in the library, or the path of its `.toml` file."""


class Axis(FileValue):
    """One input: the numbers it moves, and the ends it moves between or the values it takes.

    Without ends, a dial or a setting takes its whole declared range, and an assumption its plausible
    one. `levels` snaps it to the middles of so many equal slices.
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
            raise ValueError(
                f"low must be below high, but they are {in_digits(self.low)} and {in_digits(self.high)}"
            )
        return self


class Region(FileValue):
    """A part of the country: its share of the citizens, who is less heard there, whom they trust."""

    name: Line
    share: Annotated[float, Field(gt=0, le=1)]
    share_less_heard: Annotated[float, SHARE_LESS_HEARD] | None = None
    trust: TrustSource | None = None


class Experiment(FileValue):
    """One question put to the model, and everything needed to answer it again.

    The design is a `grid` over the values of everything varied, a `list` of them side by side, or
    `sobol` points between their ends; it need not be named. `answer` says what table comes of it: the
    `ranges` over the runs of every point, or, over all points, `spread`, `what_matters` or `when_not`.
    `each_assumption` puts every assumption in turn at both ends of its plausible range.
    """

    instead: ClassVar = {
        "scenario": "write scenarios = [{given}]",
        "assumptions_within": 'write assumptions_from = "plausible"',
    }

    question: Line = "What matters here?"
    scenarios: Annotated[tuple[Case, ...], Field(strict=False, min_length=1)] = ("reference",)
    settings: dict[str, float] = Field(default_factory=dict)
    assumptions: dict[str, float] = Field(default_factory=dict)
    campaign: Campaign | None = None
    engagements: Names = ()
    variants: Annotated[tuple[Variant, ...], Field(strict=False)] = ()
    compare_with: str = ""
    vary: Annotated[tuple[Axis, ...], Field(strict=False)] = ()
    each_assumption: bool = False
    assumptions_from: Literal["", "plausible", "not_ruled_out"] = ""
    method: Literal["sobol", "grid", "list"] = "grid"
    points: Annotated[int, Field(ge=1, le=MOST_POINTS)] = POINTS
    regions: Annotated[tuple[Region, ...], Field(strict=False)] = ()
    over: Names = ()
    luck: Literal["shared", "own"] = "shared"
    show: Annotated[tuple[Show, ...], Field(strict=False, min_length=1)] = ("value",)
    measures: Annotated[Names, Field(min_length=1)] = (
        "acceptance", "losers_acceptance", "trust", "quality",
    )  # fmt: skip
    groups: Annotated[Names, Field(min_length=1)] = ("all",)
    decisions: Annotated[tuple[int, ...], Field(strict=False)] = ()
    runs: int = RUNS
    runs_together: Annotated[tuple[int, ...], Field(strict=False)] = ()
    seed: int = SEED
    answer: Literal["ranges", "spread", "what_matters", "when_not"] = "ranges"

    def _in_short(self) -> str:
        compared = ", ".join(v.name for v in self.all_variants)
        varied = ", ".join(axis.column for axis in self.vary) or "nothing"
        points = f"{self.points} points, " if self.method == "sobol" else ""
        return (
            f"Experiment: {self.question}\n  {compared} on {', '.join(self.case_names)}; varied: {varied}; "
            f"{self.method}, {points}{self.runs} runs each"
        )

    @property
    def all_variants(self) -> tuple[Variant, ...]:
        """The engagements taken as they are, then the variants."""
        return (*(Variant(name=name) for name in self.engagements), *self.variants)

    @property
    def case_names(self) -> tuple[str, ...]:
        """The names of the cases, or the paths of their files."""
        return tuple(one if isinstance(one, str) else one.name for one in self.scenarios)

    @property
    def baseline(self) -> str:
        """The variant that all others are compared with, unless they name another."""
        return self.compare_with or self.all_variants[0].name

    @property
    def pairs(self) -> dict[str, str]:
        """Every variant that is compared, with the one it is compared with."""
        both = {v.name: v.compare_with or self.baseline for v in self.all_variants}
        return {name: other for name, other in both.items() if name != other}

    @property
    def split(self) -> bool:
        """Whether a group is asked for in which runs are only measured when they are split."""
        return not set(self.groups) <= set(GROUPS)

    def with_points(self, points: int) -> "Experiment":
        """Give the same experiment with another number of points.

        Raises:
            InputError: for a design whose points are those of its values.
        """
        if self.method != "sobol":
            raise InputError(f"the points of a {self.method} are those of its values")
        return self.but(points=points)

    def check_sweep(self) -> None:
        """Refuse what cannot be kept point by point: several cases, regions, sets, groups of runs.

        Raises:
            InputError: for an experiment with any of them.
        """
        alone = self.regions or self.over or self.each_assumption or self.runs_together
        if alone or len(self.scenarios) > 1:
            raise InputError(
                "a sweep has one scenario, and stands without regions, over, each_assumption and "
                "runs_together"
            )

    @model_validator(mode="before")
    @classmethod
    def _usual(cls, given: Any) -> Any:
        """Choose the design that fits what is varied, and what is usual where a design is named."""
        if not isinstance(given, dict):
            return given
        given = {k: (v,) if isinstance(v, Axis | Variant | Region) else v for k, v in given.items()}
        spread = given.get("assumptions_from") == PLAUSIBLE
        if not ({"method", "points"} & set(given) or spread or _open(given)):
            return given
        usual = {"method": "sobol", "runs": RUNS_A_DRAW, "answer": "spread"}
        return usual | ({"points": MANY_POINTS} if spread else {}) | given

    @model_validator(mode="after")
    def _names_fit(self) -> Self:
        check_counts(self.runs, 0, self.seed)
        names = all_different([v.name for v in self.all_variants], "variant")
        if not names:
            raise ValueError("name at least one engagement or variant")
        for measure in self.measures:
            known(measure, KNOWN_MEASURES, "a measure")
        for group in self.groups:
            known(group, EVERY_GROUP, "a group")
        for name in filter(None, (self.compare_with, *(v.compare_with for v in self.variants))):
            known(name, names, "one of the variants")
        for column in all_different([axis.column for axis in self.vary], "thing that is varied"):
            if column in RESERVED:
                raise ValueError(f"{column!r} is a column already; give what is varied a name")
        return self

    @model_validator(mode="after")
    def _parts_fit(self) -> Self:
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
            check_over(name)
        if self.over and (self.regions or self.each_assumption or self.runs_together):
            raise ValueError("over stands without regions, each_assumption and runs_together")
        if self.over and any("." not in what for axis in self.vary for what in axis.what):
            raise ValueError(
                "over draws all assumptions already; vary dials and settings beside it"
            )
        return self

    @model_validator(mode="after")
    def _method_fits(self) -> Self:
        if self.answer != "ranges" or self.method == "sobol":
            self.check_sweep()
        if self.assumptions_from == NOT_RULED_OUT and (self.method != "list" or self.vary):
            raise ValueError(
                "assumptions_from 'not_ruled_out' needs the method 'list' and nothing else to vary"
            )
        if self.method == "sobol":
            return self
        if self.assumptions_from == PLAUSIBLE:
            raise ValueError("assumptions_from 'plausible' needs the method 'sobol'")
        for axis in self.vary:
            if not axis.values:
                raise ValueError(f"{axis.column!r:.60} needs values for the method {self.method!r}")
        if self.method == "list" and len({len(axis.values) for axis in self.vary}) > 1:
            raise ValueError("everything varied needs as many values as the rest, for a list")
        return self


def _open(given: dict[str, Any]) -> bool:
    """Say whether something is varied between ends, and not over values."""
    vary = given.get("vary", ())
    axes = vary if isinstance(vary, list | tuple) else ()  # of anything else its own fault is told
    tables = [axis if isinstance(axis, dict) else getattr(axis, "__dict__", {}) for axis in axes]
    return any(not axis.get("values") for axis in tables)
