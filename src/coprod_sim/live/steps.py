"""The steps a trainer takes in a room, each declared once: its word, its fields, and what it does.

A button of the trainer's page holds steps, the client sends them as they are, and the server takes them;
so a new step is one class here and one button. Whatever is no good is refused by what the step does,
in a sentence.
"""

from typing import Annotated, ClassVar, Literal

from pydantic import Field
from sqlalchemy import Connection

from coprod_sim.library_files import FileValue
from coprod_sim.live import co_leading, corner_choice, ideas, seats, tallysheet
from coprod_sim.live import room as rooms
from coprod_sim.live.activities import Activity
from coprod_sim.live.kept_answers import note_counted
from coprod_sim.live.part_script import PartScript, stored_script
from coprod_sim.live.screens import Screen, drawn_safely

MOST_STEPS = 100
"""How many steps one request may hold."""


class RoomStep(FileValue):
    """One thing a trainer has the room do.

    `frees_seats` if the owners of seats must be looked up anew, `sweeps` if what it deletes must be
    overwritten in the store at once.
    """

    frees_seats: ClassVar[bool] = False
    sweeps: ClassVar[bool] = False

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


class Lot(FileValue):
    """What won a lot: the place of a decision, and that of its option."""

    decision: int
    option: int


class OpenActivity(RoomStep):
    """Open an activity, in its next round or the one named.

    `lots` are the options that won where votes tied and a lot was drawn in the room, each with its decision.
    """

    step: Literal["open"] = "open"
    activity: str
    round: str = ""
    lots: Annotated[tuple[Lot, ...], Field(strict=False, max_length=10)] = ()

    def _take(self, connection: Connection, code: str) -> None:
        room = rooms.open_activity(connection, code, self.activity, self.round or None)
        corner_choice.settle(connection, room, {lot.decision: lot.option for lot in self.lots})


class AddActivity(RoomStep):
    """Add an activity to the room, after those of its plan."""

    step: Literal["add"] = "add"
    activity: Annotated[Activity, Field(discriminator="kind")]

    def _take(self, connection: Connection, code: str) -> None:
        rooms.add_activity(connection, code, self.activity)


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
        note_counted(connection, code, self.activity)


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


class LetManyIn(RoomStep):
    """Let one address take any number of seats, as a class behind one router needs, or no longer."""

    step: Literal["many"] = "many"
    allowed: bool

    def _take(self, connection: Connection, code: str) -> None:
        rooms.set_in(connection, code, rooms.MANY_SEATS, "yes" if self.allowed else "no")


class TellPart(RoomStep):
    """Give second devices the script of the part that is led.

    The wall stays as it is, and so do phones, but for those that show first what became of an idea.
    """

    step: Literal["part"] = "part"
    script: PartScript

    def _take(self, connection: Connection, code: str) -> None:
        before = stored_script(rooms.load(connection, code).settings)
        seen = self.script.fates != (before is not None and before.fates)
        keep = rooms.set_in if seen else rooms.keep_in
        keep(connection, code, rooms.SCRIPT, self.script.model_dump_json())


class PutRoomBy(RoomStep):
    """Note that the room goes on another day, so that phones and wall say so while it is away."""

    step: Literal["put_by"] = "put_by"
    by: bool

    def _take(self, connection: Connection, code: str) -> None:
        rooms.set_in(connection, code, rooms.PUT_BY, "yes" if self.by else "no")


class EndRoom(RoomStep):
    """Note that the room is about to be deleted, so that phones and wall stay calm once it is gone."""

    step: Literal["end"] = "end"

    def _take(self, connection: Connection, code: str) -> None:
        rooms.set_in(connection, code, rooms.PUT_BY, "ended")


class InviteLeader(RoomStep):
    """Let one more device lead, by a code that opens once."""

    step: Literal["invite"] = "invite"
    invitation: str

    def _take(self, connection: Connection, code: str) -> None:
        co_leading.invite(connection, code, self.invitation)


