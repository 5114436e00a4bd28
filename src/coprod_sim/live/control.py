"""How the trainer's app runs a room: starts and watches the server, and asks it over HTTP.

The server is a process of its own. Closing the trainer's tab, or losing its kernel, does not end the room.
"""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import ProxyHandler, Request, build_opener

from coprod_sim.errors import InputError
from coprod_sim.live.activities import RoomPlan
from coprod_sim.live.places import USUAL_PORT, note_of, port_is_free, store_at

START = 30.0
"""How long a starting server is waited for [seconds]."""
ASK = 20.0
"""How long an answer is waited for [seconds]."""
_direct = build_opener(ProxyHandler({}))
_started: list[subprocess.Popen] = []
"""The servers this process has started; kept so that ended ones can be seen off."""


class Away(InputError):  # noqa: N818 - a sentence for people
    """The room server does not answer."""


@dataclass(frozen=True)
class RoomServer:
    """A room server on this computer, running or not."""

    store: str
    port: int
    lan: bool
    host_key: str
    address: str

    @classmethod
    def find(cls, store: str | None = None) -> "RoomServer | None":
        """Find the server that runs for a store; None if there is none."""
        where = store_at(store)
        try:
            note = json.loads(note_of(where).read_text(encoding="utf-8"))
            found = cls(where, note["port"], note["lan"], note["host_key"], note["address"])
        except (OSError, ValueError, KeyError):
            return None
        return found if found.alive() else None

    @classmethod
    def start(
        cls, store: str | None = None, *, port: int | None = None, lan: bool = False
    ) -> "RoomServer":
        """Give the running server of a store, or start one; raises `InputError` if that fails.

        A server that runs with or without `lan`, but not as asked, is stopped first.
        """
        found = cls.find(store)
        if found is not None and found.lan == lan and port in (None, found.port):
            return found
        if found is not None:
            found.stop()
        where = store_at(store)
        chosen = port or (found.port if found else _port(where, lan=lan))
        return _launch(where, chosen, lan=lan)

    def alive(self) -> bool:
        """Say whether the server answers."""
        try:
            self.ask("GET", "/api/alive", self.host_key)
        except InputError:
            return False
        return True

    def ensure(self) -> bool:
        """Start the server again on its old port if it does not answer; says whether it had to."""
        if self.alive():
            return False
        _launch(self.store, self.port, lan=self.lan)
        return True

    def phone_seen(self) -> bool:
        """Say whether another device has reached the server since it started."""
        return bool(self.ask("GET", "/api/alive", self.host_key)["phone_seen"])

    def stop(self) -> None:
        """Stop the server; rooms stay in the store."""
        if not self.alive():
            return
        note = json.loads(note_of(self.store).read_text(encoding="utf-8"))
        os.kill(note["pid"], signal.SIGTERM)
        ends = time.monotonic() + 10
        while time.monotonic() < ends and not port_is_free(self.port, lan=self.lan):
            time.sleep(0.05)
        _see_off(note["pid"])

    def create(self, plan: RoomPlan, days: int = 7) -> "RoomControl":
        """Open a room for a plan; kept for so many days."""
        table = {"plan": plan.model_dump(mode="json"), "days": days}
        made = self.ask("POST", "/api/rooms", self.host_key, table)
        return RoomControl(self, made["code"], made["token"])

    def delete(self, code: str) -> None:
        """Delete a room, as the owner of this computer."""
        self.ask("DELETE", f"/api/rooms/{code}", self.host_key)

    def ask(
        self, method: str, path: str, key: str, table: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Send one request and give the table that comes back; raises `InputError` with a sentence."""
        data = None if table is None else json.dumps(table).encode()
        headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
        url = f"http://127.0.0.1:{self.port}{path}"
        request = Request(url, data, headers, method=method)
        try:
            with _direct.open(request, timeout=ASK) as answer:
                return json.loads(answer.read())
        except HTTPError as refusal:
            raise InputError(_said(refusal)) from None
        except (URLError, OSError, HTTPException):
            raise Away("the room server does not answer") from None


@dataclass(frozen=True)
class RoomControl:
    """One room, as its trainer sees it; two trainers may hold the same code and token."""

    server: RoomServer
    code: str
    token: str

    def state(self) -> dict[str, Any]:
        """Tell where the room stands: numbers, activities with phase, round and how many answered."""
        return self._ask("GET")

    def open(self, activity: str, part: str | None = None) -> dict[str, Any]:
        """Open an activity, in its next round or the one named."""
        return self._do("open", activity=activity, round=part or "")

    def close(self) -> dict[str, Any]:
        """Close what is open."""
        return self._do("close")

    def reveal(self, activity: str) -> dict[str, Any]:
        """Show everybody the results of an activity."""
        return self._do("reveal", activity=activity)

    def pause(self) -> dict[str, Any]:
        """Show the waiting page."""
        return self._do("pause")

    def notice(self, text: str) -> dict[str, Any]:
        """Set the line at the foot of the projector."""
        return self._do("notice", text=text)

    def screen(
        self, title: str, paragraphs: list[str], svg: str = "", *, phones: bool = False
    ) -> dict[str, Any]:
        """Put a page of words and one drawing on the projector, and on phones if wanted."""
        return self._do("screen", title=title, paragraphs=paragraphs, svg=svg, phones=phones)

    def clear_screen(self) -> dict[str, Any]:
        """Take that page away."""
        return self._do("screen")

    def door(self, *, locked: bool) -> dict[str, Any]:
        """Close the door to new people, or open it."""
        return self._do("door", locked=locked)

    def keep(self, days: int) -> dict[str, Any]:
        """Set in how many days the room is deleted."""
        return self._do("keep", days=days)

    def cards(self, people: list[dict[str, Any]]) -> dict[str, Any]:
        """Enter what people answered on cards.

        Each person is `{"cell": None or 0-3, "answers": [{"activity", "round", "answer"}]}`.
        """
        return self._do("cards", people=people)

    def ideas(self) -> list[dict[str, Any]]:
        """List all ideas: `idea` (its number), `activity`, `text`, `state`, `fate`, `why`."""
        return self._ask("GET", "/ideas")["ideas"]

    def moderate(self, activity: str, idea: int, state: str) -> dict[str, Any]:
        """Let an idea be "shown" or "hidden"."""
        return self._do("moderate", activity=activity, idea=idea, state=state)

    def fate(self, activity: str, idea: int, fate: str, why: str) -> dict[str, Any]:
        """Say what became of an idea ("taken_up", "in_part", "not") and why."""
        return self._do("fate", activity=activity, idea=idea, fate=fate, why=why)

    def results(self, activity: str) -> dict[str, Any]:
        """Count an activity; numbers from 1 to 4 are never given."""
        return self._ask("GET", f"/results/{activity}")

    def rows(self) -> list[dict[str, Any]]:
        """List every answer for the record, without names."""
        return self._ask("GET", "/record")["rows"]

    def delete(self) -> None:
        """Delete the room with everything in it."""
        self._ask("DELETE")

    def _do(self, step: str, **table: Any) -> dict[str, Any]:
        return self._ask("POST", f"/{step}", table)

    def _ask(
        self, method: str, path: str = "", table: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Ask; if the server is gone, start it again and ask once more (each step may be done twice)."""
        where = f"/api/rooms/{self.code}{path}"
        try:
            return self.server.ask(method, where, self.token, table)
        except Away:
            self.server.ensure()
            return self.server.ask(method, where, self.token, table)


def _port(store: str, *, lan: bool) -> int:
    """Give the port of last time if there is one, so that phones find their way back."""
    try:
        usual = int(json.loads(note_of(store).read_text(encoding="utf-8"))["port"])
    except (OSError, ValueError, KeyError):
        usual = USUAL_PORT
    free = (port for port in range(usual, usual + 20) if port_is_free(port, lan=lan))
    chosen = next(free, None)
    if chosen is None:
        raise InputError(f"no port from {usual} to {usual + 19} is free")
    return chosen


def _launch(store: str, port: int, *, lan: bool) -> RoomServer:
    """Start the server as a process of its own and wait until it answers."""
    command = [sys.executable, "-m", "coprod_sim", "room", "--store", store, "--port", str(port)]
    log = note_of(store).with_suffix(".log")
    with log.open("ab") as out:
        started = subprocess.Popen(  # noqa: S603 - our own command
            [*command, "--lan"] if lan else command,
            stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True,
        )  # fmt: skip
    _started[:] = [one for one in _started if one.poll() is None] + [started]
    ends = time.monotonic() + START
    while time.monotonic() < ends:
        found = RoomServer.find(store)
        if found is not None and found.port == port:
            return found
        if started.poll() is not None:
            raise InputError(f"the room server did not start: {_last_line(log)}")
        time.sleep(0.05)
    started.kill()
    raise InputError(f"the room server did not start within {START:g} seconds")


def _see_off(pid: int) -> None:
    """Wait for a server that was told to end, if this process has started it."""
    for one in _started:
        if one.pid == pid:
            one.wait(START)
    _started[:] = [one for one in _started if one.poll() is None]


def _last_line(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1][:200] if lines else "it said nothing"


def _said(refusal: HTTPError) -> str:
    try:
        return str(json.loads(refusal.read())["problem"])
    except (ValueError, KeyError, OSError):
        return f"the room server refused ({refusal.code})"
