"""Lets only one process at a time write a file, or do what goes with it."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 5.0
"""How long one process waits for another to finish writing [seconds]."""

NO_LINK = getattr(os, "O_NOFOLLOW", 0)
"""Follow no link that somebody has laid in place of a file; Windows has no such choice."""


@contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock that goes with a file; it falls by itself when its holder dies.

    Raises `OSError` when another holds it for longer than `patience`, in seconds.
    """
    handle = os.open(lock_of(path), os.O_RDWR | os.O_CREAT | NO_LINK, 0o600)
    try:
        _wait_for(handle, patience)
        yield
    finally:
        os.close(handle)


def lock_of(path: Path) -> Path:
    """Give the file that is locked while another is written."""
    return path.with_name(f".{path.name}.lock")


def _wait_for(handle: int, patience: float) -> None:
    until = time.monotonic() + patience
    while True:
        try:
            _lock(handle)
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - only there on Windows

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - not there on Windows

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
