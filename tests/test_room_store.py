"""What was acknowledged is there: after kill -9, a full disk, a changed clock, a crashed database.

Most stories are told twice, on SQLite and on a real PostgreSQL.
"""

import asyncio
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest
from room_stage import Postgres, running
from sqlalchemy import insert, select, text, update

from benchmarks.room.load import kill_server, votes_lost
from benchmarks.room.phones import Phone
from coprod_sim.errors import InputError
from coprod_sim.live import room as rooms
from coprod_sim.live import schema as t
from coprod_sim.live import seats
from coprod_sim.live.ballots import Ballot, latest, record
from coprod_sim.live.room_store import Store, StoreTrouble
from coprod_sim.live.steps import OpenActivity
from coprod_sim.live.tallysheet import CardPerson, enter

PHONES = 40
NAMES = ["Blue Heron", "Red Wren"]


@contextmanager
def opened(where: str) -> Iterator[Store]:
    store = Store(where)
    try:
        yield store
    finally:
        store.close()


def room_with_seat(store: Store, plan) -> tuple[str, rooms.Seat]:
    code, _ = store.write(lambda c: rooms.create(c, plan)).result()
    seat = store.write(lambda c: seats.join(c, code, NAMES[0], "a" * 32, NAMES)).result()
    store.write(lambda c: rooms.open_activity(c, code, "vote")).result()
    return code, seat


def ballot(choice: int, vote: str | None = None) -> Ballot:
    return Ballot(vote or str(uuid4()), "vote", "answer", {"vote": choice})


def chosen(store: Store, seat: rooms.Seat) -> int:
    return store.read(lambda c: latest(c, seat, "vote", "answer")).result()["vote"]


async def all_vote(control, phones: list[Phone], harm) -> dict[tuple[str, str], int]:
    """Let all phones vote within two seconds, three times each, while harm is done in the middle."""
    said: dict[tuple[str, str], int] = {}

    async def one(phone: Phone) -> None:
        chance = Random(phone.name)
        for _ in range(3):
            await asyncio.sleep(chance.random())
            choice = chance.randrange(2)
            await phone.vote("vote", "answer", vote=choice)
            said["vote", phone.name] = choice

    await asyncio.gather(*(phone.join() for phone in phones))
    await asyncio.to_thread(control.do, OpenActivity(activity="vote"))
    voting = asyncio.gather(*(one(phone) for phone in phones))
    await asyncio.sleep(0.7)
    await asyncio.to_thread(harm)
    await voting
    for phone in phones:
        phone.close()
    return said


@pytest.mark.slow
def test_killing_the_server_in_mid_voting_loses_no_acknowledged_vote(where, plan):
    with running(where()) as server:
        control = server.create(plan)
        phones = [Phone(server.port, control.code) for _ in range(PHONES)]

        def harm() -> None:
            kill_server(server)
            assert server.again()

        said = asyncio.run(all_vote(control, phones, harm))
        assert len(said) == PHONES
        assert votes_lost(control, said) == 0
        assert control.state()["activities"][0]["answered"] == {"answer": PHONES}


@pytest.mark.slow
def test_a_crash_of_the_database_in_mid_voting_loses_no_acknowledged_vote(
    postgres: Postgres, plan, tmp_path, monkeypatch
):
    monkeypatch.setenv("COPROD_ROOMS", str(tmp_path))
    with running(postgres.new_database()) as server:
        control = server.create(plan)
        phones = [Phone(server.port, control.code) for _ in range(PHONES)]

        def harm() -> None:
            postgres.crash()
            postgres.start()

        said = asyncio.run(all_vote(control, phones, harm))
        assert len(said) == PHONES
        assert votes_lost(control, said) == 0


def test_sending_a_vote_again_changes_nothing_and_never_beats_a_newer_one(where, plan):
    with opened(where()) as store:
        code, seat = room_with_seat(store, plan)
        first = ballot(0)
        for each in (first, ballot(1), first):
            store.write(lambda c, each=each: record(c, seat, each)).result()
        assert chosen(store, seat) == 1
        store.write(lambda c: rooms.close_activity(c, code)).result()
        store.write(lambda c: record(c, seat, first)).result()  # acknowledged, though closed
        assert chosen(store, seat) == 1


def test_a_page_from_the_browsers_memory_sent_with_another_answer_is_a_new_vote(where, plan):
    with opened(where()) as store:
        _, seat = room_with_seat(store, plan)
        same = str(uuid4())
        for choice in (0, 1):
            store.write(lambda c, choice=choice: record(c, seat, ballot(choice, same))).result()
        assert chosen(store, seat) == 1


def test_a_refused_answer_does_not_spoil_those_committed_with_it(where, plan):
    with opened(where()) as store:
        code, seat = room_with_seat(store, plan)
        other = store.write(lambda c: seats.join(c, code, NAMES[1], "b" * 32, NAMES)).result()
        pairs = [(seat, ballot(0)), (seat, ballot(7)), (other, ballot(1))]
        done = [store.write(lambda c, s=s, b=b: record(c, s, b)) for s, b in pairs]
        done[0].result()
        with pytest.raises(InputError, match="Choose one of the answers shown"):
            done[1].result()
        done[2].result()
        assert (chosen(store, seat), chosen(store, other)) == (0, 1)


def test_a_clock_set_back_does_not_bring_an_old_answer_back(where, plan, monkeypatch):
    with opened(where()) as store:
        _, seat = room_with_seat(store, plan)
        store.write(lambda c: record(c, seat, ballot(0))).result()
        earlier = rooms.now() - 365 * 24 * 3600 * 1000
        monkeypatch.setattr("coprod_sim.live.ballots.now", lambda: earlier)
        store.write(lambda c: record(c, seat, ballot(1))).result()
        assert chosen(store, seat) == 1


