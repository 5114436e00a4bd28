"""What the room's tests stand on: a plan, a real room server, and a real PostgreSQL if there is one."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from benchmarks.ports import free_port
from coprod_sim.live.control import RoomServer

LINUX = sys.platform == "linux"
"""Whether this computer has many addresses of its own to try from."""
PATIENCE = 120
"""How long one of PostgreSQL's programs may take on a busy computer [seconds]."""
PLAN = {
    "title": "A room to try",
    "activities": [
        {"kind": "vote", "key": "vote", "title": "Vote", "question": "Which?",
         "options": ["Bus", "Library"]},
        {"kind": "vote_talk_vote", "key": "talk", "title": "Talk", "question": "Which?",
         "options": ["A", "B"]},
        {"kind": "idea", "key": "idea", "title": "Your idea", "question": "What would you change?"},
        {"kind": "start", "key": "start", "title": "To begin with"},
    ],
}  # fmt: skip


@contextmanager
def running(store: str) -> Iterator[RoomServer]:
    started = RoomServer.start(store, port=free_port())
    try:
        yield started
    finally:
        started.again()
        started.stop()


class Postgres:
    """A PostgreSQL server of our own, in a folder that goes away with it."""

    def __init__(self) -> None:
        self.programs = programs()
        self.folder = Path(tempfile.mkdtemp(prefix="room-postgres-"))
        self.port, self.count = free_port(), 0
        self.user = "postgres" if os.getuid() == 0 else None
        if self.user:
            shutil.chown(self.folder, self.user)
        self.run("initdb", "-D", str(self.folder / "data"), "-A", "trust", "-U", "postgres")
        self.start()

    def run(self, program: str, *words: str) -> None:
        subprocess.run(
            [str(self.programs / program), *words], check=True, user=self.user, cwd=self.folder,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=PATIENCE,
        )  # fmt: skip

    def start(self) -> None:
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1"
        self.control("start", "-o", options, "-l", str(self.folder / "log"))

    def crash(self) -> None:
        """Stop at once, as if the power had gone; it recovers from its log at the next start."""
        self.control("stop", "-m", "immediate")

    def control(self, step: str, *words: str) -> None:
        self.run("pg_ctl", "-w", "-D", str(self.folder / "data"), step, *words)

    def ask(self, query: str, database: str = "postgres") -> None:
        there = ["-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-d", database]
        self.run("psql", "-v", "ON_ERROR_STOP=1", *there, "-c", query)

    def new_database(self, more: str = "") -> str:
        self.count += 1
        self.ask(f"CREATE DATABASE rooms{self.count} {more}")
        return f"postgresql://postgres@127.0.0.1:{self.port}/rooms{self.count}"

    def end(self) -> None:
        self.control("stop", "-m", "immediate")
        shutil.rmtree(self.folder, ignore_errors=True)


def programs() -> Path:
    """Find PostgreSQL; without it its tests are left out, but not where they are promised."""
    found = shutil.which("initdb")
    places = [Path(found).resolve().parent] if found else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    place = next((p for p in places if (p / "initdb").exists()), None)
    if place is None:
        reason = "no PostgreSQL on this machine; install your system's postgresql to run these"
        if os.environ.get("COPROD_NEEDS_POSTGRES"):
            pytest.fail(reason)
        pytest.skip(reason)
    return place
