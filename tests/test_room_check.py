"""The check before people come goes by the rule by which a room takes its port."""

import socket
from collections.abc import Iterator

import pytest

from coprod_sim.cli import main
from coprod_sim.live import control, preflight
from coprod_sim.live.control import port_to_use
from coprod_sim.live.schema import _no_door

pytestmark = pytest.mark.usefixtures("kept")


@pytest.fixture
def taken(monkeypatch) -> Iterator[int]:
    """Another program at the usual port, on a computer that is on a network."""
    with socket.socket() as other:
        other.bind(("0.0.0.0", 0))  # noqa: S104 - nothing is answered
        other.listen()
        port = other.getsockname()[1]
        monkeypatch.setattr(control, "USUAL_PORT", port)
        monkeypatch.setattr(preflight, "own_addresses", lambda: ["192.168.1.20"])
        yield port


@pytest.mark.parametrize("reach", [[], ["--lan"]])
def test_where_the_usual_port_is_taken_the_check_names_the_one_that_the_room_takes(
    taken, reach, tmp_path, capsys
):
    store = str(tmp_path / "rooms.sqlite")
    assert main(["room", "--check", "--store", store, *reach]) == 0
    takes = port_to_use(store, lan=bool(reach))
    assert (
        f"Port for the phones (fine): Another program uses port {taken}, so the room takes port {takes}"
        in capsys.readouterr().out
    )


def test_a_port_that_was_asked_for_and_is_taken_is_to_be_mended(taken, tmp_path, capsys):
    store = str(tmp_path / "rooms.sqlite")
    assert main(["room", "--check", "--store", store, "--port", str(taken)]) == 1
    said = f"(to fix): Another program uses port {taken}. Choose another with --port."
    assert said in capsys.readouterr().out


def test_who_lacks_the_part_for_postgresql_is_told_the_extra_that_the_guide_names():
    said = _no_door("postgresql://you@host/rooms", ImportError())
    assert "the kit's extra [postgres]" in said
