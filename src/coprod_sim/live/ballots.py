"""Takes answers, each at most once, and lists them for the record."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, func, select

from coprod_sim.errors import InputError
from coprod_sim.live import kept_answers
from coprod_sim.live import schema as t
from coprod_sim.live.activities import Idea, RoomExperiment
from coprod_sim.live.ideas import forget_place
from coprod_sim.live.pseudonyms import person_numbers
from coprod_sim.live.questions import Choice, Question, Several
from coprod_sim.live.room import Room, Seat, insert_once, load, now
from coprod_sim.words import words_in

VOTE_ID = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}")
type Answers = dict[str, list[tuple[int, int | None, dict[str, Any]]]]
"""All answers to an activity: round -> (seat, cell, answer)."""


class Refused(InputError):  # noqa: N818 - a sentence for people
    """The answer cannot be taken, because of what it is or because the time for it is over."""


class TooLate(Refused):
    """The activity or the round is not open any more."""


@dataclass(frozen=True)
class Ballot:
    """An answer on its way in; the phone draws the id, so that sending it again changes nothing."""

    vote: str
    activity: str
    round: str
    answer: dict[str, Any]

    @property
    def mark(self) -> str:
        """What this sending is known by: its id and what it says.

        So a page from the browser's memory, sent again with another answer, counts as a new one.
        """
        said = json.dumps([self.vote, self.activity, self.round, self.answer], sort_keys=True)
        return sha256(said.encode()).hexdigest()[:36]


def record(connection: Connection, seat: Seat, ballot: Ballot) -> None:
    """Store an answer, in place of an earlier one.

    A vote that was stored before is simply acknowledged again, also when the activity has been closed
    since, and never replaces a newer one.

    Raises:
        Refused: the answer fits no question, or comes too late (`TooLate`).
    """
    if not VOTE_ID.fullmatch(ballot.vote):
        raise Refused("this answer has no proper number; load the page again")
    if not _first_time(connection, seat, ballot.mark):
        return
    room = load(connection, seat.room, to_answer=True)
    _check(room, seat, ballot)
    values = {"answer": json.dumps(ballot.answer), "at": now()}
    where = {"room": seat.room, "activity": ballot.activity, "round": ballot.round}
    query = insert_once(connection, t.answers).values(**where, seat=seat.number, **values)
    connection.execute(query.on_conflict_do_update(index_elements=[*where, "seat"], set_=values))
    kept_answers.replace(connection, seat.room, seat.number, ballot.activity, ballot.round)
    if isinstance(room.plan.activity(ballot.activity), Idea):
        _wait_for_trainer(connection, seat, ballot.activity)


def latest(
    connection: Connection, seat: Seat, activity: str, part: str, since: int = 0
) -> dict[str, Any]:
    """Give what a seat has answered in a round; empty if nothing yet, or nothing after `since`.

    Args:
        connection: where the room is stored.
        seat: whose answer.
        activity: the activity.
        part: the round.
        since: from when on answers are shown [milliseconds since 1970].
    """
    a = t.answers.c
    query = select(a.answer).where(
        a.room == seat.room, a.activity == activity, a.round == part, a.seat == seat.number,
        a.at > since,
    )  # fmt: skip
    found = connection.execute(query).scalar()
    return json.loads(found) if found else {}


def counts(connection: Connection, code: str) -> dict[str, dict[str, int]]:
    """Count the seats that have answered: activity -> round -> how many."""
    a = t.answers.c
    query = select(a.activity, a.round, func.count()).where(a.room == code)
    found: dict[str, dict[str, int]] = {}
    for activity, part, count in connection.execute(query.group_by(a.activity, a.round)):
        found.setdefault(activity, {})[part] = count
    return found


def answers_of(connection: Connection, code: str, activity: str) -> Answers:
    """Give all answers to an activity, also those kept of gone seats: round -> (seat, cell, answer)."""
    a, s = t.answers.c, t.seats.c
    query = (
        select(a.round, a.seat, s.cell, a.answer)
        .join(t.seats, (s.room == a.room) & (s.number == a.seat))
        .where(a.room == code, a.activity == activity)
        .order_by(a.round, a.seat)
    )
    found: Answers = {}
    for part, seat, cell, answer in connection.execute(query):
        found.setdefault(part, []).append((seat, cell, json.loads(answer)))
    for part, seat, cell, answer in kept_answers.kept(connection, code, activity):
        found.setdefault(part, []).append((seat, cell, answer))
    return {part: sorted(given, key=lambda one: one[0]) for part, given in sorted(found.items())}


def rows(connection: Connection, code: str) -> list[dict[str, Any]]:
    """List every answer for the record, one question a row, people by mixed numbers.

    The texts of ideas are left out: they are listed apart, once the trainer has read them.

    Returns:
        For each answer to a question: person, cell, activity, kind, round, decision, arm, question, value
        and its label in words.
    """
    room = load(connection, code)
    seats = list(
        connection.execute(select(t.seats.c.number).where(t.seats.c.room == code)).scalars()
    )
    persons = person_numbers(room.secret, [*seats, *kept_answers.seats_kept(connection, code)])
    found: list[dict[str, Any]] = []
    for activity in room.plan.activities:
        if isinstance(activity, Idea):
            continue
        for part, given in answers_of(connection, code, activity.key).items():
            for seat, cell, answer in given:
                who = {"person": persons[seat], "cell": cell}
                found += [who | row for row in _rows_of(room, activity, part, cell, answer)]
    return sorted(found, key=lambda row: (row["activity"], row["round"], row["person"]))


def _rows_of(
    room: Room, activity: Any, part: str, cell: int | None, answer: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    way = room.sequence(cell) if isinstance(activity, RoomExperiment) else None
    lived = None if part == "preference" else way
    about = {
        "activity": activity.key,
        "kind": activity.kind,
        "round": part,
        "decision": activity.decision(part, lived).key if lived else None,
        "arm": lived.arm(part) if lived else None,
    }
    asked = {q.name: q for q in activity.questions(part, way, words_in(room.plan.language))}
    for name, value in answer.items():
        if name in asked:
            yield about | {"question": name, "value": value, "label": label(asked[name], value)}


def label(question: Question, value: Any) -> str:
    """Say an answer in words."""
    if isinstance(question, Choice):
        return question.options[value]
    if isinstance(question, Several):
        return "; ".join(question.options[place] for place in value)
    return str(value)


def _check(room: Room, seat: Seat, ballot: Ballot) -> None:
    standing = room.standing(ballot.activity)
    if standing.phase != "open" or standing.round != ballot.round:
        raise TooLate(words_in(room.plan.language)("room-too_late"))
    activity = room.plan.activity(ballot.activity)
    sequence = room.sequence(seat.cell) if isinstance(activity, RoomExperiment) else None
    problem = activity.problem_with(
        ballot.answer, ballot.round, sequence, words_in(room.plan.language)
    )
    if problem:
        raise Refused(problem)


def _first_time(connection: Connection, seat: Seat, mark: str) -> bool:
    """Note a sending; says whether it is new. A refusal later on undoes the note as well."""
    values = {"room": seat.room, "seat": seat.number, "vote": mark}
    query = insert_once(connection, t.votes).values(**values).on_conflict_do_nothing()
    return connection.execute(query.returning(t.votes.c.vote)).first() is not None


def _wait_for_trainer(connection: Connection, seat: Seat, activity: str) -> None:
    """A new or changed idea is shown to nobody until the trainer has read it."""
    values = {"state": "waiting", "fate": None, "why": ""}
    forget_place(connection, seat.room, activity, seat.number)
    key = {"room": seat.room, "activity": activity, "seat": seat.number}
    query = insert_once(connection, t.ideas).values(**key, **values)
    connection.execute(query.on_conflict_do_update(index_elements=list(key), set_=values))
