"""What an answer comes to: not tried; not yet, and why; yes, and why; open; or marked by its own writer."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Status(StrEnum):
    """What an answer can be; nobody is ever just "wrong".

    `MARKED` is a text of one's own: its writer says that every part is there, and no computer has judged it.
    `OPEN` is an answer that some models give, to a question on which the models do not agree.
    """

    NOT_TRIED = "not_tried"
    NOT_YET = "not_yet"
    MARKED = "marked"
    OPEN = "open"
    YES = "yes"


DONE = (Status.YES, Status.OPEN, Status.MARKED)
"""The ways in which an exercise can be done."""


class InWords(NamedTuple):
    """One part of an answer as a person reads it: what was asked, and what was answered, if anything."""

    asked: str
    given: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """What an answer comes to, and what is said about it.

    `said` is about the answer as a whole; `notes` has a line for each part of it, by the part's id.
    `right` names the parts that are right. `hints` are what a computer counted;
    the verdict does not hang on them. `of` is how many parts can be right, where they are counted;
    `points` is what they count together where some count half, and `guess` what a guess would get.
    `head` names the words it stands under, where they are not those of its status. `came` is how a bet came
    out over all models, where the exercise itself goes by this run first.
    """

    status: Status
    said: tuple[str, ...] = ()
    notes: dict[str, str] = field(default_factory=dict)
    right: frozenset[str] = frozenset()
    hints: tuple[str, ...] = ()
    of: int = 0
    points: float | None = None
    guess: float = 0.0
    head: str = ""
    came: Status | None = None

    @property
    def counted(self) -> float:
        """What the parts count together."""
        return float(len(self.right)) if self.points is None else self.points

    @property
    def share(self) -> float:
        """The share right beyond a guess, from 0 to 1: all of it for a whole yes or an open question."""
        if self.status in (Status.YES, Status.OPEN) and not self.head:
            return 1.0
        most = self.of - 1 if self.counted >= self.of else self.counted
        beyond = most - self.guess
        return beyond / (self.of - self.guess) if beyond > 0 else 0.0

    @property
    def headed(self) -> str:
        """The name of the words it stands under."""
        return self.head or self.status

    @property
    def seen(self) -> str:
        """The state it is drawn as: what is nearly right is not drawn as right."""
        return Status.NOT_YET if self.head == "nearly" else self.status

    @property
    def text(self) -> str:
        """Everything that is said, as one text."""
        return "\n".join([*self.said, *self.notes.values(), *self.hints])


def not_tried(*said: str) -> CheckResult:
    """Say that there is no answer yet."""
    return CheckResult(status=Status.NOT_TRIED, said=said)
