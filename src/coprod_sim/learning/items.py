"""The declared pieces exercises and lessons are made of: choices, runs, and what is read off them."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from coprod_sim.engagement import DIALS, engagement_names
from coprod_sim.errors import did_you_mean
from coprod_sim.library_files import FileValue
from coprod_sim.scenarios import scenario_names

Id = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[a-z0-9_]+$")]
Line = Annotated[str, Field(min_length=1, max_length=900)]
Text = Annotated[str, Field(min_length=1, max_length=9000)]
Lines = Annotated[tuple[Line, ...], Field(strict=False)]
Rule = Literal[
    "value", "difference", "gap", "gap_difference", "change", "first_time", "highest", "lowest",
    "order",
]  # fmt: skip
"""How an answer is read off a run.

value: the mean of the way `of`. difference: `of` minus `against`. gap: well connected minus less heard,
in `of`. gap_difference: that gap in `of` minus the gap in `against`. change: from the first decision
(or from `since`) to `decision`, in `of`. first_time: the first decision at which `of` reaches `mark`; one
more than there are if it never does. highest, lowest: the id of the way that has most or least. order: the
ids of all ways, highest first. Shares and chances are in points of 100.
"""


READABLE = (
    "acceptance", "votes", "losers_acceptance", "losers", "trust", "knowledge", "fairness",
    "reasoned_judgement", "quality", "aware", "took_part", "reached", "expected_influence",
    "room_less_heard", "room_opposed", "gap_acceptance", "gap_trust", "gap_quality",
    "staff_hours", "hours_each", "weeks",
)  # fmt: skip
"""What can be read off; written out because the measures themselves take long to load (a test compares)."""


class Way(FileValue):
    """One way of involving people in a run: an engagement with changes, after others if need be."""

    id: Id
    title: Line
    engagement: str = "co_production"
    dials: dict[str, float] = Field(default_factory=dict)
    assume: dict[str, float] = Field(default_factory=dict)
    before: Annotated[tuple[str, ...], Field(strict=False)] = ()

    @model_validator(mode="after")
    def _known(self) -> Self:
        for name in (self.engagement, *self.before):
            known(name, engagement_names(), "an engagement")
        for dial, value in self.dials.items():
            known(dial, [*DIALS, "asked"], "a dial")
            if not 0 <= value <= 1:
                raise ValueError(f"{dial} must be between 0 and 1, but is {value:g}")
        return self


class Run(FileValue):
    """What is played: a case, the ways of involving people, and how often.

    `engagements` names ways as they lie in the library; `set` turns their dials (`"tickbox.feedback" =
    0.5`); `ways` gives further ones with changes of their own. `assume` changes assumptions for all.
    `settings` changes the case (`"decisions.count" = 4`).
    """

    scenario: str = "reference"
    engagements: Annotated[tuple[str, ...], Field(strict=False)] = ()
    set: dict[str, float] = Field(default_factory=dict)
    ways: Annotated[tuple[Way, ...], Field(strict=False)] = ()
    assume: dict[str, float] = Field(default_factory=dict)
    settings: dict[str, float] = Field(default_factory=dict)
    runs: Annotated[int, Field(ge=8, le=400)] = 48

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of all ways, in order."""
        return (*self.engagements, *(w.id for w in self.ways))

    @model_validator(mode="after")
    def _known(self) -> Self:
        known(self.scenario, scenario_names(), "a scenario")
        for name in self.engagements:
            known(name, engagement_names(), "an engagement")
        if not self.names:
            raise ValueError("name at least one engagement or way")
        different(self.names, "way")
        for place in self.set:
            owner, _, dial = place.rpartition(".")
            known(owner, self.engagements, "one of the engagements")
            known(dial, [*DIALS, "asked"], "a dial")
        return self


class Readout(FileValue):
    """What is read off a run: a rule, the measure, whose, and after which decision (0 is the last)."""

    rule: Rule = "value"
    measure: str = "acceptance"
    group: Literal["all", "less_heard", "well_connected"] = "all"
    decision: Annotated[int, Field(ge=0, le=50)] = 0
    since: Annotated[int, Field(ge=0, le=50)] = 1
    of: str = ""
    against: str = ""
    mark: float = 50.0
    close: Annotated[float, Field(ge=0)] = 1.0


