"""Ideas that a trainer puts together: under a heading, or as one with another."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from sqlalchemy import Connection

from coprod_sim.errors import InputError
from coprod_sim.live import ideas, seats
from coprod_sim.live import room as rooms
from coprod_sim.live.activities import RoomPlan
from coprod_sim.live.ballots import Ballot, record
from coprod_sim.live.schema import open_engine
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
