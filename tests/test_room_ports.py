"""Rooms of several people on one computer begin at the same moment, each at a port of its own."""

import json
import re
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from coprod_sim.live.control import RoomServer
from coprod_sim.live.places import note_of


def test_rooms_that_begin_at_once_do_not_take_each_others_port(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("coprod_sim.live.control.USUAL_PORT", 8700)
    stores = [str(tmp_path / f"{name}.sqlite") for name in "abcd"]
    with ThreadPoolExecutor(len(stores)) as crowd:
        servers = list(crowd.map(RoomServer.start, stores))
    try:
        assert len({server.port for server in servers}) == len(stores)
        assert all(server.alive() for server in servers)
    finally:
        for server in servers:
            server.stop()


def test_a_room_without_a_port_takes_the_next_that_is_free_and_a_named_one_that_is_taken_ends_it(
    tmp_path: Path,
):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        busy = taken.getsockname()[1]
        store = tmp_path / "rooms.sqlite"
        note_of(str(store)).write_text(json.dumps({"port": busy}))  # the port of last time
        command = [sys.executable, "-m", "coprod_sim", "room", "--store", str(store)]
        named = subprocess.run(
            [*command, "--port", str(busy)], capture_output=True, text=True, timeout=60, check=False
        )
        assert (named.returncode, f"--port {busy} is taken" in named.stderr) == (2, True)
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as room:
            said = room.stdout.readline() + room.stdout.readline()
            room.terminate()
    found = re.search(
        r"The room takes port (\d+)\.\nThe room is open at http://127.0.0.1:\1 ", said
    )
    assert int(found[1]) > busy
