"""Each refusal of the room says what is wrong, and seats in which nothing happens keep nobody out."""

from contextlib import closing

import pytest
from room_stage import PLAN, running
from room_visitor import Visitor

from coprod_sim.live import seats
from coprod_sim.live.activities import RoomPlan
from coprod_sim.live.room import create
from coprod_sim.live.room_store import Store
from coprod_sim.live.steps import OpenActivity

NAMES = [f"Name {k}" for k in range(20)]


def test_in_a_full_room_the_oldest_seat_that_has_done_nothing_and_is_away_gives_way(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(seats, "MOST_SEATS", 3)
    with closing(Store(str(tmp_path / "a.sqlite"))) as store:
        code, _ = store.write(lambda c: create(c, RoomPlan.model_validate(PLAN))).result()

        def join(k: int, *present: int):
            return store.write(
                lambda c: seats.join(c, code, NAMES[k], f"{k:032}", NAMES, "", present)
            ).result()

        for k in range(3):
            join(k)
        assert join(3, 0).number == 3
        assert store.read(lambda c: seats.unused(c, code)).result() == [0, 2, 3]
        with pytest.raises(seats.InputError, match="full"):
            join(4, 0, 2, 3)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with running(str(tmp_path_factory.mktemp("refusals") / "rooms.sqlite")) as started:
        yield started


def test_each_refusal_has_its_own_sentence(server):
    control = server.create(RoomPlan.model_validate(PLAN))
    visitor = Visitor(server.port)
    assert visitor.ask("GET", f"/{control.code}", Host="evil.example") == 421
    assert "does not answer under the name" in visitor.text
    assert visitor.ask("GET", "/AAAAAA") == 404
    assert "There is no room at this address" in visitor.text
    assert visitor.ask("GET", "/no/such/page") == 404
    assert "There is no such page here" in visitor.text
    assert visitor.ask("GET", f"/{control.code}/leave") == 404
    assert "has ended, or you have left it" in visitor.text
    visitor.join(control.code)
    control.do(OpenActivity(activity="vote"))
    assert visitor.ask("GET", f"/{control.code}") == 200
    assert visitor.send(f"/{control.code}/answer", activity="nothing", round="once") == 404
    assert "This room has no such activity" in visitor.text
