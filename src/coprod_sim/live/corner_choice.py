"""What a corner with the full picture has chosen: counted by the server, and named to both ways alike.

It is counted once, when the scores of its round open, so that nothing that happens later can change what has
been told. A winner is named however small its corner is; how many chose it is never said.
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
    """The option a corner has chosen in a decision; `by_lot` if its votes did not settle it."""

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
    experiment, part = room.experiment, _scores_of(room)
    if experiment is None or not part:
        return {}
    c = t.choices.c
    here = (c.room == room.code) & (c.activity == experiment.key) & (c.round == part)
    query = select(c.decision, c.option, c.by_lot).where(here).order_by(c.decision)
    return {row.decision: CornerChoice(*row) for row in connection.execute(query)}


def named(experiment: RoomExperiment, choice: CornerChoice) -> str:
    """Name a choice."""
    return experiment.decisions[choice.decision].co_production.form.options[choice.option]


def announced(experiment: RoomExperiment, found: Iterable[CornerChoice]) -> tuple[str, ...]:
    """Say what each corner has chosen, a line a decision, as the projector and the trainer's page do."""
    lines = ((experiment.drawn if one.by_lot else experiment.chosen, one) for one in found)
    return tuple(
        line.replace("{decision}", experiment.decisions[one.decision].title).replace(
            CHOICE, named(experiment, one)
        )
        for line, one in lines
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
