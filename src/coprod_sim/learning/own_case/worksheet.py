"""Everything a learner has written about a project of their own, as one small value for one file."""

import json
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, field_validator

from coprod_sim import __version__
from coprod_sim.engagement.scored import SCORED
from coprod_sim.library_files import FileValue, check
from coprod_sim.quantities import Quantity
from coprod_sim.saved_file import Saved

FORMAT = 1
"""The version of what is stored; it goes up when an old one could be misread."""
MOST_BYTES = 500_000
"""The largest file that is read [bytes]; a full worksheet has about 10,000."""
MOST_RATERS, MOST_ROUNDS, MOST_ACTIONS, MOST_ENTRIES = 12, 12, 40, 500
ENDING = ".owncase.json"
"""How the name of an exported worksheet ends."""
SAVED = Saved("case", ENDING, FORMAT, MOST_BYTES)


def _sound(text: Any) -> Any:
    """Drop halves of letters, which no file can hold, and cut what is far too long."""
    return text.encode("utf-8", "ignore").decode()[:4000] if isinstance(text, str) else text


def _day(text: str) -> str:
    if text:
        try:
            date.fromisoformat(text)
        except ValueError:
            raise ValueError(f"{text[:20]!r} is not a day; write it as 2027-03-31") from None
    return text


Name = Annotated[str, BeforeValidator(_sound), Field(max_length=120)]
MOST_IN_BOX = 4000
"""The longest text in one box of the worksheet [characters]."""
Text = Annotated[str, BeforeValidator(_sound), Field(max_length=MOST_IN_BOX)]
Day = Annotated[str, BeforeValidator(_sound)]
Score = Annotated[float, Quantity(label="Score")]
Side = Literal["staff", "citizen"]
Answer = Literal["yes", "no", "unsure"]
SIDES: tuple[Side, ...] = ("staff", "citizen")


class Rater(FileValue):
    """One person who scores, known by a label only: `closed` when their sheet is in.

    `again` says that the sheet was opened once more after this person could have seen the others.
    """

    label: Name
    side: Side = "staff"
    scores: dict[Name, Score] = Field(default_factory=dict)
    because: Text = ""
    closed: bool = False
    again: bool = False

    @field_validator("scores")
    @classmethod
    def _dials(cls, scores: dict[str, float]) -> dict[str, float]:
        for name in scores:
            if name not in SCORED:
                raise ValueError(f"{name[:40]!r} cannot be scored (known: {', '.join(SCORED)})")
        return scores


class Round(FileValue):
    """One time of scoring: the day it was begun, and who scored."""

    begun: Day = ""
    raters: Annotated[tuple[Rater, ...], Field(strict=False, max_length=MOST_RATERS)] = ()

    _checked = field_validator("begun")(_day)

    @property
    def all_in(self) -> bool:
        """Say whether there is a sheet, and all of them are in."""
        return bool(self.raters) and all(r.closed for r in self.raters)


class Action(FileValue):
    """One thing to do: for which step, what, who, by which day, and where the step stands then."""

    step: Name = SCORED[0]
    what: Text = ""
    who: Name = ""
    when: Day = ""
    to: Score | None = None
    done: bool = False

    _checked = field_validator("when")(_day)


class Promise(FileValue):
    """The one sentence both sides can hold each other to."""

    we: Text = ""
    you: Text = ""
    if_not: Text = ""


class Note(FileValue):
    """A feedback note in its four parts."""

    situation: Text = ""
    objective: Text = ""
    barrier: Text = ""
    likely: Text = ""


class Entry(FileValue):
    """One page of the journal."""

    day: Day = ""
    text: Text = ""

    _checked = field_validator("day")(_day)


class OwnCase(FileValue):
    """A worksheet as it stands; every change makes a new one.

    `case` holds the answers about the project, `signs` the stop signs seen, `measure` what the model's
    advice is judged by.
    """

    called: ClassVar[str] = "your case"
    format: Literal[1] = FORMAT
    made_with: Name = __version__
    case: dict[Name, float | Text | bool | None] = Field(default_factory=dict)
    gate: dict[Name, Answer] = Field(default_factory=dict)
    stakes: Literal["", "small", "high"] = ""
    trust: Literal["", "low", "middle", "high"] = ""
    signs: Annotated[tuple[Name, ...], Field(strict=False, max_length=40)] = ()
    rounds: Annotated[
        tuple[Round, ...], Field(strict=False, min_length=1, max_length=MOST_ROUNDS)
    ] = (Round(),)
    measure: Literal["losers_acceptance", "acceptance", "trust"] = "losers_acceptance"
    actions: Annotated[tuple[Action, ...], Field(strict=False, max_length=MOST_ACTIONS)] = ()
    promise: Promise = Promise()
    note: Note = Note()
    journal: Annotated[tuple[Entry, ...], Field(strict=False, max_length=MOST_ENTRIES)] = ()

    @property
    def now(self) -> Round:
        """The round that is open today, which is the last."""
        return self.rounds[-1]

    def with_round(self, **changes: Any) -> Self:
        """Return a checked copy with something about the open round changed."""
        return self.but(rounds=(*self.rounds[:-1], self.now.model_dump() | changes))

    def with_rater(self, place: int, **changes: Any) -> Self:
        """Return a checked copy with something on one rater's sheet changed."""
        raters = [r.model_dump() for r in self.now.raters]
        raters[place] |= changes
        return self.with_round(raters=tuple(raters))

    def with_action(self, place: int, **changes: Any) -> Self:
        """Return a checked copy with something about one action changed."""
        actions = [a.model_dump() for a in self.actions]
        actions[place] |= changes
        return self.but(actions=tuple(actions))

    def to_dict(self) -> dict[str, Any]:
        """Give the worksheet as plain lists and tables, as a progress file holds them."""
        return self.model_dump(mode="json")

    @classmethod
    def from_dict(cls, table: Any, name: str = "your case") -> Self:
        """Read a worksheet back; raises `InputError` naming what does not fit."""
        return check(cls, SAVED.of_this_format(table, name), name)


def to_file(own: OwnCase) -> bytes:
    """Write a worksheet as one file that people can read."""
    return json.dumps(own.to_dict(), indent=1, ensure_ascii=False).encode()


def from_file(data: bytes, name: str) -> OwnCase:
    """Read a worksheet from a file; raises `InputError` naming the file, the place and what is allowed."""
    return OwnCase.from_dict(SAVED.read(data, name), name)
