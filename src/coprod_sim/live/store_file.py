"""Looks after the file of a store: for its owner alone, one server at a time, set aside if it is damaged."""

import os
import sqlite3
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from coprod_sim.errors import InputError
from coprod_sim.files import private_folder
from coprod_sim.live.places import rooms_root

WAIT = 5.0
"""How long a server that is just ending is waited for [seconds]."""
HEAD = b"SQLite format 3\0"
"""How an SQLite database begins."""
OURS = frozenset({"meta", "rooms", "seats"})
"""Tables that every store of this kit has."""
BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a store; it belongs to it."""


def make_ready(file: Path, schema: int) -> None:
    """Make a store's file if it is missing, private in any case, and set it aside if it cannot be used.

    Args:
        file: the store's file.
        schema: the version of the tables this kit writes.
    """
    refuse_others(file)
    if not file.exists():
        _ = file.parent.exists() or private_folder(file.parent)
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
        return
    file.chmod(0o600)
    kind = _trouble(file, schema) if file.stat().st_size else ""
    if kind:
        _set_aside(file, kind)
        make_ready(file, schema)


def refuse_others(file: Path) -> None:
    """Refuse a file that was never a store of this kit, before anything of it is changed.

    One that is damaged shows no more what it was; then it is ours where it lies among the rooms, or where the
    lock lies beside it that only a server for it makes.

    Raises:
        InputError: it is a link, no ordinary file, or something else's.
    """
    for one in (file, *(file.with_name(file.name + tail) for tail in BESIDE), lock_of(file)):
        if one.is_symlink() or (one.exists() and not one.is_file()):
            raise InputError(f"{one} is a link or no ordinary file, so no room is kept in it")
    if not file.exists() or not file.stat().st_size or _is_store(file):
        return
    if file.parent.resolve() == rooms_root().resolve() or lock_of(file).exists():
        return
    raise InputError(
        f"{file} is not a store of rooms, so it is left as it is; give --store another name"
    )


def lock_of(file: Path) -> Path:
    """Give the file by which a server holds a store."""
    return file.with_suffix(".lock")


def _is_store(file: Path) -> bool:
    """Say whether a file is an SQLite database with the tables of this kit."""
    with file.open("rb") as opened:
        if opened.read(len(HEAD)) != HEAD:
            return False
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as link:
            tables = {name for (name,) in link.execute("SELECT name FROM sqlite_master")}
    except sqlite3.OperationalError:
        return True  # in use
    except sqlite3.DatabaseError:
        return False
    return tables >= OURS


def set_aside(file: Path) -> list[Path]:
    """List the stores that were set aside beside this one, the newest first."""
    kinds = (f"{file.stem}.{kind}-*{file.suffix}" for kind in ("damaged", "older"))
    return sorted((found for kind in kinds for found in file.parent.glob(kind)), reverse=True)


def hold(file: Path, where: str) -> IO[bytes]:
    """Hold a store for this server, until the process ends however it ends.

    Args:
        file: the store's file.
        where: where the server that holds it may be, for the sentence.

    Returns:
        What holds it, to be kept.

    Raises:
        InputError: another server holds it.
    """
    refuse_others(file)
    held = lock_of(file).open("ab")
    ends = time.monotonic() + WAIT
    while not _locked(held):
        if time.monotonic() > ends:
            held.close()
            raise InputError(
                f"another room server has {file} open{where}; use that one, or stop it with "
                "'coprod-sim room --stop', or use another --store"
            )
        time.sleep(0.1)
    return held


def _locked(held: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - on Windows alone

            msvcrt.locking(held.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - not on Windows

            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _trouble(file: Path, schema: int) -> str:
    """Say why a file cannot be a store of this kit: "damaged" or "older"; empty if it can, or is in use."""
    try:
        with closing(sqlite3.connect(file, timeout=5.0)) as link:
            whole = link.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
            known = link.execute("SELECT name FROM sqlite_master WHERE name = 'meta'").fetchone()
            found = link.execute("SELECT schema FROM meta").fetchone() if known else None
    except sqlite3.OperationalError:
        return ""  # locked, or a disk that does not answer: no fault of the file
    except sqlite3.DatabaseError:
        return "damaged"
    if not whole:
        return "damaged"
    return "older" if found is not None and found[0] < schema else ""


def _set_aside(file: Path, kind: str) -> None:
    now = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
    aside = file.with_name(f"{file.stem}.{kind}-{now}{file.suffix}")
    for tail in (*BESIDE, ""):
        beside = file.with_name(file.name + tail)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + tail))
