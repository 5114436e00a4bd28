"""Rooms of several people on one computer begin at the same moment, each at a port of its own."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from coprod_sim.live.control import RoomServer


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
