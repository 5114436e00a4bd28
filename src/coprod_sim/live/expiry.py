"""Keeps the promise "all of it is deleted on ...": what is overdue goes whenever any part of the kit starts.

It is quick where nothing is due, so that every command can look.
"""

import json
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from coprod_sim.errors import InputError
from coprod_sim.files import json_in, text_in, write_whole
from coprod_sim.live.places import PUT_BY, USUAL_STORE, rooms_root, sessions_root
from coprod_sim.live.store_file import BESIDE, set_aside
from coprod_sim.live.sure_day import day_is_sure
from coprod_sim.words import ENGLISH, words_in
from coprod_sim.words.days import day_in_words

ASIDE_DAYS = 30
"""After how many days a store that was set aside goes at the latest [days].

It goes sooner where the day of one of its rooms can be read: phones were promised that day."""


WAITING = (
    "By the clock of the computer the kit runs on, the day of some rooms or records has come, but the"
    " kit was not started for days, so the clock may be wrong. Nothing was deleted. It goes when the kit"
    " is started on another day, or at once with: coprod-sim sessions clean"
)
"""What is said in place of deleting, where the clock may be wrong."""


@dataclass(frozen=True)
class Deleted:
    """What was deleted because its day had come: codes of rooms, folders of records, stores set aside."""

    rooms: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    waiting: bool = False
    """Whether something is due by the clock, and stays as the clock may be wrong."""

    def __bool__(self) -> bool:
        return bool(self.rooms or self.records or self.aside or self.waiting)

    @property
    def sentence(self) -> str:
        """Say what was deleted; empty if nothing was."""
        if self.waiting:
            return WAITING
        kinds = (("rooms", self.rooms), ("records", self.records), ("stores set aside", self.aside))
        said = "; ".join(f"{kind} {', '.join(names)}" for kind, names in kinds if names)
        return f"Deleted, as their day had come: {said}." if said else ""


def delete_due(
    store: Path | None = None, root: Path | None = None, today: date | None = None, *,
    asked: bool = False,
) -> Deleted:  # fmt: skip
    """Delete the rooms and records whose day has come.

    A room server that runs looks after its rooms itself, so a store in use is left to it.

    Args:
        store: the file of the rooms, by default the usual one; a database is left to its room servers.
        root: the folder of the records, by default the usual one.
        today: the day that is compared with; by default today.
        asked: whether somebody has asked for it; else it waits where the clock may be wrong.

    Returns:
        What was deleted, or that something waits.
    """
    file, folder = store or rooms_root() / USUAL_STORE, root or sessions_root()
    sure = [day_is_sure(place, today) for place in (file.parent, folder)]  # each remembers today
    if not (all(sure) or asked):
        return Deleted(waiting=bool(_due(folder, today)) or (file.exists() and _overdue(file)))
    records = tuple(expire(folder, today))
    _forget_sessions(folder / PUT_BY, today)
    return Deleted(tuple(_rooms(file)), records, tuple(_aside(file)))


def expire(root: Path, today: date | None = None) -> list[str]:
    """Delete the records in a folder whose day has come; gives the names of those deleted.

    Args:
        root: the folder of the records.
        today: the day that is compared with; by default today.
    """
    gone = []
    for path in _due(root, today):
        with suppress(OSError):  # not ours to delete: the next start tries again
            shutil.rmtree(path)
            gone.append(path.name)
    return gone


def _due(root: Path, today: date | None) -> list[Path]:
    """List the folders of the records whose day has come."""
    day = (today or date.today()).isoformat()
    found = [(path.parent, _table(path)) for path in sorted(root.glob("*/session.json"))]
    return [path for path, table in found if table and str(table.get("delete_on") or "9999") <= day]


def _forget_sessions(folder: Path, today: date | None) -> None:
    """Delete the keys of sessions whose rooms' day has come."""
    day = today or date.today()
    for path in folder.glob("*.json"):
        with suppress(OSError, ValueError, KeyError, TypeError):
            kept = json_in(path)
            if date.fromisoformat(kept["begun"][:10]) + timedelta(days=kept["days"]) <= day:
                path.unlink()


def move_day(folder: Path, day: str) -> None:
    """Give a saved record another day to be deleted on, if there is one in the folder."""
    table = _table(folder / "session.json")
    if table is None:
        return
    t, before = words_in(ENGLISH), str(table.get("delete_on"))
    table["delete_on"] = day
    page = folder / "record.html"
    with suppress(OSError, ValueError):
        text = text_in(page)
        write_whole(page, text.replace(day_in_words(before, t), day_in_words(day, t)), private=True)
    write_whole(
        folder / "session.json", json.dumps(table, indent=1, ensure_ascii=False), private=True
    )


def _table(path: Path) -> dict[str, Any] | None:
    try:
        table = json_in(path)
    except (OSError, ValueError):
        return None
    return table if isinstance(table, dict) else None


def _rooms(file: Path) -> Iterator[str]:
    """Delete overdue rooms; the store is opened only where there are any."""
    if not file.exists() or not _overdue(file):
        return
    from coprod_sim.live.control import RoomServer  # noqa: PLC0415 - slow to load
    from coprod_sim.live.room import overdue, remove  # noqa: PLC0415
    from coprod_sim.live.room_store import Store  # noqa: PLC0415

    if RoomServer.find(str(file)) is not None:
        return
    with suppress(InputError), closing(Store(str(file))) as store:
        for code in store.read(overdue).result():
            store.write(lambda c, code=code: remove(c, code)).result()
            store.sweep()
            yield code


def _overdue(file: Path) -> bool:
    now = time.time_ns() // 1_000_000
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True, timeout=0.2)) as link:
            query = "SELECT 1 FROM rooms WHERE delete_after <= ? LIMIT 1"
            return link.execute(query, (now,)).fetchone() is not None
    except sqlite3.Error:
        return False  # in use, damaged or empty: its server will see


def _promised(store: Path) -> float:
    """Give when the first room in a store was to go, as far as it can be read [seconds since 1970]."""
    with (
        suppress(sqlite3.Error, TypeError),
        closing(sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True, timeout=0.2)) as link,
    ):
        return link.execute("SELECT min(delete_after) FROM rooms").fetchone()[0] / 1000
    return float("inf")


def _aside(file: Path) -> Iterator[str]:
    for old in set_aside(file):
        last = old.stat().st_mtime + ASIDE_DAYS * 24 * 3600
        if time.time() > min(last, _promised(old)):
            for tail in (*BESIDE, ""):
                old.with_name(old.name + tail).unlink(missing_ok=True)
            yield old.name
