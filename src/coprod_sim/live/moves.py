"""What one press does in a room, on whichever device somebody leads: the steps of each move."""

from coprod_sim.live.screens import Screen
from coprod_sim.live.session_plan import Turn
from coprod_sim.live.steps import (
    CloseActivity,
    EndRoom,
    Lot,
    OpenActivity,
    Pause,
    PutRoomBy,
    Reveal,
    RoomStep,
    ShowScreen,
)
from coprod_sim.words import Words


def opening(turn: Turn, lots: tuple[Lot, ...] = ()) -> tuple[RoomStep, ...]:
    """Give the steps that start something in the room; what is open is closed first."""
    opened = OpenActivity(activity=turn.key, round=turn.round, lots=lots)
    return CloseActivity(), ShowScreen(), opened


def showing(activity: str) -> tuple[RoomStep, ...]:
    """Give the steps that show everybody what the room said."""
    return ShowScreen(), Reveal(activity=activity)


def waiting() -> tuple[RoomStep, ...]:
    """Give the steps that show the waiting page."""
    return CloseActivity(), ShowScreen(), Pause()


def talking(t: Words) -> tuple[RoomStep, ...]:
    """Give the steps that show a few words and no chart, so that people talk to each other."""
    return saying(t("trainer-lead-talk_title"), t("trainer-lead-talk_words"))


def saying(title: str, *more: str) -> tuple[RoomStep, ...]:
    """Give the steps that put words on the big screen, and close what is open."""
    return putting_up(Screen(title=title, paragraphs=more))


def putting_up(screen: Screen) -> tuple[RoomStep, ...]:
    """Give the steps that put a page on the big screen, and close what is open."""
    return CloseActivity(), ShowScreen(screen=screen)


def putting_by(t: Words, *, phones: bool = True) -> tuple[RoomStep, ...]:
    """Give the steps that tell phones and wall that the room goes on another day."""
    shown = Screen(title=t("room-by"), paragraphs=(t("room-by_code"),) * phones)
    return CloseActivity(), ShowScreen(screen=shown), PutRoomBy(by=True)


def ending(t: Words) -> tuple[RoomStep, ...]:
    """Give the steps that tell phones and wall that the session has ended, before its room is deleted."""
    said = (t("room-ended_deleted"),)
    shown = Screen(title=t("room-ended"), paragraphs=said, phones=True)
    return CloseActivity(), ShowScreen(screen=shown), EndRoom()


def going_on() -> tuple[RoomStep, ...]:
    """Give the steps that take a room up again which was put by."""
    return PutRoomBy(by=False), ShowScreen()
