"""How the trainer's app runs a room: starts and watches the server, and asks it over HTTP.

The server is a process of its own. Closing the trainer's tab, or losing its kernel, does not end the room.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, replace
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import ProxyHandler, Request, build_opener

from coprod_sim.errors import InputError
from coprod_sim.files import cannot_write, json_in, opened_to_add
from coprod_sim.kit_place import kit_way, room_address, rooms_may_open
from coprod_sim.live.activities import RoomPlan
from coprod_sim.live.places import USUAL_PORT, note_of, port_is_free, store_at
from coprod_sim.live.schema import without_password
from coprod_sim.live.steps import RoomStep, StepRequest
from coprod_sim.words import words_in

START = 30.0
"""How long a starting server is waited for [seconds]."""
RACES = 8
"""How often another program may take the port that was just found free, before that is said."""
ASK = 20.0
"""How long an answer is waited for [seconds]."""
TOLD, FETCHED = 6.0, 0.5
"""How long open pages are waited for at most, to fetch the last words of a room; and how long the last of
these pages is given to arrive [seconds]."""
_direct = build_opener(ProxyHandler({}))
_again = threading.Lock()
"""Held by whoever brings a server back, so that the page and its poll do not start two."""
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
        """Find the server that runs for a store; None if there is none.

        What it says of itself counts: the note may be that of the server before it, on the same port.
        """
        where = store_at(store)
        try:
            note = json_in(note_of(where))
            found = cls(where, note["port"], note["lan"], note["host_key"], note["address"])
            told = found.ask("GET", "/api/alive", found.host_key)
            return replace(found, lan=told["lan"], address=told["address"])
        except (OSError, ValueError, KeyError, TypeError, InputError):
            return None

    @classmethod
    def start(
        cls, store: str | None = None, *, port: int | None = None, lan: bool = False
    ) -> "RoomServer":
        """Give the running server of a store, or start one.

        A server that runs with or without `lan`, but not as asked, is stopped first; so is one that another
        program was just starting. Where the kit runs on a server, no room is opened to a network: it is
        behind the https address that the host has named.

        Args:
            store: where rooms are kept, by default in the user's home.
            port: the port, by default that of last time.
            lan: whether phones on the network may reach it.

        Raises:
            InputError: it does not start, or pages of this kit may open no room.
        """
        if not rooms_may_open():
            raise InputError(words_in("en")("trainer-room-off", way=kit_way()))
        public = room_address()
        lan = lan and not public
        found = cls.find(store)
        if found is not None and found._is(lan, public) and port in (None, found.port):
            return found
        if found is not None:
            found.stop()
        where = store_at(store)
        known = port or (USUAL_PORT if public else found.port if found else None)
        begun = (
            _launch_at_a_free_port(where, lan=lan)
            if known is None
            else _launch(where, known, lan=lan)
        )
        fits = begun._is(lan, public) and port in (None, begun.port)
        return begun if fits else cls.start(store, port=port, lan=lan)

    def _is(self, lan: bool, public: str) -> bool:
        return self.lan == lan and (not public or self.address == public)

    def alive(self) -> bool:
        """Say whether the server answers."""
        try:
            self.ask("GET", "/api/alive", self.host_key)
        except InputError:
            return False
        return True

    def again(self) -> "RoomServer":
        """Find the server of this store again, or start it: another page may have moved it.

        It reaches as far as before: one that another program has opened to the network is started anew.
        """
        with _again:
            found = RoomServer.find(self.store)
            if found is not None and found.lan == self.lan:
                return found
            return RoomServer.start(self.store, lan=self.lan)

    def shown(self) -> str:
        """Give the address that projector and page show now."""
        return str(self.ask("GET", "/api/alive", self.host_key)["address"])

    def phone_seen(self) -> bool:
        """Say whether another device has reached the server since it started."""
        return bool(self.ask("GET", "/api/alive", self.host_key)["phone_seen"])

    def show_address(self, address: str) -> None:
        """Show another of this computer's addresses on projector and page.

        Raises:
            InputError: it is none of this computer's addresses.
        """
        self.ask("POST", "/api/address", self.host_key, {"address": address})

    def stop(self) -> None:
        """Stop the server; rooms stay in the store."""
        if not self.alive():
            return
        note = json_in(note_of(self.store))
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
        """Send one request and give the table that comes back.

        Raises:
            InputError: the server refuses, in its own sentence, or does not answer (`Away`).
        """
        data = None if table is None else json.dumps(table).encode()
        headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
        url = f"http://127.0.0.1:{self.port}{path}"
        request = Request(url, data, headers, method=method)
        try:
            with _direct.open(request, timeout=ASK) as answer:
                return json.loads(answer.read())
        except HTTPError as refusal:
            raise InputError(_said(refusal)) from None
        except (URLError, OSError, HTTPException, ValueError):
            raise Away("the room server does not answer") from None


@dataclass
class RoomControl:
    """One room, as its trainer sees it; two trainers may hold the same code and token.

    Each call is one request. A server that is gone is looked for, or started again on its old port.
    """

    server: RoomServer
    code: str
    token: str

    def state(self) -> dict[str, Any]:
        """Tell where the room stands.

        Returns:
            The numbers, the ideas, and the activities with phase, round and how many answered.

        Raises:
            InputError: the room is gone, or its server cannot be started.
        """
        return self._ask("GET")

    def do(self, *steps: RoomStep, count: str = "") -> dict[str, Any]:
        """Have the room take steps, all of them or none.

        Args:
            steps: what to do, in order; see `coprod_sim.live.steps`.
            count: the activity to count afterwards, if any.

        Returns:
            Where the room stands then, as from `state`; with `count` also `result`, in which numbers
            from 1 to 4 are never given.

        Raises:
            InputError: a step does not fit where the room stands; nothing has been done.
        """
        request = StepRequest(steps=steps, count=count)  # type: ignore[arg-type]
        return self._ask("POST", table=request.model_dump(mode="json"))

    def people(self) -> dict[int, str]:
        """Say who has joined: the name each seat goes by, never beside what was answered there."""
        return {one["seat"]: one["name"] for one in self._ask("GET", "/people")["people"]}

    def new_code(self, seat: int) -> str:
        """Give a seat a new code to come back by, in place of the one its owner has lost."""
        return str(self._ask("POST", "/people", {"seat": seat})["back"])

    def cards(self) -> dict[int, dict[str, dict[str, Any]]]:
        """Say what was typed in from cards: number on the card -> `activity.round` -> the answer."""
        return {int(card): said for card, said in self._ask("GET", "/cards")["cards"].items()}

    def record(self) -> dict[str, Any]:
        """Give all that goes into the record: every answer without names, the ideas, the counts."""
        return self._ask("GET", "/record")

    def wait_until_told(self) -> None:
        """Wait until phones and wall have fetched what the room has just said, but not for ever."""
        ends = time.monotonic() + TOLD
        while self.state()["behind"] and time.monotonic() < ends:
            time.sleep(0.1)
        time.sleep(FETCHED)

    def delete(self) -> None:
        """Delete the room with everything in it."""
        self._ask("DELETE")

    def _ask(
        self, method: str, path: str = "", table: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Ask; if the server is gone, find it again and ask once more (each step may be done twice)."""
        where = f"/api/rooms/{self.code}{path}"
        try:
            return self.server.ask(method, where, self.token, table)
        except Away:
            self.server = self.server.again()
            return self.server.ask(method, where, self.token, table)


