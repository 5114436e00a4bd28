"""What several tests stand on: a plan for a room, its server, and stores to keep it in."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from room_stage import PLAN, Postgres

from coprod_sim.live.activities import RoomPlan

pytest.register_assert_rewrite("survey_stage")  # what it asserts is told as in a test


@pytest.fixture
def plan() -> RoomPlan:
    return RoomPlan.model_validate(PLAN)


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
