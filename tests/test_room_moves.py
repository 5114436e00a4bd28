"""The laptop moves to another network in mid-session: what is shown moves along, and people keep their seats.

The room runs in a network of its own, whose addresses are really taken away and given: Linux, as root.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks.ports import free_port

HOUSE, HOTSPOT, THIRD = "192.168.2.7", "192.168.43.5", "10.42.0.9"
pytestmark = pytest.mark.slow


UNSHARE, ENTER = (shutil.which(name) or name for name in ("unshare", "nsenter"))


def may_unshare() -> bool:
    if sys.platform != "linux" or os.getuid() != 0:
        return False
    return subprocess.run([UNSHARE, "-n", "true"], check=False, capture_output=True).returncode == 0


class Inside:
    """A room server in a network of its own, and whoever asks it from in there."""

    def __init__(self, folder: Path) -> None:
        self.store, self.port = folder / "rooms.sqlite", free_port()
        room = f"exec {sys.executable} -m coprod_sim room --lan --store {self.store} --port {self.port}"
        script = f"ip link set lo up && ip addr add {HOUSE}/24 dev lo && {room}"
        self.process = subprocess.Popen(
            [UNSHARE, "-n", "sh", "-c", script], stdout=subprocess.PIPE, text=True
        )
        assert f"http://{HOUSE}:{self.port}" in self.process.stdout.readline()

    def run(self, *command: str) -> str:
        there = [ENTER, "-t", str(self.process.pid), "-n", *command]
        said = subprocess.run(there, capture_output=True, text=True, check=False)
        assert said.returncode == 0, said.stderr
        return said.stdout

    def python(self, code: str) -> dict:
        """Run a few lines inside; they print one line of JSON."""
        head = (
            "import json, sys; sys.path.insert(0, 'tests')\n"
            "from coprod_sim.live.control import RoomControl, RoomServer\n"
            "from coprod_sim.live.preflight import look\n"
            f"server = RoomServer.find({str(self.store)!r})\n"
        )
        return json.loads(self.run(sys.executable, "-c", head + code).splitlines()[-1])

    def wait_for(self, code: str, fine: Callable[[dict], bool]) -> dict:
        ends = time.monotonic() + 20
        while not fine(found := self.python(code)):
            assert time.monotonic() < ends, found
        return found


@pytest.fixture
def inside(tmp_path: Path) -> Iterator[Inside]:
    if not may_unshare():
        pytest.skip("only root on Linux can take an address away")
    room = Inside(tmp_path)
    yield room
    room.process.terminate()
    room.process.communicate(timeout=20)


PLAN = {"title": "x", "activities": [{"kind": "vote", "key": "v", "title": "V", "question": "?",
        "options": ["a", "b"]}]}  # fmt: skip
OPEN = f"""
from coprod_sim.live.activities import RoomPlan
control = server.create(RoomPlan.model_validate({PLAN!r}))
print(json.dumps({{"code": control.code, "token": control.token}}))
"""
STATE = """
control = RoomControl(server, {code!r}, {token!r})
checks = [[f.fine, f.sentence] for f in look(server.store, server.port, server)]
print(json.dumps(control.state() | {{"checks": checks}}))
"""
PAGE = """
import http.client
link = http.client.HTTPConnection({address!r}, server.port, timeout=5)
link.request("GET", {path!r}, headers={{"Host": {host!r}}})
reply = link.getresponse()
print(json.dumps({{"status": reply.status, "text": reply.read().decode().replace("<wbr>", "")}}))
"""


def page(inside: Inside, address: str, path: str, host: str | None = None) -> dict:
    return inside.python(
        PAGE.format(address=address, path=path, host=host or f"{address}:{inside.port}")
    )


def test_the_shown_address_follows_the_laptop_and_the_check_asks_the_shown_one(inside):
    room = inside.python(OPEN)
    state = STATE.format(**room)
    assert inside.python(state)["join"] == f"http://{HOUSE}:{inside.port}/{room['code']}"
    assert page(inside, HOUSE, f"/{room['code']}/screen")["status"] == 200

    inside.run("ip", "addr", "add", f"{HOTSPOT}/24", "dev", "lo")
    inside.run("ip", "addr", "del", f"{HOUSE}/24", "dev", "lo")
    moved = inside.wait_for(state, lambda s: HOTSPOT in s["join"])
    assert moved["checks"][0][0] is True
    wall = page(inside, "127.0.0.1", f"/{room['code']}/screen")  # the wall the trainer's page opens
    assert moved["screen"] == f"http://127.0.0.1:{inside.port}/{room['code']}/screen"
    assert f"{HOTSPOT}:{inside.port}" in wall["text"]
    assert HOUSE not in wall["text"]
    assert HOTSPOT in moved["checks"][0][1]
    screen = page(inside, HOTSPOT, f"/{room['code']}/screen")
    assert screen["status"] == 200
    assert f"{HOTSPOT}:{inside.port}" in screen["text"]
    assert HOUSE not in screen["text"]
    assert page(inside, HOTSPOT, f"/{room['code']}", host="evil.example")["status"] == 421


def test_with_several_networks_the_trainer_chooses_and_the_choice_stays(inside):
    room = inside.python(OPEN)
    state = STATE.format(**room)
    inside.run("ip", "addr", "add", f"{THIRD}/24", "dev", "lo")
    both = inside.wait_for(state, lambda s: set(s["addresses"]) == {HOUSE, THIRD})
    assert HOUSE in both["join"]  # it is still there, so nothing moves by itself
    version = both["version"]
    inside.python(f"server.show_address({THIRD!r}); print(json.dumps({{}}))")
    chosen = inside.python(state)
    assert THIRD in chosen["join"]
    assert chosen["version"] > version  # so that projectors and phones look again
    time.sleep(5)
    assert THIRD in inside.python(state)["join"]
    refused = inside.python(
        "from coprod_sim.errors import InputError\n"
        "try: server.show_address('8.8.8.8')\n"
        "except InputError as problem: print(json.dumps(str(problem)))"
    )
    assert "no address of this computer" in refused
