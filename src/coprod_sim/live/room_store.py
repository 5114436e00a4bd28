"""Keeps a room's answers safe: one writer, many answers in one commit, and a yes only after the commit."""

import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, InterfaceError, InternalError, OperationalError

from coprod_sim.errors import InputError
from coprod_sim.live.schema import open_engine

MOST_AT_ONCE = 200
"""How many writings share one commit."""
READERS = 4
AGAIN = (0.1, 0.4, 1.0, 2.0, 4.0)
"""How long to wait before each new try when a database server is away [seconds]."""


class StoreTrouble(InputError):  # noqa: N818 - a sentence for people
    """The store cannot save right now; nothing that was acknowledged is lost."""


@dataclass
class _Writing:
    work: Callable[[Connection], Any]
    done: Future


class Store:
    """A store that is open: `write` and `read` take a function of a connection and give a future."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.engine: Engine = open_engine(where)
        self._reading = open_engine(where, reading=True)
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="room-reader")
        self._waiting: queue.SimpleQueue[_Writing | None] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._keep_writing, name="room-writer", daemon=True)
        self._writer.start()

    def write(self, work: Callable[[Connection], Any]) -> Future:
        """Have a piece of work done in a transaction; the future is ready when it is on disk."""
        done: Future = Future()
        self._waiting.put(_Writing(work, done))
        return done

    def read(self, work: Callable[[Connection], Any]) -> Future:
        """Have something looked up, beside the writing.

        A local file is read at once: handing the work to another thread would take longer.
        """
        if "://" in self.where:
            return self._readers.submit(self._look, work)
        done: Future = Future()
        try:
            done.set_result(self._look(work))
        except Exception as problem:
            done.set_exception(problem)
        return done

    def sweep(self) -> None:
        """Overwrite what was deleted, also where SQLite still keeps it beside the file."""
        if "://" not in self.where:
            with self.engine.connect() as connection:
                connection.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Finish what was begun and close."""
        self._waiting.put(None)
        self._writer.join()
        self._readers.shutdown()
        self.engine.dispose()
        self._reading.dispose()

    def _look(self, work: Callable[[Connection], Any]) -> Any:
        try:
            with self._reading.connect() as connection:
                return work(connection)
        except DBAPIError as problem:
            raise _trouble(problem, self.where) from None

    def _keep_writing(self) -> None:
        while (first := self._waiting.get()) is not None:
            batch, ended = [first], False
            while len(batch) < MOST_AT_ONCE and not self._waiting.empty():
                following = self._waiting.get()
                if following is None:
                    ended = True
                    break
                batch.append(following)
            self._write_batch(batch)
            if ended:
                return

    def _write_batch(self, batch: list[_Writing]) -> None:
        """Do a batch in one transaction; if the database server went away, wait and do it again.

        Doing it again is safe: a vote that was stored before is known by its id.
        """
        results: list[Any] = []
        for pause in (*AGAIN, None):
            try:
                results = self._commit(batch)
            except DBAPIError as problem:
                if _away(problem) and pause is not None:
                    time.sleep(pause)
                    continue
                results = [_trouble(problem, self.where)] * len(batch)
            except Exception as problem:
                results = [problem] * len(batch)
            break
        for writing, result in zip(batch, results, strict=True):
            if isinstance(result, Exception):
                writing.done.set_exception(result)
            else:
                writing.done.set_result(result)

    def _commit(self, batch: list[_Writing]) -> list[Any]:
        with self.engine.begin() as connection:
            return [_one(connection, writing.work) for writing in batch]


def _one(connection: Connection, work: Callable[[Connection], Any]) -> Any:
    """Do one piece; a refusal undoes that piece alone and is handed back."""
    try:
        with connection.begin_nested():
            return work(connection)
    except (OperationalError, InterfaceError, InternalError):
        raise
    except Exception as refusal:
        return refusal


def _away(problem: DBAPIError) -> bool:
    """Say whether a database server went away and may come back."""
    state = getattr(problem.orig, "sqlstate", "not a server")
    return problem.connection_invalidated or state is None or str(state).startswith(("08", "57P"))


def _trouble(problem: DBAPIError, where: str) -> StoreTrouble:
    """Say what is wrong with a store, and what to do; a database is named without its password."""
    place, said = where.rpartition("@")[2], str(problem.orig).lower()
    if "full" in said or "no space" in said or "diskfull" in type(problem.orig).__name__.lower():
        return StoreTrouble(
            f"the disk is full, so nothing can be saved in {place}; make some room, and it goes on by itself"
        )
    if "malformed" in said or "not a database" in said:
        return StoreTrouble(
            f"the store {place} is damaged; start the room server again, and it is set aside and named"
        )
    first = said.strip().partition("\n")[0][:160]
    return StoreTrouble(f"the store {place} does not answer ({first})")
