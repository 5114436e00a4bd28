"""How far a room reaches: as far as was chosen for it, whatever other rooms on this computer do."""

import json

import pytest

from benchmarks.ports import free_port
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.control import RoomServer
from coprod_sim.live.places import note_of, own_addresses

ON_A_NETWORK = pytest.mark.skipif(not own_addresses(), reason="this computer is on no network")
pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("kept"), ON_A_NETWORK]


def checked(trainer: Trainer) -> str:
    return " ".join(f"{one.what}: {one.sentence}" for one in trainer.checked)


def test_a_plan_without_devices_that_is_led_again_beside_a_room_on_the_network_stays_on_this_computer():
    trainer = Trainer()
    trainer.choose("h_no_devices")
    trainer.look()
    assert "phone" not in checked(trainer)
    trainer.start(lan=False)
    cards = trainer.session.code
    assert "phone" not in checked(trainer)
    trainer.end()
    other = RoomServer.start(port=free_port(), lan=True)  # begun by hand, or left by another room
    trainer.lead_again(cards)
    assert not trainer.room.server.lan
    assert not trainer.session.lan
    assert trainer.status["join"].startswith("http://127.0.0.1:")
    assert "phone" not in checked(trainer)
    assert other.port == trainer.room.server.port  # it was begun anew where it was


def test_how_far_a_server_reaches_is_what_it_says_itself_and_not_what_the_one_before_wrote_down():
    """A new server answers on the old port a moment before it has written its own note."""
    server = RoomServer.start()
    note = note_of(server.store)
    before = json.loads(note.read_text()) | {"lan": True, "address": "http://192.0.2.7:1"}
    note.write_text(json.dumps(before))
    assert RoomServer.find() == server
    assert not server.lan


def test_a_server_that_dies_under_a_room_without_devices_is_not_made_up_for_by_one_on_the_network():
    trainer = Trainer()
    trainer.choose("h_no_devices")
    trainer.start(lan=False)
    trainer.room.server.stop()
    RoomServer.start(port=free_port(), lan=True)
    trainer.refresh()
    assert not trainer.room.server.lan
    assert trainer.status["addresses"] == []


def test_a_room_on_the_network_is_led_again_on_the_network():
    trainer = Trainer()
    trainer.start(lan=True)
    code = trainer.session.code
    trainer.end()
    RoomServer.start(port=free_port())
    trainer.lead_again(code)
    assert trainer.room.server.lan
    assert not trainer.status["join"].startswith("http://127.0.0.1:")


def test_a_room_opens_where_a_server_was_just_being_started_by_hand(monkeypatch):
    """The page finds no server yet; a moment later the store is taken."""
    by_hand, find = RoomServer.start(port=free_port()), RoomServer.find
    looks = iter([None])
    monkeypatch.setattr(
        RoomServer, "find", lambda store=None: find(store) if next(looks, "now") else None
    )
    trainer = Trainer()
    trainer.start(lan=True)
    assert next(looks, "used up") == "used up"
    assert trainer.status["code"] == trainer.session.code
    assert trainer.room.server.lan
    assert trainer.room.server.port == by_hand.port