def test_a_store_of_a_newer_version_is_refused_with_a_sentence(where):
    place = where()
    with opened(place) as store:
        store.write(lambda c: c.execute(update(t.meta).values(schema=99))).result()
    with pytest.raises(InputError, match="newer version of the kit"):
        Store(place)


def test_deleting_a_room_leaves_nothing_of_it(where, plan):
    with opened(where()) as store:
        code, seat = room_with_seat(store, plan)
        store.write(lambda c: record(c, seat, ballot(0))).result()
        store.write(lambda c: rooms.remove(c, code)).result()
        for table in t.tables.sorted_tables:
            if table.name != "meta":
                assert store.read(lambda c, tb=table: c.execute(select(tb)).all()).result() == []
        with pytest.raises(rooms.Unknown):
            store.write(lambda c: rooms.remove(c, code)).result()


def test_a_person_with_cards_stays_one_person(where, plan):
    with opened(where()) as store:
        code, _ = room_with_seat(store, plan)
        for choice in (0, 1):
            given = {"activity": "vote", "round": "answer", "answer": {"vote": choice}}
            person = CardPerson.model_validate({"card": 7, "answers": [given]})
            store.write(lambda c, person=person: enter(c, code, (person,))).result()
        found = store.read(lambda c: c.execute(select(t.seats.c.name)).scalars().all()).result()
        assert sorted(found) == ["Blue Heron", "Card 7"]


@pytest.mark.slow
def test_a_full_disk_gets_a_sentence_and_once_there_is_room_all_goes_on(small_disk, plan):
    with opened(small_disk.store) as store:
        _, seat = room_with_seat(store, plan)
        store.write(lambda c: record(c, seat, ballot(0))).result()
        small_disk.fill(store)
        with pytest.raises(StoreTrouble, match="the disk is full"):
            write_until_full(store, plan)
        assert chosen(store, seat) == 0  # reading goes on
        small_disk.free(store)
        store.write(lambda c: record(c, seat, ballot(1))).result()
        assert chosen(store, seat) == 1


def write_until_full(store: Store, plan) -> None:
    for _ in range(20):
        values = {"title": "x" * 100, "activities": [a.model_dump() for a in plan.activities] * 6}
        big = json.dumps(values)
        room = {"token_hash": "", "secret": "", "plan": big, "made": 0, "delete_after": 0}
        rows = [room | {"code": uuid4().hex[:8]} for _ in range(200)]
        store.write(lambda c, rows=rows: c.execute(insert(t.rooms), rows)).result()


class SmallDisk:
    """A disk of a few megabytes in memory, for a SQLite file or a PostgreSQL tablespace."""

    def __init__(self, folder: Path, size: str) -> None:
        self.folder = folder
        subprocess.run(
            [shutil.which("mount") or "mount", "-t", "tmpfs", "-o", f"size={size}", "none", folder],
            check=True,
        )

    def fill(self, _store: Store) -> None:
        free = shutil.disk_usage(self.folder).free
        with (self.folder / "filler").open("ab") as file:
            file.write(b"x" * max(0, free - 4096))

    def free(self, _store: Store) -> None:
        (self.folder / "filler").unlink()

    def end(self) -> None:
        subprocess.run([shutil.which("umount") or "umount", "-l", self.folder], check=True)


class SmallFile:
    """A SQLite file that may not grow, where this user may not make a disk."""

    def __init__(self, store: str) -> None:
        self.store = store

    def fill(self, store: Store) -> None:
        store.write(lambda c: c.execute(text("PRAGMA max_page_count=1"))).result()

    def free(self, store: Store) -> None:
        store.write(lambda c: c.execute(text("PRAGMA max_page_count=100000"))).result()


def may_mount(folder: Path) -> bool:
    if os.getuid() != 0:
        return False
    done = subprocess.run(
        [shutil.which("mount") or "mount", "-t", "tmpfs", "-o", "size=1m", "none", folder],
        check=False,
        capture_output=True,
    )
    if done.returncode == 0:
        subprocess.run([shutil.which("umount") or "umount", folder], check=True)
    return done.returncode == 0


@pytest.fixture(params=["sqlite", "postgres"])
def small_disk(request: pytest.FixtureRequest, tmp_path: Path):
    folder = tmp_path / "disk"
    folder.mkdir()
    if request.param == "sqlite" and not may_mount(folder):
        yield SmallFile(str(tmp_path / "rooms.sqlite"))
        return
    if not may_mount(folder):
        pytest.skip("only root can make a small disk for PostgreSQL")
    postgres = request.getfixturevalue("postgres") if request.param == "postgres" else None
    disk = SmallDisk(folder, "1m" if postgres is None else "24m")
    try:
        if postgres is None:
            disk.store = str(folder / "rooms.sqlite")
        else:
            disk.store = database_on(folder, postgres)
        yield disk
    finally:
        disk.end()


def database_on(folder: Path, postgres: Postgres) -> str:
    """Make a database in a folder that PostgreSQL's own user can get to."""
    for above in folder.parents:
        if above == Path(tempfile.gettempdir()):
            break
        above.chmod(0o755)
    (folder / "space").mkdir()
    shutil.chown(folder / "space", "postgres")
    postgres.ask(f"CREATE TABLESPACE small LOCATION '{folder / 'space'}'")
    return postgres.new_database("TABLESPACE small")
