"""What a page shows at a moment: the part of the room that has been revealed, and nothing else."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

from sqlalchemy import Connection

from coprod_sim.live import corner_choice, ways_back
from coprod_sim.live.activities import Idea, Knowledge, RoomExperiment
from coprod_sim.live.arms import MaybeSequence
from coprod_sim.live.ballots import label, latest
from coprod_sim.live.ideas import IdeaOnWay, ideas_of, was_deleted
from coprod_sim.live.part_script import stored_script
from coprod_sim.live.questions import Choice, Question
from coprod_sim.live.room import Room, Seat
from coprod_sim.live.screens import Screen, stored_screen
from coprod_sim.live.tally import results
from coprod_sim.words import Words, words_in

type RightAnswer = tuple[str, str, str, str]


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
    orders: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """In which order a phone lists the options of a question: their places."""
    answer: dict[str, Any] = field(default_factory=dict)
    said: tuple[tuple[str, str], ...] = ()
    results: dict[str, Any] = field(default_factory=dict)
    right: tuple[RightAnswer, ...] = ()
    ideas: tuple[IdeaOnWay, ...] = ()
    screen: Screen | None = None
    wall: str = ""
    """What stands on the big screen alone, while nothing is asked; a phone names it."""
    telling: bool = False
    """Whether this part tells people what became of their ideas, and this phone has one."""
    idea_deleted: bool = False
    """Whether the trainer has deleted what this phone wrote."""
    talk: bool = False
    of_ideas: bool = False
    """Whether what is on asks for ideas; then a phone says first what became of its own."""
    back: str = ""
    """The code by which the owner of a phone comes back."""
    kept_back: bool = False
    """Whether a phone does not show what was answered before, as after a new code from the trainer."""
    decided: tuple[corner_choice.DecisionTaken, ...] = ()


def phone_view(connection: Connection, room: Room, seat: Seat) -> RoomView:
    """Put together what one seat may see."""
    since = ways_back.shown_since(connection, seat)
    ideas = _own_ideas(connection, room, seat, since)
    screen = stored_screen(room.screen)
    shared = {
        "ideas": ideas,
        "kept_back": since > 0,
        "back": ways_back.code_of(connection, room, seat.number),
    }
    shared |= {"screen": screen if screen and screen.phones else None}
    shared |= {"wall": screen.title if screen and not (screen.phones or room.put_by) else ""}
    deleted = was_deleted(connection, room.code, seat.number)
    shared |= {"idea_deleted": deleted, "telling": bool(ideas or deleted) and _tells_fates(room)}
    if room.current is None:
        return RoomView("waiting", **shared)
    activity, standing = room.plan.activity(room.current), room.standing(room.current)
    words = words_in(room.plan.language)
    sequence = room.sequence(seat.cell) if isinstance(activity, RoomExperiment) else None
    questions = activity.questions(standing.round, sequence, words)
    answer = latest(connection, seat, activity.key, standing.round, since)
    shown = standing.phase != "revealed"
    return RoomView(
        **_about(activity, standing, words),
        told=_told(connection, room, activity, sequence) if shown else (),
        questions=questions,
        orders=_orders(room, seat, questions),
        answer=answer,
        said=tuple((q.text, label(q, answer[q.name])) for q in questions if q.name in answer),
        **_outcome(connection, room, words),
        **shared,
        **_decided(connection, room, activity),
    )


def _tells_fates(room: Room) -> bool:
    """Say whether the part that is led tells what became of the ideas."""
    script = stored_script(room.settings)
    return script is not None and script.fates


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
        told=_told_to_all(room, activity, words),
        questions=asked if len(asked) == 1 else (),
        **_outcome(connection, room, words),
        **_decided(connection, room, activity),
        screen=screen,
    )


def _told(
    connection: Connection, room: Room, activity: Any, sequence: MaybeSequence
) -> tuple[str, ...]:
    """Give what one seat reads first; what was decided names the choice that had the most votes."""
    part = room.standing(activity.key).round
    lines = activity.shows(part, sequence)
    if sequence is None or not part.endswith("_scores"):
        return lines
    choice = corner_choice.chosen(connection, room).get(sequence.decision(part))
    return corner_choice.told(activity, lines, choice, sequence.arm(part))


def _told_to_all(room: Room, activity: Any, words: Words) -> tuple[str, ...]:
    """Give what the projector says first; of an experiment nothing that tells the ways apart.

    What was decided stands on each phone alone: the other half of the room may have it still to decide.
    """
    part = room.standing(activity.key).round
    if not isinstance(activity, RoomExperiment) or part == "preference":
        return activity.shows(part, None)
    if not part.endswith("_scores"):
        return (activity.look, ", ".join(activity.corners))
    if corner_choice.over(room):
        return ()
    return (words(f"room-decided-{'phones' if room.plan.phones else 'paper'}"),)


def _decided(connection: Connection, room: Room, activity: Any) -> dict[str, Any]:
    """Set what the halves of the room decided side by side, once nobody has a decision left to take."""
    if not isinstance(activity, RoomExperiment):
        return {}
    return {"decided": corner_choice.side_by_side(connection, room)}


def _orders(room: Room, seat: Seat, questions: tuple[Question, ...]) -> dict[str, tuple[int, ...]]:
    """Draw for a seat the order in which the options of mixed questions stand; always the same again."""
    found = {}
    for q in questions:
        if isinstance(q, Choice):
            order = list(range(len(q.options)))
            if q.mixed:
                Random(f"{room.secret}:{seat.number}:{q.text}").shuffle(order)
            found[q.name] = tuple(order)
    return found


def _about(activity: Any, standing: Any, words: Words) -> dict[str, Any]:
    many = len(activity.rounds) > 1
    between = standing.phase == "closed" and standing.round == "before_talk"
    return {
        "phase": standing.phase,
        "title": activity.title,
        "key": activity.key,
        "round": standing.round,
        "round_name": words(f"room-round-{standing.round}") if many else "",
        "talk": between,
        "of_ideas": isinstance(activity, Idea),
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
        part["name"] = words(f"room-arm-{arm}" if arm else f"room-round-{part['round']}")
        part["columns"] = _columns(part["questions"])
    return {"results": found, "right": _right(activity, found["rounds"], words)}


def _columns(questions: list[dict[str, Any]]) -> tuple[str, ...]:
    """Give the options that several questions share, so that a wall can set them in one table; else none."""
    shared = {tuple(cell["label"] for cell in q["cells"]) for q in questions if q["cells"]}
    alike = (
        len(questions) > 1 and len(shared) == 1 and all(q["kind"] == "choice" for q in questions)
    )
    return shared.pop() if alike else ()


def _right(activity: Any, parts: list[dict[str, Any]], words: Words) -> tuple[RightAnswer, ...]:
    """List the right answers of a knowledge check: question, answer, why, and how many chose it."""
    if not isinstance(activity, Knowledge):
        return ()
    asked = parts[-1]["questions"] if parts else []
    counted = [_chose(q, fact.right, words) for q, fact in zip(asked, activity.facts, strict=False)]
    counted += [""] * (len(activity.facts) - len(counted))
    return tuple(
        (fact.text, fact.options[fact.right], fact.why, said)
        for fact, said in zip(activity.facts, counted, strict=True)
    )


def _chose(question: dict[str, Any], place: int, words: Words) -> str:
    """Say how many chose an option, where that may be shown."""
    count = question["cells"][place]["count"] if question["cells"] else None
    return "" if count is None else words("room-right_chose", count=count, all=question["n"])


def _own_ideas(connection: Connection, room: Room, seat: Seat, since: int) -> tuple[IdeaOnWay, ...]:
    """Give a seat its own ideas once their activity is closed, each with its answer once that is saved."""
    over = {
        activity.key
        for activity in room.plan.activities
        if isinstance(activity, Idea)
        and room.standing(activity.key).phase in {"closed", "revealed"}
    }
    mine = ideas_of(connection, room.code, seat.number, since) if over else []
    return tuple(idea for idea in mine if idea.activity in over)
