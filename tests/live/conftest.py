"""A real room server for each test that wants one, and a real PostgreSQL if this computer has it."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from coprod_sim.bench.room import free_port
from coprod_sim.live.activities import RoomPlan
from coprod_sim.live.control import RoomServer

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


@pytest.fixture
def plan() -> RoomPlan:
    return RoomPlan.model_validate(PLAN)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RoomServer]:
    """Start the room server as the trainer's app does; it is stopped afterwards."""
    with running(str(tmp_path / "rooms.sqlite")) as started:
        yield started


@contextmanager
def running(store: str) -> Iterator[RoomServer]:
    started = RoomServer.start(store, port=free_port())
    try:
        yield started
    finally:
        started.ensure()
        started.stop()


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def where(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[], str]]:
    """Give the address of an empty store: a new SQLite file, or a new database on PostgreSQL."""
    folder = tmp_path_factory.mktemp("stores")
    if request.param == "sqlite":
        yield lambda: str(Path(tempfile.mkdtemp(dir=folder)) / "rooms.sqlite")
        return
    postgres = Postgres()
    old, os.environ["COPROD_ROOMS"] = os.environ.get("COPROD_ROOMS"), str(folder)
    try:
        yield postgres.new_database
    finally:
        postgres.end()
        del os.environ["COPROD_ROOMS"]
        if old is not None:
            os.environ["COPROD_ROOMS"] = old


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
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
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


@pytest.fixture
def postgres() -> Iterator[Postgres]:
    """Give a PostgreSQL server that a test may crash."""
    started = Postgres()
    yield started
    started.end()
