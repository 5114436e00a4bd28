"""Who goes takes answers and ideas along; no number given before changes, and no list of names does."""

from uuid import uuid4

import pytest
from room_class import NAMES, PLAN, Class
from room_visitor import Visitor
from sqlalchemy import Connection, func, select

from coprod_sim.live import room as rooms
from coprod_sim.live import schema as t
from coprod_sim.live import seats
from coprod_sim.live.allocation import seat_note
from coprod_sim.live.ballots import Ballot, record, rows
from coprod_sim.live.ideas import ideas_of
from coprod_sim.live.kept_answers import note_counted, seats_kept
from coprod_sim.live.steps import CloseActivity, OpenActivity, Pause, Reveal, TakeSeat

GONE = 3
"""The seat whose owner leaves, or is taken away: with the others no mean of theirs is alike."""
SPARE = [f"Spare {k}" for k in range(8)]
"""Names of those who join later, or again."""


def going(way: str, connection: Connection, code: str) -> None:
    if way == "leaves":
        seats.leave(connection, code, GONE)
    else:
        TakeSeat(seat=GONE).take(connection, code)


def left_by_one(connection: Connection) -> Class:
    """Open a room in which all have scored and were counted; then one leaves."""
    room = Class(connection)
    scoring(room)
    note_counted(connection, room.code)
    going("leaves", connection, room.code)
    return room


def scoring(room: Class) -> None:
    """All score 5 in the first round, but for one who scores 0."""
    room.answer(
        "experiment", "first_scores", lambda s: {"acceptance": 0 if s.number == GONE else 5}
    )


def counted(room: Class) -> int:
    return room.results("talk")["rounds"][0]["questions"][0]["n"]


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
    room = left_by_one(connection)
    rooms.remove(connection, room.code)
    for table in (t.counted_rounds, t.kept_answers, t.gone_names):
        assert connection.execute(select(func.count()).select_from(table)).scalar_one() == 0


def returning(connection: Connection, code: str, before: int = GONE) -> seats.Seat:
    """Have whoever had a seat join again with what their phone has kept."""
    room, free = rooms.load(connection, code), seats.taken_names(connection, code)
    name = next(name for name in (*NAMES, *SPARE) if name not in free)
    note, key = seat_note(room.secret, before), uuid4().hex
    return seats.join(connection, code, name, key, [*NAMES, *SPARE], before=note)


@pytest.mark.parametrize("way", ["leaves", "is taken away"])
def test_whoever_goes_and_returns_to_a_round_that_is_opened_again_counts_once(connection, way):
    room = Class(connection)
    room.answer("talk", "before_talk", lambda s: {"vote": int(s.number == GONE)})
    note_counted(connection, room.code)
    going(way, connection, room.code)
    room.seats[GONE] = returning(connection, room.code)
    assert counted(room) == 12  # what was counted stands until they say something else
    room.answer("talk", "before_talk", lambda _s: {"vote": 1})
    assert counted(room) == 12
    said = [row["value"] for row in rows(connection, room.code)]
    assert said == [1] * 12
    assert len({row["person"] for row in rows(connection, room.code)}) == 12


def test_whoever_goes_twice_and_returns_still_counts_once(connection):
    room = Class(connection)
    room.answer("talk", "before_talk", lambda _s: {"vote": 0})
    note_counted(connection, room.code)
    going("leaves", connection, room.code)
    second = returning(connection, room.code)
    seats.leave(connection, room.code, second.number)
    room.seats[GONE] = returning(connection, room.code, second.number)
    room.answer("talk", "before_talk", lambda _s: {"vote": 1})
    assert counted(room) == 12


def test_whoever_goes_after_one_round_and_returns_for_the_other_is_their_own_comparison(connection):
    room = left_by_one(connection)
    room.seats[GONE] = returning(connection, room.code)
    room.answer("experiment", "second_scores", lambda _s: {"acceptance": 6})
    found = rows(connection, room.code)
    assert len({row["person"] for row in found}) == 12
    assert len(found) == 24


def test_a_note_that_is_forged_or_of_a_seat_still_taken_moves_no_answer(connection):
    room = left_by_one(connection)
    before = {(row["person"], row["value"]) for row in rows(connection, room.code)}
    for k, note in enumerate((f"{GONE}.{'0' * 64}", f"{GONE}", "", "\N{SUPERSCRIPT THREE}.x")):
        seats.join(connection, room.code, SPARE[k], uuid4().hex, [*SPARE], before=note)
    back = returning(connection, room.code)
    returning(connection, room.code, back.number)  # their second device, while the first is here
    after = rows(connection, room.code)
    assert len(after) == len(before) == 12
    (kept,) = seats_kept(connection, room.code)
    assert kept == back.number


def test_a_phone_that_leaves_and_joins_again_is_one_person(control):
    everybody = [Visitor(control.server.port) for _ in range(5)]
    for phone in everybody:
        phone.join(control.code)

    def all_vote() -> int:
        control.do(OpenActivity(activity="vote"))
        for phone in everybody:
            phone.ask("GET", f"/{control.code}")
            assert phone.send(f"/{control.code}/answer", q_vote=1) == 200
        told = control.do(CloseActivity(), count="vote")
        return told["result"]["rounds"][0]["questions"][0]["n"]

    assert all_vote() == 5
    everybody[0].ask("GET", f"/{control.code}/leave")
    assert everybody[0].send(f"/{control.code}/leave") == 200
    control.do(Pause())
    everybody[0].join(control.code)
    assert all_vote() == 5
