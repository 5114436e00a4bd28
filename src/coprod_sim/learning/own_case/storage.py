"""Keeps a worksheet in the progress file, part by part, so that two open pages do not undo each other."""

from typing import Any

from coprod_sim.errors import InputError
from coprod_sim.learning.own_case.completeness import done
from coprod_sim.learning.own_case.worksheet import FORMAT, OwnCase
from coprod_sim.learning.progress import ProgressStore

START = "own_case/"
"""How the names of its items begin."""
HEAD = ("format", "made_with")
"""What is kept with every part, rather than as one."""


class InProgress:
    """Gives a worksheet out of the progress file and takes it back; only parts that changed are written.

    `place` names the file; it is empty when nothing can be written, and `write` says why.
    """

    def __init__(self, store: ProgressStore | None = None) -> None:
        self._store = store or ProgressStore()
        self._last: dict[str, Any] = OwnCase().to_dict()

    @property
    def place(self) -> str:
        """Name the file for people; empty when nothing outlives the page."""
        return "" if self._store.problem else self._store.path.name

    def read(self) -> dict[str, Any] | None:
        """Give the worksheet that is kept, or nothing; remember it to see later what has changed."""
        parts = {n.removeprefix(START): self._store.see(n) for n in self._store.names(START)}
        self._last = OwnCase().to_dict() | parts
        if not parts:
            return None
        return {"format": FORMAT} | parts

    def write(self, table: dict[str, Any]) -> None:
        """Keep the parts that changed; raises `InputError` when they cannot be written to the disk."""
        for name, value in table.items():
            if name not in HEAD and self._last.get(name) != value:
                self._store.put(START + name, value)
                self._last[name] = value
        if self._store.problem:
            raise InputError(self._store.problem)


def done_in(store: ProgressStore) -> dict[str, bool]:
    """Say which parts of the kept worksheet are there, by the names in `complete.PARTS`."""
    table = InProgress(store).read()
    try:
        own = OwnCase() if table is None else OwnCase.from_dict(table)
    except InputError:
        own = OwnCase()
    return done(own)
