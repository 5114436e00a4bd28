"""A kit offered to others: its pages open no room beside the log-in, unless its host has named an address."""

import socket
from pathlib import Path

import pytest
from widget_tree import texts

from coprod_sim.apps.frame import desk_for
from coprod_sim.apps.serving.around import around_pages
from coprod_sim.apps.serving.plain_pages import start_page
from coprod_sim.apps.serving.proxied import in_jupyter
from coprod_sim.apps.serving.surroundings import own_surroundings
from coprod_sim.apps.trainer.parts import plan
from coprod_sim.apps.trainer.parts.room import part
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.cli import main
from coprod_sim.errors import InputError
from coprod_sim.live import control, preflight
from coprod_sim.live.control import RoomServer
from coprod_sim.live.places import own_addresses
from coprod_sim.words import words_in

PUBLIC = "https://rooms.example.org"
pytestmark = pytest.mark.usefixtures("kept")


def the_room(trainer: Trainer):
    """Build the part of the trainer's page that opens a room."""
    return part(desk_for(trainer, (), "room"))


def test_a_hosted_page_opens_no_room_and_says_who_can(monkeypatch):
    monkeypatch.setattr(control, "_launch", lambda *_a, **_k: pytest.fail("a server was started"))
    with own_surroundings(hosted=True):
        trainer = Trainer()
        said = texts(the_room(trainer))
        assert "No room can be opened from here" in said
        assert "Whoever runs the kit can allow rooms" in said
        assert "Phones on this network" not in said
        for lan in (True, False):
            with pytest.raises(InputError, match="No room can be opened from here"):
                trainer.start(lan=lan)
    assert RoomServer.find() is None


@pytest.mark.parametrize(("rooms", "foot"), [("", "foot_server"), (PUBLIC, "room_server")])
def test_a_hosted_kit_promises_a_room_only_where_one_can_be_opened(rooms, foot):
    with own_surroundings(hosted=True, rooms=rooms):
        said = texts(plan.part(desk_for(Trainer(), (), "plan")))
        start = start_page(words_in("en"), Path("nowhere"), "/")
        assert around_pages()["feet"] == {"train": foot, "others": "foot_server"}
    assert ("open a room, and lead people through it" in said) is bool(rooms)
    assert ("Run a session for a room full of people" in start) is bool(rooms)
    assert ("To lead it, open the kit on a laptop" in start) is not bool(rooms)


def test_behind_a_jupyter_server_nobody_is_told_of_an_option_that_does_not_hold_there(monkeypatch):
    for name, value in in_jupyter()["environment"].items():
        monkeypatch.setenv(name, value)
    with own_surroundings(hosted=True):
        said = texts(the_room(Trainer()))
        with pytest.raises(InputError, match="No room can be opened from here") as refused:
            RoomServer.start()
    for told in (said, str(refused.value)):
        assert "--rooms" not in told
        assert "Install the kit on a laptop" in told


def test_a_jupyter_server_of_a_full_class_waits_three_minutes_for_the_kit():
    assert in_jupyter()["timeout"] == 180


def test_a_hosted_page_opens_its_room_behind_the_address_that_the_host_has_named(monkeypatch):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    monkeypatch.setattr(control, "USUAL_PORT", free)
    monkeypatch.setattr(preflight, "answers", lambda address: address == PUBLIC)
    with own_surroundings(hosted=True, rooms=PUBLIC):
        trainer = Trainer()
        room = the_room(trainer)
        said = texts(room)
        assert f"Phones reach it at {PUBLIC}" in said
        assert "Phones on this network" not in said
        try:
            trainer.start(lan=True)
            server = RoomServer.find()
            assert (server.address, server.port, server.lan) == (PUBLIC, free, False)
            assert trainer.session.lan is False
            for address in own_addresses():  # nothing listens beside the proxy
                with (
                    pytest.raises(ConnectionRefusedError),
                    socket.create_connection((address, free), timeout=5),
                ):
                    pass
            assert f"The room answers at {PUBLIC}." in [one.sentence for one in trainer.checked]
            trainer.let_phones_in()
            assert RoomServer.find() == server
            assert "Let phones on this network in" not in texts(room)
        finally:
            trainer.delete()


def test_rooms_behind_something_else_than_https_are_refused_before_anything_opens(capsys):
    assert main(["open", "--no-browser", "--rooms", "http://rooms.example.org"]) == 2
    assert "--rooms must look like https://rooms.example.org" in capsys.readouterr().err
