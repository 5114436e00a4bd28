"""Keeps what a learner does: in a file where that is possible, and otherwise in memory, and says so."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from coprod_sim.errors import InputError
from coprod_sim.file_lock import lock_of, locked
from coprod_sim.files import bytes_in, cannot_write, write_whole
from coprod_sim.learning.progress.brought_together import Way, brought_together, saved_over
from coprod_sim.learning.progress.progress_place import progress_file
from coprod_sim.learning.progress.progress_record import (
    MOST_BYTES,
    ProgressRecord,
    StoredItem,
    merged,
    read,
    written,
)
from coprod_sim.words import ENGLISH, Words, words_in

type Naming = Callable[[str, list[Way], Any, Words], str]
"""Names a place to people: from the name under which it is kept, the ways to its texts, and what is kept."""


class ProgressStore:
    """Remembers items by name and writes each change at once, for nobody else to read.

    `problem` is a sentence when nothing can be written; then everything is kept in memory and can be
    downloaded. `on_problem` is called with it. Two pages may be open: each writes only its own changes, and
    a text of the other page that this one has not shown is kept in the journal when it has to go; `named`
    names its place there.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or progress_file()
        self.problem = ""
        self.on_problem: Callable[[str], None] = lambda _said: None
        self.named: Naming = lambda name, _ways, _value, _t: name
        self._record = ProgressRecord()
        self._seen: dict[
            str, Any
        ] = {}  # what this page shows, which may be older than what is kept
        self._unsaved: dict[str, StoredItem] = {}
        self._base: dict[
            str, Any
        ] = {}  # what this page showed before it changed what is not saved yet
        self._once: set[str] = set()  # of what is not saved yet, what may not replace anything
        self._refused = False
        self.load()

    def load(self) -> None:
        """Read what is in the file; a file that cannot be read is left as it is."""
        try:
            found = self._read()
        except InputError as problem:
            self._refused = True
            self._trouble(f"{problem}. It is left as it is, and nothing new is saved in it.")
            return
        except OSError as problem:
            self._trouble(f"{self.path.name}: cannot be read ({problem.strerror or problem}).")
            return
        self._record = merged(self._record, found)
        self._seen = self._values()
        if not os.access(self.path.parent, os.W_OK):  # said before anything is done, not after
            self._trouble(f"{self.path.parent}: cannot be written to.")

    def look(self) -> bool:
        """Take in what another page has kept by now; say whether anything is new."""
        try:
            found = merged(self._read(), ProgressRecord(items=self._unsaved))
        except (InputError, OSError):
            return False  # the next write says so
        before, self._record = self._record, found
        return found != before

    def get(self, name: str, default: Any = None) -> Any:
        """Give what is kept under a name."""
        item = self._record.items.get(name)
        return default if item is None or item.value is None else item.value

    def see(self, name: str, default: Any = None) -> Any:
        """Give what is kept under a name, to be shown where it can be changed."""
        item = self._record.items.get(name)
        self._seen[name] = None if item is None else item.value
        return self.get(name, default)

    def names(self, start: str = "") -> list[str]:
        """List the names that begin so and hold something."""
        kept = self._record.items.items()
        return sorted(k for k, item in kept if k.startswith(start) and item.value is not None)

    def at(self, name: str) -> str:
        """Say when an item was last changed."""
        item = self._record.items.get(name)
        return "" if item is None else item.at

    def put(self, name: str, value: Any) -> bool:
        """Keep a value under a name, in the file at once if that can be; None takes it away.

        Returns:
            Whether another page had written a text there that this one had not shown; the journal has it now.
        """
        item = StoredItem(value=value, at=_now())
        self._record = ProgressRecord(items=self._record.items | {name: item})
        self._unsaved[name] = item
        self._base.setdefault(name, self._seen.get(name))
        self._seen[name] = value
        return self._save()

    def put_once(self, name: str, value: Any) -> None:
        """Keep a value unless there is one already, here or by now in the file."""
        if self.get(name) is None:
            self._once.add(name)
            self.put(name, value)

    def export(self) -> bytes:
        """Give everything as the bytes of a progress file."""
        return written(self._record)

    def take_in(self, data: bytes, name: str, named: Naming) -> int:
        """Add what is in a downloaded progress file; the later of two items wins, and no text is dropped.

        Args:
            data: the file.
            name: what it is called.
            named: what names places to people; it knows lessons, which know this store.

        Returns:
            In how many places another text stands than in the file; the earlier one is in the journal then.
        """
        t, theirs = words_in(ENGLISH), read(data, name)

        def said(kept: str, ways: list[Way], value: Any) -> str:
            place = named(kept, ways, value, t)
            return t("learner-progress-another", file=name, place=place)

        self._base = self._values()
        self._record, others = brought_together(self._record, theirs, _now(), said)
        self._unsaved = dict(self._record.items)
        self._save()
        return others

    def take_over(self, file: Path, named: Naming) -> None:
        """Add what is in a file that lies in another place, and take it away there once it is kept here.

        Args:
            file: the file.
            named: what names places to people, as in `take_in`.

        Raises:
            InputError: It is not a progress file; it stays where it is.
        """
        with locked(file):
            self.take_in(bytes_in(file, MOST_BYTES), file.name, named)
            if self.problem:
                return
            file.unlink()
        lock_of(file).unlink(missing_ok=True)

    def forget_all(self) -> None:
        """Delete everything, in memory and on disk."""
        self._record, self._unsaved = ProgressRecord(), {}
        self._seen, self._base, self._once = {}, {}, set()
        if self._refused:
            return
        try:
            with locked(self.path):
                self.path.unlink(missing_ok=True)
        except OSError as problem:
            self._trouble(_cannot_write(self.path, problem))

    def _read(self) -> ProgressRecord:
        if not self.path.exists():
            return ProgressRecord()
        return read(bytes_in(self.path, MOST_BYTES), self.path.name)

    def _values(self) -> dict[str, Any]:
        return {name: item.value for name, item in self._record.items.items()}

    def _save(self) -> bool:
        """Put our own changes into whatever the file holds; say whether a text of another page had to go."""
        if self._refused or not self._unsaved:
            return False
        aside = False
        try:
            with locked(self.path):
                self._record, aside = self._over(self._read())
                write_whole(self.path, written(self._record), private=True)
        except InputError as problem:
            self._refused = True
            self._trouble(f"{problem}. It is left as it is, and nothing new is saved in it.")
        except OSError as problem:
            self._trouble(_cannot_write(self.path, problem))
        else:
            self._unsaved, self._base, self._once = {}, {}, set()
            self._trouble("")
        return aside

    def _over(self, found: ProgressRecord) -> tuple[ProgressRecord, bool]:
        """Put our own changes over what was found in the file."""
        aside = False
        for name, item in self._unsaved.items():
            there = found.items.get(name)
            if name in self._once and there is not None and there.value is not None:
                continue
            seen = self._base.get(name)
            found, went = saved_over(found, name, seen, item, self._said)
            aside = aside or went
        return found, aside

    def _said(self, name: str, ways: list[Way], value: Any) -> str:
        t = words_in(ENGLISH)
        return t("learner-progress-other_page", place=self.named(name, ways, value, t))

    def _trouble(self, said: str) -> None:
        if said != self.problem:
            self.problem = said
            self.on_problem(said)


class NothingKept(ProgressStore):
    """A store that begins empty and writes nothing: no person is there whose work it could be."""

    def __init__(self) -> None:
        super().__init__(Path(os.devnull))

    def load(self) -> None:
        """Read nothing."""

    def _save(self) -> bool:
        """Write nothing."""
        return False


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _cannot_write(path: Path, problem: OSError) -> str:
    return f"{cannot_write(path.parent, problem)}."
