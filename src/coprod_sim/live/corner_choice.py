"""What a corner with the full picture has chosen: counted by the server, and named to both ways alike.

It is counted once, when the scores of its round open, so that nothing that happens later can change what has
been told. A winner is named however small its corner is; how many chose it is never said.

In a crossover both halves of the room take each decision, one after the other. So a phone names what its own
corner's decision came to, and the whole room hears of all of them only once nobody has one left to take.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random

from sqlalchemy import Connection, select

from coprod_sim.errors import InputError
from coprod_sim.live import schema as t
from coprod_sim.live.activities import RoomExperiment
from coprod_sim.live.arms import CHOICE, Arm
from coprod_sim.live.room import Room, insert_once


@dataclass(frozen=True)
class CornerChoice:
    """The option a corner has chosen in a round's decision; `by_lot` if its votes did not settle it."""

    round: str
    decision: int
    option: int
    by_lot: bool


def tied(connection: Connection, room: Room) -> dict[int, tuple[int, ...]]:
    """Give the options that tie where the room draws its own lots, before the scores of a round are opened.

    Without phones people see the lot drawn in front of them, so the trainer says which has won. The
    options stand by the place of their decision.
    """
    experiment = room.experiment
    part = room.standing(experiment.key).round if experiment else ""
    if experiment is None or room.plan.phones or f"{part}_scores" not in experiment.rounds:
        return {}
    votes = _votes(connection, room, experiment, part)
    found = {place: _top(given, _options(experiment, place)) for place, given in votes.items()}
    return {place: first for place, first in found.items() if len(first) > 1}


def settle(connection: Connection, room: Room, lots: Mapping[int, int]) -> None:
    """Count what each corner with the full picture has chosen, if its scores have just been opened.

    A choice that was counted before stays, for it has been told.

    Args:
        connection: where the room is stored.
        room: the room.
        lots: which option has won the lot that was drawn in the room, by the place of its decision.

    Raises:
        InputError: votes tie in a room without phones, and no lot is given.
    """
    experiment, part = room.experiment, _scores_of(room)
    if experiment is None or not part:
        return
    told = chosen(connection, room)
    votes = _votes(connection, room, experiment, part)
    for place, given in votes.items():
        if place in told:
            continue
        first = _top(given, _options(experiment, place))
        option, by_lot = _winner(room, first, f"{part}:{place}", lots.get(place)), len(first) > 1
        row = {"room": room.code, "activity": experiment.key, "round": part, "decision": place}
        query = insert_once(connection, t.choices).values(**row, option=option, by_lot=by_lot)
        connection.execute(query.on_conflict_do_nothing())


def chosen(connection: Connection, room: Room) -> dict[int, CornerChoice]:
    """Give what was chosen in the round whose scores are on, by the place of the decision."""
    part = _scores_of(room)
    return {one.decision: one for one in _settled(connection, room) if part and one.round == part}


def named(experiment: RoomExperiment, choice: CornerChoice) -> str:
    """Name a choice."""
    return experiment.decisions[choice.decision].co_production.form.options[choice.option]


def over(room: Room) -> bool:
    """Say whether nobody has a decision left to take or to score, so that all may hear how each came out."""
    experiment = room.experiment
    if experiment is None:
        return False
    standing = room.standing(experiment.key)
    return standing.round == experiment.rounds[-1] and standing.phase in ("closed", "revealed")


@dataclass(frozen=True)
class DecisionTaken:
    """A decision's title, and for each round in which it was taken its name and what it came to."""

    title: str
    rounds: tuple[tuple[str, str], ...]


def side_by_side(connection: Connection, room: Room) -> tuple[DecisionTaken, ...]:
    """Give every decision with what each half of the room made of it; nothing before all is over."""
    experiment = room.experiment
    if experiment is None or not over(room):
        return ()
    found = _settled(connection, room)
    return tuple(
        DecisionTaken(
            decision.title,
            tuple((one.round, in_words(experiment, one)) for one in found if one.decision == place),
        )
        for place, decision in enumerate(experiment.decisions)
        if any(one.decision == place for one in found)
    )


