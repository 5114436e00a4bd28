"""A room that is damaged in the store is named, stops no other room, and can be deleted."""

import sqlite3
from contextlib import closing

import pytest
from room_visitor import Visitor

from coprod_sim.errors import InputError
from coprod_sim.live.activities import RoomPlan
from coprod_sim.live.control import RoomControl, RoomServer
from coprod_sim.live.room import create
from coprod_sim.live.room_store import Store
from coprod_sim.live.server.run import _name_damaged

HARM = {
    "no plan": "UPDATE rooms SET plan = '{}' WHERE code = ?",
    "no JSON": "UPDATE rooms SET plan = '{' WHERE code = ?",
    "a list": "UPDATE rooms SET plan = '[1]' WHERE code = ?",
    "nested without end": "UPDATE rooms SET plan = replace(hex(zeroblob(50000)), '0', '[') WHERE code = ?",
    "no day": "UPDATE rooms SET delete_after = 'soon' WHERE code = ?",
    "an activity that is none": "UPDATE rooms SET current = 'none' WHERE code = ?",
    "a round that is none": "INSERT INTO phases VALUES (?, 'vote', 'open', 'none')",
    "no text": "UPDATE rooms SET notice = x'ff00' WHERE code = ?",
}


def harmed(store: str, code: str, harm: str) -> None:
    with closing(sqlite3.connect(store)) as link, link:
        link.execute(HARM[harm], (code,))


@pytest.mark.parametrize("harm", HARM)
def test_a_damaged_room_is_named_on_each_of_its_pages_and_others_go_on(
    server: RoomServer, control: RoomControl, plan: RoomPlan, harm: str
):
    other = server.create(plan)
    harmed(server.store, control.code, harm)
    visitor = Visitor(server.port)
    for path in ("", "/screen", "/lead", "/news?after=0"):
        assert visitor.ask("GET", f"/{control.code}{path}") < 500, path
        assert f"Room {control.code} cannot be opened" in visitor.text, path
    with pytest.raises(InputError, match=f"Room {control.code} cannot be opened"):
        control.state()
    visitor.join(other.code)
    assert other.state()["here"] == 1
    control.delete()
    assert visitor.ask("GET", f"/{control.code}") == 404


def test_the_owner_of_the_computer_can_delete_a_damaged_room_and_nobody_else(control: RoomControl):
    harmed(control.server.store, control.code, "no plan")
    for key in ("", "x" * 32):
        with pytest.raises(InputError):
            control.server.ask("DELETE", f"/api/rooms/{control.code}", key)
    control.server.delete(control.code)
    assert Visitor(control.server.port).ask("GET", f"/{control.code}") == 404


def test_an_extra_page_that_is_damaged_is_left_out(control: RoomControl):
    with closing(sqlite3.connect(control.server.store)) as link, link:
        link.execute("UPDATE rooms SET screen = '{' WHERE code = ?", (control.code,))
    assert control.state()["on_wall"] == {"title": "", "idea": ""}
    assert Visitor(control.server.port).ask("GET", f"/{control.code}/screen") == 200


def test_a_server_that_starts_says_which_rooms_cannot_be_opened(tmp_path, plan: RoomPlan, caplog):
    file = tmp_path / "rooms.sqlite"
    store = Store(str(file))
    codes = [store.write(lambda c: create(c, plan)).result()[0] for _ in range(3)]
    _name_damaged(store)
    assert not caplog.text
    harmed(str(file), codes[1], "no plan")
    _name_damaged(store)
    store.close()
    assert f"damaged: {codes[1]}. Other rooms go on." in caplog.text
