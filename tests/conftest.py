"""What several tests stand on: models that fit; a learner's progress; a plan for a room, a server, stores."""

import itertools
import logging
import os
import signal
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import settings
from room_stage import LINUX, PLAN, Postgres, running
from sqlalchemy import Connection

from coprod_sim.live.activities import RoomPlan
from coprod_sim.live.control import RoomControl, RoomServer
from coprod_sim.live.schema import open_engine
from coprod_sim.population import survey, survey_population
from coprod_sim.results import nroy
from coprod_sim.results.uncertainty import FREE, plausible

ADDRESSES = itertools.count(1)
os.environ.setdefault("COPROD_SIM_ENGINE", "compiled")  # tests wait, and start nothing beside them
signal.signal(signal.SIGINT, signal.default_int_handler)
"""What tests start must hear Ctrl-C; begun in the background, this process and they would not."""
settings.register_profile("unhurried", deadline=None)  # a busy computer is no fault of the code
settings.load_profile("unhurried")
pytest.register_assert_rewrite("room_visitor", "survey_stage")  # they tell as tests do what failed


def pytest_configure(config: pytest.Config) -> None:
    """Keep the files in the order below; xdist would begin with those that hold most tests."""
    config.option.loadscopereorder = False


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest, so that no process waits in the end for one of them."""
    long = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: ("browser" not in item.path.parts, item.path not in long))


@pytest.fixture(autouse=True)
def hearing_logs() -> Iterator[None]:
    """Give back how loud logs are: a test of a quiet kit made all tests after it deaf to them."""
    speaking = [*logging.getLogger().handlers, *filter(None, [logging.lastResort])]
    levels = [handler.level for handler in speaking]
    yield
    for handler, level in zip(speaking, levels, strict=True):
        handler.setLevel(level)


@pytest.fixture(scope="module")
def fitting_models(tmp_path_factory: pytest.TempPathFactory) -> Iterator[pd.DataFrame]:
    """Ship 100 made-up models in place of those that fit the findings, made with the rules as they are."""
    kept = pd.DataFrame(plausible(100, 3))[list(FREE)]
    source = {"scenarios": [], "engagements": [], "fit": [], "check": []}
    kept.attrs = source | {"assumptions": list(FREE), "made_with": nroy.made_with(source)}
    file = tmp_path_factory.mktemp("models") / "fitting.parquet"
    kept.to_parquet(file)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nroy, "FILE", file)
        nroy.not_ruled_out.cache_clear()
        yield kept
    nroy.not_ruled_out.cache_clear()


@pytest.fixture
def plan() -> RoomPlan:
    return RoomPlan.model_validate(PLAN)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RoomServer]:
    """Give the one server that all tests of the room server share, each with its own room."""
    with running(str(tmp_path_factory.mktemp("server") / "rooms.sqlite")) as started:
        yield started


@pytest.fixture
def control(server: RoomServer, plan: RoomPlan) -> RoomControl:
    """Give the trainer's hold on a room of one's own."""
    return server.create(plan)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    """Give a connection to an empty store, inside one transaction."""
    engine = open_engine(str(tmp_path / "rooms.sqlite"))
    with engine.begin() as opened:
        yield opened
    engine.dispose()


@pytest.fixture
def address() -> str:
    """Give each test an address of its own, so that its failures are its own (as on a network)."""
    return f"127.0.1.{next(ADDRESSES)}" if LINUX else "127.0.0.1"


@pytest.fixture
def progress_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the place of the test's own where a learner's progress is kept."""
    file = tmp_path / "progress.json"
    monkeypatch.setenv("COPROD_PROGRESS", str(file))
    return file


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


@pytest.fixture
def postgres() -> Iterator[Postgres]:
    """Give a PostgreSQL server that a test may crash."""
    started = Postgres()
    yield started
    started.end()


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Keep rooms and sessions in a folder of the test; the server started there is stopped."""
    monkeypatch.setenv("COPROD_ROOMS", str(tmp_path / "rooms"))
    monkeypatch.setenv("COPROD_SESSIONS", str(tmp_path / "sessions"))
    monkeypatch.setattr("coprod_sim.live.control.USUAL_PORT", 8844 - 60 * worker())
    yield tmp_path / "sessions"
    server = RoomServer.find()
    if server is not None:
        server.stop()


def worker() -> int:
    """Number the processes that run the tests: each begins its rooms at ports of its own."""
    return int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))


@pytest.fixture
def few_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take a survey of fewer people than are taken, so that a test can write down all its rows."""
    monkeypatch.setattr(survey, "_check_enough", lambda *_: None)
    monkeypatch.setattr(survey_population, "_check_enough", lambda *_: None)
