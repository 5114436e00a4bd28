"""The two arms of the room's experiment: the same decision, once as a tickbox and once co-produced.

Source: Esaiasson et al. (2016), doi 10.1017/S0007123416000508: liking the outcome outweighs all else. So both
arms end in the same decision, and what each person wanted is asked before.
"""

from dataclasses import dataclass
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from coprod_sim.library_files import FileValue
from coprod_sim.live.questions import Key, Label, Labels, Line, Lines

Arm = Literal["tickbox", "co_production"]
ARMS: tuple[Arm, Arm] = ("tickbox", "co_production")
SMALLEST_FOR_TWO_ARMS = 40
"""With fewer people two separate arms say too little, so everybody gets both [people]."""


class TreatmentQuestion(FileValue):
    """The one thing people are asked inside a pack."""

    text: Line
    options: Labels


class Treatment(FileValue):
    """What people in one arm are told, asked, and told in the end."""

    told: Annotated[Lines, Field(min_length=1)]
    form: TreatmentQuestion
    outcome: Annotated[Lines, Field(min_length=1)]


class DecisionFact(FileValue):
    """A fact about the decision with one right answer, to see what people took in."""

    text: Line
    options: Labels
    right: Annotated[int, Field(ge=0)]


class Decision(FileValue):
    """A decision both arms live through; `final` is what is decided in the end, in both."""

    key: Key
    title: Label
    question: Line
    options: Labels
    final: Annotated[int, Field(ge=0)]
    tickbox: Treatment
    co_production: Treatment
    facts: Annotated[tuple[DecisionFact, ...], Field(strict=False, max_length=5)] = ()

    @model_validator(mode="after")
    def _final_is_an_option(self) -> Self:
        if self.final >= len(self.options):
            raise ValueError(f"final must be a place from 0 to {len(self.options) - 1}")
        return self

    def treatment(self, arm: Arm) -> Treatment:
        """Give the treatment of an arm."""
        return self.tickbox if arm == "tickbox" else self.co_production

    def lost(self, preferred: int | None) -> bool | None:
        """Say whether somebody wanted something else than what was decided; None if not known."""
        return None if preferred is None else preferred != self.final


@dataclass(frozen=True)
class TreatmentSequence:
    """The treatments a person gets, in order: which decision comes first, and in which arm each is lived.

    Its number is stored as the `cell` of a seat, and stands under that name in records.
    """

    number: int
    order: tuple[int, int]
    arms: tuple[Arm, Arm]

    def decision(self, part: str) -> int:
        """The place of the decision in a round, 0 or 1."""
        return self.order[_turn(part)]

    def arm(self, part: str) -> Arm:
        """The arm in a round."""
        return self.arms[_turn(part)]


type MaybeSequence = TreatmentSequence | None
"""None for whoever is in no experiment."""


def treatment_sequences(design: str) -> tuple[TreatmentSequence, ...]:
    """List the sequences: four for a crossover, so that order and pairing balance; else two."""
    first, second = ARMS
    both: tuple[tuple[Arm, Arm], ...] = ((first, second), (second, first))
    orders = ((0, 1),) if design == "two_arms" else ((0, 1), (1, 0))
    ways = [(order, arms) for order in orders for arms in both]
    return tuple(
        TreatmentSequence(number, order, arms) for number, (order, arms) in enumerate(ways)
    )


def _turn(part: str) -> int:
    return 1 if part.startswith("second") else 0
