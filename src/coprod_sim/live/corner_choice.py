"""What a corner with the full picture has chosen: counted by the server, and named to both ways alike.

It is counted once, when the scores of its round open, so that nothing that happens later can change what has
been told. A winner is named however small its corner is; how many chose it is never said.

In a crossover both halves of the room take each decision, one after the other. So a phone names what its own
corner's decision came to, and the whole room hears of all of them only once nobody has one left to take.
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from sqlalchemy import Connection, select

from coprod_sim.live import schema as t
from coprod_sim.live.activities import RoomExperiment
from coprod_sim.live.arms import CHOICE
from coprod_sim.live.room import Room, insert_once


@dataclass(frozen=True)
class CornerChoice:
    """The option a corner has chosen in a round's decision; `by_lot` if its votes did not settle it."""

    round: str
    decision: int
    option: int
    by_lot: bool


def settle(connection: Connection, room: Room) -> None:
    """Count what each corner with the full picture has chosen, if its scores have just been opened.

    A choice that was counted before stays, for it has been told.
    """
    experiment, part = room.experiment, _scores_of(room)
    if experiment is None or not part:
        return
    votes = _votes(connection, room, experiment, part)
    for place, given in votes.items():
        options = len(experiment.decisions[place].co_production.form.options)
        option, by_lot = _most(given, options, f"{room.secret}:{part}:{place}")
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
    experiment: RoomExperiment, lines: Iterable[str], choice: CornerChoice | None
) -> tuple[str, ...]:
    """Put the choice where what was decided names it."""
    if choice is None:
        return tuple(lines)
    lot = f" {experiment.by_lot}" if choice.by_lot else ""
    name = named(experiment, choice)
    return tuple(line.replace(CHOICE, name) + lot * (CHOICE in line) for line in lines)


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


def _most(votes: Counter[int], options: int, lot: str) -> tuple[int, bool]:
    """Give the option with the most votes, and whether a lot among several had to be drawn."""
    top = max(votes.values(), default=0)
    first = [option for option in range(options) if votes[option] == top]
    return Random(lot).choice(first), len(first) > 1
