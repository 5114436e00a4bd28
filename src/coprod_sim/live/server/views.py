"""What a page shows at a moment: the part of the room that has been revealed, and nothing else."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from coprod_sim.live.activities import Idea, Knowledge, RoomExperiment
from coprod_sim.live.ballots import label, latest
from coprod_sim.live.ideas import IdeaOnWay, ideas_of
from coprod_sim.live.questions import Question
from coprod_sim.live.room import Room, Seat
from coprod_sim.live.screens import Screen, stored_screen
from coprod_sim.live.tally import results
from coprod_sim.words import Words, words_in


@dataclass(frozen=True)
class RoomView:
    """Everything a template needs for the activity that is on."""

    phase: str
    title: str = ""
    key: str = ""
    round: str = ""
    round_name: str = ""
    told: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    answer: dict[str, Any] = field(default_factory=dict)
    said: tuple[tuple[str, str], ...] = ()
    results: dict[str, Any] = field(default_factory=dict)
    right: tuple[tuple[str, str, str], ...] = ()
    ideas: tuple[IdeaOnWay, ...] = ()
    screen: Screen | None = None
    talk: bool = False


def phone_view(connection: Connection, room: Room, seat: Seat) -> RoomView:
    """Put together what one seat may see."""
    ideas = _own_ideas(connection, room, seat)
    screen = stored_screen(room.screen)
    shared = {"ideas": ideas, "screen": screen if screen and screen.phones else None}
    if room.current is None:
        return RoomView("waiting", **shared)
    activity, standing = room.plan.activity(room.current), room.standing(room.current)
    words = words_in(room.plan.language)
    sequence = room.sequence(seat.cell) if isinstance(activity, RoomExperiment) else None
    questions = activity.questions(standing.round, sequence, words)
    answer = latest(connection, seat, activity.key, standing.round)
    shown = standing.phase != "revealed"
    return RoomView(
        **_about(activity, standing, words),
        told=activity.shows(standing.round, sequence) if shown else (),
        questions=questions,
        answer=answer,
        said=tuple((q.text, label(q, answer[q.name])) for q in questions if q.name in answer),
        **_outcome(connection, room, words),
        **shared,
    )


def screen_view(connection: Connection, room: Room) -> RoomView:
    """Put together what the projector shows: never a single answer."""
    screen = stored_screen(room.screen)
    if room.current is None:
        return RoomView("waiting", screen=screen)
    activity, standing = room.plan.activity(room.current), room.standing(room.current)
    words = words_in(room.plan.language)
    asked = (
        ()
        if isinstance(activity, RoomExperiment)
        else activity.questions(standing.round, None, words)
    )
    return RoomView(
        **_about(activity, standing, words),
        told=() if isinstance(activity, RoomExperiment) else activity.shows(standing.round, None),
        questions=asked if len(asked) == 1 else (),
        **_outcome(connection, room, words),
        screen=screen,
    )


def _about(activity: Any, standing: Any, words: Words) -> dict[str, Any]:
    many = len(activity.rounds) > 1
    between = standing.phase == "closed" and standing.round == "before_talk"
    return {
        "phase": standing.phase,
        "title": activity.title,
        "key": activity.key,
        "round": standing.round,
        "round_name": words(f"room.round.{standing.round}") if many else "",
        "talk": between,
    }


def _outcome(connection: Connection, room: Room, words: Words) -> dict[str, Any]:
    """Give what was revealed of the current activity; nothing before that."""
    key = room.current or ""
    if room.standing(key).phase != "revealed":
        return {}
    activity = room.plan.activity(key)
    found = results(connection, room.code, key)
    for part in found["rounds"]:
        arm = part["arm"]
        part["name"] = words(f"room.arm.{arm}" if arm else f"room.round.{part['round']}")
    return {"results": found, "right": _right(activity)}


def _right(activity: Any) -> tuple[tuple[str, str, str], ...]:
    """List the right answers of a knowledge check: question, answer, why."""
    if not isinstance(activity, Knowledge):
        return ()
    return tuple((fact.text, fact.options[fact.right], fact.why) for fact in activity.facts)


def _own_ideas(connection: Connection, room: Room, seat: Seat) -> tuple[IdeaOnWay, ...]:
    """Give a seat its own ideas once their activity is closed; the fate only once it is revealed."""
    over = {
        activity.key: room.standing(activity.key).phase
        for activity in room.plan.activities
        if isinstance(activity, Idea)
        and room.standing(activity.key).phase in {"closed", "revealed"}
    }
    mine = ideas_of(connection, room.code, seat.number) if over else []
    return tuple(
        idea if over[idea.activity] == "revealed" else _without_fate(idea)
        for idea in mine
        if idea.activity in over
    )


def _without_fate(idea: IdeaOnWay) -> IdeaOnWay:
    return IdeaOnWay(idea.activity, idea.seat, idea.text, idea.state, None, "")
