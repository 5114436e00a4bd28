"""Measures the live room on this computer: a thousand phones, a busy model, and kill -9 in mid-voting."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import quantiles

from sqlalchemy import select

from benchmarks.figures import Figure, with_meanings
from benchmarks.ports import free_port
from benchmarks.room.phones import Phone
from coprod_sim.live import schema as t
from coprod_sim.live.activities import RoomPlan
from coprod_sim.live.control import RoomControl, RoomServer
from coprod_sim.live.places import note_of
from coprod_sim.live.schema import open_engine
from coprod_sim.live.steps import CloseActivity, OpenActivity

OPTIONS = ["Close on Mondays", "Close at five", "Keep it all", "Ask first"]
PARTS = ("quiet", "with_model", "with_kills")
PLAN = {
    "title": "Measuring the room",
    "activities": [
        {"kind": "vote", "key": key, "title": key, "question": "Which?", "options": OPTIONS}
        for key in PARTS
    ],
}
JOINING = 40
"""How many phones join at the same time."""
KILLS = 2
MEANINGS = {
    "participants": "phones in the room",
    "seconds": "seconds in which all of them vote, in each of the three parts",
    "votes_acknowledged": "votes the phones were told are saved",
    "votes_lost": "of these, missing in the store or not the one sent",
    "p50_ms": "milliseconds from sending to the yes, median",
    "p95_ms": "the same, 95 in 100 are faster",
    "p50_ms_with_model": "median while the model runs in another process",
    "p95_ms_with_model": "95 in 100 are faster, while the model runs",
    "longest_ms_with_kills": "the longest a phone kept trying when the server was killed",
    "server_kills_survived": "times kill -9 hit the server in mid-voting and the room went on",
    "all_joined_seconds": "seconds until all had joined",
    "question_seen_seconds": "seconds until the last phone had the new question",
    "trainer_lag_seconds": "seconds from the last yes to the trainer's view showing all",
}


@dataclass
class Hall:
    """A room with its phones, and what was acknowledged to them."""

    control: RoomControl
    phones: list[Phone]
    said: dict[tuple[str, str], int]


def measure_room(
    participants: int = 1000, seconds: float = 60.0, tell: Callable[[str], object] = str
) -> list[Figure]:
    """Measure everything; takes about four times `seconds`. All of it stays on this computer."""
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "rooms.sqlite")
        server = RoomServer.start(store, port=free_port())
        try:
            control = server.create(RoomPlan.model_validate(PLAN))
            figures = asyncio.run(_measure(control, participants, seconds, tell))
            return with_meanings(figures, MEANINGS)
        finally:
            server.stop()


async def _measure(
    control: RoomControl, participants: int, seconds: float, tell: Callable[[str], object]
) -> dict[str, float]:
    phones = [Phone(control.server.port, control.code) for _ in range(participants)]
    figures: dict[str, float] = {"participants": participants, "seconds": seconds}
    start = time.monotonic()
    gate = asyncio.Semaphore(JOINING)
    await asyncio.gather(*(_join(phone, gate) for phone in phones))
    figures["all_joined_seconds"] = time.monotonic() - start
    tell(f"{participants} phones have joined\n")
    hall, took = Hall(control, phones, {}), {}
    for part in PARTS:
        took[part], seen, lag = await _part(hall, part, seconds)
        tell(f"{part}: all have voted\n")
        if part == "quiet":
            figures |= {"question_seen_seconds": seen, "trainer_lag_seconds": lag}
    lost = votes_lost(control, hall.said)
    for phone in phones:
        phone.close()
    return figures | _times(took) | {
        "votes_acknowledged": len(hall.said),
        "votes_lost": lost,
        "server_kills_survived": KILLS,
    }  # fmt: skip


async def _join(phone: Phone, gate: asyncio.Semaphore) -> None:
    async with gate:
        await phone.join()


async def _part(hall: Hall, part: str, seconds: float) -> tuple[list[float], float, float]:
    """Open a question, let all vote within the time, close it; some parts make life hard meanwhile."""
    version = hall.control.state()["version"]
    ready = asyncio.Event()
    tasks = [
        asyncio.create_task(_one(hall, place, part, version, ready, seconds))
        for place in range(len(hall.phones))
    ]
    await asyncio.sleep(1.0)  # all phones wait for news now
    start = time.monotonic()
    await asyncio.to_thread(hall.control.do, OpenActivity(activity=part))
    ready.set()
    with _model_runs(part == "with_model"):
        if part == "with_kills":
            await _kill(hall.control, seconds)
        done = await asyncio.gather(*tasks)
    seen, lag = max(at for at, _ in done) - start, await _lag(hall, part)
    await asyncio.to_thread(hall.control.do, CloseActivity())
    return [took for _, took in done], seen, lag


async def _one(
    hall: Hall, place: int, part: str, version: int, ready: asyncio.Event, seconds: float
) -> tuple[float, float]:
    """One phone: wait for the question, load it, think for a while, vote."""
    phone, chance = hall.phones[place], Random(f"{part}:{place}")
    spread = await phone.news(version)
    await ready.wait()
    await asyncio.sleep(chance.random() * spread)
    await phone.load()
    seen = time.monotonic()
    await asyncio.sleep(chance.random() * seconds)
    choice = chance.randrange(len(OPTIONS))
    took = await phone.vote(part, "answer", vote=choice)
    hall.said[part, phone.name] = choice
    return seen, took


async def _lag(hall: Hall, part: str) -> float:
    """Say how long the trainer's view takes to show the last vote."""
    start = time.monotonic()
    while True:
        state = await asyncio.to_thread(hall.control.state)
        shown = next(a for a in state["activities"] if a["key"] == part)["answered"]
        if shown.get("answer", 0) == len(hall.phones):
            return time.monotonic() - start
        await asyncio.sleep(0.1)