def port_of_last_time(store: str) -> int:
    """Give the port that the last server of a store had, or the usual one."""
    try:
        return int(json_in(note_of(store))["port"])
    except (OSError, ValueError, KeyError, TypeError):
        return USUAL_PORT


def port_to_use(store: str, *, lan: bool = True) -> int:
    """Give the port of last time if it is free, so that phones find their way back, else the next free one.

    Raises:
        InputError: none is free.
    """
    usual = port_of_last_time(store)
    free = (port for port in range(usual, usual + 20) if port_is_free(port, lan=lan))
    chosen = next(free, None)
    if chosen is None:
        raise InputError(f"no port from {usual} to {usual + 19} is free")
    return chosen


def _launch_at_a_free_port(store: str, *, lan: bool) -> RoomServer:
    """Start the server at a free port, and at the next one if another takes it in that moment."""
    for _ in range(RACES):
        port = port_to_use(store, lan=lan)
        try:
            return _launch(store, port, lan=lan)
        except InputError:
            if port_is_free(port, lan=lan):  # it failed for another reason
                raise
    return _launch(store, port_to_use(store, lan=lan), lan=lan)


def _launch(store: str, port: int, *, lan: bool) -> RoomServer:
    """Start the server as a process of its own and wait until one for this store answers.

    Another program may just have been starting one: then ours ends, and that one is given.
    """
    place, password = without_password(store)  # other accounts can list command lines
    command = [sys.executable, "-m", "coprod_sim", "room", "--store", place, "--port", str(port)]
    public = room_address()
    reach = ["--public", public] if public else ["--lan"] if lan else []
    log = note_of(store).with_suffix(".log")
    try:
        out = opened_to_add(log)
    except OSError as problem:
        raise InputError(cannot_write(log, problem)) from None
    with out:
        started = subprocess.Popen(  # noqa: S603 - our own command
            [*command, *reach],
            stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True,
            env=os.environ | ({"PGPASSWORD": password} if password else {}),
        )  # fmt: skip
    _started[:] = [one for one in _started if one.poll() is None] + [started]
    ends = time.monotonic() + START
    while time.monotonic() < ends:
        ended = started.poll() is not None
        if (found := RoomServer.find(store)) is not None:
            if found.port != port:
                started.kill()
            return found
        if ended:
            raise InputError(f"the room server did not start: {_last_line(log)}")
        time.sleep(0.05)
    started.kill()
    raise InputError(f"the room server did not start within {START:g} seconds")


def is_older(status: dict[str, Any], later: dict[str, Any]) -> bool:
    """Say whether a room said something earlier than something else.

    Args:
        status: what a room said.
        later: what the same room, or another, said.

    Returns:
        False where they are two rooms.
    """
    same = status.get("code") == later.get("code")
    return same and status.get("version", 0) < later.get("version", 0)


def _see_off(pid: int) -> None:
    """Wait for a server that was told to end, if this process has started it."""
    for one in _started:
        if one.pid == pid:
            one.wait(START)
    _started[:] = [one for one in _started if one.poll() is None]


def _last_line(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1].removeprefix("coprod-sim: ")[:200] if lines else "it said nothing"


def _said(refusal: HTTPError) -> str:
    try:
        return str(json.loads(refusal.read())["problem"])
    except (ValueError, KeyError, OSError):
        return f"the room server refused ({refusal.code})"