class WithdrawLeader(RoomStep):
    """Let a second device lead no longer."""

    step: Literal["withdraw"] = "withdraw"
    number: int

    def _take(self, connection: Connection, code: str) -> None:
        co_leading.withdraw(connection, code, self.number)


class KeepFor(RoomStep):
    """Set in how many days the room is deleted; once somebody has joined, only sooner."""

    step: Literal["keep"] = "keep"
    days: int

    def _take(self, connection: Connection, code: str) -> None:
        rooms.keep_for(connection, code, self.days)


class EnterCards(RoomStep):
    """Enter what people answered on paper, the same way as from phones."""

    step: Literal["cards"] = "cards"
    people: tallysheet.CardPeople

    def _take(self, connection: Connection, code: str) -> None:
        tallysheet.enter(connection, code, self.people)


class ModerateIdea(RoomStep):
    """Let an idea be "shown" or "hidden"; with `read` only if it still says what was read."""

    step: Literal["moderate"] = "moderate"
    activity: str
    idea: int
    state: str
    read: str = ""

    def _take(self, connection: Connection, code: str) -> None:
        ideas.moderate(connection, code, self.activity, self.idea, self.state, self.read)


class DeleteIdea(RoomStep):
    """Delete what an idea says, for good; the seat it came from stays."""

    step: Literal["delete_idea"] = "delete_idea"
    activity: str
    idea: int
    sweeps: ClassVar[bool] = True

    def _take(self, connection: Connection, code: str) -> None:
        ideas.delete_text(connection, code, self.activity, self.idea)


class GroupIdea(RoomStep):
    """Put an idea under a heading, or with an empty one take it out."""

    step: Literal["group"] = "group"
    activity: str
    idea: int
    theme: str

    def _take(self, connection: Connection, code: str) -> None:
        ideas.group(connection, code, self.activity, self.idea, self.theme)


class MergeIdea(RoomStep):
    """Take an idea for the same as another, or with none take it apart again."""

    step: Literal["merge"] = "merge"
    activity: str
    idea: int
    into: int | None = None

    def _take(self, connection: Connection, code: str) -> None:
        ideas.merge(connection, code, self.activity, self.idea, self.into)


class TakeSeat(RoomStep):
    """Take a seat away, with all that was answered there and not counted yet."""

    step: Literal["take_seat"] = "take_seat"
    seat: int
    frees_seats: ClassVar[bool] = True
    sweeps: ClassVar[bool] = True

    def _take(self, connection: Connection, code: str) -> None:
        seats.take_away(connection, code, self.seat)


class TakeIdleSeats(RoomStep):
    """Take away those of some seats at which nothing was answered; their owners may join again."""

    step: Literal["take_idle"] = "take_idle"
    seats: Annotated[tuple[int, ...], Field(strict=False, max_length=rooms.MOST_SEATS)]
    frees_seats: ClassVar[bool] = True

    def _take(self, connection: Connection, code: str) -> None:
        seats.take_idle(connection, code, self.seats)
        rooms.change(connection, code)


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
    | AddActivity
    | CloseActivity
    | Reveal
    | Pause
    | SetNotice
    | ShowScreen
    | LockDoor
    | LetManyIn
    | TellPart
    | PutRoomBy
    | EndRoom
    | InviteLeader
    | WithdrawLeader
    | KeepFor
    | EnterCards
    | ModerateIdea
    | DeleteIdea
    | GroupIdea
    | MergeIdea
    | TakeSeat
    | TakeIdleSeats
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

    @property
    def frees_seats(self) -> bool:
        """Whether a step takes seats away."""
        return any(step.frees_seats for step in self.steps)

    @property
    def sweeps(self) -> bool:
        """Whether a step deletes what must not be found in the store any more."""
        return any(step.sweeps for step in self.steps)

    def take(self, connection: Connection, code: str) -> None:
        """Take the steps in one transaction, so that either all of them are done or none."""
        for step in self.steps:
            step.take(connection, code)
