"""Ideas that a trainer puts together: under a heading, or as one with another."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from sqlalchemy import Connection

from coprod_sim.errors import InputError
from coprod_sim.live import ideas, schema, seats
from coprod_sim.live import room as rooms
from coprod_sim.live.activities import RoomPlan, WordChoice
from coprod_sim.live.ballots import Ballot, record
from coprod_sim.live.kept_answers import note_counted
from coprod_sim.live.schema import open_engine
from coprod_sim.live.screens import Screen
from coprod_sim.live.server.views import phone_view
from coprod_sim.live.tally import results

SAID = ("Benches", "More benches", "A bench at each stop", "Later buses", "Clean seats")
PLAN = RoomPlan.model_validate(
    {
        "title": "Ideas",
        "activities": [{"kind": "idea", "key": "idea", "title": "Idea", "question": "What?"}],
    }
)


class Wall:
    """A room with five ideas, all of them shown."""

    def __init__(self, connection: Connection) -> None:
        self.c = connection
        self.code, _ = rooms.create(connection, PLAN)
        names = [f"Person {k}" for k in range(len(SAID))]
        self.seats = [
            seats.join(connection, self.code, name, f"{k:032d}", names)
            for k, name in enumerate(names)
        ]
        rooms.open_activity(connection, self.code, "idea")
        for seat, text in zip(self.seats, SAID, strict=True):
            self.write(seat, text)
        for seat in self.seats:
            ideas.moderate(connection, self.code, "idea", seat.number, "shown")

    def write(self, seat, text: str) -> None:
        record(self.c, seat, Ballot(str(uuid4()), "idea", "answer", {"idea": text}))

    def shown(self) -> list[dict]:
        """Give what is shown, the ideas under each heading in the order of the alphabet."""
        found = results(self.c, self.code, "idea")["ideas"]
        return [group | {"ideas": sorted(group["ideas"])} for group in found]

    def fates(self) -> dict[int, str]:
        return {i.seat: f"{i.fate}: {i.why}" for i in ideas.ideas_of(self.c, self.code) if i.fate}


@pytest.fixture
def wall(tmp_path) -> Iterator[Wall]:
    engine = open_engine(str(tmp_path / "rooms.sqlite"))
    with engine.begin() as opened:
        yield Wall(opened)
    engine.dispose()


def test_ideas_under_a_heading_stand_together_and_the_others_after_them(wall):
    for seat, theme in ((3, "  Times "), (0, "Stops"), (1, "Stops"), (4, "Stops")):
        ideas.group(wall.c, wall.code, "idea", seat, theme)
    ideas.group(wall.c, wall.code, "idea", 4, "")
    assert wall.shown() == [
        {"theme": "Stops", "ideas": ["Benches", "More benches"]},
        {"theme": "Times", "ideas": ["Later buses"]},
        {"theme": "", "ideas": ["A bench at each stop", "Clean seats"]},
    ]
    with pytest.raises(InputError, match="at most 80"):
        ideas.group(wall.c, wall.code, "idea", 0, "x" * 81)


def test_the_order_of_the_ideas_does_not_tell_who_joined_when_and_stays(tmp_path):
    engine = open_engine(str(tmp_path / "many.sqlite"))
    with engine.begin() as opened:
        orders = []
        for _ in range(12):
            one = Wall(opened)
            orders.append([i.seat for i in ideas.ideas_of(one.c, one.code)])
            one.write(one.seats[2], "Written anew")
            assert [i.seat for i in ideas.ideas_of(one.c, one.code)] == orders[-1]
    engine.dispose()
    assert {tuple(sorted(order)) for order in orders} == {(0, 1, 2, 3, 4)}
    assert len({tuple(order) for order in orders}) > 3


def test_ideas_that_say_the_same_are_shown_once_and_share_one_answer(wall):
    ideas.merge(wall.c, wall.code, "idea", 2, 1)
    ideas.merge(wall.c, wall.code, "idea", 1, 0)  # and brings along what was merged into it
    assert wall.shown() == [{"theme": "", "ideas": ["Benches", "Clean seats", "Later buses"]}]
    ideas.set_fate(wall.c, wall.code, "idea", 0, "taken_up", "Two stops get one in May.")
    assert wall.fates() == dict.fromkeys((0, 1, 2), "taken_up: Two stops get one in May.")
    ideas.merge(wall.c, wall.code, "idea", 4, 1)  # into one that is merged itself: to the first
    assert wall.fates()[4] == "taken_up: Two stops get one in May."
    ideas.group(wall.c, wall.code, "idea", 0, "Stops")
    assert wall.shown()[0] == {"theme": "Stops", "ideas": ["Benches"]}
    ideas.merge(wall.c, wall.code, "idea", 2, None)
    assert "A bench at each stop" in wall.shown()[0]["ideas"]


def test_no_idea_is_merged_with_itself_nor_in_a_circle(wall):
    with pytest.raises(InputError, match="with itself"):
        ideas.merge(wall.c, wall.code, "idea", 0, 0)
    ideas.merge(wall.c, wall.code, "idea", 1, 0)
    with pytest.raises(InputError, match="with itself"):
        ideas.merge(wall.c, wall.code, "idea", 0, 1)
    for seat, into in ((9, 0), (0, 9)):
        with pytest.raises(InputError, match="no such idea"):
            ideas.merge(wall.c, wall.code, "idea", seat, into)


def test_an_idea_that_is_written_anew_stands_for_itself_again_and_is_read_first(wall):
    ideas.merge(wall.c, wall.code, "idea", 1, 0)
    ideas.merge(wall.c, wall.code, "idea", 3, 2)
    ideas.set_fate(wall.c, wall.code, "idea", 0, "not", "No room at the stop.")
    wall.write(wall.seats[1], "Shelters, not benches")
    wall.write(wall.seats[2], "A bench at the school")
    assert wall.fates() == {0: "not: No room at the stop."}
    texts = {i.text: (i.state, i.same_as) for i in ideas.ideas_of(wall.c, wall.code)}
    assert texts["Shelters, not benches"] == ("waiting", None)
    assert texts["Later buses"] == ("shown", None)


def test_an_idea_whose_author_has_left_takes_nobody_along(wall):
    ideas.merge(wall.c, wall.code, "idea", 1, 0)
    seats.leave(wall.c, wall.code, 0)
    assert "More benches" in wall.shown()[0]["ideas"]


def everything(connection: Connection) -> str:
    """Give all that a store holds, table by table."""
    return " ".join(
        str(tuple(row))
        for table in schema.tables.sorted_tables
        for row in connection.execute(table.select())
    )


def test_an_idea_that_was_written_anew_since_it_was_read_is_not_let_through(wall):
    wall.write(wall.seats[2], "Something rude")
    with pytest.raises(InputError, match="written anew since you read it"):
        ideas.moderate(wall.c, wall.code, "idea", 2, "shown", "A bench at each stop")
    assert {i.state for i in ideas.ideas_of(wall.c, wall.code, 2)} == {"waiting"}
    ideas.moderate(wall.c, wall.code, "idea", 2, "shown", "Something rude")
    assert {i.state for i in ideas.ideas_of(wall.c, wall.code, 2)} == {"shown"}


def test_what_a_deleted_idea_said_stands_nowhere_in_the_room_and_its_author_is_told(wall):
    rude = "You are all fools, " * 8
    wall.write(wall.seats[1], rude)
    ideas.moderate(wall.c, wall.code, "idea", 1, "shown")
    ideas.merge(wall.c, wall.code, "idea", 3, 1)
    ideas.set_fate(wall.c, wall.code, "idea", 1, "not", "No.")
    shown = next(i for i in ideas.ideas_of(wall.c, wall.code, 1))
    rooms.change(wall.c, wall.code, screen=Screen(title="x", large=shown.text).model_dump_json())
    options = (ideas.as_option(shown.text), "Benches")
    vote = {"kind": "words", "key": "choosing_1", "title": "x", "question": "x", "words": options}
    rooms.close_activity(wall.c, wall.code)
    rooms.add_activity(wall.c, wall.code, WordChoice.model_validate(vote))
    assert "all fools" in everything(wall.c)
    ideas.delete_text(wall.c, wall.code, "idea", 1)
    assert "all fools" not in everything(wall.c)
    assert "all fools" not in str(wall.shown())
    room = rooms.load(wall.c, wall.code)
    assert room.plan.activity("choosing_1").words == ("An idea that was deleted", "Benches")
    assert {i.seat: i.same_as for i in ideas.ideas_of(wall.c, wall.code)} == dict.fromkeys(
        (0, 2, 3, 4)
    )
    view = phone_view(wall.c, room, wall.seats[1])
    assert (view.idea_deleted, view.ideas) == (True, ())
    assert phone_view(wall.c, room, wall.seats[3]).idea_deleted is False
    with pytest.raises(InputError, match="no such idea"):
        ideas.moderate(wall.c, wall.code, "idea", 1, "shown")
    rooms.open_activity(wall.c, wall.code, "idea")
    wall.write(wall.seats[1], "A kinder one")
    assert phone_view(wall.c, room, wall.seats[1]).idea_deleted is False
    assert [i.state for i in ideas.ideas_of(wall.c, wall.code, 1)] == ["waiting"]


def test_a_page_that_shows_something_else_stays_when_an_idea_is_deleted(wall):
    stored = Screen(title="Talk now", paragraphs=("More benches, please.",)).model_dump_json()
    rooms.change(wall.c, wall.code, screen=stored)
    ideas.delete_text(wall.c, wall.code, "idea", 1)
    assert rooms.load(wall.c, wall.code).screen == stored


def test_an_idea_goes_with_its_seat_also_after_it_was_counted(wall):
    wall.write(wall.seats[0], "Only mine")
    rooms.close_activity(wall.c, wall.code)
    note_counted(wall.c, wall.code)
    seats.take_away(wall.c, wall.code, 0)
    assert "Only mine" not in everything(wall.c)
