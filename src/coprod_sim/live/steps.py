"""The steps a trainer takes in a room, each declared once: its word, its fields, and what it does.

A button of the trainer's page holds steps, the client sends them as they are, and the server takes them;
so a new step is one class here and one button. Whatever is no good is refused by what the step does,
in a sentence.
"""

from typing import Annotated, Literal

from pydantic import Field
from sqlalchemy import Connection

from coprod_sim.library_files import FileValue
from coprod_sim.live import ideas, tallysheet
from coprod_sim.live import room as rooms
from coprod_sim.live.screens import Screen, drawn_safely

MOST_STEPS = 100
"""How many steps one request may hold."""


class RoomStep(FileValue):
    """One thing a trainer has the room do."""

    def take(self, connection: Connection, code: str) -> None:
        """Do it, inside a transaction.

        Args:
            connection: where the room is stored.
            code: the room's code.

        Raises:
            InputError: it does not fit where the room stands.
        """
        self._take(connection, code)

    def _take(self, connection: Connection, code: str) -> None:
        raise NotImplementedError


class OpenActivity(RoomStep):
    """Open an activity, in its next round or the one named."""

    step: Literal["open"] = "open"
    activity: str
    round: str = ""

    def _take(self, connection: Connection, code: str) -> None:
        rooms.open_activity(connection, code, self.activity, self.round or None)


class CloseActivity(RoomStep):
    """Close what is open."""

    step: Literal["close"] = "close"

    def _take(self, connection: Connection, code: str) -> None:
        rooms.close_activity(connection, code)


class Reveal(RoomStep):
    """Show everybody the results of an activity."""

    step: Literal["reveal"] = "reveal"
    activity: str

    def _take(self, connection: Connection, code: str) -> None:
        rooms.reveal(connection, code, self.activity)


class Pause(RoomStep):
    """Show the waiting page."""

    step: Literal["pause"] = "pause"

    def _take(self, connection: Connection, code: str) -> None:
        rooms.pause(connection, code)


class SetNotice(RoomStep):
    """Set the line at the foot of the projector, such as the hash of the locked prediction."""

    step: Literal["notice"] = "notice"
    text: str

    def _take(self, connection: Connection, code: str) -> None:
        rooms.change(connection, code, notice=self.text[: rooms.LONGEST_NOTICE])


class ShowScreen(RoomStep):
    """Put a page of words and one drawing on the projector; without one, take it away."""

    step: Literal["screen"] = "screen"
    screen: Screen | None = None

    def _take(self, connection: Connection, code: str) -> None:
        stored = drawn_safely(self.screen).model_dump_json() if self.screen else ""
        rooms.change(connection, code, screen=stored)


class LockDoor(RoomStep):
    """Close the door to new people, or open it again."""

    step: Literal["door"] = "door"
    locked: bool

    def _take(self, connection: Connection, code: str) -> None:
        rooms.change(connection, code, locked=self.locked)


class KeepFor(RoomStep):
    """Set in how many days the room is deleted."""

    step: Literal["keep"] = "keep"
    days: int

    def _take(self, connection: Connection, code: str) -> None:
        rooms.change(connection, code, delete_after=rooms.day_after(self.days))


class EnterCards(RoomStep):
    """Enter what people answered on paper, the same way as from phones."""

    step: Literal["cards"] = "cards"
    people: tallysheet.CardPeople

    def _take(self, connection: Connection, code: str) -> None:
        tallysheet.enter(connection, code, self.people)


class ModerateIdea(RoomStep):
    """Let an idea be "shown" or "hidden"."""

    step: Literal["moderate"] = "moderate"
    activity: str
    idea: int
    state: str

    def _take(self, connection: Connection, code: str) -> None:
        ideas.moderate(connection, code, self.activity, self.idea, self.state)


class AnswerIdea(RoomStep):
    """Say what became of an idea ("taken_up", "in_part", "not") and why."""

    step: Literal["fate"] = "fate"
    activity: str
    idea: int
    fate: str
    why: str

    def _take(self, connection: Connection, code: str) -> None:
        ideas.set_fate(connection, code, self.activity, self.idea, self.fate, self.why)


type AnyStep = (
    OpenActivity
    | CloseActivity
    | Reveal
    | Pause
    | SetNotice
    | ShowScreen
    | LockDoor
    | KeepFor
    | EnterCards
    | ModerateIdea
    | AnswerIdea
)


class StepRequest(FileValue):
    """What the trainer's app asks in one go: steps, all or none, then where the room stands.

    With `count` the answers to that activity are counted as well.
    """

    steps: Annotated[
        tuple[Annotated[AnyStep, Field(discriminator="step")], ...],
        Field(strict=False, max_length=MOST_STEPS),
    ] = ()
    count: str = ""

    def take(self, connection: Connection, code: str) -> None:
        """Take the steps in one transaction, so that either all of them are done or none."""
        for step in self.steps:
            step.take(connection, code)
