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
CHOICE = "{choice}"
"""Where the choice with the most votes is named in what was decided."""
SMALLEST_FOR_TWO_ARMS = 40
"""With fewer people two separate arms say too little, so everybody gets both [people]."""


class TreatmentQuestion(FileValue):
    """The one thing people are asked inside a pack."""

    text: Line
    options: Labels


class Treatment(FileValue):
    """How people in one arm are treated: what they are told and asked, and how the end is told to them.

    `greeting` and `reasons` stand before and after what was decided. They may give thanks, reasons and
    answers, and nothing that anybody gets: that is for `Decision.outcome`, which is the same in both arms.
    """

    told: Annotated[Lines, Field(min_length=1)]
    form: TreatmentQuestion
    greeting: Lines = ()
    reasons: Lines = ()


class OutcomeFact(FileValue):
    """One thing that is decided, said once in the voice of each arm; `names` must stand in both.

    `by_lot` says it to those with the full picture where their votes did not settle it. Who reads the
    leaflet knows of no vote, and so hears of no lot before all do.
    """

    names: Annotated[tuple[Label, ...], Field(strict=False, min_length=1, max_length=12)]
    tickbox: Line
    co_production: Line
    by_lot: str = Field("", max_length=600)

    @model_validator(mode="after")
    def _says_the_same(self) -> Self:
        said = [n for n in (*self.names, CHOICE) if n.casefold() in self.by_lot.casefold()]
        if self.by_lot and len(said) <= len(self.names):
            raise ValueError(f"by_lot must say {CHOICE}, and all that names lists")
        for arm in ARMS:
            missing = [n for n in self.names if n.casefold() not in self.told(arm).casefold()]
            if missing:
                raise ValueError(f"{arm} must say {missing[0]!r}, as both ways must name it")
        if (CHOICE in self.tickbox) != (CHOICE in self.co_production):
            raise ValueError(f"both ways must say {CHOICE}, or neither")
        return self

    def told(self, arm: Arm) -> str:
        """Give the sentence in the voice of an arm."""
        return self.tickbox if arm == "tickbox" else self.co_production


class DecisionFact(FileValue):
    """A fact about the decision with one right answer, to see what people took in.

    `names` are the words of the full picture that give it. No other paper or question may hold them, or it
    would test what everybody was told.
    """

    text: Line
    options: Labels
    right: Annotated[int, Field(ge=0)]
    names: Annotated[tuple[Label, ...], Field(strict=False, max_length=12)] = ()


class Decision(FileValue):
    """A decision both arms live through; `final` and `outcome` are what is decided in the end, in both.

    One part of it is left to those with the full picture: their `form` is that choice, and what gets the
    most votes among them is named to both arms; `settled` says it to all as a sentence, with `CHOICE` in it.
    """

    key: Key
    title: Label
    question: Line
    options: Labels
    final: Annotated[int, Field(ge=0)]
    tickbox: Treatment
    co_production: Treatment
    outcome: Annotated[tuple[OutcomeFact, ...], Field(strict=False, min_length=1, max_length=8)]
    facts: Annotated[tuple[DecisionFact, ...], Field(strict=False, max_length=5)] = ()
    settled: Annotated[str, Field(max_length=200)] = ""

    @model_validator(mode="after")
    def _final_is_an_option(self) -> Self:
        if self.final >= len(self.options):
            raise ValueError(f"final must be a place from 0 to {len(self.options) - 1}")
        if self.settled and CHOICE not in self.settled:
            raise ValueError(f"settled must say {CHOICE}")
        return self

    @model_validator(mode="after")
    def _facts_are_the_full_pictures(self) -> Self:
        full = " ".join(self.co_production.told).casefold()
        others = (
            self.question,
            *self.options,
            *self.tickbox.told,
            *self.told_in_the_end("tickbox"),
        )
        all_hear = " ".join((*others, *self.told_in_the_end("co_production"))).casefold()
        for fact in self.facts:
            for name in fact.names:
                if name.casefold() not in full:
                    raise ValueError(f"the full picture must say {name!r}: {fact.text}")
                if name.casefold() in all_hear:
                    raise ValueError(f"only the full picture may say {name!r}: {fact.text}")
        return self

    def treatment(self, arm: Arm) -> Treatment:
        """Give the treatment of an arm."""
        return self.tickbox if arm == "tickbox" else self.co_production

    def told_in_the_end(self, arm: Arm) -> tuple[str, ...]:
        """Give what was decided in the voice of an arm, with `CHOICE` where the choice is named."""
        way = self.treatment(arm)
        return (*way.greeting, *(fact.told(arm) for fact in self.outcome), *way.reasons)

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
