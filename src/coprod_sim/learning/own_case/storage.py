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
        for name in self._store.names(START):
            self._store.see(name)
        return self._kept()

    def look(self) -> dict[str, Any] | None:
        """Give the worksheet anew where another page has changed something by now."""
        return self._kept() if self._store.look() else None

    def saw(self, part: str) -> None:
        """Note that the page shows a part as it is kept now."""
        self._store.see(START + part)

    def write(self, table: dict[str, Any]) -> bool:
        """Keep the parts that changed.

        Returns:
            Whether a text of another page had to go into the journal for it.

        Raises:
            InputError: They cannot be written to the disk.
        """
        aside = False
        for name, value in table.items():
            if name not in HEAD and self._last.get(name) != value:
                aside = self._store.put(START + name, value) or aside
                self._last[name] = value
        if self._store.problem:
            raise InputError(self._store.problem)
        return aside

    def _kept(self) -> dict[str, Any] | None:
        parts = {n.removeprefix(START): self._store.get(n) for n in self._store.names(START)}
        self._last = OwnCase().to_dict() | parts
        return {"format": FORMAT} | parts if parts else None


def done_in(store: ProgressStore) -> dict[str, bool]:
    """Say which parts of the kept worksheet are there, by the names in `complete.PARTS`."""
    table = InProgress(store).read()
    try:
        own = OwnCase() if table is None else OwnCase.from_dict(table)
    except InputError:
        own = OwnCase()
    return done(own)