def in_words(experiment: RoomExperiment, choice: CornerChoice) -> str:
    """Say what a corner's choice came to, as a sentence of its decision."""
    decision, name = experiment.decisions[choice.decision], named(experiment, choice)
    line = experiment.drawn if choice.by_lot else experiment.chosen
    given = {
        "{outcome}": decision.settled or f"{CHOICE}.",
        "{decision}": decision.title,
        CHOICE: name,
    }
    for place, said in given.items():
        line = line.replace(place, said)
    return line


def for_corners(experiment: RoomExperiment, found: Iterable[CornerChoice]) -> tuple[str, ...]:
    """Say to the trainer what was chosen, a line a decision, each with the corners it may be told to."""
    return tuple(
        f"{_corners(experiment, one)}. {experiment.decisions[one.decision].title}: "
        f"{in_words(experiment, one)}"
        for one in found
    )


def _corners(experiment: RoomExperiment, choice: CornerChoice) -> str:
    """Name the corners that live a decision in the round of a choice."""
    return ", ".join(
        experiment.corners[way.number]
        for way in experiment.sequences
        if way.decision(choice.round) == choice.decision
    )


def told(
    experiment: RoomExperiment, lines: Iterable[str], choice: CornerChoice | None, arm: Arm
) -> tuple[str, ...]:
    """Put the choice where what was decided names it.

    That a lot was drawn is said to those who voted. To the others it would say that there had been a vote.

    Args:
        experiment: the experiment.
        lines: what was decided, in the voice of an arm.
        choice: what was chosen, if that is settled.
        arm: the arm.
    """
    if choice is None:
        return tuple(lines)
    lots: dict[str, str] = {}
    if choice.by_lot and arm == "co_production":
        outcome = experiment.decisions[choice.decision].outcome
        lots = {
            one.told(arm): one.by_lot or f"{one.told(arm)} {experiment.by_lot}" for one in outcome
        }
    name = named(experiment, choice)
    return tuple(
        (lots.get(line, line) if CHOICE in line else line).replace(CHOICE, name) for line in lines
    )


def _settled(connection: Connection, room: Room) -> list[CornerChoice]:
    """List all that has been counted, in the order of rounds and decisions."""
    experiment = room.experiment
    if experiment is None:
        return []
    c = t.choices.c
    query = select(c.round, c.decision, c.option, c.by_lot)
    query = query.where(c.room == room.code, c.activity == experiment.key)
    found = [CornerChoice(*row) for row in connection.execute(query)]
    return sorted(found, key=lambda one: (experiment.rounds.index(one.round), one.decision))


def _scores_of(room: Room) -> str:
    """Give the round whose scores are open or were the last to be; empty before any."""
    experiment = room.experiment
    part = room.standing(experiment.key).round if experiment else ""
    return part.removesuffix("_scores") if part.endswith("_scores") else ""


def _votes(
    connection: Connection, room: Room, experiment: RoomExperiment, part: str
) -> dict[int, Counter[int]]:
    """Count the votes of those with the full picture, for each decision they live in this round."""
    found: dict[int, Counter[int]] = {
        way.decision(part): Counter()
        for way in experiment.sequences
        if way.arm(part) == "co_production"
    }
    a, s = t.answers.c, t.seats.c
    here = (a.room == room.code) & (a.activity == experiment.key) & (a.round == part)
    same = (s.room == a.room) & (s.number == a.seat)
    query = select(s.cell, a.answer).join(t.seats, same).where(here)
    for cell, answer in connection.execute(query):
        way = room.sequence(cell)
        if way is not None and way.arm(part) == "co_production":
            found[way.decision(part)].update(json.loads(answer).values())
    return found


def _options(experiment: RoomExperiment, place: int) -> int:
    return len(experiment.decisions[place].co_production.form.options)


def _top(votes: Counter[int], options: int) -> tuple[int, ...]:
    """Give the option with the most votes, or all that tie."""
    top = max(votes.values(), default=0)
    return tuple(option for option in range(options) if votes[option] == top)


def _winner(room: Room, first: tuple[int, ...], where: str, lot: int | None) -> int:
    """Give what has won: by votes, by the lot that was drawn in the room, or by one drawn here."""
    if len(first) == 1:
        return first[0]
    if lot in first:
        return lot
    if not room.plan.phones:
        raise InputError("Votes tie. Draw a lot in the room, and say first which has won.")
    return Random(f"{room.secret}:{where}").choice(first)