async def _kill(control: RoomControl, seconds: float) -> None:
    """Kill the server without warning, twice, and let the trainer's app find and restart it."""
    for _ in range(KILLS):
        await asyncio.sleep(seconds / (KILLS + 1))
        kill_server(control.server)
        await asyncio.to_thread(control.server.again)


def kill_server(server: RoomServer) -> None:
    """End the server's process at once, as a crash would."""
    os.kill(json.loads(note_of(server.store).read_text())["pid"], signal.SIGKILL)


def votes_lost(control: RoomControl, said: dict[tuple[str, str], int]) -> int:
    """Count the acknowledged votes that the store does not hold, or holds otherwise."""
    engine = open_engine(control.server.store, reading=True)
    a, s = t.answers.c, t.seats.c
    query = (
        select(a.activity, s.name, a.answer)
        .join(t.seats, (s.room == a.room) & (s.number == a.seat))
        .where(a.room == control.code)
    )
    with engine.connect() as connection:
        rows = connection.execute(query)
        found = {(part, name): json.loads(answer)["vote"] for part, name, answer in rows}
    engine.dispose()
    return sum(found.get(key) != choice for key, choice in said.items())


@contextmanager
def _model_runs(wanted: bool) -> Iterator[None]:
    """Keep the model busy in a process of its own."""
    if not wanted:
        yield
        return
    lines = (
        "from coprod_sim.results import compare; from coprod_sim.scenarios import load_scenario; "
        "case = load_scenario('reference')\nwhile True: compare(case, ['tickbox', 'co_production'])"
    )
    busy = subprocess.Popen([sys.executable, "-c", lines], stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        yield
        if busy.poll() is not None:
            raise RuntimeError("the model stopped running before the votes were in")
    finally:
        busy.kill()
        busy.wait()


def _times(took: dict[str, list[float]]) -> dict[str, float]:
    def place(part: str, percent: int) -> float:
        return 1000 * quantiles(took[part], n=100)[percent - 1]

    return {
        "p50_ms": place("quiet", 50),
        "p95_ms": place("quiet", 95),
        "p50_ms_with_model": place("with_model", 50),
        "p95_ms_with_model": place("with_model", 95),
        "longest_ms_with_kills": 1000 * max(took["with_kills"]),
    }
