"""Who goes takes answers and ideas along; no number given before changes, and no list of names does."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from sqlalchemy import Connection, func, select
from test_room_results import NAMES, PLAN, Class

from coprod_sim.live import room as rooms
from coprod_sim.live import schema as t
from coprod_sim.live import seats
from coprod_sim.live.ballots import Ballot, record, rows
from coprod_sim.live.ideas import ideas_of
from coprod_sim.live.kept_answers import note_counted
from coprod_sim.live.schema import open_engine
from coprod_sim.live.steps import Reveal, TakeSeat

GONE = 3
"""The seat whose owner leaves, or is taken away: with the others no mean of theirs is alike."""


@pytest.fixture
def connection(tmp_path) -> Iterator[Connection]:
    engine = open_engine(str(tmp_path / "rooms.sqlite"))
    with engine.begin() as opened:
        yield opened
    engine.dispose()


def going(way: str, connection: Connection, code: str) -> None:
    if way == "leaves":
        seats.leave(connection, code, GONE)
    else:
        TakeSeat(seat=GONE).take(connection, code)


def scoring(room: Class) -> None:
    """All score 5 in the first round, but for one who scores 0."""
    room.answer(
        "experiment", "first_scores", lambda s: {"acceptance": 0 if s.number == GONE else 5}
    )


def seen(room: Class) -> tuple[list, list]:
    found = rows(room.connection, room.code)
    return room.results("experiment")["rounds"], sorted(
        (r["round"], r["arm"], r["value"]) for r in found
    )


@pytest.mark.parametrize("way", ["leaves", "is taken away"])
def test_a_number_that_was_given_does_not_change_when_somebody_goes(connection, way):
    room = Class(connection)
    scoring(room)
    note_counted(connection, room.code)
    before = seen(room)
    assert 0 in [value for *_, value in before[1]]
    going(way, connection, room.code)
    assert seen(room) == before
    assert seats.count(connection, room.code) == len(NAMES) - 1


@pytest.mark.parametrize("way", ["leaves", "is taken away"])
def test_what_nobody_has_counted_goes_with_its_owner(connection, way):
    room = Class(connection)
    scoring(room)
    note_counted(connection, room.code, "talk")
    going(way, connection, room.code)
    assert 0 not in [value for *_, value in seen(room)[1]]


def test_what_is_open_while_numbers_are_given_is_not_yet_counted(connection):
    room = Class(connection)
    scoring(room)
    rooms.open_activity(connection, room.code, "experiment", "second_scores")
    record(
        connection,
        room.seats[GONE],
        Ballot(str(uuid4()), "experiment", "second_scores", {"acceptance": 1}),
    )
    note_counted(connection, room.code)
    going("leaves", connection, room.code)
    left = [(part, value) for part, _, value in seen(room)[1]]
    assert ("first_scores", 0) in left
    assert ("second_scores", 1) not in left


def test_showing_a_result_to_all_counts_it(connection):
    room = Class(connection)
    room.answer("talk", "before_talk", lambda s: {"vote": int(s.number == GONE)})
    room.answer("talk", "after_talk", lambda _s: {"vote": 0})
    Reveal(activity="talk").take(connection, room.code)
    before = room.results("talk")
    going("leaves", connection, room.code)
    assert room.results("talk") == before
    assert before["rounds"][0]["questions"][0]["n"] == 12


@pytest.mark.parametrize("way", ["leaves", "is taken away"])
def test_the_list_of_names_does_not_show_whose_idea_has_gone(connection, way):
    room = Class(connection)
    room.answer("idea", "answer", lambda s: {"idea": f"idea {s.number}"})
    before = seats.joined(connection, room.code)
    going(way, connection, room.code)
    assert seats.joined(connection, room.code) == before
    assert f"idea {GONE}" not in [idea.text for idea in ideas_of(connection, room.code)]
    TakeSeat(seat=GONE).take(connection, room.code)  # says nothing either, for that would tell
    assert NAMES[GONE] in seats.taken_names(connection, room.code)


def test_where_people_go_by_their_own_names_a_name_goes_with_its_owner(connection):
    code, _ = rooms.create(connection, PLAN.model_copy(update={"named": True}))
    for k, name in enumerate(("Ada", "Ben")):
        seats.join(connection, code, name, f"{k:032d}", [])
    seats.leave(connection, code, 1)
    assert [name for _, name in seats.joined(connection, code)] == ["Ada"]


def test_a_person_of_the_record_keeps_their_number_when_somebody_goes(connection):
    """Else two records would tell by their numbers who has gone."""
    room = Class(connection)
    scoring(room)
    note_counted(connection, room.code)
    before = {(r["person"], r["value"]) for r in rows(connection, room.code)}
    going("leaves", connection, room.code)
    assert {(r["person"], r["value"]) for r in rows(connection, room.code)} == before


def test_all_that_stays_goes_with_the_room(connection):
    room = Class(connection)
    scoring(room)
    note_counted(connection, room.code)
    going("leaves", connection, room.code)
    rooms.remove(connection, room.code)
    for table in (t.counted_rounds, t.kept_answers, t.gone_names):
        assert connection.execute(select(func.count()).select_from(table)).scalar_one() == 0
