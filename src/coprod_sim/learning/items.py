"""The items lessons and exercises are made of: questions about a run, predictions, questions from memory."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Annotated, Self

from pydantic import Field, PrivateAttr, model_validator

from coprod_sim.errors import known
from coprod_sim.learning.readouts import APART, Readout, unit_said
from coprod_sim.learning.runs import Run
from coprod_sim.library_files import FileValue
from coprod_sim.results.variant import all_different

Id = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[a-z0-9_]+$")]
Line = Annotated[str, Field(min_length=1, max_length=900)]
Text = Annotated[str, Field(min_length=1, max_length=9000)]
UNKNOWN = "unknown"
"""The answer "I don't know", which every prediction takes."""
NEAR = 2.0
"""How far apart two numbers are about the same, in a bet and in what is looked at alike [points of 100]."""
FARTHEST = 1e9
"""An end of a band that has none."""


class AnswerOption(FileValue):
    """One answer to choose. `low` and `high` are the band in which it is the right one.

    A band holds its low end, not its high one. For `highest` and `lowest` the id is that of a variant.
    """

    id: Id
    text: Line
    low: float = -FARTHEST
    high: float = FARTHEST
    feedback: Line


class RankedItem(FileValue):
    """One thing to put in order."""

    id: Id
    text: Line


class RunQuestion(FileValue):
    """A question whose right answer is worked out from a run, never stored.

    `unit` is that of its answers, where it is not the usual one: people in 100 rather than points.
    """

    question: Line
    unit: str = ""
    read: Readout
    options: Annotated[tuple[AnswerOption, ...], Field(strict=False)] = ()
    order: Annotated[tuple[RankedItem, ...], Field(strict=False)] = ()
    _least_digits: int = PrivateAttr(default=0)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if bool(self.options) == bool(self.order):
            raise ValueError("give either options or an order, not both")
        if bool(self.order) != (self.read.rule == "order"):
            raise ValueError("an order needs read.rule = 'order', and only an order may have it")
        all_different([o.id for o in (*self.options, *self.order)], "answer")
        if self.options and self.read.rule not in ("highest", "lowest"):
            bands(self.options)
            if self.read.apart:
                fine(self.options)
        return self

    @property
    def digits(self) -> int:
        """How many decimals tell its answers apart, and show how two numbers differ."""
        fewest = max(digits_of(self.options), int(self.read.rule in APART))
        return max(fewest, self._least_digits)

    @property
    def told_in(self) -> str:
        """The unit in which its answer is told."""
        return self.unit or unit_said(self.read)

    def fits(self, run: Run) -> None:
        """Refuse a question that asks for variants the run does not play."""
        self.read.fits(run)
        if self.read.rule in ("highest", "lowest", "order"):
            for item in (*self.options, *self.order):
                known(item.id, run.names, "one of the variants that are played")


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

    @property
    def digits(self) -> int:
        """How many decimals it needs, also for what is to be seen in the same picture."""
        return max(super().digits, self.see.digits if self.see else 0)

    @model_validator(mode="after")
    def _fits_the_run(self) -> Self:
        for question in (self, *([self.see] if self.see else [])):
            question.fits(self.run)
        if self.see is not None:  # one picture and one table for both, so one number of decimals
            self.see._least_digits = self.digits
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


def digits_of(options: Iterable[AnswerOption]) -> int:
    """Give the decimals in which the ends of bands are written: none where all are whole, else one."""
    return int(any(end != round(end) for o in options for end in (o.low, o.high)))


def fine(options: tuple[AnswerOption, ...]) -> None:
    """Refuse to take for about the same what is farther apart than it may be anywhere."""
    for one in options:
        ends = [end for end in (one.low, one.high) if abs(end) < FARTHEST]
        if one.low < 0 < one.high and any(abs(end) > NEAR for end in ends):
            raise ValueError(
                f"the band of {one.id!r} holds 0 and reaches to {max(ends, key=abs):g}, but about the "
                f"same is within {NEAR:g} points, in every question; make the band narrower"
            )


def bands(options: tuple[AnswerOption, ...]) -> None:
    """Refuse bands that overlap or leave a hole between them: every result must have one answer."""
    ordered = sorted(options, key=lambda o: o.low)
    for one, other in pairwise(ordered):
        if one.high != other.low:
            raise ValueError(
                f"the band of {one.id!r} ends at {one.high:g}, but that of {other.id!r} begins at "
                f"{other.low:g}; leave no hole and no overlap"
            )