class AnswerOption(FileValue):
    """One answer to choose. `low` and `high` are the band in which it is the right one.

    A band holds its low end, not its high one. For `highest` and `lowest` the id is that of a way.
    """

    id: Id
    text: Line
    low: float = float("-1e9")
    high: float = float("1e9")
    feedback: Line


class RankedItem(FileValue):
    """One thing to put in order."""

    id: Id
    text: Line


class RunQuestion(FileValue):
    """A question whose right answer is worked out from a run, never stored."""

    question: Line
    read: Readout
    options: Annotated[tuple[AnswerOption, ...], Field(strict=False)] = ()
    order: Annotated[tuple[RankedItem, ...], Field(strict=False)] = ()

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if bool(self.options) == bool(self.order):
            raise ValueError("give either options or an order, not both")
        if bool(self.order) != (self.read.rule == "order"):
            raise ValueError("an order needs read.rule = 'order', and only an order may have it")
        different([o.id for o in (*self.options, *self.order)], "answer")
        if self.options and self.read.rule not in ("highest", "lowest"):
            bands(self.options)
        return self


class Explanation(FileValue):
    """A box for a reason of one's own, and the model answer shown after it."""

    prompt: Line = "Because ..."
    model: Text


class Prediction(RunQuestion):
    """A prediction: the run stays locked until there is one, and "I don't know" is one."""

    sure: bool = True
    run: Run
    see: RunQuestion | None = None
    because: Explanation | None = None
    right: str = ""
    wrong: str = ""

    @model_validator(mode="after")
    def _fits_the_run(self) -> Self:
        for question in (self, *([self.see] if self.see else [])):
            fits(question, self.run)
        return self


class RecallOption(FileValue):
    """One answer of a question from memory, and why it is right or not."""

    text: Line
    why: Line


class RecallQuestion(FileValue):
    """A question from memory; `right` counts from 0."""

    question: Line
    options: Annotated[tuple[RecallOption, ...], Field(strict=False, min_length=2, max_length=5)]
    right: Annotated[int, Field(ge=0, le=4)]

    @model_validator(mode="after")
    def _there(self) -> Self:
        if self.right >= len(self.options):
            raise ValueError(
                f"right is {self.right}, but the options count from 0 to {len(self.options) - 1}"
            )
        return self


def known(name: str, allowed: Iterable[str], kind: str) -> None:
    """Refuse a name that is not among those allowed, with the nearest spelling."""
    names = list(allowed)
    if name not in names:
        raise ValueError(f"{name[:60]!r} is not {kind}{did_you_mean(name, names)}")


def different(names: Iterable[str], kind: str) -> None:
    """Refuse a name that is given twice."""
    given = list(names)
    for name in given:
        if given.count(name) > 1:
            raise ValueError(f"the {kind} {name[:60]!r} is named twice")


def bands(options: tuple[AnswerOption, ...]) -> None:
    """Refuse bands that overlap or leave a hole between them: every result must have one answer."""
    ordered = sorted(options, key=lambda o: o.low)
    for one, other in pairwise(ordered):
        if one.high != other.low:
            raise ValueError(
                f"the band of {one.id!r} ends at {one.high:g}, but that of {other.id!r} begins at "
                f"{other.low:g}; leave no hole and no overlap"
            )


def fits(question: RunQuestion, run: Run) -> None:
    """Refuse a question that asks for ways the run does not play."""
    fits_readout(question.read, run)
    if question.read.rule in ("highest", "lowest", "order"):
        for item in (*question.options, *question.order):
            known(item.id, run.names, "one of the ways that are played")


def fits_readout(read: Readout, run: Run) -> None:
    """Refuse to read off what is not played or not measured."""
    for name in filter(None, (read.of, read.against)):
        known(name, run.names, "one of the ways that are played")
    known(read.measure, READABLE, "a measure")
